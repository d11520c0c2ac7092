"""Which address the notice of an agency of a list is to state: only one that nothing speaks against."""

from enum import Enum
from typing import NamedTuple

from ..address.codes import has_type_of
from ..model.agency_result import AgencyResult
from ..model.verdict import AddressState, Origin, Suggestion
from ..registry.upgrades import outranks


class ChosenAddress(NamedTuple):
    """An address; `suggestion` says where it comes from, None where it is the one that the list states."""

    address: str
    suggestion: Suggestion | None = None


class NoAddress(Enum):
    """Why there is none, and the notice has a blank."""

    NONE_KNOWN = "none-known"
    NEW_STATUS = "new-status"


def choose_address(agency: AgencyResult) -> ChosenAddress | NoAddress:
    """The address that the agency has where it is correct and surely its own, else the best one suggested.

    Where an issued address is to be used, that one is taken (decisions: Steps). After a change of status only an
    address of the new one will do.
    """
    stated, suggestions = agency.verdict.value, agency.suggestions
    if agency.record.facts.upgraded:
        return _of_new_status(agency)
    issued = [suggestion for suggestion in suggestions if suggestion.origin is Origin.ISSUED]
    if issued and any(step.key == "address_issued" for step in agency.steps):
        return ChosenAddress(issued[0].address, issued[0])
    is_own = not any(finding.rule.doubts_address for finding in agency.verdict.findings)
    if stated is not None and agency.verdict.state is AddressState.CORRECT and is_own:
        return ChosenAddress(stated.lower())
    if suggestions:
        return ChosenAddress(suggestions[0].address, suggestions[0])
    return NoAddress.NONE_KNOWN


def _of_new_status(agency: AgencyResult) -> ChosenAddress | NoAddress:
    """One that was issued, or one with a code of the new kind where the stated one has that of the kind before.

    What agrees with the old status as well as with the new (a site of the agency's own, a code of the same kind) is no
    evidence of the new one.
    """
    kind, old = agency.record.kind, agency.verdict.dla_code
    for suggestion in agency.suggestions:
        code = _code_in(suggestion.address)
        if code is not None and (kind is None or not has_type_of(code, kind) or code == old):
            continue
        is_new = code is not None and kind is not None and old is not None and outranks(kind, old)
        if suggestion.origin is Origin.ISSUED or is_new:
            return ChosenAddress(suggestion.address, suggestion)
    return NoAddress.NEW_STATUS


def _code_in(address: str) -> str | None:
    name, _, domain = address.partition("@")
    return name.removeprefix("saraban_") if domain == "dla.go.th" else None

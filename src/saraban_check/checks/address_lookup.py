"""No address, but an agency: the address that its code, the registry or its website lead to, and how sure that is."""

from typing import TYPE_CHECKING, NamedTuple, Unpack

from ..model.certainty import Certainty
from ..model.policy import PUBLISHED, Domains
from ..model.record import AgencyRecord
from ..model.registry import Likeness, NameMatch, RegistryEntry
from ..model.verdict import Origin
from ..reference.local_bodies import is_local_body
from .address_check import AddressCheck, check_address
from .agency_record import ToldAgency

if TYPE_CHECKING:
    from ..registry.registry import Registry


_BY_REGISTRY = (Certainty.REGISTRY, Certainty.NEAR_NAME, Certainty.SEVERAL)


class AddressLookup(NamedTuple):
    """What an agency's address is, best first in `check.suggestions`; none where `certainty` has none."""

    check: AddressCheck
    certainty: Certainty


def look_up_address(
    *, domains: Domains = PUBLISHED, registry: "Registry | None" = None, **told: Unpack[ToldAgency]
) -> AddressLookup:
    """The address of the agency that is told of, as `check_address` takes it.

    Raises RequestError where a code, province or kind cannot exist. Source: decisions: Addresses, Codes, Findings.
    """
    check = check_address("", domains=domains, registry=registry, **told)
    if _code_gives_none(check):  # what the website alone leads to would hide that the code is another's
        check = check._replace(suggestions=())
    certainty = _certainty(check, registry)
    if registry is not None:
        check, certainty = _in_district(check, certainty, registry)
        if certainty is Certainty.NOT_FOUND and check.record.code is None:
            check = _with_other_kinds(check, registry)
    return AddressLookup(check, certainty)


def _code_gives_none(check: AddressCheck) -> bool:
    """Whether there is a code of a local agency, and no address of it: it is another's, or in no registry."""
    record = check.record
    is_local = record.kind is None or record.kind.type_digits is not None
    return (
        record.code is not None
        and is_local
        and not record.issued
        and not any(suggestion.address.endswith("@dla.go.th") for suggestion in check.suggestions)
    )


def _with_other_kinds(check: AddressCheck, registry: "Registry") -> AddressCheck:
    """Where no agency is of the kind, those of the name that are of another one: perhaps it was upgraded."""
    others = registry.same_name(check.record)
    return check._replace(registry_match=NameMatch(Likeness.AMBIGUOUS, others, 1.0)) if others else check


def _in_district(check: AddressCheck, certainty: Certainty, registry: "Registry") -> tuple[AddressCheck, Certainty]:
    """What the district that was told says of it: a misspelt one leaves it less sure, another one contradicts it."""
    match, told = check.registry_match, district_told(check.record)
    if certainty not in _BY_REGISTRY or match is None or not match.entries or not told:
        return check, certainty
    if not any(_stands_in(entry, told, registry) for entry in match.entries):
        return check._replace(suggestions=()), Certainty.CONTRADICTED
    entry = match.entry
    if certainty is Certainty.REGISTRY and entry is not None and not is_in_district(entry, told):
        return check, Certainty.NEAR_NAME
    return check, certainty


def _stands_in(entry: RegistryEntry, district: str, registry: "Registry") -> bool:
    """Whether an agency is in a district, as it is written or as it may have been meant."""
    named = AgencyRecord(name=entry.full_name, province=entry.province, amphoe=district)
    return is_in_district(entry, district) or entry in registry.same_name(named)


def is_in_district(entry: RegistryEntry, district: str) -> bool:
    """Whether an agency is in a district as it is written; an อบจ. belongs to none, and some registries have none."""
    from ..registry.names import fold_amphoe

    is_in_any = entry.kind.key == "pao" or not entry.amphoe
    return is_in_any or fold_amphoe(district)[0] == fold_amphoe(entry.amphoe)[0]


def district_told(record: AgencyRecord) -> str:
    """The district of its own option, else the one that stands in a name by which the agency is looked for."""
    from ..registry.names import split_name

    if record.amphoe.strip() or record.code is not None:
        return record.amphoe.strip()
    return split_name(record.name, record.kind).amphoe


def _certainty(check: AddressCheck, registry: "Registry | None") -> Certainty:
    record, match = check.record, check.registry_match
    if not check.suggestions:
        if is_local_body(record.name, record.kind) is False:
            return Certainty.NOT_LOCAL
        if match is not None and match.how is Likeness.AMBIGUOUS:
            return Certainty.SEVERAL
        if record.code is not None and (match is None or match.entry is not None):
            return Certainty.CONTRADICTED  # a code that can exist, and that alone, gives an address
        return Certainty.NO_REGISTRY if registry is None else Certainty.NOT_FOUND
    best = check.suggestions[0]
    if best.origin is Origin.ISSUED:
        return Certainty.ISSUED
    if not best.address.endswith("@dla.go.th"):
        return Certainty.WEBSITE
    if match is None or match.entry is None:
        return Certainty.CODE_ALONE
    return Certainty.REGISTRY if match.how is Likeness.EXACT else Certainty.NEAR_NAME

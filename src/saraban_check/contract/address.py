"""Addresses checked by themselves: what `address --format json` writes."""

from typing import Annotated, NotRequired

from ..model.certainty import Certainty
from .evidence import DomainJson
from .finding import FindingJson, SuggestionJson, VerdictJson
from .registry import RegistryMatchJson
from .words import closed, one_of


@closed
class AddressJson(VerdictJson):
    """One address, as it was given."""

    input: str
    matches_issued: NotRequired[bool | None]
    """Whether it is the address of `--issued`; null where there is nothing to compare."""
    registry: NotRequired[RegistryMatchJson | None]
    findings: list[FindingJson]
    suggestions: list[SuggestionJson]
    dns: NotRequired[DomainJson | None]
    """null where DNS was not asked."""
    certainty: NotRequired[Annotated[str, one_of(*Certainty)]]
    """Only where no address was given: how sure the first suggestion is, or why there is none."""

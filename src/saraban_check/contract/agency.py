"""One agency of a list: what stands in `agencies`, and on a line of JSON Lines."""

from typing import Annotated, NotRequired

from typing_extensions import TypedDict

from ..model.delivery import Delivery, DeliverySource
from .evidence import EvidenceJson, StatedNoticeJson
from .finding import FindingJson, SuggestionJson, VerdictJson
from .identity import IdentityWithKindJson
from .registry import RegistryMatchJson
from .words import Group, Row, closed, one_of


class ListedAddressJson(VerdictJson):
    """The address of an agency, and the verdict on it."""

    raw: str
    """The cell as it stood."""


class FactsJson(TypedDict):
    """What the list says of the agency; null where it does not."""

    upgraded: bool | None
    notice: bool | None
    posted: bool | None
    delivery: Annotated[str, one_of(*Delivery)]


@closed
class AgencyJson(IdentityWithKindJson):
    """One agency."""

    row: Row
    amphoe: NotRequired[str | None]
    """Its district."""
    address: ListedAddressJson
    matches_issued: NotRequired[bool | None]
    """Whether the address is one of those issued; null where there is nothing to compare."""
    facts: FactsJson
    delivery_source: NotRequired[Annotated[str, one_of(*DeliverySource)] | None]
    """Where the delivery among the facts came from; null where it is unknown."""
    group: Group
    candidates: list[Group]
    """The groups that it may be in."""
    may_be_outside: bool
    """The table may have no row for it."""
    findings: list[FindingJson]
    suggestions: list[SuggestionJson]
    steps: list[str]
    """What has to be done, in order."""
    registry: NotRequired[RegistryMatchJson | None]
    """Only where there is a registry; null where nothing was found."""
    evidence: NotRequired[EvidenceJson]
    notice: NotRequired[StatedNoticeJson]

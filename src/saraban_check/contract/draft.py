"""Drafts of notices: what `draft notice --format json` writes."""

from typing import Annotated

from typing_extensions import TypedDict

from ..model.verdict import Origin
from .finding import FindingJson
from .identity import IdentityJson, IdentityWithKindJson
from .source import SourceJson
from .words import Count, Day, Group, Row, RulesetDay, closed, one_of

_NO_NAME = ("no-name", "name-not-thai", "name-of-another-kind", "name-too-long", "name-of-old-status")
ReasonWord = Annotated[str, one_of("not-asked-for", *_NO_NAME, "row-damaged", "address-not-correct")]


class DraftAddressesJson(TypedDict):
    """Drafts by where their address comes from."""

    stated: Count
    """The agency's own was correct already."""
    issued: Count
    registry: Count
    record: Count
    repair: Count
    blank: Count


class DraftSummaryJson(TypedDict):
    """The counts of a list: `total` = `drafted` + `not_drafted` + `not_asked_for`."""

    total: Count
    drafted: Count
    not_drafted: Count
    not_asked_for: Count
    """Of other groups or provinces."""
    addresses: DraftAddressesJson


class DraftJson(IdentityWithKindJson):
    """One draft. `row` and `group` are null where no list was read."""

    row: Row | None
    group: Group | None
    agency: str
    """The name in full that it bears."""
    address: str | None
    """null where it is a blank."""
    origin: Annotated[str, one_of("given", "stated", *Origin)] | None
    blanks: list[Annotated[str, one_of("address", "website", "telephone", "position", "signatory")]]
    files: list[str]
    """In the folder of `-o`; of one agency, as named."""
    findings: list[FindingJson]
    """What is to be noted of an address that was given."""


class LeftOutJson(IdentityJson):
    """An agency without a draft."""

    row: Row | None
    group: Group | None
    reason: ReasonWord
    findings: list[FindingJson]
    """Of an address that is not correct."""


@closed
class DraftsJson(TypedDict):
    """What `draft notice --format json` writes."""

    schema: Annotated[str, one_of("saraban-check/draft/1")]
    ruleset: RulesetDay
    source: SourceJson | None
    """null for one agency."""
    date: Day
    summary: DraftSummaryJson | None
    """null for one agency."""
    drafted: list[DraftJson]
    left_out: list[LeftOutJson]

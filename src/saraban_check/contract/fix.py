"""A mended copy: what `fix --format json` writes."""

from typing import Annotated, NotRequired

from typing_extensions import TypedDict

from .finding import OriginWord
from .source import ReadListJson
from .words import Count, Day, Row, RulesetDay, closed, one_of

_FIELDS = ("code", "address", "issued")
_UNUSABLE = ("damaged", "unreadable", "formula", "merged", "special", "several", "other-text")
_NOTHING_TO_USE = ("no-address", "blank", "ambiguous", "near", "taken", "link")
ChangeWord = Annotated[str, one_of("cleaned", "case", "zero", "code-cleaned", "suggested")]


class FixSummaryJson(TypedDict):
    """The counts of what was changed."""

    changed_cells: Count
    changed_rows: Count
    not_changed: Count
    kinds: dict[ChangeWord, Count]
    """Cells by what was done to them; some have two things done."""


class CellChangeJson(TypedDict):
    """One cell that was changed."""

    row: Row
    cell: str | None
    """null for a text file."""
    column: str
    field: Annotated[str, one_of(*_FIELDS)]
    before: str
    after: str
    kinds: list[ChangeWord]
    safe: bool
    origin: OriginWord | None
    """Where a suggestion came from; null for a safe change."""
    why: str


class NotChangedJson(TypedDict):
    """A cell to be looked at by hand."""

    row: Row
    cell: str | None
    """null for a text file, and for a whole row."""
    column: str | None
    """null for a whole row."""
    field: Annotated[str, one_of("row", *_FIELDS)]
    found: str
    reason: Annotated[str, one_of(*_UNUSABLE, *_NOTHING_TO_USE)]
    why: str


@closed
class FixJson(TypedDict):
    """What `fix --format json` writes."""

    schema: Annotated[str, one_of("saraban-check/fix/1")]
    ruleset: RulesetDay
    source: ReadListJson
    output: str | None
    """null where no file was written."""
    unsafe: bool
    as_of: NotRequired[Day | None]
    """The day that the list's data are of; null where nobody says it."""
    summary: FixSummaryJson
    changes: list[CellChangeJson]
    not_changed: list[NotChangedJson]

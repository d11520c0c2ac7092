"""Section-10 notices: what `notice --format json` writes."""

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from ..model.notice import DocumentKind, NoticePart, PaperKind
from .finding import FindingJson, SuggestionJson, VerdictJson
from .gate import GateJson
from .identity import IdentityWithKindJson
from .registry import RegistryUsedJson
from .words import Count, Day, Line, Row, RuleCode, RulesetDay, SeverityWord, closed, one_of

_NOT_ASKED = (NoticePart.DOCUMENT, NoticePart.SUBJECT, NoticePart.TEXT)
StateWord = Annotated[
    str,
    one_of("correct", "incorrect", "unknown", "unreadable"),
    Field(
        description="`unknown` leaves a doubt (read from a picture); `unreadable` cannot be used, or is a scan unread."
    ),
]


class NoticeSummaryJson(TypedDict):
    """The counts of the notices; each file is of one state."""

    total: Count
    correct: Count
    incorrect: Count
    unknown: Count
    unreadable: Count
    findings: dict[SeverityWord, Count]
    ignored: dict[RuleCode, Count]


class NoticeAgencyJson(IdentityWithKindJson):
    """The agency that the notice was checked as."""

    row: Row | None
    """null where no list was read."""


class LawJson(TypedDict):
    """What is cited of the law."""

    act: bool
    act_year: int | None
    """The Buddhist year that the act is cited with."""
    section: bool
    """Section 10."""


class PaperJson(TypedDict):
    """A paper that stands in the file beside the notice."""

    kind: Annotated[str, one_of(*PaperKind)]
    line: Line


class StatedAddressJson(TypedDict):
    """An address as it stands."""

    address: str
    line: Line


class NoticeVerdictJson(VerdictJson):
    """The verdict on one address of the notice."""

    findings: list[FindingJson]
    """The address's own."""


class JudgedAddressJson(NoticeVerdictJson):
    """The address that was judged; `value` is null where the notice states none."""

    suggestions: list[SuggestionJson]


class NoticeFindingJson(FindingJson):
    """A finding that counts, and the line that it is about; 1 where it is about the whole."""

    line: Line


Part = Annotated[float, Field(ge=0, le=1)]


class BoxJson(TypedDict):
    """A place on a page, in parts of its width and height from its upper left corner."""

    left: Part
    top: Part
    right: Part
    bottom: Part


class QuestionJson(TypedDict):
    """What OCR read in the place of one part, to be compared with the document."""

    field: Annotated[str, one_of(*(part for part in NoticePart if part not in _NOT_ASKED))]
    value: str | None
    """null where nothing was read that can be meant."""
    page: Count | None
    box: BoxJson | None
    """null where it is not known, or holds what is private."""


@closed
class NoticeJson(TypedDict):
    """One file. What the notice does not say is null, empty or false; so is all of it where `error` says why, and where
    it was read from a picture: what was read stands in `questions`, and nothing is made of it.
    """

    file: str
    kind: Annotated[str, one_of(*DocumentKind)] | None
    pages: Count | None
    ocr: bool
    """It was read from a picture."""
    state: StateWord
    agency: NoticeAgencyJson | None
    unmatched: str | None
    """Why no agency of the list was found."""
    issuer: str | None
    subject: str | None
    law: LawJson
    addresses: list[StatedAddressJson]
    websites: list[str]
    channels: list[str]
    """Other ways of contact."""
    telephones: list[str]
    mobiles: Count
    """How many mobile numbers there are; they are shown nowhere."""
    date: Day | None
    date_text: str | None
    """The date as it stands."""
    position: str | None
    """Of who signs."""
    beside: NotRequired[list[PaperJson]]
    """Other papers in the file; none stands in for the notice."""
    address: JudgedAddressJson | None
    others: list[NoticeVerdictJson]
    """The further addresses."""
    findings: list[NoticeFindingJson]
    ignored: list[FindingJson]
    """Findings that the settings ignore."""
    error: str | None
    questions: NotRequired[list[QuestionJson]]
    """Only of what OCR read."""


_Notices = list[NoticeJson]


@closed
class NoticesCheckedJson(TypedDict):
    """What `notice --format json` writes; a line of its JSON Lines is one of `notices`."""

    schema: Annotated[str, one_of("saraban-check/notice/1")]
    ruleset: RulesetDay
    as_of: Day | None
    list: str | None
    """The list of `--agency`."""
    summary: NoticeSummaryJson
    registry: NotRequired[RegistryUsedJson]
    gate: NotRequired[GateJson]
    notices: _Notices

"""Bounces: what `bounces --format json` writes, and a line of its CSV, which `--delivery` reads back."""

from typing import Annotated, NotRequired

from typing_extensions import TypedDict

from ..model.smtp_stage import Stage
from .evidence import AnswerJson, MailReportJson, StatusWord
from .identity import IdentityJson
from .words import Count, Day, Moment, Row, closed, one_of

_KNOWN = ("full", "failed", "delayed", "delivered", "unknown", "not-known-to-have-failed", "supposed-delivered")
StageWord = Annotated[str, one_of(*(stage for stage in Stage if stage is not Stage.UNKNOWN))]
KnownWord = Annotated[str, one_of(*_KNOWN, "answered", "no-address")]
_OTHER = ("auto-reply", "spam-report", "read-receipt", "challenge", "statistics", "ordinary")
OtherMail = Annotated[str, one_of("answer", *_OTHER)]


class SkippedJson(TypedDict):
    """What could not be read."""

    file: str
    reason: str


class MailReadJson(TypedDict):
    """How much was read."""

    files: Count
    messages: Count
    bounces: Count
    not_bounces: dict[OtherMail, Count]
    cut: Count
    """Messages so long that only their beginning was looked at."""
    skipped_count: Count
    skipped: list[SkippedJson]
    """The first of them."""


class BouncesSummaryJson(TypedDict):
    """The counts of the reports."""

    reports: Count
    statuses: dict[StatusWord, Count]
    addresses: Count
    """Addresses that there is a report on."""
    without_address: Count
    """Reports that name no address."""
    before_since: Count
    """Reports and answers dated before `since`: they count nowhere else."""
    undated: Count
    first_day: Day | None
    """In Thailand; null where no report is dated."""
    last_day: Day | None
    agencies: dict[KnownWord, Count] | None
    answered: Count
    """Addresses that answered."""


class ReportJson(MailReportJson):
    """One recipient of one bounce."""

    address: str
    stage: NotRequired[StageWord | None]
    """How far the dialogue of the mail systems had come when one refused (RFC 5321); null where that is not told."""


class AnswerOfAddressJson(AnswerJson):
    """The latest answer from an address."""

    address: str


class OtherAddressJson(TypedDict):
    """A further address of an agency's cell, the report that holds for it, and its latest answer."""

    address: str
    report: ReportJson | None
    answered: AnswerJson | None


class AgencyDeliveryJson(IdentityJson):
    """What is known of the delivery to one agency."""

    row: Row
    address: str | None
    """The one that the agency is judged by."""
    known: KnownWord
    report: ReportJson | None
    """The one that holds for that address."""
    answered: AnswerJson | None
    """Its latest answer."""
    differing: Count
    """Reports on that address that settle something else."""
    others: list[OtherAddressJson]


_Answers = list[AnswerOfAddressJson]
_Agencies = list[AgencyDeliveryJson]
_Reports = list[ReportJson]


@closed
class BouncesJson(TypedDict):
    """What `bounces --format json` writes; `agencies` and `elsewhere` are null without `--for`."""

    schema: Annotated[str, one_of("saraban-check/bounces/1")]
    source: MailReadJson
    list: str | None
    """The list of `--for`."""
    as_of: NotRequired[Day | None]
    """The day that the list's data are of; null where nobody says it, and without `--for`."""
    sent_all: bool
    answered_is_delivered: bool
    """Whether answers are taken for deliveries, as the user said."""
    since: Day | None
    summary: BouncesSummaryJson
    reports: _Reports
    agencies: _Agencies | None
    elsewhere: _Reports | None
    """What holds for addresses that stand in no row."""
    answers: _Answers
    """All addresses that answered, whether they stand in a row or not."""


@closed
class DeliveryRowJson(TypedDict):
    """A line of the CSV of `bounces`."""

    address: str
    status: StatusWord
    enhanced_code: str
    smtp_code: str
    diagnostic: str
    date: Moment | Annotated[str, one_of("")]
    message: str
    answered: Moment | Annotated[str, one_of("", "undated")]
    """When the address answered, where the line is of an answer."""

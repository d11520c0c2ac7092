"""Bounces: what `bounces --format json` writes, and a line of its CSV, which `--delivery` reads back."""

from typing import Annotated

from typing_extensions import TypedDict

from .evidence import MailReportJson, StatusWord
from .identity import IdentityJson
from .words import Count, Day, Moment, Row, closed, one_of

_KNOWN = ("full", "failed", "delayed", "delivered", "unknown", "not-known-to-have-failed", "supposed-delivered")
KnownWord = Annotated[str, one_of(*_KNOWN, "no-address")]
OtherMail = Annotated[str, one_of("auto-reply", "spam-report", "read-receipt", "challenge", "statistics", "ordinary")]


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
    """Reports dated before `since`: they count nowhere else."""
    undated: Count
    first_day: Day | None
    """In Thailand; null where no report is dated."""
    last_day: Day | None
    agencies: dict[KnownWord, Count] | None


class ReportJson(MailReportJson):
    """One recipient of one bounce."""

    address: str


class OtherAddressJson(TypedDict):
    """A further address of an agency's cell, and the report that holds for it."""

    address: str
    report: ReportJson | None


class AgencyDeliveryJson(IdentityJson):
    """What is known of the delivery to one agency."""

    row: Row
    address: str | None
    """The one that the agency is judged by."""
    known: KnownWord
    report: ReportJson | None
    """The one that holds for that address."""
    differing: Count
    """Reports on that address that settle something else."""
    others: list[OtherAddressJson]


_Agencies = list[AgencyDeliveryJson]
_Reports = list[ReportJson]


@closed
class BouncesJson(TypedDict):
    """What `bounces --format json` writes; `agencies` and `elsewhere` are null without `--for`."""

    schema: Annotated[str, one_of("saraban-check/bounces/1")]
    source: MailReadJson
    list: str | None
    """The list of `--for`."""
    sent_all: bool
    since: Day | None
    summary: BouncesSummaryJson
    reports: _Reports
    agencies: _Agencies | None
    elsewhere: _Reports | None
    """What holds for addresses that stand in no row."""


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

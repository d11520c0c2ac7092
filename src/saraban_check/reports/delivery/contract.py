"""The machine contract of `bounces --format json` as models (see `reports.contract` for the other commands').

`BouncesDocument.model_validate_json(text)` gives typed objects, and refuses what is not of this schema.
"""

from datetime import date
from typing import Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, NonNegativeInt, PositiveInt

Status = Literal["full", "failed", "delayed", "delivered", "unknown"]
Known = Literal[
    "full", "failed", "delayed", "delivered", "unknown", "not-known-to-have-failed", "supposed-delivered", "no-address"
]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SkippedModel(_Model):
    """What could not be read, and why."""

    file: str
    reason: str


class BouncesSourceModel(_Model):
    """How much was read; `not_bounces` by kind of message.

    `cut` messages are so long that only their beginning was looked at; `skipped` names the first of `skipped_count`.
    """

    files: NonNegativeInt
    messages: NonNegativeInt
    bounces: NonNegativeInt
    not_bounces: dict[str, NonNegativeInt]
    cut: NonNegativeInt
    skipped_count: NonNegativeInt
    skipped: list[SkippedModel]


class BouncesSummaryModel(_Model):
    """`addresses` are those that there is a report on; `without_address` are reports that name none.

    `before_since` reports are dated before `since`, and count nowhere else. The others are dated from `first_day` to
    `last_day` in Thailand, None where none is dated; `undated` ones have no date.
    """

    reports: NonNegativeInt
    statuses: dict[Status, NonNegativeInt]
    addresses: NonNegativeInt
    without_address: NonNegativeInt
    before_since: NonNegativeInt
    undated: NonNegativeInt
    first_day: date | None
    last_day: date | None
    agencies: dict[Known, NonNegativeInt] | None


class DeliveryReportModel(_Model):
    """One recipient of one bounce; `date` is None where the message has none that can be read."""

    address: str
    status: Status
    enhanced_code: str
    smtp_code: str
    diagnostic: str
    date: AwareDatetime | None
    message: str


class AddressReportModel(_Model):
    """A further address of an agency's cell, and the report that holds for it."""

    address: str
    report: DeliveryReportModel | None


class AgencyDeliveryModel(_Model):
    """One agency; `address` is the one it is judged by, None where there is none, `report` what holds for it.

    `differing` reports on that address settle something else; `others` are the further addresses of the cell.
    """

    row: PositiveInt
    code: str | None
    name: str | None
    province: str | None
    address: str | None
    known: Known
    report: DeliveryReportModel | None
    differing: NonNegativeInt
    others: list[AddressReportModel]


class BouncesDocument(BaseModel):
    """The object that `bounces --format json` writes.

    `agencies` and `elsewhere` (what holds for addresses that stand in no row) are None without `--for`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    schema_: Literal["saraban-check/bounces/1"] = Field(alias="schema")
    source: BouncesSourceModel
    list_: str | None = Field(alias="list")
    sent_all: bool
    since: date | None
    summary: BouncesSummaryModel
    reports: list[DeliveryReportModel]
    agencies: list[AgencyDeliveryModel] | None
    elsewhere: list[DeliveryReportModel] | None

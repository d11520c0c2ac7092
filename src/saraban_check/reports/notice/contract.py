"""The machine contract of `notice --format json` as models (see `reports.contract` for the other commands').

`NoticeDocument.model_validate_json(text)` gives typed objects, and refuses what is not of this schema. A line of JSON
Lines is a `NoticeModel`. Changes are additive.
"""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, NonNegativeInt, PositiveInt

from ..contract import FindingModel, Form, Kind, MeetsModel, Severity, SuggestionModel

State = Literal["correct", "incorrect", "unknown", "unreadable"]
"""`unknown` leaves a doubt (read from a picture); `unreadable` is a file that cannot be used, or a scan unread."""


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class NoticeSummaryModel(_Model):
    """Each file is of one state; `findings` by severity, `ignored` by code."""

    total: NonNegativeInt
    correct: NonNegativeInt
    incorrect: NonNegativeInt
    unknown: NonNegativeInt
    unreadable: NonNegativeInt
    findings: dict[Severity, NonNegativeInt]
    ignored: dict[str, NonNegativeInt]


class NoticeAgencyModel(_Model):
    """The agency that the notice was checked as; `row` is its row in the list, None without one."""

    row: PositiveInt | None
    code: str | None
    name: str | None
    kind: Kind | None
    province: str | None


class LawModel(_Model):
    """What is cited: the act, the Buddhist year that it is cited with, section 10."""

    act: bool
    act_year: int | None
    section: bool


class StatedAddressModel(_Model):
    """An address as it stands, and its line in the document's text."""

    address: str
    line: PositiveInt


class NoticeVerdictModel(_Model):
    """The verdict on one address of the notice; `findings` are the address's own (SB1 to SB4, SB7)."""

    value: str | None
    form: Form | None
    correct: bool | None
    meets: MeetsModel | None
    findings: list[FindingModel]


class JudgedAddressModel(NoticeVerdictModel):
    """The address that was judged, and addresses to use instead; `value` is None where the notice states none."""

    suggestions: list[SuggestionModel]


class NoticeFindingModel(FindingModel):
    """A finding that counts, and the line of the document's text that it is about; 1 where it is about the whole."""

    line: PositiveInt


class NoticeModel(_Model):
    """One file. What the notice does not say is None, empty or false; so is all of it where `error` says why.

    `mobiles` counts mobile numbers, which are shown nowhere. `unmatched` says why no agency of the list was found.
    """

    file: str
    kind: Literal["docx", "pdf", "html", "text"] | None
    pages: NonNegativeInt | None
    ocr: bool
    state: State
    agency: NoticeAgencyModel | None
    unmatched: str | None
    issuer: str | None
    subject: str | None
    law: LawModel
    addresses: list[StatedAddressModel]
    websites: list[str]
    channels: list[str]
    telephones: list[str]
    mobiles: NonNegativeInt
    date_: date | None = Field(alias="date")
    date_text: str | None
    position: str | None
    address: JudgedAddressModel | None
    others: list[NoticeVerdictModel]
    findings: list[NoticeFindingModel]
    ignored: list[FindingModel]
    error: str | None


class NoticeRegistryModel(_Model):
    """The registry that the notices were compared with."""

    source: str
    date: str
    agencies: NonNegativeInt


class NoticeGateModel(_Model):
    """What `--fail-on` said; each reason is one why the run fails."""

    passed: bool
    reasons: list[str]


class NoticeDocument(BaseModel):
    """The object that `notice --format json` writes. `list` is the list of `--agency`, None without it."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    schema_: Literal["saraban-check/notice/1"] = Field(alias="schema")
    ruleset: str
    as_of: date | None
    list_: str | None = Field(alias="list")
    summary: NoticeSummaryModel
    registry: NoticeRegistryModel | None = None
    gate: NoticeGateModel | None = None
    notices: list[NoticeModel]

"""The machine contract of `draft notice --format json` as models (see `reports.contract` for the other commands').

`DraftDocument.model_validate_json(text)` gives typed objects, and refuses what is not of this schema.
"""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, NonNegativeInt, PositiveInt

from ..contract import FindingModel, Kind, SourceModel

Blank = Literal["address", "website", "telephone", "position", "signatory"]
Origin = Literal["given", "stated", "issued", "registry", "record", "repair"]
Reason = Literal[
    "not-asked-for",
    "no-name",
    "name-not-thai",
    "name-of-another-kind",
    "name-too-long",
    "name-of-old-status",
    "row-damaged",
    "address-not-correct",
]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class AddressesModel(_Model):
    """Drafts by where their address comes from; `stated`: the agency's own was correct already."""

    stated: NonNegativeInt
    issued: NonNegativeInt
    registry: NonNegativeInt
    record: NonNegativeInt
    repair: NonNegativeInt
    blank: NonNegativeInt


class DraftSummaryModel(_Model):
    """Counts of a list: `total` = `drafted` + `not_drafted` + `not_asked_for` (other groups or provinces)."""

    total: NonNegativeInt
    drafted: NonNegativeInt
    not_drafted: NonNegativeInt
    not_asked_for: NonNegativeInt
    addresses: AddressesModel


class DraftModel(_Model):
    """One draft; `agency` is the name in full that it bears, `files` stand in the folder of `-o` (of one agency: as
    named). `row` and `group` are None where no list was read, `origin` and `address` where the address is a blank.
    `findings` say what is to be noted of an address that was given.
    """

    row: PositiveInt | None
    code: str | None
    name: str | None
    kind: Kind | None
    province: str | None
    group: str | None
    agency: str
    address: str | None
    origin: Origin | None
    blanks: list[Blank]
    files: list[str]
    findings: list[FindingModel]


class LeftOutModel(_Model):
    """An agency without a draft, and why; `findings` are those of an address that is not correct."""

    row: PositiveInt | None
    code: str | None
    name: str | None
    province: str | None
    group: str | None
    reason: Reason
    findings: list[FindingModel]


class DraftDocument(BaseModel):
    """The object that `draft notice --format json` writes; `source` and `summary` are None for one agency."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    schema_: Literal["saraban-check/draft/1"] = Field(alias="schema")
    ruleset: str
    source: SourceModel | None
    date: date
    summary: DraftSummaryModel | None
    drafted: list[DraftModel]
    left_out: list[LeftOutModel]

"""The contract as models: what `--format json` writes (decisions: Machines), of `classify`, `address` and others.

For programs that read the JSON: `ClassifyDocument.model_validate_json(text)` gives typed objects, and refuses what
is not of this schema. Changes are additive: fields may be added, none is renamed or removed under the same `schema`.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, NonNegativeInt, PositiveInt, TypeAdapter

Severity = Literal["error", "warning", "info"]
Form = Literal["dla", "lgo", "own_domain"]
Kind = Literal["pao", "city", "town", "subdistrict", "sao", "pattaya", "bangkok", "central"]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class FindingModel(_Model):
    code: str
    severity: Severity
    message: str
    field: str


class SuggestionModel(_Model):
    """`score` is below 1 where it rests on a name that is only near the registry's."""

    address: str
    origin: Literal["issued", "registry", "record", "repair"]
    score: float = 1.0


class MeetsModel(_Model):
    """Whether each standard is met."""

    regulation: bool
    methods: bool


class AddressModel(_Model):
    """`meets` is None where there is no address, `form` where it has none of the three."""

    raw: str
    value: str | None
    form: Form | None
    correct: bool | None
    meets: MeetsModel | None


class FactsModel(_Model):
    upgraded: bool | None
    notice: bool | None
    posted: bool | None
    delivery: Literal["delivered", "full", "failed", "unknown"]


class ReportModel(_Model):
    """What a mail system's report says of the address; `date` is ISO 8601, `message` the file and the message in it."""

    status: Literal["full", "failed", "delayed", "delivered", "unknown"]
    enhanced_code: str
    smtp_code: str
    diagnostic: str
    date: str | None
    message: str


class DomainModel(_Model):
    """What DNS says of a domain; it never proves delivery. `spf` and `dmarc` are None where not known."""

    domain: str
    reception: Literal["can-receive", "cannot-receive", "unknown"]
    reason: Literal[
        "mx",
        "address-only",
        "nxdomain",
        "null-mx",
        "no-address",
        "timeout",
        "servfail",
        "refused",
        "no-answer",
        "not-a-name",
    ]
    mail_servers: list[str]
    spf: bool | None
    dmarc: bool | None


class EvidenceModel(_Model):
    """What is known of delivery besides the cell."""

    report: ReportModel | None
    domain: DomainModel | None


class DeliverySourcesModel(_Model):
    """Agencies by where their delivery is known from."""

    cell: NonNegativeInt
    bounce: NonNegativeInt
    dns: NonNegativeInt
    assumed: NonNegativeInt
    unknown: NonNegativeInt


class DeliveryModel(_Model):
    """What was read of delivery: whose it is, addresses that are no agency's, reports that name no recipient."""

    sources: DeliverySourcesModel
    unlisted_addresses: NonNegativeInt
    without_address: NonNegativeInt


class StatedNoticeModel(_Model):
    """What the notice of one agency states; `readable` is False for a scan, `ocr` True where it was read from one."""

    file: str
    addresses: list[str]
    date: str | None
    readable: bool
    ocr: bool


class UnusedNoticeModel(_Model):
    file: str
    reason: str


class NoticesModel(_Model):
    """How many notices were read and how many agencies have one; `unused` names the first of those beside no row."""

    files: NonNegativeInt
    matched: NonNegativeInt
    unused_count: NonNegativeInt
    unused: list[UnusedNoticeModel]


class DnsModel(_Model):
    """How many domains DNS was asked for, by what came of it; `not_checked` says why none was."""

    not_checked: str | None
    can_receive: NonNegativeInt
    cannot_receive: NonNegativeInt
    unknown: NonNegativeInt


class RegistryAgencyModel(_Model):
    code: str
    name: str


class RegistryMatchModel(_Model):
    """What the agency was found as in the registry, by its code or its name; `score` is 0 to 1."""

    match: Literal["exact", "near", "ambiguous"]
    score: float
    agencies: list[RegistryAgencyModel]


class AgencyModel(_Model):
    """One agency; `row` is its row as the spreadsheet shows it, or the line on which its record starts.

    `matches_issued` says whether the address is one of those issued; None where there is nothing to compare.
    `delivery_source` is where the delivery among the facts came from; None where it is unknown.
    """

    row: PositiveInt
    name: str | None
    kind: Kind | None
    amphoe: str | None = None
    province: str | None
    code: str | None
    address: AddressModel
    matches_issued: bool | None = None
    facts: FactsModel
    delivery_source: Literal["cell", "bounce", "dns", "assumed"] | None = None
    group: str
    candidates: list[str]
    may_be_outside: bool
    findings: list[FindingModel]
    suggestions: list[SuggestionModel]
    steps: list[str]
    registry: RegistryMatchModel | None = None
    evidence: EvidenceModel | None = None
    notice: StatedNoticeModel | None = None


class UnusedColumnModel(_Model):
    """A column that serves as no field; `column` as a spreadsheet calls it.

    `probably` is the field that it may be: its heading names it, but another column has it (`why` is `rival`); a word
    of its heading (`words`); what it holds (`cells`). `map` is the option that would use it. With `probably` None,
    `cells` says that its heading names a field that its cells cannot be.
    """

    heading: str
    column: str
    probably: str | None
    map: str | None
    why: Literal["rival", "words", "cells"] | None


class SourceModel(_Model):
    """`columns` are the headings by the field that they serve as; `columns_unused` are the others.

    `notes`: what is wrong with the list as a whole, such as Thai that was lost when it was exported.
    """

    file: str
    sheet: str | None
    header_row: PositiveInt
    columns: dict[str, str]
    notes: list[str] | None = None
    columns_unused: list[UnusedColumnModel] = []


class IssuedModel(_Model):
    """Agencies by whether their address is one of those issued; `none`: there is nothing to compare."""

    match: NonNegativeInt
    differ: NonNegativeInt
    none: NonNegativeInt


class SummaryModel(_Model):
    """`issued` is there where the list has a column of issued addresses."""

    total: NonNegativeInt
    groups: dict[str, NonNegativeInt]
    undetermined: NonNegativeInt
    outside_table: NonNegativeInt
    follow_up: NonNegativeInt
    findings: dict[Severity, NonNegativeInt] = {}
    ignored: dict[str, PositiveInt] = {}
    issued: IssuedModel | None = None


class AssumeModel(_Model):
    delivery: Literal["delivered", "failed"]


class IgnoreModel(_Model):
    rule: str
    reason: str


class SettingsModel(_Model):
    """What a team's settings added to the published rules; only the domains change verdicts."""

    severity: dict[str, Severity]
    ignore: list[IgnoreModel]
    free_mail: list[str]
    accepted_domains: list[str]


class FixedModel(_Model):
    """A finding that the baseline knew and that is gone; `listed`: whether its agency is still in the list."""

    agency: str
    code: str
    times: PositiveInt
    listed: bool


class BaselineModel(_Model):
    new: NonNegativeInt
    known: NonNegativeInt
    fixed: list[FixedModel]


class RegistryModel(_Model):
    """The registry that codes and names were looked up in; `date` is ISO 8601."""

    source: str
    date: str
    agencies: PositiveInt


class UpgradeModel(_Model):
    """An agency that was probably upgraded, asked for by `--suggest-upgrades`."""

    row: PositiveInt
    old_code: str
    new_code: str | None
    new_kind: Kind
    evidence: Literal["registry", "kind", "code"]


class GateModel(_Model):
    passed: bool
    reasons: list[str]
    baseline: BaselineModel | None = None


class SetAsideModel(_Model):
    """A row of the list that is no agency and not counted: the header again, a total, a note, a source, an author."""

    row: PositiveInt
    kind: Literal["header", "title", "page", "total", "note", "source", "author"]
    text: str


class ClassifyDocument(BaseModel):
    """The object that `classify --format json` writes."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    schema_: Literal["saraban-check/classify/1"] = Field(alias="schema")
    ruleset: str
    source: SourceModel
    summary: SummaryModel
    table: Literal["own"] | None = None
    assume: AssumeModel | None = None
    settings: SettingsModel | None = None
    delivery: DeliveryModel | None = None
    dns: DnsModel | None = None
    notices: NoticesModel | None = None
    registry: RegistryModel | None = None
    probable_upgrades: list[UpgradeModel] | None = None
    gate: GateModel | None = None
    set_aside: list[SetAsideModel] = []
    agencies: list[AgencyModel]


class AddressCheckModel(_Model):
    """One entry of the list that `address --format json` writes; `dns` is None where DNS was not asked."""

    input: str
    value: str | None
    form: Form | None
    correct: bool | None
    meets: MeetsModel | None
    matches_issued: bool | None = None
    registry: RegistryMatchModel | None = None
    findings: list[FindingModel]
    suggestions: list[SuggestionModel]
    dns: DomainModel | None = None


AddressDocument = TypeAdapter(list[AddressCheckModel])
"""The whole list: `AddressDocument.validate_json(text)`."""


class AddedDomainsModel(_Model):
    """The domains that a round's settings added to the published lists."""

    free_mail: list[str]
    accepted_domains: list[str]


class RoundModel(_Model):
    """One of the two inputs. `saved_from` is the list that an earlier result came from; `table` is there where the
    group table was not the published one, `settings` where they added domains.
    """

    file: str
    sheet: str | None
    saved_from: str | None
    ruleset: str
    assume: str | None
    total: NonNegativeInt
    groups: dict[str, NonNegativeInt]
    undetermined: NonNegativeInt
    outside_table: NonNegativeInt
    done: NonNegativeInt
    table: Literal["own"] | None = None
    settings: AddedDomainsModel | None = None


class ChangesModel(_Model):
    """Agencies by what became of them; of the unmatched, each row of each round counts."""

    worsened: NonNegativeInt
    improved: NonNegativeInt
    unclear: NonNegativeInt
    unchanged: NonNegativeInt
    new: NonNegativeInt
    gone: NonNegativeInt
    unmatched: NonNegativeInt


class MoveModel(_Model):
    """How many agencies went from one group to another, or stayed; the groups may be `outside` and `undetermined`."""

    old: str
    new: str
    count: PositiveInt


class ProvinceTotalsModel(_Model):
    total: NonNegativeInt
    done: NonNegativeInt


class ProvinceChangesModel(_Model):
    """One province; `code` and `name` are None for the agencies whose province is not known."""

    code: str | None
    name: str | None
    old: ProvinceTotalsModel
    new: ProvinceTotalsModel
    changes: ChangesModel
    address_changed: NonNegativeInt


class StandingModel(_Model):
    """An agency in one round; `address` is empty where there is none, None where it could not be read."""

    row: PositiveInt
    name: str | None
    kind: Kind | None
    amphoe: str | None
    province: str | None
    code: str | None
    address: str | None
    group: str


class EntryModel(_Model):
    """What became of one agency; `maybe_upgraded` is the row of the other round that it may be."""

    change: Literal["worsened", "improved", "unclear", "unchanged", "new", "gone", "unmatched"]
    address_changed: bool
    matched_by: Literal["code", "name", "district"] | None
    why_not: Literal["code-twice", "several", "incomplete", "no-identity", "nothing-shared"] | None
    maybe_upgraded: PositiveInt | None
    old: StandingModel | None
    new: StandingModel | None


class CompareDocument(BaseModel):
    """The object that `compare --format json` writes."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    schema_: Literal["saraban-check/compare/1"] = Field(alias="schema")
    ruleset: str
    old: RoundModel
    new: RoundModel
    changes: ChangesModel
    address_changed: NonNegativeInt
    matrix: list[MoveModel]
    provinces: list[ProvinceChangesModel]
    agencies: list[EntryModel]


class FixSourceModel(_Model):
    file: str
    sheet: str | None
    header_row: PositiveInt


class FixSummaryModel(_Model):
    """`kinds` counts cells by what was done to them; some have two things done."""

    changed_cells: NonNegativeInt
    changed_rows: NonNegativeInt
    not_changed: NonNegativeInt
    kinds: dict[str, PositiveInt]


class CellChangeModel(_Model):
    """`cell` is None for a text file, `origin` for a safe change."""

    row: PositiveInt
    cell: str | None
    column: str
    field: Literal["code", "address", "issued"]
    before: str
    after: str
    kinds: list[Literal["cleaned", "case", "zero", "code-cleaned", "suggested"]]
    safe: bool
    origin: Literal["issued", "registry", "record", "repair"] | None
    why: str


class NotChangedModel(_Model):
    """A cell to be looked at by hand; `column` is None for a whole row."""

    row: PositiveInt
    cell: str | None
    column: str | None
    field: Literal["row", "code", "address", "issued"]
    found: str
    reason: Literal[
        "damaged",
        "unreadable",
        "formula",
        "merged",
        "special",
        "several",
        "other-text",
        "no-address",
        "blank",
        "ambiguous",
        "taken",
        "link",
    ]
    why: str


class FixDocument(BaseModel):
    """The object that `fix --format json` writes; `output` is None where no file was written."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    schema_: Literal["saraban-check/fix/1"] = Field(alias="schema")
    ruleset: str
    source: FixSourceModel
    output: str | None
    unsafe: bool
    summary: FixSummaryModel
    changes: list[CellChangeModel]
    not_changed: list[NotChangedModel]

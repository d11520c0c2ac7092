"""The machine contract as models: what `classify --format json` and `address --format json` write (SPEC section 10).

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
    address: str
    origin: Literal["issued", "registry", "record", "repair"]


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


class AgencyModel(_Model):
    """One agency; `row` is its row as the spreadsheet shows it, or the line on which its record starts."""

    row: PositiveInt
    name: str | None
    kind: Kind | None
    amphoe: str | None = None
    province: str | None
    code: str | None
    address: AddressModel
    facts: FactsModel
    group: str
    candidates: list[str]
    may_be_outside: bool
    findings: list[FindingModel]
    suggestions: list[SuggestionModel]
    steps: list[str]


class SourceModel(_Model):
    file: str
    sheet: str | None
    header_row: PositiveInt
    columns: dict[str, str]


class SummaryModel(_Model):
    total: NonNegativeInt
    groups: dict[str, NonNegativeInt]
    undetermined: NonNegativeInt
    outside_table: NonNegativeInt
    follow_up: NonNegativeInt
    findings: dict[Severity, NonNegativeInt] = {}
    ignored: dict[str, PositiveInt] = {}


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


class GateModel(_Model):
    passed: bool
    reasons: list[str]
    baseline: BaselineModel | None = None


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
    gate: GateModel | None = None
    agencies: list[AgencyModel]


class AddressCheckModel(_Model):
    """One entry of the list that `address --format json` writes."""

    input: str
    value: str | None
    form: Form | None
    correct: bool | None
    meets: MeetsModel | None
    findings: list[FindingModel]
    suggestions: list[SuggestionModel]


AddressDocument = TypeAdapter(list[AddressCheckModel])
"""The whole list: `AddressDocument.validate_json(text)`."""

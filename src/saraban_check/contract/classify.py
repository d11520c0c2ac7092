"""A classified list: what `classify --format json` writes, and `compare` reads back."""

from typing import Annotated, NotRequired

from typing_extensions import TypedDict

from .agency import AgencyJson
from .evidence import DeliveryJson, DnsJson, NoticesJson
from .gate import ListGateJson
from .registry import RegistryUsedJson
from .source import CheckedSourceJson, SetAsideJson
from .words import Code, Count, Day, Group, KindWord, Row, RuleCode, RulesetDay, SeverityWord, closed, one_of


class IssuedJson(TypedDict):
    """Agencies by whether their address is one of those issued."""

    match: Count
    differ: Count
    none: Count
    """There is nothing to compare."""


class SummaryJson(TypedDict):
    """The counts of a list."""

    total: Count
    groups: dict[Group, Count]
    """Every group of the table, those without agencies too."""
    undetermined: Count
    outside_table: Count
    follow_up: Count
    """Agencies that are not in group A."""
    findings: NotRequired[dict[SeverityWord, Count]]
    ignored: NotRequired[dict[RuleCode, Count]]
    issued: NotRequired[IssuedJson]
    """Only where the list has a column of issued addresses."""


class AssumeJson(TypedDict):
    """What `--assume` said."""

    delivery: Annotated[str, one_of("delivered", "failed")]


class IgnoreJson(TypedDict):
    """A rule that does not count."""

    rule: RuleCode
    reason: str


class AddedDomainsJson(TypedDict):
    """The domains that settings added to the published lists; they change verdicts."""

    free_mail: list[str]
    accepted_domains: list[str]


class PolicyJson(AddedDomainsJson):
    """What a team's settings added to the published rules."""

    severity: dict[RuleCode, SeverityWord]
    ignore: list[IgnoreJson]


class UpgradeJson(TypedDict):
    """An agency that was probably upgraded."""

    row: Row
    old_code: Code
    new_code: Code | None
    new_kind: KindWord
    evidence: Annotated[str, one_of("registry", "kind", "code")]


class ConditionJson(TypedDict):
    """A cross-section, and the values one of which each agency has."""

    by: Annotated[str, one_of("province", "kind", "group", "rule", "form", "provider", "column")]
    heading: str | None
    """Of a column of the list."""
    values: list[str | None]
    """Keys (of provinces, their numbers), or for a column the cells as they are shown; null where it is not known."""


class StandingJson(TypedDict):
    """How a province stands beside the whole list; a share is that of the agencies in A."""

    done: Count
    total: Count
    whole_done: Count
    whole_total: Count
    rank: Count | None
    """1 for the largest share; null where there is nothing to rank."""
    of: Count
    """Provinces that are ranked."""
    equal: Count
    """Others with the same rank."""


class SelectionJson(TypedDict):
    """The part of the list that all of the result is of; agencies that are outside stand nowhere else in it."""

    where: list[ConditionJson]
    """All of them hold."""
    left_out: Count
    """Agencies outside."""
    left_out_without_province: Count
    """Those of them whose province is not known."""
    left_out_set_aside: Count
    """Rows of the whole list that are no agencies."""
    standing: NotRequired[StandingJson]
    """Only of one province, without another condition."""


@closed
class ClassifyJson(TypedDict):
    """What `classify --format json` writes; a line of its JSON Lines is one of `agencies`."""

    schema: Annotated[str, one_of("saraban-check/classify/1")]
    ruleset: RulesetDay
    """The day of the published table."""
    as_of: Day | None
    """The day that the data are of, by `--as-of` or a title line of the list; null where nobody says it."""
    source: CheckedSourceJson
    summary: SummaryJson
    selection: NotRequired[SelectionJson]
    """Only where `--province` or `--where` narrowed the list."""
    table: NotRequired[Annotated[str, one_of("own")]]
    """Only where the table was not the published one."""
    assume: NotRequired[AssumeJson]
    delivery: NotRequired[DeliveryJson]
    dns: NotRequired[DnsJson]
    notices: NotRequired[NoticesJson]
    settings: NotRequired[PolicyJson]
    registry: NotRequired[RegistryUsedJson]
    probable_upgrades: NotRequired[list[UpgradeJson]]
    """Only where `--suggest-upgrades` asked for them."""
    gate: NotRequired[ListGateJson]
    set_aside: NotRequired[list[SetAsideJson]]
    agencies: list[AgencyJson]

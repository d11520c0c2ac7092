"""Two rounds of a list compared: what `compare --format json` writes."""

from typing import Annotated, NotRequired

from typing_extensions import TypedDict

from ..model.delivery import Delivery
from .classify import AddedDomainsJson
from .identity import IdentityWithKindJson
from .words import Count, Day, Group, Row, RulesetDay, closed, one_of


class RoundJson(TypedDict):
    """One of the two inputs."""

    file: str
    sheet: str | None
    saved_from: str | None
    """The list that an earlier result came from."""
    ruleset: RulesetDay
    assume: str | None
    total: Count
    groups: dict[Group, Count]
    undetermined: Count
    outside_table: Count
    done: Count
    as_of: NotRequired[Day | None]
    """The day that its data are of; null where nobody says it."""
    table: NotRequired[Annotated[str, one_of("own")]]
    """Only where the table was not the published one."""
    settings: NotRequired[AddedDomainsJson]
    """Only where they added domains."""


class ChangesJson(TypedDict):
    """Agencies by what became of them; of the unmatched, each row of each round counts."""

    worsened: Count
    improved: Count
    unclear: Count
    unchanged: Count
    new: Count
    gone: Count
    unmatched: Count


class MoveJson(TypedDict):
    """How many agencies went from one group to another, or stayed."""

    old: Group
    new: Group
    count: Count


class ProvinceTotalsJson(TypedDict):
    """The agencies of a province in one round."""

    total: Count
    done: Count


class ProvinceJson(TypedDict):
    """What became of the agencies of one province; `code` and `name` are null for those whose province is unknown."""

    code: str | None
    name: str | None
    old: ProvinceTotalsJson
    new: ProvinceTotalsJson
    changes: ChangesJson
    address_changed: Count


class FactMoveJson(TypedDict):
    """A fact that is not what it was."""

    fact: Annotated[str, one_of("address", "delivery", "notice", "posted")]
    old: bool | Annotated[str, one_of(*Delivery)] | None
    new: bool | Annotated[str, one_of(*Delivery)] | None
    """`address`: whether it is correct."""
    became: Annotated[str, one_of("better", "worse", "neither")]
    """`neither` where it was not known, or is not now."""


class LookalikesJson(TypedDict):
    """Both addresses; in brackets the characters that look the same and are not."""

    old: str
    new: str


class StandingJson(IdentityWithKindJson):
    """An agency in one round."""

    row: Row
    amphoe: str | None
    address: str | None
    """Empty where there is none, null where it could not be read."""
    group: Group


class ComparedJson(TypedDict):
    """What became of one agency."""

    change: Annotated[str, one_of("worsened", "improved", "unclear", "unchanged", "new", "gone", "unmatched")]
    address_changed: bool
    matched_by: Annotated[str, one_of("code", "name", "district")] | None
    why_not: Annotated[str, one_of("code-twice", "several", "incomplete", "no-identity", "nothing-shared")] | None
    """Why it was matched with none."""
    maybe_upgraded: Row | None
    """The row of the other round that it may be."""
    old: StandingJson | None
    new: StandingJson | None
    moved: NotRequired[list[FactMoveJson]]
    """The facts that are not what they were; only where there are any."""
    lookalikes: NotRequired[LookalikesJson]
    """Only where the addresses differ in nothing but characters that look the same."""


class ProvinceSeriesJson(TypedDict):
    """A province, a number for each round; `code` and `name` are null for those whose province is unknown."""

    code: str | None
    name: str | None
    total: list[Count]
    done: list[Count]


class SeriesJson(TypedDict):
    """Figures over time: a number for each of `rounds`, in their order."""

    total: list[Count]
    done: list[Count]
    groups: dict[Group, list[Count]]
    undetermined: list[Count]
    outside_table: list[Count]
    provinces: list[ProvinceSeriesJson]


class OfProvinceJson(TypedDict):
    """The province that all of a comparison was narrowed to."""

    code: str
    name: str


@closed
class CompareJson(TypedDict):
    """What `compare --format json` writes."""

    schema: Annotated[str, one_of("saraban-check/compare/1")]
    ruleset: RulesetDay
    old: RoundJson
    new: RoundJson
    changes: ChangesJson
    address_changed: Count
    matrix: list[MoveJson]
    provinces: list[ProvinceJson]
    rounds: NotRequired[list[RoundJson]]
    """All rounds, in the order in which they were given: `old` is the first, `new` the last."""
    series: NotRequired[SeriesJson]
    province: NotRequired[OfProvinceJson]
    """Only where `--province` narrowed the comparison: then everything is of that province."""
    agencies: list[ComparedJson]

"""What a gate said: whether a run passed, and how a list stands against its baseline; the baseline's file itself."""

from typing import Annotated, NotRequired

from typing_extensions import TypedDict

from .words import Count, Group, RuleCode, closed, one_of


class FixedJson(TypedDict):
    """A finding that the baseline knew and that is gone."""

    agency: str
    code: RuleCode
    times: Count
    listed: bool
    """Whether its agency is still in the list."""


class AgainstBaselineJson(TypedDict):
    """How a list stands against its baseline."""

    new: Count
    known: Count
    fixed: list[FixedJson]


class GateJson(TypedDict):
    """What `--fail-on` and its like said."""

    passed: bool
    reasons: list[str]
    """Why the run fails."""


class ListGateJson(GateJson):
    """The gate of a list."""

    baseline: NotRequired[AgainstBaselineJson]


class KnownJson(TypedDict):
    """What was known of one agency."""

    name: str
    groups: dict[Group, Count]
    findings: dict[RuleCode, Count]
    amphoe: NotRequired[str]
    namesake: NotRequired[bool]
    """Another agency of the list may have the same name."""


@closed
class BaselineJson(TypedDict):
    """The file of `--baseline`."""

    schema: Annotated[str, one_of("saraban-check/baseline/1")]
    agencies: dict[str, KnownJson]
    """By code, or by kind, name and place, or by address."""

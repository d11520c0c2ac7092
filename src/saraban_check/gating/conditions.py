"""What a gate stops at (`--fail-on`): a group, a rule, a severity, or an outcome that is no group."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ..model.assessment import OUTSIDE, UNDETERMINED
from ..model.errors import RequestError
from ..model.finding import Rule, Severity
from ..model.near import meant
from ..model.policy import Policy
from ..model.text import Text
from ..rules.catalogue import RULES, find_rule, rule_names
from ..rules.sb4_domain import SB401

if TYPE_CHECKING:
    from ..checks.summary import Summary
    from ..grouping.table import GroupTable
    from ..model.finding import Finding

SEVERITIES = {severity.value: severity for severity in (Severity.ERROR, Severity.WARNING)}
"""The severities that a gate can stop at; a note is never a reason to fail."""
USUAL_CONDITIONS = (Severity.ERROR.value, Severity.WARNING.value)
"""What counts where nothing was asked for by name: a baseline without `--fail-on` stops at what is new of these."""

_BAD = Text(
    "--fail-on {found}: ไม่รู้จักเงื่อนไขนี้{near} ใช้ {choices} หรือรหัสเหตุผล เช่น {example}",
    "--fail-on {found}: no such condition{near}; use {choices}, or a rule such as {example}",
)


def read_conditions(text: str | None, table: "GroupTable") -> tuple[str, ...]:
    """The conditions of a text such as `B,E,error,SB401`, each once; a letter stands for all its groups.

    Raises RequestError as `conditions_among` does.
    """
    return conditions_among(text, (*table.groups, *SEVERITIES, UNDETERMINED, OUTSIDE), SB401, table.groups)


def conditions_among(
    text: str | None, choices: Sequence[str], example: Rule, groups: Sequence[str] = ()
) -> tuple[str, ...]:
    """The conditions of a text, each once: one of the `choices`, a letter of the `groups`, or a rule.

    Raises RequestError for any other word, and for a text without one: an unset variable must not open the gate.
    """
    if text is None:
        return ()
    names = {name.casefold(): name for name in choices}
    found: list[str] = []
    for part in [part.strip() for part in text.split(",") if part.strip()] or [text]:
        lettered = [group for group in groups if group[:1].casefold() == part.casefold()]
        if part.casefold() in names:
            found.append(names[part.casefold()])
        elif lettered:
            found += lettered
        elif (rule := find_rule(part)) is not None:
            found.append(rule.code)
        else:
            near = meant(part, (*choices, *rule_names()))
            raise RequestError(_BAD, found=part, near=near, choices=", ".join(choices), example=example.code)
    return tuple(dict.fromkeys(found))


def count_met(condition: str, summary: "Summary") -> int:
    """How many findings, or agencies, meet a condition."""
    if (severity := SEVERITIES.get(condition)) is not None:
        return summary.findings_of(severity)
    if condition == UNDETERMINED:
        return summary.undetermined
    if condition == OUTSIDE:
        return summary.outside
    if condition in _RULE_CODES:
        return summary.rules[condition]
    return summary.groups.get(condition, 0)


def is_met_by(condition: str, finding: "Finding") -> bool:
    """Whether a condition counts this finding: its rule, or its severity."""
    return finding.code == condition or finding.severity is SEVERITIES.get(condition)


def uncounted_errors(conditions: Sequence[str], summary: "Summary") -> int:
    """How many errors a gate passes by that stops at warnings: whoever asked for those may think them included."""
    if Severity.WARNING.value not in conditions or Severity.ERROR.value in conditions:
        return 0
    return summary.findings_of(Severity.ERROR)


_RULE_CODES = frozenset(rule.code for rule in RULES)


_IGNORED_CONDITION = Text(
    "--fail-on {code}: การตั้งค่าให้ไม่นับเหตุผลนี้ ลบออกจาก ignore หรือจาก --fail-on",
    "--fail-on {code}: the settings ignore this rule; take it out of one of the two",
)


def refuse_ignored(conditions: Iterable[str], policy: Policy) -> None:
    """Raises RequestError where a condition is a rule that the settings ignore: it could never be met."""
    for condition in conditions:
        if condition in policy.ignored:
            raise RequestError(_IGNORED_CONDITION, code=condition)

"""What a gate of notices stops at (`notice --fail-on`): a severity, a state, or a rule."""

from collections.abc import Iterable

from ..checks.notice_summary import NoticeSummary
from ..model.errors import RequestError
from ..model.notice import NoticeState
from ..model.result import NoticeResult
from ..model.text import Text
from ..rules.catalogue import find_rule
from ..rules.sb52_channels import SB521
from .conditions import SEVERITIES
from .gate import met_condition

_STATES = {
    "incorrect": (NoticeState.INCORRECT,),
    "unknown": (NoticeState.UNKNOWN, NoticeState.UNREADABLE),  # what nobody could read is not known either
}
_BAD = Text(
    "--fail-on {found}: ไม่รู้จักเงื่อนไขนี้ ใช้ {choices} หรือรหัสเหตุผล เช่น {example}",
    "--fail-on {found}: no such condition; use {choices}, or a rule such as {example}",
)


def read_notice_conditions(text: str | None) -> tuple[str, ...]:
    """The conditions of a text such as `warning,unknown,SB525`, each once; none where nothing was asked.

    Raises RequestError for any other word, and for a text without one: an unset variable must not open the gate.
    """
    if text is None:
        return ()
    found = []
    for part in [part.strip() for part in text.split(",") if part.strip()] or [text]:
        rule = find_rule(part)
        if part.casefold() in (*SEVERITIES, *_STATES):
            found.append(part.casefold())
        elif rule is not None:
            found.append(rule.code)
        else:
            choices = ", ".join((*SEVERITIES, *_STATES))
            raise RequestError(_BAD, found=part, choices=choices, example=SB521.code)
    return tuple(dict.fromkeys(found))


def met_by_notices(conditions: Iterable[str], summary: NoticeSummary) -> tuple[Text, ...]:
    """The reasons for failing: each condition that is met, and how often."""
    counts = ((condition, _count(condition, summary)) for condition in conditions)
    return tuple(met_condition(condition, count) for condition, count in counts if count)


def notices_fail(results: Iterable[NoticeResult], reasons: tuple[Text, ...] | None) -> bool:
    """Whether the gate stops them: by the conditions that are met; where none was asked, any that is not correct."""
    return any(result.state is not NoticeState.CORRECT for result in results) if reasons is None else bool(reasons)


def _count(condition: str, summary: NoticeSummary) -> int:
    if (severity := SEVERITIES.get(condition)) is not None:
        return summary.severities[severity]
    if condition in _STATES:
        return sum(summary.states[state] for state in _STATES[condition])
    return summary.told(condition)

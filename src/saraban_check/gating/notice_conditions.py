"""What a gate of notices stops at (`notice --fail-on`): a severity, a state, or a rule."""

from collections.abc import Iterable

from ..checks.notice_summary import NoticeSummary
from ..model.notice import NoticeState
from ..model.result import NoticeResult
from ..model.text import Text
from ..rules.sb52_channels import SB521
from .conditions import SEVERITIES, conditions_among
from .gate import met_condition

_STATES = {
    "incorrect": (NoticeState.INCORRECT,),
    "unknown": (NoticeState.UNKNOWN, NoticeState.UNREADABLE),  # what nobody could read is not known either
}


def read_notice_conditions(text: str | None) -> tuple[str, ...]:
    """The conditions of a text such as `warning,unknown,SB525`, each once; none where nothing was asked.

    Raises RequestError as `conditions_among` does.
    """
    return conditions_among(text, (*SEVERITIES, *_STATES), SB521)


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

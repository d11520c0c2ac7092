"""What a gate of notices stops at (`notice --fail-on`): a severity, a state, or a rule."""

from collections.abc import Iterable, Iterator

from ..checks.notice_summary import NoticeSummary
from ..model.finding import Finding
from ..model.notice import NoticeState
from ..model.result import NoticeFinding, NoticeResult
from ..model.text import Text
from ..rules.sb52_channels import SB521
from .conditions import SEVERITIES, USUAL_CONDITIONS, conditions_among, is_met_by
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


def is_counted(result: NoticeResult, conditions: Iterable[str]) -> bool:
    """Whether the gate counts the notice for its state; where nothing was asked, as `notices_fail`."""
    wanted = tuple(conditions) or tuple(_STATES)
    return any(result.state in _STATES.get(condition, ()) for condition in wanted)


def counted_in(result: NoticeResult, conditions: tuple[str, ...]) -> Iterator[tuple[NoticeFinding, Finding]]:
    """What the gate counts of a notice, each with the finding behind which it lies, or itself.

    Of a notice that is counted for its state these are the errors and warnings.
    """
    wanted = (*conditions, *(USUAL_CONDITIONS if is_counted(result, conditions) else ()))
    for found in result.findings:
        if any(is_met_by(condition, found.finding) for condition in wanted):
            yield found, found.finding
        for faults in found.behind:
            yield from ((found, finding) for finding in faults.findings if finding.code in conditions)


def _count(condition: str, summary: NoticeSummary) -> int:
    if (severity := SEVERITIES.get(condition)) is not None:
        return summary.severities[severity]
    if condition in _STATES:
        return sum(summary.states[state] for state in _STATES[condition])
    return summary.told(condition)

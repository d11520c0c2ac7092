"""How many notices came to what, and what was found how often: the same in every format."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from ..model.finding import Rule, Severity
from ..model.notice import NoticeState
from ..model.result import NoticeResult


class NoticeSummary(NamedTuple):
    """`rules` counts the findings that count, by the rule as it weighs in each; `behind` by code those that lie behind
    them; `ignored` by code those that the settings leave out. `warned` is how many of the correct ones have warnings.
    """

    total: int
    states: dict[NoticeState, int]
    severities: dict[Severity, int]
    rules: Counter[Rule]
    behind: Counter[str]
    ignored: Counter[str]
    warned: int = 0

    @property
    def fired(self) -> tuple[tuple[Rule, int], ...]:
        """The rules that count, each as it weighs, and how often; what was found most often first."""
        return tuple(sorted(self.rules.items(), key=lambda one: (-one[1], one[0].code, one[0].severity.value)))

    def told(self, code: str) -> int:
        """How often a rule is told, in its own right or behind another."""
        return sum(count for rule, count in self.rules.items() if rule.code == code) + self.behind[code]


def summary_of(results: Iterable[NoticeResult]) -> NoticeSummary:
    """The figures of these notices."""
    states, severities = Counter[NoticeState](), Counter[Severity]()
    rules, behind, ignored = Counter[Rule](), Counter[str](), Counter[str]()
    warned = 0
    for result in results:
        warned += result.state is NoticeState.CORRECT and result.warnings > 0
        states[result.state] += 1
        severities.update(found.severity for found in result.findings)
        rules.update(found.rule for found in result.findings)
        behind.update(one.code for found in result.findings for faults in found.behind for one in faults.findings)
        ignored.update(finding.code for finding in result.ignored)
    return NoticeSummary(
        states.total(),
        {state: states[state] for state in NoticeState},
        {severity: severities[severity] for severity in Severity},
        rules,
        behind,
        ignored,
        warned,
    )

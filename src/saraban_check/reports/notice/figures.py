"""How many notices came to what, and what was found how often: the same in every format."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from ...model.finding import Rule, Severity
from .entries import Entry
from .outcomes import Outcome


class Figures(NamedTuple):
    """`rules` counts findings by the rule as it weighs in each, `ignored` by code those that the settings leave out.

    `warned` is how many of the correct ones have warnings.
    """

    total: int
    outcomes: dict[Outcome, int]
    severities: dict[Severity, int]
    rules: Counter[Rule]
    ignored: Counter[str]
    warned: int = 0


def figures_of(entries: Iterable[Entry]) -> Figures:
    """The figures of these files."""
    outcomes, severities = Counter[Outcome](), Counter[Severity]()
    rules, ignored = Counter[Rule](), Counter[str]()
    warned = 0
    for entry in entries:
        warned += entry.outcome is Outcome.CORRECT and entry.warnings > 0
        outcomes[entry.outcome] += 1
        severities.update(told.finding.severity for told in entry.told)
        rules.update(told.finding.rule for told in entry.told)
        ignored.update(finding.code for finding in entry.ignored)
    return Figures(
        outcomes.total(),
        {outcome: outcomes[outcome] for outcome in Outcome},
        {severity: severities[severity] for severity in Severity},
        rules,
        ignored,
        warned,
    )

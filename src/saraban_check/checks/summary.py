"""How many agencies are in each group, and what there is to do, in order of how many it helps.

Agencies are counted as they come: those of which the same is counted are one tally, with the first of their rows. A
list of a million rows has some dozens of tallies. All that a summary says is worked out from them at its end.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ..grouping.table import GroupTable
from ..model.agency_result import Judged
from ..model.assessment import DONE, OUTSIDE, UNDETERMINED, Step
from ..model.delivery import Delivery, DeliverySource
from ..model.finding import Rule, Severity
from ..model.policy import NO_POLICY, Policy, weighing
from ..reference.folding import is_english
from ..reference.steps import steps
from ..rules.catalogue import BY_CODE, RULES
from ..rules.sb53_issue import ADDRESS_OF_WRONG_NOTICE
from .open_tasks import RESEND, open_tasks_of

_ROWS_NAMED = 5


class Action(NamedTuple):
    """One thing to do: for how many agencies, in which groups, and the first rows."""

    step: Step
    agencies: int
    groups: dict[str, int]
    rows: tuple[int, ...]


NOTED = (*(rule for rule in RULES if rule.is_noted), ADDRESS_OF_WRONG_NOTICE)
"""The rules whose first rows a screen names."""


class IssuedCounts(NamedTuple):
    """Agencies by whether their address is one of those issued to them; `none`: there is nothing to compare."""

    match: int
    differ: int
    none: int


class Counted(NamedTuple):
    """What is counted of an agency: rules by their codes (`noted`: those of `NOTED`), steps by their keys, its delivery
    by where it is known from (None where it is not), and what has to be found out or done where no step says it."""

    group: str
    delivery: DeliverySource | None
    is_answered: bool
    is_english: bool
    rules: tuple[str, ...]
    noted: tuple[str, ...]
    ignored: tuple[str, ...]
    matches_issued: bool | None
    steps: tuple[str, ...]
    tasks: tuple[str, ...]
    missing: tuple[str, ...]


class Tally(NamedTuple):
    """What is the same of some agencies, how many they are, and their first rows."""

    counted: Counted
    agencies: int
    rows: tuple[int, ...]


def counted_of(agency: Judged) -> tuple[object, ...]:
    """What is counted of an agency, as a `Counted` has it; a plain tuple, for one is made of each of many rows."""
    record, findings, steps, outcome = agency.record, agency.findings, agency.steps, agency.outcome
    facts, group, evidence, ignored = record.facts, outcome.group, agency.evidence, agency.ignored
    tasks: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    if not steps and group in (UNDETERMINED, OUTSIDE):
        tasks, missing = open_tasks_of(agency), outcome.missing
    return (
        group,
        None if facts.delivery is Delivery.UNKNOWN else facts.delivery_source,
        evidence is not None and evidence.answer is not None,
        record.name.isascii() and is_english(record.name),
        tuple([finding.rule.code for finding in findings]) if findings else (),
        tuple([finding.rule.code for finding in findings if finding.rule.is_noted]) if findings else (),
        tuple([finding.rule.code for finding in ignored]) if ignored else (),
        agency.matches_issued,
        tuple([step.key for step in steps]) if steps else (),
        tasks,
        missing,
    )


class Tallies:
    """Filled agency by agency."""

    def __init__(self) -> None:
        self._tallies: dict[tuple[object, ...], list[int]] = {}
        """What is counted, a plain tuple as one is made of each row: how many agencies, and their first rows."""

    def add(self, agency: Judged) -> None:
        """Count one agency."""
        self.count(counted_of(agency), (agency.record.row,))

    def count(self, counted: tuple[object, ...], rows: Sequence[int]) -> None:
        """Count agencies of which the same is counted, by their rows (at least one): they are in order, though others
        may have come before them."""
        tally = self._tallies.setdefault(counted, [0])
        tally[0] += len(rows)
        if len(tally) <= _ROWS_NAMED or rows[0] < tally[-1]:
            tally[1:] = sorted([*tally[1:], *rows[:_ROWS_NAMED]])[:_ROWS_NAMED]

    def merge(self, other: "Tallies") -> None:
        """Count all that another has counted, of other rows of the same list."""
        for counted, (agencies, *rows) in other._tallies.items():
            self.count(counted, rows)
            self._tallies[counted][0] += agencies - len(rows)

    def __iter__(self) -> Iterator[Tally]:
        """The tallies, that of the first row first."""
        for counted, (agencies, *rows) in sorted(self._tallies.items(), key=lambda tally: tally[1][1]):
            yield Tally(Counted._make(counted), agencies, tuple(rows))


class Summary:
    """Counts of everything: `total`, `groups`, `undetermined`, `actions` and more.

    `tallies` are the agencies that were counted; `fired` is how often the rules were broken that only the whole list
    can show, by their codes.
    """

    def __init__(
        self,
        table: GroupTable,
        policy: Policy = NO_POLICY,
        tallies: Iterable[Tally] = (),
        fired: Mapping[str, int] = {},
    ) -> None:
        self.table = table
        self.policy = policy
        self._tallies = tuple(tallies)
        self._groups: Counter[str] = Counter()
        self.rules: Counter[str] = Counter()
        self.ignored: Counter[str] = Counter()
        self.missing: Counter[str] = Counter()
        """How often each fact is to be found out, of the undetermined; delivery not where `RESEND` counts it."""
        self.open: Counter[str] = Counter()
        """Agencies in no group by what is to be done: the outcome says it, or `RESEND`."""
        self._compared: Counter[bool] = Counter()
        self.deliveries: Counter[DeliverySource | None] = Counter()
        """Agencies by where their delivery is known from, None where it is not."""
        self.answered = 0
        """Agencies that answered, whatever is known of the delivery to them."""
        self.english_names = 0
        """Agencies whose name is not written in Thai: a registry does not know them by it."""
        for counted, agencies, _ in self._tallies:
            self._groups[counted.group] += agencies
            self.deliveries[counted.delivery] += agencies
            self.answered += agencies * counted.is_answered
            self.english_names += agencies * counted.is_english
            _count(self.rules, counted.rules, agencies)
            _count(self.ignored, counted.ignored, agencies)
            if counted.matches_issued is not None:
                self._compared[counted.matches_issued] += agencies
            _count(self.open, counted.tasks, agencies)
            found_out = [fact for fact in counted.missing if RESEND not in counted.tasks or fact != "delivery"]
            _count(self.missing, found_out, agencies)
        for code, times in fired.items():
            if times:
                (self.ignored if code in policy.ignored else self.rules)[code] += times
        noted = {rule.code: [tally for tally in self._tallies if rule.code in tally.counted.noted] for rule in NOTED}
        self.noted_rows = {code: _first_rows(tallies) for code, tallies in noted.items()}
        """The first rows that break each rule of `NOTED`; what only the whole list can show is in none."""
        self.noted = Counter({code: sum(tally.agencies for tally in tallies) for code, tallies in noted.items()})
        """How many agencies break each rule of `NOTED`."""
        for code in self.noted.keys() - policy.ignored.keys():
            self.noted[code] += fired.get(code, 0)

    @property
    def total(self) -> int:
        return self._groups.total()

    @property
    def groups(self) -> dict[str, int]:
        """Agencies by group, zeros too, in the table's order."""
        return {group: self._groups[group] for group in self.table.groups}

    def first_rows(self, task: str) -> tuple[int, ...]:
        """The first rows of `open`."""
        return tuple(_first_rows(tally for tally in self._tallies if task in tally.counted.tasks))

    @property
    def undetermined(self) -> int:
        return self._groups[UNDETERMINED]

    @property
    def outside(self) -> int:
        return self._groups[OUTSIDE]

    @property
    def follow_up(self) -> int:
        """Agencies in any group but A (หน่วยที่ต้องดำเนินการเพิ่มเติม)."""
        return sum(count for group, count in self.groups.items() if self.needs_follow_up(group))

    @property
    def not_done(self) -> int:
        """Agencies that are not in A, whatever the reason: to be followed up, outside the table, or undetermined."""
        return self.total - sum(self._groups[group] for group in DONE)

    @staticmethod
    def needs_follow_up(group: str) -> bool:
        """Whether the agencies of a group are to be followed up."""
        return group not in DONE

    @property
    def issued(self) -> IssuedCounts:
        """How the stated addresses stand to the issued ones."""
        return IssuedCounts(self._compared[True], self._compared[False], self.total - self._compared.total())

    def findings_of(self, severity: Severity) -> int:
        """How many findings of one severity count, by the severities in force."""
        return sum(times for code, times in self.rules.items() if self.policy.severity_of(BY_CODE[code]) is severity)

    @property
    def fired(self) -> tuple[tuple[Rule, int], ...]:
        """The rules that fired, each with the severity in force, and how often; what was found most often first."""
        counted = sorted((+self.rules).items(), key=lambda one: (-one[1], one[0]))
        return tuple((self.in_force(BY_CODE[code]), times) for code, times in counted)

    def in_force(self, rule: Rule) -> Rule:
        """A rule with the severity that it has for this list."""
        return weighing(rule, self.policy.severity_of(rule))

    @property
    def unused_ignores(self) -> tuple[str, ...]:
        """Rules that the settings ignore, but that nothing in the list broke."""
        return tuple(sorted(code for code in self.policy.ignored if not self.ignored[code]))

    @property
    def letters(self) -> dict[str, int]:
        """Sums by the letter of the group, as the published table has them."""
        sums: Counter[str] = Counter()
        for group, count in self.groups.items():
            sums[group[:1]] += count
        return dict(sums)

    @property
    def actions(self) -> tuple[Action, ...]:
        """What to do, what helps most agencies first."""
        helped: dict[str, list[Tally]] = {}
        for tally in self._tallies:
            for key in tally.counted.steps:
                helped.setdefault(key, []).append(tally)
        actions = [Action(steps()[key], *_helped(tallies)) for key, tallies in helped.items()]
        return tuple(sorted(actions, key=lambda action: (-action.agencies, action.step.key)))


def _count(counts: Counter[str], keys: Iterable[str], agencies: int) -> None:
    for key in keys:
        counts[key] += agencies


def _first_rows(tallies: Iterable[Tally]) -> list[int]:
    return sorted(row for tally in tallies for row in tally.rows)[:_ROWS_NAMED]


def _helped(tallies: Iterable[Tally]) -> tuple[int, dict[str, int], tuple[int, ...]]:
    """How many agencies, of which groups, and the first rows."""
    tallies = list(tallies)
    groups: Counter[str] = Counter()
    for tally in tallies:
        groups[tally.counted.group] += tally.agencies
    return groups.total(), dict(groups), tuple(_first_rows(tallies))

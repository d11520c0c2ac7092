"""How many agencies are in each group, and what there is to do, in order of how many it helps."""

from collections import Counter
from typing import NamedTuple

from ..bounces.reasons import reason_of
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

_ROWS_NAMED = 5


class Action(NamedTuple):
    """One thing to do: for how many agencies, in which groups, and the first rows."""

    step: Step
    agencies: int
    groups: dict[str, int]
    rows: tuple[int, ...]


NOTED = (*(rule for rule in RULES if rule.is_noted), ADDRESS_OF_WRONG_NOTICE)
"""The rules whose first rows a screen names."""


RESEND = "resend"
"""What is to be done about an agency whose mail was refused for the sender's sake: nothing is known of its mailbox."""


class IssuedCounts(NamedTuple):
    """Agencies by whether their address is one of those issued to them; `none`: there is nothing to compare."""

    match: int
    differ: int
    none: int


class Summary:
    """Counts of everything, filled agency by agency: `total`, `groups`, `undetermined`, `actions` and more."""

    def __init__(self, table: GroupTable, policy: Policy = NO_POLICY) -> None:
        self.table = table
        self.policy = policy
        self._groups: Counter[str] = Counter()
        self.rules: Counter[str] = Counter()
        self.ignored: Counter[str] = Counter()
        self._todo: Counter[tuple[str, tuple[str, ...]]] = Counter()
        self._rows: dict[tuple[str, tuple[str, ...]], list[int]] = {}
        self.missing: Counter[str] = Counter()
        """How often each fact is to be found out, of the undetermined; delivery not where `RESEND` counts it."""
        self.open: Counter[str] = Counter()
        """Agencies in no group by what is to be done: the outcome says it, or `RESEND`."""
        self._open_rows: dict[str, list[int]] = {OUTSIDE: [], UNDETERMINED: [], RESEND: []}
        self._compared: Counter[bool] = Counter()
        self.deliveries: Counter[DeliverySource | None] = Counter()
        """Agencies by where their delivery is known from, None where it is not."""
        self.answered = 0
        """Agencies that answered, whatever is known of the delivery to them."""
        self.english_names = 0
        """Agencies whose name is not written in Thai: a registry does not know them by it."""
        self.noted_rows: dict[str, list[int]] = {rule.code: [] for rule in NOTED}
        """The first rows that break each rule of `NOTED`; what only the whole list can show is in none."""
        self.noted: Counter[str] = Counter()
        """How many agencies break each rule of `NOTED`."""
        self._noted_last: dict[str, int] = {}

    def add(self, agency: Judged) -> None:
        """Count one agency."""
        group = agency.outcome.group
        self._groups[group] += 1
        facts = agency.record.facts
        self.deliveries[None if facts.delivery is Delivery.UNKNOWN else facts.delivery_source] += 1
        if agency.evidence is not None and agency.evidence.answer is not None:
            self.answered += 1
        if is_english(agency.record.name):
            self.english_names += 1
        if agency.findings:
            self._count(agency)
        for finding in agency.ignored:
            self.ignored[finding.rule.code] += 1
        if agency.matches_issued is not None:
            self._compared[agency.matches_issued] += 1
        if agency.steps:
            self._count_steps(group, agency)
        elif group in self._open_rows:
            tasks = open_tasks_of(agency)
            for task in tasks:
                self._count_open(task, agency)
            self.missing.update(fact for fact in agency.outcome.missing if RESEND not in tasks or fact != "delivery")

    def _count_open(self, task: str, agency: Judged) -> None:
        self.open[task] += 1
        rows = self._open_rows[task]
        if len(rows) < _ROWS_NAMED:
            rows.append(agency.record.row)

    def _count_steps(self, group: str, agency: Judged) -> None:
        keys = tuple([step.key for step in agency.steps])
        self._todo[group, keys] += 1
        rows = self._rows.setdefault((group, keys), [])
        if len(rows) < _ROWS_NAMED:
            rows.append(agency.record.row)

    def add_rules(self, fired: Counter[str]) -> None:
        """Count findings that only the whole list could show, by the code of their rule."""
        for code, times in (+fired).items():
            (self.ignored if code in self.policy.ignored else self.rules)[code] += times
            if code in self.noted_rows and code not in self.policy.ignored:
                self.noted[code] += times

    def _count(self, agency: Judged) -> None:
        row = agency.record.row
        for finding in agency.findings:
            code = finding.rule.code
            self.rules[code] += 1
            if finding.rule.is_noted and self._noted_last.get(code) != row:  # an agency may have it for two reasons
                self._noted_last[code] = row
                self.noted[code] += 1
                if len(rows := self.noted_rows[code]) < _ROWS_NAMED:
                    rows.append(row)

    @property
    def total(self) -> int:
        return self._groups.total()

    @property
    def groups(self) -> dict[str, int]:
        """Agencies by group, zeros too, in the table's order."""
        return {group: self._groups[group] for group in self.table.groups}

    def first_rows(self, task: str) -> tuple[int, ...]:
        """The first rows of `open`."""
        return tuple(self._open_rows[task])

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
        groups: dict[str, Counter[str]] = {}
        rows: dict[str, list[int]] = {}
        for (group, keys), count in self._todo.items():
            for key in keys:
                groups.setdefault(key, Counter())[group] += count
                rows.setdefault(key, []).extend(self._rows[group, keys])
        actions = [
            Action(steps()[key], by_group.total(), dict(by_group), tuple(sorted(rows[key])[:_ROWS_NAMED]))
            for key, by_group in groups.items()
        ]
        return tuple(sorted(actions, key=lambda action: (-action.agencies, action.step.key)))


def open_tasks_of(agency: Judged) -> tuple[str, ...]:
    """What is to be done about an agency that no step of its own says; none for who has steps, or nothing to do."""
    outcome = agency.outcome
    if agency.steps or outcome.group not in (OUTSIDE, UNDETERMINED):
        return ()
    if "delivery" not in outcome.missing or not _was_refused_for_sender(agency):
        return (outcome.group,)
    return (RESEND,) if len(outcome.missing) == 1 else (RESEND, outcome.group)


def _was_refused_for_sender(agency: Judged) -> bool:
    report = None if agency.evidence is None else agency.evidence.report
    reason = None if report is None else reason_of(report.diagnostic)
    return reason is not None and reason.is_of_sender

"""Agencies counted as they come: those of which the same is counted are one tally, with the first of their rows.

A list of a million rows has some dozens of tallies. All that a summary says is worked out from them at its end.
"""

from collections.abc import Iterator
from typing import NamedTuple

from ..bounces.reasons import reason_of
from ..model.agency_result import Judged
from ..model.assessment import OUTSIDE, UNDETERMINED
from ..model.delivery import Delivery, DeliverySource
from ..reference.folding import is_english

ROWS_NAMED = 5

RESEND = "resend"
"""What is to be done about an agency whose mail was refused for the sender's sake: nothing is known of its mailbox."""


class Counted(NamedTuple):
    """What is counted of an agency: rules by their codes, steps by their keys, its delivery by where it is known from
    (None where it is not), and what has to be found out or done where no step says it."""

    group: str
    delivery: DeliverySource | None
    is_answered: bool
    is_english: bool
    rules: tuple[str, ...]
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


class Tallies:
    """Filled agency by agency."""

    def __init__(self) -> None:
        self._tallies: dict[tuple[object, ...], list[int]] = {}
        """What is counted, a plain tuple as one is made of each row: how many agencies, and their first rows."""

    def add(self, agency: Judged) -> None:
        """Count one agency."""
        record, _, outcome, findings, ignored, evidence, _, _, matches_issued, steps = agency[:10]
        facts, group = record.facts, outcome.group
        tasks: tuple[str, ...] = ()
        missing: tuple[str, ...] = ()
        if not steps and group in (UNDETERMINED, OUTSIDE):
            tasks, missing = open_tasks_of(agency), outcome.missing
        counted = (
            group,
            None if facts.delivery is Delivery.UNKNOWN else facts.delivery_source,
            evidence is not None and evidence.answer is not None,
            record.name.isascii() and is_english(record.name),
            tuple([finding.rule.code for finding in findings]) if findings else (),
            tuple([finding.rule.code for finding in ignored]) if ignored else (),
            matches_issued,
            tuple([step.key for step in steps]) if steps else (),
            tasks,
            missing,
        )
        tally = self._tallies.get(counted)
        if tally is None:
            self._tallies[counted] = [1, record.row]
        else:
            tally[0] += 1
            if len(tally) <= ROWS_NAMED:
                tally.append(record.row)

    def merge(self, other: "Tallies") -> None:
        """Count all that another has counted, of other rows of the same list."""
        for counted, (agencies, *rows) in other._tallies.items():
            so_far, *before = self._tallies.get(counted, [0])
            self._tallies[counted] = [so_far + agencies, *sorted([*before, *rows])[:ROWS_NAMED]]

    def __iter__(self) -> Iterator[Tally]:
        """The tallies, that of the first row first."""
        for counted, (agencies, *rows) in sorted(self._tallies.items(), key=lambda tally: tally[1][1]):
            yield Tally(Counted._make(counted), agencies, tuple(rows))


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

"""The smallest change of facts that would move an agency to another group."""

from itertools import product
from typing import NamedTuple

from ..model.agency_result import AgencyResult
from ..model.assessment import NOTHING_TO_DO, state_for_group
from ..model.group_row import Combination
from .decide import combinations
from .lint import is_possible
from .table import CONDITIONS, GroupTable

_WITHIN_REACH = {
    "notice": {"yes"},
    "posted": {"yes"},
    "address": {"correct"},
    "delivery": {"delivered"},
    "upgraded": {"no"},
}
"""What an agency would change a fact to: nobody wants to lose a notice."""


class Move(NamedTuple):
    """To `group`, by changing the named facts to these values."""

    group: str
    changes: tuple[tuple[str, str], ...]


def moves(table: GroupTable, agency: AgencyResult) -> tuple[Move, ...]:
    """The smallest changes that would move an agency to another group, nearest first.

    Empty where a fact is unknown: then the first thing to do is to find it out.
    """
    state = state_for_group(agency.record, agency.verdict)
    possible = list(dict.fromkeys(combinations(agency.record.facts, state)))
    return smallest_moves(table, possible[0]) if len(possible) == 1 else ()


def nearest_moves(table: GroupTable, agency: AgencyResult) -> tuple[Move, ...]:
    """Of the smallest changes those to tell: that to A1, and of the others the nearest to a better letter.

    None where the agency is in the last group of the table, or in no group, leads to another than A1.
    """
    found = moves(table, agency)
    others = [move for move in found if move.group != NOTHING_TO_DO and agency.group in table.groups[:-1]]
    nearer = [move for move in others if move.group[0] < agency.group[0]]
    return (*(move for move in found if move.group == NOTHING_TO_DO), *nearer[:1])


def smallest_moves(table: GroupTable, facts: Combination) -> tuple[Move, ...]:
    """For each other group that can be reached for the better, the fewest changed facts; nearest first."""
    now = table.match(facts)
    here = None if now is None else table.rows[now].group
    best: dict[str, Move] = {}
    for values in product(*CONDITIONS.values()):
        target = Combination(*values)
        changes = tuple((name, new) for name, old, new in zip(CONDITIONS, facts, target, strict=True) if old != new)
        row = table.match(target) if is_possible(target) else None
        if row is None or not changes or any(new not in _WITHIN_REACH[name] for name, new in changes):
            continue
        group = table.rows[row].group
        if group != here and (group not in best or len(changes) < len(best[group].changes)):
            best[group] = Move(group, changes)
    return tuple(sorted(best.values(), key=lambda move: (len(move.changes), move.group)))

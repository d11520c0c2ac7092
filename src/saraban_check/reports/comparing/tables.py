"""The tables that every report of a comparison shows, as figures: the matrix of moves and the provinces.

Each column has a heading, and a head of short lines for where there is little room.
"""

from collections import Counter
from typing import NamedTuple

from ...comparison.moves import Change, Comparison, ProvinceChanges
from ...model.assessment import OUTSIDE, UNDETERMINED
from ...model.text import Text
from ..columns import UNKNOWN_PROVINCE
from ..group_names import group_name
from .words import ADDRESS_CHANGED, CHANGES, TOTAL

_Key = str | Change
"""A group, or what became of agencies that only one round has."""

_HEADS: dict[_Key, Text] = {
    OUTSIDE: Text("นอก\nตาราง", "out-\nside"),
    UNDETERMINED: Text("ยังระบุ\nไม่ได้", "undeter-\nmined"),
    Change.UNCLEAR: Text("บอก\nไม่ได้", "unclear"),
    Change.GONE: Text("ไม่มีใน\nรอบนี้", "gone"),
    Change.UNMATCHED: Text("จับคู่\nไม่ได้", "not\nmatched"),
}


_ONLY_NEW: tuple[_Key, ...] = (Change.NEW, Change.UNMATCHED)
_ONLY_OLD: tuple[_Key, ...] = (Change.GONE, Change.UNMATCHED)


class Matrix(NamedTuple):
    """Counts by old group (rows) and new group (columns), with the sums of both; what holds nothing is left out.

    The last rows hold the agencies that only the new round has, the last columns those that only the old one has, so
    that the sums are each round's own counts. `better` and `worse` are the cells (row, column) that hold improved and
    worsened agencies.
    """

    columns: tuple[Text, ...]
    heads: tuple[Text, ...]
    rows: tuple[tuple[Text, tuple[int, ...]], ...]
    better: frozenset[tuple[int, int]]
    worse: frozenset[tuple[int, int]]


def matrix_of(comparison: Comparison) -> Matrix:
    """The matrix of a comparison."""
    cells: Counter[tuple[_Key, _Key]] = Counter()
    moves: dict[tuple[_Key, _Key], Change] = {}
    for entry in comparison.entries:
        place = (entry.old.group if entry.old else entry.change, entry.new.group if entry.new else entry.change)
        cells[place] += 1
        moves[place] = entry.change
    sums_old: Counter[_Key] = Counter()
    sums_new: Counter[_Key] = Counter()
    for (old, new), count in cells.items():
        sums_old[old] += count
        sums_new[new] += count
    groups: tuple[_Key, ...] = comparison.groups
    rows = [key for key in (*groups, *_ONLY_NEW) if sums_old[key]]
    columns = [key for key in (*groups, *_ONLY_OLD) if sums_new[key]]
    found = [(_name(row), (*(cells[row, column] for column in columns), sums_old[row])) for row in rows]
    found.append((TOTAL, (*(sums_new[column] for column in columns), sums_new.total())))
    at = {(i, j): moves.get((row, column)) for i, row in enumerate(rows) for j, column in enumerate(columns)}
    return Matrix(
        (*map(_name, columns), TOTAL),
        (*(_HEADS.get(column) or _name(column) for column in columns), TOTAL),
        tuple(found),
        frozenset(place for place, change in at.items() if change is Change.IMPROVED),
        frozenset(place for place, change in at.items() if change is Change.WORSENED),
    )


def _name(key: _Key) -> Text:
    return CHANGES[key] if isinstance(key, Change) else Text(group_name(key, "th"), group_name(key, "en"))


_COUNTED = (Change.IMPROVED, Change.WORSENED, Change.UNCLEAR, Change.NEW, Change.GONE, Change.UNMATCHED)
PROVINCE = Text("จังหวัด", "Province")
PROVINCE_HEADINGS = (
    Text("จำนวน รอบก่อน", "Total, old"),
    Text("กลุ่ม A รอบก่อน", "In A, old"),
    Text("จำนวน รอบนี้", "Total, new"),
    Text("กลุ่ม A รอบนี้", "In A, new"),
    *(CHANGES[change] for change in _COUNTED),
    ADDRESS_CHANGED,
)
PROVINCE_HEADS = (
    Text("จำนวน\nรอบก่อน", "total\nold"),
    Text("กลุ่ม A\nรอบก่อน", "in A\nold"),
    Text("จำนวน\nรอบนี้", "total\nnew"),
    Text("กลุ่ม A\nรอบนี้", "in A\nnew"),
    *(_HEADS.get(change, CHANGES[change]) for change in _COUNTED),
    Text("เปลี่ยน\nอีเมล", "address\nchanged"),
)


def province_name(place: ProvinceChanges) -> Text:
    return place.province.name if place.province else UNKNOWN_PROVINCE


def province_figures(place: ProvinceChanges) -> tuple[int, ...]:
    """One province's row, in the order of the headings."""
    totals = (place.old_total, place.old_done, place.new_total, place.new_done)
    return (*totals, *(place.changes[change] for change in _COUNTED), place.address_changed)


def changed_provinces(comparison: Comparison) -> list[ProvinceChanges]:
    """The provinces in which anything changed, by number."""
    return [place for place in comparison.provinces if place.moved or place.address_changed]

"""The tables of a comparison: the two rounds, the matrix of moves, the provinces, and a row an agency."""

from collections import Counter
from collections.abc import Sequence

from ...comparison.moves import Change, Comparison, Entry, ProvinceChanges
from ...comparison.series import RoundFigures
from ...comparison.standing import Standing
from ...model.assessment import OUTSIDE, UNDETERMINED
from ...model.text import Text
from ..document import BOOK, PAGE, Cell, Column, Kind, Row, Share, Table, Tone
from ..our_cells import UNKNOWN_PROVINCE
from ..words.round_name import round_names
from .compare_facts import moved_text
from .compare_words import (
    ADDRESS,
    ADDRESS_CHANGED,
    AGENCY,
    BY,
    CHANGES,
    DATA_DAY,
    FILE,
    GROUP,
    IN_A,
    MATRIX,
    MATRIX_NOTE,
    MOVED,
    NEW,
    NO_TEXT,
    NOT_KNOWN,
    OLD,
    REMARK,
    ROUND,
    SHARE,
    TONES,
    TOTAL,
    UNREADABLE,
    WHAT,
    WHERE,
    YES,
    address_move,
    agency_text,
    group_move,
    province_text,
    remark,
    row_text,
)
from .group_words import group_text

_Key = str | Change
"""A group, or what became of agencies that only one round has."""

_SHORT: dict[_Key, Text] = {
    OUTSIDE: Text("นอก\nตาราง", "out-\nside"),
    UNDETERMINED: Text("ยังระบุ\nไม่ได้", "undeter-\nmined"),
    Change.UNCLEAR: Text("บอก\nไม่ได้", "unclear"),
    Change.GONE: Text("ไม่มีใน\nรอบนี้", "gone"),
    Change.UNMATCHED: Text("จับคู่\nไม่ได้", "not\nmatched"),
}
_ONLY_NEW: tuple[_Key, ...] = (Change.NEW, Change.UNMATCHED)
_ONLY_OLD: tuple[_Key, ...] = (Change.GONE, Change.UNMATCHED)
_COUNT = Kind.COUNT


def round_table(comparison: Comparison) -> Table:
    """The rounds: their files, of which day their data are, and how many agencies are in A."""
    columns = (
        Column(ROUND),
        Column(FILE, kind=Kind.ADDRESS, width=14),
        Column(TOTAL, kind=_COUNT),
        Column(IN_A, kind=_COUNT),
        Column(SHARE, kind=Kind.SHARE),
        Column(DATA_DAY, kind=Kind.DATE),
    )
    rounds = comparison.rounds
    names = (OLD, NEW) if len(rounds) == 2 else round_names([one.head for one in rounds])
    return Table(columns, tuple(map(_round, names, rounds)), on=PAGE | BOOK)


def _round(name: Text, one: RoundFigures) -> Row:
    day = NOT_KNOWN if one.head.as_of is None else one.head.as_of
    return name, one.head.file, one.in_a.total, one.in_a.done, Share(one.in_a.done, one.in_a.total), day


def matrix_table(comparison: Comparison) -> Table:
    """Counts by old group (rows) and new group (columns), with the sums of both; what holds nothing is left out.

    The last rows hold the agencies that only the new round has, the last columns those that only the old one has, so
    that the sums are each round's own counts. A cell whose agencies all improved, or all worsened, says so by its tone.
    """
    cells: Counter[tuple[_Key, _Key]] = Counter()
    moves: dict[tuple[_Key, _Key], set[Change]] = {}
    for entry in comparison.entries:
        place = (entry.old.group if entry.old else entry.change, entry.new.group if entry.new else entry.change)
        cells[place] += 1
        moves.setdefault(place, set()).add(entry.change)
    sums_old: Counter[_Key] = Counter()
    sums_new: Counter[_Key] = Counter()
    for (old, new), count in cells.items():
        sums_old[old] += count
        sums_new[new] += count
    groups: tuple[_Key, ...] = comparison.groups
    rows = [key for key in (*groups, *_ONLY_NEW) if sums_old[key]]
    columns = [key for key in (*groups, *_ONLY_OLD) if sums_new[key]]

    def cell(place: tuple[_Key, _Key]) -> Cell:
        is_one_way = moves.get(place) in ({Change.IMPROVED}, {Change.WORSENED})
        return Cell(cells[place], TONES[min(moves[place], key=str)] if is_one_way else Tone.PLAIN)

    found: list[Row] = [(_name(row), *(cell((row, column)) for column in columns), _sum(sums_old[row])) for row in rows]
    heads = (Column(_name(key), _SHORT.get(key), _COUNT) for key in columns)
    return Table(
        (Column(GROUP, NO_TEXT), *heads, Column(TOTAL, kind=_COUNT)),
        found,
        MATRIX,
        MATRIX_NOTE,
        (TOTAL, *(sums_new[column] for column in columns), _sum(sums_new.total())),
    )


def _sum(count: int) -> Cell:
    return Cell(count, strong=True)


def _name(key: _Key) -> Text:
    return CHANGES[key] if isinstance(key, Change) else group_text(key)


_COUNTED = (Change.IMPROVED, Change.WORSENED, Change.UNCLEAR, Change.NEW, Change.GONE, Change.UNMATCHED)
PROVINCE_COLUMNS = (
    Column(Text("จังหวัด", "Province"), NO_TEXT, width=24),
    Column(Text("จำนวน รอบก่อน", "Total, old"), Text("จำนวน\nรอบก่อน", "total\nold"), _COUNT, 13),
    Column(Text("กลุ่ม A รอบก่อน", "In A, old"), Text("กลุ่ม A\nรอบก่อน", "in A\nold"), _COUNT, 13),
    Column(Text("จำนวน รอบนี้", "Total, new"), Text("จำนวน\nรอบนี้", "total\nnew"), _COUNT, 13),
    Column(Text("กลุ่ม A รอบนี้", "In A, new"), Text("กลุ่ม A\nรอบนี้", "in A\nnew"), _COUNT, 13),
    *(Column(CHANGES[change], _SHORT.get(change), _COUNT, 13) for change in _COUNTED),
    Column(ADDRESS_CHANGED, Text("เปลี่ยน\nอีเมล", "address\nchanged"), _COUNT, 13),
)


def province_row(place: ProvinceChanges) -> Row:
    """One province, in the order of the columns."""
    return place.province.name if place.province else UNKNOWN_PROVINCE, *province_counts(place)


def province_counts(place: ProvinceChanges) -> tuple[int, ...]:
    """The figures of a province's row."""
    totals = (place.old_total, place.old_done, place.new_total, place.new_done)
    return *totals, *(place.changes[change] for change in _COUNTED), place.address_changed


def province_totals(places: Sequence[ProvinceChanges]) -> Row:
    """The sums of all provinces."""
    return TOTAL, *(sum(counts) for counts in zip(*map(province_counts, places), strict=True))


LIST_COLUMNS = (
    Column(GROUP, width=12),
    Column(AGENCY, width=30),
    Column(WHERE, width=12),
    Column(MOVED, width=30),
    Column(ADDRESS, kind=Kind.ADDRESS, width=40),
    Column(REMARK, width=40),
)


def list_row(entry: Entry) -> Row:
    """One agency in a list that people read, in the order of `LIST_COLUMNS`."""
    said = remark(entry)
    latest = entry.latest
    return group_move(entry), agency_text(latest), row_text(entry), moved_text(entry), address_move(entry), said or ""


def _both(th: str, en: str, kind: Kind, width: float) -> tuple[Column, Column]:
    headings = (Text(f"{th} {OLD.th}", f"{OLD.en} {en}"), Text(f"{th} {NEW.th}", f"{NEW.en} {en}"))
    return Column(headings[0], None, kind, width), Column(headings[1], None, kind, width)


RECORD_COLUMNS = (
    Column(WHAT, width=16),
    *_both("กลุ่ม", "group", Kind.TEXT, 11),
    Column(Text("รหัส อปท.", "Code"), width=11),
    Column(Text("ชื่อหน่วยงาน", "Name"), width=30),
    Column(Text("ประเภท", "Kind"), width=20),
    Column(Text("อำเภอ", "District"), width=14),
    Column(Text("จังหวัด", "Province"), width=16),
    Column(ADDRESS_CHANGED, width=11),
    *_both("ที่อยู่อีเมล", "address", Kind.ADDRESS, 34),
    *_both("แถว", "row", Kind.ORDINAL, 8),
    Column(Text("จับคู่ด้วย", "Matched by"), width=13),
    Column(MOVED, width=30),
    Column(REMARK, width=40),
)


def record_row(entry: Entry) -> Row:
    """One agency's cells, in the order of `RECORD_COLUMNS`; rows are numbers, all else is text."""
    old, new, latest = entry.old, entry.new, entry.latest
    return (
        Cell(CHANGES[entry.change], TONES.get(entry.change, Tone.PLAIN)),
        group_text(old.group) if old else "",
        group_text(new.group) if new else "",
        latest.code or (old.code if old else None) or "",
        latest.name or (old.name if old else ""),
        latest.kind.name if latest.kind else "",
        latest.amphoe,
        province_text(latest),
        YES if entry.address_changed else "",
        _address(old),
        _address(new),
        old.row if old else "",
        new.row if new else "",
        BY[entry.by] if entry.by else "",
        moved_text(entry),
        remark(entry) or "",
    )


def _address(standing: Standing | None) -> str | Text:
    if standing is None:
        return ""
    return UNREADABLE if standing.address is None else standing.address

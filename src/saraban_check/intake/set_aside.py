"""Rows that are no agencies: the header printed again, totals, notes, sources, authors (decisions: Lists).

A row is set aside only where each of its cells is explained by what it is; so a name that begins like a word of these
lines never is, nor a row with an address, a code or a known kind. Where it looks so and something is left over, the
row is *perhaps* no agency (SB906), and counts as one.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from ..address.characters import tidy_characters
from ..address.codes import is_eight_digits
from ..model.record import Kind, RowKind, SetAside, UnreadableCell
from ..reference.kinds import find_kind, kind_of_name
from ..reference.our_columns import OUR_COLUMNS
from ..reference.places import find_province
from ..reference.row_words import (
    Line,
    comparable,
    has_counted,
    is_count_word,
    is_figure,
    is_group,
    is_page,
    is_total,
    line_of,
)
from ..reference.words import fold_heading, words
from .cells import as_text, is_answer, is_cell_error, read_code
from .headings import Header, counting_columns, field_of_heading

_MOST_READ = 400
_SHOWN = 60
_NAMED = 10
"""How many rows are named where they are not listed."""
_DASHES = frozenset("-–—_=.")
_STATUSES = frozenset(("notice", "notice_date", "posted", "notice_and_posted", "delivery", "upgraded"))
_IDENTITY = frozenset(("name", "code", "website", "issued"))
_ANSWERING = _STATUSES | {"address", "remark"}
"""Columns that tell of an agency, and not which it is."""
_OTHERS = ("remark", "")
"""Columns that hold what an agency's own row may say of it in any words."""
_OURS = tuple(map(fold_heading, OUR_COLUMNS["possible"].heading))
"""Our second column in a report: that one and those behind it say what we said of a row, as the one before does."""
_UNPLACED = "?"
"""The field of a cell in a damaged row: it may stand in the wrong column."""
_LEADING = ("number", "code", "name", "address", _UNPLACED)
"""Where the first word of a line under the list stands; what it tells of may follow in the column of names."""
_LONGEST_FIGURE = 5
"""More digits without a unit may be a code or a telephone."""
_RUNNING_NUMBER = 2
"""So many letters a running number may have (5ก)."""


class Look(NamedTuple):
    """What a row looks like, its first words, and whether it can be nothing else."""

    kind: RowKind
    text: str
    is_certain: bool


class _Cell(NamedTuple):
    """A filled cell: its column, the field of that (blank: none), the beginning of its tidied text, and that for
    comparing; whether an at sign stands anywhere in it."""

    column: int
    field: str
    text: str
    comparable: str
    is_formula: bool
    has_at: bool


class RowsSetAside:
    """The rows that are no agencies, in their order: whole, or their number and the first of them without cells."""

    def __init__(self, *, whole: bool = True) -> None:
        self.rows: list[SetAside] = []
        self.count = 0
        self._whole = whole

    def add(self, row: SetAside) -> None:
        self.count += 1
        if self._whole:
            self.rows.append(row)
        elif self.count <= _NAMED:
            self.rows.append(row._replace(cells=()))

    def join(self, other: "RowsSetAside") -> None:
        """Take in those of other rows of the same list, of which not all are held either."""
        self.count += other.count
        self.rows = sorted([*self.rows, *other.rows], key=lambda row: row.row)[:_NAMED]


class RowSorter:
    """Tells the rows under one header that are no agencies."""

    def __init__(self, header: Header) -> None:
        fields = {column: field for field, column in header.columns.items()}
        counts = counting_columns(header)
        self._headings = [fold_heading(name) for name in header.names]
        ours = next((at - 1 for at, name in enumerate(self._headings) if name in _OURS), len(counts))
        self._columns = [(at, fields.get(at, "")) for at, counted in enumerate(counts[:ours]) if counted]
        self._kind_and_name = tuple(header.columns.get(field, len(header.names)) for field in ("kind", "name"))
        self._identifying = {header.columns[field] for field in ("name", "code", "number") if field in header.columns}

    def look(self, cells: Sequence[Any], kind: Kind | None, *, is_damaged: bool = False) -> Look | None:
        """What a row looks like that is no agency's; None for an agency. `kind` is that of its name or kind cell.

        Of a damaged row the cells may stand in wrong columns: there only what is certain wherever it stands is said.
        """
        filled = list(self._filled(cells, is_damaged))
        if not filled:
            return None
        found = self._what(filled, kind)
        if found is None:
            return None
        text = " ".join(" ".join(cell.text.split()) for cell in filled)
        return Look(found.kind, text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…", found.is_sure)

    def sets_aside(self, cells: Sequence[Any]) -> bool:
        """Whether a row is certainly no agency's, by its cells alone."""
        kind_text, name = (as_text(cells[at]) if at < len(cells) else "" for at in self._kind_and_name)
        look = self.look(cells, find_kind(kind_text) or kind_of_name(name))
        return look is not None and look.is_certain

    def _filled(self, cells: Sequence[Any], is_damaged: bool) -> "list[_Cell]":
        columns = [(at, _UNPLACED) for at in range(len(cells))] if is_damaged else self._columns
        found = []
        for at, field in columns:
            value = cells[at] if at < len(cells) else ""
            whole = as_text(value).strip()
            text = tidy_characters(whole[:_MOST_READ]).strip() + ("…" if len(whole) > _MOST_READ else "")
            if text:
                # our own reports, and CSV, hold a formula as the text that it is
                is_formula = isinstance(value, UnreadableCell) or whole.startswith("=")
                has_at = "@" in whole or "＠" in whole
                found.append(_Cell(at, field, text, comparable(text), is_formula, has_at))
        return found

    def _what(self, filled: list[_Cell], kind: Kind | None) -> Line | None:
        if self._is_header(filled):
            return Line(RowKind.HEADER, True)
        sure = kind is None and not any(_is_agencys(cell) for cell in filled)
        is_beside = sure and not any(map(self._has_heading, filled))
        if is_beside and not any(map(_has_letters, filled)):
            return Line(RowKind.NOTE, True)  # a stray sign beside the list
        found = _total(filled, sure) or _figures(filled, sure) or _line(filled, sure) or _group(filled)
        if found is None and (is_beside or _is_left_of_list(filled)):
            return Line(RowKind.NOTE, False)
        return found or _unworded_total(filled, sure)

    def _is_header(self, filled: list[_Cell]) -> bool:
        """Whether it repeats the header, one row of it, or numbers its columns; a page's number may stand beside."""
        rest = [cell for cell in filled if not is_page(cell.comparable)]
        if any(cell.has_at for cell in rest):
            return False
        if len(rest) > 2 and [cell.text.strip("()") for cell in rest] == [str(n + 1) for n in range(len(rest))]:
            return rest[-1].column == len(rest) - 1
        same = [cell for cell in rest if self._is_own_heading(cell)]
        if not same or len(same) * 2 < len(rest):
            return False
        if all(is_answer(cell.text) for cell in same) or (len(same) == 1 and len(rest) > 1):
            return False  # an answer may be the same as its heading
        others = [cell for cell in rest if cell not in same and not _is_heading_of_its_field(cell)]
        return not any(cell.column in self._identifying or not cell.field or _has_value(cell) for cell in others)

    def _has_heading(self, cell: _Cell) -> bool:
        return cell.field == _UNPLACED or bool(self._headings[cell.column])

    def _is_own_heading(self, cell: _Cell) -> bool:
        heading = self._headings[cell.column] if cell.column < len(self._headings) else ""
        return bool(heading) and fold_heading(cell.text) == heading


def _is_agencys(cell: _Cell) -> bool:
    """Whether something stands there that only an agency has: an address, a code, its name with a kind."""
    if _is_sum(cell):
        return False
    if cell.has_at or is_eight_digits(cell.text):
        return True
    if cell.field in ("code", "", _UNPLACED) and read_code(cell.text).value is not None:
        return True
    if cell.field in ("name", "", _UNPLACED) and kind_of_name(cell.text) is not None:
        return True
    if cell.field != "address" or not _has_latin(cell.text):
        return False
    return cell.text[0].isascii() or line_of(cell.comparable) is None


def _has_latin(text: str) -> bool:
    return any(c.isascii() and c.isalpha() for c in text)


def _has_letters(cell: _Cell) -> bool:
    return any(map(str.isalnum, cell.text))


def _is_heading_of_its_field(cell: _Cell) -> bool:
    """Whether the heading was typed in another way: ลำดับที่ for ลำดับ."""
    return cell.field not in ("", *_STATUSES) and field_of_heading(cell.text)[0] == cell.field


def _has_value(cell: _Cell) -> bool:
    return any(c.isdigit() for c in cell.text) and cell.field in ("address", *_IDENTITY)


def _total(filled: list[_Cell], sure: bool) -> Line | None:
    """A sum: its words, and beside them figures and what it is the sum of, but nothing else."""
    named = [cell for cell in filled if is_total(cell.comparable)]
    if not named and any(_is_count(cell) and is_figure(cell.comparable) for cell in filled[1:]):
        named = [cell for cell in filled[:1] if cell.field not in _ANSWERING and is_count_word(cell.comparable)]
    if not named:
        return None
    rest = [cell for cell in filled if cell not in named]
    first = filled[0] in named or any(cell.field == "name" for cell in named)
    is_remark = all(cell.field in _OTHERS for cell in named) and filled[0] not in named
    if sure and all(_is_of_total(cell) for cell in rest) and not (is_remark and not all(map(_is_count, rest))):
        return Line(RowKind.TOTAL, True)
    return Line(RowKind.TOTAL, False) if first else None


def _is_of_total(cell: _Cell) -> bool:
    """Whether a cell may stand beside the word รวม: a figure, a place, a dash, a page; a remark may hold any words."""
    if _is_count(cell) or is_page(cell.comparable) or (cell.field == "remark" and line_of(cell.comparable) is None):
        return True
    match cell.field:
        case "province":
            return find_province(cell.text) is not None
        case "amphoe":
            return kind_of_name(cell.text) is None or cell.text.startswith("อำเภอ")
        case "address":
            return has_counted(cell.comparable) and not _has_latin(cell.text)
        case "":
            return has_counted(cell.comparable) or find_province(cell.text) is not None
        case field:
            return field in _STATUSES and any(c.isdigit() for c in cell.text)


def _is_count(cell: _Cell) -> bool:
    """Whether a cell holds how many there are: a figure, a dash, a sum that was not calculated."""
    if _DASHES.issuperset(cell.text):
        return True
    if cell.field == "number":
        return False  # that is a running number, and an agency's
    if cell.is_formula or is_cell_error(cell.text):
        return cell.field in _STATUSES or cell.field in _OTHERS or _is_sum(cell)
    digits = sum(c.isdigit() for c in cell.text)
    return is_figure(cell.comparable) and (
        digits <= _LONGEST_FIGURE or cell.field in _STATUSES or has_counted(cell.comparable) or "," in cell.text
    )


_SUMS = ("=SUM", "=COUNT", "=SUBTOTAL", "=AVERAGE")


def _is_sum(cell: _Cell) -> bool:
    """Whether it is a sum that was not calculated; its letters are no address."""
    return cell.is_formula and cell.text.upper().startswith(_SUMS)


def _figures(filled: list[_Cell], sure: bool) -> Line | None:
    """A row of nothing but figures: a sum without its word. Ones and zeros may be an agency's answers."""
    if not sure or not all(_is_count(cell) for cell in filled):
        return None
    figures = [cell for cell in filled if not _DASHES.issuperset(cell.text)]
    telling = [cell for cell in figures if cell.field in _STATUSES or cell.field == "address"]
    if not any(cell.field for cell in figures) or (figures[0].column == 0 and figures[0] not in telling):
        return None  # what stands first may be a running number
    return Line(RowKind.TOTAL, any(cell.text not in ("0", "1") and not cell.is_formula for cell in telling))


def _unworded_total(filled: list[_Cell], sure: bool) -> Line | None:
    """A text without a kind, and beside it nothing but figures, one of which answers nothing: perhaps a sum in words
    that no list has (`คงเหลือ`, `เมืองน่าน รวม`).
    """
    first, *rest = filled
    if not sure or not rest or first.field in _ANSWERING or not all(map(_is_count, rest)):
        return None
    if not any(map(str.isalpha, first.text)):
        return None
    figures = [cell for cell in rest if is_figure(cell.comparable)]
    telling = [cell for cell in figures if cell.field in _STATUSES or cell.field == "address"] or [
        cell for cell in figures if sum(map(str.isdigit, cell.text)) < _LONGEST_FIGURE
    ]
    return Line(RowKind.TOTAL, False) if any(not is_answer(cell.text) for cell in telling) else None


def _is_left_of_list(filled: list[_Cell]) -> bool:
    """Whether a text that is no number stands in the column of numbers, and nothing else in its row."""
    told = [cell for cell in filled if not _DASHES.issuperset(cell.text)]
    return len(told) == 1 and told[0].field == "number" and sum(map(str.isalpha, told[0].text)) > _RUNNING_NUMBER


def _line(filled: list[_Cell], sure: bool) -> Line | None:
    """A note, source, author, title or page: what stands first says so, and nothing beside it is an agency's."""
    first, *rest = filled
    found = line_of(first.comparable)
    if found is None:
        named = next((cell for cell in rest if cell.field == "name"), None)
        line = None if named is None or _is_starred(named) else line_of(named.comparable)
        return None if line is None or line.kind is RowKind.PAGE else Line(line.kind, False)
    lines = [cell for cell in rest if line_of(cell.comparable) is not None]
    others = [cell for cell in rest if cell not in lines and not _DASHES.issuperset(cell.text)]
    if not others:
        return Line(found.kind, found.is_sure and sure)
    if first.field not in _LEADING or found.kind is RowKind.PAGE or _is_starred(first):
        return None  # an agency's own remark, telephone, officer
    is_alone = found.kind is not RowKind.TITLE and not any(_is_filled_in(cell) for cell in others)
    return Line(found.kind, found.is_sure and sure and is_alone)


def _is_starred(cell: _Cell) -> bool:
    """Whether it may be an agency with an asterisk."""
    return cell.comparable.startswith("*")


def _is_filled_in(cell: _Cell) -> bool:
    """Whether a cell beside a note was filled in as an agency's is."""
    if kind_of_name(cell.text) is not None or cell.field in ("website", "issued", "code", "kind"):
        return True
    if cell.field == "province":
        return find_province(cell.text) is not None
    if cell.field in _STATUSES or cell.field == _UNPLACED:
        return is_answer(cell.text)
    return cell.field == "address" and words("none").whole(cell.text)


def _group(filled: list[_Cell]) -> Line | None:
    """The heading of a group of agencies: it stands alone, or with how many they are."""
    first, *rest = filled
    is_place = first.field in ("province", "amphoe") and not is_figure(first.comparable)
    if (is_place or is_group(first.comparable)) and all(_is_count(cell) for cell in rest):
        return Line(RowKind.GROUP, False)
    return None

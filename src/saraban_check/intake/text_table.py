"""CSV and its relatives: encoding, separator, header, and rows, streamed."""

import csv
import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import chain, count, cycle, islice
from pathlib import Path
from typing import IO, NamedTuple, TypeVar

from ..model.errors import InputError
from ..model.lazy_pattern import lazy_pattern
from ..model.record import Problem, ProblemKind, SourceRow
from ..model.text import Text
from .encoding import find_encoding
from .headings import find_header
from .limits import Limits, too_much
from .lost_thai_notes import require_legible_header
from .neutralised import holds_any, rows_as_they_were
from .options import ListOptions
from .table import Note, Table, TextLayout
from .title_days import told_day

_SEPARATORS = (",", ";", "\t", "|")
_LINES_THAT_TELL = 3
_Item = TypeVar("_Item")
_SEP_LINE = lazy_pattern(r"\"?sep=(.)\"?\r?\n?", re.IGNORECASE)

_STRAY_QUOTE = Text(
    '{file}: บรรทัด {line}: เครื่องหมายคำพูด (") เปิดแล้วไม่ปิด ทำให้หลายแถวกลายเป็นเซลล์เดียว แก้เครื่องหมายคำพูดในบรรทัดนั้น',
    '{file}: line {line}: a quotation mark (") is not closed and swallows the rows below; mend it in that line',
)
_LINE = Text(" บรรทัด {line}", " line {line}")
_ENCODING = Text("การเข้ารหัส {encoding}", "encoding {encoding}")
_SEPARATOR = Text("ตัวคั่น {separator}", "separator {separator}")


def _rows(
    lines: Iterable[str],
    separator: str,
    name: str,
    limits: Limits,
    start: int = 1,
    under: tuple[int, int] | None = None,
) -> Iterator[SourceRow]:
    """The records, each with the number of the line on which it starts; blank lines are no records.

    `start` is the number of the first line. `under` is the line and the width of the header: then only the rows
    below it come, and those of another width are marked as damaged. All in one loop, for it runs a million times; so
    a row is made as its own constructor makes it, which takes half as long without being called by its fields.
    """
    csv.field_size_limit(max(limits.cell, 1))
    reader = csv.reader(lines, delimiter=separator, strict=True)
    after, width = under or (0, None)
    line = offset = start
    make = tuple.__new__
    try:
        for cells in reader:
            number, line = line, reader.line_num + offset
            if line != number + 1 and _holds_rows(cells, separator, width or len(cells)):
                raise InputError(_STRAY_QUOTE, file=name, line=number)
            if width is None and len(cells) > limits.columns:
                raise too_much(name, "columns", f"{len(cells):,}", limits.columns)
            if number > after and cells and (cells[0] or any(cells)):
                if width is None or len(cells) == width:
                    yield make(SourceRow, (number, cells, None))
                else:
                    yield _ragged(number, cells, width)
    except csv.Error as error:
        place = Text(_LINE.th.format(line=line), _LINE.en.format(line=line))
        if "field larger" in str(error) and reader.line_num + offset - line <= 1:
            raise too_much(name, "cell", f"> {limits.cell:,}", limits.cell, place) from None
        raise InputError(_STRAY_QUOTE, file=name, line=line) from None


def _holds_rows(cells: list[str], separator: str, width: int) -> bool:
    """Whether a cell of several lines holds whole rows of the table, as it does between two stray quotes: what stands
    before its first line break and after its last completes rows, or the lines between are rows. Lines of prose have
    separators too, but not so many and at these places."""
    for index, cell in enumerate(cells):
        if "\n" not in cell or cell.count(separator) < max(width - 1, 2):
            continue
        first, *between, last = (line.count(separator) for line in cell.split("\n"))
        if index + first + 1 == width and last + len(cells) - index == width:
            return True
        if len(between) >= _LINES_THAT_TELL and between.count(width - 1) * 2 >= len(between):
            return True
    return False


def _lines(file: IO[str], separator: str, name: str, limits: Limits, start: int) -> Iterator[str]:
    """The lines of a text, none held that is longer than a row may be: a file without a line's end is one line."""
    most, number = limits.columns * (limits.cell + 3) + 2, start
    while line := file.readline(most):
        if len(line) == most and not line.endswith(("\n", "\r")):
            limit = "columns" if line.count(separator) >= limits.columns else "cell"
            found = getattr(limits, limit)
            raise too_much(name, limit, f"> {found:,}", found, _LINE.fill(line=number))
        number += 1
        yield line


def _ragged(number: int, cells: list[str], width: int) -> SourceRow:
    """A row with too many or too few cells; blank ones too many do no harm."""
    if len(cells) > width and not any(cell.strip() for cell in cells[width:]):
        return SourceRow(number, cells[:width])
    damage = Problem(ProblemKind.CELL_COUNT, "row", found=str(len(cells)), expected=str(width))
    return SourceRow(number, cells, damage)


def _open(path: Path, encoding: str) -> IO[str]:
    return path.open(encoding=encoding, newline="")


def _declared_separator(path: Path, encoding: str) -> str | None:
    """The separator of a first line `sep=;`, which Excel writes and reads."""
    with _open(path, encoding) as file:
        found = _SEP_LINE.fullmatch(file.readline(16))
    return found[1] if found else None


class _Look(NamedTuple):
    """The first rows under a separator, and why there are no more of them: a fault, and the line it stands in."""

    separator: str
    rows: list[SourceRow]
    failure: InputError | None

    def score(self, options: ListOptions) -> tuple[int, int, bool]:
        """How many fields the header names, how many columns there are, and whether nothing is wrong."""
        header = find_header([row.cells for row in self.rows], options.mapping, options.needs)
        columns = max((len(row.cells) for row in self.rows), default=0)
        return len(header.columns) if header else 0, columns, self.failure is None


def _look(path: Path, encoding: str, separator: str, skip: int, limits: Limits) -> _Look:
    rows: list[SourceRow] = []
    try:
        with _open(path, encoding) as file:
            for _ in range(skip):
                file.readline()
            lines = _lines(file, separator, path.name, limits, skip + 1)
            found = rows_as_they_were(_rows(lines, separator, path.name, limits, skip + 1))
            rows.extend(islice(found, limits.header_rows))
    except InputError as error:
        return _Look(separator, rows, error)
    return _Look(separator, rows, None)


def _best_look(path: Path, encoding: str, skip: int, options: ListOptions) -> _Look:
    """The separator under which the header names most fields; where none names any, that of most columns.

    Under a wrong separator quotes stand at odd places and cells are as long as lines. That is no fault of the file's:
    only the separator under which it makes most sense may accuse it.
    """
    looks = [_look(path, encoding, separator, skip, options.limits) for separator in _SEPARATORS]
    best = max(looks, key=lambda look: look.score(options))
    fields, columns, _ = best.score(options)
    if fields and columns > 1:
        return best
    for look in looks:  # a header that is itself damaged tells by its words which separator is meant
        if look.failure is not None and not look.rows:
            with _open(path, encoding) as file:
                names = file.readline(options.limits.cell).replace('"', "").split(look.separator)
            header = find_header([names], options.mapping, options.needs)
            if header is not None and len(header.columns) > fields:
                return look
    return best


def open_text_table(path: Path, options: ListOptions) -> Table:
    """A CSV file as a table. Raises InputError where it is none."""
    encoding = find_encoding(path, options.encoding)
    separator = _declared_separator(path, encoding)
    skip = 1 if separator else 0
    if separator:
        look = _look(path, encoding, separator, skip, options.limits)
    else:
        look = _best_look(path, encoding, skip, options)
        separator = look.separator
    if look.failure is not None:
        raise look.failure
    looked_at = look.rows
    header = require_legible_header(looked_at, options, path.name)
    if len(header.names) > options.limits.columns:
        raise too_much(path.name, "columns", f"{len(header.names):,}", options.limits.columns)
    line = looked_at[header.last].number
    shown = {"\t": "tab"}.get(separator, separator)
    told = told_day([row.cells for row in looked_at[: header.first]], options.as_of)
    notes = (
        Note(Text(_ENCODING.th.format(encoding=encoding), _ENCODING.en.format(encoding=encoding))),
        Note(Text(_SEPARATOR.th.format(separator=shown), _SEPARATOR.en.format(separator=shown))),
        *told.notes,
    )

    in_file = _InFile(path, encoding, separator, skip, (line, len(header.names)), options.limits)
    is_neutralised = cache(
        lambda: holds_any(path, encoding)
    )  # the file is looked through once, however often it is read

    def as_they_were(found: Iterator[SourceRow]) -> Iterator[SourceRow]:
        return rows_as_they_were(found) if is_neutralised() else found

    def rows() -> Iterator[SourceRow]:
        return as_they_were(_data_rows(in_file))

    def every_second(length: int, is_first: bool) -> Iterator[Iterable[SourceRow]]:
        return map(as_they_were, _every_second(in_file, length, is_first))

    layout = TextLayout(encoding, separator, skip)
    table = Table(path.name, None, line, header, rows, None, notes, layout, as_of=told.day)
    return replace(table, every_second=every_second)


class _InFile(NamedTuple):
    """Where the rows of a table stand: after how many lines of a file, and under which line and width of the header."""

    path: Path
    encoding: str
    separator: str
    skip: int
    under: tuple[int, int]
    limits: Limits

    def lines(self, file: IO[str]) -> Iterator[str]:
        for _ in range(self.skip):
            file.readline()
        return _lines(file, self.separator, self.path.name, self.limits, self.skip + 1)

    def rows(self, lines: Iterable[str], start: int) -> Iterator[SourceRow]:
        return _rows(lines, self.separator, self.path.name, self.limits, start, self.under)


def _data_rows(table: _InFile) -> Iterator[SourceRow]:
    with _open(table.path, table.encoding) as file:
        rows = table.rows(table.lines(file), table.skip + 1)
        yield from islice(rows, table.limits.rows)
        if next(rows, None) is not None:
            raise too_much(table.path.name, "rows", f"> {table.limits.rows:,}", table.limits.rows)


def _every_second(table: _InFile, length: int, is_first: bool) -> Iterator[Iterator[SourceRow]]:
    """Without a quotation mark each line is a record, and those of the other stretches need not be taken apart."""
    if _holds_quote(table.path):
        for rows, is_mine in _stretches(_data_rows(table), length, is_first):
            if is_mine:
                yield rows
        return
    with _open(table.path, table.encoding) as file:
        stretches = _stretches(table.lines(file), length, is_first)
        for start, (lines, is_mine) in zip(count(table.skip + 1, length), stretches):
            if is_mine:
                yield table.rows(lines, start)


def _stretches(items: Iterator[_Item], length: int, is_first: bool) -> Iterator[tuple[Iterator[_Item], bool]]:
    """Stretches of so many items, and whether each is one of every second; what nobody took of one goes by."""
    for item, is_mine in zip(items, cycle((is_first, not is_first))):
        stretch = chain((item,), islice(items, length - 1))
        yield stretch, is_mine
        deque(stretch, maxlen=0)


def _holds_quote(path: Path) -> bool:
    with path.open("rb") as file:
        return any(b'"' in chunk for chunk in iter(lambda: file.read(1 << 20), b""))

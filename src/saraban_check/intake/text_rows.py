"""The rows of a text table, streamed: of all its lines, or of every second stretch of them."""

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain, count, cycle, islice
from pathlib import Path
from typing import IO, NamedTuple, TypeVar

from ..model.errors import InputError
from ..model.record import Problem, ProblemKind, SourceRow
from ..model.text import Text
from .encoding import undecodable
from .limits import Limits, too_much
from .neutralised import rows_as_they_were

_LINES_THAT_TELL = 3
_ASCII_STANDS_ALONE = ("utf-8", "utf-8-sig", "cp874")
"""Encodings in which the byte of a quotation mark is one, and nothing else is."""
_Item = TypeVar("_Item")

_STRAY_QUOTE = Text(
    '{file}: บรรทัด {line}: เครื่องหมายคำพูด (") เปิดแล้วไม่ปิด ทำให้หลายแถวกลายเป็นเซลล์เดียว แก้เครื่องหมายคำพูดในบรรทัดนั้น',
    '{file}: line {line}: a quotation mark (") is not closed and swallows the rows below; mend it in that line',
)
_LINE = Text(" บรรทัด {line}", " line {line}")


class TextRows(NamedTuple):
    """Where the rows of a table stand, and how to read them: in which file, behind how many lines, and under which line
    and width of a header, where it is known. `is_neutralised`: cells may hold an apostrophe that is not their own.
    """

    path: Path
    encoding: str
    separator: str
    skip: int
    limits: Limits
    under: tuple[int, int] | None = None
    is_neutralised: bool = True

    def rows(self) -> Iterator[SourceRow]:
        """All of them. Raises InputError where one is damaged, or beyond a limit."""
        return self._as_they_were(self._all())

    def every_second(self, length: int, *, is_first: bool) -> Iterator[Iterator[SourceRow]]:
        """Those of every second stretch of so many lines, from the first stretch on or from the second.

        Without a quotation mark each line is a record, and those of the other stretches need not be taken apart. Where
        one may be, stretches are of so many records, and all of them are read.
        """
        if self._may_hold_quote():
            for rows, is_mine in _stretches(self._all(), length, is_first):
                if is_mine:
                    yield self._as_they_were(rows)
            return
        with open_text(self.path, self.encoding) as file:
            stretches = _stretches(self._lines(file), length, is_first)
            for start, (lines, is_mine) in zip(count(self.skip + 1, length), stretches):
                if is_mine:
                    yield self._as_they_were(self._of(lines, start))

    def _all(self) -> Iterator[SourceRow]:
        with open_text(self.path, self.encoding) as file:
            rows = self._of(self._lines(file), self.skip + 1)
            yield from islice(rows, self.limits.rows)
            if next(rows, None) is not None:
                raise too_much(self.path.name, "rows", f"> {self.limits.rows:,}", self.limits.rows)

    def _as_they_were(self, rows: Iterator[SourceRow]) -> Iterator[SourceRow]:
        return rows_as_they_were(rows) if self.is_neutralised else rows

    def _lines(self, file: IO[str]) -> Iterator[str]:
        """The lines, none held that is longer than a row may be: a file without a line's end is one line."""
        for _ in range(self.skip):
            file.readline()
        limits = self.limits
        most, number = limits.columns * (limits.cell + 3) + 2, self.skip + 1
        try:
            while line := file.readline(most):
                if len(line) == most and not line.endswith(("\n", "\r")):
                    limit = "columns" if line.count(self.separator) >= limits.columns else "cell"
                    found = getattr(limits, limit)
                    raise too_much(self.path.name, limit, f"> {found:,}", found, _LINE.fill(line=number))
                number += 1
                yield line
        except UnicodeDecodeError:
            raise undecodable(self.path) from None

    def _of(self, lines: Iterable[str], start: int) -> Iterator[SourceRow]:
        """The records of lines, each with the number of the line on which it starts; blank lines are no records.

        `start` is the number of the first line. Where the header is known only the rows below it come, and those of
        another width are marked as damaged. All in one loop, for it runs a million times; so a row is made as its own
        constructor makes it, which takes half as long without being called by its fields.
        """
        limits, name = self.limits, self.path.name
        csv.field_size_limit(max(limits.cell, 1))
        reader = csv.reader(lines, delimiter=self.separator, strict=True)
        after, width = self.under or (0, None)
        line = start
        make = tuple.__new__
        try:
            for cells in reader:
                number, line = line, reader.line_num + start
                if line != number + 1 and _holds_rows(cells, self.separator, width or len(cells)):
                    raise InputError(_STRAY_QUOTE, file=name, line=number)
                if width is None and len(cells) > limits.columns:
                    raise too_much(name, "columns", f"{len(cells):,}", limits.columns)
                if number > after and cells and (cells[0] or any(cells)):
                    if width is None or len(cells) == width:
                        yield make(SourceRow, (number, cells, None))
                    else:
                        yield _ragged(number, cells, width)
        except csv.Error as error:
            if "field larger" in str(error) and reader.line_num + start - line <= 1:
                raise too_much(name, "cell", f"> {limits.cell:,}", limits.cell, _LINE.fill(line=line)) from None
            raise InputError(_STRAY_QUOTE, file=name, line=line) from None

    def _may_hold_quote(self) -> bool:
        if self.encoding not in _ASCII_STANDS_ALONE:
            return True
        with self.path.open("rb") as file:
            return any(b'"' in chunk for chunk in iter(lambda: file.read(1 << 20), b""))


def open_text(path: Path, encoding: str) -> IO[str]:
    """A text with its line ends as they are."""
    return path.open(encoding=encoding, newline="")


def _stretches(items: Iterator[_Item], length: int, is_first: bool) -> Iterator[tuple[Iterator[_Item], bool]]:
    """Stretches of so many items, and whether each is one of every second; what nobody took of one goes by."""
    for item, is_mine in zip(items, cycle((is_first, not is_first))):
        stretch = chain((item,), islice(items, length - 1))
        yield stretch, is_mine
        deque(stretch, maxlen=0)


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


def _ragged(number: int, cells: list[str], width: int) -> SourceRow:
    """A row with too many or too few cells; blank ones too many do no harm."""
    if len(cells) > width and not any(cell.strip() for cell in cells[width:]):
        return SourceRow(number, cells[:width])
    damage = Problem(ProblemKind.CELL_COUNT, "row", found=str(len(cells)), expected=str(width))
    return SourceRow(number, cells, damage)

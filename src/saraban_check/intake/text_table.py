"""CSV and its relatives: encoding, separator, header, and rows, streamed."""

import csv
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import IO

from ..model.errors import InputError
from ..model.record import Problem, ProblemKind, SourceRow
from ..model.text import Text
from .encoding import find_encoding
from .headings import Header, find_header, require_header
from .limits import Limits, too_much
from .options import ReadOptions
from .table import Note, Table, TextLayout

_SEPARATORS = (",", ";", "\t", "|")
_SEP_LINE = re.compile(r"\"?sep=(.)\"?\r?\n?", re.IGNORECASE)

_STRAY_QUOTE = Text(
    '{file}: บรรทัด {line}: เครื่องหมายคำพูด (") เปิดแล้วไม่ปิด ทำให้หลายแถวกลายเป็นเซลล์เดียว แก้เครื่องหมายคำพูดในบรรทัดนั้น',
    '{file}: line {line}: a quotation mark (") is not closed and swallows the rows below; mend it in that line',
)
_LINE = Text(" บรรทัด {line}", " line {line}")
_ENCODING = Text("การเข้ารหัส {encoding}", "encoding {encoding}")
_SEPARATOR = Text("ตัวคั่น {separator}", "separator {separator}")


def _rows(
    file: IO[str], separator: str, name: str, limits: Limits, start: int = 1, under: tuple[int, int] | None = None
) -> Iterator[SourceRow]:
    """The records, each with the number of the line on which it starts; blank lines are no records.

    `start` is the number of the first line. `under` is the line and the width of the header: then only the rows
    below it come, and those of another width are marked as damaged. All in one loop, for it runs a million times.
    """
    csv.field_size_limit(max(limits.cell, 1))
    reader = csv.reader(file, delimiter=separator, strict=True)
    after, width = under or (0, None)
    line = offset = start
    try:
        for cells in reader:
            number, line = line, reader.line_num + offset
            if line != number + 1 and _is_swallowed(cells, separator, width):
                raise InputError(_STRAY_QUOTE, file=name, line=number)
            if width is None and len(cells) > limits.columns:
                raise too_much(name, "columns", f"{len(cells):,}", limits.columns)
            if number > after and cells and (cells[0] or any(cells)):
                if width is None or len(cells) == width:
                    yield SourceRow(number, cells)
                else:
                    yield _ragged(number, cells, width)
    except csv.Error as error:
        place = Text(_LINE.th.format(line=line), _LINE.en.format(line=line))
        if "field larger" in str(error) and reader.line_num + offset - line <= 1:
            raise too_much(name, "cell", f"> {limits.cell:,}", limits.cell, place) from None
        raise InputError(_STRAY_QUOTE, file=name, line=line) from None


def _is_swallowed(cells: list[str], separator: str, width: int | None) -> bool:
    """Whether a cell of several lines holds as many separators as a whole row has: then it holds whole rows."""
    most = max((width or len(cells)) - 1, 2)
    return any("\n" in cell and cell.count(separator) >= most for cell in cells)


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


def _looked_at(path: Path, encoding: str, separator: str, skip: int, limits: Limits) -> list[SourceRow]:
    with _open(path, encoding) as file:
        for _ in range(skip):
            file.readline()
        rows = _rows(file, separator, path.name, limits, skip + 1)
        return list(islice(rows, limits.header_rows))


def _best_separator(path: Path, encoding: str, skip: int, options: ReadOptions) -> tuple[str, list[SourceRow]]:
    """The separator under which the header names most fields; where none names any, that of most columns."""
    best: tuple[tuple[int, int], str, list[SourceRow]] | None = None
    failure: InputError | None = None
    for separator in _SEPARATORS:
        try:
            rows = _looked_at(path, encoding, separator, skip, options.limits)
        except InputError as error:
            failure = failure or error
            continue
        header = find_header([row.cells for row in rows], options.mapping, options.needs)
        score = (len(header.columns) if header else 0, max((len(row.cells) for row in rows), default=0))
        if best is None or score > best[0]:
            best = score, separator, rows
    if best is None:
        assert failure is not None
        raise failure
    if failure is not None and best[0][0] == 0:
        raise failure
    return best[1], best[2]


def open_text_table(path: Path, options: ReadOptions) -> Table:
    """A CSV file as a table. Raises InputError where it is none."""
    encoding = find_encoding(path, options.encoding)
    separator = _declared_separator(path, encoding)
    skip = 1 if separator else 0
    if separator:
        looked_at = _looked_at(path, encoding, separator, skip, options.limits)
    else:
        separator, looked_at = _best_separator(path, encoding, skip, options)
    numbers = [row.number for row in looked_at]
    header = require_header([row.cells for row in looked_at], options.mapping, path.name, options.needs, numbers)
    if len(header.names) > options.limits.columns:
        raise too_much(path.name, "columns", f"{len(header.names):,}", options.limits.columns)
    line = looked_at[header.last].number
    shown = {"\t": "tab"}.get(separator, separator)
    notes = (
        Note(Text(_ENCODING.th.format(encoding=encoding), _ENCODING.en.format(encoding=encoding))),
        Note(Text(_SEPARATOR.th.format(separator=shown), _SEPARATOR.en.format(separator=shown))),
    )

    def rows() -> Iterator[SourceRow]:
        return _data_rows(path, encoding, separator, skip, header, line, options.limits)

    return Table(path.name, None, line, header, rows, None, notes, TextLayout(encoding, separator, skip))


def _data_rows(
    path: Path, encoding: str, separator: str, skip: int, header: Header, header_line: int, limits: Limits
) -> Iterator[SourceRow]:
    with _open(path, encoding) as file:
        for _ in range(skip):
            file.readline()
        rows = _rows(file, separator, path.name, limits, skip + 1, (header_line, len(header.names)))
        yield from islice(rows, limits.rows)
        if next(rows, None) is not None:
            raise too_much(path.name, "rows", f"> {limits.rows:,}", limits.rows)

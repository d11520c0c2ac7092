"""Workbooks: which sheet holds the list, its header, and its rows."""

from collections.abc import Iterator, Sequence
from itertools import compress
from pathlib import Path

from ..model.errors import InputError, RequestError
from ..model.near import meant
from ..model.record import SourceRow
from ..model.text import Text
from .books.client import Book, BookSheet, reading
from .cells import as_text
from .headings import Header, counting_columns, find_header
from .limits import too_much
from .lost_thai_notes import require_legible_header
from .options import ListOptions
from .table import Note, Table
from .title_days import told_day

_NO_SHEET = Text(
    "{file}: ไม่มีแผ่นงานชื่อ “{wanted}”{near} มีแผ่นงาน: {found}",
    "{file}: there is no sheet “{wanted}”{near}; there are: {found}",
)
_EMPTY = Text(
    "{file}: ไม่มีแผ่นงานที่มีข้อมูล ตรวจว่าบันทึกไฟล์ครบถ้วน",
    "{file}: no sheet holds any data; see that the file was saved in full",
)
_OTHERS = Text("แผ่นงานอื่นที่อ่านได้เช่นกัน: {names} (เลือกด้วย --sheet)", "other sheets that fit: {names} (choose with --sheet)")
_HIDDEN = Text("แผ่นงานนี้ซ่อนอยู่", "this sheet is hidden")
_SLOW = Text(
    "สมุดงานนี้จัดเก็บไม่เหมือนที่ Excel เขียน จึงอ่านด้วยวิธีที่ช้ากว่า",
    "this workbook is not laid out as Excel writes it, so it was read the slower way",
)


def open_workbook(path: Path, options: ListOptions) -> Table:
    """The list in a workbook of any kind: the sheet that was named, or the one whose header names most fields.

    A hidden sheet is read only where no visible one fits. Raises InputError where the file is damaged, hostile, beyond
    a limit, empty or no list, RequestError where there is no sheet of that name.
    """
    with reading(path, options.limits, options.encoding) as book:
        return _list_of(path.name, book, options)


def _list_of(file: str, book: Book, options: ListOptions) -> Table:
    notes: list[Note] = []
    if options.sheet is not None:
        return _table(file, _named(file, book.sheets, options.sheet), options, notes)
    fitting: list[tuple[BookSheet, Header]] = []
    filled: list[BookSheet] = []
    for visible in (True, False):
        for sheet in (s for s in book.sheets if s.visible is visible):
            top = _top(sheet, options)
            if any(map(any, top)):
                filled.append(sheet)
            header = find_header(top, options.mapping, options.needs)
            if header is not None:
                fitting.append((sheet, header))
        if fitting:
            break
    if not fitting:
        if not filled:
            raise InputError(_EMPTY, file=file)
        return _table(file, filled[0], options, notes)  # raises: it names the headings found
    best = max(fitting, key=lambda fit: len(fit[1].columns))[0]
    others = ", ".join(f"“{s.name}”" for s, _ in fitting if s is not best)
    if others:
        notes.append(Note(Text(_OTHERS.th.format(names=others), _OTHERS.en.format(names=others))))
    return _table(file, best, options, notes)


def _named(file: str, sheets: Sequence[BookSheet], wanted: str) -> BookSheet:
    for sheet in sheets:
        if sheet.name.strip().casefold() == wanted.strip().casefold():
            return sheet
    if wanted.isascii() and wanted.isdigit() and len(wanted) < 6 and 0 < int(wanted) <= len(sheets):
        return sheets[int(wanted) - 1]
    names = [sheet.name for sheet in sheets]
    raise RequestError(_NO_SHEET, file=file, wanted=wanted, near=meant(wanted, names), found=", ".join(names))


def _top(sheet: BookSheet, options: ListOptions) -> list[list[str]]:
    return [[as_text(cell) for cell in row] for row in sheet.top(options.limits.header_rows)]


def _table(file: str, sheet: BookSheet, options: ListOptions, notes: list[Note]) -> Table:
    top = [SourceRow(number, cells) for number, cells in enumerate(_top(sheet, options), start=1)]
    header = require_legible_header(top, options, file)
    first = header.last + 1
    rows = sheet.rows(first)
    width = max((len(row) for row in rows[header.last :]), default=0)
    if width > options.limits.columns:
        raise too_much(file, "columns", f"{width:,}", options.limits.columns)
    names = [*header.names, *[""] * width][: max(width, max(header.columns.values()) + 1)]
    header = header._replace(names=tuple(names))
    if not sheet.visible:
        notes.append(Note(_HIDDEN))
    if sheet.book.is_slow:
        notes.append(Note(_SLOW))
    told = told_day([row.cells for row in top[: header.first]], options.as_of)
    notes.extend(told.notes)
    width, counts = len(header.names), counting_columns(header)

    def data() -> Iterator[SourceRow]:
        for number, row in enumerate(rows[first:], start=first + 1):
            counting = list(compress(row, counts))
            if any(counting) or any(cell not in ("", None) for cell in counting):  # it has something; or a zero
                cells = row if len(row) == width else (row + [""] * width)[:width]
                yield SourceRow(number, cells)

    table = Table(file, sheet.name, first, header, data, len(rows) - first, tuple(notes), as_of=told.day)
    return table._replace(has_zeros=sheet.book.has_zeros)

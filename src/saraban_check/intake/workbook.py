"""Workbooks: which sheet holds the list, its header, and its rows."""

import warnings
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from io import BytesIO
from itertools import compress, islice
from pathlib import Path
from typing import Any, NamedTuple

from ..model.errors import InputError, RequestError
from ..model.record import SourceRow
from ..model.text import Text
from .cells import as_text
from .guard import damaged, encrypted, inspect, sheet_parts
from .headings import Header, counting_columns, find_header, require_header
from .limits import Limits, too_much
from .options import ReadOptions
from .table import Note, Table
from .unreadable_cells import find_unreadable

Rows = list[list[Any]]


class Sheet(NamedTuple):
    """One sheet: its rows from row 1 on, and cells merged over several rows by (row, column), 0 = first."""

    name: str
    visible: bool
    rows: Callable[[], Rows]
    merged: Callable[[], Sequence[tuple[tuple[int, int], tuple[int, int]]]]


_NO_SHEET = Text(
    "{file}: ไม่มีแผ่นงานชื่อ “{wanted}” มีแผ่นงาน: {found}", "{file}: there is no sheet “{wanted}”; there are: {found}"
)
_EMPTY = Text(
    "{file}: ไม่มีแผ่นงานที่มีข้อมูล ตรวจว่าบันทึกไฟล์ครบถ้วน",
    "{file}: no sheet holds any data; see that the file was saved in full",
)
_OTHERS = Text("แผ่นงานอื่นที่อ่านได้เช่นกัน: {names} (เลือกด้วย --sheet)", "other sheets that fit: {names} (choose with --sheet)")
_HIDDEN = Text("แผ่นงานนี้ซ่อนอยู่", "this sheet is hidden")
_SLOW = Text("แผ่นงานมีเซลล์กระจายมาก จึงอ่านด้วยวิธีที่ช้ากว่า", "the sheet is very sparse, so it was read the slower way")


def open_workbook(path: Path, options: ReadOptions) -> Table:
    """The list in an XLSX. Raises InputError where it is damaged, hostile, empty or no list."""
    inspection = inspect(path, options.limits)
    notes = []
    if inspection.dense:
        sheets = _calamine_sheets(path)
    else:
        sheets, notes = _openpyxl_sheets(path, options.limits), [Note(_SLOW)]
    parts: dict[str, str] = {}
    if inspection.unreadable:
        with zipfile.ZipFile(path) as archive:
            parts = sheet_parts(archive)

    def unreadable(sheet: str) -> dict[tuple[int, int], Any]:
        part = parts.get(sheet)
        return dict(find_unreadable(path, part)) if part in inspection.unreadable and part else {}

    return choose_sheet(path.name, sheets, options, notes, unreadable)


def _calamine_sheets(path: Path) -> list[Sheet]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_path(path)
    except PasswordError:
        raise encrypted(path.name) from None
    except (CalamineError, OSError, ValueError) as error:
        raise damaged(path.name, error) from None

    def sheet(index: int, name: str, visible: bool) -> Sheet:
        loaded: list[Any] = []

        def load() -> Any:
            if not loaded:
                try:
                    loaded.append(book.get_sheet_by_index(index))
                except (CalamineError, OSError, ValueError) as error:
                    raise damaged(path.name, error) from None
            return loaded[0]

        return Sheet(
            name,
            visible,
            lambda: [] if load().start is None else load().to_python(skip_empty_area=False),
            lambda: load().merged_cell_ranges or (),
        )

    return [
        sheet(index, meta.name, meta.visible == SheetVisibleEnum.Visible)
        for index, meta in enumerate(book.sheets_metadata)
        if meta.typ == SheetTypeEnum.WorkSheet
    ]


def _openpyxl_sheets(path: Path, limits: Limits) -> list[Sheet]:
    """The slow and careful reader: it walks the XML and lays nothing out."""
    import openpyxl

    try:
        with warnings.catch_warnings(action="ignore"):  # about styles and the like: nothing that is read here
            # from memory: openpyxl goes by the name of a file, and ours may have any; and none stays open
            book = openpyxl.load_workbook(BytesIO(path.read_bytes()), read_only=True, data_only=True)
    except Exception as error:  # openpyxl raises whatever its parsers raise
        raise damaged(path.name, error) from None

    def rows(name: str) -> Rows:
        found: Rows = []
        most = limits.rows + limits.header_rows
        try:
            sheet = book[name]
            sheet.reset_dimensions()
            for row in islice(sheet.iter_rows(values_only=True), most + 1):
                found.append(list(row[: _last_used(list(row))]))
        except Exception as error:  # as above
            raise damaged(path.name, error) from None
        if len(found) > most:
            raise too_much(path.name, "rows", f"> {limits.rows:,}", limits.rows)
        while found and not found[-1]:
            found.pop()
        return found

    def sheet(name: str, visible: bool) -> Sheet:
        return Sheet(name, visible, lambda: rows(name), lambda: ())

    return [sheet(ws.title, ws.sheet_state == "visible") for ws in book.worksheets]


def choose_sheet(
    file: str,
    sheets: list[Sheet],
    options: ReadOptions,
    notes: list[Note],
    unreadable: Callable[[str], dict[tuple[int, int], Any]],
) -> Table:
    """The sheet that was named, or the visible one whose header names most fields (a hidden one if none else)."""
    if options.sheet is not None:
        sheet = _named(file, sheets, options.sheet)
        return _table(file, sheet, sheet.rows(), options, notes, unreadable)
    fitting: list[tuple[Sheet, Rows, Header]] = []
    for visible in (True, False):
        for sheet in (s for s in sheets if s.visible is visible):
            rows = sheet.rows()
            header = find_header(_top(rows, options.limits), options.mapping, options.needs)
            if header is not None:
                fitting.append((sheet, rows, header))
        if fitting:
            break
    if not fitting:
        filled = next(((s, rows) for s in sheets if (rows := s.rows())), None)
        if filled is None:
            raise InputError(_EMPTY, file=file)
        return _table(file, *filled, options, notes, unreadable)  # raises: it names the headings found
    best = max(fitting, key=lambda fit: len(fit[2].columns))
    others = ", ".join(f"“{s.name}”" for s, _, _ in fitting if s is not best[0])
    if others:
        notes.append(Note(Text(_OTHERS.th.format(names=others), _OTHERS.en.format(names=others))))
    return _table(file, best[0], best[1], options, notes, unreadable)


def _named(file: str, sheets: list[Sheet], wanted: str) -> Sheet:
    for sheet in sheets:
        if sheet.name.strip().casefold() == wanted.strip().casefold():
            return sheet
    if wanted.isdecimal() and 0 < int(wanted) <= len(sheets):
        return sheets[int(wanted) - 1]
    raise RequestError(_NO_SHEET, file=file, wanted=wanted, found=", ".join(s.name for s in sheets))


def _top(rows: Rows, limits: Limits) -> list[list[str]]:
    return [[as_text(cell) for cell in row] for row in rows[: limits.header_rows]]


def _table(
    file: str,
    sheet: Sheet,
    rows: Rows,
    options: ReadOptions,
    notes: list[Note],
    unreadable: Callable[[str], dict[tuple[int, int], Any]],
) -> Table:
    header = require_header(_top(rows, options.limits), options.mapping, file, options.needs)
    first = header.last + 1
    if len(rows) - first > options.limits.rows:
        raise too_much(file, "rows", f"{len(rows) - first:,}", options.limits.rows)
    width = max(_last_used(row) for row in rows[header.last :])
    if width > options.limits.columns:
        raise too_much(file, "columns", f"{width:,}", options.limits.columns)
    names = [*header.names, *[""] * width][: max(width, max(header.columns.values()) + 1)]
    header = header._replace(names=tuple(names))
    for (row, column), cell in unreadable(sheet.name).items():
        if row >= len(rows):
            rows.extend([] for _ in range(len(rows), min(row, options.limits.rows) + 1))
        if row < len(rows) and column < len(header.names):
            if len(rows[row]) <= column:
                rows[row].extend([None] * (column + 1 - len(rows[row])))
            rows[row][column] = cell
    _fill_merged(rows, sheet, first)
    _check_cells(file, rows, options.limits)
    if not sheet.visible:
        notes.append(Note(_HIDDEN))
    width, counts = len(header.names), counting_columns(header)

    def data() -> Iterator[SourceRow]:
        for number, row in enumerate(rows[first:], start=first + 1):
            if any(cell not in ("", None) for cell in compress(row, counts)):
                cells = row if len(row) == width else (row + [""] * width)[:width]
                yield SourceRow(number, cells)

    return Table(file, sheet.name, first, header, data, len(rows) - first, tuple(notes))


def _last_used(row: list[Any]) -> int:
    """How many cells a row has, without blank ones at its right end."""
    width = len(row)
    while width and row[width - 1] in ("", None):
        width -= 1
    return width


def _fill_merged(rows: Rows, sheet: Sheet, first: int) -> None:
    """A cell merged over several rows holds its value for each of them (a province beside its agencies)."""
    for (top, left), (bottom, _) in sheet.merged():
        if top < first or bottom == top or top >= len(rows) or left >= len(rows[top]):
            continue
        for row in rows[top + 1 : bottom + 1]:
            with suppress(IndexError):
                if row[left] in ("", None):
                    row[left] = rows[top][left]


def _check_cells(file: str, rows: Rows, limits: Limits) -> None:
    for number, row in enumerate(rows, start=1):
        for cell in row:
            if isinstance(cell, str) and len(cell) > limits.cell:
                place = Text(f" แถว {number}", f" row {number}")
                raise too_much(file, "cell", f"{len(cell):,}", limits.cell, place)

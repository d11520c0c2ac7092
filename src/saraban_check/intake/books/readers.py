"""The libraries that read a workbook's values: a fast one that lays a sheet out as a block, and a careful one.

python-calamine reads XLSX, XLS, XLSB and ODS. A cell at A1 and another at XFD1048576 make it ask for 512 GiB and
abort the process; then the XLSX is read anew by openpyxl, which walks the XML and lays nothing out.
"""

import warnings
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import islice
from typing import Any, NamedTuple

from ..strict_open_xml import is_strict, transitional
from .facts import LAST_ROW
from .package import READ_ERRORS, ProblemError

_KEPT_CELLS = 2_000_000
"""A sheet of so many cells is kept for when all of it is asked for, after its first rows."""


class Sheet(NamedTuple):
    """A worksheet: its rows from row 1 on, each time anew, and its merged blocks where the library tells them."""

    name: str
    visible: bool
    rows: Callable[[], Iterator[list[Any]]]
    merged: Callable[[], list[tuple[tuple[int, int], tuple[int, int]]]]


def fast_sheets(path: str) -> list[Sheet]:
    """The worksheets by python-calamine. Raises ProblemError where it cannot read the file."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    def guarded(job: Callable[[], Any]) -> Any:
        try:
            return job()
        except PasswordError:
            raise ProblemError("password") from None
        except (CalamineError, OSError, ValueError) as error:
            raise ProblemError("damaged", reason=str(error)) from None
        except BaseException as error:
            if type(error).__name__ == "PanicException":  # Rust gave up; it is no Exception
                raise ProblemError("damaged", reason=str(error)) from None
            raise

    book = guarded(lambda: CalamineWorkbook.from_path(path))
    kept: dict[int, Any] = {}

    def load(index: int) -> Any:
        if index not in kept:
            sheet = guarded(lambda: book.get_sheet_by_index(index))
            if sum(one.total_height * one.total_width for one in kept.values()) > _KEPT_CELLS:
                kept.clear()
            kept[index] = sheet
        return kept[index]

    def rows(index: int) -> Iterator[list[Any]]:
        sheet = load(index)
        return iter(()) if sheet.start is None else _from_first_column(sheet.iter_rows(), sheet.start[1])

    return [
        Sheet(
            meta.name,
            meta.visible == SheetVisibleEnum.Visible,
            lambda index=index: rows(index),  # type: ignore[misc]
            lambda index=index: load(index).merged_cell_ranges or [],  # type: ignore[misc]
        )
        for index, meta in enumerate(book.sheets_metadata)
        if meta.typ == SheetTypeEnum.WorkSheet
    ]


def _from_first_column(rows: Iterator[list[Any]], first: int) -> Iterator[list[Any]]:
    """calamine's rows begin with its first used column."""
    if not first:
        return rows
    before = [""] * first
    return (before + row for row in rows)


def careful_sheets(path: str) -> list[Sheet]:
    """The worksheets of an XLSX by openpyxl. Raises ProblemError where it cannot read the file."""
    import openpyxl
    from openpyxl.utils.escape import unescape

    try:
        with warnings.catch_warnings(action="ignore"):  # about styles and the like: nothing that is read here
            book = openpyxl.load_workbook(_transitional(path), read_only=True, data_only=True)
    except Exception as error:  # openpyxl raises whatever its parsers raise
        raise ProblemError("damaged", reason=str(error)) from None

    def rows(name: str) -> Iterator[list[Any]]:
        try:
            sheet = book[name]
            sheet.reset_dimensions()
            # it fills every gap, whatever number a row claims to have
            for row in islice(sheet.iter_rows(values_only=True), LAST_ROW):
                yield [unescape(cell) if isinstance(cell, str) and "_x" in cell else cell for cell in row]
        except Exception as error:  # as above
            raise ProblemError("damaged", reason=str(error)) from None

    return [
        Sheet(
            sheet.title,
            sheet.sheet_state == "visible",
            lambda name=sheet.title: rows(name),  # type: ignore[misc]
            list,
        )
        for sheet in book.worksheets
    ]


def _transitional(path: str) -> BytesIO:
    """The file in memory, for openpyxl heeds the names of files; Strict Open XML made transitional."""
    with open(path, "rb") as file:  # noqa: PTH123  (pathlib takes longer to load than all else here)
        data = file.read()
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = [(part, archive.read(part)) for part in archive.infolist()]
    except READ_ERRORS as error:
        raise ProblemError("damaged", reason=str(error)) from None
    if not any(is_strict(content) for _, content in parts):
        return BytesIO(data)
    anew = BytesIO()
    with zipfile.ZipFile(anew, "w") as archive:
        for part, content in parts:
            archive.writestr(part.filename, transitional(content))
    return anew

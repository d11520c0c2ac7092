"""Which library reads a workbook, and who knows its facts, by what the file holds."""

import struct
import zipfile
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple, TypeVar
from xml.parsers.expat import ExpatError

from .facts import Cell, FactsOf, Place, SheetFacts, formula_cell
from .package import READ_ERRORS, Package, ProblemError, open_package
from .readers import Sheet, careful_sheets, fast_sheets

if TYPE_CHECKING:
    from .grid import FoundSheet

_ZIP, _OLE = b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_READ_SLOWLY = 64 << 20
"""A package that unpacks to more bytes is not read by the careful reader: that would take minutes."""
Found = TypeVar("Found")


class OpenBook(NamedTuple):
    """The worksheets, their facts, and whether they are read by the careful reader."""

    sheets: list[Sheet]
    facts: FactsOf
    is_slow: bool = False


def open_book(path: str, limits: dict[str, int], encoding: str | None, *, careful: bool) -> OpenBook:
    """A workbook, by the careful reader where that is asked for or the fast one does not find its way.

    `limits` by name; `encoding` is that of a page, where it is known. Raises ProblemError, or InputError, where the
    file cannot be read.
    """
    with open(path, "rb") as file:  # noqa: PTH123
        head = file.read(len(_OLE))
    if not head.startswith(_ZIP):
        if careful:
            raise ProblemError("memory")
        return _old_book(path) if head == _OLE else _marked_up(path, limits, encoding)
    package = open_package(path, limits["unpacked_mb"])
    if careful and (not package.sheets or package.unpacked > _READ_SLOWLY):
        raise ProblemError("memory")
    if not package.sheets:
        return OpenBook(fast_sheets(path), _facts_of(package))
    if not careful and not package.is_odd:
        with suppress(ProblemError):  # parts under names that only a reader of the links between them finds
            sheets = fast_sheets(path)
            if all(sheet.name in package.sheets for sheet in sheets):
                return OpenBook(sheets, _facts_of(package))
    return OpenBook(careful_sheets(path), _facts_of(package, whole=True), is_slow=True)


def _old_book(path: str) -> OpenBook:
    from .xls_facts import xls_facts

    return OpenBook(fast_sheets(path), _known(lambda: xls_facts(path)))


def _marked_up(path: str, limits: dict[str, int], encoding: str | None) -> OpenBook:
    """A page, or XML of Excel 2003, that was saved under the name of a workbook."""
    from pathlib import Path

    from ..limits import Limits
    from ..packing import HEAD, Family, what_is
    from .html_sheets import html_sheets
    from .xml2003_sheets import xml2003_sheets

    file, most = Path(path), Limits(**limits)
    data = file.read_bytes()
    packing = what_is(data[:HEAD])
    if packing is not None and packing.family is Family.SPREADSHEET_XML:
        found = xml2003_sheets(data, file.name, most)
    else:
        found = html_sheets(data, file.name, most, encoding)
    facts = {sheet.name: SheetFacts(_formula_cells(sheet), []) for sheet in found}
    sheets = [
        Sheet(sheet.name, sheet.visible, lambda rows=sheet.rows: map(list, rows), lambda merged=sheet.merged: merged)  # type: ignore[misc]
        for sheet in found
    ]
    return OpenBook(sheets, lambda sheet: facts[sheet])


def _formula_cells(sheet: "FoundSheet") -> dict[Place, Cell]:
    found: dict[Place, Cell] = {}
    for (row, column), formula in sheet.formulas.items():
        cells = sheet.rows[row]
        value = cells[column] if column < len(cells) else None
        if (cell := formula_cell(formula.removeprefix("="), value)) is not None:
            found[row, column] = cell
    return found


def _facts_of(package: Package, *, whole: bool = False) -> FactsOf:
    if package.sheets:
        from .xlsx_facts import xlsx_facts

        return lambda sheet: _guarded(lambda: xlsx_facts(package, sheet, whole=whole))

    def read() -> dict[str, SheetFacts]:
        with zipfile.ZipFile(package.path) as archive:
            names = archive.namelist()
            if "content.xml" in names:
                from .ods_facts import ods_facts

                return ods_facts(archive)
            if "xl/workbook.bin" in names:
                from .xlsb_facts import xlsb_facts

                return xlsb_facts(archive)
        return {}

    return _known(read)


def _known(read: Callable[[], dict[str, SheetFacts]]) -> FactsOf:
    """The facts of all sheets, read when first asked for."""
    found: list[dict[str, SheetFacts]] = []

    def facts(sheet: str) -> SheetFacts:
        if not found:
            found.append(_guarded(read))
        return found[0].get(sheet, SheetFacts({}, []))

    return facts


def _guarded(read: Callable[[], Found]) -> Found:
    try:
        return read()
    except (ExpatError, struct.error, RuntimeError, *READ_ERRORS) as error:
        raise ProblemError("damaged", reason=str(error)) from None

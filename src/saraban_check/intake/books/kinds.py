"""Which library reads a workbook, and who knows its facts, by what the file holds."""

import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar
from xml.parsers.expat import ExpatError

from .facts import FactsOf, SheetFacts
from .package import READ_ERRORS, Package, ProblemError, open_package
from .readers import Sheet, careful_sheets, fast_sheets

_ZIP = b"PK"
_READ_SLOWLY = 64 << 20
"""A package that unpacks to more bytes is not read by the careful reader: that would take minutes."""
Found = TypeVar("Found")


class OpenBook(NamedTuple):
    """The worksheets, their facts, and whether they are read by the careful reader."""

    sheets: list[Sheet]
    facts: FactsOf
    is_slow: bool = False


def open_book(path: Path, unpacked_mb: int, *, careful: bool) -> OpenBook:
    """A workbook, by the careful reader where that is asked for or the fast one does not find its way.

    Raises ProblemError where the file cannot be read.
    """
    with path.open("rb") as file:
        is_zip = file.read(2).startswith(_ZIP)
    if not is_zip:
        if careful:
            raise ProblemError("memory")
        sheets = fast_sheets(path)
        from .xls_facts import xls_facts

        return OpenBook(sheets, _known(lambda: xls_facts(path)))
    package = open_package(path, unpacked_mb)
    if careful and (not package.sheets or package.unpacked > _READ_SLOWLY):
        raise ProblemError("memory")
    if not package.sheets:
        return OpenBook(fast_sheets(path), _facts_of(package))
    if not careful:
        try:
            return OpenBook(fast_sheets(path), _facts_of(package))
        except ProblemError:
            pass  # parts under names that only a reader of the links between them finds
    return OpenBook(careful_sheets(path), _facts_of(package, whole=True), is_slow=True)


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

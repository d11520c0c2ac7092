"""The facts of an XLS: its formulas, from the records of the BIFF stream.

Source: [MS-XLS] 2.4.28 BoundSheet8, 2.4.127 Formula, 2.5.133 FormulaValue. The reading library tells of
merged cells.
"""

import codecs
import struct
from collections.abc import Iterator
from typing import NamedTuple

from .facts import Cell, Place, SheetFacts, formula_cell, uncalculated
from .package import ProblemError

_STREAMS = ("Workbook", "Book")
_BOUND_SHEET, _CODE_PAGE, _STRING, _EOF = 0x0085, 0x0042, 0x0207, 0x000A
_FORMULAS = (0x0006, 0x0206, 0x0406)
_BETWEEN = (0x04BC, 0x0221)
"""A shared formula or an array, which stand between a formula and the text that is its result."""
_NO_NUMBER = b"\xff\xff"
_TEXT, _EMPTY_TEXT = 0, 3


class _Record(NamedTuple):
    sort: int
    data: bytes


def xls_facts(path: str) -> dict[str, SheetFacts]:
    """The facts by the name of the sheet. Raises ProblemError where it is no such file."""
    import olefile

    try:
        with olefile.OleFileIO(path) as container:
            name = next(name for name in _STREAMS if container.exists(name))
            data = container.openstream(name).read()
    except Exception as error:  # olefile raises whatever it comes upon
        raise ProblemError("damaged", reason=str(error)) from None
    sheets, code_page = {}, "latin-1"
    for record in _records(data, 0):
        if record.sort == _CODE_PAGE and len(record.data) >= 2:
            code_page = _codec(struct.unpack_from("<H", record.data)[0])
        elif record.sort == _BOUND_SHEET and len(record.data) >= 8:
            start = struct.unpack_from("<I", record.data)[0]
            sheets[_name(record.data, code_page, name)] = SheetFacts(_formulas(data, start), [])
        elif record.sort == _EOF:
            break
    return sheets


def _records(data: bytes, at: int) -> Iterator[_Record]:
    while at + 4 <= len(data):
        sort, length = struct.unpack_from("<HH", data, at)
        yield _Record(sort, data[at + 4 : at + 4 + length])
        at += 4 + length


def _codec(number: int) -> str:
    name = f"cp{number}"
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "latin-1"


def _name(data: bytes, code_page: str, stream: str) -> str:
    if stream == "Book":  # BIFF5: bytes in the code page
        return data[7 : 7 + data[6]].decode(code_page, "replace")
    if data[7] & 1:
        return data[8 : 8 + 2 * data[6]].decode("utf-16-le", "replace")
    return data[8 : 8 + data[6]].decode("latin-1")


def _formulas(data: bytes, start: int) -> dict[Place, Cell]:
    found: dict[Place, Cell] = {}
    waiting: Place | None = None  # for the text that is its result
    for sort, content in _records(data, start):
        if waiting is not None and sort not in _BETWEEN:
            if sort != _STRING:
                found[waiting] = uncalculated()
            waiting = None
        if sort in _FORMULAS and len(content) >= 14:
            row, column = struct.unpack_from("<HH", content)
            result = content[6:14]
            if result[6:] == _NO_NUMBER:
                waiting = (row, column) if result[0] == _TEXT else None
                if result[0] == _EMPTY_TEXT:  # programs write this for what they did not calculate, so nobody can tell
                    found[row, column] = uncalculated()
            elif (cell := formula_cell(None, struct.unpack("<d", result)[0])) is not None:
                found[row, column] = cell
        elif sort == _EOF:
            break
    return found

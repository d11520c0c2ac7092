"""The facts of an XLSB: its formulas and merged cells, from the records of each sheet's part.

Source: [MS-XLSB] 2.1.4 Record, 2.4.312 BrtBundleSh, 2.4.671 to 2.4.675 BrtFmla…, 2.4.708 BrtMergeCell. The reading
library gives errors as texts. A formula's result is always stored; that of one never calculated is the number 0.
"""

import struct
import zipfile
from collections.abc import Iterator

from .facts import LAST_ROW, Cell, Merged, Place, SheetFacts, formula_cell
from .package import links_of

_ROW, _FORMULA_NUMBER, _BUNDLE_SHEET, _MERGE = 0, 9, 156, 176
_BOOK = "xl/workbook.bin"


def xlsb_facts(archive: zipfile.ZipFile) -> dict[str, SheetFacts]:
    """The facts by the name of the sheet. Raises what zipfile raises, struct.error and KeyError where it is damaged."""
    links = links_of(archive, _BOOK)
    found = {}
    for sort, data in _records(archive.read(_BOOK)):
        if sort == _BUNDLE_SHEET:
            link, at = _text(data, 8)
            name, _ = _text(data, at)
            part, kind = links.get(link, ("", ""))
            if kind.endswith("/worksheet"):
                found[name] = _sheet(archive.read(part))
    return found


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(data):
        sort, at = _variable(data, at, 2)
        length, at = _variable(data, at, 4)
        yield sort, data[at : at + length]
        at += length


def _variable(data: bytes, at: int, most: int) -> tuple[int, int]:
    """A number of seven bits a byte, lowest first, and where it ends."""
    number = 0
    for index in range(most):
        byte = data[at + index] if at + index < len(data) else 0
        number |= (byte & 0x7F) << 7 * index
        if not byte & 0x80:
            return number, at + index + 1
    return number, at + most


def _text(data: bytes, at: int) -> tuple[str, int]:
    (length,) = struct.unpack_from("<I", data, at)
    if length == 0xFFFFFFFF:  # null
        return "", at + 4
    end = at + 4 + 2 * length
    return data[at + 4 : end].decode("utf-16-le", "replace"), end


def _sheet(data: bytes) -> SheetFacts:
    cells: dict[Place, Cell] = {}
    merged: list[Merged] = []
    row = 0
    for sort, content in _records(data):
        if sort == _ROW and len(content) >= 4:
            (row,) = struct.unpack_from("<I", content)
        elif sort == _FORMULA_NUMBER and len(content) >= 16:
            (column,) = struct.unpack_from("<I", content)
            if (cell := formula_cell(None, struct.unpack_from("<d", content, 8)[0])) is not None:
                cells[row, column] = cell
        elif sort == _MERGE and len(content) >= 16:
            top, bottom, left, _ = struct.unpack_from("<IIII", content)
            if top < bottom:
                merged.append(Merged(top, min(bottom, LAST_ROW), left))
    return SheetFacts(cells, merged)

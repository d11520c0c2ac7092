"""What stands in one cell of a worksheet: where it ends, and whether it may be given another text."""

from typing import NamedTuple
from xml.parsers import expat

from ..marked.markup import is_closed, qualified_name, tag_end, text, with_attributes

_SPECIAL = ("cm", "vm")
"""Attributes that tie a cell to data elsewhere: spilled formulas, stocks, pictures in cells."""


class HeldCell(NamedTuple):
    """A cell: where it begins and ends, in bytes, and what is in it."""

    start: int
    end: int
    has_formula: bool
    is_special: bool


def held_cell(data: bytes, start: int, within: int) -> HeldCell:
    """The cell that begins there, in a row that ends at `within`. The sheet was parsed: this is well formed."""
    inside = tag_end(data, start)
    reader = _CellReader(data[start:within])
    special = any(name in reader.attributes for name in _SPECIAL)
    end = inside if is_closed(data, inside) else data.index(b">", start + reader.end) + 1
    return HeldCell(start, end, reader.has_formula, special)


def with_text(data: bytes, cell: HeldCell, value: str, prefix: str) -> bytes:
    """The cell with this text in it, with its format; never a formula, never a number."""
    tag = with_attributes(data[cell.start : tag_end(data, cell.start)], t="inlineStr")
    opened = tag.removesuffix(b"/>").removesuffix(b">") + b">"
    held = f'<{prefix}is><{prefix}t xml:space="preserve">{text(value)}</{prefix}t></{prefix}is>'
    return opened + held.encode() + f"</{qualified_name(data, cell.start)}>".encode()


class _CellReader:
    """Reads one element of a row; what stands behind it is not looked at. Prefixes need no declaration here."""

    def __init__(self, data: bytes) -> None:
        self.attributes: dict[str, str] = {}
        self.has_formula, self.end = False, -1
        self._depth = 0
        self._parser = expat.ParserCreate("utf-8")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError:
            if self.end < 0:  # else it was the next cell, of which an element that stands alone has none
                raise

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self._depth == 0 and self.end < 0:
            self.attributes = attributes
        elif self._depth == 1 and name.rpartition(":")[2] == "f":
            self.has_formula = True
        self._depth += 1

    def _end(self, name: str) -> None:
        self._depth -= 1
        if self._depth == 0 and self.end < 0:
            self.end = self._parser.CurrentByteIndex

"""The facts of an XLSX: where each sheet's part lies in the package, and what of its XML says more than values.

Names are compared without their prefix: `<x:f>` is a formula wherever `x` is bound to, for whoever reads the cells
goes by these names too.
"""

import zipfile
from collections.abc import Iterator
from itertools import product
from typing import Any
from xml.parsers import expat

from ...model.lazy_pattern import lazy_pattern
from .facts import LAST_COLUMN, LAST_ROW, Cell, Merged, Place, SheetFacts, error_cell, formula_cell
from .package import Package, ProblemError

_CHUNK, _OVERLAP = 1 << 20, 16
_FORMULA = lazy_pattern(rb"f(?<=[<:]f)[\s/>]")  # begins with the letter, to which the search leaps
_PAIRED = ((b'"', b'"e"'), (b"'", b"'e'"), (b"[", b"<![CDATA["), (b"\0", b"\0"))
"""Errors, texts that the fast reader passes over, UTF-16; each behind a sign of which most parts hold few, or none."""
_PLACE = lazy_pattern(r"([A-Za-z]{1,3})([0-9]{1,7})")
_BLOCK = lazy_pattern(r"([A-Za-z]{1,3})([0-9]{1,7}):([A-Za-z]{1,3})([0-9]{1,7})")
_LONGEST_ROW = 8
_MOST_MERGED, _MOST_SPILLED = 100_000, 200_000
"""More merged blocks, or cells filled by array formulas, than any list of agencies has."""


def xlsx_facts(package: Package, sheet: str, *, whole: bool) -> SheetFacts:
    """The facts of one sheet; `whole`: its merged cells too, where the reading library does not tell them.

    Raises what zipfile raises, and ExpatError where the part is no XML.
    """
    part = package.sheets[sheet]
    with zipfile.ZipFile(package.path) as archive:
        if not whole and not _may_tell(archive, part):
            return SheetFacts({}, [])
        reader = _Reader()
        with archive.open(part) as stream:
            reader.read(stream)
    if whole and not reader.is_in_order:
        raise ProblemError("damaged", reason=f"{part}: <row>")
    return SheetFacts(reader.cells, reader.merged if whole else [])


def _may_tell(archive: zipfile.ZipFile, part: str) -> bool:
    """Whether there may be a formula, an error, or a text that the fast reader passes over. Most parts hold none."""
    tail = b""
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            piece = tail + chunk
            if _FORMULA.search(piece) or any(sign in piece and hint in piece for sign, hint in _PAIRED):
                return True
            tail = piece[-_OVERLAP:]
    return False


class _Reader:
    """Goes through the XML of one sheet, once."""

    def __init__(self) -> None:
        self.cells: dict[Place, Cell] = {}
        self.merged: list[Merged] = []
        self.is_in_order = True
        self._row, self._column = -1, -1
        self._type = ""
        self._formula: list[str] | None = None
        self._value: list[str] | None = None
        self._into: list[str] | None = None
        self._is_cdata = False
        self._spilled: set[Place] = set()
        """Cells that an array formula fills: they hold a result without a formula of their own."""

    def read(self, stream: Any) -> None:
        """Raises expat.ExpatError where it is no XML."""
        parser = expat.ParserCreate()
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._text
        parser.StartCdataSectionHandler = self._cdata
        parser.ParseFile(stream)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(":")[2]:
            case "c":
                self._type, self._formula, self._value = attributes.get("t", ""), None, None
                self._is_cdata = False
                place = _place(attributes.get("r", ""))
                self._row, self._column = place or (self._row, self._column + 1)
            case "v" | "is":
                self._into = self._value = []
            case "rPh":  # how it is pronounced
                self._into = None
            case "f":
                self._into = self._formula = []
                if attributes.get("t") == "array":
                    self._spill(attributes.get("ref", ""))
            case "row":
                self._begin_row(attributes.get("r", ""))
            case "mergeCell":
                self._merge(attributes.get("ref", ""))

    def _begin_row(self, number: str) -> None:
        before = self._row
        is_number = number.isascii() and number.isdigit() and len(number) < _LONGEST_ROW
        self._row, self._column = int(number) - 1 if is_number else before + 1, -1
        if self._row <= before:  # one reader puts it where it belongs, the other passes over it
            self.is_in_order = False

    def _cdata(self) -> None:
        self._is_cdata = self._is_cdata or (self._into is not None and self._into is self._value)

    def _text(self, text: str) -> None:
        if self._into is not None:
            self._into.append(text)

    def _end(self, name: str) -> None:
        match name.rpartition(":")[2]:
            case "v" | "f" | "is":
                self._into = None
            case "rPh":
                self._into = self._value
            case "c":
                if (cell := self._cell()) is not None and self._row < LAST_ROW and self._column < LAST_COLUMN:
                    self.cells[self._row, self._column] = cell

    def _cell(self) -> Cell | None:
        value = None if self._value is None else "".join(self._value)
        if self._type == "e":
            return error_cell(value)
        if self._is_cdata and self._type in ("str", "inlineStr", ""):
            return value or None
        if self._formula is None and (self._row, self._column) not in self._spilled:
            return None
        formula = "".join(self._formula or ())
        if self._type == "str":  # its result is a text, and that may be empty
            return formula_cell(formula, value)
        return formula_cell(formula, _number(value) if self._type in ("", "n") else value or None)

    def _spill(self, ref: str) -> None:
        for top, left, bottom, right in _block(ref):
            if (bottom - top + 1) * (right - left + 1) + len(self._spilled) <= _MOST_SPILLED:
                self._spilled.update(product(range(top, bottom + 1), range(left, right + 1)))

    def _merge(self, ref: str) -> None:
        for top, left, bottom, _ in _block(ref):
            if top < bottom and len(self.merged) < _MOST_MERGED:
                self.merged.append(Merged(top, min(bottom, LAST_ROW), left))


def _number(value: str | None) -> str | float | None:
    """A stored result as a number, where it is one; None where nothing is stored."""
    if value is None or not value.strip():
        return None
    try:
        return float(value)
    except ValueError:
        return value


def _place(ref: str) -> Place | None:
    found = _PLACE.fullmatch(ref)
    return None if found is None else (int(found[2]) - 1, _column(found[1]))


def _block(ref: str) -> Iterator[tuple[int, int, int, int]]:
    """Top, left, bottom and right of `A1:B2`."""
    if (found := _BLOCK.fullmatch(ref)) is not None:
        yield int(found[2]) - 1, _column(found[1]), int(found[4]) - 1, _column(found[3])


def _column(letters: str) -> int:
    """`A` is 0, `XFD` 16383."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1

"""The facts of an ODS: formulas, errors and merged cells, from the attributes of its cells.

Source: OpenDocument 1.3 part 3, 19.642 table:formula, 19.385 office:value, 19.677 table:number-rows-spanned.
"""

import zipfile
from typing import Any
from xml.parsers import expat

from .facts import LAST_COLUMN, LAST_ROW, Merged, SheetFacts, error_cell, formula_cell

_CONTENT = "content.xml"
_MOST_REPEATED = 1_000
"""A formula that is repeated more often than that says so in the first cells only."""


def ods_facts(archive: zipfile.ZipFile) -> dict[str, SheetFacts]:
    """The facts by the name of the sheet. Raises what zipfile raises, and expat.ExpatError where it is no XML."""
    reader = _Reader()
    with archive.open(_CONTENT) as stream:
        reader.read(stream)
    return reader.sheets


class _Reader:
    """Goes through the XML of all sheets, once; names are compared without their prefix."""

    def __init__(self) -> None:
        self.sheets: dict[str, SheetFacts] = {}
        self._sheet = SheetFacts({}, [])
        self._row = self._column = self._rows = 0

    def read(self, stream: Any) -> None:
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.ParseFile(stream)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if local not in ("table", "table-row", "table-cell", "covered-table-cell"):
            return
        said = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        if local == "table":
            self._sheet = self.sheets[said.get("name", "")] = SheetFacts({}, [])
            self._row = self._rows = 0
        elif local == "table-row":
            self._row, self._column = self._row + self._rows, 0
            self._rows = _count(said, "number-rows-repeated")
        else:
            width = _count(said, "number-columns-repeated")
            if (cell := _cell(said)) is not None:
                self._put(cell, width)
            if (span := _count(said, "number-rows-spanned")) > 1 and self._row < LAST_ROW:
                self._sheet.merged.append(Merged(self._row, min(self._row + span - 1, LAST_ROW), self._column))
            self._column += width

    def _put(self, cell: dict[str, Any], width: int) -> None:
        for row in range(self._row, min(self._row + min(self._rows, _MOST_REPEATED), LAST_ROW)):
            for column in range(self._column, min(self._column + min(width, _MOST_REPEATED), LAST_COLUMN)):
                if len(self._sheet.cells) < _MOST_REPEATED * _MOST_REPEATED:
                    self._sheet.cells[row, column] = cell


def _cell(said: dict[str, str]) -> dict[str, Any] | None:
    if "formula" not in said:
        return None
    formula = said["formula"].removeprefix("of:=").removeprefix("=")
    match said.get("value-type"):  # LibreOffice says of an error both that it is a text and, in its own words, an error
        case "error":
            return error_cell("=" + formula)
        case None:
            return formula_cell(formula, None)
        case "float" | "percentage" | "currency":
            try:
                return formula_cell(formula, float(said.get("value", "")))
            except ValueError:
                return error_cell(said.get("value"))
        case _:
            return None


def _count(said: dict[str, str], name: str) -> int:
    text = said.get(name, "1")
    return max(int(text), 1) if text.isascii() and text.isdigit() and len(text) < 8 else 1

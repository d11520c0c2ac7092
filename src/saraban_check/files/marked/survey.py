"""One pass over the sheet to be marked: where its rows and the wanted cells stand, and what lies around them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ...model.text import Text
from .markup import Node, Reader, UnusualError, tag_end
from .numbers import length, whole
from .package import MAIN
from .references import MOST_COLUMNS, MOST_ROWS, column_of
from .styles import style_number

_DIGITS = "0123456789"
MOST_HEIGHT = 409.0
"""Of a row, in points: Excel's own limit."""
_STRICT_OR_NONE = Text("แผ่นงานไม่ใช่แผ่นข้อมูลแบบปกติ", "its sheet is no ordinary worksheet")
_ORDER = Text("แถวหรือเซลล์ไม่เรียงลำดับ (ใกล้แถว {row})", "its rows or cells are not in order (near row {row})")


class RowPlace(NamedTuple):
    """A row: its start tag, the place where a last cell can be added, and the format of cells that it lacks."""

    start: int
    inside: int
    end: int
    spans: str | None
    style: int | None


class CellPlace(NamedTuple):
    """A cell that is there: where its start tag begins, and its format. For one that is not, `style` is None and
    `start` is where it belongs."""

    start: int
    style: int | None


class ColumnPlace(NamedTuple):
    """A definition of columns: where it stands, from which to which it goes (1 = A), and the format of their cells."""

    node: Node
    first: int
    last: int
    style: int


class Survey(Reader):
    """What stands where in a worksheet.

    `wanted` names the rows of interest (1 = first) and in each the columns (0 = A) whose cells are. `rows` and `cells`
    hold the places of those that there are, `gaps` where the missing rows belong. A wanted cell behind the last
    one of its row is in neither: it belongs at the row's end. `sizes` are the heights in points that rows give
    for themselves, 0 where hidden; `columns` are the definitions of columns. Raises UnusualError where rows or cells
    are not in order, or not where they belong.
    """

    def __init__(self, data: bytes, wanted: Mapping[int, Sequence[int]]) -> None:
        self.rows: dict[int, RowPlace] = {}
        self.gaps: dict[int, int] = {}
        self.cells: dict[tuple[int, int], CellPlace] = {}
        self.sizes: dict[int, float] = {}
        self.last_column = -1
        self.last_row = 0
        self._wanted = wanted
        self._missing = sorted(wanted, reverse=True)
        self._pending: list[int] = []
        self._column = -1
        self._tag: tuple[int, dict[str, str]] = (0, {})
        self._in_row = False
        self._column_styles: dict[int, int] = {}
        super().__init__(data)
        if self.namespace != MAIN or self.root.name != "worksheet" or self.root.child("sheetData") is None:
            raise UnusualError(_STRICT_OR_NONE)
        cols = self.root.child("cols")
        self.columns = [_column_place(node) for node in cols.children] if cols else []

    def column_style(self, column: int) -> int:
        """The format of a column's cells (0 = A)."""
        if column not in self._column_styles:
            over = (place.style for place in self.columns if place.first <= column + 1 <= place.last)
            self._column_styles[column] = next(over, 0)
        return self._column_styles[column]

    def start(self, name: str, attributes: dict[str, str]) -> None:
        super().start(name, attributes)
        if name == _ROWS:
            if len(self._open) != 2 or self.root.child("sheetData") is not self._open[-1]:
                raise UnusualError(_STRICT_OR_NONE)
            self.parser.StartElementHandler = self.start_in_rows
            self.parser.EndElementHandler = self._end_in_rows

    def start_in_rows(self, name: str, attributes: dict[str, str]) -> None:
        """An element within the rows begins."""
        if name == _CELL:
            self._cell(attributes)
        elif name == _ROW:
            self._row(attributes)
        elif name == _ROWS:
            raise UnusualError(_STRICT_OR_NONE)

    def _end_in_rows(self, name: str) -> None:
        if name == _ROW:
            self._end_row()
        elif name == _ROWS:
            self._rows_before(1 << 30, self.parser.CurrentByteIndex)
            self.parser.StartElementHandler, self.parser.EndElementHandler = self.start, self.end
            self.end(name)

    def _row(self, attributes: dict[str, str]) -> None:
        at = self.parser.CurrentByteIndex
        number = whole(attributes["r"], MOST_ROWS + 1) if "r" in attributes else self.last_row + 1
        if not self.last_row < number <= MOST_ROWS or self._in_row:
            raise UnusualError(_ORDER.fill(row=number))
        self._rows_before(number, at)
        self.last_row, self._column, self._in_row = number, -1, True
        self._tag, self._pending = (at, attributes), []
        if number in self._wanted:
            self._missing.pop()
            self._pending = sorted(self._wanted[number], reverse=True)
        if attributes.get("hidden") in ("1", "true"):
            self.sizes[number] = 0
        elif "ht" in attributes:
            self.sizes[number] = length(attributes["ht"], MOST_HEIGHT)

    def _rows_before(self, number: int, place: int) -> None:
        """Wanted rows that would have stood before this one belong here."""
        while self._missing and self._missing[-1] < number:
            self.gaps[self._missing.pop()] = place

    def _end_row(self) -> None:
        self._in_row = False
        if self.last_row in self._wanted:
            at, attributes = self._tag
            style = attributes.get("s", "0") if attributes.get("customFormat") in ("1", "true") else None
            self.rows[self.last_row] = RowPlace(
                at,
                tag_end(self.data, at),
                self.parser.CurrentByteIndex,
                attributes.get("spans"),
                None if style is None else style_number(style),
            )

    def _cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        column = self._column + 1 if reference is None else column_of(reference.rstrip(_DIGITS))
        if column <= self._column or not self._in_row:
            raise UnusualError(_ORDER.fill(row=self.last_row))
        self._column = column
        self.last_column = max(self.last_column, column)
        pending = self._pending
        while pending and pending[-1] <= column:
            wanted = pending.pop()
            style = style_number(attributes.get("s", "0")) if wanted == column else None
            self.cells[self.last_row, wanted] = CellPlace(self.parser.CurrentByteIndex, style)


def _column_place(node: Node) -> ColumnPlace:
    first, last = (whole(node.attributes.get(name, "0"), MOST_COLUMNS) for name in ("min", "max"))
    return ColumnPlace(node, first, last, style_number(node.attributes.get("style", "0")))


_ROWS, _ROW, _CELL = (f"{MAIN} {name}" for name in ("sheetData", "row", "c"))

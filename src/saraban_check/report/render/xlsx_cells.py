"""Values become cells of a workbook, each with the look of its kind and its tone."""

import datetime
from collections.abc import Sequence
from typing import Any

from ...model.text import Lang
from ..document import Cell, Column, Kind, Row, Share, Table, Tone, Value, cell_of
from ..escape import cell_width
from ..words.shares import share_text
from .looks import BOLD, CELL, DATE, FILLS, HEAD, NUMBER, ORDINAL, PERCENT, TOTAL, Look, Looks
from .row_heights import fit
from .sheet_cells import write_text
from .words import said

_WIDTHS = {Kind.ADDRESS: 34, Kind.TEXT: 24, Kind.DATE: 13}
_NUMBER_WIDTH = 11
_HEAD_HEIGHT = 34


def widths_of(columns: Sequence[Column]) -> list[float]:
    """How wide columns are, in characters."""
    return [_WIDTHS.get(column.kind, _NUMBER_WIDTH) if column.width is None else column.width for column in columns]


class Cells:
    """How values become cells, in one language."""

    def __init__(self, looks: Looks, lang: Lang) -> None:
        self.looks, self.lang = looks, lang
        self._formats: dict[tuple[bool, str, Tone, bool], Any] = {}

    def text(self, value: Value) -> str:
        return said(value, self.lang)

    def head(self, sheet: Any, row: int, columns: Sequence[Column], widths: Sequence[float]) -> None:
        """The headings, as high as the longest needs."""
        words = [column.heading.say(self.lang) for column in columns]
        lines = max(1 + int(cell_width(text) // max(width - 3, 1)) for text, width in zip(words, widths, strict=False))
        sheet.set_row(row, max(_HEAD_HEIGHT, 14 * lines + 6))
        for column, text in enumerate(words):
            write_text(sheet, row, column, text, self.looks(HEAD))

    def rows(self, sheet: Any, first: int, table: Table, widths: Sequence[float]) -> int:
        """The rows of a table from this row on, and its totals; the number of the row behind them."""
        row = first
        for row, values in enumerate(table.rows, start=first + 1):
            self._row(sheet, row - 1, values, table, widths, CELL)
        if table.totals is not None:
            self._row(sheet, row, table.totals, table, widths, TOTAL)
            row += 1
        return row

    def _row(self, sheet: Any, row: int, values: Row, table: Table, widths: Sequence[float], look: Look) -> None:
        """A row of a table, as high as its texts need."""
        cells = [cell_of(value) for value in values]
        fit(sheet, row, [self.text(cell.value) for cell in cells], widths)
        for column, (cell, of) in enumerate(zip(cells, table.columns, strict=True)):
            own = cell._replace(strong=True) if column < table.names else cell
            self.cell(sheet, row, column, own, of.kind, look)

    def cell(self, sheet: Any, row: int, column: int, cell: Cell, kind: Kind = Kind.TEXT, look: Look = CELL) -> None:
        """A number as a number, a day as a day; a text as a text, also where it begins with `=`."""
        value = cell.value
        if isinstance(value, Share):
            exact = value.part / value.whole if value.whole else 0.0
            sheet.write_number(row, column, exact, self._format(cell, look, _percent(value)))
        elif isinstance(value, int):
            own = ORDINAL if kind is Kind.ORDINAL else NUMBER
            sheet.write_number(row, column, value, self._format(cell, look, own))
        elif isinstance(value, datetime.date):
            sheet.write_datetime(row, column, value, self._format(cell, look, DATE))
        else:
            write_text(sheet, row, column, self.text(value), self._format(cell, look, _TEXT))

    def _format(self, cell: Cell, look: Look, own: Look) -> Any:
        """The look of a cell: of its row, of its tone, and of what it holds. Each is put together once."""
        key = (look is TOTAL, own.get("num_format", ""), cell.tone, cell.strong)
        if key not in self._formats:
            self._formats[key] = self.looks(look | (BOLD if cell.strong else {}) | FILLS[cell.tone] | own)
        return self._formats[key]


_TEXT: Look = {}


def _percent(share: Share) -> Look:
    """The number in the cell is exact; where the cell would round it to all or to nothing, it shows what is said
    elsewhere."""
    shown = share_text(*share)
    is_exact = share.whole and shown == f"{share.part / share.whole:.1%}"
    return PERCENT if is_exact else PERCENT | {"num_format": f'"{shown}"'}

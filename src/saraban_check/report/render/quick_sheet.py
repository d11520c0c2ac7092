"""XlsxWriter's sheet with its innermost loops made short: what it asks of every cell, most cells do not need.

The workbook is the same, part by part and byte by byte (`test_quick_sheet.py`). What is no plain text, number or
formula goes XlsxWriter's own way; and everything does where its version is none of those whose inner names were read.
"""

from functools import cache
from typing import Any

from xlsxwriter import __version__
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import CellFormulaTuple, CellNumberTuple, CellStringTuple, Worksheet, re_dynamic_function

_READ = ("3.2.", "3.3.")
_SURELY_SHORT = 32767 // 2
"""So many letters fit a cell, whatever they are."""
_letters = cache(xl_col_to_name)
_BLOCK = 16
"""Rows that share what a reader is told of their width."""


class QuickSheet(Worksheet):  # type: ignore[misc]  # which mypy does not read
    """A sheet whose cells are named by numbers, and whose rows and columns have no looks of their own."""

    def __init__(self) -> None:
        super().__init__()
        self._looks: dict[Any, str] = {None: ""}

    def write_string(self, row: int, col: int, string: str, cell_format: Any = None) -> Any:
        """Hold a text for its cell; where its row has one already, and its column, no bounds have to be asked."""
        cells = self.table.get(row)
        if not cells or not self.dim_colmin <= col <= self.dim_colmax or len(string) > _SURELY_SHORT:
            return self._write_string(row, col, string, cell_format)
        held = string if self.constant_memory else self.str_table._get_shared_string_index(string)
        cells[col] = CellStringTuple(held, cell_format)
        return 0

    def write_formula(self, row: int, col: int, formula: str, cell_format: Any = None, value: float | str = 0) -> Any:
        """Hold a formula; XlsxWriter would look for each of thirty functions that need a prefix, one by one."""
        cells = self.table.get(row)
        if not cells or not self.dim_colmin <= col <= self.dim_colmax or not _is_ordinary(formula):
            return self._write_formula(row, col, formula, cell_format, value)
        cells[col] = CellFormulaTuple(formula[1:], cell_format, value)
        return 0

    def _write_row(self, row: int, *told: Any, **more: Any) -> None:
        """The beginning of a row, and its cells at once: XlsxWriter, which asks for each column, finds none left."""
        super()._write_row(row, *told, **more)
        if cells := self.table.get(row):
            self._write_cells(row, cells)
            cells.clear()

    def _write_cells(self, row: int, cells: dict[int, Any]) -> None:
        number, looks, inline = row + 1, self._looks, self.constant_memory
        written: list[str] = []
        for col in sorted(cells):
            cell = cells[col]
            kind, value, own = cell.__class__, cell[0], cell.format
            look = looks.get(own)
            if look is None:
                look = looks[own] = f' s="{own._get_xf_index()}"'
            if kind is CellNumberTuple:
                written.append(f'<c r="{_letters(col)}{number}"{look}><v>{value:.16G}</v></c>')
            elif kind is CellStringTuple and not inline:
                written.append(f'<c r="{_letters(col)}{number}"{look} t="s"><v>{value}</v></c>')
            elif kind is CellStringTuple and is_plain(value):
                written.append(f'<c r="{_letters(col)}{number}"{look} t="inlineStr"><is><t>{value}</t></is></c>')
            else:
                self.fh.write("".join(written))
                written.clear()
                self._write_cell(row, col, cell)
        self.fh.write("".join(written))

    def _calculate_spans(self) -> None:
        """The first and the last column of each block of rows."""
        if self.comments:
            super()._calculate_spans()
            return
        columns: dict[int, set[int]] = {}
        for row, cells in self.table.items():
            if cells:
                columns.setdefault(row // _BLOCK, set()).update(cells)
        self.row_spans = {block: f"{min(found) + 1}:{max(found) + 1}" for block, found in columns.items()}


def _is_ordinary(formula: str) -> bool:
    return formula[:1] == "=" and formula[-1:] != "}" and re_dynamic_function.search(formula) is None


def is_plain(text: str) -> bool:
    """Whether XML and a workbook have a text as it is."""
    return (
        text.isprintable()
        and text[:1] != " " != text[-1:]
        and not ("&" in text or "<" in text or ">" in text or "_x" in text)
    )


SHEET = QuickSheet if __version__.startswith(_READ) else Worksheet

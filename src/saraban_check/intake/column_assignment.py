"""A table whose columns are assigned by what stands in them, and not by their headings alone."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from ..model.record import SourceRow, ZeroFormula
from ..reference.places import find_province
from ..reference.words import words
from .cells import as_text
from .column_contents import Contents
from .columns import assign_columns
from .headings import missing_columns
from .options import ListOptions
from .set_aside import RowSorter
from .table import Table

_SAMPLE = 200
"""So many rows show what a column holds; a file is read no further for it."""


def with_assigned_columns(table: Table, options: ListOptions) -> Table:
    """The table with the columns that its cells speak for, and the others accounted for. Rows that are no agencies
    under the headings' own columns (a total, a note) do not speak.

    Raises InputError where the columns that `options.needs` or `options.required` names are not among them.
    """
    names = table.header.names
    sets_aside = RowSorter(table.header).sets_aside
    sample = (row.cells for row in islice(table.rows(), _SAMPLE) if row.damage is None)
    rows = [cells for cells in sample if _has_address(cells) or not sets_aside(cells)]
    contents = [Contents([cells[at] for cells in rows if at < len(cells)]) for at in range(len(names))]

    def all_provinces(index: int) -> bool:
        return all(find_province(text) is not None or sets_aside(cells) for text, cells in _texts(table, index))

    found = assign_columns(names, options.mapping, contents, all_provinces)
    missing_columns(table.file, names, found.columns, options)
    assigned = table._replace(header=table.header._replace(columns=found.columns), unused=found.unused)
    return _with_zeros(assigned) if table.has_zeros else assigned


def _with_zeros(table: Table) -> Table:
    """A formula that comes to 0 is that number where no text and no yes or no should stand (decisions: Lists)."""
    telling = {column for field, column in table.header.columns.items() if field != "number"}

    def rows() -> Iterator[SourceRow]:
        for row in table.rows():
            if ZeroFormula in map(type, row.cells):
                cells = [
                    0 if type(cell) is ZeroFormula and at not in telling else cell for at, cell in enumerate(row.cells)
                ]
                row = row._replace(cells=cells)  # noqa: PLW2901  (the same row)
            yield row

    return table._replace(rows=rows, text=None)  # which would give others


def _has_address(cells: Sequence[Any]) -> bool:
    """Whether it is an agency's row at first sight."""
    return any(isinstance(cell, str) and "@" in cell for cell in cells)


def _texts(table: Table, index: int) -> Iterator[tuple[str, Sequence[Any]]]:
    """What a column says, from its first row to its last, and the row; each province once, each other text always:
    one row with it may be no agency's, and the next one be.
    """
    seen = {""}
    none = words("none").whole
    for row in table.rows():
        if row.damage is None and index < len(row.cells):
            text = as_text(row.cells[index]).strip()
            if text not in seen:
                if find_province(text) is not None or none(text):
                    seen.add(text)
                if not none(text):
                    yield text, row.cells

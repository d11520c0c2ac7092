"""A table whose columns are settled by what stands in them, and not by their headings alone."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from ..model.record import SourceRow, ZeroFormula
from ..reference.places import find_province
from ..reference.words import words
from .cells import as_text
from .column_contents import Contents
from .columns import settle
from .headings import missing_columns
from .options import ReadOptions
from .table import Table

_SAMPLE = 200
"""So many rows show what a column holds; a file is read no further for it."""


def settled(table: Table, options: ReadOptions) -> Table:
    """The table with the columns that its cells speak for, and the others accounted for.

    Raises InputError where the columns that `options.needs` or `options.required` names are not among them.
    """
    names = table.header.names
    rows = [row.cells for row in islice(table.rows(), _SAMPLE) if row.damage is None]
    contents = [Contents([cells[at] for cells in rows if at < len(cells)]) for at in range(len(names))]

    def all_provinces(index: int) -> bool:
        return all(find_province(text) is not None for text in _texts(table, index))

    found = settle(names, options.mapping, contents, all_provinces)
    missing_columns(table.file, names, found.columns, options)
    settled = replace(table, header=table.header._replace(columns=found.columns), unused=found.unused)
    return _with_zeros(settled) if table.has_zeros else settled


def _with_zeros(table: Table) -> Table:
    """A formula that comes to 0 is that number where no text and no yes or no should stand (SPEC section 5)."""
    telling = {column for field, column in table.header.columns.items() if field != "number"}

    def rows() -> Iterator[SourceRow]:
        for row in table.rows():
            if ZeroFormula in map(type, row.cells):
                cells = [
                    0 if type(cell) is ZeroFormula and at not in telling else cell for at, cell in enumerate(row.cells)
                ]
                row = row._replace(cells=cells)  # noqa: PLW2901  (the same row)
            yield row

    return replace(table, rows=rows)


def _texts(table: Table, index: int) -> Iterator[str]:
    """What a column says, each text once, from its first row to its last."""
    seen = {""}
    none = words("none").whole
    for row in table.rows():
        if row.damage is None and index < len(row.cells):
            text = as_text(row.cells[index]).strip()
            if text not in seen:
                seen.add(text)
                if not none(text):
                    yield text

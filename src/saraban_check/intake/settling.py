"""A table whose columns are settled by what stands in them, and not by their headings alone."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

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
    return replace(table, header=table.header._replace(columns=found.columns), unused=found.unused)


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

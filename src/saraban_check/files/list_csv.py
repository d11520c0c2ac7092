"""CSV for Excel: UTF-8 with BOM, the original columns first, then ours; no cell becomes a formula."""

from collections.abc import Iterator

from ..checks.classification import Classification
from ..intake.cells import as_text
from ..model.text import Lang
from ..reference.our_columns import OUR_HEADINGS
from ..report.escape import for_csv
from ..report.our_cells import cells_of, original_headings, our_cells
from ..report.render.csv import csv_line

_BOM = "\ufeff"


def csv_document(result: Classification, lang: Lang) -> Iterator[str]:
    """The lines of the CSV, one for each row of the list: the agencies, and what is none in its place."""
    headings = original_headings(result)
    yield _BOM + _line([*headings, *(heading.say(lang) for heading in OUR_HEADINGS)])
    width = len(headings)
    for row in result.rows():
        cells = [as_text(cell) for cell in cells_of(row)]
        cells += [""] * (width - len(cells))
        yield _line([*cells, *map(str, our_cells(result, row, lang))])


def _line(cells: list[str]) -> str:
    return csv_line([for_csv(cell.replace("\x00", "")) for cell in cells])

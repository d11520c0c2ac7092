"""CSV of a comparison for Excel: a line for every agency of both rounds, UTF-8 with BOM; no cell becomes a formula."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from ...comparison.moves import Comparison
from ...model.text import Lang
from ..escape import for_csv
from .rows import HEADINGS, cells_of

_BOM = "\ufeff"


def csv_document(comparison: Comparison, lang: Lang) -> Iterator[str]:
    """The lines of the CSV."""
    yield _BOM + _line(heading.say(lang) for heading in HEADINGS)
    for entry in comparison.entries:
        yield _line(cells_of(entry, lang))


def _line(cells: Iterable[str | int]) -> str:
    out = StringIO()
    texts = [for_csv(str(cell).replace("\x00", "")) for cell in cells]
    csv.writer(out, lineterminator="\r\n").writerow(texts)
    return out.getvalue()

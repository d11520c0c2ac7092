"""CSV for Excel, a row a notice: UTF-8 with BOM, and no cell becomes a formula."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from ..escape import for_csv
from .columns import COLUMNS, cells_of
from .report import NoticeRun

_BOM = "\ufeff"


def csv_document(run: NoticeRun) -> Iterator[str]:
    """The lines of the CSV."""
    yield _BOM + _line([column.heading.say(run.lang) for column in COLUMNS])
    for result in run.results:
        yield _line(list(map(str, cells_of(result, run.lang))))


def _line(cells: Sequence[str]) -> str:
    out = StringIO()
    csv.writer(out, lineterminator="\r\n").writerow([for_csv(cell.replace("\x00", "")) for cell in cells])
    return out.getvalue()

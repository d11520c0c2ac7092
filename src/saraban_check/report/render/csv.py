"""A document's rows as CSV for Excel: UTF-8 with BOM, and no cell becomes a formula."""

import csv
import datetime
from collections.abc import Callable, Iterable, Iterator

from ...model.text import Lang, Text
from ..document import Cell, Document, Medium, Share, Table, Value
from ..escape import for_csv
from ..words.shares import share_text

_BOM = "\ufeff"


class _GivenBack:
    """Where a writer of lines writes to: the line is what `writerow` returns."""

    @staticmethod
    def write(line: str) -> str:
        return line


csv_line: Callable[[Iterable[str]], str] = csv.writer(_GivenBack, lineterminator="\r\n").writerow
"""Texts as a line of CSV, ended as Excel ends it."""


def csv_pieces(document: Document, lang: Lang) -> Iterator[str]:
    """The lines of the CSV. Of several tables each stands below an empty line."""
    yield _BOM
    tables = [block for section in document.on(Medium.ROWS) for block in section if isinstance(block, Table)]
    for number, table in enumerate(tables):
        if number:
            yield "\r\n"
        yield _line([column.heading for column in table.columns], lang)
        for row in table.rows:
            yield _line([value.value if isinstance(value, Cell) else value for value in row], lang)


def _line(values: list[Value], lang: Lang) -> str:
    return csv_line([for_csv(_plain(value, lang).replace("\x00", "")) for value in values])


def _plain(value: Value, lang: Lang) -> str:
    """A value as programs read it too: numbers without commas, days as in ISO 8601."""
    if isinstance(value, str):
        return value
    if isinstance(value, Text):
        return value.say(lang)
    if isinstance(value, Share):
        return share_text(*value)
    return value.isoformat() if isinstance(value, datetime.date) else str(value)

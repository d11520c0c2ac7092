"""Values become cells. A text stays a text, also where it begins with `=`: nothing here goes by how it looks."""

import datetime
from collections.abc import Iterable
from itertools import repeat
from typing import Any, NamedTuple

from ...intake.cells import as_text
from ..escape import for_xlsx
from .looks import DATE, DURATION, MOMENT, TIME, Look, Looks

_EXACT = 10**15
"""From here on a workbook's numbers lose digits."""
MOST_ROWS = (1 << 20) - 1
"""So many rows a sheet holds below its heading. XlsxWriter leaves out what is beyond, without a word."""


class Formula(NamedTuple):
    """A formula, and the value stored with it for viewers that do not calculate."""

    formula: str
    value: float | str


Value = str | float | Formula


def write_text(sheet: Any, row: int, column: int, text: str, look: Any = None) -> None:
    """A text, or a blank cell that still has its look."""
    if not text:
        sheet.write_blank(row, column, None, look)
    elif text.startswith("<r>"):
        _write_markup(sheet, row, column, for_xlsx(text), look)
    else:
        sheet.write_string(row, column, for_xlsx(text), look)


def _write_markup(sheet: Any, row: int, column: int, text: str, look: Any) -> None:
    """A text that XlsxWriter takes for its own markup, from `<r>` to `</r>`, and would write as it is.

    In pieces, each is escaped; the cell's text is the same.
    """
    if text.endswith("</r>"):
        own = () if look is None else (look,)
        sheet.write_rich_string(row, column, text[0], text[1], text[2:], *own)
    else:
        sheet.write_string(row, column, text, look)


def write_cells(sheet: Any, row: int, values: Iterable[Value], look: Any = None, first: int = 0) -> None:
    """Cells side by side, from column `first` on, all with one look or each with its own."""
    looks = look if isinstance(look, list) else repeat(look)
    for column, (value, own) in enumerate(zip(values, looks, strict=False), start=first):
        if isinstance(value, str):
            write_text(sheet, row, column, value, own)
        elif isinstance(value, Formula):
            sheet.write_formula(row, column, value.formula, own, value.value)
        else:
            sheet.write_number(row, column, value, own)


def write_original(sheet: Any, row: int, column: int, value: Any, looks: Looks) -> None:
    """A cell of the list as it was, where a workbook can hold it; else its text."""
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, int | float) and abs(value) < _EXACT:
        sheet.write_number(row, column, value)
    elif (look := _date_look(value)) is not None:
        sheet.write_datetime(row, column, value, looks(look))
    else:
        write_text(sheet, row, column, as_text(value))


def _date_look(value: Any) -> Look | None:
    """How a date or a time is shown; None for what is neither, or lies before a workbook's first day."""
    if isinstance(value, datetime.datetime):
        if value.year < 1900 or value.tzinfo is not None:
            return None
        return DATE if value.time() == datetime.time() else MOMENT
    if isinstance(value, datetime.date):
        return DATE if value.year >= 1900 else None
    if isinstance(value, datetime.time):
        return TIME if value.tzinfo is None else None
    return DURATION if isinstance(value, datetime.timedelta) and value >= datetime.timedelta() else None

"""How many agencies state an address that was issued to them, counted from the sheet of agencies."""

from typing import Any

from xlsxwriter.utility import xl_range, xl_rowcol_to_cell

from ...report.render.looks import MIDDLE, NUMBER, TOTAL, Looks
from ...report.render.sheet_cells import Formula, Value, write_cells
from ...report.words.issued_texts import AGAINST_ISSUED, MATCHES
from .contents import Contents
from .counting import count_formula

_FIRST, _COUNT = 1, 4
"""The columns of the names and of the counts, as in the table of groups above."""


def write_issued_counts(sheet: Any, row: int, contents: Contents, looks: Looks) -> int:
    """The three counts below a heading, and the row that is free then; nothing where nothing could be compared."""
    match, differ, none = contents.result.summary.issued
    if not match + differ:
        return row
    heading: list[Value] = [contents.say(AGAINST_ISSUED), "", "", ""]
    write_cells(sheet, row, heading, looks(TOTAL), _FIRST)
    for place, (same, count) in enumerate(((True, match), (False, differ)), start=row + 1):
        counted = count_formula(contents.issued_cells, xl_rowcol_to_cell(place, _FIRST, col_abs=True), exactly=False)
        _write_count(sheet, place, contents.say(MATCHES[same]), Formula(counted, count), looks)
    compared = xl_range(row + 1, _COUNT, row + 2, _COUNT)
    rest = Formula(f"=ROWS({contents.issued_cells})-SUM({compared})", none)
    _write_count(sheet, row + 3, contents.say(MATCHES[None]), rest, looks)
    return row + 5


def _write_count(sheet: Any, row: int, name: str, count: Formula, looks: Looks) -> None:
    own = [looks(MIDDLE), looks(MIDDLE), looks(MIDDLE), looks(MIDDLE | NUMBER)]
    write_cells(sheet, row, [name, "", "", count], own, _FIRST)

"""All rows of the list: the original columns first, then ours. The other sheets count what stands here."""

from collections.abc import Sequence
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from ...intake.cells import as_text
from ...model.record import SetAside
from ...reference.our_columns import OUR_COLUMNS, OUR_HEADINGS, OurCells
from ...report.escape import cell_width, for_xlsx
from ...report.our_cells import cells_of
from ...report.render.looks import BOLD, CENTER, HEAD, NOTE, OUR_HEAD, WRAPPED, Looks
from ...report.render.paper import print_well
from ...report.render.row_heights import fit
from ...report.render.sheet_cells import write_cells, write_original, write_text
from .contents import Contents
from .formats import LETTERS, NO_GROUP, fill

_WIDEST, _NARROWEST, _SAMPLED = 48, 7, 400
_OUR_WIDTHS = tuple(column.width for column in OUR_COLUMNS.values())
_LAST_PRINTED = OurCells._fields.index("reasons")
_REGISTERED_WIDTH = OUR_COLUMNS["registered"].width


def write_agencies(book: Any, sheet: Any, contents: Contents, looks: Looks) -> None:
    """The sheet, each row of the list in its order: the agencies, and what is none."""
    headings, first = contents.headings, len(contents.headings)
    for column, width in enumerate([*_widths(contents), *_OUR_WIDTHS]):
        sheet.set_column(column, column, width)
    last_row, last_column = len(contents.cells), first + len(_OUR_WIDTHS) - 1
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last_row, last_column)
    sheet.ignore_errors({"number_stored_as_text": f"A1:{xl_rowcol_to_cell(last_row, last_column)}"})
    print_well(sheet, head=(0, 0))
    _print_what_is_read(sheet, contents, last_row)
    _offer_groups(sheet, contents, looks)
    sheet.set_row(0, 45)
    write_cells(sheet, 0, headings, looks(HEAD))
    write_cells(sheet, 0, (heading.say(contents.lang) for heading in OUR_HEADINGS), looks(OUR_HEAD), first)
    _write_rows(sheet, contents, looks)


def _write_rows(sheet: Any, contents: Contents, looks: Looks) -> None:
    """Nine texts of ten go the short way: there are a hundred thousand of them."""
    write_string, write_number = sheet.write_string, sheet.write_number
    wrapped, first = looks(WRAPPED), len(contents.headings)
    ours = range(first + 1, first + len(_OUR_WIDTHS) - 1)
    aside = looks(WRAPPED | CENTER | NOTE)
    fills = {group: looks(WRAPPED | BOLD | CENTER | fill(group)) for group in contents.groups}
    for row, (agency, cells) in enumerate(zip(contents.rows, contents.cells, strict=True), start=1):
        if cells.reasons or cells.steps or len(cells.registered) > _REGISTERED_WIDTH:
            fit(sheet, row, cells, _OUR_WIDTHS)
        for column, value in enumerate(cells_of(agency)):
            if type(value) is not str:
                if value is not None:
                    write_original(sheet, row, column, value, looks)
            elif value[:1] == "<":
                write_text(sheet, row, column, value)
            elif value:
                write_string(row, column, for_xlsx(value))
        write_text(
            sheet, row, first, cells.group, aside if isinstance(agency, SetAside) else fills[agency.outcome.group]
        )
        for column, text, width in zip(ours, cells[1:-1], _OUR_WIDTHS[1:], strict=False):
            if text:
                said = str(text)
                write_text(sheet, row, column, said, wrapped if len(said) > width - 4 or "\n" in said else None)
        write_number(row, first + len(cells) - 1, cells.row)


def _offer_groups(sheet: Any, contents: Contents, looks: Looks) -> None:
    """Who corrects a group by hand chooses among the names that are counted, and the colour follows."""
    column, last = contents.group_column, len(contents.cells)
    if offered := contents.offered_groups:
        sheet.data_validation(1, column, last, column, {"validate": "list", "source": offered})
    cell = xl_rowcol_to_cell(1, column, col_abs=True)
    for letter, color in LETTERS.items():
        rule = {"type": "formula", "criteria": f'=EXACT(LEFT({cell},1),"{letter}")'}
        sheet.conditional_format(1, column, last, column, rule | {"format": looks({"bg_color": color.pale})})
    for name in contents.outcomes[-2:]:
        rule = {"type": "formula", "criteria": f'={cell}="{name}"'}
        sheet.conditional_format(1, column, last, column, rule | {"format": looks({"bg_color": NO_GROUP.pale})})


def _print_what_is_read(sheet: Any, contents: Contents, last_row: int) -> None:
    """On paper: whose row it is, its group and the reasons; all columns would be too small to read, and what to do has
    a sheet of its own. The columns of code and name are repeated at the left, from wherever they stand."""
    first = len(contents.headings)
    sheet.print_area(0, first, last_row, first + _LAST_PRINTED)
    columns = contents.result.source.header.columns
    named = columns.get("name", columns.get("code", columns.get("address", 0)))
    code = columns.get("code", named)
    near = abs(named - code) == 1
    sheet.repeat_columns(min(named, code) if near else named, max(named, code) if near else named)


def _widths(contents: Contents) -> Sequence[float]:
    """As wide as what stands in the first rows, as far as that is sensible."""
    widest = [float(_NARROWEST)] * len(contents.headings)
    sample = [cells_of(row) for row in contents.rows[:_SAMPLED]]
    for row in (contents.headings, *sample):
        for column, value in enumerate(row):
            longest = max((cell_width(line) for line in as_text(value).split("\n")), default=0)
            widest[column] = min(_WIDEST, max(widest[column], longest + 2))
    return widest

"""A text file as a workbook, so that Excel keeps its codes: each cell is a text, and stays one when it is edited."""

from io import BytesIO

from xlsxwriter import Workbook

from ...fixing.changes import FixPlan
from ...intake.table import Table
from ...model.errors import RequestError
from ...model.text import Text
from ...report.escape import cell_width, for_xlsx, is_cut_in_xlsx
from ...report.marks import AUTHOR
from ...report.render.looks import CREATED
from ...report.render.sheet_cells import MOST_ROWS, write_text
from ..marked.references import MOST_COLUMNS
from .records import records
from .text import decoded

_NARROWEST, _WIDEST, _LOOKED_AT = 8, 48, 200
_TOO_MANY = Text(
    "{file}: มีมากกว่า {most} แถว แผ่นงาน Excel เก็บไม่ได้ บันทึกเป็น .csv แทน",
    "{file}: it has more than {most} rows, more than a sheet can hold; write .csv instead",
)
_CANNOT_HOLD = Text(
    "{file}: บรรทัด {line}: มีอักขระ ความยาว หรือจำนวนเซลล์ที่สมุดงานเก็บไม่ได้ บันทึกเป็น .csv แทน",
    "{file}: line {line}: characters, a text or a row that no workbook can hold; write .csv instead",
)


def book_of_text(plan: FixPlan, original: bytes, source: Table) -> bytes:
    """The workbook as bytes: a row for each record and each blank line. The same input gives the same bytes.

    Raises RequestError where a workbook cannot hold it: nothing is cut off or replaced.
    """
    assert source.layout is not None, "only text has none else"
    _, _, text = decoded(original, source.layout.encoding)
    wanted = {(change.row, change.column): change.after for change in plan.changes}
    out = BytesIO()
    options = {"in_memory": True, "default_format_properties": {"font_size": 11}}
    with Workbook(out, options) as book:
        book.set_properties({"author": AUTHOR, "created": CREATED})
        sheet = book.add_worksheet()
        as_text = book.add_format({"num_format": "@"})
        widths: dict[int, int] = {}
        for row, (line, _, cells) in enumerate(records(text, source.layout.separator, source.layout.skip)):
            if row > MOST_ROWS:
                raise RequestError(_TOO_MANY, file=source.file, most=f"{MOST_ROWS + 1:,}")
            for column, cell in enumerate(cells):
                value = wanted.get((line, column), cell)
                if is_cut_in_xlsx(value) or _is_replaced(value) or column >= MOST_COLUMNS:
                    raise RequestError(_CANNOT_HOLD, file=source.file, line=line)
                write_text(sheet, row, column, value, as_text)
                if row < _LOOKED_AT and line >= source.header_row:
                    widths[column] = max(widths.get(column, 0), cell_width(value))
            if line == source.header_row:
                sheet.freeze_panes(row + 1, 0)
        for column, width in widths.items():
            sheet.set_column(column, column, min(_WIDEST, max(_NARROWEST, width + 2)), as_text)
    return out.getvalue()


def _is_replaced(value: str) -> bool:
    return not value.isprintable() and for_xlsx(value) != value.replace("\r\n", "\n").replace("\r", "\n")

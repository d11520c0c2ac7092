"""A document as a workbook: what is read first on one sheet, and each table that names a sheet on its own."""

from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from ...model.errors import RequestError
from ...model.text import Lang, Text
from ..document import Block, Document, Medium, Table
from ..marks import AUTHOR
from .looks import CREATED, DEFAULT, Looks
from .paper import print_well
from .quick_sheet import SHEET
from .sheet_cells import MOST_ROWS
from .xlsx_cells import Cells, widths_of
from .xlsx_summary import Summary

_SUMMARY = Text("สรุป", "Summary")
_TOO_MANY = Text(
    "แผ่นงาน “{sheet}” มี {found} แถว แผ่นงาน Excel เก็บได้ไม่เกิน {most} แถว บันทึกเป็น .csv หรือ .json แทน",
    "the sheet “{sheet}” would have {found} rows and a sheet holds no more than {most}; write .csv or .json instead",
)
_TABS = ("#1F4E79", "#375623", "#C00000", "#7F7F7F")


def xlsx_document(document: Document, lang: Lang) -> bytes:
    """The workbook as bytes; the same document gives the same.

    Raises RequestError where a table is longer than a sheet can hold.
    """
    sections = list(document.on(Medium.BOOK))
    own = [block for section in sections for block in section if isinstance(block, Table) and _has_sheet(block)]
    for table in own:
        if (count := len(table.rows)) > MOST_ROWS:
            raise RequestError(_TOO_MANY, sheet=table.sheet, found=f"{count:,}", most=f"{MOST_ROWS:,}")
    out = BytesIO()
    with Workbook(out, {"in_memory": True, "default_format_properties": dict(DEFAULT)}) as book:
        book.set_properties({"title": document.title.say(lang), "author": AUTHOR, "created": CREATED})
        writer = Cells(Looks(book), lang)
        others = [[block for block in section if not _has_sheet(block)] for section in sections]
        sheets: list[tuple[Text, Any]] = [(_SUMMARY, None)] if any(others) else []
        sheets += [(table.sheet or _SUMMARY, table) for table in own]
        made = [book.add_worksheet(name.say(lang), SHEET) for name, _ in sheets]
        for number, (sheet, (_, table)) in enumerate(zip(made, sheets, strict=True)):
            sheet.set_tab_color(_TABS[min(number, len(_TABS) - 1)])
            if table is None:
                Summary(sheet, writer).write(document.title, others)
            else:
                _write_alone(sheet, table, writer)
    return out.getvalue()


def _has_sheet(block: Block) -> bool:
    return isinstance(block, Table) and block.sheet is not None


def _write_alone(sheet: Any, table: Table, writer: Cells) -> None:
    """A table on a sheet of its own: its headings stay in sight, and its rows can be sorted and filtered."""
    widths = widths_of(table.columns)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    print_well(sheet, head=(0, 0))
    writer.head(sheet, 0, table.columns, widths)
    end = writer.rows(sheet, 1, table, widths)
    if table.totals is None:
        sheet.autofilter(0, 0, max(1, end - 1), len(table.columns) - 1)
    sheet.freeze_panes(1, table.names)
    sheet.ignore_errors({"number_stored_as_text": f"A2:XFD{end + 1}"})

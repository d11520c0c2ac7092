"""The workbook as a whole."""

from io import BytesIO

from xlsxwriter import Workbook

from ...checks.classification import Classification
from ...model.errors import RequestError
from ...model.text import Lang, Text
from ...report.marks import AUTHOR
from ...report.render.looks import CREATED, DEFAULT, Looks
from ...report.render.paper import head_pages
from ...report.render.quick_sheet import SHEET
from ...report.render.sheet_cells import MOST_ROWS
from .agencies_sheet import write_agencies
from .contents import AGENCIES, PROVINCES, RULES, SUMMARY, TODO, Contents
from .provinces_sheet import write_provinces
from .rules_sheet import write_rules
from .summary_sheet import TITLE, write_summary
from .todo_sheet import write_todo

_SHEETS = (
    (SUMMARY, write_summary, "#1F4E79"),
    (AGENCIES, write_agencies, "#375623"),
    (TODO, write_todo, "#C00000"),
    (PROVINCES, write_provinces, "#1F4E79"),
    (RULES, write_rules, "#7F7F7F"),
)
_MANY = 50_000
_TOO_MANY = Text(
    "{file}: มี {found} แถว แผ่นงาน Excel เก็บได้ไม่เกิน {most} แถว บันทึกเป็น .csv แทน",
    "{file}: it has {found} rows and a sheet holds no more than {most}; write .csv instead",
)


def xlsx_document(result: Classification, lang: Lang) -> bytes:
    """The workbook as bytes; the same classification gives the same bytes.

    Raises RequestError where the rows are more than a sheet can hold.
    """
    rows = len(result.agencies) + len(result.set_aside)
    if rows > MOST_ROWS:
        found = f"{rows:,}"
        raise RequestError(_TOO_MANY, file=result.source.file, found=found, most=f"{MOST_ROWS:,}")
    contents = Contents(result, lang)
    out = BytesIO()
    many = rows > _MANY  # then each row is written out at once: slower, but it fills no memory
    options = {
        "constant_memory": many,
        "in_memory": not many,
        "default_format_properties": dict(DEFAULT),  # which XlsxWriter adds to
    }
    with Workbook(out, options) as book:
        looks = Looks(book)
        book.set_properties({"title": TITLE.say(lang), "author": AUTHOR, "created": CREATED})
        sheets = [book.add_worksheet(name.say(lang), SHEET) for name, _, _ in _SHEETS]
        for sheet, (_, write, color) in zip(sheets, _SHEETS, strict=True):
            sheet.set_tab_color(color)
            head_pages(sheet, contents.days)
            write(book, sheet, contents, looks)
    return out.getvalue()

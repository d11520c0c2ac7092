"""The workbook of a part, which can be sent as it is: nothing of the whole list is in it but how the part stands."""

from io import BytesIO

from xlsxwriter import Workbook

from ...checks.classification import Classification
from ...model.text import Lang
from ...report.escape import for_xlsx
from ...report.marks import AUTHOR, PART_MARK
from ...report.render.looks import CREATED, DEFAULT, Looks
from ...report.render.quick_sheet import SHEET
from ..workbook.agencies_sheet import write_agencies
from ..workbook.contents import AGENCIES
from .contents import LETTER, TASKS, PartContents
from .letter_sheet import write_letter
from .tasks_sheet import write_tasks

_SHEETS = (
    (LETTER, write_letter, "#1F4E79"),
    (TASKS, write_tasks, "#C00000"),
    (AGENCIES, write_agencies, "#375623"),
)


def part_document(part: Classification, lang: Lang) -> bytes:
    """The workbook as bytes; the same part gives the same bytes. Source: decisions: Rounds."""
    contents = PartContents(part, lang)
    out = BytesIO()
    with Workbook(out, {"in_memory": True, "default_format_properties": dict(DEFAULT)}) as book:
        looks = Looks(book)
        known = {"author": AUTHOR, "category": PART_MARK, "created": CREATED}
        book.set_properties({"title": for_xlsx(contents.say(contents.part)), **known})
        sheets = [book.add_worksheet(name.say(lang), SHEET) for name, _, _ in _SHEETS]
        for sheet, (_, write, color) in zip(sheets, _SHEETS, strict=True):
            sheet.set_tab_color(color)
            write(book, sheet, contents, looks)
    return out.getvalue()

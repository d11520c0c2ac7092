"""The follow-up list: every agency that is not in A1, what is wrong, what to do, and whom to ask.

Its first columns are printed, with the steps by number (the notes have them once). Those at the right are the source of
a mail merge: a heading each in the first row, and in each row all that a letter needs, on one line.
"""

from typing import Any

from ...model.agency_result import AgencyResult
from ...model.text import Text
from ...reference.our_columns import OurCells
from ...report.our_cells import SUGGESTED
from ...report.render.looks import BOLD, CELL, CENTER, HEAD, OUR_HEAD, Look, Looks
from ...report.render.paper import head_pages, print_well
from ...report.render.row_heights import fit
from ...report.render.sheet_cells import Value, write_cells, write_text
from ...report.views.suggestions import ORIGINS
from .contents import RULES, Contents
from .formats import fill
from .todo_words import address_to_use, mail_to, offices_in_full, on_one_line, steps_in_full, wrong

_PRINTED: tuple[tuple[Text, float, Look], ...] = (
    (Text("แถวในไฟล์ต้นทาง", "Row in the source file"), 8, HEAD),
    (Text("จังหวัด", "Province"), 15, HEAD),
    (Text("รหัส", "Code"), 10, HEAD),
    (Text("ชื่อหน่วยงาน", "Agency"), 24, HEAD),
    (Text("กลุ่ม", "Group"), 11, HEAD),
    (Text("สิ่งที่ต้องแก้ไข", "What is wrong"), 38, HEAD),
    (SUGGESTED, 30, OUR_HEAD),
    (Text("ขั้นตอน (เลขตามคำอธิบาย)", "Steps (numbers: see Notes)"), 11, HEAD),
)
_MERGED: tuple[tuple[Text, float, Look], ...] = (
    (Text("ประเภท", "Kind"), 9, HEAD),
    (Text("ที่อยู่ปัจจุบัน", "Present address"), 27, HEAD),
    (Text("ที่มาของที่อยู่ที่แนะนำ", "Where the suggestion comes from"), 16, OUR_HEAD),
    (Text("ถึง", "To"), 30, OUR_HEAD),
    (Text("เรื่องที่ต้องแก้ไข", "Matter"), 38, OUR_HEAD),
    (Text("ที่อยู่ที่ให้ใช้", "Address to use"), 30, OUR_HEAD),
    (Text("ขั้นตอนที่ต้องดำเนินการ", "What to do"), 46, OUR_HEAD),
    (Text("สอบถามได้ที่", "Whom to ask"), 34, OUR_HEAD),
)
_COLUMNS = (*_PRINTED, *_MERGED)
_GROUP_COLUMN = 4
_HEADER = Text("ขั้นตอนดูที่แผ่นงาน “{notes}”", "steps: see sheet “{notes}”")
_NOBODY = Text("ทุกหน่วยงานอยู่กลุ่ม A1 แล้ว ไม่มีหน่วยงานที่ต้องดำเนินการ", "All agencies are in A1: there is nothing to do.")


def write_todo(book: Any, sheet: Any, contents: Contents, looks: Looks) -> None:
    """The sheet, a row an agency, in the order of the list."""
    for column, (_, width, _) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 4)
    print_well(sheet, head=(0, 0))
    head_pages(sheet, contents.days, contents.say(_HEADER, notes=RULES))
    sheet.set_row(0, 45)
    write_cells(sheet, 0, (contents.say(text) for text, _, _ in _COLUMNS), [looks(look) for _, _, look in _COLUMNS])
    if not contents.tasks:
        write_text(sheet, 1, 0, contents.say(_NOBODY))
        return
    merged = looks({"valign": "top"})
    own = [looks(CELL | CENTER), *[looks(CELL)] * (len(_PRINTED) - 1), *[merged] * len(_MERGED)]
    widths = [width for _, width, _ in _PRINTED]
    fills = {group: looks(CELL | BOLD | CENTER | fill(group)) for group in contents.groups}
    for row, agency in enumerate(contents.tasks, start=1):
        own[_GROUP_COLUMN] = fills[agency.outcome.group]
        values = _row(contents, agency, contents.cells_of_row[agency.record.row])
        fit(sheet, row, values[: len(_PRINTED)], widths)
        write_cells(sheet, row, values, own)
    last = len(contents.tasks)
    sheet.print_area(0, 0, last, len(_PRINTED) - 1)
    sheet.autofilter(0, 0, last, len(_COLUMNS) - 1)
    sheet.ignore_errors({"number_stored_as_text": f"C2:H{last + 1}"})


def _row(contents: Contents, agency: AgencyResult, cells: OurCells) -> list[Value]:
    lang, record = contents.lang, agency.record
    suggestions, faults = agency.suggestions, wrong(agency, cells, lang)
    return [
        record.row,
        cells.province,
        record.code or "",
        record.name.strip(),
        f"{cells.group} ({cells.possible})" if cells.possible else cells.group,
        faults,
        cells.suggested,
        contents.legend.of(agency),
        (record.kind.short if lang == "th" else record.kind.name.en) if record.kind else "",
        agency.verdict.raw.strip(),
        ORIGINS[suggestions[0].origin].say(lang) if suggestions else "",
        mail_to(agency),
        on_one_line(faults),
        address_to_use(agency),
        on_one_line(steps_in_full(agency, cells, lang)),
        on_one_line(offices_in_full(agency, lang)),
    ]

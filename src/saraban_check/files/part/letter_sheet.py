"""The first sheet, which is the letter: how the part stands, what it has to do, the steps once, and whom to ask."""

from collections.abc import Iterator
from typing import Any

from xlsxwriter.utility import quote_sheetname, xl_range_abs, xl_rowcol_to_cell

from ...model.assessment import DONE
from ...model.text import Text
from ...reference.places import BANGKOK
from ...reference.steps import contacts
from ...report.escape import cell_width
from ...report.render.looks import BOLD, CELL, CENTER, HEAD, NOTE, NUMBER, SECTION, TITLE, WRAPPED, Look, Looks
from ...report.render.paper import print_well
from ...report.render.sheet_cells import Formula, Value, write_cells, write_text
from ...report.words.data_day import data_day
from ...report.words.dates import ruleset_date
from ...report.words.evidence_texts import supposed_note
from ...report.words.standing_texts import standing_text
from .contents import TASKS, TICKED, PartContents
from .tasks_sheet import STEPS_COLUMN, TICK_COLUMN

_SUBJECT = Text(
    "การแก้ไขอีเมลกลาง (saraban) และประกาศตามมาตรา 10 ของหน่วยงาน · {part}",
    "Central e-mail addresses (saraban) and section-10 notices · {part}",
)
_SOURCE = Text("{day} · จำแนกกลุ่มตามตารางฉบับวันที่ {ruleset}", "{day} · groups by the table of {ruleset}")
_TO = Text("เรียน  {whom}", "To: {whom}")
_GOVERNOR = Text("ผู้ว่าราชการ{part}", "the Governor of {part}")
_CONCERNED = Text("ผู้เกี่ยวข้อง ({part})", "all concerned ({part})")
_CHECKED = Text(
    "สำนักงาน ก.พ.ร. ได้ตรวจสอบอีเมลกลางและประกาศตามมาตรา 10 แห่งพระราชบัญญัติการปฏิบัติราชการทางอิเล็กทรอนิกส์ พ.ศ. 2565 "
    "ของหน่วยงานแล้ว พบว่า {standing}",
    "OPDC has looked at the central addresses of the agencies and their notices under section 10 of the Electronic "
    "Performance of Official Duties Act, B.E. 2565. {standing}",
)
_ASKED = Text(
    "จึงขอความอนุเคราะห์แจ้งหน่วยงาน {count} แห่งในแผ่นงาน “{tasks}” ให้ดำเนินการตามขั้นตอนที่ระบุไว้ในแต่ละแถว "
    "และทำเครื่องหมาย {ticked} ในช่อง “ทำแล้ว” เมื่อหน่วยงานดำเนินการครบทุกขั้นตอน",
    "Please have the {count} agencies on sheet “{tasks}” take the steps that their rows name, and mark {ticked} in the "
    "column “Done” when an agency has taken them all.",
)
_NOTHING = Text(
    "ทุกหน่วยงานอยู่กลุ่ม A1 แล้ว ไม่มีเรื่องที่ต้องดำเนินการ ขอให้ดูแลบัญชีอีเมลและตรวจสอบอย่างน้อยวันละ 2 ครั้งต่อไป",
    "All agencies are in A1 and nothing is to be done. Please keep looking at the accounts at least twice a day.",
)
_ONLY_WAITING = Text(
    "ขณะนี้ไม่มีเรื่องที่หน่วยงานต้องดำเนินการ สำนักงาน ก.พ.ร. จะแจ้งเมื่อทราบผลการส่งอีเมลถึงหน่วยงาน",
    "Nothing is to be done by the agencies now. OPDC will tell when it knows whether mail arrives.",
)
_FIGURES = Text("จำนวนหน่วยงาน", "Agencies")
_ALL = Text("หน่วยงานทั้งหมด", "All agencies")
_IN_A = Text("อยู่ในกลุ่ม A แล้ว", "In group A")
_LEFT = Text("ยังไม่อยู่ในกลุ่ม A", "Not in group A yet")
_LISTED = Text("หน่วยงานในแผ่นงาน “{tasks}” ที่มีเรื่องต้องดำเนินการ", "Agencies on sheet “{tasks}” that have something to do")
_WAITING = Text("รอสำนักงาน ก.พ.ร. ตรวจสอบผลการส่งอีเมล", "Waiting for OPDC to see whether mail arrives")
_TICKED = Text("ทำเครื่องหมายว่าทำแล้ว", "Marked as done")
_COUNT = Text("จำนวน (แห่ง)", "Agencies")
_STEPS = Text("ขั้นตอนที่ต้องดำเนินการ", "What has to be done")
_STEP = Text("ขั้นตอน", "Step")
_WHAT = Text("รายละเอียด", "What to do")
_ASK = Text("สอบถามเพิ่มเติม", "Whom to ask")
_OFFICE = Text("{office}: {line}", "{office}: {line}")
_CLOSING = Text("จึงเรียนมาเพื่อโปรดพิจารณาดำเนินการ", "Submitted for your consideration.")
_SENDER = Text("สำนักงาน ก.พ.ร.", "OPDC")
_WIDTHS = (10, 66, 16)
_NUMBER: Look = NUMBER | BOLD | {"num_format": "#,##0"}
"""A nought is a figure here, and no dash."""
_BODY: Look = {"font_size": 12, "valign": "vcenter"}
_LINE = 20
"""Points that a line of the body takes, the marks above and below Thai letters included."""
_WIDER = 0.85
"""How much less fits a line where the workbook's font is missing, and a wider one stands in for it."""
_PER_LINE = (sum(_WIDTHS) * 10 / 11 - 2) * _WIDER


class _Page:
    """The sheet, written from top to bottom."""

    def __init__(self, sheet: Any, looks: Looks) -> None:
        self.sheet, self.looks, self.row = sheet, looks, 0

    def line(self, text: str, look: Look, per_line: float = _PER_LINE) -> None:
        """A text over the whole width, as high as it needs."""
        own = self.looks(_BODY | WRAPPED | look)
        lines = 1 + int(cell_width(text) / per_line)
        self.sheet.set_row(self.row, _LINE * lines + (10 if lines > 1 else 3))
        self.sheet.merge_range(self.row, 0, self.row, len(_WIDTHS) - 1, "", own)
        write_text(self.sheet, self.row, 0, text, own)
        self.row += 1

    def cells(self, values: list[Value], look: list[Look]) -> None:
        """A row of a table; its second cell may need several lines."""
        lines = 1 + int(cell_width(str(values[1])) / (_WIDTHS[1] - 8))
        self.sheet.set_row(self.row, _LINE * lines + 3)
        own = [self.looks(one | {"font_size": 11, "valign": "vcenter"}) for one in look]
        write_cells(self.sheet, self.row, values, own)
        self.row += 1


def write_letter(book: Any, sheet: Any, contents: PartContents, looks: Looks) -> None:
    """The sheet: a page of A4, upright as letters are."""
    say, result = contents.say, contents.result
    sheet.hide_gridlines(2)
    print_well(sheet, landscape=False)
    sheet.fit_to_pages(1, 1)  # a letter is one page, whatever font stands in for ours
    sheet.set_margins(left=0.7, right=0.6, top=0.7, bottom=0.7)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    page = _Page(sheet, looks)
    page.line(say(_SUBJECT, part=contents.part), TITLE, _PER_LINE * 12 / 16)
    day = data_day(result.as_of)
    page.line(say(_SOURCE, day=day, ruleset=ruleset_date()), NOTE | {"font_size": 11})
    page.line(say(_TO, whom=_whom(contents)), {})
    if result.standing is not None:
        standing = standing_text(contents.part, result.standing, *contents.beside)
        page.line(say(_CHECKED, standing=standing), {"indent": 1})
    if (supposed := supposed_note(result.summary)) is not None:
        page.line(say(supposed), {"indent": 1})
    count = f"{len(contents.tasks):,}"
    nothing = _ONLY_WAITING if contents.waiting else _NOTHING
    asked = say(_ASKED, count=count, tasks=TASKS, ticked=TICKED) if contents.tasks else say(nothing)
    page.line(asked, {"indent": 1})
    _write_figures(page, contents)
    if contents.tasks:
        _write_steps(page, contents)
    page.line(say(_ASK), SECTION)
    for text in _offices(contents):
        page.line("• " + text, {"font_size": 11}, _PER_LINE * 12 / 11)
    page.line(say(_CLOSING), {"indent": 1})
    page.line(say(_SENDER), {"align": "right"} | BOLD)
    sheet.print_area(0, 0, page.row - 1, len(_WIDTHS) - 1)


def _whom(contents: PartContents) -> Text:
    province = contents.province
    if province is None:
        return _CONCERNED.fill(part=contents.part)
    return _GOVERNOR.fill(part=province.name if province.code == BANGKOK else contents.part)


def _write_figures(page: _Page, contents: PartContents) -> None:
    """How many there are, live: they follow a group that is corrected, and the ticks."""
    say, row, groups = contents.say, page.row + 1, contents.group_cells
    agencies = contents.result.agencies
    done = sum(agency.group in DONE for agency in agencies)
    in_a = "+".join(f'SUMPRODUCT(--EXACT({groups},"{group}"))' for group in DONE)
    all_, a = xl_rowcol_to_cell(row, 2), xl_rowcol_to_cell(row + 1, 2)
    figures: list[tuple[str, Value]] = [
        (say(_ALL), Formula(f"=ROWS({groups})", len(agencies))),
        (say(_IN_A), Formula(f"={in_a}", done)),
        (say(_LEFT), Formula(f"={all_}-{a}", len(agencies) - done)),
    ]
    if contents.tasks:
        figures.append((say(_LISTED, tasks=TASKS), len(contents.tasks)))
        figures.append((say(_TICKED), Formula(f'=COUNTIF({_tasks(contents, TICK_COLUMN)},"{TICKED}")', 0)))
    if contents.waiting:
        figures.append((say(_WAITING), contents.waiting))
    page.cells(["", say(_FIGURES), say(_COUNT)], [HEAD, HEAD, HEAD])
    for name, count in figures:
        page.cells(["", name, count], [CELL, CELL, CELL | _NUMBER])


def _write_steps(page: _Page, contents: PartContents) -> None:
    """Each step once, with the number by which the rows name it, and how many agencies have to take it."""
    say, steps = contents.say, _tasks(contents, STEPS_COLUMN)
    page.line(say(_STEPS), SECTION)
    page.cells([say(_STEP), say(_WHAT), say(_COUNT)], [HEAD, HEAD, HEAD])
    for step in contents.legend.steps:
        label = xl_rowcol_to_cell(page.row, 0, col_abs=True)
        count = Formula(f'=COUNTIF({steps},"*"&{label}&"*")', step.agencies)
        page.cells([step.label, step.text, count], [CELL | CENTER | BOLD, CELL, CELL | _NUMBER])


def _tasks(contents: PartContents, column: int) -> str:
    """A column of the sheet of what is to be done, as formulas name it."""
    name: Any = quote_sheetname(contents.say(TASKS))
    return f"{name}!{xl_range_abs(1, column, len(contents.tasks), column)}"


def _offices(contents: PartContents) -> Iterator[str]:
    """Those that some agency has to ask; all of them where none has anything to do."""
    asked = {office.key for agency in contents.tasks for office in agency.offices}
    for office in contacts():
        if office.key in asked or not asked:
            yield contents.say(_OFFICE, office=office.name, line=office.line)

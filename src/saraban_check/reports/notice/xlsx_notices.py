"""XLSX of the notices: the figures and what to do, a row a notice, and a row a finding with how to mend it."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from ...model.errors import RequestError
from ...model.finding import Severity
from ...model.text import Lang, Text
from ...report.render.looks import BOLD, CELL, CENTER, CREATED, DEFAULT, HEAD, NUMBER, SECTION, Look, Looks
from ...report.render.looks import TITLE as TITLE_LOOK
from ..rule_page import SEVERITIES
from ..workbook.cells import MOST_ROWS, Value, write_cells, write_text
from ..workbook.heights import fit
from ..workbook.paper import print_well
from .actions import actions_of
from .columns import COLUMNS, cells_of
from .entries import Entry, behind_texts, entries_of
from .figures import Figures, figures_of
from .notes import notes_of
from .outcomes import OUTCOMES, Outcome
from .report import NoticeRun
from .words import TITLE, WHAT_TO_DO, agency_text

_SUMMARY, _NOTICES, _FINDINGS = Text("สรุป", "Summary"), Text("รายประกาศ", "Notices"), Text("สิ่งที่พบ", "Findings")
_COUNT, _RESULT, _DO = Text("จำนวน", "Count"), Text("ผล", "Outcome"), Text("สิ่งที่ต้องทำ", "What to do")
_TOTAL, _CODES, _FILES = Text("รวม", "Total"), Text("รหัสเหตุผล", "Reason codes"), Text("ไฟล์", "Files")
_FINDING_COLUMNS = (
    (Text("ไฟล์", "File"), 32),
    (Text("หน่วยงาน", "Agency"), 34),
    (Text("รหัส", "Code"), 9),
    (Text("ระดับ", "Severity"), 13),
    (Text("สิ่งที่พบ", "What was found"), 60),
    (Text("วิธีแก้", "How to mend"), 48),
    (Text("บรรทัดในข้อความ", "Line of the text"), 10),
)
_NAMED_FILES = 10
_SUMMARY_WIDTHS = (52, 12, 18, 60)
_FILLS: dict[Outcome, Look] = {
    Outcome.CORRECT: {"bg_color": "#E2F0D9"},
    Outcome.INCORRECT: {"bg_color": "#F8CBAD"},
    Outcome.UNKNOWN: {"bg_color": "#FFF2CC"},
    Outcome.UNREADABLE: {"bg_color": "#FFF2CC"},
}
_SEVERITY_FILLS: dict[Severity, Look] = {
    Severity.ERROR: {"bg_color": "#F8CBAD"},
    Severity.WARNING: {"bg_color": "#FFF2CC"},
    Severity.INFO: {},
}
_TOO_MANY = Text(
    "มีประกาศฯ หรือสิ่งที่พบ {found} รายการ แผ่นงาน Excel เก็บได้ไม่เกิน {most} แถว บันทึกเป็น .csv หรือ .json แทน",
    "there are {found} notices or findings and a sheet holds no more than {most}; write .csv or .json instead",
)


def xlsx_document(run: NoticeRun) -> bytes:
    """The workbook as bytes; the same run gives the same.

    Raises RequestError where there is more than a sheet can hold.
    """
    entries = list(entries_of(run))
    figures = figures_of(entries)
    if (most := max(len(entries), figures.rules.total())) > MOST_ROWS:
        raise RequestError(_TOO_MANY, found=f"{most:,}", most=f"{MOST_ROWS:,}")
    out = BytesIO()
    with Workbook(out, {"in_memory": True, "default_format_properties": dict(DEFAULT)}) as book:
        looks, lang = Looks(book), run.lang
        book.set_properties({"title": TITLE.say(lang), "created": CREATED})
        sheets = [book.add_worksheet(name.say(lang)) for name in (_SUMMARY, _NOTICES, _FINDINGS)]
        for sheet, color in zip(sheets, ("#1F4E79", "#375623", "#C00000"), strict=True):
            sheet.set_tab_color(color)
        _summary(sheets[0], run, entries, figures, looks)
        _notices(sheets[1], entries, lang, looks)
        _findings(sheets[2], entries, lang, looks)
    return out.getvalue()


def _summary(sheet: Any, run: NoticeRun, entries: Sequence[Entry], figures: Figures, looks: Looks) -> None:
    lang = run.lang
    sheet.hide_gridlines(2)
    print_well(sheet)
    for column, width in enumerate(_SUMMARY_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_row(0, 30)
    write_text(sheet, 0, 0, TITLE.say(lang), looks(TITLE_LOOK))
    row = 1
    for note in notes_of(run, figures):
        write_text(sheet, row, 0, note.say(lang))
        row += 1
    row += 1
    write_cells(sheet, row, (_RESULT.say(lang), _COUNT.say(lang)), looks(HEAD))
    for outcome, count in figures.outcomes.items():
        row += 1
        own = [looks(CELL | _FILLS[outcome]), looks(CELL | NUMBER)]
        write_cells(sheet, row, (OUTCOMES[outcome].say(lang), count), own)
    row += 1
    write_cells(sheet, row, (_TOTAL.say(lang), figures.total), [looks(CELL | BOLD), looks(CELL | NUMBER | BOLD)])
    row += 2
    write_text(sheet, row, 0, WHAT_TO_DO.say(lang), looks(SECTION))
    row += 1
    write_cells(sheet, row, [text.say(lang) for text in (_DO, _COUNT, _CODES, _FILES)], looks(HEAD))
    own = [looks(CELL), looks(CELL | NUMBER), looks(CELL), looks(CELL)]
    for action in actions_of(entries):
        row += 1
        files = action.named(_NAMED_FILES, lang)
        cells: list[Value] = [action.text.say(lang), len(action.files), ", ".join(action.codes), files]
        fit(sheet, row, cells, _SUMMARY_WIDTHS)
        write_cells(sheet, row, cells, own)


def _notices(sheet: Any, entries: Sequence[Entry], lang: Lang, looks: Looks) -> None:
    widths = [column.width for column in COLUMNS]
    _head(sheet, [column.heading for column in COLUMNS], widths, lang, looks)
    sheet.freeze_panes(1, 2)
    own = [looks(CELL)] * len(COLUMNS)
    for row, entry in enumerate(entries, start=1):
        cells = cells_of(entry, lang)
        own[0] = looks(CELL | BOLD | CENTER | _FILLS[entry.outcome])
        fit(sheet, row, cells, widths)
        write_cells(sheet, row, cells, own)
    sheet.autofilter(0, 0, max(1, len(entries)), len(COLUMNS) - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A2:T{len(entries) + 2}"})


def _findings(sheet: Any, entries: Sequence[Entry], lang: Lang, looks: Looks) -> None:
    widths = [width for _, width in _FINDING_COLUMNS]
    _head(sheet, [heading for heading, _ in _FINDING_COLUMNS], widths, lang, looks)
    sheet.freeze_panes(1, 1)
    row = 0
    for entry in entries:
        for told in entry.told:
            row += 1
            rule = told.finding.rule
            said = "\n".join((told.finding.message(lang), *behind_texts(told, lang)))
            cells: list[Value] = [entry.name, agency_text(entry.check, lang), rule.code]
            cells += [SEVERITIES[rule.severity].say(lang), said, rule.mend.say(lang), told.line]
            fit(sheet, row, cells, widths)
            marked = looks(CELL | CENTER | _SEVERITY_FILLS[rule.severity])
            own = [looks(CELL), looks(CELL), looks(CELL | BOLD), marked, looks(CELL), looks(CELL), looks(CELL | NUMBER)]
            write_cells(sheet, row, cells, own)
    sheet.autofilter(0, 0, max(1, row), len(_FINDING_COLUMNS) - 1)


def _head(sheet: Any, headings: Sequence[Text], widths: Sequence[float], lang: Lang, looks: Looks) -> None:
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    print_well(sheet, head=(0, 0))
    sheet.set_row(0, 34)
    write_cells(sheet, 0, (heading.say(lang) for heading in headings), looks(HEAD))

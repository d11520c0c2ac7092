"""The follow-up list: every agency that is not in A1, what is wrong, what to do, and whom to ask."""

from typing import Any

from ...model.agency_result import AgencyResult
from ...model.assessment import NOTHING_TO_DO, OUTSIDE, UNDETERMINED
from ...model.finding import Severity
from ...model.text import Lang, Text
from ...reference.our_columns import OurCells
from ...report.our_cells import SUGGESTED
from ...report.render.looks import BOLD, CELL, CENTER, HEAD, OUR_HEAD, Look, Looks
from ...report.render.paper import print_well
from ...report.render.row_heights import fit
from ...report.render.sheet_cells import Value, write_cells, write_text
from ...report.views.suggestions import ORIGINS
from ...report.words.fact_texts import FACTS
from ...rules.sb8_table import SB801
from .contents import Contents
from .formats import fill

_COLUMNS: tuple[tuple[Text, float, Look], ...] = (
    (Text("แถวในไฟล์ต้นทาง", "Row in the source file"), 8, HEAD),
    (Text("จังหวัด", "Province"), 15, HEAD),
    (Text("ประเภท", "Kind"), 9, HEAD),
    (Text("ชื่อหน่วยงาน", "Agency"), 24, HEAD),
    (Text("รหัส", "Code"), 10, HEAD),
    (Text("กลุ่ม", "Group"), 11, HEAD),
    (Text("สิ่งที่ต้องแก้ไข", "What is wrong"), 38, HEAD),
    (Text("ที่อยู่ปัจจุบัน", "Present address"), 27, HEAD),
    (SUGGESTED, 29, OUR_HEAD),
    (Text("ที่มาของที่อยู่ที่แนะนำ", "Where the suggestion comes from"), 16, OUR_HEAD),
    (Text("ขั้นตอนที่ต้องดำเนินการ", "Steps"), 46, HEAD),
    (Text("สอบถามได้ที่", "Whom to ask"), 34, HEAD),
)
_UPGRADED = Text("ยกฐานะแล้ว ต้องดำเนินการตามสถานะใหม่", "It was upgraded and has to be brought to its new status")
_FIND_OUT = Text("หาข้อมูลที่ยังขาดแล้วกรอกในบัญชีรายชื่อ: {facts}", "Find out what is missing, and fill it in: {facts}")
_NOBODY = Text("ทุกหน่วยงานอยู่กลุ่ม A1 แล้ว ไม่มีหน่วยงานที่ต้องดำเนินการ", "All agencies are in A1: there is nothing to do.")


def write_todo(book: Any, sheet: Any, contents: Contents, looks: Looks) -> None:
    """The sheet, a row an agency, in the order of the list."""
    for column, (_, width, _) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 4)
    print_well(sheet, head=(0, 0))
    sheet.set_row(0, 45)
    write_cells(sheet, 0, (contents.say(text) for text, _, _ in _COLUMNS), [looks(look) for _, _, look in _COLUMNS])
    own, widths = [looks(CELL | CENTER), *[looks(CELL)] * (len(_COLUMNS) - 1)], [width for _, width, _ in _COLUMNS]
    fills = {group: looks(CELL | BOLD | CENTER | fill(group)) for group in contents.groups}
    row = 0
    for agency, cells in zip(contents.rows, contents.cells, strict=True):
        if isinstance(agency, AgencyResult) and agency.outcome.group != NOTHING_TO_DO:
            row += 1
            own[5] = fills[agency.outcome.group]
            values = _row(contents, agency, cells)
            fit(sheet, row, values, widths)
            write_cells(sheet, row, values, own)
    if row:
        sheet.autofilter(0, 0, row, len(_COLUMNS) - 1)
        sheet.ignore_errors({"number_stored_as_text": f"E2:E{row + 1}"})
    else:
        write_text(sheet, 1, 0, contents.say(_NOBODY))


def _row(contents: Contents, agency: AgencyResult, cells: OurCells) -> list[Value]:
    lang, record = contents.lang, agency.record
    suggestions = agency.suggestions
    return [
        record.row,
        cells.province,
        (record.kind.short if lang == "th" else record.kind.name.en) if record.kind else "",
        record.name.strip(),
        record.code or "",
        f"{cells.group}\n({cells.possible})" if cells.possible else cells.group,
        _wrong(agency, cells, lang),
        agency.verdict.raw.strip(),
        cells.suggested,
        ORIGINS[suggestions[0].origin].say(lang) if suggestions else "",
        _steps(agency, cells, lang),
        "\n".join(f"{office.name.say(lang)}: {office.line.say(lang)}" for office in agency.offices),
    ]


def _wrong(agency: AgencyResult, cells: OurCells, lang: Lang) -> str:
    """The errors and warnings, heaviest first; what else was noticed only where there are none."""
    said = [_UPGRADED.say(lang)] if agency.record.facts.upgraded else []
    weighty = [finding for finding in agency.findings if finding.rule.severity is not Severity.INFO]
    if len(weighty) == len(agency.findings) or not (said or weighty):
        return "\n".join(filter(None, [*said, cells.reasons]))  # these are said already, in this order
    for severity in (Severity.ERROR, Severity.WARNING):
        said += [finding.message(lang) for finding in weighty if finding.rule.severity is severity]
    return "\n".join(said)


def _steps(agency: AgencyResult, cells: OurCells, lang: Lang) -> str:
    """The steps of its group; without a group, what has to be found out first."""
    outcome = agency.outcome
    if outcome.group == UNDETERMINED:
        facts = " · ".join(FACTS[name].say(lang) for name in outcome.missing)
        return _FIND_OUT.say(lang, facts=facts)
    if outcome.group == OUTSIDE:
        return SB801.mend.say(lang)
    return cells.steps

"""How to read the workbook, what the groups mean, and the rules that fired."""

from typing import Any

from ...model.text import Text
from ...report.render.looks import BOLD, CELL, CENTER, HEAD, NUMBER, SECTION, TITLE, Looks
from ...report.render.paper import print_well
from ...report.render.row_heights import fit
from ...report.render.sheet_cells import Value, write_cells, write_text
from ...report.views.rule_words import BASIS, MEND, SEVERITIES, WHY
from ...report.words.dates import ruleset_date
from ...rules.sb8_table import SB801, SB802
from .contents import AGENCIES, PROVINCES, SUMMARY, TODO, Contents
from .formats import fill

_TITLE = Text("คำอธิบายสมุดงานนี้", "Notes on this workbook")
_SHEETS = (
    (
        SUMMARY,
        Text(
            "จำนวนหน่วยงานแยกตามกลุ่ม ตามรูปแบบตารางของสำนักงาน ก.พ.ร. พร้อมแผนภูมิ",
            "Agencies by group, in the layout of OPDC's table, with charts",
        ),
    ),
    (
        AGENCIES,
        Text(
            "ทุกแถวของไฟล์ต้นทาง: คอลัมน์เดิมอยู่ด้านซ้าย (หัวสีน้ำเงิน) ผลการตรวจอยู่ด้านขวา (หัวสีเขียว)",
            "All rows of the source file: its own columns at the left (blue headings), ours at the right (green)",
        ),
    ),
    (
        TODO,
        Text(
            "หน่วยงานที่ยังไม่อยู่กลุ่ม A1 พร้อมสิ่งที่ต้องแก้ไข ที่อยู่ที่แนะนำ ขั้นตอน และช่องทางสอบถาม",
            "Agencies that are not in A1: what is wrong, a suggested address, the steps, and whom to ask",
        ),
    ),
    (
        PROVINCES,
        Text(
            "จำนวนหน่วยงานแยกตามจังหวัดและกลุ่ม และร้อยละที่อยู่ในกลุ่ม A",
            "Agencies by province and group, and the share in group A",
        ),
    ),
)
_HOW = Text("วิธีอ่าน", "How to read it")
_NOTES = (
    Text(
        "เมื่อแก้คอลัมน์ “กลุ่ม” ในแผ่นงาน “{agencies}” ตัวเลขและแผนภูมิในแผ่นงาน “{summary}” และ “{provinces}” จะเปลี่ยนตามทันที "
        "ส่วนแผ่นงาน “{todo}” และแผ่นนี้ไม่เปลี่ยน",
        "Correct the column “Group” on sheet “{agencies}”, and the figures and charts of “{summary}” and “{provinces}” "
        "follow; “{todo}” and this sheet do not.",
    ),
    Text(
        "“{todo}” และ “{agencies}” พิมพ์เฉพาะคอลัมน์ที่ผู้อ่านต้องใช้ คอลัมน์อื่นเห็นบนจอ คอลัมน์ด้านขวาของ “{todo}” "
        "(ถึง เรื่องที่ต้องแก้ไข ที่อยู่ที่ให้ใช้ ขั้นตอน สอบถาม) ใช้เป็นแหล่งข้อมูลของจดหมายเวียนได้",
        "“{todo}” and “{agencies}” print only what a reader needs; all are on the screen. Those at the right "
        "of “{todo}” (to, matter, address to use, what to do, whom to ask) can be the source of a mail merge.",
    ),
    Text(
        "ที่อยู่ที่แนะนำเป็นเพียงข้อเสนอจากข้อมูลในบัญชีรายชื่อ ต้องยืนยันกับผู้ให้บริการก่อนใช้ทุกครั้ง",
        "A suggested address is drawn from the list and no more than that: confirm it with the provider before use.",
    ),
    Text(
        "หน่วยงานที่ข้อมูลไม่ครบแสดงเป็น “ยังระบุไม่ได้” พร้อมกลุ่มที่ยังเป็นไปได้ โปรแกรมไม่คาดเดาแทน",
        "Where a fact is missing the agency is “undetermined”, and all groups that remain possible are named.",
    ),
    Text(
        "หน่วยงานที่ข้อเท็จจริงไม่ตรงกับแถวใดในตารางแสดงเป็น “นอกตาราง” ไม่นำไปรวมกับกลุ่มใด",
        "Where the facts match no row of the table the agency is “outside the table”, and in no group.",
    ),
)
_PUBLISHED = Text(
    "กลุ่มเป็นไปตามตารางที่สำนักงาน ก.พ.ร. เผยแพร่ ฉบับวันที่ {ruleset}",
    "The groups are those of the table that OPDC published, {ruleset}.",
)
_OWN = Text(
    "กลุ่มเป็นไปตามตารางที่ผู้ใช้กำหนดเอง (จากตารางของสำนักงาน ก.พ.ร. ฉบับวันที่ {ruleset})",
    "The groups are those of a table of the user's own (OPDC's table is of {ruleset}).",
)
_STEPS = Text("ขั้นตอนในแผ่นงาน “{todo}”", "The steps of sheet “{todo}”")
_GROUPS = Text("ความหมายของกลุ่ม", "What the groups mean")
_GROUP_HEADINGS = (
    Text("กลุ่ม", "Group"),
    Text("มีประกาศฯ ม.10 และลงใน info.go.th", "Notice, and in info.go.th"),
    Text("รูปแบบอีเมลถูกต้อง", "Address correct"),
    Text("สถานะการส่งอีเมล", "Delivery"),
    Text("สิ่งที่ต้องทำ", "What to do"),
)
_RULES = Text("เหตุผลที่พบ", "Reasons found")
_RULE_HEADINGS = (
    Text("รหัส", "Code"),
    Text("เหตุผล", "Reason"),
    Text("ระดับ", "Severity"),
    Text("จำนวนที่พบ", "Findings"),
    WHY,
    MEND,
    BASIS,
)
_WIDTHS = (15, 36, 16, 18, 50, 44, 44)


def write_rules(book: Any, sheet: Any, contents: Contents, looks: Looks) -> None:
    """The sheet. Its rows are written from top to bottom."""
    sheet.hide_gridlines(2)
    print_well(sheet)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_row(0, 30)
    write_text(sheet, 0, 0, contents.say(_TITLE), looks(TITLE))
    row = _write_how(sheet, contents, looks, 2)
    row = _write_steps(sheet, contents, looks, row + 1)
    row = _write_groups(sheet, contents, looks, row + 1)
    _write_fired(sheet, contents, looks, row + 1)


def _write_how(sheet: Any, contents: Contents, looks: Looks, row: int) -> int:
    say = contents.say
    write_text(sheet, row, 0, say(_HOW), looks(SECTION))
    for name, text in _SHEETS:
        row += 1
        write_text(sheet, row, 0, say(name), looks(BOLD))
        write_text(sheet, row, 1, say(text))
    names = {"agencies": AGENCIES, "summary": SUMMARY, "provinces": PROVINCES, "todo": TODO}
    own = contents.result.has_own_table
    for text in (*_NOTES, _OWN if own else _PUBLISHED):
        row += 1
        write_text(sheet, row, 0, "• " + say(text, ruleset=ruleset_date(), **names))
    return row + 1


def _write_steps(sheet: Any, contents: Contents, looks: Looks, row: int) -> int:
    """The steps by the numbers that the list of things to do has."""
    if not contents.tasks:
        return row - 1
    write_text(sheet, row, 0, contents.say(_STEPS, todo=TODO), looks(SECTION))
    for step in contents.legend.steps:
        row += 1
        write_text(sheet, row, 0, step.label, looks(BOLD))
        write_text(sheet, row, 1, step.text)
    return row + 1


def _write_groups(sheet: Any, contents: Contents, looks: Looks, row: int) -> int:
    """The legend: each group in its colour, its conditions as the table shows them, and what there is to do."""
    say, result = contents.say, contents.result
    write_text(sheet, row, 0, say(_GROUPS), looks(SECTION))
    row += 1
    write_cells(sheet, row, map(say, _GROUP_HEADINGS), looks(HEAD))
    shown = {own.group: own.shown for own in reversed(result.table.rows)}
    for group in result.summary.groups:
        row += 1
        own = [CELL | BOLD | CENTER | fill(group), CELL, CELL | CENTER, CELL | CENTER, CELL]
        todo = " · ".join(say(step.action) for step in result.group_steps(group)) or "–"
        cells = [group, *map(say, shown[group]), todo]
        fit(sheet, row, cells, _WIDTHS)
        write_cells(sheet, row, cells, list(map(looks, own)))
    for group, name, rule in zip(contents.groups[-2:], contents.outcomes[-2:], (SB801, SB802), strict=True):
        row += 1
        own = [CELL | BOLD | CENTER | fill(group), CELL, CELL, CELL, CELL]
        write_cells(sheet, row, [name, say(rule.title), "", "", say(rule.mend)], list(map(looks, own)))
    return row + 1


def _write_fired(sheet: Any, contents: Contents, looks: Looks, row: int) -> None:
    """The rules, what was found most often first."""
    say = contents.say
    write_text(sheet, row, 0, say(_RULES), looks(SECTION))
    row += 1
    write_cells(sheet, row, map(say, _RULE_HEADINGS), looks(HEAD))
    own = list(map(looks, (CELL | BOLD, CELL, CELL | CENTER, CELL | NUMBER, CELL, CELL, CELL)))
    for place, (rule, count) in enumerate(contents.result.summary.fired, start=row + 1):
        cells: list[Value] = [rule.code, say(rule.title), say(SEVERITIES[rule.severity]), count]
        cells += map(say, (rule.why, rule.mend, rule.basis))
        fit(sheet, place, cells, _WIDTHS)
        write_cells(sheet, place, cells, own)

"""The published table in its own layout, counted from the sheet of agencies, and its two charts."""

from typing import Any

from xlsxwriter.utility import xl_range, xl_rowcol_to_cell

from ...model.text import Text
from ...report.escape import cell_width
from ...report.render.looks import BOLD, CENTER, HEAD, MIDDLE, NOTE, NUMBER, PERCENT, TOTAL, WRAPPED, Looks
from ...report.render.looks import TITLE as TITLE_LOOK
from ...report.render.paper import print_well
from ...report.render.sheet_cells import Formula, Value, write_cells, write_text
from ...report.words.column_notes import column_notes
from ...report.words.data_day import data_day, days_line
from ...report.words.narrowed_texts import beside_the_whole
from ...report.words.policy_notes import made_with, policy_notes
from .charts import group_chart
from .contents import AGENCIES, SUMMARY_FIRST, Contents
from .counting import count_formula, told_exactly
from .formats import fill
from .issued_counts import write_issued_counts
from .top_provinces import write_top_provinces

TITLE = Text("ผลการจำแนกกลุ่ม อปท. ตามตารางของสำนักงาน ก.พ.ร.", "Groups by OPDC's table")
_SOURCE = Text("ไฟล์ {file} · {days}", "File {file} · {days}")
_OF_PROVINCE = Text("จังหวัด{name}", "{name} province")
_HEADINGS = (
    Text("กลุ่ม", "Group"),
    Text("มีประกาศฯ ม.10\nและลงใน info.go.th", "Notice, and in info.go.th"),
    Text("รูปแบบอีเมล\nถูกต้อง*", "Address\ncorrect*"),
    Text("สถานะการส่งอีเมล", "Delivery"),
    Text("จำนวน", "Count"),
    Text("รวม", "Sum"),
    Text("ร้อยละ", "Share"),
)
_OUTSIDE = Text("ไม่เข้ากลุ่มใดในตาราง", "Outside the table")
_UNDETERMINED = Text("ยังระบุกลุ่มไม่ได้ เพราะข้อมูลไม่ครบ", "Undetermined, for a fact is missing")
_TOTAL = Text("รวม", "Total")
_FOLLOW_UP = Text("ต้องดำเนินการเพิ่มเติม (ทุกกลุ่มยกเว้น A)", "To be followed up (all groups but A)")
_FOOTNOTE = Text("* ถูกต้องทั้งตามวิธีการฯ และตามระเบียบฯ", "* under the methods and the regulation alike")
_LIVE = Text(
    "ตัวเลขทุกช่องเป็นสูตรที่นับจากคอลัมน์ “กลุ่ม” ในแผ่นงาน “{sheet}” เมื่อแก้กลุ่มที่นั่น ตารางและแผนภูมิจะเปลี่ยนตาม",
    "All figures are formulas that count the column “Group” of sheet “{sheet}”; correct a group there and they follow.",
)
_WIDTHS = (18, 34, 14, 21, 12, 12, 12)
_NAMED = 60
"""A row of Excel is no higher than 409 points: so many unused columns can be named in one."""
_HIGHEST = 409
_COUNT, _SUM, _SHARE = 4, 5, 6
_CHART_ROWS = 12


def write_summary(book: Any, sheet: Any, contents: Contents, looks: Looks) -> None:
    """The sheet. Its rows are written from top to bottom."""
    say, result = contents.say, contents.result
    sheet.hide_gridlines(2)
    print_well(sheet, landscape=False)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_default_row(20)
    sheet.set_row(0, 30)
    title = say(TITLE)
    if len(contents.provinces) == 1 and contents.known:
        title += " · " + say(_OF_PROVINCE, name=contents.provinces[0].name)
    write_text(sheet, 0, 0, title, looks(TITLE_LOOK))
    write_text(sheet, 1, 0, say(_SOURCE, file=result.source.file, days=days_line(data_day(result.as_of))), looks(NOTE))
    beside = beside_the_whole(result)
    notes = (*([beside] if beside else []), *made_with(result), *policy_notes(result))
    _write_notes(sheet, " · ".join(map(say, notes)), looks)
    sheet.set_row(SUMMARY_FIRST - 1, 36)
    write_cells(sheet, SUMMARY_FIRST - 1, map(say, _HEADINGS), looks(HEAD))
    row = _write_table(sheet, contents, looks)
    write_text(sheet, row, 0, say(_FOOTNOTE), looks(NOTE))
    write_text(sheet, row + 1, 0, say(_LIVE, sheet=say(AGENCIES)), looks(NOTE))
    row = _write_columns(sheet, row + 2, contents, looks)
    row = write_issued_counts(sheet, row + 3, contents, looks) - 3
    numbers = list(zip(contents.outcomes, _counts(contents), strict=True))
    chart, described = group_chart(book, contents, _COUNT, numbers)
    sheet.insert_chart(row + 3, 0, chart, {"object_position": 2, "description": described})
    write_top_provinces(book, sheet, contents, looks, row + 3 + _CHART_ROWS)


def _write_notes(sheet: Any, text: str, looks: Looks) -> None:
    """What the result rests on, over the width of the table: it would else make the printed page narrow."""
    look = looks(NOTE | BOLD | WRAPPED | {"valign": "top"})
    if text:
        sheet.merge_range(2, 0, 2, len(_WIDTHS) - 1, "", look)
        sheet.set_row(2, 20 * (1 + cell_width(text) // (sum(_WIDTHS) - 10)))
    write_text(sheet, 2, 0, text, look)


def _write_columns(sheet: Any, row: int, contents: Contents, looks: Looks) -> int:
    """What became of each column of the list, a sentence a row. Returns the row above the first that is free."""
    look = looks(NOTE | WRAPPED | {"valign": "top"})
    for note in map(contents.say, column_notes(contents.result.source, _NAMED)):
        sheet.merge_range(row, 0, row, len(_WIDTHS) - 1, "", look)
        sheet.set_row(row, min(20 * (1 + cell_width(note) // (sum(_WIDTHS) - 10)), _HIGHEST))
        write_text(sheet, row, 0, note, look)
        row += 1
    return row - 2


def _write_table(sheet: Any, contents: Contents, looks: Looks) -> int:
    """The groups, those without one, and the sums. Returns the row below."""
    summary, say = contents.result.summary, contents.say
    first, last = SUMMARY_FIRST, SUMMARY_FIRST + len(contents.outcomes) - 1
    shown = {row.group: [say(text) for text in row.shown] for row in reversed(summary.table.rows)}
    said = [*(shown[group] for group in summary.groups), [say(_OUTSIDE), "", ""], [say(_UNDETERMINED), "", ""]]
    counts = _counts(contents)
    sums, exactly = _sums(contents, counts), told_exactly(contents.outcomes)
    total = xl_rowcol_to_cell(last + 1, _COUNT, row_abs=True, col_abs=True)

    def share(row: int, column: int, count: int) -> Formula:
        return Formula(f"=IF({total}=0,0,{xl_rowcol_to_cell(row, column)}/{total})", count / summary.total)

    for row, (group, count) in enumerate(zip(contents.groups, counts, strict=True), start=first):
        index, look = row - first, MIDDLE | fill(group)
        counted = count_formula(contents.group_cells, xl_rowcol_to_cell(row, 0, col_abs=True), exactly[index])
        cells: list[Value] = [contents.outcomes[index], *said[index], Formula(counted, count)]
        cells += [sums.get(index, ""), share(row, _COUNT, count)]
        own = [look | BOLD | CENTER, look, look | CENTER, look | CENTER, look | NUMBER, look | NUMBER, look | PERCENT]
        write_cells(sheet, row, cells, list(map(looks, own)))
    own = list(map(looks, [*[TOTAL] * 4, TOTAL | NUMBER, TOTAL | NUMBER, TOTAL | PERCENT]))
    everything = Formula(f"=SUM({xl_range(first, _COUNT, last, _COUNT)})", summary.total)
    whole = share(last + 1, _SUM, summary.total)
    write_cells(sheet, last + 1, ["", say(_TOTAL), "", "", everything, everything, whole], own)
    done = "".join(f"-{xl_rowcol_to_cell(first + index, _COUNT)}" for index in contents.done)
    followed = Formula(f"=SUM({xl_range(first, _COUNT, last - 2, _COUNT)}){done}", summary.follow_up)
    part = share(last + 2, _SUM, summary.follow_up)
    write_cells(sheet, last + 2, ["", say(_FOLLOW_UP), "", "", "", followed, part], own)
    return last + 3


def _counts(contents: Contents) -> list[int]:
    """The agencies by outcome."""
    summary = contents.result.summary
    return [*summary.groups.values(), summary.outside, summary.undetermined]


def _sums(contents: Contents, counts: list[int]) -> dict[int, Formula]:
    """The sum of each letter, beside the first outcome of that letter; who has no group stands alone."""
    letters = [group[:1] for group in contents.groups[:-2]]
    keys = [*letters, *contents.groups[-2:]]
    sums = {}
    for key in dict.fromkeys(keys):
        places = [index for index, own in enumerate(keys) if own == key]
        cells = ",".join(xl_rowcol_to_cell(SUMMARY_FIRST + index, _COUNT) for index in places)
        sums[places[0]] = Formula(f"=SUM({cells})", sum(counts[index] for index in places))
    return sums

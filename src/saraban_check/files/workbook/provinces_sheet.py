"""The provinces that occur, by group, with what is left to do and the share in group A; live as the summary is."""

from typing import Any

from xlsxwriter.utility import xl_range, xl_rowcol_to_cell

from ...model.text import Text
from ...report.render.looks import BOLD, CENTER, HEAD, MIDDLE, NOTE, NUMBER, ORDINAL, PERCENT, TITLE, TOTAL, Look, Looks
from ...report.render.paper import print_well
from ...report.render.sheet_cells import Formula, Value, write_cells, write_text
from .contents import AGENCIES, PROVINCES_FIRST, Contents, ProvinceRow
from .counting import count_both_formula, told_exactly
from .formats import fill

_TITLE = Text("จำนวนหน่วยงานแยกตามจังหวัดและกลุ่ม", "Agencies by province and group")
_LIVE = Text(
    "ตัวเลขทุกช่องเป็นสูตรที่นับจากคอลัมน์ “จังหวัด (ที่อ่านได้)” และ “กลุ่ม” ในแผ่นงาน “{sheet}”",
    "All figures are formulas that count the columns “Province (as read)” and “Group” of sheet “{sheet}”.",
)
_CODE = Text("รหัส", "Code")
_PROVINCE = Text("จังหวัด", "Province")
_ALL = Text("รวม", "Total")
_LEFT = Text("ยังไม่อยู่ในกลุ่ม A (รวมนอกตารางและยังระบุไม่ได้)", "Not in A (with outside and undetermined)")
_SHARE = Text("ร้อยละที่อยู่ในกลุ่ม A", "Share in group A")
_RANK = Text("อันดับตามร้อยละ (จาก {of} จังหวัด)", "Rank by share (of {of} provinces)")
_KEY = Text("ลำดับช่วย (ใช้จัดอันดับในแผ่นสรุป)", "Sort key (ranks the provinces on the summary)")
_TOTAL = Text("รวมทั้งหมด", "All")
_FIRST_GROUP = 2


class Columns:
    """Which column holds what."""

    def __init__(self, contents: Contents) -> None:
        self.code, self.name = 0, 1
        self.total = _FIRST_GROUP + len(contents.outcomes)
        self.left, self.share, self.rank, self.key = (self.total + more for more in range(1, 5))


def sort_key(left: int, row: int) -> float:
    """What provinces are ranked by: what is left to do, and of equals the one that stands first.

    `row` counts from 0; the formula in the cells says the same.
    """
    return left - (row + 1) / 1000


def write_provinces(book: Any, sheet: Any, contents: Contents, looks: Looks) -> None:
    """The sheet: a row a province in the order of their numbers, the unknown ones, and the sums."""
    columns, say = Columns(contents), contents.say
    _set_columns(sheet, columns)
    first, last = PROVINCES_FIRST, PROVINCES_FIRST + len(contents.provinces) - 1
    sheet.freeze_panes(first, _FIRST_GROUP)
    print_well(sheet, head=(first - 1, first - 1))
    sheet.set_row(0, 30)
    write_text(sheet, 0, 0, say(_TITLE), looks(TITLE))
    write_text(sheet, 1, 0, say(_LIVE, sheet=say(AGENCIES)), looks(NOTE))
    sheet.set_row(first - 1, 66)
    write_cells(sheet, first - 1, map(say, (_CODE, _PROVINCE)), looks(HEAD))
    for index, (group, name) in enumerate(zip(contents.groups, contents.outcomes, strict=True)):
        write_text(sheet, first - 1, _FIRST_GROUP + index, name, looks(MIDDLE | BOLD | CENTER | fill(group)))
    rank = _RANK.fill(of=contents.known)
    write_cells(sheet, first - 1, map(say, (_ALL, _LEFT, _SHARE, rank, _KEY)), looks(HEAD), columns.total)
    exactly = told_exactly(contents.outcomes)
    own = list(map(looks, _row_looks(contents, MIDDLE)))
    for row, province in enumerate(contents.provinces, start=first):
        write_cells(sheet, row, _row(contents, columns, row, province, exactly), own)
    _write_sums(sheet, contents, columns, looks)
    bar = {"type": "data_bar", "bar_color": "#A9D08E", "min_type": "num", "max_type": "num"}
    sheet.conditional_format(first, columns.share, last, columns.share, bar | {"min_value": 0, "max_value": 1})


def _set_columns(sheet: Any, columns: Columns) -> None:
    sheet.set_column(columns.code, columns.code, 6)
    sheet.set_column(columns.name, columns.name, 20)
    sheet.set_column(_FIRST_GROUP, columns.total - 1, 9)
    sheet.set_column(columns.total, columns.total, 10)
    sheet.set_column(columns.left, columns.left, 20)
    sheet.set_column(columns.share, columns.share, 16)
    sheet.set_column(columns.rank, columns.rank, 14)
    sheet.set_column(columns.key, columns.key, 12, None, {"hidden": True})


def _row_looks(contents: Contents, look: Look) -> list[Look]:
    counts = [look | NUMBER] * (len(contents.outcomes) + 1)
    return [look | CENTER, look, *counts, look | NUMBER | BOLD, look | PERCENT, look | ORDINAL, look]


def _row(contents: Contents, columns: Columns, row: int, province: ProvinceRow, exactly: list[bool]) -> list[Value]:
    """One province: each cell counts the agencies of this province and of the group above it."""
    here = xl_rowcol_to_cell(row, columns.name, col_abs=True)
    cells: list[Value] = [province.code or "–", province.name]
    for index, count in enumerate(province.counts):
        above = xl_rowcol_to_cell(PROVINCES_FIRST - 1, _FIRST_GROUP + index, row_abs=True)
        formula = count_both_formula(contents.group_cells, above, exactly[index], contents.province_cells, here)
        cells.append(Formula(formula, count))
    cells += _ending(contents, columns, row, sum(province.counts), contents.left(province))
    if province.code:
        cells.append(_rank(contents, columns, row, province))
        left = xl_rowcol_to_cell(row, columns.left)
        cells.append(Formula(f"={left}-ROW()/1000", sort_key(contents.left(province), row)))
    return cells


def _rank(contents: Contents, columns: Columns, row: int, province: ProvinceRow) -> Value:
    """Equal shares have one rank; alone a province has none."""
    rank = contents.standings[province.code].rank
    if rank is None:
        return "–"
    shares = contents.known_provinces(columns.share)
    return Formula(f"=RANK({xl_rowcol_to_cell(row, columns.share)},{shares})", rank)


def _ending(contents: Contents, columns: Columns, row: int, total: int, left: int) -> list[Formula]:
    """Total, left to do, and the share in A of one row."""
    counted = xl_range(row, _FIRST_GROUP, row, columns.total - 1)
    done = "".join(f"-{xl_rowcol_to_cell(row, _FIRST_GROUP + index)}" for index in contents.done)
    whole, rest = xl_rowcol_to_cell(row, columns.total), xl_rowcol_to_cell(row, columns.left)
    share = f"=IF({whole}=0,0,({whole}-{rest})/{whole})"
    return [
        Formula(f"=SUM({counted})", total),
        Formula(f"={whole}{done}", left),
        Formula(share, (total - left) / total),
    ]


def _write_sums(sheet: Any, contents: Contents, columns: Columns, looks: Looks) -> None:
    first, last = PROVINCES_FIRST, PROVINCES_FIRST + len(contents.provinces) - 1
    sums = [sum(counts) for counts in zip(*(p.counts for p in contents.provinces), strict=True)]
    cells: list[Value] = ["", contents.say(_TOTAL)]
    for column, count in enumerate(sums, start=_FIRST_GROUP):
        cells.append(Formula(f"=SUM({xl_range(first, column, last, column)})", count))
    cells += _ending(contents, columns, last + 1, sum(sums), sum(map(contents.left, contents.provinces)))
    write_cells(sheet, last + 1, cells, list(map(looks, _row_looks(contents, TOTAL))))

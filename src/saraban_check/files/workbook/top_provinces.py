"""The ten provinces with most left to do, found by formulas on the sheet of provinces, and their chart."""

from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from ...model.text import Text
from ...report.render.looks import CENTER, HEAD, MIDDLE, NUMBER, SECTION, Looks
from ...report.render.sheet_cells import Formula, write_cells, write_text
from .charts import province_chart
from .contents import PROVINCES_FIRST, Contents
from .provinces_sheet import Columns, sort_key

_MOST = 10
_TITLE = Text("จังหวัดที่มีหน่วยงานยังไม่อยู่ในกลุ่ม A มากที่สุด 10 จังหวัด", "The ten provinces with most agencies not in A")
_HEADINGS = (
    Text("ลำดับ", "Rank"),
    Text("จังหวัด", "Province"),
    Text("ยังไม่อยู่\nในกลุ่ม A", "Not in A"),
)
_NONE = Text("ไม่ทราบจังหวัดของหน่วยงานใดเลย จึงไม่มีตารางนี้", "No agency's province is known, so there is no such table.")


def write_top_provinces(book: Any, sheet: Any, contents: Contents, looks: Looks, row: int) -> None:
    """The table from `row` on, the chart beside it; fewer rows where there are fewer provinces."""
    say = contents.say
    write_text(sheet, row, 0, say(_TITLE), looks(SECTION))
    if not contents.known:
        write_text(sheet, row + 1, 0, say(_NONE))
        return
    columns, first = Columns(contents), row + 2
    keys, names, left = (contents.known_provinces(c) for c in (columns.key, columns.name, columns.left))
    by_key = enumerate(contents.provinces[: contents.known], start=PROVINCES_FIRST)
    ranked = sorted(((sort_key(contents.left(p), at), p) for at, p in by_key), reverse=True)[:_MOST]
    sheet.set_row(row + 1, 36)
    write_cells(sheet, row + 1, map(say, _HEADINGS), looks(HEAD))
    own = list(map(looks, (MIDDLE | CENTER, MIDDLE, MIDDLE | NUMBER)))
    for rank, (_, province) in enumerate(ranked, start=1):
        at = first + rank - 1
        found = f"MATCH(LARGE({keys},{xl_rowcol_to_cell(at, 0, col_abs=True)}),{keys},0)"
        name = Formula(f"=INDEX({names},{found})", province.name)
        count = Formula(f"=INDEX({left},{found})", contents.left(province))
        write_cells(sheet, at, (rank, name, count), own)
    numbers = [(province.name, contents.left(province)) for _, province in ranked]
    chart, described = province_chart(book, contents, (first, first + len(ranked) - 1), (1, 2), numbers)
    sheet.insert_chart(row + 1, 3, chart, {"object_position": 2, "x_offset": 16, "description": described})

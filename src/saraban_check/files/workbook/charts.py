"""Excel's own charts, drawn from cells of the summary: they change when the cells do."""

from collections.abc import Sequence
from typing import Any

from ...model.text import Text
from ...report.render.looks import FONT
from .contents import SUMMARY, SUMMARY_FIRST, Contents
from .formats import color_of

_GROUPS = Text("จำนวนหน่วยงานแยกตามกลุ่ม", "Agencies by group")
_GROUPS_ALT = Text("แผนภูมิแท่งแสดงจำนวนหน่วยงานในแต่ละกลุ่ม", "Column chart: how many agencies each group has")
_LEFT = Text("10 จังหวัดที่มีหน่วยงานยังไม่อยู่ในกลุ่ม A มากที่สุด", "The ten provinces with most agencies not in A")
_LEFT_ALT = Text(
    "แผนภูมิแท่งแสดงจังหวัดที่มีหน่วยงานยังไม่อยู่ในกลุ่ม A มากที่สุด", "Bar chart: the provinces with most agencies not in A"
)
_TEXT = {"name": FONT, "size": 9, "color": "#404040"}
_GRID = {"visible": True, "line": {"color": "#E7E6E6", "width": 0.75}}
_WHOLE = {"min": 0, "num_format": "#,##0", "num_font": _TEXT, "line": {"none": True}, "major_gridlines": _GRID}
_NAMES = {"num_font": _TEXT, "line": {"color": "#BFBFBF"}, "major_tick_mark": "none"}


Numbers = Sequence[tuple[str, int]]
"""What a chart's cells hold, by name. It is stored with the chart, as Excel does it: where rows are written out at once
(see `document`), XlsxWriter can look nothing up."""


def group_chart(book: Any, contents: Contents, column: int, numbers: Numbers) -> tuple[Any, str]:
    """The groups, each in its colour; their counts stand in `column` of the summary. With what it shows, in words."""
    last = SUMMARY_FIRST + len(contents.outcomes) - 1
    chart = book.add_chart({"type": "column"})
    points = [{"fill": {"color": color_of(group).strong}} for group in contents.groups]
    _add(chart, contents, (SUMMARY_FIRST, last), (0, column), numbers, {"points": points, "gap": 40})
    chart.set_x_axis(_NAMES)
    chart.set_y_axis(_WHOLE)
    _finish(chart, contents.say(_GROUPS), (896, 300))
    return chart, contents.say(_GROUPS_ALT)


def province_chart(
    book: Any, contents: Contents, rows: tuple[int, int], columns: tuple[int, int], numbers: Numbers
) -> tuple[Any, str]:
    """Provinces by what is left to do, the first on top. With what it shows, in words."""
    chart = book.add_chart({"type": "bar"})
    _add(chart, contents, rows, columns, numbers, {"fill": {"color": "#C55A11"}, "gap": 40})
    chart.set_y_axis(_NAMES | {"reverse": True})
    chart.set_x_axis(_WHOLE | {"visible": False, "major_gridlines": {"visible": False}})
    _finish(chart, contents.say(_LEFT), (403, 330))
    return chart, contents.say(_LEFT_ALT)


def _add(
    chart: Any,
    contents: Contents,
    rows: tuple[int, int],
    columns: tuple[int, int],
    numbers: Numbers,
    look: dict[str, Any],
) -> None:
    """The one series of a chart: names in the first of the columns, numbers in the second."""
    sheet = contents.say(SUMMARY)
    chart.add_series(
        {
            "categories": [sheet, rows[0], columns[0], rows[1], columns[0]],
            "values": [sheet, rows[0], columns[1], rows[1], columns[1]],
            "categories_data": [name for name, _ in numbers],
            "values_data": [number for _, number in numbers],
            "data_labels": {"value": True, "num_format": "#,##0", "font": _TEXT},
            **look,
        }
    )


def _finish(chart: Any, title: str, size: tuple[int, int]) -> None:
    chart.set_title({"name": title, "name_font": {"name": FONT, "size": 12, "bold": True, "color": "#1F4E79"}})
    chart.set_legend({"none": True})
    chart.set_chartarea({"border": {"color": "#D9D9D9"}})
    chart.set_size({"width": size[0], "height": size[1]})

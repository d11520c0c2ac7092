"""Excel's own line chart of shares, drawn from the cells of their table: it changes when they do."""

from collections.abc import Callable
from typing import Any

from ...model.text import Text
from ..document import Chart
from ..escape import for_xlsx
from .chart_scale import scale_of
from .looks import FONT

CHART_ROWS = 16
"""The rows that a chart takes below its table."""
_SIZE = {"width": 760, "height": 300}
_TEXT = {"name": FONT, "size": 9, "color": "#404040"}
_GRID = {"visible": True, "line": {"color": "#E7E6E6", "width": 0.75}}
_SHARES = {"num_format": "0%", "num_font": _TEXT, "line": {"none": True}, "major_gridlines": _GRID}
_LINES = (
    ("#1F4E79", "circle", "solid"),
    ("#C55A11", "square", "dash"),
    ("#375623", "triangle", "square_dot"),
    ("#7F6000", "diamond", "long_dash"),
    ("#7030A0", "x", "dash_dot"),
    ("#404040", "star", "long_dash_dot"),
)
"""Each line has its own colour, mark and dashes: in grey print it is told from the others too."""
_MOST_LABELS = 12


def line_chart(book: Any, sheet: str, chart: Chart, first: int, say: Callable[[Text], str]) -> Any:
    """The chart of the table whose rows begin at `first`, its points in the first column."""
    made = book.add_chart({"type": "line"})
    last = first + len(chart.points) - 1
    for number in range(len(chart.series)):
        color, marker, dash = _LINES[number % len(_LINES)]
        column = number + 1
        labels = {"value": True, "num_format": "0.0%", "position": "above", "font": _TEXT}
        made.add_series(
            {
                "name": [sheet, first - 1, column],
                "categories": [sheet, first, 0, last, 0],
                "values": [sheet, first, column, last, column],
                "line": {"color": color, "width": 2.25, "dash_type": dash},
                "marker": {"type": marker, "size": 7, "border": {"color": color}, "fill": {"color": color}},
                **({"data_labels": labels} if len(chart.series) == 1 and len(chart.points) <= _MOST_LABELS else {}),
            }
        )
    scale = scale_of(chart)
    title = for_xlsx(say(chart.title)).lstrip("=")  # which XlsxWriter would take for the place of a cell
    made.set_title({"name": title, "name_font": {"name": FONT, "size": 12, "bold": True, "color": "#1F4E79"}})
    made.set_x_axis({"num_font": _TEXT, "line": {"color": "#BFBFBF"}, "major_tick_mark": "none"})
    ends = {"min": scale.low / 100, "max": scale.high / 100, "major_unit": scale.step / 100}
    made.set_y_axis(_SHARES | ends)
    made.set_legend({"none": True} if len(chart.series) == 1 else {"position": "bottom", "font": _TEXT})
    made.show_blanks_as("gap")
    made.set_chartarea({"border": {"color": "#D9D9D9"}})
    made.set_size(_SIZE)
    return made

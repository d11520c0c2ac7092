"""The colours of groups in the workbook."""

from typing import NamedTuple

from ...model.assessment import OUTSIDE, UNDETERMINED
from ...report.render.looks import Look


class Color(NamedTuple):
    """The colour of a group: behind text, and in charts."""

    pale: str
    strong: str


LETTERS = {
    "A": Color("#E2F0D9", "#70AD47"),
    "B": Color("#FFF2CC", "#F2B800"),
    "C": Color("#FCE4D6", "#ED7D31"),
    "D": Color("#DDEBF7", "#5B9BD5"),
    "E": Color("#F8CBAD", "#C00000"),
    "W": Color("#E4DFEC", "#8064A2"),
}
NO_GROUP = Color("#F4B6B6", "#7F7F7F")
_OTHER = Color("#FFFFFF", "#A6A6A6")


def color_of(group: str) -> Color:
    """The colour of a group's letter, or of having no group."""
    return NO_GROUP if group in (OUTSIDE, UNDETERMINED) else LETTERS.get(group[:1], _OTHER)


def fill(group: str) -> Look:
    """A group's colour as the look of a cell."""
    return {"bg_color": color_of(group).pale}

"""What the paper is made of: paragraphs, and tables whose cells may be parts of a bar."""

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from ...model.text import Text

Words = Text | str | int
"""Said in the language of the paper; a number is a count (`7,842`)."""


class Style(Enum):
    """What a paragraph is for; the value is the style's name in the document."""

    TITLE = "Report Title"
    DAY = "Report Day"
    HEADING = "Report Heading"
    BODY = "Report Body"
    ITEM = "Report Item"
    NOTE = "Report Note"
    CAPTION = "Report Caption"
    CELL = "Report Cell"
    GAP = "Report Gap"


class Align(Enum):
    """How a cell's text stands in it, as the format calls it."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Paragraph(NamedTuple):
    """A paragraph; `holds` keeps it on the page of what follows."""

    style: Style
    text: Words
    holds: bool = False


class Cell(NamedTuple):
    """A cell of a table: over `span` columns, filled with a colour (RRGGBB) where `fill` names one.

    `is_bar`: a part of a bar, or of the paper beside it. `is_name`: its digits are a name's, and stay.
    """

    text: Words = ""
    align: Align = Align.LEFT
    span: int = 1
    fill: str = ""
    strong: bool = False
    ink: str = ""
    is_bar: bool = False
    is_name: bool = False


class Grid(NamedTuple):
    """A table: what it holds, in words for who cannot see it; its columns' widths in mm; its first `heads` rows are
    headings, said again where it goes on on another page. `ruled` draws its lines."""

    told: Text
    widths: Sequence[float]
    rows: Sequence[Sequence[Cell]]
    heads: int = 1
    ruled: bool = True


Block = Paragraph | Grid

"""A table as it was found in a file: its header, and its rows one after the other."""

import datetime
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from ..model.record import SourceRow
from ..model.text import Text
from .columns import UnusedColumn
from .headings import Header

if TYPE_CHECKING:
    from .text_rows import TextRows


class Note(NamedTuple):
    """Something that the user should know of how the file was read; `warns`: so much so that the reports say it too."""

    text: Text
    warns: bool = False


class TextLayout(NamedTuple):
    """How a text file is written: its encoding, its separator, and how many lines stand before the first record."""

    encoding: str
    separator: str
    skip: int


class Table(NamedTuple):
    """One list of agencies. `rows` may be called again and starts anew each time.

    `header_row` is the number of the (last) header row as the spreadsheet shows it, or the line number.
    `row_count` is how many rows there are, where that is known beforehand. `layout` is that of a text file.
    `unused` are the columns that serve as no field; `has_zeros`: a cell may hold a formula that comes to 0.
    `as_of` is the day that the data are of: as the user or a title line above the header says, else None.
    `text` gives what another process reads the rows of a text file by: the same rows, or half of them.
    """

    file: str
    sheet: str | None
    header_row: int
    header: Header
    rows: Callable[[], Iterator[SourceRow]]
    row_count: int | None
    notes: tuple[Note, ...]
    layout: TextLayout | None = None
    unused: tuple[UnusedColumn, ...] = ()
    has_zeros: bool = False
    as_of: datetime.date | None = None
    text: "Callable[[], TextRows] | None" = None

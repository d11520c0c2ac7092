"""The list that was read: its columns, and the rows that are no agencies."""

from typing import Annotated, NotRequired

from typing_extensions import TypedDict

from ..model.record import RowKind
from .words import Row, one_of


class UnusedColumnJson(TypedDict):
    """A column that serves as no field."""

    heading: str
    column: str
    """As a spreadsheet calls it: A, B, … AA."""
    probably: str | None
    """The field that it may be; null with `why` `cells`: its heading names a field that its cells cannot be."""
    map: str | None
    """What `--map` would have to say to use it."""
    why: Annotated[str, one_of("rival", "words", "cells")] | None
    """`rival`: another column has that field; `words`: a word of its heading; `cells`: what it holds."""


class ReadListJson(TypedDict):
    """A list of agencies, and where in it the headings stand."""

    file: str
    sheet: str | None
    header_row: Row


class SourceJson(ReadListJson):
    """A list of agencies, and how its columns were understood."""

    columns: dict[str, str]
    """Headings by the field that they serve as."""


class CheckedSourceJson(SourceJson):
    """The same, and what is to be said of its columns and of the list as a whole."""

    columns_unused: NotRequired[list[UnusedColumnJson]]
    notes: NotRequired[list[str]]
    """What is wrong with the list as a whole, such as Thai that was lost when it was exported."""


class SetAsideJson(TypedDict):
    """A row of the list that is no agency and is not counted."""

    row: Row
    kind: Annotated[str, one_of(*RowKind)]
    text: str
    """Its first words."""

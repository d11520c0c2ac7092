"""Places in a sheet as Excel names them: `C5`, `A1:H20`. Columns count from 0, rows from 1."""

from functools import cache
from typing import NamedTuple

from ...model.lazy_pattern import lazy_pattern
from ...model.text import Text
from ...reference.column_letters import letters_of
from .markup import UnusualError

MOST_COLUMNS, MOST_ROWS = 16_384, 1_048_576
_CELL = lazy_pattern(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_BAD_REFERENCE = Text("มีตำแหน่งเซลล์ที่อ่านไม่ได้ ({found})", "it names a cell that cannot be ({found})")


class Area(NamedTuple):
    """A rectangle of cells, its last row and column included."""

    top: int
    left: int
    bottom: int
    right: int


@cache
def column_of(letters: str) -> int:
    """`A` is 0. Raises UnusualError beyond XFD, and where these are no letters."""
    number = 0
    for letter in letters[:4].upper():  # three at the most
        number = number * 26 + ord(letter) - 64 if "A" <= letter <= "Z" else MOST_COLUMNS + 1
    if not 0 < number <= MOST_COLUMNS:
        raise UnusualError(_BAD_REFERENCE.fill(found=letters[:20]))
    return number - 1


def area_of(reference: str) -> Area:
    """`C5` or `A1:H20`. Raises UnusualError where it is neither."""
    first, _, last = reference.partition(":")
    corners = [_CELL.fullmatch(corner) for corner in (first, last or first)]
    if corners[0] is None or corners[1] is None:
        raise UnusualError(_BAD_REFERENCE.fill(found=reference[:40]))
    (left, top), (right, bottom) = ((column_of(found[1]), int(found[2])) for found in corners if found)
    return Area(top, left, bottom, right)


def named(area: Area) -> str:
    return f"{letters_of(area.left)}{area.top}:{letters_of(area.right)}{area.bottom}"

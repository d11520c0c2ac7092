"""How high a row has to be. Excel would find out by itself, other viewers show what the file says."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import ceil
from typing import Any

from ..escape import cell_width
from .sheet_cells import Value

_LINE, _MARGIN, _MOST = 13.0, 4.0, 400.0
"""Points: a line, what stands above and below the lines, and the most that a row should take (Excel allows 409)."""
_UNFILLED = 3
"""Lines break between words: so many characters of a line stay blank."""


def fit(sheet: Any, row: int, values: Iterable[Value], widths: Sequence[float]) -> None:
    """Make a row as high as its texts need, wrapped in columns of these widths (in characters)."""
    lines = max(_lines(str(value), width) for value, width in zip(values, widths, strict=False))
    if lines > 1:
        sheet.set_row(row, min(_MOST, _LINE * lines + _MARGIN))


@lru_cache(maxsize=10_000)
def _lines(text: str, width: float) -> int:
    """The lines of a text; the same steps and offices come back in row after row."""
    if "\n" not in text and len(text) < width - _UNFILLED:
        return 1
    return sum(max(1, ceil(cell_width(line) / (width - _UNFILLED))) for line in text[:8000].split("\n"))

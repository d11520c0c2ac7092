"""Where each province stands on a map of equal squares, laid out like Thailand.

The abbreviations are the official ones (Office of the Royal Society). The layout is this project's own: north on
top, Isan to the right, the south as a tail, and who are neighbours in the country are near each other here.
"""

from functools import cache
from typing import NamedTuple

from .tables import rows


class Tile(NamedTuple):
    """One square: the province's abbreviation, and its row and column, counted from 1 at the top left."""

    abbreviation: str
    row: int
    column: int


@cache
def province_tiles() -> dict[str, Tile]:
    """The tiles of all 77 provinces, by number."""
    return {r["code"]: Tile(r["abbreviation"], int(r["row"]), int(r["column"])) for r in rows("province_tiles")}

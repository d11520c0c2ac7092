"""What a sheet holds besides values, in the terms of all formats: formulas without a meaning, errors, merged cells.

No reading library tells of these, so the parts of a file are looked into for them (`xlsx_facts` and its neighbours).
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from .wire import unreadable, zero_formula

Place = tuple[int, int]
"""Row and column, 0 = first."""

Cell = dict[str, Any] | str
LAST_ROW, LAST_COLUMN = 1 << 20, 1 << 14
"""What a sheet of Excel has; a place beyond is none."""


class Merged(NamedTuple):
    """A block of merged cells: first and last row, and its first column (0 = first)."""

    top: int
    bottom: int
    column: int


class SheetFacts(NamedTuple):
    """`cells` are what stands in JSON for the cells of which the reading library does not tell the truth, by their
    place: those that hold no value, and texts that it passes over."""

    cells: dict[Place, Cell]
    merged: list[Merged]


FactsOf = Callable[[str], SheetFacts]
"""The facts of a sheet, by its name."""


def no_facts(sheet: str) -> SheetFacts:
    """The facts of a file that has none."""
    return SheetFacts({}, [])


def formula_cell(formula: str | None, stored: str | float | None) -> dict[str, Any] | None:
    """A cell of a formula, by what is stored as its result; None where that is a value like any other.

    Nothing stored: the program that wrote the file never calculated it. The number 0: either it did not calculate it
    (many write that), or the formula looks at an empty cell; in a column of texts it says nothing (decisions: Lists).
    """
    if stored is None:
        return uncalculated(formula)
    return zero_formula("=" + (formula or "…")) if stored == 0 else None


def uncalculated(formula: str | None = None) -> dict[str, Any]:
    """A cell of a formula without a result."""
    return unreadable("=" + (formula or "…"))


def error_cell(text: str | None) -> dict[str, Any]:
    """A cell that holds an error, such as #REF!."""
    return unreadable(text or "#ERROR!")

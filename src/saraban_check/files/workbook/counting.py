"""Formulas that count agencies by the name of their group."""

from collections import Counter
from collections.abc import Sequence

from ...model.lazy_pattern import lazy_pattern

_LIKE_PUBLISHED = lazy_pattern(r"[A-Z][0-9]{0,2}")


def told_exactly(names: Sequence[str]) -> list[bool]:
    """For each outcome, whether its cells must be compared letter by letter, because COUNTIF would not do.

    The last two stand for having no group. COUNTIF takes `A*` for a pattern, `>5` for a comparison, `01` for a number
    and `May 5` for a day, and `a1` for `A1`. The published names are none of these; a user's own may be.
    """
    folded = Counter(name.casefold() for name in names)
    groups = len(names) - 2
    return [
        folded[name.casefold()] > 1 or (index < groups and not _LIKE_PUBLISHED.fullmatch(name))
        for index, name in enumerate(names)
    ]


def count_formula(cells: str, name: str, exactly: bool) -> str:
    """How many of the cells hold the name that stands in cell `name`."""
    return f"=SUMPRODUCT(--EXACT({cells},{name}))" if exactly else f"=COUNTIF({cells},{name})"


def count_both_formula(cells: str, name: str, exactly: bool, others: str, other: str) -> str:
    """The same, where the cell of `others` beside it holds the text in cell `other`."""
    if exactly:
        return f"=SUMPRODUCT(({others}={other})*EXACT({cells},{name}))"
    return f"=COUNTIFS({others},{other},{cells},{name})"

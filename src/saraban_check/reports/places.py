"""Where something stands in the list: the column of a field, and a column by its letters."""

from functools import cache

from ..checks.classification import Classification

_JOINT = {"notice": "notice_and_posted", "posted": "notice_and_posted"}
"""What the published table tells in one column, where a list has no column of its own for it."""


def column_of(result: Classification, field: str) -> int | None:
    """The column (0 = first) in which a field of the list stands; None where it stands in no single one."""
    columns = result.source.header.columns
    return columns.get(field, columns.get(_JOINT.get(field, "")))


@cache
def letters_of(column: int) -> str:
    """The letters of a column: 0 is `A`."""
    found, left = "", column + 1
    while left:
        left, rest = divmod(left - 1, 26)
        found = chr(65 + rest) + found
    return found

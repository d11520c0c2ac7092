"""The columns of a sheet as spreadsheets call them."""

from functools import cache


@cache
def letters_of(column: int) -> str:
    """The letters of a column: 0 is `A`, 26 is `AA`."""
    found, left = "", column + 1
    while left:
        left, rest = divmod(left - 1, 26)
        found = chr(65 + rest) + found
    return found

"""Columns and rows as lengths, so that a comment's box has the size that its text needs. All in pixels."""

from bisect import bisect_right
from collections.abc import Mapping
from itertools import accumulate
from typing import NamedTuple

from .markup import Node
from .numbers import length
from .survey import MOST_HEIGHT, Survey

_DIGIT = 7  # how wide a digit is in the usual typeface
_USUAL_WIDTH, _USUAL_HEIGHT = 9.14, 15.0
_MOST_WIDTH = 255.0
"""Excel's own limit."""


class Spot(NamedTuple):
    """A place in a sheet: which column or row (0 = first), and how far into it."""

    number: int
    offset: int


class Ruler:
    """The lengths of columns or rows one after the other; those beyond the last named one have the usual length."""

    def __init__(self, usual: int, lengths: Mapping[int, int]) -> None:
        last = max(lengths, default=-1)
        self._usual = max(1, usual)
        self._starts = [0, *accumulate(lengths.get(index, self._usual) for index in range(last + 1))]

    def start(self, index: int) -> int:
        """Where a column or row begins."""
        beyond = index - (len(self._starts) - 1)
        return self._starts[-1] + beyond * self._usual if beyond > 0 else self._starts[index]

    def spot(self, place: int) -> Spot:
        """Which column or row lies at a place."""
        if place >= self._starts[-1]:
            further, offset = divmod(place - self._starts[-1], self._usual)
            return Spot(len(self._starts) - 1 + further, offset)
        index = bisect_right(self._starts, place) - 1
        return Spot(index, place - self._starts[index])


def rows_of(survey: Survey) -> Ruler:
    """The rows, as high as they say; a hidden one has no height."""
    usual = _size(survey.root.child("sheetFormatPr"), "defaultRowHeight", _USUAL_HEIGHT, MOST_HEIGHT)
    return Ruler(_points(usual), {row - 1: _points(height) for row, height in survey.sizes.items()})


def columns_of(survey: Survey, ours: Mapping[int, float]) -> Ruler:
    """The columns, as wide as they say, and ours by their widths in characters."""
    usual = _size(survey.root.child("sheetFormatPr"), "defaultColWidth", _USUAL_WIDTH, _MOST_WIDTH)
    lengths: dict[int, int] = {}
    for node, first, last, _ in survey.columns:
        width = 0.0 if node.attributes.get("hidden") in ("1", "true") else _size(node, "width", usual, _MOST_WIDTH)
        lengths |= dict.fromkeys(range(len(lengths), first - 1), int(usual * _DIGIT))
        lengths |= dict.fromkeys(range(len(lengths), last), int(width * _DIGIT))
    return Ruler(int(usual * _DIGIT), lengths | {column: int(width * _DIGIT) for column, width in ours.items()})


def _size(node: Node | None, name: str, usual: float, most: float) -> float:
    return length(node.attributes[name], most) if node and name in node.attributes else usual


def _points(height: float) -> int:
    return int(height * 4 / 3)

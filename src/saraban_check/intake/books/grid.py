"""Cells placed in a sheet one after the other, with their spans, within the limits: what mark-up becomes."""

from typing import NamedTuple

from ..limits import Limits, too_much

Value = str | float | bool | None
Area = tuple[tuple[int, int], tuple[int, int]]
_NEVER = 1 << 60


class FoundSheet(NamedTuple):
    """A sheet: its rows from row 1 on, the areas of its merged cells (first and last row and column, 0 = first), and
    each formula by its place, whether a value is stored for it or not."""

    name: str
    rows: list[list[Value]]
    merged: list[Area]
    visible: bool = True
    formulas: dict[tuple[int, int], str] = {}  # noqa: RUF012  (never changed; a NamedTuple default)


class Grid:
    """Rows that grow. What is not filled costs nothing, however far it reaches.

    Raises InputError where there are more rows, or a value stands further to the right, than the limits allow.
    """

    def __init__(self, file: str, limits: Limits) -> None:
        self.rows: list[list[Value]] = []
        self._file, self._limits = file, limits
        self._areas: list[list[int]] = []
        self._hanging: dict[int, tuple[int, int | None]] = {}  # column: the last row of the cell above, its area
        self._first_end = _NEVER  # the last row of the hanging cell that ends first
        self._next = 0

    def start_row(self, number: int | None = None) -> None:
        """The next row, or the one with a number (1 = first) below it."""
        wanted = len(self.rows) + 1 if number is None else number
        if wanted > self._limits.rows + self._limits.header_rows:
            raise too_much(self._file, "rows", f"> {self._limits.rows:,}", self._limits.rows)
        self.rows.extend([] for _ in range(len(self.rows), wanted))
        self._next = 0
        if self._first_end < wanted - 1:
            self._hanging = {column: at for column, at in self._hanging.items() if at[0] >= wanted - 1}
            self._first_end = min((at[0] for at in self._hanging.values()), default=_NEVER)

    def put(self, value: Value, across: int = 1, down: int = 1, column: int | None = None) -> tuple[int, int]:
        """A cell in the next free column of the row, or in the one that is given (0 = first); its place."""
        at = self._next if column is None else column
        while column is None and at in self._hanging:
            at += 1
        row, most = len(self.rows) - 1, self._limits.columns
        self._next = at + across
        area = None
        if value not in (None, ""):
            if at >= most:
                raise too_much(self._file, "columns", f"{at + 1:,}", most)
            self.rows[-1].extend([None] * (at + 1 - len(self.rows[-1])))
            self.rows[-1][at] = value
            if across > 1 or down > 1:
                area = len(self._areas)
                self._areas.append([row, at, row + down - 1, at + across - 1])
        if down > 1 and column is None:
            self._first_end = min(self._first_end, row + down - 1)
            for covered in range(at, min(at + across, most)):
                self._hanging[covered] = (row + down - 1, area)
        return row, at

    def end_group(self) -> None:
        """No cell reaches further down than this row."""
        for _, area in self._hanging.values():
            if area is not None:
                self._areas[area][2] = min(self._areas[area][2], len(self.rows) - 1)
        self._hanging.clear()

    def merged(self) -> list[Area]:
        """The merged areas, as far down as there are rows."""
        last = len(self.rows) - 1
        return [((top, left), (min(bottom, last), right)) for top, left, bottom, right in self._areas]

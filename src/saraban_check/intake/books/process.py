"""The helper process that reads workbooks: `python -m saraban_check.intake.books.process MEMORY_MB`.

A workbook comes from anywhere, and what reads it is written in Rust and C: what it aborts, hangs or fills with memory
is this process. Each request is a line of JSON, each answer one or more:

    {"do": "open", "path", "careful", "encoding", "limits"}   {"sheets": [[name, visible], …], "slow"}, {"end": true}
    {"do": "top", "sheet", "top", "first"}                    {"rows": [[cell, …], …]}, {"end": true}
    {"do": "rows", "sheet", "first"}                          {"rows", "zeros"}, {"rows"} …, {"end": true}

Behind the rows of an answer stand `blank` more that are blank, where it says so. Where something is wrong the last
answer before the end is {"problem": key, …}. Each request also says how many `seconds` it may take.
"""

import sys
from collections.abc import Iterator
from itertools import islice
from operator import length_hint
from typing import Any

from ...model.errors import SarabanError
from ..serving import serve
from .facts import Merged, SheetFacts, no_facts
from .opening import OpenBook, open_book
from .package import ProblemError
from .readers import Sheet
from .wire import encode, is_zero_formula

_BLOCK = 500
Sizes = dict[str, int]
"""Limits by name (see `intake.limits`)."""
Answer = dict[str, Any]


class Books:
    """The workbook that is open."""

    def __init__(self) -> None:
        self._book, self._limits = OpenBook([], no_facts), Sizes()

    def answers(self, request: Answer) -> Iterator[Answer]:
        """The answers to one request."""
        try:
            match request["do"]:
                case "open":
                    self._book, self._limits = OpenBook([], no_facts), request["limits"]  # the one before is let go
                    path, encoding = request["path"], request["encoding"]
                    self._book = open_book(path, self._limits, encoding, careful=request["careful"])
                    sheets = [[sheet.name, sheet.visible] for sheet in self._book.sheets]
                    yield {"sheets": sheets, "slow": self._book.is_slow}
                case "top":
                    top = islice(self._rows(request), request["top"])
                    yield from _in_blocks(_checked(top, self._limits, request["first"]))
                case "rows":
                    yield from self._blocks(request)
        except ProblemError as problem:
            yield problem.answer
        except SarabanError as error:
            yield {"problem": "said", "th": error.say("th"), "en": error.say("en")}
        except MemoryError:
            yield {"problem": "memory"}
        except Exception as error:  # a fault of ours, which must not pass for one of the file
            yield {"problem": "internal", "reason": f"{type(error).__name__}: {error}"}
        yield {"end": True}

    def _rows(self, request: Answer) -> Iterator[list[Any]]:
        return map(_trimmed, self._sheet(request).rows())

    def _sheet(self, request: Answer) -> Sheet:
        name = request["sheet"]
        found = next((sheet for sheet in self._book.sheets if sheet.name == name), None)
        if found is None:  # the fast reader knew of it, and the careful one does not
            raise ProblemError("damaged", reason=name)
        return found

    def _blocks(self, request: Answer) -> Iterator[Answer]:
        sheet = self._sheet(request)
        facts = self._book.facts(sheet.name)
        merged = [*facts.merged, *(Merged(top, bottom, left) for (top, left), (bottom, _) in sheet.merged())]
        first = request["first"]
        rows = _checked(_with_facts(self._rows(request), facts, merged, first), self._limits, first)
        yield {"rows": [], "zeros": any(is_zero_formula(cell) for cell in facts.cells.values())}
        yield from _in_blocks(rows)


def _in_blocks(rows: Iterator[tuple[int, list[Any]]]) -> Iterator[Answer]:
    """The rows in answers of some hundred; of many blank ones above a row only their number, behind the block."""
    block: list[list[Any]] = []
    for blank, row in rows:
        if blank > _BLOCK:
            yield {"rows": block, "blank": blank}
            block = []
        else:
            block.extend([] for _ in range(blank))
        block.append(row)
        if len(block) >= _BLOCK:
            yield {"rows": block}
            block = []
    yield {"rows": block}


def _trimmed(row: list[Any]) -> list[Any]:
    """A row without the blank cells at its end."""
    while row and row[-1] in ("", None):
        row.pop()
    return row


def _with_facts(rows: Iterator[list[Any]], facts: SheetFacts, merged: list[Merged], first: int) -> Iterator[list[Any]]:
    """The rows, with what stands in cells that hold no value, and with merged cells filled.

    A cell merged over several rows holds its value for each of them (a province beside its agencies), from the row
    `first` on: above it stand titles.
    """
    if not facts.cells and not merged:
        return rows
    by_row: dict[int, dict[int, Any]] = {}
    for (row, column), cell in facts.cells.items():
        by_row.setdefault(row, {})[column] = cell
    starting: dict[int, list[Merged]] = {}
    for block in merged:
        if block.top >= first and block.bottom > block.top:
            starting.setdefault(block.top, []).append(block)
    return _filled(rows, by_row, starting)


def _filled(
    rows: Iterator[list[Any]], by_row: dict[int, dict[int, Any]], starting: dict[int, list[Merged]]
) -> Iterator[list[Any]]:
    last = max(by_row, default=-1)
    open_blocks: dict[int, tuple[int, Any]] = {}
    number = 0
    while (row := next(rows, None)) is not None or number <= last:
        row = row or []
        for column, cell in by_row.get(number, {}).items():
            _put(row, column, cell)
        for column, (bottom, value) in list(open_blocks.items()):
            if row and number <= bottom and (column >= len(row) or row[column] in ("", None)):
                _put(row, column, value)  # a row that holds nothing else is no agency
            if number >= bottom:
                del open_blocks[column]
        for block in starting.get(number, ()):
            if block.column < len(row) and row[block.column] not in ("", None):
                open_blocks[block.column] = (block.bottom, row[block.column])
        yield row
        number += 1


def _put(row: list[Any], column: int, cell: Any) -> None:
    if column >= len(row):
        row.extend([None] * (column + 1 - len(row)))
    row[column] = cell


def _checked(rows: Iterator[list[Any]], limits: Sizes, first: int) -> Iterator[tuple[int, list[Any]]]:
    """Each row that is not blank, and how many blank ones stand above it.

    A row too many from `first` on, or a text that no cell can hold, is a problem.
    """
    most, longest, blank = limits["rows"] + first, limits["cell"], 0
    for number, row in enumerate(rows, start=1):
        if not row:
            blank += 1
            continue
        if number > most:
            last = max((below for below, other in enumerate(rows, start=number + 1) if other), default=number)
            raise ProblemError("too-much", limit="rows", found=f"{last - first:,}")
        if (
            max(map(length_hint, row)) > longest
        ):  # no text of a usual row: a call for each would cost as much as reading
            length = max(len(cell) for cell in row if isinstance(cell, str))
            raise ProblemError("too-much", limit="cell", found=f"{length:,}", row=number)
        yield blank, row
        blank = 0


if __name__ == "__main__":
    serve(Books().answers, int(sys.argv[1]), encode)

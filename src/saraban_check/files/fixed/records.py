"""Where the records of a text file stand, and the fields within one."""

import csv
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from io import StringIO
from typing import NamedTuple

_MOST = 1 << 30


class Record(NamedTuple):
    """The line on which it starts (1 = first), its text with the line's end, and its cells (none: a blank line)."""

    line: int
    text: str
    cells: list[str]


def records(text: str, separator: str, skip: int) -> Iterator[Record]:
    """All records in order, blank lines too: their texts together are the text below the first `skip` lines.

    The list was read before, with the same rules; so this does not raise.
    """
    lines = StringIO(text, newline="")
    for _ in range(skip):
        lines.readline()
    taken: list[str] = []

    def keeping() -> Iterator[str]:
        for line in lines:
            taken.append(line)
            yield line

    with _any_length():
        number = skip + 1
        for cells in csv.reader(keeping(), delimiter=separator, strict=True):
            yield Record(number, "".join(taken), cells)
            number += len(taken)
            taken.clear()


@contextmanager
def _any_length() -> Iterator[None]:
    """The limit on a field is the whole process's, and was heeded when the list was read."""
    before = csv.field_size_limit(_MOST)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def with_cells(record: Record, separator: str, changed: dict[int, str]) -> str:
    """The record's text with other texts in some cells (0 = first), in quotation marks where they were or must be."""
    pieces: list[str] = []
    at = 0
    for index, (start, end) in enumerate(_fields(record.text, separator)):
        if index in changed:
            pieces += (record.text[at:start], _spelled(changed[index], separator, record.text[start:end]))
            at = end
    return "".join((*pieces, record.text[at:]))


def _fields(text: str, separator: str) -> Iterator[tuple[int, int]]:
    """Where each field begins and ends, its quotation marks included."""
    field, at = _field(separator), 0
    while True:
        found = field.match(text, at)
        assert found is not None, "an empty field matches everywhere"
        yield found.span()
        if not text.startswith(separator, found.end()):
            return
        at = found.end() + len(separator)


@cache
def _field(separator: str) -> re.Pattern[str]:
    return re.compile(rf'"(?:[^"]|"")*"|[^{re.escape(separator)}\r\n]*')


def _spelled(value: str, separator: str, before: str) -> str:
    if before.startswith('"') or any(char in value for char in (separator, '"', "\r", "\n")):
        return '"' + value.replace('"', '""') + '"'
    return value

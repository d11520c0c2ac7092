"""CSV and its relatives: encoding, separator, header, and rows, streamed."""

import re
from functools import cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from ..model.errors import InputError
from ..model.lazy_pattern import lazy_pattern
from ..model.record import SourceRow
from ..model.text import Text
from .encoding import find_encoding
from .headings import find_header
from .limits import Limits, too_much
from .lost_thai_notes import require_legible_header
from .neutralised import holds_any
from .options import ListOptions
from .table import Note, Table, TextLayout
from .text_rows import TextRows, open_text
from .title_days import told_day

_SEPARATORS = (",", ";", "\t", "|")
_SEP_LINE = lazy_pattern(r"\"?sep=(.)\"?\r?\n?", re.IGNORECASE)

_ENCODING = Text("การเข้ารหัส {encoding}", "encoding {encoding}")
_SEPARATOR = Text("ตัวคั่น {separator}", "separator {separator}")


def _declared_separator(path: Path, encoding: str) -> str | None:
    """The separator of a first line `sep=;`, which Excel writes and reads."""
    with open_text(path, encoding) as file:
        found = _SEP_LINE.fullmatch(file.readline(16))
    return found[1] if found else None


class _Look(NamedTuple):
    """The first rows under a separator, and why there are no more of them: a fault, and the line it stands in."""

    separator: str
    rows: list[SourceRow]
    failure: InputError | None

    def score(self, options: ListOptions) -> tuple[int, int, bool]:
        """How many fields the header names, how many columns there are, and whether nothing is wrong."""
        header = find_header([row.cells for row in self.rows], options.mapping, options.needs)
        columns = max((len(row.cells) for row in self.rows), default=0)
        return len(header.columns) if header else 0, columns, self.failure is None


def _look(path: Path, encoding: str, separator: str, skip: int, limits: Limits) -> _Look:
    rows: list[SourceRow] = []
    top = limits._replace(rows=limits.header_rows)  # how many there may be is a question of the whole table
    try:
        rows.extend(islice(TextRows(path, encoding, separator, skip, top).rows(), limits.header_rows))
    except InputError as error:
        return _Look(separator, rows, error)
    return _Look(separator, rows, None)


def _best_look(path: Path, encoding: str, skip: int, options: ListOptions) -> _Look:
    """The separator under which the header names most fields; where none names any, that of most columns.

    Under a wrong separator quotes stand at odd places and cells are as long as lines. That is no fault of the file's:
    only the separator under which it makes most sense may accuse it.
    """
    looks = [_look(path, encoding, separator, skip, options.limits) for separator in _SEPARATORS]
    best = max(looks, key=lambda look: look.score(options))
    fields, columns, _ = best.score(options)
    if fields and columns > 1:
        return best
    for look in looks:  # a header that is itself damaged tells by its words which separator is meant
        if look.failure is not None and not look.rows:
            with open_text(path, encoding) as file:
                names = file.readline(options.limits.cell).replace('"', "").split(look.separator)
            header = find_header([names], options.mapping, options.needs)
            if header is not None and len(header.columns) > fields:
                return look
    return best


def open_text_table(path: Path, options: ListOptions) -> Table:
    """A CSV file as a table. Raises InputError where it is none."""
    encoding = find_encoding(path, options.encoding)
    separator = _declared_separator(path, encoding)
    skip = 1 if separator else 0
    if separator:
        look = _look(path, encoding, separator, skip, options.limits)
    else:
        look = _best_look(path, encoding, skip, options)
        separator = look.separator
    if look.failure is not None:
        raise look.failure
    looked_at = look.rows
    header = require_legible_header(looked_at, options, path.name)
    if len(header.names) > options.limits.columns:
        raise too_much(path.name, "columns", f"{len(header.names):,}", options.limits.columns)
    line = looked_at[header.last].number
    shown = {"\t": "tab"}.get(separator, separator)
    told = told_day([row.cells for row in looked_at[: header.first]], options.as_of)
    notes = (
        Note(Text(_ENCODING.th.format(encoding=encoding), _ENCODING.en.format(encoding=encoding))),
        Note(Text(_SEPARATOR.th.format(separator=shown), _SEPARATOR.en.format(separator=shown))),
        *told.notes,
    )

    @cache  # the file is looked through once, however often it is read
    def text() -> TextRows:
        under = line, len(header.names)
        return TextRows(path, encoding, separator, skip, options.limits, under, holds_any(path, encoding))

    layout = TextLayout(encoding, separator, skip)
    return Table(path.name, None, line, header, lambda: text().rows(), None, notes, layout, as_of=told.day, text=text)

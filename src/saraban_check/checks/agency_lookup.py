"""Which rows of a list are the agencies that a query means; where there is none, which come near."""

from collections.abc import Iterable
from heapq import nlargest
from pathlib import Path
from typing import NamedTuple

from ..intake.options import ListOptions
from ..intake.records import RecordReader
from ..intake.set_aside import RowsSetAside
from ..intake.source import open_table
from ..model.record import AgencyRecord, SetAside
from .agency_query import MOST_READ, AgencyQuery, bare_name, fold, searched
from .no_agencies import no_agencies

MOST = 20
"""Agencies that are listed to choose from: whoever finds more adds a word."""

_MOST_NEAR = 5
_MOST_ASIDE = 5
_ALIKE = 0.6
"""Of a name's letters so many must be the same, else it is not offered."""
_ALIKE_CODES = 0.85
"""Of a code's digits all but one: most codes have half of them in common."""
_FOR_A_WORD = 0.25
"""What each word that does fit counts beside the likeness of the one that does not."""


class AgencyLookup(NamedTuple):
    """What was found in a file: the agencies' rows (the first MOST of `total`), those that come near where there is
    none, and the rows that fit, but are no agencies."""

    file: str
    rows: tuple[int, ...]
    total: int
    near: tuple[AgencyRecord, ...] = ()
    aside: tuple[SetAside, ...] = ()


class _First:
    """The first agencies that fit, those of the very name before all others, and how many fit."""

    def __init__(self) -> None:
        self.total = 0
        self._named: list[int] = []
        self._others: list[int] = []

    def add(self, record: AgencyRecord, *, is_named: bool) -> None:
        self.total += 1
        into = self._named if is_named else self._others
        if len(into) < MOST:
            into.append(record.row)

    @property
    def rows(self) -> tuple[int, ...]:
        return tuple([*self._named, *self._others][:MOST])


def look_up_agencies(path: Path, reading: ListOptions, query: AgencyQuery) -> AgencyLookup:
    """The agencies of a list that a query means. An agency of a code is the one whose own it is, if there is one.

    Raises InputError where the file cannot be used, RequestError where an option does not fit it.
    """
    source = open_table(path, reading)
    reader, by_code, by_words = RecordReader(source.header), _First(), _First()
    aside: list[SetAside] = []
    count = set_aside = 0
    for row in source.rows():
        record = reader.read(row)
        if isinstance(record, SetAside):
            set_aside += 1
            if len(aside) < _MOST_ASIDE and query.is_in(record):
                aside.append(record)
            continue
        count += 1
        if query.code is not None and record.code == query.code:
            by_code.add(record, is_named=True)
        elif query.means(record):
            by_words.add(record, is_named=query.names(record))
    if not count:
        raise no_agencies(source.file, source.header_row, set_aside)
    found = by_code if by_code.total else by_words
    near: tuple[AgencyRecord, ...] = ()
    if not found.total and not aside:
        near = nearest_agencies(reader.agencies(source.rows(), RowsSetAside(whole=False)), query)
    return AgencyLookup(source.file, found.rows, found.total, near, tuple(aside))


def nearest_agencies(records: Iterable[AgencyRecord], query: AgencyQuery) -> tuple[AgencyRecord, ...]:
    """The few agencies whose name, code or address is most like a word of the query, the most like first."""
    from rapidfuzz.distance.OSA import normalized_similarity

    asked = [word.text for word in query.words if word.text]

    def likeness(record: AgencyRecord) -> float:
        known = [one for one in (bare_name(record), record.code, fold(record.address[:MOST_READ])) if one]
        alike = ((word, normalized_similarity(word, one)) for word in asked for one in known)
        enough = [score for word, score in alike if score >= (_ALIKE_CODES if word.isdigit() else _ALIKE)]
        if not enough:
            return 0.0
        text = searched(record)
        return max(enough) + _FOR_A_WORD * sum(word.is_said_by(record, text) for word in query.words)

    scored = ((likeness(record), -record.row, record) for record in records)
    return tuple(record for *_, record in nlargest(_MOST_NEAR, (one for one in scored if one[0]), key=lambda s: s[:2]))

"""A row of the file becomes an agency's record."""

import re
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any

from ..model.record import (
    AgencyRecord,
    Facts,
    Kind,
    Problem,
    ProblemKind,
    Province,
    SetAside,
    SourceRow,
    UnreadableCell,
    ZeroFormula,
)
from ..reference.kinds import dla_type_digits, find_kind, kind_of_name
from ..reference.places import dla_province_codes, find_province
from ..reference.plain_names import plain_beginning
from ..reference.row_words import may_be_line
from ..reference.words import words
from .cells import as_text, is_cell_error, read_code
from .headings import Header
from .remembered import Remembered
from .set_aside import RowSorter, RowsSetAside
from .statuses import StatusReader

_UNTRUSTED = Facts(upgraded=None)


_TEXT_FIELDS = ("code", "name", "kind", "amphoe", "province", "website", "address", "issued")


def _is_none(text: str) -> bool:
    """Whether a kind or province cell says nothing, or nothing more than that it is an อปท."""
    return words("none").whole(text.strip()) or words("kind_by_name").whole(text.strip())


def _read_kind(text: str) -> Kind | None:
    """The kind that a cell names, None where it says nothing. Raises LookupError where it is not understood."""
    kind = find_kind(text)
    if kind is None and not _is_none(text):
        raise LookupError(text)
    return kind


def _read_province(text: str) -> Province | None:
    """The province that a cell names, None where it says nothing. Raises LookupError where it is not understood."""
    province = find_province(text)
    if province is None and not _is_none(text):
        raise LookupError(text)
    return province


_ONLY_TEXTS = {str}
_DIGITS = 8


class RecordReader:
    """Reads records from the rows under one header.

    It is asked once a row, a million times, so the frequent case is written out straight: a row of which nothing is to
    be said. Whatever does not show at once that it is one is read with care, which gives the same for any row.
    """

    def __init__(self, header: Header, *, only_texts: bool = False) -> None:
        """`only_texts`: no cell is anything else, as in a text file, so that none is looked at for that."""
        self.header = header
        self.only_texts = only_texts
        self._headings = header.names
        self._columns = header.columns
        self._look, self._suspect = RowSorter(header).look, may_be_line
        self.statuses = StatusReader(header.columns, header.names)
        blank = len(header.names)  # each row is given one blank cell more: a missing column reads that
        self._take = itemgetter(*(header.columns.get(field, blank) for field in _TEXT_FIELDS))
        self.kinds, self.provinces = Remembered(_read_kind), Remembered(_read_province)
        self._beginning, self._kind_of_beginning = plain_beginning()
        self._is_numbered = 0 in (header.columns.get("code"), header.columns.get("number"))
        self._dla_provinces = dla_province_codes()
        types = "".join(digits[1] for digits in dla_type_digits())
        self._plain_code = re.compile(rf"0?[{types}][0-9]{{6}}").fullmatch

    def read(self, row: SourceRow) -> AgencyRecord | SetAside:
        """The record of one row, or what the row is, if it is no agency's (decisions: Lists).

        Whatever stands in its cells, this does not raise.
        """
        number, cells, damage = row
        if damage is not None:
            return self._read_damaged(number, cells, damage)
        try:
            record = self.read_at_once(number, cells)
        except LookupError:
            record = None  # a cell that is not understood
        return self.read_with_care(number, cells) if record is None else record

    def read_at_once(self, number: int, cells: Sequence[Any]) -> AgencyRecord | None:
        """The record of a row of which nothing is to be said; None where that does not show at once.

        Raises LookupError where a cell is not understood, or is missing. `checks/passing.py` asks the same of a row of
        which it wants no record: what is changed here may have to be changed there.
        """
        if (texts := self.texts_of(cells)) is None:
            return None
        code_text, name, kind_text, amphoe, province_text, website, address, issued = self._take(texts)
        if "#" in name or "#" in amphoe or "#" in website or "#" in address or "#" in issued:
            return None  # it may be a cell's error
        kind, province = self.kinds[kind_text], self.provinces[province_text]
        if (beginning := self._beginning(name)) is None:
            kind = kind or kind_of_name(name)
            if self._suspect(name):
                return None
        elif kind is None:
            kind = self._kind_of_beginning[beginning[0]]
        if self._plain_code(code_text):
            code: str | None = code_text if len(code_text) == _DIGITS else "0" + code_text
        else:
            code, understood = read_code(code_text)
            if not understood:
                return None
        if code is None:
            if "@" not in address:
                return None  # it may be no agency's
        elif code[2:4] not in self._dla_provinces or (province is not None and code[2:4] != province.code):
            return None
        if kind is None and (code is None or name or not (self._is_numbered and texts[0].isdecimal())):
            return None  # the same
        facts, problems = self.statuses.read(self.statuses.cells_of(texts))
        return tuple.__new__(
            AgencyRecord, (number, code, name, kind, amphoe, province, website, address, issued, facts, problems, cells)
        )

    def texts_of(self, cells: Sequence[Any]) -> list[str] | None:
        """The cells of a row as texts, and a blank one more; None where one of them cannot be read."""
        if not self.only_texts and (types := {*map(type, cells)}) != _ONLY_TEXTS:
            if UnreadableCell in types or ZeroFormula in types:
                return None
            cells = [cell if type(cell) is str else as_text(cell) for cell in cells]
        return [*cells, ""]

    def agencies(self, rows: Iterable[SourceRow], aside: RowsSetAside) -> Iterator[AgencyRecord]:
        """The records of the agencies among rows; the others go to `aside`."""
        for row in rows:
            record = self.read(row)
            if isinstance(record, AgencyRecord):
                yield record
            else:
                aside.add(record)

    def read_with_care(self, number: int, cells: Sequence[Any]) -> AgencyRecord | SetAside:
        """The same for any row: cells of all types, values not seen before, things that do not fit."""
        raw = dict(zip(_TEXT_FIELDS, self._take([*cells, ""]), strict=True))
        texts = {field: as_text(value) for field, value in raw.items()}
        kind = find_kind(texts["kind"]) or kind_of_name(texts["name"])
        code, understood = read_code(texts["code"])
        is_agency = (
            kind is not None and (code is not None or "@" in texts["address"]) and not self._suspect(texts["name"])
        )
        look = None if is_agency else self._look(cells, kind)
        if look is not None and look.is_certain:
            return SetAside(number, look.kind, look.text, cells)
        facts, problems = self.statuses.read_with_care(self.statuses.cells_of([*cells, ""]))
        for field, value in raw.items():
            if isinstance(value, UnreadableCell) or is_cell_error(texts[field]):
                problems = (*problems, self._problem(ProblemKind.UNREADABLE, field, texts[field]))
                texts[field] = UnreadableCell(texts[field]) if field in ("address", "issued") else ""
        if not understood and texts["code"]:
            problems = (*problems, self._problem(ProblemKind.NOT_UNDERSTOOD, "code", texts["code"].strip()))
        province = find_province(texts["province"])
        if province is None and not _is_none(texts["province"]):
            problems = (*problems, self._problem(ProblemKind.NOT_UNDERSTOOD, "province", texts["province"].strip()))
        if find_kind(texts["kind"]) is None and not _is_none(texts["kind"]):
            problems = (*problems, self._problem(ProblemKind.NOT_UNDERSTOOD, "kind", texts["kind"].strip()))
        if code is not None and province is not None and province.code != code[2:4]:
            expected = f"{province.name.th} ({province.code})"
            problems = (*problems, Problem(ProblemKind.CODE_OUTSIDE_PROVINCE, "code", "", code, expected))
        if look is not None:
            seems = Problem(ProblemKind.PERHAPS_NO_AGENCY, "row", found=look.text, expected=look.kind.value)
            problems = (*problems, seems)
        return AgencyRecord(
            number,
            code,
            texts["name"],
            kind,
            texts["amphoe"],
            province,
            texts["website"],
            texts["address"],
            texts["issued"],
            facts,
            problems,
            cells,
        )

    def _problem(self, kind: ProblemKind, field: str, found: str) -> Problem:
        return Problem(kind, field, self._headings[self._columns[field]], found)

    def _read_damaged(self, number: int, cells: Sequence[Any], damage: Problem) -> AgencyRecord | SetAside:
        """A row whose values may stand in the wrong columns: kept and shown, but nothing is read from it."""
        found = self._look(cells, None, is_damaged=True)
        if found is not None and found.is_certain:
            return SetAside(number, found.kind, found.text, cells)
        at = self._columns.get("name", len(cells))
        name = as_text(cells[at]) if at < len(cells) else ""
        return AgencyRecord(
            row=number, name=name, address=UnreadableCell(""), facts=_UNTRUSTED, problems=(damage,), cells=cells
        )

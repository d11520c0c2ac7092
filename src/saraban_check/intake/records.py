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
)
from ..reference.kinds import dla_type_digits, find_kind, kind_of_name
from ..reference.places import dla_province_codes, find_province
from ..reference.row_words import may_be_line
from ..reference.words import words
from .cells import as_text, is_cell_error, read_code
from .headings import Header
from .set_aside import RowSorter, RowsSetAside
from .statuses import StatusReader

_UNTRUSTED = Facts(upgraded=None)


_TEXT_FIELDS = ("code", "name", "kind", "amphoe", "province", "website", "address", "issued")


def _is_none(text: str) -> bool:
    """Whether a kind or province cell says nothing, or nothing more than that it is an อปท."""
    return words("none").whole(text.strip()) or words("kind_by_name").whole(text.strip())


class RecordReader:
    """Reads records from the rows under one header.

    It is asked once a row, a million times, so the frequent case is written out straight.
    """

    def __init__(self, header: Header) -> None:
        self.header = header
        self._headings = header.names
        self._columns = header.columns
        self._look, self._suspect = RowSorter(header).look, may_be_line
        self._read_statuses = StatusReader(header.columns, header.names).read
        blank = len(header.names)  # each row is given one blank cell more: a missing column reads that
        self._take = itemgetter(*(header.columns.get(field, blank) for field in _TEXT_FIELDS))
        self._kinds: dict[str, Kind | None] = {}
        self._provinces: dict[str, Province | None] = {}
        types, provinces = "|".join(dla_type_digits()), "|".join(dla_province_codes())
        self._plain_code = re.compile(rf"(?:{types})(?:{provinces})[0-9]{{4}}").fullmatch

    def read(self, row: SourceRow) -> AgencyRecord | SetAside:
        """The record of one row, or what the row is, if it is no agency's (decisions: Lists).

        Whatever stands in its cells, this does not raise.
        """
        number, cells, damage = row
        if damage is not None:
            found = self._look(cells, None, is_damaged=True)
            if found is not None and found.is_certain:
                return SetAside(number, found.kind, found.text, cells)
            return self._untrusted(number, cells, damage)
        texts = [*cells, ""]
        try:
            facts, problems = self._read_statuses(texts)
            code, name, kind_text, amphoe, province_text, website, address, issued = self._take(texts)
            kind = self._kinds[kind_text] if kind_text else kind_of_name(name) if name else None
            province = self._provinces[province_text]
            "".join((name, amphoe, website, issued))  # a TypeError, should one of them be a number or a date
            fits = province is None or province.code == code[2:4]
            named = kind is not None or not self._suspect(name)
            if code and fits and named and self._plain_code(code) and address[0] not in "#=":
                return AgencyRecord(
                    number, code, name, kind, amphoe, province, website, address, issued, facts, problems, cells
                )
        except (KeyError, TypeError, IndexError, AttributeError):
            pass  # a value seen for the first time, a cell that is no text, a blank address: read it with care
        return self._read_with_care(number, cells)

    def agencies(self, rows: Iterable[SourceRow], aside: RowsSetAside) -> Iterator[AgencyRecord]:
        """The records of the agencies among rows; the others go to `aside`."""
        for row in rows:
            record = self.read(row)
            if isinstance(record, AgencyRecord):
                yield record
            else:
                aside.add(record)

    def _read_with_care(self, number: int, cells: Sequence[Any]) -> AgencyRecord | SetAside:
        """The same for any row: cells of all types, values not seen before, things that do not fit."""
        raw = dict(zip(_TEXT_FIELDS, self._take([*cells, ""]), strict=True))
        texts = {field: as_text(value) for field, value in raw.items()}
        kind = self._kind(texts["kind"], texts["name"])
        code, understood = read_code(texts["code"])
        is_agency = (
            kind is not None and (code is not None or "@" in texts["address"]) and not self._suspect(texts["name"])
        )
        look = None if is_agency else self._look(cells, kind)
        if look is not None and look.is_certain:
            return SetAside(number, look.kind, look.text, cells)
        facts, problems = self._read_statuses([*cells, ""])
        for field, value in raw.items():
            if isinstance(value, UnreadableCell) or is_cell_error(texts[field]):
                problems = (*problems, self._problem(ProblemKind.UNREADABLE, field, texts[field]))
                texts[field] = UnreadableCell(texts[field]) if field in ("address", "issued") else ""
        if not understood and texts["code"]:
            problems = (*problems, self._problem(ProblemKind.NOT_UNDERSTOOD, "code", texts["code"].strip()))
        province = self._province(texts["province"])
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

    def _kind(self, text: str, name: str) -> Kind | None:
        kind = find_kind(text)
        if kind is not None:
            self._kinds[text] = kind
            return kind
        return kind_of_name(name)

    def _province(self, text: str) -> Province | None:
        found = find_province(text)
        if found is not None or _is_none(text):
            self._provinces[text] = found
        return found

    def _problem(self, kind: ProblemKind, field: str, found: str) -> Problem:
        return Problem(kind, field, self._headings[self._columns[field]], found)

    def _untrusted(self, number: int, cells: Sequence[Any], damage: Problem) -> AgencyRecord:
        """A row whose values may stand in the wrong columns: kept and shown, but nothing is read from it."""
        at = self._columns.get("name", len(cells))
        name = as_text(cells[at]) if at < len(cells) else ""
        return AgencyRecord(
            row=number, name=name, address=UnreadableCell(""), facts=_UNTRUSTED, problems=(damage,), cells=cells
        )

"""Rows of a table become a registry: DLA's own file, with one row for each tambon, or any other with code and name."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from ..address.codes import province_of
from ..intake.cells import as_text, read_code
from ..intake.headings import Header
from ..intake.records import RecordReader
from ..model.record import Kind, Province, SetAside, SourceRow
from ..model.registry import RegistryEntry
from ..model.text import Text
from ..reference.kinds import find_kind, kind_of_name, without_prefix
from ..reference.places import find_province
from ..reference.row_words import NAMES
from ..reference.words import words
from .registry import Head, Registry, kind_of_code, line_of

NEEDS = ("code", "name")
"""The columns that there must be; kind and province can be told by the code."""

_FIELDS = ("code", "name", "kind", "amphoe", "province", "website")
_NO_CODE = Text("ไม่มีรหัส อปท. ที่อ่านได้", "no code that can be read")
_NO_NAME = Text("ไม่มีชื่อ", "no name")
_BAD_KIND = Text("ไม่รู้จักประเภทนี้", "no such kind of agency")
_BAD_PROVINCE = Text("ไม่รู้จักจังหวัดนี้", "no such province")
_OTHER_PROVINCE = Text("รหัสเป็นของจังหวัดอื่น", "the code is another province's")
_OTHER_AGENCY = Text("รหัสนี้เป็นของหน่วยงานอื่นในแถวก่อนหน้า", "an earlier row gives this code to another agency")
_NO_AGENCY = Text("ไม่ใช่หน่วยงาน ({kind})", "no agency ({kind})")
_DAMAGED = Text("จำนวนเซลล์ไม่ตรงกับหัวตาราง", "too many or too few cells")


class LeftOut(NamedTuple):
    """A row that could not be used: its number in the file, what was found there, and why."""

    row: int
    found: str
    why: Text


class Imported(NamedTuple):
    """A registry, and the rows that are not in it."""

    registry: Registry
    left_out: tuple[LeftOut, ...]


class _UnusableError(Exception):
    """Why a row cannot be used, and the cell that is to blame."""

    def __init__(self, why: Text, found: str) -> None:
        super().__init__(why, found)
        self.why, self.found = why, found


def import_rows(
    rows: Iterable[SourceRow], header: Header, source: str, date: str, *, is_file_date: bool = False
) -> Imported:
    """The registry in a table's rows. Of several rows with one code the first is taken: they are its tambons.

    `source` is the file's name, `date` what the registry is as of (ISO 8601); `is_file_date`, if only by the file.
    """
    columns, read = [header.columns.get(field) for field in _FIELDS], RecordReader(header).read
    entries: dict[str, RegistryEntry] = {}
    seen: set[tuple[str, ...]] = set()
    left_out: list[LeftOut] = []
    count = 0
    for row in rows:
        count += 1
        cells = tuple("" if at is None or at >= len(row.cells) else as_text(row.cells[at]) for at in columns)
        told = (cells[0], cells[1], cells[2], cells[4])
        if told in seen and row.damage is None:
            continue  # a further tambon of the agency
        try:
            entry = _entry(cells, row.damage)
        except _UnusableError as error:
            record = read(row)
            if isinstance(record, SetAside):
                left_out.append(LeftOut(row.number, record.text, _NO_AGENCY.fill(kind=NAMES[record.kind])))
            else:
                left_out.append(LeftOut(row.number, error.found, error.why))
            continue
        known = entries.setdefault(entry.code, entry)
        if (known.name, known.kind, known.province) != (entry.name, entry.kind, entry.province):
            left_out.append(LeftOut(row.number, f"{entry.code} {cells[1]}", _OTHER_AGENCY))
        else:
            seen.add(told)
    lines = {code: line_of(entry) for code, entry in entries.items()}
    return Imported(Registry(Head(source, date, count, len(left_out), is_file_date), lines), tuple(left_out))


def _entry(cells: tuple[str, ...], damage: Any) -> RegistryEntry:
    code_cell, name_cell, kind_cell, amphoe, province_cell, website = (" ".join(cell.split()) for cell in cells)
    if damage is not None:
        raise _UnusableError(_DAMAGED, name_cell or code_cell)
    code = read_code(code_cell).value
    if code is None:
        raise _UnusableError(_NO_CODE, code_cell or name_cell)
    if not name_cell or words("none").whole(name_cell):
        raise _UnusableError(_NO_NAME, code)
    kind = _kind(kind_cell, name_cell, code)
    name = without_prefix(name_cell, kind).strip()
    return RegistryEntry(code, name or name_cell, kind, amphoe, _province(province_cell, code), website)


def _kind(cell: str, name: str, code: str) -> Kind:
    if cell and not words("none").whole(cell) and not words("kind_by_name").whole(cell):
        found = find_kind(cell)
        if found is None or found.type_digits is None:
            raise _UnusableError(_BAD_KIND, cell)
        return found
    found = kind_of_name(name)
    return found if found is not None and found.type_digits is not None else kind_of_code(code)


def _province(cell: str, code: str) -> Province:
    if not cell or words("none").whole(cell):
        return province_of(code)
    found = find_province(cell)
    if found is None:
        raise _UnusableError(_BAD_PROVINCE, cell)
    if found.code != code[2:4]:
        raise _UnusableError(_OTHER_PROVINCE, f"{code} {cell}")
    return found

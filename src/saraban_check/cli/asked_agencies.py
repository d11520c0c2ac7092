"""Which agencies of a list `explain` was asked about, by a row or by some words, and what is said of them."""

from pathlib import Path

from ..checks.agency_lookup import AgencyLookup, look_up_agencies
from ..checks.agency_query import LONGEST, agency_query, row_asked
from ..checks.classification import Classification
from ..intake.options import ListOptions
from ..model.assessment import Assessment
from ..model.errors import RequestError
from ..model.record import AgencyRecord
from ..model.text import Text
from ..report.document import Document

_SET_ASIDE = Text(
    "{file}: แถว {row} ไม่ใช่หน่วยงาน ({kind}) จึงไม่มีผลให้อธิบาย",
    "{file}: row {row} is no agency ({kind}), so there is nothing to explain",
)
_NO_SUCH_ROW = Text(
    "{file}: แถว {row} ไม่ใช่แถวของหน่วยงาน (แถวข้อมูลอยู่ระหว่าง {first} ถึง {last})",
    "{file}: row {row} holds no agency (agencies stand in rows {first} to {last})",
)
_NOT_FOUND = Text(
    "{file}: ไม่พบหน่วยงานที่ตรงกับ “{query}” ทุกคำ{near}", "{file}: no agency has all words of “{query}”{near}"
)
_NEAREST = Text(" ใกล้เคียงที่สุด: {names}", "; the nearest: {names}")
_NAMED = Text("แถว {row} {name}", "row {row} {name}")
_TOO_LONG = Text(
    "explain: คำค้นยาวเกิน {most} ตัวอักษร ใช้ชื่อ อำเภอ จังหวัด รหัส หรือที่อยู่อีเมล",
    "explain: more than {most} letters to look for; use a name, district, province, code or address",
)
_LONGEST_NAME = 60
_DIGITS = 24
"""Of a row's number: more than any file has rows."""


class AskedAgencies:
    """The rows that are to be finished, and what was looked up: None where a row was named."""

    def __init__(self, wanted: str, rows: tuple[int, ...], found: AgencyLookup | None) -> None:
        self._wanted, self.rows, self._found = wanted.strip(), rows, found
        self._all: list[int] = []

    def keep(self, agency: Assessment) -> bool:
        """Whether it is one of them; which rows hold agencies is noted."""
        self._all.append(agency.record.row)
        return agency.record.row in self.rows

    def document(self, result: Classification, path: str, options: str) -> Document:
        """The one agency explained, or several to choose from; `path` and `options` are for the ready command."""
        if self._found is not None:
            from ..report.views.agency_choice import choice_document, with_found

            if self._found.total > 1:
                return choice_document(result, self._found, self._wanted, path, options)
            return with_found(_explained(result, self.rows[0], self._all), self._found, self._wanted)
        return _explained(result, self.rows[0], self._all)


def asked_agencies(path: Path, reading: ListOptions, wanted: str) -> AskedAgencies:
    """What was asked for. Raises RequestError where no agency has all the words."""
    if (row := row_asked(wanted)) is not None:
        return AskedAgencies(wanted, (int(row[:_DIGITS]),), None)
    found = _found(path, reading, wanted)
    return AskedAgencies(wanted, found.rows, found)


def _found(path: Path, reading: ListOptions, wanted: str) -> AgencyLookup:
    """The agencies that are meant. Raises RequestError where there is none; what comes near is never taken for it."""
    if len(wanted) > LONGEST:
        raise RequestError(_TOO_LONG, most=LONGEST)
    found = look_up_agencies(path, reading, agency_query(wanted))
    if found.total:
        return found
    if found.aside:
        from ..reference.row_words import NAMES

        first = found.aside[0]
        raise RequestError(_SET_ASIDE, file=found.file, row=first.row, kind=NAMES[first.kind])
    names = [_NAMED.fill(row=record.row, name=_short_name(record)) for record in found.near]
    near = _NEAREST.fill(names=Text(*map(", ".join, zip(*names, strict=True)))) if names else Text("", "")
    raise RequestError(_NOT_FOUND, file=found.file, query=wanted.strip(), near=near)


def _short_name(record: AgencyRecord) -> str:
    parts = (record.name, record.amphoe, record.province.name.th if record.province else "")
    return " ".join(part.strip() for part in parts if part.strip())[:_LONGEST_NAME]


def _explained(result: Classification, row: int, rows: list[int]) -> Document:
    """The agency of one row; `rows` are those of all. Raises RequestError where no agency stands there."""
    from ..reference.row_words import NAMES
    from ..report.views.agency import agency_document

    agency = result.by_row.get(row)
    if agency is None and (why := next((found.kind for found in result.set_aside if found.row == row), None)):
        raise RequestError(_SET_ASIDE, file=result.source.file, row=row, kind=NAMES[why])
    if agency is None:
        raise RequestError(_NO_SUCH_ROW, file=result.source.file, row=row, first=min(rows), last=max(rows))
    return agency_document(result, agency)

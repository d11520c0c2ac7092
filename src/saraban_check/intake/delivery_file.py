"""`delivery.csv`: what `bounces` wrote, or somebody by hand, a line a recipient."""

import datetime
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from ..address.characters import tidy_characters
from ..model.delivery import DeliveryReport, MailStatus
from ..model.errors import InputError, RequestError
from ..model.lazy_pattern import lazy_pattern
from ..model.text import Text
from ..reference.days import THAILAND, short_day
from ..reference.words import fold_heading
from .cells import as_text
from .dates import read_day
from .limits import DEFAULT_LIMITS, Limits
from .neutralised import rows_as_they_were
from .options import ListOptions
from .source import open_table

DELIVERY_COLUMNS = ("address", "status", "enhanced_code", "smtp_code", "diagnostic", "date", "message", "answered")
UNDATED = "undated"
"""What stands in `answered` where the answer has no date that can be read."""
_REQUIRED = ("address", "status")
_STATUSES = {status.value: status for status in MailStatus}
_MOMENT = lazy_pattern(r"(.+?)(?:(?:T|(?<! ) ) *+([0-9]{1,2}:[0-9]{2}.*))?", re.DOTALL)
_SLASHED = lazy_pattern(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})(?:[T ].*)?", re.DOTALL)
_FIRST_BUDDHIST_YEAR = 2400
_MONTHS = 12
_SHOWN = 40

_NO_COLUMN = Text(
    "{file}: แถวแรกต้องเป็นหัวคอลัมน์ที่มี address และ status คนละเซลล์ อย่างที่คำสั่ง bounces เขียน",
    "{file}: its first row must be headings with address and status among them, each in a cell of its own, as the "
    "command bounces writes",
)
_BAD_STATUS = Text(
    "{file}: {place}: status เป็น “{found}” ใช้ {choices} อย่างใดอย่างหนึ่ง",
    "{file}: {place}: the status is “{found}”; use one of {choices}",
)
_BAD_DATE = Text(
    "{file}: {place}: อ่านวันที่ “{found}” ไม่ได้ เขียนเป็น วัน/เดือน/ปี พ.ศ. เช่น 30/6/2569 09:15 หรือ 2026-06-30 09:15 หรือเว้นว่าง",
    "{file}: {place}: the date “{found}” cannot be read; write it as 2026-06-30 09:15, or leave it blank",
)
_TWO_DATES = Text(
    "{file}: {place}: วันที่ “{found}” อ่านได้สองแบบ เขียนเป็น {one} หรือ {other} หรือเว้นว่าง",
    "{file}: {place}: the date “{found}” can be read in two ways; write {one} or {other}, or leave it blank",
)
_BAD_ROW = Text(
    "{file}: {place}: มี {found} เซลล์ เกินหัวคอลัมน์ที่มี {expected} ตรวจเครื่องหมายจุลภาคและเครื่องหมายคำพูด",
    "{file}: {place}: it has {found} cells under {expected} headings; look at its commas and quotation marks",
)
_LINE = Text("บรรทัด {number}", "line {number}")
_ROW = Text("แถว {number}", "row {number}")


def read_delivery_file(path: Path, limits: Limits | None = None) -> Iterator[DeliveryReport]:
    """Its lines, one by one; columns in any order, unknown ones ignored, of a text file or a workbook.

    A date without a zone is Thai time, a day alone its first moment, a year from 2400 on one of the Buddhist era. A
    line without an address is a report too, and what is `answered` an answer. Raises InputError, naming the line, where
    a status or a date cannot be read, or a date can be read in two ways (`11/12/2026`), and where the file is no such
    table.
    """
    options = ListOptions(
        mapping={name: name for name in _REQUIRED},
        limits=(limits or DEFAULT_LIMITS)._replace(header_rows=1),  # a diagnostic below could pass for a heading
        needs=_REQUIRED,
    )
    try:
        table = open_table(path, options)
    except RequestError:
        raise InputError(_NO_COLUMN, file=path.name) from None
    names = [fold_heading(name) for name in table.header.names]
    columns = {name: names.index(fold_heading(name)) for name in DELIVERY_COLUMNS if fold_heading(name) in names}
    columns |= {name: table.header.columns[name] for name in _REQUIRED}
    line = _LINE if table.sheet is None else _ROW
    rows = table.rows() if table.sheet is None else rows_as_they_were(table.rows())  # a workbook made of such a file
    for number, cells, _ in rows:
        place = line.fill(number=number)
        if len(cells) > len(names):
            raise InputError(_BAD_ROW, file=path.name, place=place, found=len(cells), expected=len(names))
        yield from _reports(cells, columns, path.name, place)


def _reports(cells: Sequence[Any], columns: dict[str, int], file: str, place: Text) -> Iterator[DeliveryReport]:
    """What a line says: a report, an answer, or both where somebody wrote the answer beside the report."""

    def cell(name: str) -> str:
        index = columns.get(name)
        return "" if index is None or index >= len(cells) else as_text(cells[index])

    status = _STATUSES.get(cell("status").strip().casefold())
    if status is None:
        found = _shortened(cell("status"))
        raise InputError(_BAD_STATUS, file=file, place=place, found=found, choices=", ".join(_STATUSES))
    date, answered = _date(cell("date"), file, place), cell("answered").strip()
    codes = (cell("enhanced_code").strip(), cell("smtp_code").strip())
    report = DeliveryReport(cell("address"), status, *codes, cell("diagnostic"), date, cell("message"))
    if not answered:
        yield report
        return
    answered_on = None if answered.casefold() == UNDATED else _date(answered, file, place)
    is_answer = status in (MailStatus.UNKNOWN, MailStatus.DELIVERED) and not any(codes) and date in (None, answered_on)
    if is_answer:
        yield report._replace(date=answered_on, answered=True)
    else:
        yield report
        yield DeliveryReport(report.address, MailStatus.UNKNOWN, date=answered_on, answered=True)


def _date(cell: str, file: str, place: Text) -> datetime.datetime | None:
    """The moment that a cell says; None where it is blank."""
    written = tidy_characters(cell).strip()
    if days := _two_days(written):
        one, other = (short_day(day.isoformat()) for day in days)
        raise InputError(_TWO_DATES, file=file, place=place, found=_shortened(written), one=one, other=other)
    moment = _read_moment(written) if written else None
    if written and moment is None:
        raise InputError(_BAD_DATE, file=file, place=place, found=_shortened(written))
    return moment


def _two_days(text: str) -> tuple[datetime.date, datetime.date] | None:
    """The days that `11/12/2026` may be: spreadsheets write the month first or the day, as the computer is set. A year
    of the Buddhist era stands behind the day and the month."""
    found = _SLASHED.fullmatch(text)
    if found is None:
        return None
    one, other, year = map(int, found.groups())
    if not (1 <= one <= _MONTHS and 1 <= other <= _MONTHS and 0 < year < _FIRST_BUDDHIST_YEAR) or one == other:
        return None
    return datetime.date(year, other, one), datetime.date(year, one, other)


def _read_moment(text: str) -> datetime.datetime | None:
    found = _MOMENT.fullmatch(text)
    day = read_day(found[1]) if found else None
    if found is None or day is None:
        return None
    clock = found[2] or "00:00"
    try:
        time = datetime.time.fromisoformat(clock if clock[2] == ":" else "0" + clock)
    except ValueError:
        return None
    moment = datetime.datetime.combine(day, time, time.tzinfo or THAILAND)
    return (
        moment.astimezone(datetime.UTC) if time.tzinfo else moment
    )  # as the mails have it, of which we wrote the cell


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"

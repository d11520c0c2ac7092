"""`delivery.csv`: what `bounces` wrote, or somebody by hand, a line a recipient."""

import datetime
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from ..model.delivery import DeliveryReport, MailStatus
from ..model.errors import InputError, RequestError
from ..model.text import Text
from .cells import as_text
from .dates import read_day
from .limits import DEFAULT_LIMITS, Limits
from .options import ReadOptions
from .source import open_table

DELIVERY_COLUMNS = ("address", "status", "enhanced_code", "smtp_code", "diagnostic", "date", "message")
_REQUIRED = ("address", "status")
_STATUSES = {status.value: status for status in MailStatus}
_THAI_TIME = datetime.timezone(datetime.timedelta(hours=7))
_MOMENT = re.compile(r"(.+?)(?:[T ] *([0-9]{1,2}:[0-9]{2}.*))?", re.DOTALL)
_NEUTRALISED = re.compile("'+[=+\\-@\t\r＝＋－＠]")
_SHOWN = 40

_NO_COLUMN = Text(
    "{file}: แถวแรกต้องเป็นหัวคอลัมน์ที่มี address และ status อย่างที่คำสั่ง bounces เขียน",
    "{file}: its first row must be headings with address and status among them, as the command bounces writes",
)
_BAD_STATUS = Text(
    "{file}: บรรทัด {line}: status เป็น “{found}” ใช้ {choices} อย่างใดอย่างหนึ่ง",
    "{file}: line {line}: the status is “{found}”; use one of {choices}",
)
_BAD_DATE = Text(
    "{file}: บรรทัด {line}: อ่านวันที่ “{found}” ไม่ได้ เขียนแบบ 2026-06-30T09:15:00+07:00 หรือเว้นว่าง",
    "{file}: line {line}: the date “{found}” cannot be read; write 2026-06-30T09:15:00+07:00, or leave it blank",
)
_BAD_ROW = Text(
    "{file}: บรรทัด {line}: มี {found} เซลล์ เกินหัวคอลัมน์ที่มี {expected} ตรวจเครื่องหมายจุลภาคและเครื่องหมายคำพูด",
    "{file}: line {line}: it has {found} cells under {expected} headings; look at its commas and quotation marks",
)


def read_delivery_file(path: Path, limits: Limits | None = None) -> Iterator[DeliveryReport]:
    """Its lines, one by one; columns in any order, unknown ones ignored, of a text file or a workbook.

    A date without a zone is Thai time, a day alone its first moment, a year from 2400 on one of the Buddhist era.
    Raises InputError, naming the line, where a status or a date cannot be read, and where the file is no such table.
    """
    options = ReadOptions(
        mapping={name: name for name in _REQUIRED},
        limits=(limits or DEFAULT_LIMITS)._replace(header_rows=1),  # a diagnostic below could pass for a heading
        needs=_REQUIRED,
    )
    try:
        table = open_table(path, options)
    except RequestError:
        raise InputError(_NO_COLUMN, file=path.name) from None
    names = [name.strip().casefold() for name in table.header.names]
    columns = {name: names.index(name) for name in DELIVERY_COLUMNS if name in names}
    columns |= {name: table.header.columns[name] for name in _REQUIRED}
    for number, cells, _ in table.rows():
        if len(cells) > len(names):
            raise InputError(_BAD_ROW, file=path.name, line=number, found=len(cells), expected=len(names))
        yield _report(cells, columns, path.name, number)


def _report(cells: Sequence[Any], columns: dict[str, int], file: str, line: int) -> DeliveryReport:
    def cell(name: str) -> str:
        index = columns.get(name)
        return "" if index is None or index >= len(cells) else _as_it_was(as_text(cells[index]))

    status = _STATUSES.get(cell("status").strip().casefold())
    if status is None:
        found = _shortened(cell("status"))
        raise InputError(_BAD_STATUS, file=file, line=line, found=found, choices=", ".join(_STATUSES))
    date, written = None, cell("date").strip()
    if written and (date := _read_moment(written)) is None:
        raise InputError(_BAD_DATE, file=file, line=line, found=_shortened(written))
    codes = (cell("enhanced_code").strip(), cell("smtp_code").strip())
    return DeliveryReport(cell("address"), status, *codes, cell("diagnostic"), date, cell("message"))


def _as_it_was(text: str) -> str:
    """Without the apostrophe that keeps a cell from becoming a formula."""
    return text[1:] if _NEUTRALISED.match(text) else text


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
    return datetime.datetime.combine(day, time, time.tzinfo or _THAI_TIME)


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"

"""The day that the data are of, in words; never to be taken for the day of the published table (decisions: Rounds)."""

import datetime

from ...model.text import Text
from ...reference.days import day_text

_KNOWN = Text("ข้อมูล ณ วันที่ {day}", "data as of {day}")
_UNKNOWN = Text("ไม่ทราบวันที่ของข้อมูล", "the day of the data is not known")


def data_day(as_of: datetime.date | None) -> Text:
    """`ข้อมูล ณ วันที่ 17 กุมภาพันธ์ 2569`; that it is not known, where nobody says it."""
    return _UNKNOWN if as_of is None else _KNOWN.fill(day=day_text(as_of.isoformat()))

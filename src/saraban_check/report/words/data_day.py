"""The day that the data are of, in words; never to be taken for the day of the published table (decisions: Rounds)."""

import datetime

from ...grouping.table import RULESET
from ...model.text import Text
from ...reference.days import abbreviated_day, day_text

_KNOWN = Text("ข้อมูล ณ วันที่ {day}", "data as of {day}")
_UNKNOWN = Text("ไม่ทราบวันที่ของข้อมูล", "the day of the data is not known")
_HOW = Text("{day} (ระบุด้วย --as-of)", "{day} (say it with --as-of)")
_TABLE = Text("ตารางกลุ่มฉบับที่เผยแพร่ {day}", "table of groups as published on {day}")
_BOTH = Text("{data} · {table}", "{data} · {table}")


def data_day(as_of: datetime.date | None) -> Text:
    """`ข้อมูล ณ วันที่ 17 กุมภาพันธ์ 2569`; that it is not known, where nobody says it."""
    return _UNKNOWN if as_of is None else _KNOWN.fill(day=day_text(as_of.isoformat()))


def data_day_asked(as_of: datetime.date | None) -> Text:
    """The same for who runs the program: where the day is not known, with the option that says it."""
    return _HOW.fill(day=_UNKNOWN) if as_of is None else data_day(as_of)


def table_day() -> Text:
    """`ตารางกลุ่มฉบับที่เผยแพร่ 17 ก.พ. 2569`: said in other words than the day of the data, wherever both stand."""
    return _TABLE.fill(day=ruleset_day(RULESET))


def ruleset_day(ruleset: str) -> Text:
    """`17 ก.พ. 2569` of a published table's `2569-02-17`; as it stands where a saved result says what is no day."""
    try:
        year, month, day = map(int, ruleset.split("-"))
        return abbreviated_day(datetime.date(year - 543, month, day))
    except ValueError:
        return Text(ruleset, ruleset)


def days_line(data: Text) -> Text:
    """What one of the first two says of the data, and behind it the day of the published table."""
    return _BOTH.fill(data=data, table=table_day())

"""What every renderer says alike: values as texts in one language, and how much of a list is shown."""

from ...model.text import Lang, Text
from ...reference.days import day_text
from ..document import Column, Kind, Share, Value
from ..words.shares import share_text

SHOWN = Text("แสดง {shown} จาก {total}", "shown {shown} of {total}")
MEND = Text("วิธีแก้: {how}", "To mend: {how}")
NO_COUNT = "·"


def said(value: Value, lang: Lang, kind: Kind = Kind.COUNT) -> str:
    """A value as people read it; nothing is escaped yet."""
    if isinstance(value, str):
        return value
    if isinstance(value, Text):
        return value.say(lang)
    if isinstance(value, Share):
        return share_text(*value)
    if isinstance(value, int):
        return str(value) if kind is Kind.ORDINAL else f"{value:,}"
    return day_text(value.isoformat()).say(lang)


def in_table(value: Value, column: Column, lang: Lang) -> str:
    """A value in a table: as people read it, but a count of none is a dot."""
    if value == 0 and column.kind is Kind.COUNT and isinstance(value, int):
        return NO_COUNT
    return said(value, lang, column.kind)


def shown_of(shown: int, total: int, lang: Lang) -> str:
    """How much of a list is shown."""
    return SHOWN.say(lang, shown=f"{shown:,}", total=f"{total:,}")

"""The day that a list's data are of: as the user says it, else as a line above the header does (decisions: Rounds)."""

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from ..model.text import Text
from ..reference.days import abbreviated_day, today
from .table import Note
from .title_claims import claims_of
from .title_day_forms import Unread

_HOW = Text("ระบุเองด้วย --as-of เช่น --as-of 17/2/2569", "say it with --as-of, such as --as-of 2026-02-17")
_UNREAD = Text(
    "บรรทัดเหนือหัวตารางบอกวันที่ของข้อมูลเป็น “{found}” {why} จึงถือว่าไม่ทราบ {how}",
    "a line above the header gives “{found}” as the day of the data, {why}; so it is not known: {how}",
)
_WHY = {
    Unread.NO_DAY: Text("ซึ่งอ่านเป็นวันไม่ได้", "which is no day"),
    Unread.FUTURE: Text("ซึ่งยังมาไม่ถึง", "which is yet to come"),
    Unread.EARLY: Text("ซึ่งก่อนมีระเบียบฯ พ.ศ. 2564", "which is before the regulation of 2021"),
}
_DIFFER = Text(
    "บรรทัดเหนือหัวตารางบอกวันที่ของข้อมูลไว้ต่างกัน ({found}) จึงถือว่าไม่ทราบ {how}",
    "the lines above the header give different days of the data ({found}); so it is not known: {how}",
)
_OTHER = Text(
    "ใช้วันที่ของข้อมูลตาม --as-of แม้บรรทัดเหนือหัวตารางบอกว่าเป็น {found}",
    "the day of the data is that of --as-of, though a line above the header gives {found}",
)
_SHOWN = 3


class ToldDay(NamedTuple):
    """The day, None where nobody says it or what is said cannot be; and the notes that say why."""

    day: datetime.date | None
    notes: tuple[Note, ...] = ()


def told_day(
    titles: Sequence[Sequence[str]], asked: datetime.date | None, until: datetime.date | None = None
) -> ToldDay:
    """The day that was asked for, else the one that the rows above the header give, of the regulation's year to `until`
    (today). Where they give two, or one that cannot be, it is unknown."""
    of_data, stood = claims_of(titles, until or today())
    said = of_data or stood
    days = sorted({one.day for one in said if isinstance(one.day, datetime.date)})
    listed = (
        Text(*(", ".join(texts) for texts in zip(*map(abbreviated_day, days[:_SHOWN]), strict=True))) if days else None
    )
    if asked is not None:
        return ToldDay(asked, () if days in ([], [asked]) else (Note(_OTHER.fill(found=listed)),))
    for one in said:
        if isinstance(one.day, Unread):
            return ToldDay(None, (Note(_UNREAD.fill(found=one.found, why=_WHY[one.day], how=_HOW)),))
    if len(days) > 1:
        return ToldDay(None, (Note(_DIFFER.fill(found=listed, how=_HOW)),))
    return ToldDay(days[0] if days else None)

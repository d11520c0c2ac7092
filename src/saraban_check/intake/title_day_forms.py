"""The day that stands right behind words such as `ข้อมูล ณ วันที่`, in any of the forms that titles have."""

import datetime
import re
from enum import Enum
from typing import NamedTuple

from ..model.lazy_pattern import lazy_pattern
from ..reference.days import MONTHS
from .dates import month_named

DAY_WORDS = "วัน ?(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัสฯ?|ศุกร์|เสาร์|อาทิตย์)? ?ที่"
_GAP = lazy_pattern(
    rf"[ |:=(\[\"'“]{{0,6}}(?:เวลา ?)?(?:[0-9]{{1,2}}[.:][0-9]{{2}} ?น\.? ?)?(?:{DAY_WORDS})?[ |:=(\[\"'“]{{0,6}}"
)
_END = r"(?![0-9]|[/.-][0-9])"
_ISO = lazy_pattern(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})" + _END)
_NUMBERS = lazy_pattern(r"([0-9]{1,2}) ?([/.-]) ?([0-9]{1,2}) ?\2 ?([0-9]{4}|[0-9]{2})" + _END)
_WORDS = lazy_pattern(
    r"([0-9]{1,2})(?:st|nd|rd|th)?[ -]?(?:of |เดือน ?)?([ก-ฮเ-ไ][ก-๎.]{1,20}?|[a-z]{3,9})[.,]{0,2}[ -]?"
    r"(?:(?:[พค]\.? ?ศ\.?|พุทธศักราช|ปี) ?)?([0-9]{4}|[0-9]{2})" + _END
)
_MONTH_FIRST = lazy_pattern(r"([a-z]{3,9})\.? ([0-9]{1,2})(?:st|nd|rd|th)?[, |]{1,4}([0-9]{4})" + _END)
_RUNS_ON = lazy_pattern(r" ?(?:-|–|ถึง|จนถึง|to) ?(?:" + DAY_WORDS + r" ?)?[0-9]")
"""What makes two days of it, of which neither is the one that the data are of."""
_TRIES = lazy_pattern(r"[0-9]|[^|0-9]{1,20}(?:25|20)[0-9]{2}")
"""Figures, or a year behind a month or a season: what was meant as a day."""
_SHOWN = lazy_pattern(r"[^|()]{1,40}")
_ENGLISH = {month.en.casefold(): number for number, month in enumerate(MONTHS, start=1)}
_BUDDHIST, _FIRST_BUDDHIST_YEAR = 543, 2400
_FIRST = datetime.date(2021, 1, 1)
"""The year of the regulation, which makes saraban addresses: of no earlier day can there be data on them."""


class Unread(Enum):
    """Why what stands there is not the day."""

    NO_DAY = "no day"
    FUTURE = "yet to come"
    EARLY = "before the regulation"


class Behind(NamedTuple):
    """What stands behind the words: a day, or why it is none; and how it is written there."""

    day: datetime.date | Unread
    found: str


def day_behind(text: str, start: int, today: datetime.date) -> Behind | None:
    """What stands at a place of a text (tidied, small letters); None where nothing there tries to be a day."""
    gap = _GAP.match(text, start)
    at = gap.end() if gap else start
    for pattern in (_ISO, _NUMBERS, _WORDS, _MONTH_FIRST):
        if (found := pattern.match(text, at)) and not _RUNS_ON.match(text, found.end()):
            return Behind(_sensible(_days(pattern, found), today), found[0])
    shown = _SHOWN.match(text, at)
    return Behind(Unread.NO_DAY, shown[0].strip()) if shown and _TRIES.match(text, at) else None


def _days(pattern: re.Pattern[str], found: re.Match[str]) -> list[datetime.date]:
    """The days that it may be: a year of two digits has one in each era."""
    if pattern is _ISO:
        year, month, day = found.groups()
    elif pattern is _NUMBERS:
        day, _, month, year = found.groups()
    elif pattern is _WORDS:
        day, month, year = found.groups()
    else:
        month, day, year = found.groups()
    number = int(month) if month.isdecimal() else _month(month)
    if number is None:
        return []
    years = [int(year)] if len(year) == 4 else [2500 + int(year), 2000 + int(year)]
    read = []
    for one in years:
        try:
            read.append(datetime.date(one - _BUDDHIST if one >= _FIRST_BUDDHIST_YEAR else one, number, int(day)))
        except ValueError:
            continue
    return read


def _month(word: str) -> int | None:
    if word.isascii():
        return next(
            (number for name, number in _ENGLISH.items() if name.startswith(word.removesuffix("t") or word)), None
        )
    named = month_named(word, str)
    return named.number if named else None


def _sensible(days: list[datetime.date], today: datetime.date) -> datetime.date | Unread:
    """The one of them on which there can be such data. `69` is 2569: 1969 was before all this, and 2069 is to come."""
    fitting = [day for day in days if _FIRST <= day <= today]
    if len(fitting) == 1:
        return fitting[0]
    if len(days) != 1:
        return Unread.NO_DAY
    return Unread.FUTURE if days[0] > today else Unread.EARLY

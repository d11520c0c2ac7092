"""A day in a status cell: since when the notice can stand, never after today (decisions: Notices)."""

import datetime
import re

from ..model.lazy_pattern import lazy_pattern
from ..reference.days import today
from .dates import read_day

_ENGLISH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_CLOCK = r"(?:[t ]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)?"
DAY = (
    r"(?<![0-9/.-])(?:[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}" + _CLOCK + r"|[0-9]{1,2}([/.-])[0-9]{1,2}\1(?:[0-9]{4}|[0-9]{2})"
    r"|[0-9]{1,2} ?(?:" + _ENGLISH + r")[a-z]{0,6}\.? ?[0-9]{4}"
    r"|[0-9]{1,2} ?[ก-ฮ][ก-๎.]{1,12} ?(?:พ\. ?ศ\. ?)?(?:[0-9]{4}|[0-9]{2}))(?![0-9/.-]?[0-9])"
)
"""How a day is written, in a text that is folded already; its group is the sign between the numbers."""

_FIRST = datetime.date(2022, 1, 1)
_BUDDHIST_CENTURY, _CENTURY = "25", "20"
_SHORT_YEAR = lazy_pattern(r"(?<![0-9])([0-9]{2})$")
_NUMBERS = lazy_pattern(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{2,4})")
_IN_ENGLISH = lazy_pattern(rf"([0-9]{{1,2}}) ?({_ENGLISH})[a-z]*\.? ?([0-9]{{4}})")


def is_past_day(text: str) -> bool:
    """Whether a text that `DAY` fits is a day of 2565 or later, and not after today. A year of two digits is of
    whichever era makes it so.
    """
    return any(day is not None and _FIRST <= day <= today() for day in _days(text))


def _days(text: str) -> list[datetime.date | None]:
    if text[:4].isdecimal():
        return [read_day(re.split("[t ]", text)[0])]
    if found := _NUMBERS.fullmatch(text):
        text = "/".join(found.groups())
    elif found := _IN_ENGLISH.fullmatch(text):
        text = f"{found[1]}/{_ENGLISH.split('|').index(found[2]) + 1}/{found[3]}"
    if short := _SHORT_YEAR.search(text):
        return [read_day(f"{text[: short.start()]}{century}{short[1]}") for century in (_BUDDHIST_CENTURY, _CENTURY)]
    return [read_day(text)]

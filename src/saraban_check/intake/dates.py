"""A day as people write it, in either era: `2026-06-30`, `2569-06-30`, `30/6/2569`, `30 มิ.ย. 2569`."""

import datetime
from collections.abc import Callable
from typing import NamedTuple

from ..address.characters import tidy_characters
from ..model.errors import RequestError
from ..model.lazy_pattern import lazy_pattern
from ..model.text import Text
from ..reference.days import MONTHS, SHORT_MONTHS, today

_ISO = lazy_pattern(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_SLASHES = lazy_pattern(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_WORDS = lazy_pattern(r"([0-9]{1,2})\s*([ก-ฮ][ก-๙.]+?)\s*(?:พ\.\s*ศ\.\s*)?([0-9]{4})")
_MONTHS = {
    name.th.replace(".", ""): number for names in (MONTHS, SHORT_MONTHS) for number, name in enumerate(names, start=1)
}
"""Months by their names, in full and short without their stops."""
_BUDDHIST = 543
_FIRST_BUDDHIST_YEAR = 2400


class Month(NamedTuple):
    """A month (1 to 12); `meant` is its name where the word is not spelt like it, in full or short, else blank."""

    number: int
    meant: str = ""


def month_named(text: str, fold: Callable[[str], str]) -> Month | None:
    """The month that a word names, in full or short; None where it names none.

    A full name counts too where what `fold` leaves of it is the same: a PDF may have lost a mark of it. So does one
    that is misspelt (กรกฏาคม), where it is far nearer to this month than to any other. Short ones are read as they
    stand: they differ in no more than a mark (ม.ค., มี.ค.).
    """
    plain = "".join(text.replace(".", "").split())
    if plain in _MONTHS:
        return Month(_MONTHS[plain])
    wanted = fold(plain)
    full = [name for name in _MONTHS if len(name) > _SHORT]
    meant = next((name for name in full if fold(name) == wanted), None) or _nearest(plain, full)
    return None if meant is None else Month(_MONTHS[meant], meant)


def _nearest(word: str, names: list[str]) -> str | None:
    """The one name a slip or two away from a word, with a lead of as much again over the next."""
    if not _SHORT < len(word) < _LONGEST:
        return None
    from rapidfuzz.distance import OSA

    (least, name), (next_least, _) = sorted((OSA.distance(word, name), name) for name in names)[:2]
    return name if least <= _SLIPS and next_least - least >= _SLIPS else None


_SHORT = 3
_LONGEST = 20
_SLIPS = 2
"""Letters left out, put in, exchanged or turned round: so many may be wrong in a month's name."""


def read_day(text: str) -> datetime.date | None:
    """The day; None where the text is none. Years from 2400 on are of the Buddhist era."""
    plain = tidy_characters(text).strip()
    if found := _ISO.fullmatch(plain):
        year, month, day = map(int, found.groups())
    elif found := _SLASHES.fullmatch(plain):
        day, month, year = map(int, found.groups())
    elif (found := _WORDS.fullmatch(plain)) and (number := _MONTHS.get(found[2].replace(".", ""))):
        day, month, year = int(found[1]), number, int(found[3])
    else:
        return None
    try:
        return datetime.date(year - _BUDDHIST if year >= _FIRST_BUDDHIST_YEAR else year, month, day)
    except ValueError:
        return None


def find_day(text: str) -> datetime.date | None:
    """The one day that stands in a text (`ยกฐานะเมื่อวันที่ 1 ตุลาคม 2567`); None where there is none, or more than one."""
    plain = tidy_characters(text).replace("เดือน", " ")
    found = {
        day for pattern in (_ISO, _SLASHES, _WORDS) for match in pattern.finditer(plain) if (day := read_day(match[0]))
    }
    return found.pop() if len(found) == 1 else None


_NO_DAY = Text("{found}: ไม่ใช่วันที่ ใช้รูปแบบ {example}", "{found}: this is no date; write {example}")
_EXAMPLE = Text("30/6/2569 หรือ 2026-06-30", "30/6/2569 or 2026-06-30")
_TO_COME = Text("{found}: เป็นวันในอนาคต ใช้วันนี้หรือก่อนหน้า", "{found}: this day is yet to come; name today or a day before")


def asked_day(text: str, example: Text = _EXAMPLE) -> datetime.date:
    """A day as people write it, in either era. Raises RequestError where it is none, with how one is written."""
    day = read_day(text)
    if day is None:
        raise RequestError(_NO_DAY, found=text, example=example)
    return day


def past_day(text: str, option: str, example: Text = _EXAMPLE) -> datetime.date:
    """A day that an option names, today (in Thailand) or before. Raises RequestError where it is none."""
    try:
        day = asked_day(text, example)
    except RequestError as error:
        raise error.under(option) from None
    if day > today():
        raise RequestError(_TO_COME, found=text).under(option)
    return day

"""A day as people write it, in either era: `2026-06-30`, `2569-06-30`, `30/6/2569`."""

import datetime
import re

from ..address.characters import tidy_characters

_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_SLASHES = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_BUDDHIST = 543
_FIRST_BUDDHIST_YEAR = 2400


def read_day(text: str) -> datetime.date | None:
    """The day; None where the text is none. Years from 2400 on are of the Buddhist era."""
    plain = tidy_characters(text).strip()
    if found := _ISO.fullmatch(plain):
        year, month, day = map(int, found.groups())
    elif found := _SLASHES.fullmatch(plain):
        day, month, year = map(int, found.groups())
    else:
        return None
    try:
        return datetime.date(year - _BUDDHIST if year >= _FIRST_BUDDHIST_YEAR else year, month, day)
    except ValueError:
        return None

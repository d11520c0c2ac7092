"""The day of a notice: ประกาศ ณ วันที่ ๑๑ มกราคม พ.ศ. ๒๕๖๖."""

import datetime
import re
from typing import NamedTuple

from ..intake.dates import month_named, read_day
from ..model.notice import Stated
from .blanks import BLANK
from .lines import Lines, one_line
from .skeleton import Skeleton, plain_digits, skeleton_of

_HEADS = ("ประกาศณวันที่", "ประกาศเมื่อวันที่", "ประกาศมาณวันที่", "ให้ไว้ณวันที่", "สั่งณวันที่", "ณวันที่")
_ERA = r"(?:พ\s*\.?\s*ศ\s*\.?|ค\s*\.?\s*ศ\s*\.?|พุทธศักราช|คริสต์ศักราช)"
_WORDS = re.compile(rf"([0-9]{{1,2}})[\s,]*(?:เดือน)?\s*([ก-๛.]+?)[\s,]*{_ERA}?\s*([0-9]{{4}})(?![0-9])")
_NUMBERS = re.compile(r"([0-9]{1,2})\s*[/.-]\s*([0-9]{1,2})\s*[/.-]\s*([0-9]{4})(?![0-9])")
_REACH = 80


class NoticeDay(NamedTuple):
    """The day, and how it stands; `place` is where its words begin, None where there are none."""

    day: datetime.date | None = None
    text: Stated | None = None
    place: int | None = None
    is_blank: bool = False


def find_day(skeleton: Skeleton, lines: Lines) -> NoticeDay:
    """The last day that the notice says it is given on."""
    for head in _HEADS:
        found = list(skeleton.all(head))
        if found:
            start = skeleton.end(found[-1][1])
            return _read(skeleton.text, skeleton.place(found[-1][0]), start, lines)
    return NoticeDay()


def _read(text: str, place: int, start: int, lines: Lines) -> NoticeDay:
    """The day behind its words: on their line, or right behind them on the next ones (a PDF may break it there)."""
    line = text[start : lines.end(start)]
    beyond = text[start : start + _REACH]
    for piece, find in ((line[:_REACH], "search"), (beyond.lstrip(" .:\t\n\r"), "match")):
        for pattern in (_WORDS, _NUMBERS):
            if (found := getattr(pattern, find)(plain_digits(piece))) is not None:
                said = Stated(one_line(piece[: found.end()]).strip(), lines.number(start))
                return NoticeDay(_day(*found.groups()), said, place)
    first = line.strip() or one_line(text[start : lines.end(min(lines.end(start) + 1, len(text)))])
    is_blank = not first or BLANK.search(first) is not None
    return NoticeDay(None, Stated(first, lines.number(start)) if first else None, place, is_blank)


def _day(day: str, month: str, year: str) -> datetime.date | None:
    """The day; a month's name is told by its skeleton, which a PDF leaves it."""
    if not month.isdigit():
        number = month_named(month, skeleton_of)
        if number is None:
            return None
        month = str(number)
    return read_day(f"{day}/{month}/{year}")

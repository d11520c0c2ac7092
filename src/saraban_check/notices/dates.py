"""The day of a notice: ประกาศ ณ วันที่ ๑๑ มกราคม พ.ศ. ๒๕๖๖."""

import datetime
import re
from typing import NamedTuple

from ..intake.dates import Month, month_named, read_day
from ..model.notice import Slip, Stated
from .blanks import BLANK
from .lines import Lines, one_line
from .skeleton import Skeleton, plain_digits, skeleton_of

_HEAD = re.compile(
    "ประกาศ(?:มา)?(?:ณ?วน(?:จนทร|องคาร|พธ|พฤหสบด|พฤหส|ศกร|เสาร|อาทตย)?ท|ณ(?=[0-9]))|(?:ประกาศเมอ|ใหไวณ|สงณ)วนท"
)
"""The words before the day, as a skeleton: ประกาศ ณ วันที่, ประกาศ ณ วันพุธที่, ให้ไว้ ณ วันที่."""
_ALONE = re.compile("ณวนท")
_OF_ANOTHER = re.compile(r"(?:ยกเลิก|แก้ไข|ตาม)[^\n]{0,120}$")
_NEXT_LINE = re.compile(r"^(?![0-9๐-๙.…]).*$", re.DOTALL)
"""A next line that is no day: a name may stand there."""
_ERA = r"(?:[พค]\s*+(?:\.\s*+)?ศ(?:\s*+\.)?|พุทธศักราช|คริสต์ศักราช)"
_WORDS = re.compile(
    rf"(?<![0-9])([0-9]{{1,2}})[\s,]*+(?:เดือน\s*+)?([ก-๛.]+?)[\s,]*+(?:{_ERA}\s*+)?([0-9]{{4}})(?![0-9])"
)
_NUMBERS = re.compile(r"(?<![0-9])([0-9]{1,2})\s*[/.-]\s*([0-9]{1,2})\s*[/.-]\s*([0-9]{4})(?![0-9])")
_REACH = 80


class NoticeDay(NamedTuple):
    """The day, and how it stands; `place` is where its words begin, None where there are none."""

    day: datetime.date | None = None
    text: Stated | None = None
    place: int | None = None
    is_blank: bool = False
    slip: Slip | None = None


def find_day(skeleton: Skeleton, lines: Lines) -> NoticeDay:
    """The last day that the notice says it is given on: one that begins a line before any other."""
    for head, must_begin in ((_HEAD, True), (_ALONE, True), (_HEAD, False)):
        for found in reversed(list(head.finditer(skeleton.letters))):
            place = skeleton.place(found.start())
            before = lines.before(place, _REACH + 60)
            if before.strip(" \t()") if must_begin else _OF_ANOTHER.search(before):
                continue
            return _read(skeleton.text, place, skeleton.end(found.end()), lines)
    return NoticeDay()


def _read(text: str, place: int, start: int, lines: Lines) -> NoticeDay:
    """The day behind its words: on their line, or right behind them on the next ones (a PDF may break it there)."""
    line = text[start : lines.end(start)]
    beyond = text[start : start + _REACH]
    for piece, find in ((line[:_REACH], "search"), (beyond.lstrip(" .:\t\n\r"), "match")):
        for pattern in (_WORDS, _NUMBERS):
            if (found := getattr(pattern, find)(plain_digits(piece))) is not None:
                day, month, year = found.groups()
                named = Month(int(month)) if month.isdigit() else month_named(month, skeleton_of)
                line_number = lines.number(start)
                said = Stated(one_line(piece[: found.end()]).strip(), line_number)
                slip = Slip(found[2], named.meant, line_number) if named and named.meant else None
                return NoticeDay(read_day(f"{day}/{named.number}/{year}") if named else None, said, place, slip=slip)
    first = line.strip() or _NEXT_LINE.sub("", one_line(beyond.lstrip("\n").partition("\n")[0]))
    is_blank = not first or BLANK.search(first) is not None
    return NoticeDay(None, Stated(first, lines.number(start)) if first else None, place, is_blank)

"""The day of a notice: ประกาศ ณ วันที่ ๑๑ มกราคม พ.ศ. ๒๕๖๖."""

import datetime
import re
from typing import NamedTuple

from ..intake.dates import Month, month_named, read_day
from ..model.lazy_pattern import lazy_pattern
from ..model.notice import Slip, Stated
from .blanks import BLANK
from .lines import Lines, one_line
from .persons import without_person
from .skeleton import Skeleton, plain_digits, skeleton_of

_DAY = "วน(?:จนทร|องคาร|พธ|พฤหสบด|พฤหส|ศกร|เสาร|อาทตย)?ท"
_GIVEN = lazy_pattern(f"(?:ประกาศ(?:มา|ไว)?|ใหไว)ณ(?:{_DAY}|(?=[0-9]))")
"""The words before the day, as a skeleton: ประกาศ ณ วันที่, ประกาศไว้ ณ วันพุธที่, ให้ไว้ ณ วันที่."""
_SAID = lazy_pattern(f"ประกาศ(?:มา|ไว|เมอ)?{_DAY}")
_ALONE = lazy_pattern(f"ณ{_DAY}")
_ORDERED = lazy_pattern(f"สงณ{_DAY}")
_OF_ANOTHER = lazy_pattern(r"(?:ยกเลิก|แก้ไข|ตาม)[^\n]{0,120}$")
_RUNS_ON = lazy_pattern(r"[^\S\n\t]?[.…_,;]*+[^\S\n\t]?(?!เป็นต้นไป|ลงชื่อ)[ก-๛]")
"""Words right behind a day: there it stands in running text (ณ วันที่ ๓ มกราคม ๒๕๖๖ มีจำนวน …)."""
_NEXT_LINE = lazy_pattern(r"^(?![0-9๐-๙.…]).*$", re.DOTALL)
"""A next line that is no day: a name may stand there."""
_ERA = r"(?:(?:ปี\s*+)?(?:[พค]\s*+(?:\.\s*+)?ศ(?:\s*+\.)?|พุทธศักราช|คริสต์ศักราช)|ปี)"
_GAP = r"[\s,.…_]*+"
"""Between day, month and year: spaces, or the dots of a form that was filled in."""
_WORDS = lazy_pattern(
    rf"(?<![0-9])([0-9]{{1,2}}){_GAP}(?:เดือน{_GAP})?+(?!{_ERA})([ก-ฮเ-ไ][ก-๛.]{{0,20}}?){_GAP}"
    rf"(?:{_ERA}{_GAP})?([0-9]{{4}})(?![0-9])"
)
_NUMBERS = lazy_pattern(r"(?<![0-9])([0-9]{1,2})\s*[/.-]\s*([0-9]{1,2})\s*[/.-]\s*([0-9]{4})(?![0-9])")
_FILLED_UP = lazy_pattern(r"[.…_]*")
_REACH = 160


class NoticeDay(NamedTuple):
    """The day, and how it stands; `place` is where its words begin, None where there are none.

    `end` is behind a day that could be read, and behind the dots that it was written on.
    """

    day: datetime.date | None = None
    text: Stated | None = None
    place: int | None = None
    is_blank: bool = False
    end: int = 0
    slip: Slip | None = None

    def holds(self, start: int) -> bool:
        """Whether a place is within the day: dots there were filled in."""
        return self.place is not None and self.place <= start < self.end


def find_day(skeleton: Skeleton, lines: Lines) -> NoticeDay:
    """The last day that the notice says it is given on: one that has its line for itself before any other."""
    for head in (_GIVEN, _SAID, _ALONE, _ORDERED):
        for place, end in _places(head, skeleton):
            if not lines.before(place, _REACH).strip(" \t()"):
                day = _read(skeleton.text, place, end, lines)
                if not (day.end and _RUNS_ON.match(skeleton.text, day.end)):
                    return day
    for place, end in _places(_GIVEN, skeleton):
        if not _OF_ANOTHER.search(lines.before(place, _REACH)):
            return _read(skeleton.text, place, end, lines)
    return NoticeDay()


def _tells_a_day(text: str) -> bool:
    """Whether a text tries to be a day, with a figure, a month or a blank: what does not may be a person's name."""
    if re.search("[0-9๐-๙]", text) or BLANK.search(text):
        return True
    return any(month_named(word, skeleton_of) for word in text.split())


def _places(head: re.Pattern[str], skeleton: Skeleton) -> list[tuple[int, int]]:
    """From where to where in the text the words before a day stand, the last first."""
    found = [(skeleton.place(one.start()), skeleton.end(one.end())) for one in head.finditer(skeleton.letters)]
    return found[::-1]


def _read(text: str, place: int, start: int, lines: Lines) -> NoticeDay:
    """The day behind its words: on their line, or right behind them on the next ones (a PDF may break it there)."""
    line = text[start : min(lines.end(start), start + _REACH)]
    beyond = text[start : start + _REACH]
    behind = beyond.lstrip(" .:\t\n\r…_")
    number = lines.number(start)
    for piece, at, find in ((line, start, "search"), (behind, start + len(beyond) - len(behind), "match")):
        for pattern in (_WORDS, _NUMBERS):
            if (found := getattr(pattern, find)(plain_digits(piece))) is not None:
                day, month, year = found.groups()
                named = Month(int(month)) if month.isdigit() else month_named(month, skeleton_of)
                slip = Slip(month, named.meant, number) if named and named.meant else None
                said = Stated(one_line(piece[: found.end()]).strip(), number)
                read = read_day(f"{day}/{named.number}/{year}") if named else None
                filled = _FILLED_UP.match(text, at + found.end())
                end = filled.end() if filled else 0
                return NoticeDay(read, said, place, end=end, slip=slip if read else None)
    first = line.strip() or _NEXT_LINE.sub("", one_line(beyond.lstrip("\n").partition("\n")[0]))
    first = without_person(first) if _tells_a_day(first) else ""
    is_blank = not first or BLANK.search(first) is not None
    return NoticeDay(None, Stated(first, lines.number(start)) if first else None, place, is_blank)

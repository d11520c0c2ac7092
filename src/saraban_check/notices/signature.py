"""The signature block: a name in brackets, or the place for one, and the position below. The name is not kept."""

import re
from typing import NamedTuple

from ..model.notice import Blank, NoticePart, Stated
from ..reference.notice_words import notice_words
from .blanks import BLANK
from .lines import Lines, one_line
from .persons import position_alone
from .skeleton import skeleton_of

_BRACKETS = re.compile(r"[(（]([^()（）\n]{0,120}(?:\n[^()（）\n]{0,60})?)[)）]")
_SIGN = re.compile(r"\s*(?:ลง\s*(?:ชื่อ|นาม)|ประทับตรา|สำเนา.*|signed)\s*", re.IGNORECASE)
_NOTHING = re.compile(r"[\s.…_\-–—]*")
_IS_CALLED = re.compile(r"^ตำแหน่ง\s*[:：]?\s*")
_THAI = re.compile("[ก-๛]")
_WIDEST = 300
_MOST_LINES = 4
_TAIL_LINES = 16
"""Where no day is found, the block is sought in so many last lines."""


class Signature(NamedTuple):
    """`has_block`: a name in brackets, or its place, stands there; `blank` is that place where nobody filled it in.

    `has_unread_position`: below stands a line that is no position known here. It may hold anything, and is not kept.
    """

    has_block: bool = False
    position: Stated | None = None
    blank: Blank | None = None
    has_unread_position: bool = False


def find_signature(text: str, lines: Lines, start: int | None, issuer: str) -> Signature:
    """The block below a place (the day), or near the end. `issuer` is the title's agency, blank where there is none."""
    if start is None:
        start = _tail(text)
    for match in _BRACKETS.finditer(text, start):
        inside = match[1]
        if _SIGN.fullmatch(inside) or _position_in(inside):
            continue
        position = _position(text, lines, match.end(), issuer)
        is_blank = _NOTHING.fullmatch(inside) is not None or BLANK.fullmatch(inside.strip()) is not None
        if position is None and not is_blank and not _is_alone(text, lines, match):
            continue  # a remark in brackets
        blank = Blank(NoticePart.SIGNATURE, one_line(match[0]), lines.number(match.start())) if is_blank else None
        is_unread = position is None and _is_thai_line_below(text, lines, match.end())
        return Signature(True, position, blank, is_unread)
    return Signature(position=_position(text, lines, start, issuer, anywhere=True))


def _tail(text: str) -> int:
    place = len(text)
    for _ in range(_TAIL_LINES):
        place = text.rfind("\n", 0, place)
        if place < 0:
            return 0
    return place


def _is_alone(text: str, lines: Lines, match: re.Match[str]) -> bool:
    behind = text[match.end() : min(lines.end(match.end()), match.end() + _WIDEST)]
    return not lines.before(match.start(), _WIDEST).strip() and not behind.strip()


def _position(text: str, lines: Lines, start: int, issuer: str, *, anywhere: bool = False) -> Stated | None:
    """The lines that a position stands on: the first words of it are known, so that no name is taken for one."""
    parts: list[str] = []
    place, first = start, 0
    for count in range(_TAIL_LINES if anywhere else 2 * _MOST_LINES):
        end = lines.end(place)
        line = _IS_CALLED.sub("", position_alone(text[place : min(end, place + _WIDEST)]))
        if parts:
            if not (_position_in(line) or _goes_on(line, parts[-1], issuer)):
                break
            parts.append(line)
        elif _position_in(line):
            parts, first = [line], lines.number(place)
        elif line and not anywhere and count and not _NOTHING.fullmatch(line):
            break
        if end >= len(text) or len(parts) == _MOST_LINES:
            break
        place = end + 1
    return Stated(one_line("\n".join(parts)), first) if parts else None


def _is_thai_line_below(text: str, lines: Lines, start: int) -> bool:
    below = text[lines.end(start) : lines.end(start) + _WIDEST].strip().partition("\n")[0]
    return _THAI.match(below) is not None


def _position_in(line: str) -> bool:
    skeleton = skeleton_of(line)
    return any(
        skeleton.startswith(skeleton_of(word)) for word in (*notice_words("position"), *notice_words("position_more"))
    )


def _goes_on(line: str, before: str, issuer: str) -> bool:
    """Whether a line goes on with an agency's name that the line before broke off, as a PDF breaks it."""
    said, rest, name = skeleton_of(before), skeleton_of(line), skeleton_of(issuer)
    if not rest:
        return False
    if said.endswith(_KINDS) or (rest.startswith(_AGENCIES) and not said.endswith(_AGENCIES)):
        return True
    place = (said + rest).find(name) if name else -1
    return place >= 0 and place < len(said) < place + len(name)


_AGENCIES = tuple(map(skeleton_of, ("องค์การบริหารส่วน", "เทศบาล", "เทศมนตรี", "อบต.", "อบจ.", "เมืองพัทยา")))
_KINDS = tuple(
    skeleton_of(part + kind)
    for part, kinds in (("องค์การบริหารส่วน", ("ตำบล", "จังหวัด")), ("เทศมนตรี", ("ตำบล", "เมือง", "นคร")))
    for kind in kinds
)
"""What a name must follow."""

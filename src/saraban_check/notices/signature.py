"""The signature block: a name in brackets, or the place for one, and the position below. The name is not kept."""

import re
from typing import NamedTuple

from ..model.lazy_pattern import lazy_pattern
from ..model.notice import Blank, NoticePart, Stated
from .blanks import BLANK
from .lines import Lines, one_line
from .persons import is_unnamed, without_person
from .position import find_position, find_position_alone, is_certified, is_foot, is_position, position_in

_BRACKETS = lazy_pattern(r"[(（]([^()（）\n]{0,120}(?:\n[^()（）\n]{0,60})?)[)）]")
_SIGN = lazy_pattern(r"\s*(?:ลง\s*(?:ชื่อ|นาม)|ประทับตรา|สำเนา.*|signed)\s*", re.IGNORECASE)
_SIGNED_BY = lazy_pattern(r"^\(?ลง\s*(?:ชื่อ|นาม)\)?[\s.…_-]*")
_NAME_ALONE = lazy_pattern(r"[ก-๎]{2,30} {1,4}(?:[ก-๎]{1,4} {1,4})?[ก-๎]{2,40}")
"""A first name and a family name, with nothing else on the line."""
_NOTHING = lazy_pattern(r"[\s.…_\-–—]*")
_THAI = lazy_pattern("[ก-๛]")
_WIDEST = 300
_TAIL_LINES = 16
"""Where no day is found, the block is sought in so many last lines."""
_LONGEST_NAME = 80
_STAMP_LINES = 4
"""Above a certifier's name: สำเนาถูกต้อง, and the place to sign."""


class Signature(NamedTuple):
    """`has_block`: a name in brackets, or its place, stands there; `blank` is that place where nobody filled it in.

    `has_unread_position`: below stands a line that is no position known here. It may hold anything, and is not kept.
    """

    has_block: bool = False
    position: Stated | None = None
    blank: Blank | None = None
    has_unread_position: bool = False


def find_signature(text: str, lines: Lines, start: int | None, issuer: str) -> Signature:
    """The block below a place (the day), or near the end. `issuer` is the title's agency, blank where there is none.

    What stands in brackets above a position is the name, whatever it says; without brackets it is the line above one.
    Who certifies a copy does not sign it.
    """
    is_dated = start is not None
    if start is None:
        start = _tail(text)
    above, in_brackets = start, None
    for match in _BRACKETS.finditer(text, start):
        inside = match[1]
        if _SIGN.fullmatch(inside):
            continue
        is_copy = _is_below_a_stamp(text, lines, above, match.start())
        above = match.end()
        if is_copy:
            continue
        position = find_position(text, lines, match.end(), issuer) or _position_in_brackets(
            text, lines, match.end(), issuer
        )
        is_blank = is_unnamed(inside) or BLANK.fullmatch(inside.strip()) is not None
        if position is None and not is_blank and not _is_alone(text, lines, match):
            continue  # a remark in brackets
        is_unread = position is None and _is_unread_position(text, lines, match.end())
        if position is None and not is_unread and not is_blank and is_position(inside, issuer):
            said = position_in(one_line(inside), issuer)
            in_brackets = in_brackets or (Stated(said, lines.number(match.start())) if said else None)
            continue
        blank = Blank(NoticePart.SIGNATURE, one_line(match[0]), lines.number(match.start())) if is_blank else None
        return Signature(True, position, blank, is_unread)
    position = find_position_alone(text, lines, start, issuer, _TAIL_LINES)
    if position is not None and _is_below_a_name(text, lines, start, position.line, is_dated=is_dated):
        return Signature(True, position)
    return Signature(position=position or in_brackets)


def _tail(text: str) -> int:
    place = len(text)
    for _ in range(_TAIL_LINES):
        place = text.rfind("\n", 0, place)
        if place < 0:
            return 0
    return place


def _is_below_a_name(text: str, lines: Lines, start: int, number: int, *, is_dated: bool) -> bool:
    """Whether the last line that says anything between a place and a position is a person's name.

    It begins with a title; below the day, in the form of the Royal Gazette, there may be the name alone.
    """
    above = text[start : lines.span(number)[0]].split("\n")
    said = next((line.strip() for line in reversed(above) if not _NOTHING.fullmatch(line[:_WIDEST])), "")
    said = _SIGNED_BY.sub("", said[:_WIDEST])
    if not 0 < len(said) <= _LONGEST_NAME:
        return False
    return not without_person(said) or (is_dated and _NAME_ALONE.fullmatch(said) is not None and not is_foot(said))


def _is_below_a_stamp(text: str, lines: Lines, above: int, place: int) -> bool:
    first = max(lines.number(above), lines.number(place) - _STAMP_LINES)
    return is_certified(text[max(above, lines.span(first)[0], place - _WIDEST) : place])


def _position_in_brackets(text: str, lines: Lines, start: int, issuer: str) -> Stated | None:
    """A position that stands in brackets of its own, right below a name in brackets."""
    start += len(text[start : start + _WIDEST]) - len(text[start : start + _WIDEST].lstrip())
    found = _BRACKETS.match(text, start)
    said = "" if found is None else position_in(one_line(found[1]), issuer)
    return Stated(said, lines.number(start)) if said else None


def _is_alone(text: str, lines: Lines, match: re.Match[str]) -> bool:
    behind = text[match.end() : min(lines.end(match.end()), match.end() + _WIDEST)]
    return not lines.before(match.start(), _WIDEST).strip() and not behind.strip()


def _is_unread_position(text: str, lines: Lines, start: int) -> bool:
    """Whether a line in Thai stands below, and is none of the paper's foot."""
    below = text[lines.end(start) : lines.end(start) + _WIDEST].strip().partition("\n")[0]
    return _THAI.match(below) is not None and not is_foot(below)

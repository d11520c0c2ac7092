"""A signatory's position: the lines that it stands on, told by its first words, so that no name is taken for one."""

import re

from ..model.lazy_pattern import lazy_pattern
from ..model.notice import Stated
from ..reference.kinds import kind_of_name, without_prefix
from .heads import acts_for, begins_as_head, has_grade, is_head
from .lines import Lines, one_line
from .offices import without_name
from .persons import position_alone
from .skeleton import folded_words, skeleton_of

_NOTHING = lazy_pattern(r"[\s.…_\-–—]*")
_IS_CALLED = lazy_pattern(r"^ตำแหน่ง\s*[:：]?\s*")
_FOOT = lazy_pattern(
    r"\s*(?:สำเนา|รับรอง|หมายเหตุ|ที่อยู่|เลขที่|หน้า|แผ่นที่|ร่าง|ผู้ร่าง|พิมพ์|ผู้พิมพ์|ทาน|ผู้ทาน|ตรวจ|ผู้ตรวจ(?!ราชการ)|ปิดประกาศ|สำนักปลัด|กอง|ฝ่าย|งาน|กลุ่ม)"
)
_CONTACT = lazy_pattern(r"[0-9๐-๙@]|โทร|www\.", re.IGNORECASE)
"""A telephone, an address, a page: what stands below a position, and is none of it."""
_CONTACT_BEHIND = lazy_pattern(r"\s(?:โทร|www\.|อีเมล|e-mail)", re.IGNORECASE)
_NAME = lazy_pattern(r"[ก-๎][ก-๎ -]*")
_ASIDE = lazy_pattern(r"([^()（）\t]{1,120})[(（]([^()（）]{1,120})[)）]")
_WIDEST = 300
_MOST_LINES = 4
_MOST_BLANK = 8


def find_position(text: str, lines: Lines, start: int, issuer: str) -> Stated | None:
    """The position below a name in brackets: the first line that says anything, and those that it goes on with."""
    place = start
    for count in range(_MOST_BLANK):
        end = lines.end(place)
        line = _line(text, place, end, issuer)
        if is_position(line, issuer):
            return _whole(text, lines, place, issuer)
        if (line and count and not _NOTHING.fullmatch(line)) or end >= len(text):
            return None
        place = end + 1
    return None


def find_position_alone(text: str, lines: Lines, start: int, issuer: str, most_lines: int) -> Stated | None:
    """The first line of some that is a position, where no name in brackets stands; none below a certified copy."""
    place = start
    for _ in range(most_lines):
        end = lines.end(place)
        if is_certified(text[place : min(end, place + _WIDEST)]):
            return None
        if _begins_a_position(_line(text, place, end, issuer), issuer):
            return _whole(text, lines, place, issuer)
        if end >= len(text):
            return None
        place = end + 1
    return None


def is_position(text: str, issuer: str) -> bool:
    """Whether a text begins as positions do, leads the agency, or ends with a grade."""
    return _begins_a_position(text, issuer) or has_grade(text)


def is_certified(line: str) -> bool:
    """Whether a line says that a copy is true: who signs below it, certifies the copy."""
    return "สาเนาถกตอง" in (said := skeleton_of(line)) or "รบรองสาเนา" in said


def is_foot(line: str) -> bool:
    """Whether a line belongs to the foot of a paper: certified, drafted by, page, telephone."""
    return _FOOT.match(line) is not None or _CONTACT.search(line) is not None


def _whole(text: str, lines: Lines, start: int, issuer: str) -> Stated:
    """The lines of a position: further ones act for somebody, or finish the agency's name."""
    end = lines.end(start)
    parts = [_line(text, start, end, issuer)]
    while end < len(text) and len(parts) < _MOST_LINES:
        place, end = end + 1, lines.end(end + 1)
        line = _line(text, place, end, issuer)
        said = "".join(map(skeleton_of, parts))
        acts = not acts_for(parts[-1]) or skeleton_of(line).startswith(folded_words("position_more"))
        is_more = is_position(line, issuer) and (acts or not is_head(one_line("\n".join(parts)), issuer))
        if not (is_more or _goes_on(line, said, issuer)):
            break
        parts.append(line)
    return Stated(one_line("\n".join(parts)), lines.number(start))


def _line(text: str, start: int, end: int, issuer: str) -> str:
    """The position on a line; what stands in brackets behind its words is a part of it where it is one itself."""
    line = text[start : min(end, start + _WIDEST)].strip()
    aside = _ASIDE.match(line)
    if aside is None or not is_position(aside[2], issuer) or position_alone(aside[1]) != aside[1].strip():
        line = position_alone(line)
    else:
        line = f"{aside[1].strip()} ({position_alone(aside[2])}) {position_alone(line[aside.end() :])}".strip()
    line = _IS_CALLED.sub("", line)
    contact = _CONTACT_BEHIND.search(line)
    said = without_name(line if contact is None else line[: contact.start()].rstrip(), issuer)
    if has_grade(said) and not _begins_a_position(said, issuer):
        return said.rpartition(" ")[2]  # before a position that its grade alone tells, a name may stand
    return said


def position_in(text: str, issuer: str) -> str:
    """The position that a text is, without a name; blank where it is none."""
    said = without_name(text, issuer)
    return said if is_position(said, issuer) else ""


def _begins_a_position(line: str, issuer: str) -> bool:
    return skeleton_of(line).removeprefix("รอง").startswith(
        folded_words("position", "position_more")
    ) or begins_as_head(line, issuer)


def _goes_on(line: str, said: str, issuer: str) -> bool:
    """Whether a line goes on with an agency's name that the line before broke off, as a PDF breaks it."""
    rest, name = skeleton_of(line), skeleton_of(issuer)
    if not rest:
        return False
    place = (said + rest).find(name) if name else -1
    if place >= 0 and place < len(said) < place + len(name):
        return True
    own = skeleton_of(without_prefix(issuer, kind_of_name(issuer)))
    if is_foot(line) or (own and said.endswith(own)):
        return False
    if said.endswith(_KINDS):
        return _NAME.fullmatch(line) is not None and not rest.startswith(_AGENCIES)
    return not said.endswith(_AGENCIES) and (rest.startswith(_AGENCIES) or bool(name and rest.startswith(name)))


_AGENCIES = tuple(map(skeleton_of, ("องค์การบริหารส่วน", "เทศบาล", "เทศมนตรี", "อบต.", "อบจ.", "เมืองพัทยา")))
_KINDS = tuple(
    skeleton_of(part + kind)
    for part, kinds in (("องค์การบริหารส่วน", ("ตำบล", "จังหวัด")), ("เทศมนตรี", ("ตำบล", "เมือง", "นคร")))
    for kind in kinds
)
"""What a name must follow."""

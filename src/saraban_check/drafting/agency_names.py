"""An agency's name as a notice has it, in full, and the position of whoever issues and signs it."""

from enum import Enum

from ..model.lazy_pattern import lazy_pattern
from ..model.record import Kind
from ..model.text import Text
from ..notices.heads import acts_for, head_of, signs_for_head
from ..reference.kinds import kind_of_name, without_prefix
from .plain_text import one_plain_line

LONGEST = 300
"""Characters of a name, or of any one fact: the longest name of an agency has about 100 with all its places."""

_THAI = lazy_pattern("[ก-ฮ]")
_A_PLACE_TOO = lazy_pattern("สำนัก(?!งาน)")
"""Offices are called so, and tambons: beside a kind that is given it tells none."""
_PLACE_BEHIND = lazy_pattern(r" ?[(\[].*|(?: |, ?)(?:ต\.|ตำบล|(?:กิ่ง)?(?:อ\.|อำเภอ)|จ\.|จังหวัด).*")
_WORD_BEFORE = {
    "pao": lazy_pattern(r"(?:จ\.|จังหวัด)\s*"),
    "sao": lazy_pattern(r"(?:ต\.|ตำบล)\s*"),
    "subdistrict": lazy_pattern(r"(?:ต\.|ตำบล)\s*"),
}
"""A word that the kind's own name ends in: อบต.ตำบลวังทอง."""


class BadName(Enum):
    """Why no notice can be drafted in a name."""

    MISSING = Text("ไม่มีชื่อหน่วยงาน", "the agency has no name")
    NOT_THAI = Text("ชื่อหน่วยงานไม่ใช่ภาษาไทย", "the agency's name is not in Thai")
    TOO_LONG = Text("ชื่อหน่วยงานยาวเกิน 300 ตัวอักษร", "the agency's name is longer than 300 characters")
    ANOTHER_KIND = Text("ชื่อกับประเภทหน่วยงานไม่ตรงกัน", "the name says another kind than is given")


def agency_in_full(name: str, kind: Kind | None) -> str | BadName:
    """`อบต.วังทอง` as องค์การบริหารส่วนตำบลวังทอง, without the district and province behind it.

    The name of an agency that is no local body stays as it is, as does one whose kind is not known.
    """
    plain = one_plain_line(name)
    if not plain:
        return BadName.MISSING
    if len(plain) > LONGEST:
        return BadName.TOO_LONG
    if not _THAI.search(plain):
        return BadName.NOT_THAI
    said = None if _A_PLACE_TOO.match(plain) and kind is not None else kind_of_name(plain)
    kind = kind or said
    if kind is None:
        return plain
    if kind.key in ("bangkok", "pattaya"):
        return kind.name.th if said is kind else BadName.ANOTHER_KIND
    if kind.type_digits is None:
        return plain
    if said is not None and said is not kind:
        return BadName.ANOTHER_KIND
    own = own_name(plain, kind)
    return kind.name.th + own if _THAI.search(own) else BadName.MISSING


def own_name(name: str, kind: Kind | None) -> str:
    """The name of a local body without its kind and its places: `วังทอง`."""
    rest = without_prefix(one_plain_line(name), kind)
    if kind is None or kind.type_digits is None:
        return rest
    before = _WORD_BEFORE.get(kind.key)
    if before is not None and (found := before.match(rest)) and found.end() < len(rest):
        rest = rest[found.end() :]
    return _PLACE_BEHIND.sub("", rest).strip(" .,")


def short_name(agency: str) -> str:
    """`อบต.วังทอง`, for the name of a file."""
    kind = kind_of_name(agency)
    if kind is None or kind.type_digits is None or kind.only_code is not None:
        return agency
    return kind.short + own_name(agency, kind)


def issuer_of(agency: str, position: str | None) -> str | None:
    """The position of whoever lays the channels down, by section 20 the head; None where it is not known.

    Whoever signs in the head's place does so for the head. Else the position that was given holds: some sorts of agency
    have heads of several names.
    """
    if position is None:
        return head_of(agency)
    signs_for = acts_for(position)
    if signs_for == position and signs_for_head(position, agency) is not False:
        return position
    return head_of(agency) or signs_for or position


def parted_position(position: str, agency: str) -> tuple[str, str]:
    """A position up to where a line of it may end, and the rest.

    `รองอธิบดี รักษาราชการแทน | อธิบดีกรมสมมติ`, `อธิการบดี | มหาวิทยาลัยสมมติ`.
    """
    places = (position.find(name) for name in (head_of(agency), agency) if name)
    place = next((place for place in places if place > 0), 0)
    return position[:place], position[place:]

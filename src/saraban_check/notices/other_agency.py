"""Whether another agency is named behind the word for one: a name that is not the title's, whole and up to its end.

A kind without a name ("องค์การบริหารส่วนตำบลหรือเจ้าหน้าที่") names none. Where it cannot be told that a name is another one,
it is none (decisions: Notices).
"""

import re
from typing import NamedTuple

from ..model.lazy_pattern import lazy_pattern
from ..reference.kinds import kind_of_name
from .agency_levels import Level
from .agency_words import AgencyWord
from .lines import one_line
from .running_text import KnownNames, known_name_in, name_in, runs_on, up_to_its_end
from .skeleton import Skeleton, skeleton_of

NAME = lazy_pattern(r"[^\S\n]{0,2}\n?[^\S\n]{0,2}([ก-๎][ก-๎-]{0,80})")
NUMBER = lazy_pattern(r"\s{0,2}([0-9๐-๙]{1,3})(?![0-9๐-๙])")
_LINE_END = lazy_pattern(r"[^\S\n]*(?:\n|$)")
_TAIL = lazy_pattern(r"[^\S\n]{0,2}(?:เขต|ภาค|แห่งที่|ที่)?[^\S\n]?[0-9๐-๙]{1,3}(?![0-9๐-๙])")
_NUMBERED = lazy_pattern("(?:เขต|ภาค|แห่งที|ที)?[0-9]")
_LETTERS = lazy_pattern("[ก-๎]{0,80}")
NEXT_WORD = lazy_pattern(r"[^\S\n]{1,3}([ก-๎0-9๐-๙]{1,80})")
_LONGEST = 60
LONGEST_ENDING = 12
"""Letters by which a name may be longer than the agency's own, and of one that is no verb, where nothing tells more."""
_OBJECT = lazy_pattern("(?:ติดต่อ|ของ|จาก|ถึง|กับ|แก่|อธิบดี|ปลัด)$")
_TELLING = lazy_pattern("(?:เหนือ|ใต้|ตะวันออก|ตะวันตก|กลาง|ใหญ่|น้อย|บน|ล่าง|เก่า)")
"""What tells two places of one name apart."""
_PREPOSED = ("ใน", "นอก")
"""So do these, which are prepositions where more follows."""


class OtherAgency(NamedTuple):
    """Another agency as it is written, and from where to where in the text."""

    text: str
    place: int
    end: int


def other_agency(
    skeleton: Skeleton, word: AgencyWord, known: KnownNames | None, *, is_sure: bool
) -> OtherAgency | None:
    """The other agency that stands behind a word; None where it is the title's, or may be, or nothing is named.

    `is_sure`: it stands where an agency must stand (the subject, a position).
    """
    text, place = skeleton.text, skeleton.place(word.begin)
    for level in word.levels:
        if skeleton.letters.startswith(level.skeleton, word.end):
            end = skeleton.end(word.end + len(level.skeleton))
            rest = _longer(text, end, level, known, skeleton.letters[word.end : word.end + 60], is_sure=is_sure)
            return None if not rest else OtherAgency(one_line(text[place : end + len(rest)]), place, end + len(rest))
    is_numbered = bool(word.levels) and word.levels[0].skeleton[0].isdigit()
    match = (NUMBER if is_numbered else NAME).match(text, word.behind)
    if match is None or (not (is_numbered or is_sure or word.kind) and match.start(1) > word.behind):
        return None  # behind a space stands no name of theirs: สำนักงานเลขานุการกรม หมายเลขโทรศัพท์
    if not is_sure and text.startswith(":", match.end()):
        return None  # a label stands on the next line
    name = match[1]
    if not is_numbered:
        if any(_is_own(skeleton, word, level, name, is_sure=is_sure) for level in word.levels):
            return None
        is_object = _OBJECT.search(text, max(0, place - 10), place) is not None
        name = _name(name, word, known, is_sure=is_sure, is_object=is_object)
        if not name and is_sure and word.kind and match.start(1) == word.behind and _LINE_END.match(text, match.end()):
            name = match[1] if len(skeleton_of(match[1])) <= LONGEST_ENDING else ""  # nothing follows: องค์การ…ตำบลควร
    end = match.start(1) + len(name)
    if name and any(re.search("[0-9]", level.skeleton) for level in word.levels) and (number := _TAIL.match(text, end)):
        end = number.end()
    return OtherAgency(one_line(text[place:end])[:_LONGEST], place, end) if name else None


def _name(text: str, word: AgencyWord, known: KnownNames | None, *, is_sure: bool, is_object: bool) -> str:
    """The name at the beginning of a text; a registry decides about local agencies where no agency must stand.

    `is_object`: something is done to the agency, so that no verb follows: ติดต่อกรมส่งเสริม….
    """
    if any(text.startswith(one) for level in word.levels for one in level.words):
        return ""  # สำนักงานเลขานุการกรม กรมสาธิต
    if known is not None and word.kind is not None:
        found = known_name_in(text, word.kind, known)
        return found or (name_in(text) if is_sure else "")
    return name_in(text, may_act=word.kind is not None or not (is_sure or is_object))


def _longer(text: str, end: int, level: Level, known: KnownNames | None, letters: str, *, is_sure: bool) -> str:
    """The letters by which a name is longer than the agency's own; blank where the text only runs on."""
    found = _LETTERS.match(text, end)
    rest = found[0] if found is not None else ""
    if not rest or (runs_on(rest) and not (is_sure and rest in _PREPOSED)):
        return ""
    if known is not None and level.kind is not None and (name := known.longest(level.kind, letters)):
        more = name.removeprefix(level.skeleton) if len(name) > len(level.skeleton) else ""
        return rest if more and skeleton_of(rest).startswith(more) else ""
    more = up_to_its_end(rest)
    if is_sure:
        return more if len(skeleton_of(more)) <= LONGEST_ENDING else ""
    telling = _TELLING.match(rest)
    return telling[0] if telling is not None and (telling.end() == len(rest) or runs_on(rest[telling.end() :])) else ""


def _is_own(skeleton: Skeleton, word: AgencyWord, level: Level, name: str, *, is_sure: bool) -> bool:
    """Whether a name is the agency's own without its last words; a number that belongs to it must be the same."""
    said = skeleton_of(name)
    if not said or not level.is_shortened(said):
        return False
    end = word.end + len(said)
    rest = level.skeleton[len(said) :]
    if _NUMBERED.match(rest) and _NUMBERED.match(skeleton.letters, end):
        return False
    behind = NEXT_WORD.match(skeleton.text, skeleton.end(end))
    return not (is_sure and behind is not None and not runs_on(behind[1]) and kind_of_name(behind[1]) is None)

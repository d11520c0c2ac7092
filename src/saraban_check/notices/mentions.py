"""Other agencies in a notice: the name that a template was filled in with before, or its example.

Local agencies are told by the word of their kind, others where they are of the sort of the title's agency or of one
that it belongs to. A kind without a name ("องค์การบริหารส่วนตำบลหรือเจ้าหน้าที่"), a law that has one in its name and what the
agency was before are none. Where it cannot be told that a name is another one, it is none (decisions: Notices).
"""

import re
from functools import cache
from typing import NamedTuple

from ..model.notice import Stated
from ..model.record import Kind
from ..reference.agency_heads import agency_sorts
from ..reference.kinds import kind_of_name
from ..reference.places import find_province
from .agency_levels import Level, levels_of
from .agency_words import AgencyWord, agency_words
from .lines import Lines, one_line
from .running_text import KnownNames, known_name_in, name_in, runs_on, up_to_its_end
from .skeleton import Skeleton, skeleton_of

_NAME = re.compile(r"[^\S\n]{0,2}\n?[^\S\n]{0,2}([ก-๎][ก-๎-]{0,80})")
_NUMBER = re.compile(r"\s{0,2}([0-9๐-๙]{1,3})(?![0-9๐-๙])")
_LINE_END = re.compile(r"[^\S\n]*(?:\n|$)")
_TAIL = re.compile(r"[^\S\n]{0,2}(?:เขต|ภาค|แห่งที่|ที่)?[^\S\n]?[0-9๐-๙]{1,3}(?![0-9๐-๙])")
_NUMBERED = re.compile("(?:เขต|ภาค|แห่งที|ที)?[0-9]")
_LETTERS = re.compile("[ก-๎]{0,80}")
_NEXT_WORD = re.compile(r"[^\S\n]{1,3}([ก-๎0-9๐-๙]{1,80})")
_LAW = re.compile(r"(?:พระราชบัญญัติ|พ\.\s?ร\.\s?บ\.|ระเบียบ|ข้อบัญญัติ|กฎกระทรวง|ประมวลกฎหมาย)[^\n]{0,80}$")
_FORMERLY = re.compile(r"(?:(?<![ก-๎])|ซึ่ง|แต่|ชื่อ|ฐานะ)เดิม|ยกฐานะ|เปลี่ยน(?:แปลง)?(?:ฐานะ|ชื่อ)|ยุบรวม|ควบรวม|แยกจาก")
_BECAME = re.compile(r"[^\n]{1,60}?(?:เป็น|ยกฐานะ|เปลี่ยน(?:แปลง)?ฐานะ)")
_LAW_IS_OVER = re.compile(r"(?:พ\s*+(?:\.\s*+)?ศ(?:\s*+\.)?|พุทธศักราช)\s*+[0-9๐-๙]{4}|ดังกล่าว|เดียวกัน|ข้างต้น")
_CHANNEL = re.compile(r"line|ไลน์|facebook|เฟซบุ๊ก|เฟสบุ๊ก|เฟซบุ๊ค|เฟสบุ๊ค|เพจ|youtube", re.IGNORECASE)
_SHARED = 4
"""Letters that a position has in common with the title before a place: สำนักงานเกษตรอำเภอ…, เกษตรอำเภอ…"""
_VERB = re.compile("จึง|ขอ(?:ออก)?ประกาศ|ออกประกาศ|ได้ออก")
_ISSUES = re.compile(
    r"\s{0,4}(?:(?:อำเภอ|จังหวัด|กระทรวง)\S{1,40}\s{1,3}){0,2}(?:โดย\S{1,60}\s{1,3})?"
    r"(?:จึง(?:ได้)?(?:ขอ)?(?:ออก)?ประกาศ|(?:ได้|ขอ)?ออกประกาศ|ขอประกาศ"
    r"|(?<!\n)ประกาศ(?!กำหนด|ฉบับ|ของ|นี้|ที่|เมื่อ|[^\S\n]{0,2}ณ))"
)
_WHO_DECLARES = re.compile(r"ข้าพเจ้า[^\n]{0,120}$")
_LONGEST = 60
_LONGEST_ENDING = 12
"""Letters by which a name may be longer than the agency's own, and of one that is no verb, where nothing tells more."""


_OBJECT = re.compile("(?:ติดต่อ|ของ|จาก|ถึง|กับ|แก่|อธิบดี|ปลัด)$")
_TELLING = re.compile("(?:เหนือ|ใต้|ตะวันออก|ตะวันตก|กลาง|ใหญ่|น้อย|บน|ล่าง|เก่า)")
"""What tells two places of one name apart."""
_PREPOSED = ("ใน", "นอก")
"""So do these, which are prepositions where more follows."""


class Mentions(NamedTuple):
    """Other agencies, each once. `is_sure`: one stands in the subject, or as issuer or signatory; such come first."""

    others: tuple[Stated, ...] = ()
    is_sure: bool = False


class _Other(NamedTuple):
    text: str
    place: int
    end: int


def find_mentions(
    skeleton: Skeleton,
    lines: Lines,
    issuer: str,
    start: int,
    body: int,
    position: Stated | None,
    known: KnownNames | None = None,
) -> Mentions:
    """The agencies named from a place on that are not the title's; `body` is where the title ends.

    `position` is the signatory's; `known` are the names of a registry, where one is present.
    """
    levels = levels_of(issuer)
    own_kind = kind_of_name(issuer)
    sure: dict[str, Stated] = {}
    found: dict[str, Stated] = {}
    if position is not None:
        line = Skeleton(position.text)
        for word in agency_words(line, levels, 0):
            if (other := _other(line, word, known, is_sure=True)) is not None:
                sure.setdefault(skeleton_of(other.text), Stated(position.text, position.line))
    words = issuer.count(" ")
    for word in agency_words(skeleton, levels, start):
        place = skeleton.place(word.begin)
        is_issuing = _is_issuing(skeleton.text, place, word.behind, words)
        is_sure = place < body or (is_issuing and _is_headed(skeleton.text, word, place, issuer))
        other = _other(skeleton, word, known, is_sure=is_sure)
        if other is None or _is_in_a_law(skeleton.text, place) or _is_former(skeleton.text, word, other, own_kind):
            continue
        if not is_sure and (_is_of_a_channel(lines, word, other, levels) or not _is_told_in_text(word, other)):
            continue
        is_sure = is_sure or (is_issuing and len(skeleton_of(other.text)) - (word.end - word.begin) <= _LONGEST_ENDING)
        stated = Stated(other.text, lines.number(place))
        (sure if is_sure else found).setdefault(skeleton_of(other.text), stated)
    rest = [other for key, other in found.items() if key not in sure]
    return Mentions((*sure.values(), *rest), is_sure=bool(sure))


def _other(skeleton: Skeleton, word: AgencyWord, known: KnownNames | None, *, is_sure: bool) -> _Other | None:
    """The other agency that stands behind a word; None where it is the title's, or may be, or nothing is named.

    `is_sure`: it stands where an agency must stand (the subject, a position).
    """
    text, place = skeleton.text, skeleton.place(word.begin)
    for level in word.levels:
        if skeleton.letters.startswith(level.skeleton, word.end):
            end = skeleton.end(word.end + len(level.skeleton))
            rest = _longer(text, end, level, known, skeleton.letters[word.end : word.end + 60], is_sure=is_sure)
            return None if not rest else _Other(one_line(text[place : end + len(rest)]), place, end + len(rest))
    is_numbered = bool(word.levels) and word.levels[0].skeleton[0].isdigit()
    match = (_NUMBER if is_numbered else _NAME).match(text, word.behind)
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
            name = match[1] if len(skeleton_of(match[1])) <= _LONGEST_ENDING else ""  # nothing follows: องค์การ…ตำบลควร
    end = match.start(1) + len(name)
    if name and any(re.search("[0-9]", level.skeleton) for level in word.levels) and (number := _TAIL.match(text, end)):
        end = number.end()
    return _Other(one_line(text[place:end])[:_LONGEST], place, end) if name else None


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
        return more if len(skeleton_of(more)) <= _LONGEST_ENDING else ""
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
    behind = _NEXT_WORD.match(skeleton.text, skeleton.end(end))
    return not (is_sure and behind is not None and not runs_on(behind[1]) and kind_of_name(behind[1]) is None)


def _is_issuing(text: str, place: int, behind: int, words: int) -> bool:
    """Whether the agency here is the one that issues: `… ออกประกาศ`, `ข้าพเจ้า …`.

    `words` are those of the title's agency behind its first: as many may follow here.
    """
    if _WHO_DECLARES.search(text, max(0, place - 140), place):
        return True
    word = _NAME.match(text, behind) or _NUMBER.match(text, behind)
    for _ in range(words + 1):
        if word is None:
            return False
        verb = _VERB.search(word[1])
        end = word.end() if verb is None else word.start(1) + verb.start()
        if _ISSUES.match(text, end):
            return True
        word = _NEXT_WORD.match(text, end)
    return False


def _is_headed(text: str, word: AgencyWord, place: int, issuer: str) -> bool:
    """Whether it is the head of an agency who is named, so that its name follows and no verb: อธิบดีกรม…, เกษตรอำเภอ…"""
    if _WHO_DECLARES.search(text, max(0, place - 140), place) or text.startswith(_heads(), place):
        return True
    return text.endswith(_heads(), 0, place) or text[max(0, place - _SHARED) : word.behind] in issuer


@cache
def _heads() -> tuple[str, ...]:
    """The words for heads before an agency's name."""
    forms = [form for sort in agency_sorts() for form in (sort.head, *sort.also)]
    return tuple({form.partition("{agency}")[0] for form in forms if "{agency}" in form} - {""})


def _is_told_in_text(word: AgencyWord, other: _Other) -> bool:
    """Whether a name in running text is surely one: there are no other provinces than those known."""
    if word.kind is not None:
        return True
    if not any(level.in_text for level in word.levels):
        return False
    own = word.levels[0]
    return own.words[0] != "จังหวัด" or find_province(own.name) is None or find_province(other.text) is not None


def _is_of_a_channel(lines: Lines, word: AgencyWord, other: _Other, levels: tuple[Level, ...]) -> bool:
    """Whether it is the name of a page or of a LINE account: the agency's own in short, or of its kind before."""
    said = skeleton_of(other.text)[word.end - word.begin :]
    return any(level.skeleton.startswith(said) for level in levels) and bool(_CHANNEL.search(lines.before(other.place)))


def _is_former(text: str, word: AgencyWord, other: _Other, own: Kind | None) -> bool:
    """Whether it is told as what the agency was before: จัดตั้ง…เป็น…, เดิมคือ…"""
    if own is None or word.kind is None:
        return False
    if _FORMERLY.search(text, max(0, other.place - 60), other.place):
        return True
    return _BECAME.match(text, other.end) is not None and own.name.th in text[other.end : other.end + 120]


def _is_in_a_law(text: str, place: int) -> bool:
    found = _LAW.search(text, max(0, place - 100), place)
    return found is not None and _LAW_IS_OVER.search(found[0]) is None

"""Other agencies in a notice: the name that a template was filled in with before, or its example.

Local agencies are told by the word of their kind, others where they are of the sort of the title's agency or of one
that it belongs to. A law that has an agency in its name and what the agency was before are none. How sure it is rests
on where it stands (decisions: Notices).
"""

import re
from functools import cache
from typing import NamedTuple

from ..model.lazy_pattern import lazy_pattern
from ..model.notice import Stated
from ..model.record import Kind
from ..reference.agency_heads import agency_sorts
from ..reference.kinds import kind_of_name
from ..reference.notice_words import notice_words
from ..reference.places import find_province
from .acts import LAWS
from .agency_levels import Level, levels_of
from .agency_words import AgencyWord, agency_words
from .lines import Lines
from .other_agency import LONGEST_ENDING, NAME, NEXT_WORD, NUMBER, OtherAgency, other_agency
from .running_text import KnownNames
from .skeleton import Skeleton, skeleton_of

_LAW = lazy_pattern(rf"(?:{LAWS})[^\n]{{0,80}}$")
_FORMERLY = lazy_pattern(r"(?:(?<![ก-๎])|ซึ่ง|แต่|ชื่อ|ฐานะ)เดิม|ยกฐานะ|เปลี่ยน(?:แปลง)?(?:ฐานะ|ชื่อ)|ยุบรวม|ควบรวม|แยกจาก")
_BECAME = lazy_pattern(r"[^\n]{1,60}?(?:เป็น|ยกฐานะ|เปลี่ยน(?:แปลง)?ฐานะ)")
_LAW_IS_OVER = lazy_pattern(r"(?:พ\s*+(?:\.\s*+)?ศ(?:\s*+\.)?|พุทธศักราช)\s*+[0-9๐-๙]{4}|ดังกล่าว|เดียวกัน|ข้างต้น")
_PAGES = [word for kind in ("line", "facebook", "other") for word in notice_words(f"channel_{kind}")]
_CHANNEL = lazy_pattern("|".join(map(re.escape, ("เพจ", *_PAGES))), re.IGNORECASE)
_SHARED = 4
"""Letters that a position has in common with the title before a place: สำนักงานเกษตรอำเภอ…, เกษตรอำเภอ…"""
_VERB = lazy_pattern("จึง|ขอ(?:ออก)?ประกาศ|ออกประกาศ|ได้ออก")
_ISSUES = lazy_pattern(
    r"\s{0,4}(?:(?:อำเภอ|จังหวัด|กระทรวง)\S{1,40}\s{1,3}){0,2}(?:โดย\S{1,60}\s{1,3})?"
    r"(?:จึง(?:ได้)?(?:ขอ)?(?:ออก)?ประกาศ|(?:ได้|ขอ)?ออกประกาศ|ขอประกาศ"
    r"|(?<!\n)ประกาศ(?!กำหนด|ฉบับ|ของ|นี้|ที่|เมื่อ|[^\S\n]{0,2}ณ))"
)
_WHO_DECLARES = lazy_pattern(r"ข้าพเจ้า[^\n]{0,120}$")


class Mentions(NamedTuple):
    """Other agencies, each once. `is_sure`: one stands in the subject, or as issuer or signatory; such come first."""

    others: tuple[Stated, ...] = ()
    is_sure: bool = False


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
            if (other := other_agency(line, word, known, is_sure=True)) is not None:
                sure.setdefault(skeleton_of(other.text), Stated(position.text, position.line))
    words = issuer.count(" ")
    for word in agency_words(skeleton, levels, start):
        place = skeleton.place(word.begin)
        is_issuing = _is_issuing(skeleton.text, place, word.behind, words)
        is_sure = place < body or (is_issuing and _is_headed(skeleton.text, word, place, issuer))
        other = other_agency(skeleton, word, known, is_sure=is_sure)
        if other is None or _is_in_a_law(skeleton.text, place) or _is_former(skeleton.text, word, other, own_kind):
            continue
        if not is_sure and (_is_of_a_channel(lines, word, other, levels) or not _is_told_in_text(word, other)):
            continue
        is_sure = is_sure or (is_issuing and len(skeleton_of(other.text)) - (word.end - word.begin) <= LONGEST_ENDING)
        stated = Stated(other.text, lines.number(place))
        (sure if is_sure else found).setdefault(skeleton_of(other.text), stated)
    rest = [other for key, other in found.items() if key not in sure]
    return Mentions((*sure.values(), *rest), is_sure=bool(sure))


def _is_issuing(text: str, place: int, behind: int, words: int) -> bool:
    """Whether the agency here is the one that issues: `… ออกประกาศ`, `ข้าพเจ้า …`.

    `words` are those of the title's agency behind its first: as many may follow here.
    """
    if _WHO_DECLARES.search(text, max(0, place - 140), place):
        return True
    word = NAME.match(text, behind) or NUMBER.match(text, behind)
    for _ in range(words + 1):
        if word is None:
            return False
        verb = _VERB.search(word[1])
        end = word.end() if verb is None else word.start(1) + verb.start()
        if _ISSUES.match(text, end):
            return True
        word = NEXT_WORD.match(text, end)
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


def _is_told_in_text(word: AgencyWord, other: OtherAgency) -> bool:
    """Whether a name in running text is surely one: there are no other provinces than those known."""
    if word.kind is not None:
        return True
    if not any(level.in_text for level in word.levels):
        return False
    own = word.levels[0]
    return own.words[0] != "จังหวัด" or find_province(own.name) is None or find_province(other.text) is not None


def _is_of_a_channel(lines: Lines, word: AgencyWord, other: OtherAgency, levels: tuple[Level, ...]) -> bool:
    """Whether it is the name of a page or of a LINE account: the agency's own in short, or of its kind before."""
    said = skeleton_of(other.text)[word.end - word.begin :]
    return any(level.skeleton.startswith(said) for level in levels) and bool(_CHANNEL.search(lines.before(other.place)))


def _is_former(text: str, word: AgencyWord, other: OtherAgency, own: Kind | None) -> bool:
    """Whether it is told as what the agency was before: จัดตั้ง…เป็น…, เดิมคือ…"""
    if own is None or word.kind is None:
        return False
    if _FORMERLY.search(text, max(0, other.place - 60), other.place):
        return True
    return _BECAME.match(text, other.end) is not None and own.name.th in text[other.end : other.end + 120]


def _is_in_a_law(text: str, place: int) -> bool:
    found = _LAW.search(text, max(0, place - 100), place)
    return found is not None and _LAW_IS_OVER.search(found[0]) is None

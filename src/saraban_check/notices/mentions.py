"""Other agencies in the text of a notice: the name that a template was filled in with before, or its example.

Only local agencies are looked for, by the word of their kind; a kind without a name ("องค์การบริหารส่วนตำบลหรือเจ้าหน้าที่")
and a law that has one in its name are none. What cannot be told apart from the title's agency is taken for it.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ..model.notice import Stated
from ..model.record import Kind
from ..reference.kinds import kind_of_name, kinds, without_prefix
from ..reference.notice_words import notice_words
from .lines import Lines, one_line
from .skeleton import Skeleton, skeleton_of

_MAYORS = {"subdistrict": "เทศมนตรีตำบล", "town": "เทศมนตรีเมือง", "city": "เทศมนตรีนคร"}
"""How the position of a mayor (นายกเทศมนตรีตำบล…) says the kind."""
_NAME = re.compile(r"[^\S\n]{0,2}\n?[^\S\n]{0,2}([ก-๎][ก-๎-]{0,80})")
_LAW = re.compile(r"(?:พระราชบัญญัติ|พ\.\s?ร\.\s?บ\.|ระเบียบ|ข้อบัญญัติ|กฎกระทรวง|ประมวลกฎหมาย)[^\n]{0,80}$")
_FORMERLY = re.compile(r"(?:เดิม(?:ชื่อ|คือ|เป็น)?|ยกฐานะ(?:จาก)?|เปลี่ยนแปลงฐานะ(?:จาก)?|เปลี่ยนชื่อ(?:จาก)?)\s*$")
_RUN_ON = re.compile("หรือ|และ|โดย|ได้|ว่า|ให้|ตาม|ซึ่ง|ออก|เป็น|ทาง|ที่|เพื่อ|จึง|ของ")
_OFFICES = ("กรม", "กระทรวง", "จังหวัด", "สำนักงาน", "อำเภอ", "มหาวิทยาลัย")
_YEAR = re.compile(r"(?:พ\s*+(?:\.\s*+)?ศ(?:\s*+\.)?|พุทธศักราช)\s*+[0-9๐-๙]{4}")
_SHORT = 4
"""Letters of a kind's short form, at most."""
_CHANNEL = re.compile(r"line|ไลน์|facebook|เฟซบุ๊ก|เฟสบุ๊ก|เฟซบุ๊ค|เฟสบุ๊ค|เพจ|youtube", re.IGNORECASE)
_ACTING = tuple(map(skeleton_of, (*notice_words("position_more"), "จังหวัด", "อำเภอ")))
_MODELS = skeleton_of("วังทอง")
"""The agency of OPDC's model notice, which many templates still have."""
_LONGEST = 60


@cache
def _kind_words() -> tuple[tuple[str, Kind], ...]:
    """The words of each kind as skeleton, long and short (`อบต.`), the longest first."""
    local = [kind for kind in kinds().values() if kind.type_digits and kind.only_code is None]
    words = [(skeleton_of(kind.name.th), kind) for kind in local]
    words += [(skeleton_of(_MAYORS[kind.key]), kind) for kind in local if kind.key in _MAYORS]
    words += [(skeleton_of(kind.short), kind) for kind in local]
    return tuple(sorted(words, key=lambda word: -len(word[0])))


class Mentions(NamedTuple):
    """Other agencies, each once. `is_sure`: it is no word that only looks like a name: it stands in the subject or the
    position, more than once, or is that of the model notice.
    """

    others: tuple[Stated, ...] = ()
    is_sure: bool = False


def find_mentions(
    skeleton: Skeleton, lines: Lines, issuer: str, start: int, body: int, position: Stated | None
) -> Mentions:
    """The local agencies named from a place on that are not the title's; `body` is where the title ends.

    `position` is the signatory's: it ends with the agency's name, so there a longer name shows too.
    """
    own_kind = kind_of_name(issuer)
    own = skeleton_of(without_prefix(issuer, own_kind).partition(" ")[0])
    found: dict[str, Stated] = {}
    is_sure = False
    for begin, end, kind in _kinds_named(skeleton, start):
        if not _is_word(skeleton, begin, end, kind) or _is_in_a_law(skeleton, begin):
            continue
        if kind is own_kind and (not own or skeleton.letters.startswith(own, end)):
            continue
        name = _NAME.match(skeleton.text, _behind(skeleton, end))
        if name is None or _is_no_name(name[1]) or _is_former(skeleton, begin, end, own_kind):
            continue
        is_shortened = kind is own_kind and own.startswith(skeleton_of(name[1]))
        if is_shortened and _CHANNEL.search(lines.before(skeleton.place(begin))):
            continue  # the name of a page or of a LINE account
        text = one_line(skeleton.text[skeleton.place(begin) : name.start(1)]) + _shown(name[1])
        key, place = skeleton_of(text), skeleton.place(begin)
        is_sure = is_sure or key in found or place < body or skeleton.letters.startswith(_MODELS, end)
        found.setdefault(key, Stated(text, lines.number(place)))
    if not found and position is not None and (other := _other_position(position.text, issuer, own_kind, own)):
        return Mentions((Stated(other, position.line),), is_sure=True)
    if position is not None and any(key in skeleton_of(position.text) for key in found):
        is_sure = True
    return Mentions(tuple(found.values()), is_sure)


def _shown(name: str) -> str:
    """A name without the words that it was written up against, as far as they can be told."""
    end = _RUN_ON.search(name, 2)
    return (name if end is None else name[: end.start()])[:_LONGEST]


def _other_position(position: str, issuer: str, own_kind: Kind | None, own: str) -> str | None:
    """The agency that a position names, where it is another one than the title's; None where that cannot be told."""
    if own_kind is None or not own:
        return None
    said = skeleton_of(position)
    words = [word for word, kind in _kind_words() if kind is own_kind] or [_first_word(issuer)]
    for word in words:
        place = said.rfind(word) if word else -1
        behind = said[place + len(word) :] if place >= 0 else ""
        if behind.startswith(_ACTING):
            return None
        name = own if own_kind.type_digits is not None else own.removeprefix(word)
        if behind and not name.startswith(behind):  # a line end may have cut it
            return None if behind.startswith(name) and behind[len(name) :].startswith(_ACTING) else position
    return None


def _first_word(issuer: str) -> str:
    """กรม of กรมสาธิต: what the names of one sort of central agency begin with."""
    return next((skeleton_of(word) for word in _OFFICES if issuer.startswith(word)), "")


def _is_former(skeleton: Skeleton, begin: int, end: int, own_kind: Kind | None) -> bool:
    """Whether it is told as what the agency was before: จัดตั้ง…เป็น…, เดิมคือ…"""
    place = skeleton.place(begin)
    if _FORMERLY.search(skeleton.text[max(0, place - 40) : place]):
        return True
    if own_kind is None:
        return False
    return re.match(f".{{1,40}}?เปน{skeleton_of(own_kind.name.th)}", skeleton.letters[end : end + 100]) is not None


def _kinds_named(skeleton: Skeleton, start: int) -> Iterator[tuple[int, int, Kind]]:
    taken = bytearray(len(skeleton.letters))
    found = []
    for word, kind in _kind_words():
        place = skeleton.letters.find(word)
        while place >= 0:
            end = place + len(word)
            if skeleton.place(place) >= start and not any(taken[place:end]):
                taken[place:end] = b"\1" * len(word)
                found.append((place, end, kind))
            place = skeleton.letters.find(word, place + 1)
    yield from sorted(found, key=lambda one: one[0])


def _behind(skeleton: Skeleton, end: int) -> int:
    """Behind the word of a kind, and its full stop."""
    place = skeleton.end(end)
    return place + 1 if skeleton.text[place : place + 1] == "." else place


def _is_word(skeleton: Skeleton, begin: int, end: int, kind: Kind) -> bool:
    """Whether the skeleton are that word in the text: of a short form, its letters with their full stops."""
    if end - begin > _SHORT:
        return True
    written = "".join(skeleton.text[skeleton.place(begin) : _behind(skeleton, end)].split())
    if written in (kind.short, ".".join(kind.short.rstrip(".")) + "."):  # อบต. with its full stop is no other word
        return True
    before = skeleton.text[max(0, skeleton.place(begin) - 1) : skeleton.place(begin)]
    return len(kind.short) > _SHORT - 1 and written == kind.short.rstrip(".") and not re.match("[ก-๙]", before)


def _is_in_a_law(skeleton: Skeleton, begin: int) -> bool:
    place = skeleton.place(begin)
    found = _LAW.search(skeleton.text[max(0, place - 100) : place])
    return found is not None and _YEAR.search(found[0]) is None  # behind its year the law's name is over


def _is_no_name(text: str) -> bool:
    """Whether a text goes on where a name would stand: told by the words with their marks, for แก่ begins no แกดำ."""
    return not skeleton_of(text) or text.startswith(_no_names())


@cache
def _no_names() -> tuple[str, ...]:
    return notice_words("no_name")

"""Where a text has a word that agencies' names stand behind: องค์การบริหารส่วนตำบล, อบต., นายกเทศมนตรีเมือง, มหาวิทยาลัย."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ..model.lazy_pattern import lazy_pattern
from ..model.record import Kind
from ..reference.agency_heads import agency_sorts
from .agency_levels import Level, local_words
from .skeleton import Skeleton, skeleton_of

_BEFORE_SHORT = lazy_pattern("(?:^|[^ก-๙]|ติดต่อ|ของ|ถึง|จาก|กับ|และ|หรือ|โดย|แก่|ว่า|นายก|ปลัด|ประกาศ|สำนักงาน|ที่ทำการ)$")
_LEADING = "เแโใไ"
_LONG = 8
"""Letters of a word that no other holds by chance: its marks need not be looked at, of which PDF files lose some."""


class AgencyWord(NamedTuple):
    """A word, from where to where in the skeleton; the name stands in the text from `behind` on.

    `kind` is that of local agencies, `levels` those of the title's agency that are called so.
    """

    begin: int
    end: int
    behind: int
    kind: Kind | None
    levels: tuple[Level, ...]


def agency_words(skeleton: Skeleton, levels: tuple[Level, ...], start: int) -> Iterator[AgencyWord]:
    """The words for local agencies and those of the title's levels, from a place of the text on."""
    pattern, kinds_by_word = _words(tuple(word for level in levels if level.kind is None for word in level.words))
    for match in pattern.finditer(skeleton.letters):
        word, begin, end = match[0], match.start(), match.end()
        if skeleton.place(begin) < start:
            continue
        kind = kinds_by_word.get(word)
        its = tuple(one for one in levels if one.kind is kind and (kind or word in map(skeleton_of, one.words)))
        if kind is None and not its:
            continue  # it begins as one of the words: โรงพยาบาลส่งเสริมสุขภาพตำบล is no โรงพยาบาล
        behind = skeleton.end(end)
        if kind is not None and word == skeleton_of(kind.short):
            behind += skeleton.text[behind : behind + 1] == "."
            if not _is_short_form(skeleton, begin, behind, kind):
                continue
        elif not _is_word(skeleton, begin, end, word, its):
            continue
        yield AgencyWord(begin, end, behind, kind, its)


@lru_cache(maxsize=64)
def _words(central: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, Kind | None]]:
    """A pattern for the words in a skeleton, the longest first, and the kinds of the local ones."""
    found: dict[str, Kind | None] = {skeleton_of(word): None for word in central}
    for sort in agency_sorts():
        if not sort.begins.endswith(("จังหวัด", "อำเภอ")) and any(word in sort.begins for word in central):
            found.setdefault(skeleton_of(sort.begins), None)
    for kind, words in local_words().items():
        found |= {skeleton_of(word): kind for word in (*words, kind.short)}
    longest_first = sorted(found, key=len, reverse=True)
    return re.compile(f"{'|'.join(map(re.escape, longest_first))}"), found


def _is_short_form(skeleton: Skeleton, begin: int, behind: int, kind: Kind) -> bool:
    """Whether a short form is a word of its own: ทม. is none in ปทุมธานี, อบต. none in โดยรอบต.บ้านใหม่."""
    place = skeleton.place(begin)
    if not _BEFORE_SHORT.search(skeleton.text[max(0, place - 10) : place]):
        return False
    written = "".join(skeleton.text[place:behind].split())
    plain = kind.short.rstrip(".")
    return written in (kind.short, ".".join(plain) + ".") or (len(plain) > 2 and written == plain)


def _is_word(skeleton: Skeleton, begin: int, end: int, word: str, levels: tuple[Level, ...]) -> bool:
    """Whether the letters are that word: กรม is none in กิโลกรัม, nor in โปรแกรม."""
    if end - begin >= _LONG:
        return True
    place = skeleton.place(begin)
    if skeleton.text[max(0, place - 1) : place] in tuple(_LEADING):
        return False
    written = "".join(skeleton.text[place : skeleton.end(end)].split())
    wanted = {one for level in levels for one in level.words if skeleton_of(one) == word}
    return not wanted or any(set(written) <= set(one) for one in wanted)

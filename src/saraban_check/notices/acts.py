"""The acts that a text names: which of them are the act of 2565, also where its name is misspelt."""

from collections.abc import Iterator
from typing import NamedTuple

from ..model.lazy_pattern import lazy_pattern
from .skeleton import Skeleton, skeleton_of

ACT = "การปฏิบัติราชการทางอิเล็กทรอนิกส์"
"""The name of the act: พระราชบัญญัติการปฏิบัติราชการทางอิเล็กทรอนิกส์ พ.ศ. 2565, Electronic Performance of Government Act."""
ACT_YEAR = 2565
LAWS = r"พระราช(?:บัญญัติ|กฤษฎีกา|กำหนด)|พ\s?\.\s?ร\s?\.\s?[บฎก]\s?\.|ระเบียบ|ข้อบัญญัติ|เทศบัญญัติ|กฎกระทรวง|ประมวลกฎหมาย"
"""What the names of laws begin with, as a pattern."""

_HEAD = lazy_pattern("พระราชบญญต|พรบ")
_SHORT_HEAD = lazy_pattern(r"พ[.\s]{0,3}ร[.\s]{0,3}บ\.?")
"""พ.ร.บ., and not letters of words such as ภาพ รับ."""
_NAME = skeleton_of(ACT)
_HEAD_LENGTH = len(skeleton_of("พระราชบัญญัติ"))
_ON = skeleton_of("ว่าด้วย")
_MOST_LOST = 3
"""How many letters of พระราชบัญญัติ a PDF may lose before the act's whole name."""
_MOST_SLIPS = 5
"""How many letters of the act's name may be other ones, more, or missing, as การ may be; the next act is ten away."""
_END_OF_NAME = lazy_pattern("[0-9]|พศ|พทธศกราช|มาตรา")
_SAID_ABOVE = lazy_pattern(r"\s{0,3}(?:ฉบับ)?(?:ดังกล่าว|ข้างต้น|นี้|ฯ)")
_THE_SAME = lazy_pattern(r"\s{0,3}(?:ฉบับ)?เดียวกัน")


class Act(NamedTuple):
    """An act that is named: where in the skeleton the word for it begins, and where its name begins and ends.

    `is_ours`: it is the act of 2565, maybe with slips in its name; one that is only pointed at has no name.
    """

    start: int
    name: int
    end: int
    is_ours: bool


def find_acts(skeleton: Skeleton) -> Iterator[Act]:
    """The acts that are named, in the order of the text; one that is only pointed at is the one before it."""
    letters, last, was_ours = skeleton.letters, None, False
    heads = {found.start(): found.end() for found in _HEAD.finditer(letters) if _is_word(skeleton, *found.span())}
    ends = set(heads.values())
    for start, _ in skeleton.all(ACT):
        if not {start, start - len(_ON)} & ends and _is_head(letters[max(0, start - _HEAD_LENGTH) : start]):
            heads[max(0, start - _HEAD_LENGTH)] = start
    for start, end in sorted(heads.items()):
        text = skeleton.end(end)
        if _THE_SAME.match(skeleton.text, text) and last is not None:
            yield Act(start, end, end, last.is_ours)
        elif _SAID_ABOVE.match(skeleton.text, text):
            yield Act(start, end, end, was_ours)
        else:
            last = _named(letters, start, end)
            was_ours = was_ours or last.is_ours
            yield last


def _is_word(skeleton: Skeleton, start: int, end: int) -> bool:
    if end - start == _HEAD_LENGTH:
        return True
    return _SHORT_HEAD.fullmatch(skeleton.text, skeleton.place(start), skeleton.end(end)) is not None


def _is_head(letters: str) -> bool:
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(skeleton_of("พระราชบัญญัติ"), letters) <= _MOST_LOST


def _named(letters: str, start: int, end: int) -> Act:
    """The act behind the word for one: ours, ours with slips in its name, or another."""
    end += len(_ON) if letters.startswith(_ON, end) else 0
    if letters.startswith(_NAME, end):
        return Act(start, end, end + len(_NAME), True)
    from rapidfuzz.distance import Levenshtein

    name = letters[end : end + len(_NAME) + _MOST_SLIPS]
    if (behind := _END_OF_NAME.search(name)) is not None:
        name = name[: behind.start()]
    lengths = range(min(len(name), len(_NAME) - _MOST_SLIPS), len(name) + 1)
    slips, less = min((Levenshtein.distance(_NAME, name[:length]), -length) for length in lengths)
    if slips > _MOST_SLIPS:
        return Act(start, end, end, False)
    return Act(start, end, end - less, True)

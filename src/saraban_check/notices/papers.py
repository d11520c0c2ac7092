"""The papers in one file: a notice, and the order, letter or memorandum that was scanned or saved with it.

A paper is told by its form, not by words in it: it begins with a title of its own (ประกาศ<หน่วยงาน> … เรื่อง,
คำสั่ง<หน่วยงาน> … ที่ ๑/๒๕๖๖, บันทึกข้อความ, ที่ นพ … เรียน), and the one before it has come to its end. Source: the forms
of ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. 2526.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..model.lazy_pattern import lazy_pattern
from ..model.notice import PaperKind
from .skeleton import folded_words, plain_digits, skeleton_of

_MOST = 20
_HEAD = 300
_LONGEST_TITLE = 200
_COPY = lazy_pattern("^(?:ราง|ตวอยาง|สาเนา|สาเนาคฉบบ)(?=ประกาศ|คาสง)")
_NOTICE = lazy_pattern("ประกาศ(?!ณ|เมอ|ให|มา|วน|ไว|ดงกลาว|น?$)")
_NOTICE_ALONE = lazy_pattern(
    r"[^\S\n]*+ประกาศ[^\S\n]*+\n\s{0,40}(?!เรื|คำสั่ง|ประกาศ)(?:\S[^\n]{1,200}\n\s{0,40}){1,2}เรื[่]?อง[^\S\n]"
)
"""The title's word on a line of its own: the agency and the subject stand below. In a menu they do not."""
_ORDER = lazy_pattern("คาสง(?!ณ)")
_MEMO = "บนทกขอความ"
_NEXT_TITLE = lazy_pattern(r"^[^\S\n]{0,80}(?:ประกาศ|คำสั่ง)", re.MULTILINE)
"""A title ends there: above it stands a menu (ประกาศ, คำสั่ง, ระเบียบ), or another paper."""
_ABOUT = lazy_pattern(r"^[^\S\n]*เรื[่]?อง", re.MULTILINE)
_NUMBER = lazy_pattern(r"(?<!\S)ที่[^\S\n]{0,8}[0-9….]{1,20}[^\S\n]{0,4}/")
_LETTER = lazy_pattern(r"[^\S\n]{0,80}ที่[^\S\n]{1,8}[ก-ฮ]{1,4}[^\S\n]{0,4}[0-9]{3,8}[0-9./ว \t]{0,20}")
_DEAR = lazy_pattern(r"^[^\S\n]{0,20}(?:กราบ)?เรียน[^\S\n]", re.MULTILINE)
_LETTER_HEAD = 1200
_ORDER_LENGTH = 6000
_ENDS = lazy_pattern("(?:ประกาศ|สง|ใหไว)?(?:ไว)?ณวน|จงเรยนมา|ขอแสดงความนบถอ|ลงชอ$")
"""How the last lines of a paper begin: its day, its close, the place to sign."""
_COMMANDS = lazy_pattern(r"มี?\s?คํ?[ำา]\s?สั?่?ง|จึ?ง\s?สั?่?ง|สั?่?ง\s?ณ")
"""จึงมีคำสั่ง, สั่ง ณ วันที่, whatever marks a PDF lost."""


class Part(NamedTuple):
    """The part of a text that is one paper, from where to where; `kind` is None where no title tells it."""

    kind: PaperKind | None
    start: int
    end: int


def find_papers(text: str) -> tuple[Part, ...]:
    """The papers of a file, in their order; what stands above the first title goes with it."""
    found = list(_titles(text))
    starts = [0, *(start for start, _ in found[1:]), len(text)]
    kinds = [kind for _, kind in found] or [None]
    return tuple(Part(*one) for one in zip(kinds, starts[:-1], starts[1:], strict=True))


def _titles(text: str) -> Iterator[tuple[int, PaperKind | None]]:
    """Where each paper begins. A title within a paper that goes on is one that is cited, or a page's heading."""
    place, count, begun, has_ended = 0, 0, False, False
    for line in text.splitlines(keepends=True):
        short = _COPY.sub("", skeleton_of(line[:_LONGEST_TITLE]))
        kind = _kind_of_title(text, place, line, short) if count < _MOST and short else None
        if kind is not None and (not begun or has_ended or (kind is PaperKind.ORDER and _commands(text, place))):
            if has_ended and not begun:  # what ended above is a paper whose title is not known
                yield 0, None
            yield place, kind
            count, begun, has_ended = count + 1, True, False
        has_ended = has_ended or _ENDS.match(short) is not None
        place += len(line)


def _kind_of_title(text: str, place: int, line: str, short: str) -> PaperKind | None:
    """The kind of paper that a line begins, if it does: its title, with what must stand below."""
    head = line + _NEXT_TITLE.split(text[place + len(line) : place + _HEAD], maxsplit=1)[0]
    if short == _MEMO:
        return PaperKind.MEMO
    if len(line) < _LONGEST_TITLE and _ORDER.match(short):
        return PaperKind.ORDER if _ABOUT.search(head) or _NUMBER.search(plain_digits(head)) else None
    if short == "ประกาศ":
        return PaperKind.NOTICE if _NOTICE_ALONE.match(text, place, place + _HEAD + _LONGEST_TITLE) else None
    if _NOTICE.match(short):
        return PaperKind.NOTICE if "เรื่อง" in line[:_LONGEST_TITLE] or _ABOUT.search(head) else None
    if _LETTER.match(plain_digits(line[:_LONGEST_TITLE])) and _DEAR.search(text, place, place + _LETTER_HEAD):
        return PaperKind.LETTER
    is_other = len(line) < _LONGEST_TITLE and short.startswith(folded_words("not_a_notice")) and _ABOUT.search(head)
    return PaperKind.OTHER if is_other else None


def _commands(text: str, place: int) -> bool:
    """Whether what a title begins has the form of an order: it commands, and is dated as one."""
    return _COMMANDS.search(text, place, place + _ORDER_LENGTH) is not None

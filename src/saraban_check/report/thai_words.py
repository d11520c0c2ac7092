"""Where a line of Thai and English may end: between the pieces into which a text falls.

Thai is written without spaces. A model of phrases (BudouX) says where they end; it cuts one in ten words of ours, so
what forms words with its neighbour stays with it, and no cut stays within a word of `reference/data/thai_words.csv`,
within the name of a month, a province or a kind of agency.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Protocol

from ..model.lazy_pattern import lazy_pattern
from ..reference.days import MONTHS
from ..reference.kinds import kinds
from ..reference.places import provinces
from ..reference.tables import rows
from .escape import cell_width

_COMMAND = lazy_pattern(r"""(?<!\S)saraban-check(?: (?:[\x21\x23-\x26\x28-\x7e]\S*+|"[^"\n]*+"|'[^'\n]*+'))++ ?""")
"""A ready command: whoever copies it needs it whole. Its arguments are Latin, or in quotes."""
_ARGUMENTS = lazy_pattern(r"""(?:-o |--[a-z-]++ )?(?:"[^"\n]*+"|'[^'\n]*+'|\S)++ ?""")
_OPTION = lazy_pattern(r"""(?<!\S)(?:--[a-z][a-z-]*+|-o) (?:[^\s"']|"[^"]*+"|'[^']*+')++ ?""")
"""An option with its value, as a shell reads it: whoever copies it needs it whole, were it longer than a line."""
_OF_COMMANDS = ("saraban-check", "--", "-o ")
"""One of these stands in every command and option."""
_OPENING, _CLOSING = "“‘([<", "”’)]>.,:;ๆฯ"
_SHORT, _LONGEST, _MOST = 12, 2000, 20_000
"""Words up to so many columns stay whole. One of more letters is no text of ours and cut anywhere; a text of more has
its spaces only."""
_BEFORE = frozenset(["ความ", "ผู้", "ข้อ", "คำ", "ตัว", "ภาย", "อย่าง"])
"""What makes a word of the word behind it: ความยาว, ผู้รับ, ข้อกำหนด."""
_BEHIND = frozenset(["กัน"])
"""What makes a word of the word before it: เดียวกัน."""


class _Parser(Protocol):
    def parse(self, sentence: str) -> list[str]: ...


@cache
def _phrases() -> _Parser:
    import budoux

    parser: _Parser = budoux.load_default_thai_parser()
    return parser


@cache
def _unbroken() -> dict[str, tuple[str, ...]]:
    """What is one word, the longest first, by its first two letters."""
    known = {row["word"] for row in rows("thai_words")}
    known |= {province.name.th for province in provinces().values()} | {kind.name.th for kind in kinds().values()}
    known |= {month.th for month in MONTHS}
    beginning: dict[str, tuple[str, ...]] = {}
    for word in sorted(known, key=len, reverse=True):
        beginning[word[:2]] = (*beginning.get(word[:2], ()), word)
    return beginning


def _inside_words(text: str) -> set[int]:
    """The places of a text that stand inside a word: of words that begin at one letter the longest, which others may
    overlap."""
    inside: set[int] = set()
    for start in range(len(text) - 1):
        for word in _unbroken().get(text[start : start + 2], ()):
            if text.startswith(word, start):
                inside.update(range(start + 1, start + len(word)))
                break
    return inside


def breakable(text: str) -> list[str]:
    """The pieces of a text between which a line may end; joined they are the text.

    A space ends the piece before it. A ready command and an option with its value are one piece each. Raises nothing,
    and takes time in proportion to the text, whatever it holds. Source: BudouX, its model for Thai.
    """
    if len(text) > _MOST:
        return re.findall(r"[^ ]*+ |[^ ]++", text)
    if not any(sign in text for sign in _OF_COMMANDS):
        return _prose(text)
    pieces: list[str] = []
    at = 0
    for found in re.finditer(f"{_COMMAND.pattern}|{_OPTION.pattern}", text):
        if found.start() > at:
            pieces += _prose(text[at : found.start()])
        pieces.append(found[0])
        at = found.end()
    return pieces + (_prose(text[at:]) if at < len(text) else [])


def arguments(command: str) -> list[str]:
    """Where a ready command longer than a line may be broken: between its arguments."""
    return _ARGUMENTS.findall(command) if _COMMAND.fullmatch(command) else [command]


def is_option(piece: str) -> bool:
    """Whether a piece is an option with its value."""
    return _OPTION.fullmatch(piece) is not None


def _prose(text: str) -> list[str]:
    *words, last = text.split(" ")
    found = [piece for word in words for piece in _within(word, " ")]
    return found + (list(_within(last, "")) if last else [])


def _within(word: str, behind: str) -> Iterator[str]:
    """What stands between two spaces, with the space behind it."""
    is_long = len(word) < _LONGEST and cell_width(word) > _SHORT and any("\u0e01" <= c <= "\u0e5b" for c in word)
    *parts, last = _thai(word) if is_long else [word]
    yield from parts
    yield last + behind


@lru_cache(maxsize=8192)
def _thai(word: str) -> list[str]:
    """Phrases (not to be altered), where no word of several syllables is cut, and no mark stands alone."""
    whole = _inside_words(word)
    joined: list[str] = []
    at = 0
    for part in _phrases().parse(word):
        if joined and (at in whole or joined[-1][-1] in _OPENING or part[0] in _CLOSING or _is_scrap(joined[-1], part)):
            joined[-1] += part
        else:
            joined.append(part)
        at += len(part)
    return joined


def _is_scrap(before: str, part: str) -> bool:
    """A single letter is no word of Thai, nor what begins with a mark or ends with a vowel that stands before its
    consonant (เ แ โ ใ ไ), nor what makes words of others."""
    if len(before) == 1 or len(part) == 1 or part[0] in _MARKS or before[-1] in "เแโใไ":
        return True
    return before in _BEFORE or part in _BEHIND


_MARKS = "".join(map(chr, (0x0E30, 0x0E31, 0x0E32, 0x0E33, *range(0x0E34, 0x0E3B), 0x0E45, *range(0x0E47, 0x0E4F))))

"""The part before the @ (mailbox name, RFC 5321 "local part"): the word saraban, a separator, and a rest."""

import re
from enum import Enum
from typing import NamedTuple

from ..model.lazy_pattern import lazy_pattern
from .codes import meant_code
from .nearness import edits

WORD = "saraban"


class Word(Enum):
    """How the word saraban stands in the mailbox name."""

    EXACT = "exact"
    NEAR = "near"
    INSIDE = "inside"
    ABSENT = "absent"


class Mailbox(NamedTuple):
    """`saraband_06320205` is word `saraband` (near), separator `_`, rest `06320205`; all in lower case."""

    word: Word
    text: str
    separator: str
    rest: str

    @property
    def only_saraban(self) -> bool:
        return self.word is Word.EXACT and not self.separator and not self.rest


_THE_WORD = Mailbox(Word.EXACT, WORD, "", "")
_MARKED = re.compile(rf"{WORD}([\s._+\-~]++)(.*)", re.DOTALL)
"""A mark right behind the word ends it, whatever follows: nine of ten are so."""
_SEPARATORS = re.compile(r"[\s._+\-~]*")
_FIRST_TOKEN = lazy_pattern(r"[^\s._+\-~]*")
_TRAILING_CODE = lazy_pattern(r"(?<![0-9oil])[0-9oil]{5,}+$")
_LETTERS = re.compile(r"[^\W\d_]*")
_SLIP_BEFORE_MARK = re.compile(r"[a-z0-9]{1,2}(?=[\s._+\-~])")
"""`saraban1-photan`: the separator shows where the word ends, unless the digits are the beginning of a code."""
_COMPARABLE = lazy_pattern(r"[a-z]{5,}")
_LONGEST_SLIP = 2
"""`saraband`, `sarabann`: up to so many letters after the word are a slip; more are a name run into it."""


def read_mailbox(local: str) -> Mailbox:
    """Take a mailbox name apart."""
    if local == WORD:
        return _THE_WORD
    low = local.lower()
    if (marked := _MARKED.fullmatch(low)) is not None:
        return Mailbox(Word.EXACT, WORD, marked[1], marked[2])
    if low.startswith(WORD):
        tail = low[len(WORD) :]
        letters = _LETTERS.match(tail)[0]  # type: ignore[index]  # matches the empty text too
        if not letters and (found := _SLIP_BEFORE_MARK.match(tail)) and meant_code(tail) is None:
            letters = found[0]
        if not 0 < len(letters) <= _LONGEST_SLIP:
            return _split(Word.EXACT, WORD, tail)
        return _split(Word.NEAR, WORD + letters, tail[len(letters) :])
    token = _FIRST_TOKEN.match(low)[0]  # type: ignore[index]  # matches the empty text too
    word = token if token.isalpha() else _TRAILING_CODE.sub("", token)
    if is_near_saraban(word):
        return _split(Word.NEAR, word, low[len(word) :])
    if WORD in low or (word != low and any(is_near_saraban(part) for part in _COMPARABLE.findall(low) if part != word)):
        return Mailbox(Word.INSIDE, WORD, "", low)
    return Mailbox(Word.ABSENT, "", "", low)


def _split(word: Word, text: str, tail: str) -> Mailbox:
    separator = _SEPARATORS.match(tail)[0]  # type: ignore[index]  # matches the empty text too
    return Mailbox(word, text, separator, tail[len(separator) :])


def is_near_saraban(word: str) -> bool:
    """A near miss: sarabun, sarabarn, sarban, letters swapped; at most two slips."""
    return 5 <= len(word) <= 9 and edits(word, WORD, 2) <= 2

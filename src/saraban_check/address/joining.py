"""Spaces and line breaks in a cell: which stand within an address, and which divide it from what is beside it.

An address that is whole cannot go on: what follows it and a space is other text, unless it is one more suffix
(decisions: Lists).
"""

import re

from ..model.lazy_pattern import lazy_pattern
from .codes import meant_code
from .mailbox import WORD, Word, read_mailbox
from .syntax import is_whole

_MOST = 254
"""RFC 5321 section 4.5.3.1: of what is longer, nothing more is looked at."""
_SIGNS = dict.fromkeys(map(ord, ",;|/"), " ")
_SUFFIX = lazy_pattern(r"\.?(?:(?:go|or|ac|mi|in|co)\.)?th|\.?com")
_BESIDE = lazy_pattern(
    r"(?<=[\x21-\x7E])(?: ++([@._\-\u2010-\u2015\u2212]) *+|([@._\-\u2010-\u2015\u2212]) ++)(?=[\x21-\x7E])"
)
"""Between what is no ASCII a mark belongs to the words: the dot of an abbreviation, a dash behind a name."""
_WRAPPED = lazy_pattern(r"(?<=[._-])\s++(?=[!-~])|(?<=[!-~])\s++(?=@)")
_SPOKEN_AT = lazy_pattern(r"(?<=[A-Za-z0-9]) +at +(?=[A-Za-z0-9-]+ ?\.)", re.IGNORECASE)
_THAI_BETWEEN = lazy_pattern(r"(?<=[A-Za-z])([\u0E01-\u0E5B]++)(?=[A-Za-z0-9._+-]++@)")
CONJUNCTIONS = ("และ", "หรือ")
_HANDLE = lazy_pattern(r"[\w-]++(?! ?\.)")
"""A name of LINE or Facebook behind an @: no domain, since no dot follows."""


def is_suffix(text: str) -> bool:
    """Whether it is a suffix that was cut off a domain, or set behind one."""
    return _SUFFIX.fullmatch(text) is not None


def opens(word: str) -> bool:
    """Whether an address begins here, whatever stands before it."""
    return word[: len(WORD)].lower() == WORD


def unwrapped(text: str) -> str:
    """With the lines joined over which one address was wrapped: what they give is whole and begins with saraban."""

    def join(found: re.Match[str]) -> str:
        before, after = _word_before(text, found.start()), _word_after(text, found.end())
        joined = before + after
        known = read_mailbox(joined.partition("@")[0]).word in (Word.EXACT, Word.NEAR)
        alone = before[-1:] != "." or (is_suffix(after) and not is_whole(before[:-1]))
        return "" if "\n" in found[0] and known and alone and is_whole(joined) else found[0]

    return _WRAPPED.sub(join, text)


def with_spoken_at(text: str) -> str:
    """With the only ` at ` as an @, where the word saraban or a code stands before it: else it is English."""
    places = list(_SPOKEN_AT.finditer(text))
    if len(places) != 1:
        return text
    local = _word_before(text, places[0].start())
    if read_mailbox(local).word is Word.ABSENT and meant_code(local) is None:
        return text
    return _SPOKEN_AT.sub("@", text)


def closed_up(text: str) -> str:
    """Without the spaces beside the marks of an address, and divided where a mark stands between it and other words."""
    done: list[str] = []
    start, before = 0, ""
    several = text.count("@") > 1
    for found in _BESIDE.finditer(text):
        sign = found[1] or found[2]
        done.append(text[start : found.start()])
        before = (before + done[-1])[-_MOST:]
        word = _word_before(before, len(before))
        if sign == "@":
            rest = _HANDLE.match(text, found.end(), found.end() + _MOST)
            is_name = word.isalpha() and read_mailbox(word).word is Word.ABSENT
            is_handle = several and found[1] is not None and rest is not None and (is_name or is_whole(word))
            put = " @" if is_handle else sign
        elif opens(text[found.end() : found.end() + _MOST]):
            put = "\n"
        else:
            put = "\n" if is_whole(word) and not is_suffix(_word_after(text, found.end())) else sign
        done.append(put)
        before += put
        start = found.end()
    return "".join([*done, text[start:]])


def without_thai_between(text: str) -> str:
    """Two addresses with Thai words run in between, as `กับ`, each on its own line; a conjunction divides anyway."""

    def divide(found: re.Match[str]) -> str:
        known = found[1] not in CONJUNCTIONS and is_whole(_word_before(text, found.start()))
        return f"\n{found[1]}\n" if known else found[0]

    return _THAI_BETWEEN.sub(divide, text)


def _word_before(text: str, end: int) -> str:
    return "".join(text[max(0, end - _MOST) : end].translate(_SIGNS).rsplit(maxsplit=1)[-1:])


def _word_after(text: str, start: int) -> str:
    return "".join(text[start : start + _MOST].split(maxsplit=1)[:1])

"""An address cell becomes the addresses in it (decisions: Lists), and says what was changed.

Cleaning twice is cleaning once: each result comes back unchanged when it is cleaned again.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..model.lazy_pattern import lazy_pattern
from .dressing import AROUND, STEPS, TRAILING, WEBSITE, Change, trim
from .joining import CONJUNCTIONS, is_suffix, opens
from .mailbox import Word, read_mailbox
from .syntax import is_whole


class Cleaned(NamedTuple):
    """The addresses of a cell, in the order in which they stand, what was changed to read them, and the texts that
    were set aside.
    """

    values: tuple[str, ...]
    changes: tuple[Change, ...] = ()
    aside: tuple[str, ...] = ()


_CLEAN = re.compile(
    r"(?![0-9]{1,3}\.)[A-Za-z0-9](?:[A-Za-z0-9._+-]*[A-Za-z0-9_+-])?@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?"
)
_BREAK = lazy_pattern(r"([,;:/|\n]|และ|หรือ)")
_PART = lazy_pattern(r"[A-Za-z0-9][A-Za-z0-9._+-]*+")
_OTHER_WORD = lazy_pattern(
    r"(?:\+?66|0)[-.]?[0-9](?:[-.]?[0-9]){7,8}|(?:tel|fax|phone|mobile|line|facebook|website)(?![a-z]).*+",
    re.IGNORECASE | re.DOTALL,
)
"""A telephone number, in Thailand 9 or 10 digits; or the label of another way to reach an agency."""
_MOST_ROUNDS = 20
"""Wrappings one in the other, as `"mailto:<a@b>"` has three; what has so many is no address that anybody wrote."""


def is_clean(cell: str) -> bool:
    """Whether a cell is beyond doubt one address and nothing else: true of nearly all, and settled by one pattern."""
    return _CLEAN.fullmatch(cell) is not None


def clean(cell: str) -> Cleaned:
    """The addresses that a cell holds; a cell that holds none comes back as its tidied text, or empty.

    One that is wrapped in more layers than are taken off comes back as it stands.
    """
    once = _clean_once(cell)
    values, changes, aside = once
    if values == (cell,):
        return once
    for _ in range(_MOST_ROUNDS):  # what was taken away may have hidden more of the same
        again = [_clean_once(value) for value in values]
        found = tuple(dict.fromkeys(value for cleaned in again for value in cleaned.values))
        changes += tuple(change for cleaned in again for change in cleaned.changes)
        aside += tuple(text for cleaned in again for text in cleaned.aside)
        if found == values:
            return Cleaned(values, tuple(dict.fromkeys(changes)), aside)
        values = found
    return Cleaned((cell,))


def _clean_once(cell: str) -> Cleaned:
    if is_clean(cell):
        return Cleaned((cell,))
    changes: list[Change] = []
    aside: list[str] = []
    text = cell
    for change, step in STEPS:
        after = step(text)
        if after != text:
            changes.append(change)
            aside += WEBSITE.findall(text) if change is Change.OTHER_TEXT else ()
            text = after
            if is_clean(text):  # what stands alone has nothing around it that a later step could take off
                return Cleaned((text,), tuple(dict.fromkeys(changes)), tuple(aside))
    if "@" in text:
        parts = list(_parts(text))
        if len(parts) > 1 and not parts[-1].strip():
            changes.append(Change.TRAILING)
        pieces = [piece for part in parts for piece in _pieces(part, changes, aside)]
    else:
        pieces = [" ".join(text.split())]
    trimmed = [(value, what) for value, what in map(trim, pieces) if value]
    values = [value for value, _ in trimmed]
    addresses = [v for v in values if "@" in v[1:]] or [v for v in values if "@" in v]  # `@name` is one of LINE
    if 0 < len(addresses) < len(values):
        changes.append(Change.OTHER_TEXT)
        aside += (value for value in values if value not in addresses)
        values = addresses
    kept = set(values)
    changes += (change for value, what in trimmed if value in kept for change in what)
    distinct = list({v.casefold(): v for v in reversed(values)}.values())[::-1]
    if len(distinct) < len(values):
        changes.append(Change.REPEATED)
    return Cleaned(tuple(distinct), tuple(dict.fromkeys(changes)), tuple(aside))


def _parts(text: str) -> Iterator[str]:
    """The text split at its signs, but for those that stand within an address, or leave a piece of one beside it."""
    first, *others = _BREAK.split(text)
    held, word, addressed, touching = [first], _last_word(first), "@" in first, "@" in _last_word(first)
    for sign, after in zip(others[::2], others[1::2], strict=True):
        if sign in CONJUNCTIONS:
            within = not (addressed and "@" in after)  # else it is part of a word
        elif sign == "\n" or (touching and "@" in _first_word(after)):
            within = False
        elif touching:
            within = _is_piece(_first_word(after))
        elif "@" in _first_word(after):
            within = _is_saraban(word) if sign == ":" else _is_piece(word)
        else:
            within = False
        if not within and addressed and sign != "\n" and is_suffix(after.strip()):
            within = True
        if within:
            held += sign, after
            touching = "@" in _last_word(after) or (touching and " " not in after)
        else:
            if sign == ":" and not touching:  # the word before it is a label, whatever stands before that
                before, _, label = held.pop().rstrip().rpartition(" ")
                yield "".join([*held, before])
                held = [label]
            yield "".join(held)
            held, touching = [after], "@" in _last_word(after)
            addressed = False
        addressed = addressed or "@" in after
        word = _last_word(after)
    yield "".join(held)


def _first_word(text: str) -> str:
    """The word that touches the sign before the text, or nothing."""
    return "" if text[:1].isspace() else "".join(text.split(maxsplit=1)[:1])


def _last_word(text: str) -> str:
    return "" if text[-1:].isspace() else "".join(text.rsplit(maxsplit=1)[-1:])


def _is_saraban(word: str) -> bool:
    return read_mailbox(word).word in (Word.EXACT, Word.NEAR)


def _is_piece(word: str) -> bool:
    """Whether it looks like a piece of a mailbox name or domain: cut off, it would leave another address."""
    return _PART.fullmatch(word) is not None and not _OTHER_WORD.fullmatch(word)


def _pieces(part: str, changes: list[Change], aside: list[str]) -> list[str]:
    """A part between signs, split on spaces where it holds several addresses, and without other words."""
    words = part.split()
    saying = [i for i, word in enumerate(words) if "@" in word or any(map(str.isalnum, word))]
    said = words[saying[0] : saying[-1] + 1] if saying else []
    if len(said) < len(words):
        changes.append(Change.OTHER_TEXT)
    if part.count("@") > 1:
        return said
    if "@" not in part or len(said) < 2:
        return [" ".join(said)]
    at = next(i for i, word in enumerate(said) if "@" in word)
    start, end = _address_among(said, at)
    if (start, end) != (0, len(said)):
        changes.append(Change.OTHER_TEXT)
        aside += filter(None, (" ".join(said[:start]), " ".join(said[end:])))
    return [" ".join(said[start:end])]


def _address_among(words: list[str], at: int) -> tuple[int, int]:
    """Which words, around the one with the @, may belong to the address; none beside one that is whole."""
    start, end = at, at + 1
    if len(words[at]) > 1 and words[at][0] == "@" and "." not in words[at]:
        return start, end  # a name of LINE, its label before it
    address = words[at].strip(AROUND + TRAILING)
    whole = is_whole(address)
    while start > 0 and _may_belong(words[start - 1]) and not (whole and _stands_apart(address, words[start - 1])):
        start -= 1
    following = next((word for word in words[end:] if any(map(str.isalnum, word))), "")
    if whole and not is_suffix(following):
        return start, end
    while end < len(words) and _may_belong(words[end]) and words[end][0] != "(":
        end += 1
    return start, end


def _stands_apart(address: str, before: str) -> bool:
    """Whether the word before a whole address is none of it: saraban begins one, and no number is a piece of that."""
    return opens(address) or (_is_saraban(address.partition("@")[0]) and not any(map(str.isalpha, before)))


def _may_belong(word: str) -> bool:
    return word.isascii() and not _OTHER_WORD.fullmatch(word)

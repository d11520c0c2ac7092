"""An address typed with the Thai keyboard on (Kedmanee, เกษมณี): the keys that were struck, read in English.

Some keys give the same signs under both layouts at other places (`-`, `/`, `.`), and Thai digits may have been meant
as digits: so a text has several readings, of which only those that spell an address count.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ..model.lazy_pattern import lazy_pattern
from ..reference.words import kedmanee
from .characters import THAI_DIGITS, WIDE, drop_invisible, plain_spaces
from .cleaning import clean
from .dressing import Change, without_label
from .mailbox import Word, is_near_saraban
from .shape import Zone, read_shape

_AT, _UNDERSCORE = "๑", "๘"
"""What shift-2 and shift-hyphen give: the @ and the underscore of the English layout."""

_LONGEST = 100
_MOST_SIGNS = 12
_THAI = lazy_pattern(r"[\u0E01-\u0E5B]")
_LETTER = lazy_pattern(r"[\u0E01-\u0E4E]")
_FORM = lazy_pattern(
    r"saraban_[0-9]{8}@dla\.go\.th|saraban-[a-z0-9]+(?:-[a-z0-9]+)*@lgo\.mail\.go\.th|saraban@[a-z0-9.-]+",
    re.IGNORECASE | re.ASCII,
)
_ADDRESS = lazy_pattern(r"[a-z0-9]+(?:[._-]+[a-z0-9]+)*@[a-z0-9]+(?:[.-]+[a-z0-9]+)*", re.IGNORECASE | re.ASCII)
_MIXED = lazy_pattern(r"[a-z][\u0E01-\u0E4E]|[\u0E01-\u0E4E][a-z]", re.IGNORECASE | re.ASCII)
"""A Thai letter within an English name is a stray one: nobody switches the layout in the middle of a word."""
_SPACED = lazy_pattern(r"(?:(?<! ) +)?([@._\-๑๘]) *")
_MARK_OF_ADDRESS = lazy_pattern(r"[@＠_]|[\u0E01-\u0E4E]๑[\u0E01-\u0E4E]")
"""The @ by its key stands between letters; a digit one does not."""
_ENGLISH = lazy_pattern(r"[a-z](?:[a-z-]*[a-z])?", re.IGNORECASE | re.ASCII)
_ENGLISH_LETTER = lazy_pattern(r"[a-zａ-ｚ]", re.IGNORECASE)


class ThaiKeys(NamedTuple):
    """A cell that was typed with the Thai keyboard on.

    `value` is the cell tidied (`changes` says how), the Thai left as it stands; `meant` is what its keys spell in
    English, None where they can spell two addresses. It is as long as `value`.
    """

    value: str
    changes: tuple[Change, ...]
    meant: str | None


def read_thai_keys(cell: str) -> ThaiKeys | None:
    """What a cell's keys spell, if they spell an address; None where the cell holds one as it stands."""
    if not _THAI.search(cell):
        return None
    value, changes = _tidied(cell)
    readings = key_readings(value)
    if not readings or any(_FORM.fullmatch(address) for address in clean(cell).values):
        return None
    return ThaiKeys(value, changes, readings[0] if len(readings) == 1 else None)


def meant_by_keys(value: str) -> str | None:
    """The one address that a tidied text spells by its keys."""
    readings = () if value.isascii() else key_readings(value)
    return readings[0] if len(readings) == 1 else None


@lru_cache(maxsize=256)
def key_readings(value: str) -> tuple[str, ...]:
    """The addresses that a tidied text can spell by its keys; if some have a correct form, only these."""
    if len(value) > _LONGEST or " " in value or not _THAI.search(value):
        return ()
    as_digits = value.translate(THAI_DIGITS)
    found = {text.lower(): text for text in _spellings(value) if text != as_digits and _ADDRESS.fullmatch(text)}
    formed = tuple(text for text in found.values() if _FORM.fullmatch(text) and _is_recognised(value, text))
    if formed or not _LETTER.search(value):  # with digits alone, only a whole form can show that keys were meant
        return formed
    plausible = tuple(text for text in found.values() if _is_recognised(value, text))
    as_keys = "".join(kedmanee().get(c, c) if not c.isascii() else c for c in value)
    return (as_keys,) if as_keys in plausible else plausible


def is_thai(char: str) -> bool:
    """Whether it is a Thai letter, sign or digit."""
    return _THAI.match(char) is not None


def is_phrase(cell: str) -> bool:
    """Whether it is Thai words, perhaps English ones among them, and no attempt at an address."""
    if not _LETTER.search(cell) or _MARK_OF_ADDRESS.search(cell):
        return False
    english = (word for word in cell.split() if _ENGLISH_LETTER.search(word))
    return all(_ENGLISH.fullmatch(word) and not is_near_saraban(word.lower()) for word in english)


def _tidied(cell: str) -> tuple[str, tuple[Change, ...]]:
    changes = []
    text = cell
    for change, step in _STEPS:
        after = step(text)
        if after != text:
            changes.append(change)
            text = after
    return text, tuple(dict.fromkeys(changes))


_STEPS = (
    (Change.INVISIBLE, drop_invisible),
    (Change.WIDE, lambda text: text.translate(WIDE)),
    (Change.SPACES, lambda text: plain_spaces(text).strip()),
    (Change.LABEL, without_label),
    (Change.SPACES, lambda text: _SPACED.sub(r"\1", text)),
    (Change.TRAILING, lambda text: text.rstrip(".,;:")),
)


def _spellings(value: str) -> Iterator[str]:
    """All ways to read it: any @ that it can have, and each side of that by keys or as it stands."""
    sign = "@" if "@" in value else _AT
    places = [i for i, char in enumerate(value) if char == sign]
    if len(places) > (1 if sign == "@" else _MOST_SIGNS):
        return
    for at in places:
        for local in dict.fromkeys(_local_spellings(value[:at])):
            for domain in _part_spellings(value[at + 1 :]):
                yield f"{local}@{domain}"


def _local_spellings(local: str) -> Iterator[str]:
    """As a whole, or with the layout switched at the underscore."""
    yield from _part_spellings(local)
    if found := re.search(f"[_{_UNDERSCORE}]", local):
        for word in _part_spellings(local[: found.start()]):
            for rest in _part_spellings(local[found.end() :]):
                yield f"{word}_{rest}"


def _part_spellings(part: str) -> tuple[str, ...]:
    """Thai letters by their keys and digits as digits; digits by their keys too; ASCII signs by their keys too."""
    keys = kedmanee()
    letters = "".join(keys.get(c, c) if _LETTER.match(c) else c for c in part).translate(THAI_DIGITS)
    thai = "".join(keys.get(c, c) if not c.isascii() else c for c in part)
    return tuple(dict.fromkeys((letters, thai, "".join(keys.get(c, c) for c in part))))


def _is_recognised(value: str, text: str) -> bool:
    """Whether what the keys spell is plainly an address: the word saraban, or a domain that can be one."""
    shape = read_shape(text, "")
    if shape is None or (_MIXED.search(value) and shape.zone is not Zone.DLA):
        return False
    if value.lower().endswith("@" + shape.www + shape.domain) and not _FORM.fullmatch(text):
        # the domain was typed in English and proves nothing, so the word must have been typed by these keys
        return shape.mailbox.word is not Word.ABSENT and _LETTER.match(value) is not None
    return shape.zone is not Zone.BROKEN and shape.zone is not Zone.UNACCEPTED

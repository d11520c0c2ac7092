"""A status cell as a row of word classes, a letter each: what a small grammar then reads as a whole.

Thai writes no spaces between words, so the longest word that fits is taken, and the cell says nothing that is known
unless every letter of it belongs to a word. The words are data (`status_words.csv`); polite ones, brackets and
punctuation say nothing and are passed over.
"""

import re
from functools import cache

from ..address.characters import tidy_characters
from ..model.lazy_pattern import lazy_pattern
from ..reference.folding import marks_in_order, one_spelling
from ..reference.mail_tables import mail_codes
from ..reference.tables import rows, several
from .status_days import DAY, is_past_day

LONGEST = 300
"""Letters of a status cell that is read; what is longer is a text about something else."""

PAST_DAY, OTHER_DAY, ROUND = "D", "O", "#"
DELIVERED_CODE, FAILED_CODE, FULL_CODE, BARE_552, SENDERS_CODE = "2", "5", "6", "7", "8"
"""552 alone may be a full mailbox or a letter too large; `SENDERS_CODE` tells of the sender or the letter."""

_WINGDINGS = {"ü": "✓", "P": "✓", "û": "✗", "O": "✗"}
"""The letters of that font which Excel shows as a tick or a cross; ö and p are none, so case matters."""
_TICK_BY_HAND = lazy_pattern(r"[(\[ ]*/[)\] .]*")
_ROUND = r"(?:ครั้งที่|เลขที่|ฉบับที่|รอบที่) ?[0-9]{1,6}(?:/[0-9]{2,4})?(?![0-9/.-])"
_SILENT = lazy_pattern(r"(?:(?!\.{3}|_{3})[\s.,;:!\"'“”‘’()\[\]{}<>\-–—*_ฯ\ufe0e\ufe0f])+")
"""Also the selectors that make a sign a picture or a letter (✔️)."""
_REPLY_CODE = r"(?<![0-9./-])(?:[245]\.[0-9]{1,3}\.[0-9]{1,3}|250|55[0-9])(?![0-9./-])"


def fold_status(cell: str) -> str | None:
    """A cell for comparing: marks in order, one spelling, no doubled spaces, without case; None if too long."""
    text = tidy_characters(cell[: LONGEST + 1]).strip()
    text = "✓" if _TICK_BY_HAND.fullmatch(text) else _WINGDINGS.get(text, text)
    return None if len(text) > LONGEST else marks_in_order(one_spelling(" ".join(text.split())))


def word_classes(column: str, text: str) -> str | None:
    """The classes of a folded text's words; None where a part of it is no known word.

    A number or round behind a mark (`✓ (ครั้งที่ 2)`) says nothing and is passed over; elsewhere it is no answer's.
    Behind a reason (`เนื่องจาก`, class j) everything is passed over.
    """
    classes, longest, numbers = _classes(column), _longest(column), _numbers(column == "delivery")
    said, place = [], 0
    while place < len(text):
        if (found := numbers.match(text, place)) is not None:
            place = found.end()
            said.append(_class_of_number(found))
        elif (word := _word_at(text, place, classes, longest)) is not None:
            place += len(word)
            said.append(classes[word])
            if said[-1] == "j":
                break
        elif (found := _SILENT.match(text, place)) is not None:
            place = found.end()
        else:
            return None
    sentence = "".join(said).replace(" ", "")
    return sentence.replace(ROUND, "") if sentence[:1] in ("X", "Y") else sentence


def reply_codes(text: str) -> str:
    """The classes of the reply codes in a folded text, in their order."""
    return "".join(_class_of_code(found[0]) for found in re.finditer(_REPLY_CODE, text))


def without_cross(text: str) -> str:
    """A folded text without the cross it begins with."""
    return text[1:].lstrip(" \ufe0e\ufe0f") if text[:1] in _crosses() else text


@cache
def _crosses() -> frozenset[str]:
    return frozenset(word for row in rows("status_words") if row["class"] == "X" for word in several(row["words"]))


def _class_of_code(code: str) -> str:
    """What a reply code says, by the codes of delivery reports, which are data (decisions: Delivery)."""
    if code == "552":
        return BARE_552
    known = {"full": FULL_CODE, "sender": SENDERS_CODE, "message": SENDERS_CODE}
    return known.get(mail_codes().get(code, ""), code[0])


def _class_of_number(found: re.Match[str]) -> str:
    if found.lastgroup == "day":
        return PAST_DAY if is_past_day(found[0]) else OTHER_DAY
    return ROUND if found.lastgroup == "round" else _class_of_code(found[0])


@cache
def _classes(column: str) -> dict[str, str]:
    """The class of each word of a column, by the word as `fold_status` leaves it."""
    return {
        marks_in_order(one_spelling(word)): row["class"]
        for row in rows("status_words")
        if row["column"] in (column, "any")
        for word in several(row["words"])
    }


@cache
def _longest(column: str) -> int:
    return max(map(len, _classes(column)))


@cache
def _numbers(has_codes: bool) -> re.Pattern[str]:
    """Reply codes, days and rounds: `5.1.66` is a code where there may be any, else a day."""
    day = DAY.replace("([/.-])", "(?P<sign>[/.-])").replace(r"\1", "(?P=sign)")
    code = f"(?P<code>{_REPLY_CODE})|" if has_codes else ""
    return re.compile(rf"{code}(?P<day>{day})|(?P<round>{_ROUND})")


def _word_at(text: str, place: int, classes: dict[str, str], longest: int) -> str | None:
    """The longest known word that stands at a place. Asking a dict is faster than making a pattern of all words."""
    for length in range(min(longest, len(text) - place), 0, -1):
        word = text[place : place + length]
        if word in classes and _is_whole(word, text[:place], text[place + length :][:1]):
            return word
    return None


def _is_whole(word: str, before: str, after: str) -> bool:
    """A word of ASCII letters or digits must not be a part of a longer one, nor a digit one of another number (-1)."""
    if word[0].isascii() and word[0].isalnum() and before[-1:] in _ASCII:
        return False
    if word[0].isdecimal() and (before[-1:] in _SIGNS or (before[-1:] == " " and before[-2:-1] in _MINUS)):
        return False
    return not (word[-1].isascii() and word[-1].isalnum() and after in _ASCII)


_ASCII, _SIGNS, _MINUS = frozenset("0123456789abcdefghijklmnopqrstuvwxyz"), frozenset("-–—.,:/+"), frozenset("-–—+")

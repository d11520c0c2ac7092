"""A status cell as a row of word classes, a letter each: what a small grammar then reads as a whole.

Thai writes no spaces between words, so the longest word that fits is taken, and the cell says nothing that is known
unless every letter of it belongs to a word. The words are data (`status_words.csv`); polite ones, brackets and
punctuation say nothing and are passed over.
"""

import re
from functools import cache

from ..address.characters import tidy_characters
from ..reference.folding import marks_in_order, one_spelling
from ..reference.mail_words import mail_codes
from ..reference.tables import rows, several
from .status_days import DAY, is_past_day

LONGEST = 300
"""Letters of a status cell that is read; what is longer is a text about something else."""

PAST_DAY, OTHER_DAY, ROUND = "D", "O", "#"
DELIVERED_CODE, FAILED_CODE, FULL_CODE, BARE_552, SENDERS_CODE = "2", "5", "6", "7", "8"
"""552 alone may be a full mailbox or a letter too large; `SENDERS_CODE` tells of the sender or the letter."""

_WINGDINGS = {"ü": "✓", "P": "✓", "û": "✗", "O": "✗"}
"""The letters of that font which Excel shows as a tick or a cross; ö and p are none, so case matters."""
_TICK_BY_HAND = re.compile(r"[(\[ ]*/[)\] .]*")
_ROUND = r"(?:ครั้งที่|เลขที่|ฉบับที่|รอบที่) ?[0-9]{1,6}(?:/[0-9]{2,4})?(?![0-9/.-])"
_SILENT = r"(?:(?!\.{3}|_{3})[\s.,;:!\"'“”‘’()\[\]{}<>\-–—*_ฯ\ufe0e\ufe0f])+"
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
    pattern, classes = _lexicon(column)
    said, place = [], 0
    while place < len(text):
        found = pattern.match(text, place)
        if found is None:
            return None
        place = found.end()
        if found.lastgroup == "day":
            said.append(PAST_DAY if is_past_day(found[0]) else OTHER_DAY)
        elif found.lastgroup == "code":
            said.append(_class_of_code(found[0]))
        elif found.lastgroup == "round":
            said.append(ROUND)
        elif found.lastgroup == "word":
            said.append(classes[found["word"]])
            if said[-1] == "j":
                break
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
    """What a reply code says, by the codes of delivery reports, which are data (SPEC section 10)."""
    if code == "552":
        return BARE_552
    known = {"full": FULL_CODE, "sender": SENDERS_CODE}
    return known.get(mail_codes().get(code, ""), code[0])


@cache
def _lexicon(column: str) -> tuple[re.Pattern[str], dict[str, str]]:
    classes = {
        marks_in_order(one_spelling(word)): row["class"]
        for row in rows("status_words")
        if row["column"] in (column, "any")
        for word in several(row["words"])
    }
    longest_first = sorted(classes, key=len, reverse=True)
    words = "|".join(_whole(word) for word in longest_first)
    day = DAY.replace("([/.-])", "(?P<sign>[/.-])").replace(r"\1", "(?P=sign)")
    code = f"(?P<code>{_REPLY_CODE})|" if column == "delivery" else ""  # 5.1.66 is a code there, else a day
    return re.compile(rf"{code}(?P<day>{day})|(?P<round>{_ROUND})|(?P<word>{words})|(?P<silent>{_SILENT})"), classes


def _whole(word: str) -> str:
    """A word of ASCII letters or digits must not be a part of a longer one, nor a digit one of another number (-1)."""
    before = "(?<![0-9a-z])" if word[0].isascii() and word[0].isalnum() else ""
    if word[0].isdecimal():
        before += "(?<![-–—.,:/+])(?<![-–—+] )"
    after = "(?![0-9a-z])" if word[-1].isascii() and word[-1].isalnum() else ""
    return f"{before}{re.escape(word)}{after}"

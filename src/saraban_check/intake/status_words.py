"""A status cell as a row of word classes, a letter each: what a small grammar then reads as a whole.

Thai writes no spaces between words, so the longest word that fits is taken, and the cell says nothing that is known
unless every letter of it belongs to a word. The words are data (`status_words.csv`); polite ones, brackets and
punctuation say nothing and are passed over.
"""

import re
from functools import cache

from ..address.characters import tidy_characters
from ..reference.folding import marks_in_order, one_spelling
from ..reference.tables import rows, several
from .status_days import DAY, is_past_day

LONGEST = 300
"""Letters of a status cell that is read; what is longer is a text about something else."""

PAST_DAY, OTHER_DAY = "D", "O"
_WINGDINGS = {"ü": "✓", "P": "✓", "û": "✗", "O": "✗"}
"""The letters of that font which Excel shows as a tick or a cross; ö and p are none, so case matters."""
_SILENT = r"(?:(?!\.{3}|_{3})[\s.,;:!\"'“”‘’()\[\]{}<>\-–—*_ฯ])+"
_REPLY_CODE = r"(?<![0-9./-])(?:[245]\.[0-9]{1,3}\.[0-9]{1,3}|250|55[0-9])(?![0-9./-])"
_FULL_CODES = re.compile(r"552|[45]\.2\.2")


def fold_status(cell: str) -> str | None:
    """A cell for comparing: marks in order, one spelling, no doubled spaces, without case; None if too long."""
    text = tidy_characters(cell[: LONGEST + 1]).strip()
    text = _WINGDINGS.get(text, text)
    return None if len(text) > LONGEST else marks_in_order(one_spelling(" ".join(text.split())))


def word_classes(column: str, text: str) -> str | None:
    """The classes of a folded text's words; None where a part of it is no known word.

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
            said.append("6" if _FULL_CODES.fullmatch(found[0]) else "2" if found[0][0] == "2" else found[0][0])
        elif found.lastgroup == "word":
            said.append(classes[found["word"]])
            if said[-1] == "j":
                break
    return "".join(said).replace(" ", "")


@cache
def _lexicon(column: str) -> tuple[re.Pattern[str], dict[str, str]]:
    classes = {
        marks_in_order(one_spelling(word)): row["class"]
        for row in rows("status_words")
        if row["column"] == column
        for word in several(row["words"])
    }
    longest_first = sorted(classes, key=len, reverse=True)
    words = "|".join(_whole(word) for word in longest_first)
    day = DAY.replace("([/.-])", "(?P<sign>[/.-])").replace(r"\1", "(?P=sign)")
    code = f"(?P<code>{_REPLY_CODE})|" if column == "delivery" else ""  # 5.1.66 is a code there, else a day
    return re.compile(rf"{code}(?P<day>{day})|(?P<word>{words})|(?P<silent>{_SILENT})"), classes


def _whole(word: str) -> str:
    """A word of ASCII letters or digits must not be a part of a longer one."""
    before = "(?<![0-9a-z])" if word[0].isascii() and word[0].isalnum() else ""
    after = "(?![0-9a-z])" if word[-1].isascii() and word[-1].isalnum() else ""
    return f"{before}{re.escape(word)}{after}"

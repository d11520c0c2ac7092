"""One spelling for Thai texts that look the same: for comparing only, never for showing."""

import re
import unicodedata

from ..model.lazy_pattern import lazy_pattern

_AM = lazy_pattern("\u0e4d([\u0e48-\u0e4b]?)\u0e32")  # nikhahit and aa: what NFKC, and some keyboards, make of sara am
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zs", "Zl", "Zp"})

MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
"""The Thai signs that stand above or below a letter, as the inside of a character class."""

_TONES = "\u0e48-\u0e4b"
_TONE_SIGNS = lazy_pattern(f"[{_TONES}]")
_SEVERAL_MARKS = lazy_pattern(f"[{MARKS}]{{2,}}")
_OUT_OF_ORDER = lazy_pattern(  # or perhaps so: most names hold none of these, and need no more than this look
    f"[\u0e48-\u0e4c][\u0e31\u0e34-\u0e3a\u0e47\u0e4d\u0e4e]|[{_TONES}]{{2}}|\u0e4c[\u0e48-\u0e4c]"
    f"|[\u0e31\u0e34-\u0e3a\u0e47\u0e4d\u0e4e]{{2}}|\u0e4d|[ะาำเแโใไ][{_TONES}]"
)
_TONE_AFTER_VOWEL = lazy_pattern(f"([ะาำ])([{_TONES}]+)")
_TONE_BEFORE_LETTER = lazy_pattern(f"([เแโใไ])([{_TONES}]+)([ก-ฮ])")


def one_spelling(text: str) -> str:
    """NFKC, but with sara am whole; แ for two เ; without case."""
    return _AM.sub("\\1\u0e33", unicodedata.normalize("NFKC", text)).replace("เเ", "แ").casefold()


def without_unseen(text: str) -> str:
    """A text without spaces, controls and what is invisible."""
    return "".join(c for c in text if unicodedata.category(c) not in _UNSEEN)


def marks_in_order(text: str) -> str:
    """Thai with each letter's marks in one order, none doubled, and the tone mark on the letter that bears it.

    A screen shows many orders alike: `ขา้ม` and `ข้าม`, `เ่ก` and `เก่`, the vowel before its tone mark or after it.
    """
    if not _OUT_OF_ORDER.search(text):
        return text
    text = _SEVERAL_MARKS.sub(_sorted_marks, text)
    text = _AM.sub("\\1\u0e33", text)
    return _TONE_BEFORE_LETTER.sub(r"\1\3\2", _TONE_AFTER_VOWEL.sub(r"\2\1", text))


def is_english(name: str) -> bool:
    """Whether a name is written in ASCII letters, which no Thai registry holds."""
    return name.isascii() and any(map(str.isalpha, name))


def without_tone_marks(text: str) -> str:
    """A text without ่ ้ ๊ ๋."""
    return _TONE_SIGNS.sub("", text)


def _sorted_marks(run: re.Match[str]) -> str:
    # A vowel first, then the tone mark, then the sign of silence: the order in which Thai is typed.
    return "".join(sorted(set(run[0]), key=lambda mark: ("\u0e48" <= mark <= "\u0e4c", mark)))

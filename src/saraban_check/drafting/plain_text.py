"""Texts from options and cells as a notice has them: one line, nothing invisible, Thai digits."""

from ..address.characters import drop_invisible, plain_spaces
from ..model.lazy_pattern import lazy_pattern

_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_IDENTIFIER = lazy_pattern("[A-Za-z@]")


def one_plain_line(text: str) -> str:
    """A text without control, zero-width and direction signs, its spaces single."""
    return " ".join(plain_spaces(drop_invisible(text)).split())


def thai_digits(text: str) -> str:
    """A text with Thai digits; a word with Latin letters or an @ (a LINE id, a page) is a name and stays as it is."""
    return " ".join(word if _IDENTIFIER.search(word) else word.translate(_TO_THAI) for word in text.split(" "))

"""The lines of a document's text: which line a place is on, and what stands around it."""

import re
from bisect import bisect_right

_SPACES = re.compile(r"[^\S\n]+")
_BREAK = re.compile(r"\s*\n\s*")
_THAI = re.compile("[ก-๛]")


class Lines:
    """A text, line by line."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def number(self, place: int) -> int:
        """The line (1 = first) that a place is on."""
        return bisect_right(self._starts, place)

    def start(self, place: int) -> int:
        """Where the line of a place begins."""
        return self._starts[self.number(place) - 1]

    def end(self, place: int) -> int:
        """Where the line of a place ends, without its line break."""
        found = self.text.find("\n", place)
        return len(self.text) if found < 0 else found

    def before(self, place: int) -> str:
        """What stands on the line before a place."""
        return self.text[self.start(place) : place]


def one_line(text: str) -> str:
    """A piece of a text on one line, its spaces single.

    A line that ends and one that begins in Thai letters are one word that was broken: no space was there.
    """
    return " ".join(_SPACES.sub(" ", _BREAK.sub(_joint, text)).split())


def _joint(line_end: re.Match[str]) -> str:
    text = line_end.string
    before, after = text[: line_end.start()][-1:], text[line_end.end() :][:1]
    return "" if _THAI.match(before) and _THAI.match(after) else " "

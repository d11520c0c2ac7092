"""The lines of a document's text: which line a place is on, and what stands around it."""

import re
from bisect import bisect_right
from collections.abc import Iterable

from ..model.lazy_pattern import lazy_pattern

_THAI = lazy_pattern("[ก-๛]")


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

    def span(self, number: int) -> tuple[int, int]:
        """From where to where a line (1 = first) goes."""
        start = self._starts[number - 1]
        return start, self.end(start)

    def before(self, place: int, most: int = 1000) -> str:
        """What stands on the line before a place: its last letters, where the line is longer than any of a notice."""
        return self.text[max(self.start(place), place - most) : place]


class Spans:
    """Places of a text that lie apart, in order, to be asked what lies in them."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def meet(self, start: int, end: int) -> bool:
        """Whether any of them shares a letter with the place from `start` to `end`."""
        index = bisect_right(self._ends, start)
        return index < len(self._starts) and self._starts[index] < end


def one_line(text: str) -> str:
    """A piece of a text on one line, its spaces single.

    A line that ends and one that begins in Thai letters are one word that was broken: no space was there.
    """
    joined = ""
    for line in filter(None, (" ".join(piece.split()) for piece in text.split("\n"))):
        is_broken = _THAI.match(joined[-1:]) and _THAI.match(line)
        joined += line if not joined or is_broken else f" {line}"
    return joined

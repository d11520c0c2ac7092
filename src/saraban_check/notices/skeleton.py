"""A text reduced to what no PDF and no typist gets wrong: its letters, without marks, spaces and punctuation.

PDF files break words at their lines, set marks before the wrong letter and lose some; people double spaces. So words
are looked for in the skeleton of a text, and what is found is shown from the text itself.
"""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache

from ..model.lazy_pattern import lazy_pattern
from ..reference.notice_words import notice_words

_AM = "\u0e33"  # sara am: its second half is a letter of the line
_KEPT = lazy_pattern("[ก-ฮฤฦะาเแโใไ0-9a-z]")
_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_LONGEST_WORD = 100
_ALIKE = {ord(_AM): "า", ord("ๅ"): "า"}


def plain_digits(text: str) -> str:
    """A text with Thai digits as ASCII ones: as long as before, letter for letter."""
    return text.translate(_DIGITS)


def skeleton_of(text: str) -> str:
    """The skeleton of a word or a name."""
    return _of_word(text) if len(text) < _LONGEST_WORD else _of_text(text)


@lru_cache(maxsize=4096)
def _of_word(text: str) -> str:
    return _of_text(text)


def _of_text(text: str) -> str:
    return "".join(_KEPT.findall(_alike(text))).replace("เเ", "แ")


def _alike(text: str) -> str:
    # letter for letter: a lower-case letter that is longer than its capital (İ) stays as it is
    lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return lowered.translate(_DIGITS).translate(_ALIKE)


@cache
def folded_words(*lists: str) -> tuple[str, ...]:
    """The words of some lists of `notice_words.csv` as skeletons."""
    return tuple(skeleton_of(word) for name in lists for word in notice_words(name))


class Skeleton:
    """The skeleton of a whole text, each knowing where in the text it stands."""

    __slots__ = ("_places", "letters", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        found = [(match[0], match.start()) for match in _KEPT.finditer(_alike(text))]
        # two เ are one แ, as in a word that is looked for
        kept: list[str] = []
        places: list[int] = []
        for letter, place in found:
            if letter == "เ" and kept and kept[-1] == "เ":
                kept[-1] = "แ"
                continue
            kept.append(letter)
            places.append(place)
        self.letters = "".join(kept)
        self._places = places

    def place(self, index: int) -> int:
        """Where in the text a letter of the skeleton stands; behind the last one the text's end."""
        return self._places[index] if index < len(self._places) else len(self.text)

    def index(self, place: int) -> int:
        """Which letter of the skeleton stands first at or behind a place of the text."""
        return bisect_left(self._places, place)

    def end(self, index: int) -> int:
        """Where in the text the letter before this one ends, its marks with it."""
        if index <= 0:
            return 0
        end = self._places[index - 1] + 1
        while end < len(self.text) and self.text[end] in _MARKS:
            end += 1
        return end

    def all(self, word: str) -> Iterator[tuple[int, int]]:
        """Each place of a word: from where to where in the skeleton."""
        wanted = skeleton_of(word)
        start = self.letters.find(wanted) if wanted else -1
        while start >= 0:
            yield start, start + len(wanted)
            start = self.letters.find(wanted, start + 1)

    def holds(self, *words: str) -> bool:
        """Whether any of the words stands in the text."""
        return any(skeleton_of(word) in self.letters for word in words)


_MARKS = frozenset(chr(code) for code in (0x0E31, *range(0x0E34, 0x0E3B), *range(0x0E47, 0x0E4F)))

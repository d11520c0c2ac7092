"""Words that mean something only beside each other: what a table would else spell out as every phrase there is."""

from collections.abc import Iterator
from typing import NamedTuple

_FAR = 70
"""Characters of one sentence that may lie between such words."""
_ENDS = (". ", "! ", "? ", "; ", "\n\n")


class WordsTogether(NamedTuple):
    """One word of each group within a sentence, and none of those `without`."""

    groups: tuple[tuple[str, ...], ...]
    without: tuple[str, ...] = ()

    @classmethod
    def of(cls, text: str) -> "WordsTogether":
        """`fail|reject + mail|letter - how to`: groups, and the words beside which they mean something else."""
        wanted, _, without = text.partition(" - ")
        groups = tuple(tuple(group.split("|")) for group in wanted.split(" + "))
        return cls(groups, tuple(without.split("|")) if without else ())

    def places(self, folded: str) -> Iterator[int]:
        """Where a word of the first group begins that has the others beside it."""
        for word in self.groups[0]:
            at = folded.find(word)
            while at >= 0:
                end = at + len(word)
                before, after = _sentence_before(folded[max(at - _FAR, 0) : at]), _sentence_after(folded, end)
                if self._holds(before + "\0" + after, 1):
                    yield at
                at = folded.find(word, end)

    def begins(self, folded: str) -> bool:
        """Whether a word of the first group begins the text, and the others follow in its sentence."""
        return folded.startswith(self.groups[0]) and self._holds(_sentence_after(folded, 0), 1)

    def ends(self, folded: str) -> bool:
        """Whether a word of the last group ends the text, and the others stand before it in its sentence."""
        return folded.endswith(self.groups[-1]) and self._holds(_sentence_before(folded[-_FAR:]), 0, -1)

    def _holds(self, text: str, first: int, last: int | None = None) -> bool:
        if any(word in text for word in self.without):
            return False
        return all(any(word in text for word in group) for group in self.groups[first:last])


def _sentence_before(text: str) -> str:
    """What of a text belongs to the sentence that it breaks off in."""
    start = max(text.rfind(mark) + len(mark) for mark in _ENDS if mark in text) if _has_end(text) else 0
    return text[start:]


def _sentence_after(text: str, at: int) -> str:
    """What of the text from there on belongs to the sentence that it begins in."""
    text = text[at : at + _FAR]
    return text[: min(text.find(mark) for mark in _ENDS if mark in text)] if _has_end(text) else text


def _has_end(text: str) -> bool:
    return any(mark in text for mark in _ENDS)

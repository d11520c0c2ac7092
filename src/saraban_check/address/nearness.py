"""How near two words are, counting a swap of neighbours as one slip of the fingers.

rapidfuzz is loaded only when a word has to be compared: a correct address never needs it.
"""

from functools import cache
from typing import Protocol


class _Distance(Protocol):
    def __call__(self, s1: str, s2: str, *, score_cutoff: int | None = None) -> int: ...


@cache
def _osa() -> _Distance:
    from rapidfuzz.distance.OSA import distance

    return distance


def edits(a: str, b: str, at_most: int) -> int:
    """Insertions, deletions, replacements and swaps between two words; `at_most + 1` where more."""
    if abs(len(a) - len(b)) > at_most:
        return at_most + 1
    return _osa()(a, b, score_cutoff=at_most)

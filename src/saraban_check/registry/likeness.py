"""Which of many folded names are near one, and clearly so.

rapidfuzz is loaded only when a name is not found as it stands.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any, Generic, NamedTuple, TypeVar

from ..reference.folding import without_tone_marks

SHORTEST = 3
"""Letters of the longer of two names that can be near each other: below, one slip is half of the name."""

LONG = 8
"""Letters of a name in which two slips still leave three quarters as they were; below, only one is within reach."""

CLEARLY = 2
"""How many times as far the runner-up must be. Many of the registry's names are one letter apart (ท่าข้าม, ท่าขาม): what
lies one slip from one of them and two from the other is the first, what lies one slip from both is either."""

_FARTHEST = 2 * CLEARLY - 1  # slips at which a runner-up still counts

T = TypeVar("T")


class Near(NamedTuple, Generic[T]):
    """A value whose name is so many slips away: a letter more, less or another, or two swapped."""

    slips: int
    value: T


class Shelf(Generic[T]):
    """Values by name, to look for a near one; several may have one name."""

    __slots__ = ("_names", "_toneless", "_values")

    def __init__(self, named: Iterable[tuple[str, T]]) -> None:
        pairs = list(named)
        self._names = [name for name, _ in pairs]
        self._values = [value for _, value in pairs]
        self._toneless: dict[str, list[int]] | None = None

    def near(self, asked: str) -> list[Near[T]]:
        """The nearest within reach, and with it all that are not clearly further away: one where it is sure."""
        slips = _slips(asked, self._names)
        for place in self._alike_but_for_tones(asked):
            slips[place] = min(slips.get(place, 1), 1)  # all tone marks left out are one mistake
        within = [n for place, n in slips.items() if n <= _allowed(max(len(asked), len(self._names[place])))]
        if not within:
            return []
        return [Near(n, self._values[place]) for place, n in slips.items() if n < CLEARLY * max(min(within), 1)]

    def _alike_but_for_tones(self, asked: str) -> list[int]:
        if self._toneless is None:
            self._toneless = {}
            for place, name in enumerate(self._names):
                self._toneless.setdefault(without_tone_marks(name), []).append(place)
        return self._toneless.get(without_tone_marks(asked), [])


def _allowed(letters: int) -> int:
    """Slips that a name of so many letters may have."""
    return 2 if letters >= LONG else 1 if letters >= SHORTEST else 0


def _slips(asked: str, names: list[str]) -> dict[int, int]:
    """Slips by place in the list, of those that are not too far."""
    extract, distance = _rapidfuzz()
    found = extract(asked, names, scorer=distance, score_cutoff=_FARTHEST, limit=None)
    return {place: int(slips) for _, slips, place in found}


@cache
def _rapidfuzz() -> tuple[Any, Any]:
    from rapidfuzz.distance.OSA import distance
    from rapidfuzz.process import extract

    return extract, distance

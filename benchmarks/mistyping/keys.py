"""Slips of one key: dropped, doubled, beside it, swapped with its neighbour, in the wrong layout."""

import random
from collections.abc import Callable, Sequence

from benchmarks.mistyping.keyboard import ON_KEYPAD, beside, in_thai
from benchmarks.mistyping.parts import CORE, Parts

Way = Callable[[random.Random, Parts], Parts | None]
"""A slip; None where it cannot be made in such an address."""

Keyed = Callable[[random.Random, str], str]
"""What is typed for one key."""


def key(typed: Keyed, fits: Callable[[str], bool] = str.isprintable, fields: Sequence[str] = CORE) -> Way:
    """A slip at a key drawn among all that fit in these parts."""

    def make(rng: random.Random, parts: Parts) -> Parts | None:
        places = [(of, at) for of in fields for at, one in enumerate(getattr(parts, of)) if fits(one)]
        if not places:
            return None
        of, at = rng.choice(places)
        text = getattr(parts, of)
        return parts._replace(**{of: text[:at] + typed(rng, text[at]) + text[at + 1 :]})

    return make


def swapped(rng: random.Random, parts: Parts) -> Parts:
    """Two neighbours in each other's place, of one part or of two."""
    keys = [(of, one) for of in CORE for one in getattr(parts, of)]
    at = rng.randrange(len(keys) - 1)
    (one, first), (other, second) = keys[at : at + 2]
    keys[at : at + 2] = [(one, second), (other, first)]
    return parts._replace(**{of: "".join(typed for where, typed in keys if where == of) for of in CORE})


def dropped(_: random.Random, __: str) -> str:
    """Nothing."""
    return ""


def doubled(_: random.Random, one: str) -> str:
    """The key twice."""
    return one * 2


def neighbour(rng: random.Random, one: str) -> str:
    """A key that touches it."""
    return rng.choice(beside(one) or one)


def with_neighbour(rng: random.Random, one: str) -> str:
    """Two keys under one finger, in either order."""
    return "".join(rng.sample((one, neighbour(rng, one)), 2))


def in_other_layout(rng: random.Random, one: str) -> str:
    """The key, or one that touches it, where the Thai layout is on."""
    return in_thai(rng.choice((one, one, neighbour(rng, one))))


def spaced(rng: random.Random, one: str) -> str:
    """A space, two, or one that does not break, in front."""
    return rng.choice((" ", " ", " ", "  ", "\u00a0")) + one


def on_keypad(rng: random.Random, one: str) -> str:
    """A digit beside it on a keypad."""
    return rng.choice(ON_KEYPAD.get(one, one))


def among(others: dict[str, str]) -> Keyed:
    """One of those that a table has for the key."""
    return lambda rng, one: rng.choice(others[one])

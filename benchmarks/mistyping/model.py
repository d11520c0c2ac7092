"""The slips, and how often each is made.

The weights are judged, not counted, in three steps: what the published examples of wrong addresses show and real lists
have again and again (10 to 6: the word spelled by ear, another mark, a neighbouring key, the lost zero, spaces); the
four slips of all typing (Damerau 1964: one more, one less, another, two swapped) and what copying out of a letter or a
website brings along (5 to 3); what a list has once (2, 1).
"""

import random
from typing import NamedTuple

from benchmarks.mistyping import habits, keys
from benchmarks.mistyping.keys import Way, key
from benchmarks.mistyping.parts import Parts, is_hidden

TWO_SLIPS = 0.1
"""The share of addresses with two slips."""


class Slip(NamedTuple):
    """A kind of slip, and how often it is made in comparison with others."""

    name: str
    weight: int
    make: Way


def _is_mark(one: str) -> bool:
    return one in "_-.@"


_DIGITS = ("name",)
_DOMAIN = ("domain",)

SLIPS = (
    Slip("saraban by ear", 10, habits.misspelled),
    Slip("another mark", 8, habits.another_mark),
    Slip("mark dropped", 4, key(keys.dropped, _is_mark)),
    Slip("mark doubled", 3, key(keys.doubled, _is_mark)),
    Slip("shift missed", 3, habits.shift_missed),
    Slip("neighbouring key", 8, key(keys.neighbour)),
    Slip("two keys at once", 3, key(keys.with_neighbour)),
    Slip("letter dropped", 5, key(keys.dropped, str.isalpha)),
    Slip("letter doubled", 4, key(keys.doubled, str.isalpha)),
    Slip("neighbours swapped", 5, keys.swapped),
    Slip("Thai layout left on", 3, habits.thai_layout),
    Slip("one key in Thai layout", 2, key(keys.in_other_layout)),
    Slip("leading zero lost", 7, habits.in_code(habits.without_first)),
    Slip("digit lost", 4, key(keys.dropped, str.isdigit, _DIGITS)),
    Slip("digit doubled", 3, key(keys.doubled, str.isdigit, _DIGITS)),
    Slip("digits swapped", 3, habits.in_code(habits.swapped_digits)),
    Slip("digit changed", 3, key(keys.on_keypad, str.isdigit, _DIGITS)),
    Slip("code rotated", 1, habits.in_code(habits.rotated)),
    Slip("O for 0, l for 1", 2, key(keys.among(habits.AS_LETTERS), habits.AS_LETTERS.__contains__, _DIGITS)),
    Slip("look-alike in domain", 5, key(keys.among(habits.LOOK_ALIKE), habits.LOOK_ALIKE.__contains__, _DOMAIN)),
    Slip("another suffix", 5, habits.another_suffix),
    Slip("copied suffix", 3, habits.tail(".go.th", ".com", ".th", ".go.th.com", ".co.th", ".mail.go.th")),
    Slip("www. in front", 3, habits.with_www),
    Slip("another provider", 4, habits.another_provider),
    Slip("space anywhere", 6, key(keys.spaced)),
    Slip("capitals", 4, habits.capitals),
    Slip("label or tail", 4, habits.around(habits.LABELS)),
    Slip("glued Thai", 4, habits.around(habits.GLUED_THAI)),
    Slip("glued English", 3, habits.around(habits.GLUED_ENGLISH)),
    Slip("list mark", 2, habits.around(habits.LIST_MARKS)),
    Slip("brackets", 2, habits.around(habits.BRACKETS)),
    Slip("typographic mark", 2, key(keys.among(habits.TYPOGRAPHIC), habits.TYPOGRAPHIC.__contains__)),
)
"""Every kind of slip."""

_WEIGHTS = [slip.weight for slip in SLIPS]


class Mistyped(NamedTuple):
    """What is typed instead of an address, by which slips, and whether one of these nobody could see."""

    meant: Parts
    typed: str
    slips: tuple[str, ...]
    hidden: bool

    @property
    def kind(self) -> str:
        return self.slips[0] if len(self.slips) == 1 else "two slips"


def mistype(rng: random.Random, meant: Parts) -> Mistyped:
    """An address with a slip, or with two."""
    wanted = 2 if rng.random() < TWO_SLIPS else 1
    parts, hidden = meant, False
    made: tuple[str, ...] = ()
    while len(made) < wanted:
        slip = rng.choices(SLIPS, _WEIGHTS)[0]
        before = rng.getstate()
        alone = slip.make(rng, meant)
        rng.setstate(before)
        typed = slip.make(rng, parts)
        if alone is not None and typed is not None and typed.text not in (parts.text, meant.text):
            parts, made = typed, (*made, slip.name)
            hidden = hidden or is_hidden(meant, alone) or is_hidden(meant, typed)
    return Mistyped(meant, parts.text, made, hidden)

"""Rounds over time: of each only its figures are held, however many there are."""

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ..model.record import Province
from .standing import Round


class InA(NamedTuple):
    """How many agencies there are, and how many of them are in letter A."""

    total: int = 0
    done: int = 0


class RoundFigures(NamedTuple):
    """A round without its agencies: `head` says where it comes from, `groups` and `provinces` count them.

    `provinces` is by number; an empty one for agencies whose province is not known.
    """

    head: Round
    groups: Counter[str]
    provinces: dict[str, InA]
    named: dict[str, Province]

    @property
    def in_a(self) -> InA:
        return InA(sum(one.total for one in self.provinces.values()), sum(one.done for one in self.provinces.values()))


def figures_of(one: Round) -> RoundFigures:
    """The figures of a round, which lets go of its agencies."""
    totals: Counter[str] = Counter()
    done: Counter[str] = Counter()
    named: dict[str, Province] = {}
    for standing in one.standings:
        province = standing.province
        key = province.code if province is not None else ""
        totals[key] += 1
        done[key] += standing.is_done
        if province is not None:
            named[key] = province
    provinces = {key: InA(totals[key], done[key]) for key in totals}
    return RoundFigures(one._replace(standings=()), one.groups, provinces, named)


class ProvinceSeries(NamedTuple):
    """A province round by round; `province` is None for agencies whose province is not known."""

    province: Province | None
    rounds: tuple[InA, ...]

    @property
    def gained(self) -> float:
        """By how much its share in A grew from the first round that has it to the last; 0 where one has it."""
        known = [one.done / one.total for one in self.rounds if one.total]
        return known[-1] - known[0] if known else 0.0


def province_series(rounds: Sequence[RoundFigures]) -> tuple[ProvinceSeries, ...]:
    """All provinces of all rounds by number; agencies without one last."""
    named = {key: province for one in rounds for key, province in one.named.items()}
    keys = sorted({key for one in rounds for key in one.provinces}, key=lambda key: (not key, key))
    none = InA()
    return tuple(ProvinceSeries(named.get(key), tuple(one.provinces.get(key, none) for one in rounds)) for key in keys)


def days_out_of_order(rounds: Sequence[RoundFigures]) -> Iterator[tuple[int, int]]:
    """Neighbours among the rounds whose days are known, of which the later stands first: by their places."""
    known = [(at, one.head.as_of) for at, one in enumerate(rounds) if one.head.as_of is not None]
    for (at, day), (after, next_day) in pairwise(known):
        if next_day < day:
            yield at, after


def days_shared(rounds: Sequence[RoundFigures]) -> dict[datetime.date, list[int]]:
    """Days that the data of several rounds are of, with the places of these."""
    found: dict[datetime.date, list[int]] = {}
    for at, one in enumerate(rounds):
        if one.head.as_of is not None:
            found.setdefault(one.head.as_of, []).append(at)
    return {day: places for day, places in found.items() if len(places) > 1}

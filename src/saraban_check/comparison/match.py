"""Which row of one round is which row of the other. What could be two agencies is matched with none.

This is the one place that says so: for `compare`, and for a list and its baseline.

1. By code, where it stands in one row of each round.
2. What is left, by kind, name and province, where all three are known, unless their districts differ. Where several
   rows share these, only rows of the same district are the same agency. Two codes that differ are a code and its
   correction only where the district is known to be the same too: no two of 7,849 agencies share all four.
3. A row that could still be one of the other round's is unmatched, and so is one that says too little of itself.
   The others are gone, or new. Of the same name, a kind, province or district that is not known could be any.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from enum import Enum
from itertools import product
from typing import NamedTuple

from ..checks.identity import named_agency
from ..model.record import AgencyRecord
from ..reference.kinds import kind_of_name
from .standing import Standing


class MatchedBy(Enum):
    """What two rows were matched by."""

    CODE = "code"
    NAME = "name"
    DISTRICT = "district"


class WhyNot(Enum):
    """Why a row could not be matched: its code stands in several rows of a round; several rows fit its name; one of
    its name may be it, but kind or province of one of them is not known; it has neither code nor name with province;
    the other round has nothing of what it has.
    """

    CODE_TWICE = "code-twice"
    SEVERAL = "several"
    INCOMPLETE = "incomplete"
    NO_IDENTITY = "no-identity"
    NOTHING_SHARED = "nothing-shared"


class Pair(NamedTuple):
    """One agency in both rounds."""

    old: Standing
    new: Standing
    by: MatchedBy


class Unmatched(NamedTuple):
    """A row that may or may not be in the other round."""

    standing: Standing
    why: WhyNot


class Matched(NamedTuple):
    """Every row of both rounds, once."""

    pairs: list[Pair]
    gone: list[Standing]
    new: list[Standing]
    unmatched_old: list[Unmatched]
    unmatched_new: list[Unmatched]


def match(old: Sequence[Standing], new: Sequence[Standing]) -> Matched:
    """Match two rounds; each list of the result is in the order of its rows."""
    found = Matched([], [], [], [], [])
    twice = _twice(old) | _twice(new)
    by_code = {s.code: s for s in new if s.code is not None}
    paired: set[str | None] = set()
    for standing in old:
        if standing.code in by_code and standing.code not in twice:
            paired.add(standing.code)
            found.pairs.append(Pair(standing, by_code[standing.code], MatchedBy.CODE))
    left_old = _Side(old, paired, twice)
    left_new = _Side(new, paired, twice)
    for name, olds in left_old.by_name.items():
        if name in left_new.by_name:
            found.pairs.extend(_same_name(olds, left_new.by_name[name], twice))
    taken = {id(standing) for pair in found.pairs for standing in pair[:2]}
    _sort_out(left_old, left_new, taken, found.gone, found.unmatched_old)
    _sort_out(left_new, left_old, taken, found.new, found.unmatched_new)
    found.pairs.sort(key=lambda pair: (pair.new.row, pair.old.row))
    return found


def _twice(standings: Iterable[Standing]) -> set[str | None]:
    counted = Counter(s.code for s in standings if s.code is not None)
    return {code for code, count in counted.items() if count > 1}


class _Named(NamedTuple):
    """A row that has a name; None for what is not known."""

    standing: Standing
    name: str
    kind: str | None
    province: str | None
    amphoe: str | None

    @property
    def is_whole(self) -> bool:
        """Whether it says enough to be matched by name."""
        return self.kind is not None and self.province is not None


class _Side:
    """What is left of one round when the codes have been matched."""

    def __init__(self, standings: Sequence[Standing], paired: set[str | None], twice: set[str | None]) -> None:
        self.twice = twice
        self.left = [s for s in standings if s.code is None or s.code not in paired]
        self.has_codes = any(s.code is not None for s in standings)
        self.has_names = any(s.province is not None and s.name for s in standings)
        self.named: dict[int, _Named] = {}
        self.by_name: dict[tuple[str | None, ...], list[_Named]] = defaultdict(list)
        for standing in self.left:
            if (one := _named(standing)) is not None:
                self.named[id(standing)] = one
                if one.is_whole:
                    self.by_name[one.kind, one.name, one.province].append(one)


def _named(standing: Standing) -> _Named | None:
    """The row by its name, without what says a kind before it, whether or not the row's kind is known."""
    kind, province = standing.kind, standing.province
    found = named_agency(
        AgencyRecord(
            name=standing.name,
            kind=kind_of_name(standing.name) if kind is None else kind,
            province=province,
            amphoe=standing.amphoe,
        )
    )
    if found is None:
        return None
    if province is None:  # a district is one of its province's: many are called เมือง
        return _Named(standing, found.name, kind and kind.key, None, None)
    amphoe = None if found.amphoe == "-" else found.amphoe
    return _Named(standing, found.name, kind and kind.key, province.code, amphoe)


def _same_name(olds: list[_Named], news: list[_Named], twice: set[str | None]) -> Iterable[Pair]:
    """The pairs among the rows that share kind, name and province."""
    if len(olds) == len(news) == 1:
        if _may_be_one(olds[0], news[0], twice):
            yield Pair(olds[0].standing, news[0].standing, MatchedBy.NAME)
        return
    by_amphoe: dict[str, tuple[list[_Named], list[_Named]]] = {}
    for side, rows in enumerate((olds, news)):
        for one in rows:
            if one.amphoe is not None:
                by_amphoe.setdefault(one.amphoe, ([], []))[side].append(one)
    for here, there in by_amphoe.values():
        if len(here) == len(there) == 1 and _may_be_one(here[0], there[0], twice):
            yield Pair(here[0].standing, there[0].standing, MatchedBy.DISTRICT)


def _may_be_one(old: _Named, new: _Named, twice: set[str | None]) -> bool:
    one, other = old.standing.code, new.standing.code
    if {one, other} & twice:
        return False
    if old.amphoe is not None and new.amphoe is not None:
        return old.amphoe == new.amphoe
    return one is None or other is None or one[_DISTRICT] == other[_DISTRICT]


_DISTRICT = slice(2, 6)
"""Where a code has its province and its district."""


class _Rest:
    """The named rows that are left in one round, to be asked whether another round's row could be one of them.

    However many there are of a name, an answer takes a few look-ups: for each set of what the asking rows know, the
    rows are held by just that.
    """

    def __init__(self, rows: list[_Named]) -> None:
        self._rows = rows
        self._held: dict[tuple[bool, ...], set[tuple[object, ...]]] = {}

    def may_hold(self, one: _Named, *, whole: bool = False) -> bool:
        """Whether a row could be one of these: not where both have codes, nor where anything known differs.

        `whole`: only of those whose kind and province are known too.
        """
        parts = one[2:]
        known = tuple(part is not None for part in parts)
        if known not in self._held:
            self._held[known] = {self._key(row, known) for row in self._rows}
        codes = (False,) if one.standing.code is not None else (False, True)
        sure = (whole, whole, False)
        choices = ((part,) if must or part is None else (part, None) for part, must in zip(parts, sure, strict=True))
        return any(key in self._held[known] for key in product(codes, (one.name,), *choices))

    @staticmethod
    def _key(row: _Named, known: tuple[bool, ...]) -> tuple[object, ...]:
        parts = (part if asked else None for part, asked in zip(row[2:], known, strict=True))
        return (row.standing.code is not None, row.name, *parts)


def _sort_out(side: _Side, other: _Side, taken: set[int], alone: list[Standing], unmatched: list[Unmatched]) -> None:
    """The rows of one round that were not matched: those that are certainly not in the other, and the rest."""
    names = {one.name for key, one in side.named.items() if key not in taken}
    rest = _Rest([one for key, one in other.named.items() if key not in taken and one.name in names])
    for standing in side.left:
        if id(standing) in taken:
            continue
        why = _why_not(standing, side, other, rest)
        if why is None:
            alone.append(standing)
        else:
            unmatched.append(Unmatched(standing, why))


def _why_not(standing: Standing, side: _Side, other: _Side, rest: _Rest) -> WhyNot | None:
    named, coded = side.named.get(id(standing)), standing.code is not None
    placed = named is not None and named.province is not None
    if standing.code in side.twice:
        return WhyNot.CODE_TWICE
    if not coded and not placed:
        return WhyNot.NO_IDENTITY
    if named is not None and named.is_whole and rest.may_hold(named, whole=True):
        return WhyNot.SEVERAL
    if named is not None and rest.may_hold(named):
        return WhyNot.INCOMPLETE
    if not (coded and other.has_codes) and not (placed and other.has_names):
        return WhyNot.NOTHING_SHARED
    return None

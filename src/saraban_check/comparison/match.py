"""Which row of one round is which row of the other. What could be two agencies is matched with none.

1. By code, where it stands in one row of each round.
2. What is left, by kind, name and province, unless both have codes (which then differ) or their districts differ.
   Where several rows share these, only rows of the same district are the same agency.
3. A row that could still be one of the other round's is unmatched, and so is one that says too little of itself.
   The others are gone, or new.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from enum import Enum
from typing import NamedTuple

from ..identity import NamedAgency, named_agency
from ..model.record import AgencyRecord
from .standing import Standing


class MatchedBy(Enum):
    """What two rows were matched by."""

    CODE = "code"
    NAME = "name"
    DISTRICT = "district"


class WhyNot(Enum):
    """Why a row could not be matched: its code stands in several rows of a round; several rows fit its name; it has
    neither code nor name with province; the other round has nothing of what it has.
    """

    CODE_TWICE = "code-twice"
    SEVERAL = "several"
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
    standing: Standing
    amphoe: str | None


_Name = tuple[str, str, str]
"""Kind, name, province."""


class _Side:
    """What is left of one round when the codes have been matched."""

    def __init__(self, standings: Sequence[Standing], paired: set[str | None], twice: set[str | None]) -> None:
        self.twice = twice
        self.left = [s for s in standings if s.code is None or s.code not in paired]
        self.has_codes = any(s.code is not None for s in standings)
        self.names: dict[int, tuple[_Name, _Named]] = {}
        self.by_name: dict[_Name, list[_Named]] = defaultdict(list)
        for standing in self.left:
            if standing.province is not None and (named := _named(standing)) is not None:
                one = _Named(standing, None if named.amphoe == "-" else named.amphoe)
                self.by_name[named[:3]].append(one)
                self.names[id(standing)] = named[:3], one
        self.has_names = any(s.province is not None and s.name for s in standings)


def _named(standing: Standing) -> NamedAgency | None:
    return named_agency(
        AgencyRecord(name=standing.name, kind=standing.kind, province=standing.province, amphoe=standing.amphoe)
    )


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
    if old.standing.code is not None and new.standing.code is not None:
        return False
    if {old.standing.code, new.standing.code} & twice:
        return False
    return old.amphoe is None or new.amphoe is None or old.amphoe == new.amphoe


class _Rest:
    """How many rows of a name are left in the other round, by district and by whether they have a code."""

    def __init__(self) -> None:
        self._rows: Counter[tuple[str | None, bool]] = Counter()
        self._all: Counter[bool] = Counter()

    def add(self, one: _Named) -> None:
        coded = one.standing.code is not None
        self._rows[one.amphoe, coded] += 1
        self._all[coded] += 1

    def may_hold(self, one: _Named) -> bool:
        """Whether a row could be one of these: not where both have codes, nor where the districts differ."""
        codes = (False,) if one.standing.code is not None else (False, True)
        if one.amphoe is None:
            return any(self._all[coded] for coded in codes)
        return any(self._rows[one.amphoe, coded] + self._rows[None, coded] for coded in codes)


def _sort_out(side: _Side, other: _Side, taken: set[int], alone: list[Standing], unmatched: list[Unmatched]) -> None:
    """The rows of one round that were not matched: those that are certainly not in the other, and the rest."""
    rest: dict[_Name, _Rest] = defaultdict(_Rest)
    for name, rows in other.by_name.items():
        for one in rows:
            if id(one.standing) not in taken:
                rest[name].add(one)
    for standing in side.left:
        if id(standing) in taken:
            continue
        named = side.names.get(id(standing))
        if standing.code in side.twice:
            unmatched.append(Unmatched(standing, WhyNot.CODE_TWICE))
        elif standing.code is None and named is None:
            unmatched.append(Unmatched(standing, WhyNot.NO_IDENTITY))
        elif not (standing.code is not None and other.has_codes) and not (named is not None and other.has_names):
            unmatched.append(Unmatched(standing, WhyNot.NOTHING_SHARED))
        elif named is not None and named[0] in rest and rest[named[0]].may_hold(named[1]):
            unmatched.append(Unmatched(standing, WhyNot.SEVERAL))
        else:
            alone.append(standing)

"""What became of the agencies between two rounds; every figure is counted from the same entries."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from ..checks.narrowing import part_of
from ..model.assessment import OUTSIDE, UNDETERMINED
from ..model.record import Province
from ..model.text import Text
from .facts import FactMove, fact_moves
from .lookalikes import Marked, marked_lookalikes
from .match import Matched, MatchedBy, WhyNot, match
from .series import RoundFigures, figures_of
from .standing import Round, Standing
from .upgrades import possible_upgrades


class Change(Enum):
    """What became of an agency (decisions: Rounds), in the order in which reports list it."""

    WORSENED = "worsened"
    IMPROVED = "improved"
    UNCLEAR = "unclear"
    UNCHANGED = "unchanged"
    NEW = "new"
    GONE = "gone"
    UNMATCHED = "unmatched"


class Entry(NamedTuple):
    """One agency and what became of it; `old` or `new` is None where that round does not hold it.

    `upgrade` is the agency of the other round that it may be, if it was upgraded: pointed out, not decided.
    """

    change: Change
    old: Standing | None
    new: Standing | None
    by: MatchedBy | None = None
    why_not: WhyNot | None = None
    upgrade: Standing | None = None

    @property
    def latest(self) -> Standing:
        """How the newest round that holds it describes it."""
        found = self.new or self.old
        assert found is not None
        return found

    @property
    def address_changed(self) -> bool:
        """Whether both rounds state a readable address, or none, and not the same; case makes no difference."""
        if self.old is None or self.new is None or self.old.address is None or self.new.address is None:
            return False
        return self.old.address.casefold() != self.new.address.casefold()

    @property
    def moved(self) -> tuple[FactMove, ...]:
        """The facts that are not what they were; none where only one round holds the agency."""
        return () if self.old is None or self.new is None else fact_moves(self.old.facts, self.new.facts)

    @property
    def lookalikes(self) -> tuple[Marked, Marked] | None:
        """Both addresses with the characters marked that look the same, where they differ in nothing else."""
        if not self.address_changed or self.old is None or self.new is None:
            return None
        return marked_lookalikes(self.old.address or "", self.new.address or "")


@dataclass
class ProvinceChanges:
    """The figures of one province; `province` is None for agencies whose province is not known.

    The totals are what each round has there; an agency that moved to another province counts for the newer.
    """

    province: Province | None
    old_total: int = 0
    old_done: int = 0
    new_total: int = 0
    new_done: int = 0
    address_changed: int = 0
    changes: Counter[Change] = field(default_factory=Counter)

    @property
    def moved(self) -> int:
        """How many rows did not stay as they were."""
        return self.changes.total() - self.changes[Change.UNCHANGED]


@dataclass(frozen=True)
class Comparison:
    """Two rounds of a list and what became of each agency between them.

    `entries` hold every row of both rounds, once: by what became of it, then in the order of the rows. Of more than
    two rounds `old` is the first and `new` the last; `between` are the figures of the others. `repeated` are the places
    of rounds that are one file, given twice. `province` is the one that all of it was narrowed to.
    """

    old: Round
    new: Round
    entries: tuple[Entry, ...]
    between: tuple[RoundFigures, ...] = ()
    repeated: tuple[tuple[int, int], ...] = ()
    province: Province | None = None

    @property
    def narrowed(self) -> tuple[Text, ...]:
        """In words the part that all of it is of; empty for the whole."""
        return () if self.province is None else (part_of(self.province),)

    @property
    def moved_in(self) -> int:
        """How many agencies the old round has, but not in the province that all of it was narrowed to."""
        return sum(entry.old is not None and entry.old.province != self.province for entry in self.entries)

    @property
    def moved_out(self) -> int:
        """How many the old round has there, and the new one elsewhere."""
        return self.old.total - sum(entry.old is not None for entry in self.entries) + self.moved_in

    @cached_property
    def rounds(self) -> tuple[RoundFigures, ...]:
        """The figures of all rounds, in the order in which they were given."""
        return figures_of(self.old), *self.between, figures_of(self.new)

    def of(self, change: Change) -> list[Entry]:
        """The agencies of which one thing became."""
        return [entry for entry in self.entries if entry.change is change]

    @cached_property
    def counts(self) -> Counter[Change]:
        """Entries by what became of them. Of the unmatched, each row of each round counts."""
        return Counter(entry.change for entry in self.entries)

    @cached_property
    def address_changed(self) -> list[Entry]:
        """The agencies that state another address, whatever became of their group."""
        return [entry for entry in self.entries if entry.address_changed]

    @cached_property
    def matrix(self) -> Counter[tuple[str, str]]:
        """Agencies in both rounds, by their group in the old and in the new."""
        return Counter((entry.old.group, entry.new.group) for entry in self.entries if entry.old and entry.new)

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """All groups of the rounds' tables, best first, and then the two outcomes that are none."""
        orders = (group for one in reversed(self.rounds) for group in one.head.order)
        return (*dict.fromkeys(orders), OUTSIDE, UNDETERMINED)

    @cached_property
    def provinces(self) -> tuple[ProvinceChanges, ...]:
        """All provinces of both rounds by number; agencies without one last."""
        found: dict[str, ProvinceChanges] = {}

        def at(province: Province | None) -> ProvinceChanges:
            key = province.code if province else ""
            if key not in found:  # the figures of one take longer to make than to look up
                found[key] = ProvinceChanges(province)
            return found[key]

        first, *_, last = self.rounds
        for of_round in (first, last):
            for key, (total, done) in of_round.provinces.items():
                place = at(of_round.named.get(key))
                if of_round is first:
                    place.old_total, place.old_done = total, done
                else:
                    place.new_total, place.new_done = total, done
        for entry in self.entries:
            place = at(entry.latest.province)
            place.changes[entry.change] += 1
            place.address_changed += entry.address_changed
        return tuple(found[key] for key in sorted(found, key=lambda code: (not code, code)))


def compare_rounds(
    old: Round, new: Round, *, between: tuple[RoundFigures, ...] = (), repeated: tuple[tuple[int, int], ...] = ()
) -> Comparison:
    """What became of every agency between two rounds, the first and the last."""
    matched = match(old.standings, new.standings)
    entries = [*_moves(matched, old.order, new.order), *_others(matched)]
    place = {change: number for number, change in enumerate(Change)}
    entries.sort(key=lambda entry: place[entry.change])  # stable: within, the order of the rows stays
    return Comparison(old, new, tuple(entries), between, repeated)


def _moves(matched: Matched, before: Sequence[str], now: Sequence[str]) -> list[Entry]:
    rank = {group: number for number, group in enumerate(now) if group in before}
    return [Entry(_change(old, new, rank), old, new, by) for old, new, by in matched.pairs]


def _change(old: Standing, new: Standing, rank: dict[str, int]) -> Change:
    """A group further up the table is better. Where one has no place in both tables, the facts decide: better if one
    became better and none worse, and the other way round."""
    was, now = rank.get(old.group), rank.get(new.group)
    if was is not None and now is not None and was != now:
        return Change.IMPROVED if now < was else Change.WORSENED
    if old.group == new.group and (was is not None or old.facts == new.facts):
        return Change.UNCHANGED
    steps = {move.step for move in fact_moves(old.facts, new.facts)} - {0}
    if steps == {1}:
        return Change.IMPROVED
    if steps == {-1}:
        return Change.WORSENED
    return Change.UNCHANGED if old.group == new.group and not steps else Change.UNCLEAR


def _others(matched: Matched) -> list[Entry]:
    upgrades = possible_upgrades(matched.gone, matched.new)
    became = {id(old): new for old, new in upgrades}
    was = {id(new): old for old, new in upgrades}
    return [
        *(Entry(Change.NEW, None, new, upgrade=was.get(id(new))) for new in matched.new),
        *(Entry(Change.GONE, old, None, upgrade=became.get(id(old))) for old in matched.gone),
        *(Entry(Change.UNMATCHED, one.standing, None, why_not=one.why) for one in matched.unmatched_old),
        *(Entry(Change.UNMATCHED, None, one.standing, why_not=one.why) for one in matched.unmatched_new),
    ]

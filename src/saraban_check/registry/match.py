"""Find an agency in the registry by its name: exactly after folding, else nearly, and never by a guess.

What a row says of kind, province and district narrows the search, and nothing that contradicts it is chosen.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..model.record import Kind, Province
from ..model.registry import NO_MATCH, Likeness, NameMatch, RegistryEntry
from .likeness import Shelf
from .names import NameParts, fold_amphoe, fold_name, readings

_REMEMBERED = 10_000


class _Row(NamedTuple):
    """An entry with its name and district folded."""

    name: str
    amphoe: str
    entry: RegistryEntry


class _Asked(NamedTuple):
    """A name as looked for; `amphoes` are the districts that were meant, None where none was given."""

    name: str
    kinds: tuple[Kind, ...]
    amphoes: frozenset[str] | None

    def kind_fits(self, row: _Row) -> bool:
        return not self.kinds or row.entry.kind in self.kinds

    def amphoe_fits(self, row: _Row) -> bool:
        # An อบจ. belongs to no district, and a registry may not have the districts.
        return self.amphoes is None or row.entry.kind.key == "pao" or not row.amphoe or row.amphoe in self.amphoes

    def fits(self, row: _Row) -> bool:
        return self.kind_fits(row) and self.amphoe_fits(row)


class _Pool:
    """The entries of a province, or of all, folded, and by what is known of them."""

    __slots__ = ("_by_amphoe", "_districts", "_meant", "_shelves", "amphoes", "by_name", "rows")

    def __init__(self, rows: list[_Row]) -> None:
        self.rows = rows
        self.by_name: dict[str, list[_Row]] = {}
        for row in rows:
            self.by_name.setdefault(row.name, []).append(row)
        self.amphoes = {row.amphoe for row in rows if row.amphoe}
        self._by_amphoe: dict[str, list[_Row]] | None = None
        self._districts: Shelf[str] | None = None
        self._meant: dict[str, frozenset[str]] = {}
        self._shelves: dict[tuple[tuple[Kind, ...], frozenset[str] | None], Shelf[_Row]] = {}

    def shelf(self, asked: _Asked) -> Shelf[_Row]:
        """All that fits in kind and district, to look for a near name in."""
        key = (asked.kinds, asked.amphoes)
        if key not in self._shelves:
            rows = self.rows if asked.amphoes is None else self._of_districts(asked.amphoes)
            self._shelves[key] = Shelf((row.name, row) for row in rows if asked.fits(row))
        return self._shelves[key]

    def _of_districts(self, amphoes: frozenset[str]) -> Iterator[_Row]:
        if self._by_amphoe is None:
            self._by_amphoe = {}
            for row in self.rows:
                shelf = "" if row.entry.kind.key == "pao" else row.amphoe  # blank: in any district
                self._by_amphoe.setdefault(shelf, []).append(row)
        for amphoe in ("", *amphoes):
            yield from self._by_amphoe.get(amphoe, ())

    def districts(self, key: str) -> frozenset[str]:
        """The one district that was meant: as written, or the only one near; none where it is none of these."""
        if key in self.amphoes:
            return frozenset({key})
        if key not in self._meant:
            if self._districts is None:
                self._districts = Shelf((district, district) for district in sorted(self.amphoes))
            near = self._districts.near(key)
            if len(self._meant) >= _REMEMBERED:
                self._meant.clear()
            self._meant[key] = frozenset({near[0].value}) if len(near) == 1 else frozenset()
        return self._meant[key]


class NameIndex:
    """The registry's agencies by name. Names are folded a province at a time, when one is first asked for."""

    def __init__(self, entries: Iterable[RegistryEntry]) -> None:
        self._entries: dict[str, dict[str, RegistryEntry]] = {}
        for entry in entries:
            self._entries.setdefault(entry.province.code, {})[entry.code] = entry
        self._pools: dict[str, _Pool] = {}
        self._whole: _Pool | None = None

    def match(self, name: str, kind: Kind | None, province: Province | None, amphoe: str) -> NameMatch:
        """The agency of this name; `kind`, `province` and `amphoe` (None, blank) as far as they are known.

        Kind and place may also stand in the name. Where they contradict what is given, both are considered for the
        kind, and nothing fits for the place. The same name in another district is AMBIGUOUS (is it the name that is
        wrong, or the district?), the same name under another kind is NONE: `same_name` finds it.
        """
        if kind is not None and kind.type_digits is None:
            return NO_MATCH
        meanings = readings(name, kind)
        if len(meanings) == 1:
            return self._match(meanings[0], province, amphoe)
        found = [self._match(parts, province, amphoe) for parts in meanings]
        found[1:] = [match for match in found[1:] if match.score == 1.0]  # near a less likely meaning is far
        for how in (Likeness.EXACT, Likeness.AMBIGUOUS, Likeness.NEAR):
            of_this_sort = [match for match in found if match.how is how]
            entries = {entry.code: entry for match in of_this_sort for entry in match.entries}
            if of_this_sort:
                best = of_this_sort[0]
                several = len(entries) > len(best.entries)
                return NameMatch(Likeness.AMBIGUOUS, tuple(entries.values()), best.score) if several else best
        return NO_MATCH

    def same_name(self, name: str, province: Province | None, amphoe: str = "") -> tuple[RegistryEntry, ...]:
        """All agencies of this name, of whatever kind, in the province and the district as far as they are given."""
        found: dict[str, _Row] = {}
        for parts in readings(name, None):
            if (place := self._place(parts, province, amphoe)) is not None:
                pool, amphoes = place
                asked = _Asked(parts.name, (), amphoes)
                found |= {row.entry.code: row for row in pool.by_name.get(parts.name, ()) if asked.amphoe_fits(row)}
        return _entries(found.values())

    def named(self, name: str, kind: Kind | None) -> tuple[RegistryEntry, ...]:
        """All agencies whose name is this one as it is written, of whatever kind, wherever they are."""
        whole = self._all()
        return _entries(
            {row.entry.code: row for p in readings(name, kind) for row in whole.by_name.get(p.name, ())}.values()
        )

    def _match(self, parts: NameParts, province: Province | None, amphoe: str) -> NameMatch:
        if not parts.name or (place := self._place(parts, province, amphoe)) is None:
            return NO_MATCH
        pool, amphoes = place
        asked = _Asked(parts.name, parts.kinds, amphoes)
        same = pool.by_name.get(asked.name, [])
        fitting = [row for row in same if asked.fits(row)]
        if len(fitting) == 1:
            return NameMatch(Likeness.EXACT, (fitting[0].entry,), 1.0)
        if fitting:
            return NameMatch(Likeness.AMBIGUOUS, _entries(fitting), 1.0)
        elsewhere = [row for row in same if asked.kind_fits(row)]
        near, score = _nearest(asked, pool)
        if not near:
            return NameMatch(Likeness.AMBIGUOUS, _entries(elsewhere), 1.0) if elsewhere else NO_MATCH
        # The name as written is another agency's, and only kind or only district stands against it: so it may be that.
        rivals = [row for row in same if asked.kind_fits(row) or asked.amphoe_fits(row)]
        everywhere = pool is self._whole and amphoes is None  # too many: a near one is a guess
        if rivals or everywhere or len(near) > 1:
            return NameMatch(Likeness.AMBIGUOUS, (*_entries(rivals), *(row.entry for row in near)), score)
        return NameMatch(Likeness.NEAR, (near[0].entry,), score)

    def _place(
        self, parts: NameParts, province: Province | None, amphoe: str
    ) -> tuple[_Pool, frozenset[str] | None] | None:
        """Where to look: the entries, and the districts meant; None where the places given exclude each other."""
        given = [fold_amphoe(text) for text in (amphoe, parts.amphoe)]
        provinces = {p.code for p in (province, parts.province) if p is not None}
        provinces = provinces or {p.code for _, p in given if p is not None}
        if len(provinces) > 1:
            return None
        code = next(iter(provinces), None)
        pool = self._all() if code is None else self._pool(code)
        meant: frozenset[str] | None = None
        for key, of_province in given:
            if key:
                stated = key if of_province is None or of_province.code == code else f"{key} {of_province.code}"
                these = pool.districts(stated)
                meant = these if meant is None else meant & these
        return pool, meant

    def _pool(self, province: str) -> _Pool:
        if province not in self._pools:
            entries = self._entries.get(province, {}).values()
            rows = [_Row(fold_name(e.name), fold_amphoe(e.amphoe)[0], e) for e in entries]
            self._pools[province] = _Pool(rows)
        return self._pools[province]

    def _all(self) -> _Pool:
        if self._whole is None:
            self._whole = _Pool([row for province in self._entries for row in self._pool(province).rows])
        return self._whole


def _entries(rows: Iterable[_Row]) -> tuple[RegistryEntry, ...]:
    return tuple(sorted((row.entry for row in rows), key=lambda entry: entry.code))


def _nearest(asked: _Asked, pool: _Pool) -> tuple[list[_Row], float]:
    """The rows that fit and are near, best first, and how like the best is (0 to 1): one where it is clearly best."""
    near = sorted(pool.shelf(asked).near(asked.name), key=lambda found: (found.slips, found.value.entry.code))
    if not near:
        return [], 0.0
    best = near[0]
    likeness = 1 - best.slips / max(len(asked.name), len(best.value.name))
    return [found.value for found in near], round(likeness, 3)

"""How one registry differs from the one before: new, gone, renamed and upgraded agencies."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from ..model.registry import RegistryEntry
from .names import fold_amphoe, fold_name
from .registry import Registry
from .upgrades import outranks


class NamedEntry(NamedTuple):
    """An agency as a difference names it: enough to show it when its registry is gone."""

    code: str
    name: str
    place: str


class Differences(NamedTuple):
    """`before` is the source and date of the registry before; None where there was none.

    Renamed and upgraded agencies are pairs of before and after; an upgraded one has another kind, mostly a new code.
    """

    before: tuple[str, str] | None = None
    new: tuple[NamedEntry, ...] = ()
    gone: tuple[NamedEntry, ...] = ()
    renamed: tuple[tuple[NamedEntry, NamedEntry], ...] = ()
    upgraded: tuple[tuple[NamedEntry, NamedEntry], ...] = ()


NO_DIFFERENCES = Differences()


def named_entry(entry: RegistryEntry) -> NamedEntry:
    """An agency as a difference, or a list, names it."""
    return NamedEntry(entry.code, entry.full_name, entry.place)


def differences(old: Registry, new: Registry) -> Differences:
    """What became of the agencies of `old`. An agency is known again by its code.

    One that is gone, and stands under its name in the same district as another kind with a code that was not there
    before, counts as upgraded (อบต. → เทศบาล): decisions: Codes.
    """
    both = [(before, after) for before in old if (after := new.find(before.code)) is not None]
    gone = [entry for entry in old if new.find(entry.code) is None]
    came = [entry for entry in new if old.find(entry.code) is None]
    other_kind = [(before, after) for before, after in both if before.kind != after.kind]
    moved = list(_moved(gone, came))
    left, found = {a.code for a, _ in moved}, {b.code for _, b in moved}
    renamed = [(a, b) for a, b in both if a.kind == b.kind and fold_name(a.name) != fold_name(b.name)]
    return Differences(
        (old.head.source, old.head.date),
        tuple(named_entry(entry) for entry in came if entry.code not in found),
        tuple(named_entry(entry) for entry in gone if entry.code not in left),
        tuple((named_entry(a), named_entry(b)) for a, b in renamed),
        tuple((named_entry(a), named_entry(b)) for a, b in (*other_kind, *moved)),
    )


def _moved(
    gone: Iterable[RegistryEntry], came: Iterable[RegistryEntry]
) -> Iterable[tuple[RegistryEntry, RegistryEntry]]:
    """Each agency that is gone, with the only new one that bears its name in its district as another kind."""
    by_name: dict[tuple[str, str, str], list[RegistryEntry]] = {}
    for entry in came:
        by_name.setdefault(_whose(entry), []).append(entry)
    for before in gone:
        after = [entry for entry in by_name.get(_whose(before), ()) if outranks(entry.kind, before.code)]
        if len(after) == 1:
            yield before, after[0]


def _whose(entry: RegistryEntry) -> tuple[str, str, str]:
    return fold_name(entry.name), entry.province.code, fold_amphoe(entry.amphoe)[0]


def read_differences(value: dict[str, Any]) -> Differences:
    """The differences from JSON. Raises TypeError or ValueError where it is none."""
    before = value["before"]
    return Differences(
        None if before is None else (str(before[0]), str(before[1])),
        tuple(NamedEntry(*one) for one in value["new"]),
        tuple(NamedEntry(*one) for one in value["gone"]),
        tuple((NamedEntry(*a), NamedEntry(*b)) for a, b in value["renamed"]),
        tuple((NamedEntry(*a), NamedEntry(*b)) for a, b in value["upgraded"]),
    )

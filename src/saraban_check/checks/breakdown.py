"""A list broken down by one aspect: how many agencies of each group there are in each province, kind or group."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

from ..model.agency_result import Judged
from ..model.assessment import DONE
from ..model.text import Text
from ..reference.kinds import kinds
from ..reference.places import provinces
from .summary import Summary

Aspect = Literal["province", "kind", "group", "rule"]

UNKNOWN = Text("ไม่ทราบ", "unknown")


class Part(NamedTuple):
    """One province, kind, group or rule: how many agencies (by rule: findings), and in which groups."""

    key: str
    name: Text
    groups: Counter[str]

    @property
    def total(self) -> int:
        return self.groups.total()

    @property
    def done(self) -> int:
        """Agencies in A."""
        return sum(self.groups[group] for group in DONE)

    @property
    def left(self) -> int:
        """Agencies not in A, whatever the reason."""
        return self.total - self.done


class Breakdown:
    """Filled agency by agency, in any order."""

    def __init__(self, aspect: Aspect) -> None:
        self.aspect = aspect
        self._counts: dict[str, Counter[str]] = {}
        self._agencies = 0
        self._key: Callable[[Judged], str] = _KEYS.get(aspect, _by_group)

    def add(self, agency: Judged) -> None:
        """Count one agency; by rule, each of its findings."""
        self._agencies += 1
        keys = [f.code for f in agency.findings] if self.aspect == "rule" else [self._key(agency)]
        for key in keys:
            self._counts.setdefault(key, Counter())[agency.group] += 1

    def parts(self, summary: Summary) -> tuple[Part, ...]:
        """The parts: provinces by number, kinds and groups in their order, rules by code; the unknown last.

        By rule, what only the whole list can show (SB902, SB903) may be in no group: where the whole list was
        counted, `summary` counts it.
        """
        if self.aspect == "rule":
            counts = summary.rules if self._agencies == summary.total else self._totals()
            return tuple(_rule_part(code, self._counts, counts[code]) for code in sorted(counts))
        order: dict[str, Text] = {
            "province": {code: province.name for code, province in provinces().items()},
            "kind": {key: kind.name for key, kind in kinds().items()},
            "group": {group: Text(group, group) for group in (*summary.groups, *sorted(self._counts))},
        }[self.aspect]
        found = [Part(key, name, self._counts[key]) for key, name in order.items() if key in self._counts]
        return (*found, *([Part("", UNKNOWN, self._counts[""])] if "" in self._counts else []))

    def _totals(self) -> Counter[str]:
        return Counter({key: groups.total() for key, groups in self._counts.items()})


def _rule_part(code: str, counts: dict[str, Counter[str]], total: int) -> Part:
    from ..rules.catalogue import BY_CODE

    groups = Counter(counts.get(code, Counter()))
    if rest := total - groups.total():
        groups[""] = rest
    return Part(code, BY_CODE[code].title, groups)


def _by_province(agency: Judged) -> str:
    return agency.record.province.code if agency.record.province else ""


def _by_kind(agency: Judged) -> str:
    return agency.record.kind.key if agency.record.kind else ""


def _by_group(agency: Judged) -> str:
    return agency.group


_KEYS: dict[str, Callable[[Judged], str]] = {"province": _by_province, "kind": _by_kind, "group": _by_group}


def break_down(aspect: "Aspect", agencies: Iterable[Judged] = ()) -> "Breakdown":
    """Agencies by province, kind, group or rule; more can be added to it one by one."""
    found = Breakdown(aspect)
    for agency in agencies:
        found.add(agency)
    return found

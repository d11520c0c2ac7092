"""A list broken down by a cross-section: how many agencies of each group there are of each value."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from ..model.agency_result import Judged
from ..model.assessment import DONE
from ..model.text import Text
from .cross_sections import CrossSection, Value
from .summary import Summary

_MOST = 50_000
"""So many values are told apart: whoever asks by the column of addresses of a million rows need not hold them all."""
_REST = Value("\0", Text("ค่าอื่น ๆ ที่ไม่ได้แยกนับ", "other values, not told apart"))


class Part(NamedTuple):
    """One value: how many agencies have it (by rule: findings), and in which groups."""

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

    def __init__(self, section: CrossSection) -> None:
        self.section = section
        self._parts: dict[str, Part] = {}
        self._agencies = 0

    def add(self, agency: Judged) -> None:
        """Count one agency; by rule, each of its findings."""
        self._agencies += 1
        for value in self.section.of(agency):
            part = self._parts.get(value.key)
            if part is None:
                part = self._part_of(value)
            part.groups[agency.group] += 1

    def _part_of(self, value: Value) -> Part:
        key, name = value if len(self._parts) < _MOST else _REST
        return self._parts.setdefault(key, Part(key, name, Counter()))

    def parts(self, summary: Summary) -> tuple[Part, ...]:
        """The parts in the order of their values, else by key, rules by code; the unknown last.

        By rule, what only the whole list can show (SB902, SB903) may be in no group: where the whole list was
        counted, `summary` counts it.
        """
        if self.section.key == "rule":
            whole = self._agencies == summary.total
            counts = summary.rules if whole else {key: part.total for key, part in self._parts.items()}
            return tuple(_rule_part(code, self._parts.get(code), counts[code]) for code in sorted(counts))
        order = {key: place for place, key in enumerate(self.section.order)}
        found = sorted(
            self._parts.values(), key=lambda p: (p.key in ("", _REST.key), order.get(p.key, len(order)), p.key)
        )
        return tuple(found)


def _rule_part(code: str, part: Part | None, total: int) -> Part:
    from ..rules.catalogue import BY_CODE

    groups = Counter(part.groups if part else ())
    if rest := total - groups.total():
        groups[""] = rest
    return Part(code, BY_CODE[code].title, groups)


def break_down(section: CrossSection, agencies: Iterable[Judged] = ()) -> Breakdown:
    """Agencies by a cross-section; more can be added to it one by one."""
    found = Breakdown(section)
    for agency in agencies:
        found.add(agency)
    return found

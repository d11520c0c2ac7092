"""Which agencies are listed: by group and province, never more than asked for; the counts stay whole."""

from ..grouping.table import GroupTable
from ..model.agency_result import Judged
from ..model.assessment import NOTHING_TO_DO
from ..model.errors import RequestError
from ..model.near import meant
from ..model.outcome_names import OUTCOME_NAMES
from ..model.record import Province
from ..model.text import Text
from ..reference.places import province_named

_UNKNOWN = ("ไม่ทราบ", "ไม่ทราบจังหวัด", "unknown")
"""What --province takes for the agencies whose province is not known, as the tables call them."""
_BAD_GROUP = Text("--only {found}: ไม่มีกลุ่มนี้{near} ใช้ {choices}", "--only {found}: no such group{near}; use {choices}")


class Selection:
    """Holds the first agencies that fit, and counts all that do."""

    def __init__(self, only: str | None, province: str | None, limit: int, table: GroupTable) -> None:
        self.groups = _groups(only, table)
        self.is_province_unknown = (province or "").strip().casefold() in _UNKNOWN
        named = None if self.is_province_unknown else province
        self.province: Province | None = province_named(named) if named else None
        self.limit = limit
        self.total = 0

    @property
    def is_chosen(self) -> bool:
        """Whether the user asked for certain agencies."""
        return self.groups is not None or self._asks_where

    @property
    def _asks_where(self) -> bool:
        return self.province is not None or self.is_province_unknown

    def fits(self, agency: Judged) -> bool:
        """Whether the agency is one of those asked for; without a group, those that need work."""
        return self._takes(agency.outcome.group) and self._is_there(agency)

    def chooses(self, agency: Judged) -> bool:
        """Whether the agency is one of those asked for; without a group, those that need no work too."""
        return self.fits(agency) if self.groups is not None else self._is_there(agency)

    def _takes(self, group: str) -> bool:
        return group != NOTHING_TO_DO if self.groups is None else group in self.groups

    def passes(self, group: str) -> bool:
        """Whether no agency of this group is among those to show from now on, whatever else is known of it."""
        return not self._takes(group) or (self.total >= self.limit and not self._asks_where)

    def count(self, group: str, agencies: int) -> None:
        """Count agencies of a group that passes."""
        if self._takes(group):
            self.total += agencies

    def _is_there(self, agency: Judged) -> bool:
        if self.is_province_unknown:
            return agency.record.province is None
        return self.province is None or agency.record.province == self.province

    def keep(self, agency: Judged) -> bool:
        """Count an agency that fits; whether it is among those to show."""
        if not self.fits(agency):
            return False
        self.total += 1
        return self.total <= self.limit


def _groups(only: str | None, table: GroupTable) -> frozenset[str] | None:
    if only is None:
        return None
    outcomes = (*table.groups, *OUTCOME_NAMES)
    names = {name.casefold(): name for name in outcomes}
    names |= {said.casefold(): name for name, text in OUTCOME_NAMES.items() for said in text}  # as the screen has them
    letters = {group[:1].casefold() for group in table.groups}
    chosen: set[str] = set()
    for part in [p.strip() for p in only.split(",") if p.strip()] or [only]:
        if part.casefold() in names:
            chosen.add(names[part.casefold()])
        elif part.casefold() in letters:
            chosen.update(group for group in table.groups if group[:1].casefold() == part.casefold())
        else:
            raise RequestError(_BAD_GROUP, found=part, near=meant(part, outcomes), choices=", ".join(outcomes))
    return frozenset(chosen)

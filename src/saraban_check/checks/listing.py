"""Which rows of a list are held while it is read, so that all can be shown that was asked for, and no more."""

from typing import Self

from ..intake.headings import Header
from ..model.agency_result import AgencyResult
from ..model.assessment import Assessment
from .breakdown import Breakdown, break_down
from .classification import Classification
from .cross_sections import CrossSection
from .finish import probable_upgrade
from .judging import Judging
from .named_column import cross_section
from .selection import Selection

_MOST_HANDED_OVER = 10_000
"""Agencies that one process hands to another: of more, handing over costs more than judging them."""


class Listing:
    """What one reading of a list gathers: the agencies of a selection, and what was asked of them besides.

    `by` asks for a table by that cross-section, once the list is `open`, `upgrades` for the agencies that were probably
    upgraded. `whole` holds every row, as whoever writes the list needs it; else a million rows take no more room than
    those that are shown.
    """

    def __init__(
        self,
        selection: Selection,
        judging: Judging = Judging(),
        *,
        by: str | None = None,
        upgrades: bool = False,
        whole: bool = False,
    ) -> None:
        self.selection, self._judging, self._by = selection, judging, by
        # what only the whole list can show (SB902, SB903) is known of the rows that are held
        self.holds_all = whole or (by == "rule" and selection.is_chosen)
        self._section: CrossSection | None = None
        self._counted: Breakdown | None = None
        self._asks_upgrades = upgrades

    def open(self, header: Header) -> None:
        """Take the headings of the list. Raises RequestError where `by` is none of them."""
        if self._by is not None:
            table, policy = self._judging.table, self._judging.policy
            self._section = cross_section(self._by, header, "--by", table, policy.domains)
            self._counted = None if self.holds_all else break_down(self._section)

    def __call__(self, agency: Assessment) -> bool:
        """Look at one agency; whether it is to be held."""
        if self._counted is not None and self.selection.chooses(agency):
            self._counted.add(agency)
        return self.selection.keep(agency) or self.holds_all or (self._asks_upgrades and self._is_upgraded(agency))

    @property
    def can_pass(self) -> bool:
        """Whether it holds nobody of some group at all: not where each agency is looked at for something else."""
        return not (self.holds_all or self._asks_upgrades or self._counted is not None)

    def passes(self, group: str) -> bool:
        """Whether nobody of this group is held from now on, whatever else is known of an agency."""
        return self.can_pass and self.selection.passes(group)

    def count(self, group: str, agencies: int) -> None:
        """Take in that so many of a group that passes were there."""
        self.selection.count(group, agencies)

    @property
    def can_join(self) -> bool:
        """Whether two can look at a half of the list each: not where all or much is held, or counted by a column."""
        return not self.holds_all and self._section is None and self.selection.limit <= _MOST_HANDED_OVER

    def join(self, other: Self) -> None:
        """Take in what another has seen of other rows of the same list."""
        self.selection.total += other.selection.total

    def _is_upgraded(self, agency: Assessment) -> bool:
        return self.selection.chooses(agency) and probable_upgrade(agency, self._judging.registry) is not None

    def upgrades(self, result: Classification) -> tuple[AgencyResult, ...] | None:
        """Those that were probably upgraded, in the order of their rows; None where nobody asked."""
        if not self._asks_upgrades:
            return None
        return tuple(a for a in result.agencies if a.upgrade is not None and self.selection.chooses(a))

    def breakdown(self, result: Classification) -> Breakdown | None:
        """The table that was asked for; where all agencies are held, it is made of them."""
        if self._section is None or self._counted is not None:
            return self._counted
        return break_down(self._section, filter(self.selection.chooses, result.agencies))

    def shown(self, result: Classification) -> list[AgencyResult]:
        """The first agencies of the selection."""
        return [agency for agency in result.agencies if self.selection.fits(agency)][: self.selection.limit]

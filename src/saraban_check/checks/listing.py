"""Which rows of a list are held while it is read, so that all can be shown that was asked for, and no more."""

from ..model.agency_result import AgencyResult
from ..model.assessment import Assessment
from .breakdown import Aspect, Breakdown, break_down
from .classification import Classification
from .finish import probable_upgrade
from .judging import Judging
from .selection import Selection


class Listing:
    """What one reading of a list gathers: the agencies of a selection, and what was asked of them besides.

    `by` asks for a table by that aspect, `upgrades` for the agencies that were probably upgraded. `whole` holds every
    row, as whoever writes the list needs it; else a million rows take no more room than those that are shown.
    """

    def __init__(
        self,
        selection: Selection,
        judging: Judging = Judging(),
        *,
        by: Aspect | None = None,
        upgrades: bool = False,
        whole: bool = False,
    ) -> None:
        self.selection, self._judging, self._by = selection, judging, by
        # what only the whole list can show (SB902, SB903) is known of the rows that are held
        self.holds_all = whole or (by == "rule" and selection.is_chosen)
        self._counted = None if by is None or self.holds_all else break_down(by)
        self._asks_upgrades = upgrades

    def keep(self, agency: Assessment) -> bool:
        """Look at one agency; whether it is to be held."""
        if self._counted is not None and self.selection.chooses(agency):
            self._counted.add(agency)
        return self.selection.keep(agency) or self.holds_all or (self._asks_upgrades and self._is_upgraded(agency))

    def _is_upgraded(self, agency: Assessment) -> bool:
        return self.selection.chooses(agency) and probable_upgrade(agency, self._judging.registry) is not None

    def upgrades(self, result: Classification) -> tuple[AgencyResult, ...] | None:
        """Those that were probably upgraded, in the order of their rows; None where nobody asked."""
        if not self._asks_upgrades:
            return None
        return tuple(a for a in result.agencies if a.upgrade is not None and self.selection.chooses(a))

    def breakdown(self, result: Classification) -> Breakdown | None:
        """The table that was asked for; where all agencies are held, it is made of them."""
        if self._by is None or self._counted is not None:
            return self._counted
        return break_down(self._by, filter(self.selection.chooses, result.agencies))

    def shown(self, result: Classification) -> list[AgencyResult]:
        """The first agencies of the selection."""
        return [agency for agency in result.agencies if self.selection.fits(agency)][: self.selection.limit]

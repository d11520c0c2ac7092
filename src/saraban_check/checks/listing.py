"""Which rows of a list are held while it is read, so that all can be shown that was asked for, and no more."""

from typing import TYPE_CHECKING

from ..model.assessment import NOTHING_TO_DO, Assessment
from .breakdown import Aspect, Breakdown, break_down
from .classification import Classification, probable_upgrade
from .judging import Judging
from .selection import Selection

if TYPE_CHECKING:
    from ..registry.upgrades import Upgrade


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
        self._upgrades: list[tuple[Assessment, Upgrade]] | None = [] if upgrades else None

    def keep(self, agency: Assessment) -> bool:
        """Look at one agency; whether it is to be held."""
        if self._counted is not None and self.selection.chooses(agency):
            self._counted.add(agency)
        if self._upgrades is not None and self.selection.chooses(agency):
            upgrade = probable_upgrade(agency, self._judging.registry)
            self._upgrades += [] if upgrade is None else [(agency, upgrade)]
        return self.selection.keep(agency) or self.holds_all

    @property
    def keeps_plain(self) -> bool:
        """Whether rows about which there is nothing to say are looked at: by the published table they are in A1."""
        asked = self._upgrades is not None or self._counted is not None or self._judging.table is not None
        groups = self.selection.groups
        return self.holds_all or asked or (groups is not None and NOTHING_TO_DO in groups)

    @property
    def upgrades(self) -> "tuple[tuple[Assessment, Upgrade], ...] | None":
        """Those that were probably upgraded, in the order of their rows; None where nobody asked."""
        return None if self._upgrades is None else tuple(self._upgrades)

    def breakdown(self, result: Classification) -> Breakdown | None:
        """The table that was asked for; where all agencies are held, it is made of them."""
        if self._by is None or self._counted is not None:
            return self._counted
        return break_down(self._by, filter(self.selection.chooses, result.agencies))

    def shown(self, result: Classification) -> list[Assessment]:
        """The first agencies of the selection."""
        return [agency for agency in result.agencies if self.selection.fits(agency)][: self.selection.limit]

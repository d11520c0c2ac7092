"""A classified list: the summary, the finished agencies, and what the list rests on."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from ..grouping.table import GroupTable, published_table
from ..grouping.todo import steps_of_group
from ..model.agency_result import AgencyResult
from ..model.assessment import Step
from ..model.delivery import Assume, DnsAnswers
from ..model.policy import Policy
from ..model.record import SetAside
from ..model.text import Text
from .standing import Standing
from .summary import Summary, Tallies

if TYPE_CHECKING:
    from ..delivery.evidence import DeliveryEvidence
    from ..intake.table import Table
    from ..registry.registry import Registry
    from ..whose_notice.notices_of_list import NoticesOfList
    from .narrowing import Narrowed


@dataclass(frozen=True)
class Classification:
    """A classified list: where it came from, the summary, and the agencies in the order of their rows.

    `agencies` holds all of them, unless fewer were asked for. `unlisted` is how many addresses `delivery` tells of
    that are no agency's (`failed_elsewhere`: those to which mail failed); `notices` are those that were set beside
    the list. `set_aside` are the rows that are no agencies (totals, notes, the header again): all `set_aside_count`
    of them with their cells, unless fewer were asked for. `narrowed` says in words to which part of the list all of it
    was narrowed (จังหวัดนครพนม), empty for the whole list; `narrowing` by what, and how much is outside it; `standing`
    how that part stands beside the whole, where it is one that is ranked.
    """

    source: "Table"
    table: "GroupTable"
    summary: "Summary"
    agencies: tuple[AgencyResult, ...]
    assume: Assume | None = None
    registry: "Registry | None" = None
    delivery: "DeliveryEvidence | None" = None
    dns: DnsAnswers | None = None
    unlisted: int = 0
    notices: "NoticesOfList | None" = None
    set_aside: tuple[SetAside, ...] = ()
    set_aside_count: int = 0
    failed_elsewhere: tuple[str, ...] = ()
    narrowed: tuple[Text, ...] = ()
    narrowing: "Narrowed | None" = None
    standing: Standing | None = None

    @property
    def as_of(self) -> datetime.date | None:
        """The day that the data are of; None where nobody says it (decisions: Rounds)."""
        return self.source.as_of

    @property
    def policy(self) -> Policy:
        """What the team's settings added to the published rules."""
        return self.summary.policy

    @property
    def has_own_table(self) -> bool:
        """Whether the groups rest on another table than the published one."""
        return self.table != published_table()

    def group_steps(self, group: str) -> tuple[Step, ...]:
        """What an agency in a group has to do, as the table has it."""
        return steps_of_group(self.table, group)

    def part(self, agencies: Iterable[AgencyResult], name: Text | None = None) -> "Classification":
        """The classification of some of the agencies, with a summary of their own; `name` is what the part is called.

        What was found by comparing the whole list (SB902, SB903) stays with them; rows that are no agencies go, and
        notices that are beside others.
        """
        chosen, tallies = tuple(agencies), Tallies()
        for agency in chosen:
            tallies.add(agency)
        notices = self.notices and self.notices.beside({agency.record.row for agency in chosen})
        narrowed = self.narrowed if name is None else (*self.narrowed, name)
        return replace(
            self,
            summary=Summary(self.table, self.policy, tallies),
            agencies=chosen,
            notices=notices,
            set_aside=(),
            set_aside_count=0,
            narrowed=narrowed,
            standing=None,
        )

    def rows(self) -> Iterator[AgencyResult | SetAside]:
        """The agencies and the rows set aside, in the order in which they stand in the list."""
        if not self.set_aside:
            return iter(self.agencies)

        from heapq import merge

        def place(row: AgencyResult | SetAside) -> int:
            return row.row if isinstance(row, SetAside) else row.record.row

        return merge(self.agencies, self.set_aside, key=place)

    @cached_property
    def by_row(self) -> dict[int, AgencyResult]:
        """The agencies by the number of their row."""
        return {agency.record.row: agency for agency in self.agencies}

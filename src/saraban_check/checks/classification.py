"""A classified list: the summary, the agencies, and what may be asked of each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from ..grouping.change import Move, smallest_moves
from ..grouping.decide import combinations
from ..grouping.table import GroupTable, TableRow, published_table
from ..grouping.todo import offices_for, step_keys, steps_for, steps_of_group
from ..model.assessment import Assessment, Contact, Step
from ..model.delivery import Assume, DnsAnswers
from ..model.policy import Policy
from ..model.record import SetAside
from ..model.registry import NO_MATCH, NameMatch
from ..model.verdict import AddressState, Suggestion
from ..suggestions.issued import issued_addresses, matches_issued
from .address_check import _in_registry, _receiving, _suggestions
from .summary import Summary

if TYPE_CHECKING:
    from ..delivery.evidence import DeliveryEvidence
    from ..intake.table import Table
    from ..registry.registry import Registry
    from ..registry.upgrades import Upgrade
    from ..whose_notice.notices_of_list import NoticesOfList


@dataclass(frozen=True)
class Classification:
    """A classified list: where it came from, the summary, and the agencies in the order of their rows.

    `agencies` holds all of them, unless fewer were asked for. `unlisted` is how many addresses `delivery` tells of that
    are no agency's; `notices` are those that were set beside the list. `set_aside` are the rows that are no agencies
    (totals, notes, the header again): all `set_aside_count` of them with their cells, unless fewer were asked for.
    """

    source: "Table"
    table: "GroupTable"
    summary: "Summary"
    agencies: tuple[Assessment, ...]
    assume: Assume | None = None
    registry: "Registry | None" = None
    delivery: "DeliveryEvidence | None" = None
    dns: DnsAnswers | None = None
    unlisted: int = 0
    notices: "NoticesOfList | None" = None
    set_aside: tuple[SetAside, ...] = ()
    set_aside_count: int = 0
    _issued: dict[int, tuple[str, ...]] = field(default_factory=dict, repr=False)
    _suggestions: dict[int, tuple[Suggestion, ...]] = field(default_factory=dict, repr=False)

    @property
    def policy(self) -> Policy:
        """What the team's settings added to the published rules."""
        return self.summary.policy

    @property
    def has_own_table(self) -> bool:
        """Whether the groups rest on another table than the published one."""
        return self.table != published_table()

    def issued(self, agency: Assessment) -> tuple[str, ...]:
        """The correct addresses that were issued to an agency, สถ.'s first."""
        if not agency.record.issued:
            return ()

        row = agency.record.row
        if row not in self._issued:
            self._issued[row] = issued_addresses(agency.record, self.policy.domains)
        return self._issued[row]

    def matches_issued(self, agency: Assessment) -> bool | None:
        """Whether the judged address is one of those issued (ตรง / ไม่ตรง); None where there is nothing to compare."""
        if not agency.record.issued:
            return None

        return matches_issued(agency.verdict, agency.record)

    def suggestions(self, agency: Assessment) -> tuple[Suggestion, ...]:
        """At most three addresses to use instead, best first."""
        verdict, row = agency.verdict, agency.record.row
        if verdict.state is AddressState.CORRECT and not agency.record.issued and not verdict.findings:
            return ()  # nine of ten
        if row not in self._suggestions:  # several reports of one run ask for them
            found = _suggestions(verdict, agency.record, self.policy.domains, self.registry)
            if self.dns is not None and found:
                found = _receiving(found, self.dns.by_domain)
            self._suggestions[row] = found
        return self._suggestions[row]

    def registry_match(self, agency: Assessment) -> NameMatch:
        """The agency in the registry: by its code, else by its name. `NO_MATCH` where none is loaded."""
        return NO_MATCH if self.registry is None else _in_registry(agency.record, self.registry)

    def steps(self, agency: Assessment) -> tuple[Step, ...]:
        """What the agency has to do."""
        if not self.table.steps_of(agency.group):
            return ()

        return steps_for(self.table, agency, self.issued(agency))

    def group_steps(self, group: str) -> tuple[Step, ...]:
        """What an agency in a group has to do, as the table has it."""
        return steps_of_group(self.table, group)

    def offices(self, agency: Assessment) -> "tuple[Contact, ...]":
        """Whom an agency asks about what it has to do, or somebody about what is not known of it."""
        suggested = self.suggestions(agency)
        address = suggested[0].address if suggested else agency.verdict.value or ""
        return offices_for(agency, step_keys(self.table, agency, self.issued(agency)), address)

    def part(self, agencies: Iterable[Assessment]) -> "Classification":
        """The classification of some of the agencies, with a summary of their own.

        What was found by comparing the whole list (SB902, SB903) stays with them; rows that are no agencies go.
        """
        chosen, summary = tuple(agencies), Summary(self.table, self.policy)
        for agency in chosen:
            summary.add(agency)
        return replace(self, summary=summary, agencies=chosen, set_aside=(), set_aside_count=0)

    def matched_row(self, agency: Assessment) -> "TableRow | None":
        """The row of the group table that the agency's facts matched."""
        return None if agency.outcome.row is None else self.table.rows[agency.outcome.row]

    def moves(self, agency: Assessment) -> "tuple[Move, ...]":
        """The smallest changes that would move the agency to another group, nearest first.

        Empty where a fact is unknown: then the first thing to do is to find it out.
        """
        facts = agency.record.facts
        state = agency.verdict.state
        if facts.states_address is False and state is not AddressState.UNKNOWN:
            state = AddressState.MISSING
        possible = list(dict.fromkeys(combinations(facts, state)))
        return smallest_moves(self.table, possible[0]) if len(possible) == 1 else ()

    def rows(self) -> Iterator[Assessment | SetAside]:
        """The agencies and the rows set aside, in the order in which they stand in the list."""
        from heapq import merge

        def place(row: Assessment | SetAside) -> int:
            return row.row if isinstance(row, SetAside) else row.record.row

        return merge(self.agencies, self.set_aside, key=place)

    @cached_property
    def by_row(self) -> dict[int, Assessment]:
        """The agencies by the number of their row."""
        return {agency.record.row: agency for agency in self.agencies}


def probable_upgrade(agency: Assessment, registry: "Registry | None") -> "Upgrade | None":
    """The upgrade (ยกฐานะ) that is probable of an agency, by its code, its address and the registry.

    None where there is no sign of one, or where the list says already that it was upgraded.
    """
    if agency.record.facts.upgraded:
        return None

    from ..registry.upgrades import probable_upgrade as probable

    return probable(registry, agency.verdict.dla_code, agency.record)

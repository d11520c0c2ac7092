"""Which group an agency is in, and which remain possible where a fact is unknown (decisions: Facts and Groups)."""

from collections.abc import Iterator
from itertools import product

from ..model.assessment import OUTSIDE, UNDETERMINED, Outcome
from ..model.delivery import Delivery
from ..model.group_row import Combination
from ..model.record import Facts
from ..model.verdict import AddressState
from .table import CONDITIONS, GroupTable

_YES_NO = {True: ("yes",), False: ("no",), None: ("yes", "no")}


def combinations(facts: Facts, address: AddressState) -> Iterator[Combination]:
    """All complete sets of facts that what is known leaves possible.

    An agency without an address cannot have been delivered to: its delivery counts as failed, whatever
    the cell says. Where only the joint mark is known to be ✗, not both of the two can be yes.
    """
    addresses = CONDITIONS["address"] if address is AddressState.UNKNOWN else (address.value,)
    known = facts.delivery is not Delivery.UNKNOWN
    deliveries = (facts.delivery.value,) if known else CONDITIONS["delivery"]
    for values in product(_YES_NO[facts.upgraded], _YES_NO[facts.notice], _YES_NO[facts.posted], addresses, deliveries):
        combination = _settled(Combination(*values))
        if facts.notice_and_posted is False and combination.notice == combination.posted == "yes":
            continue
        yield combination


def _settled(facts: Combination) -> Combination:
    """Without an address nothing is delivered."""
    missing = facts.address == AddressState.MISSING.value
    return facts._replace(delivery=Delivery.FAILED.value) if missing else facts


def decide(table: GroupTable, facts: Facts, address: AddressState) -> Outcome:
    """The group by the table, or all that remain possible. Nothing is guessed."""
    possible = dict.fromkeys(combinations(facts, address))
    rows = {facts_: table.match(facts_) for facts_ in possible}
    groups = {None if i is None else table.rows[i].group for i in rows.values()}
    if groups == {None}:
        return Outcome(OUTSIDE)
    named = tuple(g for g in table.groups if g in groups)
    if len(groups) == 1:
        hit = {i for i in rows.values() if i is not None}
        return Outcome(named[0], named, row=hit.pop() if len(hit) == 1 else None)
    return Outcome(UNDETERMINED, named, None in groups, _missing(rows, table))


def _missing(rows: dict[Combination, int | None], table: GroupTable) -> tuple[str, ...]:
    """The unknown facts that make the difference: changing one alone can change the group."""

    def group(facts: Combination) -> str | None:
        row = rows[facts]
        return None if row is None else table.rows[row].group

    return tuple(
        name
        for name in ("upgraded", "address", "notice", "posted", "delivery")
        if any(
            (other := _settled(facts._replace(**{name: value}))) in rows and group(other) != group(facts)
            for facts in rows
            for value in CONDITIONS[name]
        )
    )

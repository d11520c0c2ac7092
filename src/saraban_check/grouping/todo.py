"""What an agency in a group has to do (decisions: Steps)."""

from functools import cache

from ..model.agency_result import AgencyResult
from ..model.assessment import OUTSIDE, UNDETERMINED, Contact, Outcome, Step
from ..model.delivery import Delivery
from ..model.record import AgencyRecord, Facts
from ..model.text import Text
from ..model.verdict import AddressState, AddressVerdict, Form
from ..reference.domains import providers
from ..reference.local_bodies import is_local_body
from ..reference.steps import contacts, steps
from .table import GroupTable

_WORDED = frozenset(("address", "new_status"))
"""The steps that say something else to each agency: which address was issued to it, or is in its hand."""
_MAILBOX_STEPS = {Delivery.FULL: "empty_mailbox", Delivery.FAILED: "repair_mailbox"}


def steps_of_group(table: GroupTable, group: str) -> tuple[Step, ...]:
    """The steps as the table gives them; none for an outcome that is no group."""
    return tuple(steps()[key] for key in table.steps_of(group))


def steps_for(
    table: GroupTable, group: str, record: AgencyRecord, verdict: AddressVerdict, issued: tuple[str, ...]
) -> tuple[Step, ...]:
    """The steps of one agency, in words; a step that is done names the address.

    Step 1 is done where a correct address was issued, or is in hand already; who is no local body does not get one from
    สถ. For the new status (W) only an issued address other than the stated one will do.
    """
    keys = _keys(table, group, record.facts, verdict.state)
    return _worded(keys, record, verdict, issued) if keys else ()  # none for nine of ten


def same_steps(
    table: GroupTable, group: str, facts: Facts, state: AddressState, *, is_local: bool
) -> tuple[Step, ...] | None:
    """The steps of all agencies with these facts and an address in this state; None where their words differ.

    `is_local`: they are local bodies to whom nothing was issued; then only an address in hand makes a difference.
    """
    keys = _keys(table, group, facts, state)
    is_same = is_local and state is not AddressState.CORRECT
    return tuple(steps()[key] for key in keys) if is_same or not _WORDED.intersection(keys) else None


def _keys(table: GroupTable, group: str, facts: Facts, state: AddressState) -> tuple[str, ...]:
    return _outside(facts, state) if group == OUTSIDE else table.steps_of(group)


def sure_steps(table: GroupTable, agency: AgencyResult) -> tuple[Step, ...]:
    """The steps that an agency without a group has to take whatever turns out: those of all groups that remain."""
    record, outcome = agency.record, agency.outcome
    several = [table.steps_of(group) for group in outcome.candidates]
    if outcome.may_be_outside:
        several.append(_outside(record.facts, agency.verdict.state))
    keys = tuple(key for key in several[0] if all(key in others for others in several)) if several else ()
    return _worded(keys, record, agency.verdict, agency.issued)


def _worded(
    keys: tuple[str, ...], record: AgencyRecord, verdict: AddressVerdict, issued: tuple[str, ...]
) -> tuple[Step, ...]:
    found = []
    for key in keys:
        if key == "address" and issued:
            found.append(_done("address_issued", issued[0]))
        elif key == "address" and verdict.state is AddressState.CORRECT:
            found.append(_done("address_in_hand", verdict.value or ""))
        elif key == "address" and is_local_body(record.name, record.kind) is False:
            found.append(steps()["address_own"])
        elif key == "new_status" and issued and issued[0] != (verdict.value or "").casefold():
            found.append(_done("address_issued", issued[0]))
        else:
            found.append(steps()[key])
    return tuple(found)


def _outside(facts: Facts, state: AddressState) -> tuple[str, ...]:
    """What follows from the facts where no row of the table says it: a correct address stays, whatever came of mail to
    it, and its mailbox is mended.
    """
    if state is not AddressState.CORRECT or facts.notice is False or facts.upgraded:
        return ()  # only another table than the published one leaves these out
    keys = ["post"] if facts.posted is False else []
    if facts.delivery in _MAILBOX_STEPS:
        keys.append(_MAILBOX_STEPS[facts.delivery])
    return tuple(keys)


def _done(key: str, address: str) -> Step:
    step = steps()[key]
    return step._replace(text=Text(step.text.th.format(address=address), step.text.en.format(address=address)))


def offices_for(outcome: Outcome, todo: tuple[Step, ...], address: str) -> tuple[Contact, ...]:
    """Whom to ask about an agency's steps; where there is no group yet, about what has to be found out.

    `address` is the one that it has or should have: its provider is asked, not the other.
    """
    wanted = tuple(step.key for step in todo)
    if outcome.group == UNDETERMINED:
        wanted = outcome.missing
    elif outcome.group == OUTSIDE:
        wanted = (OUTSIDE, *wanted)
    if not wanted:
        return ()  # nine of ten
    provider = providers().get(address.rpartition("@")[2].casefold())
    return _offices(wanted, provider.form if provider else None)


@cache
def _offices(keys: tuple[str, ...], form: Form | None) -> tuple[Contact, ...]:
    return tuple(contact for contact in contacts() if contact.helps_with(frozenset(keys), form))

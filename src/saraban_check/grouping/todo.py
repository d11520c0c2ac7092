"""What an agency in a group has to do (decisions: Steps)."""

from functools import cache

from ..model.assessment import OUTSIDE, UNDETERMINED, Contact, Outcome, Step
from ..model.record import AgencyRecord
from ..model.text import Text
from ..model.verdict import AddressState, AddressVerdict, Form
from ..reference.domains import providers
from ..reference.local_bodies import is_local_body
from ..reference.steps import contacts, steps
from .table import GroupTable


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
    if not (keys := table.steps_of(group)):
        return ()  # nine of ten
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


def _done(key: str, address: str) -> Step:
    step = steps()[key]
    return step._replace(text=Text(step.text.th.format(address=address), step.text.en.format(address=address)))


def offices_for(outcome: Outcome, todo: tuple[Step, ...], address: str) -> tuple[Contact, ...]:
    """Whom to ask about an agency's steps; where there is no group yet, about what has to be found out.

    `address` is the one that it has or should have: its provider is asked, not the other.
    """
    wanted = {UNDETERMINED: outcome.missing, OUTSIDE: (OUTSIDE,)}.get(outcome.group)
    if wanted is None:
        wanted = tuple(step.key for step in todo)
    if not wanted:
        return ()  # nine of ten
    provider = providers().get(address.rpartition("@")[2].casefold())
    return _offices(wanted, provider.form if provider else None)


@cache
def _offices(keys: tuple[str, ...], form: Form | None) -> tuple[Contact, ...]:
    return tuple(contact for contact in contacts() if contact.helps_with(frozenset(keys), form))

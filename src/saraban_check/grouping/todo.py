"""What an agency in a group has to do (decisions: Steps)."""

from functools import cache

from ..model.assessment import OUTSIDE, UNDETERMINED, Assessment, Contact, Step
from ..model.text import Text
from ..model.verdict import AddressState, Form
from ..reference.domains import providers
from ..reference.steps import contacts, steps
from .table import GroupTable


def steps_of_group(table: GroupTable, group: str) -> tuple[Step, ...]:
    """The steps as the table gives them; none for an outcome that is no group."""
    return tuple(steps()[key] for key in table.steps_of(group))


def step_keys(table: GroupTable, assessment: Assessment, issued: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of one agency's steps: step 1 is done where a correct address was issued, or is in hand already.

    For the new status (W) only an issued address other than the stated one will do.
    """
    group, verdict = assessment.group, assessment.verdict
    if group in (OUTSIDE, UNDETERMINED):
        return ()
    keys = []
    for key in table.steps_of(group):
        if key == "address" and issued:
            keys.append("address_issued")
        elif key == "address" and verdict.state is AddressState.CORRECT:
            keys.append("address_in_hand")
        elif key == "new_status" and issued and issued[0] != (verdict.value or "").casefold():
            keys.append("address_issued")
        else:
            keys.append(key)
    return tuple(keys)


def address_in_hand(assessment: Assessment, issued: tuple[str, ...]) -> str:
    """The address that a step which is done names: the one issued, else the correct one that is stated."""
    return issued[0] if issued else assessment.verdict.value or ""


def steps_for(table: GroupTable, assessment: Assessment, issued: tuple[str, ...]) -> tuple[Step, ...]:
    """The steps of one agency, in words; a step that is done names the address."""
    in_hand = address_in_hand(assessment, issued)
    result = []
    for key in step_keys(table, assessment, issued):
        step = steps()[key]
        if key in ("address_issued", "address_in_hand"):
            step = step._replace(text=Text(step.text.th.format(address=in_hand), step.text.en.format(address=in_hand)))
        result.append(step)
    return tuple(result)


def offices_for(assessment: Assessment, keys: tuple[str, ...], address: str) -> tuple[Contact, ...]:
    """Whom to ask about an agency's steps; where there is no group yet, about what has to be found out.

    `address` is the one that it has or should have: its provider is asked, not the other.
    """
    outcome = assessment.outcome
    wanted = {UNDETERMINED: outcome.missing, OUTSIDE: (OUTSIDE,)}.get(outcome.group, keys)
    provider = providers().get(address.rpartition("@")[2].casefold())
    form = provider.form if provider else None
    return _offices(wanted, form)


@cache
def _offices(keys: tuple[str, ...], form: Form | None) -> tuple[Contact, ...]:
    return tuple(contact for contact in contacts() if contact.helps_with(frozenset(keys), form))

"""What an agency in a group has to do (SPEC section 8)."""

from ..model.assessment import OUTSIDE, UNDETERMINED, Assessment, Step
from ..model.text import Text
from ..model.verdict import AddressState
from ..reference.steps import steps
from .table import GroupTable


def steps_of_group(table: GroupTable, group: str) -> tuple[Step, ...]:
    """The steps as the table gives them; none for an outcome that is no group."""
    return tuple(steps()[key] for key in table.steps_of(group))


def steps_for(table: GroupTable, assessment: Assessment, issued: tuple[str, ...]) -> tuple[Step, ...]:
    """The steps of one agency: step 1 is done where a correct address was issued, or is in hand already."""
    group = assessment.group
    if group in (OUTSIDE, UNDETERMINED):
        return ()
    in_hand = issued[0] if issued else None
    if in_hand is None and assessment.verdict.state is AddressState.CORRECT:
        in_hand = assessment.verdict.value
    result = []
    for step in steps_of_group(table, group):
        if (step.key == "address" and in_hand is not None) or (step.key == "new_status" and issued):
            done = steps()["address_issued" if issued else "address_in_hand"]
            said = Text(done.text.th.format(address=in_hand), done.text.en.format(address=in_hand))
            result.append(done._replace(text=said))
        else:
            result.append(step)
    return tuple(result)

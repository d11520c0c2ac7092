"""What is to be done about an agency in no group, where no step of its own says it."""

from ..bounces.reasons import reason_of
from ..model.agency_result import Judged
from ..model.assessment import OUTSIDE, UNDETERMINED

RESEND = "resend"
"""What is to be done about an agency whose mail was refused for the sender's sake: nothing is known of its mailbox."""


def open_tasks_of(agency: Judged) -> tuple[str, ...]:
    """What is to be done about an agency that no step of its own says; none for who has steps, or nothing to do."""
    outcome = agency.outcome
    if agency.steps or outcome.group not in (OUTSIDE, UNDETERMINED):
        return ()
    if "delivery" not in outcome.missing or not _was_refused_for_sender(agency):
        return (outcome.group,)
    return (RESEND,) if len(outcome.missing) == 1 else (RESEND, outcome.group)


def _was_refused_for_sender(agency: Judged) -> bool:
    report = None if agency.evidence is None else agency.evidence.report
    reason = None if report is None else reason_of(report.diagnostic)
    return reason is not None and reason.is_of_sender

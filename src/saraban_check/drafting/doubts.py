"""Whether a notice may be drafted at all, and what the draft would be found to have besides its blanks."""

from collections.abc import Iterator

from ..checks.address_check import AddressCheck
from ..checks.notice_context import NoticeContext
from ..checks.notices import check_notice_text
from ..model.finding import Finding, Severity
from ..model.verdict import AddressState
from ..rules.sb52_channels import SB520, SB525, SB526
from ..rules.sb53_issue import SB532
from .facts import DraftFacts
from .wording import notice_paragraphs

_BLANKS = (SB520, SB525, SB526, SB532)
"""What is said of blanks, and of a day to come, in other words already."""


def may_be_drafted(check: AddressCheck) -> bool:
    """Whether the address may stand in a notice; none is written with an address that is not correct."""
    return check.verdict.state not in (AddressState.INCORRECT, AddressState.UNKNOWN)


def draft_doubts(facts: DraftFacts, known: NoticeContext) -> Iterator[Finding]:
    """What `notice` would find in the draft besides its blanks: a channel may hold another address, or dots.

    What is to be noted of a correct address is said of it already.
    """
    filled = facts._replace(position=facts.position or f"หัวหน้า{facts.agency}")
    text = "\n".join(paragraph.text for paragraph in notice_paragraphs(filled))
    for found in check_notice_text(text, known).findings:
        if found.address is None and not found.finding.breaks(*_BLANKS) and found.severity is not Severity.INFO:
            yield found.finding

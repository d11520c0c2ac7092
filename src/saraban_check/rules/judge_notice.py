"""A notice and what is known of its agency become findings.

What was read from a picture may be the reading's fault: one note says so, nothing else is told, and nobody knows yet
whether the notice is right.
"""

from typing import NamedTuple

from ..model.finding import Finding, Severity
from ..model.notice import NoticePart, NoticeState
from ..model.verdict import AddressVerdict
from .notice_case import NoticeCase
from .sb51_document import SB510, SB511, SB512, SEVERAL_NOTICES, document_findings
from .sb52_channels import channel_findings, judge_addresses
from .sb52_proofreading import proofreading_findings
from .sb53_issue import issue_findings
from .sb53_signature import signature_findings


class NoticeVerdict(NamedTuple):
    """The findings in the order of their codes, the verdicts on the addresses, and what they come to."""

    state: NoticeState
    findings: tuple[Finding, ...] = ()
    address: AddressVerdict | None = None
    others: tuple[AddressVerdict, ...] = ()


def judge_notice(case: NoticeCase) -> NoticeVerdict:
    """The verdict on one notice. Source: decisions: Notices; OPDC's model notice."""
    document = case.notice.document
    if document.no_text is not None:
        finding = Finding(SB510, NoticePart.DOCUMENT.value, {"reason": document.no_text.said})
        return NoticeVerdict(NoticeState.UNREADABLE, (finding,))
    if document.by_ocr:
        return NoticeVerdict(NoticeState.UNKNOWN, (Finding(SB511, NoticePart.DOCUMENT.value),))
    if case.notice.undecided is not None:
        finding = Finding(SEVERAL_NOTICES, NoticePart.DOCUMENT.value, {"reason": case.notice.undecided})
        return NoticeVerdict(NoticeState.UNKNOWN, (finding,))
    if not case.notice.is_notice:
        return _weighed((Finding(SB512, NoticePart.DOCUMENT.value),), None, ())
    judged = judge_addresses(case)
    found = (
        *document_findings(case),
        *channel_findings(case, judged),
        *proofreading_findings(case),
        *issue_findings(case),
        *signature_findings(case),
    )
    return _weighed(found, judged.chosen, judged.others)


def _weighed(
    found: tuple[Finding, ...], chosen: AddressVerdict | None, others: tuple[AddressVerdict, ...]
) -> NoticeVerdict:
    findings = tuple(sorted(found, key=lambda finding: finding.code))
    is_wrong = any(finding.severity is Severity.ERROR for finding in findings)
    return NoticeVerdict(NoticeState.INCORRECT if is_wrong else NoticeState.CORRECT, findings, chosen, others)

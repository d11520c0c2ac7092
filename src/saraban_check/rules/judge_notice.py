"""A notice and what is known of its agency become findings.

What was read from a picture may be the reading's fault: one note says so, and nothing else is told. Such a notice is
correct where nothing at all would have been found, else unknown.
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
    if case.notice.undecided is not None:
        finding = Finding(SEVERAL_NOTICES, NoticePart.DOCUMENT.value, {"reason": case.notice.undecided})
        if document.by_ocr:
            return _weighed(case, (finding,), None, ())
        return NoticeVerdict(NoticeState.UNKNOWN, (finding,))
    if not case.notice.is_notice:
        return _weighed(case, (Finding(SB512, NoticePart.DOCUMENT.value),), None, ())
    judged = judge_addresses(case)
    found = (
        *document_findings(case),
        *channel_findings(case, judged),
        *proofreading_findings(case),
        *issue_findings(case),
        *signature_findings(case),
    )
    return _weighed(case, found, judged.chosen, judged.others)


def _weighed(
    case: NoticeCase, found: tuple[Finding, ...], chosen: AddressVerdict | None, others: tuple[AddressVerdict, ...]
) -> NoticeVerdict:
    if case.notice.document.by_ocr:
        is_in_doubt = bool(found) or any(verdict.findings for verdict in (chosen, *others) if verdict is not None)
        state = NoticeState.UNKNOWN if is_in_doubt else NoticeState.CORRECT
        return NoticeVerdict(state, (Finding(SB511, NoticePart.DOCUMENT.value),))
    findings = tuple(sorted(found, key=lambda finding: finding.code))
    is_wrong = any(finding.severity is Severity.ERROR for finding in findings)
    return NoticeVerdict(NoticeState.INCORRECT if is_wrong else NoticeState.CORRECT, findings, chosen, others)

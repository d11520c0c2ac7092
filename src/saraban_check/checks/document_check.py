"""A notice and what is known of its agency become a check: findings, verdicts, and the addresses to use instead."""

import datetime
from typing import TYPE_CHECKING, NamedTuple

from ..model.errors import SarabanError
from ..model.notice import Document, Notice, NoticeCheck
from ..model.policy import NO_POLICY, Policy
from ..model.record import NO_RECORD, AgencyRecord
from ..model.text import Text
from ..model.verdict import AddressState, AddressVerdict, Origin, Suggestion
from ..notices.reading import read_notice
from ..rules.judge_notice import judge_notice
from ..rules.notice_case import NoticeCase
from ..whose_notice.agencies import Agencies

if TYPE_CHECKING:
    from ..registry.registry import Registry


class NoticeContext(NamedTuple):
    """What is known besides the documents: one agency's record, or a list to find it in; and the day of the check."""

    as_of: datetime.date
    record: AgencyRecord = NO_RECORD
    agencies: Agencies | None = None
    upgraded_on: datetime.date | None = None
    policy: Policy = NO_POLICY
    registry: "Registry | None" = None


def check_document(document: Document, known: NoticeContext) -> NoticeCheck:
    """The check of one document."""
    notice = read_notice(document)
    record, unmatched = _record(document.file, notice, known)
    upgraded_on = record.facts.upgraded_on or known.upgraded_on
    case = NoticeCase(notice, record, known.as_of, upgraded_on, known.policy.domains, known.registry)
    verdict = judge_notice(case)
    findings, ignored = known.policy.part(verdict.findings)
    return NoticeCheck(
        document.file,
        _without_text(notice),
        findings,
        record,
        verdict.address,
        verdict.others,
        _suggestions(case, verdict.address),
        ignored,
        unmatched=unmatched,
        state=verdict.state,
    )


def unusable(file: str, error: SarabanError, known: NoticeContext) -> NoticeCheck:
    """The check of a file that could not be read at all: it stays in the row of the others."""
    record, unmatched = _record(file, None, known)
    return NoticeCheck(file, None, record=record, error=error, unmatched=unmatched)


def _record(file: str, notice: Notice | None, known: NoticeContext) -> tuple[AgencyRecord, Text | None]:
    if known.agencies is None:
        return known.record, None
    whose = known.agencies.whose(file, notice)
    return (NO_RECORD, whose.why_not) if whose.record is None else (whose.record, None)


def _without_text(notice: Notice) -> Notice:
    """The notice without the document's text: a thousand of them are held at a time."""
    return notice._replace(document=notice.document._replace(text=""))


def _suggestions(case: NoticeCase, verdict: AddressVerdict | None) -> tuple[Suggestion, ...]:
    """Addresses to use instead, where the one of the notice is wrong or there is none."""
    if verdict is not None and verdict.state is AddressState.CORRECT and not verdict.findings:
        return ()
    from ..suggestions.suggest import suggest

    judged = verdict or AddressVerdict("", None, None, AddressState.MISSING)
    found = suggest(judged, case.agency, case.domains, case.registry)
    if not case.record.facts.upgraded:
        return found
    return tuple(one for one in found if one.origin is Origin.ISSUED)  # the record's code may still be the former one

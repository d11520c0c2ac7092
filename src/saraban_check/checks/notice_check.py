"""A notice and what is known of its agency become a result: read, judged, and with the addresses to use instead."""

from functools import lru_cache
from typing import TYPE_CHECKING

from ..model.errors import SarabanError
from ..model.notice import Document, Notice
from ..model.record import NO_RECORD, AgencyRecord
from ..model.result import NoticeResult
from ..model.text import Text
from ..model.verdict import AddressState, AddressVerdict, Origin, Suggestion
from ..notices.reading import read_notice
from ..notices.running_text import KnownNames
from ..reference.days import today
from ..rules.judge_notice import judge_notice
from ..rules.notice_case import NoticeCase
from .notice_context import NoticeContext
from .notice_questions import questions_of, without_unread
from .notice_result import JudgedNotice, finish

if TYPE_CHECKING:  # loaded where one is used
    from ..registry.registry import Registry


def check_document(document: Document, known: NoticeContext) -> NoticeResult:
    """The result of one document."""
    return finish(judge_document(document, known), known.policy)


def judge_document(document: Document, known: NoticeContext) -> JudgedNotice:
    """What is read and judged of one document, by the published rules and the policy's domains.

    Of what OCR read there are questions, and nothing else goes on from here.
    """
    notice = read_notice(document, None if known.registry is None else _names(known.registry))
    record, unmatched = _record(document.file, notice, known)
    as_of = known.as_of or today()
    is_asked = document.by_ocr and document.no_text is None
    if is_asked:
        notice = without_unread(notice, as_of)
    upgraded_on = record.facts.upgraded_on or known.upgraded_on
    case = NoticeCase(notice, record, as_of, upgraded_on, known.policy.domains, known.registry)
    verdict = judge_notice(case)
    if is_asked:
        questions = questions_of(notice) if notice.undecided is None else ()
        asked = Notice(document, undecided=notice.undecided)
        return JudgedNotice(document.file, asked, verdict, record, unmatched=unmatched, questions=questions)
    suggestions = _suggestions(case, verdict.address)
    return JudgedNotice(document.file, notice, verdict, record, suggestions, unmatched=unmatched)


def unusable(file: str, error: SarabanError, known: NoticeContext) -> NoticeResult:
    """The result of a file that could not be read at all: it stays in the row of the others."""
    record, unmatched = _record(file, None, known)
    return finish(JudgedNotice(file, record=record, error=error, unmatched=unmatched), known.policy)


def _record(file: str, notice: Notice | None, known: NoticeContext) -> tuple[AgencyRecord, Text | None]:
    if known.agencies is None:
        return known.record, None
    whose = known.agencies.whose(file, notice)
    return (NO_RECORD, whose.why_not) if whose.record is None else (whose.record, None)


@lru_cache(maxsize=2)
def _names(registry: "Registry") -> KnownNames:
    return KnownNames(lambda: ((entry.kind, entry.name) for entry in registry))


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

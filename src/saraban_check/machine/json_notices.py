"""The notices as JSON and JSON Lines, field by field as the contract has them."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..grouping.table import RULESET
from ..model.notice import Box, Document, DocumentKind, Notice, NoticeState, Question, Stated
from ..model.record import AgencyRecord
from ..model.result import NoticeResult
from ..model.text import Lang
from ..model.verdict import AddressVerdict
from ..report.views.notices_run import NoticeRun
from .json_list import finding_object, suggestion_object, verdict_object
from .json_registry import used_object
from .json_stream import dumped, streamed

if TYPE_CHECKING:  # what is written is checked against the contract; a run does not load it
    from ..contract.notice import (
        BoxJson,
        JudgedAddressJson,
        NoticeAgencyJson,
        NoticeJson,
        NoticesCheckedJson,
        NoticeVerdictJson,
        QuestionJson,
    )

SCHEMA = "saraban-check/notice/1"


def json_document(run: NoticeRun) -> Iterator[str]:
    """The object, a notice a line so that two can be compared line by line."""
    return streamed(_document(run), notices=(notice_object(result, run.lang) for result in run.results))


def json_lines(results: Iterable[NoticeResult], lang: Lang) -> Iterator[str]:
    """JSON Lines: a notice a line, each as soon as it was checked."""
    for result in results:
        yield dumped(notice_object(result, lang)) + "\n"


def _document(run: NoticeRun) -> "NoticesCheckedJson":
    """The whole object, its notices apart."""
    summary = run.summary
    head: NoticesCheckedJson = {
        "schema": SCHEMA,
        "ruleset": RULESET,
        "as_of": run.as_of.isoformat() if run.as_of else None,
        "list": run.list_file,
        "summary": {
            "total": summary.total,
            "correct": summary.states[NoticeState.CORRECT],
            "incorrect": summary.states[NoticeState.INCORRECT],
            "unknown": summary.states[NoticeState.UNKNOWN],
            "unreadable": summary.states[NoticeState.UNREADABLE],
            "findings": {severity.value: count for severity, count in summary.severities.items()},
            "ignored": dict(sorted(summary.ignored.items())),
        },
        "notices": [],
    }
    if run.registry is not None:
        head["registry"] = used_object(run.registry)
    if run.reasons is not None:
        head["gate"] = {"passed": not run.reasons, "reasons": [text.say(run.lang) for text in run.reasons]}
    return head


def notice_object(result: NoticeResult, lang: Lang) -> "NoticeJson":
    """One file, as it stands among `notices` and as a line of JSON Lines."""
    found = _notice_object(result, lang)
    if result.questions:
        found["questions"] = [_question(one) for one in result.questions]
    return found


def _notice_object(result: NoticeResult, lang: Lang) -> "NoticeJson":
    read, notice = result.notice is not None, result.notice or Notice(Document("", DocumentKind.TEXT, ""))
    return {
        "file": result.file,
        "kind": notice.document.kind.value if read else None,
        "pages": notice.document.pages,
        "ocr": result.by_ocr,
        "state": result.state.value,
        "agency": _agency(result.record) if result.is_matched else None,
        "unmatched": None if result.unmatched is None else result.unmatched.say(lang),
        "issuer": _text(notice.issuer),
        "subject": _text(notice.subject),
        "law": {"act": notice.cites_act, "act_year": notice.act_year, "section": notice.cites_section},
        "addresses": [{"address": one.text, "line": one.line} for one in notice.addresses],
        "websites": [one.text for one in notice.websites],
        "channels": list(notice.channels),
        "telephones": [one.text for one in notice.telephones],
        "mobiles": notice.mobiles,
        "date": None if notice.date is None else notice.date.isoformat(),
        "date_text": _text(notice.date_text),
        "position": _text(notice.position),
        "beside": [{"kind": paper.kind.value, "line": paper.line} for paper in notice.beside],
        "address": _address(result, lang),
        "others": [_verdict(verdict, lang) for verdict in result.others],
        "findings": [{**finding_object(found.finding, lang), "line": found.line} for found in result.findings],
        "ignored": [finding_object(finding, lang) for finding in result.ignored],
        "error": None if result.error is None or result.unread is None else result.unread.say(lang),
    }


def _question(one: Question) -> "QuestionJson":
    return {"field": one.part.value, "value": one.value, "page": one.page, "box": _box(one.box)}


def _box(box: Box | None) -> "BoxJson | None":
    if box is None:
        return None
    return {
        "left": round(box.left, 4),
        "top": round(box.top, 4),
        "right": round(box.right, 4),
        "bottom": round(box.bottom, 4),
    }


def _text(stated: Stated | None) -> str | None:
    return None if stated is None else stated.text


def _agency(record: AgencyRecord) -> "NoticeAgencyJson":
    return {
        "row": record.row or None,
        "code": record.code,
        "name": record.name.strip() or None,
        "kind": record.kind.key if record.kind else None,
        "province": record.province.name.th if record.province else None,
    }


def _address(result: NoticeResult, lang: Lang) -> "JudgedAddressJson | None":
    """The judged address; its suggestions stand there also where the notice states none."""
    if result.address is None and not result.suggestions:
        return None
    verdict = _NO_VERDICT if result.address is None else _verdict(result.address, lang)
    return {**verdict, "suggestions": [suggestion_object(suggestion) for suggestion in result.suggestions]}


_NO_VERDICT: "NoticeVerdictJson" = {"value": None, "form": None, "correct": None, "meets": None, "findings": []}


def _verdict(verdict: AddressVerdict, lang: Lang) -> "NoticeVerdictJson":
    return {
        **verdict_object(verdict),
        "findings": [finding_object(finding, lang) for finding in verdict.findings],
    }

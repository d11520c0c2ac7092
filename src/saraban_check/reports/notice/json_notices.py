"""The notices as JSON and JSON Lines. The objects are built here, field by field (see `contract`)."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from ...grouping.table import RULESET
from ...model.finding import Standard
from ...model.notice import Document, DocumentKind, Notice, Stated
from ...model.record import AgencyRecord
from ...model.result import NoticeResult
from ...model.text import Lang
from ...model.verdict import AddressVerdict, Suggestion
from ..escape import for_json
from ..json_report import finding_object
from .report import NoticeRun

SCHEMA = "saraban-check/notice/1"


def json_document(run: NoticeRun) -> Iterator[str]:
    """The object, a notice a line so that two can be compared line by line."""
    yield _dump(_head(run))[:-1] + ', "notices": ['
    separator = "\n"
    for result in run.results:
        yield separator + _dump(notice_object(result, run.lang))
        separator = ",\n"
    yield "\n]}\n"


def json_lines(results: Iterable[NoticeResult], lang: Lang) -> Iterator[str]:
    """JSON Lines: a notice a line, each as soon as it was checked."""
    for result in results:
        yield _dump(notice_object(result, lang)) + "\n"


def _head(run: NoticeRun) -> dict[str, Any]:
    summary = run.summary
    head: dict[str, Any] = {
        "schema": SCHEMA,
        "ruleset": RULESET,
        "as_of": run.as_of.isoformat() if run.as_of else None,
        "list": run.list_file,
        "summary": {
            "total": summary.total,
            **{state.value: count for state, count in summary.states.items()},
            "findings": {severity.value: count for severity, count in summary.severities.items()},
            "ignored": dict(sorted(summary.ignored.items())),
        },
    }
    if run.registry is not None:
        registry = run.registry
        head["registry"] = {"source": registry.head.source, "date": registry.head.date, "agencies": len(registry)}
    if run.reasons is not None:
        head["gate"] = {"passed": not run.reasons, "reasons": [text.say(run.lang) for text in run.reasons]}
    return head


def notice_object(result: NoticeResult, lang: Lang) -> dict[str, Any]:
    """One file, as it stands among `notices` and as a line of JSON Lines."""
    notice = result.notice
    return {
        "file": result.file,
        "kind": notice.document.kind.value if notice is not None else None,
        "pages": notice.document.pages if notice is not None else None,
        "ocr": result.by_ocr,
        "state": result.state.value,
        "agency": _agency(result.record) if result.is_matched else None,
        "unmatched": None if result.unmatched is None else result.unmatched.say(lang),
        **_stated(notice),
        "address": _address(result, lang),
        "others": [_verdict(verdict, lang) for verdict in result.others],
        "findings": [{**finding_object(found.finding, lang), "line": found.line} for found in result.findings],
        "ignored": [finding_object(finding, lang) for finding in result.ignored],
        "error": None if result.error is None or result.unread is None else result.unread.say(lang),
    }


def _stated(notice: Notice | None) -> dict[str, Any]:
    """What the notice says; blank where it could not be read."""
    if notice is None:
        notice = Notice(Document("", DocumentKind.TEXT, ""))
    return {
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
    }


def _text(stated: Stated | None) -> str | None:
    return None if stated is None else stated.text


def _agency(record: AgencyRecord) -> dict[str, Any]:
    return {
        "row": record.row or None,
        "code": record.code,
        "name": record.name.strip() or None,
        "kind": record.kind.key if record.kind else None,
        "province": record.province.name.th if record.province else None,
    }


def _address(result: NoticeResult, lang: Lang) -> dict[str, Any] | None:
    """The judged address; its suggestions stand there also where the notice states none."""
    if result.address is None and not result.suggestions:
        return None
    verdict = _NO_VERDICT if result.address is None else _verdict(result.address, lang)
    return {**verdict, "suggestions": [_suggestion(suggestion) for suggestion in result.suggestions]}


_NO_VERDICT: dict[str, Any] = {"value": None, "form": None, "correct": None, "meets": None, "findings": []}


def _verdict(verdict: AddressVerdict, lang: Lang) -> dict[str, Any]:
    regulation, methods = verdict.meets(Standard.REGULATION), verdict.meets(Standard.METHODS)
    return {
        "value": verdict.value,
        "form": verdict.form.value if verdict.form else None,
        "correct": verdict.correct,
        "meets": None if regulation is None else {"regulation": regulation, "methods": methods},
        "findings": [finding_object(finding, lang) for finding in verdict.findings],
    }


def _suggestion(suggestion: Suggestion) -> dict[str, Any]:
    found: dict[str, Any] = {"address": suggestion.address, "origin": suggestion.origin.value}
    return found if suggestion.score == 1 else {**found, "score": round(suggestion.score, 3)}


_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def _dump(value: Any) -> str:
    return for_json(_encode(value))

"""The notices as JSON and JSON Lines, field by field as the contract has them."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ...grouping.table import RULESET
from ...model.notice import Document, DocumentKind, Notice, NoticeCheck, Stated
from ...model.policy import NO_POLICY, Policy
from ...model.record import AgencyRecord
from ...model.text import Lang
from ...model.verdict import AddressVerdict
from ..json_report import finding_object, suggestion_object, verdict_object
from ..json_stream import dumped, streamed
from ..registry_json import used_object
from .entries import Entry, entries_of, entry_of
from .figures import figures_of
from .outcomes import Outcome
from .report import NoticeRun
from .shown import shown_text
from .words import is_matched

if TYPE_CHECKING:  # what is written is checked against the contract; a run does not load it
    from ...contract.notice import (
        JudgedAddressJson,
        NoticeAgencyJson,
        NoticeJson,
        NoticesCheckedJson,
        NoticeVerdictJson,
    )

SCHEMA = "saraban-check/notice/1"


def json_document(run: NoticeRun) -> Iterator[str]:
    """The object, a notice a line so that two can be compared line by line."""
    entries = list(entries_of(run))
    return streamed(_document(run, entries), notices=(notice_object(entry, run.lang) for entry in entries))


def json_lines(checks: Iterable[NoticeCheck], lang: Lang, policy: Policy = NO_POLICY) -> Iterator[str]:
    """JSON Lines: a notice a line, each as soon as it was checked."""
    for check in checks:
        yield dumped(notice_object(entry_of(check, check.file, policy), lang)) + "\n"


def _document(run: NoticeRun, entries: list[Entry]) -> "NoticesCheckedJson":
    """The whole object, its notices apart."""
    figures = figures_of(entries)
    head: NoticesCheckedJson = {
        "schema": SCHEMA,
        "ruleset": RULESET,
        "as_of": run.as_of.isoformat() if run.as_of else None,
        "list": run.list_file,
        "summary": {
            "total": figures.total,
            "correct": figures.outcomes[Outcome.CORRECT],
            "incorrect": figures.outcomes[Outcome.INCORRECT],
            "unknown": figures.outcomes[Outcome.UNKNOWN],
            "unreadable": figures.outcomes[Outcome.UNREADABLE],
            "findings": {severity.value: count for severity, count in figures.severities.items()},
            "ignored": dict(sorted(figures.ignored.items())),
        },
        "notices": [],
    }
    if run.registry is not None:
        head["registry"] = used_object(run.registry)
    if run.reasons is not None:
        head["gate"] = {"passed": not run.reasons, "reasons": [text.say(run.lang) for text in run.reasons]}
    return head


def notice_object(entry: Entry, lang: Lang) -> "NoticeJson":
    """One file, as it stands among `notices` and as a line of JSON Lines."""
    check = entry.check
    read, notice = check.notice is not None, check.notice or Notice(Document("", DocumentKind.TEXT, ""))
    return {
        "file": check.file,
        "kind": notice.document.kind.value if read else None,
        "pages": notice.document.pages,
        "ocr": notice.document.by_ocr,
        "state": entry.outcome.value,
        "agency": _agency(check.record) if is_matched(check) else None,
        "unmatched": None if check.unmatched is None else check.unmatched.say(lang),
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
        "address": _address(check, lang),
        "others": [_verdict(verdict, lang) for verdict in check.others],
        "findings": [{**finding_object(told.finding, lang), "line": told.line} for told in entry.told],
        "ignored": [finding_object(finding, lang) for finding in entry.ignored],
        "error": None if check.error is None else shown_text(check.error.say(lang)),
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


def _address(check: NoticeCheck, lang: Lang) -> "JudgedAddressJson | None":
    """The judged address; its suggestions stand there also where the notice states none."""
    if check.address is None and not check.suggestions:
        return None
    verdict = _NO_VERDICT if check.address is None else _verdict(check.address, lang)
    return {**verdict, "suggestions": [suggestion_object(suggestion) for suggestion in check.suggestions]}


_NO_VERDICT: "NoticeVerdictJson" = {"value": None, "form": None, "correct": None, "meets": None, "findings": []}


def _verdict(verdict: AddressVerdict, lang: Lang) -> "NoticeVerdictJson":
    return {
        **verdict_object(verdict),
        "findings": [finding_object(finding, lang) for finding in verdict.findings],
    }

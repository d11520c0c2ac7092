"""Every finding of the notices with its place, and a fingerprint that knows it again in the next round."""

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath

from ..model.notice import NoticePart
from ..model.result import NoticeFinding, NoticeResult
from ..reference.folding import one_spelling, without_unseen
from ..report.located import Located, Unusable, fingerprint
from ..report.views.notices_run import NoticeRun
from ..report.views.notices_words import agency_text, behind_texts


def locate_notices(run: NoticeRun) -> Iterator[Located]:
    """All findings that count, in the order of the files."""
    seen: Counter[str] = Counter()
    for result, location in zip(run.results, run.locations, strict=True):
        whose = agency_text(result).say(run.lang) or result.name
        for found in result.findings:
            known_by = fingerprint(found.code, _who(result), _value(result, found), seen)
            details = tuple(behind_texts(found, run.lang))
            yield Located(whose, found.finding, location, found.line, known_by, details=details)


def unusable_files(run: NoticeRun) -> list[Unusable]:
    """The files that could not be used at all; a scan has a finding instead, which says so."""
    return [
        Unusable(location, result.unread.say(run.lang))
        for result, location in zip(run.results, run.locations, strict=True)
        if result.error is not None and result.unread is not None
    ]


def _who(result: NoticeResult) -> str:
    """The agency's code, else the issuer's name, else the file's, each as it compares."""
    if result.record.code:
        return result.record.code
    issuer = result.notice.issuer if result.notice is not None else None
    return _folded(issuer.text) if issuer is not None else PurePath(result.file).name


def _value(result: NoticeResult, found: NoticeFinding) -> str:
    """What the finding is about, as the notice states it; never the line on which that stands."""
    what = found.finding.parts.get("found")
    if isinstance(what, str):
        return _folded(what)
    if found.finding.field == NoticePart.ADDRESS.value:
        value = found.address or found.finding.parts.get("address")
        judged = result.address.value or result.address.raw if result.address is not None else ""
        return _folded(value if isinstance(value, str) else judged)
    notice = result.notice
    if notice is None:
        return ""
    stated = {
        NoticePart.ISSUER.value: (notice.issuer, *notice.mentions),
        NoticePart.SUBJECT.value: (notice.subject,),
        NoticePart.WEBSITE.value: notice.websites,
        NoticePart.TELEPHONE.value: notice.telephones,
        NoticePart.DATE.value: (notice.date_text,),
        NoticePart.SIGNATURE.value: (notice.position,),
        NoticePart.TEXT.value: notice.blanks,
    }
    parts = stated.get(found.finding.field, ())
    return _folded(" ".join(part.text for part in parts if part is not None))


def _folded(text: str) -> str:
    return without_unseen(one_spelling(text))

"""Every finding of the notices with its place, and a fingerprint that knows it again in the next round."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from ...model.notice import NoticeCheck, NoticePart
from ...model.text import Lang
from ...reference.folding import one_spelling, without_unseen
from ..located import Located, Unusable, fingerprint
from .entries import Entry, Told, behind_texts
from .shown import shown_text
from .words import agency_text


def locate_notices(entries: Iterable[Entry], lang: Lang) -> Iterator[Located]:
    """All findings that count, in the order of the files."""
    seen: Counter[str] = Counter()
    for entry in entries:
        whose = agency_text(entry.check, lang) or entry.name
        for told in entry.told:
            known_by = fingerprint(told.finding.code, _who(entry.check), _value(entry.check, told), seen)
            details = tuple(behind_texts(told, lang))
            yield Located(whose, told.finding, entry.location, told.line, known_by, details=details)


def unusable_files(entries: Iterable[Entry], lang: Lang) -> list[Unusable]:
    """The files that could not be used at all; a scan has a finding instead, which says so."""
    return [
        Unusable(entry.location, shown_text(entry.check.error.say(lang)))
        for entry in entries
        if entry.check.error is not None
    ]


def _who(check: NoticeCheck) -> str:
    """The agency's code, else the issuer's name, else the file's, each as it compares."""
    if check.record.code:
        return check.record.code
    issuer = check.notice.issuer if check.notice is not None else None
    return _folded(issuer.text) if issuer is not None else PurePath(check.file).name


def _value(check: NoticeCheck, told: Told) -> str:
    """What the finding is about, as the notice states it; never the line on which that stands."""
    found = told.finding.parts.get("found")
    if isinstance(found, str):
        return _folded(found)
    if told.finding.field == NoticePart.ADDRESS.value:
        value = told.address or told.finding.parts.get("address")
        judged = check.address.value or check.address.raw if check.address is not None else ""
        return _folded(value if isinstance(value, str) else judged)
    notice = check.notice
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
    parts = stated.get(told.finding.field, ())
    return _folded(" ".join(part.text for part in parts if part is not None))


def _folded(text: str) -> str:
    return without_unseen(one_spelling(text))

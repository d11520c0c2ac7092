"""Which of several notices in one file counts: of one agency the newest; else none (decisions: Notices)."""

from collections.abc import Mapping

from ..model.notice import Notice
from ..model.text import Text
from .skeleton import skeleton_of

_OF_SEVERAL = Text(
    "ในไฟล์นี้มีประกาศฯ ของหลายหน่วยงาน ({agencies}) แยกเป็นไฟล์ละฉบับแล้วตรวจใหม่",
    "the file holds notices of several agencies ({agencies}); put each into a file of its own, and check again",
)
_NEWEST_UNKNOWN = Text(
    "ในไฟล์นี้มีประกาศฯ {count} ฉบับที่ต่างกัน และไม่ทราบว่าฉบับใดใหม่ที่สุด แยกเป็นไฟล์ละฉบับแล้วตรวจใหม่",
    "the file holds {count} notices that differ, and which is the newest is not known; put each into a file of its own",
)
_MOST_SHOWN = 3


def which_counts(notices: Mapping[int, Notice]) -> tuple[int | None, Text | None]:
    """The place of the notice that counts, or why none does. What OCR read ranks none before another."""
    if len(notices) == 1:
        return next(iter(notices)), None
    issuers = {skeleton_of(one.issuer.text): one.issuer.text for one in notices.values() if one.issuer is not None}
    if len(issuers) > 1:
        return None, _OF_SEVERAL.fill(agencies=", ".join([*issuers.values()][:_MOST_SHOWN]))
    days = {one.date for one in notices.values()}
    is_known = None not in days and not any(one.document.by_ocr for one in notices.values())
    newest = max((day for day in days if day is not None), default=None)
    last = [place for place, one in notices.items() if one.date == newest]
    if is_known and len(last) == 1:
        return last[0], None
    if len({tuple(sorted(address.text for address in one.addresses)) for one in notices.values()}) == 1:
        return last[-1] if is_known else next(iter(notices)), None
    return None, _NEWEST_UNKNOWN.fill(count=len(notices))

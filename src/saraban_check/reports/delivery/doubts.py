"""Why agencies that were taken as delivered may not have been: bounces that nobody can lay at a door."""

from ...delivery.evidence import delivery_of
from ...model.delivery import Delivery
from ...model.text import Text
from .report import DeliveryRun

_SUPPOSED = Text(
    "ระวัง: หน่วยงานที่ “ถือว่าส่งได้” อาจส่งไม่ถึง เพราะ{reasons} ตรวจก่อนใช้ผลนี้",
    "Take care: agencies that are taken as delivered may not have got it: {reasons}; look into these first",
)
_NAMELESS = Text("มีอีเมลตีกลับที่ไม่บอกผู้รับ {count} ฉบับ", "bounces that name no recipient {count}")
_ELSEWHERE = Text("มีที่อยู่นอกรายชื่อที่ส่งไม่ได้ {count} ที่อยู่", "addresses that failed and are in no row {count}")
_UNREAD = Text("มีอีเมลที่อ่านไม่ได้หรืออ่านไม่ครบ {count} รายการ", "mails that could not be read, or not to their end {count}")
_AND = " · "


def supposed_doubts(run: DeliveryRun) -> Text | None:
    """What speaks against taking the rest as delivered (`--sent-all`); None where nothing does, or none is."""
    if run.agencies is None or not run.agencies.sent_all:
        return None
    failed = (Delivery.FULL, Delivery.FAILED)
    elsewhere = sum(1 for _, report in run.agencies.elsewhere() if delivery_of(report) in failed)
    counts = (
        (_NAMELESS, run.gathered.evidence.nameless),
        (_ELSEWHERE, elsewhere),
        (_UNREAD, run.reading.cut + run.reading.skipped_count),
    )
    reasons = [text.fill(count=f"{count:,}") for text, count in counts if count]
    if not reasons:
        return None
    return _SUPPOSED.fill(reasons=Text(*(_AND.join(said) for said in zip(*reasons, strict=True))))

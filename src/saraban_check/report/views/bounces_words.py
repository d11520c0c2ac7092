"""The words in which bounces are told: statuses, days, addresses, and what speaks against a result."""

from collections.abc import Iterator, Mapping, Sequence

from ...bounces.reasons import reason_of
from ...delivery.agencies import AgencyDelivery, Known
from ...delivery.all_reports import AllReports
from ...delivery.evidence import delivery_of
from ...delivery.keys import address_key
from ...model.delivery import Delivery, DeliveryReport, MailStatus
from ...model.text import Text
from ...reference.days import day_in_thailand, day_text
from ..document import Mark, Tone
from ..words.delivery_texts import STATUSES, cut, some_of, visible
from .bounces_run import DeliveryRun

KNOWN = {
    **{Known(status.value): text for status, text in STATUSES.items()},
    Known.ANSWERED: Text("ตอบกลับแล้ว ไม่มีอีเมลตีกลับ", "answered, and nothing came back"),
    Known.NOT_FAILED: Text("ไม่พบว่าส่งไม่ได้", "not known to have failed"),
    Known.SUPPOSED: Text("ถือว่าส่งได้ (--sent-all)", "taken as delivered (--sent-all)"),
    Known.NO_ADDRESS: Text("ไม่มีที่อยู่ที่ส่งอีเมลได้", "no address to send to"),
}
MARKS = {
    "full": Mark("✗", Tone.BAD),
    "failed": Mark("✗", Tone.BAD),
    "delivered": Mark("✓", Tone.GOOD),
    "delayed": Mark("!", Tone.DOUBT),
    "answered": Mark("•", Tone.INFO),
}
"""The sign of each status, which says it too."""
UNSURE = Mark("?", Tone.QUIET)
"""Of all others nothing is sure."""

_NO_ADDRESS = Text("(ไม่ระบุที่อยู่ผู้รับ)", "(no recipient named)")
_ROW = Text("แถว {row}", "row {row}")
_OTHER = Text("ไม่ใช่ที่อยู่หลัก", "not the address that is judged")
_DIFFERING = Text("และอีก {count} รายงานที่ต่างกัน: {said}", "and {count} more reports that differ: {said}")
_DATED = Text("รายงานลงวันที่ {first} ถึง {last}", "The reports are dated {first} to {last}")
_ONE_DAY = Text("รายงานลงวันที่ {first}", "The reports are dated {first}")
_UNDATED = Text("รายงานที่ไม่มีวันที่ {count} รายงาน", "Reports without a date: {count}")
_BEFORE = Text(
    "ก่อนวันที่ {day} ไม่นับ {count} รายงาน (--since)", "Reports dated before {day} are left out (--since): {count}"
)
_SUPPOSED = Text(
    "ระวัง: หน่วยงานที่ “ถือว่าส่งได้” อาจส่งไม่ถึง เพราะ{reasons} ตรวจก่อนใช้ผลนี้",
    "Take care: agencies that are taken as delivered may not have got it: {reasons}; look into these first",
)
_NAMELESS = Text("มีอีเมลตีกลับที่ไม่บอกผู้รับ {count} ฉบับ", "bounces that name no recipient {count}")
_FAILED_ELSEWHERE = Text(
    "มีที่อยู่นอกรายชื่อที่ส่งไม่ได้ {count} ที่อยู่ ({some})", "addresses that failed and are in no row {count} ({some})"
)
_UNREAD = Text("มีอีเมลที่อ่านไม่ได้หรืออ่านไม่ครบ {count} รายการ", "mails that could not be read, or not to their end {count}")


def address_text(report: DeliveryReport) -> Text:
    """The address as the mail system wrote it. A character in it that shows nothing is shown by its number: it makes
    another address than it seems; in names such are common and mean nothing."""
    return _same(visible(report.address)) if report.address else _NO_ADDRESS


def _same(text: str) -> Text:
    return Text(text, text)


def source_text(report: DeliveryReport) -> Text:
    """`5.2.2 552 · 30 มิถุนายน 2569 · circular.mbox#12`: the codes, the day in Thailand, and where it stands."""
    codes = " ".join(code for code in (report.enhanced_code, report.smtp_code) if code)
    day = day_text(day_in_thailand(report.date)) if report.date else _same("")
    return Text(*(" · ".join(part for part in (codes, said, report.message) if part) for said in day))


def diagnostic_text(report: DeliveryReport) -> Text:
    """What the mail system said, cut where it is long: the CSV has all of it. Why nothing is known stands there in
    both languages, here in one."""
    said = " ".join(report.diagnostic.split())
    if (reason := reason_of(said)) is not None:
        rest = said.removeprefix(reason.say())
        return Text(*(visible(cut(why + rest)) for why in reason.value))
    return _same(visible(cut(said)))


def differing_text(counts: Mapping[Delivery, int]) -> Text:
    """`และอีก 2 รายงานที่ต่างกัน: ส่งไม่ได้ 2`."""
    said = [[f"{name} {count:,}" for name in STATUSES[MailStatus(told.value)]] for told, count in counts.items()]
    joined = Text(*(" · ".join(names) for names in zip(*said, strict=True)))
    return _DIFFERING.fill(count=f"{sum(counts.values()):,}", said=joined)


def stating_text(agency: AgencyDelivery, key: str) -> Text:
    """Who states an address (as it is compared), and whether it is not the one that the agency is judged by."""
    judged = agency.judged is not None and address_key(agency.judged.address) == key
    named = agency_text(agency)
    return named if judged else Text(*(f"{said} ({other})" for said, other in zip(named, _OTHER, strict=True)))


def cell_text(agency: AgencyDelivery) -> str:
    """`“saraban@@dla.go.th”`: what stands in the cell of an agency's address, cut where it is long; empty where
    nothing does."""
    said = " ".join(agency.record.address.split())
    return visible(f"“{cut(said)}”") if said else ""


def agency_text(agency: AgencyDelivery) -> Text:
    """`แถว 12 อบต.โพนแดง นครพนม`."""
    record = agency.record
    name = " ".join((record.name or record.code or "–").split())
    where = record.province.name if record.province else _same("")
    both = zip(_ROW.fill(row=record.row), where, strict=True)
    return Text(*(" ".join(part for part in (row, name, province) if part) for row, province in both))


def days_texts(gathered: AllReports) -> Iterator[Text]:
    """From which day to which the reports are, how many have no date, and how many are too old to count."""
    if gathered.first_day and gathered.last_day:
        dated = _ONE_DAY if gathered.first_day == gathered.last_day else _DATED
        yield dated.fill(first=day_text(gathered.first_day), last=day_text(gathered.last_day))
    if gathered.undated:
        yield _UNDATED.fill(count=f"{gathered.undated:,}")
    if gathered.since.day is not None:
        yield before_text(gathered.since.day, gathered.since.before)


def before_text(day: str, count: int) -> Text:
    """How many reports are too old to count."""
    return _BEFORE.fill(day=day_text(day), count=f"{count:,}")


def supposed_doubts(run: DeliveryRun) -> Text | None:
    """What speaks against taking the rest as delivered (`--sent-all`); None where nothing does, or none is."""
    if run.agencies is None or not run.agencies.sent_all:
        return None
    failed = (Delivery.FULL, Delivery.FAILED)
    elsewhere = [key for key, report in run.agencies.elsewhere() if delivery_of(report) in failed]
    return doubts_text(run.gathered.evidence.nameless, elsewhere, run.reading.cut + run.reading.skipped_count)


def doubts_text(nameless: int, elsewhere: Sequence[str], unread: int) -> Text | None:
    """What speaks against taking the rest as delivered: bounces that name nobody, failures of others, unread mails."""
    counts = (
        (_NAMELESS, nameless),
        (_FAILED_ELSEWHERE, len(elsewhere)),
        (_UNREAD, unread),
    )
    reasons = [text.fill(count=f"{count:,}", some=some_of(elsewhere)) for text, count in counts if count]
    if not reasons:
        return None
    return _SUPPOSED.fill(reasons=Text(*(" · ".join(said) for said in zip(*reasons, strict=True))))

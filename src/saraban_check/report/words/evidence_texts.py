"""What is said of where a delivery status came from, and of what DNS was asked."""

from collections.abc import Iterator

from ...checks.classification import Classification
from ...checks.summary import Summary
from ...delivery.evidence import delivery_of
from ...model.agency_result import AgencyResult
from ...model.delivery import Delivery, DeliveryReport, DeliverySource, DnsAnswers, Evidence, Reception
from ...model.text import Lang, Text
from ...reference.days import day_in_thailand, short_day
from .delivery_texts import STATUSES, answered_text, some_of
from .dns_texts import domain_text
from .fact_texts import SOURCES, UNKNOWN, VALUES

_CELL = Text("ช่องในรายชื่อ", "the list's cell")
_USED = Text("{status} ({source})", "{status} ({source})")
_COUNTS = Text("ที่มาของสถานะการส่ง: {counts}", "Where delivery is known from: {counts}")
_SUPPOSED = Text(
    "ทั้งนี้ สถานะการส่งอีเมลของหน่วยงาน {count} แห่งเป็นการสมมติ เพราะไม่มีรายงานผลการส่ง",
    "The delivery to {count} agencies is supposed, as no report tells of it.",
)
_COUNT = Text("{source} {count} แห่ง", "{source} {count}")
_UNLISTED = Text(
    "มีผลการส่งของที่อยู่ที่ไม่ใช่ของหน่วยงานใดในรายชื่อ {count} ที่อยู่{failed}",
    "Addresses with a delivery result that no agency of the list has: {count}{failed}",
)
_FAILED = Text(" · ส่งไม่ได้: {some}", "; to these mail failed: {some}")
_NOT_ALL = Text(
    "หน่วยงานที่ไม่มีอีเมลตีกลับยังนับว่าไม่ทราบผล ถ้าส่งครบทุกแห่งและพ้นเวลารอแล้ว เติม --sent-all เพื่อถือว่าส่งได้",
    "Where nothing came back the delivery is not known; if all were sent and the waiting time is over, add "
    "--sent-all to take it as delivered",
)
_HAVE_ANSWERED = Text(
    "หน่วยงานที่ตอบกลับแล้ว {count} แห่ง การตอบกลับไม่นับเป็นส่งได้ ถ้าให้นับ เพิ่ม --answered-is-delivered",
    "Agencies that answered: {count}; an answer alone is not counted as delivered, unless "
    "--answered-is-delivered is given",
)
_NAMELESS = Text(
    "มีผลการส่งที่ไม่บอกผู้รับ {count} รายการ จึงไม่รู้ว่าเป็นของหน่วยงานใด ดูด้วยคำสั่ง bounces",
    "{count} delivery reports name no recipient, so nobody knows whose they are; look at them with bounces",
)
_ALL_LEFT_OUT = Text(
    "รายงานและการตอบกลับที่อ่านทั้งหมด {count} รายการลงวันที่ก่อน --since จึงไม่ได้ใช้เลย ตรวจวันที่ที่ระบุ",
    "All reports and answers that were read ({count}) are dated before --since, so none of them counts; "
    "look at that day",
)
_ASKED = Text(
    "ถาม DNS {total} โดเมน: รับอีเมลได้ {can} · รับไม่ได้ {cannot} · ยังไม่ทราบ {unknown} (DNS บอกไม่ได้ว่าอีเมลส่งถึงแล้ว)",
    "DNS was asked for {total} domains: can receive mail {can} · cannot {cannot} · not known {unknown} "
    "(DNS never shows that mail arrived)",
)

_NOTICES = Text(
    "เทียบกับประกาศฯ ม.10 {files} ไฟล์: เป็นของหน่วยงานในรายชื่อ {matched} แห่ง{unused}",
    "compared with {files} section-10 notices: {matched} agencies of the list have one{unused}",
)
_UNUSED = Text(" · ไม่ได้ใช้ {count} ไฟล์", "; {count} files were not used")


def delivery_used(result: Classification, agency: AgencyResult, lang: Lang) -> str:
    """`ส่งไม่ได้ (รายงานของระบบอีเมล)`; blank where nothing is known of it, or nothing but the list was asked. That the
    agency answered stands there in any case."""
    facts = agency.record.facts
    answer = None if agency.evidence is None else agency.evidence.answer
    answered = "" if answer is None else answered_text(answer).say(lang)
    only_list = result.delivery is None and result.dns is None and facts.delivery_source is DeliverySource.CELL
    if only_list or facts.delivery is Delivery.UNKNOWN:
        return answered
    source = SOURCES.get(facts.delivery_source, _CELL)
    used = _USED.say(lang, status=VALUES["delivery", facts.delivery.value], source=source)
    return f"{used} · {answered}" if answered else used


def report_lines(report: DeliveryReport, lang: Lang) -> Iterator[str]:
    """Which message it was, its codes and its day, and what the mail system said."""
    if not report.message and delivery_of(report) is Delivery.UNKNOWN:  # a line of no mail: why nothing is known
        yield report.diagnostic
        return
    day = short_day(day_in_thailand(report.date)).say(lang) if report.date else ""
    said = " · ".join(part for part in (report.message, day, report.smtp_code, report.enhanced_code) if part)
    yield f"{STATUSES[report.status].say(lang)}: {said}" if said else STATUSES[report.status].say(lang)
    if report.diagnostic:
        yield f"“{report.diagnostic}”"


def evidence_lines(evidence: Evidence, lang: Lang) -> Iterator[str]:
    """What a mail system's report and DNS say of one agency's address, and that it answered."""
    if evidence.report is not None and not evidence.report.answered:
        yield from report_lines(evidence.report, lang)
    if (answer := evidence.answer) is not None:
        yield " · ".join(filter(None, (answered_text(answer).say(lang), answer.message)))
        if answer.diagnostic:
            yield f"“{answer.diagnostic}”"
    if evidence.domain is not None:
        yield f"DNS: {domain_text(evidence.domain).say(lang)}"


def supposed_note(summary: Summary) -> Text | None:
    """What a paper must not leave out: of how many agencies the delivery was supposed, and not reported."""
    count = summary.deliveries[DeliverySource.ASSUMED]
    return _SUPPOSED.fill(count=f"{count:,}") if count else None


def evidence_notes(result: Classification) -> Iterator[Text]:
    """A sentence each: where delivery is known from, what DNS said, which notices were read; none of the list alone."""
    if result.delivery is not None or result.dns is not None:
        counted = result.summary.deliveries
        kinds = [(SOURCES.get(source, _CELL), counted[source]) for source in DeliverySource] + [
            (UNKNOWN, counted[None])
        ]
        said = [_COUNT.fill(source=kind, count=f"{count:,}") for kind, count in kinds if count]
        yield _COUNTS.fill(counts=Text(" · ".join(text.th for text in said), " · ".join(text.en for text in said)))
    if result.delivery is not None and result.summary.deliveries[None] and not result.delivery.sent_all:
        yield _NOT_ALL
    if result.delivery is not None and result.summary.answered and not result.delivery.answered_is_delivered:
        yield _HAVE_ANSWERED.fill(count=f"{result.summary.answered:,}")
    if result.delivery is not None and result.delivery.nameless:
        yield _NAMELESS.fill(count=f"{result.delivery.nameless:,}")
    if result.delivery is not None and result.delivery.is_all_left_out:
        yield _ALL_LEFT_OUT.fill(count=f"{result.delivery.left_out:,}")
    if result.unlisted and not result.narrowed:  # of a part it is said with what is outside it
        failed = result.failed_elsewhere
        some = _FAILED.fill(some=some_of(failed)) if failed else Text("", "")
        yield _UNLISTED.fill(count=f"{result.unlisted:,}", failed=some)
    if result.dns is not None:
        yield dns_note(result.dns)
    if (notices := result.notices) is not None:
        unused = _UNUSED.fill(count=f"{notices.unmatched_count:,}") if notices.unmatched_count else ""
        yield _NOTICES.fill(files=f"{notices.files:,}", matched=f"{notices.matched:,}", unused=unused)


def dns_note(dns: DnsAnswers) -> Text:
    """How many domains were asked for and what came of it, or why none was."""
    if dns.not_checked is not None:
        return dns.not_checked
    found = [answer.reception for answer in dns.by_domain.values()]
    can, cannot, unknown = (f"{found.count(kind):,}" for kind in Reception)
    return _ASKED.fill(total=f"{len(found):,}", can=can, cannot=cannot, unknown=unknown)

"""SB6: what happened to mail sent to the address, and whether its domain can receive any."""

from ..bounces.reasons import reason_of
from ..model.delivery import Delivery, DeliveryReport, DnsReason, DomainAnswer, Evidence, MailStatus
from ..model.finding import Finding, Rule, Severity, Standard
from ..model.text import Text
from ..reference.days import day_in_thailand, short_day
from .basis import MAIL_PROTOCOL, TABLE, same

_TABLE = (Standard.TABLE,)

SB601 = Rule(
    code="SB601",
    name="mailbox-full",
    severity=Severity.ERROR,
    standards=_TABLE,
    title=Text("กล่องจดหมายเต็ม", "The mailbox is full"),
    message=Text("ส่งอีเมลไม่ได้เพราะกล่องจดหมายเต็ม{told}", "Mail cannot be delivered: the mailbox is full{told}"),
    why=Text(
        "กล่องที่เต็มรับหนังสือไม่ได้ ทั้งที่ที่อยู่อาจถูกต้อง",
        "A full mailbox takes no letters, however correct its address.",
    ),
    mend=Text("ลบอีเมลเก่า หรือขอพื้นที่เพิ่มจากผู้ให้บริการ", "Empty it, or ask the provider for space."),
    basis=TABLE,
    wrong=Text("ช่องสถานะการส่งเป็น “✗ (อีเมลเต็ม)”", "the delivery cell holds “552 mailbox full”"),
    right=same("✓"),
)

SB602 = Rule(
    code="SB602",
    name="delivery-failed",
    severity=Severity.ERROR,
    standards=_TABLE,
    title=Text("ส่งอีเมลไม่สำเร็จ", "Delivery failed"),
    message=Text("ส่งอีเมลไปยังที่อยู่นี้ไม่สำเร็จ{told}", "Mail to this address could not be delivered{told}"),
    why=Text("หนังสือเวียนทุก 15 วันไปไม่ถึงหน่วยงาน", "The circular of every 15 days does not reach the agency."),
    mend=Text(
        "ตรวจว่าสะกดถูกและบัญชียังเปิดใช้ แล้วแจ้งผู้ให้บริการ",
        "See that it is spelled right and the account is open; then ask the provider.",
    ),
    basis=TABLE,
    wrong=Text("ช่องสถานะการส่งเป็น “ตีกลับ”", "the delivery cell holds “bounce”"),
    right=same("✓"),
)

SB603 = Rule(
    code="SB603",
    name="delivery-unknown",
    severity=Severity.WARNING,
    standards=_TABLE,
    title=Text("ไม่ทราบสถานะการส่งอีเมล", "Delivery is not known"),
    message=Text("ไม่มีข้อมูลสถานะการส่งอีเมล{told}", "No delivery status was given{told}"),
    why=Text("กลุ่ม A1 กับ A2 และ B1 กับ B3 ต่างกันที่สถานะการส่ง", "A1 and A2, B1 and B3 differ in nothing but delivery."),
    mend=Text(
        "กรอกช่องสถานะการส่ง อ่านจากอีเมลตีกลับด้วย --bounces หรือใช้ --assume delivered หากยอมรับสมมติฐานนั้น",
        "Fill in the delivery column, have bounces read (--bounces), or use --assume delivered if you accept that.",
    ),
    basis=TABLE,
    wrong=Text("ช่องสถานะการส่งว่าง", "the delivery cell is blank"),
    right=same("✓"),
)

SB604 = Rule(
    code="SB604",
    name="domain-cannot-receive",
    severity=Severity.ERROR,
    standards=_TABLE,
    title=Text("โดเมนรับอีเมลไม่ได้", "The domain cannot receive mail"),
    message=Text(
        "โดเมน “{domain}” รับอีเมลไม่ได้ตามข้อมูล DNS: {reason}",
        "The domain “{domain}” cannot receive mail, as DNS shows: {reason}",
    ),
    why=Text(
        "ตรวจเมื่อสั่ง --dns เท่านั้น DNS พิสูจน์ได้ว่าส่งไม่ถึง แต่พิสูจน์ไม่ได้ว่าส่งถึง",
        "Looked for only with --dns. DNS can prove that mail cannot arrive, never that it does.",
    ),
    mend=Text(
        "ตรวจว่าสะกดโดเมนถูก ถ้าถูกแล้วให้ผู้ดูแลโดเมนตั้งค่า MX หรือใช้อีเมลที่ สถ. หรือ สพร. ออกให้",
        "See that the domain is spelled right; then have its MX set up, or use an address of DLA or DGA.",
    ),
    basis=MAIL_PROTOCOL,
    wrong=Text("โดเมนที่ไม่มีอยู่ใน DNS", "a domain that does not exist in DNS"),
    right=Text("โดเมนที่มีเซิร์ฟเวอร์อีเมล (MX)", "a domain with a mail server (MX)"),
)

RULES = (SB601, SB602, SB603, SB604)

NO_MAIL = {
    DnsReason.NXDOMAIN: Text("ไม่มีโดเมนนี้", "there is no such domain"),
    DnsReason.NULL_MX: Text("โดเมนประกาศว่าไม่รับอีเมล (null MX)", "it declares that it takes no mail (null MX)"),
    DnsReason.NO_ADDRESS: Text("ไม่มีเซิร์ฟเวอร์อีเมลและไม่มีหมายเลข IP", "it has neither a mail server nor an address"),
}
"""Why a domain cannot receive mail (RFC 5321 section 5.1, RFC 7505)."""

_RULES = {Delivery.FULL: SB601, Delivery.FAILED: SB602, Delivery.UNKNOWN: SB603}
_SILENT = Text("", "")
_BOUNCED = Text(" (ตีกลับ{details})", " (bounce{details})")
_DELAYED = Text(" แต่มีอีเมลที่ยังส่งไม่ถึง{details}", " but a message is delayed{details}")
_UNCLEAR = Text(
    " แต่มีรายงานที่ไม่บอกว่าที่อยู่นี้รับอีเมลได้หรือไม่{details}{why}",
    " but there is a report that does not tell whether this address takes mail{details}{why}",
)
_WHY = Text(": {why}", ": {why}")
_ANSWERED = Text(" แต่หน่วยงานตอบกลับแล้ว{details}", " but the agency answered{details}")
_ON = Text("เมื่อ {day}", "of {day}")
_ANSWERED_ON = Text("เมื่อ {day}", "on {day}")


def delivery_findings(delivery: Delivery, evidence: Evidence | None = None) -> tuple[Finding, ...]:
    """The finding about delivery to an address that exists; the most specific, where several are true."""
    report, domain, answer = evidence or Evidence()
    if domain is not None and (finding := domain_finding(domain)) is not None:
        return (finding,)
    rule = _RULES.get(delivery)
    return (Finding(rule, "delivery", {"told": _told(delivery, report, answer)}),) if rule else ()


def without_references(finding: Finding, delivery: Delivery, evidence: Evidence | None) -> Finding:
    """A finding as others than the officer are told it: in which of his files a mail stands is of no use to them."""
    if evidence is None or not finding.breaks(*_RULES.values()):
        return finding
    report, answer = (one and one._replace(message="") for one in (evidence.report, evidence.answer))
    return finding._replace(parts={**finding.parts, "told": _told(delivery, report, answer)})


def domain_finding(answer: DomainAnswer) -> Finding | None:
    """SB604, where DNS shows that no mail can arrive."""
    if not answer.receives_none:
        return None
    return Finding(SB604, "address", {"domain": answer.domain, "reason": NO_MAIL[answer.reason]})


def _told(delivery: Delivery, report: DeliveryReport | None, answer: DeliveryReport | None) -> Text:
    """By which message that is known, or why a message says nothing of it; and whether the agency answered."""
    reported = _reported(delivery, report)
    if answer is None:
        return reported
    answered = _ANSWERED.fill(details=_details(answer, _ANSWERED_ON))
    return Text(reported.th + answered.th, reported.en + answered.en)


def _reported(delivery: Delivery, report: DeliveryReport | None) -> Text:
    if report is None:
        return _SILENT
    details = _details(report)
    if report.status.value != delivery.value:
        return _DELAYED.fill(details=details) if report.status is MailStatus.DELAYED else _SILENT
    if delivery is not Delivery.UNKNOWN:
        return _BOUNCED.fill(details=details)
    why = reason_of(report.diagnostic)
    return _UNCLEAR.fill(details=details, why=_WHY.fill(why=why.value) if why else _SILENT)


def _details(report: DeliveryReport, on: Text = _ON) -> Text:
    """` 552 5.2.2 of 2026-11-02, inbox.mbox#3`: of these what is known."""
    codes = " ".join(code for code in (report.smtp_code, report.enhanced_code) if code)
    day = _SILENT if report.date is None else on.fill(day=short_day(day_in_thailand(report.date)))
    th, en = (" ".join(filter(None, (codes, text))) for text in day)
    th, en = " ".join(filter(None, (th, report.message))), ", ".join(filter(None, (en, report.message)))
    return Text(f" {th}" if th else "", f" {en}" if en else "")

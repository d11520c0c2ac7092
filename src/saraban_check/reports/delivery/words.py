"""The words in which bounces are told."""

from ...api import AgencyDelivery, DeliveryReport, Known, MailStatus
from ...bounces.reasons import Reason
from ...model.text import Lang, Text
from ...reference.days import day_in_thailand, day_text
from ..escape import for_terminal

STATUSES = {
    MailStatus.FULL: Text("อีเมลเต็ม", "mailbox full"),
    MailStatus.FAILED: Text("ส่งไม่ได้", "failed"),
    MailStatus.DELAYED: Text("ล่าช้า อาจยังส่งถึง", "delayed, may still arrive"),
    MailStatus.DELIVERED: Text("ส่งได้", "delivered"),
    MailStatus.UNKNOWN: Text("ไม่ทราบผล", "not known"),
}
KNOWN = {
    **{Known(status.value): text for status, text in STATUSES.items()},
    Known.NOT_FAILED: Text("ไม่พบว่าส่งไม่ได้", "not known to have failed"),
    Known.SUPPOSED: Text("ถือว่าส่งได้ (--sent-all)", "taken as delivered (--sent-all)"),
    Known.NO_ADDRESS: Text("ไม่มีที่อยู่ที่ส่งอีเมลได้", "no address to send to"),
}
MARKS = {"full": ("✗", "red"), "failed": ("✗", "red"), "delivered": ("✓", "green"), "delayed": ("!", "yellow")}
"""The sign of each status and its colour; the sign alone says it too. Of the others nothing is sure: `?`."""

_NO_ADDRESS = Text("(ไม่ระบุที่อยู่ผู้รับ)", "(no recipient named)")
_ROW = Text("แถว {row}", "row {row}")
_OTHER = Text("ไม่ใช่ที่อยู่ที่ใช้จำแนก", "not the address that is judged")
_LONGEST = 160


def address_text(report: DeliveryReport) -> Text:
    """The address as the mail system wrote it, harmless in a terminal."""
    return Text(*[for_terminal(report.address)] * 2) if report.address else _NO_ADDRESS


def source_text(report: DeliveryReport, lang: Lang) -> str:
    """`5.2.2 552 · 30 มิถุนายน 2569 · circular.mbox#12`: the codes, the day in Thailand, and where it stands."""
    codes = " ".join(code for code in (report.enhanced_code, report.smtp_code) if code)
    day = day_text(day_in_thailand(report.date)).say(lang) if report.date else ""
    return for_terminal(" · ".join(part for part in (codes, day, report.message) if part))


def diagnostic_text(report: DeliveryReport, lang: Lang) -> str:
    """What the mail system said, cut where it is long: the CSV has all of it. Why nothing is known stands there in
    both languages, here in one."""
    said = " ".join(report.diagnostic.split())
    for reason in Reason:
        if said.startswith(reason.say()):
            said = reason.value.say(lang) + said.removeprefix(reason.say())
            break
    return for_terminal(said if len(said) <= _LONGEST else said[:_LONGEST].rstrip() + "…")


def agency_text(agency: AgencyDelivery, address: str, lang: Lang) -> str:
    """`แถว 12 อบต.โพนแดง นครพนม`, and whether the address is not the one that the agency is judged by."""
    record = agency.record
    province = record.province.name.say(lang) if record.province else ""
    name = " ".join((record.name or record.code or "–").split())
    said = " ".join(part for part in (_ROW.say(lang, row=record.row), name, province) if part)
    judged = agency.judged is not None and agency.judged.report is not None and agency.judged.report.address == address
    return for_terminal(said if judged else f"{said} ({_OTHER.say(lang)})")

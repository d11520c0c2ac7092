"""The words in which bounces are told."""

import re
from collections.abc import Mapping

from ...bounces.reasons import Reason
from ...delivery.agencies import AgencyDelivery, Known
from ...delivery.keys import address_key
from ...model.delivery import Delivery, DeliveryReport, MailStatus
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
_OTHER = Text("ไม่ใช่ที่อยู่หลัก", "not the address that is judged")
_DIFFERING = Text("และอีก {count} รายงานที่ต่างกัน: {said}", "and {count} more reports that differ: {said}")
_LONGEST = 160
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060-\u2064\U000e0000-\U000e007f]")


def address_text(report: DeliveryReport) -> Text:
    """The address as the mail system wrote it, harmless in a terminal."""
    return Text(*[_visible(report.address)] * 2) if report.address else _NO_ADDRESS


def _visible(text: str) -> str:
    """Harmless in a terminal, with pictures also for characters that show nothing: an address that holds one is
    another than it seems. In names they are common and mean nothing."""
    return for_terminal(_INVISIBLE.sub(lambda found: f"<U+{ord(found[0]):04X}>", text))


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
    return _visible(said if len(said) <= _LONGEST else said[:_LONGEST].rstrip() + "…")


def differing_text(counts: Mapping[Delivery, int], lang: Lang) -> str:
    """`และอีก 2 รายงานที่ต่างกัน: ส่งไม่ได้ 2`; empty where all reports say the same."""
    said = " · ".join(f"{STATUSES[MailStatus(told.value)].say(lang)} {count:,}" for told, count in counts.items())
    return _DIFFERING.say(lang, count=f"{sum(counts.values()):,}", said=said) if counts else ""


def stating_text(agency: AgencyDelivery, key: str, lang: Lang) -> str:
    """Who states an address (as it is compared), and whether it is not the one that the agency is judged by."""
    judged = agency.judged is not None and address_key(agency.judged.address) == key
    return agency_text(agency, lang) + ("" if judged else f" ({_OTHER.say(lang)})")


def cell_text(agency: AgencyDelivery) -> str:
    """`“saraban@@dla.go.th”`: what stands in the cell of an agency's address, cut where it is long; empty where
    nothing does."""
    said = " ".join(agency.record.address.split())
    return _visible(f"“{said if len(said) <= _LONGEST else said[:_LONGEST].rstrip() + '…'}”") if said else ""


def agency_text(agency: AgencyDelivery, lang: Lang) -> str:
    """`แถว 12 อบต.โพนแดง นครพนม`."""
    record = agency.record
    province = record.province.name.say(lang) if record.province else ""
    name = " ".join((record.name or record.code or "–").split())
    return for_terminal(" ".join(part for part in (_ROW.say(lang, row=record.row), name, province) if part))

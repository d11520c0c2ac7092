"""What DNS says of a domain, in words."""

from ...model.delivery import DnsReason, DomainAnswer, Reception
from ...model.text import Text
from ...rules.sb6_delivery import NO_MAIL

RECEPTIONS = {
    Reception.CAN: Text("รับอีเมลได้", "can receive mail"),
    Reception.CANNOT: Text("รับอีเมลไม่ได้", "cannot receive mail"),
    Reception.UNKNOWN: Text("ยังไม่ทราบว่ารับอีเมลได้หรือไม่", "not known whether it can receive mail"),
}
REASONS = {
    DnsReason.MX: Text("มีเซิร์ฟเวอร์อีเมล (MX)", "it names mail servers (MX)"),
    DnsReason.ADDRESS_ONLY: Text("ไม่มี MX แต่มีที่อยู่ IP", "no MX, but an address"),
    **NO_MAIL,
    DnsReason.TIMEOUT: Text("เซิร์ฟเวอร์ DNS ไม่ตอบภายในเวลาที่กำหนด", "DNS did not answer in time"),
    DnsReason.SERVFAIL: Text("เซิร์ฟเวอร์ DNS ตอบว่าขัดข้อง (SERVFAIL)", "DNS answered that it failed (SERVFAIL)"),
    DnsReason.REFUSED: Text("เซิร์ฟเวอร์ DNS ปฏิเสธคำถาม (REFUSED)", "DNS refused the question (REFUSED)"),
    DnsReason.NO_ANSWER: Text("ได้คำตอบจาก DNS ที่ใช้ไม่ได้", "DNS gave no answer that can be used"),
    DnsReason.NOT_A_NAME: Text("ไม่ใช่ชื่อโดเมนที่ถาม DNS ได้", "it is no name that DNS can be asked for"),
}
_SAID = Text("{domain} {reception}: {reason}", "{domain} {reception}: {reason}")
_CAN = Text(
    "{domain} {reception}: {reason} แต่ไม่ได้พิสูจน์ว่าส่งถึงกล่องจดหมายนี้",
    "{domain} {reception}: {reason}, which does not prove delivery to this mailbox",
)
_LATER = Text("ลองใหม่ภายหลัง หรือถามเซิร์ฟเวอร์อื่นด้วย --resolver", "Try again later, or ask another server with --resolver")
_SPELL = Text("แก้โดเมนของที่อยู่อีเมล", "Correct the address's domain")

_YES_NO = {True: Text("มี", "yes"), False: Text("ไม่มี", "no"), None: Text("ไม่ทราบ", "not known")}


def domain_text(answer: DomainAnswer) -> Text:
    """`example.go.th รับอีเมลได้: มีเซิร์ฟเวอร์อีเมล (MX)`, and that this proves no delivery."""
    parts = {"domain": answer.domain, "reception": RECEPTIONS[answer.reception], "reason": REASONS[answer.reason]}
    return (_CAN if answer.reception is Reception.CAN else _SAID).fill(**parts)


def what_to_do(answer: DomainAnswer) -> Text | None:
    """What helps where nothing is known; of a domain that cannot receive mail SB604 says it."""
    if answer.reception is not Reception.UNKNOWN:
        return None
    return _SPELL if answer.reason is DnsReason.NOT_A_NAME else _LATER


def policies_text(answer: DomainAnswer) -> Text | None:
    """Whether there is SPF and DMARC; None where neither was asked for, or is known."""
    if answer.spf is None and answer.dmarc is None:
        return None
    return Text("SPF: {spf} · DMARC: {dmarc}", "SPF: {spf} · DMARC: {dmarc}").fill(
        spf=_YES_NO[answer.spf], dmarc=_YES_NO[answer.dmarc]
    )

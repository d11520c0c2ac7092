"""What DNS says of a domain, in words."""

from ..api import DnsReason, DomainAnswer, Reception
from ..model.text import Text

RECEPTIONS = {
    Reception.CAN: Text("รับอีเมลได้", "can receive mail"),
    Reception.CANNOT: Text("รับอีเมลไม่ได้", "cannot receive mail"),
    Reception.UNKNOWN: Text("ยังไม่ทราบว่ารับอีเมลได้หรือไม่", "not known whether it can receive mail"),
}
REASONS = {
    DnsReason.MX: Text("มีเซิร์ฟเวอร์อีเมล (MX)", "it names mail servers (MX)"),
    DnsReason.ADDRESS_ONLY: Text("ไม่มี MX แต่มีที่อยู่ IP", "no MX, but an address"),
    DnsReason.NXDOMAIN: Text("ไม่มีโดเมนนี้ในระบบ DNS", "there is no such domain in DNS"),
    DnsReason.NULL_MX: Text("โดเมนประกาศว่าไม่รับอีเมล (null MX)", "it says that it takes no mail (null MX)"),
    DnsReason.NO_ADDRESS: Text("ไม่มีทั้ง MX และที่อยู่ IP", "it has neither MX nor address"),
    DnsReason.TIMEOUT: Text("เซิร์ฟเวอร์ DNS ไม่ตอบภายในเวลาที่กำหนด", "DNS did not answer in time"),
    DnsReason.SERVFAIL: Text("เซิร์ฟเวอร์ DNS ตอบว่าขัดข้อง (SERVFAIL)", "DNS answered that it failed (SERVFAIL)"),
    DnsReason.REFUSED: Text("เซิร์ฟเวอร์ DNS ปฏิเสธคำถาม (REFUSED)", "DNS refused the question (REFUSED)"),
    DnsReason.NO_ANSWER: Text("ได้คำตอบจาก DNS ที่ใช้ไม่ได้", "DNS gave no answer that can be used"),
    DnsReason.NOT_A_NAME: Text("ไม่ใช่ชื่อโดเมนที่ถาม DNS ได้", "it is no name that DNS can be asked for"),
}
NO_PROOF = Text("ไม่ได้พิสูจน์ว่าส่งถึงกล่องจดหมายนี้", "which does not prove delivery to this mailbox")
_TYPED = Text(
    "ตรวจตัวสะกดของโดเมน ถ้าสะกดถูก แจ้งผู้ดูแลโดเมนว่าโดเมนหมดอายุหรือถูกถอด",
    "See that the domain is spelled right; if it is, tell its owner that it has expired or was taken down",
)
_SET = Text(
    "แจ้งผู้ดูแลโดเมนให้ตั้ง MX ที่รับอีเมลได้ หรือใช้อีเมลที่ สถ. หรือ สพร. ออกให้",
    "Have the domain's owner set an MX that takes mail, or use DLA's or DGA's address",
)
_LATER = Text("ลองใหม่ภายหลัง หรือถามเซิร์ฟเวอร์อื่นด้วย --resolver", "Try again later, or ask another server with --resolver")
_SPELL = Text("แก้โดเมนของที่อยู่อีเมล", "Correct the address's domain")

_YES_NO = {True: Text("มี", "yes"), False: Text("ไม่มี", "no"), None: Text("ไม่ทราบ", "not known")}


def what_to_do(answer: DomainAnswer) -> Text | None:
    """What helps; None where nothing is amiss."""
    if answer.reception is Reception.CAN:
        return None
    if answer.reason is DnsReason.NXDOMAIN:
        return _TYPED
    if answer.reception is Reception.CANNOT:
        return _SET
    return _SPELL if answer.reason is DnsReason.NOT_A_NAME else _LATER


def policies_text(answer: DomainAnswer) -> Text | None:
    """Whether there is SPF and DMARC; None where neither was asked for, or is known."""
    if answer.spf is None and answer.dmarc is None:
        return None
    return Text("SPF: {spf} · DMARC: {dmarc}", "SPF: {spf} · DMARC: {dmarc}").fill(
        spf=_YES_NO[answer.spf], dmarc=_YES_NO[answer.dmarc]
    )

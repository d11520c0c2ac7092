"""SB6: what happened to mail sent to the address."""

from ..model.finding import Finding, Rule, Severity, Standard
from ..model.record import Delivery
from ..model.text import Text
from .basis import TABLE, same

_TABLE = (Standard.TABLE,)

SB601 = Rule(
    code="SB601",
    name="mailbox-full",
    severity=Severity.ERROR,
    standards=_TABLE,
    title=Text("กล่องจดหมายเต็ม", "The mailbox is full"),
    message=Text("ส่งอีเมลไม่ได้เพราะกล่องจดหมายเต็ม", "Mail cannot be delivered: the mailbox is full"),
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
    message=Text("ส่งอีเมลไปยังที่อยู่นี้ไม่สำเร็จ", "Mail to this address could not be delivered"),
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
    message=Text("ไม่มีข้อมูลสถานะการส่งอีเมล", "No delivery status was given"),
    why=Text("กลุ่ม A1 กับ A2 และ B1 กับ B3 ต่างกันที่สถานะการส่ง", "A1 and A2, B1 and B3 differ in nothing but delivery."),
    mend=Text(
        "กรอกช่องสถานะการส่ง หรือใช้ --assume delivered หากยอมรับสมมติฐานนั้น",
        "Fill in the delivery column, or use --assume delivered if you accept that assumption.",
    ),
    basis=TABLE,
    wrong=Text("ช่องสถานะการส่งว่าง", "the delivery cell is blank"),
    right=same("✓"),
)

RULES = (SB601, SB602, SB603)


def delivery_findings(delivery: Delivery) -> tuple[Finding, ...]:
    """The finding about delivery to an address that exists."""
    rule = {Delivery.FULL: SB601, Delivery.FAILED: SB602, Delivery.UNKNOWN: SB603}.get(delivery)
    return (Finding(rule, "delivery"),) if rule else ()

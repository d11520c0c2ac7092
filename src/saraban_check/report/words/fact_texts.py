"""How facts and conditions are said."""

from ...model.delivery import Assume, Delivery, DeliverySource
from ...model.record import Facts
from ...model.text import Text
from ...model.verdict import AddressState
from ...rules.sb9_data import DELIVERY_NAMES

FACTS = {
    "upgraded": Text("ยกฐานะ", "Upgraded"),
    "notice": Text("ประกาศฯ ม.10", "Section-10 notice"),
    "posted": Text("ลงใน info.go.th", "In info.go.th"),
    "address": Text("ที่อยู่อีเมล", "Address"),
    "delivery": Text("สถานะการส่ง", "Delivery"),
}
VALUES = {
    ("upgraded", "yes"): Text("ใช่", "yes"),
    ("upgraded", "no"): Text("ไม่", "no"),
    ("notice", "yes"): Text("มี", "yes"),
    ("notice", "no"): Text("ไม่มี", "no"),
    ("posted", "yes"): Text("ลงแล้ว", "yes"),
    ("posted", "no"): Text("ยังไม่ลง", "no"),
    ("address", "correct"): Text("ถูกต้อง", "correct"),
    ("address", "incorrect"): Text("ไม่ถูกต้อง", "not correct"),
    ("address", "missing"): Text("ไม่มี", "none"),
    **{("delivery", status.value): name for status, name in DELIVERY_NAMES.items()},
}
SOURCES = {
    DeliverySource.BOUNCE: Text("รายงานของระบบอีเมล", "a mail system's report"),
    DeliverySource.DNS: Text("DNS", "DNS"),
    DeliverySource.ANSWER: Text("หน่วยงานตอบกลับ", "the agency answered"),
    DeliverySource.ASSUMED: Text("สมมติ", "assumed"),
}
"""Where a delivery status came from, if not from the list's own cell."""
CHANGES = {
    ("upgraded", "no"): Text("ทำอีเมลและประกาศฯ ตามสถานะใหม่ให้เสร็จ", "complete address and notice for the new status"),
    ("notice", "yes"): Text("มีประกาศฯ ม.10", "issue the section-10 notice"),
    ("posted", "yes"): Text("ลงประกาศฯ ใน info.go.th", "post the notice in info.go.th"),
    ("address", "correct"): Text("มีที่อยู่อีเมลที่ถูกต้องในประกาศฯ", "state a correct address in the notice"),
    ("delivery", "delivered"): Text("ส่งอีเมลถึง", "have mail delivered"),
}
ANY = Text("อย่างใดก็ได้", "any")
UNKNOWN = Text("ไม่ทราบ", "unknown")
_ASSUMED = Text(
    "สมมติสถานะการส่งที่ไม่ทราบว่าเป็น “{assume}” ตามที่สั่ง", "Unknown delivery is assumed to be “{assume}”, as asked"
)
_NOT_STATED = Text("ไม่ระบุในประกาศฯ", "not stated in the notice")


def assumption(assume: Assume) -> Text:
    """What is assumed of unknown delivery, as it is said beside the results."""
    return _ASSUMED.fill(assume=VALUES["delivery", assume])


def fact_text(field: str, facts: Facts, state: AddressState) -> Text:
    """What is known of one of FACTS; `state` is the verdict on the address."""
    if field == "address":
        return _NOT_STATED if facts.states_address is False else VALUES.get((field, state.value), UNKNOWN)
    if field == "delivery":
        return _delivery_text(facts)
    value = {"upgraded": facts.upgraded, "notice": facts.notice, "posted": facts.posted}[field]
    return UNKNOWN if value is None else VALUES[field, "yes" if value else "no"]


def _delivery_text(facts: Facts) -> Text:
    if facts.delivery is Delivery.UNKNOWN:
        return UNKNOWN
    value = VALUES["delivery", facts.delivery.value]
    source = SOURCES.get(facts.delivery_source)
    return value if source is None else Text(f"{value.th} ({source.th})", f"{value.en} ({source.en})")

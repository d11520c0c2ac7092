"""The words in which a report about one address is told, wherever that is."""

from collections.abc import Sequence

from ...model.delivery import DeliveryReport, MailStatus
from ...model.lazy_pattern import lazy_pattern
from ...model.text import Text
from ...reference.days import day_in_thailand, day_text

STATUSES = {
    MailStatus.FULL: Text("อีเมลเต็ม", "mailbox full"),
    MailStatus.FAILED: Text("ส่งไม่ได้", "failed"),
    MailStatus.DELAYED: Text("ล่าช้า อาจยังส่งถึง", "delayed, may still arrive"),
    MailStatus.DELIVERED: Text("ส่งได้", "delivered"),
    MailStatus.UNKNOWN: Text("ไม่ทราบผล", "not known"),
}
_ANSWERED_ON = Text("ตอบกลับเมื่อ {day}", "answered on {day}")
_ANSWERED = Text("ตอบกลับแล้ว ไม่ทราบวันที่", "answered, on a day that is not known")
_LONGEST, _SOME = 160, 3
_INVISIBLE = lazy_pattern("[\u00ad\u200b-\u200d\u2060-\u2064\U000e0000-\U000e007f]")


def answered_text(answer: DeliveryReport) -> Text:
    """`ตอบกลับเมื่อ 12 พฤศจิกายน 2569`."""
    return _ANSWERED_ON.fill(day=day_text(day_in_thailand(answer.date))) if answer.date else _ANSWERED


def some_of(addresses: Sequence[str]) -> str:
    """The first of some addresses."""
    more = " …" if len(addresses) > _SOME else ""
    return ", ".join(visible(cut(address)) for address in addresses[:_SOME]) + more


def visible(text: str) -> str:
    """A text in which a character that shows nothing is shown by its number."""
    return _INVISIBLE.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)


def cut(text: str) -> str:
    """As much of a text as is shown of what others wrote."""
    return text if len(text) <= _LONGEST else text[:_LONGEST].rstrip() + "…"

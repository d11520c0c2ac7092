"""Why nothing is known of a recipient: shown in the place of what the mail system said."""

from enum import Enum

from ..model.text import Text


class Reason(Enum):
    """Why a bounce is `unknown`."""

    NO_RECIPIENT = Text("ข้อความตีกลับไม่ระบุที่อยู่ผู้รับ", "the bounce names no recipient")
    SEVERAL = Text("มีหลายที่อยู่ บอกไม่ได้ว่าที่อยู่ใดคือผู้รับ", "several addresses, and which is the recipient is not said")
    NO_STATUS = Text("ข้อความตีกลับไม่บอกผลที่อ่านได้", "the bounce tells no status that can be read")
    RELAYED = Text("ส่งต่อให้ระบบอื่นแล้ว ไม่ทราบว่าถึงหรือไม่", "handed on to another system, which is no proof of delivery")
    EXPANDED = Text(
        "กระจายต่อให้สมาชิกกลุ่มแล้ว ไม่ทราบว่าถึงหรือไม่", "handed on to the members of a list, which is no proof of delivery"
    )
    CONTRADICTS = Text("ผลการส่งกับรหัสสถานะขัดแย้งกัน", "the action and the status code contradict each other")
    SENDERS_FAULT = Text(
        "ไม่รับเพราะฝั่งผู้ส่งหรือตัวข้อความ ไม่ใช่เพราะที่อยู่นี้ ให้ผู้ส่งแก้แล้วส่งใหม่",
        "refused for the sender or the message, not for this address: mend that and send again",
    )
    BEFORE_RECIPIENT = Text(
        "ปฏิเสธเครื่องที่ส่งก่อนถึงขั้นระบุผู้รับ จึงไม่บอกอะไรเกี่ยวกับผู้รับ",
        "the sending host was refused before a recipient was named: that says nothing about the recipient",
    )
    AT_SENDER = Text(
        "ปฏิเสธตั้งแต่ขั้นแจ้งผู้ส่ง (MAIL FROM) จึงไม่บอกอะไรเกี่ยวกับผู้รับ",
        "refused at MAIL FROM: that says nothing about the recipient",
    )
    AFTER_RECIPIENT = Text(
        "ยอมรับผู้รับแล้ว แต่ปฏิเสธตัวข้อความ", "the recipient was accepted, and then the message was refused"
    )
    POLICY = Text(
        "ปฏิเสธตามกฎของระบบปลายทาง ไม่ได้บอกว่าเป็นเพราะที่อยู่นี้",
        "refused by a rule of the receiving system, which does not say that it is for this address",
    )
    BARE_552 = Text(
        "552 อย่างเดียว ไม่รู้ว่ากล่องจดหมายเต็มหรือข้อความใหญ่เกินไป",
        "552 alone: a full mailbox, or a message that is too large",
    )
    MACHINE = Text("ระบบปลายทางขัดข้อง ไม่ใช่กล่องจดหมายนี้", "a fault of the receiving system, not of this mailbox")
    UNTRIED = Text(
        "บริการส่งของฝั่งผู้ส่งไม่ได้ลองส่ง เพราะที่อยู่อยู่ในรายชื่อระงับของบริการเอง",
        "the sending service did not try: the address is on a suppression list of its own",
    )
    UNSURE = Text(
        "ระบบอีเมลบอกเหตุไว้หลายอย่างโดยไม่รู้ว่าเป็นอย่างใด",
        "the mail system offers several reasons, and does not know which it is",
    )
    NOT_ON_ADDRESS = Text("ที่อยู่ผู้รับอ่านไม่ได้", "the recipient's address cannot be read")
    TOO_MANY = Text("ผู้รับมากเกินกว่าที่อ่านจากข้อความเดียว ไม่ได้อ่านที่เหลือ", "more recipients than are read of one message")
    CUT_OFF = Text("ข้อความขาดหายก่อนถึงข้อมูลผู้รับ", "the message ends before it names a recipient")
    UNREADABLE = Text("อ่านข้อความไม่ได้", "the message cannot be read")

    @property
    def is_of_sender(self) -> bool:
        """Whether the mail was refused for who sent it, or for what it was: sent otherwise it may arrive."""
        return self in _OF_SENDER

    def say(self, found: str = "") -> str:
        """The reason in both languages, as the diagnostic has one column, and what the mail system said after it."""
        return f"{self.value.th} / {self.value.en}" + (f": {found}" if found else "")


_OF_SENDER = frozenset(
    (
        Reason.SENDERS_FAULT,
        Reason.BEFORE_RECIPIENT,
        Reason.AT_SENDER,
        Reason.AFTER_RECIPIENT,
        Reason.POLICY,
        Reason.UNTRIED,
    )
)


def reason_of(diagnostic: str) -> Reason | None:
    """The reason that a diagnostic begins with, as `say` wrote it; None where it is what the mail system said."""
    return next((reason for reason in Reason if diagnostic.startswith(reason.say())), None)

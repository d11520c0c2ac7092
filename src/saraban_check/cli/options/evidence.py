"""Options that name what is known of a list's agencies from elsewhere: delivery, their notices, DNS."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

from ...model.text import Text
from .declaring import EVIDENCE, Needing, Option, Requiring
from .dns import DnsOptions

if TYPE_CHECKING:
    from ...delivery.evidence import DeliveryEvidence


class CircularOptions(NamedTuple):
    """How what came back of a circular is taken."""

    sent_all: Annotated[
        bool,
        Option(
            "--sent-all",
            help=Text(
                "ส่งครบทุกแห่งและพ้นเวลารอแล้ว: แห่งที่ไม่มีอีเมลตีกลับถือว่าส่งได้",
                "all were sent and the waiting time is over: no bounce counts as delivered",
            ),
            heading=EVIDENCE,
        ),
    ] = False
    since: Annotated[
        str | None,
        Option(
            "--since",
            metavar=Text("วันที่", "DATE"),
            help=Text(
                "ไม่นับรายงานที่ลงวันที่ก่อนวันนี้ เช่น วันที่ส่งหนังสือเวียน 1/11/2569 (ที่ไม่มีวันที่ยังนับ)",
                "leave out reports dated before this day, such as when the circular was sent (undated ones stay)",
            ),
            heading=EVIDENCE,
        ),
    ] = None
    answered_is_delivered: Annotated[
        bool,
        Option(
            "--answered-is-delivered",
            help=Text(
                "แห่งที่ตอบกลับแล้วและไม่มีอีเมลตีกลับ นับว่าส่งได้",
                "who answered counts as delivered, unless a bounce says otherwise",
            ),
            heading=EVIDENCE,
        ),
    ] = False

    def evidence(self) -> "DeliveryEvidence":
        """What takes reports and answers in that way."""
        from ...delivery.evidence import DeliveryEvidence

        return DeliveryEvidence(sent_all=self.sent_all, answered_is_delivered=self.answered_is_delivered)


class DeliveryOptions(NamedTuple):
    """What is known of delivery besides the list's own cells."""

    delivery: Annotated[
        list[Path] | None,
        Option(
            "--delivery",
            metavar=Text("ไฟล์", "FILE"),
            help=Text(
                "ผลการส่งจากคำสั่ง bounces (delivery.csv) หรือ - (ใช้ซ้ำได้)",
                "delivery as found by bounces (delivery.csv), or - (may be repeated)",
            ),
            heading=EVIDENCE,
            setting="delivery",
        ),
    ] = None
    bounces: Annotated[
        list[Path] | None,
        Option(
            "--bounces",
            metavar=Text("ที่เก็บ", "PATH"),
            help=Text(
                "อ่านผลการส่งจากอีเมลตีกลับ: mbox, Maildir, โฟลเดอร์ .eml, .zip, .gz หรือ - (ใช้ซ้ำได้)",
                "read delivery from bounce mails: mbox, Maildir, a folder of .eml, .zip, .gz, or - (may be repeated)",
            ),
            heading=EVIDENCE,
        ),
    ] = None
    circular: CircularOptions = CircularOptions()


ALONE = Requiring(("delivery", "bounces"), ("since", "sent_all", "answered_is_delivered"))
"""What says nothing of a list's own cells."""


Ocr = Annotated[
    bool,
    Option(
        "--ocr/--no-ocr",
        help=Text(
            "อ่านภาพสแกน (PDF, JPG, PNG, TIFF) ด้วย Tesseract ถ้าติดตั้งไว้ (ปกติ) หรือไม่อ่าน",
            "read scans (PDF, JPG, PNG, TIFF) with Tesseract, if it is installed (as usual), or not",
        ),
        heading=EVIDENCE,
        setting="ocr",
    ),
]


class NoticeOptions(NamedTuple):
    """Where the agencies' notices are."""

    notices: Annotated[
        list[Path] | None,
        Option(
            "--notices",
            metavar=Text("โฟลเดอร์", "FOLDER"),
            help=Text(
                "อ่านประกาศฯ ม.10 ของหน่วยงานจากโฟลเดอร์ (PDF, DOCX, HTML, TXT) ใช้ที่อยู่ในประกาศฯ ถ้ารายชื่อไม่มี (ใช้ซ้ำได้)",
                "read the agencies' notices (PDF, DOCX, HTML, TXT); an address that the list lacks is taken from them "
                "(may be repeated)",
            ),
            heading=EVIDENCE,
        ),
    ] = None
    ocr: Ocr = True


class EvidenceOptions(NamedTuple):
    """All of it."""

    delivery: Annotated[DeliveryOptions, ALONE]
    notices: Annotated[NoticeOptions, Needing("notices", ("ocr",))]
    dns: DnsOptions

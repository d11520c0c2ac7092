"""Options that name what is known of a list's agencies from elsewhere: delivery, their notices, DNS."""

from pathlib import Path
from typing import Annotated, NamedTuple

from ...model.text import Text
from .declaring import EVIDENCE, Needing, Option
from .dns import DnsOptions


class DeliveryOptions(NamedTuple):
    """What is known of delivery besides the list's own cells."""

    delivery: Annotated[
        Path | None,
        Option(
            "--delivery",
            metavar=Text("ไฟล์", "FILE"),
            help=Text("ผลการส่งจากคำสั่ง bounces (delivery.csv)", "delivery as found by bounces (delivery.csv)"),
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
                "อ่านผลการส่งจากอีเมลตีกลับ: mbox, Maildir, โฟลเดอร์ .eml หรือ .zip (ใช้ซ้ำได้)",
                "read delivery from bounce mails: mbox, Maildir, a folder of .eml, .zip (may be repeated)",
            ),
            heading=EVIDENCE,
        ),
    ] = None


Ocr = Annotated[
    bool,
    Option(
        "--ocr/--no-ocr",
        help=Text(
            "อ่าน PDF ที่สแกนด้วย Tesseract ถ้าติดตั้งไว้ (ปกติ) หรือไม่อ่าน",
            "read scanned PDFs with Tesseract, if it is installed (as usual), or not",
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

    delivery: DeliveryOptions
    notices: Annotated[NoticeOptions, Needing("notices", ("ocr",))]
    dns: DnsOptions

"""Options that several commands have; their names and meanings are the same in each."""

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from .configured import VARIABLE as CONFIG_VARIABLE
from .language import VARIABLE, t


class LangChoice(Enum):
    TH = "th"
    EN = "en"


class ColorChoice(Enum):
    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class AssumeChoice(Enum):
    DELIVERED = "delivered"
    FAILED = "failed"


class TableMode(Enum):
    EXTEND = "extend"
    REPLACE = "replace"


LangOption = Annotated[
    LangChoice,
    typer.Option("--lang", envvar=VARIABLE, help=t("ภาษาของข้อความ: th หรือ en", "language of messages: th or en")),
]
ColorOption = Annotated[
    ColorChoice,
    typer.Option(
        "--color", envvar="SARABAN_CHECK_COLOR", help=t("สี: auto, always หรือ never", "colours: auto, always or never")
    ),
]
QuietOption = Annotated[
    bool, typer.Option("-q", "--quiet", help=t("ไม่แสดงข้อความประกอบ", "no messages besides the result"))
]
VerboseOption = Annotated[
    bool, typer.Option("-v", "--verbose", help=t("แสดงรายละเอียดเมื่อเกิดข้อผิดพลาดภายใน", "details of an internal error"))
]
ConfigOption = Annotated[
    Path | None,
    typer.Option(
        "--config",
        readable=False,
        envvar=CONFIG_VARIABLE,
        metavar=t("ไฟล์", "FILE"),
        help=t("ไฟล์ตั้งค่า (ปกติหา saraban-check.toml เอง)", "the settings file (else saraban-check.toml is looked for)"),
    ),
]
SheetOption = Annotated[
    str | None,
    typer.Option(
        "--sheet",
        envvar="SARABAN_CHECK_SHEET",
        metavar=t("ชื่อ", "NAME"),
        help=t("แผ่นงานที่จะอ่าน (ชื่อ หรือลำดับ)", "the sheet to read (name or number)"),
    ),
]
MapOption = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar=t("ช่อง=หัวคอลัมน์", "FIELD=HEADING"),
        help=t('บอกว่าคอลัมน์ใดคือช่องใด เช่น address="อีเมล์ใหม่"', 'which column holds a field, such as address="New mail"'),
    ),
]
RequireOption = Annotated[
    str | None,
    typer.Option(
        "--require",
        envvar="SARABAN_CHECK_REQUIRE",
        metavar=t("ช่อง,…", "FIELD,…"),
        help=t(
            "ออกด้วยรหัส 2 เมื่อไม่มีคอลัมน์ของช่องเหล่านี้ เช่น code,province",
            "exit code 2 if there is no column for one of these fields, such as code,province",
        ),
    ),
]
EncodingOption = Annotated[
    str | None,
    typer.Option(
        "--encoding",
        envvar="SARABAN_CHECK_ENCODING",
        metavar=t("ชื่อ", "NAME"),
        help=t("การเข้ารหัสของ CSV เช่น cp874", "encoding of a CSV, such as cp874"),
    ),
]
MaxOption = Annotated[
    list[str] | None,
    typer.Option(
        "--max",
        metavar=t("ชื่อ=จำนวน", "NAME=NUMBER"),
        envvar="SARABAN_CHECK_MAX",
        help=t("เพิ่มขีดจำกัด เช่น file-mb=300", "raise a limit, such as file-mb=300"),
    ),
]
AssumeOption = Annotated[
    AssumeChoice | None,
    typer.Option(
        "--assume",
        envvar="SARABAN_CHECK_ASSUME",
        help=t("สมมติสถานะการส่งที่ไม่ทราบ: delivered หรือ failed", "what unknown delivery counts as: delivered or failed"),
    ),
]
TableOption = Annotated[
    Path | None,
    typer.Option(
        "--table",
        readable=False,
        envvar="SARABAN_CHECK_TABLE",
        metavar=t("ไฟล์", "FILE"),
        help=t("ตารางกลุ่มของผู้ใช้ (CSV)", "a group table of your own (CSV)"),
    ),
]
TableModeOption = Annotated[
    TableMode,
    typer.Option(
        "--table-mode",
        envvar="SARABAN_CHECK_TABLE_MODE",
        help=t("extend เพิ่มจากตารางที่เผยแพร่ หรือ replace แทนทั้งตาราง", "extend the published table, or replace it"),
    ),
]
DeliveryOption = Annotated[
    Path | None,
    typer.Option(
        "--delivery",
        readable=False,
        envvar="SARABAN_CHECK_DELIVERY",
        metavar=t("ไฟล์", "FILE"),
        help=t("ผลการส่งจากคำสั่ง bounces (delivery.csv)", "delivery as found by bounces (delivery.csv)"),
    ),
]
BouncesOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--bounces",
        readable=False,
        metavar=t("ที่เก็บ", "PATH"),
        help=t(
            "อ่านผลการส่งจากอีเมลตีกลับ: mbox, Maildir, โฟลเดอร์ .eml หรือ .zip (ใช้ซ้ำได้)",
            "read delivery from bounce mails: mbox, Maildir, a folder of .eml, .zip (may be repeated)",
        ),
    ),
]
NoticesOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--notices",
        readable=False,
        metavar=t("โฟลเดอร์", "FOLDER"),
        help=t(
            "อ่านประกาศฯ ม.10 ของหน่วยงานจากโฟลเดอร์ (PDF, DOCX, HTML, TXT) ใช้ที่อยู่ในประกาศฯ ถ้ารายชื่อไม่มี (ใช้ซ้ำได้)",
            "read the agencies' notices (PDF, DOCX, HTML, TXT); an address that the list lacks is taken from them "
            "(may be repeated)",
        ),
    ),
]
OcrOption = Annotated[
    bool,
    typer.Option(
        "--ocr/--no-ocr",
        envvar="SARABAN_CHECK_OCR",
        help=t(
            "อ่าน PDF ที่สแกนด้วย Tesseract ถ้าติดตั้งไว้ (ปกติ) หรือไม่อ่าน",
            "read scanned PDFs with Tesseract, if it is installed (as usual), or not",
        ),
    ),
]
RegistryOption = Annotated[
    Path | None,
    typer.Option(
        "--registry",
        readable=False,
        envvar="SARABAN_CHECK_REGISTRY",
        metavar=t("ไฟล์", "FILE"),
        help=t("ทะเบียน อปท. ที่จะใช้ (ปกติใช้ที่นำเข้าไว้)", "the registry to use (else the imported one)"),
    ),
]
NoRegistryOption = Annotated[
    bool,
    typer.Option("--no-registry", help=t("ไม่ใช้ทะเบียน อปท.", "use no registry")),
]
FailOnOption = Annotated[
    str | None,
    typer.Option(
        "--fail-on",
        envvar="SARABAN_CHECK_FAIL_ON",
        metavar=t("เงื่อนไข,…", "WHAT,…"),
        help=t(
            "ออกด้วยรหัส 1 เมื่อพบ: ชื่อกลุ่ม, error, warning, undetermined, outside หรือรหัสเหตุผล",
            "exit code 1 if there is any: a group, error, warning, undetermined, outside, or a rule",
        ),
    ),
]
DnsOption = Annotated[
    bool,
    typer.Option(
        "--dns/--no-dns",
        envvar="SARABAN_CHECK_DNS",
        help=t(
            "ถาม DNS ว่าโดเมนรับอีเมลได้หรือไม่ (ใช้เครือข่าย ไม่ลองส่งอีเมล เพราะเชื่อถือไม่ได้และผู้ส่งถูกบล็อก)",
            "ask DNS whether the domains can receive mail (uses the network; no mail server is probed: that is "
            "unreliable, and gets the sender blocked)",
        ),
    ),
]
ResolverOption = Annotated[
    str | None,
    typer.Option(
        "--resolver",
        envvar="SARABAN_CHECK_RESOLVER",
        metavar=t("เซิร์ฟเวอร์", "SERVER"),
        help=t(
            "เซิร์ฟเวอร์ DNS เช่น 9.9.9.9 หรือ 127.0.0.1:5353 (ปกติใช้ของเครื่อง)",
            "the DNS server, such as 9.9.9.9 or 127.0.0.1:5353 (else the system's)",
        ),
    ),
]
TimeoutOption = Annotated[
    float,
    typer.Option(
        "--timeout",
        envvar="SARABAN_CHECK_TIMEOUT",
        metavar=t("วินาที", "SECONDS"),
        help=t("รอคำตอบของแต่ละคำถามถึง DNS กี่วินาที", "how long to wait for each answer of DNS"),
    ),
]
ConcurrencyOption = Annotated[
    int,
    typer.Option(
        "--concurrency",
        envvar="SARABAN_CHECK_CONCURRENCY",
        metavar=t("จำนวน", "NUMBER"),
        help=t("ถาม DNS พร้อมกันกี่โดเมน", "how many domains to ask DNS for at a time"),
    ),
]
NoCacheOption = Annotated[
    bool,
    typer.Option(
        "--no-cache/--cache",
        envvar="SARABAN_CHECK_NO_CACHE",
        help=t(
            "เก็บคำตอบ DNS ไว้ใช้รอบหน้าจนหมดอายุ (ปกติ) หรือไม่ใช้และไม่เก็บ",
            "keep answers of DNS as long as they hold, as usual, or neither use nor keep any",
        ),
    ),
]

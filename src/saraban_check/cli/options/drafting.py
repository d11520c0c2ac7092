"""Options of `draft notice`: what the notice of one agency says, which agencies of a list, and what is written."""

from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from ...model.text import Text
from .agency import fact
from .declaring import AGENCY, INPUT, LISTED, OUTPUT, Option
from .output import Force, Limit, file_option

FOLLOW_UP = "B,C,D,E,W"


_ADDRESS = Text("อีเมลที่ประกาศฯ จะระบุ ตรวจก่อนเสมอ", "the address to state; it is always checked first")
_PHONE = Text("โทรศัพท์ในเวลาราชการ (ใช้ซ้ำได้)", "a telephone in office hours (may be repeated)")
_CHANNEL = Text(
    "ช่องทางอื่น เช่น “LINE: @wangthong” (ใช้ซ้ำได้)", "a further channel, such as “LINE: @wangthong” (may be repeated)"
)
_POSITION = Text("ตำแหน่งผู้ลงนาม (ปกติคือหัวหน้าหน่วยงาน)", "the signatory's position (else the head of the agency)")


class WordingOptions(NamedTuple):
    """What the notice of one agency says of it besides."""

    address: Annotated[str | None, fact("--address", Text("อีเมล", "ADDRESS"), _ADDRESS)] = None
    phone: Annotated[list[str] | None, fact("--phone", Text("หมายเลข", "NUMBER"), _PHONE)] = None
    channel: Annotated[list[str] | None, fact("--channel", Text("ช่องทาง", "CHANNEL"), _CHANNEL)] = None
    position: Annotated[str | None, fact("--position", Text("ตำแหน่ง", "POSITION"), _POSITION)] = None


class BatchOptions(NamedTuple):
    """The list, and which of its agencies."""

    from_: Annotated[
        Path | None,
        Option(
            "--from",
            metavar=Text("ไฟล์", "FILE"),
            help=Text("ร่างให้ทุกหน่วยงานในรายชื่อ (XLSX, CSV) หรือ -", "draft for the agencies of a list (XLSX, CSV), or -"),
            heading=INPUT,
        ),
    ] = None
    only: Annotated[
        str | None,
        Option(
            "--only",
            metavar=Text("กลุ่ม,…", "GROUP,…"),
            help=Text(f"เฉพาะกลุ่ม (ปกติ {FOLLOW_UP})", f"only these groups (else {FOLLOW_UP})"),
            heading=LISTED,
        ),
    ] = None
    province: Annotated[
        str | None,
        Option(
            "--province",
            metavar=Text("จังหวัด", "PROVINCE"),
            help=Text("จังหวัดของหน่วยงาน (กับ --from: เฉพาะจังหวัดนี้)", "the agency's province (with --from: this one only)"),
            heading=AGENCY,
        ),
    ] = None
    limit: Limit = 10
    txt: Annotated[
        bool,
        Option(
            "--txt",
            help=Text("กับ --from: บันทึก .txt คู่กับ .docx ด้วย", "with --from: a .txt beside each .docx"),
            heading=OUTPUT,
        ),
    ] = False


class OutputOptions(NamedTuple):
    """What is written."""

    date: Annotated[
        str | None,
        Option(
            "--date",
            metavar=Text("วันที่", "DATE"),
            help=Text("วันที่ของประกาศฯ (ปกติวันนี้)", "the day of the notice (else today)"),
            heading=OUTPUT,
        ),
    ] = None
    format_: Annotated[
        Literal["screen", "txt", "json"] | None,
        Option(
            "--format",
            help=Text(
                "ที่ส่งออกทางเอาต์พุตมาตรฐาน: txt (ปกติ ถ้าไม่มี -o) json หรือ screen (ปกติ กับ --from)",
                "what goes to standard output: txt (the default without -o), json, or screen (with --from)",
            ),
            heading=OUTPUT,
        ),
    ] = None
    output: Annotated[
        list[str] | None,
        file_option(
            Text(
                "บันทึกเป็น .docx .txt (ใช้ซ้ำได้) กับ --from คือโฟลเดอร์",
                "write .docx, .txt (may be repeated); with --from a folder",
            ),
            Text("ไฟล์|โฟลเดอร์", "FILE|FOLDER"),
        ),
    ] = None
    force: Force = False

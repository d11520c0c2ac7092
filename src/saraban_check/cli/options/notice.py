"""Options of `notice`: what notices are compared with, and what is written."""

from pathlib import Path
from typing import Annotated, NamedTuple

from ...formats import Result
from ...model.text import Text
from .days import as_of_option
from .declaring import AGENCY, EVIDENCE, Option
from .evidence import Ocr
from .formats import NoticeFormat, files_option
from .gating import fail_on_option
from .output import FORMAT, Force, Limit


class KnownOptions(NamedTuple):
    """What notices are compared with, besides what is told of one agency."""

    agency: Annotated[
        Path | None,
        Option(
            "--agency",
            metavar=Text("รายชื่อ", "LIST"),
            help=Text(
                "รายชื่อหน่วยงาน (XLSX, CSV) ที่จะเทียบ จับคู่ด้วยรหัสหรือชื่อในชื่อไฟล์หรือในประกาศฯ",
                "the list of agencies to compare with; matched by code or name in the file's name or in the text",
            ),
            heading=EVIDENCE,
        ),
    ] = None
    address: Annotated[
        str | None,
        Option(
            "--address",
            metavar=Text("ที่อยู่", "ADDRESS"),
            help=Text("ที่อยู่อีเมลที่หน่วยงานใช้อยู่", "the address that the agency uses"),
            heading=AGENCY,
        ),
    ] = None
    upgraded: Annotated[
        str | None,
        Option(
            "--upgraded",
            metavar=Text("วันที่", "DATE"),
            help=Text(
                "วันที่ยกฐานะ เช่น 1/10/2568 (ประกาศฯ ต้องใหม่กว่า)", "the day of the change of status, such as 2025-10-01"
            ),
            heading=AGENCY,
        ),
    ] = None
    as_of: Annotated[
        str | None,
        as_of_option(Text("ตรวจเสมือนเป็นวันนี้ (ปกติวันปัจจุบัน)", "check as if on this day (else today)"), EVIDENCE),
    ] = None
    ocr: Ocr = True


class OutputOptions(NamedTuple):
    """What is written, and what lets the run fail."""

    limit: Limit = 10
    format_: Annotated[NoticeFormat, FORMAT] = "screen"
    output: Annotated[list[str] | None, files_option(Result.NOTICE)] = None
    force: Force = False
    fail_on: Annotated[
        str | None,
        fail_on_option(
            Text(
                "ออกด้วยรหัส 1 เฉพาะเมื่อพบ: error, warning, incorrect, unknown หรือรหัสเหตุผล",
                "exit code 1 only if there is any: error, warning, incorrect, unknown, or a rule",
            )
        ),
    ] = None

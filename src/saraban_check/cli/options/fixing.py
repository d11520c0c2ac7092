"""Options of `fix`: what is changed, and where the copy goes."""

from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from ...model.text import Text
from .declaring import INPUT, OUTPUT, Option
from .output import FORMAT, Force, file_option, limit_option


class FixOptions(NamedTuple):
    """What is changed, and where the copy goes."""

    unsafe: Annotated[
        bool,
        Option(
            "--unsafe",
            help=Text(
                "ใช้ที่อยู่ที่แนะนำแทนที่อยู่ที่ผิดด้วย เมื่อมีเพียงหนึ่ง",
                "also replace wrong addresses where just one is suggested",
            ),
            heading=INPUT,
        ),
    ] = False
    limit: Annotated[
        int | None,
        limit_option(
            Text(
                "จำนวนที่แสดงบนจอ (ปกติ 10 หรือทั้งหมดเมื่อใช้ --dry-run)",
                "how many the screen lists (else 10, or all with --dry-run)",
            )
        ),
    ] = None
    output: Annotated[
        Path | None,
        file_option(
            Text(
                "สำเนาที่แก้แล้ว ชนิดเดียวกับต้นทาง (จาก CSV ทำเป็น .xlsx ได้)",
                "the copy, of the same kind as the input (of CSV also .xlsx)",
            ),
            Text("ไฟล์ใหม่", "NEW"),
        ),
    ] = None
    force: Force = False
    dry_run: Annotated[
        bool,
        Option(
            "--dry-run", help=Text("แสดงสิ่งที่จะแก้ ไม่เขียนไฟล์", "show what would be changed; write nothing"), heading=OUTPUT
        ),
    ] = False
    format_: Annotated[Literal["screen", "json"], FORMAT] = "screen"

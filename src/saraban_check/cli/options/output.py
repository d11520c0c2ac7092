"""Options of what is written: the format, the files, how much the screen lists."""

from typing import Annotated

from ...model.text import Text
from .declaring import LISTED, OUTPUT, Option

FILE = Text("ไฟล์", "FILE")
FORMAT = Option("--format", help=Text("รูปแบบที่ส่งออกทางเอาต์พุตมาตรฐาน", "what goes to standard output"), heading=OUTPUT)


Force = Annotated[
    bool,
    Option(
        "--force",
        help=Text("เขียนทับไฟล์ที่โปรแกรมนี้ไม่ได้เขียน หรือที่มีผู้แก้ไขแล้ว", "write over files of others, or that were edited since"),
        heading=OUTPUT,
    ),
]
"""Of every command that writes files; settings and variables cannot give it."""


def limit_option(help_: Text) -> Option:
    """`--limit`, for a command that says itself of what."""
    return Option("--limit", metavar=Text("จำนวน", "NUMBER"), help=help_, heading=LISTED, setting="limit", least=0)


Limit = Annotated[int, limit_option(Text("จำนวนที่แสดงบนจอในแต่ละรายการ", "how many the screen shows of each list"))]


def file_option(help_: Text, metavar: Text = FILE) -> Option:
    """`-o`, for a command that says itself what may be written."""
    return Option("-o", "--output", metavar=metavar, help=help_, heading=OUTPUT)

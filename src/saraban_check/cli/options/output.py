"""Options of what is written: the format, the files, how much the screen lists."""

from typing import Annotated, Literal

from ...model.text import Text
from .declaring import LISTED, OUTPUT, Option

_FILE = Text("ไฟล์", "FILE")
FORMAT = Option("--format", help=Text("รูปแบบที่ส่งออกทางเอาต์พุตมาตรฐาน", "what goes to standard output"), heading=OUTPUT)


def limit_option(help_: Text) -> Option:
    """`--limit`, for a command that says itself of what."""
    return Option("--limit", metavar=Text("จำนวน", "NUMBER"), help=help_, heading=LISTED, setting="limit", least=0)


Limit = Annotated[int, limit_option(Text("จำนวนที่แสดงบนจอในแต่ละรายการ", "how many the screen shows of each list"))]


def file_option(help_: Text, metavar: Text = _FILE) -> Option:
    """`-o`, for a command that says itself what may be written."""
    return Option("-o", "--output", metavar=metavar, help=help_, heading=OUTPUT)


def files_option(endings: str) -> Option:
    """`-o` of a command that writes these kinds of files, any number of them."""
    return file_option(Text(f"บันทึกผลเป็น {endings} (ใช้ซ้ำได้)", f"write {endings} (may be repeated)"))


FULL_FILES = file_option(
    Text(
        "บันทึกผลเป็น .xlsx .html .csv .json .jsonl .md .sarif .xml (JUnit) หรือ gitlab=ไฟล์ (ใช้ซ้ำได้)",
        "write .xlsx .html .csv .json .jsonl .md .sarif .xml (JUnit), or gitlab=FILE (may be repeated)",
    )
)
"""`-o` of the commands that write every format."""
FullFormat = Literal["screen", "json", "jsonl", "csv", "md", "github", "gitlab", "sarif", "junit"]
"""Those of them that go to standard output."""

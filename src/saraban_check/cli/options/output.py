"""Options of what is written: the format, the files, how much the screen lists."""

from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

from ...formats import Result, printed, writers_of
from ...model.text import Text
from .declaring import LISTED, OUTPUT, Option

_FILE = Text("ไฟล์", "FILE")
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


def file_option(help_: Text, metavar: Text = _FILE) -> Option:
    """`-o`, for a command that says itself what may be written."""
    return Option("-o", "--output", metavar=metavar, help=help_, heading=OUTPUT)


def files_option(result: Result) -> Option:
    """`-o` of a command that writes any number of files: those that are opened, not printed, are named first.

    A format is named by the ending of its files, or before their name where they end as those of another.
    """
    writers = sorted(writers_of(result).values(), key=lambda one: one.name in printed(result))
    plain = [one for one in writers if one.suffixes[0].count(".") == 1]
    endings = " ".join(_ending(one.name, one.suffixes[0]) for one in plain)
    named = [one.name for one in writers if one not in plain]
    th, en = ("".join(f" {name}={word}" for name in named) for word in (_FILE.th, _FILE.en))
    return file_option(Text(f"บันทึกผลเป็น {endings}{th} (ใช้ซ้ำได้)", f"write {endings}{en} (may be repeated)"))


def _ending(name: str, suffix: str) -> str:
    return suffix if suffix == f".{name}" else f"{suffix} ({name})"


if TYPE_CHECKING:  # the parser reads the words, the table of formats has them
    ListFormat: TypeAlias = str
    NoticeFormat: TypeAlias = str
    RoundFormat: TypeAlias = str
    SentFormat: TypeAlias = str
else:
    ListFormat = Literal["screen", *printed(Result.CLASSIFY)]
    NoticeFormat = Literal["screen", *printed(Result.NOTICE)]
    RoundFormat = Literal["screen", *printed(Result.COMPARE)]
    SentFormat = Literal["screen", *printed(Result.BOUNCES)]

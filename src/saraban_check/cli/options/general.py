"""Options that every command has."""

from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from ...model.text import Text
from ..configured import VARIABLE as CONFIG_VARIABLE
from .declaring import GENERAL, Option

Color = Literal["auto", "always", "never"]


class GeneralOptions(NamedTuple):
    """The settings file, the language, and what is said; `--lang`, `--ascii` and `--quiet` are obeyed
    before a command runs."""

    config: Annotated[
        Path | None,
        Option(
            "--config",
            metavar=Text("ไฟล์", "FILE"),
            help=Text(
                "ไฟล์ตั้งค่า (ปกติหา saraban-check.toml เอง)", "the settings file (else saraban-check.toml is looked for)"
            ),
            heading=GENERAL,
            variable=CONFIG_VARIABLE,
        ),
    ] = None
    lang: Annotated[
        Literal["th", "en"],
        Option("--lang", help=Text("ภาษาของข้อความ", "language of messages"), heading=GENERAL, setting="lang"),
    ] = "th"
    color: Annotated[Color, Option("--color", help=Text("สี", "colours"), heading=GENERAL, setting="color")] = "auto"
    ascii: Annotated[
        bool,
        Option(
            "--ascii/--no-ascii",
            help=Text("เครื่องหมายและเส้นบนจอเป็น ASCII (/ x - ->)", "signs and lines of screens in ASCII (/ x - ->)"),
            heading=GENERAL,
            setting="ascii",
        ),
    ] = False
    quiet: Annotated[
        bool,
        Option("-q", "--quiet", help=Text("ไม่แสดงข้อความประกอบ", "no messages besides the result"), heading=GENERAL),
    ] = False
    verbose: Annotated[
        bool,
        Option(
            "-v",
            "--verbose",
            help=Text("แสดงรายละเอียดเมื่อเกิดข้อผิดพลาดภายใน", "details of an internal error"),
            heading=GENERAL,
        ),
    ] = False

"""Options of `bounces`: to whom mail was sent, and what is written."""

from pathlib import Path
from typing import Annotated, NamedTuple

from ...formats import Result
from ...model.text import Text
from .declaring import INPUT, Option, Requiring
from .evidence import CircularOptions
from .formats import SentFormat, files_option
from .output import FORMAT, Force, Limit


class SentOptions(NamedTuple):
    """To whom mail was sent, and how what came back is taken."""

    list_: Annotated[
        Path | None,
        Option(
            "--for",
            metavar=Text("รายชื่อ", "LIST"),
            help=Text(
                "รายชื่อหน่วยงาน (XLSX, CSV) ที่ส่งอีเมลถึง เพื่อบอกผลของแต่ละแห่ง",
                "the list of agencies (XLSX, CSV) that mail was sent to, to tell what is known of each",
            ),
            heading=INPUT,
        ),
    ] = None
    circular: Annotated[CircularOptions, Requiring(("list_",), ("sent_all",))] = CircularOptions()


class OutputOptions(NamedTuple):
    """What is written."""

    limit: Limit = 10
    format_: Annotated[SentFormat, FORMAT] = "screen"
    output: Annotated[list[str] | None, files_option(Result.BOUNCES)] = None
    force: Force = False

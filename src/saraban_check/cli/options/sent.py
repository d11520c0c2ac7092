"""Options of `bounces`: to whom mail was sent, and what is written."""

from pathlib import Path
from typing import Annotated, NamedTuple

from ...formats import Result
from ...model.text import Text
from .declaring import EVIDENCE, INPUT, Option
from .output import FORMAT, Limit, SentFormat, files_option


class SentOptions(NamedTuple):
    """To whom mail was sent, and when."""

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
    sent_all: Annotated[
        bool,
        Option(
            "--sent-all",
            help=Text(
                "ส่งครบทุกแห่งและพ้นเวลารอแล้ว: แห่งที่ไม่มีอีเมลตีกลับถือว่าส่งได้",
                "all were sent and the waiting time is over: no bounce counts as delivered",
            ),
            heading=EVIDENCE,
        ),
    ] = False
    since: Annotated[
        str | None,
        Option(
            "--since",
            metavar=Text("วันที่", "DATE"),
            help=Text(
                "ไม่นับรายงานที่ลงวันที่ก่อนวันนี้ เช่น วันที่ส่งหนังสือเวียน 1/11/2569 (ที่ไม่มีวันที่ยังนับ)",
                "leave out reports dated before this day, such as when the circular was sent (undated ones stay)",
            ),
            heading=EVIDENCE,
        ),
    ] = None


class OutputOptions(NamedTuple):
    """What is written."""

    limit: Limit = 10
    format_: Annotated[SentFormat, FORMAT] = "screen"
    output: Annotated[list[str] | None, files_option(Result.BOUNCES)] = None

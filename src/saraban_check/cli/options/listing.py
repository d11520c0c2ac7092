"""Options of `classify`: what the screen lists, and what is written."""

from enum import Enum
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from ...formats import Result
from ...model.text import Text
from .declaring import LISTED, OUTPUT, Option
from .output import FORMAT, Limit, ListFormat, files_option
from .paper import PaperOptions


class SplitBy(Enum):
    PROVINCE = "province"


class ListedOptions(NamedTuple):
    """What the screen lists, or counts."""

    by: Annotated[
        Literal["province", "kind", "group", "rule"] | None,
        Option(
            "--by",
            help=Text("ตารางแยกตามจังหวัด ประเภท กลุ่ม หรือเหตุผล", "a table by province, kind, group or rule"),
            heading=LISTED,
        ),
    ] = None
    suggest_upgrades: Annotated[
        bool,
        Option(
            "--suggest-upgrades",
            help=Text("แสดงหน่วยงานที่น่าจะยกฐานะแล้ว (กลุ่ม W)", "list the agencies that were probably upgraded (W)"),
            heading=LISTED,
        ),
    ] = False
    only: Annotated[
        str | None,
        Option(
            "--only",
            metavar=Text("กลุ่ม,…", "GROUP,…"),
            help=Text("แสดงเฉพาะกลุ่ม เช่น B,C", "list only these groups, such as B,C"),
            heading=LISTED,
        ),
    ] = None
    province: Annotated[
        str | None,
        Option(
            "--province",
            metavar=Text("จังหวัด", "PROVINCE"),
            help=Text("แสดงเฉพาะจังหวัด", "list only this province"),
            heading=LISTED,
        ),
    ] = None
    limit: Limit = 10


class OutputOptions(NamedTuple):
    """What is written."""

    format_: Annotated[ListFormat, FORMAT] = "screen"
    output: Annotated[list[str] | None, files_option(Result.CLASSIFY)] = None
    mark: Annotated[
        Path | None,
        Option(
            "--mark",
            metavar=Text("ไฟล์.xlsx", "FILE.xlsx"),
            help=Text(
                "สำเนาสมุดงานต้นทาง เติมผลด้านขวา ระบายสีและใส่ความเห็นในเซลล์ที่ผิด",
                "a copy of your workbook: our columns at its right, wrong cells coloured and commented",
            ),
            heading=OUTPUT,
        ),
    ] = None
    split: Annotated[
        tuple[SplitBy, Path] | None,
        Option(
            "--split",
            metavar=Text("province โฟลเดอร์", "province FOLDER"),
            help=Text("สมุดงานรายงานแยกจังหวัดละไฟล์", "a report workbook for each province"),
            heading=OUTPUT,
        ),
    ] = None
    paper: PaperOptions = PaperOptions()

"""Options of `classify`: what the screen lists, and what is written."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from ...formats import Result
from ...model.text import Text
from .declaring import LISTED, OUTPUT, Option
from .formats import ListFormat, files_option
from .output import FORMAT, Force, Limit
from .paper import PaperOptions

if TYPE_CHECKING:
    from ...checks.narrowing import Narrowing

_BY = Text("หัวคอลัมน์", "HEADING")


PROVINCE = Option(
    "--province",
    metavar=Text("จังหวัด", "PROVINCE"),
    help=Text("ทุกอย่างเฉพาะจังหวัดนี้ ทั้งจอและไฟล์", "this province only, on the screen and in all files"),
    heading=LISTED,
)


class PartOptions(NamedTuple):
    """The part of the list that all of the run is of."""

    province: Annotated[str | None, PROVINCE] = None
    where: Annotated[
        list[str] | None,
        Option(
            "--where",
            metavar=Text("หัวคอลัมน์=ค่า", "HEADING=VALUE"),
            help=Text(
                "ทุกอย่างเฉพาะหน่วยงานที่คอลัมน์นี้มีค่านี้ (ใช้ซ้ำได้: หัวเดียวกันมีค่าใดก็ได้ ต่างหัวต้องตรงทุกหัว) "
                "หรือ kind group rule form provider",
                "the agencies with this value in this column only (may be repeated: any of the values of one heading, "
                "and all headings); or kind, group, rule, form, provider",
            ),
            heading=LISTED,
        ),
    ] = None

    def values(self, *, keeps_keys: bool = False) -> "Narrowing | None":
        """None for the whole list. Raises RequestError for what is no condition."""
        if self.province is None and not self.where:
            return None
        from ...checks.narrowing import Narrowing

        return Narrowing(self.province, self.where or (), keeps_keys=keeps_keys)


class ListedOptions(NamedTuple):
    """The part that is looked at; of that, what the screen lists, or counts."""

    part: PartOptions = PartOptions()
    by: Annotated[
        str | None,
        Option(
            "--by",
            metavar=_BY,
            help=Text(
                "ตารางแยกตามคอลัมน์ใดก็ได้ของรายชื่อ หรือ province kind group rule form provider",
                "a table by any column of the list, or by province, kind, group, rule, form, provider",
            ),
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
            help=Text("แสดงบนจอเฉพาะกลุ่ม เช่น B,C", "list only these groups on the screen, such as B,C"),
            heading=LISTED,
        ),
    ] = None
    limit: Limit = 10
    jobs: Annotated[
        Literal["1", "2"],
        Option(
            "--jobs",
            help=Text(
                "รายชื่อ CSV ยาวเกินราว 100,000 แถวใช้สองโปรเซสช่วยกันตรวจ ใส่ 1 ให้ใช้โปรเซสเดียว (ผลเหมือนกัน)",
                "a CSV of more than some 100,000 rows is judged by two processes; 1: by one (the result is the same)",
            ),
            heading=LISTED,
        ),
    ] = "2"


class OutputOptions(NamedTuple):
    """What is written."""

    format_: Annotated[ListFormat, FORMAT] = "screen"
    output: Annotated[list[str] | None, files_option(Result.CLASSIFY)] = None
    force: Force = False
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
        tuple[str, Path] | None,
        Option(
            "--split",
            metavar=Text("หัวคอลัมน์ โฟลเดอร์", "HEADING FOLDER"),
            help=Text(
                "สมุดงานรายงานแยกไฟล์ตามคอลัมน์ (เช่นเดียวกับ --by) เช่น province โฟลเดอร์",
                "a report workbook for each value of a column (as --by), such as province FOLDER",
            ),
            heading=OUTPUT,
        ),
    ] = None
    clean: Annotated[
        bool,
        Option(
            "--clean",
            help=Text(
                "ย้ายสมุดงานของ --split จากรอบก่อนที่รอบนี้ไม่ได้เขียนไปไว้ในโฟลเดอร์ “รอบก่อน” (ไม่ลบ)",
                "move workbooks of --split from earlier rounds, which this one did not write, into a folder beside",
            ),
            heading=OUTPUT,
            needs="split",
        ),
    ] = False
    paper: PaperOptions = PaperOptions()

"""Options that say how a list is read and judged; and the values that go inward."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from ...intake.headings import read_mapping, read_required
from ...intake.limits import read_limits
from ...intake.options import ListOptions
from ...model.text import Text
from ..configured import named_by, policy
from .days import as_of_day, as_of_option
from .declaring import EVIDENCE, INPUT, Argument, Option
from .registry import RegistryOptions

if TYPE_CHECKING:
    from ...checks.judging import Judging

LIST = Argument(Text("ไฟล์", "FILE"), Text("รายชื่อหน่วยงาน (XLSX, CSV) หรือ -", "the list of agencies (XLSX, CSV), or -"))

Sheet = Annotated[
    str | None,
    Option(
        "--sheet",
        metavar=Text("ชื่อ", "NAME"),
        help=Text("แผ่นงานที่จะอ่าน (ชื่อ หรือลำดับ)", "the sheet to read (name or number)"),
        heading=INPUT,
        setting="sheet",
    ),
]


class ReadingOptions(NamedTuple):
    """How a list is read."""

    sheet: Sheet = None
    map_: Annotated[
        list[str] | None,
        Option(
            "--map",
            metavar=Text("ช่อง=หัวคอลัมน์", "FIELD=HEADING"),
            help=Text(
                'บอกว่าคอลัมน์ใดคือช่องใด เช่น address="อีเมล์ใหม่"', 'which column holds a field, such as address="New mail"'
            ),
            heading=INPUT,
            setting="columns",
            variable="",
        ),
    ] = None
    require: Annotated[
        str | None,
        Option(
            "--require",
            metavar=Text("ช่อง,…", "FIELD,…"),
            help=Text(
                "ออกด้วยรหัส 2 เมื่อไม่มีคอลัมน์ของช่องเหล่านี้ เช่น code,province",
                "exit code 2 if there is no column for one of these fields, such as code,province",
            ),
            heading=INPUT,
            setting="require",
        ),
    ] = None
    encoding: Annotated[
        str | None,
        Option(
            "--encoding",
            metavar=Text("ชื่อ", "NAME"),
            help=Text("การเข้ารหัสของ CSV เช่น cp874", "encoding of a CSV, such as cp874"),
            heading=INPUT,
            setting="encoding",
        ),
    ] = None
    as_of: Annotated[
        str | None,
        as_of_option(
            Text(
                "วันที่ของข้อมูลในรายชื่อ เช่น 17/2/2569 (ปกติอ่านจาก “ข้อมูล ณ วันที่ …” เหนือหัวตาราง)",
                "the day that the list's data are of, such as 2026-02-17 (else read from a line above the header)",
            ),
            INPUT,
        ),
    ] = None
    max_: Annotated[
        list[str] | None,
        Option(
            "--max",
            metavar=Text("ชื่อ=จำนวน", "NAME=NUMBER"),
            help=Text("เพิ่มขีดจำกัด เช่น file-mb=300", "raise a limit, such as file-mb=300"),
            heading=INPUT,
            setting="max",
        ),
    ] = None

    def values(self) -> ListOptions:
        """What goes inward. Raises RequestError where an option cannot be read."""
        required = () if self.require is None else read_required(self.require)
        limits = read_limits(self.max_ or [])
        mapping, as_of = read_mapping(self.map_ or []), as_of_day(self.as_of)
        return ListOptions(self.sheet, mapping, self.encoding, limits, required=required, as_of=as_of)


class JudgingOptions(NamedTuple):
    """What agencies are judged by, besides the settings' own additions."""

    table: Annotated[
        Path | None,
        Option(
            "--table",
            metavar=Text("ไฟล์", "FILE"),
            help=Text("ตารางกลุ่มของผู้ใช้ (CSV)", "a group table of your own (CSV)"),
            heading=INPUT,
            setting="table",
        ),
    ] = None
    table_mode: Annotated[
        Literal["extend", "replace"],
        Option(
            "--table-mode",
            help=Text("เพิ่มจากตารางที่เผยแพร่ หรือแทนทั้งตาราง", "extend the published table, or replace it"),
            heading=INPUT,
            setting="table-mode",
            needs="table",
        ),
    ] = "extend"
    registry: RegistryOptions = RegistryOptions()
    assume: Annotated[
        Literal["delivered", "failed"] | None,
        Option(
            "--assume",
            help=Text("สถานะการส่งที่ไม่ทราบ ให้นับเป็นอะไร", "what unknown delivery counts as"),
            heading=EVIDENCE,
            setting="assume",
        ),
    ] = None

    def values(self) -> "Judging":
        """What goes inward. Raises InputError where the table or the registry cannot be used."""
        from ...checks.judging import Judging

        groups = None
        if self.table is not None:
            from ...grouping.own_table import load_group_table

            with named_by("--table"):
                groups = load_group_table(self.table, replace=self.table_mode == "replace")
        return Judging(groups, policy(), self.registry.load(), self.assume)

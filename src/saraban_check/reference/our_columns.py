"""The columns that we add to a list: what they are headed, and how wide they are on a sheet.

They are declared here, for whoever reads a list must know them again; `report/our_cells.py` fills them.
"""

from typing import Annotated, NamedTuple, get_type_hints

from ..model.text import Text


class OurColumn(NamedTuple):
    """A heading, and a width in characters."""

    heading: Text
    width: float


class OurCells(NamedTuple):
    """Our cells of one row, in the order of the columns.

    `group` is a group's name, or what stands for having none; `possible` is blank where the group is known, `issued`
    where there is nothing to compare, `registered` where there is no registry, `delivery` where it is not known or
    stands in the row; `row`, the last, is the row's number in the source file. What several lines tell is separated by
    line feeds. A row that is no agency has a group that is none and a reason; all else is blank.
    """

    group: Annotated[str, OurColumn(Text("กลุ่ม", "Group"), 14)]
    possible: Annotated[str, OurColumn(Text("กลุ่มที่ยังเป็นไปได้", "Groups that remain possible"), 16)] = ""
    correct: Annotated[str, OurColumn(Text("อีเมลถูกต้อง", "Address correct"), 12)] = ""
    reasons: Annotated[str, OurColumn(Text("เหตุผล", "Reasons"), 48)] = ""
    codes: Annotated[str, OurColumn(Text("รหัสเหตุผล", "Reason codes"), 16)] = ""
    issued: Annotated[str, OurColumn(Text("เทียบกับอีเมลที่ออกให้", "Same as issued"), 14)] = ""
    suggested: Annotated[
        str,
        OurColumn(
            Text("ที่อยู่ที่แนะนำ (ยืนยันกับผู้ให้บริการก่อนใช้)", "Suggested address (confirm with the provider before use)"), 34
        ),
    ] = ""
    steps: Annotated[str, OurColumn(Text("สิ่งที่ต้องทำ", "What to do"), 50)] = ""
    province: Annotated[str, OurColumn(Text("จังหวัด (ที่อ่านได้)", "Province (as read)"), 18)] = ""
    registered: Annotated[str, OurColumn(Text("ในทะเบียน อปท.", "In the registry"), 40)] = ""
    delivery: Annotated[str, OurColumn(Text("หลักฐานว่าส่งถึงหรือไม่", "Evidence whether mail arrives"), 30)] = ""
    row: Annotated[int, OurColumn(Text("แถวในไฟล์ต้นทาง", "Row in the source file"), 11)] = 0


OUR_COLUMNS: dict[str, OurColumn] = {
    name: hint.__metadata__[0] for name, hint in get_type_hints(OurCells, include_extras=True).items()
}
OUR_HEADINGS = tuple(column.heading for column in OUR_COLUMNS.values())

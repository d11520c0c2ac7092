"""The values of a plan: a cell that is changed, a cell that is left, and why."""

from enum import Enum
from typing import NamedTuple

from ..model.text import Text
from ..model.verdict import Origin


class ChangeKind(Enum):
    """What is done to a cell; the value says it to the user. All but `SUGGESTED` leave what the cell means."""

    CLEANED = Text("ทำความสะอาดข้อความ", "text cleaned")
    CASE = Text("เปลี่ยนเป็นตัวพิมพ์เล็ก", "made lower case")
    ZERO = Text("เติมเลข 0 นำหน้ารหัสที่หายไป", "lost zero in front of the code restored")
    CODE_CLEANED = Text("ทำความสะอาดรหัส", "code cleaned")
    SUGGESTED = Text("ใช้ที่อยู่ที่แนะนำ", "suggested address used")


class Obstacle(Enum):
    """Why a cell is left as it is; the value says it to the user."""

    DAMAGED = Text(
        "จำนวนเซลล์ในแถวไม่ตรงกับหัวตาราง แก้แถวนี้ก่อน",
        "the row has another number of cells than the header; mend the row first",
    )
    UNREADABLE = Text(
        "เซลล์เป็นค่าผิดพลาด หรือเป็นสูตรที่ไม่มีผลลัพธ์เก็บไว้ แก้ใน Excel",
        "an error value, or a formula without a stored result; mend it in Excel",
    )
    FORMULA = Text("ค่ามาจากสูตร แก้ที่สูตรหรือที่เซลล์ต้นทาง", "the value comes from a formula; mend that, or what it refers to")
    MERGED = Text("เซลล์ผสานข้ามหลายแถว แก้เองใน Excel", "the cell is merged over several rows; mend it in Excel")
    SPECIAL = Text("เซลล์มีข้อมูลพิเศษของ Excel ที่จะหายไป แก้เองใน Excel", "the cell holds linked data, which would be lost")
    SEVERAL = Text("มีหลายที่อยู่ในเซลล์เดียว เหลือไว้เพียงที่อยู่กลาง", "several addresses in the cell; keep the central one only")
    OTHER_TEXT = Text(
        "มีข้อความอื่นในเซลล์ ซึ่งการแก้จะลบทิ้ง ย้ายไปช่องอื่นก่อน", "it holds other text, which mending would drop; move it first"
    )
    NO_ADDRESS = Text("ยังไม่เป็นที่อยู่อีเมลแม้ทำความสะอาดแล้ว พิมพ์ใหม่", "no address even when cleaned; type it again")
    BLANK = Text(
        "ไม่มีที่อยู่ จึงไม่เติมให้ เพราะหน่วยงานไม่ได้ระบุไว้เอง ที่อยู่ที่เป็นไปได้: {addresses}",
        "there is no address, and none is filled in that the agency did not state; possible: {addresses}",
    )
    AMBIGUOUS = Text(
        "มีที่อยู่ที่แนะนำมากกว่าหนึ่ง เลือกเอง: {addresses}", "more than one address is suggested; choose: {addresses}"
    )
    NEAR = Text(
        "ชื่อเพียงใกล้เคียงกับในทะเบียน ({score}) ตรวจว่าเป็นหน่วยงานเดียวกันก่อนใช้: {addresses}",
        "the name is only near one of the registry ({score}); see that it is the same agency first: {addresses}",
    )
    TAKEN = Text(
        "ที่อยู่ที่แนะนำซ้ำกับแถว {rows} ตรวจรหัสและชื่อของทั้งสองแถว: {addresses}",
        "the suggested address would stand in row {rows} too; check the codes and names of both: {addresses}",
    )
    LINK = Text(
        "ลิงก์ในเซลล์ยังชี้ไปที่ {target} แก้ลิงก์เองใน Excel",
        "the link behind the cell still leads to {target}; mend it in Excel",
    )


class CellChange(NamedTuple):
    """A cell to be changed: its row (1 = first), its column (0 = A), the field, and its texts before and after.

    `why` says what was done; `origin` is where a suggested address came from, None for what is safe.
    """

    row: int
    column: int
    field: str
    before: str
    after: str
    kinds: tuple[ChangeKind, ...]
    why: Text
    origin: Origin | None = None

    @property
    def safe(self) -> bool:
        """Whether the cell still says what it said."""
        return self.origin is None


class NotChanged(NamedTuple):
    """A cell that somebody should look at: where it is (`column` is None for a whole row), what stands there, and
    why it is left (for a link, only the cell's text was changed)."""

    row: int
    column: int | None
    field: str
    found: str
    obstacle: Obstacle
    why: Text


class FixPlan(NamedTuple):
    """What is to be changed in a list, and what is not, both in the order of rows and columns.

    Each change names its row (1 = first), its column (0 = A), the cell's text before and after, and why; so does each
    cell that is left. `unsafe`: suggested addresses take the place of incorrect ones.
    """

    changes: tuple[CellChange, ...]
    not_changed: tuple[NotChanged, ...]
    unsafe: bool = False


def in_order(found: "NotChanged | CellChange") -> tuple[int, int]:
    """By row and column, a whole row before its cells."""
    return found.row, -1 if found.column is None else found.column

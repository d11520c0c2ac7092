"""The error of a list without agencies."""

from ..model.errors import InputError
from ..model.text import Text

_NO_ROWS = Text(
    "{file}: ไม่มีแถวข้อมูลใต้หัวตาราง (แถว {row}) จึงไม่มีอะไรให้ตรวจ",
    "{file}: there are no rows below the header (row {row}), so there is nothing to check",
)
_NO_AGENCIES = Text(
    "{file}: ใต้หัวตาราง (แถว {row}) ไม่มีหน่วยงาน มีแต่ยอดรวม หมายเหตุ หรือหัวตารางซ้ำ {count} แถว จึงไม่มีอะไรให้ตรวจ",
    "{file}: below the header (row {row}) there are no agencies, but {count} rows of totals, notes or the header "
    "again, so there is nothing to check",
)


def no_agencies(file: str, header_row: int, set_aside: int) -> InputError:
    """The error of a list without agencies, below whose header so many rows are none."""
    return InputError(_NO_AGENCIES if set_aside else _NO_ROWS, file=file, row=header_row, count=f"{set_aside:,}")

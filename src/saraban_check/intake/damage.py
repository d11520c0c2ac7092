"""The refusals of workbooks that cannot be opened."""

from ..model.errors import InputError
from ..model.text import Text

_DAMAGED = Text(
    "{file}: ไฟล์สมุดงานเสียหายหรือไม่ครบ ({reason}) เปิดใน Excel แล้วบันทึกใหม่",
    "{file}: the workbook is damaged or incomplete ({reason}); open it in Excel and save it again",
)
_ENCRYPTED = Text(
    "{file}: สมุดงานมีรหัสผ่าน ถอดรหัสผ่านใน Excel แล้วบันทึกใหม่",
    "{file}: the workbook is protected by a password; remove it in Excel and save again",
)


def damaged(file: str, reason: object) -> InputError:
    """The error for a workbook that is not whole; of what a library says the first line is enough."""
    return InputError(_DAMAGED, file=file, reason=str(reason).strip().partition("\n")[0][:120] or "?")


def encrypted(file: str) -> InputError:
    """The error for a workbook with a password."""
    return InputError(_ENCRYPTED, file=file)

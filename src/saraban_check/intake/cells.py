"""What people wrote in a cell becomes a value (SPEC section 5). What cannot be read is unknown, never a guess."""

import datetime
from typing import Any, NamedTuple

from ..address.characters import tidy_characters
from ..address.codes import is_eight_digits, is_possible, restore_zero
from ..model.delivery import Delivery
from ..reference.words import words


class YesNo(NamedTuple):
    """`value` is None where unknown; `understood` is False where the cell held something unreadable."""

    value: bool | None
    understood: bool = True


class DeliveryCell(NamedTuple):
    value: Delivery
    understood: bool = True


class NoticeCell(NamedTuple):
    """What the joint column of the published table says of notice, posting and stated address."""

    both: bool | None = None
    notice: bool | None = None
    posted: bool | None = None
    states_address: bool | None = None
    understood: bool = True


def as_text(value: Any) -> str:
    """A workbook's cell as text: whole numbers without `.0`, dates as ISO 8601, nothing as ''."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    return str(value)


def is_cell_error(text: str) -> bool:
    """Whether a cell holds a spreadsheet's own error, such as #REF!."""
    return text.startswith("#") and words("cell_error").part(text.strip())


def read_yes_no(cell: str) -> YesNo:
    """A yes/no cell; blank is unknown, not no."""
    text = tidy_characters(cell).strip()
    if not text or text in ("-", "–"):
        return YesNo(None)
    if words("unknown").whole(text) or words("unknown").part(text):
        return YesNo(None, understood=False)
    yes, no = words("yes"), words("no")
    if yes.whole(text):
        return YesNo(True)
    if no.whole(text) or no.part(text):
        return YesNo(False)
    return YesNo(_leading_mark(text)) if _leading_mark(text) is not None else YesNo(None, understood=False)


def _leading_mark(text: str) -> bool | None:
    """`✗ (…)` and `✓ 12 ม.ค.`: the mark in front decides."""
    if text[0] in "✓✔☑√✅":
        return True
    if text[0] in "✗✘✕×❌☒":
        return False
    return None


def read_upgraded(cell: str) -> YesNo:
    """The upgrade (ยกฐานะ) cell: any text that begins with ยกฐานะ is yes, and blank is no."""
    text = tidy_characters(cell).strip()
    if words("none").whole(text) or words("not_upgraded").whole(text) or words("not_upgraded").part(text):
        return YesNo(False)
    if words("upgraded").part(text):
        return YesNo(True)
    return read_yes_no(text)


def read_delivery(cell: str) -> DeliveryCell:
    """A delivery cell (สถานะการส่งอีเมล); a full mailbox comes before any other failure."""
    text = tidy_characters(cell).strip()
    if not text or text in ("-", "–"):
        return DeliveryCell(Delivery.UNKNOWN)
    if words("delivered").whole(text):
        return DeliveryCell(Delivery.DELIVERED)
    if words("full").part(text):
        return DeliveryCell(Delivery.FULL)
    if words("failed").whole(text) or words("failed").part(text):
        return DeliveryCell(Delivery.FAILED)
    if words("delivered").part(text):
        return DeliveryCell(Delivery.DELIVERED)
    mark = _leading_mark(text)
    if mark is None:
        return DeliveryCell(Delivery.UNKNOWN, understood=False)
    return DeliveryCell(Delivery.DELIVERED if mark else Delivery.FAILED)


def read_notice(cell: str) -> NoticeCell:
    """The notice cell; with a reason in words, it says more than yes or no (`✗ (ไม่ระบุอีเมลในประกาศฯ)`)."""
    text = tidy_characters(cell).strip()
    if words("no_notice").part(text):
        return NoticeCell(notice=False)
    if words("not_posted").part(text):
        return NoticeCell(notice=True, posted=False)
    if words("none_stated").part(text):
        return NoticeCell(notice=True, states_address=False)
    said = read_yes_no(text)
    return NoticeCell(notice=said.value, understood=said.understood)


def read_notice_and_posted(cell: str) -> NoticeCell:
    """The joint cell of the published table: ✓, or ✗ with its reason in brackets, or a bare ✗."""
    text = tidy_characters(cell).strip()
    if words("no_notice").part(text):
        return NoticeCell(both=False, notice=False)
    if words("not_posted").part(text):
        return NoticeCell(both=False, notice=True, posted=False)
    if words("none_stated").part(text):
        return NoticeCell(notice=True, posted=True, states_address=False)
    said = read_yes_no(text)
    if said.value:
        return NoticeCell(both=True, notice=True, posted=True)
    return NoticeCell(both=said.value, understood=said.understood)


class CodeCell(NamedTuple):
    value: str | None
    understood: bool = True


def read_code(cell: str) -> CodeCell:
    """A code column: 8 digits; a lost leading zero is restored, for spreadsheets store codes as numbers."""
    text = tidy_characters(cell).strip().strip("'’‘").replace(" ", "").replace("-", "")
    text = text.removesuffix(".0")
    if not text or words("none").whole(cell.strip()):
        return CodeCell(None)
    code = text if is_eight_digits(text) else restore_zero(text)
    if code is None or not is_possible(code):
        return CodeCell(None, understood=False)
    return CodeCell(code)

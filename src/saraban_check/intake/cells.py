"""What people wrote in a cell becomes a value (decisions: Lists). What cannot be read is unknown, never a guess."""

import datetime
from typing import Any, NamedTuple

from ..address.characters import tidy_characters
from ..address.codes import is_eight_digits, is_possible, restore_zero
from ..model.delivery import Delivery
from ..reference.words import words
from .delivery_cells import read_delivered
from .notice_cells import Said, read_status


class YesNo(NamedTuple):
    """`value` is None where unknown; `understood` is False where the cell held something unreadable.

    `under_way`: it is no because it is not done yet, and the cell says that it is being done.
    """

    value: bool | None
    understood: bool = True
    under_way: bool = False


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
    under_way: bool = False


def as_text(value: Any) -> str:
    """A workbook's cell as text: whole numbers without `.0`, dates as ISO 8601, nothing as ''."""
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else str(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    return str(value)


def is_cell_error(text: str) -> bool:
    """Whether a cell holds a spreadsheet's own error, such as #REF!."""
    return text.startswith("#") and words("cell_error").part(text.strip())


_YES = frozenset({Said.YES, Said.POSTING, Said.BOTH})
_NO = frozenset({Said.NO, Said.NOT_YET, Said.NO_NOTICE, Said.NO_NOTICE_YET})
_NOT_THERE = frozenset({Said.NOT_POSTED, Said.NOT_PUT_UP, Said.NOT_POSTED_YET, Said.NOT_IN_SYSTEM})
_UNDER_WAY = frozenset({Said.NOT_YET, Said.NO_NOTICE_YET, Said.NOT_POSTED_YET})


def read_yes_no(cell: str) -> YesNo:
    """The cell of the posting in info.go.th; blank is unknown, not no."""
    said = read_status(cell)
    if said in _YES:
        return YesNo(True)
    if said in _NO or said in _NOT_THERE:
        return YesNo(False, under_way=said in _UNDER_WAY)
    return YesNo(None, understood=said is Said.NOTHING)


def is_answer(text: str) -> bool:
    """Whether a text answers what a status column asks: the readers of a notice or of a delivery understand it."""
    if read_status(text) not in (Said.NOTHING, Said.UNCLEAR) or words("upgraded").part(text.strip()):
        return True
    return read_delivered(text) not in (None, Delivery.UNKNOWN)


def read_upgraded(cell: str) -> YesNo:
    """The upgrade (ยกฐานะ) cell: any text that begins with ยกฐานะ is yes, and blank is no."""
    text = tidy_characters(cell).strip()
    if words("none").whole(text) or words("not_upgraded").whole(text) or words("not_upgraded").part(text):
        return YesNo(False)
    if words("upgraded").part(text):
        return YesNo(True)
    said = read_status(cell)
    value = {Said.YES: True, Said.NO: False}.get(said)
    return YesNo(value, understood=value is not None or said is Said.NOTHING)


def read_delivery(cell: str) -> DeliveryCell:
    """A delivery cell (สถานะการส่งอีเมล); a full mailbox comes before any other failure."""
    said = read_delivered(cell)
    return DeliveryCell(Delivery.UNKNOWN, understood=False) if said is None else DeliveryCell(said)


def read_notice(cell: str) -> NoticeCell:
    """The notice cell; with a reason in words, it says more than yes or no (`✗ (ไม่ระบุอีเมลในประกาศฯ)`)."""
    said = read_status(cell)
    if said in _YES or said is Said.NOTICE:
        return NoticeCell(notice=True)
    if said in _NO:
        return NoticeCell(notice=False, under_way=said in _UNDER_WAY)
    if said is Said.NOT_POSTED:
        return NoticeCell(notice=True, posted=False)
    if said is Said.NONE_STATED:
        return NoticeCell(notice=True, states_address=False)
    return NoticeCell(understood=said is Said.NOTHING)


def read_notice_and_posted(cell: str) -> NoticeCell:
    """The joint cell of the published table: ✓, or ✗ with its reason in brackets, or a bare ✗."""
    said = read_status(cell)
    if said in _YES:
        return NoticeCell(both=True, notice=True, posted=True)
    if said is Said.NOTICE:
        return NoticeCell(notice=True, understood=False)
    if said in (Said.NO_NOTICE, Said.NO_NOTICE_YET):
        return NoticeCell(both=False, notice=False, under_way=said in _UNDER_WAY)
    if said is Said.NOT_POSTED:  # of the system, so there is something to put into it
        return NoticeCell(both=False, notice=True, posted=False)
    if said is Said.NONE_STATED:
        return NoticeCell(notice=True, posted=True, states_address=False)
    if said in _NO or said in _NOT_THERE:
        return NoticeCell(both=False, under_way=said in _UNDER_WAY)
    return NoticeCell(understood=said is Said.NOTHING)


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

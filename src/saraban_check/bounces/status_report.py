"""Delivery status notifications: one report for each recipient (RFC 3464; RFC 6533 for addresses beyond ASCII)."""

import re
from collections.abc import Iterator
from datetime import datetime

from ..model.delivery import DeliveryReport, MailStatus
from .addresses import typed_address
from .codes import find_codes, prefer, read_status
from .decoding import read_date
from .diagnostics import diagnostic
from .judging import judge_action
from .mime import Headers, Part, without_cut_value
from .reasons import Reason

STATUS_TYPES = ("message/delivery-status", "message/global-delivery-status")
_GROUP_END = re.compile(rb"\n[ \t]*\r?\n\s*")
_WHOSE = ("original-recipient", "final-recipient", "x-actual-recipient")
_ABOUT = (*_WHOSE[:2], "action", "status", "diagnostic-code")


def read_status_part(part: Part, date: datetime | None, text: str) -> Iterator[DeliveryReport]:
    """A report for each group of fields about a recipient, in order.

    `date` is the mail's own, for want of a `Last-Attempt-Date`: the day on which it was known. `Arrival-Date` is
    when the circular was sent, so it is not taken. `text` is what stands beside for people to read, empty where it
    is not about this recipient alone; it counts where the fields say no more than a class. Of groups that name no
    recipient the first stands for all, as nothing would tell them apart.
    """
    content = part.content
    if not part.is_whole:
        content = without_cut_value(content)
    groups = list(_groups(content))
    for group in groups:
        yield _read_group(group, date, text if len(groups) == 1 else "")


def _groups(content: bytes) -> Iterator[Headers]:
    """The groups about a recipient: each that names one, and the first of those that do not."""
    nameless = False
    for piece in _pieces(content.replace(b"\r\n", b"\n").strip()):
        if not (may_name := b"recipient" in piece.lower()) and nameless:
            continue
        group = Headers(piece)
        if may_name and any(name in group for name in _WHOSE):
            yield group
        elif not nameless and any(name in group for name in _ABOUT):
            nameless = True
            yield group


def _pieces(content: bytes) -> Iterator[bytes]:
    start = 0
    for end in _GROUP_END.finditer(content):
        yield content[start : end.start()]
        start = end.end()
    yield content[start:]


def _read_group(group: Headers, date: datetime | None, text: str) -> DeliveryReport:
    fields = [group.text(name) for name in _WHOSE]
    address = next((found for field in fields if (found := typed_address(field))), "")
    said = " ".join(group.all_text("diagnostic-code"))
    kind, mark, rest = said.partition(";")
    if mark and kind.strip().isascii() and len(kind) < 40 and " " not in kind.strip():
        said = rest.strip()
    status = read_status(group.raw("status"))
    codes = prefer(status, find_codes(said))
    if text and not said and codes.is_general:
        codes = prefer(status, find_codes(text))
    about = f"{said}\n{text}" if codes.is_general else said
    judged = judge_action(group.text("action").lower(), codes, about)
    shown = said or (text if judged.status is not MailStatus.DELIVERED else "")
    reason = judged.reason
    if not address:
        named = any(name in group for name in _WHOSE)
        reason = Reason.NOT_ON_ADDRESS if any(fields) else Reason.CUT_OFF if named else Reason.NO_RECIPIENT
    return DeliveryReport(
        address=address,
        status=judged.status if address else MailStatus.UNKNOWN,
        enhanced_code=codes.enhanced,
        smtp_code=codes.smtp,
        diagnostic=diagnostic(shown or " ".join(filter(None, fields)) if reason else shown, reason),
        date=read_date(group.text("last-attempt-date")) or date,
    )

"""The bytes of one mail become what it is, and what it says of each recipient."""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from ..model.delivery import DeliveryReport, MailStatus
from .decoding import read_date
from .diagnostics import diagnostic
from .free_text import notice_text, read_notice
from .kinds import MailKind, kind_by_headers, kind_by_parts
from .mime import Headers, Part, leaves, split_message
from .reasons import Reason
from .status_report import STATUS_TYPES, read_status_part

MOST_BYTES = 1 << 20
"""What is looked at of one mail. A bounce says what it has to say before the mail that came back."""
_MOST_TEXT = 100_000
_TAG = re.compile(r"<[^<>]*>")
_BREAK = re.compile(r"<(?:br|/p|/div|/tr|/li|/h[1-6])\b[^<>]*>", re.IGNORECASE)
_CUT_ADDRESS = re.compile(r"(?<!\S)\S{0,400}@\S{0,400}\Z")
_RETURNED = ("message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers", "message/partial")


class MailRead(NamedTuple):
    """What a mail is, and its reports: none unless it is a bounce, one at least if it is.

    `cut`: it is a bounce, and longer than what is looked at, before the mail that came back began: there may be
    more recipients than were found.
    """

    kind: MailKind
    reports: list[DeliveryReport]
    cut: bool = False


class _Notice(NamedTuple):
    """The text for people to read; whether it goes on beyond what is looked at; whether the mail ends within it."""

    text: str
    goes_on: bool
    is_whole: bool


def read_message(data: bytes, goes_on: bool = False) -> MailRead:
    """What one mail says; `goes_on` where `data` is only the beginning of it.

    Never raises: what cannot be read is a bounce of which nothing is known, and why.
    """
    try:
        return _read(data[:MOST_BYTES], goes_on or len(data) > MOST_BYTES)
    except Exception as error:
        reason = diagnostic(type(error).__name__, Reason.UNREADABLE)
        return MailRead(MailKind.BOUNCE, [DeliveryReport("", MailStatus.UNKNOWN, diagnostic=reason)])


def _read(data: bytes, goes_on: bool) -> MailRead:
    mail = split_message(data)
    kind = kind_by_headers(mail.headers)
    if kind is not None:
        return MailRead(kind, [])
    parts = list(leaves(mail))
    notice = _notice(parts, goes_on)
    kind = kind_by_parts(mail.headers, parts, notice.text)
    if kind is not MailKind.BOUNCE:
        return MailRead(kind, [])
    return MailRead(kind, list(_reports(mail.headers, parts, notice)), notice.goes_on)


def _reports(headers: Headers, parts: list[Part], notice: _Notice) -> Iterator[DeliveryReport]:
    date = read_date(headers.text("date"))
    status = [part for part in parts if part.headers.content_type in STATUS_TYPES]
    found = [report for part in status for report in read_status_part(part, date, notice.text)]
    if any(report.address for report in found):
        yield from found
        return
    # A status without a recipient says less than the text beside it; a text without one says why, if nobody else did.
    read = list(read_notice(headers, notice.text, date, notice.is_whole))
    yield from found if found and not any(report.address for report in read) else read


def _notice(parts: list[Part], goes_on: bool) -> _Notice:
    """What stands before the mail that came back; plain text rather than HTML."""
    plain: list[str] = []
    marked: list[str] = []
    room = _MOST_TEXT
    is_whole = True
    for part in parts:
        kind = part.headers.content_type
        if kind in _RETURNED:
            goes_on = False
            break
        if kind in ("text/plain", "text/html") and "attachment" not in part.headers.raw("content-disposition").lower():
            piece = part.text(room)
            is_whole = part.is_whole
            if not is_whole and part.body:
                piece = _CUT_ADDRESS.sub("", piece)
            room -= len(piece)
            if kind == "text/plain":
                plain.append(piece)
            else:
                marked.append(_without_markup(piece))
        if room <= 0:
            goes_on = True
            break
    text, has_original = notice_text("\n".join(plain if any(piece.strip() for piece in plain) else marked))
    return _Notice(text, goes_on and not has_original, is_whole or has_original)


def _without_markup(text: str) -> str:
    return html.unescape(_TAG.sub(" ", _BREAK.sub("\n", text)))

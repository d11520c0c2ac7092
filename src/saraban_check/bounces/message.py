"""The bytes of one mail become what it is, and what it says of each recipient."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..model.delivery import DeliveryReport, MailStatus
from .answers import may_answer, read_answer
from .containers import without_blanks
from .decoding import read_date
from .diagnostics import diagnostic
from .free_text import notice_text, read_notice
from .generated_from import generating_addresses
from .mail_kinds import RECEIPT_TYPES, MailKind, kind_by_headers, kind_by_parts
from .markup import without_markup
from .mime import Headers, Part, leaves, split_message
from .reasons import Reason
from .recipient_limit import MOST_RECIPIENTS, Reports, said_of_others
from .status_report import STATUS_TYPES, read_status_part

MOST_BYTES = 1 << 20
"""What is looked at of one mail. A bounce says what it has to say before the mail that came back."""
_MOST_TEXT = 100_000
_CUT_ADDRESS = re.compile(r"(?<!\S)\S{0,400}@[^\s>)\]]{0,400}\Z")
_MAILS = ("message/rfc822", "message/global")
_MARKS_OF_MAILS = (b"message/rfc822", b"message/global", b".eml")
_MOST_FORWARDED = 3
"""How often a bounce may have been handed on as an attachment of an attachment."""
_RETURNED = (*_MAILS, "text/rfc822-headers", "message/global-headers", "message/partial")


class MailRead(NamedTuple):
    """What a mail is, and its reports: one at least of a bounce, one of an answer, none of any other.

    `cut`: it is a bounce, and names more recipients than are reported, or is longer than what is looked at, before
    the mail that came back began, and may name more than were found.
    """

    kind: MailKind
    reports: list[DeliveryReport]
    cut: bool = False


class _Notice(NamedTuple):
    """The text for people to read; whether it goes on beyond what is looked at; whether it was not cut off.

    `letter` is the mail that came back, or its beginning.
    """

    text: str
    goes_on: bool
    is_whole: bool
    letter: Part | None = None


def read_message(data: bytes, goes_on: bool = False) -> MailRead:
    """What one mail says; `goes_on` where `data` is only the beginning of it.

    Never raises: what cannot be read is a bounce of which nothing is known, and why.
    """
    try:
        return _read(data[:MOST_BYTES], goes_on or len(data) > MOST_BYTES)
    except Exception as error:
        reason = diagnostic(type(error).__name__, Reason.UNREADABLE)
        return MailRead(MailKind.BOUNCE, [DeliveryReport("", MailStatus.UNKNOWN, diagnostic=reason)])


def _read(data: bytes, goes_on: bool, depth: int = 0) -> MailRead:
    mail = split_message(without_blanks(data))
    kind = kind_by_headers(mail.headers)
    if kind is not None and not may_answer(kind, mail.headers):
        read = MailRead(kind, [])
    else:
        read = _read_parts(mail, goes_on, kind)
    if depth >= _MOST_FORWARDED or _names_anybody(read) or read.kind not in (MailKind.ORDINARY, MailKind.BOUNCE):
        return read
    body = mail.body.lower()
    if not any(mark in body for mark in _MARKS_OF_MAILS):
        return read if read.kind is MailKind.BOUNCE else MailRead(MailKind.ORDINARY, [])
    attached = _read_attached(mail, goes_on, depth)
    return attached if _names_anybody(attached) or not read.reports else read


def _names_anybody(read: MailRead) -> bool:
    return any(report.address for report in read.reports)


def _read_parts(mail: Part, goes_on: bool, kind: MailKind | None) -> MailRead:
    parts = list(leaves(mail))
    is_single = bool(mail.body) and not (goes_on or mail.headers.content_type.startswith("multipart/"))
    notice = _notice(parts, goes_on, is_single)
    kind = kind or kind_by_parts(mail.headers, parts, notice.text)
    if kind is not MailKind.BOUNCE:
        answer = read_answer(kind, mail.headers, notice.text)
        return MailRead(kind, []) if answer is None else MailRead(MailKind.ANSWER, [answer])
    found, left_out = _reports(mail.headers, parts, notice)
    reports = list(_with_generating(found, notice.text))
    return _bounce(reports, left_out, notice.goes_on)


def _bounce(reports: list[DeliveryReport], left_out: int, cut: bool) -> MailRead:
    if left_out:
        reports.append(said_of_others(left_out))
    return MailRead(MailKind.BOUNCE, reports, cut or left_out > 0)


def _read_attached(mail: Part, goes_on: bool, depth: int) -> MailRead:
    """What the bounces say that are attached to a mail which names no recipient itself; ordinary where none are.

    Somebody handed them on. What came back with a bounce that names its recipient is never read, and the letter that
    came back is no bounce, whatever it says.
    """
    reads = [_read(part.content, goes_on and not part.is_whole, depth + 1) for part in leaves(mail) if _is_mail(part)]
    bounces = [read for read in reads if read.kind is MailKind.BOUNCE]
    reports = [report for read in bounces for report in read.reports]
    if not reports:
        return MailRead(MailKind.ORDINARY, [])
    left_out = max(len(reports) - MOST_RECIPIENTS, 0)
    return _bounce(reports[:MOST_RECIPIENTS], left_out, any(read.cut for read in bounces))


def _is_mail(part: Part) -> bool:
    """Whether a part is a mail, or a file that is called as one."""
    named = (part.headers.raw("content-type") + part.headers.raw("content-disposition")).lower()
    return part.headers.content_type in _MAILS or ".eml" in named


def _reports(headers: Headers, parts: list[Part], notice: _Notice) -> Reports:
    date = read_date(headers.text("date"))
    found: list[DeliveryReport] = []
    left_out = 0
    for part in parts:
        if part.headers.content_type in STATUS_TYPES:
            more = read_status_part(part, date, notice.text, max(MOST_RECIPIENTS - len(found), 0))
            found += more.found
            left_out += more.left_out
    by_status = Reports(found, left_out)
    if by_status.names_anybody:
        return by_status
    # A status without a recipient says less than the text beside it; a text without one says why, if nobody else did.
    by_text = read_notice(headers, notice.text, date, notice.is_whole, notice.letter)
    if by_text.names_anybody:
        return by_text
    rejected = [read_status_part(p, date, notice.text, 1) for p in parts if p.headers.content_type in RECEIPT_TYPES]
    return next((one for one in rejected if one.names_anybody), by_status if found else by_text)


def _with_generating(reports: list[DeliveryReport], text: str) -> Iterator[DeliveryReport]:
    """The reports, and after each that Exim's notice says was `generated from` another address the same for that.

    Mail for an agency that hands it on elsewhere comes back for the elsewhere, which no list knows.
    """
    known = {report.address.casefold() for report in reports}
    whence = generating_addresses(text)
    for report in reports:
        yield report
        origin = whence.get(report.address.casefold(), "")
        if origin and origin.casefold() not in known:
            yield report._replace(address=origin)


def _notice(parts: list[Part], goes_on: bool, is_single: bool) -> _Notice:
    """What stands before the mail that came back; plain text rather than HTML.

    A mail that `is_single` has no boundary that would show that it was cut off: its last line is one without a line
    end as well, only the address that such a line ends in may be half of one.
    """
    plain: list[str] = []
    marked: list[str] = []
    room = _MOST_TEXT
    is_whole, returned = True, None
    for part in parts:
        kind = part.headers.content_type
        if kind in _RETURNED:
            goes_on, returned = False, part
            break
        if kind in ("text/plain", "text/html") and "attachment" not in part.headers.raw("content-disposition").lower():
            piece = part.text(room)
            is_whole = part.is_whole or is_single
            if not part.is_whole and part.body:
                piece = _CUT_ADDRESS.sub("", piece)
            room -= len(piece)
            if kind == "text/plain":
                plain.append(piece)
            else:
                marked.append(without_markup(piece))
        if room <= 0:
            goes_on = True
            break
    text, letter = notice_text("\n".join(plain if any(piece.strip() for piece in plain) else marked))
    if letter is None:
        return _Notice(text, goes_on, is_whole, returned)
    return _Notice(text, False, True, Part(Headers(b""), letter.encode()))

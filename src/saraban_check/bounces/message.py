"""The bytes of one mail become what it is, and what it says of each recipient."""

from collections.abc import Iterator
from typing import NamedTuple

from ..model.delivery import DeliveryReport, MailStatus
from .answers import may_answer, read_answer
from .containers import without_blanks
from .decoding import read_date
from .diagnostics import diagnostic
from .free_text import read_notice
from .generated_from import GENERATED, generating_addresses
from .mail_kinds import RECEIPT_TYPES, MailKind, kind_by_headers, kind_by_text, kind_by_types
from .mime import Headers, Part, leaves, split_message
from .notice import Notice, notice_of
from .reasons import Reason
from .recipient_limit import MOST_RECIPIENTS, Reports, said_of_others
from .status_report import STATUS_TYPES, read_status_part

MOST_BYTES = 1 << 20
"""What is looked at of one mail. A bounce says what it has to say before the mail that came back."""
_MAILS = ("message/rfc822", "message/global")
_MARKS_OF_MAILS = (b"message/rfc822", b"message/global", b".eml")
_MOST_FORWARDED = 3
"""How often a bounce may have been handed on as an attachment of an attachment."""


class MailRead(NamedTuple):
    """What a mail is, and its reports: one at least of a bounce, one of an answer, none of any other.

    `cut`: it is a bounce, and names more recipients than are reported, or is longer than what is looked at, before
    the mail that came back began, and may name more than were found.
    """

    kind: MailKind
    reports: list[DeliveryReport]
    cut: bool = False


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
    notice = notice_of(parts, goes_on, is_single)
    kind = kind or kind_by_types(parts) or kind_by_text(mail.headers, parts, notice.text)
    if kind is not MailKind.BOUNCE:
        answer = read_answer(kind, mail.headers, notice.text)
        return MailRead(kind, []) if answer is None else MailRead(MailKind.ANSWER, [answer])
    found, left_out = _reports(mail.headers, parts, notice)
    reports = list(_with_generating(found, notice.text)) if GENERATED in notice.everything else found
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


def _reports(headers: Headers, parts: list[Part], notice: Notice) -> Reports:
    date = read_date(headers.text("date"))
    found: list[DeliveryReport] = []
    left_out = 0
    for part in parts:
        if part.headers.content_type in STATUS_TYPES:
            more = read_status_part(part, date, notice, max(MOST_RECIPIENTS - len(found), 0))
            found += more.found
            left_out += more.left_out
    by_status = Reports(found, left_out)
    if by_status.names_anybody:
        return by_status
    # A status without a recipient says less than the text beside it; a text without one says why, if nobody else did.
    by_text = read_notice(headers, notice.text, date, notice.is_whole, notice.letter)
    if by_text.names_anybody:
        return by_text
    rejected = [read_status_part(p, date, notice, 1) for p in parts if p.headers.content_type in RECEIPT_TYPES]
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

"""Bounces that only people were meant to read: what was said of each recipient."""

import re
from datetime import datetime

from ..model.delivery import DeliveryReport, MailStatus
from ..reference.mail_words import fold, mail_words
from .addresses import places_in
from .codes import find_codes
from .detectors import Detected
from .diagnostics import diagnostic
from .judging import Judged, Told, ending, judge
from .lines import lines_with
from .local_parts import with_whole_addresses
from .mime import Headers, Part
from .own_lines import own_lines, refuses, without_addresses
from .reasons import Reason
from .recipient_limit import MOST_RECIPIENTS, Reports
from .recipients import find_recipients

_ENOUGH = 20
_LETTER_LINES = 60
_HEADER = re.compile(
    r"(?:(?P<mails>received:[ \t](?:from|by)\b|return-path:|mime-version:|content-type:|dkim-signature:)"
    r"|(?:from|to|cc|subject|date|message-id|reply-to|sender|delivered-to|x-[a-z-]{1,40}):)",
    re.IGNORECASE,
)
"""A header of a mail, and whether a notice does not have it as well, which may list `To:` and `Subject:`."""
_FOOTER = ("--", "-- ")
"""The line above a signature (RFC 3676 section 4.3)."""


def read_notice(headers: Headers, text: str, date: datetime | None, is_whole: bool, letter: Part | None) -> Reports:
    """A report for each recipient that the notice names; one without an address where it names none.

    `text` is the notice as `notice_text` cut it: words and codes of the mail that came back are not the system's.
    It `is_whole` unless the mail ends in the middle of it. Where the notice has no more than the local part of an
    address, the `letter` that came back has the rest.
    """
    found = find_recipients(headers, text, is_whole)
    if not found.addresses and (whole := with_whole_addresses(text, headers, letter)) != text:
        text = whole
        found = find_recipients(headers, text, is_whole)
    if not found.addresses:
        codes = find_codes(text)
        shown = diagnostic(text, found.reason or Reason.NO_RECIPIENT)
        return Reports([DeliveryReport("", MailStatus.UNKNOWN, codes.enhanced, codes.smtp, shown, date)])
    addresses = found.addresses[:MOST_RECIPIENTS]
    said = own_lines(addresses, text)
    in_short, how_all_ended = diagnostic(text), ending(text)
    by_header = "x-failed-recipients" in headers
    reports: list[DeliveryReport] = []
    for address in addresses:
        own = said[address.casefold()]
        about, beside = (without_addresses(t, (address,)) for t in ("\n".join(own.lines), own.beside))
        how = ending(own.heading) or how_all_ended
        if how == "failed" and not own.lines:  # a header names it, and the text that something failed
            how = ""
        judged = judge(Told(about, beside, notice=how))
        if judged.reason is Reason.NO_STATUS:
            judged = _detected(address, found.detected, by_header, judged)
        lines = own.lines if find_codes(about).klass else [*own.lines, own.beside]
        shown = diagnostic("\n".join(lines).strip() or in_short, judged.reason)
        reports.append(DeliveryReport(address, judged.status, *judged.codes, shown, date, stage=judged.stage))
    return Reports(reports, len(found.addresses) - len(addresses))


def refuses_somebody(headers: Headers, text: str) -> bool:
    """Whether the text names a recipient and refuses it: with a code, by its mailbox, or in words right after it."""
    if "@" not in text:
        return False
    addresses = find_recipients(headers, text, True).addresses[:_ENOUGH]
    said = own_lines(addresses, text)
    for address in addresses:
        own = said[address.casefold()]
        lines = "\n".join(own.lines)
        if refuses("\n".join((lines, own.beside)), address):
            return True
        ends = next((end for _, end, found in places_in(lines) if found.casefold() == address.casefold()), len(lines))
        if mail_words("recipient_after").begins(fold(lines[ends:].lstrip(">\"'”’)]:.,;- "))):
            return True
    return False


def _detected(address: str, detected: Detected, by_header: bool, judged: Judged) -> Judged:
    """The status of a recipient of whom no word says anything, by what flufl.bounce makes of it.

    That it finds it to have failed counts, unless a header is all that it went by: Gmail writes `X-Failed-Recipients`
    for a delay as well.
    """
    if address in detected.temporary:
        return judged._replace(status=MailStatus.DELAYED, reason=None)
    if address in detected.permanent and not by_header:
        return judged._replace(status=MailStatus.FAILED, reason=None)
    return judged


def notice_text(text: str) -> tuple[str, str | None]:
    """The notice without the mail that came back in it and the footer below it; that mail's beginning, None if none.

    Where no line announces that mail, it begins with its headers.
    """
    lines = text.splitlines()
    heads = lines_with(mail_words("original"), text)
    start = heads[0] if heads else _headers_at(lines)
    letter = None if start is None else "\n".join(lines[start : start + _LETTER_LINES])
    lines = lines[:start]
    end = next((number for number, line in enumerate(lines) if line in _FOOTER), len(lines))
    return "\n".join(lines[:end]), letter


def _headers_at(lines: list[str]) -> int | None:
    """Where headers begin below other lines, of which one is such as only a mail itself has."""
    start, is_below = None, False
    for number, line in enumerate(lines):
        if (found := _HEADER.match(line)) is not None:
            start = number if start is None else start
            if is_below and found["mails"] and number - start >= 1:
                return start
            if is_below and found["mails"] and number + 1 < len(lines) and _HEADER.match(lines[number + 1]):
                return start
        elif not (start is not None and line[:1] in (" ", "\t")):
            start = None
            is_below = is_below or bool(line.strip())
    return None

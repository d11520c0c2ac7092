"""Bounces that only people were meant to read: what was said of each recipient."""

from datetime import datetime

from ..model.delivery import DeliveryReport, MailStatus
from ..reference.mail_words import fold, mail_words
from .addresses import places_in
from .codes import find_codes
from .detectors import Detected
from .diagnostics import diagnostic
from .judging import Judged, Told, ending, judge
from .local_parts import with_whole_addresses
from .mime import Headers, Part
from .own_lines import own_lines, refuses, without_addresses
from .reasons import Reason
from .recipient_limit import MOST_RECIPIENTS, Reports
from .recipients import find_recipients

_ENOUGH = 20


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
            judged = _detected(address, found.detected(), by_header, judged)
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

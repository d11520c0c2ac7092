"""Bounces that only people were meant to read: what was said of each recipient."""

from collections.abc import Callable
from datetime import datetime
from functools import cache
from typing import NamedTuple

from ..model.delivery import DeliveryReport, MailStatus
from ..reference.mail_words import MailWords, fold, mail_words
from .addresses import addresses_in
from .codes import Codes, find_codes
from .detectors import Detected
from .diagnostics import diagnostic
from .judging import Judged, judge_words
from .lines import lines_with
from .mime import Headers
from .reasons import Reason
from .recipient_limit import MOST_RECIPIENTS, Reports
from .recipients import find_recipients, without_generating


class _Said(NamedTuple):
    """The lines about a recipient, and the heading that they stand under, empty where there is none."""

    lines: list[str]
    heading: str


def read_notice(headers: Headers, text: str, date: datetime | None, is_whole: bool) -> Reports:
    """A report for each recipient that the notice names; one without an address where it names none.

    `text` is the notice as `notice_text` cut it: words and codes of the mail that came back are not the system's.
    It `is_whole` unless the mail ends in the middle of it.
    """
    found = find_recipients(headers, text, is_whole)
    if not found.addresses:
        codes = find_codes(text)
        shown = diagnostic(text, found.reason or Reason.NO_RECIPIENT)
        return Reports([DeliveryReport("", MailStatus.UNKNOWN, codes.enhanced, codes.smtp, shown, date)])
    addresses = found.addresses[:MOST_RECIPIENTS]
    said = _said_of(addresses, text)
    words = _words_of(text)
    of_all, in_short = _of_all(words, text), diagnostic(text)
    alone = text if len(found.addresses) == 1 else ""
    by_header = "x-failed-recipients" in headers
    # most recipients of a mail get the same words: what stands beside the address is judged once
    judge = cache(lambda codes, about: judge_words(codes, about, alone, words))
    by_heading = cache(lambda heading: judge_words(Codes(), heading, words=words))
    reports: list[DeliveryReport] = []
    for address in addresses:
        lines, heading = said[address.casefold()]
        about = "\n".join(lines)
        codes = find_codes(about)
        if alone and not codes.klass:
            codes = find_codes(text)
            about = "\n".join(filter(None, (about, _paragraphs_with(codes.enhanced, text))))
        # 250 stands in many a transcript before the code that matters: of a success only words tell
        judged = judge(Codes() if codes.klass == "2" else codes, about.replace(address, "@"))
        if judged.reason is Reason.NO_STATUS and heading:
            judged = by_heading(heading)
        if judged.reason is Reason.NO_STATUS:
            judged = _general(address, found.detected, of_all, by_header)
        shown = diagnostic("\n".join(lines) or in_short, judged.reason)
        reports.append(DeliveryReport(address, judged.status, codes.enhanced, codes.smtp, shown, date))
    return Reports(reports, len(found.addresses) - len(addresses))


def _words_of(text: str) -> Callable[[str], MailWords]:
    """The lists of words, by name, without those that the text does not have: they are looked for often."""
    folded = fold(text)
    return cache(lambda name: mail_words(name).among(folded))


def _paragraphs_with(code: str, text: str) -> str:
    """The paragraphs in which a code stands: what stands in others explains it, and is not what the system said."""
    if not code:
        return ""
    paragraphs = "\n".join(line.strip() for line in text.splitlines()).split("\n\n")
    return "\n\n".join(paragraph for paragraph in paragraphs if code in paragraph)


def _of_all(words: Callable[[str], MailWords], text: str) -> MailStatus | None:
    """What the notice says of all recipients at once: delayed or failed, never full."""
    folded = fold(text)
    for name, status in (("final", MailStatus.FAILED), ("delayed", MailStatus.DELAYED), ("failed", MailStatus.FAILED)):
        if words(name).fit(folded):
            return status
    return None


def _general(address: str, detected: Detected, of_all: MailStatus | None, by_header: bool) -> Judged:
    """The status of a recipient of whom the notice says nothing in particular.

    That flufl.bounce finds it to have failed counts, unless a header is all that it went by: Gmail writes
    `X-Failed-Recipients` for a delay as well.
    """
    if address in detected.temporary:
        return Judged(MailStatus.DELAYED)
    if of_all is not None:
        return Judged(of_all)
    if address in detected.permanent and not by_header:
        return Judged(MailStatus.FAILED)
    return Judged(MailStatus.UNKNOWN, Reason.NO_STATUS)


def notice_text(text: str) -> tuple[str, bool]:
    """The notice without the mail that came back in it, and whether there was one."""
    lines = text.splitlines()
    if heads := lines_with(mail_words("original"), text):
        return "\n".join(lines[: heads[0]]), True
    return "\n".join(lines), False


def _said_of(addresses: list[str], text: str) -> dict[str, _Said]:
    """What stands on the lines that name an address, and below them up to a blank line or another address.

    What an address was generated from is named for its sake, and begins nothing.
    """
    said: dict[str, list[str]] = {a.casefold(): [] for a in addresses}
    headings: dict[str, str] = {}
    is_heading = set(lines_with(mail_words("recipients"), text))
    heading = ""
    current: list[str] | None = None
    for number, line in enumerate(text.splitlines()):
        if number in is_heading:
            heading = line
        if not line.strip():
            current = current if current is not None and not current[1:] and len(addresses) == 1 else None
            continue
        if "@" in line:
            named = next((a.casefold() for a in addresses_in(without_generating(line)) if a.casefold() in said), None)
            if named is not None:
                headings.setdefault(named, heading)
                current = said[named]
        if current is not None:
            current.append(line)
    return {address: _Said(lines, headings.get(address, "")) for address, lines in said.items()}

"""Bounces that only people were meant to read: who is the recipient, and what was said of each."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from ..model.delivery import DeliveryReport, MailStatus
from ..reference.mail_words import fold, mail_words
from .addresses import addresses_in, is_address
from .codes import Codes, find_codes
from .detectors import Detected, detect
from .diagnostics import diagnostic
from .judging import Judged, judge_words
from .mime import Headers
from .reasons import Reason

_NOT_RECIPIENTS = (
    "from",
    "to",
    "cc",
    "reply-to",
    "sender",
    "delivered-to",
    "x-original-to",
    "envelope-to",
    "return-path",
)
_HEAD = re.compile(r"^[ \t]{0,8}<([^<>\s]{1,255})>:", re.MULTILINE)


class _Found(NamedTuple):
    """Recipients, what flufl.bounce says of them, and why there are none."""

    addresses: list[str]
    detected: Detected = Detected()
    reason: Reason | None = None


def read_notice(headers: Headers, text: str, date: datetime | None, is_whole: bool) -> Iterator[DeliveryReport]:
    """A report for each recipient that the notice names; one without an address where it names none.

    `text` is the notice as `notice_text` cut it: words and codes of the mail that came back are not the system's.
    It `is_whole` unless the mail ends in the middle of it.
    """
    found = _recipients(headers, text, is_whole)
    if not found.addresses:
        codes = find_codes(text)
        shown = diagnostic(text, found.reason or Reason.NO_RECIPIENT)
        yield DeliveryReport("", MailStatus.UNKNOWN, codes.enhanced, codes.smtp, shown, date)
        return
    said = _said_of(found.addresses, text)
    of_all = _of_all(text)
    for address in found.addresses:
        alone = len(found.addresses) == 1
        about = said[address.casefold()]
        codes = find_codes(about)
        if alone and not codes.klass:
            codes = find_codes(text)
        # 250 stands in many a transcript before the code that matters: of a success only words tell
        judged = judge_words(Codes() if codes.klass == "2" else codes, f"{about}\n{text}" if alone else about)
        if judged.reason is Reason.NO_STATUS:
            judged = _general(address, found.detected, of_all, "x-failed-recipients" in headers)
        shown = diagnostic(about or text, judged.reason)
        yield DeliveryReport(address, judged.status, codes.enhanced, codes.smtp, shown, date)


def _of_all(text: str) -> MailStatus | None:
    """What the notice says of all recipients at once: delayed or failed, never full."""
    folded = fold(text)
    for name, status in (("final", MailStatus.FAILED), ("delayed", MailStatus.DELAYED), ("failed", MailStatus.FAILED)):
        if mail_words(name).fit(folded):
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
    words = mail_words("original")
    for number, line in enumerate(lines if words.fit(fold(text)) else ()):
        if words.first(fold(line[:300])) >= 0:
            return "\n".join(lines[:number]), True
    return "\n".join(lines), False


def _recipients(headers: Headers, text: str, is_whole: bool) -> _Found:
    header = headers.raw("x-failed-recipients")
    detected = detect(
        ((name, headers.raw(name)) for name in ("from", "subject", "x-failed-recipients", "x-mailer")), text
    )
    # what stands as `<address>:` at the start of a line is a recipient as well, also where a detector knows one only
    heads = _HEAD.findall(text)
    named = [a for a in (*heads, *detected.permanent, *detected.temporary) if is_address(a)]
    if header:
        named = addresses_in(headers.text("x-failed-recipients")) or named
    own = {a.casefold() for name in _NOT_RECIPIENTS for value in headers.all_text(name) for a in addresses_in(value)}
    if named and not header:
        folded = text.casefold()
        once = {a.casefold(): a for a in reversed(named) if a.casefold() not in own and not _is_system(a)}
        named = sorted(once.values(), key=lambda a: (folded.find(a.casefold()), a))
    if named:
        return _Found(named, detected)
    others = [a for a in addresses_in(text) if a.casefold() not in own and not _is_system(a)]
    listed = [a for a in _listed(text) if a in others]
    if listed:
        return _Found(listed, detected)
    if not is_whole:  # of one address one cannot know whether it stands alone
        return _Found([], detected, Reason.CUT_OFF)
    if len(others) == 1:
        return _Found(others, detected)
    return _Found([], detected, Reason.SEVERAL if others else Reason.NO_RECIPIENT)


def _is_system(address: str) -> bool:
    local = address.partition("@")[0].casefold()
    return mail_words("daemon").fit(local) or mail_words("system").fit(local)


def _listed(text: str) -> list[str]:
    """The addresses below `the following recipients` and the like, up to the first line after them without one."""
    lines = text.splitlines()
    words = mail_words("recipients")
    start = next((n for n, line in enumerate(lines) if words.fit(fold(line[:300]))), None)
    if start is None:
        return []
    found: list[str] = []
    for line in lines[start + 1 :]:
        here = addresses_in(line)
        if line.strip() and found and not here:
            break
        found += [a for a in here if a not in found]
    return found


def _said_of(addresses: list[str], text: str) -> dict[str, str]:
    """What stands on the lines that name an address, and below them up to a blank line or another address."""
    said: dict[str, list[str]] = {a.casefold(): [] for a in addresses}
    current: list[str] | None = None
    for line in text.splitlines():
        if not line.strip():
            current = current if current is not None and not current[1:] and len(addresses) == 1 else None
            continue
        if "@" in line:
            named = next((a.casefold() for a in addresses_in(line) if a.casefold() in said), None)
            current = said[named] if named else current
        if current is not None:
            current.append(line)
    return {address: "\n".join(lines) for address, lines in said.items()}

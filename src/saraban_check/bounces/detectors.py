"""The recipients that flufl.bounce finds, given no more than it can read in a moment.

Its patterns take quadratic time on one long line, and what it is given may make it raise: so it gets the notice's
text only, of bounded length and in bounded lines, and whatever it raises means that it found nothing.
"""

import logging
from collections.abc import Iterable
from email.message import Message
from email.mime.text import MIMEText
from typing import NamedTuple

_MOST = 32_000
_LONGEST_LINE = 500
_HEADERS = ("from", "subject", "x-failed-recipients", "x-mailer", "content-description")

logging.getLogger("flufl.bounce").addHandler(logging.NullHandler())


class Detected(NamedTuple):
    """The addresses of a bounce's recipients; whether it said that they may still arrive."""

    temporary: frozenset[str] = frozenset()
    permanent: frozenset[str] = frozenset()


def detect(headers: Iterable[tuple[str, str]], text: str) -> Detected:
    """What flufl.bounce makes of a notice with these headers and this text."""
    from flufl.bounce import all_failures

    lines = (line[start : start + _LONGEST_LINE] for line in text[:_MOST].splitlines() for start in _starts(line))
    message = _message(headers, "\n".join(lines))
    try:
        temporary, permanent = all_failures(message)
    except Exception:  # a detector's own fault is not the mail's: what it does not find is looked for elsewhere
        return Detected()
    return Detected(*(frozenset(_tidy(address) for address in found) for found in (temporary, permanent)))


def _tidy(address: bytes) -> str:
    """The address without the full stop of the sentence that it ended."""
    return address.decode("ascii", "replace").rstrip(".")


def _starts(line: str) -> range:
    return range(0, max(len(line), 1), _LONGEST_LINE)


def _message(headers: Iterable[tuple[str, str]], text: str) -> Message:
    """A mail of two parts, as Postfix and Exchange write it; the detectors that want one part walk to it as well."""
    notice = MIMEText(text.encode("ascii", "replace").decode("ascii"), "plain", "us-ascii")
    notice["Content-Description"] = "Notification"
    outer = Message()
    for name, value in headers:
        if name in _HEADERS and value:
            outer[name] = " ".join(value.split())[:2000].encode("ascii", "replace").decode("ascii")
    outer["Content-Type"] = "multipart/mixed; boundary=notice"
    outer.attach(notice)
    return outer

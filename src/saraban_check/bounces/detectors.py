"""The recipients that flufl.bounce finds, given no more than it can read in a moment.

Its patterns take quadratic time on one long line, and what it is given may make it raise: so it gets the notice's
text only, of bounded length and in bounded lines, and whatever it raises means that it found nothing.
"""

import logging
from collections.abc import Iterable
from email.message import Message
from typing import Any, NamedTuple

_MOST = 32_000
_LONGEST_LINE = 500
_SENDERS = ("sina", "yahoo")
"""Of all others no detector of a mail of several parts asks who sent it, though two take it apart first."""
_HEADERS = ("from", "x-failed-recipients", "x-mailer", "content-description")

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


class _Text(Message):
    """A part of plain ASCII. What fifty detectors ask of it one after the other is answered without looking it up."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self["Content-Description"] = "Notification"

    def is_multipart(self) -> bool:
        return False

    def walk(self) -> Any:
        return iter((self,))

    def get_content_type(self) -> str:
        return "text/plain"

    def get_payload(self, i: Any = None, decode: Any = False) -> Any:
        return self._text.encode("ascii") if decode else self._text


class _Mail(Message):
    """A mail of two parts, as Postfix and Exchange write it; the detectors that want one part walk to it as well."""

    def __init__(self, notice: _Text) -> None:
        super().__init__()
        self._parts = [notice]

    def is_multipart(self) -> bool:
        return True

    def walk(self) -> Any:
        return iter((self, *self._parts))

    def get_content_type(self) -> str:
        return "multipart/mixed"

    def get_payload(self, i: Any = None, decode: Any = False) -> Any:
        return None if decode else self._parts


def _message(headers: Iterable[tuple[str, str]], text: str) -> Message:
    mail = _Mail(_Text(text.encode("ascii", "replace").decode("ascii")))
    for name, value in headers:
        if name in _HEADERS and value and (name != "from" or any(one in value.lower() for one in _SENDERS)):
            mail[name] = " ".join(value.split())[:2000].encode("ascii", "replace").decode("ascii")
    return mail

"""An mbox becomes its messages, one at a time: however large the file, two pieces of it are in memory."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from .archive import Readable

_CHUNK = 1 << 20
_FROM = b"\nFrom "
_DAY = rb"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
_MONTH = rb"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_TIME = rb"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"
_ZONE = rb"(?:[ \t]+[A-Za-z+\-][A-Za-z0-9+\-]{0,9}){0,2}"
_END = rb"[ \t]*(?=\r?\n)"
_ASCTIME = re.compile(
    rb"From (?:[^\r\n]{0,200}[ \t])?%b[ \t]{1,3}%b[ \t]{1,3}[0-9]{1,2}[ \t]{1,3}%b%b[ \t]{1,3}[0-9]{4}"
    rb"(?:[ \t][^\r\n]{0,60})?(?=\r?\n)" % (_DAY, _MONTH, _TIME, _ZONE)
)
"""The date of C's asctime: `From - Mon Nov 23 08:15:30 2026` (Thunderbird), `+0700` before or after the year."""
_RFC_DATE = re.compile(
    rb"From (?:[^\r\n]{0,200}[ \t])?%b,[ \t]{1,3}[0-9]{1,2}[ \t]%b[ \t][0-9]{4}[ \t]%b%b%b"
    % (_DAY, _MONTH, _TIME, _ZONE, _END)
)
_DATELESS = re.compile(rb"From [^\s]{1,200}%b" % _END)
_LONGEST_LINE = 320
_ESCAPED = re.compile(rb"^>(?=>{0,50}From )", re.MULTILINE)


class RawMessage(NamedTuple):
    """The bytes of a message, as many as are looked at, and whether there are more."""

    data: bytes
    goes_on: bool = False


class _Opening:
    """Which lines begin a message.

    Systems that escape nothing (mboxcl) leave lines such as `From 08:30 until 16:30 in 2569` in their mails. So the
    whole line has to be a sender and the date of asctime; other dates count after a blank line. Lines
    without any date count after a blank line too, but only in a file whose first line has none.
    """

    def __init__(self) -> None:
        self._dated: bool | None = None

    def begins(self, window: bytes, at: int, before: bytes) -> bool:
        """Whether a message begins after the line end at `at`; `before` are two bytes from before the window."""
        asctime = _ASCTIME.match(window, at + 1) is not None
        after_blank = not asctime and _is_blank((before + window[:at])[-2:] if at < 2 else window[at - 2 : at])
        if self._dated is None:
            self._dated = not (_DATELESS.match(window, at + 1) and after_blank)
        if asctime:
            return True
        others = _RFC_DATE if self._dated else _DATELESS
        return after_blank and others.match(window, at + 1) is not None


def _is_blank(before: bytes) -> bool:
    """Whether a line end after these two bytes ends an empty line."""
    return before.endswith(b"\n") or before == b"\n\r"


def split_mbox(stream: Readable, most: int) -> Iterator[RawMessage]:
    """The messages of an mbox that begins with `From `, each at most `most` bytes of it.

    `>From ` becomes `From ` again (mboxo, mboxrd).
    """
    kept, size = bytearray(), 0
    opening, before, tail = _Opening(), b"\n\n", b"\n"
    while chunk := stream.read(_CHUNK):
        window = tail + chunk
        # what may be the beginning of a From line that ends in the next chunk waits for it
        hold = window.rfind(_FROM, max(len(window) - _LONGEST_LINE, 0))
        if hold >= 0 and window.find(b"\n", hold + 1) >= 0:
            hold = -1
        if hold < 0:
            hold = window.rfind(b"\n", max(len(window) - len(_FROM), 0))
        end = hold if hold >= 0 else len(window)
        start = 0
        at = window.find(_FROM, 0, end)
        while at >= 0:
            if opening.begins(window, at, before):
                size += at - start
                kept += window[start : min(at, start + max(most - len(kept), 0))]
                if size > 1:
                    yield _raw(kept, size > most)
                kept, size = bytearray(), 0
                start = at
            at = window.find(_FROM, at + 1, end)
        size += end - start
        kept += window[start : min(end, start + max(most - len(kept), 0))]
        before, tail = (before + window[:end])[-2:] if end < 2 else window[end - 2 : end], window[end:]
    size += len(tail)
    kept += tail[: max(most - len(kept), 0)]
    if size > 1:
        yield _raw(kept, size > most)


def _raw(kept: bytearray, goes_on: bool) -> RawMessage:
    """The message without its `From ` line."""
    data = bytes(kept).lstrip(b"\r\n")
    if data.startswith(b"From "):
        data = data[data.find(b"\n") + 1 :] if b"\n" in data else b""
    if data.rfind(b">From ") >= 0:  # takes a quarter of the time of `in`
        data = _ESCAPED.sub(b"", data)
    return RawMessage(data, goes_on)

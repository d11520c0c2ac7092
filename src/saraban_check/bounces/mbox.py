"""An mbox becomes its messages, one at a time: however large the file, two pieces of it are in memory."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from .archive import Readable

_CHUNK = 1 << 20
_FROM = b"\nFrom "
_LINE = re.compile(rb"From [^\r\n]{0,200}[0-9]:[0-9]{2}[^\r\n]{0,60}[0-9]{4}(?:[ \t][^\r\n]{0,20})?(?=\r?\n|\r)")
_LONGEST_LINE = 320
_ESCAPED = re.compile(rb"^>(?=>{0,50}From )", re.MULTILINE)


class RawMessage(NamedTuple):
    """The bytes of a message, as many as are looked at, and whether there are more."""

    data: bytes
    goes_on: bool = False


def split_mbox(stream: Readable, most: int) -> Iterator[RawMessage]:
    """The messages of an mbox that begins with `From `, each at most `most` bytes of it.

    A line begins a message only if it is a whole `From ` line, with a time and a year: systems that escape nothing
    (mboxcl) leave lines such as `From here on` in their mails. `>From ` becomes `From ` again (mboxo, mboxrd).
    """
    kept, size = bytearray(), 0
    tail = b"\n"
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
            if _LINE.match(window, at + 1):
                size += at - start
                kept += window[start : min(at, start + max(most - len(kept), 0))]
                if size > 1:
                    yield _raw(kept, size > most)
                kept, size = bytearray(), 0
                start = at
            at = window.find(_FROM, at + 1, end)
        size += end - start
        kept += window[start : min(end, start + max(most - len(kept), 0))]
        tail = window[end:]
    size += len(tail)
    kept += tail[: max(most - len(kept), 0)]
    if size > 1:
        yield _raw(kept, size > most)


def _raw(kept: bytearray, goes_on: bool) -> RawMessage:
    """The message without its `From ` line."""
    data = bytes(kept).lstrip(b"\r\n")
    if data.startswith(b"From "):
        data = data[data.find(b"\n") + 1 :] if b"\n" in data else b""
    if b"\n>" in data and b"From " in data:
        data = _ESCAPED.sub(b"", data)
    return RawMessage(data, goes_on)

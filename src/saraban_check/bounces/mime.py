"""The parts of a mail that say what became of another one.

They are split here, and the standard library reads what stands in them (parameters, dates, encodings): its own
parser goes through every enclosing part for each line (nested parts cost depth times lines), ends at a depth of some
hundred in a RecursionError, takes twenty times as long for a group of a delivery status, and reads the returned mail
too, which is nine tenths of a bounce and nothing to us.
"""

import re
from collections.abc import Iterator
from email.message import Message
from typing import Any, NamedTuple

from ..reference.remembered import remembered
from .decoding import decode_header, decode_text, decode_transfer

_FIELD = re.compile(r"(?:\A\n|\n(?![ \t]))([^:\n]*):([^\n]*(?:\n[ \t][^\n]*)*)")
"""A field with its folded lines (RFC 5322 section 2.2); what has no colon is none."""
_BLANK_BEGINS = re.compile(r"\n[^\S \t]")
_BLANK_LINE = re.compile(r"\n(?:[^\S \t\n][^\S\n]*)?(?=\n|\Z)")
_WORD = r"[A-Za-z0-9_.:/?+=-]{1,200}"
_NAME = r"[A-Za-z][A-Za-z-]{0,40}"
_PLAIN_PARAMETERS = re.compile(
    r"[A-Za-z]{1,20}/[A-Za-z0-9.+-]{1,60}"
    rf"(?:[ \t\r\n]{{0,9}};[ \t\r\n]{{0,9}}{_NAME}=(?:\"{_WORD}\"|{_WORD})){{1,9}}"
)
_PLAIN_PARAMETER = re.compile(rf";[ \t\r\n]{{0,9}}({_NAME})=(?:\"({_WORD})\"|({_WORD}))")
_LINE_ENDS_WITHIN = 1 << 17
_MOST_PARAMETERS = 4000
_MOST_PARTS = 60
_DEEPEST = 6


@remembered
def _content_type(value: str) -> str:
    found = value.partition(";")[0].strip().lower()
    return found if found.count("/") == 1 else "text/plain"


class Headers:
    """A block of headers; every value is text, and reading one never raises."""

    __slots__ = ("_decoded", "_values", "content_type")

    def __init__(self, block: bytes) -> None:
        self._values: dict[str, list[str]] = {}
        self._decoded: dict[str, str] = {}
        lines = "\n" + block.decode("utf-8", "surrogateescape").rstrip()
        if _BLANK_BEGINS.search(lines):
            lines = _BLANK_LINE.sub("", lines)
        for name, value in _FIELD.findall(lines):
            self._values.setdefault(name.strip().lower(), []).append(value.strip())
        self.content_type = _content_type(self.raw("content-type"))
        """`text/plain` and the like; what cannot be read is plain text (RFC 2045 section 5.2)."""

    def __contains__(self, name: str) -> bool:
        return name in self._values

    def __iter__(self) -> Iterator[str]:
        """The names, in lower case, each once."""
        return iter(self._values)

    def raw(self, name: str) -> str:
        """The first value of that name (in lower case) as it stands, 8-bit bytes as surrogates; empty if none."""
        return self._values[name][0] if name in self._values else ""

    def text(self, name: str) -> str:
        """The first value of that name, decoded."""
        if name not in self._values:
            return ""
        if name not in self._decoded:
            self._decoded[name] = decode_header(self._values[name][0])
        return self._decoded[name]

    def all_text(self, name: str) -> list[str]:
        """All values of that name, decoded."""
        return [decode_header(value) for value in self._values.get(name, ())]

    def parameter(self, name: str) -> str:
        """A parameter of the content type (RFC 2045, 2231); empty if there is none."""
        return _parameters(self.raw("content-type")[:_MOST_PARAMETERS]).get(name, "")


@remembered
def _parameters(value: str) -> dict[str, str]:
    """The parameters of a content type: a few plain ones are read here, and any others by the library."""
    if "=" not in value:
        return {}
    if _PLAIN_PARAMETERS.fullmatch(value):
        found = [(name.lower(), quoted or token) for name, quoted, token in _PLAIN_PARAMETER.findall(value)]
        return {name: token.strip() for name, token in reversed(found)}
    return _any_parameters(value)


def _any_parameters(value: str) -> dict[str, str]:
    one = Message()
    one["content-type"] = value.replace("\r", " ").replace("\n", " ").encode("ascii", "replace").decode("ascii")
    found: list[tuple[str, Any]]
    try:
        found = one.get_params([])
    except Exception:  # the library has raised all sorts of things on hostile parameters
        return {}
    plain = {name.lower(): value[2] if isinstance(value, tuple) else value for name, value in reversed(found)}
    return {name: str(value).strip() for name, value in plain.items()}


_headers = remembered(Headers)
"""Those of parts: every mail of a system has the same."""


class Part(NamedTuple):
    """One part that holds no others: a text, a delivery status, a mail that came back."""

    headers: Headers
    body: bytes

    @property
    def is_whole(self) -> bool:
        """Whether it ends where a line ends; else it was cut off, and its last line is not what it was."""
        return self.body.endswith((b"\n", b"\r"))

    @property
    def content(self) -> bytes:
        """The body without its transfer encoding."""
        return decode_transfer(self.body, self.headers.raw("content-transfer-encoding"))

    def text(self, most: int) -> str:
        """The first `most` characters of the body's text."""
        data = decode_transfer(self.body[: most * 8], self.headers.raw("content-transfer-encoding"))
        return decode_text(_whole(data, most * 4), self.headers.parameter("charset"))[:most]


def _whole(data: bytes, most: int) -> bytes:
    """At most so many bytes, cut between lines, or else between characters of UTF-8, so that none is cut in two."""
    if len(data) <= most:
        return data
    end = data.rfind(b"\n", most // 2, most)
    if end < 0:
        end = next((at for at in range(most, most - 4, -1) if data[at] & 0xC0 != 0x80), most)
    return data[:end]


def without_cut_value(fields: bytes) -> bytes:
    """Fields without the value of the last, where that does not end its line: half an address is another one."""
    start = fields.rfind(b"\n") + 1
    if start == len(fields):
        return fields
    while start and fields[start : start + 1] in (b" ", b"\t"):  # a folded value is cut as a whole
        start = fields.rfind(b"\n", 0, start - 1) + 1
    return fields[: fields.find(b":", start) + 1 or start]


def split_message(data: bytes) -> Part:
    """A message, or a part of one, as headers and body."""
    if b"\n" not in data[:_LINE_ENDS_WITHIN] and b"\r" in data[:_LINE_ENDS_WITHIN]:
        data = data.replace(b"\r", b"\n")  # line ends of very old Macs
    if data.startswith((b"\n", b"\r\n")):
        return Part(_headers(b""), data[data.index(b"\n") + 1 :])
    at, width = data.find(b"\n\n"), 2
    if (other := data.find(b"\n\r\n", 0, at if at >= 0 else len(data))) >= 0:
        at, width = other, 3
    if at < 0:
        return Part(Headers(without_cut_value(data)), b"")
    return Part(_headers(data[: at + 1]), data[at + width :])


def leaves(part: Part, depth: int = 0) -> Iterator[Part]:
    """The parts that hold no others, in order, as many as a bounce may have; a mail inside the mail is a leaf."""
    if not part.headers.content_type.startswith("multipart/") or depth >= _DEEPEST:
        yield part
        return
    boundary = part.headers.parameter("boundary").encode("ascii", "replace")
    pieces = list(_split(part.body, boundary)) if 0 < len(boundary) <= 200 else []
    if not pieces:  # says that it has parts, and has none that can be told apart
        yield Part(Headers(b"Content-Type: text/plain"), part.body)
    count = 0
    for piece in pieces:
        for leaf in leaves(split_message(piece), depth + 1):
            yield leaf
            count += 1
            if count >= _MOST_PARTS:
                return


def _split(body: bytes, boundary: bytes) -> Iterator[bytes]:
    """The pieces between the lines that are the boundary (RFC 2046 section 5.1.1).

    Each keeps the line end before the boundary: what ends without one was cut off.
    """
    mark = b"\n--" + boundary
    body = b"\n" + body
    start, at = -1, body.find(mark)
    for _ in range(_MOST_PARTS * 20):
        if at < 0:
            break
        end = body.find(b"\n", at + 1)
        after = at + len(mark)
        line = body[after : min(end if end >= 0 else len(body), after + 80)].strip()
        if line in (b"", b"--"):
            if start >= 0:
                yield body[start : at + 1]
            if line == b"--" or end < 0:
                return
            start = end + 1
        at = body.find(mark, at + 1)
    if start >= 0:
        yield body[start:]

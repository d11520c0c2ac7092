"""Bytes of a mail become text, without ever raising and in time that grows with their number."""

import binascii
import quopri
import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_tz

from ..reference.remembered import remembered

_CHARSETS = {
    **dict.fromkeys(("tis-620", "tis620", "iso-8859-11", "windows-874", "cp874", "x-windows-874", "dos-874"), "cp874"),
    **dict.fromkeys(("utf-8", "utf8", "unicode-1-1-utf-8"), "utf-8"),
    **dict.fromkeys(("gb2312", "gbk", "gb18030"), "gb18030"),
    **{f"iso-8859-{n}": f"iso8859-{n}" for n in (*range(1, 11), 13, 14, 15, 16)},
    **{f"windows-{n}": f"cp{n}" for n in range(1250, 1259)},
    **{name: name for name in ("big5", "euc-jp", "shift_jis", "iso-2022-jp", "euc-kr", "koi8-r", "utf-16")},
}
"""The character sets that are taken at their word. Python knows more, and some of them take quadratic time (idna)."""

_ENCODED_WORD = re.compile(
    r"=\?([A-Za-z0-9_.:\-]{1,40})(?:\*[A-Za-z\-]{1,20})?\?([bBqQ])\?([^?\s]{0,1000})\?=(\s+(?==\?))?"
)
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")
_ZONE = re.compile(r"(?:[+-][0-9]{4}|GMT|UTC?|Z|[ECMP][SD]T)(?: *\([^()]*\))? *", re.IGNORECASE)
_YEAR_0 = re.compile(r"(?<![+\-0-9])00[0-9]{2}(?![0-9])")
"""The library takes the year 0001 for 2001."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_PLAIN_DATE = re.compile(
    rf"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?([0-9]{{1,2}}) ({'|'.join(_MONTHS)})"
    r" (199[0-9]|20[0-9]{2}|21[0-9]{2}) ([0-9]{2}):([0-9]{2}):([0-9]{2}) ([+-])([0-9]{2})([0-9]{2})(?: \([A-Z]{2,5}\))?"
)
"""As almost all mail programs write it; the library reads the others."""
_LONGEST_DATE = 100
_YEARS = range(1990, 2200)
"""No mail is older than that; 2569 in a date header is a Buddhist year, of which one cannot be sure."""


def decode_text(data: bytes, charset: str = "") -> str:
    """The text of bytes: by their character set if it fits, else UTF-8, else Windows-874; what is left is U+FFFD."""
    named = _CHARSETS.get(charset.strip().lower(), "")
    for codec in (named, "utf-8", "cp874"):
        if codec:
            try:
                return data.decode(codec)
            except UnicodeError:
                continue
    return data.decode("utf-8", "replace")


def decode_transfer(data: bytes, encoding: str) -> bytes:
    """Bytes without their transfer encoding (RFC 2045); of damaged base64 what can be read."""
    encoding = encoding.strip().lower()
    if encoding == "quoted-printable":
        return quopri.decodestring(data)
    if encoding != "base64":
        return data
    pure = _NOT_BASE64.sub(b"", data)
    try:
        return binascii.a2b_base64(pure[: len(pure) // 4 * 4] + _padded(pure[len(pure) // 4 * 4 :]))
    except binascii.Error:
        return b""


def _padded(rest: bytes) -> bytes:
    return b"" if len(rest) < 2 else rest + b"=" * (4 - len(rest))


@remembered
def decode_header(raw: str) -> str:
    """A header's text: encoded words (RFC 2047) decoded, 8-bit bytes read, folding undone."""
    if not raw.isascii():
        raw = decode_text(raw.encode("utf-8", "surrogateescape"))
    text = _ENCODED_WORD.sub(_decode_word, raw) if "=?" in raw else raw
    return " ".join(text.split())


def _decode_word(found: re.Match[str]) -> str:
    data = found[3].encode("ascii", "replace")
    if found[2] in "bB":
        return decode_text(decode_transfer(data, "base64"), found[1])
    return decode_text(quopri.decodestring(data.replace(b"_", b"=20")), found[1])


@remembered
def read_date(raw: str) -> datetime | None:
    """A date header's moment, aware; None where it has no zone, cannot be read, or lies in no sensible year."""
    if (found := _PLAIN_DATE.fullmatch(raw)) is None:
        return _read_any_date(raw)
    day, month, year, hour, minute, second, sign, *zone = found.groups()
    clock = int(hour), int(minute), int(second)
    try:
        moment = datetime(int(year), _MONTHS.index(month) + 1, int(day), *clock, tzinfo=UTC)
    except ValueError:
        return None
    east = timedelta(hours=int(zone[0]), minutes=int(zone[1]))
    return moment - east if sign == "+" else moment + east


def _read_any_date(raw: str) -> datetime | None:
    text = " ".join(raw.split())
    if len(text) > _LONGEST_DATE or not _ends_in_zone(text) or _YEAR_0.search(text):
        return None
    try:
        parts = parsedate_tz(text)
        if parts is None or parts[0] not in _YEARS:
            return None
        moment = datetime(*parts[:6], tzinfo=UTC).timestamp() - (parts[9] or 0)
        return datetime.fromtimestamp(moment, tz=UTC)
    except (ValueError, OverflowError, IndexError, TypeError, OSError, AttributeError):
        return None


def _ends_in_zone(text: str) -> bool:
    start = max(text.rfind(" ", 0, text.find("(") - 1 if "(" in text else len(text)), 0)
    return _ZONE.fullmatch(text[start:].strip()) is not None

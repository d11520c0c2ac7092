"""Which encodings a web page may be in: its BOM decides, then what it states, then UTF-8, then Windows-874."""

import codecs
import re

from ..model.lazy_pattern import lazy_pattern
from .encoding import THAI

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_BARE = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
_META = lazy_pattern(rb"<meta\b(?:[^>]*?\bcharset\s*=\s*+(?:[\"']\s*+)?([A-Za-z0-9_:.-]+)|[^>]*+)", re.IGNORECASE)
_OF_PAGES = lazy_pattern(r"utf-8(?:-sig)?|cp[0-9]+|iso8859-[0-9]+|mac-[a-z]+|tis-620|kz1048|koi8-[a-z]")
"""Codecs that a page may name; Python has others, that run without end on purpose or change what they read."""
_LOOKED_AT = 4096
_THAI_NAMES = {"tis-620", "tis620", "windows-874", "iso-8859-11", "cp874", "x-windows-874", "dos-874"}
_NO_THAI = {"ascii", "iso8859-1", "iso8859-15", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-7"}
"""A page that says so is not believed: these hold no Thai, or are not what a tag could have been read in."""


def page_encodings(data: bytes) -> tuple[str, ...]:
    """The encodings to try, the likeliest first; only one where the file begins with a mark."""
    for mark, encoding in (*_BOMS, *_BARE):
        if data.startswith(mark):
            return (encoding,)
    return tuple(dict.fromkeys((_stated(data) or "utf-8", "utf-8", THAI)))


def _stated(data: bytes) -> str | None:
    charsets = (found[1] for found in _META.finditer(data[:_LOOKED_AT]) if found[1])
    stated = next(charsets, b"").decode("ascii").lower()
    if not stated:
        return None
    if stated in _THAI_NAMES:
        return THAI
    try:
        encoding = codecs.lookup(stated).name
        b"a".decode(encoding)  # zlib and the like are no encodings of text
    except (LookupError, UnicodeError, TypeError, ValueError):
        return None
    return None if encoding in _NO_THAI or not _OF_PAGES.fullmatch(encoding) else encoding

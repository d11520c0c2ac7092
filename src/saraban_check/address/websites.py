"""Websites as people type them (SPEC section 5): read what can be read without guessing wrong."""

import re
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from ..reference.domains import social_pages
from ..reference.words import words
from .characters import tidy_characters
from .suffixes import registrable_domain

_SCHEME = re.compile(r".*h?t?tps?\s*[:;]?\s*/\s*/?\s*", re.DOTALL)
_BROKEN_SCHEME = re.compile(r"^https?\s*[:;.]\s*")
_SPACE_FOR_DOT = re.compile(r"\s+(?=(?:go|or|ac|mi|co|in)\s*\.\s*th\b|com\b|net\b|org\b)")
_AROUND_MARKS = re.compile(r"\s*([./:])\s*")
_DOTS = re.compile(r"\.{2,}")
_WWW = re.compile(r"^(?:w{2,4}[0-9]?\.)+")
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")


class Unreadable(Enum):
    """Why a website cell cannot be used to check a domain."""

    UNKNOWN = "unknown"
    ADDRESS = "address"
    SOCIAL = "social"
    GARBLED = "garbled"


class Website(NamedTuple):
    """The host without `www.`, in lower case; or why there is none."""

    host: str | None
    why_not: Unreadable | None = None


@lru_cache(maxsize=4096)
def read_website(cell: str) -> Website:
    """The host that a website cell names."""
    text = tidy_characters(cell).strip().lower()
    if words("none").whole(text):
        return Website(None, Unreadable.UNKNOWN)
    if "@" in text:
        return Website(None, Unreadable.ADDRESS)
    text = _SPACE_FOR_DOT.sub(".", text)
    text = _AROUND_MARKS.sub(r"\1", text)
    text = _BROKEN_SCHEME.sub("", _SCHEME.sub("", text))
    text = re.split(r"[/?#:\\]", text, maxsplit=1)[0]
    host = _WWW.sub("", _DOTS.sub(".", text).strip(". -"))
    if not _HOST.fullmatch(host) or registrable_domain(host) is None:
        return Website(None, Unreadable.GARBLED)
    if host in social_pages() or registrable_domain(host) in social_pages():
        return Website(None, Unreadable.SOCIAL)
    if any(host.endswith("." + page) for page in social_pages()):
        return Website(None, Unreadable.SOCIAL)
    return Website(host)


def stands_on(domain: str, host: str) -> bool:
    """Whether an address's domain is the website's host, or a parent or child of it that one owner registered."""
    if domain == host:
        return True
    if not (domain.endswith("." + host) or host.endswith("." + domain)):
        return False
    owner = registrable_domain(host)
    return owner is not None and owner == registrable_domain(domain)

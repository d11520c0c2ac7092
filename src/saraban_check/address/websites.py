"""Websites as people type them (decisions: Lists), and whether a domain is that of a website."""

from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from .suffixes import registrable_domain


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


NO_WEBSITE = Website(None, Unreadable.UNKNOWN)


@lru_cache(maxsize=4096)
def read_website(cell: str) -> Website:
    """The host that a website cell names; of two sites none, unless one of them is a social page."""
    if not cell.strip():
        return NO_WEBSITE
    from .website_text import read_text  # a dozen patterns, which an address without a website has no need of

    return read_text(cell)


def stands_on(domain: str, host: str) -> bool:
    """Whether an address's domain is the website's host, or a parent or child of it that one owner registered."""
    if domain == host:
        return True
    if not (domain.endswith("." + host) or host.endswith("." + domain)):
        return False
    owner = registrable_domain(host)
    return owner is not None and owner == registrable_domain(domain)

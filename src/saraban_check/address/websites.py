"""Websites as people type them (decisions: Lists), and whether a domain is that of a website."""

import re
from enum import Enum
from functools import cache
from typing import NamedTuple

from ..reference.domains import accepted_suffixes, social_pages
from ..reference.remembered import remembered
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
SOCIAL = Website(None, Unreadable.SOCIAL)


@cache
def _plain() -> re.Pattern[str]:
    """One label under an accepted suffix, with or without scheme, `www.` and path, and no slip anywhere: nine of ten
    are, so they are settled at once. What may be a second scheme, `www.` or site is not.
    """
    suffixes = "|".join(map(re.escape, accepted_suffixes()))
    return re.compile(
        rf"(?:https?://)?(?:www\.)?((?!http|w{{1,4}}[0-9]?\.)(?!.*www)[a-z0-9](?:[a-z0-9-]{{0,61}}[a-z0-9])?\.(?:{suffixes}))"
        r"(?:/[a-z0-9._/?=&%-]*)?"
    )


@remembered  # more than one rule asks for that of a row
def read_website(cell: str) -> Website:
    """The host that a website cell names; of two sites none, unless one of them is a social page."""
    text = cell.strip()
    if not text:
        return NO_WEBSITE
    if (found := _plain().fullmatch(text.lower())) and registrable_domain(found[1]) is not None:
        return SOCIAL if found[1] in social_pages() else Website(found[1])
    from .website_text import read_text  # a dozen patterns, which a plain website has no need of

    return read_text(cell)


_HOSTING = ".mail.go.th"
_FOR_LOCAL = "lgo"


def hosted_label(domain: str) -> str | None:
    """`tmd` of `tmd.mail.go.th`, under which สพร. hosts a department's mail; None for any other domain."""
    label = domain[: -len(_HOSTING)].rpartition(".")[2] if domain.endswith(_HOSTING) else ""
    return None if label in ("", _FOR_LOCAL) else label


def name_of_site(host: str) -> str:
    """What a website is called: the first label of the domain that its owner registered."""
    return (registrable_domain(host) or host).partition(".")[0]


def stands_on(domain: str, host: str) -> bool:
    """Whether an address's domain is the website's host, or a parent or child of it that one owner registered.

    At สพร.'s mail.go.th all owners share one registered domain: there the label must be the website's name.
    """
    if domain == host:
        return True
    if (label := hosted_label(domain)) is not None:
        return label == name_of_site(host)
    if not (domain.endswith("." + host) or host.endswith("." + domain)):
        return False
    owner = registrable_domain(host)
    return owner is not None and owner == registrable_domain(domain)

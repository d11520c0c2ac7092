"""Public suffixes and registrable domains, from the public suffix list (offline).

The list takes some 20 ms to load, so only the part of it that a domain needs is: that of its top-level domain.
Government suffixes of Thailand, by far the most frequent, are settled without it.
"""

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from ..model.lazy_pattern import lazy_pattern
from ..reference.domains import accepted_suffixes
from ..reference.remembered import remembered

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

_OPEN_TO_HOSTERS = ("com",)
"""Suffixes under which hosting companies lend names (`….blogspot.com`): only the list knows which."""
SUFFIX_WORDS = frozenset(("ac", "co", "com", "go", "in", "mi", "net", "or", "org", "th"))
"""Labels of which suffixes are made, and no name of an agency."""


@cache
def _rules() -> dict[bytes, list[bytes]]:
    """The lines of the list by the top-level domain that they are about."""
    from publicsuffixlist import PSLFILE

    found: dict[bytes, list[bytes]] = {}
    for line in Path(PSLFILE).read_bytes().split(b"\n"):
        if line and not line.startswith(b"//"):
            found.setdefault(line.rpartition(b".")[2], []).append(line)
    return found


@lru_cache(maxsize=64)
def _list(top: bytes) -> "PublicSuffixList":
    from publicsuffixlist import PublicSuffixList

    # punycoded suffixes are never accepted, and take three quarters of the time to prepare
    return PublicSuffixList(_rules().get(top, []), accept_unknown=False, accept_encoded_idn=False)


@cache
def _settled() -> tuple[str, ...]:
    """The accepted suffixes under which nobody lends names, each with its dot."""
    return tuple(f".{suffix}" for suffix in accepted_suffixes() if suffix not in _OPEN_TO_HOSTERS)


def registrable_domain(host: str) -> str | None:
    """The domain that its owner registered: `songkhcity.go.th` for `www.songkhcity.go.th`; None for a bare suffix."""
    host = host.removesuffix(".")  # the root, as DNS writes it
    for suffix in _settled():
        if host.endswith(suffix):
            owner = host[: -len(suffix)].rpartition(".")[2]
            return owner + suffix if owner else None
    return _listed(host)


@remembered
def _listed(host: str) -> str | None:
    return _list(host.rpartition(".")[2].lower().encode("utf-8", "replace")).privatesuffix(host)


def has_accepted_suffix(domain: str) -> bool:
    """Whether the domain is a name directly or indirectly under a suffix that decisions: Addresses accepts."""
    owner = registrable_domain(domain)
    return owner is not None and owner.partition(".")[2] in accepted_suffixes() and not _SUFFIX_INSIDE.search(domain)


_SUFFIX_INSIDE = re.compile(r"\.(?:(?:ac|co|go|in|mi|net|or)\.th|com|go(?=\.com$))\.")
"""A suffix, and another one behind it: then the owner of what stands last (`th.com`, `go.com`) is nobody's agency."""
_WHOLE = lazy_pattern(r"(.+?\.(?:ac|go|mi|or)\.th)\..+")


def without_tail(domain: str) -> str | None:
    """The domain up to its first Thai suffix (`a.go.th` of `a.go.th.com`); None where nothing stands behind one."""
    found = _WHOLE.fullmatch(domain)
    return None if found is None else found[1]

"""Public suffixes and registrable domains, from the public suffix list (offline).

The list takes some 20 ms to load, so it is loaded only when a domain needs it. Government suffixes of
Thailand, by far the most frequent, are settled without it.
"""

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ..reference.domains import accepted_suffixes

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

_OPEN_TO_HOSTERS = ("com",)
"""Suffixes under which hosting companies lend names (`….blogspot.com`): only the list knows which."""


@cache
def _list() -> "PublicSuffixList":
    from publicsuffixlist import PublicSuffixList

    # punycoded suffixes are never accepted, and take three quarters of the time to prepare
    return PublicSuffixList(accept_unknown=False, accept_encoded_idn=False)


@lru_cache(maxsize=4096)
def registrable_domain(host: str) -> str | None:
    """The domain that its owner registered: `songkhcity.go.th` for `www.songkhcity.go.th`; None for a bare suffix."""
    for suffix in accepted_suffixes():
        if suffix not in _OPEN_TO_HOSTERS and host.endswith("." + suffix):
            owner = host[: -len(suffix) - 1].rpartition(".")[2]
            return f"{owner}.{suffix}" if owner else None
    return _list().privatesuffix(host)


@lru_cache(maxsize=4096)
def has_accepted_suffix(domain: str) -> bool:
    """Whether the domain is a name directly or indirectly under a suffix that SPEC section 2 accepts."""
    owner = registrable_domain(domain)
    return owner is not None and owner.partition(".")[2] in accepted_suffixes()

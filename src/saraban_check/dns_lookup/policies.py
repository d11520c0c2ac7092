"""Whether a domain publishes SPF (RFC 7208) and DMARC (RFC 7489): information, which decides nothing."""

import re
from typing import NamedTuple

import dns.rdatatype

from ..address.suffixes import registrable_domain
from ..model.lazy_pattern import lazy_pattern
from .asking import Asker
from .reply import Kind, Reply

_SPF = lazy_pattern(rb"v=spf1(?: |$)", re.IGNORECASE)
_DMARC = lazy_pattern(rb"v[ \t]*=[ \t]*DMARC1[ \t]*(?:;|$)")


class Policy(NamedTuple):
    """Whether there is one (None: not known), and for how many seconds that holds."""

    is_there: bool | None
    ttl: int


async def spf_of(asker: Asker, domain: str) -> Policy:
    """Whether the domain names the senders of its mail."""
    return _policy(await asker.ask(domain, dns.rdatatype.TXT), _SPF)


async def dmarc_of(asker: Asker, domain: str) -> Policy:
    """Whether the domain, or the one that its owner registered, says what becomes of false mail."""
    own = await _dmarc(asker, domain)
    above = registrable_domain(domain)
    if own.is_there is not False or above is None or above == domain:
        return own
    owners = await _dmarc(asker, above)
    return Policy(owners.is_there, min(own.ttl, owners.ttl))


async def _dmarc(asker: Asker, domain: str) -> Policy:
    return _policy(await asker.ask(f"_dmarc.{domain}", dns.rdatatype.TXT), _DMARC)


def _policy(reply: Reply, pattern: re.Pattern[bytes]) -> Policy:
    if reply.is_absent:
        return Policy(False, reply.ttl)
    if reply.kind is not Kind.FOUND:
        return Policy(None, 0)
    return Policy(any(map(pattern.match, reply.texts)), reply.ttl)

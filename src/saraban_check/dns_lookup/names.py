"""The name under which DNS is asked for a domain, if it can be."""

import dns.exception
import dns.name

from ..model.lazy_pattern import lazy_pattern

_SPECIAL = ("alt", "example", "internal", "invalid", "local", "localhost", "onion", "test")
"""Top-level names that no public DNS holds (RFC 2606, 6761, 6762, 7686, 9476): asking would tell, and say nothing."""

_LONGEST = 253
_NAME = lazy_pattern(r"(?:[a-z0-9_-]{1,63}\.)+(?=[a-z0-9-]*[a-z])[a-z0-9-]{2,63}")


def name_to_ask(domain: str) -> str | None:
    """The A-label form of a domain in lower case, without the root's dot; None for what DNS cannot be asked for.

    That is what is no name (addresses, single labels, forbidden characters), and what is none of the public DNS.
    """
    name = domain.lower().removesuffix(".")
    if not name.isascii():
        try:
            name = dns.name.from_text(name, idna_codec=dns.name.IDNA_2008_UTS_46).to_text(omit_final_dot=True)
        except (dns.exception.DNSException, UnicodeError):
            return None
        name = name.lower()
    if len(name) > _LONGEST or not _NAME.fullmatch(name) or name.rpartition(".")[2] in _SPECIAL:
        return None
    return name

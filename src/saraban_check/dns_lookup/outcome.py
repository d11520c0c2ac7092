"""What the answers to the questions for mail servers and addresses prove of a domain (RFC 5321 section 5.1, 7505)."""

from collections.abc import Sequence
from typing import NamedTuple

from ..model.delivery import DnsReason, DomainAnswer, Reception
from .reply import Kind, Reply


class Concluded(NamedTuple):
    """What is known of a domain, and for how many seconds it holds; 0 where it must be asked anew."""

    answer: DomainAnswer
    ttl: int


def by_mail_servers(domain: str, reply: Reply) -> Concluded | None:
    """What the MX records say; None where there are none, so that its addresses decide."""
    if reply.kind is Kind.NO_DATA:
        return None
    if reply.kind is Kind.NO_NAME:
        return Concluded(DomainAnswer(domain, Reception.CANNOT, DnsReason.NXDOMAIN), reply.ttl)
    if reply.kind is not Kind.FOUND:
        return _unknown(domain, reply)
    # “.” beside others is a mistake, and leaves the others
    named = tuple(dict.fromkeys(server.host for server in sorted(reply.servers) if server.host))
    if not named:
        return Concluded(DomainAnswer(domain, Reception.CANNOT, DnsReason.NULL_MX), reply.ttl)
    return Concluded(DomainAnswer(domain, Reception.CAN, DnsReason.MX, named), reply.ttl)


def by_addresses(domain: str, mx: Reply, addresses: Sequence[Reply]) -> Concluded:
    """What the A and AAAA records say of a domain that has no MX record."""
    found = [reply for reply in addresses if reply.kind is Kind.FOUND]
    if found:
        answer = DomainAnswer(domain, Reception.CAN, DnsReason.ADDRESS_ONLY)
        return Concluded(answer, min(mx.ttl, *(reply.ttl for reply in found)))
    for reply in addresses:
        if not reply.is_absent:  # the other one may have been there
            return _unknown(domain, reply)
    answer = DomainAnswer(domain, Reception.CANNOT, DnsReason.NO_ADDRESS)
    return Concluded(answer, min(mx.ttl, *(reply.ttl for reply in addresses)))


def _unknown(domain: str, reply: Reply) -> Concluded:
    return Concluded(DomainAnswer(domain, Reception.UNKNOWN, reply.obstacle or DnsReason.NO_ANSWER), 0)

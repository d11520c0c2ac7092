"""One domain: the questions that are asked for it, in turn, and what is concluded from the answers."""

import asyncio

import dns.rdatatype

from .asking import Asker
from .outcome import Concluded, by_addresses, by_mail_servers
from .policies import dmarc_of, spf_of


async def conclude(asker: Asker, name: str) -> Concluded:
    """Whether the domain can receive mail: one question, and two more where it has no MX."""
    mx = await asker.ask(name, dns.rdatatype.MX)
    concluded = by_mail_servers(name, mx)
    if concluded is not None:
        return concluded
    addresses = await asyncio.gather(asker.ask(name, dns.rdatatype.A), asker.ask(name, dns.rdatatype.AAAA))
    return by_addresses(name, mx, addresses)


async def with_policies(asker: Asker, concluded: Concluded) -> Concluded:
    """The same with SPF and DMARC; to be asked anew where one of them is not known."""
    answer, ttl = concluded
    spf, dmarc = await asyncio.gather(spf_of(asker, answer.domain), dmarc_of(asker, answer.domain))
    return Concluded(answer._replace(spf=spf.is_there, dmarc=dmarc.is_there), min(ttl, spf.ttl, dmarc.ttl))

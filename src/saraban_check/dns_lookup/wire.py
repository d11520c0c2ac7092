"""Questions and answers as they travel (RFC 1035): dnspython reads and writes them.

Making a question with dnspython takes 150 µs, of which all but the name is always the same; so that part is made
once. An answer is read by dnspython whole: it comes from anywhere.
"""

from enum import Enum, auto
from functools import cache
from typing import NamedTuple

import dns.exception
import dns.flags
import dns.message
import dns.name
import dns.rcode
import dns.rdata
import dns.rdatatype

from ..model.delivery import DnsReason

PAYLOAD = 1232
"""The largest answer that is asked for over UDP, so that none is fragmented (DNS flag day 2020)."""

_HEADER = 12


class Kind(Enum):
    """What an answer says."""

    FOUND = auto()
    NO_DATA = auto()  # the name exists, but has none of these records
    NO_NAME = auto()
    TRUNCATED = auto()  # ask again over TCP
    NOT_KNOWN = auto()


class Reply(NamedTuple):
    """What came of one question. `ttl` is how many seconds it holds (RFC 2308 where there is nothing)."""

    kind: Kind
    records: tuple[dns.rdata.Rdata, ...] = ()
    ttl: int = 0
    obstacle: DnsReason | None = None

    @property
    def is_absent(self) -> bool:
        """Whether there is certainly no such record."""
        return self.kind in (Kind.NO_DATA, Kind.NO_NAME)


TRUNCATED = Reply(Kind.TRUNCATED)
_RCODES = {dns.rcode.SERVFAIL: DnsReason.SERVFAIL, dns.rcode.REFUSED: DnsReason.REFUSED}


def not_known(obstacle: DnsReason) -> Reply:
    """Nothing can be concluded."""
    return Reply(Kind.NOT_KNOWN, obstacle=obstacle)


class Question(NamedTuple):
    """A question; `section` is the question section of the message, in lower case, with which an answer must agree."""

    name: str
    type: dns.rdatatype.RdataType
    section: bytes

    def message(self, number: int) -> bytes:
        """The message to send, with the number that an answer must bear."""
        head, tail = _around(self.type)
        return number.to_bytes(2, "big") + head + self.section + tail


def question(name: str, rdtype: dns.rdatatype.RdataType) -> Question:
    """The question for records of a name, which is as `name_to_ask` gives it."""
    wire = b"".join(bytes((len(label),)) + label for label in name.encode("ascii").split(b"."))
    return Question(name, rdtype, wire + b"\0" + rdtype.to_bytes(2, "big") + b"\0\1")


@cache
def _around(rdtype: dns.rdatatype.RdataType) -> tuple[bytes, bytes]:
    """What comes between number and question, and after the question."""
    made = dns.message.make_query(dns.name.root, rdtype, use_edns=0, payload=PAYLOAD).to_wire()
    return made[2:_HEADER], made[_HEADER + 5 :]


def read_reply(data: bytes, asked: Question) -> Reply | None:
    """What a message says to a question; None where it is no answer to it, or cannot be read.

    The number is not looked at here.
    """
    if len(data) < _HEADER or not data[2] & 0x80:
        return None
    rcode = dns.rcode.from_flags(data[2] << 8 | data[3], 0)
    failed = rcode not in (dns.rcode.NOERROR, dns.rcode.NXDOMAIN)
    counted = int.from_bytes(data[4:6], "big")
    if counted == 0 and failed:  # whoever fails need not repeat the question
        return not_known(_RCODES.get(rcode, DnsReason.NO_ANSWER))
    if counted != 1 or data[_HEADER : _HEADER + len(asked.section)].lower() != asked.section.lower():
        return None
    if failed:
        return not_known(_RCODES.get(rcode, DnsReason.NO_ANSWER))
    if data[2] & 0x02:
        return TRUNCATED
    try:
        message = dns.message.from_wire(data)
        return _read(message) if isinstance(message, dns.message.QueryMessage) else None
    except (dns.exception.DNSException, ValueError, IndexError):
        return None


def _read(message: dns.message.QueryMessage) -> Reply:
    """What a message says that answers the question, aliases followed as far as it does. Raises DNSException."""
    rcode = message.rcode()
    if rcode not in (dns.rcode.NOERROR, dns.rcode.NXDOMAIN):  # an extended one
        return not_known(DnsReason.NO_ANSWER)
    chain = message.resolve_chaining()
    if chain.answer is not None:
        return Reply(Kind.FOUND, tuple(chain.answer), chain.minimum_ttl)
    types = {found.rdtype for found in message.authority}
    ttl = chain.minimum_ttl if dns.rdatatype.SOA in types else 0
    if rcode == dns.rcode.NXDOMAIN:
        return Reply(Kind.NO_NAME, ttl=ttl)
    if dns.rdatatype.NS in types and dns.rdatatype.SOA not in types:  # “ask those”: no resolver says so
        return not_known(DnsReason.NO_ANSWER)
    return Reply(Kind.NO_DATA, ttl=ttl)

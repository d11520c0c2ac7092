"""What an answer says to a question (RFC 1034, 1035, 2308)."""

import re
from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

import dns.name
import dns.rcode
import dns.rdatatype

from ..model.delivery import DnsReason
from .message import HEADER, Labels, Record, holds, name_in, read_name, sections, text_in
from .question import Question

_IN = 1
_LONGEST_CHAIN = 16
_PLAIN = re.compile(rb"[a-z0-9_-]+").fullmatch
_NS, _CNAME, _SOA = dns.rdatatype.NS, dns.rdatatype.CNAME, dns.rdatatype.SOA
_MX, _TXT, _OPT = dns.rdatatype.MX, dns.rdatatype.TXT, dns.rdatatype.OPT


class Kind(Enum):
    """What an answer says."""

    FOUND = auto()
    NO_DATA = auto()  # the name exists, but has none of these records
    NO_NAME = auto()
    TRUNCATED = auto()  # ask again over TCP
    NOT_KNOWN = auto()


class MailServer(NamedTuple):
    """An MX record; `host` is empty for “.”, which is none (RFC 7505)."""

    preference: int
    host: str


class Reply(NamedTuple):
    """What came of one question. `ttl` is how many seconds it holds (RFC 2308 where there is nothing)."""

    kind: Kind
    ttl: int = 0
    obstacle: DnsReason | None = None
    servers: tuple[MailServer, ...] = ()
    texts: tuple[bytes, ...] = ()

    @property
    def is_absent(self) -> bool:
        """Whether there is certainly no such record."""
        return self.kind in (Kind.NO_DATA, Kind.NO_NAME)


TRUNCATED = Reply(Kind.TRUNCATED)
_RCODES = {int(dns.rcode.SERVFAIL): DnsReason.SERVFAIL, int(dns.rcode.REFUSED): DnsReason.REFUSED}
_NO_ERROR, _NO_NAME = int(dns.rcode.NOERROR), int(dns.rcode.NXDOMAIN)


def not_known(obstacle: DnsReason) -> Reply:
    """Nothing can be concluded."""
    return Reply(Kind.NOT_KNOWN, obstacle=obstacle)


def read_reply(data: bytes, asked: Question) -> Reply | None:
    """What a message says to a question; None where it is no answer to it, or cannot be read.

    The number is not looked at here.
    """
    if len(data) < HEADER or not data[2] & 0x80:
        return None
    rcode = data[3] & 0x0F
    failed = rcode not in (_NO_ERROR, _NO_NAME)
    counted = data[4] << 8 | data[5]
    repeats = counted == 1 and data[HEADER : HEADER + len(asked.section)].lower() == asked.section
    if not repeats and not (failed and counted == 0):  # whoever fails need not repeat the question
        return None
    if failed:
        return not_known(_RCODES.get(rcode, DnsReason.NO_ANSWER))
    if data[2] & 0x02:
        return TRUNCATED
    try:
        return _read(data, asked, rcode)
    except (ValueError, IndexError):
        return None


def _read(data: bytes, asked: Question, rcode: int) -> Reply:
    """What a message says that answers the question. Raises ValueError or IndexError where it is malformed."""
    answer, authority, additional = sections(data)
    if any(record.type == _OPT and record.ttl >> 24 for record in additional):  # a further kind of failure
        return not_known(DnsReason.NO_ANSWER)
    found, ttls = _chain(data, answer, asked.type)
    if found is None or (found and rcode == _NO_NAME):
        return not_known(DnsReason.NO_ANSWER)
    if found:
        ttl = min([*ttls, *map(holds, found)])
        servers = tuple(_mail_server(data, r) for r in found) if asked.type == _MX else ()
        texts = tuple(text_in(data, r) for r in found) if asked.type == _TXT else ()
        return Reply(Kind.FOUND, ttl, None, servers, texts)
    starts = [record for record in authority if record.type == _SOA and record.class_ == _IN]
    least = [min(holds(r), int.from_bytes(data[r.end - 4 : r.end], "big")) for r in starts]
    ttl = min([*ttls, *least]) if starts else 0  # nothing says how long there is nothing: not to be remembered
    if rcode == _NO_NAME:
        return Reply(Kind.NO_NAME, ttl)
    if not starts and ttls:  # an alias that was not followed: nothing is said of what it stands for
        return not_known(DnsReason.NO_ANSWER)
    if not starts and any(record.type == _NS for record in authority):  # “ask those”: no resolver says so
        return not_known(DnsReason.NO_ANSWER)
    return Reply(Kind.NO_DATA, ttl)


def _chain(data: bytes, answer: Sequence[Record], wanted: int) -> tuple[list[Record] | None, list[int]]:
    """The records of the name, aliases followed, and how long the aliases hold; None where they lead nowhere."""
    named = [(read_name(data, record.owner)[0], record) for record in answer if record.class_ == _IN]
    name = read_name(data, HEADER)[0]
    ttls: list[int] = []
    for _ in range(_LONGEST_CHAIN):
        found = [record for owner, record in named if owner == name and record.type == wanted]
        alias = [record for owner, record in named if owner == name and record.type == _CNAME]
        if found or not alias:
            return found, ttls
        ttls.append(holds(alias[0]))
        name = name_in(data, alias[0].start, alias[0].end)
    return None, ttls


def _mail_server(data: bytes, record: Record) -> MailServer:
    preference = data[record.start] << 8 | data[record.start + 1]
    return MailServer(preference, _host(name_in(data, record.start + 2, record.end)))


def _host(labels: Labels) -> str:
    """A name as text; characters that no host has as `\\DDD`."""
    if all(map(_PLAIN, labels)):
        return b".".join(labels).decode("ascii")
    return dns.name.Name((*labels, b"")).to_text(omit_final_dot=True)

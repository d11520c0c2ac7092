"""One question: sent, sent once more if nothing comes, and over TCP if the answer does not fit."""

import asyncio
import time
from collections.abc import Sequence

import dns.asyncquery
import dns.exception
import dns.message
import dns.rdatatype

from ..model.delivery import DnsReason
from .question import PAYLOAD, Question, question
from .reply import Kind, Reply, not_known, read_reply
from .server import Server
from .sockets import Socket, Sockets, Waiting

_FIRST_SHARE = 0.4
"""How much of the time is waited before a question is sent again: a packet may be lost."""

_MOST_SOCKETS = 64
_WEIGHT = 0.05


class Asker:
    """Asks the servers, the second where the first does not answer or cannot. `timeout` is in seconds a question."""

    def __init__(self, servers: Sequence[Server], timeout: float, concurrency: int) -> None:
        most = min(max(concurrency, 4), _MOST_SOCKETS)
        self._servers = [Sockets(server, most) for server in servers[:2]]
        self._timeout = timeout
        self.usual: float | None = None
        """How long an answer usually takes, in seconds: a running mean; None before the first."""

    async def ask(self, name: str, rdtype: dns.rdatatype.RdataType) -> Reply:
        """What DNS says to one question. Never raises: an obstacle is a reply, too."""
        asked = question(name, rdtype)
        waiting = Waiting(asked)
        sent: list[tuple[Socket, int]] = []
        begun = time.monotonic()
        reply = refusal = None
        attempt = 0
        try:
            for attempt in (0, 1):
                left = self._timeout - (time.monotonic() - begun)
                reply = await self._try(waiting, sent, attempt, left if attempt else self._timeout * _FIRST_SHARE)
                if reply is not None and (reply.kind is not Kind.NOT_KNOWN or len(self._servers) == 1):
                    break
                refusal = refusal or reply
        finally:
            for socket, number in sent:
                socket.forget(number)
        took = time.monotonic() - begun
        if reply is None:
            return refusal or not_known(DnsReason.NO_ANSWER if waiting.is_odd else DnsReason.TIMEOUT)
        self.usual = took if self.usual is None else self.usual + _WEIGHT * (took - self.usual)
        if reply.kind is Kind.TRUNCATED:
            server = self._servers[attempt % len(self._servers)].server
            return await self._ask_tcp(server, asked, max(self._timeout - took, 0.0))
        return reply

    async def _try(
        self, waiting: Waiting, sent: list[tuple[Socket, int]], attempt: int, seconds: float
    ) -> Reply | None:
        """Send, and wait so long; None where nothing usable came, also to what was sent before."""
        loop = asyncio.get_running_loop()
        waiting.reply = loop.create_future()
        try:
            socket = await self._servers[attempt % len(self._servers)].socket()
            sent.append((socket, socket.send(waiting)))
        except OSError:
            return not_known(DnsReason.NO_ANSWER)
        timer = loop.call_later(seconds, waiting.take, None)
        try:
            return await waiting.reply
        finally:
            timer.cancel()

    async def _ask_tcp(self, server: Server, asked: Question, seconds: float) -> Reply:
        query = dns.message.make_query(asked.name + ".", asked.type, use_edns=0, payload=PAYLOAD)
        try:
            message = await dns.asyncquery.tcp(query, server.address, seconds, server.port)
        except dns.exception.Timeout:
            return not_known(DnsReason.TIMEOUT)
        except (dns.exception.DNSException, OSError, EOFError, ValueError):
            return not_known(DnsReason.NO_ANSWER)
        reply = read_reply(message.to_wire(max_size=0xFFFF), asked)
        return not_known(DnsReason.NO_ANSWER) if reply is None or reply.kind is Kind.TRUNCATED else reply

    def close(self) -> None:
        """Close the sockets."""
        for sockets in self._servers:
            sockets.close()

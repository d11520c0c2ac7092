"""One question: sent, sent once more if nothing comes, and over TCP if the answer does not fit."""

import asyncio
import time
from collections.abc import Sequence

import dns.asyncquery
import dns.exception
import dns.message
import dns.rdatatype

from ..model.delivery import DnsReason
from .connection import Socket, Waiting
from .question import PAYLOAD, Question, question
from .reply import Kind, Reply, not_known, read_reply
from .server import Server
from .sockets import PAUSE, Sockets, is_full

_FIRST_SHARE = 0.4
"""How much of the time is waited before a question is sent again: a packet may be lost."""

_MOST_SOCKETS = 64
_WEIGHT = 0.05


class Asker:
    """Asks the servers, the second where the first does not answer or cannot. `timeout` is in seconds a question."""

    def __init__(self, servers: Sequence[Server], timeout: float, concurrency: int) -> None:
        most = min(max(concurrency, 4), _MOST_SOCKETS)
        self._servers = [Sockets(server, most) for server in servers[:2]]
        self._tcp = asyncio.Semaphore(most)
        self._timeout = timeout
        self.usual: float | None = None
        """How long an answer usually takes, in seconds: a running mean; None before the first."""

    async def ask(self, name: str, rdtype: dns.rdatatype.RdataType) -> Reply:
        """What DNS says to one question. Never raises: an obstacle is a reply, too."""
        asked = question(name, rdtype)
        waiting = Waiting(asked)
        sent: list[tuple[Socket, int]] = []
        reply, took, attempt = None, 0.0, 0
        try:
            for attempt in (0, 1):
                begun = await self._send(waiting, sent, attempt)
                if begun is not None:
                    reply = await _wait(waiting, self._timeout - took if attempt else self._timeout * _FIRST_SHARE)
                    took += time.monotonic() - begun
                if reply is not None and (reply.kind is not Kind.NOT_KNOWN or len(self._servers) == 1):
                    break
        finally:
            for socket, number in sent:
                socket.forget(number)
        if reply is None:
            return waiting.refusal or not_known(DnsReason.NO_ANSWER if waiting.is_odd else DnsReason.TIMEOUT)
        self.usual = took if self.usual is None else self.usual + _WEIGHT * (took - self.usual)
        if reply.kind is Kind.TRUNCATED:
            server = self._servers[attempt % len(self._servers)].server
            async with self._tcp:
                return await self._ask_tcp(server, asked, max(self._timeout - took, 0.0))
        return reply

    async def _send(self, waiting: Waiting, sent: list[tuple[Socket, int]], attempt: int) -> float | None:
        """Send, and from when on is waited; None where there is no way to send."""
        sockets = self._servers[attempt % len(self._servers)]
        waiting.asking = sockets.server
        waiting.reply = asyncio.get_running_loop().create_future()
        try:
            socket = await sockets.socket(self._timeout)
        except OSError:
            waiting.take(not_known(DnsReason.NO_ANSWER), sockets.server)
            return None
        sent.append((socket, socket.send(waiting)))
        return time.monotonic()

    async def _ask_tcp(self, server: Server, asked: Question, seconds: float) -> Reply:
        query = dns.message.make_query(asked.name + ".", asked.type, use_edns=0, payload=PAYLOAD)
        until = time.monotonic() + seconds
        while True:
            try:
                message = await dns.asyncquery.tcp(query, server.address, until - time.monotonic(), server.port)
                break
            except dns.exception.Timeout:
                return not_known(DnsReason.TIMEOUT)
            except OSError as error:
                if not is_full(error) or time.monotonic() + PAUSE >= until:
                    return not_known(DnsReason.NO_ANSWER)
                for sockets in self._servers:
                    sockets.give_room()
                await asyncio.sleep(PAUSE)
            except (dns.exception.DNSException, EOFError, ValueError):
                return not_known(DnsReason.NO_ANSWER)
        reply = read_reply(message.to_wire(max_size=0xFFFF), asked)
        return not_known(DnsReason.NO_ANSWER) if reply is None or reply.kind is Kind.TRUNCATED else reply

    def close(self) -> None:
        """Close the sockets."""
        for sockets in self._servers:
            sockets.close()


async def _wait(waiting: Waiting, seconds: float) -> Reply | None:
    """What came within so many seconds, also to what was sent before; None where nothing usable did."""
    timer = asyncio.get_running_loop().call_later(seconds, waiting.take, None)
    try:
        return await waiting.reply
    finally:
        timer.cancel()

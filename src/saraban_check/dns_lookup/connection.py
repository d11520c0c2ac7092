"""One socket that questions are sent from, and those who wait for the answers."""

import asyncio
import secrets
from typing import cast

from ..model.delivery import DnsReason
from .question import Question
from .reply import Kind, Reply, not_known, read_reply
from .server import Server


class Waiting:
    """A question that was sent, perhaps twice, and the first usable answer to it."""

    __slots__ = ("asked", "asking", "is_odd", "refusal", "reply")

    def __init__(self, asked: Question) -> None:
        self.asked = asked
        self.asking: Server
        """Who was asked last."""
        self.reply: asyncio.Future[Reply | None]
        self.refusal: Reply | None = None
        """What somebody said who could not answer."""
        self.is_odd = False
        """Whether something came that cannot be used."""

    def take(self, reply: Reply | None, by: Server | None = None) -> None:
        """The answer of a server, or None when it has been waited for long enough.

        Who cannot answer ends the waiting for its own answer alone: not that for the server asked after it.
        """
        if reply is not None and reply.kind is Kind.NOT_KNOWN:
            self.refusal = self.refusal or reply
            if by != self.asking:
                return
        if not self.reply.done():
            self.reply.set_result(reply)


class Socket(asyncio.DatagramProtocol):
    """One socket, connected to the server. Whatever comes in that answers no question of it is dropped."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self._waiting: dict[int, Waiting] = {}
        self._transport: asyncio.DatagramTransport
        self._is_retired = False
        self.sent = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.DatagramTransport, transport)  # in Python 3.11 it only behaves like one

    def send(self, waiting: Waiting) -> int:
        """Send a question; its number, by which to `forget` it."""
        number = secrets.randbits(16)
        while number in self._waiting:
            number = secrets.randbits(16)
        self._waiting[number] = waiting
        self.sent += 1
        self._transport.sendto(waiting.asked.message(number))
        return number

    def datagram_received(self, data: bytes, addr: object) -> None:
        waiting = self._waiting.get(int.from_bytes(data[:2], "big"))
        if waiting is None:
            return
        reply = read_reply(data, waiting.asked)
        if reply is None:
            waiting.is_odd = True  # what was sent by somebody else must not end the waiting
        else:
            waiting.take(reply, self.server)

    def error_received(self, exc: Exception) -> None:
        """The system says that nobody is there: all who wait for this server's answer here need not wait for it."""
        for waiting in self._waiting.values():
            waiting.take(not_known(DnsReason.NO_ANSWER), self.server)

    def forget(self, number: int) -> None:
        """Nobody waits any more."""
        self._waiting.pop(number, None)
        if self._is_retired and not self._waiting:
            self._transport.close()

    def retire(self) -> None:
        """Send nothing more; close when nobody waits."""
        self._is_retired = True
        if not self._waiting:
            self._transport.close()

"""Questions over UDP: a few connected sockets, each at a random port and for a limited number of questions.

Whoever wants to slip in a false answer from elsewhere must guess port and number of a question (32 bits), and send
from the server's address: the socket is connected, so the system drops what comes from any other. An answer must
repeat the question, too. Ports change after every so many questions, so that none can be found out and worked on.
"""

import asyncio
import random
import secrets
from collections.abc import Callable
from typing import cast

from ..model.delivery import DnsReason
from .question import Question
from .reply import Reply, not_known, read_reply
from .server import Server
from .servers import family_of

_QUESTIONS = 100
"""How many questions a port is used for."""

_random = random.SystemRandom()


class Waiting:
    """A question that was sent, perhaps twice, and the first usable answer to it."""

    __slots__ = ("asked", "is_odd", "reply")

    def __init__(self, asked: Question) -> None:
        self.asked = asked
        self.reply: asyncio.Future[Reply | None]
        self.is_odd = False
        """Whether something came that cannot be used."""

    def take(self, reply: Reply | None) -> None:
        """The answer, or None when it has been waited for long enough."""
        if not self.reply.done():
            self.reply.set_result(reply)


class Socket(asyncio.DatagramProtocol):
    """One connected socket. Whatever comes in that answers no question of it is dropped."""

    def __init__(self) -> None:
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
            waiting.take(reply)

    def error_received(self, exc: Exception) -> None:
        """The system says that nobody is there."""
        for waiting in self._waiting.values():
            waiting.take(not_known(DnsReason.NO_ANSWER))

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


class Sockets:
    """The sockets to one server; at most `most` that are sent from."""

    def __init__(self, server: Server, most: int, choose: Callable[[int], int] = _random.randrange) -> None:
        self.server = server
        self._most = most
        self._open: list[Socket] = []
        self._choose = choose

    async def socket(self) -> Socket:
        """A socket to send from. Raises OSError where there is no way to the server."""
        if len(self._open) < self._most:
            self._open.append(await self._new())
        at = self._choose(len(self._open))
        if self._open[at].sent >= _QUESTIONS:
            fresh = await self._new()
            at = at if at < len(self._open) else 0
            self._open[at].retire()
            self._open[at] = fresh
        return self._open[at]

    async def _new(self) -> Socket:
        server = self.server
        _, made = await asyncio.get_running_loop().create_datagram_endpoint(
            Socket, remote_addr=(server.address, server.port), family=family_of(server)
        )
        return made

    def close(self) -> None:
        """Close all that are sent from; those that are retired close by themselves."""
        for socket in self._open:
            socket.retire()
        self._open.clear()

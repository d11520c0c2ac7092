"""Questions over UDP: a few connected sockets, each at a random port and for a limited number of questions.

Whoever wants to slip in a false answer from elsewhere must guess port and number of a question (32 bits), and send
from the server's address: the socket is connected, so the system drops what comes from any other. An answer must
repeat the question, too. Ports change after every so many questions, so that none can be found out and worked on.
"""

import asyncio
import errno
import random
import time
from collections.abc import Callable

from .connection import Socket
from .server import Server
from .servers import family_of

_QUESTIONS = 100
"""How many questions a port is used for."""

PAUSE = 0.05
"""How long is waited, in seconds, before a socket is asked for again where the system gives no more."""

_NO_MORE = (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM)

_random = random.SystemRandom()


def is_full(error: OSError) -> bool:
    """Whether the system gives no more sockets for now; that says nothing of the server."""
    return error.errno in _NO_MORE or getattr(error, "winerror", None) in (10024, 10055)  # WSAEMFILE, WSAENOBUFS


class Sockets:
    """The sockets to one server. At most `most` are sent from, fewer where the system gives no more.

    Besides them, those that were retired stay open as long as somebody waits for an answer there.
    """

    def __init__(self, server: Server, most: int, choose: Callable[[int], int] = _random.randrange) -> None:
        self.server = server
        self._most = most
        self._open: list[Socket] = []
        self._coming = 0
        self._came = asyncio.Event()
        self._choose = choose

    async def socket(self, patience: float) -> Socket:
        """A socket to send from, waited for so many seconds if need be. Raises OSError where there is no way."""
        until = time.monotonic() + patience
        while True:
            if len(self._open) + self._coming < self._most:
                try:
                    return await self._further()
                except OSError as error:
                    if not is_full(error) or (not self._open and time.monotonic() >= until):
                        raise
                if not self._open:
                    await asyncio.sleep(PAUSE)
                elif len(self._open) < self._most:
                    self.give_room()
            elif self._open:
                chosen = self._open[self._choose(len(self._open))]
                return await self._instead_of(chosen) if chosen.sent >= _QUESTIONS else chosen
            else:  # all places are taken, and nobody is there yet
                self._came.clear()
                await self._came.wait()

    def give_room(self) -> None:
        """Make do with fewer: the system gives no more, and there are others who need some."""
        self._most = max(len(self._open) * 3 // 4, 1)
        while len(self._open) > self._most:
            self._open.pop().retire()

    async def _further(self) -> Socket:
        """One more, in a place that nobody else takes meanwhile. Raises OSError."""
        self._coming += 1
        try:
            made = await self._new()
            self._open.append(made)
            return made
        finally:
            self._coming -= 1
            self._came.set()

    async def _instead_of(self, worn: Socket) -> Socket:
        """A fresh one in the place of one; that one again where there is none. Raises OSError."""
        worn.sent = 0  # nobody else replaces it meanwhile
        try:
            made = await self._new()
        except OSError as error:
            if not is_full(error):
                raise
            return worn  # rather a port that is used for longer than no answer
        if worn in self._open:  # it has not had to give room meanwhile
            self._open.remove(worn)
            worn.retire()
        self._open.append(made)
        return made

    async def _new(self) -> Socket:
        server = self.server
        _, made = await asyncio.get_running_loop().create_datagram_endpoint(
            lambda: Socket(server), remote_addr=(server.address, server.port), family=family_of(server)
        )
        return made

    def close(self) -> None:
        """Close all that are sent from; those that are retired close by themselves."""
        for socket in self._open:
            socket.retire()
        self._open.clear()

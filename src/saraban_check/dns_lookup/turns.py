"""Turns: so many at a time. Whoever waits unusually long hands its turn on and waits without it.

There are few at first, and one more with each that is over quickly, as in TCP's slow start (RFC 5681 section 3.1): a
thousand questions at once would be lost in a server's buffer, or their answers be read too late by a busy machine.
"""

import asyncio
import math
import time

_AT_FIRST = 50


class Turns:
    """At most `number` turns; more than the first only where they are over within `quick` seconds.

    What is under way at a time is at most `number` × (time-out / patience): memory stays flat.
    """

    def __init__(self, number: int, quick: float) -> None:
        self._free = asyncio.Semaphore(min(number, _AT_FIRST))
        self._further = max(number - _AT_FIRST, 0)
        self._quick = quick

    async def take(self, patience: float) -> "Turn":
        """Wait for a turn; it ends by itself after so many seconds."""
        await self._free.acquire()
        return Turn(self, patience)

    def give_back(self, took: float) -> None:
        """A turn is over, after so many seconds."""
        self._free.release()
        if self._further and took < self._quick:
            self._further -= 1
            self._free.release()


class Turn:
    """One of the turns; given back once, when it is over or has lasted too long."""

    __slots__ = ("_begun", "_of", "_timer")

    def __init__(self, of: Turns, seconds: float) -> None:
        self._of: Turns | None = of
        self._begun = time.monotonic()
        self._timer = asyncio.get_running_loop().call_later(seconds, self._hand_on)

    def over(self) -> None:
        """It is done with; a second time, nothing happens."""
        self._give_back(time.monotonic() - self._begun)

    def _hand_on(self) -> None:
        self._give_back(math.inf)

    def _give_back(self, took: float) -> None:
        if self._of is not None:
            self._timer.cancel()
            self._of.give_back(took)
            self._of = None

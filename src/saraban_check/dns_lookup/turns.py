"""Turns: so many at a time. Whoever waits unusually long hands its turn on and waits without it."""

import asyncio


class Turn:
    """One of the turns; given back once, when it is over or has lasted too long."""

    __slots__ = ("_free", "_timer")

    def __init__(self, free: asyncio.Semaphore, seconds: float) -> None:
        self._free: asyncio.Semaphore | None = free
        self._timer = asyncio.get_running_loop().call_later(seconds, self.over)

    def over(self) -> None:
        """Hand it on; a second time, nothing happens."""
        if self._free is not None:
            self._timer.cancel()
            self._free.release()
            self._free = None


class Turns:
    """`number` turns. What is under way at a time is at most `number` × (time-out / patience): memory stays flat."""

    def __init__(self, number: int) -> None:
        self._free = asyncio.Semaphore(number)

    async def take(self, patience: float) -> Turn:
        """Wait for a turn; it ends by itself after so many seconds."""
        await self._free.acquire()
        return Turn(self._free, patience)

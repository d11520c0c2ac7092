"""Which of the servers can be believed: each is asked by itself, for one that lies must not answer for another."""

import asyncio
from collections.abc import Sequence
from typing import NamedTuple

from ..model.text import Text
from .asking import Asker
from .canary import odd_of
from .server import Server

_GRACE = 0.5
"""How long, in seconds, the others are waited for when one can be believed: one that is dead must not hold up all."""

_AT_A_TIME = 4


class Believed(NamedTuple):
    """The servers that can be believed, in order; and what was odd about others that were waited for."""

    servers: tuple[Server, ...]
    odd: dict[Server, Text]


async def believed_of(servers: Sequence[Server], timeout: float) -> Believed:
    """Ask each server what it must know. `timeout` is in seconds a question."""
    asking = {asyncio.create_task(_odd_of(server, timeout)): server for server in servers}
    waiting, is_one = set(asking), False
    try:
        while waiting:
            done, waiting = await asyncio.wait(
                waiting, timeout=_GRACE if is_one else None, return_when=asyncio.FIRST_COMPLETED
            )
            if not done:
                break
            is_one = is_one or any(task.result() is None for task in done)
    finally:
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
    found = {server: task.result() for task, server in asking.items() if task not in waiting}
    return Believed(
        tuple(server for server, odd in found.items() if odd is None),
        {server: odd for server, odd in found.items() if odd is not None},
    )


async def _odd_of(server: Server, timeout: float) -> Text | None:
    asker = Asker((server,), timeout, _AT_A_TIME)
    try:
        return await odd_of(asker)
    finally:
        asker.close()

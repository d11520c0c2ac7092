"""Limits of time that a busy or slow machine does not break: of CPU time, by what the machine does just then."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

_QUIET = 0.027
"""CPU seconds that `_work` takes on a quiet core of 2024."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """What is done inside takes no more CPU seconds than that, on a machine as fast as a quiet core of 2024.

    Processes that were started inside and have ended count as well (not on Windows, which does not tell). Where a fixed
    piece of work, done before and after it, takes longer than there, it may take longer by as much.
    """
    before, started = _work(), _spent()
    yield
    taken = _spent() - started
    slowness = max(1.0, before / _QUIET, _work() / _QUIET)
    assert taken <= seconds * slowness, f"{taken:.2f} CPU seconds, where {seconds} × {slowness:.2f} are allowed"


def _work() -> float:
    started = _spent()
    found: dict[str, int] = {}
    for number in range(100_000):
        word = f"w{number % 977}"
        found[word] = found.get(word, 0) + number
    return _spent() - started


def _spent() -> float:
    return sum(os.times()[:4])

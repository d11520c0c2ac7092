"""Short texts that come again with every mail of a system are read once: its name, its headers, the words it uses."""

from collections.abc import Callable
from functools import lru_cache, update_wrapper
from typing import TypeVar

_Text = TypeVar("_Text", str, bytes)
_Read = TypeVar("_Read")
_LONGEST = 300
_MOST = 128
"""Texts that are remembered by one function; of these lengths they take less than 100 kB."""


def remembered(read: Callable[[_Text], _Read]) -> Callable[[_Text], _Read]:
    """A function of one text that remembers what it found in the last short ones; what it gives must not be changed."""
    known = lru_cache(maxsize=_MOST)(read)

    def look_up(text: _Text) -> _Read:
        return known(text) if len(text) <= _LONGEST else read(text)

    return update_wrapper(look_up, read)

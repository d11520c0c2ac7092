"""What each distinct text of a column was read as: a list of a million rows has few, and each is read once."""

from collections.abc import Callable, Iterable
from typing import TypeVar

Key = TypeVar("Key", bound=Iterable[str])
Value = TypeVar("Value")
MOST, LONGEST = 10_000, 300
"""So many texts of a column are kept, and none longer: of a column of free text nothing is hoarded."""


class Remembered(dict[Key, Value]):
    """The values by their texts, or by several texts of a row, read when first asked for. What `read` raises is raised,
    and nothing is kept."""

    def __init__(self, read: Callable[[Key], Value]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, key: Key) -> Value:
        value = self._read(key)
        if sum(map(len, key)) <= LONGEST:
            if len(self) >= MOST:
                self.clear()
            self[key] = value
        return value

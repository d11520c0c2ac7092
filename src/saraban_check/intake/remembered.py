"""What each distinct text of a column was read as: a list of a million rows has few, and each is read once."""

from collections.abc import Callable
from typing import TypeVar

Value = TypeVar("Value")
MOST, LONGEST = 10_000, 300
"""So many texts of a column are kept, and none longer: of a column of free text nothing is hoarded."""


class Remembered(dict[str, Value]):
    """The values by their texts, read when first asked for. What `read` raises is raised, and nothing is kept."""

    def __init__(self, read: Callable[[str], Value]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, text: str) -> Value:
        value = self._read(text)
        if len(text) <= LONGEST:
            if len(self) >= MOST:
                self.clear()
            self[text] = value
        return value

"""A large JSON object, member by member, so that no more of it is held as objects than one agency.

A hundred megabytes of `[[],[],…` would become two gigabytes of lists if they were read at once.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, NoReturn

from ..model.lazy_pattern import lazy_pattern

_SPACE = lazy_pattern(r"[ \t\n\r]*")
_LENGTHS = (1 << 12, 1 << 15, 1 << 18, 1 << 22)
"""So many characters are looked at for one value: first a few, and more only where they do not hold it."""
_MOST_MEMBERS = 100


class JsonError(Exception):
    """The text is no JSON object as it is read here; `line` says where (1 = first)."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def members(text: str, stream: str) -> Iterator[tuple[str, Any]]:
    """The members of the object that a text is; of the list called `stream`, each element as a member of its own.

    Raises JsonError where the text is no object, goes on behind it, holds NaN or a value of more than 4 million
    characters, or is nested too deeply.
    """
    reader = _Reader(text)
    reader.expect("{")
    if reader.take("}"):
        return reader.end()
    for _ in range(_MOST_MEMBERS):
        key = reader.value()
        if not isinstance(key, str):
            reader.fail()
        reader.expect(":")
        if key == stream and reader.take("["):
            yield from ((key, element) for element in reader.elements())
        else:
            yield key, reader.value()
        if reader.take("}"):
            return reader.end()
        reader.expect(",")
    reader.fail()


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)  # NaN and Infinity are no JSON


class _Reader:
    """Goes through the text once, from its beginning to its end."""

    def __init__(self, text: str) -> None:
        self._text, self._at = text, 0
        self._decode = json.JSONDecoder(parse_constant=_no_constant).raw_decode

    def fail(self) -> NoReturn:
        raise JsonError(self._text.count("\n", 0, self._at) + 1)

    def take(self, sign: str) -> bool:
        """Step over a sign, if it stands here."""
        found = _SPACE.match(self._text, self._at)
        assert found is not None
        self._at = found.end()
        if not self._text.startswith(sign, self._at):
            return False
        self._at += 1
        return True

    def expect(self, sign: str) -> None:
        if not self.take(sign):
            self.fail()

    def end(self) -> None:
        self.take(" ")
        if self._at != len(self._text):
            self.fail()

    def elements(self) -> Iterator[Any]:
        """The elements of a list whose bracket was taken."""
        if self.take("]"):
            return
        while True:
            yield self.value()
            if self.take("]"):
                return
            self.expect(",")

    def value(self) -> Any:
        """The value that stands here."""
        self.take(" ")
        for length in _LENGTHS:
            piece = self._text[self._at : self._at + length]
            with suppress(ValueError, RecursionError):
                value, used = self._decode(piece)
                self._at += used
                return value
            if len(piece) < length:
                break
        return self.fail()

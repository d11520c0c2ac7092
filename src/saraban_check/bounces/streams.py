"""Bytes of mailboxes as they come: counted, unpacked, with the line ends that everybody has."""

import zlib
from io import BytesIO

from ..intake.limits import Limits, too_much
from .archive import Readable

_MB = 1 << 20
_CHUNK = 1 << 16
_GZIP = b"\x1f\x8b"


class Counted:
    """A stream of which every byte is counted. Raises InputError beyond a limit, which is named by its field."""

    def __init__(self, stream: Readable, name: str, limits: Limits, limit: str = "text_mb") -> None:
        self._stream, self._name, self._limit, self._size = stream, name, limit, 0
        self._most: int = getattr(limits, limit)

    def read(self, size: int, /) -> bytes:
        data = self._stream.read(size)
        self._size += len(data)
        if self._size > self._most * _MB:
            raise too_much(self._name, self._limit, f"> {self._most:,}", self._most)
        return data


class Again:
    """A stream of which the beginning was looked at already."""

    def __init__(self, head: bytes, stream: Readable) -> None:
        self._head, self._stream = BytesIO(head), stream

    def read(self, size: int, /) -> bytes:
        return self._head.read(size) or self._stream.read(size)


class Unpacked:
    """What is in a .gz (RFC 1952), one member after the other, a piece at a time: a bomb is only ever its next piece.

    Reading raises zlib.error where it is damaged and EOFError where it ends too early. What stands behind the last
    member counts for nothing, as with gzip(1).
    """

    def __init__(self, stream: Readable) -> None:
        self._stream, self._packed, self._is_over = stream, b"", False
        self._member = zlib.decompressobj(zlib.MAX_WBITS | 16)

    def read(self, size: int, /) -> bytes:
        while not self._is_over:
            self._packed = self._packed or self._stream.read(_CHUNK)
            is_last = not self._packed
            data = self._member.decompress(self._packed, size)
            self._packed = self._member.unconsumed_tail
            if self._member.eof:
                self._begin_next(self._member.unused_data)
            elif is_last and not data:
                raise EOFError
            if data:
                return data
        return b""

    def _begin_next(self, rest: bytes) -> None:
        self._packed = rest if len(rest) > 1 else rest + self._stream.read(_CHUNK)
        self._is_over = not self._packed.startswith(_GZIP)
        self._member = zlib.decompressobj(zlib.MAX_WBITS | 16)


class WithLineFeeds:
    """A stream whose lines end in CR alone, as on old Macs, with the line ends of others."""

    def __init__(self, stream: Readable) -> None:
        self._stream = stream

    def read(self, size: int, /) -> bytes:
        return self._stream.read(size).replace(b"\r\n", b"\n").replace(b"\r", b"\n")

"""A stream without a name (standard input), taken piece by piece and counted as it comes: it may have no end."""

import os
import stat
from collections.abc import Iterator
from typing import BinaryIO

from ..model.errors import InputError
from ..model.text import Text
from .limits import Limits, too_much
from .source import limit_of

_CHUNK, _MB = 1 << 20, 1 << 20
_DEVICE = Text(
    "{file}: เป็นอุปกรณ์ที่ไม่มีวันจบ ส่งไฟล์หรือท่อเข้ามาแทน", "{file}: a device without an end; send a file or a pipe instead"
)


def read_stream(stream: BinaryIO, limits: Limits, *, name: str, limit: str | None = None) -> Iterator[bytes]:
    """Its pieces. `limit` is the limit that holds; if none is named, that of what the stream begins as.

    Raises InputError as soon as there is more than the limit allows, and where a device gives anything at all.
    """
    is_device = _is_device(stream)
    size = 0
    while chunk := stream.read(_CHUNK):
        if is_device:
            raise InputError(_DEVICE, file=name)
        limit = limit or limit_of(chunk)
        most, size = getattr(limits, limit), size + len(chunk)
        if size > most * _MB:
            raise too_much(name, limit, f"> {most:,}", most)
        yield chunk


def _is_device(stream: BinaryIO) -> bool:
    """Whether it is one that nobody types into."""
    try:
        mode = os.fstat(stream.fileno()).st_mode
    except (OSError, ValueError):  # a stream of Python's own
        return False
    return (stat.S_ISCHR(mode) or stat.S_ISBLK(mode)) and not stream.isatty()

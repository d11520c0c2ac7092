"""A registry as one compact file, and back.

The first line says what it is; the rest is compressed (zlib, whose checksum finds damage): a line of JSON with the
head, a line an agency, and a last line of JSON with the differences from the registry before.
"""

import re
import zlib
from typing import TYPE_CHECKING, Any

from ..model.errors import InputError
from ..model.lazy_pattern import lazy_pattern
from .registry import DAMAGED, Head, Registry, line_of

if TYPE_CHECKING:  # they fold names, which whoever looks a code up has no need of
    from .differences import Differences

MAGIC = b"saraban-check/registry/1\n"
_MOST_BYTES = 64 << 20
_LINE = re.compile(r"[0-9]{8}(?:\t[^\t]*){5}").fullmatch
_DAY = lazy_pattern(r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")


def pack(registry: Registry, changes: "Differences") -> bytes:
    """The file of a registry and of how it differs from the one before: the same two give the same bytes."""
    import json

    lines = [json.dumps(registry.head._asdict(), ensure_ascii=False), *map(line_of, registry)]
    lines.append(json.dumps(changes._asdict(), ensure_ascii=False))
    return MAGIC + zlib.compress("\n".join(lines).encode(), 9)


def unpack(data: bytes, file: str) -> Registry:
    """The registry in a file's bytes. Raises InputError where they are none, or damaged."""
    import json

    head, *lines, changes = _lines(data, file)
    try:
        return Registry(_read_head(json.loads(head)), {line[:8]: line for line in lines}, changes)
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):  # 1e999 is a number in JSON
        raise InputError(DAMAGED, file=file) from None


def _read_head(value: dict[str, Any]) -> Head:
    """The head from JSON. Raises ValueError, TypeError or KeyError where it is none."""
    if not _DAY.fullmatch(value["date"]):
        raise ValueError
    numbers = int(value["rows"]), int(value["left_out"])
    return Head(str(value["source"]), value["date"], *numbers, bool(value["is_file_date"]))


def differences_of(registry: Registry) -> "Differences":
    """How a registry that was unpacked differs from the one before it. Raises InputError where that is damaged."""
    import json

    from .differences import NO_DIFFERENCES, read_differences

    try:
        return read_differences(json.loads(registry.changes)) if registry.changes else NO_DIFFERENCES
    except (ValueError, TypeError, KeyError, RecursionError):
        raise InputError(DAMAGED, file=registry.head.source) from None


def _lines(data: bytes, file: str) -> list[str]:
    reader = zlib.decompressobj()
    try:
        text = reader.decompress(data[len(MAGIC) :], _MOST_BYTES).decode()
    except (zlib.error, UnicodeDecodeError):
        raise InputError(DAMAGED, file=file) from None
    lines = text.split("\n")
    well_formed = len(lines) >= 2 and all(map(_LINE, lines[1:-1]))
    if not data.startswith(MAGIC) or not reader.eof or not well_formed:
        raise InputError(DAMAGED, file=file)
    return lines

"""How many files an archive names, before its directory is read: a small file may name a million.

Source: PKWARE APPNOTE 4.3.14 and 4.3.16, the end of central directory records.
"""

import struct
from pathlib import Path

_END = b"PK\x05\x06"
_END_64, _SEE_64 = b"PK\x06\x06", 0xFFFFFFFF
_NEAR_END = 22 + 65_535
"""The record, and the longest comment that may stand behind it."""
_MOST_BYTES = 4 << 20
"""Of the directory, at 46 bytes and a name each: tens of thousands, where a workbook has a few hundred at most."""


def is_directory_too_large(path: Path) -> bool:
    """Whether an archive names more files than any document or workbook has. Raises OSError."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - _NEAR_END))
        tail = file.read()
    at = tail.rfind(_END)
    if at < 0 or at + 16 > len(tail):
        return False  # then it is no archive, which its reader says
    (length,) = struct.unpack_from("<I", tail, at + 12)
    wide = tail.rfind(_END_64, 0, at)
    if length == _SEE_64 and 0 <= wide <= len(tail) - 48:
        (length,) = struct.unpack_from("<Q", tail, wide + 40)
    return bool(length > _MOST_BYTES)

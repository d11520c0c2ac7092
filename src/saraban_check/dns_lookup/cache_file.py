"""Which file is a cache of ours: only such a one is ever written to, or thrown away."""

import struct
from pathlib import Path

APPLICATION_ID = 0x53425243
"""“SBRC”, in SQLite's header of our files (https://www.sqlite.org/fileformat.html, section 1.3.14)."""

_MAGIC = b"SQLite format 3\0"
_ID_AT, _HEADER = 68, 100


def is_ours(file: Path) -> bool:
    """Whether a file is a cache of ours, damaged or not; also where there is none yet, or an empty one.

    Raises OSError where it cannot be read.
    """
    if not file.exists():
        return True
    if not file.is_file():
        return False
    with file.open("rb") as opened:
        header = opened.read(_HEADER)
    if not header:
        return True
    held = header[_ID_AT : _ID_AT + 4]
    return header.startswith(_MAGIC) and held == struct.pack(">I", APPLICATION_ID)


def throw_away(file: Path) -> None:
    """Delete a cache with what SQLite keeps beside it. Raises OSError."""
    file.unlink(missing_ok=True)
    for rest in ("-journal", "-wal", "-shm"):
        file.with_name(file.name + rest).unlink(missing_ok=True)

"""The zip: the same files give the same bytes (with the same zlib)."""

import re
import zipfile
import zlib
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

Files = dict[str, bytes]
"""What each file holds, by its path below the folder, with forward slashes."""

_BELOW = re.compile(r"""(?:(?!\.{1,2}/)[^/\\:*?"<>|\x00-\x1f]+/)*(?!\.{1,2}\Z)[^/\\:*?"<>|\x00-\x1f]+""")
_FIRST_DAY = datetime(2020, 1, 1, tzinfo=UTC)
_STEPS = 5 * 365 * 24 * 1800  # of two seconds, in which a zip counts: five years
_REGULAR_FILE = 0o100644 << 16


def merged(*parts: Mapping[str, bytes]) -> Files:
    """All files. Raises ValueError where two of them are one file on Windows, which knows no upper and lower case, and
    where the path of one leads elsewhere than below the folder: zips and wheels of others name what they like.
    """
    files: Files = {}
    seen: dict[str, bytes] = {}
    for part in parts:
        for name, data in part.items():
            if not _BELOW.fullmatch(name):
                raise ValueError(f"{name!a} is no path below a folder of Windows")
            if seen.setdefault(name.casefold(), data) != data:
                raise ValueError(f"two files are called {name}")
            files[name] = data
    return files


def write_zip(path: Path, files: Mapping[str, bytes]) -> None:
    """Write the zip, sorted by name."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in sorted(files.items()):
            info = zipfile.ZipInfo(name, _time(data))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = _REGULAR_FILE
            archive.writestr(info, data, compresslevel=9)


def _time(data: bytes) -> tuple[int, int, int, int, int, int]:
    """A time that follows from what the file holds.

    Unpacked over an earlier version, a module of the same size but of another time is compiled anew; had all files one
    time, Python would go on with what it had compiled.
    """
    time = _FIRST_DAY + timedelta(seconds=2 * (zlib.crc32(data) % _STEPS))
    return time.year, time.month, time.day, time.hour, time.minute, time.second

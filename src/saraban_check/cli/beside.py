"""The names of results that are written beside the file that was given, where none was named for them.

They are called `ผล-NAME`. Whatever stands there and is not as this program wrote it (another's file, or a result into
which somebody has worked), or is open in a program that locks it, stays: then all results of the run take the next free
number, `ผล-NAME-2` (decisions: Rounds).
"""

from collections.abc import Sequence
from itertools import count
from pathlib import Path

from ..writing.own_files import is_own_file

_PREFIX = "ผล-"
_AND_MORE = " และอีก {count} ไฟล์"
_MOST_BYTES = 180
"""Of a name: with prefix, number and ending it is to stay below the 255 that file systems allow."""
_MOST_TRIES = 100


def results_beside(files: Sequence[Path], endings: Sequence[str]) -> tuple[list[Path], Path | None]:
    """Where the results of some files go, one for each ending, beside the first; and the name that was not free."""
    first = files[0] if files[0].name not in ("", "..") else files[0].resolve()
    name = _cut(first.name if first.is_dir() else first.stem)
    more = _AND_MORE.format(count=len(files) - 1) if len(files) > 1 else ""
    taken = None
    for number in count(1):
        numbered = f"-{number}" if number > 1 else ""
        paths = [first.parent / f"{_PREFIX}{name}{more}{numbered}{ending}" for ending in endings]
        other = next((path for path in paths if not _is_free(path)), None)
        if other is None or number == _MOST_TRIES:  # whoever writes there says that it may not
            return paths, taken
        taken = taken or other
    raise AssertionError


def _is_free(path: Path) -> bool:
    """Whether nothing stands there, or what this program wrote and nobody holds open or has made read-only.

    What a link leads to is elsewhere, and nobody named it.
    """
    try:
        if path.is_symlink():
            return False
        if not path.exists():
            return True
        with path.open("r+b"):
            return is_own_file(path)
    except OSError:
        return False


def _cut(name: str) -> str:
    return name.encode("utf-8", "surrogateescape")[:_MOST_BYTES].decode("utf-8", "ignore")

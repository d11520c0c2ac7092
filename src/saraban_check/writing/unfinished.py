"""A file while it is written, beside its place; and what is left of those of a run that was killed.

Whoever writes one holds a lock on it, which goes with the process, however that ends: one that can be locked is
nobody's any more. Locks may not reach from one computer to another, so of those of others only old ones are taken.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import BinaryIO

from ..model.lazy_pattern import lazy_pattern

if sys.platform != "win32":  # which lets nobody delete an open file: there no locks are needed
    import fcntl

_NAME = lazy_pattern(r"\.saraban-check-(?:([0-9a-f]{8})-)?[0-9a-f]{16}\.part")
_OLD = 24 * 60 * 60.0
"""Seconds after which a file in which nothing was written is taken for left over, whoever wrote it."""


@cache
def _host() -> str:
    from hashlib import sha256

    return sha256(_computer().encode("utf-8", "replace")).hexdigest()[:8]


def _computer() -> str:
    """Its name, without asking Windows for everything else that `platform` would want to know."""
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    else:  # noqa: RET505  (the checker of types looks at one of both)
        return os.uname().nodename


@contextmanager
def unfinished(place: Path) -> Iterator[tuple[Path, BinaryIO]]:
    """A new file beside a place, open for writing; it is gone at the end, unless it was moved. Raises OSError.

    Ctrl-C may come as soon as the file is there: its name is known before, and no frame but this one holds it open,
    which Windows would not let be taken away.
    """
    beside = place.with_name(f".saraban-check-{_host()}-{os.urandom(8).hex()}.part")
    file: BinaryIO | None = None
    try:
        while file is None or not _is_there(file):
            if file is not None:
                file.close()
            file = beside.open("xb")
            with suppress(OSError):  # a file system without locks
                _lock(file)
        yield beside, file
    finally:
        with suppress(OSError):  # what it still held does not fit on the disk: who wrote it was told
            if file is not None:
                file.close()
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _is_there(file: BinaryIO) -> bool:
    """Whether nobody took it away before it was locked; on Windows nobody can."""
    return sys.platform == "win32" or os.fstat(file.fileno()).st_nlink > 0


def _lock(file: BinaryIO) -> None:
    """Raises OSError where another process holds it."""
    if sys.platform != "win32":
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def remove_leftovers(folder: Path) -> None:
    """Take away what killed runs left in a folder. What cannot be is left: it harms nobody."""
    with suppress(OSError):
        for path in folder.glob(".saraban-check-*.part"):
            if (found := _NAME.fullmatch(path.name)) and not path.is_symlink():
                with suppress(OSError):
                    _remove(path, is_ours=found[1] == _host())


def _remove(path: Path, *, is_ours: bool) -> None:
    if not is_ours and time.time() - path.stat().st_mtime < _OLD:
        return
    with ExitStack() as stack:
        if sys.platform != "win32":
            _lock(stack.enter_context(path.open("rb")))
        path.unlink()

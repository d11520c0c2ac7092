"""Files that results are written to: beside their place first, and moved over it when complete."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from ..api import RequestError
from ..model.text import Text
from ..reports.writers import WRITERS, Writer

_NO_WRITER = Text("-o {file}: ไม่รู้จักนามสกุลไฟล์นี้ ใช้ {choices}", "-o {file}: no such kind of file; use {choices}")
_SAME = Text(
    "-o {file}: เป็นไฟล์ต้นทาง จะไม่เขียนทับ ใช้ชื่ออื่น",
    "-o {file}: this is the input, which is never written over; use another name",
)
_TWICE = Text("-o {file}: ระบุไฟล์เดียวกันสองครั้ง", "-o {file}: the same file was named twice")
_NO_FOLDER = Text(
    "-o {file}: ไม่มีโฟลเดอร์ {folder} สร้างก่อนแล้วลองใหม่", "-o {file}: there is no folder {folder}; make it first"
)
_IS_FOLDER = Text("-o {file}: เป็นโฟลเดอร์ ระบุชื่อไฟล์", "-o {file}: this is a folder; name a file")
_FAILED = Text(
    "-o {file}: เขียนไฟล์ไม่ได้ ({reason}) ไฟล์เดิมไม่ถูกแตะต้อง",
    "-o {file}: it could not be written ({reason}); what stood there is untouched",
)


def check_outputs(outputs: list[Path], source: Path | None) -> list[tuple[Path, Writer]]:
    """The writer of each output file, before any work is done. Raises RequestError where one cannot be."""
    found: list[tuple[Path, Writer]] = []
    seen: set[Path] = set()
    for path in outputs:
        writer = WRITERS.get(path.suffix.lower().lstrip("."))
        if writer is None:
            raise RequestError(_NO_WRITER, file=path, choices=", ".join("." + name for name in WRITERS))
        try:
            _check_place(path, source)
        except OSError as error:
            raise RequestError(_FAILED, file=path, reason=error.strerror or str(error)) from None
        if path.resolve() in seen:
            raise RequestError(_TWICE, file=path)
        seen.add(path.resolve())
        found.append((path, writer))
    return found


def _check_place(path: Path, source: Path | None) -> None:
    if path.is_dir():
        raise RequestError(_IS_FOLDER, file=path)
    if not path.parent.is_dir():
        raise RequestError(_NO_FOLDER, file=path, folder=path.parent)
    if source is not None and path.exists() and source.exists() and path.samefile(source):
        raise RequestError(_SAME, file=path)


def write_file(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file whole or not at all. Raises RequestError where it cannot be written."""
    beside = path.with_name(f".saraban-check-{os.urandom(8).hex()}.part")
    try:
        with beside.open("xb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        raise RequestError(_FAILED, file=path, reason=error.strerror or str(error)) from None
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)

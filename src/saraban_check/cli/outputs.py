"""Files that results are written to: beside their place first, and moved over it when complete."""

import errno
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from ..formats import Result, Writer, writer_for, writers_of
from ..model.errors import RequestError
from ..model.near import meant
from ..model.os_reasons import reason_of
from ..model.text import Text
from ..writing.whole import write_whole
from .inputs import refuse_input
from .streams import say_wrote

_NO_WRITER = Text(
    "-o {file}: ไม่รู้จักนามสกุลไฟล์นี้{near} ใช้ {choices} หรือระบุรูปแบบนำหน้า เช่น {example}=ชื่อไฟล์",
    "-o {file}: no such kind of file{near}; use {choices}, or name the format in front, such as {example}=NAME",
)
_STDOUT = Text(
    "-o {file}: ใช้ --format เพื่อส่งผลออกทางเอาต์พุตมาตรฐาน", "-o {file}: use --format for what goes to standard output"
)
_TWICE = Text("{option} {file}: ระบุไฟล์เดียวกันสองครั้ง", "{option} {file}: the same file was named twice")
_NO_FOLDER = Text(
    "{option} {file}: ไม่มีโฟลเดอร์ {folder} สร้างก่อนแล้วลองใหม่",
    "{option} {file}: there is no folder {folder}; make it first",
)
_IS_FOLDER = Text("{option} {file}: เป็นโฟลเดอร์ ระบุชื่อไฟล์", "{option} {file}: this is a folder; name a file")
_SPECIAL = Text(
    "{option} {file}: ไม่ใช่ไฟล์ธรรมดา (อุปกรณ์หรือท่อ) ระบุไฟล์อื่น หรือใช้ --format",
    "{option} {file}: not an ordinary file (a device or a pipe); name another, or use --format",
)
_NOT_OURS = Text(
    "{option} {file}: มีไฟล์นี้อยู่แล้ว{more} และโปรแกรมนี้ไม่ได้เขียน หรือมีผู้แก้ไขแล้ว จึงไม่เขียนทับ ใช้ชื่ออื่น หรือเพิ่ม --force",
    "{option} {file}: this file exists{more} and is not as this program wrote it, so it is not written over; "
    "use another name, or --force",
)
_MORE = Text(" (และอีก {count} ไฟล์)", " (and {count} more)")
_OBSTACLE = Text("{option} {file}: {why}", "{option} {file}: {why}")
_NO_RIGHT = Text(
    "{option} {file}: ไม่มีสิทธิ์เขียนในโฟลเดอร์ {folder} ใช้โฟลเดอร์อื่น",
    "{option} {file}: you may not write into the folder {folder}; use another folder",
)
_FAILED = Text(
    "{option} {file}: เขียนไฟล์ไม่ได้ ({reason}) ไฟล์เดิมไม่ถูกแตะต้อง",
    "{option} {file}: it could not be written ({reason}); what stood there is untouched",
)


_forced = False
_written: set[Path] = set()


def may_write_over(wanted: bool) -> None:
    """Whether this run writes over files that are not ours too (`--force`)."""
    global _forced  # noqa: PLW0603  (said once, before a command begins)
    _forced = wanted


class Targets:
    """The files that a run will write, checked before any work is done: none is an input, none is named twice."""

    def __init__(self) -> None:
        self._seen: set[Path] = set()

    def check(self, option: str, path: Path) -> Path:
        """The path itself. Raises RequestError where nothing can or may be written there."""
        refuse_obstacle(option, path)
        if path.resolve() in self._seen:
            raise RequestError(_TWICE, option=option, file=path)
        if not self._checked(option, path):
            raise RequestError(_NOT_OURS, option=option, file=path, more="")
        return path

    def check_all(self, option: str, paths: Iterable[Path]) -> None:
        """Those of a folder. Raises RequestError for all together that are not ours, before the first is written."""
        for path in (paths := list(paths)):
            refuse_obstacle(option, path)
        if others := [path for path in paths if not self._checked(option, path)]:
            more = _MORE.fill(count=f"{len(others) - 1:,}") if len(others) > 1 else ""
            raise RequestError(_NOT_OURS, option=option, file=others[0], more=more)

    def _checked(self, option: str, path: Path) -> bool:
        """Whether it may be written over."""
        try:
            _check_place(option, path)
            is_ours = _forced or not path.exists() or _is_own(path)
        except OSError as error:
            raise RequestError(_FAILED, option=option, file=path, reason=reason_of(error)) from None
        self._seen.add(path.resolve())
        return is_ours


def _is_own(path: Path) -> bool:
    from ..writing.own_files import is_own_file

    return is_own_file(path)


def refuse_obstacle(option: str, path: Path, error: OSError | None = None) -> None:
    """Raises RequestError where Windows would not let a file or folder be written, or has not let it (`error`)."""
    from ..writing.obstacles import obstacle

    if (why := obstacle(path, error)) is not None:
        raise RequestError(_OBSTACLE, option=option, file=path, why=why)


def _check_place(option: str, path: Path) -> None:
    if path.is_dir():
        raise RequestError(_IS_FOLDER, option=option, file=path)
    if path.exists() and not path.is_file():
        raise RequestError(_SPECIAL, option=option, file=path)
    if not path.parent.is_dir():
        raise RequestError(_NO_FOLDER, option=option, file=path, folder=path.parent)
    refuse_input(option, path)


def check_outputs(outputs: Sequence[str], targets: Targets, result: Result) -> list[tuple[Path, Writer]]:
    """The path of each `-o`, and what writes it. Raises RequestError where one cannot be."""
    found, writers = [], writers_of(result)
    for output in outputs:
        named, equals, rest = output.partition("=")
        if "-" in (output, rest):
            raise RequestError(_STDOUT, file=output)
        if equals and rest and named in writers:
            writer, path = writers[named], Path(rest)
        else:
            path = Path(output)
            fitting = writer_for(path.name, result)
            if fitting is None:
                endings = [suffix for writer in writers.values() for suffix in writer.suffixes]
                told = {"near": meant(path.suffix, endings), "choices": ", ".join(endings)}
                raise RequestError(_NO_WRITER, file=output, example=next(iter(writers)), **told)
            writer = fitting
        found.append((targets.check("-o", path), writer))
    return found


def write_outputs(files: Iterable[tuple[Path, Writer]], run: Any) -> None:
    """Each file of `check_outputs`, by its writer."""
    for path, writer in files:
        write_file(path, writer.write(run))
        say_wrote(path)


def write_file(path: Path, pieces: Iterable[bytes], option: str = "-o") -> None:
    """Write a file whole or not at all. Raises RequestError where it cannot be written, or is an input."""
    refuse_input(option, path)
    try:
        write_whole(path, pieces)
        _written.add(path.absolute())
    except OSError as error:
        refuse_obstacle(option, path, error)
        if isinstance(error, PermissionError) and path.parent.is_dir():
            raise RequestError(_NO_RIGHT, option=option, file=path, folder=path.parent.resolve()) from None
        raise RequestError(_FAILED, option=option, file=path, reason=reason_of(error)) from None


def is_written(path: Path) -> bool:
    """Whether this run has written it, whole."""
    return path.absolute() in _written


def append_file(path: Path, pieces: Iterable[bytes], option: str) -> None:
    """Write behind what a file holds. Raises RequestError where it is an input, OSError where that cannot be done."""
    refuse_input(option, path)
    if path.is_fifo():  # opening it would wait for a reader
        raise OSError(errno.ENXIO, os.strerror(errno.ENXIO))
    with path.open("ab") as file:
        file.writelines(pieces)

"""Files that results are written to: beside their place first, and moved over it when complete."""

import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from ..api import RequestError
from ..model.text import Text
from ..reports.writers import What, Writer, writer_for

_NO_WRITER = Text(
    "-o {file}: ไม่รู้จักนามสกุลไฟล์นี้ ใช้ {choices} หรือระบุรูปแบบนำหน้า เช่น {example}=ชื่อไฟล์",
    "-o {file}: no such kind of file; use {choices}, or name the format in front, such as {example}=NAME",
)
_STDOUT = Text(
    "-o {file}: ใช้ --format เพื่อส่งผลออกทางเอาต์พุตมาตรฐาน", "-o {file}: use --format for what goes to standard output"
)
_SAME = Text(
    "{option} {file}: เป็นไฟล์ต้นทาง จะไม่เขียนทับ ใช้ชื่ออื่น",
    "{option} {file}: this is the input, which is never written over; use another name",
)
_INSIDE = Text(
    "{option} {folder}: ไฟล์ต้นทาง {file} อยู่ในโฟลเดอร์นี้และอาจถูกเขียนทับ ใช้โฟลเดอร์อื่น",
    "{option} {folder}: the input {file} stands in this folder and might be written over; use another folder",
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
_FAILED = Text(
    "{option} {file}: เขียนไฟล์ไม่ได้ ({reason}) ไฟล์เดิมไม่ถูกแตะต้อง",
    "{option} {file}: it could not be written ({reason}); what stood there is untouched",
)


class Targets:
    """The files that a run will write, checked before any work is done: none is an input, none is named twice."""

    def __init__(self, sources: Sequence[Path]) -> None:
        self._sources = [source for source in sources if str(source) != "-"]
        self._seen: set[Path] = set()

    def protect(self, source: Path) -> None:
        """A further file that is read, and so never written."""
        self._sources.append(source)

    def check(self, option: str, path: Path) -> Path:
        """The path itself. Raises RequestError where nothing can or may be written there."""
        try:
            self._check_place(option, path)
        except OSError as error:
            raise RequestError(_FAILED, option=option, file=path, reason=error.strerror or str(error)) from None
        if path.resolve() in self._seen:
            raise RequestError(_TWICE, option=option, file=path)
        self._seen.add(path.resolve())
        return path

    def _check_place(self, option: str, path: Path) -> None:
        if path.is_dir():
            raise RequestError(_IS_FOLDER, option=option, file=path)
        if path.exists() and not path.is_file():
            raise RequestError(_SPECIAL, option=option, file=path)
        if not path.parent.is_dir():
            raise RequestError(_NO_FOLDER, option=option, file=path, folder=path.parent)
        for source in self._sources:
            if path.exists() and source.exists() and path.samefile(source):
                raise RequestError(_SAME, option=option, file=path)

    def check_folder(self, option: str, folder: Path) -> None:
        """Raises RequestError where one of the files that are read stands in a folder that will be filled."""
        for source in self._sources:
            if source.exists() and folder.exists() and source.resolve().parent == folder.resolve():
                raise RequestError(_INSIDE, option=option, folder=folder, file=source.name)


def check_outputs(
    outputs: Sequence[str], targets: Targets, writers: Mapping[str, Writer[What]]
) -> list[tuple[Path, str, Writer[What]]]:
    """The path of each `-o`, the name of its format and its writer. Raises RequestError where one cannot be."""
    found = []
    for output in outputs:
        named, equals, rest = output.partition("=")
        if "-" in (output, rest):
            raise RequestError(_STDOUT, file=output)
        if equals and rest and named in writers:
            writer, path = writers[named], Path(rest)
        else:
            path = Path(output)
            fitting = writer_for(path.name, writers)
            if fitting is None:
                endings = ", ".join(suffix for writer in writers.values() for suffix in writer.suffixes)
                raise RequestError(_NO_WRITER, file=output, choices=endings, example=next(iter(writers)))
            writer = fitting
        name = next(name for name, other in writers.items() if other is writer)
        found.append((targets.check("-o", path), name, writer))
    return found


def write_file(path: Path, pieces: Iterable[bytes], option: str = "-o") -> None:
    """Write a file whole or not at all. Raises RequestError where it cannot be written."""
    place = path.resolve()  # what a link points to is written, not the link
    beside = place.with_name(f".saraban-check-{os.urandom(8).hex()}.part")
    try:
        with beside.open("xb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        if place.exists():
            beside.chmod(place.stat().st_mode)
        beside.replace(place)
    except OSError as error:
        raise RequestError(_FAILED, option=option, file=path, reason=error.strerror or str(error)) from None
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)

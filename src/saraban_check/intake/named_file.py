"""A file that somebody named, read whole but never beyond a limit: measured while it is read, not before or after.

A device has no size and no end, a pipe may never say anything, and what /proc states of its files is not so.
"""

import os
import stat
from pathlib import Path

from ..model.errors import InputError
from ..model.os_reasons import reason_of
from ..model.text import Text
from .limits import Limits, too_much
from .near_files import meant_file

_MB = 1 << 20
_PATIENCE = 15.0
"""Seconds that the writer of a pipe may take for its next bytes."""

_MISSING = Text(
    "{file}: ไม่พบไฟล์นี้{near} ตรวจชื่อและโฟลเดอร์", "{file}: there is no such file{near}; check its name and folder"
)
FOLDER = Text("{file}: เป็นโฟลเดอร์ ระบุชื่อไฟล์ในโฟลเดอร์นั้น", "{file}: this is a folder; name a file in it")
_DEVICE = Text(
    "{file}: ไม่ใช่ไฟล์ธรรมดา (อุปกรณ์) ระบุไฟล์อื่น", "{file}: not an ordinary file (a device or a socket); name another file"
)
_SLOW = Text(
    "{file}: ท่อนี้ไม่ส่งข้อมูลมาเลยใน {seconds} วินาที บันทึกเป็นไฟล์ก่อน",
    "{file}: nothing came through this pipe for {seconds} seconds; save it as a file first",
)
_SILENT = Text(
    "{file}: เป็นท่อที่ไม่มีใครส่งข้อมูลมา บันทึกเป็นไฟล์ก่อน",
    "{file}: a pipe into which nobody writes; save it as a file first",
)
DENIED = Text("{file}: เปิดไฟล์ไม่ได้ ({reason})", "{file}: the file cannot be opened ({reason})")
_NOT_TEXT = Text("{file}: ไม่ใช่ข้อความ UTF-8", "{file}: this is not UTF-8 text")
_TOO_LARGE = Text(
    "{file}: ใหญ่เกิน {most} MB ตรวจว่าเป็นไฟล์ที่ถูกต้อง", "{file}: larger than {most} MB; see that it is the right file"
)

MOST_MB = 100
"""For a file of our own making, which no option gives a limit."""


def missing(path: Path, name: str) -> InputError:
    """The error for a file that is not there, with what may have been meant; `name` is what the user calls it."""
    return InputError(_MISSING, file=name, near=meant_file(path))


def read_named(path: Path, most_mb: int = MOST_MB, *, name: str | None = None, limit: str | None = None) -> bytes:
    """What a file holds: one on the disk, a pipe that somebody writes into, or an empty device.

    `name` is what the user calls it, `limit` the name of the limit (`--max`) that `most_mb` is, where it is one.
    Raises InputError where it is missing, a folder, a device, a pipe that stays silent, or too large.
    """
    shown, place = name or path.name or str(path), name or str(path)
    try:
        # nobody may be writing into a pipe: opened in the usual way, it would wait for ever
        opened = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        try:
            data = _read(opened, (most_mb * _MB) + 1, place)
        finally:
            os.close(opened)
    except (FileNotFoundError, NotADirectoryError):
        raise missing(path, place) from None
    except IsADirectoryError:
        raise InputError(FOLDER, file=place) from None
    except OSError as error:
        raise InputError(DENIED, file=shown, reason=reason_of(error)) from None
    except ValueError as error:
        raise InputError(DENIED, file=shown, reason=str(error)) from None
    if len(data) <= most_mb * _MB:
        return data
    if limit is not None:
        raise too_much(shown, limit, f"> {most_mb:,}", most_mb)
    raise InputError(_TOO_LARGE, file=shown, most=most_mb)


def read_named_text(path: Path, most_mb: int = MOST_MB) -> str:
    """The text of a file in UTF-8. Raises InputError as `read_named` does, and where it is none."""
    try:
        return read_named(path, most_mb).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(_NOT_TEXT, file=path.name) from None


def _read(opened: int, most: int, name: str) -> bytes:
    """At most so many bytes."""
    mode = os.fstat(opened).st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError
    if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
        if _has_anything(opened):
            raise InputError(_DEVICE, file=name)
        return b""  # /dev/null: how one says that there are no settings
    found = bytearray()
    while len(found) < most and (chunk := _next(opened, min(most - len(found), _MB), name)):
        found += chunk
    if stat.S_ISFIFO(mode) and not found:
        raise InputError(_SILENT, file=name)
    return bytes(found)


def _has_anything(opened: int) -> bool:
    try:
        return os.read(opened, 1) != b""
    except BlockingIOError:  # a terminal: somebody may type
        return True


def _next(opened: int, size: int, name: str) -> bytes:
    while True:
        try:
            return os.read(opened, size)
        except BlockingIOError:  # a pipe that is open at its other end
            from select import select

            if not select([opened], [], [], _PATIENCE)[0]:
                raise InputError(_SLOW, file=name, seconds=f"{_PATIENCE:.0f}") from None


def read_whole(path: Path, limits: Limits) -> bytes:
    """All bytes of a list that was classified. Raises InputError where it is gone, or beyond a limit by now."""
    return read_named(path, max(limits.file_mb, limits.text_mb), limit="text_mb")

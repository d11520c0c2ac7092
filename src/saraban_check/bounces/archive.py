"""The members of a .zip, read as they come: nothing is written to disk, and nothing is held whole."""

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, NamedTuple, Protocol

from ..intake.limits import Limits, too_much
from ..model.errors import InputError
from ..model.text import Text

_MB = 1 << 20
_MOST_DIRECTORY = 32 * _MB
"""Bytes of an archive's table of contents, some 300,000 members: Python holds ten times as much in memory for it."""
_END = b"PK\x05\x06"

_DAMAGED = Text(
    "{file}: ไฟล์ .zip เสียหายหรือไม่ครบ ({reason}) ดาวน์โหลดหรือสร้างใหม่",
    "{file}: the archive is damaged or incomplete ({reason}); download or make it again",
)
_TOO_MANY = Text(
    "{file}: สารบัญของ .zip ใหญ่ {found} MB เกิน {most} MB แตกไฟล์เป็นโฟลเดอร์แล้วอ่านจากโฟลเดอร์นั้น",
    "{file}: the archive's table of contents has {found} MB, above {most} MB; unpack it and name the folder",
)
ENCRYPTED = Text("มีรหัสผ่าน แตกไฟล์ด้วยรหัสผ่านก่อน", "protected by a password; unpack it first")
PACKED_OTHERWISE = Text(
    "บีบอัดด้วยวิธีที่ไม่รองรับ สร้าง .zip ใหม่ด้วยการบีบอัดแบบปกติ (Deflate)",
    "packed by a method that is not read; make the .zip again with the usual one (deflate)",
)
NESTED = Text("ไฟล์บีบอัดซ้อนในไฟล์บีบอัด แตกไฟล์ชั้นนอกก่อน", "an archive in an archive; unpack the outer one first")
DAMAGED = Text("ข้อมูลเสียหาย อ่านได้ไม่ครบ", "damaged, not read to its end")

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""What is unpacked in pieces; of bzip2 and LZMA the library gives all at once, and 1 kB of them may be gigabytes."""

READ_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)
"""What reading a damaged member may raise."""


class Readable(Protocol):
    """What can be read in pieces."""

    def read(self, size: int, /) -> bytes: ...


class Member(NamedTuple):
    """A file in an archive: its path there, and why it is not opened."""

    name: str
    why_not: Text | None
    info: zipfile.ZipInfo


class Archive:
    """An open .zip. Raises InputError where it is damaged or beyond a limit, also while a member is read."""

    def __init__(self, path: Path, name: str, limits: Limits) -> None:
        self._name, self._limits, self._unpacked = name, limits, 0
        size = _directory_size(path)
        if size > _MOST_DIRECTORY:
            raise InputError(_TOO_MANY, file=name, found=f"{size / _MB:,.0f}", most=_MOST_DIRECTORY // _MB)
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError, struct.error) as error:
            raise InputError(_DAMAGED, file=name, reason=str(error)[:80] or "?") from None

    def members(self) -> Iterator[Member]:
        """The files, sorted by path; folders, links and what file managers add are left out."""
        for info in sorted(self._zip.infolist(), key=lambda one: one.filename):
            path = info.filename.replace("\\", "/")
            if not (info.is_dir() or stat.S_ISLNK(info.external_attr >> 16) or path.startswith("__MACOSX/")):
                yield Member(_tidy(path), _why_not(info), info)

    @contextmanager
    def open(self, member: Member) -> Iterator[Readable]:
        """A member's bytes. Raises one of READ_ERRORS where it is damaged."""
        with self._zip.open(member.info) as stream:
            yield _Watched(stream, self)

    def count(self, size: int) -> None:
        """Bytes that were unpacked. Raises InputError above the limit: it is a bomb, or the limit has to be raised."""
        self._unpacked += size
        if self._unpacked > self._limits.unpacked_mb * _MB:
            found = f"> {self._limits.unpacked_mb:,}"
            raise too_much(self._name, "unpacked_mb", found, self._limits.unpacked_mb)

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()


class _Watched:
    """A stream of which every byte is counted."""

    def __init__(self, stream: IO[bytes], archive: Archive) -> None:
        self._stream, self._archive = stream, archive

    def read(self, size: int) -> bytes:
        data = self._stream.read(size)
        self._archive.count(len(data))
        return data


def _why_not(info: zipfile.ZipInfo) -> Text | None:
    """Why a member is not opened."""
    if info.flag_bits & 1:
        return ENCRYPTED
    return None if info.compress_type in _METHODS else PACKED_OTHERWISE


def _tidy(path: str) -> str:
    """A member's path for showing; nothing is ever written there."""
    return "/".join(part for part in PurePosixPath(path).parts if part not in ("/", ".."))


def _directory_size(path: Path) -> int:
    """The bytes of the table of contents as the archive's end states them, 0 where it has no end."""
    size = path.stat().st_size
    with path.open("rb") as file:
        file.seek(max(0, size - (1 << 16) - 64))
        tail = file.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) < at + 22:
        return 0
    (stated,) = struct.unpack_from("<L", tail, at + 12)
    return size if stated == 0xFFFFFFFF else int(stated)

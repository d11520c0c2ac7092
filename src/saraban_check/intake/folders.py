"""The files of a folder, in an order that does not depend on the machine."""

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from ..model.errors import InputError
from ..model.lazy_pattern import lazy_pattern
from ..model.os_reasons import reason_of
from ..model.text import Text
from .near_files import meant_file

LINK = Text("เป็นลิงก์ไปยังโฟลเดอร์", "a link to a folder")
_DEEP = Text("ซ้อนลึกเกิน {most} ชั้น", "more than {most} folders deep")
SPECIAL = Text("ไม่ใช่ไฟล์ธรรมดา (อุปกรณ์หรือท่อ)", "not an ordinary file (a device or a pipe)")
DENIED = Text("เปิดไม่ได้ ({reason})", "cannot be opened ({reason})")

CANNOT = Text("{file}: เปิดไม่ได้ ({reason})", "{file}: it cannot be opened ({reason})")
_MISSING = Text(
    "{file}: ไม่พบไฟล์หรือโฟลเดอร์นี้{near} ตรวจชื่อและที่อยู่",
    "{file}: there is no such file or folder{near}; check its name and place",
)
NAMED_SPECIAL = Text(
    "{file}: ไม่ใช่ไฟล์ธรรมดา (อุปกรณ์หรือท่อ) บันทึกเป็นไฟล์ก่อน",
    "{file}: not an ordinary file (a device or a pipe); save it as a file first",
)

_DEEPEST = 100
"""Folders within each other: nobody's own are, and each costs a call on the stack."""
_PARTS = ("cur", "new")
_UNIQUE = lazy_pattern(r"[0-9]{9,11}\.[^.]{1,200}\.")
"""How the name of a mail in a Maildir begins: the seconds since 1970."""

Skip = Callable[[str, Text], None]


class FoundFile(NamedTuple):
    """A file: its path, its name as the user would say it, and whether it is one mail whatever it is called."""

    path: Path
    name: str
    in_maildir: bool


def is_folder(path: Path) -> bool:
    """Whether a path that somebody named is a folder, and no file. Raises InputError where it is neither or missing."""
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise InputError(_MISSING, file=str(path), near=meant_file(path)) from None
    except OSError as error:
        raise InputError(CANNOT, file=str(path), reason=reason_of(error)) from None
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise InputError(NAMED_SPECIAL, file=str(path))
    return stat.S_ISDIR(mode)


def walk(folder: Path, skip: Skip, *, maildirs: bool = False) -> Iterator[FoundFile]:
    """The files below a folder, sorted by path. Links to folders are skipped; `skip` is told the name and why.

    `maildirs`: of a Maildir only those in `cur` and `new`, which are mails whatever they are called. It has two of
    the three folders, or is a subfolder (`.Sent`, Maildir++), of which packers and mail programs drop those that
    are empty. What lies in a `cur` or `new` of something else is one if it is called as mails of a Maildir are.
    """
    is_part = maildirs and folder.name in _PARTS
    yield from _walk(folder, "", is_part, skip, maildirs)


def _walk(folder: Path, prefix: str, in_maildir: bool, skip: Skip, maildirs: bool) -> Iterator[FoundFile]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        skip(prefix.rstrip("/") or folder.name, DENIED.fill(reason=reason_of(error)))
        return
    folders = {entry.name for entry in entries if entry.is_dir(follow_symlinks=False)}
    is_maildir = maildirs and (len(folders & {*_PARTS, "tmp"}) > 1 or (folder.name.startswith(".") and bool(folders)))
    lies_in_part = maildirs and folder.name in _PARTS
    for entry in entries:
        name = prefix + entry.name
        try:
            if entry.is_symlink() and entry.is_dir():
                skip(name, LINK)
                continue
            if entry.is_dir(follow_symlinks=False):
                if prefix.count("/") >= _DEEPEST:
                    skip(name, _DEEP.fill(most=_DEEPEST))
                elif not (is_maildir and entry.name == "tmp"):
                    part = is_maildir and entry.name in _PARTS
                    yield from _walk(Path(entry.path), name + "/", part, skip, maildirs)
                continue
            mode = entry.stat().st_mode
        except OSError as error:
            skip(name, DENIED.fill(reason=reason_of(error)))
            continue
        if stat.S_ISREG(mode):
            is_mail = in_maildir or (lies_in_part and _UNIQUE.match(entry.name) is not None)
            yield FoundFile(Path(entry.path), name, is_mail)
        else:
            skip(name, SPECIAL)

"""A path becomes a table, by what the file holds and not by what it is called."""

import stat
import zipfile
from pathlib import Path

from ..model.errors import InputError
from ..model.os_reasons import reason_of
from ..model.text import Text
from .column_assignment import with_assigned_columns
from .damage import damaged, encrypted
from .encoding import require_encoding
from .limits import too_much
from .lost_thai_notes import with_lost_thai
from .named_file import DENIED, FOLDER, missing
from .not_a_list import not_a_list
from .options import ListOptions
from .packing import HEAD, Family, what_is, what_is_ole, what_is_zip
from .table import Note, Table
from .text_table import open_text_table
from .zip_directory import is_directory_too_large

_MB = 1 << 20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK"
_TYPES = "[Content_Types].xml"
_TEXT_SUFFIXES = (".csv", ".tsv", ".txt", ".tab")
_BOOK_SUFFIXES = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")

_SPECIAL = Text(
    "{file}: ไม่ใช่ไฟล์ธรรมดา (อุปกรณ์หรือท่อ) ใช้ - เพื่ออ่านจากอินพุตมาตรฐาน",
    "{file}: not an ordinary file (a device or a pipe); use - to read standard input",
)
_EMPTY = Text("{file}: ไฟล์ว่างเปล่า", "{file}: the file is empty")
_LOCK = Text(
    "{file}: เป็นไฟล์ล็อกชั่วคราวของ Excel ปิด Excel แล้วเลือกไฟล์ที่ไม่มี ~$ นำหน้า",
    "{file}: this is Excel's own lock file; name the file without ~$ in front",
)
_OTHER_NAME = Text("ชื่อไฟล์ลงท้าย {suffix} แต่ข้างในเป็น {kind}", "the name ends in {suffix}, but it holds {kind}")


def open_table(path: Path, options: ListOptions) -> Table:
    """The list of agencies in a file.

    Raises InputError where the file is missing, damaged, hostile, beyond a limit or no list, RequestError
    where an option does not fit it.
    """
    if options.encoding is not None:
        require_encoding(options.encoding)
    try:
        return with_lost_thai(with_assigned_columns(_open(path, options), options), options)
    except OSError as error:
        raise InputError(DENIED, file=path.name, reason=reason_of(error)) from None


def _open(path: Path, options: ListOptions) -> Table:
    head = read_head(path, options)
    if head.startswith(_ZIP):
        return _with_name_note(path, _open_archive(path, options), "XLSX/ODS", _BOOK_SUFFIXES)
    if head.startswith(_OLE):
        return _open_ole(path, options)
    packing = what_is(head)
    if packing is not None and packing.family in (Family.PAGE, Family.SPREADSHEET_XML):
        return _open_workbook(path, options)
    if packing is not None:
        raise not_a_list(path.name, packing)
    return _with_name_note(path, open_text_table(path, options), "CSV", _TEXT_SUFFIXES)


def read_head(path: Path, options: ListOptions) -> bytes:
    """The first bytes (HEAD). Raises InputError where the file is missing, no ordinary file, empty or too large."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise missing(path, str(path)) from None
    if stat.S_ISDIR(found.st_mode):
        raise InputError(FOLDER, file=str(path))
    if not stat.S_ISREG(found.st_mode):
        raise InputError(_SPECIAL, file=str(path))
    if path.name.startswith("~$"):
        raise InputError(_LOCK, file=path.name)
    if found.st_size == 0:
        raise InputError(_EMPTY, file=path.name)
    with path.open("rb") as file:
        head = file.read(HEAD)
    limit = limit_of(head)
    most = getattr(options.limits, limit)
    if found.st_size > most * _MB:
        raise too_much(path.name, limit, f"{found.st_size / _MB:,.1f}", most)
    return head


def limit_of(head: bytes) -> str:
    """Which limit holds for what begins so: a workbook, or mark-up, is held whole, text comes piece by piece."""
    return "file_mb" if head.startswith((_ZIP, _OLE)) or what_is(head) is not None else "text_mb"


def may_be_archive(path: Path) -> bool:
    """Whether a file begins as XLSX, XLSM and ODS do; also where it cannot be read, of which `read_head` says why."""
    try:
        if not path.is_file() or path.stat().st_size == 0:
            return True
        with path.open("rb") as file:
            return file.read(len(_ZIP)) == _ZIP
    except (OSError, ValueError):
        return True


def _open_archive(path: Path, options: ListOptions) -> Table:
    if is_directory_too_large(path):
        raise damaged(path.name, "central directory > 4 MB")
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return _open_workbook(path, options)  # it says what is damaged
    with path.open("rb") as file:
        packing = what_is_zip(names, file.read(HEAD))
    if packing is not None and not (packing.kind == "ZIP" and _TYPES in names):  # its parts may lie anywhere
        raise not_a_list(path.name, packing)
    return _open_workbook(path, options)


def _open_workbook(path: Path, options: ListOptions) -> Table:
    from .workbook import open_workbook  # a CSV needs nothing of it

    return open_workbook(path, options)


def _open_ole(path: Path, options: ListOptions) -> Table:
    with path.open("rb") as file:
        if _ENCRYPTED_PACKAGE in file.read(1 << 20):  # a container of an encrypted workbook, and no old XLS
            raise encrypted(path.name)
    if (packing := what_is_ole(path)) is not None:
        raise not_a_list(path.name, packing)
    return _open_workbook(path, options)


def _with_name_note(path: Path, table: Table, kind: str, suffixes: tuple[str, ...]) -> Table:
    suffix = path.suffix.lower()
    if suffix in suffixes or suffix not in _TEXT_SUFFIXES + _BOOK_SUFFIXES:
        return table
    note = Note(Text(_OTHER_NAME.th.format(suffix=suffix, kind=kind), _OTHER_NAME.en.format(suffix=suffix, kind=kind)))
    return table._replace(notes=(*table.notes, note))

"""What a file is, by what it holds and never by what it is called; what cannot be read is refused by its name."""

from pathlib import Path
from typing import NamedTuple

from ..intake.packing import Family, ole_directory, what_is
from ..model.errors import InputError
from ..model.notice import DocumentKind
from ..model.text import Text

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_PICTURE = Text(
    "{file}: เป็นไฟล์ภาพ {kind} บันทึกภาพสแกนเป็น PDF แล้วลองอีกครั้ง",
    "{file}: this is a picture ({kind}); save the scan as PDF and try again",
)
_OTHER = Text(
    "{file}: เป็นไฟล์ {kind} ไม่ใช่เอกสารประกาศ ใช้ DOCX, PDF, HTML หรือข้อความ",
    "{file}: this is a file of {kind}, not a notice; use DOCX, PDF, HTML or text",
)
_SAVE_AS = Text(
    "{file}: เป็นไฟล์ {kind} เปิดแล้วบันทึกเป็น DOCX หรือ PDF แล้วลองอีกครั้ง",
    "{file}: this is a {kind} file; open it, save it as DOCX or PDF, and try again",
)
_SAVE_AS_AN = Text(_SAVE_AS.th, _SAVE_AS.en.replace("a {kind}", "an {kind}"))  # as RTF and OLE are said
_ENCRYPTED = Text(
    "{file}: เอกสารมีรหัสผ่าน ถอดรหัสผ่านใน Word แล้วบันทึกใหม่",
    "{file}: the document is protected by a password; remove it in Word and save again",
)


_WHY = {
    Family.PICTURE: _PICTURE,
    Family.ARCHIVE: _OTHER,
    Family.PROGRAM: _OTHER,
    Family.LINK: _OTHER,
    Family.DATABASE: _OTHER,
    Family.DOCUMENT: _SAVE_AS,
    Family.WORKBOOK: _OTHER,
}
_SAID_WITH_AN = ("RTF", "MHTML")
_SCANNED = ("JPEG", "PNG", "TIFF")
"""Pictures that scanners make; they are read as they are."""


class InZip(NamedTuple):
    """A .zip, which may be a DOCX: only its members tell."""


def file_kind(head: bytes, path: Path, name: str) -> DocumentKind | InZip:
    """What a file is that begins with `head` (its first HEAD bytes).

    Raises InputError where it is something else than a document that can be read.
    """
    if head.startswith(_ZIP):
        return InZip()
    if head.lstrip(b"\xef\xbb\xbf\0 \t\r\n").startswith(b"%PDF-"):
        return DocumentKind.PDF
    if head.startswith(_OLE):
        raise _of_ole(path, name)
    packing = what_is(head)
    if packing is not None and packing.kind in _SAID_WITH_AN:
        raise InputError(_SAVE_AS_AN, file=name, kind=packing.kind)
    if packing is not None and packing.kind in _SCANNED:
        return DocumentKind.PICTURE
    if packing is not None and packing.family in _WHY:
        raise InputError(_WHY[packing.family], file=name, kind=packing.kind)
    is_page = packing is not None and packing.family in (Family.PAGE, Family.FRAMES)
    return DocumentKind.HTML if is_page else DocumentKind.TEXT


def other_zip(names: set[str], start: bytes, name: str) -> InputError:
    """The error for a .zip that is no DOCX, by the names of its members and its first bytes."""
    if b"opendocument" in start[:120]:
        return InputError(_SAVE_AS_AN, file=name, kind="OpenDocument (ODT)")
    folders = {member.partition("/")[0] for member in names}
    if "xl" in folders:
        return InputError(_OTHER, file=name, kind="Excel (XLSX)")
    if "ppt" in folders:
        return InputError(_SAVE_AS, file=name, kind="PowerPoint (PPTX)")
    return InputError(_OTHER, file=name, kind="ZIP")


def encrypted(name: str) -> InputError:
    """The error for a document that needs a password."""
    return InputError(_ENCRYPTED, file=name)


def _of_ole(path: Path, name: str) -> InputError:
    """The error for an OLE container, by the names in its directory."""
    names = ole_directory(path)
    if "EncryptedPackage".encode("utf-16-le") in names:
        return encrypted(name)
    if "WordDocument".encode("utf-16-le") in names:
        return InputError(_SAVE_AS, file=name, kind="Word 97-2003 (.doc)")
    if "Workbook".encode("utf-16-le") in names:
        return InputError(_OTHER, file=name, kind="Excel (.xls)")
    return InputError(_SAVE_AS_AN, file=name, kind="OLE (.doc, .msg, .ppt)")

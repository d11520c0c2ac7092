"""What a file is, by what it holds and never by what it is called; what cannot be read is refused by its name."""

import re
from pathlib import Path
from typing import NamedTuple

from ..model.errors import InputError
from ..model.notice import DocumentKind
from ..model.text import Text

HEAD = 1 << 13
"""How many of the first bytes decide."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_HTML = re.compile(
    rb"(?>(?:<\?xml[^>]*>|<!--.*?-->|\s)*)"  # as a whole: no other way to split comments is tried
    rb"<(?:!doctype\s+html|(?:html|head|body|title|meta|div|p|table|span|font|center|h[1-6]|br|img|a|pre|ul|ol)[\s/>])",
    re.IGNORECASE | re.DOTALL,
)
_MHTML = re.compile(rb"(?:[a-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:\s*multipart/related", re.IGNORECASE)

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


class _Signature(NamedTuple):
    start: bytes
    kind: str
    why: Text


_SIGNATURES = (
    _Signature(b"\x89PNG\r\n\x1a\n", "PNG", _PICTURE),
    _Signature(b"\xff\xd8\xff", "JPEG", _PICTURE),
    _Signature(b"GIF8", "GIF", _PICTURE),
    _Signature(b"II*\0", "TIFF", _PICTURE),
    _Signature(b"MM\0*", "TIFF", _PICTURE),
    _Signature(b"II+\0", "TIFF", _PICTURE),
    _Signature(b"MM\0+", "TIFF", _PICTURE),
    _Signature(b"{\\rtf", "RTF", _SAVE_AS_AN),
    _Signature(b"%!PS", "PostScript", _SAVE_AS),
    _Signature(b"\x1f\x8b", "gzip", _OTHER),
    _Signature(b"Rar!", "RAR", _OTHER),
    _Signature(b"7z\xbc\xaf", "7-Zip", _OTHER),
    _Signature(b"\x7fELF", "ELF", _OTHER),
)


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
    for signature in _SIGNATURES:
        if head.startswith(signature.start):
            raise InputError(signature.why, file=name, kind=signature.kind)
    if head.startswith(b"BM") and head[6:10] == b"\0\0\0\0":
        raise InputError(_PICTURE, file=name, kind="BMP")
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        raise InputError(_PICTURE, file=name, kind="WebP")
    if head[4:8] == b"ftyp":
        raise InputError(_PICTURE, file=name, kind="HEIC/MP4")
    if head.startswith(b"MZ") and b"\0" in head[:64]:
        raise InputError(_OTHER, file=name, kind="EXE")
    text = _in_bytes(head)
    if _MHTML.match(text):
        raise InputError(_SAVE_AS_AN, file=name, kind="MHTML")
    return DocumentKind.HTML if _HTML.match(text) else DocumentKind.TEXT


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


def _in_bytes(head: bytes) -> bytes:
    """The beginning as ASCII, whatever its encoding, as far as looking for tags goes."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "ignore").encode("ascii", "replace")
    return head.removeprefix(b"\xef\xbb\xbf")


def _of_ole(path: Path, name: str) -> InputError:
    """The error for an OLE container, by the names in its directory (MS-CFB, sections 2.2 and 2.6)."""
    with path.open("rb") as file:
        header = file.read(512)
        size = 4096 if header[30:32] == b"\x0c\0" else 512
        file.seek((int.from_bytes(header[48:52], "little") + 1) * size)
        names = file.read(1 << 14)
    if "EncryptedPackage".encode("utf-16-le") in names:
        return encrypted(name)
    if "WordDocument".encode("utf-16-le") in names:
        return InputError(_SAVE_AS, file=name, kind="Word 97-2003 (.doc)")
    if "Workbook".encode("utf-16-le") in names:
        return InputError(_OTHER, file=name, kind="Excel (.xls)")
    return InputError(_SAVE_AS_AN, file=name, kind="OLE (.doc, .msg, .ppt)")

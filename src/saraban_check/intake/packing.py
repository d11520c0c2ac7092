"""What a file is, by its first bytes and never by its name: the one table of signatures, for lists and for notices.

Sources: the formats' own specifications (MS-CFB, MS-XLS, RFC 2557, RFC 5322, dBase III, WK1), and file(1)'s magic.
"""

import re
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from ..model.lazy_pattern import lazy_pattern

HEAD = 1 << 16
"""How many of the first bytes decide."""


class Family(Enum):
    """Files that are dealt with alike."""

    PAGE = auto()  # HTML, which may hold the table itself
    SPREADSHEET_XML = auto()  # of Excel 2002 and 2003
    WORKBOOK = auto()  # of another program, or packed in another way
    FRAMES = auto()  # a page whose tables lie in other files
    DOCUMENT = auto()
    DATABASE = auto()
    DATA = auto()
    MAIL = auto()
    PICTURE = auto()
    ARCHIVE = auto()
    LINK = auto()
    PROGRAM = auto()


class Packing(NamedTuple):
    """`kind` is its name in both languages."""

    family: Family
    kind: str


_SIGNATURES = (
    (b"\x89PNG", Packing(Family.PICTURE, "PNG")),
    (b"\xff\xd8\xff", Packing(Family.PICTURE, "JPEG")),
    *((start, Packing(Family.PICTURE, "GIF")) for start in (b"GIF87a", b"GIF89a")),
    *((start, Packing(Family.PICTURE, "TIFF")) for start in (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")),
    (b"%PDF", Packing(Family.DOCUMENT, "PDF")),
    (b"{\\rtf", Packing(Family.DOCUMENT, "RTF")),
    (b"%!PS", Packing(Family.DOCUMENT, "PostScript")),
    (b"\x1f\x8b", Packing(Family.ARCHIVE, "gzip")),
    (b"Rar!", Packing(Family.ARCHIVE, "RAR")),
    (b"7z\xbc\xaf", Packing(Family.ARCHIVE, "7-Zip")),
    *((b"BZh%d1AY&SY" % level, Packing(Family.ARCHIVE, "bzip2")) for level in range(1, 10)),
    (b"\xfd7zXZ", Packing(Family.ARCHIVE, "xz")),
    (b"\x28\xb5\x2f\xfd", Packing(Family.ARCHIVE, "Zstandard")),
    (b"\0\0\x02\0\x04\x04\x05\x54\x02\0", Packing(Family.WORKBOOK, "Microsoft Works")),
    (b"\xff\0\x02\0\x04\x04", Packing(Family.WORKBOOK, "Microsoft Works")),
    (b"\0\0\x02\0", Packing(Family.WORKBOOK, "Lotus 1-2-3")),
    (b"\0\0\x1a\0", Packing(Family.WORKBOOK, "Lotus 1-2-3")),
    *(
        (start, Packing(Family.WORKBOOK, "Excel 2-5"))
        for start in (b"\x09\0\x04\0", b"\x09\x02\x06\0", b"\x09\x04\x06\0")
    ),
    (b"\x09\x08\x08\0\0\x05", Packing(Family.WORKBOOK, "Excel 2-5")),
    *((b"ID;P" + end, Packing(Family.WORKBOOK, "SYLK")) for end in (b";", b"WXL", b"SCALC")),
    (b"SQLite format 3\0", Packing(Family.DATABASE, "SQLite")),
    (b"\0\x01\0\0Standard ", Packing(Family.DATABASE, "Microsoft Access")),
    (b"PAR1\x15", Packing(Family.DATA, "Parquet")),
    (b"L\0\0\0\x01\x14\x02\0", Packing(Family.LINK, "Windows (.lnk)")),
    (b"[InternetShortcut]", Packing(Family.LINK, "Windows (.url)")),
    (b"\x7fELF", Packing(Family.PROGRAM, "ELF")),
)
_PROLOG = rb"\A(?>(?:<\?[^>]*>|<!--.*?-->|\s)*)"  # as a whole: no other way to split comments is tried
_HTML = lazy_pattern(
    _PROLOG
    + rb"<(?:!doctype\s+html|(?:html|head|body|title|meta|link|style|script|div|p|table|thead|tbody|tr|th|td|form"
    rb"|frameset|span|font|center|h[1-6]|br|img|a|pre|ul|ol)[\s/>])",
    re.IGNORECASE | re.DOTALL,
)
_XML_ROOT = lazy_pattern(
    _PROLOG + rb"(?:<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>\s*)?<(?:[\w.-]+:)?([\w.-]+)[\s/>]", re.DOTALL
)
_FRAMES = lazy_pattern(rb"<frameset[\s>]|excel workbook frameset", re.IGNORECASE)
_HEADER_LINES = rb"(?:[a-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)"
_MHTML = lazy_pattern(rb"\A" + _HEADER_LINES + rb"*?content-type:\s*multipart/related", re.IGNORECASE)
_MAIL = lazy_pattern(
    rb"\A(?:return-path|received|delivered-to|from|to|subject|date|message-id|mime-version|x-[a-z-]+):[^\n]*\n"
    rb"(?:[ \t][^\n]*\n)*" + _HEADER_LINES + rb"+",
    re.IGNORECASE,
)
_JSON = lazy_pattern(rb"\A\s*(?:\{\s*[\"}]|\[\s*[\[{\"])")
_SPREADSHEET_XML = b"urn:schemas-microsoft-com:office:spreadsheet"
_XML_ROOTS = {
    b"wordDocument": Packing(Family.DOCUMENT, "Word 2003 XML"),
    b"package": Packing(Family.DOCUMENT, "Office XML"),
    b"document": Packing(Family.WORKBOOK, "OpenDocument (FODS)"),
}


def what_is(head: bytes) -> Packing | None:
    """What begins with these bytes (HEAD of them); None where it may be text, a .zip or an OLE container."""
    for start, packing in _SIGNATURES:
        if head.startswith(start):
            return packing
    if head.startswith(b"BM") and head[6:10] == b"\0\0\0\0":
        return Packing(Family.PICTURE, "BMP")
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return Packing(Family.PICTURE, "WebP")
    if head[4:8] == b"ftyp":
        return Packing(Family.PICTURE, "HEIC/MP4")
    if head.startswith(b"MZ") and b"\0" in head[:64]:
        return Packing(Family.PROGRAM, "EXE")
    return Packing(Family.DATABASE, "dBase (.dbf)") if _is_dbase(head) else _of_text(_in_ascii(head))


def _of_text(text: bytes) -> Packing | None:
    if text.startswith(b"%PDF-"):
        return Packing(Family.DOCUMENT, "PDF")
    if _MHTML.match(text):
        return Packing(Family.WORKBOOK, "MHTML")
    if _HTML.match(text):
        return Packing(Family.FRAMES, "HTML") if _FRAMES.search(text) else Packing(Family.PAGE, "HTML")
    if (root := _XML_ROOT.match(text)) is not None:
        if root[1] == b"Workbook" and _SPREADSHEET_XML in text:
            return Packing(Family.SPREADSHEET_XML, "XML Spreadsheet 2003")
        if b"xmlns" in text:
            return _XML_ROOTS.get(root[1], Packing(Family.DATA, "XML"))
        if text.startswith(b"<?xml"):
            return Packing(Family.DATA, "XML")
    if _JSON.match(text):
        return Packing(Family.DATA, "JSON")
    return Packing(Family.MAIL, "e-mail (.eml)") if _MAIL.match(text) else None


def _in_ascii(head: bytes) -> bytes:
    """The beginning as ASCII, whatever its encoding, as far as looking for tags goes."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "ignore").encode("ascii", "replace")
    elif head[:2] in (b"<\0", b"\0<"):
        head = head.decode("utf-16-le" if head[0] else "utf-16-be", "ignore").encode("ascii", "replace")
    return head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\0 \t\r\n")


def _is_dbase(head: bytes) -> bool:
    """A version, the date of the last change, the length of the header (32 bytes a field) and of a record."""
    if len(head) < 33 or head[0] not in (0x02, 0x03, 0x30, 0x31, 0x43, 0x83, 0x8B, 0xF5):
        return False
    header, record = int.from_bytes(head[8:10], "little"), int.from_bytes(head[10:12], "little")
    return 1 <= head[2] <= 12 and 1 <= head[3] <= 31 and header > 32 and record > 1 and head[12:14] == b"\0\0"


def what_is_zip(names: set[str], head: bytes) -> Packing | None:
    """What a .zip is by the names of its members and its first bytes; None where it is a workbook that is read."""
    if b"opendocument.text" in head[:120]:
        return Packing(Family.DOCUMENT, "OpenDocument (ODT)")
    folders = {name.partition("/")[0] for name in names}
    if "xl" in folders or "content.xml" in names:
        return None
    if "word" in folders:
        return Packing(Family.DOCUMENT, "Word (DOCX)")
    if "ppt" in folders:
        return Packing(Family.DOCUMENT, "PowerPoint (PPTX)")
    if "Index.zip" in names or any(name.endswith(".iwa") for name in names):
        return Packing(Family.WORKBOOK, "Apple Numbers")
    return Packing(Family.ARCHIVE, "ZIP")


_STREAMS = (
    ("Workbook", None),
    ("Book", None),
    ("EncryptedPackage", None),
    ("WordDocument", Packing(Family.DOCUMENT, "Word 97-2003 (.doc)")),
    ("PowerPoint Document", Packing(Family.DOCUMENT, "PowerPoint 97-2003 (.ppt)")),
    ("__properties_version1.0", Packing(Family.MAIL, "Outlook (.msg)")),
    ("MatOST", Packing(Family.WORKBOOK, "Microsoft Works")),
)


def what_is_ole(path: Path) -> Packing | None:
    """What an OLE container is; None where it is a workbook, is encrypted, or nobody can tell."""
    names = ole_directory(path)
    return next((packing for name, packing in _STREAMS if name.encode("utf-16-le") in names), None)


def ole_directory(path: Path) -> bytes:
    """The beginning of an OLE container's directory, with the names of its streams (MS-CFB, sections 2.2 and 2.6)."""
    with path.open("rb") as file:
        header = file.read(512)
        size = 4096 if header[30:32] == b"\x0c\0" else 512
        file.seek((int.from_bytes(header[48:52], "little") + 1) * size)
        return file.read(1 << 14)

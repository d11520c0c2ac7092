"""A DOCX is a .zip: looked through, and packed anew without what is not text, before a reader is let near it.

What comes out holds the parts with text, the links between them, and empty parts in place of pictures, fonts, macros
and embedded files. So no macro is even there, and what is in memory does not depend on pictures.
"""

import re
import struct
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

from ..intake.limits import Limits, too_much
from ..intake.strict_open_xml import transitional
from ..intake.zip_directory import is_directory_too_large
from ..model.errors import InputError
from ..model.lazy_pattern import lazy_pattern
from ..model.text import Text
from .file_kind import encrypted, other_zip

MAIN = "word/document.xml"
_TYPES = "[Content_Types].xml"
_MB = 1 << 20
_CHUNK = 1 << 16
_MOST_PARTS = 5_000
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""What is unpacked in pieces, and what Word writes."""
_READ_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, struct.error, OverflowError)
_DECLARATION = lazy_pattern(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_DECLARATION_WIDE = lazy_pattern(rb"<\0?!\0?(?:D\0?O\0?C\0?T\0?Y\0?P\0?E|E\0?N\0?T\0?I\0?T\0?Y)", re.IGNORECASE)
_SORT = lazy_pattern(
    rb"application/vnd\.(?:ms-word\.(?:document|template)\.macroEnabled(?:Template)?\.main\+xml"
    rb"|openxmlformats-officedocument\.wordprocessingml\.template\.main\+xml"
    rb"|ms-word\.document\.macroEnabled\.main\+xml)",
    re.IGNORECASE,
)
"""A document with macros, or a template: the text is in the same place, and is read in the same way."""
_PLAIN_SORT = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

_DAMAGED = Text(
    "{file}: ไฟล์ DOCX เสียหายหรือไม่ครบ ({reason}) เปิดใน Word แล้วบันทึกใหม่ หรือขอไฟล์ใหม่",
    "{file}: the DOCX is damaged or incomplete ({reason}); open it in Word and save it again, or ask for it anew",
)
_DECLARES = Text(
    "{file}: {part} มีการประกาศ DOCTYPE/ENTITY ซึ่ง Word ไม่เคยเขียน จึงไม่เปิดเพื่อความปลอดภัย บันทึกใหม่ใน Word",
    "{file}: {part} holds a DOCTYPE/ENTITY declaration, which Word never writes, so it is not opened, for safety;"
    " save it again in Word",
)
_TWICE = Text("มีส่วน {part} สองครั้ง", "{part} is in it twice")
_NO_PART = Text("ไม่มีส่วน {part}", "{part} is missing")
_ODD_PACKING = Text("บีบอัดด้วยวิธีที่ Word ไม่ใช้", "packed by a method that Word does not use")
_PARTS = Text("มี {found:,} ส่วน เกิน {most:,}", "it has {found:,} parts, more than {most:,}")


def damaged(name: str, reason: object) -> InputError:
    """The error for a DOCX that cannot be read."""
    return InputError(_DAMAGED, file=name, reason=reason if isinstance(reason, Text) else _first_line(reason))


def text_parts(path: Path, name: str, limits: Limits) -> BytesIO:
    """The DOCX packed anew, without what is not text.

    Raises InputError where it is another kind of .zip, damaged, encrypted, hostile, or beyond a limit: what is unpacked
    is counted while it is read, whatever sizes the archive states.
    """
    try:
        if is_directory_too_large(path):
            raise damaged(name, "central directory > 4 MB")
        with path.open("rb") as file:
            start = file.read(200)
        with zipfile.ZipFile(path) as archive:
            return _repacked(archive, start, name, limits)
    except _READ_ERRORS as error:
        raise damaged(name, error) from None
    except RuntimeError:  # zipfile's way to say that a part is encrypted
        raise encrypted(name) from None


def _repacked(archive: zipfile.ZipFile, start: bytes, name: str, limits: Limits) -> BytesIO:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if MAIN not in names:
        if _TYPES in names and any(one.startswith("word/") for one in names):
            raise damaged(name, _NO_PART.fill(part=MAIN))
        raise other_zip(names, start, name)
    if len(parts) > _MOST_PARTS:
        raise damaged(name, _PARTS.fill(found=len(parts), most=_MOST_PARTS))
    if _TYPES not in names:
        raise damaged(name, _NO_PART.fill(part=_TYPES))
    packed, unpacked, markup = BytesIO(), 0, 0
    seen: set[str] = set()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as anew:
        for part in parts:
            if part.is_dir():
                continue
            if part.filename.lower() in seen:  # one reader takes the first, another the last: nobody knows what it says
                raise damaged(name, _TWICE.fill(part=_first_line(part.filename)))
            seen.add(part.filename.lower())
            if part.compress_type not in _METHODS:
                raise damaged(name, _ODD_PACKING)
            is_text = part.filename.lower().endswith((".xml", ".rels"))
            kept = bytearray()
            with archive.open(part) as stream:
                while chunk := stream.read(_CHUNK):
                    unpacked += len(chunk)
                    markup += len(chunk) if is_text else 0
                    if unpacked > limits.unpacked_mb * _MB:
                        raise too_much(name, "unpacked_mb", f"> {limits.unpacked_mb:,}", limits.unpacked_mb)
                    if markup > limits.markup_mb * _MB:
                        raise too_much(name, "markup_mb", f"> {limits.markup_mb:,}", limits.markup_mb)
                    if is_text:
                        kept += chunk
            anew.writestr(part.filename, _safe(part.filename, bytes(kept), name))
    packed.seek(0)
    return packed


def _safe(part: str, data: bytes, name: str) -> bytes:
    """A part as it may be parsed. Raises InputError where it declares a document type or entities."""
    head = data[: 1 << 16]
    if _DECLARATION.search(data) or (b"\0" in head and _DECLARATION_WIDE.search(data)):
        raise InputError(_DECLARES, file=name, part=_first_line(part))
    return _SORT.sub(_PLAIN_SORT, data) if part == _TYPES else transitional(data)


def _first_line(text: object) -> str:
    """What a library said, or a part is called, short enough for a sentence."""
    return "".join(char for char in str(text) if char.isprintable())[:80] or "?"

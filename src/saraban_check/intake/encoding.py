"""Which encoding a text file is in: its BOM decides; else strict UTF-8; else Windows-874. No statistics.

Statistical guessing was measured to be wrong on short Thai text. What cannot be decoded is never replaced.
"""

import codecs
from io import BytesIO
from pathlib import Path
from typing import IO

from ..model.errors import InputError, RequestError
from ..model.text import Text
from .not_a_list import not_a_list
from .packing import HEAD, Family, what_is

THAI = "cp874"  # Windows-874, which holds TIS-620
_CHUNK = 1 << 20

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WRITTEN_AS_TEXT = (Family.PAGE, Family.FRAMES, Family.SPREADSHEET_XML, Family.DATA, Family.MAIL)
_NOT_FOR_FILES = ("idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined")

_UNDECODABLE = Text(
    "{file}: บรรทัด {line}: ไบต์ 0x{byte:02X} อ่านไม่ได้ทั้งแบบ UTF-8 และ Windows-874 บันทึกใหม่เป็น CSV UTF-8",
    "{file}: line {line}: byte 0x{byte:02X} is neither UTF-8 nor Windows-874; save the file again as CSV UTF-8",
)
_NOT_IN_ENCODING = Text(
    "{file}: บรรทัด {line}: ไบต์ 0x{byte:02X} อ่านแบบ {encoding} ไม่ได้ ใช้ --encoding อื่น หรือบันทึกใหม่เป็น CSV UTF-8",
    "{file}: line {line}: byte 0x{byte:02X} is not {encoding}; use another --encoding, or save as CSV UTF-8",
)
_NO_SUCH_ENCODING = Text(
    "--encoding {found}: ไม่รู้จักการเข้ารหัสนี้ ใช้ utf-8, utf-16 หรือ cp874",
    "--encoding {found}: no such encoding; use utf-8, utf-16 or cp874",
)


def _first_bad(path: Path, encoding: str, held: bytes | None = None) -> tuple[int, int] | None:
    """The line (1 = first) and the byte at which decoding fails; None where all of it decodes."""
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    lines = 1
    with _opened(path, held) as file:
        while chunk := file.read(_CHUNK):
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError as error:
                data = error.object
                return lines + data.count(b"\n", 0, error.start), data[error.start]
            except UnicodeError:  # the codec refuses the whole file: UTF-16 without a BOM, for one
                return 1, chunk[0]
            lines += chunk.count(b"\n")
        try:
            decoder.decode(b"", final=True)
        except UnicodeDecodeError as error:
            return lines, error.object[error.start]
        except UnicodeError:
            return lines, 0
    return None


def _opened(path: Path, held: bytes | None) -> IO[bytes]:
    return path.open("rb") if held is None else BytesIO(held)


def find_encoding(path: Path, wanted: str | None, held: bytes | None = None) -> str:
    """The encoding to open a text file with. `held` is what is in it, where it was read already.

    A long file that is not held is not looked through where its beginning leaves no choice: whoever reads it comes to
    bytes further down that are no UTF-8, and raises `undecodable`.

    Raises InputError where the file is no text or holds bytes that cannot be decoded, RequestError where
    the encoding asked for does not exist.
    """
    with _opened(path, held) as file:
        head = file.read(HEAD)
    packing = what_is(head)
    if packing is not None and packing.family not in _WRITTEN_AS_TEXT:
        raise not_a_list(path.name, packing)
    if wanted is not None:
        return _sure(path, require_encoding(wanted), held)
    for bom, encoding in _BOMS:
        if head.startswith(bom):
            return _sure(path, encoding, held)
    if (held is None and _begins_as_utf_8_only(path)) or (utf_8 := _first_bad(path, "utf-8", held)) is None:
        return "utf-8"
    thai = _first_bad(path, THAI, held)
    if thai is None:
        return THAI
    raise _undecodable(path, thai, utf_8)


def _begins_as_utf_8_only(path: Path) -> bool:
    """Whether a text is long, and its beginning is UTF-8 and cannot be Windows-874."""
    with path.open("rb") as file:
        beginning = file.read(_CHUNK)
    try:
        codecs.getincrementaldecoder("utf-8")("strict").decode(beginning)
    except UnicodeDecodeError:
        return False
    try:
        beginning.decode(THAI)
    except UnicodeDecodeError:
        return len(beginning) == _CHUNK
    return False


def undecodable(path: Path) -> InputError:
    """The error for a text that `find_encoding` took for UTF-8 by its beginning, and that is none further down."""
    return _undecodable(path, *(_first_bad(path, encoding) or (1, 0) for encoding in (THAI, "utf-8")))


def _undecodable(path: Path, *bad: tuple[int, int]) -> InputError:
    """Of the places at which either encoding fails the later one is told: the file is in that which gets so far."""
    line, byte = max(bad, key=lambda place: place[0])
    return InputError(_UNDECODABLE, file=path.name, line=line, byte=byte)


def require_encoding(wanted: str) -> str:
    """The codec of an encoding that the user asks for. Raises RequestError where there is none for files."""
    try:
        name = codecs.lookup({"tis-620": THAI, "windows-874": THAI}.get(wanted.lower(), wanted)).name
        b"a".decode(name, "ignore")  # some codecs are no text encodings (zlib, base64)
    except (LookupError, UnicodeError, TypeError, ValueError):
        raise RequestError(_NO_SUCH_ENCODING, found=wanted) from None
    if name in _NOT_FOR_FILES:
        raise RequestError(_NO_SUCH_ENCODING, found=wanted)
    return "utf-8-sig" if name == "utf-8" else name


def _sure(path: Path, encoding: str, held: bytes | None) -> str:
    if (bad := _first_bad(path, encoding, held)) is not None:
        line, byte = bad
        raise InputError(_NOT_IN_ENCODING, file=path.name, line=line, byte=byte, encoding=encoding)
    return encoding

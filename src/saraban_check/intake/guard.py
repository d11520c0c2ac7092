"""Look into an XLSX before a reader is let loose on it.

python-calamine is fast, but it lays a sheet out as one block: a cell at A1 and another at XFD1048576 make it
ask for 512 GiB and abort the whole process, without an exception that could be caught. It also gives nothing
for a formula without a stored value and for an error such as #REF!: the address would vanish. So the XML is
scanned first, as bytes and in chunks.
"""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException, ElementTree

from ..model.errors import InputError
from ..model.text import Text
from .limits import Limits, too_much

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REL_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CHUNK = 1 << 20
_OVERLAP = 1 << 12
_MB = 1 << 20
_SMALL_ENOUGH = 2_000_000
"""A block of so many cells is laid out without a second thought (64 MB)."""
_SPARSEST = 8
"""A larger block must hold a value in every eighth cell at least."""

# The patterns begin with a literal, to which the search leaps; each piece is gone through few times.
_ODD = re.compile(
    rb'<c(?! r="[A-Z]{1,3}[0-9]{1,7}")(?=[\s/>])[^<>]*+[<>]'
    rb'|<row(?=[\s/>])(?![^<>]*\sr="[0-9]{1,7}")[^<>]*+[<>]|<!--'
)
"""A spelling that Excel does not use: whoever writes `<c s="1" r="a1">` may hide how far out a cell lies.
No tag is looked at beyond a `<`, which XML forbids in it: so each byte is gone through few times."""
_FAR = re.compile(rb'<c r="(?:[A-Z]{2}|[A-Z][0-9]{6})')
_ROW = re.compile(rb'<row\b[^<>]*?\sr="([0-9]+)"')
_VALUE_AT = re.compile(rb'<c r="([A-Z]+)([0-9]+)"[^<>]*+(?:>\s*<(?:v|is|f)\b|<)')
_MAIN_NAMESPACE = b"preadsheetml/2006/main"
_MEDIA = (".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".bin", ".tif", ".tiff")
_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)

_NOT_A_WORKBOOK = Text(
    "{file}: ไฟล์สมุดงานเสียหายหรือไม่ครบ ({reason}) เปิดใน Excel แล้วบันทึกใหม่",
    "{file}: the workbook is damaged or incomplete ({reason}); open it in Excel and save it again",
)
_DECLARES = Text(
    "{file}: {part} มีการประกาศ DOCTYPE/ENTITY ซึ่ง Excel ไม่เคยเขียน จึงไม่เปิดเพื่อความปลอดภัย",
    "{file}: {part} holds a DOCTYPE/ENTITY declaration, which Excel never writes; it is not opened, for safety",
)
_ENCRYPTED = Text(
    "{file}: สมุดงานมีรหัสผ่าน ถอดรหัสผ่านใน Excel แล้วบันทึกใหม่",
    "{file}: the workbook is protected by a password; remove it in Excel and save again",
)


class Inspection(NamedTuple):
    """`dense`: safe for a reader that lays out blocks; `unreadable`: parts with formulas or error cells."""

    dense: bool
    unreadable: frozenset[str]


def damaged(file: str, reason: object) -> InputError:
    """The error for a workbook that cannot be opened."""
    return InputError(_NOT_A_WORKBOOK, file=file, reason=str(reason).splitlines()[0][:120] if str(reason) else "?")


def is_encrypted_container(head: bytes) -> bool:
    """Whether an OLE container holds an encrypted workbook rather than an old XLS."""
    return "EncryptedPackage".encode("utf-16-le") in head


def encrypted(file: str) -> InputError:
    return InputError(_ENCRYPTED, file=file)


def _chunks(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """The part's bytes in pieces that overlap, so that nothing is cut in two unseen."""
    tail = b""
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            piece = tail + chunk
            yield piece
            tail = piece[-_OVERLAP:]


def inspect(path: Path, limits: Limits) -> Inspection:
    """Scan a workbook's XML. Raises InputError where it is damaged, hostile or beyond a limit."""
    try:
        with zipfile.ZipFile(path) as archive:
            return _inspect(archive, path.name, limits)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, zipfile.zlib.error) as error:  # type: ignore[attr-defined]
        raise damaged(path.name, error) from None
    except RuntimeError:  # zipfile's way to say that a part is encrypted
        raise encrypted(path.name) from None


def _inspect(archive: zipfile.ZipFile, file: str, limits: Limits) -> Inspection:
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    if unpacked > limits.unpacked_mb * _MB:
        raise too_much(file, "unpacked_mb", f"{unpacked / _MB:,.0f}", limits.unpacked_mb)
    sheets = sheet_parts(archive)
    names = {part.filename for part in parts}
    # a reader that finds parts under other names than ours (in other case, for one) is not let near them
    dense, unreadable = bool(sheets) and set(sheets.values()) <= names, set()
    for part in parts:
        name = part.filename
        if name.lower().endswith(_MEDIA) or part.is_dir():
            continue
        is_sheet = name in sheets.values() or ("worksheets/" in name.lower() and not name.endswith(".rels"))
        scan = _scan(archive, name, file, limits, is_sheet)
        dense = dense and scan.dense
        if scan.unreadable:
            unreadable.add(name)
    return Inspection(dense, frozenset(unreadable))


def sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """The part of the package (`xl/worksheets/sheet1.xml`) of each sheet, by the sheet's name."""
    try:
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
        links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    except (KeyError, ParseError, DefusedXmlException):
        return {}
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    return {sheet.get("name", ""): _part(targets.get(sheet.get(_REL_ID), "")) for sheet in book.iter(f"{MAIN}sheet")}


def _part(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


class _Scan(NamedTuple):
    """`dense` as above; `unreadable`: there may be formulas or errors."""

    dense: bool
    unreadable: bool


def _scan(archive: zipfile.ZipFile, part: str, file: str, limits: Limits, is_sheet: bool) -> _Scan:
    odd = far = unreadable = False
    last_row = 0
    for number, piece in enumerate(_chunks(archive, part)):
        if number == 0 and _DECLARATION.search(piece):
            raise InputError(_DECLARES, file=file, part=part)
        if len(piece) > _CHUNK // 2 and piece.find(b"<") < 0:
            raise too_much(file, "cell", f"> {len(piece):,}", limits.cell, Text(f" {part}", f" {part}"))
        if not is_sheet:
            continue
        unreadable = unreadable or b"<f" in piece or b't="e"' in piece
        far = far or _FAR.search(piece) is not None
        # a prefix bound to the sheet's namespace lets cells be called anything but <c>
        odd = odd or _ODD.search(piece) is not None or piece.count(_MAIN_NAMESPACE) != (number == 0)
        odd = odd or piece.startswith((b"\xff\xfe", b"\xfe\xff"))
        if rows := _ROW.findall(piece):
            last_row = max(last_row, *map(int, rows))
    if not is_sheet:
        return _Scan(True, False)
    if odd:
        return _Scan(False, True)
    dense = (not far and last_row * 26 <= _SMALL_ENOUGH) or _is_dense(archive, part)
    return _Scan(dense, unreadable)


def _is_dense(archive: zipfile.ZipFile, part: str) -> bool:
    """Whether the block from A1 to the last value is small, or well filled: counted cell by cell."""
    rows = columns = values = 0
    for piece in _chunks(archive, part):
        for match in _VALUE_AT.finditer(piece):
            values += 1
            rows = max(rows, int(match[2]))
            columns = max(columns, column_number(match[1]))
    return rows * columns <= max(_SMALL_ENOUGH, _SPARSEST * values)


def column_number(letters: bytes) -> int:
    """`A` is 1, `XFD` 16384; more than three letters count as far beyond any sheet."""
    number = 0
    for letter in letters[:4]:
        number = number * 26 + letter - 64
    return number

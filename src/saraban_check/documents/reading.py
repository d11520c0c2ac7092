"""A file becomes a document, by what it holds and not by what it is called."""

import stat
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from ..intake.folders import NAMED_SPECIAL
from ..intake.limits import DEFAULT_LIMITS, Limits, too_much
from ..intake.named_file import FOLDER, missing
from ..intake.packing import HEAD
from ..model.errors import InputError
from ..model.notice import Box, Document, DocumentKind, NoText
from ..model.os_reasons import reason_of
from ..model.text import Text
from .asking import AskedHelper
from .docx_package import text_parts
from .docx_text import docx_text
from .file_kind import InZip, file_kind
from .lines import tidy
from .pdf_text import PdfReader
from .picture_text import PictureReader
from .plain_text import read_plain_text
from .scan_reader import ScanReader

_MB = 1 << 20
_DENIED = Text(
    "{file}: เปิดไฟล์ไม่ได้ ({reason}) ตรวจสิทธิ์การอ่าน",
    "{file}: it cannot be opened ({reason}); check that you may read it",
)
_EMPTY = Text("{file}: ไฟล์ว่างเปล่า ขอไฟล์ใหม่หรือบันทึกใหม่", "{file}: the file is empty; ask for it anew or save it again")
_LOCK = Text(
    "{file}: เป็นไฟล์ล็อกชั่วคราวของ Word ปิด Word แล้วเลือกไฟล์ที่ไม่มี ~$ นำหน้า",
    "{file}: this is Word's own lock file; close Word and name the file without ~$ in front",
)
_EMPTY_DOCUMENT = NoText(
    is_scan=False,
    said=Text("เอกสารนี้ไม่มีข้อความ ตรวจว่าเป็นไฟล์ที่ถูกต้อง", "this document has no text; check that it is the right file"),
)
_LOCK_BYTES = 512


class DocumentReader:
    """Reads documents one after the other; PDFs, pages and pictures in a helper process, which `close` or leaving
    `with` ends.

    `ocr`: whether scans are read with Tesseract, where it is installed. `encoding`: that of text and HTML, where the
    user knows it.
    """

    def __init__(self, limits: Limits = DEFAULT_LIMITS, *, ocr: bool = True, encoding: str | None = None) -> None:
        self._limits, self._encoding = limits, encoding
        self._helper = AskedHelper(limits)
        self._scans = ScanReader(self._helper, limits, ocr=ocr)
        self._pdf = PdfReader(self._helper, self._scans, limits)
        self._picture = PictureReader(self._helper, self._scans, limits)

    def read(self, path: Path, name: str | None = None) -> Document:
        """The document. `name` is what the user calls the file, its own name if not given.

        Raises InputError where it is missing, of a kind that is not read, damaged, hostile or beyond a limit, and
        RequestError where there is no such encoding.
        """
        shown = name or path.name or str(path)
        try:
            return self._read(path, shown)
        except OSError as error:
            raise InputError(_DENIED, file=shown, reason=reason_of(error)) from None

    def close(self) -> None:
        """End the helper process; another is started if a PDF is read afterwards."""
        self._helper.close()

    def cut_out(self, path: Path, document: Document, page: int, boxes: Iterable[Box]) -> list[bytes]:
        """Pieces of a page (1 = first) of a scan that was read, as PNG; empty ones where there is nothing to show.

        Raises InputError where the file cannot be opened any more.
        """
        is_picture = document.kind is DocumentKind.PICTURE
        return self._scans.cut_out(path, document.file, page, boxes, is_picture=is_picture)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _read(self, path: Path, name: str) -> Document:
        limits = self._limits
        head = _checked_head(path, name, limits)
        kind = file_kind(head, path, name)
        if kind is DocumentKind.PDF:
            return self._pdf.read(path, name)
        if kind is DocumentKind.PICTURE:
            return self._picture.read(path, name)
        if isinstance(kind, InZip):
            kind, text = DocumentKind.DOCX, docx_text(text_parts(path, name, limits), name, limits)
        elif kind is DocumentKind.HTML:
            asked = {"do": "html", "name": name, "encoding": self._encoding, "limits": limits._asdict()}
            text = str(self._helper.ask(asked, path, name)["text"])
        else:
            text = read_plain_text(path, name, limits, self._encoding)
        text = tidy(text)
        return Document(name, kind, text, no_text=None if text.strip() else _EMPTY_DOCUMENT)


def _checked_head(path: Path, name: str, limits: Limits) -> bytes:
    """The first bytes. Raises InputError where the file is missing, no ordinary file, empty or too large."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise missing(path, name) from None
    if stat.S_ISDIR(found.st_mode):
        raise InputError(FOLDER, file=name)
    if not stat.S_ISREG(found.st_mode):
        raise InputError(NAMED_SPECIAL, file=name)
    if found.st_size == 0:
        raise InputError(_EMPTY, file=name)
    if path.name.startswith("~$") and found.st_size < _LOCK_BYTES:
        raise InputError(_LOCK, file=name)
    if found.st_size > limits.file_mb * _MB:
        raise too_much(name, "file_mb", f"{found.st_size / _MB:,.1f}", limits.file_mb)
    with path.open("rb") as file:
        return file.read(HEAD)

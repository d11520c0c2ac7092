"""A PDF as a document: its text layer, or what Tesseract reads from pictures of its pages."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ..intake.helper import DiedError, Helper, SaidTooMuchError, TookTooLongError
from ..intake.limits import Limits, too_much
from ..model.errors import InputError
from ..model.notice import Document, DocumentKind, NoText
from ..model.text import Text
from .lines import tidy
from .ocr import INSTALL, ocr_languages, read_picture
from .scans import PageText, page_texts, scanned_pages

_MODULE = "saraban_check.documents.pdf_process"
_MEMORY_MB = 2048
_BYTES_A_CHARACTER = 12
"""In JSON, where a character may be a pair of `\\uXXXX`."""
_END = b"%%EOF"
_NEAR_END = 4096

_PASSWORD = Text(
    "{file}: PDF มีรหัสผ่าน บันทึกใหม่โดยไม่มีรหัสผ่านแล้วลองอีกครั้ง",
    "{file}: the PDF is protected by a password; save it without one and try again",
)
_DAMAGED = Text(
    "{file}: PDF เสียหายหรือไม่ใช่ PDF ที่อ่านได้ สร้าง PDF ใหม่จากต้นฉบับหรือขอไฟล์ใหม่",
    "{file}: the PDF is damaged or cannot be read; make it again from the original, or ask for it anew",
)
_INCOMPLETE = Text(
    "{file}: PDF ไม่ครบ (ไม่มีส่วนท้ายไฟล์) ดาวน์โหลดหรือคัดลอกไฟล์ใหม่",
    "{file}: the PDF is incomplete (its end is missing); download or copy it again",
)
_UNSAFE = Text(
    "{file}: เปิด PDF นี้อย่างปลอดภัยไม่ได้ สร้าง PDF ใหม่จากต้นฉบับ หรือใช้ DOCX",
    "{file}: this PDF could not be opened safely; make it again from the original, or use DOCX",
)
_SCAN = Text("PDF นี้เป็นภาพสแกน ไม่มีข้อความให้อ่าน{where} {do}", "this PDF is a scan without text to read{where}; {do}")
_PAGES = Text(" (หน้า {pages})", " (page {pages})")
_OCR_OFF = Text("เปิดใช้ OCR หรือใช้ไฟล์ต้นฉบับ (DOCX)", "let OCR be used, or use the original (DOCX)")
_NOTHING_READ = Text(
    "PDF นี้เป็นภาพสแกน และ Tesseract อ่านข้อความไม่ได้เลย สแกนใหม่ให้ชัดหรือใช้ไฟล์ต้นฉบับ (DOCX)",
    "this PDF is a scan, and Tesseract read nothing in it; scan it again more clearly, or use the original (DOCX)",
)
_BLANK = Text("PDF นี้มีแต่หน้าว่าง ตรวจว่าเป็นไฟล์ที่ถูกต้อง", "this PDF has only blank pages; check that it is the right file")


class PdfReader:
    """Reads PDFs, and web pages, in one helper process.

    `ocr`: whether scans are read with Tesseract, where it is installed.
    """

    def __init__(self, limits: Limits, *, ocr: bool) -> None:
        self._limits, self._ocr = limits, ocr
        self._helper = Helper(_MODULE, str(_MEMORY_MB))
        self._languages: str | None = None
        self._looked = False

    def read(self, path: Path, name: str) -> Document:
        """The document. Raises InputError where the PDF cannot be opened, or is beyond a limit."""
        if not _is_complete(path):
            raise InputError(_INCOMPLETE, file=name)
        limits = self._limits
        asked = {"do": "text", "path": str(path.absolute()), "pages": limits.pages, "characters": limits.characters}
        answer = self._ask(asked, name)
        try:
            pages = page_texts(answer["pages"])
        except (KeyError, TypeError):
            raise InputError(_UNSAFE, file=name) from None
        scanned = scanned_pages(pages)
        if not scanned:
            text = _joined([page.text for page in pages])
            by_ocr = any(page.by_ocr for page in pages)
            return Document(name, DocumentKind.PDF, text, len(pages), by_ocr, None if text else NoText(False, _BLANK))
        if not self._ocr:
            return _unread(name, pages, scanned, _OCR_OFF)
        if (languages := self._installed()) is None:
            return _unread(name, pages, scanned, INSTALL)
        texts = self._read_scans(path, name, pages, scanned, languages)
        return Document(name, DocumentKind.PDF, texts, len(pages), True, None if texts else NoText(True, _NOTHING_READ))

    def read_html(self, path: Path, name: str, encoding: str | None) -> str:
        """The text of a web page. Raises InputError where it cannot be read, or is beyond a limit."""
        asked = {"do": "html", "path": str(path.absolute()), "name": name, "encoding": encoding}
        answer = self._ask({**asked, "limits": self._limits._asdict()}, name)
        return str(answer["text"])

    def close(self) -> None:
        """End the helper process."""
        self._helper.close()

    def _read_scans(
        self, path: Path, name: str, pages: Sequence[PageText], scanned: Sequence[int], languages: str
    ) -> str:
        limits = self._limits
        if len(scanned) > limits.ocr_pages:
            raise too_much(name, "ocr_pages", f"{len(scanned):,}", limits.ocr_pages)
        texts = [page.text for page in pages]
        with tempfile.TemporaryDirectory(prefix="saraban-check-") as folder:
            picture = Path(folder) / "page.pgm"
            for at in scanned:
                asked = {"do": "picture", "path": str(path.absolute()), "page": at, "to": str(picture)}
                drawn = self._ask(asked, name)
                texts[at] = read_picture(picture, at + 1, drawn["dpi"], languages, name, limits.ocr_seconds)
        return _joined(texts)

    def _ask(self, request: dict[str, Any], name: str) -> dict[str, Any]:
        limits = self._limits
        most = limits.characters * _BYTES_A_CHARACTER + limits.pages * 200 + 1000
        seconds = limits.pdf_seconds
        try:
            answer = self._helper.ask({**request, "seconds": seconds}, seconds, most)
        except TookTooLongError:
            raise too_much(name, "pdf_seconds", f"> {seconds}", seconds) from None
        except (DiedError, SaidTooMuchError):
            raise InputError(_UNSAFE, file=name) from None
        match answer.get("problem"):
            case None:
                return answer
            case "said":
                raise InputError(Text("{said}", "{said}"), said=Text(answer["th"], answer["en"]))
            case "password":
                raise InputError(_PASSWORD, file=name)
            case "too-many-pages":
                raise too_much(name, "pages", f"{answer['found']:,}", limits.pages)
            case "too-much-text":
                raise too_much(name, "characters", f"> {limits.characters:,}", limits.characters)
            case _:
                raise InputError(_DAMAGED, file=name)

    def _installed(self) -> str | None:
        """The models to read scans with, looked for once."""
        if not self._looked:
            self._languages, self._looked = ocr_languages(), True
        return self._languages


def _joined(texts: Sequence[str]) -> str:
    return tidy("\n".join(texts)).strip("\n")


def _unread(name: str, pages: Sequence[PageText], scanned: Sequence[int], do: Text) -> Document:
    """A document with scans that nothing reads: without the text of the scanned pages, and saying so."""
    left = _joined(["" if at in scanned else page.text for at, page in enumerate(pages)])
    where = _PAGES.fill(pages=", ".join(str(at + 1) for at in scanned)) if left else Text("", "")
    return Document(name, DocumentKind.PDF, left, len(pages), False, NoText(True, _SCAN.fill(where=where, do=do)))


def _is_complete(path: Path) -> bool:
    """Whether the end of the file says that it is the end (ISO 32000-1, 7.5.5); NULs may follow."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - _NEAR_END))
        tail = file.read()
        while size > _NEAR_END and not tail.strip(b"\0"):
            size -= _NEAR_END
            file.seek(max(0, size - _NEAR_END))
            tail = file.read(_NEAR_END)
    return _END in tail

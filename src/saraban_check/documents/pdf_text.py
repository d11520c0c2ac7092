"""A PDF as a document: its text layer, or what Tesseract reads from pictures of its pages."""

from collections.abc import Sequence
from pathlib import Path

from ..intake.limits import Limits
from ..model.errors import InputError
from ..model.notice import Document, DocumentKind, NoText
from ..model.text import Text
from .asking import AskedHelper
from .read_lines import joined, read_lines
from .scan_reader import ScanReader
from .scans import PageText, page_texts, scanned_pages

_END = b"%%EOF"
_NEAR_END = 4096

_INCOMPLETE = Text(
    "{file}: PDF ไม่ครบ (ไม่มีส่วนท้ายไฟล์) ดาวน์โหลดหรือคัดลอกไฟล์ใหม่",
    "{file}: the PDF is incomplete (its end is missing); download or copy it again",
)
_SCAN = Text("PDF นี้เป็นภาพสแกน ไม่มีข้อความให้อ่าน{where} {do}", "this PDF is a scan without text to read{where}; {do}")
_PAGES = Text(" (หน้า {pages})", " (page {pages})")
_NOTHING_READ = Text(
    "PDF นี้เป็นภาพสแกน และ Tesseract อ่านข้อความไม่ได้เลย สแกนใหม่ให้ชัดหรือใช้ไฟล์ต้นฉบับ (DOCX)",
    "this PDF is a scan, and Tesseract read nothing in it; scan it again more clearly, or use the original (DOCX)",
)
_BLANK = Text("PDF นี้มีแต่หน้าว่าง ตรวจว่าเป็นไฟล์ที่ถูกต้อง", "this PDF has only blank pages; check that it is the right file")


class PdfReader:
    """Reads PDFs by the helper process, and those of their pages that are pictures by `scans`."""

    def __init__(self, helper: AskedHelper, scans: ScanReader, limits: Limits) -> None:
        self._helper, self._scans, self._limits = helper, scans, limits

    def read(self, path: Path, name: str) -> Document:
        """The document. Raises InputError where the PDF cannot be opened, or is beyond a limit."""
        if not _is_complete(path):
            raise InputError(_INCOMPLETE, file=name)
        limits = self._limits
        answer = self._helper.ask({"do": "text", "pages": limits.pages, "characters": limits.characters}, path, name)
        try:
            pages = page_texts(answer["pages"])
        except (KeyError, TypeError):
            raise self._helper.unsafe(name) from None
        texts, scanned = [page.text for page in pages], scanned_pages(pages)
        if not scanned:
            text = joined(texts)
            by_ocr = any(page.by_ocr for page in pages)
            places = read_lines(texts, {}) if by_ocr else ()
            no_text = None if text else NoText(False, _BLANK)
            return Document(name, DocumentKind.PDF, text, len(pages), by_ocr, no_text, places)
        if (do := self._scans.why_not()) is not None:
            return _unread(name, pages, scanned, do)
        read = self._scans.read(path, name, scanned)
        texts = [read[at].text if at in read else text for at, text in enumerate(texts)]
        text = joined(texts)
        no_text = None if text else NoText(True, _NOTHING_READ)
        return Document(name, DocumentKind.PDF, text, len(pages), True, no_text, read_lines(texts, read))


def _unread(name: str, pages: Sequence[PageText], scanned: Sequence[int], do: Text) -> Document:
    """A document with scans that nothing reads: without the text of the scanned pages, and saying so."""
    left = joined(["" if at in scanned else page.text for at, page in enumerate(pages)])
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

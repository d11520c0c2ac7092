"""Pages that are pictures are read with Tesseract, and pieces of them cut out to be shown."""

import base64
import binascii
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from ..intake.limits import Limits, too_much
from ..model.notice import Box
from ..model.text import Text
from .asking import AskedHelper
from .ocr import INSTALL, OcrPage, ocr_languages, read_picture

_OFF = Text("เปิดใช้ OCR หรือใช้ไฟล์ต้นฉบับ (DOCX)", "let OCR be used, or use the original (DOCX)")
_LARGEST_PIECE = 40_000
"""Bytes; a line of text in sixteen shades has a fifth of that."""


class ScanReader:
    """Reads pictures of pages, of a PDF or of a file that is a picture itself, drawn by the helper process.

    `ocr`: whether they are read at all, where Tesseract is installed.
    """

    def __init__(self, helper: AskedHelper, limits: Limits, *, ocr: bool) -> None:
        self._helper, self._limits, self._ocr = helper, limits, ocr
        self._languages: str | None = None
        self._looked = False

    def why_not(self) -> Text | None:
        """What to do before anything can be read; None where it can. What is installed is looked for once."""
        if not self._ocr:
            return _OFF
        if not self._looked:
            self._languages, self._looked = ocr_languages(), True
        return INSTALL if self._languages is None else None

    def read(self, path: Path, name: str, pages: Sequence[int], *, is_picture: bool = False) -> dict[int, OcrPage]:
        """What is on these pages (0 = first). Raises InputError where one cannot be read, or they are too many."""
        limits = self._limits
        if len(pages) > limits.ocr_pages:
            raise too_much(name, "ocr_pages", f"{len(pages):,}", limits.ocr_pages)
        languages, found = self._languages or "", {}
        with tempfile.TemporaryDirectory(prefix="saraban-check-") as folder:
            picture = Path(folder) / "page.pgm"
            for at in pages:
                asked = {"do": "picture", "page": at, "to": str(picture)}
                drawn = self._helper.ask(asked, path, name, is_picture=is_picture)
                found[at] = read_picture(picture, at + 1, drawn["dpi"], languages, name, limits.ocr_seconds)
        return found

    def cut_out(
        self, path: Path, name: str, page: int, boxes: Iterable[Box], *, is_picture: bool = False
    ) -> list[bytes]:
        """Pieces of a page (1 = first) as PNG, one for each box; empty ones where there is nothing to show.

        Raises InputError where the file cannot be opened any more.
        """
        asked = {"do": "pieces", "page": page - 1, "boxes": [list(box) for box in boxes]}
        answer = self._helper.ask(asked, path, name, is_picture=is_picture)
        try:
            pieces = [base64.b64decode(piece, validate=True) for piece in answer["pieces"]]
        except (KeyError, TypeError, binascii.Error):
            raise self._helper.unsafe(name) from None
        return [piece if len(piece) <= _LARGEST_PIECE else b"" for piece in pieces]

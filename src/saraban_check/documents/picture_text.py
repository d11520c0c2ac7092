"""A scan that is a picture (JPEG, PNG, TIFF) as a document: what Tesseract reads on its pages."""

from pathlib import Path

from ..intake.limits import Limits
from ..model.notice import Document, DocumentKind, NoText
from ..model.text import Text
from .asking import AskedHelper
from .read_lines import joined, read_lines
from .scan_reader import ScanReader

_INSTALL_PILLOW = Text(
    "ติดตั้ง Pillow (pip install pillow) แล้วลองอีกครั้ง",
    "install Pillow (pip install pillow) and try again",
)
_UNREAD = Text("ไฟล์นี้เป็นภาพ ไม่มีข้อความให้อ่าน {do}", "this file is a picture without text to read; {do}")
_NOTHING_READ = Text(
    "Tesseract อ่านข้อความในภาพนี้ไม่ได้เลย สแกนใหม่ให้ชัดหรือใช้ไฟล์ต้นฉบับ (DOCX)",
    "Tesseract read nothing in this picture; scan it again more clearly, or use the original (DOCX)",
)


class PictureReader:
    """Reads pictures, drawn by the helper process, by `scans`."""

    def __init__(self, helper: AskedHelper, scans: ScanReader, limits: Limits) -> None:
        self._helper, self._scans, self._limits = helper, scans, limits

    def read(self, path: Path, name: str) -> Document:
        """The document. Raises InputError where the picture cannot be opened, or is beyond a limit."""
        answer = self._helper.ask({"do": "count", "pages": self._limits.ocr_pages}, path, name, is_picture=True)
        do = self._scans.why_not() or (None if "pages" in answer else _INSTALL_PILLOW)
        if do is not None:
            return _unread(name, do)
        count = int(answer["pages"])
        read = self._scans.read(path, name, range(count), is_picture=True)
        texts = [read[at].text for at in range(count)]
        text = joined(texts)
        no_text = None if text else NoText(True, _NOTHING_READ)
        return Document(name, DocumentKind.PICTURE, text, count, True, no_text, read_lines(texts, read))


def _unread(name: str, do: Text) -> Document:
    return Document(name, DocumentKind.PICTURE, "", no_text=NoText(True, _UNREAD.fill(do=do)))

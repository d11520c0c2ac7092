"""A page of a PDF as text, and what else is on it. Runs in the helper process only."""

import unicodedata
from typing import Any

from .pdf_spacing import Char, chars_of, spaced
from .scans import PageText
from .thai_repair import repair_thai

_INVISIBLE = 3  # text rendering mode 3 (ISO 32000-1, table 106): laid over a scan by whatever read it
_SAMPLE = 16
_FEW = 200


def read_page(page: Any, most: int) -> PageText | None:
    """A PdfPage of pypdfium2 as text; None where it has more than `most` characters. Raises PdfiumError."""
    text_page = page.get_textpage()
    try:
        count = text_page.count_chars()
        if count > most:
            return None
        chars = chars_of(text_page, count)
        text = "".join(spaced(chars, text_page))
        by_ocr = _is_invisible(text_page, chars)
        only_spaces = not text.strip() and any(not char.added for char in chars)
    finally:
        text_page.close()
    shown = [char for char in repair_thai(text) if not char.isspace()]
    garbage = _garbage(shown)
    few = len(shown) - garbage < _FEW  # only then does it matter what else is there
    objects = _objects(page, only_spaces) if few else ([], False)
    return PageText(text, len(shown), garbage, by_ocr, _covered(page, objects[0]), not shown and not objects[1] and few)


def _is_invisible(text_page: Any, chars: list[Char]) -> bool:
    """Whether most of the text is drawn invisibly, judged by a sample."""
    from pypdfium2 import raw

    sample = [char for char in chars if not char.added and not char.text.isspace()][::_SAMPLE]
    modes = [
        raw.FPDFTextObj_GetTextRenderMode(held)
        for char in sample
        if (held := raw.FPDFText_GetTextObject(text_page, char.at))
    ]
    return bool(modes) and sum(mode == _INVISIBLE for mode in modes) * 2 > len(modes)


def _garbage(shown: list[str]) -> int:
    """How many characters mean nothing: glyphs that the PDF names no letter for, and Thai that is named as Latin-1.

    A font with Thai at the places of TIS-620 and without a word about it comes out as `»ÃÐ¡ÒÈ`.
    """
    nameless = sum(char == "\ufffd" or unicodedata.category(char) in ("Co", "Cn", "Cc") for char in shown)
    has_thai = any("\u0e01" <= char <= "\u0e2e" for char in shown)
    return nameless + (0 if has_thai else sum("\u0080" <= char <= "\u00ff" for char in shown))


def _objects(page: Any, only_spaces: bool) -> tuple[list[tuple[float, float, float, float]], bool]:
    """Where the pictures of a page lie, and whether anything is on it besides spaces, if its text is only those."""
    from pypdfium2 import raw

    pictures: list[tuple[float, float, float, float]] = []
    anything = False
    for held in page.get_objects(max_depth=4):
        anything = anything or not (only_spaces and held.type == raw.FPDF_PAGEOBJ_TEXT)
        if held.type == raw.FPDF_PAGEOBJ_IMAGE and len(pictures) < 10_000:
            pictures.append(held.get_bounds())
    return pictures, anything


def _covered(page: Any, boxes: list[tuple[float, float, float, float]]) -> float:
    """The part of the page that boxes cover; a scan may be cut into many."""
    left, bottom, right, top = map(float, page.get_bbox())
    area = (right - left) * (top - bottom)
    if area <= 0:
        return 0.0
    shown = 0.0
    for one in boxes:
        width = min(one[2], right) - max(one[0], left)
        height = min(one[3], top) - max(one[1], bottom)
        shown += max(width, 0.0) * max(height, 0.0)
    return min(shown / area, 1.0)

"""The helper process that opens scans, PDFs and web pages: `python -m saraban_check.documents.pdf_process MEMORY_MB`.

PDFium is C++ and libxml2 is C, and files come from anywhere: what they crash, hang or fill with memory is this process
(a tag with a hundred thousand attributes keeps libxml2 busy for minutes). It serves one request after the other, each a
line of JSON on its standard input, and answers with one line of JSON:

    {"do": "text", "path", "pages", "characters", "seconds"}     {"pages": [[text, visible, ...], ...]} or a problem
    {"do": "count", "path", "pages", "seconds"}                  {"pages": how many a picture has}
    {"do": "picture", "path", "is_picture", "page", "to", …}     {"done": true, "dpi"}: the page is in `to`, as PGM
    {"do": "pieces", "path", "is_picture", "page", "boxes", …}   {"pieces": [PNG in base64, ...]}
    {"do": "html", "path", "name", "limits", "encoding"}         {"text": …}, or {"problem": "said", "th", "en"}

A problem is {"problem": one of "password", "damaged", "empty", "no-pillow", "too-large", "too-many-pages" and
"too-much-text", "found": number}.
"""

import base64
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from ..intake.serving import serve
from ..model.errors import SarabanError
from .page_picture import DPI, Grey, cut_out, drawn_page, write_pgm
from .pdf_page import read_page
from .picture_file import TooLargeError, drawn_picture, page_count

Answer = dict[str, Any]


def answers(request: Answer) -> Iterator[Answer]:
    """The one answer to a request."""
    if request["do"] == "html":
        yield _html(request)
        return
    import pypdfium2
    from pypdfium2 import raw

    try:
        yield _DO[request["do"]](request)
    except pypdfium2.PdfiumError as error:
        is_locked = error.err_code == raw.FPDF_ERR_PASSWORD
        yield {"problem": "password" if is_locked else "damaged"}
    except TooLargeError as error:
        yield {"problem": "too-large", "found": error.pixels}
    except (OSError, MemoryError, ValueError):
        yield {"problem": "damaged"}


def _html(request: Answer) -> Answer:
    from ..intake.limits import Limits
    from .html_text import read_html

    limits = Limits(**request["limits"])
    try:
        return {"text": read_html(Path(request["path"]), request["name"], limits, request["encoding"])}
    except SarabanError as error:
        return {"problem": "said", "th": error.say("th"), "en": error.say("en")}


def _text(request: Answer) -> Answer:
    import pypdfium2

    with pypdfium2.PdfDocument(Path(request["path"])) as document:
        count = len(document)
        if count > request["pages"]:
            return {"problem": "too-many-pages", "found": count}
        pages, left = [], request["characters"]
        for index in range(count):
            page = document[index]
            try:
                found = read_page(page, left)
            finally:
                page.close()
            if found is None:
                return {"problem": "too-much-text", "found": request["characters"]}
            left -= len(found.text)
            pages.append(found)
        return {"pages": pages} if pages else {"problem": "empty"}


def _picture(request: Answer) -> Answer:
    """Draw a page whole, for Tesseract."""
    picture, dpi = _drawn(request, DPI)
    write_pgm(picture, Path(request["to"]))
    return {"done": True, "dpi": dpi}


def _pieces(request: Answer) -> Answer:
    """Cut pieces out of one page, small enough to be shown."""
    picture, _ = _drawn(request, DPI // 2)
    pieces = [cut_out(picture, box) for box in request["boxes"]]
    return {"pieces": [base64.b64encode(piece).decode("ascii") for piece in pieces]}


def _drawn(request: Answer, dpi: int) -> tuple[Grey, int]:
    if request["is_picture"]:
        return drawn_picture(Path(request["path"]), request["page"], dpi)
    import pypdfium2

    with pypdfium2.PdfDocument(Path(request["path"])) as document:
        return drawn_page(document, request["page"], dpi)


def _count(request: Answer) -> Answer:
    """How many pages a picture has."""
    if find_spec("PIL") is None:
        return {"problem": "no-pillow"}
    count = page_count(Path(request["path"]), request["pages"])
    return {"problem": "too-many-pages", "found": count} if count > request["pages"] else {"pages": count}


_DO = {"text": _text, "picture": _picture, "pieces": _pieces, "count": _count}


if __name__ == "__main__":
    serve(answers, int(sys.argv[1]), str)

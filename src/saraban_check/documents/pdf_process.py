"""The helper process that opens PDFs and web pages: `python -m saraban_check.documents.pdf_process MEMORY_MB`.

PDFium is C++ and libxml2 is C, and files come from anywhere: what they crash, hang or fill with memory is this process
(a tag with a hundred thousand attributes keeps libxml2 busy for minutes). It serves one request after the other, each a
line of JSON on its standard input, and answers with one line of JSON:

    {"do": "text", "path", "pages", "characters", "seconds"}     {"pages": [[text, visible, ...], ...]} or a problem
    {"do": "picture", "path", "page", "to", "seconds"}           {"done": true}: the page is in `to`, as PGM
    {"do": "html", "path", "name", "limits", "encoding"}         {"text": …}, or {"problem": "said", "th", "en"}

A problem is {"problem": one of "password", "damaged", "empty", "too-many-pages" and "too-much-text", "found": number}.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..intake.serving import serve
from ..model.errors import SarabanError
from .pdf_page import read_page

DPI = 300
MOST_PIXELS = 12_000_000
"""A4 at 300 dpi has 8.7 million; a page that is larger is drawn coarser."""
_LONGEST_SIDE = 20_000

Answer = dict[str, Any]


def answers(request: Answer) -> Iterator[Answer]:
    """The one answer to a request."""
    if request["do"] == "html":
        yield _html(request)
        return
    import pypdfium2
    from pypdfium2 import raw

    try:
        yield _text(request) if request["do"] == "text" else _picture(request)
    except pypdfium2.PdfiumError as error:
        is_locked = error.err_code == raw.FPDF_ERR_PASSWORD
        yield {"problem": "password" if is_locked else "damaged"}
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
    """Draw a page in shades of grey. PGM is its size and its bytes: nothing that would have to be packed or parsed."""
    import pypdfium2

    with pypdfium2.PdfDocument(Path(request["path"])) as document:
        page = document[request["page"]]
        width, height = (max(side, 1.0) for side in page.get_size())
        scale = min(DPI / 72, (MOST_PIXELS / (width * height)) ** 0.5, _LONGEST_SIDE / max(width, height))
        bitmap = page.render(scale=scale, grayscale=True, draw_annots=True)
        rows = memoryview(bitmap.buffer).cast("B")
        with Path(request["to"]).open("wb") as file:
            file.write(f"P5 {bitmap.width} {bitmap.height} 255\n".encode())
            file.writelines(
                rows[at : at + bitmap.width] for at in range(0, bitmap.height * bitmap.stride, bitmap.stride)
            )
        return {"done": True, "dpi": round(scale * 72)}


if __name__ == "__main__":
    serve(answers, int(sys.argv[1]), str)

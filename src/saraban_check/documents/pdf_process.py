"""The helper process that opens PDFs: `python -m saraban_check.documents.pdf_process MEMORY_MB`.

PDFium is C++, and a PDF comes from anywhere: what it crashes, hangs or fills with memory is this process. It serves
one request after the other, each a line of JSON on its standard input, and answers with one line of JSON:

    {"do": "text", "path", "pages", "characters", "seconds"}     {"pages": [[text, visible, ...], ...]} or a problem
    {"do": "picture", "path", "page", "to", "seconds"}           {"done": true}: the page is in `to`, as PGM

A problem is {"problem": one of "password", "damaged", "empty", "too-many-pages" and "too-much-text", "found": number}.
The process ends with its standard input, and it ends itself if a request takes too long: nobody may be left who would.
"""

import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

from .pdf_page import read_page

DPI = 300
MOST_PIXELS = 12_000_000
"""A4 at 300 dpi has 8.7 million; a page that is larger is drawn coarser."""
_LONGEST_SIDE = 20_000
_GRACE = 5

Answer = dict[str, Any]


def main(memory_mb: int) -> int:
    """Serve requests until standard input ends."""
    _restrict(memory_mb)
    import pypdfium2
    from pypdfium2 import raw

    for line in sys.stdin.buffer:
        request = json.loads(line)
        _end_after(request["seconds"] + _GRACE)
        try:
            answer = _text(request) if request["do"] == "text" else _picture(request)
        except pypdfium2.PdfiumError as error:
            is_locked = error.err_code == raw.FPDF_ERR_PASSWORD
            answer = {"problem": "password" if is_locked else "damaged"}
        except (OSError, MemoryError, ValueError):
            answer = {"problem": "damaged"}
        _end_after(0)
        sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n")
        sys.stdout.buffer.flush()
    return 0


def _restrict(memory_mb: int) -> None:
    """No more memory than that, no core dumps, and Ctrl-C is for whoever started us."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory_mb << 20, memory_mb << 20))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, ValueError, OSError):
        pass  # no such limits on this system: the process still stands apart


def _end_after(seconds: int) -> None:
    """End this process after that time, also in the midst of PDFium; 0 takes it back."""
    if sys.platform != "win32":
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(seconds)


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
    status = main(int(sys.argv[1]))
    sys.stdout.flush()
    os._exit(status)  # nothing of PDFium's needs to be put away

"""Pages become the text of a document, and each of its lines what is known of where it stands."""

from collections.abc import Mapping, Sequence

from ..model.notice import ReadLine, ReadWord
from .lines import tidy
from .ocr import OcrPage


def joined(texts: Sequence[str]) -> str:
    """The text of pages as one."""
    return tidy("\n".join(texts)).strip("\n")


def read_lines(texts: Sequence[str], read: Mapping[int, OcrPage]) -> tuple[ReadLine, ...]:
    """Where each line of the joined text stands; `read` are the pages (0 = first) that OCR read, with their words.

    Nothing where the lines cannot be laid beside those of the text.
    """
    found: list[tuple[str, ReadLine]] = []
    for at, text in enumerate(texts):
        lines = tidy(text).split("\n")
        words = iter(_words(lines, read.get(at)))
        found += [(line, ReadLine(at + 1, next(words, ()) if line.strip() else ())) for line in lines]
    while found and not found[0][0]:
        del found[0]
    while found and not found[-1][0]:
        del found[-1]
    whole = "\n".join(line for line, _ in found)
    return tuple(line for _, line in found) if whole == joined(texts) else ()


def _words(lines: Sequence[str], page: OcrPage | None) -> tuple[tuple[ReadWord, ...], ...]:
    """The words of each line that has any; none where Tesseract's places are not of as many lines as its text has."""
    return page.lines if page is not None and len(page.lines) == sum(bool(line.strip()) for line in lines) else ()

"""Which pages of a PDF are pictures of text. The numbers are stated here, and nowhere else."""

from collections.abc import Sequence
from typing import Any, NamedTuple

ENOUGH = 40
"""So many visible characters make a page one with text: a page number, a stamp or a scanner's name has fewer."""
_MUCH_GARBAGE = 0.2
"""If so many of the characters mean nothing, the others cannot be relied on either."""
_MOSTLY_PICTURE = 0.5
"""A page of a document with text that has little text itself is a scan if pictures cover so much of it; else it is
merely short: the end of the notice, with the signature."""


class PageText(NamedTuple):
    """What a page holds, as the helper process reports it.

    `visible`: characters that are no spaces; `garbage`: how many of them mean nothing; `by_ocr`: its text is invisible;
    `picture`: the part of it that pictures cover, 0 to 1; `is_blank`: nothing at all is on it, or only spaces.
    """

    text: str
    visible: int
    garbage: int
    by_ocr: bool
    picture: float
    is_blank: bool


def page_texts(reported: Sequence[Sequence[Any]]) -> tuple[PageText, ...]:
    """The pages of an answer. Raises TypeError where it is none."""
    return tuple(PageText(*page) for page in reported)


def scanned_pages(pages: Sequence[PageText]) -> tuple[int, ...]:
    """The pages (0 = first) whose text has to be read from a picture of them."""
    if not any(_has_text(page) for page in pages):
        return tuple(at for at, page in enumerate(pages) if not page.is_blank)
    return tuple(at for at, page in enumerate(pages) if _is_scan_among_text(page))


def _has_text(page: PageText) -> bool:
    return page.visible - page.garbage >= ENOUGH and not _is_garbage(page)


def _is_garbage(page: PageText) -> bool:
    return page.garbage > page.visible * _MUCH_GARBAGE


def _is_scan_among_text(page: PageText) -> bool:
    if page.is_blank or _has_text(page):
        return False
    return page.picture >= _MOSTLY_PICTURE or (page.visible >= ENOUGH and _is_garbage(page))

"""Where in a notice that stands which is read as a cell with addresses: behind a label, or on a line of its own."""

import re

from ..model.lazy_pattern import lazy_pattern
from ..reference.notice_words import notice_words
from .lines import Lines
from .skeleton import skeleton_of

LINE_ID = ("line", "lineoa", "lineid", "ไลน", "ไลนไอด")
"""What stands before the @ of a LINE id, as skeletons."""
_THAI_LABELS, _LABELS = (
    "|".join(re.escape(label) for label in notice_words("label_address") if label.isascii() is is_ascii)
    for is_ascii in (False, True)
)
LABEL = lazy_pattern(rf"{_THAI_LABELS}|(?<![A-Za-z0-9._@-])(?:{_LABELS})(?![A-Za-z0-9._@-])", re.IGNORECASE)
_MOST = 400
"""Letters of a cell: a line of a notice that is longer is read piece by piece."""
_REACH = 120
_MORE_LINES = 2
WHOLE_DOMAIN = lazy_pattern(r"\.(?:th|com|net|org)(?![A-Za-z0-9.])", re.IGNORECASE)
"""A domain that ends so is whole: what follows on the next line is none of it."""
_NEXT_ITEM = lazy_pattern(r"\s{0,20}(?:[(\[]?[0-9๐-๙]{1,2}[)\].]\s|ข้อ|ประกาศ|$)", re.MULTILINE)
_ITEM_NUMBER = lazy_pattern(r"[^\S\n]{0,40}[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2}){0,3}[.)]?[^\S\n]{1,20}(?=[A-Za-z])")
"""That of a list, as ๑.๑: no beginning of the address behind it."""
_UNFINISHED = lazy_pattern(r"[A-Za-z0-9._-]\s*$")
_IN_WORD = lazy_pattern(r"(?<=[A-Za-z0-9.-])[^\S\n]{0,8}\n[^\S\n]{0,40}(?=[A-Za-z0-9@])")
_NAME_BEGUN = lazy_pattern(r"sara[a-z]{0,4}[_-][A-Za-z0-9-]{0,30}", re.IGNORECASE)
_NAME_ENDED = lazy_pattern(r"(?!sara)[A-Za-z0-9]{1,40}@", re.IGNORECASE)


def cell_around(text: str, lines: Lines, start: int, end: int) -> tuple[int, int]:
    """From where to where that goes which was meant as an address: behind its label, or from the line's beginning, to
    the line's end, and over the line ends within it.
    """
    first = _behind_label(text, max(lines.start(start), start - _MOST), start)
    before = text[first:start]
    if first and text[first - 1] == "\n" and before.isascii() and len(before.split()) < 2:
        line = text[max(lines.start(first - 1), first - _REACH) : first - 1]
        if _UNFINISHED.search(line):
            first = _behind_label(text, first - 1 - len(line), first - 1)
    last = min(lines.end(end), end + _MOST)
    for _ in range(_MORE_LINES):
        said = "".join(text[end:last].split())
        if last == len(text) or text[last] != "\n" or WHOLE_DOMAIN.search(said) or _NEXT_ITEM.match(text, last + 1):
            break
        last = min(lines.end(last + 1), last + _REACH)
    item = _ITEM_NUMBER.match(text, first, start)
    return first if item is None else item.end(), last


def _behind_label(text: str, start: int, end: int) -> int:
    return max((label.end() for label in LABEL.finditer(text, start, end)), default=start)


def unbroken(text: str) -> str:
    """A cell without the line breaks that a PDF made within an address."""
    return _IN_WORD.sub(_joined, text)


def _joined(found: re.Match[str]) -> str:
    """Nothing for the line break that a PDF made: `saraban_0648` / `0191@…`, `office` / `@…`, `@ban` / `pong.go.th`."""
    text = found.string
    before = text[max(0, found.start() - _REACH) : found.start()].split()[-1]
    after = text[found.end() : found.end() + _REACH].split()[0]
    is_name = _NAME_BEGUN.fullmatch(before) is not None and _NAME_ENDED.match(after) is not None
    is_begun = WHOLE_DOMAIN.search(before.rstrip(".")) is None and not skeleton_of(before).endswith(LINE_ID)
    is_domain = is_begun and ("@" in before) != (after[0] == "@") and WHOLE_DOMAIN.search(before + after) is not None
    return "" if is_name or is_domain else found[0]

"""The e-mail addresses of a notice, as they stand in it; a LINE id (`@abc`) is none.

What stands behind a label, or on a line, is read as a cell of a list is: `clean` puts the addresses in it together.
What is said here is only where in the text each of them stands.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from ..address.characters import tidy_characters
from ..address.cleaning import clean
from ..address.glued import address_among_thai
from ..address.keyboard import read_thai_keys
from ..model.lazy_pattern import lazy_pattern
from ..model.notice import Stated
from .address_cells import LABEL, LINE_ID, WHOLE_DOMAIN, cell_around, unbroken
from .lines import Lines
from .skeleton import skeleton_of

_AT = lazy_pattern(
    r"[@＠﹫]|[(\[{]\s{0,3}at\s{0,3}[)\]}]|(?<=[A-Za-z0-9]) {1,3}at {1,3}(?=[A-Za-z0-9-]{1,63} ?\.)", re.IGNORECASE
)
_MOST_LABELS = 50
_REACH = 120
_CANCELLED = lazy_pattern(r"(?:ยกเลิก|เลิกใช้|งดใช้)(?:(?!ให้ใช้|และใช้|เปลี่ยน|แทน|แก้)[^\n]){0,200}$")
_CANCELLED_BEHIND = lazy_pattern(r"\s{0,2}(?:ซึ่ง|ที่)?(?:ได้)?(?:ถูก)?(?:ยกเลิก|เลิกใช้)")
_TOKEN = lazy_pattern(r"[^\S\n]*+(?:[:：=][^\S\n]*+)?(?:คือ[^\S\n]*+)?([!-~]{1,320}+|[!-~ก-๛]{10,120}+)(?![!-~])")
"""What was meant as an address is no longer than one can be: 64 octets, an @ and 255 (RFC 5321, 4.5.3.1)."""
_IS_LINK = lazy_pattern(r"(?:https?://|www\.)[^@＠]*/", re.IGNORECASE)
_LIKE_ONE = lazy_pattern(r"sar[a-z]?b|dla|go\.?th|mail\.", re.IGNORECASE)


def find_addresses(
    text: str, lines: Lines, blanks: Sequence[tuple[int, int]], *, as_written: bool
) -> tuple[Stated, ...]:
    """All different addresses, in the order in which they stand.

    Where there is none, what stands behind a label and was meant as one (`saraban_06480115dla.go.th`) is given so.
    What holds one of the `blanks` (`saraban_xxxxxxxx@dla.go.th`) is none: nobody filled it in. `as_written`: spaces in
    them stand there, and are no doing of a PDF.
    """
    found: dict[str, Stated] = {}
    for start, end, value in _written(text, lines):
        if _touches((start, end), blanks) or _is_cancelled(text, start, end):
            continue
        raw = text[start:end]
        is_as_written = as_written and "\n" not in raw and clean(raw).values == (value,)
        found.setdefault(value.casefold(), Stated(raw if is_as_written else value, lines.number(start)))
    return tuple(found.values()) or tuple(_labelled(text, lines, blanks))


def _is_cancelled(text: str, start: int, end: int) -> bool:
    """Whether it is told as one that holds no more: `ให้ยกเลิกอีเมล …`, `… ซึ่งยกเลิกแล้ว`."""
    before = text[max(0, start - 2 * _REACH) : start]
    return _CANCELLED.search(before) is not None or _CANCELLED_BEHIND.match(text, end) is not None


def _written(text: str, lines: Lines) -> Iterator[tuple[int, int, str]]:
    """Each address as it is put together, and from where to where it stands in the text."""
    done = 0
    for at in _AT.finditer(text):
        if at.start() < done:
            continue
        start, end = cell_around(text, lines, *at.span())
        start, done = max(start, done), end
        signs = list(_AT.finditer(text, start, end))
        for cleaned in clean(unbroken(text[start:end])).values:
            value = address_among_thai(cleaned) or cleaned
            name, _, domain = value.rpartition("@")
            first, sign, last = next(_places(text, signs, name, domain), (at.start(), at, at.end()))
            is_apart = text[sign.start() - 1 : sign.start()].isspace() or text[sign.end() : sign.end() + 1].isspace()
            if name and not _is_handle(name, domain, is_apart):
                yield first, last, value


def _places(text: str, signs: list[re.Match[str]], name: str, domain: str) -> Iterator[tuple[int, re.Match[str], int]]:
    """From where to where an address stands around one of the signs for an @."""
    for sign in signs:
        first, last = _start_of(text, sign.start(), name), _end_of(text, sign.end(), domain)
        if first is not None and last is not None:
            yield first, sign, last


def _start_of(text: str, end: int, name: str) -> int | None:
    """Where a mailbox name begins that stands before a place, whatever spaces are in it; None where it does not."""
    for char in reversed(name):
        while end and text[end - 1].isspace():
            end -= 1
        if not end or tidy_characters(text[end - 1]) != char:
            return None
        end -= 1
    return end


def _end_of(text: str, start: int, domain: str) -> int | None:
    for char in domain:
        while start < len(text) and text[start].isspace():
            start += 1
        if start == len(text) or tidy_characters(text[start]) != char:
            return None
        start += 1
    return start


def _is_handle(name: str, domain: str, is_apart: bool) -> bool:
    """Whether it is no address but the id of a channel: `LINE @abc`."""
    return WHOLE_DOMAIN.search(domain) is None and (is_apart or skeleton_of(name).endswith(LINE_ID))


def _labelled(text: str, lines: Lines, blanks: Sequence[tuple[int, int]]) -> Iterator[Stated]:
    """What stands behind a label for an address, and looks like one that lost its @ or was typed on Thai keys."""
    for label in islice(LABEL.finditer(text), _MOST_LABELS):
        token = _TOKEN.match(text, label.end())
        if token is None or _touches(token.span(1), blanks, 2):
            continue
        if _LIKE_ONE.search(token[1]) if token[1].isascii() else read_thai_keys(token[1]):
            yield Stated(token[1].strip(".,;:"), lines.number(token.start(1)))
            return


def _touches(span: tuple[int, int], blanks: Sequence[tuple[int, int]], gap: int = 0) -> bool:
    """Whether a blank stands in a span, or no more than so many letters beside it."""
    first = bisect_left(blanks, (span[0] - _REACH, 0))
    for start, end in blanks[first:]:
        if start > span[1] + gap:
            return False
        if end >= span[0] - gap:
            return True
    return False


def spans_of_addresses(text: str) -> list[tuple[int, int]]:
    """Where the words with an @ stand: what is part of an address is no website and no number, that of a path is."""
    spans: list[tuple[int, int]] = []
    for match in re.finditer("[@＠]", text):
        if not spans or match.start() >= spans[-1][1]:
            spans.append(_word_around(text, match.start()))
    return [span for span in spans if not _IS_LINK.match(text, *span)]


def _word_around(text: str, place: int) -> tuple[int, int]:
    start, end = place, place + 1
    while start > max(0, place - _REACH) and not text[start - 1].isspace():
        start -= 1
    while end < min(len(text), place + _REACH) and not text[end].isspace():
        end += 1
    return start, end

"""The e-mail addresses of a notice, as they stand in it; a LINE id (`@abc`) is none.

What stands behind a label, or on a line, is read as a cell of a list is: `clean` puts the addresses in it together.
What is said here is only where such a cell begins and ends, and where in it each address stands.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from ..address.characters import tidy_characters
from ..address.cleaning import clean
from ..address.glued import address_among_thai
from ..address.keyboard import read_thai_keys
from ..model.notice import Stated
from ..reference.notice_words import notice_words
from .lines import Lines
from .skeleton import skeleton_of

_AT = re.compile(
    r"[@＠﹫]|[(\[{]\s{0,3}at\s{0,3}[)\]}]|(?<=[A-Za-z0-9]) {1,3}at {1,3}(?=[A-Za-z0-9-]{1,63} ?\.)", re.IGNORECASE
)
_LINE_ID = ("line", "lineoa", "lineid", "ไลน", "ไลนไอด")
_THAI_LABELS, _LABELS = (
    "|".join(re.escape(label) for label in notice_words("label_address") if label.isascii() is is_ascii)
    for is_ascii in (False, True)
)
_LABEL = re.compile(rf"{_THAI_LABELS}|(?<![A-Za-z0-9._@-])(?:{_LABELS})(?![A-Za-z0-9._@-])", re.IGNORECASE)
_MOST_LABELS = 50
_MOST = 400
"""Letters of a cell: a line of a notice that is longer is read piece by piece."""
_REACH = 120
_MORE_LINES = 2
_WHOLE = re.compile(r"\.(?:th|com|net|org)(?![A-Za-z0-9.])", re.IGNORECASE)
"""A domain that ends so is whole: what follows on the next line is none of it."""
_NEXT_ITEM = re.compile(r"\s{0,20}(?:[(\[]?[0-9๐-๙]{1,2}[)\].]\s|ข้อ|ประกาศ|$)", re.MULTILINE)
_UNFINISHED = re.compile(r"[A-Za-z0-9._-]\s*$")
_IN_WORD = re.compile(r"(?<=[A-Za-z0-9.-])[^\S\n]{0,8}\n[^\S\n]{0,40}(?=[A-Za-z0-9@])")
_NAME_BEGUN = re.compile(r"sara[a-z]{0,4}[_-][A-Za-z0-9-]{0,30}", re.IGNORECASE)
_NAME_ENDED = re.compile(r"(?!sara)[A-Za-z0-9]{1,40}@", re.IGNORECASE)
_CANCELLED = re.compile(r"(?:ยกเลิก|เลิกใช้|งดใช้)[^\n]{0,60}$")
_TOKEN = re.compile(r"[^\S\n]*+(?:[:：=][^\S\n]*+)?(?:คือ[^\S\n]*+)?([!-~]{1,320}+|[!-~ก-๛]{10,120}+)(?![!-~])")
"""What was meant as an address is no longer than one can be: 64 octets, an @ and 255 (RFC 5321, 4.5.3.1)."""
_IS_LINK = re.compile(r"(?:https?://|www\.)[^@＠]*/", re.IGNORECASE)
_LIKE_ONE = re.compile(r"sar[a-z]?b|dla|go\.?th|mail\.", re.IGNORECASE)


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
        if _touches((start, end), blanks) or _CANCELLED.search(text[max(0, start - _REACH) : start]):
            continue
        raw = text[start:end]
        is_as_written = as_written and "\n" not in raw and clean(raw).values == (value,)
        found.setdefault(value.casefold(), Stated(raw if is_as_written else value, lines.number(start)))
    return tuple(found.values()) or tuple(_labelled(text, lines, blanks))


def _written(text: str, lines: Lines) -> Iterator[tuple[int, int, str]]:
    """Each address as it is put together, and from where to where it stands in the text."""
    done = 0
    for at in _AT.finditer(text):
        if at.start() < done:
            continue
        start, end = _cell_around(text, lines, *at.span())
        start, done = max(start, done), end
        signs = list(_AT.finditer(text, start, end))
        for cleaned in clean(_IN_WORD.sub(_joined, text[start:end])).values:
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


def _cell_around(text: str, lines: Lines, start: int, end: int) -> tuple[int, int]:
    """From where to where that goes which was meant as an address: behind its label, or from the line's beginning, to
    the line's end, and over the line ends within it.
    """
    first = _behind_label(text, max(lines.start(start), start - _MOST), start)
    before = text[first:start]
    if (
        first
        and text[first - 1] == "\n"
        and (not before.strip() or before.strip().isascii())
        and len(before.split()) < 2
    ):
        line = text[max(lines.start(first - 1), first - _REACH) : first - 1]
        if _UNFINISHED.search(line):
            first = _behind_label(text, first - 1 - len(line), first - 1)
    last = min(lines.end(end), end + _MOST)
    for _ in range(_MORE_LINES):
        said = "".join(text[end:last].split())
        if last == len(text) or text[last] != "\n" or _WHOLE.search(said) or _NEXT_ITEM.match(text, last + 1):
            break
        last = min(lines.end(last + 1), last + _REACH)
    return first, last


def _behind_label(text: str, start: int, end: int) -> int:
    return max((label.end() for label in _LABEL.finditer(text, start, end)), default=start)


def _joined(found: re.Match[str]) -> str:
    """Nothing for the line break that a PDF made: `saraban_0648` / `0191@…`, `office` / `@…`, `@ban` / `pong.go.th`."""
    text = found.string
    before = text[max(0, found.start() - _REACH) : found.start()].split()[-1]
    after = text[found.end() : found.end() + _REACH].split()[0]
    is_name = _NAME_BEGUN.fullmatch(before) is not None and _NAME_ENDED.match(after) is not None
    is_begun = _WHOLE.search(before.rstrip(".")) is None and not skeleton_of(before).endswith(_LINE_ID)
    is_domain = is_begun and ("@" in before) != (after[0] == "@") and _WHOLE.search(before + after) is not None
    return "" if is_name or is_domain else found[0]


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
    return _WHOLE.search(domain) is None and (is_apart or skeleton_of(name).endswith(_LINE_ID))


def _labelled(text: str, lines: Lines, blanks: Sequence[tuple[int, int]]) -> Iterator[Stated]:
    """What stands behind a label for an address, and looks like one that lost its @ or was typed on Thai keys."""
    for label in islice(_LABEL.finditer(text), _MOST_LABELS):
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

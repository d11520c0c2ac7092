"""The e-mail addresses of a notice, as they stand in it; a LINE id (`@abc`) is none."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ..model.notice import Stated
from ..reference.notice_words import notice_words
from .lines import Lines
from .skeleton import skeleton_of

_AT = re.compile(r"[@＠]|[(\[]\s?at\s?[)\]]", re.IGNORECASE)
_LETTER = r"[^\s@＠,;:()\[\]<>{}“”\"'‘’|/\\…=]"
_IS_LETTER = re.compile(_LETTER).match
_JOINT = r"(?:[^\S\n]{0,8}\n?[^\S\n]{0,8})"
_AROUND = 8
"""How many spaces may part a mailbox name from its @, as tabs and line breaks of a PDF do."""
_LINE_ID = ("line", "lineoa", "lineid", "ไลน", "ไลนไอด")
_DOMAIN = re.compile(rf"{_JOINT}({_LETTER}+)")
_MORE_DOMAIN = re.compile(r"[^\S\n]?(?:(?<=[.-])\n?[^\S\n]*(?=[A-Za-z0-9])|\n?[^\S\n]*(?=\.[A-Za-z]))([A-Za-z0-9.-]+)")
_BROKEN_DOMAIN = re.compile(r"[^\S\n]{0,8}\n[^\S\n]{0,8}([a-z0-9.-]{1,60})", re.IGNORECASE)
_WHOLE = re.compile(r"\.(?:th|com|net|org)$", re.IGNORECASE)
"""A domain that ends so is whole: what follows on the next line is none of it."""
_BROKEN_NAME = re.compile(
    r"(?<![A-Za-z0-9])(sara[a-z]{0,4}[_-][A-Za-z0-9-]{0,30})[^\S\n]{0,8}\n[^\S\n]{0,8}$", re.IGNORECASE
)
_NOT_OF_IT = re.compile(
    r"^(?:(?:e-?mail|mail|อีเมล์?)[-.:]++|[-–—•·*.]++|[0-9๐-๙]{1,2}[.)]++)+(?=[A-Za-z0-9๐-๙])", re.IGNORECASE
)
"""What stands before an address in a list: a dash, a number, a label."""
_CANCELLED = re.compile(r"(?:ยกเลิก|เลิกใช้|งดใช้)[^\n]{0,60}$")
_THAI = re.compile("[ก-๏ๆฯ]")
_ASCII_TAIL = re.compile(r"(?<![A-Za-z0-9._+-])[._+-]*+([A-Za-z0-9][A-Za-z0-9._+-]*+)$")
_ASCII_HEAD = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")
_TOKEN = re.compile(r"[^\S\n]*+(?:[:：=][^\S\n]*+)?(?:คือ[^\S\n]*+)?([!-~]{1,320}+)(?![!-~])")
"""What was meant as an address is no longer than one can be: 64 octets, an @ and 255 (RFC 5321, 4.5.3.1)."""
_LIKE_ONE = re.compile(r"sar[a-z]?b|dla|go\.?th|mail\.", re.IGNORECASE)
_REACH = 120
"""Characters on either side of an @ that are looked at: no mailbox name or line of a notice is longer."""


def find_addresses(
    text: str, lines: Lines, blanks: Sequence[tuple[int, int]], *, as_written: bool
) -> tuple[Stated, ...]:
    """All different addresses, in the order in which they stand.

    Where there is none, what stands behind a label and was meant as one (`saraban_06480115dla.go.th`) is given so.
    What holds one of the `blanks` (`saraban_xxxxxxxx@dla.go.th`) is none: nobody filled it in. `as_written`: spaces in
    them stand there, and are no doing of a PDF.
    """
    found = list(_written(text, lines, blanks, as_written)) or list(_labelled(text, lines, blanks))
    return tuple({"".join(one.text.split()).casefold(): one for one in reversed(found)}.values())[::-1]


def _written(text: str, lines: Lines, blanks: Sequence[tuple[int, int]], as_written: bool) -> Iterator[Stated]:
    for at in _AT.finditer(text):
        before = text[max(0, at.start() - _REACH) : at.start()]
        start = _start_of_name(before)
        behind = _DOMAIN.match(text[at.end() : at.end() + _REACH])
        whole = (at.start() - len(before) + start, at.end() + (behind.end() if behind else 0))
        is_cancelled = _CANCELLED.search(before[: start if start < len(before) else 0]) is not None
        if start == len(before) or behind is None or is_cancelled or _touches(whole, blanks):
            continue
        name = _NOT_OF_IT.sub("", _without_thai_before(_whole_name(before, start)))
        domain = "".join(behind[1].split())
        rest = text[at.end() + behind.end() : at.end() + _REACH]
        domain += _rest_of_domain(domain, rest)
        domain = _without_thai_behind(domain).rstrip(".")
        is_apart = before[-1:].isspace() or text[at.end() : at.end() + 1].isspace() or _is_line(name)
        if name.strip(".") and domain and not (is_apart and not _WHOLE.search(domain)):  # LINE OA @abc is no address
            address = f"{name}@{domain}"
            raw = text[at.start() - len(before) + start : whole[1]].strip()
            if as_written and "\n" not in raw and "".join(raw.split()).replace(at[0], "@") == address:
                address = raw
            yield Stated(address, lines.number(at.start() - len(before) + start))


def _start_of_name(before: str) -> int:
    """Where the mailbox name before an @ begins; at the end where there is none.

    One space beside a `.`, `_` or `-` is within it, and so is one line break behind such a sign.
    """
    place = len(before)
    while place and len(before) - place < _AROUND and before[place - 1].isspace():
        place -= 1
    end, breaks = place, 0
    while place:
        char = before[place - 1]
        if _IS_LETTER(char):
            place -= 1
            continue
        left = before[:place].rstrip()
        is_joint = place < end and (before[place] in "._-" or left[-1:] in ("_", ".", "-"))
        breaks += before[len(left) : place].count("\n")
        if not left or not char.isspace() or not is_joint or breaks > 1:
            break
        if place - len(left) > 1 and not (left[-1] in "._-" and "\n" in before[len(left) : place]):
            break
        place = len(left)
    return len(before) if place == end else place


def _whole_name(before: str, start: int) -> str:
    """The mailbox name, with the beginning that a line end broke off within a word (`saraban_0648` / `0191@…`)."""
    name = "".join(before[start:].split())
    broken = _BROKEN_NAME.search(before[:start]) if "sara" not in name.lower() and name.isalnum() else None
    return name if broken is None else broken[1] + name


def _rest_of_domain(domain: str, rest: str) -> str:
    """What stands on the next line, or behind a space, and makes the domain a whole one; nothing where it is one."""
    if _WHOLE.search(domain.rstrip(".")):
        return ""
    if (more := _BROKEN_DOMAIN.match(rest)) is not None and _WHOLE.search(domain + more[1]):
        return more[1]
    more = _MORE_DOMAIN.match(domain[-1:] + rest, 1)
    return "" if more is None else more[1]


def _is_line(name: str) -> bool:
    return skeleton_of(name).endswith(_LINE_ID)


def _without_thai_before(name: str) -> str:
    """A mailbox name without the Thai word that it was written up against; one that is all Thai stays (SB105)."""
    if _THAI.search(name) and (tail := _ASCII_TAIL.search(name)) and not _THAI.search(tail[1]):
        return tail[1]
    return name


def _without_thai_behind(domain: str) -> str:
    if _THAI.search(domain) and (head := _ASCII_HEAD.match(domain)):
        return head[0]
    return domain


def _labelled(text: str, lines: Lines, blanks: Sequence[tuple[int, int]]) -> Iterator[Stated]:
    """What stands behind a label for an address, and looks like one that lost its @."""
    for label in notice_words("label_address"):
        for match in re.finditer(re.escape(label), text, re.IGNORECASE):
            token = _TOKEN.match(text, match.end())
            if token is not None and _LIKE_ONE.search(token[1]) and not _touches(token.span(1), blanks, 2):
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
    """Where the words with an @ stand: what is part of an address is no website and no number."""
    spans: list[tuple[int, int]] = []
    for match in re.finditer("[@＠]", text):
        if not spans or match.start() >= spans[-1][1]:
            spans.append(_word_around(text, match.start()))
    return spans


def _word_around(text: str, place: int) -> tuple[int, int]:
    start, end = place, place + 1
    while start > max(0, place - _REACH) and not text[start - 1].isspace():
        start -= 1
    while end < min(len(text), place + _REACH) and not text[end].isspace():
        end += 1
    return start, end

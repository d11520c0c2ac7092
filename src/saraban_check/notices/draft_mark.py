"""The mark that a paper is a draft or an example: (ร่าง), ฉบับร่าง, DRAFT, ร่างประกาศ….

Who drafted it is said at its foot, in the same word: there it is none.
"""

import re

from ..model.notice import Stated
from .lines import Lines, one_line
from .persons import without_person
from .skeleton import plain_digits
from .title import Title

_MARK = r"(?:ร่?าง|ตัวอย่าง|draft|template|sample|แบบ(?:ฟอร์ม)?(?=ประกาศ))"
_ON_ITS_OWN = re.compile(rf"(?:{_MARK}|ฉบับ|เอกสาร|ประกาศ|ต้น|แบบ|และ|ครั้ง|ที่|[0-9])+")
_ANY_MARK = re.compile(_MARK)
_BEFORE_TITLE = re.compile(rf"\W{{0,3}}(?:ฉบับ)?{_MARK}\W{{0,3}}ประ\s?กาศ")
_IN_BRACKETS = re.compile(rf"[(\[–-]\s?(?:ฉบับ)?{_MARK}\s?[)\]–-]")
_MORE_SAID = re.compile(rf"\W{{0,3}}(?:ฉบับ)?{_MARK}\W{{0,2}}\s?[-–—:(]|.{{0,40}}ฉบับร่?าง|\W{{0,3}}draft\b")
"""Above the title more may be said: DRAFT - for review, เอกสารฉบับร่าง ห้ามเผยแพร่."""
_NO_LETTER = re.compile(r"[^0-9a-zก-๛]+")
_HANDS = re.compile("พิมพ์|ทาน|ตรวจ")
"""What stands beside ร่าง at a paper's foot: typed, read, checked by."""
_LONGEST = 60
_ABOVE = 8
"""Lines above the title that are the paper's: a header, a watermark; above these may stand a page's menu."""


def find_draft_mark(text: str, lines: Lines, title: Title) -> Stated | None:
    """The first mark: on a line of its own, before the title, or in brackets in it."""
    first = max(1, lines.number(title.start) - _ABOVE)
    title_line, body = lines.number(title.start), lines.number(title.body)
    rows = text[lines.span(first)[0] :].split("\n")
    for at, row in enumerate(rows):
        if len(row) > _LONGEST and first + at > body:
            continue
        line = plain_digits(row.strip().lower())
        if first + at <= body and (marked := _BEFORE_TITLE.match(line) or _IN_BRACKETS.search(line)):
            return Stated(one_line(marked[0]), first + at)
        if first + at < title_line and len(row) <= _LONGEST and _MORE_SAID.match(line):
            return Stated(without_person(one_line(row)), first + at)
        if _is_mark(line) and not _has_hands(rows, at):
            return Stated(one_line(row), first + at)
    return None


def _is_mark(line: str) -> bool:
    letters = _NO_LETTER.sub("", line[: 2 * _LONGEST])
    return len(letters) <= _LONGEST and bool(_ON_ITS_OWN.fullmatch(letters)) and bool(_ANY_MARK.search(letters))


def _has_hands(rows: list[str], at: int) -> bool:
    near = [row for row in rows[max(0, at - 3) : at + 4] if len(row) <= _LONGEST]
    return any(_HANDS.search(row) for row in near)

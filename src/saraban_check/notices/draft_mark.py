"""The mark that a paper is a draft or an example: (ร่าง), ฉบับร่าง, DRAFT, ร่างประกาศ….

Who drafted it is said at its foot, in the same word: there it is none.
"""

from ..model.lazy_pattern import lazy_pattern
from ..model.notice import Stated
from .lines import Lines, one_line
from .persons import without_person
from .skeleton import plain_digits
from .title import LETTERHEAD_LINES, Title

_MARK = r"(?:ร่?าง|ตัวอย่าง|draft|template|sample|แบบ(?:ฟอร์ม)?(?=ประกาศ))"
_ON_ITS_OWN = lazy_pattern(rf"(?:{_MARK}|ฉบับ|เอกสาร|ประกาศ|ต้น|แบบ|และ|ครั้ง|ที่|[0-9])+")
_ANY_MARK = lazy_pattern(_MARK)
_BEFORE_TITLE = lazy_pattern(rf"\W{{0,3}}(?:ฉบับ)?{_MARK}\W{{0,3}}ประ\s?กาศ")
_IN_BRACKETS = lazy_pattern(rf"[(\[–-]\s?(?:ฉบับ)?{_MARK}\s?[)\]–-]")
_CALLED_A_DRAFT = lazy_pattern(r"\W{0,3}(?:(?:เอกสาร)?ฉบับ|เอกสาร|ประกาศ)(?:นี้)?(?:เป็น|คือ)?(?:เพียง)?(?:ฉบับ)?ร่าง(?![ก-๎])")
"""A line that says so: `ฉบับร่าง เพื่อเสนอ…`, `เอกสารนี้เป็นเพียงร่าง`."""
_MORE_SAID = lazy_pattern(rf"\W{{0,3}}(?:ฉบับ)?{_MARK}\W{{0,2}}\s?[-–—:(]|.{{0,40}}(?:ฉบับ|เอกสาร)ร่?าง|\W{{0,3}}draft\b")
"""Above the title more may be said: DRAFT - for review, เอกสารฉบับร่าง ห้ามเผยแพร่."""
_NO_LETTER = lazy_pattern(r"[^0-9a-zก-๛]+")
_EXAMPLE = lazy_pattern(r"\W{0,3}(?:ตัวอย่าง|แบบ)")
_HANDS = lazy_pattern("พิมพ์|ทาน|ตรวจ")
"""What stands beside ร่าง at a paper's foot: typed, read, checked by."""
_LONGEST = 60


def find_draft_mark(text: str, lines: Lines, title: Title, day: int | None) -> Stated | None:
    """The first mark: on a line of its own, before the title, or in brackets in it.

    `day` is the line of the notice's day: an example below it may be a form that is attached.
    """
    first = max(1, lines.number(title.start) - LETTERHEAD_LINES)
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
        is_attached = bool(day) and first + at > (day or 0) and _is_heading(rows, at)
        if (_is_mark(line) or _CALLED_A_DRAFT.match(line)) and not _has_hands(rows, at) and not is_attached:
            return Stated(one_line(row), first + at)
    return None


def _is_mark(line: str) -> bool:
    letters = _NO_LETTER.sub("", line[: 2 * _LONGEST])
    return len(letters) <= _LONGEST and bool(_ON_ITS_OWN.fullmatch(letters)) and bool(_ANY_MARK.search(letters))


def _is_heading(rows: list[str], at: int) -> bool:
    """Whether an example follows, on the next lines that say anything."""
    return _EXAMPLE.match(rows[at]) is not None and any(row.strip() for row in rows[at + 1 : at + 4])


def _has_hands(rows: list[str], at: int) -> bool:
    near = [row for row in rows[max(0, at - 3) : at + 4] if len(row) <= _LONGEST]
    return any(_HANDS.search(row) for row in near)

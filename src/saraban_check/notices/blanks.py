"""What nobody filled in: dots, lines, xxx, [ชื่อ], (ระบุ…)."""

import re
from collections.abc import Iterator

from ..reference.notice_words import notice_words

_DOTS = r"(?:…[ .…]*|[.…]{4,}|(?:\. ){4,}\.?|_{3,})"
_CROSSES = r"(?<![A-Za-zＸ])[xX×]{2,}(?:[-\s]?[xX×]{2,})*(?![A-Za-z])"
_TO_FILL = "|".join(map(re.escape, notice_words("to_fill")))
_BRACKETS = r"\{\{[^{}\n]{0,60}\}\}|\[(?=[^\]\n]{0,60}[ก-๛])[^\]\n]{1,60}\]|<(?=[ก-๛])[^<>\n]{1,60}>"
_ASKED = rf"\((?:ระบุ|ใส่|กรอก|เติม)[^()\n]{{0,60}}\)|\(\s*(?:{_TO_FILL})(?:หน่วยงาน|อปท\.?)?\s*\)"
BLANK = re.compile(f"{_BRACKETS}|{_ASKED}|{_DOTS}|{_CROSSES}")
"""A placeholder of any kind."""

_SIGN_HERE = re.compile(r"ลง\s*(?:ชื่อ|นาม)\s*\)?[\s.…_-]*$")
"""Dots behind ลงชื่อ are where a person signs."""


_CATCHWORD = re.compile(r"\s*/[^\n]{1,40}$")
"""`/ข้อ ๒ ผู้ใด...` at a page's foot: the first words of the next page, as official papers have them."""


def find_blanks(text: str) -> Iterator[tuple[int, int]]:
    """Where each placeholder stands; the line to sign on is none, nor a rule, nor the catchword of the next page."""
    for match in BLANK.finditer(text):
        line_start = text.rfind("\n", 0, match.start()) + 1
        before = text[max(line_start, match.start() - 60) : match.start()]
        line_end = text.find("\n", match.end())
        behind = text[match.end() : line_end if line_end >= 0 else len(text)]
        is_rule = not before.strip() and not behind.strip() and set(match[0]) == {"_"}
        is_catchword = not behind.strip() and _CATCHWORD.match(before) is not None
        if not (is_rule or is_catchword or _SIGN_HERE.search(before)):
            yield match.start(), match.end()

"""What nobody filled in: dots, lines, xxx, [ชื่อ], (ระบุ…)."""

import re
from collections.abc import Iterator

from ..model.lazy_pattern import lazy_pattern
from ..reference.notice_words import notice_words

_DOTS = r"(?:…[ .…]*|[.…]{4,}|(?:\. ){4,}\.?|_{3,})"
_CROSSES = r"(?<![A-Za-z])(?:[xX×]{3,}(?:-[xX×]{2,})*|(?<=[0-9๐-๙]-)[xX×]{2,})(?![A-Za-z])|[○□◻]{2,}|\*{4,}"
_TO_FILL = "|".join(map(re.escape, notice_words("to_fill")))
_BRACKETS = (
    r"\{\{[^{}\n]{0,60}\}\}|\{[ก-๛][^{}\n]{0,40}\}|«[^»@\n]{1,60}»|<(?=[ก-๛])[^<>\n]{1,60}>"
    r"|\[(?!ตรา)(?=[^\]\n]{0,60}[ก-๛])[^\]\n]{1,60}\]"
    r"|\[(?:name|agency|date|address|e-?mail|phone)\]"
)
_ASKED = (
    r"\((?:ระบุ|ใส่|กรอก|เติม)(?![^()\n]{0,60}(?:ให้|ด้วย))[^()\n]{0,60}\)"
    rf"|\(\s*(?:{_TO_FILL})\s?(?:หน่วยงาน|อปท\.?)?\s*\)"
)
BLANK = lazy_pattern(f"{_BRACKETS}|{_ASKED}|{_DOTS}|{_CROSSES}")
"""A placeholder of any kind."""

_SIGN_HERE = lazy_pattern(r"ลง\s*(?:ชื่อ|นาม)(?:\s*+\))?[\s.…_-]*+$")
"""Dots behind ลงชื่อ are where a person signs."""


_CATCHWORD = lazy_pattern(r"\s*/[^\n]{1,40}$")
"""`/ข้อ ๒ ผู้ใด...` at a page's foot: the first words of the next page, as official papers have them."""


_FOR_EXAMPLE = lazy_pattern(r"เช่น[^\n]{0,40}$")
_AND_SO_ON = lazy_pattern(r"\s{0,3}(?:เป็นต้น|ฯลฯ)")
_AROUND = 60


def find_blanks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where each placeholder stands between two places: the title, and the block for signing below the day.

    A rule is none, nor the catchword of the next page, nor dots of an enumeration (`เช่น … เป็นต้น`).
    """
    for match in BLANK.finditer(text, start, end):
        near = max(0, match.start() - _AROUND)
        before = text[max(near, text.rfind("\n", near, match.start()) + 1) : match.start()]
        behind = text[match.end() : match.end() + _AROUND].partition("\n")[0]
        is_rule = not before.strip() and not behind.strip() and set(match[0]) <= {"_", "*"}
        is_catchword = not behind.strip() and _CATCHWORD.match(before) is not None
        is_example = _FOR_EXAMPLE.search(before) is not None or _AND_SO_ON.match(behind) is not None
        if not (is_rule or is_catchword or is_example or _SIGN_HERE.search(before)):
            yield match.start(), match.end()

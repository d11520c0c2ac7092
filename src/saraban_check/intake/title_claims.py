"""What the lines above a header say of a day: that it is of the data, or only that things stood so on it.

`ข้อมูล ณ วันที่ …` and `data as of …` say it of the data. `ณ วันที่ …` and `as of …` tell how things stood, and so of
which day a list is where nothing else says it; not where they are the day on which something was done (ประกาศ ณ วันที่,
พิมพ์ ณ วันที่) or a paper was written (หนังสือ …). A day with other words (ลงวันที่, รอบวันที่, พิมพ์เมื่อ) is none of these.
"""

import datetime
import re
from collections.abc import Sequence
from typing import NamedTuple

from ..address.characters import tidy_characters
from ..model.lazy_pattern import lazy_pattern
from .title_day_forms import DAY_WORDS, Behind, day_behind

_NEWER = "(?:ปรับปรุง|อัปเดต|อัปเดท|อัพเดต|อัพเดท|ดึง|ตรวจสอบ|ประมวลผล|รวบรวม)"
"""What makes data those of a day; what else is done with them (กรอก, นำเข้า, พิมพ์) has a day of its own."""
_TELLS = lazy_pattern(
    rf"(?P<data>ข้อมูล) ?(?:ล่าสุด|ปัจจุบัน|ทั้งหมด|จากระบบ)? ?(?:{_NEWER}(?:ล่าสุด)? ?)?"
    rf"(?P<at>ณ\.? ?)?(?:(?:เมื่อ|สิ้น|จนถึง|ถึง|ประจำ|สิ้นสุด|ของ) ?)?(?P<day>{DAY_WORDS})?"
    r"|\b(?P<english>data (?:is |are |were )?(?:last )?(?:updated )?(?:as of|as at|on|at|date|updated)\b"
    r"|date of (?:the )?data\b)"
    rf"|(?<![ก-๎])(?P<stood>ณ\.? ?)(?P<stood_day>{DAY_WORDS})?"
    r"|\b(?P<as_of>as (?:of|at))\b"
)
_DONE = lazy_pattern(
    "(?:ประกาศ|ให้ไว้|สั่ง|ลงนาม|พิมพ์|ออก|ทำ|เผยแพร่|ส่ง|รับ|บันทึก|นำเข้า|กรอก|แก้ไข|อนุมัติ|ดาวน์โหลด|เริ่ม|ใช้|กำหนด|รอบ|งวด)"
    "(?:รายงาน|เอกสาร|ไฟล์|บังคับ|มา|ไว้|แล้ว)?$|(?:published|printed|issued|sent|signed|dated|downloaded)$"
)
_NOUN = lazy_pattern("การ[ก-๎]{0,20}$")
"""ผลการจัดส่ง ณ วันที่: how the sending stood, and not when something was sent."""
_OF_PAPER = lazy_pattern(
    "^ประกาศ(?!ฯ)|หนังสือ|คำสั่ง|มติ|ประชุม|ฉบับ|ลงวันที่|ภายใน|อ้างถึง|ตาม ?(?:ตาราง|ประกาศ|ระเบียบ|วิธีการ|เกณฑ์)"
)
_BEFORE_DATA = lazy_pattern(f"(?:^|[^ก-๎a-z]|{_NEWER}|วันที่(?:ของ)?)$")
_BETWEEN_CELLS, _LONGEST, _REACH = " | ", 500, 120


class Claims(NamedTuple):
    """The days that are said to be of the data, and those on which things stood so."""

    of_data: list[Behind]
    stood: list[Behind]


def claims_of(titles: Sequence[Sequence[str]], today: datetime.date) -> Claims:
    """What the rows above a header claim; `today` is the last day that can be true."""
    claims = Claims([], [])
    rows = [[text for cell in cells if (text := _plain(cell))] for cells in titles]
    for row, below in zip(rows, [*rows[1:], []], strict=False):
        text = whole = _BETWEEN_CELLS.join(row)
        if len(row) == len(below) == 1:  # a day may stand below its words, where each is alone in its row
            whole = _BETWEEN_CELLS.join([*row, *below])
        for found in _TELLS.finditer(text):
            if (behind := _claimed(found, whole, today)) is not None:
                (claims.of_data if found["data"] or found["english"] else claims.stood).append(behind)
    return claims


def _plain(cell: str) -> str:
    return " ".join(tidy_characters(cell[:_LONGEST]).split()).casefold()


def _claimed(found: re.Match[str], text: str, today: datetime.date) -> Behind | None:
    head = text[max(found.start() - _REACH, 0) : found.start()]
    if _is_of_another(found, head):
        return None
    behind = day_behind(text, found.end(), today)
    if behind is None or isinstance(behind.day, datetime.date):
        return behind
    is_sure = found["at"] or found["day"] or found["english"] or found["stood_day"] or found["as_of"]
    return behind if is_sure else None


def _is_of_another(found: re.Match[str], head: str) -> bool:
    """Whether the words before say that the day is of something else."""
    within = re.split(r"[|()]", head)[-1].strip()
    if _DONE.search(within) and not _NOUN.search(within):
        return True
    if found["data"]:
        return not found["at"] and _BEFORE_DATA.search(head) is None
    return not found["english"] and _OF_PAPER.search(within) is not None

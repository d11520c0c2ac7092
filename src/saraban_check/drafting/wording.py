"""What a correct section-10 notice says, paragraph by paragraph.

The content is that of the model notice (decisions: Notices); the words are this program's own.
"""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from ..reference.days import MONTHS
from .facts import DraftFacts
from .plain_text import thai_digits

BLANK = "……………………"
"""What stands where a person has to fill something in."""

_ACT = "พระราชบัญญัติการปฏิบัติราชการทางอิเล็กทรอนิกส์ พ.ศ. ๒๕๖๕"
_TITLE = ("ประกาศ{agency}", "เรื่อง ช่องทางอิเล็กทรอนิกส์สำหรับติดต่อ{agency}", "พ.ศ. {year}")
_PREAMBLE = (
    f"โดยที่มาตรา ๑๐ วรรคหนึ่ง แห่ง{_ACT} บัญญัติให้ถือว่าหน่วยงานของรัฐได้รับคำขอหรือการติดต่อจากประชาชนตามวันและเวลาที่เรื่องนั้นเข้าสู่ระบบ "
    "หากได้ส่งมาทางช่องทางอิเล็กทรอนิกส์ที่หน่วยงานประกาศไว้ จึงสมควรประกาศช่องทางอิเล็กทรอนิกส์ของ{agency} "
    "เพื่อให้ประชาชนยื่นคำขอและติดต่อได้โดยสะดวกและรวดเร็ว",
    f"อาศัยอำนาจตามความในมาตรา ๑๐ วรรคหนึ่ง แห่ง{_ACT} {{head}}จึงออกประกาศไว้ ดังต่อไปนี้",
)
_CHANNELS = "ข้อ ๑ ประชาชนอาจยื่นคำขอหรือติดต่อ{agency}โดยวิธีการทางอิเล็กทรอนิกส์ได้ทางช่องทาง ดังนี้"
_ADDRESS = "(๑) ไปรษณีย์อิเล็กทรอนิกส์ {address}"
_WEBSITE = "(๒) เว็บไซต์ {website}"
_CONFIRM = (
    "ข้อ ๒ ผู้ที่ยื่นคำขอหรือติดต่อทางช่องทางตามข้อ ๑ แล้ว หากประสงค์จะทราบหรือขอให้ยืนยันว่า{agency}ได้รับเรื่องแล้ว "
    "ให้สอบถามได้ในวันและเวลาราชการ ทางโทรศัพท์หมายเลข {telephones}"
)
_EVIDENCE = (
    "ข้อ ๓ ผู้ยื่นคำขอหรือผู้ติดต่ออาจบันทึกภาพหน้าจอของเครื่องคอมพิวเตอร์หรืออุปกรณ์อิเล็กทรอนิกส์ที่ใช้ส่ง "
    "และใช้ภาพนั้นเป็นหลักฐานเบื้องต้นว่าได้ยื่นคำขอหรือติดต่อ{agency}ทางช่องทางตามข้อ ๑ แล้ว"
)
_DAY = "ประกาศ ณ วันที่ {day}"
_SIGNATURE = ("(ลงชื่อ) ……………………………………", "({signatory})", "{position}")
_FIRST_CHANNEL = 3
_BUDDHIST = 543
_PLACE = re.compile(r"\{([a-z]+)\}")


class NoticeRole(Enum):
    """What a paragraph is for, and so how it is set."""

    TITLE = "title"
    PREAMBLE = "preamble"
    CLAUSE = "clause"
    ITEM = "item"
    DAY = "day"
    SIGNATURE = "signature"


class NoticePiece(NamedTuple):
    """A part of a paragraph; a blank is to be filled in by hand."""

    text: str
    is_blank: bool = False


class NoticeParagraph(NamedTuple):
    """One paragraph."""

    role: NoticeRole
    pieces: tuple[NoticePiece, ...]

    @property
    def text(self) -> str:
        """The whole of it."""
        return "".join(piece.text for piece in self.pieces)


def notice_paragraphs(facts: DraftFacts) -> tuple[NoticeParagraph, ...]:
    """The notice, its digits in Thai but for addresses, websites and names of accounts."""
    day = facts.day
    filled = {
        "agency": thai_digits(facts.agency),
        "address": facts.address,
        "website": facts.website,
        "telephones": " หรือ ".join(map(thai_digits, facts.telephones)) or None,
        "position": thai_digits(facts.position) if facts.position else None,
        "head": thai_digits(facts.position or facts.agency),  # by section 20 it is the head who lays them down
        "signatory": None,
        "day": thai_digits(f"{day.day} {MONTHS[day.month - 1].th} พ.ศ. {day.year + _BUDDHIST}"),
        "year": thai_digits(str(day.year + _BUDDHIST)),
    }
    fixed = [(NoticeRole.TITLE, line) for line in _TITLE]
    fixed += [(NoticeRole.PREAMBLE, text) for text in _PREAMBLE]
    fixed += [(NoticeRole.CLAUSE, _CHANNELS), (NoticeRole.ITEM, _ADDRESS), (NoticeRole.ITEM, _WEBSITE)]
    after = [(NoticeRole.CLAUSE, _CONFIRM), (NoticeRole.CLAUSE, _EVIDENCE), (NoticeRole.DAY, _DAY)]
    after += [(NoticeRole.SIGNATURE, line) for line in _SIGNATURE]
    return (
        *(NoticeParagraph(role, tuple(_pieces(template, filled))) for role, template in fixed),
        *(_channel(number, channel) for number, channel in enumerate(facts.channels, start=_FIRST_CHANNEL)),
        *(NoticeParagraph(role, tuple(_pieces(template, filled))) for role, template in after),
    )


def _channel(number: int, channel: str) -> NoticeParagraph:
    return NoticeParagraph(NoticeRole.ITEM, (NoticePiece(f"({thai_digits(str(number))}) {thai_digits(channel)}"),))


def _pieces(template: str, filled: dict[str, str | None]) -> Iterator[NoticePiece]:
    """The parts of a template between its blanks; what was filled in is not looked at for places again."""
    held = ""
    for number, part in enumerate(_PLACE.split(template)):
        text = part if number % 2 == 0 else filled[part]
        if text is not None:
            held += text
            continue
        if held:
            yield NoticePiece(held)
        held = ""
        yield NoticePiece(BLANK, is_blank=True)
    if held:
        yield NoticePiece(held)

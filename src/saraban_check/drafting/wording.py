"""What a correct section-10 notice says, paragraph by paragraph.

The content is that of the model notice, and what is cited is the act's own text (decisions: Notices); the other words
are this program's own.
"""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import NamedTuple

from ..model.lazy_pattern import lazy_pattern
from ..reference.days import MONTHS
from .agency_names import issuer_of, parted_position
from .facts import DraftFacts
from .plain_text import thai_digits

BLANK = "……………………"
"""What stands where a person has to fill something in."""

_ACT = "พระราชบัญญัติการปฏิบัติราชการทางอิเล็กทรอนิกส์ พ.ศ. ๒๕๖๕"
_TITLE = ("ประกาศ{agency}", "เรื่อง ช่องทางอิเล็กทรอนิกส์สำหรับติดต่อ{agency}", "พ.ศ. {year}")
_PREAMBLE = (
    f"โดยที่มาตรา ๑๐ วรรคหนึ่ง แห่ง{_ACT} บัญญัติให้บรรดาคำขออนุญาตหรือการติดต่อใด ๆ ที่ประชาชนส่งหรือมีถึงหน่วยงานของรัฐ"
    "หรือเจ้าหน้าที่ของรัฐทางช่องทางอิเล็กทรอนิกส์ที่หน่วยงานของรัฐประกาศกำหนด ให้ถือว่าหน่วยงานของรัฐหรือเจ้าหน้าที่ของรัฐนั้นได้รับ"
    "ตามวันและเวลาที่คำขออนุญาตหรือการติดต่อนั้นเข้าสู่ระบบ จึงสมควรกำหนดช่องทางอิเล็กทรอนิกส์สำหรับติดต่อ{agency} "
    "เพื่ออำนวยความสะดวกและลดภาระแก่ประชาชน",
    f"อาศัยอำนาจตามความในมาตรา ๑๐ วรรคหนึ่ง แห่ง{_ACT} {{issuer}} ออกประกาศไว้ ดังต่อไปนี้",
)
_CHANNELS = "ข้อ ๑ ให้ประชาชนยื่นคำขออนุญาตหรือติดต่อ{agency}โดยวิธีการทางอิเล็กทรอนิกส์ได้ทางช่องทาง ดังนี้"
_ADDRESS = "(๑) ไปรษณีย์อิเล็กทรอนิกส์ {address}"
_WEBSITE = "(๒) เว็บไซต์ {website}"
_CHANNEL = "({number}) {channel}{account}"
_CONFIRM = (
    "ข้อ ๒ ผู้ยื่นคำขออนุญาตหรือผู้ติดต่อทางช่องทางตามข้อ ๑ หากประสงค์จะสอบถามหรือขอรับคำยืนยันว่า{agency}ได้รับเรื่องแล้ว "
    "ให้สอบถามในวันและเวลาราชการทางโทรศัพท์ ดังนี้"
)
_TELEPHONE = "หมายเลขโทรศัพท์ {telephone}"
_EVIDENCE = (
    "ข้อ ๓ ผู้ยื่นคำขออนุญาตหรือผู้ติดต่ออาจบันทึกภาพหน้าจอของเครื่องคอมพิวเตอร์หรืออุปกรณ์อิเล็กทรอนิกส์ที่ใช้ส่ง "
    "เพื่อเป็นหลักฐานเบื้องต้นว่าได้ยื่นคำขออนุญาตหรือติดต่อ{agency}ทางช่องทางตามข้อ ๑ แล้ว"
)
_DAY = "ประกาศ ณ วันที่ {day}"
_SIGNATURE = ("({signatory})", "{acting}{position}")
_FIRST_CHANNEL = 3
_BUDDHIST = 543
_PLACE = lazy_pattern(r"\{([a-z]+)\}")
_WHOLE = ("agency", "address", "website", "telephone", "account", "position")
_NEEDS_SPACE = lazy_pattern(r"[)\]”ฯๆA-Za-z0-9๐-๙][ก-๛]|[ก-๛][(\[“A-Za-z0-9๐-๙]")
"""Between words a space stands beside brackets, numerals, ฯ, ๆ and Latin letters; in Thai letters none does."""


class NoticeRole(Enum):
    """What a paragraph is for, and so how it is set."""

    TITLE = "title"
    PREAMBLE = "preamble"
    CLAUSE = "clause"
    ITEM = "item"
    DAY = "day"
    SIGNATURE = "signature"


class NoticePiece(NamedTuple):
    """A part of a paragraph; a blank is to be filled in by hand.

    `is_whole`: a name, an address: on a line too short for it, it is not broken but begins the next.
    """

    text: str
    is_blank: bool = False
    is_whole: bool = False


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
    agency, position = thai_digits(facts.agency), thai_digits(facts.position or "")
    issuer = issuer_of(agency, position or None)
    acting, position = parted_position(position, agency)
    filled = {
        "agency": agency,
        "address": facts.address,
        "website": facts.website,
        "acting": acting,
        "position": position or None,
        "issuer": issuer,
        "signatory": None,
        "day": thai_digits(f"{day.day} {MONTHS[day.month - 1].th} พ.ศ. {day.year + _BUDDHIST}"),
        "year": thai_digits(str(day.year + _BUDDHIST)),
    }
    channels = enumerate(facts.channels, start=_FIRST_CHANNEL)
    lines = (
        *((NoticeRole.TITLE, template, filled) for template in _TITLE),
        *((NoticeRole.PREAMBLE, template, filled) for template in _PREAMBLE),
        (NoticeRole.CLAUSE, _CHANNELS, filled),
        (NoticeRole.ITEM, _ADDRESS, filled),
        (NoticeRole.ITEM, _WEBSITE, filled),
        *((NoticeRole.ITEM, _CHANNEL, _channel(number, channel)) for number, channel in channels),
        (NoticeRole.CLAUSE, _CONFIRM, filled),
        *((NoticeRole.ITEM, _TELEPHONE, {"telephone": found}) for found in map(thai_digits, facts.telephones)),
        *(() if facts.telephones else ((NoticeRole.ITEM, _TELEPHONE, {"telephone": None}),)),
        (NoticeRole.CLAUSE, _EVIDENCE, filled),
        (NoticeRole.DAY, _DAY, filled),
        *((NoticeRole.SIGNATURE, template, filled) for template in _SIGNATURE),
    )
    return tuple(NoticeParagraph(role, tuple(_pieces(template, facts_))) for role, template, facts_ in lines)


def _channel(number: int, channel: str) -> dict[str, str | None]:
    """A further channel; the last word of it is an account or a link."""
    before, space, account = thai_digits(channel).rpartition(" ")
    return {"number": thai_digits(str(number)), "channel": before + space, "account": account}


def _pieces(template: str, filled: Mapping[str, str | None]) -> Iterator[NoticePiece]:
    """The parts of a template; what was filled in is not looked at for places again."""
    last = ""
    for number, part in enumerate(_PLACE.split(template)):
        text = part if number % 2 == 0 else filled[part]
        piece = NoticePiece(BLANK, is_blank=True) if text is None else NoticePiece(text, is_whole=part in _WHOLE)
        if not piece.text:
            continue
        if _NEEDS_SPACE.fullmatch(last + piece.text[0]):
            yield NoticePiece(" ")
        yield piece
        last = piece.text[-1]

"""The columns of a table with a row a notice: the same in CSV and in the workbook."""

from typing import NamedTuple

from ...model.notice import Notice
from ...model.result import NoticeResult
from ...model.text import Lang, Text
from ..columns import SUGGESTED
from .states import STATES
from .words import (
    BY_OCR,
    behind_texts,
    channels_text,
    date_text,
    kind_text,
    law_text,
    message_of,
    telephones_text,
    unmatched_text,
    unread_text,
)


class Column(NamedTuple):
    """A heading, and how wide its column is in a workbook (characters)."""

    heading: Text
    width: float


COLUMNS = (
    Column(Text("ผล", "Outcome"), 12),  # the first: a name could begin a line as a command to a CI log
    Column(Text("ไฟล์", "File"), 30),
    Column(Text("สิ่งที่พบ", "What was found"), 56),
    Column(Text("รหัสเหตุผล", "Reason codes"), 14),
    Column(SUGGESTED, 29),
    Column(Text("แถวในรายชื่อ", "Row in the list"), 9),
    Column(Text("รหัส อปท.", "DLA code"), 11),
    Column(Text("หน่วยงานในรายชื่อ", "Agency of the list"), 26),
    Column(Text("จังหวัด", "Province"), 14),
    Column(Text("หน่วยงานในประกาศฯ", "Agency of the notice"), 30),
    Column(Text("เรื่อง", "Subject"), 36),
    Column(Text("กฎหมายที่อ้าง", "Law cited"), 28),
    Column(Text("อีเมลในประกาศฯ", "E-mail of the notice"), 30),
    Column(Text("เว็บไซต์", "Website"), 24),
    Column(Text("ช่องทางอื่น", "Other channels"), 16),
    Column(Text("โทรศัพท์", "Telephone"), 18),
    Column(Text("วันที่ในประกาศฯ", "Date of the notice"), 18),
    Column(Text("ตำแหน่งผู้ลงนาม", "Position of the signatory"), 26),
    Column(Text("ชนิดไฟล์", "Kind of file"), 12),
    Column(Text("หมายเหตุ", "Remark"), 36),
)


def cells_of(result: NoticeResult, lang: Lang) -> list[str | int]:
    """The cells of one file, in the order of `COLUMNS`; what several lines tell is separated by line feeds."""
    record, notice = result.record, result.notice
    told = result.by_weight
    reasons = [line for one in told for line in (message_of(one, lang), *behind_texts(one, lang))]
    return [
        STATES[result.state].say(lang),
        result.name,
        "\n".join(reasons) or unread_text(result, lang),
        " ".join(one.code for one in told),
        result.suggestions[0].address if result.suggestions else "",
        record.row or "",
        record.code or "",
        " ".join(record.name.split()),
        record.province.name.say(lang) if record.province else "",
        *(_stated(result, notice, lang) if notice is not None else [""] * 10),
        " · ".join(_remarks(result, lang)),
    ]


def _stated(result: NoticeResult, notice: Notice, lang: Lang) -> list[str]:
    return [
        notice.issuer.text if notice.issuer else "",
        notice.subject.text if notice.subject else "",
        law_text(notice, lang),
        ", ".join(address.value for address in result.addresses),
        ", ".join(website.text for website in notice.websites),
        channels_text(notice, lang),
        telephones_text(notice, lang),
        date_text(notice, lang),
        notice.position.text if notice.position else "",
        kind_text(notice, lang),
    ]


def _remarks(result: NoticeResult, lang: Lang) -> list[str]:
    said = [BY_OCR.say(lang)] if result.by_ocr else []
    return said + ([unmatched] if (unmatched := unmatched_text(result, lang)) else [])

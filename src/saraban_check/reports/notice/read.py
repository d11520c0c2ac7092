"""What was read from a notice, as rows of a label and values: the same rows on the screen and on the page."""

from collections.abc import Iterator
from typing import NamedTuple

from ...model.result import NoticeResult, StatedAddress
from ...model.text import Lang, Text
from .words import channels_text, date_text, law_text, record_text, telephones_text

_AGENCY, _SUBJECT, _LAW = Text("หน่วยงาน", "Agency"), Text("เรื่อง", "Subject"), Text("กฎหมาย", "Law")
_ADDRESS, _WEBSITE = Text("อีเมล", "E-mail"), Text("เว็บไซต์", "Website")
_CHANNELS, _TELEPHONE = Text("ช่องทางอื่น", "Other channels"), Text("โทรศัพท์", "Telephone")
_DATE, _POSITION = Text("วันที่", "Date"), Text("ผู้ลงนาม", "Signed by")
_RECORD, _ROW = Text("หน่วยงานที่ตรวจ", "Checked as"), Text("ในรายชื่อ", "In the list")


class Row(NamedTuple):
    """`values` is empty where the notice should have it and does not."""

    label: Text
    values: tuple[str, ...]


def rows_of(result: NoticeResult, lang: Lang) -> Iterator[Row]:
    """What was read; nothing where the file could not be."""
    notice = result.notice
    if notice is None or notice.document.no_text is not None:
        return
    yield Row(_AGENCY, _some(notice.issuer.text if notice.issuer else ""))
    if result.is_matched:
        yield Row(_ROW if result.record.row else _RECORD, _some(record_text(result.record, lang)))
    yield Row(_SUBJECT, _some(notice.subject.text if notice.subject else ""))
    yield Row(_LAW, _some(law_text(notice, lang)))
    yield Row(_ADDRESS, tuple(_marked(address) for address in result.addresses))
    yield Row(_WEBSITE, tuple(website.text for website in notice.websites))
    if notice.channels:
        yield Row(_CHANNELS, (channels_text(notice, lang),))
    yield Row(_TELEPHONE, _some(telephones_text(notice, lang)))
    yield Row(_DATE, _some(date_text(notice, lang)))
    yield Row(_POSITION, _some(notice.position.text if notice.position else ""))


def _marked(address: StatedAddress) -> str:
    if address.correct is None:
        return address.value
    return f"{'✓' if address.correct else '✗'} {address.value}"


def _some(text: str) -> tuple[str, ...]:
    return (text,) if text else ()

"""What was read from a notice, as rows of a label and values: the same rows on the screen and on the page."""

from collections.abc import Iterator
from typing import NamedTuple

from ...model.notice import NoticeCheck
from ...model.text import Lang, Text
from .shown import one_line
from .words import channels_text, date_text, is_matched, law_text, record_text, telephones_text

_AGENCY, _SUBJECT, _LAW = Text("หน่วยงาน", "Agency"), Text("เรื่อง", "Subject"), Text("กฎหมาย", "Law")
_ADDRESS, _WEBSITE = Text("อีเมล", "E-mail"), Text("เว็บไซต์", "Website")
_CHANNELS, _TELEPHONE = Text("ช่องทางอื่น", "Other channels"), Text("โทรศัพท์", "Telephone")
_DATE, _POSITION = Text("วันที่", "Date"), Text("ผู้ลงนาม", "Signed by")
_RECORD, _ROW = Text("หน่วยงานที่ตรวจ", "Checked as"), Text("ในรายชื่อ", "In the list")


class Row(NamedTuple):
    """`values` is empty where the notice should have it and does not."""

    label: Text
    values: tuple[str, ...]


class Address(NamedTuple):
    """An address that the notice states, and whether it is correct; None where that was not judged."""

    value: str
    correct: bool | None


def rows_of(check: NoticeCheck, lang: Lang) -> Iterator[Row]:
    """What was read; nothing where the file could not be."""
    notice = check.notice
    if notice is None or notice.document.why_no_text is not None:
        return
    yield Row(_AGENCY, _some(notice.issuer.text if notice.issuer else ""))
    if is_matched(check):
        yield Row(_ROW if check.record.row else _RECORD, _some(record_text(check.record, lang)))
    yield Row(_SUBJECT, _some(notice.subject.text if notice.subject else ""))
    yield Row(_LAW, _some(law_text(notice, lang)))
    yield Row(_ADDRESS, tuple(_marked(address) for address in addresses_of(check)))
    yield Row(_WEBSITE, tuple(website.text for website in notice.websites))
    if notice.channels:
        yield Row(_CHANNELS, (channels_text(notice, lang),))
    yield Row(_TELEPHONE, _some(telephones_text(notice, lang)))
    yield Row(_DATE, _some(date_text(notice, lang)))
    yield Row(_POSITION, _some(notice.position.text if notice.position else ""))


def addresses_of(check: NoticeCheck) -> Iterator[Address]:
    """The addresses of the notice, the judged one first."""
    stated = [address.text.strip() for address in check.notice.addresses] if check.notice is not None else []
    for verdict in (check.address, *check.others):
        if verdict is not None and (value := verdict.value or verdict.raw.strip()):
            yield Address(one_line(value), verdict.correct)
            stated = [other for other in stated if other not in (value, verdict.raw.strip())]
    yield from (Address(one_line(value), None) for value in stated)


def _marked(address: Address) -> str:
    if address.correct is None:
        return address.value
    return f"{'✓' if address.correct else '✗'} {address.value}"


def _some(text: str) -> tuple[str, ...]:
    return (text,) if text else ()

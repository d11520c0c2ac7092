"""What OCR read of a notice, asked: `อีเมล: อ่านได้ว่า “…” ถูกต้องหรือไม่`, with the page and the picture of the place."""

from collections.abc import Iterable, Iterator

from ...model.notice import NoticePart, Question
from ...model.result import NoticeResult
from ...model.text import Text
from ..document import BOOK, DIGEST, Cell, Column, Field, Kind, Lazy, Media, Picture, Row, Table, Tone, both

HEADING = Text("สิ่งที่อ่านได้จากภาพ (OCR) เทียบกับเอกสาร", "What OCR read: compare it with the document")
NOT_READ = Text("อ่านไม่พบ", "not read")
_READ = Text("อ่านได้ว่า “{value}” ถูกต้องหรือไม่", "read as “{value}”: is that right?")
_PAGE = Text("หน้า {page}", "page {page}")
_PICTURE = Text("ภาพจากหน้า {page} ตรงที่มี{part}: {said}", "The scan of page {page}, where the {part} stands: {said}")
_LABELS = {
    NoticePart.ISSUER: Text("หน่วยงาน", "Agency"),
    NoticePart.ADDRESS: Text("อีเมล", "E-mail"),
    NoticePart.WEBSITE: Text("เว็บไซต์", "Website"),
    NoticePart.TELEPHONE: Text("โทรศัพท์", "Telephone"),
    NoticePart.DATE: Text("วันที่", "Date"),
    NoticePart.SIGNATURE: Text("ตำแหน่งผู้ลงนาม", "Position of the signatory"),
    NoticePart.LAW: Text("กฎหมาย", "Law"),
}
_SHEET = Text("อ่านจากภาพ", "Read by OCR")
_COLUMNS = (
    Column(Text("ไฟล์", "File"), kind=Kind.ADDRESS, width=32),
    Column(Text("ส่วน", "Part"), width=24),
    Column(Text("เทียบกับเอกสาร", "Compare with the document"), width=70),
    Column(Text("หน้า", "Page"), kind=Kind.ORDINAL, width=8),
)


def question_fields(result: NoticeResult) -> tuple[Field, ...]:
    """The questions, a label and a value each; one without a value was not read."""
    return tuple(map(_field, result.questions))


def question_texts(result: NoticeResult) -> Iterator[Text]:
    """The questions in one line each: `อีเมล: อ่านได้ว่า “…” ถูกต้องหรือไม่`."""
    for one in result.questions:
        yield Text(*(f"{label}: {said}" for label, said in zip(_LABELS[one.part], _said(one), strict=True)))


def questions_table(results: Iterable[NoticeResult], on: Media = BOOK | DIGEST) -> Table:
    """A row a question, of all files that were read by OCR."""
    asked = [(result, one) for result in results for one in result.questions]
    return Table(_COLUMNS, Lazy(asked, _row), HEADING, counted=True, sheet=_SHEET, on=on)


def _row(asked: tuple[NoticeResult, Question]) -> Row:
    result, one = asked
    tone = Tone.PLAIN if one.value is not None else Tone.DOUBT
    return result.name, _LABELS[one.part], Cell(_said(one), tone), one.page or ""


def _field(one: Question) -> Field:
    page = None if one.page is None else _PAGE.fill(page=one.page)
    values = () if one.value is None else (Cell(_said(one)),)
    return Field(_LABELS[one.part], values, page, _picture(one))


def _picture(one: Question) -> Picture | None:
    if not one.picture:
        return None
    part = Text(_LABELS[one.part].th, _LABELS[one.part].en.lower())
    return Picture(one.picture, both(lambda lang: _PICTURE.say(lang, page=one.page, part=part, said=_said(one))))


def _said(one: Question) -> Text:
    return NOT_READ if one.value is None else _READ.fill(value=one.value)

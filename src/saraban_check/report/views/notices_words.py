"""The words in which notices are told: states, names, and what was read, each on one line."""

from collections.abc import Iterator

from ...model.notice import DocumentKind, Notice, NoticeState, PaperKind
from ...model.record import AgencyRecord
from ...model.result import NoticeFinding, NoticeResult
from ...model.text import Lang, Text
from ...reference.days import day_text
from ..document import Mark, Tone, both

STATES = {
    NoticeState.CORRECT: Text("ถูกต้อง", "correct"),
    NoticeState.INCORRECT: Text("ต้องแก้", "to be mended"),
    NoticeState.UNKNOWN: Text("ไม่แน่ชัด", "uncertain"),
    NoticeState.UNREADABLE: Text("อ่านไม่ได้", "unreadable"),
}
MARKS = {
    NoticeState.CORRECT: Mark("✓", Tone.GOOD),
    NoticeState.INCORRECT: Mark("✗", Tone.BAD),
    NoticeState.UNKNOWN: Mark("?", Tone.DOUBT),
    NoticeState.UNREADABLE: Mark("?", Tone.DOUBT),
}
_PAPERS = {
    PaperKind.NOTICE: Text("ประกาศอีกฉบับ", "another notice"),
    PaperKind.ORDER: Text("คำสั่ง", "an order"),
    PaperKind.MEMO: Text("บันทึกข้อความ", "a memorandum"),
    PaperKind.LETTER: Text("หนังสือ", "a letter"),
    PaperKind.OTHER: Text("เอกสารอื่น", "another paper"),
}
_PAPER = Text("{name} (บรรทัด {line})", "{name} (line {line})")
_BESIDE = Text("{papers} ไม่ได้ใช้แทนประกาศฯ นี้", "{papers}: not taken for this notice")
BY_OCR = Text("อ่านจากภาพ (OCR) ตรวจทานอีกครั้ง", "read from a picture (OCR): compare it with the document")
NO_AGENCY = Text("ไม่ทราบหน่วยงาน", "unknown agency")
_BUT = Text("{state} แต่ควรแก้ {count} เรื่อง", "{state}, but {count} things should be mended")
_BUT_ONE = Text(_BUT.th, "{state}, but {count} thing should be mended")
_KINDS = {
    DocumentKind.DOCX: Text("Word", "Word"),
    DocumentKind.PDF: Text("PDF", "PDF"),
    DocumentKind.PICTURE: Text("ภาพสแกน", "scanned picture"),
    DocumentKind.HTML: Text("หน้าเว็บ", "web page"),
    DocumentKind.TEXT: Text("ข้อความ", "text"),
}
_CHANNELS = {
    "line": Text("ไลน์ (LINE)", "LINE"),
    "facebook": Text("เฟซบุ๊ก (Facebook)", "Facebook"),
    "fax": Text("โทรสาร", "fax"),
    "app": Text("แอปพลิเคชัน", "app"),
    "e-service": Text("ระบบ e-Service", "e-Service"),
    "other": Text("อื่น ๆ", "others"),
}
_PAGES = Text("{kind} {pages} หน้า", "{kind}, {pages} pages")
_ONE_PAGE = Text("{kind} 1 หน้า", "{kind}, 1 page")
_SECTION, _NO_SECTION = Text("มาตรา 10", "section 10"), Text("ไม่อ้างมาตรา 10", "section 10 not cited")
_ACT = Text("พ.ร.บ. การปฏิบัติราชการทางอิเล็กทรอนิกส์", "the Electronic Performance of Government Act")
_YEAR = Text(" พ.ศ. {year}", " B.E. {year}")
_LAW = Text("{section} {act}", "{section}, {act}")
_MOBILES = Text("มือถือ {count} หมายเลข (ไม่แสดง)", "{count} mobile (not shown)")
_ROW = Text("แถว {row}", "row {row}")
NOTHING = Text("", "")


def state_text(result: NoticeResult) -> Text:
    """What came of it, in words; a correct notice that is warned of says so."""
    text, warnings = STATES[result.state], result.warnings
    but = _BUT_ONE if warnings == 1 else _BUT
    return but.fill(state=text, count=warnings) if result.state is NoticeState.CORRECT and warnings else text


def record_text(record: AgencyRecord, *, row: bool = True) -> Text:
    """`แถว 12 06480115 อบต.… นครพนม`, as far as it is known."""
    name = " ".join(record.name.split())

    def said(lang: Lang) -> str:
        place = _ROW.say(lang, row=record.row) if row and record.row else ""
        province = record.province.name.say(lang) if record.province else ""
        return " ".join(part for part in (place, record.code or "", name, province) if part)

    return both(said)


def agency_text(result: NoticeResult) -> Text:
    """Whose notice it is: as the list has it, else as its title has it, else blank."""
    if result.is_matched:
        return record_text(result.record, row=False)
    notice = result.notice
    return as_it_stands(notice.issuer.text) if notice is not None and notice.issuer is not None else NOTHING


def as_it_stands(text: str) -> Text:
    """A text of the file: the same in both languages."""
    return Text(text, text)


def kind_text(notice: Notice) -> Text:
    """`PDF 2 หน้า`."""
    document = notice.document
    kind = _KINDS[document.kind]
    if document.pages is None:
        return kind
    return (_ONE_PAGE if document.pages == 1 else _PAGES).fill(kind=kind, pages=f"{document.pages:,}")


def law_text(notice: Notice) -> Text:
    """The act and the section as they are cited; blank where neither is."""
    section = _SECTION if notice.cites_section else _NO_SECTION
    if not notice.cites_act:
        return section if notice.cites_section else NOTHING
    year = _YEAR.fill(year=notice.act_year) if notice.act_year is not None else NOTHING
    return _LAW.fill(section=section, act=Text(_ACT.th + year.th, _ACT.en + year.en))


def channels_text(notice: Notice) -> Text:
    """The kinds of further channels, by their names."""
    named = [_CHANNELS.get(kind, as_it_stands(kind)) for kind in notice.channels]
    return both(lambda lang: ", ".join(text.say(lang) for text in named))


def ocr_texts(result: NoticeResult) -> Iterator[Text]:
    """That it was read from a picture, and that it was read as several notices."""
    if result.by_ocr:
        yield BY_OCR
        if result.notice is not None and result.notice.undecided is not None:
            yield result.notice.undecided


def beside_text(notice: Notice) -> Text:
    """The other papers in the file, by their names and lines; blank where there are none."""
    if not notice.beside:
        return NOTHING
    named = [_PAPER.fill(name=_PAPERS[paper.kind], line=paper.line) for paper in notice.beside]
    return _BESIDE.fill(papers=both(lambda lang: ", ".join(text.say(lang) for text in named)))


def telephones_text(notice: Notice) -> Text:
    """The office lines, and how many mobile numbers there are besides."""
    said = [as_it_stands(one.text) for one in notice.telephones]
    if notice.mobiles:
        said.append(_MOBILES.fill(count=f"{notice.mobiles:,}"))
    return both(lambda lang: ", ".join(text.say(lang) for text in said))


def date_text(notice: Notice) -> Text:
    """The date in words, in Thai of the Buddhist era; where it cannot be read, as it stands."""
    if notice.date is not None:
        return day_text(notice.date.isoformat())
    return as_it_stands(notice.date_text.text) if notice.date_text is not None else NOTHING


def message_of(found: NoticeFinding, lang: Lang) -> str:
    """`SB521 …`: a finding as a line. Nothing from a file can begin it."""
    return f"{found.code} {found.message(lang)}"


def behind_texts(found: NoticeFinding, lang: Lang) -> Iterator[str]:
    """What lies behind a finding, a line each: what its own sentence says already is left out."""
    message = found.message(lang)
    for faults in found.behind:
        for finding in faults.findings:
            if (said := finding.message(lang)) not in message:
                yield f"{finding.code} {faults.address}: {said}"


def main_reason(result: NoticeResult) -> Text:
    """The heaviest finding, and how many more of its weight there are; blank where nothing was found."""
    if not result.findings:
        return NOTHING
    first = result.by_weight[0]
    others = sum(found.severity is first.severity for found in result.findings) - 1
    more = f" (+{others})" if others else ""
    return both(lambda lang: message_of(first, lang) + more)


def unmatched_text(result: NoticeResult) -> Text:
    """Why no agency was found for a file, in one line that names it; blank where none was sought, or one found."""
    why = result.unmatched
    return NOTHING if why is None else Text(f"{result.name}: {why.th}", f"{result.name}: {why.en}")

"""The words in which notices are told: names, and what was read, as texts on one line."""

from collections.abc import Callable, Iterator

from ...model.notice import DocumentKind, Notice
from ...model.record import AgencyRecord
from ...model.result import NoticeFinding, NoticeResult
from ...model.text import Lang, Text
from ...reference.days import day_text

TITLE = Text("ผลการตรวจประกาศฯ ม.10", "Section-10 notices, checked")
BY_OCR = Text("อ่านจากภาพ (OCR) ตรวจทานอีกครั้ง", "read from a picture (OCR): compare it with the document")
NO_AGENCY = Text("ไม่ทราบหน่วยงาน", "unknown agency")
NOT_FOUND = Text("ไม่พบ", "not found")
SHOWN = Text("แสดง {shown} จาก {total}", "shown {shown} of {total}")
WHAT_TO_DO = Text("สิ่งที่ต้องทำ (เรียงตามจำนวนประกาศฯ ที่ได้ประโยชน์)", "What to do (what helps most notices first)")
NO_MATCH = Text("ไฟล์ที่ไม่พบหน่วยงานใน {list}", "Files of which no agency was found in {list}")
THE_LIST = Text("รายชื่อ", "the list")
TO_MEND = Text("ประกาศฯ ที่ต้องแก้หรือยังไม่แน่ชัด", "Notices to be mended, or uncertain")
CANNOT_USE = Text("ไฟล์ที่อ่านไม่ได้", "Files that could not be read")
_KINDS = {
    DocumentKind.DOCX: Text("Word", "Word"),
    DocumentKind.PDF: Text("PDF", "PDF"),
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
_MOBILES = Text("มือถือ {count} หมายเลข (ไม่แสดง)", "{count} mobile (not shown)")
_ROW = Text("แถว {row}", "row {row}")


Why = Callable[[NoticeResult, Lang], str]
"""What is to be said of a file in a list."""


def record_text(record: AgencyRecord, lang: Lang, *, row: bool = True) -> str:
    """`แถว 12 06480115 อบต.… นครพนม`, as far as it is known."""
    parts = (
        _ROW.say(lang, row=record.row) if row and record.row else "",
        record.code or "",
        " ".join(record.name.split()),
        record.province.name.say(lang) if record.province else "",
    )
    return " ".join(part for part in parts if part)


def agency_text(result: NoticeResult, lang: Lang) -> str:
    """Whose notice it is: as the list has it, else as its title has it, else blank."""
    if result.is_matched:
        return record_text(result.record, lang, row=False)
    notice = result.notice
    return notice.issuer.text if notice is not None and notice.issuer is not None else ""


def kind_text(notice: Notice, lang: Lang) -> str:
    """`PDF 2 หน้า`."""
    document = notice.document
    kind = _KINDS[document.kind].say(lang)
    if document.pages is None:
        return kind
    return (_ONE_PAGE if document.pages == 1 else _PAGES).say(lang, kind=kind, pages=f"{document.pages:,}")


def law_text(notice: Notice, lang: Lang) -> str:
    """The act and the section as they are cited; blank where neither is."""
    section = (_SECTION if notice.cites_section else _NO_SECTION).say(lang)
    if not notice.cites_act:
        return section if notice.cites_section else ""
    year = _YEAR.say(lang, year=notice.act_year) if notice.act_year is not None else ""
    act = _ACT.say(lang) + year
    return f"{section} {act}" if lang == "th" else f"{section}, {act}"


def channels_text(notice: Notice, lang: Lang) -> str:
    """The kinds of further channels, by their names."""
    return ", ".join(_CHANNELS[kind].say(lang) if kind in _CHANNELS else kind for kind in notice.channels)


def telephones_text(notice: Notice, lang: Lang) -> str:
    """The office lines, and how many mobile numbers there are besides."""
    said = [one.text for one in notice.telephones]
    if notice.mobiles:
        said.append(_MOBILES.say(lang, count=f"{notice.mobiles:,}"))
    return ", ".join(said)


def date_text(notice: Notice, lang: Lang) -> str:
    """The date in words, in Thai of the Buddhist era; where it cannot be read, as it stands."""
    if notice.date is not None:
        return day_text(notice.date.isoformat()).say(lang)
    return notice.date_text.text if notice.date_text is not None else ""


def message_of(finding: NoticeFinding, lang: Lang) -> str:
    """`SB521 …`: a finding as a line. Nothing from a file can begin it."""
    return f"{finding.code} {finding.message(lang)}"


def unread_text(result: NoticeResult, lang: Lang) -> str:
    """Why a file could not be read, in one line that names it; blank where it could."""
    return "" if result.unread is None else result.unread.say(lang)


def unmatched_text(result: NoticeResult, lang: Lang) -> str:
    """Why no agency was found for a file, in one line that names it; blank where none was sought, or one found."""
    return "" if result.unmatched is None else f"{result.name}: {result.unmatched.say(lang)}"


def behind_texts(found: NoticeFinding, lang: Lang) -> Iterator[str]:
    """What lies behind a finding, a line each: what its own sentence says already is left out."""
    message = found.message(lang)
    for faults in found.behind:
        for finding in faults.findings:
            if (said := finding.message(lang)) not in message:
                yield f"{finding.code} {faults.address}: {said}"


def main_reason(result: NoticeResult, lang: Lang) -> str:
    """The heaviest finding, and how many more of its weight there are; blank where nothing was found."""
    if not result.findings:
        return ""
    first = result.by_weight[0]
    others = sum(found.severity is first.severity for found in result.findings) - 1
    return message_of(first, lang) + (f" (+{others})" if others else "")

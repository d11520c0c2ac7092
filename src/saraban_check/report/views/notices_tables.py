"""The tables of notices: what to do, the rules that were found, a row a notice, a row a finding."""

from collections.abc import Iterator

from ...model.notice import Notice
from ...model.result import NoticeFinding, NoticeResult
from ...model.text import Lang, Text
from ..document import (
    BOOK,
    DIGEST,
    ROWS,
    WHOLE_PAGE,
    Cell,
    Column,
    Kind,
    Lazy,
    Media,
    Row,
    Table,
    Value,
    both,
)
from ..our_cells import SUGGESTED
from .fired_rules import weight
from .notice_questions import question_texts
from .notices_actions import Action
from .notices_words import MARKS as STATE_MARKS
from .notices_words import (
    STATES,
    agency_text,
    behind_texts,
    beside_text,
    channels_text,
    date_text,
    kind_text,
    law_text,
    main_reason,
    message_of,
    ocr_texts,
    state_text,
    telephones_text,
    unmatched_text,
)

COUNT = Column(Text("จำนวน", "Count"), kind=Kind.COUNT, width=12)
STATE, _FILE = Text("ผล", "Outcome"), Text("ไฟล์", "File")
_AGENCY, _CODES = Text("หน่วยงาน", "Agency"), Text("รหัสเหตุผล", "Reason codes")
_NOTICES, _FINDINGS = Text("รายประกาศ", "Notices"), Text("สิ่งที่พบ", "Findings")
_ALL = Text("ประกาศฯ ทุกไฟล์", "All notices")
_RULE, _SEVERITY = Text("เหตุผล", "Reason"), Text("ระดับ", "Severity")
_WHAT = Text("สิ่งที่พบ", "What was found")
_SUGGESTED = Text("ที่อยู่ที่แนะนำ", "Suggested address")
_NAMED_FILES = 10


def todo_table(actions: list[Action], title: Text, on: Media) -> Table:
    """What to do about many notices."""
    columns = (
        Column(Text("สิ่งที่ต้องทำ", "What to do"), width=52),
        COUNT,
        Column(_CODES, width=18),
        Column(Text("ไฟล์", "Files"), kind=Kind.ADDRESS, width=60),
    )
    return Table(columns, Lazy(actions, _todo_row), title, names=0, on=on)


def _todo_row(action: Action) -> Row:
    files = both(lambda lang: action.named(_NAMED_FILES, lang))
    return action.text, len(action.files), ", ".join(action.codes), files


def work_table(work: list[NoticeResult], title: Text) -> Table:
    """Those that need work, a row each, for where there is no room to say all of them."""
    columns = (Column(_FILE), Column(STATE), Column(_AGENCY), Column(_RULE), Column(_SUGGESTED))
    return Table(columns, Lazy(work, _work_row), title, counted=True, on=DIGEST)


def _work_row(result: NoticeResult) -> Row:
    return result.name, _state(result), agency_text(result), main_reason(result), _suggestion(result)


def _state(result: NoticeResult) -> Cell:
    mark = STATE_MARKS[result.state]
    return Cell(Text(*(f"{mark.sign} {said}" for said in state_text(result))), mark.tone)


def _suggestion(result: NoticeResult) -> str:
    return result.suggestions[0].address if result.suggestions else ""


def all_table(results: tuple[NoticeResult, ...]) -> Table:
    """All notices on a page, a row each."""
    columns = (
        Column(_FILE, kind=Kind.ADDRESS, width=28),
        Column(STATE, width=20),
        Column(_AGENCY, width=28),
        Column(Text("อีเมล", "E-mail"), kind=Kind.ADDRESS, width=28),
        Column(Text("วันที่", "Date"), width=16),
    )
    return Table(columns, Lazy(results, _short_row), _ALL, counted=True, on=WHOLE_PAGE)


def _short_row(result: NoticeResult) -> Row:
    judged = result.addresses[0].value if result.address is not None and result.address.value else ""
    day: Value = date_text(result.notice) if result.notice is not None else ""
    return result.name, _state(result), agency_text(result), judged, day


NOTICE_COLUMNS = (
    Column(STATE, width=12),  # the first: a name could begin a line as a command to a CI log
    Column(_FILE, width=30),
    Column(_WHAT, width=56),
    Column(_CODES, width=14),
    Column(SUGGESTED, width=29),
    Column(Text("แถวในรายชื่อ", "Row in the list"), kind=Kind.ORDINAL, width=9),
    Column(Text("รหัส อปท.", "DLA code"), width=11),
    Column(Text("หน่วยงานในรายชื่อ", "Agency of the list"), width=26),
    Column(Text("จังหวัด", "Province"), width=14),
    Column(Text("หน่วยงานในประกาศฯ", "Agency of the notice"), width=30),
    Column(Text("เรื่อง", "Subject"), width=36),
    Column(Text("กฎหมายที่อ้าง", "Law cited"), width=28),
    Column(Text("อีเมลในประกาศฯ", "E-mail of the notice"), width=30),
    Column(Text("เว็บไซต์", "Website"), width=24),
    Column(Text("ช่องทางอื่น", "Other channels"), width=16),
    Column(Text("โทรศัพท์", "Telephone"), width=18),
    Column(Text("วันที่ในประกาศฯ", "Date of the notice"), width=18),
    Column(Text("ตำแหน่งผู้ลงนาม", "Position of the signatory"), width=26),
    Column(Text("ชนิดไฟล์", "Kind of file"), width=12),
    Column(Text("หมายเหตุ", "Remark"), width=36),
)


def notices_table(results: tuple[NoticeResult, ...], on: Media = BOOK | ROWS) -> Table:
    """A row a notice, with all that was read and found."""
    return Table(NOTICE_COLUMNS, Lazy(results, _notice_row), names=2, sheet=_NOTICES, on=on)


def _notice_row(result: NoticeResult) -> Row:
    """The cells of one file, in the order of the columns; what several lines tell is separated by line feeds."""
    record, told = result.record, result.by_weight

    def reasons(lang: Lang) -> str:
        return "\n".join(line for one in told for line in (message_of(one, lang), *behind_texts(one, lang)))

    return (
        Cell(STATES[result.state], STATE_MARKS[result.state].tone),
        result.name,
        both(reasons) if told else result.unread or "",
        " ".join(one.code for one in told),
        _suggestion(result),
        record.row or "",
        record.code or "",
        " ".join(record.name.split()),
        record.province.name if record.province else "",
        *(_stated(result, result.notice) if result.notice is not None else [""] * 10),
        both(lambda lang: " · ".join(text.say(lang) for text in _remarks(result))),
    )


def _stated(result: NoticeResult, notice: Notice) -> list[Value]:
    return [
        notice.issuer.text if notice.issuer else "",
        notice.subject.text if notice.subject else "",
        law_text(notice),
        ", ".join(address.value for address in result.addresses),
        ", ".join(website.text for website in notice.websites),
        channels_text(notice),
        telephones_text(notice),
        date_text(notice),
        notice.position.text if notice.position else "",
        kind_text(notice),
    ]


def _remarks(result: NoticeResult) -> Iterator[Text]:
    yield from ocr_texts(result)
    yield from question_texts(result)
    if result.unmatched is not None:
        yield unmatched_text(result)
    if result.notice is not None and result.notice.beside:
        yield beside_text(result.notice)


_FINDING_COLUMNS = (
    Column(_FILE, width=32),
    Column(_AGENCY, width=34),
    Column(Text("รหัส", "Code"), width=9),
    Column(_SEVERITY, width=13),
    Column(_WHAT, width=60),
    Column(Text("วิธีแก้", "How to mend"), width=48),
    Column(Text("บรรทัดในข้อความ", "Line of the text"), kind=Kind.ORDINAL, width=10),
)


def findings_table(results: tuple[NoticeResult, ...]) -> Table:
    """A row a finding, with how to mend it."""
    told = [(result, found) for result in results for found in result.findings]
    return Table(_FINDING_COLUMNS, Lazy(told, _finding_row), sheet=_FINDINGS, on=BOOK)


def _finding_row(told: tuple[NoticeResult, NoticeFinding]) -> Row:
    result, found = told
    said = both(lambda lang: "\n".join((found.message(lang), *behind_texts(found, lang))))
    rule = found.rule
    return result.name, agency_text(result), Cell(rule.code, strong=True), weight(rule), said, rule.mend, found.line

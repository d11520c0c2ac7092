"""One notice: what came of it, what was read, what was found and how to mend it, what to use, and what to do next."""

from collections.abc import Iterator

from ...checks.notice_steps import is_of_local_body
from ...model.notice import Notice, NoticeState, Stated
from ...model.result import NoticeFinding, NoticeResult
from ...model.text import Text
from ...model.verdict import Origin
from ..document import (
    Behind,
    Block,
    Cell,
    Field,
    Fields,
    Findings,
    Found,
    Heading,
    Item,
    Items,
    Line,
    Mark,
    Media,
    Note,
    Section,
    Tone,
    Value,
    line,
)
from .address_steps import ask_lines, confirm_text, get_one, providers_of
from .findings import found_of
from .notice_questions import HEADING, NOT_READ, question_fields
from .notices_words import (
    MARKS,
    beside_text,
    channels_text,
    date_text,
    kind_text,
    law_text,
    ocr_texts,
    record_text,
    state_text,
    telephones_text,
)
from .suggestions import USE_INSTEAD, suggested_items

_READ = Text("สิ่งที่อ่านได้จากประกาศฯ ({kind})", "What the notice says ({kind})")
_NOT_FOUND = Text("– ไม่พบ", "– not found")
_FOUND, _NOTHING = Text("สิ่งที่พบ", "What was found"), Text("ไม่พบข้อผิดพลาด", "Nothing is wrong with it")
_LEFT_OUT = Text("สิ่งที่พบไม่นับตามการตั้งค่า", "What was found does not count, by the settings")
_NO_AGENCY = Text("ไม่พบหน่วยงานในรายชื่อ: {why}", "No agency of the list was found for it: {why}")
_AGENCY, _SUBJECT, _LAW = Text("หน่วยงาน", "Agency"), Text("เรื่อง", "Subject"), Text("กฎหมาย", "Law")
_ADDRESS, _WEBSITE = Text("อีเมล", "E-mail"), Text("เว็บไซต์", "Website")
_BESIDE = Text("ในไฟล์มีอีก", "Also in the file")
_CHANNELS, _TELEPHONE = Text("ช่องทางอื่น", "Other channels"), Text("โทรศัพท์", "Telephone")
_DATE, _POSITION = Text("วันที่", "Date"), Text("ผู้ลงนาม", "Signed by")
_RECORD, _ROW = Text("หน่วยงานที่ตรวจ", "Checked as"), Text("ในรายชื่อ", "In the list")
_NEXT = Text("ต้องทำต่อ", "What to do next")
_WARNING = Mark("!", Tone.DOUBT)


def notice_parts(result: NoticeResult, on: Media, *, is_alone: bool) -> Iterator[Section]:
    """The parts of one notice, for some media. One that is alone is answered: what to do about it comes before what was
    read, each below its heading. One of several stands in a box of a page, whose headings and steps are left out."""
    alone = on if is_alone else frozenset()
    is_answer = is_alone and not result.questions
    yield tuple(_head(result, on))
    if not is_answer:
        yield tuple(_read(result, on, alone))
    yield tuple(_found(result, on, alone))
    yield tuple(_suggested(result, on, alone))
    yield tuple(_next(result, alone))
    if is_answer:  # what was read rests below what is to be done about it; readings of a picture come first
        yield tuple(_read(result, on, alone))


def _head(result: NoticeResult, on: Media) -> Iterator[Block]:
    mark, name = MARKS[result.state], result.name
    text = Text(*(f"{state}  {name}" for state in state_text(result)))
    yield Heading(text, mark.tone, mark, level=3, on=on)
    yield from (Note(text, Tone.DOUBT, _WARNING, on) for text in ocr_texts(result))
    if result.unread is not None and not result.findings:
        yield Note(result.unread, mark=_WARNING, on=on)
    if result.unmatched is not None:
        yield Note(_NO_AGENCY.fill(why=result.unmatched), Tone.DOUBT, _WARNING, on)


def _read(result: NoticeResult, on: Media, alone: Media) -> Iterator[Block]:
    notice = result.notice
    if result.questions:
        yield Heading(HEADING, level=3, on=alone)
        yield Fields(question_fields(result), NOT_READ, on=on)
    elif notice is not None and notice.document.no_text is None and notice.undecided is None:
        yield Heading(_READ.fill(kind=kind_text(notice)), level=3, on=alone)
        yield Fields(tuple(_fields(result, notice)), _NOT_FOUND, on=on)


def _fields(result: NoticeResult, notice: Notice) -> Iterator[Field]:
    """What was read; a field has no value where the notice should have one and does not."""
    yield Field(_AGENCY, _stated(notice.issuer))
    if result.is_matched:
        yield Field(_ROW if result.record.row else _RECORD, (Cell(record_text(result.record)),))
    yield Field(_SUBJECT, _stated(notice.subject))
    yield Field(_LAW, _some(law_text(notice)))
    yield Field(_ADDRESS, tuple(_marked(one.value, one.correct) for one in result.addresses))
    yield Field(_WEBSITE, tuple(Cell(website.text) for website in notice.websites))
    if notice.channels:
        yield Field(_CHANNELS, (Cell(channels_text(notice)),))
    yield Field(_TELEPHONE, _some(telephones_text(notice)))
    yield Field(_DATE, _some(date_text(notice)))
    yield Field(_POSITION, _stated(notice.position))
    if notice.beside:
        yield Field(_BESIDE, (Cell(beside_text(notice)),))


def _stated(stated: Stated | None) -> tuple[Cell, ...]:
    return _some(stated.text) if stated is not None else ()


def _some(value: Value) -> tuple[Cell, ...]:
    return (Cell(value),) if value not in ("", Text("", "")) else ()


def _marked(address: str, correct: bool | None) -> Cell:
    if correct is None:
        return Cell(address)
    return Cell(f"✓ {address}", Tone.GOOD) if correct else Cell(f"✗ {address}", Tone.BAD)


def _found(result: NoticeResult, on: Media, alone: Media) -> Iterator[Block]:
    if result.findings:
        yield Heading(_FOUND, level=3, on=alone)
        yield Findings(tuple(map(_told, result.by_weight)), on)
    elif result.unread is None:
        yield Heading(_NOTHING if result.state is NoticeState.CORRECT else _LEFT_OUT, level=3, on=alone)


def _told(found: NoticeFinding) -> Found:
    """A finding with what lies behind it; one that says nothing more is named by its rule."""
    told = found_of(found.finding, found.address)
    behind = tuple(Behind(one.address, tuple(found_of(f, one.address) for f in one.findings)) for one in found.behind)
    return told._replace(message=found.rule.title if found.is_sum else told.message, behind=behind)


def _suggested(result: NoticeResult, on: Media, alone: Media) -> Iterator[Block]:
    if result.suggestions:
        yield Heading(USE_INSTEAD, level=3, on=alone)
        yield Note(USE_INSTEAD, on=on - alone)
        yield suggested_items(result.suggestions, on=on)


def _next(result: NoticeResult, on: Media) -> Iterator[Block]:
    """The steps to take, each with the command that does it, and whom to ask about it."""
    last = len(result.steps) - 1
    items = [Item(line(step.text), tuple(_details(result, at, last))) for at, step in enumerate(result.steps)]
    yield Items(items, _NEXT, numbered=True, whole=True, on=on)


def _details(result: NoticeResult, at: int, last: int) -> Iterator[Line]:
    """Below the first step its command and the address that it takes; below the last whom to ask about the posting."""
    command = result.steps[at].command
    if command is not None:
        yield line(command, tone=Tone.ACTION)
    if at == 0:
        if not result.suggestions:
            said = get_one(is_local=is_of_local_body(result)) if result.needs_address else None
        else:
            best = result.suggestions[0]
            said = None if best.origin is Origin.ISSUED else confirm_text(best.address)
        if said is not None:
            yield line(said)
        at_fault = (office for office in result.offices if office.form is not None)
        yield from ask_lines(providers_of(result.suggestions[0].address) if result.suggestions else at_fault)
    if at == last:
        yield from ask_lines(office for office in result.offices if office.form is None)

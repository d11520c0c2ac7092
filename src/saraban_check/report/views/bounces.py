"""What a mailbox of bounces holds: what was read, what it comes to, whom it is about, and what to do next."""

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from ...delivery.agencies import AddressReport, AgencyDelivery, Known
from ...delivery.keys import address_key
from ...model.delivery import DeliveryReport, MailStatus
from ...model.text import Text
from ..document import (
    SEE_ALL,
    Block,
    Cell,
    Column,
    Document,
    Figure,
    Figures,
    Heading,
    Hint,
    Item,
    Items,
    Kind,
    Lazy,
    Line,
    Mark,
    Note,
    Section,
    Tone,
    line,
)
from ..words.data_day import data_day_asked
from ..words.delivery_texts import STATUSES, answered_text
from .bounces_run import DeliveryRun, Skipped
from .bounces_words import (
    KNOWN,
    MARKS,
    UNSURE,
    address_text,
    agency_text,
    cell_text,
    days_texts,
    diagnostic_text,
    differing_text,
    source_text,
    stating_text,
    supposed_doubts,
)
from .findings import shell_name

_TITLE = Text("ผลการอ่านอีเมลตีกลับ", "What the bounces say")
_READ = Text(
    "อ่าน {files} ไฟล์ มีข้อความ {messages} ฉบับ: อีเมลตีกลับหรือแจ้งผล {bounces} ฉบับ อื่น ๆ {others} ฉบับ",
    "Read: files {files}, messages {messages}; bounces and other delivery reports {bounces}, other mail {others}",
)
_OTHERS = Text("อื่น ๆ: {kinds}", "Other mail: {kinds}")
_CUT = Text(
    "ยาวมากหรือมีผู้รับเกิน 2,000 ราย จึงอ่านไม่ครบ {count} ฉบับ",
    "Very long, or more than 2,000 recipients, so not read to the end: {count}",
)
_SKIPPED = Text("อ่านไม่ได้ จึงข้ามไป {count} รายการ", "Could not be read and was skipped: {count}")
_SKIPPED_FILE = Text("{file}: {reason}", "{file}: {reason}")
_ADDRESSES = Text("ผลการส่งถึง {count} ที่อยู่", "What is known of {count} addresses")
_NONE = Text("ไม่พบอีเมลตีกลับ", "No bounce was found")
_ALL_BEFORE = Text("ไม่มีอีเมลตีกลับที่ลงวันที่ตั้งแต่วันที่ที่ระบุ (--since)", "No bounce is dated on or after the day of --since")
_AGENCIES = Text("หน่วยงานใน {file} {count} แห่ง", "The {count} agencies of {file}")
_FAILED = Text("ที่อยู่ที่อีเมลเต็มหรือส่งไม่ได้", "Addresses whose mailbox is full, or to which mail failed")
_ANSWERED = Text("หน่วยงานที่ตอบกลับแล้ว", "Agencies that answered")
_ANSWERED_FROM = Text("ที่อยู่ที่ตอบกลับแล้ว", "Addresses that answered")
_ANSWERED_ELSEWHERE = Text(
    "ตอบกลับจากที่อยู่ที่ไม่อยู่ในแถวใดของรายชื่อ", "Answers from addresses that stand in no row of the list"
)
_ONLY_ANSWERED = Text(
    "“ตอบกลับ” คือมีอีเมลตอบหนังสือหรือแจ้งว่าได้รับแล้วจากที่อยู่นั้น ไม่นับเป็นส่งได้ เพราะชื่อผู้ส่งปลอมได้ ถ้าให้นับ เพิ่ม --answered-is-delivered",
    "“Answered” means that a mail from the address replies or says that the letter was received; it is not "
    "counted as delivered, as a sender can be forged, unless --answered-is-delivered is given",
)
_ELSEWHERE = Text("ที่อยู่ที่ไม่อยู่ในแถวใดของรายชื่อ", "Addresses that stand in no row of the list")
_DELAYED = Text("ที่อยู่ที่อีเมลยังไปไม่ถึง (ล่าช้า)", "Addresses that mail has not reached yet (delayed)")
_NO_ADDRESS = Text("หน่วยงานที่ไม่มีที่อยู่ที่ส่งอีเมลได้", "Agencies that have no address to send to")
_LOOK = Text("ไม่ทราบผล ต้องเปิดอีเมลดูเอง", "Not known: open these messages and look")
_SETTLED = Text(
    "ไม่ทราบผลอีก {count} รายงาน แต่ที่อยู่นั้นทราบแล้วว่าอีเมลเต็มหรือส่งไม่ได้ จึงไม่ต้องเปิดดู",
    "Not known either, but nothing is to be found out, as the address is known to be full or to have failed: {count}",
)
_NO_PROOF = Text(
    "“ไม่พบว่าส่งไม่ได้” คือไม่มีอีเมลตีกลับจากที่อยู่นั้น แต่ไม่ใช่หลักฐานว่าส่งถึง ถ้าส่งครบทุกแห่งและพ้นเวลารออีเมลตีกลับแล้ว "
    "ให้เพิ่ม --sent-all เพื่อถือว่าส่งได้",
    "“Not known to have failed” means that no bounce came from the address, which is no proof of delivery; if all were "
    "sent and the time to wait for bounces is over, add --sent-all to take these as delivered",
)
_STATUS, _COUNT = Column(Text("ผลการส่ง", "Delivery")), Column(Text("จำนวน", "Count"), kind=Kind.COUNT)
_SAVE = Text("บันทึกผล: เพิ่ม -o delivery.csv", "To save the result: add -o delivery.csv")
_NEXT = Text(
    "ได้รายชื่อหน่วยงานพร้อมผลนี้เป็น Excel: saraban-check classify {list} --delivery {csv}{again} -o {result}",
    "To have the agencies with it in Excel: saraban-check classify {list} --delivery {csv}{again} -o {result}",
)
_ANY_LIST = "agencies.xlsx"
_RESULTS = ("result.xlsx", "result-2.xlsx")
_WARNING = Mark("!", Tone.DOUBT)
_NOT_REACHED = (MailStatus.FULL, MailStatus.FAILED)

_Held = tuple[str, DeliveryReport]
"""An address as it is compared, and the report that holds for it."""


def bounces_document(run: DeliveryRun) -> Document:
    """The bounces as a document. Reports of which nothing is known are read again when they are listed: there may be
    a million."""
    return Document(_TITLE, tuple(_sections(run)))


def _sections(run: DeliveryRun) -> Iterator[Section]:
    yield tuple(_reading(run))
    yield tuple(_addresses(run))
    yield tuple(_agencies(run))
    yield from _answers(run)
    elsewhere = list(run.agencies.elsewhere()) if run.agencies else []
    apart = {key for key, _ in elsewhere}
    yield (_reports(_FAILED, _held(run, _NOT_REACHED, apart), run),)
    yield (_reports(_DELAYED, _held(run, (MailStatus.DELAYED,), apart), run),)
    yield (_reports(_ELSEWHERE, elsewhere, run),)
    without = run.agencies.without_address if run.agencies else []
    yield (Items(Lazy(without, _without_address), _NO_ADDRESS, counted=False),)
    not_known = _Unknown(run)
    yield (_reports(_LOOK, not_known, run),)
    if not_known.settled:
        yield (Note(_SETTLED.fill(count=f"{not_known.settled:,}")),)
    yield (SEE_ALL, _next(run))


def _reading(run: DeliveryRun) -> Iterator[Block]:
    reading = run.reading
    counts = {"files": reading.files, "messages": reading.messages, "bounces": reading.bounces}
    counts["others"] = sum(other.messages for other in reading.others)
    yield Note(_READ.fill(**{name: f"{count:,}" for name, count in counts.items()}))
    some = [other for other in reading.others if other.messages]
    if some:
        said = [[f"{name} {other.messages:,}" for name in other.name] for other in some]
        yield Note(_OTHERS.fill(kinds=Text(*(" · ".join(kinds) for kinds in zip(*said, strict=True)))), Tone.QUIET)
    yield from (Note(text) for text in days_texts(run.gathered))
    if reading.cut:
        yield Note(_CUT.fill(count=f"{reading.cut:,}"), mark=_WARNING)
    if reading.skipped_count:
        title = _SKIPPED.fill(count=f"{reading.skipped_count:,}")
        yield Items(Lazy(reading.skipped, _skipped, reading.skipped_count), title, counted=False)


def _skipped(one: Skipped) -> Item:
    return Item(line(_SKIPPED_FILE.fill(file=one.file, reason=one.reason), mark=_WARNING))


def _addresses(run: DeliveryRun) -> Iterator[Block]:
    """How many addresses there are of each status: by the report that holds for each."""
    evidence = run.gathered.evidence
    if not run.gathered.lines:
        yield Heading(_ALL_BEFORE if run.gathered.since.before else _NONE)
    elif evidence.count:
        yield Heading(_ADDRESSES.fill(count=f"{evidence.count:,}"))
        statuses = [report.status for report in evidence]
        yield _figures([(status.value, STATUSES[status], statuses.count(status)) for status in MailStatus])


def _agencies(run: DeliveryRun) -> Iterator[Block]:
    if run.agencies is None:
        return
    counts = run.agencies.counts
    yield Heading(_AGENCIES.fill(file=run.list_file or "", count=f"{len(run.agencies.agencies):,}"))
    yield Note(data_day_asked(run.agencies.as_of), Tone.QUIET)
    yield _figures([(known.value, KNOWN[known], counts[known]) for known in Known])
    if counts[Known.NOT_FAILED]:
        yield Note(_NO_PROOF)
    if (doubts := supposed_doubts(run)) is not None:
        yield Note(doubts, mark=_WARNING)


def _answers(run: DeliveryRun) -> Iterator[Section]:
    """Who answered, agency by agency, or address by address where there is no list."""
    evidence = run.gathered.evidence
    if not evidence.answered:
        return
    answers = list(evidence.answers())
    if run.agencies is not None:
        yield (Items(Lazy(list(run.agencies.answered), _answered_agency), _ANSWERED, counted=False),)
        answers = list(run.agencies.answers_elsewhere())
    title = _ANSWERED_FROM if run.agencies is None else _ANSWERED_ELSEWHERE
    yield (Items(Lazy(answers, _answer), title, counted=False),)
    if not evidence.answered_is_delivered:
        yield (Note(_ONLY_ANSWERED),)


def _answered_agency(one: tuple[AgencyDelivery, AddressReport]) -> Item:
    agency, stated = one
    key, answer = address_key(stated.address) or "", stated.answer
    assert answer is not None
    return Item(
        line(stating_text(agency, key), answered_text(answer), mark=MARKS["answered"]),
        tuple(_said(address_text(answer), answer)),
    )


def _answer(one: _Held) -> Item:
    _, answer = one
    return Item(line(address_text(answer), answered_text(answer), mark=MARKS["answered"]), tuple(_said(None, answer)))


def _said(address: Text | None, answer: DeliveryReport) -> Iterator[Line]:
    """From where it came, in which message it stands, and what it says."""
    message = Text(answer.message, answer.message)
    told = [address, message] if address else [message]
    yield line(*(text for text in told if text.en), tone=Tone.QUIET)
    yield line(diagnostic_text(answer), tone=Tone.QUIET)


def _figures(counts: Sequence[tuple[str, Text, int]]) -> Figures:
    marked = [(MARKS.get(key, UNSURE), text, count) for key, text, count in counts]
    return Figures(tuple(Figure(Cell(text, mark.tone), count, mark) for mark, text, count in marked), _STATUS, _COUNT)


def _held(run: DeliveryRun, statuses: Sequence[MailStatus], apart: set[str]) -> list[_Held]:
    """The addresses of these statuses, but for those that are listed apart."""
    held = run.gathered.evidence.items()
    return [(key, report) for key, report in held if report.status in statuses and key not in apart]


class _Unknown:
    """The reports of which nothing is known, as they were read: they may name no address. Of `settled` more the
    address is known to be full or to have failed."""

    def __init__(self, run: DeliveryRun) -> None:
        self._run = run
        self._count = sum(1 for _ in self)
        self.settled = run.gathered.statuses[MailStatus.UNKNOWN] - self._count

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[_Held]:
        if not self._run.gathered.statuses[MailStatus.UNKNOWN]:
            return
        evidence = self._run.gathered.evidence
        for report in self._run.gathered:
            if report.status is MailStatus.UNKNOWN:
                holding = evidence.of(report.address)
                if holding is None or holding.status not in _NOT_REACHED:
                    yield address_key(report.address) or "", report


def _reports(title: Text, held: Sequence[_Held] | _Unknown, run: DeliveryRun) -> Items:
    """A list of reports: what became of each, who states the address, what the mail system said, what differs."""
    stating = run.agencies.stating() if run.agencies else {}

    def item(one: _Held) -> Item:
        key, report = one
        mark = MARKS.get(report.status.value, UNSURE)
        details = [line(stating_text(agency, key)) for agency in stating.get(key, ())]
        details += [line(text, tone=Tone.QUIET) for text in (source_text(report), diagnostic_text(report)) if text.en]
        if title is not _LOOK and (answer := run.gathered.evidence.answer_of(key)) is not None:
            details.append(line(answered_text(answer), tone=Tone.INFO))
        differing = run.gathered.differing(key) if title is not _LOOK else {}
        if differing:
            details.append(line(differing_text(differing), tone=Tone.DOUBT))
        return Item(line(address_text(report), STATUSES[report.status], mark=mark), tuple(details))

    return Items(Lazy(held, item), title, counted=False)


def _without_address(agency: AgencyDelivery) -> Item:
    """An agency, and what stands in the cell of its address."""
    said: tuple[Line, ...] = (line(text, tone=Tone.QUIET),) if (text := cell_text(agency)) else ()
    return Item(line(agency_text(agency), mark=UNSURE), said)


def _next(run: DeliveryRun) -> Hint:
    if run.target is None:
        return Hint(_SAVE)
    named = {"list": shell_name(run.list_file or _ANY_LIST), "csv": shell_name(run.target), "again": run.again}
    named["result"] = next(name for name in _RESULTS if name != PurePath(run.list_file or "").name)
    return Hint(_NEXT.fill(**named))

"""The screen after `bounces`: what was read, what it comes to, whom it is about, and what to do next."""

import shlex
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from ...delivery.agencies import Known
from ...model.delivery import MailStatus
from ...model.text import Text
from ..escape import cell_width, for_terminal
from ..layout import pad, wrap
from ..style import Style
from .days import days_texts
from .doubts import supposed_doubts
from .entries import agencies, entries, marked, titled
from .lists import NOT_REACHED, held, unknown
from .report import DeliveryRun
from .words import KNOWN, MARKS, STATUSES

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
_ADDRESSES = Text("ผลการส่งถึง {count} ที่อยู่", "What is known of {count} addresses")
_NONE = Text("ไม่พบอีเมลตีกลับ", "No bounce was found")
_AGENCIES = Text("หน่วยงานใน {file} {count} แห่ง", "The {count} agencies of {file}")
_FAILED = Text("ที่อยู่ที่อีเมลเต็มหรือส่งไม่ได้", "Addresses whose mailbox is full, or to which mail failed")
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
_ALL = Text("ดูทั้งหมด: เพิ่ม --limit {count}", "To see all: add --limit {count}")
_SAVE = Text("บันทึกผล: เพิ่ม -o delivery.csv", "To save the result: add -o delivery.csv")
_NEXT = Text(
    "ได้รายชื่อหน่วยงานพร้อมผลนี้เป็น Excel: saraban-check classify {list} --delivery {csv} -o {result}",
    "To have the agencies with it in Excel: saraban-check classify {list} --delivery {csv} -o {result}",
)
_ANY_LIST = "agencies.xlsx"
_RESULTS = ("result.xlsx", "result-2.xlsx")


def render_bounces(run: DeliveryRun, limit: int, style: Style) -> str:
    """The whole screen; each list is shortened to `limit` and says by how much."""
    stating = run.agencies.stating() if run.agencies else {}
    elsewhere = list(run.agencies.elsewhere()) if run.agencies else []
    nowhere = {key for key, _ in elsewhere}
    failed = held(run, NOT_REACHED, nowhere)
    delayed = held(run, (MailStatus.DELAYED,), nowhere)
    not_known = unknown(run, limit)
    without = run.agencies.without_address if run.agencies else []
    parts = [_reading(run, limit, style), _addresses(run, style), _agencies(run, style)]
    for title, total, reports in (
        (_FAILED, len(failed), failed[:limit]),
        (_DELAYED, len(delayed), delayed[:limit]),
        (_ELSEWHERE, len(elsewhere), elsewhere[:limit]),
    ):
        parts.append(entries(title, total, reports, stating, run.gathered.differing, run.lang, style))
    parts.append(agencies(_NO_ADDRESS, without, limit, run.lang, style))
    parts.append(entries(_LOOK, not_known.total, not_known.first, stating, lambda key: {}, run.lang, style))
    parts.append(_settled(not_known.settled, run, style))
    lists = (failed, delayed, elsewhere, without, run.reading.skipped)
    longest = max(not_known.total, *(len(found) for found in lists))
    parts.append(_hints(run, longest if longest > limit else None, style))
    return "\n\n".join("\n".join(lines) for part in parts if (lines := list(part))) + "\n"


def _settled(count: int, run: DeliveryRun, style: Style) -> Iterator[str]:
    if count:
        yield from wrap(_SETTLED.say(run.lang, count=f"{count:,}"), style.width, 0)


def _reading(run: DeliveryRun, limit: int, style: Style) -> Iterator[str]:
    reading, lang = run.reading, run.lang
    counts = {"files": reading.files, "messages": reading.messages, "bounces": reading.bounces}
    counts["others"] = sum(other.messages for other in reading.others)
    yield from wrap(_READ.say(lang, **{name: f"{count:,}" for name, count in counts.items()}), style.width, 2)
    some = [other for other in reading.others if other.messages]
    if some:
        kinds = " · ".join(f"{other.name.say(lang)} {other.messages:,}" for other in some)
        yield from (style.paint(line, "dim") for line in wrap(_OTHERS.say(lang, kinds=kinds), style.width, 2))
    for said in days_texts(run.gathered):
        yield from wrap(said.say(lang), style.width, 2)
    if reading.cut:
        yield from marked("!", "yellow", _CUT.say(lang, count=f"{reading.cut:,}"), style)
    if reading.skipped_count:
        shown = reading.skipped[:limit]
        title = _SKIPPED.say(lang, count=f"{reading.skipped_count:,}")
        yield from titled(title, len(shown), reading.skipped_count, lang, style)
        for file, reason in shown:
            yield from marked("!", "yellow", for_terminal(f"{file}: {reason.say(lang)}"), style)


def _addresses(run: DeliveryRun, style: Style) -> Iterator[str]:
    """How many addresses there are of each status: by the report that holds for each."""
    evidence, lang = run.gathered.evidence, run.lang
    if not run.gathered.lines:
        yield style.paint(_NONE.say(lang), "bold")
        return
    if not evidence.count:
        return
    statuses = [report.status for report in evidence]
    yield style.paint(_ADDRESSES.say(lang, count=f"{evidence.count:,}"), "bold")
    counts = [(status.value, STATUSES[status], statuses.count(status)) for status in MailStatus]
    yield from _figures(counts, run, style)


def _agencies(run: DeliveryRun, style: Style) -> Iterator[str]:
    if run.agencies is None:
        return
    counts, lang = run.agencies.counts, run.lang
    title = _AGENCIES.say(lang, file=for_terminal(run.list_file or ""), count=f"{len(run.agencies.agencies):,}")
    yield from (style.paint(line, "bold") for line in wrap(title, style.width, 2))
    yield from _figures([(known.value, KNOWN[known], counts[known]) for known in Known], run, style)
    if counts[Known.NOT_FAILED]:
        yield from wrap(_NO_PROOF.say(lang), style.width, 0)
    if (doubts := supposed_doubts(run)) is not None:
        yield from marked("!", "yellow", doubts.say(lang), style)


def _figures(counts: Sequence[tuple[str, Text, int]], run: DeliveryRun, style: Style) -> Iterator[str]:
    """A line for each that there is any of."""
    some = [(key, text.say(run.lang), f"{count:,}") for key, text, count in counts if count]
    if not some:
        return
    names = max(cell_width(name) for _, name, _ in some)
    figures = max(len(count) for _, _, count in some)
    for key, name, count in some:
        mark, color = MARKS.get(key, ("?", "dim"))
        yield f"  {style.paint(mark, color)} {pad(name, names)}  {pad(count, figures, right=True)}"


def _hints(run: DeliveryRun, more: int | None, style: Style) -> Iterator[str]:
    hints = [] if more is None else [_ALL.say(run.lang, count=more)]
    if run.target is None:
        hints.append(_SAVE.say(run.lang))
    else:
        named = {"list": _named(run.list_file or _ANY_LIST), "csv": _named(run.target)}
        named["result"] = next(name for name in _RESULTS if name != PurePath(run.list_file or "").name)
        hints.append(_NEXT.say(run.lang, **named))
    yield from (style.paint(line, "dim") for hint in hints for line in wrap(hint, style.width, 2))


def _named(file: str) -> str:
    return for_terminal(shlex.quote(file) if " " in file else file)

"""What is known of a list's agencies from elsewhere: read before the list, or when it is known, and said."""

from collections.abc import Container, Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..checks.judging import FurtherSources
from ..delivery.evidence import DeliveryEvidence
from ..delivery.since import Since
from ..model.delivery import DeliveryReport
from ..model.errors import RequestError
from ..model.text import Text
from .configured import named_by
from .given import is_given
from .language import t
from .reading import as_file
from .streams import note

if TYPE_CHECKING:
    import datetime

    from ..intake.limits import Limits
    from .options.evidence import DeliveryOptions, EvidenceOptions
    from .options.general import GeneralOptions

_DELIVERY = Text("อ่านผลการส่งจาก {file}: ทราบผลของ {count} ที่อยู่", "read delivery from {file}: known of {count} addresses")
_BOUNCES = Text(
    "อ่านอีเมลตีกลับ: {messages} ฉบับ ทราบผลการส่งของ {count} ที่อยู่",
    "read bounces: {messages} messages; delivery is told of {count} addresses",
)


_MAILS = Text(
    "{file}: เป็นโฟลเดอร์ อีเมลตีกลับให้ระบุด้วย --bounces", "{file}: this is a folder; name bounce mails with --bounces"
)
_UNUSED = Text(
    "{option}: ไม่มีผล เพราะรอบล่าสุด {file} เป็นผลที่บันทึกไว้ ใช้ได้กับรายชื่อ",
    "{option} has no effect: the newest round, {file}, is a saved result; it is for lists",
)
_SKIPPED_SHOWN = 5
_SKIPPED = Text("ข้าม {file}: {why}", "skipped {file}: {why}")
_MORE_SKIPPED = Text("และข้ามอีก {count} ไฟล์ (ดูทั้งหมดด้วยคำสั่ง bounces)", "and {count} files more (see all with bounces)")


def say_unused(file: str) -> None:
    """Name the options that tell of a list's agencies and were given, where a saved result stands in its place."""
    for option in ("delivery", "bounces", "notices", "dns"):
        if is_given(option):
            note(_UNUSED, option=f"--{option}", file=file)


def further_sources(
    options: "EvidenceOptions",
    limits: "Limits",
    general: "GeneralOptions",
    rows: Container[int] | None = None,
    *,
    is_told: bool = False,
    as_of: "datetime.date | None" = None,
) -> FurtherSources:
    """All that the options name; `rows` are those whose domains DNS is asked for, None for all.

    `is_told`: the result itself tells where DNS could not be checked, and which notices were not used. `as_of` is the
    day of `--as-of`: notices are checked as if on it, so that the same input gives the same result on any day. What a
    title line of the list says is not that day: it is of the list only, and a notice may be newer. Raises RequestError
    where an option cannot be read, InputError where a file cannot be used.
    """
    ask = None
    if options.dns.dns:
        from .dns import look_up_by  # its libraries take 20 ms

        ask = look_up_by(options.dns, verbose=general.verbose, is_told=is_told)
    notices = None
    if options.notices.notices:
        from .notice_files import notices_from

        notices = notices_from(options.notices, limits, is_told=is_told, as_of=as_of)
    return FurtherSources(delivery_of(options.delivery, limits), ask, rows, notices)


def delivery_of(options: "DeliveryOptions", limits: "Limits") -> DeliveryEvidence | None:
    """What is known of delivery besides the list's own cells; None where nothing was named.

    Raises InputError where a file cannot be used.
    """
    if not (options.delivery or options.bounces):
        return None
    found, since = options.circular.evidence(), Since(options.circular.since)
    if options.delivery:
        from ..intake.delivery_file import read_delivery_file

        with named_by("--delivery"):
            for path in options.delivery:
                if path.is_dir():
                    raise RequestError(_MAILS, file=path)
                with as_file(path, limits) as file:
                    _add(found, since, read_delivery_file(file, limits))
        note(_DELIVERY, file=", ".join(path.name for path in options.delivery), count=f"{found.settled:,}")
    unread = 0
    if options.bounces:
        with named_by("--bounces"), ExitStack() as stack:
            files = [stack.enter_context(as_file(path, limits)) for path in options.bounces]
            unread = _add_bounces(found, since, files, limits)
    found.left_out = since.before
    if found.sent_all:
        from ..report.views.bounces_words import doubts_text

        if (doubts := doubts_text(found.nameless, (), unread)) is not None:  # of others the result itself tells
            note(doubts)
    if since.day is not None:
        from ..report.views.bounces_words import before_text

        note(before_text(since.day, since.before))
    return found


def _add(found: DeliveryEvidence, since: Since, reports: Iterable[DeliveryReport]) -> None:
    for report in reports:
        if not since.leaves_out(report):
            found.add(report)


def _add_bounces(found: DeliveryEvidence, since: Since, paths: Sequence[Path], limits: "Limits") -> int:
    """How many mails could not be read, or not to their end."""
    from ..bounces.reading import read_bounces
    from .progress import Progress

    with Progress(t("กำลังอ่านอีเมล", "reading mail")) as progress:
        reports: Any = read_bounces(paths, limits=limits, on_messages=progress.on_rows)
        _add(found, since, reports)
    note(_BOUNCES, messages=f"{reports.tally.messages:,}", count=f"{found.settled:,}")
    for name, why in reports.tally.skipped[:_SKIPPED_SHOWN]:
        note(_SKIPPED, file=name, why=why)
    if (more := reports.tally.skipped_count - _SKIPPED_SHOWN) > 0:
        note(_MORE_SKIPPED, count=f"{more:,}")
    return int(reports.tally.cut + reports.tally.skipped_count)

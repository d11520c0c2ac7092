"""What `--delivery` and `--bounces` name: read before the list, and said on standard error."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..bounces.reading import read_bounces
from ..delivery.evidence import DeliveryEvidence, load_delivery
from ..intake.limits import read_limits
from ..model.text import Text
from ..reports.escape import for_terminal
from .configured import named_by
from .language import LANG, t
from .progress import Progress
from .streams import say

if TYPE_CHECKING:
    from ..intake.limits import Limits

_DELIVERY = Text("อ่านผลการส่งจาก {file}: ทราบผลของ {count} ที่อยู่", "read delivery from {file}: known of {count} addresses")
_BOUNCES = Text(
    "อ่านอีเมลตีกลับ: {messages} ฉบับ ทราบผลการส่งของ {count} ที่อยู่",
    "read bounces: {messages} messages; delivery is told of {count} addresses",
)


_SKIPPED_SHOWN = 5
_SKIPPED = Text("ข้าม {file}: {why}", "skipped {file}: {why}")
_MORE_SKIPPED = Text("และข้ามอีก {count} ไฟล์ (ดูทั้งหมดด้วยคำสั่ง bounces)", "and {count} files more (see all with bounces)")


def evidence_of(
    delivery: Path | None, bounces: Sequence[Path] | None, limits: Sequence[str] | None, quiet: bool
) -> DeliveryEvidence | None:
    """What is known of delivery besides the list's own cells; None where nothing was named.

    Raises InputError where a file cannot be used.
    """
    if delivery is None and not bounces:
        return None
    most = read_limits(list(limits or []))
    found = DeliveryEvidence()
    if delivery is not None:
        with named_by("--delivery"):
            found = load_delivery(delivery, limits=most)
    if delivery is not None and not quiet:
        say(for_terminal(_DELIVERY.say(LANG, file=delivery.name, count=f"{found.settled:,}")))
    if bounces:
        _add_bounces(found, bounces, most, quiet)
    return found


def _add_bounces(found: DeliveryEvidence, paths: Sequence[Path], limits: "Limits", quiet: bool) -> None:
    progress = Progress(quiet, t("กำลังอ่านอีเมล", "reading mail"))
    with named_by("--bounces"):
        reports: Any = read_bounces(paths, limits=limits, on_messages=progress.rows if progress.is_wanted else None)
    try:
        with named_by("--bounces"):
            for report in reports:
                found.add(report)
    finally:
        progress.stop()
    if not quiet:
        messages = f"{reports.tally.messages:,}"
        say(for_terminal(_BOUNCES.say(LANG, messages=messages, count=f"{found.settled:,}")))
        for name, why in reports.tally.skipped[:_SKIPPED_SHOWN]:
            say(for_terminal(_SKIPPED.say(LANG, file=name, why=why)))
        if (more := reports.tally.skipped_count - _SKIPPED_SHOWN) > 0:
            say(_MORE_SKIPPED.say(LANG, count=f"{more:,}"))

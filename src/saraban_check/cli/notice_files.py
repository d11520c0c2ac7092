"""What is said of the files of a folder that are no notices, for every command that reads a folder of them."""

from collections import Counter
from typing import TYPE_CHECKING

from ..checks.notices import notices_of_list
from ..model.text import Text
from .configured import named_by
from .language import t
from .progress import Progress
from .streams import note

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable

    from ..intake.limits import Limits
    from ..whose_notice.agencies import Agencies
    from ..whose_notice.notices_of_list import NoticesOfList
    from .options.evidence import NoticeOptions

_SHOWN = 5
_SKIPPED = Text("ข้าม {count} ไฟล์ ({why}): {names}", "skipped {count} ({why}): {names}")
_READ = Text(
    "อ่านประกาศฯ {files} ไฟล์ เป็นของหน่วยงานในรายชื่อ {matched} แห่ง",
    "read {files} notices; {matched} agencies of the list have one",
)
_UNMATCHED = Text("ไม่ได้ใช้ {file}: {why}", "not used, {file}: {why}")
_MORE = Text(
    "และอีก {count} ไฟล์ที่ไม่ได้ใช้ (ดูทั้งหมดด้วยคำสั่ง notice --agency)",
    "and {count} more that were not used (see all with notice --agency)",
)


class SkippedFiles:
    """Counts the files that were left out of folders, by why; names the first of each."""

    def __init__(self) -> None:
        self._counts: Counter[Text] = Counter()
        self._names: dict[Text, list[str]] = {}

    def add(self, name: str, why: Text) -> None:
        """Take note of a file."""
        self._counts[why] += 1
        names = self._names.setdefault(why, [])
        if len(names) < _SHOWN:
            names.append(name)

    def say(self) -> None:
        """A line for each reason, on standard error."""
        for why, count in self._counts.items():
            names = ", ".join(self._names[why]) + (" …" if count > _SHOWN else "")
            note(_SKIPPED, count=f"{count:,}", why=why, names=names)


def notices_from(
    options: "NoticeOptions", limits: "Limits", *, is_told: bool = False, as_of: "datetime.date | None" = None
) -> "Callable[[Agencies], NoticesOfList] | None":
    """What reads the notices of `--notices` for a list, and says what came of it; None where none was asked for.

    `is_told`: the result itself names the files that were not used. `as_of` is the day of the check (None: today).
    """
    folders = options.notices
    if not folders:
        return None

    def read(agencies: "Agencies") -> "NoticesOfList":
        skipped = SkippedFiles()
        with Progress(t("กำลังอ่านประกาศฯ", "reading notices")) as progress, named_by("--notices"):
            found = notices_of_list(
                folders,
                agencies,
                limits=limits,
                ocr=options.ocr,
                skip=skipped.add,
                on_start=progress.of,
                on_files=progress.on_rows,
                as_of=as_of,
            )
        note(_READ, files=f"{found.files:,}", matched=f"{found.matched:,}")
        if not is_told:
            _say_unused(found)
            skipped.say()
        return found

    return read


def _say_unused(found: "NoticesOfList") -> None:
    for file, why in found.unmatched[:_SHOWN]:
        note(_UNMATCHED, file=file, why=why)
    if (more := found.unmatched_count - _SHOWN) > 0:
        note(_MORE, count=f"{more:,}")

"""What a folder of notices states for the rows of a list: each notice with its agency, of several the newest."""

from collections.abc import Iterator
from typing import NamedTuple

from ..model.notice import Notice, StatedNotice
from ..model.text import Text
from .agencies import Agencies

_MOST_NAMED = 1000
_NO_NOTICE = Text("ไม่ใช่ประกาศฯ ม.10", "it is no section-10 notice")
_CLASH = Text(
    "หน่วยงานแถว {row} มีประกาศฯ อีกฉบับ ({other}) และไม่รู้ว่าฉบับใดใหม่กว่า จึงไม่ใช้ทั้งสองฉบับ",
    "the agency of row {row} has another notice ({other}), and which is the newer is not known: neither is used",
)


_OLDER = Text(
    "หน่วยงานแถว {row} มีประกาศฯ ที่ใหม่กว่าหรือเหมือนกัน จึงใช้ {other}",
    "the agency of row {row} has a notice that is newer, or says the same: {other} is used",
)


class Unmatched(NamedTuple):
    """A file that is set beside no row, and why."""

    file: str
    why: Text


class NoticesOfList:
    """The notices of a list's agencies, by row. To be filled before the rows are judged.

    Of several notices of one agency the latest dated holds; where two are of one day, or one has none, and they state
    different addresses, neither does. `files` counts what was read, `unmatched` names the first thousand of the
    `unmatched_count` files that stand beside no row.
    """

    def __init__(self, agencies: Agencies) -> None:
        self._agencies = agencies
        self._held: dict[int, StatedNotice] = {}
        self._clashing: dict[int, StatedNotice] = {}
        self.files = 0
        self.unmatched: list[Unmatched] = []
        self.unmatched_count = 0

    @property
    def matched(self) -> int:
        """How many rows there is a notice for."""
        return len(self._held)

    def add(self, file: str, notice: Notice | None, why_not: Text | None = None) -> None:
        """Take one file; `why_not` says why it could not be read, where it could not (`notice` is None then)."""
        self.files += 1
        if notice is None:
            self._leave(file, why_not or _NO_NOTICE)
            return
        document = notice.document
        is_readable = document.why_no_text is None
        if is_readable and not notice.is_notice:
            self._leave(file, _NO_NOTICE)
            return
        whose = self._agencies.whose(file, notice)
        if whose.record is None:
            self._leave(file, whose.why_not or _NO_NOTICE)
            return
        addresses = tuple(stated.text for stated in notice.addresses)
        self._hold(whose.record.row, StatedNotice(file, addresses, notice.date, is_readable, document.by_ocr))

    def _hold(self, row: int, stated: StatedNotice) -> None:
        held = self._held.get(row) or self._clashing.get(row)
        if held is None or _is_newer(stated, held):
            if self._held.get(row) is not None and held is not None:
                self._leave(held.file, _OLDER.fill(row=row, other=stated.file))
            self._held[row] = stated
            self._clashing.pop(row, None)
        elif _is_newer(held, stated) or not _differ(stated, held):
            self._leave(stated.file, _OLDER.fill(row=row, other=held.file))
        else:
            if self._held.pop(row, None) is not None:
                self._leave(held.file, _CLASH.fill(row=row, other=stated.file))
            self._clashing[row] = held
            self._leave(stated.file, _CLASH.fill(row=row, other=held.file))

    def _leave(self, file: str, why: Text) -> None:
        self.unmatched_count += 1
        if len(self.unmatched) < _MOST_NAMED:
            self.unmatched.append(Unmatched(file, why))

    def of(self, row: int) -> StatedNotice | None:
        """The notice that holds for a row."""
        return self._held.get(row)

    def __iter__(self) -> Iterator[tuple[int, StatedNotice]]:
        return iter(self._held.items())


def _is_newer(one: StatedNotice, other: StatedNotice) -> bool:
    """Whether one is known to be the newer; a file whose text could be read comes before one that could not."""
    if one.is_readable != other.is_readable:
        return one.is_readable
    return one.date is not None and other.date is not None and one.date > other.date


def _differ(one: StatedNotice, other: StatedNotice) -> bool:
    return [a.casefold() for a in one.addresses] != [a.casefold() for a in other.addresses]

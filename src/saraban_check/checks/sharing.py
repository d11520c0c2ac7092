"""A long list is judged by two processes: each reads all of it, and judges every second stretch of its rows.

Reading costs little beside judging, and so no row has to be handed over. What both have gathered is put together in the
order of the rows: nobody can tell from the result how many they were.
"""

import pickle
from base64 import b64decode, b64encode
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import closing
from itertools import chain, islice, zip_longest
from pathlib import Path
from typing import NamedTuple, Protocol, Self, runtime_checkable

from ..grouping.table import published_table
from ..intake.options import ListOptions
from ..intake.records import RecordReader
from ..intake.source import open_table
from ..model.assessment import Assessment
from ..model.delivery import Delivery
from ..model.errors import RequestError
from ..model.record import SourceRow
from ..model.text import Text
from .assess import Assessor
from .gathering import Gathering
from .judging import Judging

SHARED_FROM = 10 << 20
"""So many bytes of text are some 100,000 rows: of fewer, another process would have read its part when we are done."""
_STRETCH = 4096
_MODULE = "saraban_check.checks.sharing_process"
_SECONDS, _MOST_BYTES, _MEMORY_MB = 86_400, 1 << 30, 1024
_ENDED = Text(
    "{file}: กระบวนการที่สองซึ่งช่วยอ่านรายชื่อหยุดกลางคัน ลองใหม่ด้วย --jobs 1",
    "{file}: the second process that helps to read the list ended half-way; try again with --jobs 1",
)
_CHANGED = Text(
    "{file}: ไฟล์เปลี่ยนไประหว่างที่กำลังอ่าน ลองใหม่อีกครั้ง", "{file}: the file changed while it was being read; try again"
)


@runtime_checkable
class Joining(Protocol):
    """A `keep` that takes in what another of its kind, in the other process, has seen."""

    @property
    def can_join(self) -> bool:
        """Whether two of its kind can share in this list."""

    def __call__(self, agency: Assessment) -> bool: ...

    def join(self, other: Self) -> None:
        """Take in what the other has seen of the same list."""


class Share(NamedTuple):
    """All that the other process has to know."""

    path: Path
    reading: ListOptions
    judging: Judging
    keep: Joining
    stretch: int

    def gather(self) -> str:
        """What the other half of the rows leaves behind, as text that `join` takes."""
        table, policy, registry, assume = self.judging
        source = open_table(self.path, self.reading)
        assessor = Assessor(table or published_table(), Delivery(assume) if assume else None, policy, registry)
        gathering = Gathering(RecordReader(source.header, only_texts=True), assessor, self.keep, keep_set_aside=False)
        _take_half(source.rows(), gathering, self.stretch, is_first=False)
        gathered = (gathering.stretches, gathering.tallies, gathering.aside, self.keep)
        return b64encode(pickle.dumps(gathered)).decode()


def gather_in_two(
    rows: Iterable[SourceRow],
    gathering: Gathering,
    path: Path,
    reading: ListOptions,
    judging: Judging,
    keep: Callable[[Assessment], bool],
) -> None:
    """Judge all rows of the text at `path`, half of them in another process; all of them here where it is short, `keep`
    cannot be shared, or no process can be started.

    Raises RequestError where the other process ends half-way, or may have read something else.
    """
    before = _state_of(path)
    if not (isinstance(keep, Joining) and keep.can_join and before is not None and before[0] > SHARED_FROM):
        gathering.take(rows)
        return
    from ..intake.helper import DiedError, Helper, SaidTooMuchError, TookTooLongError  # most lists are short

    share = b64encode(pickle.dumps(Share(path.absolute(), reading, judging, keep, _STRETCH))).decode()
    with closing(Helper(_MODULE, memory_mb=_MEMORY_MB)) as helper:
        answers = helper.ask_all({"share": share, "seconds": _SECONDS}, _SECONDS, _MOST_BYTES)
        try:
            next(answers)  # it has begun
        except (RequestError, DiedError):
            gathering.take(rows)
            return
        _take_half(rows, gathering, _STRETCH, is_first=True)
        try:
            [answer] = answers
        except (DiedError, SaidTooMuchError, TookTooLongError):
            raise RequestError(_ENDED, file=path.name) from None
    if _state_of(path) != before:
        raise RequestError(_CHANGED, file=path.name)
    _join(gathering, keep, answer["gathered"])


def _state_of(path: Path) -> tuple[int, int] | None:
    """How long a file is and when it was written: while both stay, both processes read the same. None: it is gone."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def _take_half(rows: Iterable[SourceRow], gathering: Gathering, length: int, *, is_first: bool) -> None:
    rows, mine = iter(rows), is_first
    for row in rows:
        stretch = chain((row,), islice(rows, length - 1))
        if mine:
            gathering.take(stretch)
        else:
            deque(stretch, maxlen=0)
        mine = not mine


def _join(gathering: Gathering, keep: Joining, gathered: str) -> None:
    """Take in what the other process has gathered."""
    stretches, tallies, aside, kept = pickle.loads(b64decode(gathered))  # noqa: S301  (of our own)
    both = zip_longest(gathering.stretches, stretches)
    gathering.stretches = [stretch for pair in both for stretch in pair if stretch is not None]
    gathering.tallies.merge(tallies)
    gathering.aside.join(aside)
    keep.join(kept)

"""A long list is judged by two processes: each reads and judges every second stretch of its rows.

So no row has to be handed over. What both have gathered is put together in the order of the rows: nobody can tell from
the result how many they were.
"""

import pickle
from base64 import b64decode, b64encode
from collections import deque
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, NamedTuple, Protocol, Self, runtime_checkable

from ..grouping.table import published_table
from ..intake.headings import Header
from ..intake.limits import too_much
from ..intake.records import RecordReader
from ..intake.set_aside import RowsSetAside
from ..intake.text_rows import TextRows
from ..model.assessment import Assessment
from ..model.delivery import Delivery
from ..model.errors import InputError, RequestError
from ..model.text import Text
from .assess import Assessor
from .gathering import Gathering, Stretch
from .judging import Judging
from .summary import Tallies

SHARED_FROM = 10 << 20
"""So many bytes of text are some 100,000 rows: of fewer, another process would have read its part when we are done."""
_STRETCH = 4096
_MODULE = "saraban_check.checks.sharing_process"
_SECONDS, _MOST_BYTES, _MEMORY_MB = 86_400, 1 << 30, 1024
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

    rows: TextRows
    header: Header
    judging: Judging
    keep: Joining
    stretch: int

    def gather(self) -> "_Gathered":
        """What the other half of the rows leaves behind."""
        table, policy, registry, assume = self.judging
        assessor = Assessor(table or published_table(), Delivery(assume) if assume else None, policy, registry)
        gathering = Gathering(RecordReader(self.header, only_texts=True), assessor, self.keep, keep_set_aside=False)
        _take_half(self.rows, gathering, self.stretch, is_first=False)
        return _Gathered(gathering.stretches, gathering.tallies, gathering.aside, gathering.taken, self.keep)


class _Gathered(NamedTuple):
    stretches: list[Stretch]
    tallies: Tallies
    aside: RowsSetAside
    taken: int
    keep: Joining


def packed(value: object) -> str:
    """A value of this package as text for the other process."""
    return b64encode(pickle.dumps(value)).decode()


def unpacked(text: str) -> Any:
    """What `packed` packed, here or in the other process: nobody else writes into what joins them."""
    return pickle.loads(b64decode(text))  # noqa: S301


def gather_in_two(
    rows: TextRows,
    gathering: Gathering,
    header: Header,
    judging: Judging,
    keep: Callable[[Assessment], bool],
    on_rows: Callable[[int], None] | None = None,
) -> bool:
    """Judge all rows of a text, half of them in another process, and here what it did not judge because it ended
    half-way (of a fault in a row, too, which is then told here); `on_rows` is told about how many rows were read.
    False, and nothing is judged, where the text is short, `keep` cannot be shared, or no process can be started.

    Raises RequestError where the file changed, so that the other process may have read something else, InputError as
    `rows.rows()` does.
    """
    before = _state_of(rows.path)
    if not (isinstance(keep, Joining) and keep.can_join and before is not None and before[0] > SHARED_FROM):
        return False
    from ..intake.helper import DiedError, Helper, SaidTooMuchError, TookTooLongError  # most lists are short

    share = packed(  # before `keep` sees any row
        Share(rows._replace(path=rows.path.absolute()), header, judging, keep, _STRETCH)
    )
    gathered: _Gathered | None = None
    with closing(Helper(_MODULE, memory_mb=_MEMORY_MB)) as helper:
        answers = helper.ask_all({"share": share, "seconds": _SECONDS}, _SECONDS, _MOST_BYTES)
        try:
            next(answers)  # it has begun
        except (RequestError, DiedError):
            return False
        try:
            _take_half(rows, gathering, _STRETCH, is_first=True, on_rows=on_rows)
            with suppress(DiedError, SaidTooMuchError, TookTooLongError, MemoryError):
                [answer] = answers
                gathered = unpacked(answer["gathered"])
            if _state_of(rows.path) != before:
                raise RequestError(_CHANGED, file=rows.path.name)
            _join(gathering, keep, unpacked(share).gather() if gathered is None else gathered)
            _require_few(gathering, rows)
        except InputError:
            if _state_of(rows.path) == before:
                deque(rows.rows(), maxlen=0)  # of several faults the first is told, in whichever half it stands
            raise
    return True


def _state_of(path: Path) -> tuple[int, int] | None:
    """How long a file is and when it was written: while both stay, both processes read the same. None: it is gone."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def _take_half(
    rows: TextRows,
    gathering: Gathering,
    length: int,
    *,
    is_first: bool,
    on_rows: Callable[[int], None] | None = None,
) -> None:
    for number, stretch in enumerate(rows.every_second(length, is_first=is_first)):
        if on_rows is not None:
            on_rows(2 * number * length)
        gathering.take(stretch)
        _require_few(gathering, rows)


def _require_few(gathering: Gathering, rows: TextRows) -> None:
    """Raises InputError where more of them were taken than may be."""
    most = rows.limits.rows
    if gathering.taken > most:
        raise too_much(rows.path.name, "rows", f"> {most:,}", most)


def _join(gathering: Gathering, keep: Joining, other: _Gathered) -> None:
    """Take in what was gathered of the other half."""
    gathering.stretches = sorted([*gathering.stretches, *other.stretches], key=lambda one: one.duplicates.first_row)
    gathering.tallies.merge(other.tallies)
    gathering.aside.join(other.aside)
    gathering.taken += other.taken
    keep.join(other.keep)

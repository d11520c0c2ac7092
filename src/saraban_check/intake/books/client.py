"""What we ask of the process that reads workbooks, and what we say where it cannot."""

import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from ...model.errors import InputError
from ...model.text import Text
from ..damage import damaged, encrypted
from ..helper import Answer, DiedError, Helper, SaidTooMuchError, TookTooLongError
from ..limits import Limits, too_much
from .cells import decode
from .facts import LAST_ROW

_MODULE = "saraban_check.intake.books.process"
_MB = 1 << 20
_TO_START = 128
"""MB that the process needs before it has read anything; with less it ends as if the fault were ours."""
_ROW = Text(" แถว {row}", " row {row}")

_DECLARES = Text(
    "{file}: {part} มีการประกาศ DOCTYPE/ENTITY ซึ่ง Excel ไม่เคยเขียน จึงไม่เปิดเพื่อความปลอดภัย",
    "{file}: {part} holds a DOCTYPE/ENTITY declaration, which Excel never writes; it is not opened, for safety",
)
_GAVE_UP = Text(
    "{file}: อ่านสมุดงานนี้ภายในหน่วยความจำ {limit:,} MB ไม่ได้ บันทึกใน Excel เป็น XLSX ใหม่หรือเป็น CSV UTF-8 "
    "หรือเพิ่มขีดจำกัดด้วย --max reader-memory-mb=จำนวน",
    "{file}: this workbook could not be read within {limit:,} MB of memory; save it anew in Excel as XLSX, or as CSV "
    "UTF-8, or use --max reader-memory-mb=NUMBER",
)


class BookSheet(NamedTuple):
    """A worksheet of an open workbook."""

    name: str
    visible: bool
    book: "Book"

    def top(self, count: int) -> list[list[Any]]:
        """Its first rows. Raises InputError where they cannot be read."""
        return self._rows({"do": "top", "top": count}, LAST_ROW)

    def rows(self, first: int) -> list[list[Any]]:
        """All its rows, without blank cells at their ends; merged cells filled from the row `first` (0 = first) on.

        Raises InputError where they cannot be read, or are beyond a limit.
        """
        return self._rows({"do": "rows"}, first)

    def _rows(self, asked: Answer, first: int) -> list[list[Any]]:
        return self.book.rows({**asked, "sheet": self.name, "first": first})


class Book:
    """A workbook, opened in the reading process; `is_slow` says that the careful reader had to be asked.

    `has_zeros`: whether rows that were asked for hold a `ZeroFormula`. `encoding` is that of a page saved as a
    workbook, where the user knows it. All of it together may take the `reader_seconds` of the limits.

    The process holds one workbook at a time: use it within `reading`.
    """

    def __init__(self, path: Path, limits: Limits, encoding: str | None = None) -> None:
        self.limits, self.is_slow, self.has_zeros = limits, False, False
        self.sheets: tuple[BookSheet, ...] = ()
        self._path, self._encoding = path, encoding
        self._end = time.monotonic() + limits.reader_seconds
        try:
            self._open()
        except DiedError as error:
            self._open_slowly(error)

    def rows(self, request: Answer) -> list[list[Any]]:
        """The rows that a request asks for; where the fast reader dies of them, the careful one is asked."""
        try:
            rows: list[list[Any]] = []
            for answer in self._ask(request):
                self.has_zeros = self.has_zeros or answer.get("zeros", False)
                rows += answer["rows"]
                rows += [[]] * answer.get("blank", 0)
            return rows
        except DiedError as error:
            if self.is_slow:
                raise self._gave_up(error) from None
            self._open_slowly(error)
        return self.rows(request)

    def _open_slowly(self, why: DiedError) -> None:
        """Open it anew with the careful reader, after the fast one has died."""
        if why.is_ours and self.limits.reader_memory_mb > _TO_START:
            raise RuntimeError("the reading process does not start")
        self.is_slow = True
        try:
            self._open()
        except DiedError as error:
            raise self._gave_up(error) from None

    def _open(self) -> None:
        asked = {"do": "open", "path": str(self._path.absolute()), "careful": self.is_slow}
        [answer] = self._ask({**asked, "encoding": self._encoding, "limits": self.limits._asdict()})
        self.is_slow = answer["slow"]
        self.sheets = tuple(BookSheet(name, visible, self) for name, visible in answer["sheets"])

    def _ask(self, request: Answer) -> Iterator[Answer]:
        limits, file = self.limits, self._path.name
        seconds, most = limits.reader_seconds, limits.reader_output_mb
        left = max(self._end - time.monotonic(), 0.01)
        answers = _helper(limits).ask_all({**request, "seconds": int(left) + 1}, left, most * _MB, decode)
        problem: Answer | None = None
        try:
            with closing(answers):  # at once: what is told to end later could end what is asked next
                for answer in answers:
                    if "problem" in answer:
                        problem = answer
                    else:
                        yield answer
        except TookTooLongError:
            raise too_much(file, "reader_seconds", f"> {seconds}", seconds) from None
        except SaidTooMuchError:
            raise too_much(file, "reader_output_mb", f"> {most:,}", most) from None
        if problem is not None:
            raise self._error(problem)

    def _error(self, problem: Answer) -> Exception:
        file = self._path.name
        match problem["problem"]:
            case "password":
                return encrypted(file)
            case "declares":
                return InputError(_DECLARES, file=file, part=problem["part"])
            case "memory":
                return self._gave_up()
            case "internal" if self.limits.reader_memory_mb > _TO_START:
                return RuntimeError(problem["reason"])
            case "internal":
                return self._gave_up()
            case "too-much":
                name, row = problem["limit"], problem.get("row")
                place = None if row is None else _ROW.fill(row=row)
                return too_much(file, name, problem["found"], getattr(self.limits, name), place)
            case "said":
                return InputError(Text("{said}", "{said}"), said=Text(problem["th"], problem["en"]))
            case _:
                return damaged(file, problem.get("reason", ""))

    def _gave_up(self, why: DiedError | None = None) -> InputError:
        if why is not None and why.is_ours and self.limits.reader_memory_mb > _TO_START:
            raise RuntimeError("the reading process ended by itself")
        return InputError(_GAVE_UP, file=self._path.name, limit=self.limits.reader_memory_mb)


_lock = threading.Lock()


@contextmanager
def reading(path: Path, limits: Limits, encoding: str | None = None) -> Iterator[Book]:
    """A workbook, for as long as it is read; other threads wait with theirs."""
    with _lock:
        yield Book(path, limits, encoding)


_started: dict[int, Helper] = {}
"""The reading process by the memory that it may take: kept for the next workbook of this run."""


def _helper(limits: Limits) -> Helper:
    memory = limits.reader_memory_mb
    if memory not in _started:
        _started[memory] = Helper(_MODULE, memory_mb=memory)
    return _started[memory]

"""What we ask of the process that reads workbooks, and what we say where it cannot."""

import atexit
from collections.abc import Iterator
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
    """A worksheet of an open workbook. Its rows may be asked for until another workbook is opened."""

    name: str
    visible: bool
    book: "Book"
    position: int

    def top(self, count: int) -> list[list[Any]]:
        """Its first rows. Raises InputError where they cannot be read."""
        return self._rows({"do": "top", "top": count}, LAST_ROW)

    def rows(self, first: int) -> list[list[Any]]:
        """All its rows, without blank cells at their ends; merged cells filled from the row `first` (0 = first) on.

        Raises InputError where they cannot be read, or are beyond a limit.
        """
        return self._rows({"do": "rows"}, first)

    def _rows(self, asked: Answer, first: int) -> list[list[Any]]:
        return self.book.rows({**asked, "sheet": self.position, "first": first})


class Book:
    """A workbook, opened in the reading process; `is_slow` says that the careful reader had to be asked.

    `has_zeros`: whether rows that were asked for hold a `ZeroFormula`. `encoding` is that of a page saved as a
    workbook, where the user knows it.
    """

    def __init__(self, path: Path, limits: Limits, encoding: str | None = None) -> None:
        self.limits, self.is_slow, self.has_zeros = limits, False, False
        self.sheets: tuple[BookSheet, ...] = ()
        self._path, self._encoding = path, encoding
        try:
            self._open()
        except DiedError:
            self._open_slowly()

    def rows(self, request: Answer) -> list[list[Any]]:
        """The rows that a request asks for; where the fast reader dies of them, the careful one is asked."""
        try:
            rows: list[list[Any]] = []
            for answer in self._ask(request):
                self.has_zeros = self.has_zeros or answer.get("zeros", False)
                rows += answer["rows"]
                rows += [[]] * answer.get("blank", 0)
            return rows
        except DiedError:
            if self.is_slow:
                raise self._gave_up() from None
        self._open_slowly()
        return self.rows(request)

    def _open_slowly(self) -> None:
        self.is_slow = True
        try:
            self._open()
        except DiedError:
            raise self._gave_up() from None

    def _open(self) -> None:
        asked = {"do": "open", "path": str(self._path.absolute()), "careful": self.is_slow}
        [answer] = self._ask({**asked, "encoding": self._encoding, "limits": self.limits._asdict()})
        self.is_slow = answer["slow"]
        self.sheets = tuple(
            BookSheet(name, visible, self, position) for position, (name, visible) in enumerate(answer["sheets"])
        )

    def _ask(self, request: Answer) -> Iterator[Answer]:
        limits, file = self.limits, self._path.name
        seconds, most = limits.reader_seconds, limits.reader_output_mb
        answers = _helper(limits).ask_all({**request, "seconds": seconds}, seconds, most * _MB, decode)
        try:
            for answer in answers:
                if "problem" in answer:
                    raise self._error(answer)
                yield answer
        except TookTooLongError:
            raise too_much(file, "reader_seconds", f"> {seconds}", seconds) from None
        except SaidTooMuchError:
            raise too_much(file, "reader_output_mb", f"> {most:,}", most) from None

    def _error(self, problem: Answer) -> Exception:
        file = self._path.name
        match problem["problem"]:
            case "password":
                return encrypted(file)
            case "declares":
                return InputError(_DECLARES, file=file, part=problem["part"])
            case "memory":
                return self._gave_up()
            case "internal":
                return RuntimeError(problem["reason"])
            case "too-much":
                name, row = problem["limit"], problem.get("row")
                place = None if row is None else _ROW.fill(row=row)
                return too_much(file, name, problem["found"], getattr(self.limits, name), place)
            case "said":
                return InputError(Text("{said}", "{said}"), said=Text(problem["th"], problem["en"]))
            case _:
                return damaged(file, problem.get("reason", ""))

    def _gave_up(self) -> InputError:
        return InputError(_GAVE_UP, file=self._path.name, limit=self.limits.reader_memory_mb)


_started: dict[int, Helper] = {}
"""The reading process by the memory that it may take: kept for the next workbook of this run."""


def _helper(limits: Limits) -> Helper:
    memory = limits.reader_memory_mb
    if memory not in _started:
        _started[memory] = Helper(_MODULE, str(memory))
        atexit.register(_started[memory].close)
    return _started[memory]

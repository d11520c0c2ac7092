"""What every command that reads a list does alike: standard input, progress, and what is said of the file."""

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..checks.judging import Watch
from ..model.errors import RequestError
from ..model.os_reasons import reason_of
from ..model.policy import PUBLISHED, Domains
from ..model.text import Text
from ..report.words.column_notes import FEW, column_notes
from .configured import own_files
from .given import is_given
from .progress import Progress
from .streams import is_quiet, note

_READ = Text("อ่าน {file}{sheet} หัวตารางแถวที่ {row}", "read {file}{sheet}, header in row {row}")
_SETTINGS = Text("ใช้การตั้งค่าจาก {file}", "settings from {file}")
_SHEET = Text(" แผ่นงาน “{sheet}”", ", sheet “{sheet}”")
_NO_ROOM = Text(
    "เก็บอินพุตมาตรฐานไว้ในไฟล์ชั่วคราวไม่ได้ ({reason}) ตรวจพื้นที่ว่างของดิสก์",
    "standard input could not be kept in a temporary file ({reason}); see that the disk has room",
)
_NO_SHEET = Text("--sheet: ไม่มีผลกับ {file} ซึ่งไม่มีแผ่นงาน", "--sheet has no effect on {file}, which has no sheets")
_NO_ENCODING = Text("--encoding: ไม่มีผลกับ {file} ซึ่งเป็นสมุดงาน", "--encoding has no effect on {file}, which is a workbook")
_SAVED = Text(
    "อ่าน {file} ผลการจำแนกที่บันทึกไว้ของ {source} จำนวน {total} แห่ง {day} ตารางกลุ่มฉบับที่เผยแพร่ {table}",
    "read {file}, the saved result of {source}: {total} agencies, {day}, table as published on {table}",
)

if TYPE_CHECKING:
    from ..comparison.moves import Comparison
    from ..intake.limits import Limits
    from ..registry.registry import Registry
    from ..report.words.set_aside_texts import Aside


@contextmanager
def as_file(path: Path, limits: "Limits", limit: str | None = None) -> Iterator[Path]:
    """The path itself; for `-` a copy of standard input, which is gone afterwards.

    `limit` is the limit that holds for it, else that of what it begins as. Raises InputError where it goes on beyond
    that, RequestError where there is no room for the copy.
    """
    if str(path) != "-":
        yield path
        return
    from ..intake.stream import read_stream

    with tempfile.TemporaryDirectory(prefix="saraban-check-") as folder:
        copy = Path(folder) / "stdin"
        try:
            with copy.open("wb") as file:
                file.writelines(read_stream(sys.stdin.buffer, limits, name=copy.name, limit=limit))
        except OSError as error:
            raise RequestError(_NO_ROOM, reason=reason_of(error)) from None
        yield copy


@contextmanager
def watched(on_open: Callable[[Any], None]) -> Iterator[Watch]:
    """Who is told while a list is read here: a progress bar, and `on_open` of the table before its rows."""
    with Progress() as progress:

        def opened(source: Any) -> None:
            progress.of(getattr(source, "row_count", None))
            on_open(source)

        yield Watch(opened, progress.on_rows)


def say_domains(domains: Domains) -> None:
    """Which domains the settings add: they change verdicts, so every command that gives one says so."""
    if domains != PUBLISHED and not is_quiet():
        from ..report.words.policy_notes import domain_notes

        for text in domain_notes(domains):
            note(text)


def say_registry(registry: "Registry | None") -> None:
    """Which registry is used: it is looked at without being named, so it is said."""
    if registry is not None and not is_quiet():
        from ..report.words.registry_notes import registry_note

        note(registry_note(registry))


def say_set_aside(found: "Aside") -> None:
    """Which rows of the list are no agencies: nothing is left out in silence."""
    from ..report.words.set_aside_texts import set_aside_notes

    for text in set_aside_notes(found):
        note(text)


def say_source(source: Any, *, brief: bool = False) -> None:
    """Which sheet, header row and columns are used, and which columns are not: once, on standard error.

    `brief`: without the columns, where a screen tells of them.
    """
    if is_quiet():
        return
    for file in own_files():
        note(_SETTINGS, file=file)
    sheet = _SHEET.fill(sheet=source.sheet) if source.sheet else Text("", "")
    note(_READ, file=source.file, sheet=sheet, row=source.header_row)
    for text in () if brief else column_notes(source, FEW):
        note(text)
    for found in source.notes:
        note(found.text)
    if source.sheet and is_given("encoding"):
        note(_NO_ENCODING, file=source.file)
    if not source.sheet and is_given("sheet"):
        note(_NO_SHEET, file=source.file)


def say_saved(comparison: "Comparison") -> None:
    """Which earlier results were read, and what makes the rounds less than comparable: on standard error."""
    if is_quiet():
        return
    from ..report.views.compare_notes import comparison_notes
    from ..report.words.data_day import data_day, ruleset_day

    for one, total in ((figures.head, figures.in_a.total) for figures in comparison.rounds):
        if one.saved_from is not None:
            told = {
                "file": one.file,
                "source": one.saved_from,
                "table": ruleset_day(one.ruleset),
                "day": data_day(one.as_of),
            }
            note(_SAVED, total=f"{total:,}", **told)
    for text in comparison_notes(comparison):
        note(text)

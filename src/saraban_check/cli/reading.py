"""What every command that reads a list does alike: options to arguments, and what is said of the file."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..checks.judging import Judging
from ..grouping.own_table import load_group_table
from ..intake.headings import read_mapping, read_required
from ..intake.limits import read_limits
from ..intake.options import ListOptions
from ..intake.stream import read_stream
from ..model.delivery import Assume
from ..model.errors import RequestError
from ..model.policy import Domains
from ..model.text import Text
from ..reports.column_notes import FEW, column_notes
from ..reports.escape import for_terminal
from .configured import named_by, own_files, policy
from .language import LANG
from .options import AssumeChoice, TableMode
from .registry_file import registry_of
from .streams import say

_READ = Text("อ่าน {file}{sheet} หัวตารางแถวที่ {row}", "read {file}{sheet}, header in row {row}")
_SETTINGS = Text("ใช้การตั้งค่าจาก {file}", "settings from {file}")
_SHEET = Text(" แผ่นงาน “{sheet}”", ", sheet “{sheet}”")
_NO_ROOM = Text(
    "เก็บอินพุตมาตรฐานไว้ในไฟล์ชั่วคราวไม่ได้ ({reason}) ตรวจพื้นที่ว่างของดิสก์",
    "standard input could not be kept in a temporary file ({reason}); see that the disk has room",
)
_SAVED = Text(
    "อ่าน {file} ผลการจำแนกที่บันทึกไว้ของ {source} จำนวน {total} แห่ง ตารางฉบับ {ruleset}",
    "read {file}, the saved result of {source}: {total} agencies, table of {ruleset}",
)

if TYPE_CHECKING:
    from ..comparison.moves import Comparison
    from ..grouping.table import GroupTable
    from ..intake.limits import Limits
    from ..registry.registry import Registry
    from ..reports.set_aside_texts import Aside


@contextmanager
def as_file(path: Path, limits: "Limits", limit: str | None = None) -> Iterator[Path]:
    """The path itself; for `-` a copy of standard input, which is gone afterwards.

    `limit` is the limit that holds for it, else that of what it begins as. Raises InputError where it goes on beyond
    that, RequestError where there is no room for the copy.
    """
    if str(path) != "-":
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="saraban-check-") as folder:
        copy = Path(folder) / "stdin"
        try:
            with copy.open("wb") as file:
                file.writelines(read_stream(sys.stdin.buffer, limits, name=copy.name, limit=limit))
        except OSError as error:
            raise RequestError(_NO_ROOM, reason=error.strerror or str(error)) from None
        yield copy


def reading_options(
    sheet: str | None,
    mapping: list[str] | None,
    encoding: str | None,
    limits: list[str] | None,
    assume: AssumeChoice | None,
    table: Path | None,
    table_mode: TableMode,
    registry: Path | None,
    no_registry: bool,
    require: str | None = None,
) -> tuple[ListOptions, Judging]:
    """How a list is read and judged, by the options that were given and the settings."""
    groups: GroupTable | None = None
    if table is not None:
        with named_by("--table"):
            groups = load_group_table(table, replace=table_mode is TableMode.REPLACE)
    supposed: Assume | None = None
    if assume is not None:
        supposed = "delivered" if assume is AssumeChoice.DELIVERED else "failed"
    required = () if require is None else read_required(require)
    reading = ListOptions(sheet, read_mapping(mapping or []), encoding, read_limits(limits or []), required=required)
    return reading, Judging(groups, policy(), registry_of(registry, no_registry), supposed)


def say_domains(domains: Domains) -> None:
    """Which domains the settings add: they change verdicts, so every command that gives one says so."""
    from ..reports.policy_notes import domain_notes

    for note in domain_notes(domains):
        say(for_terminal(note.say(LANG)))


def say_registry(registry: "Registry | None") -> None:
    """Which registry is used: it is looked at without being named, so it is said."""
    if registry is not None:
        from ..reports.registry_notes import registry_note

        say(for_terminal(registry_note(registry).say(LANG)))


def say_set_aside(found: "Aside") -> None:
    """Which rows of the list are no agencies: nothing is left out in silence."""
    from ..reports.set_aside_texts import set_aside_notes

    for note in set_aside_notes(found):
        say(for_terminal(note.say(LANG)))


def say_source(source: Any, *, brief: bool = False) -> None:
    """Which sheet, header row and columns are used, and which columns are not: once, on standard error.

    `brief`: without the columns, where a screen tells of them.
    """
    sheet = _SHEET.say(LANG, sheet=source.sheet) if source.sheet else ""
    lines = [_SETTINGS.say(LANG, file=file) for file in own_files()]
    lines += [_READ.say(LANG, file=source.file, sheet=sheet, row=source.header_row)]
    lines += [] if brief else [note.say(LANG) for note in column_notes(source, FEW)]
    lines.extend(note.text.say(LANG) for note in source.notes)
    say("\n".join(for_terminal(line) for line in lines))


def say_saved(comparison: "Comparison") -> None:
    """Which earlier results were read, and what makes the rounds less than comparable: on standard error."""
    from ..report.views.compare_notes import comparison_notes

    for one in (comparison.old, comparison.new):
        if one.saved_from is not None:
            parts = {"source": one.saved_from, "total": f"{one.total:,}", "ruleset": one.ruleset}
            say(for_terminal(_SAVED.say(LANG, file=one.file, **parts)))
    for text in comparison_notes(comparison):
        say(for_terminal(text.say(LANG)))

"""A run without a command: what is meant is told apart, and the results that were written beside a file are opened."""

from collections.abc import Sequence
from pathlib import Path

from ..checks.address_asked import agency_asked, is_address_asked
from ..model.text import Text
from .app import COMMANDS
from .beside import results_beside
from .configured import passed_over
from .file_purpose import READ_SUFFIXES, purpose_of
from .opening import open_file
from .outputs import is_written
from .started_with import Started, Ways, started_with
from .streams import note

_QUIET = ("-q", "--quiet")
_OPENED = (".html", ".xlsx")
_TAKEN = Text(
    "{file}: มีผู้แก้ไขแล้ว เปิดค้างอยู่ หรือโปรแกรมนี้ไม่ได้เขียน จึงไม่เขียนทับ บันทึกเป็น {instead} แทน",
    "{file}: edited since, open elsewhere, or not written by this program, so it stays; the result goes to {instead}",
)
_PASSED_OVER = Text(
    "ไม่ใช้การตั้งค่าใน {file} เพราะเริ่มด้วยการลากไฟล์ ถ้าต้องการใช้ พิมพ์คำสั่งเองและเพิ่ม --config",
    "the settings in {file} are not used, as a file was dragged here; to use them type the command, with --config",
)


def start(arguments: Sequence[str]) -> Started:
    """The arguments of the command that is meant. Raises RequestError where none takes what was given."""
    started = started_with(arguments, Ways(COMMANDS, purpose_of, _is_address, results_beside))
    words = started.arguments
    if words and words[0] not in COMMANDS and not words[0].startswith("-"):  # a clerk types what she knows
        known = None if _is_file_name(words[0]) else agency_asked(words[0])
        return Started(["address", f"--{known}", *words]) if known else started
    if started.taken is not None and not any(word in _QUIET for word in arguments):
        note(_TAKEN, file=started.taken, instead=started.writes[0].name)
    if (settings := passed_over()) is not None:
        note(_PASSED_OVER, file=settings)
    return started


def open_results(files: Sequence[Path]) -> None:
    """Show what was written to whoever sits before the screen; what stood there before (`FILE --help`) is not ours."""
    for file in files:
        if file.suffix in _OPENED and is_written(file):
            open_file(file)


def _is_address(word: str) -> bool:
    return not _is_file_name(word) and is_address_asked(word)


def _is_file_name(word: str) -> bool:
    """A word with the ending of a file that is read was meant as one, whatever is in it."""
    return word.lower().endswith(READ_SUFFIXES)

"""What is said of a word that is no command: what may have been meant, and what there is."""

from collections.abc import Collection, Sequence
from pathlib import Path

from ..intake.near_files import near_files
from ..model.near import did_you_mean, nearest
from ..model.text import Text
from ..reference.words import kedmanee
from .app import COMMANDS

_SHOWN = 80
_NO_COMMAND = Text("ไม่มีคำสั่ง “{found}”{near} ใช้ {names}", "no command “{found}”{near}; use {names}")
_NOTHING = Text(
    "ไม่มีคำสั่ง ไฟล์ หรือที่อยู่อีเมล “{found}”{near} ใช้คำสั่ง {names} หรือระบุไฟล์ หรือที่อยู่อีเมล (มี @)",
    "no command, file or address “{found}”{near}; use a command ({names}), or name a file, or an address (with its @)",
)
_STDIN = Text(
    "- (อินพุตมาตรฐาน): ระบุคำสั่งด้วย เช่น saraban-check classify -",
    "- (standard input) needs a command, such as saraban-check classify -",
)


def unknown_command(found: str, of_group: Sequence[str] | None) -> Text:
    """The sentence: of a command that has commands of its own, or of the program (None), which takes files and
    addresses as well."""
    if found == "-" and of_group is None:
        return _STDIN
    names = list(COMMANDS) if of_group is None else of_group
    near = near_commands(found, names)
    if of_group is None:
        near += near_files(Path(found))
    said = _NOTHING if of_group is None else _NO_COMMAND
    return said.fill(found=found[:_SHOWN], near=did_you_mean(near), names=", ".join(names))


def near_commands(found: str, names: Collection[str]) -> list[str]:
    """The command that its keys spell, if it was typed with the Thai keyboard on; else the nearest."""
    typed = "".join(kedmanee().get(char, char) for char in found)
    return [typed] if typed in names else nearest(found, names)

"""Every path that this run reads, whatever named it: taken from the parser, so that no command can forget one.

An option or argument that takes a path is an input, unless it is one of `_OUTPUTS`; besides there are the settings
file and the registry that was imported, which are found without being named. Whoever writes asks `refuse_input`.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from ..model.errors import RequestError
from ..model.text import Text
from .configured import own_files
from .registry_file import NONE, registry_path

_OUTPUTS = frozenset({"output", "mark", "split"})
_MAILS = frozenset({"paths", "bounces"})
"""Parameters whose folders hold mails; those of all others hold notices."""

_MAY_BE_FILES = frozenset({"since_"})
"""Parameters whose values are files where they are nothing else."""

_PERHAPS = frozenset({"target"})
"""Parameters that may be a path, or something else."""

_STDIN = Path("/dev/fd/0")
_ONE_STDIN = Text(
    "ใช้ - (อินพุตมาตรฐาน) ได้เพียงครั้งเดียว ระบุชื่อไฟล์อื่น", "only one input can be - (standard input); name the others' files"
)
_SAME = Text(
    "{option} {file}: เป็นไฟล์ต้นทาง จะไม่เขียนทับ ใช้ชื่ออื่น",
    "{option} {file}: this is the input, which is never written over; use another name",
)
_INSIDE = Text(
    "{option} {folder}: ไฟล์ต้นทาง {file} อยู่ในโฟลเดอร์นี้และอาจถูกเขียนทับ ใช้โฟลเดอร์อื่น",
    "{option} {folder}: the input {file} stands in this folder and might be written over; use another folder",
)


class Input(NamedTuple):
    """A path that is read, the option that names it (an argument's own name), and which files of it, if a folder."""

    option: str
    path: Path
    is_read: Callable[[Path], bool]


_inputs: list[Input] = []


def take_inputs(parameters: list[Any], values: dict[str, Any]) -> None:
    """The inputs of a command that is about to run, from its parameters as the parser knows them.

    Raises RequestError where standard input is to be read twice.
    """
    _inputs.clear()
    from_stdin = 0
    for parameter in parameters:
        is_path = parameter.name not in _OUTPUTS and (parameter.type.name == "path" or parameter.name in _MAY_BE_FILES)
        if is_path or parameter.name in _PERHAPS:
            option = parameter.opts[0]
            found = values.get(parameter.name)
            for path in [found] if isinstance(found, str | Path) else found or ():
                from_stdin += str(path) == "-"
                if is_path:
                    _add(option, Path(path), _is_mail if parameter.name in _MAILS else _is_document)
    if from_stdin > 1:
        raise RequestError(_ONE_STDIN)
    if "registry" in values and not values.get("no_registry"):
        named = values["registry"]
        stored = registry_path(None, False) if named is None or str(named) == NONE else None
        if stored is not None:
            _add("--registry", stored, _is_document)


def inputs() -> Iterator[Input]:
    """Those of this run."""
    yield from _inputs
    for file in own_files():
        yield Input("--config", file, _is_document)


def refuse_input(option: str, target: Path) -> None:
    """Raises RequestError where writing there would change what this run reads.

    What an option names may be written by that option itself: a baseline is read to be renewed.
    """
    for one in inputs():
        if one.option != option and _is_of(target, one):
            raise RequestError(_SAME, option=option, file=target)


def refuse_folder(option: str, folder: Path) -> None:
    """Raises RequestError where one of the files that are read stands in a folder that will be filled."""
    for one in inputs():
        if one.path.exists() and folder.exists() and one.path.resolve().parent == folder.resolve():
            raise RequestError(_INSIDE, option=option, folder=folder, file=one.path.name)


def _add(option: str, path: Path, is_read: Callable[[Path], bool]) -> None:
    if str(path) != "-":
        _inputs.append(Input(option, path, is_read))
    elif _STDIN.exists():  # `- < list.csv` reads that file, by whatever name
        _inputs.append(Input(option, _STDIN, is_read))


def _is_mail(path: Path) -> bool:
    from ..bounces.containers import is_mail_file  # nine of ten runs write nothing, and so ask for no folder's files

    return is_mail_file(path)


def _is_document(path: Path) -> bool:
    from ..whose_notice.files import is_document

    return is_document(path.name)


def _is_of(target: Path, one: Input) -> bool:
    """Whether a target is an input, or one of the files of a folder that is; by identity, whatever it is called."""
    try:
        found = target.stat()
        other = one.path.stat()
    except (OSError, ValueError):  # one of them is not there
        return False
    if os.path.samestat(found, other):
        return True
    return one.path.is_dir() and any(os.path.samestat(found, inside) for inside in _read_of(one))


def _read_of(one: Input) -> Iterator[os.stat_result]:
    from ..intake.folders import walk

    for found in walk(one.path, lambda *_: None):
        if one.is_read(found.path):
            with suppress(OSError):  # it is gone meanwhile
                yield found.path.stat()

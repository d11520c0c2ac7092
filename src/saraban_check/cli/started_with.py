"""Started with files or addresses and no command: the arguments become those of the command that is meant.

Nothing is done here: everything else is that command's own behaviour. A word that is a command is one, whatever files
there are (`./classify` is the file).
"""

from collections.abc import Callable, Container, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from ..intake.folders import is_folder
from ..model.errors import RequestError
from ..model.os_reasons import reason_of
from ..model.text import Text
from .file_purpose import Given, Purpose
from .not_taken import not_taken

_FLAGS = ("-q", "--quiet", "-v", "--verbose", "--ascii", "--no-ascii", "--no-registry")
_WITH_VALUE = ("--lang", "--color", "--config", "--registry")
"""General options, which may stand before what they are for."""
_OUTPUTS = ("-o", "--output", "--format", "--mark", "--split")
"""Who says where the result goes is not given files beside."""
_TAKEN = (Purpose.LIST, Purpose.NOTICE, Purpose.MAIL, Purpose.DELIVERY)
SAID_FOR = {"help": "--help", "/?": "--help", "version": "--version", "check": ""}
"""Words that other programs have as commands, and what they mean here; `check` is what is done without one."""

_SEVERAL_LISTS = Text(
    "ระบุรายชื่อได้ครั้งละหนึ่งไฟล์ ({files}) ถ้าจะเทียบสองรอบใช้ saraban-check compare รอบก่อน รอบนี้",
    "one list at a time ({files}); to compare two rounds use saraban-check compare OLD NEW",
)
_MIXED = Text(
    "มีทั้งประกาศฯ และอีเมล ({files}) แต่ไม่มีรายชื่อหน่วยงาน ระบุทีละอย่าง หรือเพิ่มไฟล์รายชื่อ",
    "both notices and mails ({files}), and no list of agencies; give one kind at a time, or the list with them",
)
_DENIED = Text("{file}: เปิดไม่ได้ ({reason})", "{file}: it cannot be opened ({reason})")


class Started(NamedTuple):
    """A command's arguments. `writes` are files that were added to them; `taken` is the first of those that would have
    been added, if it were free."""

    arguments: list[str]
    writes: tuple[Path, ...] = ()
    taken: Path | None = None


class Ways(NamedTuple):
    """What is known of the world outside the arguments: the commands, what a file is for, what an address looks like,
    and where results of some files go, by their endings (and which name was not free)."""

    commands: Container[str]
    purpose_of: Callable[[Path], Given]
    is_address: Callable[[str], bool]
    beside: Callable[[Sequence[Path], Sequence[str]], tuple[list[Path], Path | None]]


def started_with(arguments: Sequence[str], ways: Ways) -> Started:
    """What is meant by arguments that begin with no command; the arguments as they are where nobody can tell.

    Raises RequestError where the files are of a kind, or together in a way, that no command takes; InputError for a
    device or a pipe.
    """
    before, rest = _general(arguments)
    if rest[:1] == ["help"] and len(rest) > 1 and rest[1] in ways.commands:
        return Started([*rest[1:], "--help", *before])
    if rest and (said := SAID_FOR.get(rest[0])) is not None:
        return Started([said]) if said else started_with([*before, *rest[1:]], ways)
    if not rest or (rest[0].startswith("-") and rest[0] != "--"):
        return Started(list(arguments))
    if rest[0] in ways.commands:
        return Started([rest[0], *before, *rest[1:]])
    words = rest[1:] if rest[0] == "--" else rest
    files = _leading_files(words, may_begin_so=rest[0] == "--")
    if files:
        return _of_files(files, [*words[len(files) :], *before], ways)
    return Started([*(["address"] if words and ways.is_address(words[0]) else []), *words, *before])


def _general(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """The general options that stand first, and the rest."""
    at = 0
    while at < len(arguments):
        word, equals, _ = arguments[at].partition("=")
        if word in _WITH_VALUE:
            at += 1 if equals else 2
        elif word in _FLAGS:
            at += 1
        else:
            break
    return list(arguments[:at]), list(arguments[at:])


def _leading_files(words: Sequence[str], *, may_begin_so: bool) -> list[Path]:
    """The paths that stand first, of whatever is there; a name like an option's counts behind `--` only."""
    files = []
    for word in words:
        if word.startswith("-") and not may_begin_so:
            break
        try:
            path = Path(word)
            if not word or not path.exists():
                break
        except (OSError, ValueError):  # a name that no file can have
            break
        # the parser would take `-rf.csv` for an option, and `-` for standard input
        files.append(path.absolute() if str(path).startswith("-") else path)
    return files


def _of_files(files: Sequence[Path], rest: list[str], ways: Ways) -> Started:
    by: dict[Purpose, list[Path]] = {purpose: [] for purpose in Purpose}
    for file in files:
        try:
            is_folder(file)  # no device, and no pipe, which could be read but once
            given = ways.purpose_of(file)
        except OSError as error:
            raise RequestError(_DENIED, file=file, reason=reason_of(error)) from None
        if given.purpose not in _TAKEN:
            raise not_taken(file, given)
        by[given.purpose].append(file)
    command, endings = _command(by)
    if _says_where(rest):
        return Started([*command, *rest])
    writes, taken = ways.beside(files if len(by[Purpose.LIST]) != 1 else by[Purpose.LIST], endings)
    outputs = [word for path in writes for word in ("-o", str(path))]
    return Started([*command, *outputs, *rest], tuple(writes), taken)


def _command(by: dict[Purpose, list[Path]]) -> tuple[list[str], tuple[str, ...]]:
    """The command with its files, and the endings of what is written beside them."""
    lists, notices, mails = by[Purpose.LIST], by[Purpose.NOTICE], by[Purpose.MAIL]
    if len(lists) > 1:
        raise RequestError(_SEVERAL_LISTS, files=_names(lists))
    if lists:
        evidence = {"--bounces": mails, "--notices": notices, "--delivery": by[Purpose.DELIVERY]}
        more = [word for option, files in evidence.items() for file in files for word in (option, str(file))]
        return ["classify", str(lists[0]), *more], (".xlsx", ".html")
    if by[Purpose.DELIVERY]:
        raise not_taken(by[Purpose.DELIVERY][0], Given(Purpose.DELIVERY))
    if notices and mails:
        raise RequestError(_MIXED, files=_names([*notices, *mails]))
    if notices:
        is_one = len(notices) == 1 and not notices[0].is_dir()
        return ["notice", *map(str, notices)], (".html",) if is_one else (".xlsx", ".html")
    return ["bounces", *map(str, mails)], (".csv",)


def _says_where(rest: Iterable[str]) -> bool:
    return any(word.partition("=")[0] in _OUTPUTS or word[:2] == "-o" for word in rest)


def _names(files: Iterable[Path]) -> str:
    return ", ".join(file.name for file in files)

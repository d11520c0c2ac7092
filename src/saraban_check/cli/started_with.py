"""Started with files or addresses and no command: the arguments become those of the command that is meant.

Nothing is done here: everything else is that command's own behaviour. A word that is a command is one, whatever files
there are (`./classify` is the file).
"""

from collections.abc import Callable, Container, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from ..model.errors import RequestError
from ..model.text import Text
from .file_purpose import Given, Purpose

_FLAGS = ("-q", "--quiet", "-v", "--verbose", "--ascii", "--no-ascii", "--no-registry")
_WITH_VALUE = ("--lang", "--color", "--config", "--registry")
"""General options, which may stand before what they are for."""
_OUTPUTS = ("-o", "--output", "--format", "--mark", "--split")
"""Who says where the result goes is not given files beside."""

_SEVERAL_LISTS = Text(
    "ระบุรายชื่อได้ครั้งละหนึ่งไฟล์ ({files}) ถ้าจะเทียบสองรอบใช้ saraban-check compare รอบก่อน รอบนี้",
    "one list at a time ({files}); to compare two rounds use saraban-check compare OLD NEW",
)
_MIXED = Text(
    "มีทั้งประกาศฯ และอีเมล ({files}) แต่ไม่มีรายชื่อหน่วยงาน ระบุทีละอย่าง หรือเพิ่มไฟล์รายชื่อ",
    "both notices and mails ({files}), and no list of agencies; give one kind at a time, or the list with them",
)
_NO_LIST = Text(
    "{file}: เป็นผลการส่ง (delivery.csv) ใช้พร้อมรายชื่อ: saraban-check classify รายชื่อ --delivery {file}",
    "{file}: this is delivery (delivery.csv), for use with a list: saraban-check classify LIST --delivery {file}",
)
_SAVED = Text(
    "{file}: เป็นผลที่บันทึกไว้ของคำสั่ง {kind} ไม่ใช่รายชื่อ ประกาศฯ หรืออีเมล {use}",
    "{file}: this is a saved result of the command {kind}, not a list, a notice or a mail; {use}",
)
_USES = {
    "classify": Text(
        "เทียบกับรอบอื่นด้วย saraban-check compare {file} รายชื่อ", "compare it with saraban-check compare {file} LIST"
    ),
    "baseline": Text(
        "ใช้กับ saraban-check classify รายชื่อ --baseline {file}", "it is for saraban-check classify LIST --baseline {file}"
    ),
}
_NO_USE = Text("ระบุไฟล์ต้นทางแทน", "name the file that it was made from")
_PAGE = Text(
    "{file}: เป็นหน้าผลที่โปรแกรมนี้เขียน เปิดด้วยเบราว์เซอร์ ถ้าจะตรวจใหม่ให้ระบุไฟล์ต้นทาง",
    "{file}: this is a page that this program wrote; open it in a browser, or name the file that it was made from",
)
_NONE = Text("{file}: ไม่ใช่ไฟล์ที่โปรแกรมนี้อ่าน{kind} {takes}", "{file}: not a file that this program reads{kind}; {takes}")
_NONE_IN = Text(
    "{file}: โฟลเดอร์นี้ไม่ได้มีแต่ประกาศฯ หรือมีแต่อีเมล {takes}",
    "{file}: this folder holds neither notices alone nor mails alone; {takes}",
)
_TAKES = Text(
    "ใช้รายชื่อหน่วยงาน (XLSX, CSV) ประกาศฯ (PDF, DOCX, ภาพ, HTML) อีเมลตีกลับ (mbox, .eml, .zip) หรือที่อยู่อีเมล",
    "give a list of agencies (XLSX, CSV), a notice (PDF, DOCX, picture, HTML), mails (mbox, .eml, .zip) or an address",
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

    Raises RequestError where the files are of a kind, or together in a way, that no command takes.
    """
    before, rest = _general(arguments)
    if not rest or rest[0].startswith("-"):
        return Started(list(arguments))
    if rest[0] in ways.commands:
        return Started([rest[0], *before, *rest[1:]])
    files = _leading_files(rest)
    if files:
        return _of_files(files, [*rest[len(files) :], *before], ways)
    return Started([*(["address"] if ways.is_address(rest[0]) else []), *rest, *before])


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


def _leading_files(words: Sequence[str]) -> list[Path]:
    files = []
    for word in words:
        try:
            if word.startswith("-") or not ((path := Path(word)).is_file() or path.is_dir()):
                break
        except (OSError, ValueError):  # a name that no file can have
            break
        files.append(path)
    return files


def _of_files(files: Sequence[Path], rest: list[str], ways: Ways) -> Started:
    by: dict[Purpose, list[Path]] = {purpose: [] for purpose in Purpose}
    for file in files:
        try:
            given = ways.purpose_of(file)
        except OSError as error:
            raise RequestError(_DENIED, file=file, reason=error.strerror or str(error)) from None
        if given.purpose in (Purpose.SAVED, Purpose.PAGE, Purpose.NONE):
            raise _no_use(file, given)
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
        raise RequestError(_NO_LIST, file=by[Purpose.DELIVERY][0])
    if notices and mails:
        raise RequestError(_MIXED, files=_names([*notices, *mails]))
    if notices:
        is_one = len(notices) == 1 and not notices[0].is_dir()
        return ["notice", *map(str, notices)], (".html",) if is_one else (".xlsx", ".html")
    return ["bounces", *map(str, mails)], (".csv",)


def _says_where(rest: Iterable[str]) -> bool:
    return any(word.partition("=")[0] in _OUTPUTS or word[:2] == "-o" for word in rest)


def _no_use(file: Path, given: Given) -> RequestError:
    if given.purpose is Purpose.PAGE:
        return RequestError(_PAGE, file=file)
    if given.purpose is Purpose.SAVED:
        use = _USES.get(given.kind, _NO_USE).fill(file=file)
        return RequestError(_SAVED, file=file, kind=given.kind, use=use)
    if file.is_dir():
        return RequestError(_NONE_IN, file=file, takes=_TAKES)
    return RequestError(_NONE, file=file, kind=f" ({given.kind})" if given.kind else "", takes=_TAKES)


def _names(files: Iterable[Path]) -> str:
    return ", ".join(file.name for file in files)

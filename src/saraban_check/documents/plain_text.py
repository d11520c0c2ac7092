"""Plain text: which encoding it is in, by the rules of intake/encoding.py, said for somebody who has a notice."""

from pathlib import Path

from ..intake.encoding import find_encoding
from ..intake.limits import Limits, too_much
from ..intake.named_file import read_named
from ..model.errors import InputError
from ..model.text import Text

_MOST_BYTES_EACH = 4
_UNDECODABLE = Text(
    "{file}: บรรทัด {line}: ไบต์ 0x{byte:02X} อ่านไม่ได้ทั้งแบบ UTF-8 และ Windows-874 บันทึกประกาศใหม่เป็นข้อความ UTF-8 หรือ DOCX",
    "{file}: line {line}: byte 0x{byte:02X} is neither UTF-8 nor Windows-874; save the notice as UTF-8 text or DOCX",
)
_NOT_IN_ENCODING = Text(
    "{file}: บรรทัด {line}: ไบต์ 0x{byte:02X} อ่านแบบ {encoding} ไม่ได้ บันทึกประกาศใหม่เป็นข้อความ UTF-8 หรือ DOCX",
    "{file}: line {line}: byte 0x{byte:02X} is not {encoding}; save the notice again as UTF-8 text or DOCX",
)
_NUL = Text(
    "{file}: บรรทัด {line}: มีไบต์ 0x00 จึงไม่ใช่ข้อความ บันทึกประกาศใหม่เป็น DOCX, PDF หรือข้อความ UTF-8",
    "{file}: line {line}: a byte 0x00, so this is no text; save the notice again as DOCX, PDF or UTF-8 text",
)


def read_plain_text(path: Path, name: str, limits: Limits, encoding: str | None) -> str:
    """The text of a file. `encoding` is what the user asked for.

    Raises InputError where it holds bytes that cannot be decoded or is beyond a limit, RequestError where there is no
    such encoding.
    """
    check_size(path, name, limits)
    data = read_named(path, limits.file_mb, name=name, limit="file_mb")
    try:
        found = find_encoding(path, encoding, data)
    except InputError as error:
        raise _reworded(error, name) from None
    return checked(data.decode(found), name, limits)


def check_size(path: Path, name: str, limits: Limits) -> None:
    """Raises InputError where a file is so large that it must have too many characters, before it is read."""
    size = path.stat().st_size
    if size > limits.characters * _MOST_BYTES_EACH:
        raise too_much(name, "characters", f"> {size // _MOST_BYTES_EACH:,}", limits.characters)


def checked(text: str, name: str, limits: Limits) -> str:
    """The text. Raises InputError where it has too many characters, or NUL among them."""
    if len(text) > limits.characters:
        raise too_much(name, "characters", f"{len(text):,}", limits.characters)
    if (nul := text.find("\0")) >= 0:
        raise InputError(_NUL, file=name, line=text.count("\n", 0, nul) + 1)
    return text


def undecodable(data: bytes, at: int, name: str) -> InputError:
    """The error for a byte that is in no encoding which could be meant."""
    return InputError(_UNDECODABLE, file=name, line=data.count(b"\n", 0, at) + 1, byte=data[at])


def not_in_encoding(data: bytes, at: int, encoding: str, name: str) -> InputError:
    """The error for a byte that is not in the encoding which was asked for, or which the file states."""
    line = data.count(b"\n", 0, at) + 1
    return InputError(_NOT_IN_ENCODING, file=name, line=line, byte=data[at], encoding=encoding)


def _reworded(error: InputError, name: str) -> InputError:
    parts = error.parts
    if "byte" not in parts:
        return error
    return InputError(_NOT_IN_ENCODING if "encoding" in parts else _UNDECODABLE, **{**parts, "file": name})

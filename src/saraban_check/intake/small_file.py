"""A small file of our own making (a baseline, a registry): read whole, or refused in one sentence."""

from pathlib import Path

from ..model.errors import InputError
from ..model.text import Text

_MOST_MB = 100
_MISSING = Text("{file}: ไม่พบไฟล์นี้ ตรวจชื่อและโฟลเดอร์", "{file}: there is no such file; check its name and folder")
_DENIED = Text("{file}: เปิดไฟล์ไม่ได้ ({reason})", "{file}: the file cannot be opened ({reason})")
_NOT_TEXT = Text("{file}: ไม่ใช่ข้อความ UTF-8", "{file}: this is not UTF-8 text")
_TOO_LARGE = Text("ใหญ่เกิน {most} MB", "it is larger than {most} MB")


def read_small_bytes(path: Path) -> bytes:
    """What it holds. Raises InputError where it is missing or too large."""
    try:
        with path.open("rb") as file:  # a pipe will do, and one without end is not read to its end
            data = file.read((_MOST_MB << 20) + 1)
    except FileNotFoundError:
        raise InputError(_MISSING, file=str(path)) from None
    except (OSError, ValueError) as error:
        raise InputError(_DENIED, file=path.name, reason=getattr(error, "strerror", None) or str(error)) from None
    if len(data) > _MOST_MB << 20:
        raise InputError(_DENIED, file=path.name, reason=_TOO_LARGE.fill(most=_MOST_MB))
    return data


def read_small_file(path: Path) -> str:
    """Its text. Raises InputError where it is missing, too large, or no UTF-8."""
    try:
        return read_small_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(_NOT_TEXT, file=path.name) from None

"""Read pictures of pages with Tesseract, where that and its Thai model are installed.

The program is called as it is: a library around it would leave it running, and its files behind, where a run is ended.
"""

import subprocess
from pathlib import Path

from ..intake.limits import too_much
from ..model.errors import InputError
from ..model.text import Text

INSTALL = Text(
    "ติดตั้ง Tesseract พร้อมภาษาไทย (Debian/Ubuntu: apt install tesseract-ocr-tha) แล้วลองอีกครั้ง",
    "install Tesseract with its Thai model (Debian/Ubuntu: apt install tesseract-ocr-tha) and try again",
)
_PROGRAM = "tesseract"
_THAI, _LATIN = "tha", "eng"
_ONE_COLUMN = ("--psm", "4")  # as notices are; marks of Thai are less often taken for lines of their own
_ANSWERS_IN = 20  # seconds, to say what is installed
_FAILED = Text(
    "{file}: หน้า {page}: Tesseract อ่านภาพสแกนไม่สำเร็จ ตรวจการติดตั้ง Tesseract หรือใช้ไฟล์ต้นฉบับ (DOCX)",
    "{file}: page {page}: Tesseract could not read the scan; check how it is installed, or use the original (DOCX)",
)


def ocr_languages() -> str | None:
    """The models to read with, as Tesseract names them; None where something is not installed."""
    try:
        said = _tesseract("--list-langs", seconds=_ANSWERS_IN)
    except (OSError, subprocess.SubprocessError):  # missing, or not answering as it should
        return None
    installed = said.split()
    if _THAI not in installed:
        return None
    return f"{_THAI}+{_LATIN}" if _LATIN in installed else _THAI


def read_picture(picture: Path, page: int, dpi: int, languages: str, file: str, seconds: int) -> str:
    """The text on a picture. Raises InputError where Tesseract fails, or takes more than so many seconds.

    `page` (1 = first) and `file` are for the message.
    """
    how = ("-l", languages, *_ONE_COLUMN, "--dpi", str(dpi))
    try:
        return _tesseract(str(picture), "stdout", *how, seconds=seconds)
    except subprocess.TimeoutExpired:
        place = Text(f" หน้า {page}", f" page {page}")
        raise too_much(file, "ocr_seconds", f"> {seconds}", seconds, place) from None
    except (OSError, subprocess.SubprocessError):
        raise InputError(_FAILED, file=file, page=page) from None


def _tesseract(*arguments: str, seconds: int) -> str:
    """What Tesseract writes. `run` ends it also when Ctrl-C, or whatever else, ends the waiting for it."""
    done = subprocess.run(
        [_PROGRAM, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        timeout=seconds,
        check=True,
        encoding="utf-8",
        errors="replace",
    )
    return done.stdout

"""Read pictures of pages with Tesseract, where that and its Thai model are installed.

The program is called as it is: a library around it would leave it running, and its files behind, where a run is ended.
"""

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from ..intake.limits import too_much
from ..model.errors import InputError
from ..model.notice import Box, ReadWord
from ..model.text import Text
from .programs import find_program

INSTALL = Text(
    "ติดตั้ง Tesseract พร้อมภาษาไทย (Debian/Ubuntu: apt install tesseract-ocr-tha; macOS: brew install tesseract-lang; "
    "Windows: ตัวติดตั้งของ UB Mannheim เลือกภาษา Thai) แล้วลองอีกครั้ง",
    "install Tesseract with its Thai model (Debian/Ubuntu: apt install tesseract-ocr-tha; macOS: brew install "
    "tesseract-lang; Windows: UB Mannheim's installer with Thai chosen) and try again",
)
_PROGRAM = "tesseract"
_THAI, _LATIN = "tha", "eng"
_ONE_COLUMN = ("--psm", "4")  # as notices are; marks of Thai are less often taken for lines of their own
_TEXT_AND_PLACES = ("txt", "tsv")  # one run gives both, the places first
_PAGE, _WORD = "1", "5"  # the levels of a row of places that are looked at
_COLUMNS = 12  # of such a row: level, page, block, paragraph, line, word, left, top, width, height, confidence, text
_ANSWERS_IN = 20  # seconds, to say what is installed
_FAILED = Text(
    "{file}: หน้า {page}: Tesseract อ่านภาพสแกนไม่สำเร็จ ตรวจการติดตั้ง Tesseract หรือใช้ไฟล์ต้นฉบับ (DOCX)",
    "{file}: page {page}: Tesseract could not read the scan; check how it is installed, or use the original (DOCX)",
)


class OcrPage(NamedTuple):
    """The text of a page, and of each line with words these with their places, in the order of the text."""

    text: str
    lines: tuple[tuple[ReadWord, ...], ...] = ()


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


def read_picture(picture: Path, page: int, dpi: int, languages: str, file: str, seconds: int) -> OcrPage:
    """What is on a picture. Raises InputError where Tesseract fails, or takes more than so many seconds.

    `page` (1 = first) and `file` are for the message.
    """
    how = ("-l", languages, *_ONE_COLUMN, "--dpi", str(dpi), *_TEXT_AND_PLACES)
    try:
        return _page(_tesseract(picture.name, "stdout", *how, seconds=seconds, folder=picture.parent))
    except subprocess.TimeoutExpired:
        place = Text(f" หน้า {page}", f" page {page}")
        raise too_much(file, "ocr_seconds", f"> {seconds}", seconds, place) from None
    except (OSError, subprocess.SubprocessError):
        raise InputError(_FAILED, file=file, page=page) from None


def _page(said: str) -> OcrPage:
    rows, text = [], []
    for line in said.split("\n"):
        cells = line.split("\t")
        if len(cells) == _COLUMNS:
            rows.append(cells)
        else:
            text.append(line)
    return OcrPage("\n".join(text), tuple(_lines(rows)))


def _lines(rows: Sequence[Sequence[str]]) -> Iterator[tuple[ReadWord, ...]]:
    """The words line by line. Nothing where the rows are not as Tesseract writes them."""
    try:
        width, height = next((int(row[8]), int(row[9])) for row in rows if row[0] == _PAGE)
        lines: dict[tuple[str, ...], list[ReadWord]] = {}
        for row in rows:
            if row[0] == _WORD and row[11].strip():
                left, top, wide, high = map(int, row[6:10])
                box = Box(left / width, top / height, (left + wide) / width, (top + high) / height)
                lines.setdefault(tuple(row[2:5]), []).append(ReadWord(row[11], box))
    except (StopIteration, ValueError, ZeroDivisionError):
        return
    yield from map(tuple, lines.values())


def _tesseract(*arguments: str, seconds: int, folder: Path | None = None) -> str:
    """What Tesseract writes. `run` ends it also when Ctrl-C, or whatever else, ends the waiting for it.

    It is started in the folder of what it reads: on Windows it opens no path that its code page has no letters for.
    """
    program = find_program(_PROGRAM, "Tesseract-OCR")
    if program is None:
        raise FileNotFoundError
    done = subprocess.run(
        [program, *arguments],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        timeout=seconds,
        check=True,
        encoding="utf-8",
        errors="replace",
    )
    return done.stdout

"""Read pictures of pages with Tesseract, where that, its Thai model, pytesseract and Pillow are installed."""

from pathlib import Path

from ..intake.limits import too_much
from ..model.errors import InputError
from ..model.text import Text

INSTALL = Text(
    "ติดตั้ง Tesseract พร้อมภาษาไทย (Debian/Ubuntu: tesseract-ocr-tha) และ pip install 'saraban-check[ocr]'",
    "install Tesseract with its Thai model (Debian/Ubuntu: tesseract-ocr-tha) and pip install 'saraban-check[ocr]'",
)
_THAI, _LATIN = "tha", "eng"
_ONE_COLUMN = "--psm 4"  # as notices are; marks of Thai are less often taken for lines of their own
_FAILED = Text(
    "{file}: หน้า {page}: Tesseract อ่านภาพสแกนไม่สำเร็จ ตรวจการติดตั้ง Tesseract หรือใช้ไฟล์ต้นฉบับ (DOCX)",
    "{file}: page {page}: Tesseract could not read the scan; check how it is installed, or use the original (DOCX)",
)


def ocr_languages() -> str | None:
    """The models to read with, as Tesseract names them; None where something is not installed."""
    try:
        import pytesseract

        installed = pytesseract.get_languages()
    except (ImportError, OSError, RuntimeError, ValueError):  # Tesseract missing, or not answering as it should
        return None
    if _THAI not in installed:
        return None
    return f"{_THAI}+{_LATIN}" if _LATIN in installed else _THAI


def read_picture(picture: Path, page: int, dpi: int, languages: str, file: str, seconds: int) -> str:
    """The text on a picture. Raises InputError where Tesseract fails, or takes more than so many seconds.

    `page` (1 = first) and `file` are for the message.
    """
    import pytesseract

    try:
        found: str = pytesseract.image_to_string(
            str(picture), lang=languages, config=f"{_ONE_COLUMN} --dpi {dpi}", timeout=seconds
        )
    except pytesseract.TesseractError:
        raise InputError(_FAILED, file=file, page=page) from None
    except RuntimeError:  # pytesseract's way to say that it took too long, and was ended
        place = Text(f" หน้า {page}", f" page {page}")
        raise too_much(file, "ocr_seconds", f"> {seconds}", seconds, place) from None
    except OSError:
        raise InputError(_FAILED, file=file, page=page) from None
    return found

"""What the helper process is asked, and what its answers mean: a problem is an error that says what to do."""

from pathlib import Path
from typing import Any

from ..intake.helper import DiedError, Helper, SaidTooMuchError, TookTooLongError
from ..intake.limits import Limits, too_much
from ..model.errors import InputError
from ..model.text import Text

_MODULE = "saraban_check.documents.pdf_process"
_MEMORY_MB = 2048
_BYTES_A_CHARACTER = 12
"""In JSON, where a character may be a pair of `\\uXXXX`."""

_PASSWORD = Text(
    "{file}: PDF มีรหัสผ่าน บันทึกใหม่โดยไม่มีรหัสผ่านแล้วลองอีกครั้ง",
    "{file}: the PDF is protected by a password; save it without one and try again",
)
_DAMAGED = Text(
    "{file}: PDF เสียหายหรือไม่ใช่ PDF ที่อ่านได้ สร้าง PDF ใหม่จากต้นฉบับหรือขอไฟล์ใหม่",
    "{file}: the PDF is damaged or cannot be read; make it again from the original, or ask for it anew",
)
_UNSAFE = Text(
    "{file}: เปิด PDF นี้อย่างปลอดภัยไม่ได้ สร้าง PDF ใหม่จากต้นฉบับ หรือใช้ DOCX",
    "{file}: this PDF could not be opened safely; make it again from the original, or use DOCX",
)
_DAMAGED_PICTURE = Text(
    "{file}: ไฟล์ภาพเสียหายหรือเปิดไม่ได้ สแกนใหม่หรือขอไฟล์ใหม่",
    "{file}: the picture is damaged or cannot be opened; scan it again, or ask for it anew",
)
_TOO_LARGE = Text(
    "{file}: ภาพใหญ่เกินไป ({found} ล้านพิกเซล) สแกนใหม่ที่ 300 dpi",
    "{file}: the picture is too large ({found} million pixels); scan it again at 300 dpi",
)


class AskedHelper:
    """The helper process, started when first asked. `unsafe` ends an answer that broke it or told too much."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._helper = Helper(_MODULE, memory_mb=_MEMORY_MB)

    def ask(self, request: dict[str, Any], path: Path, name: str, *, is_picture: bool = False) -> dict[str, Any]:
        """Its answer about a file that the user calls `name`. Raises InputError where there is a problem."""
        limits = self._limits
        most = limits.characters * _BYTES_A_CHARACTER + limits.pages * 200 + 1000
        seconds = limits.pdf_seconds
        asked = {**request, "path": str(path.absolute()), "is_picture": is_picture, "seconds": seconds}
        try:
            answer = self._helper.ask(asked, seconds, most)
        except TookTooLongError:
            raise too_much(name, "pdf_seconds", f"> {seconds}", seconds) from None
        except (DiedError, SaidTooMuchError):
            raise InputError(_DAMAGED_PICTURE if is_picture else _UNSAFE, file=name) from None
        match answer.get("problem"):
            case None | "no-pillow":
                return answer
            case "said":
                raise InputError(Text("{said}", "{said}"), said=Text(answer["th"], answer["en"]))
            case "password":
                raise InputError(_PASSWORD, file=name)
            case "too-many-pages" if is_picture:
                raise too_much(name, "ocr_pages", f"> {limits.ocr_pages:,}", limits.ocr_pages)
            case "too-many-pages":
                raise too_much(name, "pages", f"{answer['found']:,}", limits.pages)
            case "too-much-text":
                raise too_much(name, "characters", f"> {limits.characters:,}", limits.characters)
            case "too-large":
                raise InputError(_TOO_LARGE, file=name, found=f"{answer['found'] / 1_000_000:,.0f}")
            case _:
                raise InputError(_DAMAGED_PICTURE if is_picture else _DAMAGED, file=name)

    def unsafe(self, name: str) -> InputError:
        """The error for an answer that is none."""
        return InputError(_UNSAFE, file=name)

    def close(self) -> None:
        """End the process; another is started when something is asked afterwards."""
        self._helper.close()

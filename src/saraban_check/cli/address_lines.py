"""Addresses from standard input, one a line."""

import sys

from ..model.errors import InputError, RequestError
from ..model.text import Text

_MOST_MB = 10
"""Some 300,000 addresses: each is held with all that is said of it."""
_TOO_MUCH = Text(
    "อินพุตมาตรฐาน: เกิน {most} MB หรือไม่มีวันจบ ส่งรายการที่สั้นกว่านี้ หรือใช้ saraban-check classify กับรายชื่อ",
    "standard input: more than {most} MB, or without an end; send fewer, or use saraban-check classify for a list",
)
_TOO_LONG = Text(
    "อินพุตมาตรฐาน บรรทัด {line}: ยาว {found} ตัวอักษร เกิน {most} ตรวจว่าเป็นรายการที่อยู่ บรรทัดละหนึ่ง",
    "standard input, line {line}: {found} characters, more than {most}; see that there is one address a line",
)
_NOT_TEXT = Text(
    "อินพุตมาตรฐาน บรรทัด {line}: ไม่ใช่ข้อความ UTF-8 บันทึกเป็น UTF-8 แล้วลองใหม่",
    "standard input, line {line}: not UTF-8 text; save it as UTF-8 and try again",
)


def address_lines() -> list[str]:
    """The lines of standard input, but for blank ones. Raises RequestError where they are no such list."""
    from ..intake.limits import read_limits
    from ..intake.stream import read_stream

    limits = read_limits([f"text_mb={_MOST_MB}"])
    try:
        data = b"".join(read_stream(sys.stdin.buffer, limits, name="-", limit="text_mb"))
    except InputError:
        raise RequestError(_TOO_MUCH, most=_MOST_MB) from None
    found = []
    for number, line in enumerate(data.rstrip().split(b"\n"), start=1):
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8").removesuffix("\r")
        except UnicodeDecodeError:
            raise RequestError(_NOT_TEXT, line=number) from None
        if len(text) > limits.cell:
            raise RequestError(_TOO_LONG, line=number, found=f"{len(text):,}", most=f"{limits.cell:,}")
        if text.strip():
            found.append(text)
    return found

"""What stands in the way of a file on Windows, found before any work is done for it."""

import os
import sys
from pathlib import Path

from ..model.text import Text
from ..model.windows_names import is_windows_name

_NAME = Text(
    'Windows ไม่รับชื่อไฟล์นี้ (ชื่อของอุปกรณ์ เช่น CON, NUL, อักขระ < > : " | ? * หรือจุดและช่องว่างท้ายชื่อ) ใช้ชื่ออื่น',
    'Windows takes no such name (a device, such as CON or NUL; one of < > : " | ? *; a dot or space at its end); '
    "use another name",
)
_HELD = Text(
    "โปรแกรมอื่นเปิดไฟล์นี้อยู่ ปิดไฟล์ใน Excel หรือโปรแกรมนั้นแล้วลองใหม่ ไฟล์เดิมไม่ถูกแตะต้อง",
    "another program has this file open; close it in Excel, or wherever it is open, and try again; "
    "what stood there is untouched",
)
_READ_ONLY = Text(
    "เป็นไฟล์อ่านอย่างเดียว (Read-only) ใช้ชื่ออื่น หรือเอาเครื่องหมายนั้นออกใน Properties ไฟล์เดิมไม่ถูกแตะต้อง",
    "this file is marked read-only; use another name, or clear the mark in its Properties; "
    "what stood there is untouched",
)


def obstacle(path: Path, error: OSError | None = None) -> Text | None:
    """What is in the way, and what to do; None where nothing is, or where only writing can tell.

    `error` is what writing told: some programs let a file be written, but not replaced.
    """
    return _on_windows(path, error) if sys.platform == "win32" else None


def _on_windows(path: Path, error: OSError | None) -> Text | None:
    if isinstance(error, PermissionError) and error.filename2 is not None:
        return _HELD
    if not is_windows_name(path.name):
        return _NAME
    if not path.is_file():
        return None
    if not os.access(path, os.W_OK):
        return _READ_ONLY
    try:
        path.open("r+b").close()
    except PermissionError:  # whoever lets others only read it would not let it be replaced either
        return _HELD
    return None

"""Open a file in the program that the user has for it: on a desktop, for a person at a terminal, and never in CI."""

import os
import subprocess
import sys
from pathlib import Path

from ..model.text import Text
from .streams import note

_FAILED = Text(
    "{file}: บันทึกแล้ว แต่เปิดให้ไม่ได้ เปิดไฟล์เอง", "{file}: it is written, but could not be opened; open it yourself"
)


def open_file(file: Path) -> None:
    """Ask for it to be opened; nothing is awaited, and where nobody could see it nothing is done."""
    if not has_desktop():
        return
    try:
        if sys.platform == "win32":
            os.startfile(file)  # noqa: S606  (the file is ours)
        else:
            opener = "open" if sys.platform == "darwin" else "xdg-open"
            nothing = subprocess.DEVNULL
            subprocess.Popen(
                [opener, str(file.resolve())], stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
            )
    except OSError:
        note(_FAILED, file=file)


def has_desktop() -> bool:
    """Whether a person sits before this terminal, and windows open there."""
    if os.environ.get("CI") or os.environ.get("SSH_CONNECTION") or not sys.stdout.isatty():
        return False
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))

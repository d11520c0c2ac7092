"""The console window that opens when a file is dragged on the program (Windows): kept until a key is struck.

It is ours alone where every process in it is this program or what starts it: the launcher and the interpreter. A
terminal of the user's has its shell in it, and is never held.
"""

import os
import sys
from pathlib import PureWindowsPath

from .console_programs import programs

_OURS = ("saraban-check", "python", "pythonw", "py")


def is_own_window() -> bool:
    """Whether this program alone owns the console that it writes to, with somebody before it."""
    if os.environ.get("CI"):
        return False
    names = programs()
    return bool(names) and all(_is_ours(name) for name in names) and sys.stdin.isatty() and sys.stdout.isatty()


def keep_window() -> None:
    """Wait for a key, and say so; whoever closes the window instead need not wait for us."""
    from .language import t  # which asks the settings, and they ask whether this window is ours
    from .streams import say
    from .windows_console import heed_closing

    heed_closing(False)
    say(t("\nกดปุ่มใดก็ได้เพื่อปิดหน้าต่างนี้", "\nPress any key to close this window"))
    if sys.platform == "win32":
        import msvcrt

        while msvcrt.kbhit():  # what was typed while it worked closes nothing
            msvcrt.getwch()
        msvcrt.getwch()


def _is_ours(program: str) -> bool:
    """`python3.13.exe`, `saraban-check.exe`."""
    name = PureWindowsPath(program).name.lower().removesuffix(".exe")
    return name.rstrip("0123456789.-") in _OURS or name.startswith(_OURS[0])

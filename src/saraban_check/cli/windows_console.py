"""What only a console of Windows has: a code page, escape sequences that must be asked for, a window that is closed."""

import os
import sys
from typing import TextIO

_MODERN = ("WT_SESSION", "ConEmuPID", "TERM_PROGRAM", "TERMINAL_EMULATOR", "ALACRITTY_LOG", "TERM")
"""Variables of terminals that find every sign in some font: of Windows Terminal, ConEmu, VS Code, JetBrains, …"""
_VIRTUAL_TERMINAL = 0x0004  # ENABLE_VIRTUAL_TERMINAL_PROCESSING

if sys.platform == "win32":
    import _thread
    import ctypes
    import msvcrt
    import signal
    import time

    _BREAK, _ENDS = 1, (2, 5, 6)  # CTRL_BREAK_EVENT; CTRL_CLOSE_EVENT, CTRL_LOGOFF_EVENT, CTRL_SHUTDOWN_EVENT
    _GRACE = 5.0  # seconds, after which Windows ends us whatever we do

    def drawn_with(stream: TextIO) -> str:
        """The encoding whose signs a terminal can draw: of the old console its code page, which its fonts are made for.

        It is given every character, but draws a box for each that its font lacks.
        """
        if any(os.environ.get(name) for name in _MODERN):
            return stream.encoding
        return f"cp{ctypes.windll.kernel32.GetConsoleOutputCP()}".replace("cp65001", "utf-8")

    def obeys_escapes(stream: TextIO) -> bool:
        """Whether it colours what escape sequences ask for; the console does from Windows 10 on, when it is told to."""
        kernel32, mode = ctypes.WinDLL("kernel32"), ctypes.c_uint32()
        try:
            handle = ctypes.c_void_p(msvcrt.get_osfhandle(stream.fileno()))
        except (OSError, ValueError):
            return False
        if not kernel32.GetConsoleMode(handle, ctypes.byref(mode)):  # NUL calls itself a terminal too
            return False
        return bool(kernel32.SetConsoleMode(handle, ctypes.c_uint32(mode.value | _VIRTUAL_TERMINAL)))

    def _closed(event: int) -> int:
        """Called in a thread of its own; of an end Windows ends us as soon as it returns, or when the run has ended."""
        if event != _BREAK and event not in _ENDS:
            return 0
        _thread.interrupt_main(signal.SIGBREAK)
        time.sleep(0 if event == _BREAK else _GRACE)
        return 1

    _told_by_windows = ctypes.WINFUNCTYPE(ctypes.c_int, ctypes.c_uint32)(_closed)  # held for the rest of the run

    def heed_closing(wanted: bool) -> None:
        """Whether SIGBREAK comes of Ctrl-Break, of a window that is closed, and of the end of a session.

        While a key is waited for it cannot be heard, and the window would stay until Windows loses its patience.
        """
        ctypes.WinDLL("kernel32").SetConsoleCtrlHandler(_told_by_windows, int(wanted))

else:

    def heed_closing(wanted: bool) -> None:
        """A terminal that is closed sends a signal."""

    def drawn_with(stream: TextIO) -> str:
        """The encoding whose signs a terminal can draw."""
        return stream.encoding

    def obeys_escapes(stream: TextIO) -> bool:
        """Whether a terminal obeys escape sequences."""
        return True

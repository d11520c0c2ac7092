"""What only a console of Windows has: a code page, and escape sequences that are obeyed when that is asked for."""

import os
import sys
from typing import TextIO

_MODERN = ("WT_SESSION", "ConEmuPID", "TERM_PROGRAM", "TERMINAL_EMULATOR", "ALACRITTY_LOG", "TERM")
"""Variables of terminals that find every sign in some font: of Windows Terminal, ConEmu, VS Code, JetBrains, …"""
_VIRTUAL_TERMINAL = 0x0004  # ENABLE_VIRTUAL_TERMINAL_PROCESSING

if sys.platform == "win32":
    import ctypes
    import msvcrt

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

else:

    def drawn_with(stream: TextIO) -> str:
        """The encoding whose signs a terminal can draw."""
        return stream.encoding

    def obeys_escapes(stream: TextIO) -> bool:
        """Whether a terminal obeys escape sequences."""
        return True

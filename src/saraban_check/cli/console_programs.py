"""Which programs are attached to the console that this one writes to (Windows).

Sources: Microsoft's GetConsoleProcessList, OpenProcess, QueryFullProcessImageNameW and ProcessIdToSessionId.
"""

import os
import sys

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _MOST = 16
    _QUERY_LIMITED_INFORMATION = 0x1000
    _LONGEST_PATH = 32768
    _OF_SERVICES = 0  # the session of services, and of tasks without a user

    def programs() -> list[str]:
        """Their paths, our own among them; none where there is no console, nobody could see it, or one of them cannot
        be told."""
        kernel, session = ctypes.WinDLL("kernel32"), wintypes.DWORD()
        if kernel.ProcessIdToSessionId(os.getpid(), ctypes.byref(session)) and session.value == _OF_SERVICES:
            return []  # a task that runs whether somebody is logged on or not: no key will ever be struck there
        found = (wintypes.DWORD * _MOST)()
        count = kernel.GetConsoleProcessList(found, _MOST)
        paths = [_path(kernel, process) for process in found[:count]] if 0 < count <= _MOST else []
        return paths if all(paths) else []

    def _path(kernel: ctypes.WinDLL, number: int) -> str:
        kernel.OpenProcess.restype = wintypes.HANDLE
        process = wintypes.HANDLE(kernel.OpenProcess(_QUERY_LIMITED_INFORMATION, False, number))
        if not process:
            return ""
        try:
            path, size = ctypes.create_unicode_buffer(_LONGEST_PATH), wintypes.DWORD(_LONGEST_PATH)
            found = kernel.QueryFullProcessImageNameW(process, 0, path, ctypes.byref(size))
            return path.value if found else ""
        finally:
            kernel.CloseHandle(process)

else:

    def programs() -> list[str]:
        """None: there are no such windows."""
        return []

"""Which programs are attached to the console that this one writes to (Windows).

Sources: Microsoft's GetConsoleProcessList, OpenProcess and QueryFullProcessImageNameW.
"""

import sys

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _MOST = 16
    _QUERY_LIMITED_INFORMATION = 0x1000
    _LONGEST_PATH = 32768

    def programs() -> list[str]:
        """Their paths, our own among them; none where there is no console, or one of them cannot be told."""
        kernel = ctypes.WinDLL("kernel32")
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

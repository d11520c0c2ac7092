"""Run by the Windows Python: hold a file open, shared with nobody, until standard input ends."""

import ctypes
import sys

_READ_WRITE, _EXISTING = 0xC0000000, 3
_INVALID = ctypes.c_void_p(-1).value

create_file = ctypes.windll.kernel32.CreateFileW  # type: ignore[attr-defined]
create_file.restype = ctypes.c_void_p
if create_file(sys.argv[1], _READ_WRITE, 0, None, _EXISTING, 0, None) == _INVALID:
    sys.exit("not held")
print("held", flush=True)
sys.stdin.read()

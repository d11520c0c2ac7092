"""What Windows has in place of limits of a process: a job that it is put into, and that ends with whoever made it.

Source: learn.microsoft.com/windows/win32/procthread/job-objects.
"""

import ctypes
import sys
from typing import Any

PROCESS_MEMORY = 0x100  # JOB_OBJECT_LIMIT_PROCESS_MEMORY
DIE_ON_UNHANDLED_EXCEPTION = 0x400  # no window of Windows asks about it
KILL_ON_JOB_CLOSE = 0x2000  # and a job is closed with the process that holds it, however that ends
_EXTENDED_LIMITS = 9  # JobObjectExtendedLimitInformation


class _BasicLimits(ctypes.Structure):
    _fields_ = (
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    )


class ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_ = (
        ("BasicLimitInformation", _BasicLimits),
        ("IoInfo", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


class Job:
    """A job for one process, which takes no more than `memory_mb` in it (0: as much as there is).

    `process` is its handle. Raises OSError where Windows refuses; then nothing is left of the job.
    """

    def __init__(self, process: int, memory_mb: int, kernel32: Any = None) -> None:
        self._kernel32 = _windows() if kernel32 is None else kernel32
        self._handle: int | None = _made(self._kernel32.CreateJobObjectW(None, None))
        flags = DIE_ON_UNHANDLED_EXCEPTION | KILL_ON_JOB_CLOSE | (PROCESS_MEMORY if memory_mb else 0)
        limits = ExtendedLimits(_BasicLimits(LimitFlags=flags), ProcessMemoryLimit=memory_mb << 20)
        try:
            size = ctypes.sizeof(limits)
            _made(self._kernel32.SetInformationJobObject(self._handle, _EXTENDED_LIMITS, ctypes.byref(limits), size))
            _made(self._kernel32.AssignProcessToJobObject(self._handle, process))
        except OSError:
            self.close()
            raise

    def close(self) -> None:
        """End the process, if it is still there."""
        handle, self._handle = self._handle, None
        if handle is not None:
            self._kernel32.CloseHandle(handle)


def _made(found: int | None) -> int:
    if not found:
        raise OSError("a job object was refused")
    return found


if sys.platform == "win32":

    def _windows() -> Any:
        found = ctypes.WinDLL("kernel32")
        found.CreateJobObjectW.restype = ctypes.c_void_p
        found.SetInformationJobObject.argtypes = (ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_uint32)
        found.AssignProcessToJobObject.argtypes = (ctypes.c_void_p, ctypes.c_void_p)
        found.CloseHandle.argtypes = (ctypes.c_void_p,)
        return found

else:

    def _windows() -> Any:
        raise OSError("there are no jobs on this system")

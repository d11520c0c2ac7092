"""Names that a file cannot have on Windows: they are devices there, or parts of something else."""

import re

from .lazy_pattern import lazy_pattern

_DEVICE = lazy_pattern(r"(?:con(?:in\$|out\$)?|prn|aux|nul|(?:com|lpt)[0-9¹²³])[ ]*(?:[.:]|$)", re.IGNORECASE)
_FORBIDDEN = lazy_pattern(r'[\x00-\x1f<>:"/\\|?*]|[ .]\Z')


def is_device(name: str) -> bool:
    """Whether a name is one of a device, whatever ending it has: `con.xlsx` is the console."""
    return _DEVICE.match(name) is not None


def is_windows_name(name: str) -> bool:
    """Whether a file may be called so. Source: learn.microsoft.com/windows/win32/fileio/naming-a-file."""
    return not (is_device(name) or _FORBIDDEN.search(name))

"""Where a program keeps its own files, found without loading what knows every platform."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

PROGRAM = "saraban-check"


def own_folder(variable: str, usual: str, by_platform: Callable[[], Path]) -> Path:
    """The program's folder of one sort: named by `variable`, else `usual` below the home folder.

    platformdirs (`by_platform`) takes 8 ms to load; on Linux its rule is short (XDG Base Directory Specification),
    and a test compares. Raises RuntimeError where nobody is at home.
    """
    if sys.platform == "linux" and (base := os.environ.get(variable, "")).startswith("/"):
        return Path(base) / PROGRAM
    if sys.platform == "linux" and not base.strip():
        return Path.home() / usual / PROGRAM
    return by_platform()

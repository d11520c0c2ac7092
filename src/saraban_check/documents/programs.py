"""A program of somebody else's, found by its whole path: never in the folder that the user happens to be in.

Windows would look there first, and an installer of Windows often leaves PATH as it is.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

_INSTALLED_IN = ("PROGRAMFILES", "PROGRAMW6432", "LOCALAPPDATA")


def find_program(name: str, usual_folder: str) -> Path | None:
    """Where a program is; `usual_folder` is what its installer for Windows calls its folder. None where it is not."""
    is_windows = sys.platform == "win32"
    file = f"{name}.exe" if is_windows else name
    places = [Path(entry) for entry in os.environ.get("PATH", "").split(os.pathsep)]
    if is_windows:
        places += _usual_places(usual_folder)
    found = (place / file for place in places if place.is_absolute())
    return next((path for path in found if path.is_file() and os.access(path, os.X_OK)), None)


def _usual_places(folder: str) -> Iterator[Path]:
    for variable in _INSTALLED_IN:
        if base := os.environ.get(variable):
            yield from (Path(base, folder), Path(base, "Programs", folder))

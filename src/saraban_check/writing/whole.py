"""A file is written whole or not at all: beside its place first, and moved over it when complete."""

import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from .unfinished import remove_leftovers, unfinished


def write_whole(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file, or leave what stood there untouched. Raises OSError where it cannot be written."""
    place = path.resolve()  # what a link points to is written, not the link
    _tidied(place.parent)
    with unfinished(place) as (beside, file):
        for piece in pieces:
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
        if os.name == "nt":  # which moves no open file; elsewhere it stays locked until it stands in its place
            file.close()
        elif place.exists():
            beside.chmod(place.stat().st_mode)
        beside.replace(place)


@cache
def _tidied(folder: Path) -> None:
    """Once a run: what killed runs left in the folder is taken away."""
    remove_leftovers(folder)

"""The files that may have been meant by a name that no file has."""

import os
from itertools import islice
from pathlib import Path

from ..model.near import did_you_mean, nearest
from ..model.text import Text

_LOOKED_AT = 5000
_SHOWN = 3


def near_files(path: Path) -> list[str]:
    """Names in the same folder: the same with another ending or none, or else the nearest; none where it has none.

    They are written as they are typed: with the folder, where the path has one.
    """
    try:
        with os.scandir(path.parent) as found:
            names = sorted(entry.name for entry in islice(found, _LOOKED_AT) if _may_be_meant(entry.name, path.name))
    except (OSError, ValueError):
        return []
    same = [name for name in names if _stem(name) == _stem(path.name)]
    near = nearest(path.name, same, 1 if path.suffix else _SHOWN) or nearest(path.name, names)
    return [str(path.with_name(name)) for name in near]


def meant_file(path: Path) -> Text:
    """What is said of them behind the sentence that there is no such file."""
    return did_you_mean(near_files(path))


def _may_be_meant(name: str, typed: str) -> bool:
    """Not what is hidden; nor the name itself, of a link that leads nowhere."""
    return name != typed and not name.startswith((".", "~$"))


def _stem(name: str) -> str:
    return Path(name).stem.casefold()

"""Where the list stands, as a CI service names files: relative to the repository, with forward slashes."""

import os
from pathlib import Path, PurePath

_ROOTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR", "WORKSPACE")
"""What GitHub, GitLab and Jenkins call the folder of the repository."""


def location_of(file: Path) -> str:
    """`exports/agencies.csv`; the bare name where the file stands outside the repository, `stdin` for `-`."""
    if str(file) == "-":
        return "stdin"
    path = file.resolve()
    root = _repository(path)
    if root is not None and path.is_relative_to(root):
        return _as_text(path.relative_to(root))
    return _as_text(PurePath(path.name))


def location_as_typed(file: str) -> str:
    """The same of one of several files; outside a repository as it was typed: files of one name stay apart."""
    if file == "-":
        return file
    found, typed = location_of(Path(file)), PurePath(file)
    is_below = not typed.is_absolute() and ".." not in typed.parts
    return typed.as_posix() if is_below and found == typed.name else found


def _as_text(path: PurePath) -> str:
    """A name that is no UTF-8 cannot be written in any format: what is wrong in it is replaced."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _repository(path: Path) -> Path | None:
    for variable in _ROOTS:
        if (named := os.environ.get(variable)) and path.is_relative_to(root := Path(named).resolve()):
            return root
    return next((folder for folder in path.parents if (folder / ".git").exists()), None)

"""Which registry of local agencies this run uses: the one named, else the one that was imported, else none."""

from pathlib import Path
from typing import TYPE_CHECKING

from .configured import named_by
from .folders import PROGRAM, own_folder

if TYPE_CHECKING:
    from ..registry.registry import Registry

_NAME = "registry.bin"
NONE = "none"
"""What stands for no registry in SARABAN_CHECK_REGISTRY and in the settings; a file called so is `./none`."""


def stored_registry() -> Path:
    """Where `registry import` keeps it: in the platform's folder for the data of programs. Every check asks."""
    return own_folder("XDG_DATA_HOME", ".local/share", platform_folder) / _NAME


def platform_folder() -> Path:
    """The folder by platformdirs, which knows every platform."""
    from platformdirs import user_data_path

    return user_data_path(PROGRAM, appauthor=False)


def registry_path(named: Path | None, none: bool) -> Path | None:
    """The file to use; None where the user wants none, or has imported none."""
    if none or (named is not None and str(named) == NONE):
        return None
    if named is not None:
        return named
    stored = stored_registry()
    try:
        return stored if stored.is_file() else None
    except OSError:  # a folder that we may not look into
        return None


def registry_of(named: Path | None, none: bool) -> "Registry | None":
    """The registry of this run. Raises InputError where the file cannot be used."""
    path = registry_path(named, none)
    if path is None:
        return None
    from ..registry.files import load_registry

    with named_by(None if named is None else "--registry"):
        return load_registry(path)

"""The settings file of this run: named by --config or SARABAN_CHECK_CONFIG, else found from this folder upwards."""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ..model.errors import SarabanError
from ..model.policy import NO_POLICY, Policy
from ..settings.find import find_settings
from .own_window import is_own_window

if TYPE_CHECKING:
    from ..settings.file import Settings

VARIABLE = "SARABAN_CHECK_CONFIG"


def argument_of(option: str, arguments: Sequence[str]) -> str | None:
    """The value that a command line gives an option (the last one), known before any command is built."""
    found = None
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == option and index + 1 < len(arguments):
            found = arguments[index + 1]
        elif argument.startswith(option + "="):
            found = argument.partition("=")[2]
    return found


def _origin() -> str | None:
    """What named the settings file of this run; None where it was found."""
    if argument_of("--config", sys.argv[1:]) is not None:
        return "--config"
    return VARIABLE if os.environ.get(VARIABLE) else None


@contextmanager
def named_by(option: str | None) -> Iterator[None]:
    """What goes wrong here is said of the file that an option named."""
    try:
        yield
    except SarabanError as error:
        if option is None or str(error).startswith("-"):  # it names an option itself
            raise
        raise error.under(option) from None


def settings_file(arguments: Sequence[str], environment: Mapping[str, str], folder: Path) -> Path | None:
    """Where the settings are; None where there is no such file."""
    named = argument_of("--config", arguments)
    if named is None:
        named = environment.get(VARIABLE) or None
    if named is not None:  # also where it is blank: an unset variable must not open a gate
        return Path(named)
    try:
        return find_settings(folder)
    except OSError:  # a folder above that we may not look into
        return None


def _file() -> Path | None:
    return None if passed_over() else _named_or_found()


def _named_or_found() -> Path | None:
    try:
        folder = Path.cwd()
    except OSError:  # the folder was removed under our feet
        folder = Path()
    return settings_file(sys.argv[1:], os.environ, folder)


def passed_over() -> Path | None:
    """The settings file that is not obeyed: found where files were dragged from, a folder that nobody chose.

    It may have come with a mailed list, and whoever drags that would neither look for it nor know what it changes.
    """
    found = None if _origin() is not None or not sys.argv[1:] else _named_or_found()
    if found is None or not is_own_window():
        return None
    dragged = [Path(word) for word in sys.argv[1:]]
    return found if all(path.is_absolute() and path.exists() for path in dragged) else None


@cache
def settings() -> "Settings | None":
    """The settings of this run; None where there is no file. Raises InputError where it cannot be used."""
    file = _file()
    if file is None:
        return None
    from ..settings.file import load_settings

    with named_by(_origin()):
        return load_settings(file)


def settings_language() -> str:
    """The language that a settings file asks for which cannot be used otherwise; empty where it cannot be told."""
    from ..settings.file import language_of

    try:
        file = _file()
    except SarabanError:  # a pyproject.toml that is none: said later, once there is a language to say it in
        return ""
    return "" if file is None else language_of(file)


def check_variables() -> None:
    """Raises InputError for a mistyped variable: a gate that it was to close would stand open."""
    named = {name for name in os.environ if name.startswith("SARABAN_CHECK_")} - _PLAIN
    if named:
        from ..settings.file import check_variables as check

        check(named)


_PLAIN = {"SARABAN_CHECK_LANG", "SARABAN_CHECK_COLOR", "SARABAN_CHECK_ASCII", VARIABLE}
"""Those that need no look at the settings."""


def own_files() -> list[Path]:
    """The settings file, which no result may be written over."""
    found = settings()
    return [found.file] if found is not None and found.file is not None else []


def policy() -> Policy:
    """What the settings add to the published rules."""
    found = settings()
    return NO_POLICY if found is None else found.policy

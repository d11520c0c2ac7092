"""In which encoding standard output and standard error are written, and which signs can be seen there.

Files and pipes are UTF-8 on Windows as elsewhere, with the same line ends, whatever its code page: the same run gives
the same bytes. `PYTHONIOENCODING` rules, also where Python itself was told to overlook it.
"""

import codecs
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TextIO

from ..report.glyphs import ascii_for
from .windows_console import drawn_with, obeys_escapes

_FORGIVING = ("backslashreplace", "ignore", "namereplace", "replace", "xmlcharrefreplace")


def prepare_streams() -> None:
    """Streams that were closed swallow what they are given; one that lacks a character shows an escape and goes on."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started us
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115  (for the rest of the run)
    wanted, errors = _wanted(os.environ.get("PYTHONIOENCODING", ""))
    for stream in (sys.stdout, sys.stderr):
        if not hasattr(stream, "reconfigure"):
            continue
        if sys.platform == "win32" and not stream.isatty():
            stream.reconfigure(encoding=wanted or "utf-8", errors=errors, newline="\n")
        else:
            stream.reconfigure(errors=errors)
            obeys_escapes(stream)  # once told, it obeys to the end of the run, whatever `--color` says


def _wanted(variable: str) -> tuple[str, str]:
    """The encoding and the handling of errors that `ENCODING:ERRORS` names; no handling that ends the program."""
    encoding, _, errors = variable.partition(":")
    try:
        codecs.lookup(encoding)
    except LookupError:
        encoding = ""
    return encoding, errors if errors in _FORGIVING else _FORGIVING[0]


_only_ascii = False


def draw_in_ascii(wanted: bool) -> None:
    """Whether this run draws its marks, lines and arrows with ASCII alone (`--ascii`)."""
    global _only_ascii  # noqa: PLW0603  (said once, before a command begins)
    _only_ascii = wanted


def glyphs_of(stream: TextIO) -> Mapping[int, str]:
    """What stands on a stream for the signs that cannot be seen there, for `str.translate`."""
    if _only_ascii:
        return ascii_for("ascii")
    return ascii_for((drawn_with(stream) if stream.isatty() else stream.encoding) or "utf-8")

"""What goes to standard output and standard error, and whether in colour."""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Literal

from ..reports.escape import for_ci_log, for_terminal
from ..reports.style import Style
from .language import LANG

Color = Literal["auto", "always", "never"]
_OUR_WIDTH, _LEAST_WIDTH, _MOST_WIDTH = 80, 30, 120


def may_color(stream: IO[str], color: Color) -> bool:
    """`--color`, then NO_COLOR, then FORCE_COLOR, then whether it is a terminal; each stream for itself."""
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def style_of(stream: IO[str], color: Color) -> Style:
    """The style of a stream: a terminal's own width (up to 120), 80 columns elsewhere."""
    width = shutil.get_terminal_size((_OUR_WIDTH, 24)).columns if stream.isatty() else _OUR_WIDTH
    if not stream.isatty() and os.environ.get("COLUMNS", "").isdecimal():
        width = int(os.environ["COLUMNS"])
    return Style(min(max(width, _LEAST_WIDTH), _MOST_WIDTH), may_color(stream, color))


def forgive_consoles() -> None:
    """A console that cannot show Thai shows escapes, and does not end the program."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started us
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115  (for the rest of the run)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


class ClosedPipeError(Exception):
    """The reader of standard output went away; the parser would take the system's own error for a failure."""

    code = 0
    """The exit code that the run would have had: a gate that failed has failed whoever reads on."""


@contextmanager
def ending_with(code: int) -> Iterator[None]:
    """What is written here may find its reader gone; the run ends with this exit code all the same."""
    try:
        yield
    except ClosedPipeError as error:
        error.code = code
        raise


def write_text(text: str) -> None:
    """A screen to standard output."""
    try:
        sys.stdout.write(for_ci_log(text))
        sys.stdout.flush()
    except BrokenPipeError as error:
        raise ClosedPipeError from error


def write_bytes(pieces: Iterable[bytes]) -> None:
    """A machine format to standard output: UTF-8, whatever the console's own encoding."""
    try:
        sys.stdout.flush()
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
    except BrokenPipeError as error:
        raise ClosedPipeError from error


def say(text: str) -> None:
    """A message to standard error."""
    if sys.stderr is None:
        return
    with suppress(OSError):  # a message that nobody can read must not cost the result
        sys.stderr.write(for_ci_log(text) + "\n")
        sys.stderr.flush()


def say_wrote(path: Path) -> None:
    """That a file is complete and in its place."""
    say(f"บันทึก {path} แล้ว" if LANG == "th" else f"wrote {path}")


def say_error(sentence: str) -> None:
    """An error, in one line on standard error; anything in it that came from a file is escaped."""
    word = "ข้อผิดพลาด" if LANG == "th" else "error"
    say(f"{word}: {for_terminal(sentence)}")

"""What goes to standard output and standard error, and whether in colour."""

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal, TextIO

from ..model.text import Text
from ..report.escape import for_ci_log, for_console, for_terminal, is_ci_log, without_old_commands
from ..report.style import Style
from .encodings import glyphs_of
from .language import LANG
from .windows_console import obeys_escapes

Color = Literal["auto", "always", "never"]
_OUR_WIDTH, _LEAST_WIDTH, _MOST_WIDTH = 80, 30, 120


def may_color(stream: TextIO, color: Color) -> bool:
    """`--color`, then NO_COLOR, then FORCE_COLOR, then whether it is a terminal; each stream for itself."""
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb" and obeys_escapes(stream)


def style_of(stream: TextIO, color: Color) -> Style:
    """The style of a stream: a terminal's own width (up to 120), 80 columns elsewhere."""
    width = shutil.get_terminal_size((_OUR_WIDTH, 24)).columns if stream.isatty() else _OUR_WIDTH
    if not stream.isatty() and "COLUMNS" in os.environ:
        width = int(os.environ["COLUMNS"])  # it is a number, see `forget_odd_sizes`
    return Style(min(max(width, _LEAST_WIDTH), _MOST_WIDTH), may_color(stream, color), glyphs_of(stream))


def forget_odd_sizes() -> None:
    """A size of the terminal that is no number is none: libraries, too, take `²` for one and fail."""
    for name in ("COLUMNS", "LINES"):
        if not re.fullmatch("[0-9]{1,5}", os.environ.get(name, "")):
            os.environ.pop(name, None)


def on_one_terminal() -> bool:
    """Whether a person sees standard output and standard error together: what one says the other need not repeat."""
    return sys.stdout.isatty() and sys.stderr.isatty()


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
        sys.stdout.write(for_ci_log(text).translate(glyphs_of(sys.stdout)))
        sys.stdout.flush()
    except BrokenPipeError as error:
        raise ClosedPipeError from error


def write_bytes(pieces: Iterable[bytes], *, commands: bool = False) -> None:
    """A machine format to standard output: UTF-8, whatever the console's own encoding.

    In a log of GitHub no cell begins a workflow command (`commands`: the format is made of such commands, which stay),
    and to a terminal no control character goes; files and pipes elsewhere get every byte as it is.
    """
    try:
        sys.stdout.flush()
        for piece in _harmless(pieces, commands):
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
    except BrokenPipeError as error:
        raise ClosedPipeError from error


def _harmless(pieces: Iterable[bytes], commands: bool) -> Iterator[bytes]:
    escapes: list[Callable[[str], str]] = []
    if is_ci_log():
        escapes.append(without_old_commands if commands else for_ci_log)
    if sys.stdout.isatty():
        escapes.append(for_console)
    return _by_lines(pieces, escapes) if escapes else iter(pieces)


def _by_lines(pieces: Iterable[bytes], escapes: Sequence[Callable[[str], str]]) -> Iterator[bytes]:
    """The same text, escaped in pieces that end where a line does: a command may stand across a border."""
    held: list[bytes] = []

    def escaped() -> bytes:
        text = b"".join(held).decode("utf-8", "surrogateescape")
        for escape in escapes:
            text = escape(text)
        return text.encode("utf-8", "surrogateescape")

    for piece in pieces:
        end = piece.rfind(b"\n") + 1
        held.append(piece[:end] if end else piece)
        if end:
            yield escaped()
            held = [piece[end:]]
    yield escaped()


def say(text: str) -> None:
    """A message to standard error; a terminal gets it in lines broken at words, all else in the lines that it has."""
    if sys.stderr is None:
        return
    with suppress(OSError):  # a message that nobody can read must not cost the result
        text = text.translate(glyphs_of(sys.stderr))
        if sys.stderr.isatty() and not os.environ.get("CI"):
            from ..report.layout import wrap

            width = style_of(sys.stderr, "never").width
            text = "\n".join(part for line in text.split("\n") for part in wrap(line, width, 2))
        sys.stderr.write(for_ci_log(text) + "\n")
        sys.stderr.flush()


_quiet = False


def be_quiet(wanted: bool) -> None:
    """Whether this run says nothing besides its result (`--quiet`)."""
    global _quiet  # noqa: PLW0603  (said once, before a command begins)
    _quiet = wanted


def is_quiet() -> bool:
    return _quiet


def note(text: Text, **parts: object) -> None:
    """A message besides the result, in one line, unless this run is quiet; what came from a file is escaped."""
    if not _quiet:
        say(for_terminal(text.say(LANG, **parts)))


_WROTE = Text("บันทึก {file} แล้ว", "wrote {file}")


def say_wrote(path: Path) -> None:
    """That a file is complete and in its place."""
    note(_WROTE, file=path)


def say_error(sentence: str) -> None:
    """An error, in one line on standard error; anything in it that came from a file is escaped."""
    word = "ข้อผิดพลาด" if LANG == "th" else "error"
    say(f"{word}: {for_terminal(sentence)}")

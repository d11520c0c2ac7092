"""Lines of Thai and English that fit a width, broken where a reader would break them."""

import re
from collections.abc import Iterator

from ..model.lazy_pattern import lazy_pattern
from .escape import cell_width
from .thai_words import arguments, breakable, is_option

_CLUSTER = lazy_pattern(r".[\u0300-\u036f\u0e31\u0e33-\u0e3a\u0e45\u0e47-\u0e4e]*", re.DOTALL)


def _cut(piece: str, width: int) -> Iterator[str]:
    """A piece longer than a line, cut between letters, never before a mark that belongs to the letter before."""
    line, used = "", 0
    for cluster in _CLUSTER.findall(piece):
        wide = cell_width(cluster)
        if line and used + wide > width:
            yield line
            line, used = "", 0
        line, used = line + cluster, used + wide
    yield line


def _fitting(text: str, room: int) -> Iterator[str]:
    """The pieces of a text; a ready command that no line has room for falls into its arguments."""
    for piece in breakable(text):
        yield from arguments(piece) if cell_width(piece.rstrip()) > room else (piece,)


def wrap(text: str, width: int, indent: int = 0) -> list[str]:
    """The lines of a text, all but the first indented."""
    if cell_width(text) <= width:
        return [text.rstrip()]
    lines: list[str] = []
    line = ""
    for piece in _fitting(text, width - indent):
        room = width - (indent if lines else 0)
        if line and cell_width(line + piece.rstrip()) > room:
            lines.append(line.rstrip())
            line = ""
            room = width - indent
        if cell_width(piece.rstrip()) > room and not is_option(piece):
            *full, rest = _cut(piece, width - indent)
            lines.extend(full)
            line += rest
        else:
            line += piece
    lines.append(line.rstrip())
    return [lines[0], *(" " * indent + later for later in lines[1:])]


def pad(text: str, width: int, *, right: bool = False) -> str:
    """A text filled up with spaces to a width."""
    space = " " * max(0, width - cell_width(text))
    return space + text if right else text + space

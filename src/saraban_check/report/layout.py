"""Lines of Thai and English that fit a width, broken where a reader would break them."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Protocol

from .escape import cell_width

_CLUSTER = re.compile(r".[\u0300-\u036f\u0e31\u0e33-\u0e3a\u0e45\u0e47-\u0e4e]*", re.DOTALL)
_OPTION = re.compile(r"""(?<!\S)(--[a-z][a-z-]*+ (?:[^\s"']|"[^"]*+"|'[^']*+')++ ?)""")
"""An option with its value, as a shell reads it: whoever copies it needs it whole, were it longer than a line."""
_OPENING, _CLOSING = "“‘([<", "”’)]>.,:;ๆฯ"


class _Parser(Protocol):
    def parse(self, sentence: str) -> list[str]: ...


@cache
def _thai_words() -> _Parser:
    import budoux

    parser: _Parser = budoux.load_default_thai_parser()
    return parser


def _pieces(text: str) -> Iterator[str]:
    """Parts between which a line may end: options, words with the space behind them, and Thai words within."""
    *before, last = _OPTION.split(text)
    for at, part in enumerate(before):
        if at % 2:
            yield part
        elif part:
            yield from _words(part.removesuffix(" "))
    if last or not before:
        yield from _words(last)


def _words(text: str) -> Iterator[str]:
    for word in text.split(" "):
        thai = any("\u0e01" <= c <= "\u0e5b" for c in word)
        parts = _joined(_thai_words().parse(word)) if thai and cell_width(word) > 12 else [word]
        yield from parts[:-1]
        yield (parts[-1] if parts else "") + " "


def _joined(parts: list[str]) -> list[str]:
    """Opening marks go with the word behind them, closing ones with the word before."""
    joined: list[str] = []
    for part in parts:
        if joined and (joined[-1][-1] in _OPENING or part[0] in _CLOSING):
            joined[-1] += part
        else:
            joined.append(part)
    return joined


def _cut(piece: str, width: int) -> Iterator[str]:
    """A piece longer than a line, cut between letters, never before a mark that belongs to the letter before."""
    line = ""
    for cluster in _CLUSTER.findall(piece):
        if line and cell_width(line + cluster) > width:
            yield line
            line = ""
        line += cluster
    yield line


def wrap(text: str, width: int, indent: int = 0) -> list[str]:
    """The lines of a text, all but the first indented."""
    if cell_width(text) <= width:
        return [text.rstrip()]
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        room = width - (indent if lines else 0)
        if line and cell_width(line + piece.rstrip()) > room:
            lines.append(line.rstrip())
            line = ""
            room = width - indent
        if cell_width(piece.rstrip()) > room and not _OPTION.fullmatch(piece):
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

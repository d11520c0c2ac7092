"""The apostrophe that keeps a cell of a text table from becoming a formula: ours, or that of another program.

Whoever writes a cell for a spreadsheet puts one before a sign that begins a formula; whoever reads it takes one away.
An apostrophe before anything else is the cell's own.
"""

import codecs
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from ..model.lazy_pattern import lazy_pattern
from ..model.record import SourceRow

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_NEUTRALISED = lazy_pattern(f"'+[{re.escape(''.join(FORMULA_SIGNS))}]")
_ANYWHERE = lazy_pattern(f"'[{re.escape(''.join(FORMULA_SIGNS))}]")
_CHUNK, _OVERLAP = 1 << 20, 3


def _signs_in(encoding: str) -> bytes:
    signs = (sign.encode(encoding, "ignore") for sign in FORMULA_SIGNS)
    return b"|".join(re.escape(sign) for sign in signs if sign)


_IN_UTF_8 = lazy_pattern(b"'(?:" + _signs_in("utf-8") + b")")
_IN_CP874 = lazy_pattern(b"'(?:" + _signs_in("cp874") + b")")
_IN_BYTES = {"utf-8": _IN_UTF_8, "utf-8-sig": _IN_UTF_8, "cp874": _IN_CP874}
"""For encodings in which each sign is always the same bytes, and nothing else is."""


def looks_neutralised(text: str) -> bool:
    """Whether a cell would lose an apostrophe when it is read: whoever writes it as it is writes one more."""
    return _NEUTRALISED.match(text) is not None


def as_it_was(cell: Any) -> Any:
    """A cell without the apostrophe that keeps it from becoming a formula."""
    return cell[1:] if isinstance(cell, str) and cell[:1] == "'" and looks_neutralised(cell) else cell


def rows_as_they_were(rows: Iterable[SourceRow]) -> Iterator[SourceRow]:
    """The same rows, no cell with such an apostrophe."""
    for row in rows:
        yield row._replace(cells=[as_it_was(cell) for cell in row.cells])


def holds_any(path: Path, encoding: str) -> bool:
    """Whether a text file holds such an apostrophe anywhere. A million rows are looked through once."""
    found, decode = _search_and_decode(encoding)
    last = decode(b"")
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            piece = last + decode(chunk)
            if found(piece):
                return True
            last = piece[-_OVERLAP:]
    return False


def _search_and_decode(encoding: str) -> tuple[Callable[[Any], Any], Callable[[bytes], Any]]:
    """What finds such an apostrophe, and what makes a piece of a file into what that looks through: a text, or the
    bytes themselves."""
    if encoding in _IN_BYTES:
        search = _IN_BYTES[encoding].search
        return (lambda piece: b"'" in piece and search(piece)), bytes  # most pieces hold none: four times as fast
    return _ANYWHERE.search, codecs.getincrementaldecoder(encoding)("replace").decode

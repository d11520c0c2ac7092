"""A table of figures as text, at any width."""

from collections.abc import Callable, Iterator, Sequence

from ..escape import cell_width
from ..layout import pad

Paint = Callable[[int, int, str], str]
"""Row, column (0 = first) and the cell's text; the same text in colour."""


def plain(row: int, column: int, text: str) -> str:
    return text


def figure_table(
    heads: Sequence[str], names: Sequence[str], figures: Sequence[Sequence[int]], width: int, paint: Paint = plain
) -> Iterator[str]:
    """The lines of a table with names at the left; zeros are dots. A head may have several lines.

    Columns that do not fit the width follow below, beside the names again.
    """
    first = max(map(cell_width, names))
    texts = [[f"{figure:,}" if figure else "·" for figure in row] for row in figures]
    wrapped = [head.split("\n") for head in heads]
    needed = [
        max(*map(cell_width, head), *(cell_width(row[column]) for row in texts)) for column, head in enumerate(wrapped)
    ]
    gap = 2 if first + sum(needed) + 2 * len(needed) <= width else 1
    widths = [gap + columns for columns in needed]
    for block in _blocks(widths, width - first):
        height = max(len(wrapped[column]) for column in block)
        yield ""
        for line in range(height):
            cells = (_line_of(wrapped[column], line, height, widths[column]) for column in block)
            yield (" " * first + "".join(cells)).rstrip()
        for row, name in enumerate(names):
            cells = (paint(row, column, pad(texts[row][column], widths[column], right=True)) for column in block)
            yield pad(name, first) + "".join(cells)


def _line_of(head: list[str], line: int, height: int, width: int) -> str:
    """One line of a heading; it stands on the table, and the space is above it."""
    at = line - (height - len(head))
    return pad(head[at] if at >= 0 else "", width, right=True)


def _blocks(widths: list[int], room: int) -> Iterator[list[int]]:
    block: list[int] = []
    for column, width in enumerate(widths):
        if block and sum(widths[c] for c in block) + width > room:
            yield block
            block = []
        block.append(column)
    yield block

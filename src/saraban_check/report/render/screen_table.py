"""A table as text, at any width: texts are wrapped, and columns that do not fit follow below, beside the names."""

from collections.abc import Iterable, Iterator, Sequence

from ..document import Cell, Column, Kind, Row, Share, Table, cell_of
from ..escape import cell_width
from ..layout import pad, wrap
from .screen_lines import Lines
from .words import in_table

_BAR, _LEAST_TEXT = 20, 10
_FULL, _HALVES = "█", ("", "▌")


def table_lines(table: Table, rows: Iterable[Row], lines: Lines) -> Iterator[str]:
    """The lines of a table below its title. Its first column stands at the left of whatever follows below."""
    width = lines.style.width
    cells = [[cell_of(value) for value in row] for row in rows]
    if table.totals is not None:
        cells.append([cell_of(value)._replace(strong=True) for value in table.totals])
    texts = [[_text(cell, column, lines) for cell, column in zip(row, table.columns, strict=True)] for row in cells]
    heads = [_head(column, lines) for column in table.columns]
    needed = [max(map(cell_width, (*head, *(row[at] for row in texts)))) for at, head in enumerate(heads)]
    gap = 2 if sum(needed) + 2 * (len(needed) - 1) <= width else 1
    widths = _narrowed(needed, table.columns, width - gap * (len(needed) - 1), width // 2)
    most = width - widths[0] - gap
    for at, one in enumerate(widths[1:], start=1):  # a heading over figures is wrapped where nothing stands beside it
        widths[at] = min(one, max((most, *(cell_width(row[at]) for row in texts))))
    heads = [[part for text in head for part in _fitted(text, one)] for head, one in zip(heads, widths, strict=True)]
    for block in _blocks([gap + one for one in widths], table.columns, width - widths[0]):
        columns = (0, *block)
        grid = _Grid([widths[at] for at in columns], [table.columns[at].kind for at in columns], gap)
        if not table.ruled:
            yield ""
        height = max(len(heads[at]) for at in columns)
        for line in range(height):
            yield grid.line([_head_line(heads[at], line, height) for at in columns]).rstrip()
        if table.ruled:
            yield "─" * (sum(widths[at] for at in columns) + gap * (len(columns) - 1))
        for number, (row, said) in enumerate(zip(cells, texts, strict=True)):
            if number in table.parted:
                yield ""
            yield from grid.row([said[at] for at in columns], [row[at] for at in columns], lines)


def bar(part: float, whole: float, width: int = _BAR) -> str:
    """A bar as long as the part's share of the whole, to half a column; never empty where the part is not."""
    halves = round(2 * width * part / whole) if whole else 0
    halves = max(halves, 1 if part else 0)
    return _FULL * (halves // 2) + _HALVES[halves % 2]


def _text(cell: Cell, column: Column, lines: Lines) -> str:
    if column.kind is Kind.BAR and isinstance(cell.value, Share):
        return bar(*cell.value)
    return lines.shown(in_table(cell.value, column, lines.lang))


def _head(column: Column, lines: Lines) -> list[str]:
    heading = column.heading if column.short is None else column.short
    return [lines.shown(line) for line in heading.say(lines.lang).split("\n")]


def _fitted(text: str, width: int) -> list[str]:
    """The lines of a text in a column."""
    return wrap(text, width) if cell_width(text) > width else [text]


def _head_line(head: Sequence[str], line: int, height: int) -> str:
    """One line of a heading; it stands on the table, and the space is above it."""
    at = line - (height - len(head))
    return head[at] if at >= 0 else ""


def _narrowed(needed: Sequence[int], columns: Sequence[Column], room: int, half: int) -> list[int]:
    """The widths of columns whose texts are wrapped as far as they must be; names take half of the screen at most, or
    what the others leave."""
    widths = [min(needed[0], max(half, room - sum(needed[1:]))), *needed[1:]]
    for kinds in ((Kind.TEXT, Kind.DATE), (Kind.ADDRESS,)):  # an address is broken last
        texts = [at for at, column in enumerate(columns) if at and column.kind in kinds]
        while texts and sum(widths) > room:
            widest = max((0, *texts) if columns[0].kind in kinds else texts, key=lambda at: widths[at])
            if widths[widest] <= _LEAST_TEXT:
                break
            widths[widest] -= 1
    return widths


def _blocks(widths: Sequence[int], columns: Sequence[Column], room: int) -> Iterator[list[int]]:
    """The columns besides the first, as many side by side as there is room for. A bar needs room beside the others."""
    block: list[int] = []
    for at in range(1, len(widths)):
        if block and sum(widths[one] for one in block) + widths[at] > room:
            if columns[at].kind is Kind.BAR:
                continue
            yield block
            block = []
        block.append(at)
    yield block


class _Grid:
    """Columns side by side: how wide they are, and what they hold."""

    def __init__(self, widths: Sequence[int], kinds: Sequence[Kind], gap: int) -> None:
        self._widths, self._kinds, self._gap = widths, kinds, " " * gap

    def line(self, texts: Sequence[str]) -> str:
        return self._gap.join(map(self._padded, range(len(texts)), texts))

    def row(self, texts: Sequence[str], cells: Sequence[Cell], lines: Lines) -> Iterator[str]:
        """The lines of a row: a text that is wider than its column goes on below."""
        wrapped = list(map(_fitted, texts, self._widths))
        for line in range(max(map(len, wrapped))):
            parts = [one[line] if line < len(one) else "" for one in wrapped]
            padded = [self._padded(at, part) for at, part in enumerate(parts)]
            while padded and not padded[-1].strip():
                padded.pop()
            padded[-1:] = [text.rstrip() for text in padded[-1:]]
            shown = (
                lines.paint_cell(text, cell) if text.strip() else text
                for text, cell in zip(padded, cells, strict=False)
            )
            yield self._gap.join(shown)

    def _padded(self, at: int, text: str) -> str:
        return pad(text, self._widths[at], right=self._kinds[at].is_number)

"""The first sheet of a workbook: what is read first, block below block, all in the same columns."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, assert_never

from ...model.text import Text
from ..document import (
    MARKS,
    Block,
    Cell,
    Chart,
    Fields,
    Figures,
    Findings,
    Found,
    Heading,
    Hint,
    Items,
    Line,
    Note,
    Row,
    Table,
    Value,
)
from ..escape import for_xlsx
from .looks import NOTE as NOTE_LOOK
from .looks import SECTION, Look
from .looks import TITLE as TITLE_LOOK
from .paper import print_well
from .row_heights import fit
from .sheet_cells import write_text
from .words import MEND
from .xlsx_cells import Cells, widths_of
from .xlsx_chart import CHART_ROWS, line_chart

_FIRST, _FIELD = 40, 24
_TITLE_HEIGHT = 30


class Summary:
    """The first sheet: block below block, all in the same columns."""

    def __init__(self, sheet: Any, writer: Cells) -> None:
        self._sheet, self._writer, self._row = sheet, writer, 0
        self._look = writer.looks
        self._widths: list[float] = []

    def write(self, title: Text, sections: Iterable[Sequence[Block]]) -> None:
        """The title, then the sections, a blank row between them."""
        sections = [blocks for blocks in sections if blocks]
        self._sheet.hide_gridlines(2)
        print_well(self._sheet)
        self._widths = list(_common_widths([block for blocks in sections for block in blocks]))
        for column, width in enumerate(self._widths):
            self._sheet.set_column(column, column, width)
        self._sheet.set_row(0, _TITLE_HEIGHT)
        self._line(title, TITLE_LOOK)
        for blocks in sections:
            self._row += 1
            for block in blocks:
                self._block(block)

    def _line(self, value: Value, look: Look | None = None) -> None:
        write_text(self._sheet, self._row, 0, self._writer.text(value), self._look(look) if look else None)
        self._row += 1

    def _block(self, block: Block) -> None:
        match block:
            case Heading(text=text, note=note, mark=mark, then=then):
                said = " ".join(self._writer.text(one) for one in (text, *([then.value] if then else [])))
                self._line(_beside(mark.sign if mark else "", said, note, self._writer), SECTION)
            case Note(text=text, mark=mark):
                self._line(_beside(mark.sign if mark else "", self._writer.text(text), None, self._writer))
            case Figures():
                self._figures(block)
            case Fields(fields=fields, missing=missing):
                for field in fields:
                    values = "\n".join(self._writer.text(cell.value) for cell in field.values or (Cell(missing),))
                    self._values((Cell(field.label), Cell(values), Cell(field.note or "")))
            case Table():
                self._table(block)
            case Chart():
                self._chart(block)
            case Items(items=items, title=title):
                if title is not None:
                    self._line(title, SECTION)
                for number, item in enumerate(items, start=1):
                    self._line(f"{f'{number}.' if block.numbered else '•'} {self._said(item.head)}")
                    for detail in item.details:
                        self._line(f"    {self._said(detail)}", NOTE_LOOK)
            case Findings(found=found):
                for one in found:
                    self._found(one, "")
            case Hint(text=text):
                self._line(text, NOTE_LOOK)
            case _:
                assert_never(block)

    def _said(self, one: Line) -> str:
        texts = [one.mark.sign] if one.mark else []
        return " ".join([*texts, *(self._writer.text(cell.value) for cell in one.cells)])

    def _values(self, cells: Sequence[Cell]) -> None:
        fit(self._sheet, self._row, [self._writer.text(cell.value) for cell in cells], self._widths)
        for column, cell in enumerate(cells):
            self._writer.cell(self._sheet, self._row, column, cell)
        self._row += 1

    def _figures(self, block: Figures) -> None:
        columns = (block.label, block.number)
        rows: list[Row] = [
            (
                one.label._replace(value=_beside("", self._writer.text(one.label.value), one.note, self._writer)),
                one.number,
            )
            for one in block.figures
        ]
        totals = None if block.total is None else (block.total, sum(one.number for one in block.figures))
        self._table(Table(columns, rows, totals=totals, names=0))

    def _table(self, table: Table) -> None:
        if table.title is not None:
            self._line(_beside("", self._writer.text(table.title), table.note, self._writer), SECTION)
        self._writer.head(self._sheet, self._row, table.columns, self._widths)
        self._row = self._writer.rows(self._sheet, self._row + 1, table, self._widths)

    def _chart(self, chart: Chart) -> None:
        """The numbers, and Excel's own chart of them below."""
        table = chart.table()
        self._table(table)
        made = line_chart(self._look.book, self._sheet.name, chart, self._row - len(table.rows), self._writer.text)
        self._sheet.insert_chart(self._row, 0, made, {"description": for_xlsx(self._writer.text(chart.title))})
        self._row += CHART_ROWS

    def _found(self, found: Found, indent: str) -> None:
        text = self._writer.text
        self._line(f"{indent}{MARKS[found.severity].sign} {found.code} {text(found.message)}")
        if found.mend is not None:
            self._line(f"{indent}    {MEND.say(self._writer.lang, how=found.mend)}", NOTE_LOOK)
        for behind in found.behind:
            self._line(f"{indent}    {behind.value}")
            for one in behind.found:
                self._found(one, indent + "    ")


def _beside(sign: str, text: str, note: Text | None, writer: Cells) -> str:
    return " ".join(part for part in (sign, text, f"({writer.text(note)})" if note else "") if part)


def _common_widths(blocks: Sequence[Block]) -> Iterator[float]:
    """The widths of the columns that all blocks of the first sheet stand in."""
    rows: list[list[float]] = [[_FIRST]]
    for block in blocks:
        if isinstance(block, Figures):
            rows.append([block.label.width or _FIRST, *widths_of([block.number])])
        elif isinstance(block, Table):
            rows.append(widths_of(block.columns))
        elif isinstance(block, Chart):
            rows.append(widths_of(block.table().columns))
        elif isinstance(block, Fields):
            rows.append([_FIRST, _FIRST, _FIELD])
    for at in range(max(map(len, rows))):
        yield max(row[at] for row in rows if at < len(row))

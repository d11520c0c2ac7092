"""A document as a workbook: what is read first on one sheet, and each table that names a sheet on its own."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import Any, assert_never

from xlsxwriter import Workbook

from ...model.errors import RequestError
from ...model.text import Lang, Text
from ...reports.escape import cell_width
from ...reports.shares import share_text
from ...reports.workbook.cells import MOST_ROWS, write_text
from ...reports.workbook.heights import fit
from ...reports.workbook.paper import print_well
from ..document import (
    MARKS,
    Block,
    Cell,
    Column,
    Document,
    Fields,
    Figures,
    Findings,
    Found,
    Heading,
    Hint,
    Items,
    Kind,
    Line,
    Medium,
    Note,
    Row,
    Share,
    Table,
    Value,
    cell_of,
)
from .looks import (
    BOLD,
    CELL,
    CREATED,
    DATE,
    DEFAULT,
    FILLS,
    HEAD,
    NUMBER,
    ORDINAL,
    PERCENT,
    SECTION,
    TOTAL,
    Look,
    Looks,
)
from .looks import NOTE as NOTE_LOOK
from .looks import TITLE as TITLE_LOOK
from .words import MEND, said

_SUMMARY = Text("สรุป", "Summary")
_TOO_MANY = Text(
    "แผ่นงาน “{sheet}” มี {found} แถว แผ่นงาน Excel เก็บได้ไม่เกิน {most} แถว บันทึกเป็น .csv หรือ .json แทน",
    "the sheet “{sheet}” would have {found} rows and a sheet holds no more than {most}; write .csv or .json instead",
)
_TABS = ("#1F4E79", "#375623", "#C00000", "#7F7F7F")
_WIDTHS = {Kind.ADDRESS: 34, Kind.TEXT: 24, Kind.DATE: 13}
_FIRST, _FIGURE = 40, 11
_HEAD_HEIGHT, _TITLE_HEIGHT = 34, 30


def xlsx_document(document: Document, lang: Lang) -> bytes:
    """The workbook as bytes; the same document gives the same.

    Raises RequestError where a table is longer than a sheet can hold.
    """
    sections = list(document.on(Medium.BOOK))
    own = [block for section in sections for block in section if isinstance(block, Table) and _has_sheet(block)]
    for table in own:
        if (count := len(table.rows)) > MOST_ROWS:
            raise RequestError(_TOO_MANY, sheet=table.sheet, found=f"{count:,}", most=f"{MOST_ROWS:,}")
    out = BytesIO()
    with Workbook(out, {"in_memory": True, "default_format_properties": dict(DEFAULT)}) as book:
        book.set_properties({"title": document.title.say(lang), "created": CREATED})
        writer = _Cells(Looks(book), lang)
        others = [[block for block in section if not _has_sheet(block)] for section in sections]
        sheets: list[tuple[Text, Any]] = [(_SUMMARY, None)] if any(others) else []
        sheets += [(table.sheet or _SUMMARY, table) for table in own]
        made = [book.add_worksheet(name.say(lang)) for name, _ in sheets]
        for number, (sheet, (_, table)) in enumerate(zip(made, sheets, strict=True)):
            sheet.set_tab_color(_TABS[min(number, len(_TABS) - 1)])
            if table is None:
                _Summary(sheet, writer).write(document.title, others)
            else:
                _write_alone(sheet, table, writer)
    return out.getvalue()


def _has_sheet(block: Block) -> bool:
    return isinstance(block, Table) and block.sheet is not None


def _widths(columns: Sequence[Column]) -> list[float]:
    return [_WIDTHS.get(column.kind, _FIGURE) if column.width is None else column.width for column in columns]


class _Cells:
    """How values become cells, in one language."""

    def __init__(self, looks: Looks, lang: Lang) -> None:
        self.looks, self.lang = looks, lang

    def text(self, value: Value) -> str:
        return said(value, self.lang)

    def head(self, sheet: Any, row: int, columns: Sequence[Column]) -> None:
        """The headings, as high as the longest needs."""
        words = [column.heading.say(self.lang) for column in columns]
        lines = max(1 + int(cell_width(text) // max(width - 3, 1)) for text, width in zip(words, _widths(columns)))
        sheet.set_row(row, max(_HEAD_HEIGHT, 14 * lines + 6))
        for column, text in enumerate(words):
            write_text(sheet, row, column, text, self.looks(HEAD))

    def row(self, sheet: Any, row: int, values: Row, table: Table, look: Look = CELL) -> None:
        """A row of a table, as high as its texts need."""
        cells = [cell_of(value) for value in values]
        fit(sheet, row, [self.text(cell.value) for cell in cells], _widths(table.columns))
        for column, (cell, kind) in enumerate(zip(cells, [column.kind for column in table.columns], strict=True)):
            own = look | (BOLD if cell.strong or column < table.names else {}) | FILLS[cell.tone]
            self.cell(sheet, row, column, cell.value, kind, own)

    def cell(self, sheet: Any, row: int, column: int, value: Value, kind: Kind, look: Look) -> None:
        """A number as a number, a day as a day; a text as a text, also where it begins with `=`."""
        if isinstance(value, Share):
            shown = share_text(*value)
            exact = value.part / value.whole if value.whole else 0.0
            # the number is exact; where a cell would round it to all or to nothing, it shows what is said elsewhere
            own = PERCENT if value.whole and shown == f"{exact:.1%}" else PERCENT | {"num_format": f'"{shown}"'}
            sheet.write_number(row, column, exact, self.looks(look | own))
        elif isinstance(value, int):
            sheet.write_number(row, column, value, self.looks(look | (ORDINAL if kind is Kind.ORDINAL else NUMBER)))
        elif isinstance(value, datetime.date):
            sheet.write_datetime(row, column, value, self.looks(look | DATE))
        else:
            write_text(sheet, row, column, self.text(value), self.looks(look))


def _write_alone(sheet: Any, table: Table, writer: _Cells) -> None:
    """A table on a sheet of its own: its headings stay in sight, and its rows can be sorted and filtered."""
    for column, width in enumerate(_widths(table.columns)):
        sheet.set_column(column, column, width)
    print_well(sheet, head=(0, 0))
    writer.head(sheet, 0, table.columns)
    count = 0
    for count, row in enumerate(table.rows, start=1):
        writer.row(sheet, count, row, table)
    if table.totals is not None:
        writer.row(sheet, count + 1, table.totals, table, TOTAL)
    else:
        sheet.autofilter(0, 0, max(1, count), len(table.columns) - 1)
    sheet.freeze_panes(1, table.names)
    sheet.ignore_errors({"number_stored_as_text": f"A2:XFD{count + 2}"})


class _Summary:
    """The first sheet: block below block, all in the same columns."""

    def __init__(self, sheet: Any, writer: _Cells) -> None:
        self._sheet, self._writer, self._row = sheet, writer, 0
        self._look = writer.looks

    def write(self, title: Text, sections: Iterable[Sequence[Block]]) -> None:
        """The title, then the sections, a blank row between them."""
        sections = [blocks for blocks in sections if blocks]
        self._sheet.hide_gridlines(2)
        print_well(self._sheet)
        for column, width in enumerate(_common_widths([block for blocks in sections for block in blocks])):
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
            case Heading(text=text, note=note, mark=mark):
                self._line(_beside(mark.sign if mark else "", self._writer.text(text), note, self._writer), SECTION)
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
        for column, cell in enumerate(cells):
            self._writer.cell(self._sheet, self._row, column, cell.value, Kind.TEXT, CELL | FILLS[cell.tone])
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
        self._writer.head(self._sheet, self._row, table.columns)
        for row in table.rows:
            self._row += 1
            self._writer.row(self._sheet, self._row, row, table)
        if table.totals is not None:
            self._row += 1
            self._writer.row(self._sheet, self._row, table.totals, table, TOTAL)
        self._row += 1

    def _found(self, found: Found, indent: str) -> None:
        text = self._writer.text
        self._line(f"{indent}{MARKS[found.severity].sign} {found.code} {text(found.message)}")
        if found.mend is not None:
            self._line(f"{indent}    {MEND.say(self._writer.lang, how=found.mend)}", NOTE_LOOK)
        for behind in found.behind:
            self._line(f"{indent}    {behind.value}")
            for one in behind.found:
                self._found(one, indent + "    ")


def _beside(sign: str, text: str, note: Text | None, writer: _Cells) -> str:
    return " ".join(part for part in (sign, text, f"({writer.text(note)})" if note else "") if part)


def _common_widths(blocks: Sequence[Block]) -> Iterator[float]:
    """The widths of the columns that all blocks of the first sheet stand in."""
    rows: list[list[float]] = [[_FIRST]]
    for block in blocks:
        if isinstance(block, Figures):
            rows.append([block.label.width or _FIRST, _FIGURE])
        elif isinstance(block, Table):
            rows.append(_widths(block.columns))
        elif isinstance(block, Fields):
            rows.append([_FIRST, _FIRST, _WIDTHS[Kind.TEXT]])
    for at in range(max(map(len, rows))):
        yield max(row[at] for row in rows if at < len(row))

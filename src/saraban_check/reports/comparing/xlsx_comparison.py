"""XLSX of a comparison: the figures and the matrix, the agencies that changed, and the provinces."""

import datetime
from collections.abc import Iterable
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from ...comparison.moves import Change, Comparison, Entry
from ...comparison.standing import Round
from ...model.errors import RequestError
from ...model.text import Lang, Text
from ..escape import cell_width
from ..shares import share_text
from ..workbook.cells import MOST_ROWS, write_text
from .notes import comparison_notes
from .rows import HEADINGS, cells_of, changed
from .tables import PROVINCE, PROVINCE_HEADINGS, matrix_of, province_figures, province_name
from .words import (
    ADDRESS_CHANGED,
    CHANGES,
    COUNT,
    FILE,
    GROUP,
    IN_A,
    MATRIX,
    MATRIX_NOTE,
    NEW,
    OLD,
    PROVINCES,
    ROUND,
    SHARE,
    TITLE,
    TOTAL,
    WHAT,
)

_SUMMARY = Text("สรุป", "Summary")
_AGENCIES = Text("รายหน่วยงาน", "Agencies")
_TOO_MANY = Text(
    "{file}: มีหน่วยงานที่เปลี่ยนแปลง {found} แห่ง แผ่นงาน Excel เก็บได้ไม่เกิน {most} แถว บันทึกเป็น .csv หรือ .json แทน",
    "{file}: {found} agencies changed and a sheet holds no more than {most}; write .csv or .json instead",
)
_MADE = datetime.datetime(2026, 2, 17, tzinfo=datetime.UTC)  # of the table; the day of the run is no part of a result
_DARK, _GREEN, _RED, _YELLOW, _GREY = "#1F4E79", "#E2F0D9", "#F8CBAD", "#FFF2CC", "#F2F2F2"
_FILLS = {
    Change.WORSENED: _RED,
    Change.IMPROVED: _GREEN,
    Change.UNCLEAR: _YELLOW,
    Change.UNMATCHED: _YELLOW,
    Change.NEW: "#DDEBF7",
    Change.GONE: _GREY,
}
_WIDTHS = (16, 11, 11, 11, 30, 20, 14, 16, 11, 34, 34, 8, 8, 13, 40)
_LINE, _MOST_LINES = 16.0, 12
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def xlsx_document(comparison: Comparison, lang: Lang) -> bytes:
    """The workbook as bytes; the same comparison gives the same.

    Raises RequestError where the agencies that changed are more than a sheet can hold.
    """
    entries = changed(comparison)
    if len(entries) > MOST_ROWS:
        found = f"{len(entries):,}"
        raise RequestError(_TOO_MANY, file=comparison.new.file, found=found, most=f"{MOST_ROWS:,}")
    out = BytesIO()
    with Workbook(out, _OPTIONS) as book:
        book.set_properties({"created": _MADE})
        sheets = _Sheets(book, lang)
        sheets.summary(comparison)
        sheets.agencies(entries)
        sheets.provinces(comparison)
    return out.getvalue()


def _height(cells: Iterable[str | int]) -> float:
    """The height in points of a row whose texts are wrapped in columns of these widths; viewers do not work it out."""
    lines = (1 + cell_width(str(cell)) // (width - 1) for cell, width in zip(cells, _WIDTHS, strict=True))
    return _LINE * min(max(lines), _MOST_LINES)


class _Sheets:
    """The three sheets, with the formats that they share."""

    def __init__(self, book: Workbook, lang: Lang) -> None:
        self._book, self._lang = book, lang
        self._title = book.add_format({"bold": True, "font_size": 14})
        self._bold = book.add_format({"bold": True, "num_format": "#,##0"})
        self._head = book.add_format(
            {
                "bold": True,
                "font_color": "white",
                "bg_color": _DARK,
                "align": "center",
                "valign": "vcenter",
                "text_wrap": True,
            }
        )
        self._number = book.add_format({"num_format": "#,##0"})
        self._share = book.add_format({"num_format": "0.0%"})
        self._text = book.add_format({"valign": "top", "text_wrap": True})
        self._row = book.add_format({"valign": "top"})
        self._fills = {
            color: book.add_format({"bg_color": color, "num_format": "#,##0", "valign": "top", "text_wrap": True})
            for color in {*_FILLS.values()}
        }

    def _sheet(self, name: Text) -> Any:
        sheet = self._book.add_worksheet(name.say(self._lang))
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        return sheet

    def _write(self, sheet: Any, row: int, column: int, value: str | float, form: Any = None) -> None:
        """A number as a number; a text as a text, also where it begins with `=`."""
        if isinstance(value, str):
            write_text(sheet, row, column, value, form)
        else:
            sheet.write_number(row, column, value, form)

    def _heads(self, sheet: Any, row: int, headings: Iterable[Text]) -> None:
        for column, heading in enumerate(headings):
            sheet.write_string(row, column, heading.say(self._lang), self._head)

    def summary(self, comparison: Comparison) -> None:
        sheet, say = self._sheet(_SUMMARY), self._lang
        sheet.set_column(0, 0, 40)
        sheet.set_column(1, 1, 14)
        sheet.set_column(2, 30, 10)
        sheet.write_string(0, 0, TITLE.say(say), self._title)
        sheet.set_row(2, 2 * _LINE)
        self._heads(sheet, 2, (ROUND, FILE, TOTAL, IN_A, SHARE))
        self._round(sheet, 3, OLD, comparison.old)
        self._round(sheet, 4, NEW, comparison.new)
        at = 6
        for text in comparison_notes(comparison):
            self._write(sheet, at, 0, text.say(say))
            at += 1
        self._heads(sheet, at, (WHAT, COUNT))
        counts = [(CHANGES[change], comparison.counts[change], _FILLS.get(change)) for change in Change]
        for text, count, color in (*counts, (ADDRESS_CHANGED, len(comparison.address_changed), None)):
            at += 1
            sheet.write_string(at, 0, text.say(say), self._fills[color] if color else None)
            sheet.write_number(at, 1, count, self._number)
        at += 2
        sheet.write_string(at, 0, f"{MATRIX.say(say)} ({MATRIX_NOTE.say(say)})", self._bold)
        self._matrix(sheet, at + 1, comparison)

    def _round(self, sheet: Any, at: int, which: Text, one: Round) -> None:
        sheet.write_string(at, 0, which.say(self._lang), self._bold)
        self._write(sheet, at, 1, one.file, self._text)
        sheet.write_number(at, 2, one.total, self._number)
        sheet.write_number(at, 3, one.done, self._number)
        sheet.write_number(at, 4, one.done / one.total, self._share_format(one))

    def _share_format(self, one: Round) -> Any:
        """The number is exact; where a cell would round it to all or to nothing, it shows what is said elsewhere."""
        said = share_text(one.done, one.total)
        if said == f"{one.done / one.total:.1%}":
            return self._share
        return self._book.add_format({"num_format": f'"{said}"'})

    def _matrix(self, sheet: Any, at: int, comparison: Comparison) -> None:
        matrix = matrix_of(comparison)
        self._heads(sheet, at, (GROUP, *matrix.columns))
        last = len(matrix.rows) - 1
        for number, (name, figures) in enumerate(matrix.rows):
            self._write(sheet, at + 1 + number, 0, name.say(self._lang), self._bold)
            for column, count in enumerate(figures):
                form = self._bold if number == last or column == len(figures) - 1 else self._number
                if (number, column) in matrix.better or (number, column) in matrix.worse:
                    form = self._fills[_GREEN if (number, column) in matrix.better else _RED]
                if count:
                    sheet.write_number(at + 1 + number, column + 1, count, form)

    def agencies(self, entries: list[Entry]) -> None:
        sheet = self._sheet(_AGENCIES)
        self._heads(sheet, 0, HEADINGS)
        for column, width in enumerate(_WIDTHS):
            sheet.set_column(column, column, width)
        sheet.set_row(0, 2 * _LINE)
        for number, entry in enumerate(entries, start=1):
            color, cells = _FILLS.get(entry.change), cells_of(entry, self._lang)
            sheet.set_row(number, _height(cells))
            for column, value in enumerate(cells):
                form = (
                    self._fills[color] if column == 0 and color else self._text if isinstance(value, str) else self._row
                )
                if value != "":
                    self._write(sheet, number, column, value, form)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        sheet.autofilter(0, 0, len(entries), len(HEADINGS) - 1)

    def provinces(self, comparison: Comparison) -> None:
        sheet, headings = self._sheet(PROVINCES), (PROVINCE, *PROVINCE_HEADINGS)
        self._heads(sheet, 0, headings)
        sheet.set_column(0, 0, 24)
        sheet.set_column(1, len(headings) - 1, 13)
        sheet.set_row(0, 60)
        for number, place in enumerate(comparison.provinces, start=1):
            self._write(sheet, number, 0, province_name(place).say(self._lang))
            for column, count in enumerate(province_figures(place), start=1):
                sheet.write_number(number, column, count, self._number)
        at, totals = len(comparison.provinces) + 1, zip(*map(province_figures, comparison.provinces), strict=True)
        sheet.write_string(at, 0, TOTAL.say(self._lang), self._bold)
        for column, counts in enumerate(totals, start=1):
            sheet.write_number(at, column, sum(counts), self._bold)
        sheet.freeze_panes(1, 1)
        sheet.repeat_rows(0)

"""The sheet that is filled in: headings, looks, the check by formula, and the agencies of the registry if given."""

from collections.abc import Sequence
from typing import Any

from ...model.registry import RegistryEntry
from ...model.text import Lang
from ...report.render.looks import CENTER, HEAD, NOTE, OUR_HEAD, Look, Looks
from ...report.render.paper import print_well
from ...report.render.sheet_cells import write_text
from .columns import COLUMNS, letter, place
from .formula import check_formula
from .guards import guard
from .verdicts import BLANK, OK, UNSURE, VERDICTS, WRONG

_TEXT: Look = {"num_format": "@"}
"""What is typed stays as it is: no lost zero, no link, no date."""
_LOOKS = {
    "number": CENTER,
    "code": _TEXT | CENTER,
    "website": _TEXT,
    "address": _TEXT,
    "": NOTE,
    "issued": _TEXT,
    "notice": CENTER,
    "posted": CENTER,
    "delivery": CENTER,
    "upgraded": CENTER,
}
_NEEDED_HEAD: Look = HEAD | {"bg_color": "#C00000"}
GREEN: Look = {"bg_color": "#E2F0D9", "font_color": "#375623"}
RED: Look = {"bg_color": "#F8CBAD", "font_color": "#9C0006"}
AMBER: Look = {"bg_color": "#FFF2CC", "font_color": "#7F6000"}
GREY: Look = {"bg_color": "#EDEDED", "font_color": "#595959"}
COLORS = ((OK, GREEN), (UNSURE, AMBER), (WRONG, RED), (BLANK, GREY))
"""The colours of the verdicts that begin so."""

_ROOM, _NEW_LIST = 500, 1_000
"""Rows with the check beyond the agencies filled in; and in a list without any. Each takes 4 kB unpacked."""
_GUARDED = 10_000


def checked_rows(entries: int) -> int:
    """So many rows hold the check when the workbook is made."""
    return entries + _ROOM if entries else _NEW_LIST


def guarded_rows(entries: int) -> int:
    """So many rows have drop-downs and colours."""
    return max(_GUARDED, 2 * entries)


def kilobytes(entries: int) -> int:
    """No more than so large is the workbook as it is made, in kB to the next ten. Measured: 15 and 0.24 a row."""
    return 10 * (4 + checked_rows(entries) * 3 // 100)


def write_list(sheet: Any, entries: Sequence[RegistryEntry], lang: Lang, looks: Looks) -> None:
    """The sheet; without entries it is empty but for the headings and the check."""
    last = guarded_rows(len(entries))
    for index, column in enumerate(COLUMNS):
        sheet.set_column(index, index, column.width, _look(column.field, looks))
        head = _NEEDED_HEAD if column.needed else HEAD if column.field else OUR_HEAD
        write_text(sheet, 0, index, column.heading, looks(head))
    sheet.set_row(0, 33)
    sheet.freeze_panes(1, place("name") + 1)
    sheet.autofilter(0, 0, last, len(COLUMNS) - 1)
    sheet.ignore_errors({"number_stored_as_text": f"{letter('code')}2:{letter('code')}{last + 1}"})
    print_well(sheet, head=(0, 0))
    guard(sheet, last, lang)
    _color(sheet, last, lang, looks)
    for row, entry in enumerate(entries, start=1):
        _write_entry(sheet, row, entry, looks)
    check = place("")
    for row in range(1, checked_rows(len(entries)) + 1):
        stored = VERDICTS["blank"].say(lang) if row <= len(entries) else ""
        sheet.write_formula(row, check, check_formula(row + 1), _look("", looks), stored)


def _look(field: str, looks: Looks) -> Any:
    """XlsxWriter's format for the cells of a column; None for the workbook's own."""
    return looks(_LOOKS[field]) if field in _LOOKS else None


def _write_entry(sheet: Any, row: int, entry: RegistryEntry, looks: Looks) -> None:
    """What the registry says of an agency, in the columns that ask for it; all of it as text."""
    sheet.write_number(row, place("number"), row, _look("number", looks))
    known = {
        "code": entry.code,
        "name": entry.full_name,
        "kind": entry.kind.name.th,
        "amphoe": entry.amphoe,
        "province": entry.province.name.th,
        "website": entry.website,
    }
    for field, text in known.items():
        if text:
            write_text(sheet, row, place(field), text, _look(field, looks))


def _color(sheet: Any, last: int, lang: Lang, looks: Looks) -> None:
    """The check in the colour of what it says; codes and addresses that stand there twice in red letters."""
    cell, check = f"${letter('')}2", place("")
    for text, look in COLORS:
        said = text.say(lang)
        rule = {"type": "formula", "criteria": f'=LEFT({cell},{len(said)})="{said}"', "format": looks(look)}
        sheet.conditional_format(1, check, last, check, rule)
    for field in ("code", "address"):
        twice = {"type": "duplicate", "format": looks({"font_color": "#C00000", "bold": True})}
        sheet.conditional_format(1, place(field), last, place(field), twice)

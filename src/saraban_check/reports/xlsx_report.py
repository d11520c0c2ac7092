"""XLSX: a sheet with all rows, original columns first and then ours, and a summary sheet."""

import re
import zipfile
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

import openpyxl.cell
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from ..api import RULESET, Classification
from ..intake.cells import as_text
from ..model.text import Lang, Text
from .columns import OUR_HEADINGS, original_headings, our_cells
from .escape import cell_width, for_xlsx

_SUMMARY = Text("สรุป", "Summary")
_AGENCIES = Text("รายหน่วยงาน", "Agencies")
_COLORS = {"A": "E2F0D9", "B": "FFF2CC", "C": "FCE4D6", "D": "DDEBF7", "E": "F8CBAD", "W": "E4DFEC"}
_NO_GROUP = "F4B6B6"
_HEAD_FILL = PatternFill("solid", start_color="1F4E79")
_OUR_FILL = PatternFill("solid", start_color="375623")
_WIDEST, _NARROWEST, _SAMPLED = 48, 7, 400
_TIME = re.compile(rb"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z")
_OUR_WIDTHS = (16.0, 13.0, 48.0, 16.0, 32.0, 48.0)
_LINE, _MOST_LINES = 15.0, 20
_TITLE = Text("ผลการจำแนกกลุ่ม อปท. ตามตารางของสำนักงาน ก.พ.ร.", "Groups by OPDC's table")
_SOURCE = Text("ไฟล์ {file} · ตารางฉบับ {ruleset}", "File {file} · table of {ruleset}")
_SUMMARY_HEADINGS = (
    Text("กลุ่ม", "Group"),
    Text("มีประกาศฯ ม.10 และลงใน info.go.th", "Notice, and in info.go.th"),
    Text("รูปแบบอีเมลถูกต้อง", "Address correct"),
    Text("สถานะการส่งอีเมล", "Delivery"),
    Text("จำนวน", "Count"),
    Text("รวม", "Sum"),
)
_OUTSIDE = Text("ไม่เข้ากลุ่มใดในตาราง", "Outside the table")
_UNDETERMINED = Text("ยังระบุกลุ่มไม่ได้", "Undetermined")
_TOTAL = Text("รวม", "Total")
_FOLLOW_UP = Text("ต้องดำเนินการเพิ่มเติม (ทุกกลุ่มยกเว้น A)", "To be followed up (all but A)")
_RULES = Text("เหตุผลที่พบ", "Reasons found")
_RULE_HEADINGS = (Text("รหัส", "Code"), Text("เหตุผล", "Reason"), Text("วิธีแก้", "How to mend"), Text("จำนวน", "Count"))


def xlsx_document(result: Classification, lang: Lang) -> bytes:
    """The workbook as bytes."""
    book = Workbook(write_only=True)
    _write_agencies(book.create_sheet(_AGENCIES.say(lang)), result, lang)
    _write_summary(book.create_sheet(_SUMMARY.say(lang)), result, lang)
    out = BytesIO()
    book.save(out)
    return _without_times(out)


def _without_times(book: BytesIO) -> bytes:
    """The same workbook without the time of day in it: the same input gives the same bytes."""
    out = BytesIO()
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _TIME.sub(b"2026-02-17T00:00:00Z", content)
            new.writestr(zipfile.ZipInfo(name, (2026, 2, 17, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _cell(sheet: Any, value: Any, **style: Any) -> Any:
    """A cell; a text stays a text, also where it begins with `=`."""
    cell = openpyxl.cell.WriteOnlyCell(sheet, value=None)
    if isinstance(value, str):
        cell.value = for_xlsx(value)
        cell.data_type = "s"
    else:
        cell.value = value
    for name, setting in style.items():
        setattr(cell, name, setting)
    return cell


def _height(texts: Sequence[str], widths: Sequence[float]) -> float:
    """The height in points of a row whose texts are wrapped in columns of these widths."""
    lines = 1
    for text, width in zip(texts, widths, strict=True):
        lines = max(lines, sum(1 + int(cell_width(line) / (width - 1)) for line in text.split("\n")))
    return _LINE * min(lines, _MOST_LINES)


def _widths(rows: Iterable[list[str]], columns: int) -> list[float]:
    widest = [_NARROWEST] * columns
    for row in rows:
        for index, text in enumerate(row[:columns]):
            longest = max((cell_width(line) for line in text.split("\n")), default=0)
            widest[index] = min(_WIDEST, max(widest[index], longest + 2))
    return [float(width) for width in widest]


def _original(value: Any) -> Any:
    """The original value where a workbook can hold it, else its text."""
    if isinstance(value, bool | int | float) or hasattr(value, "isoformat"):
        return value
    return as_text(value)


def _print_well(sheet: Any) -> None:
    """On paper: landscape A4, all columns on one page's width."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", "9"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _write_agencies(sheet: Any, result: Classification, lang: Lang) -> None:
    original = original_headings(result)
    headings = [*original, *(heading.say(lang) for heading in OUR_HEADINGS)]
    originals, ours = len(original), len(OUR_HEADINGS)
    rows = [our_cells(result, agency, lang) for agency in result.agencies]
    sample = [
        [as_text(c) for c in agency.record.cells] + [""] * (originals - len(agency.record.cells)) + list(cells)
        for agency, cells in zip(result.agencies[:_SAMPLED], rows, strict=False)
    ]
    widths = [*_widths([row[:originals] for row in (headings, *sample)], originals), *_OUR_WIDTHS]
    for index, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = width
    sheet.freeze_panes = "A2"
    _print_well(sheet)
    sheet.print_title_rows = "1:1"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{len(rows) + 1}"
    white, wrapped = Font(bold=True, color="FFFFFF"), Alignment(vertical="top", wrap_text=True)
    center = Alignment(horizontal="center", vertical="center", wrap_text=True)
    sheet.append(
        [
            _cell(sheet, text, font=white, fill=_HEAD_FILL if i < originals else _OUR_FILL, alignment=center)
            for i, text in enumerate(headings)
        ]
    )
    fills = {letter: PatternFill("solid", start_color=color) for letter, color in _COLORS.items()}
    other, plain = PatternFill("solid", start_color=_NO_GROUP), Alignment(vertical="top")
    for number, (agency, cells) in enumerate(zip(result.agencies, rows, strict=True), start=2):
        sheet.row_dimensions[number].height = _height(cells, widths[originals:])
        fill = fills.get(agency.group[:1], other) if len(agency.group) < 3 else other
        kept = [_cell(sheet, _original(value), alignment=plain) for value in agency.record.cells[:originals]]
        kept += [_cell(sheet, "")] * (originals - len(kept))
        sheet.append(
            [
                *kept,
                _cell(sheet, cells[0], fill=fill, alignment=wrapped),
                *(_cell(sheet, text, alignment=wrapped) for text in cells[1:ours]),
            ]
        )


def _write_summary(sheet: Any, result: Classification, lang: Lang) -> None:
    summary = result.summary
    _print_well(sheet)
    for letter, width in zip("ABCDEF", (12, 46, 40, 22, 12, 12), strict=True):
        sheet.column_dimensions[letter].width = width
    bold, white = Font(bold=True), Font(bold=True, color="FFFFFF")

    def append(*values: Any, **style: Any) -> None:
        sheet.append([_cell(sheet, value, **style) for value in values])

    append(_TITLE.say(lang), font=Font(bold=True, size=14))
    append(_SOURCE.say(lang, file=result.source.file, ruleset=RULESET))
    append()
    append(*(heading.say(lang) for heading in _SUMMARY_HEADINGS), font=white, fill=_HEAD_FILL)
    rows, letters, seen = {row.group: row for row in summary.table.rows}, summary.letters, set()
    for group, count in summary.groups.items():
        letter = group[:1]
        total = None if letter in seen else letters[letter]
        seen.add(letter)
        marks = [cell.say(lang) for cell in rows[group].shown]
        fill = PatternFill("solid", start_color=_COLORS.get(letter, "FFFFFF"))
        append(group, *marks, count, total, fill=fill)
    append("–", _OUTSIDE.say(lang), "", "", summary.outside, summary.outside)
    append("–", _UNDETERMINED.say(lang), "", "", summary.undetermined, summary.undetermined)
    append("", _TOTAL.say(lang), "", "", summary.total, summary.total, font=bold)
    append("", _FOLLOW_UP.say(lang), "", "", "", summary.follow_up, font=bold)
    append()
    append(_RULES.say(lang), font=Font(bold=True, size=13))
    append(*(heading.say(lang) for heading in _RULE_HEADINGS), font=white, fill=_HEAD_FILL)
    from ..api import find_rule

    number = len(summary.groups) + 11
    for code, count in sorted(summary.rules.items(), key=lambda item: (-item[1], item[0])):
        if (rule := find_rule(code)) is not None:
            wrapped = Alignment(vertical="top", wrap_text=True)
            title, mend = rule.title.say(lang), rule.mend.say(lang)
            number += 1
            sheet.row_dimensions[number].height = _height((title, mend), (46, 40))
            append(code, title, mend, count, alignment=wrapped)

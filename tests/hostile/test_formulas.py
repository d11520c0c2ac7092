"""Cells that hold no value, whatever program wrote the file: never calculated, a stored 0, an error (SB904)."""

import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.hostile.test_workbooks import PART, ROWS, Raw, merged, ods, xls, xlsb
from tests.support import Sheet, Xml, classified, rows_xml, sheet_xml, write_workbook

from saraban_check.checks.classify import classify
from saraban_check.intake.limits import read_limits
from saraban_check.intake.options import ListOptions
from saraban_check.model.agency_result import AgencyResult

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
ADDRESS, NOTICE = 3, 4

Make = Callable[[Path, int], Path]
"""Writes a list whose first agency has a formula in the column of that number."""


def agencies(path: Path, *limits: str) -> tuple[AgencyResult, ...]:
    """The agencies of a list, in this process."""
    return classify(path, reading=ListOptions(limits=read_limits(list(limits)))).agencies


def codes(agency: AgencyResult) -> set[str]:
    return {finding.code for finding in agency.findings}


def provinces(path: Path, *limits: str) -> list[str | None]:
    return [one.record.province and one.record.province.name.th for one in agencies(path, *limits)]


def with_cell(cell: Any, column: int) -> list[list[Any]]:
    """The three agencies of ROWS, the first with another cell."""
    rows = [list(row) for row in ROWS]
    rows[1][column] = cell
    return rows


def xlsx_file(folder: Path, cell: Xml, column: int, how: str = "plain") -> Path:
    xml = sheet_xml(rows_xml(with_cell(cell, column)))
    part = PART
    if how == "prefixed":
        for name in ("worksheet", "sheetData", "row", "c", "v", "f", "is", "t"):
            for end in (" ", ">"):
                xml = xml.replace(f"<{name}{end}", f"<x:{name}{end}")
            xml = xml.replace(f"</{name}>", f"</x:{name}>")
        xml = xml.replace('xmlns="', 'xmlns:x="')
    elif how == "strict":
        xml = xml.replace(MAIN, STRICT)
    elif how == "elsewhere":
        part = "other/liste.bin"
    return write_workbook(folder / "agencies.xlsx", {"รายชื่อ": Sheet(xml, part=part)})


def xls_file(folder: Path, result: bytes, column: int) -> Path:
    formula = Raw(0x0006, struct.pack("<H", 0) + result + struct.pack("<HIH", 0, 0, 0))
    path = folder / "agencies.xls"
    path.write_bytes(xls(with_cell(formula, column)))
    return path


def xlsb_file(folder: Path, number: float, column: int) -> Path:
    formula = Raw(9, struct.pack("<dHI", number, 0, 0) + bytes(4))
    return xlsb(folder / "agencies.xlsb", with_cell(formula, column))


def ods_file(folder: Path, attributes: str, column: int) -> Path:
    cell = Xml("", f'<table:table-cell table:formula="of:=[.B2]" {attributes}/>')
    return ods(folder / "agencies.ods", with_cell(cell, column))


ZERO, NEVER = Xml("", "<f>Sheet2!A1</f><v>0</v>"), Xml("", "<f>Sheet2!A1</f>")


def as_xlsx(cell: Xml, how: str = "plain") -> Make:
    return lambda folder, column: xlsx_file(folder, cell, column, how)


MEANINGLESS: dict[str, Make] = {
    **{f"xlsx {how}, stored 0": as_xlsx(ZERO, how) for how in ("plain", "prefixed", "elsewhere")},
    **{f"xlsx {how}, never": as_xlsx(NEVER, how) for how in ("plain", "prefixed", "strict")},
    "xlsx, stored 0.0": as_xlsx(Xml("", "<f>A1</f><v>0.0</v>")),
    "xlsx, shared": as_xlsx(Xml("", '<f t="shared" si="0"/><v>0</v>')),
    "xlsx, array": as_xlsx(Xml("", '<f t="array" ref="D2:D2">A1</f><v>0</v>')),
    "xlsx, error": as_xlsx(Xml(' t="e"', "<f>A1</f><v>#N/A</v>")),
    "xls, stored 0": lambda f, c: xls_file(f, struct.pack("<d", 0.0), c),
    "xls, no text behind it": lambda f, c: xls_file(f, bytes(6) + b"\xff\xff", c),
    "xls, an empty text": lambda f, c: xls_file(f, b"\x03" + bytes(5) + b"\xff\xff", c),
    "xlsb, stored 0": lambda f, c: xlsb_file(f, 0.0, c),
    "ods, stored 0": lambda f, c: ods_file(f, 'office:value-type="float" office:value="0"', c),
    "ods, never": lambda f, c: ods_file(f, "", c),
}


@pytest.mark.parametrize("column", [ADDRESS, NOTICE], ids=["address", "notice"])
@pytest.mark.parametrize("make", MEANINGLESS.values(), ids=MEANINGLESS.keys())
def test_a_formula_that_says_nothing_is_unknown_and_said(tmp_path: Path, make: Make, column: int) -> None:
    first, *others = agencies(make(tmp_path, column))
    assert "SB904" in codes(first)
    assert first.group == "undetermined"
    assert not {"SB101", "SB501", "SB503"} & codes(first), "it is not taken for none or no"
    assert [other.group for other in others] == ["A1", "A1"]


TELLING = {
    "a number": lambda f: xlsx_file(f, Xml("", "<f>A1</f><v>1</v>"), NOTICE),
    "a text": lambda f: xlsx_file(f, Xml(' t="str"', "<f>A1</f><v>✓</v>"), NOTICE),
    "an xls number": lambda f: xls_file(f, struct.pack("<d", 1.0), NOTICE),
    "an xlsb number": lambda f: xlsb_file(f, 1.0, NOTICE),
    "an ods number": lambda f: ods_file(f, 'office:value-type="float" office:value="1"', NOTICE),
}


@pytest.mark.parametrize("make", TELLING.values(), ids=TELLING.keys())
def test_a_formula_with_a_result_is_a_cell_like_any_other(tmp_path: Path, make: Any) -> None:
    assert [one.group for one in agencies(make(tmp_path))] == ["A1"] * 3


def test_a_zero_that_no_formula_made_is_a_no(tmp_path: Path) -> None:
    first = agencies(write_workbook(tmp_path / "a.xlsx", {"ก": sheet_xml(rows_xml(with_cell(0, NOTICE)))}))[0]
    assert "SB904" not in codes(first)
    assert first.record.facts.notice is False


def test_a_zero_of_a_formula_in_a_column_that_is_not_read_stays_a_zero(tmp_path: Path) -> None:
    rows = [[*row, at] for at, row in enumerate(with_cell("อบต.หนึ่ง", 1))]
    rows[0][-1], rows[1][-1] = "คะแนนรวมพิเศษ", ZERO
    path = write_workbook(tmp_path / "a.xlsx", {"ก": sheet_xml(rows_xml(rows))})
    found = classified(path, "-o", tmp_path / "out.csv")
    assert found["summary"]["groups"]["A1"] == 3
    assert ",0," in (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()[1]


@pytest.mark.parametrize(
    "stray", ["", '<row r="9"><c r="XFD1048576" t="str"><v>.</v></c></row>'], ids=["fast", "careful"]
)
def test_merged_provinces_are_the_same_for_both_readers(tmp_path: Path, stray: str) -> None:
    rows = [list(row) for row in ROWS]
    rows[2][2] = rows[3][2] = None
    xml = sheet_xml(rows_xml(rows) + stray.replace("XFD1048576", "GR1048576"), after=merged("C2:C4"))
    assert provinces(write_workbook(tmp_path / "a.xlsx", {"ก": Sheet(xml)}), "columns=300") == ["นครพนม"] * 3


def test_a_merged_province_of_an_ods_holds_for_all_its_rows(tmp_path: Path) -> None:
    rows = [list(row) for row in ROWS]
    spanned = 'table:number-rows-spanned="3" office:value-type="string"'
    rows[1][2] = Xml("", f"<table:table-cell {spanned}><text:p>นครพนม</text:p></table:table-cell>")
    rows[2][2] = rows[3][2] = Xml("", "<table:covered-table-cell/>")
    assert provinces(ods(tmp_path / "a.ods", rows)) == ["นครพนม"] * 3


def test_a_workbook_that_lies_elsewhere_in_its_package_is_read(tmp_path: Path) -> None:
    """The links lead to it, whatever it is called."""
    usual = write_workbook(tmp_path / "usual.xlsx", {"ก": Sheet(sheet_xml(rows_xml(with_cell(NEVER, ADDRESS))))})
    path = tmp_path / "agencies.xlsx"
    with zipfile.ZipFile(usual) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            moved = name.replace("xl/_rels/workbook.xml", "book/_rels/main.xml").replace(
                "xl/workbook.xml", "book/main.xml"
            )
            new.writestr(moved, text.replace("xl/workbook.xml", "book/main.xml"))
    found = agencies(path)
    assert "SB904" in codes(found[0])
    assert len(found) == 3


def test_the_command_says_where_and_what_it_found(tmp_path: Path) -> None:
    first = classified(xlsx_file(tmp_path, NEVER, ADDRESS))["agencies"][0]
    [damaged] = [one for one in first["findings"] if one["code"] == "SB904"]
    assert damaged["field"] == "address"
    assert "=Sheet2!A1" in damaged["message"]


def test_a_workbook_in_the_root_of_its_package_is_read(tmp_path: Path) -> None:
    usual = write_workbook(tmp_path / "usual.xlsx", {"ก": Sheet(sheet_xml(rows_xml(ROWS)), part="sheet.xml")})
    path = tmp_path / "agencies.xlsx"
    with zipfile.ZipFile(usual) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            text = (
                old.read(name).decode().replace("/xl/styles.xml", "/styles.xml").replace("xl/workbook.xml", "book.xml")
            )
            new.writestr(
                name.replace("xl/_rels/workbook", "_rels/book").replace("xl/workbook", "book").replace("xl/", ""), text
            )
    assert [one.group for one in agencies(path)] == ["A1"] * 3

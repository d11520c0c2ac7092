"""Hostile workbooks: layouts that people make, files that break readers, and bombs. Most are written by hand here."""

import json
import struct
import zipfile
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from tests.support import (
    Sheet,
    Xml,
    cell_xml,
    classified,
    codes,
    csv_text,
    letters,
    memory_limit,
    refused,
    rows_xml,
    run,
    sheet_xml,
    write_workbook,
)

HEADINGS = ["รหัส", "หน่วยงาน", "จังหวัด", "อีเมล", "ประกาศ ม.10", "ลงใน info.go.th", "สถานะการส่งอีเมล"]
NAMES = ["อบต.หนึ่ง", "อบต.สอง", "อบต.สาม"]
PART = "xl/worksheets/sheet1.xml"
BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."


def agency(number: int, name: str = "อบต.ตัวอย่าง") -> list[Any]:
    """An agency of group A1."""
    code = f"0648{number:04}"
    return [code, name, "นครพนม", f"saraban_{code}@dla.go.th", "✓", "✓", "✓"]


ROWS = [HEADINGS, *(agency(number, name) for number, name in enumerate(NAMES, start=1))]
LIST = sheet_xml(rows_xml(ROWS))


def names(found: dict[str, Any]) -> list[str]:
    return [one["name"] for one in found["agencies"]]


def rows_of(found: dict[str, Any]) -> list[int]:
    return [one["row"] for one in found["agencies"]]


def assert_all_three(found: dict[str, Any], first: int = 2) -> None:
    """The agencies of ROWS are there, whole, judged, and in the rows that Excel shows."""
    assert names(found) == NAMES
    assert rows_of(found) == [first, first + 1, first + 2]
    assert found["summary"]["groups"]["A1"] == 3


def one_sheet(folder: Path, xml: str | bytes, **how: Any) -> Path:
    return write_workbook(folder / "agencies.xlsx", {"รายชื่อ": Sheet(xml)}, **how)


def strings(items: str) -> str:
    """The shared strings of a workbook."""
    return f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{items}</sst>'


def merged(*places: str) -> str:
    """The part of a sheet that says which cells are merged."""
    return "<mergeCells>" + "".join(f'<mergeCell ref="{place}"/>' for place in places) + "</mergeCells>"


# --- layouts -----------------------------------------------------------------------------------------------------


def test_titles_above_the_header_are_passed_over(tmp_path: Path) -> None:
    titles = [["รายชื่อ อปท. ที่ต้องดำเนินการ"], ["ข้อมูล ณ วันที่ 17 กุมภาพันธ์ 2569"], []]
    found = classified(one_sheet(tmp_path, sheet_xml(rows_xml([*titles, *ROWS]), after=merged("A1:G1", "A2:G2"))))
    assert found["source"]["header_row"] == 4
    assert_all_three(found, 5)


def test_a_header_of_two_rows_with_merged_cells_is_read(tmp_path: Path) -> None:
    upper = ["รหัส", "หน่วยงาน", "จังหวัด", "อีเมล", "ประกาศฯ", None, "สถานะการส่งอีเมล"]
    lower = [None, None, None, None, "ประกาศ ม.10", "ลงใน info.go.th", None]
    places = [*(f"{letters(n)}1:{letters(n)}2" for n in (0, 1, 2, 3, 6)), "E1:F1"]
    found = classified(one_sheet(tmp_path, sheet_xml(rows_xml([upper, lower, *ROWS[1:]]), after=merged(*places))))
    assert found["source"]["header_row"] == 2
    assert_all_three(found, 3)


def test_a_province_merged_over_several_agencies_holds_for_each(tmp_path: Path) -> None:
    rows = [HEADINGS, *(agency(n, name) for n, name in enumerate(NAMES, start=1))]
    rows = [rows[0], rows[1], *([*row[:2], None, *row[3:]] for row in rows[2:])]
    found = classified(one_sheet(tmp_path, sheet_xml(rows_xml(rows), after=merged("C2:C4"))))
    assert [one["province"] for one in found["agencies"]] == ["นครพนม"] * 3
    assert_all_three(found)


def test_merged_ranges_beyond_all_bounds_do_no_harm(tmp_path: Path) -> None:
    places = ["C2:XFD1048576", "A1048576:XFD1048576", "C4:C2", "C2:C99999999", "H9:H9"]
    path = one_sheet(tmp_path, sheet_xml(rows_xml(ROWS), after=merged(*places)))
    assert_all_three(classified(path, before=memory_limit(), timeout=20))


def test_hidden_rows_and_columns_are_read_like_any_other(tmp_path: Path) -> None:
    hidden = '<cols><col min="1" max="3" width="0" hidden="1"/></cols>'
    found = classified(one_sheet(tmp_path, sheet_xml(rows_xml(ROWS, hidden=(3,)), before=hidden)))
    assert_all_three(found)


def test_a_hidden_sheet_is_passed_over_where_a_visible_one_fits(tmp_path: Path) -> None:
    old = sheet_xml(rows_xml([HEADINGS, agency(9, "อบต.เก่า")]))
    for state in ("hidden", "veryHidden"):
        path = write_workbook(tmp_path / f"{state}.xlsx", {"เก่า": Sheet(old, state), "ใหม่": LIST})
        found = classified(path)
        assert found["source"]["sheet"] == "ใหม่"
        assert_all_three(found)
        assert names(classified(path, "--sheet", "เก่า")) == ["อบต.เก่า"]


def test_a_hidden_sheet_is_read_and_said_to_be_hidden_where_no_other_fits(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "agencies.xlsx", {"ปก": sheet_xml(""), "รายชื่อ": Sheet(LIST, "hidden")})
    assert_all_three(classified(path))
    assert "hidden" in run("classify", path, "--lang", "en").stderr


def test_of_several_sheets_with_data_the_best_is_read_the_others_named_and_any_can_be_chosen(tmp_path: Path) -> None:
    shorter = sheet_xml(rows_xml([["หน่วยงาน", "อีเมล"], ["อบต.สั้น", "saraban_06480009@dla.go.th"]]))
    path = write_workbook(tmp_path / "agencies.xlsx", {"สั้น": shorter, "เต็ม": LIST})
    found = classified(path)
    assert found["source"]["sheet"] == "เต็ม"
    assert_all_three(found)
    assert "“สั้น”" in run("classify", path, "--lang", "en").stderr
    assert names(classified(path, "--sheet", "สั้น")) == ["อบต.สั้น"]
    assert names(classified(path, "--sheet", "1")) == ["อบต.สั้น"]
    said = refused(path, "--sheet", "ไม่มี")
    assert "ไม่มี" in said
    assert "เต็ม" in said
    assert "0" in refused(path, "--sheet", "0")
    refused(path, "--sheet", "3")


def test_an_empty_first_sheet_is_passed_over(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "agencies.xlsx", {"Sheet1": sheet_xml(""), "รายชื่อ": LIST})
    assert_all_three(classified(path))


@pytest.mark.parametrize("data", ["", rows_xml([[None, None]]), '<row r="5"/>'])
def test_a_workbook_without_any_data_is_refused(tmp_path: Path, data: str) -> None:
    assert "agencies.xlsx" in refused(one_sheet(tmp_path, sheet_xml(data)))


def test_a_header_alone_is_refused(tmp_path: Path) -> None:
    said = refused(one_sheet(tmp_path, sheet_xml(rows_xml([HEADINGS]))))
    assert "no rows" in said


def test_a_million_formatted_blank_rows_are_no_agencies(tmp_path: Path) -> None:
    blank = "".join(f'<row r="{n}"><c r="A{n}" s="1"/><c r="G{n}" s="1"/></row>' for n in range(5, 1_048_577))
    path = one_sheet(tmp_path, sheet_xml(rows_xml(ROWS) + blank))
    assert_all_three(classified(path, before=memory_limit(), timeout=60))


@pytest.mark.parametrize("ref", ["A1", "A1:A1", "A1:XFD1048576", "B2:C3", "Z99:A1", "nonsense", "A0:B0", ""])
def test_a_wrong_dimension_is_not_believed(tmp_path: Path, ref: str) -> None:
    path = one_sheet(tmp_path, sheet_xml(rows_xml(ROWS), before=f'<dimension ref="{ref}"/>'))
    done = run("classify", path, "--format", "json", "--lang", "en", "-q", before=memory_limit(), timeout=20)
    if done.returncode == 2 and ref in ("nonsense", "A0:B0", "", "Z99:A1"):  # what Excel never writes may be refused
        assert done.stderr.count("\n") == 1
    else:
        assert_all_three(classified(path))


def test_the_dates_of_the_1904_system_are_right(tmp_path: Path) -> None:
    # 2026-02-17 is day 46,070 from 1900, and day 44,608 from 1904
    date = Xml(' s="1"', "<v>44608</v>")
    xml = sheet_xml(rows_xml([[*HEADINGS, "วันที่ประกาศ"], [*agency(1), date]]))
    path = one_sheet(tmp_path, xml, settings='<workbookPr date1904="1"/>')
    classified(path)
    assert "2026-02-17" in run("classify", path, "--format", "csv", "-q").stdout


def test_a_column_far_to_the_right_is_read(tmp_path: Path) -> None:
    rows = [[None] * 150 + row for row in ROWS]
    assert_all_three(classified(one_sheet(tmp_path, sheet_xml(rows_xml(rows)))))


def test_more_used_columns_than_the_limit_are_refused(tmp_path: Path) -> None:
    rows = [[*HEADINGS, *(f"x{n}" for n in range(200))], *ROWS[1:]]
    path = one_sheet(tmp_path, sheet_xml(rows_xml(rows)))
    said = refused(path)
    assert "207" in said
    assert "200" in said
    assert "--max columns=" in said
    assert_all_three(classified(path, "--max", "columns=207"))


def test_more_rows_than_the_limit_are_refused(tmp_path: Path) -> None:
    path = one_sheet(tmp_path, LIST)
    said = refused(path, "--max", "rows=2")
    assert "agencies.xlsx" in said
    assert "is 3" in said
    assert "limit of 2" in said
    assert_all_three(classified(path, "--max", "rows=3"))


def test_a_header_below_the_30th_row_is_found_only_when_the_limit_is_raised(tmp_path: Path) -> None:
    rows = [["รายงาน"]] * 30
    path = one_sheet(tmp_path, sheet_xml(rows_xml([*rows, *ROWS])))
    assert "30" in refused(path)
    assert_all_three(classified(path, "--max", "header-rows=31"), 32)


def test_numbers_and_booleans_in_text_columns_do_no_harm(tmp_path: Path) -> None:
    true = Xml(' t="b"', "<v>1</v>")
    path = one_sheet(tmp_path, sheet_xml(rows_xml([HEADINGS, [6480001, 42, 48.0, 7, true, true, 250]])))
    found = classified(path, "-o", tmp_path / "out.xlsx")
    assert found["agencies"][0]["code"] == "06480001"
    assert found["agencies"][0]["facts"] == {"upgraded": False, "notice": True, "posted": True, "delivery": "delivered"}


# --- damaged, protected, and of other kinds ----------------------------------------------------------------------


def ole(*streams: tuple[str, bytes]) -> bytes:
    """An OLE container ([MS-CFB], version 3) that holds these streams, each padded beyond the mini stream's size."""
    padded = [(name, data + bytes(max(4096 - len(data), -len(data) % 512))) for name, data in streams]
    body, fat, entries = b"", [0xFFFFFFFD, 0xFFFFFFFE], []
    for name, data in padded:
        first, sectors = len(fat), len(data) // 512
        fat += [*range(first + 1, first + sectors), 0xFFFFFFFE]
        body += data
        entries.append((name, 2, first, len(data)))

    def entry(name: str, kind: int, child: int, right: int, start: int, size: int) -> bytes:
        text = name.encode("utf-16-le") + b"\0\0" if name else b""
        tree = struct.pack("<BBIII", kind, 1, 0xFFFFFFFF, right, child)
        return text.ljust(64, b"\0") + struct.pack("<H", len(text)) + tree + bytes(36) + struct.pack("<IQ", start, size)

    folder = entry("Root Entry", 5, 1, 0xFFFFFFFF, 0xFFFFFFFE, 0)
    for number, (name, kind, start, size) in enumerate(entries, start=1):
        right = number + 1 if number < len(entries) else 0xFFFFFFFF
        folder += entry(name, kind, 0xFFFFFFFF, right, start, size)
    folder = folder.ljust(512, b"\0")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<I", 0) + b"\xff" * 4 * 108
    table = b"".join(struct.pack("<I", sector) for sector in fat).ljust(512, b"\xff")
    assert len(fat) <= 128
    return header + table + folder + body


class Raw(NamedTuple):
    """A cell of a binary workbook as it is: the number of its record, and what follows its place."""

    sort: int
    data: bytes


def xls(rows: list[list[Any]]) -> bytes:
    """A small old workbook ([MS-XLS], BIFF8): one sheet of texts, and of cells as they are."""

    def record(kind: int, data: bytes = b"") -> bytes:
        return struct.pack("<HH", kind, len(data)) + data

    def text(value: str) -> bytes:
        return struct.pack("<HB", len(value), 1) + value.encode("utf-16-le")

    beginning = struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6)
    name = struct.pack("<BB", 5, 0) + b"Lista"
    start = len(record(0x0809, beginning)) + len(record(0x0085, bytes(6) + name)) + len(record(0x000A))
    book = record(0x0809, beginning) + record(0x0085, struct.pack("<IBB", start, 0, 0) + name) + record(0x000A)
    sheet = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0x0DBB, 0x07CC, 0, 6))
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            raw = value if isinstance(value, Raw) else Raw(0x0204, struct.pack("<H", 0) + text(str(value)))
            sheet += record(raw.sort, struct.pack("<HH", number, column) + raw.data)
    return ole(("Workbook", book + sheet + record(0x000A)))


def xlsb(path: Path, rows: list[list[Any]]) -> Path:
    """A small binary workbook ([MS-XLSB]): one sheet of texts."""

    def record(kind: int, data: bytes = b"") -> bytes:
        head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
        size, length = b"", len(data)
        while length >= 0x80:
            size, length = size + bytes([length & 0x7F | 0x80]), length >> 7
        return head + size + bytes([length]) + data

    def text(value: str) -> bytes:
        return struct.pack("<I", len(value)) + value.encode("utf-16-le")

    book = record(0x83) + record(0x8F)
    book += record(0x9C, struct.pack("<II", 0, 1) + text("rId1") + text("Lista")) + record(0x90) + record(0x84)
    sheet = record(0x81) + record(0x94, struct.pack("<IIII", 0, len(rows) - 1, 0, len(rows[0]) - 1)) + record(0x91)
    for number, row in enumerate(rows):
        sheet += record(0x00, struct.pack("<IIHBBBI", number, 0, 300, 0, 0, 0, 0))
        for column, value in enumerate(row):
            raw = value if isinstance(value, Raw) else Raw(0x06, text(str(value)))
            sheet += record(raw.sort, struct.pack("<II", column, 0) + raw.data)
    sheet += record(0x92) + record(0x82)
    link = '<Relationship Id="rId1" Type="{}/worksheet" Target="worksheets/sheet1.bin"/>'
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.bin", book)
        archive.writestr(
            "xl/_rels/workbook.bin.rels", f'<Relationships xmlns="{package}">{link.format(office)}</Relationships>'
        )
        archive.writestr("xl/worksheets/sheet1.bin", sheet)
    return path


def ods(path: Path, rows: list[list[Any]], extra: str = "", prolog: str = "") -> Path:
    """A small OpenDocument sheet."""
    namespace = "urn:oasis:names:tc:opendocument:xmlns:"
    lines = "".join(
        "<table:table-row>"
        + "".join(
            v.inside
            if isinstance(v, Xml)
            else f'<table:table-cell office:value-type="string"><text:p>{v}</text:p></table:table-cell>'
            for v in row
        )
        + "</table:table-row>"
        for row in rows
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{prolog}<office:document-content xmlns:office="{namespace}office:1.0" '
        f'xmlns:table="{namespace}table:1.0" xmlns:text="{namespace}text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="Lista">{lines}{extra}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{namespace}manifest:1.0"><manifest:file-entry '
            'manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
        )
    return path


def test_an_old_xls_is_read(tmp_path: Path) -> None:
    path = tmp_path / "agencies.xls"
    path.write_bytes(xls(ROWS))
    assert_all_three(classified(path))


def test_a_binary_xlsb_is_read(tmp_path: Path) -> None:
    assert_all_three(classified(xlsb(tmp_path / "agencies.xlsb", ROWS)))


def test_an_ods_is_read(tmp_path: Path) -> None:
    assert_all_three(classified(ods(tmp_path / "agencies.ods", ROWS)))


def test_an_ods_that_repeats_its_rows_and_columns_a_million_times_takes_no_memory_of_ours(tmp_path: Path) -> None:
    cell = '<table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p>'
    bomb = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-cell></table:table-row>'
    path = ods(tmp_path / "agencies.ods", ROWS, extra=bomb)
    said = refused(path, before=memory_limit(), timeout=150)
    assert "agencies.ods" in said


@pytest.mark.parametrize("body", [b"", b"\0" * 512, b"\0" * 100_000, b"\xff" * 100_000, bytes(range(256)) * 400])
@pytest.mark.parametrize("name", ["agencies.xls", "agencies.xlsx", "agencies.csv"])
def test_garbage_behind_an_ole_signature_is_refused(tmp_path: Path, body: bytes, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + body)
    assert name in refused(path)


def test_a_truncated_xls_is_refused(tmp_path: Path) -> None:
    path, whole = tmp_path / "agencies.xls", xls(ROWS)
    for size in (100, 512, 1024, 1536, 2000):
        path.write_bytes(whole[:size])
        assert "agencies.xls" in refused(path)


@pytest.mark.parametrize("name", ["agencies.xlsx", "agencies.xls", "agencies.csv"])
def test_a_password_is_named_as_the_reason(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(ole(("EncryptedPackage", bytes(range(256)) * 32), ("EncryptionInfo", b"\x04\x00\x04\x00")))
    said = refused(path)
    assert name in said
    assert "password" in said


def test_a_zip_whose_parts_are_encrypted_is_refused_with_the_reason(tmp_path: Path) -> None:
    path = one_sheet(tmp_path, LIST)
    data = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(signature, at + 4)
    path.write_bytes(data)
    assert "password" in refused(path)


@pytest.mark.parametrize("share", [0.01, 0.1, 0.5, 0.9, 0.99])
def test_a_truncated_workbook_is_refused(tmp_path: Path, share: float) -> None:
    path = one_sheet(tmp_path, sheet_xml(rows_xml([HEADINGS, *(agency(n) for n in range(300))])))
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    said = refused(path)
    assert "agencies.xlsx" in said
    assert "damaged" in said


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", PART, "xl/sharedStrings.xml"])
@pytest.mark.parametrize("content", ["", "<", "not xml", "<a></b>", "\x00\x01\x02"])
def test_a_part_that_is_no_xml_is_refused(tmp_path: Path, part: str, content: str) -> None:
    path = one_sheet(tmp_path, LIST, parts={"xl/sharedStrings.xml": strings(""), part: content})
    done = run("classify", path, "--format", "json", "--lang", "en", "-q", before=memory_limit())
    assert "Traceback" not in done.stderr
    if part == "xl/sharedStrings.xml" and done.returncode == 0:  # this list does not use it
        assert_all_three(json.loads(done.stdout))
    else:
        assert done.returncode == 2, done.stderr
        assert "agencies.xlsx" in done.stderr
        assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("after", ["</sheetData", "<row r='5'><c", "<c r='A9'>", "&nbsp;"])
def test_a_sheet_that_breaks_off_is_refused_or_read_whole(tmp_path: Path, after: str) -> None:
    xml = LIST[: LIST.index("</sheetData>")] + after
    done = run("classify", one_sheet(tmp_path, xml), "--format", "json", "--lang", "en", "-q")
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 2)
    if done.returncode == 0:
        assert names(json.loads(done.stdout))[:3] == NAMES


@pytest.mark.parametrize("missing", ["[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", PART])
def test_a_workbook_without_one_of_its_parts_is_refused(tmp_path: Path, missing: str) -> None:
    path, less = one_sheet(tmp_path, LIST), tmp_path / "less.xlsx"
    with zipfile.ZipFile(path) as whole, zipfile.ZipFile(less, "w") as archive:
        for name in whole.namelist():
            if name != missing:
                archive.writestr(name, whole.read(name))
    assert "less.xlsx" in refused(less)


def test_another_archive_is_refused(tmp_path: Path) -> None:
    for number, parts in enumerate(([], ["readme.txt"], ["word/document.xml", "[Content_Types].xml"])):
        path = tmp_path / f"{number}.xlsx"
        with zipfile.ZipFile(path, "w") as archive:
            for part in parts:
                archive.writestr(part, "<x/>")
        assert f"{number}.xlsx" in refused(path)


def test_parts_that_point_outside_the_archive_are_refused_or_ignored(tmp_path: Path) -> None:
    (tmp_path / "outside.xml").write_text(LIST, encoding="utf-8")
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    for target in ("../outside.xml", "../../outside.xml", "file:///outside.xml", "http://192.0.2.1/x.xml", "", "/"):
        links = f'<Relationship Id="rId1" Type="{office}/worksheet" Target="{target}" TargetMode="External"/>'
        rels = f'<Relationships xmlns="{package}">{links}</Relationships>'
        refused(one_sheet(tmp_path, LIST, parts={"xl/_rels/workbook.xml.rels": rels}), timeout=20)


def test_macros_are_neither_run_nor_in_the_way(tmp_path: Path) -> None:
    path = write_workbook(
        tmp_path / "agencies.xlsm",
        {"รายชื่อ": LIST},
        parts={"xl/vbaProject.bin": ole(("VBA", b"\x01" * 4096))},
        content_type="application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    )
    out = tmp_path / "report.xlsx"
    assert_all_three(classified(path, "-o", out))
    assert "xl/vbaProject.bin" not in zipfile.ZipFile(out).namelist()


def test_a_sheet_that_is_a_chart_is_passed_over(tmp_path: Path) -> None:
    chart = '<chartsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews/></chartsheet>'
    path = write_workbook(tmp_path / "agencies.xlsx", {"แผนภูมิ": Sheet(chart, kind="chartsheet"), "รายชื่อ": LIST})
    assert_all_three(classified(path))
    refused(path, "--sheet", "แผนภูมิ")
    only = write_workbook(tmp_path / "chart.xlsx", {"แผนภูมิ": Sheet(chart, kind="chartsheet")})
    assert "chart.xlsx" in refused(only)


def test_excels_lock_file_is_refused_with_the_reason(tmp_path: Path) -> None:
    path = tmp_path / "~$agencies.xlsx"
    path.write_bytes(b"\x05Admin".ljust(55, b" ") + b"\x05\x00A\x00d\x00m\x00i\x00n\x00".ljust(110, b" "))
    said = refused(path)
    assert "~$agencies.xlsx" in said
    assert "lock file" in said


# --- bombs -------------------------------------------------------------------------------------------------------


def test_a_workbook_of_72_mb_of_xml_in_a_small_file_is_read_in_bounded_memory(tmp_path: Path) -> None:
    shared = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' + "<si><t>aaaa</t></si>" * 3_700_000
    )
    path = one_sheet(tmp_path, LIST, parts={"xl/sharedStrings.xml": shared + "</sst>"})
    assert path.stat().st_size < 5_000_000
    assert_all_three(classified(path, before=memory_limit(), timeout=60))


def test_a_workbook_above_the_unpacked_limit_is_refused_with_both_numbers(tmp_path: Path) -> None:
    bomb = sheet_xml(rows_xml(ROWS) + '<row r="5"/>' * 6_000_000)
    path = one_sheet(tmp_path, bomb)
    assert path.stat().st_size < 1_000_000
    said = refused(path, "--max", "unpacked-mb=20", before=memory_limit(), timeout=20)
    assert "agencies.xlsx" in said
    assert "69 MB" in said
    assert "20 MB" in said
    assert "--max unpacked-mb=" in said


@pytest.mark.parametrize("part", [PART, "xl/sharedStrings.xml", "xl/workbook.xml", "docProps/huge.bin"])
def test_a_zip_that_lies_about_its_sizes_is_refused_in_bounded_memory(tmp_path: Path, part: str) -> None:
    huge = sheet_xml(rows_xml(ROWS) + " " * 72_000_000)
    path = one_sheet(tmp_path, LIST, parts={"xl/sharedStrings.xml": strings(""), part: huge})
    data = bytearray(path.read_bytes())
    for signature, size, name in ((b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)):
        at = data.find(signature)
        while at >= 0:
            if data[at + name : at + name + len(part)] == part.encode():
                data[at + size : at + size + 4] = struct.pack("<I", 1000)
            at = data.find(signature, at + 4)
    path.write_bytes(data)
    done = run("classify", path, "--format", "json", "--lang", "en", "-q", before=memory_limit(), timeout=20)
    assert "Traceback" not in done.stderr
    if part == "docProps/huge.bin":
        assert done.returncode in (0, 2)  # nobody reads it
    else:
        assert done.returncode == 2
        assert "agencies.xlsx" in done.stderr


def far(place: str, row: str | None = None) -> str:
    return f'<row r="{row or place.lstrip("XFDxfd")}">{cell_xml(place, 1)}</row>'


FAR = {
    "XFD1048576": far("XFD1048576"),
    "in lower case": far("xfd1048576"),
    "in single quotes": far("XFD1048576").replace('"', "'"),
    "with spaces around": far("XFD1048576").replace("r=", "  r = "),
    "written with a character reference": far("&#88;FD1048576", "1048576"),
    "without the row's number": f"<row>{cell_xml('XFD1048576', 1)}</row>",
    "as a text": f'<row r="1048576">{cell_xml("XFD1048576", "x")}</row>',
    "as a formula": f'<row r="1048576">{cell_xml("XFD1048576", Xml("", "<f>1</f><v>1</v>"))}</row>',
    "with a comment before the value": '<row r="1048576"><c r="XFD1048576"><!-- x --><v>1</v></c></row>',
    "with a prefix": '<x:row xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" r="1048576">'
    '<x:c r="XFD1048576"><x:v>1</x:v></x:c></x:row>',
    "beyond the last column": '<row r="1048576"><c r="ZZZZ1048576"><v>1</v></c></row>',
    "beyond the last row": '<row r="4294967295"><c r="A4294967295"><v>1</v></c></row>',
    "beyond all numbers": '<row r="99999999999999999999"><c r="A99999999999999999999"><v>1</v></c></row>',
}


@pytest.mark.parametrize("cell", FAR.values(), ids=FAR.keys())
def test_a_cell_at_the_far_corner_does_not_end_the_process(tmp_path: Path, cell: str) -> None:
    path = one_sheet(tmp_path, sheet_xml(rows_xml(ROWS) + cell))
    done = run("classify", path, "--format", "json", "--lang", "en", "-q", before=memory_limit(), timeout=60)
    assert "Traceback" not in done.stderr
    assert "panicked" not in done.stderr
    assert "memory allocation" not in done.stderr
    assert done.returncode in (0, 2), done.stderr
    if done.returncode == 0:
        assert names(json.loads(done.stdout))[:3] == NAMES
    else:
        assert done.stderr.count("\n") == 1
        assert "agencies.xlsx" in done.stderr


def test_a_real_list_beside_a_cell_at_the_far_corner_is_refused_for_its_columns_or_read_whole(tmp_path: Path) -> None:
    path = one_sheet(tmp_path, sheet_xml(rows_xml(ROWS) + far("XFD1048576")))
    said = refused(path, before=memory_limit())
    assert "agencies.xlsx" in said
    assert "16,384" in said
    assert "200" in said
    found = classified(path, "--max", "columns=16384", before=memory_limit())
    assert names(found)[:3] == NAMES
    assert found["summary"]["groups"]["A1"] == 3
    assert rows_of(found)[:3] == [2, 3, 4]


def test_a_readers_own_warnings_do_not_reach_the_user(tmp_path: Path) -> None:
    # the careful reader, which sparse sheets need, warns of styles that other programs leave out
    bare = '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    path = one_sheet(tmp_path, sheet_xml(rows_xml(ROWS) + far("XFD1048576")), parts={"xl/styles.xml": bare})
    done = run("classify", path, "--format", "json", "-q", "--max", "columns=16384", before=memory_limit())
    assert done.returncode == 0
    assert done.stderr == ""


def test_two_far_cells_and_no_list_are_refused(tmp_path: Path) -> None:
    xml = sheet_xml(f'<row r="1">{cell_xml("A1", 1)}</row>{far("XFD1048576")}')
    said = refused(one_sheet(tmp_path, xml), before=memory_limit(), timeout=30)
    assert "agencies.xlsx" in said


PLACES = ["xl/odd/list.xml", "xl/worksheets/list.dat", "XL/Worksheets/Sheet1.XML", "list", "xl/worksheets/a/b/c.xml"]


@pytest.mark.parametrize("part", PLACES)
def test_a_far_cell_in_a_part_of_another_name_does_not_end_the_process(tmp_path: Path, part: str) -> None:
    # a relationship may name any part: what looks like no sheet can be one
    xml = sheet_xml(rows_xml(ROWS) + far("XFD1048576"))
    path = write_workbook(tmp_path / "agencies.xlsx", {"รายชื่อ": Sheet(xml, part=part)})
    done = run("classify", path, "--format", "json", "--lang", "en", "-q", before=memory_limit(), timeout=60)
    assert "Traceback" not in done.stderr
    assert "memory allocation" not in done.stderr
    assert done.returncode in (0, 2), done.stderr


def test_a_far_cell_on_another_sheet_does_not_end_the_process(tmp_path: Path) -> None:
    other = sheet_xml(f'<row r="1">{cell_xml("A1", 1)}</row>{far("XFD1048576")}')
    path = write_workbook(tmp_path / "agencies.xlsx", {"รายชื่อ": LIST, "อื่น": other})
    assert_all_three(classified(path, before=memory_limit()))


def test_many_rows_without_numbers_beside_one_far_column_do_not_end_the_process(tmp_path: Path) -> None:
    # a row or cell without `r` stands below or beside the one before it
    loose = "<row><c><v>1</v></c></row>" * 200_000
    xml = sheet_xml(rows_xml(ROWS) + f'<row r="5">{cell_xml("XFD5", 1)}</row>' + loose)
    done = run("classify", one_sheet(tmp_path, xml), "--lang", "en", "-q", before=memory_limit(), timeout=60)
    assert "Traceback" not in done.stderr
    assert "memory allocation" not in done.stderr
    assert done.returncode in (0, 2), done.stderr


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_far_cell_in_another_encoding_does_not_end_the_process(tmp_path: Path, encoding: str) -> None:
    xml = sheet_xml(rows_xml(ROWS) + far("XFD1048576")).replace("UTF-8", "UTF-16")
    path = one_sheet(tmp_path, xml.encode(encoding))
    done = run("classify", path, "--lang", "en", "-q", before=memory_limit(), timeout=60)
    assert "Traceback" not in done.stderr
    assert "memory allocation" not in done.stderr
    assert done.returncode in (0, 2), done.stderr


@pytest.mark.parametrize("shared", [False, True], ids=["in the sheet", "in the shared strings"])
def test_a_string_of_40_mb_is_refused_with_its_place_and_the_limit(tmp_path: Path, shared: bool) -> None:
    huge = "a" * 40_000_000
    if shared:
        rows = [*ROWS, [Xml(' t="s"', "<v>0</v>")]]
        held = {"xl/sharedStrings.xml": strings(f"<si><t>{huge}</t></si>")}
        path = one_sheet(tmp_path, sheet_xml(rows_xml(rows)), parts=held)
    else:
        path = one_sheet(tmp_path, sheet_xml(rows_xml([*ROWS, [huge]])))
    assert path.stat().st_size < 100_000
    said = refused(path, before=memory_limit(), timeout=30)
    assert "agencies.xlsx" in said
    assert "32,767" in said
    place = "xl/sharedStrings.xml" if shared else PART
    assert place in said or "row 5" in said, "the sentence names the place"


@pytest.mark.parametrize("length", [32_768, 400_000, 3_000_000])
def test_a_long_string_is_refused_with_its_row_and_length(tmp_path: Path, length: int) -> None:
    said = refused(one_sheet(tmp_path, sheet_xml(rows_xml([*ROWS, [None, "a" * length]]))), timeout=20)
    assert "32,767" in said
    assert "row 5" in said or PART in said


LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 20}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/hostname">]>'
PARAMETER = '<!DOCTYPE x [<!ENTITY % i SYSTEM "file:///etc/hostname"> %i;]>'
LONG_COMMENT = "<!--" + ("<x> " * 1000 + "\n") * 700 + "-->"


@pytest.mark.parametrize("prolog", [LAUGHS, OUTSIDE, PARAMETER], ids=["billion laughs", "external", "parameter"])
@pytest.mark.parametrize(
    "part", [PART, "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"]
)
def test_entities_are_refused(tmp_path: Path, prolog: str, part: str) -> None:
    xml = sheet_xml(rows_xml([*ROWS, [None, "NAME"]]).replace("NAME", "&i;"), prolog=prolog)
    path = one_sheet(tmp_path, LIST, parts={"xl/sharedStrings.xml": strings(""), part: xml})
    said = refused(path, before=memory_limit(), timeout=20)
    assert "agencies.xlsx" in said
    assert part in said
    assert "DOCTYPE" in said


HIDING = {
    "behind a long comment": (LONG_COMMENT + LAUGHS, "utf-8"),
    "in utf-16": (LAUGHS, "utf-16"),
    "in utf-16 without a mark": (LAUGHS, "utf-16-le"),
}


@pytest.mark.parametrize(("prolog", "encoding"), HIDING.values(), ids=HIDING.keys())
@pytest.mark.parametrize("part", [PART, "xl/sharedStrings.xml", "xl/workbook.xml"])
def test_entities_that_hide_are_refused_too(tmp_path: Path, prolog: str, encoding: str, part: str) -> None:
    xml = sheet_xml(rows_xml([*ROWS, [None, "NAME"]]).replace("NAME", "&i;"), prolog=prolog)
    xml = xml.replace("UTF-8", "UTF-16" if "16" in encoding else "UTF-8")
    path = one_sheet(tmp_path, LIST, parts={"xl/sharedStrings.xml": strings(""), part: xml.encode(encoding)})
    said = refused(path, before=memory_limit(), timeout=20)
    assert "agencies.xlsx" in said


def test_entities_in_an_ods_are_not_expanded(tmp_path: Path) -> None:
    rows = [*ROWS, [None, "&i;"]]
    path = ods(tmp_path / "agencies.ods", rows, prolog=LAUGHS)
    done = run("classify", path, "--format", "json", "-q", before=memory_limit(), timeout=20)
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 2)
    assert "hahaha" not in done.stdout


def test_two_thousand_sheets_are_read_in_good_time(tmp_path: Path) -> None:
    empty = sheet_xml("")
    path = write_workbook(tmp_path / "agencies.xlsx", {**{f"s{n}": empty for n in range(2_000)}, "รายชื่อ": LIST})
    assert_all_three(classified(path, timeout=30))


def test_a_csv_in_an_archive_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "agencies.xlsx", "w") as archive:
        archive.writestr("agencies.csv", csv_text([[str(cell) for cell in row] for row in ROWS]))
    assert "no workbook" in refused(tmp_path / "agencies.xlsx")


def test_unreadable_cells_are_found_where_the_sheet_stands_in_an_odd_part(tmp_path: Path) -> None:
    rows = [*ROWS[:3], [*ROWS[3][:3], Xml(' t="e"', "<v>#REF!</v>"), *ROWS[3][4:]]]
    for part in ("xl/odd/list.xml", "xl/worksheets/list.dat"):
        path = write_workbook(tmp_path / "agencies.xlsx", {"รายชื่อ": Sheet(sheet_xml(rows_xml(rows)), part=part)})
        last = classified(path)["agencies"][2]
        assert "SB904" in codes(last)
        assert last["address"]["correct"] is None

"""The marked-up copy: what stood in the workbook is as it was; our columns, colours and comments are added."""

import re
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment
from python_calamine import CalamineWorkbook
from tests.limits import at_most
from tests.marked import COUNT, MAIN, SHEET, Copy, assert_only_added, columns_of, mark, opened, our_texts
from tests.office import converted
from tests.support import Sheet, letters, rows_xml, run, sheet_xml, write_workbook

from saraban_check.checks.classify import classify
from saraban_check.files.marked.mark import check_mark, marked_workbook
from saraban_check.files.marked.markup import text
from saraban_check.model.errors import RequestError
from saraban_check.report.our_cells import MARKED_HEADINGS, marked_cells
from saraban_check.report.run import Report

DATA = Path(__file__).parent.parent / "data"
HEADINGS = ["รหัส อปท.", "ชื่อ อปท.", "จังหวัด", "อีเมลกลาง", "มีประกาศฯ ม.10", "ลงข้อมูลในระบบ info.go.th"]
HEADINGS += ["สถานะการส่งอีเมล"]
GOOD = ["06480191", "อบต.หนึ่งสมมติ", "นครพนม", "saraban_06480191@dla.go.th", "✓", "✓", "✓"]
FREE = ["06480193", "อบต.สามสมมติ", "นครพนม", "samsommut@gmail.com", "✓", "✗", "✓"]
BLANK = ["06480195", "อบต.ห้าสมมติ", "นครพนม", "", "✓", "✓", ""]
ROWS = [GOOD, FREE, BLANK]
ADDRESS, POSTED, DELIVERY = 3, 5, 6
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d494844520000000100000001080600000 01f15c4890000000d49444154789c63f8cfc0f01f0005"
    "0001ffa6f7d6d30000000049454e44ae426082".replace(" ", "")
)


def by_hand(tmp_path: Path, rows: Any = None, **how: str) -> Path:
    """A workbook whose sheet holds these rows, with what `sheet_xml` puts around them."""
    return write_workbook(tmp_path / "list.xlsx", {"รายชื่อ": sheet_xml(rows_xml(rows or [HEADINGS, *ROWS]), **how)})


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def everything(path: Path) -> Path:
    """A workbook with as much in it as XlsxWriter can put there; the list begins at C4."""
    book = xlsxwriter.Workbook(path)
    list_, other, hidden = book.add_worksheet("รายชื่อ"), book.add_worksheet("คำนวณ"), book.add_worksheet("ซ่อน")
    head = book.add_format(
        {"bold": True, "font_name": "TH Sarabun New", "font_size": 16, "bg_color": "#DDDDDD", "border": 1}
    )
    body = book.add_format({"font_name": "TH Sarabun New", "font_size": 16, "border": 1, "num_format": "@"})
    red, date = book.add_format({"font_color": "red", "italic": True}), book.add_format({"num_format": "d mmm yyyy"})
    list_.merge_range("C1:I1", "บัญชีรายชื่อ", head)
    list_.write_row("C4", HEADINGS, head)
    for number, row in enumerate(ROWS * 4, start=4):
        for column, value in enumerate(row, start=2):
            list_.write_string(number, column, value, body)
    list_.write_rich_string("D6", "อบต.", red, "สามสมมติ", body)
    list_.write_formula("A5", "=SUM(คำนวณ!A1:A2)", date, 46_000)
    list_.write_comment("F6", "ถามแล้วเมื่อวันจันทร์", {"author": "เจ้าหน้าที่"})
    list_.write_comment("A5", "สูตร")
    list_.set_column("C:I", 22.5)
    list_.set_column("J:XFD", 3, red, {"hidden": True})
    list_.set_row(6, 40, None, {"hidden": True})
    list_.freeze_panes(4, 3)
    list_.autofilter("C4:I16")
    list_.conditional_format("I5:I16", {"type": "data_bar", "data_bar_2010": True})
    list_.data_validation("G5:G16", {"validate": "list", "source": ["✓", "✗"]})
    list_.print_area("A1:I16")
    list_.set_header("&Cรายชื่อ")
    list_.protect("", {"autofilter": True})
    list_.ignore_errors({"number_stored_as_text": "C5:C16"})
    list_.write_url("E5", "https://example.go.th/", body, "นครพนม")
    list_.insert_image("A20", "dot.png", {"image_data": BytesIO(PIXEL)})
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=คำนวณ!$A$1:$A$2"})
    list_.insert_chart("C20", chart)
    list_.add_sparkline("B5", {"range": "คำนวณ!A1:A2"})
    other.write_column("A1", [1, 2])
    other.write_formula("A3", "=A1+A2", None, 3)
    other.add_table("C1:D3", {"columns": [{"header": "ก"}, {"header": "ข"}]})
    other.write_comment("A1", "แผ่นอื่น")
    hidden.write("A1", "ลับ")
    hidden.hide()
    book.define_name("รายการ", "=รายชื่อ!$C$4:$I$16")
    book.set_properties({"title": "รายชื่อ", "author": "หน่วยงานสมมติ"})
    book.close()
    return path


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    return mark(everything(tmp_path_factory.mktemp("marking") / "list.xlsx"))


# Nothing is changed but what is added


def test_all_that_was_there_is_as_it_was(rich: Copy) -> None:
    colored = assert_only_added(rich, first=9)
    twice, free, blank = range(5, 17), range(6, 17, 3), range(7, 17, 3)
    expected = [*(f"C{row}" for row in twice), *(f"F{row}" for row in (*free, *blank)), *(f"H{row}" for row in free)]
    assert colored == set(expected)


def test_openpyxl_sees_the_same_values_and_styles(rich: Copy) -> None:
    before, after = opened(rich.source), opened(rich.path)
    assert after.sheetnames == before.sheetnames
    compared = 0
    for sheet in before:
        for row in sheet:
            for cell in row:
                other = after[sheet.title][cell.coordinate]
                assert other.value == cell.value
                for trait in ("font", "border", "number_format", "alignment", "protection"):
                    assert repr(getattr(other, trait)) == repr(getattr(cell, trait)), (cell.coordinate, trait)
                if repr(other.fill) != repr(cell.fill):
                    assert other.fill.fgColor.rgb in ("FFFFC7CE", "FFFFEB9C", "FFDDEBF7"), cell.coordinate
                compared += 1
    assert compared > 100


def test_a_list_with_titles_and_links_is_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "agencies.xlsx"
    path.write_bytes((DATA / "agencies.xlsx").read_bytes())
    copy = mark(path)
    assert len(assert_only_added(copy, first=13)) > 80
    dimension = ElementTree.fromstring(copy.after.read(SHEET)).find(f"{MAIN}dimension")
    assert dimension is not None
    assert dimension.get("ref") == f"A1:{letters(12 + COUNT)}74"


def test_the_same_input_gives_the_same_bytes(rich: Copy) -> None:
    assert mark(rich.source).path.read_bytes() == rich.path.read_bytes()


def test_the_copy_is_judged_like_the_original(rich: Copy) -> None:
    again = classify(rich.path)
    assert [(a.record.row, a.group) for a in again.agencies] == [(a.record.row, a.group) for a in rich.result.agencies]
    assert again.summary.groups == rich.result.summary.groups


@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_copy_can_be_marked_again(tmp_path: Path, lang: Any) -> None:
    path = by_hand(tmp_path)
    once = mark(path, lang)
    twice = mark(once.path, lang)
    assert_only_added(twice, first=7 + COUNT)
    assert our_texts(twice, 7 + COUNT) == our_texts(once, 7)


# What is added


def test_our_columns_stand_behind_the_last_used_one(rich: Copy) -> None:
    found = our_texts(rich, 9)
    assert found[4] == [heading.th for heading in MARKED_HEADINGS]
    assert sorted(found) == [4, *range(5, 17)]
    for agency in rich.result.agencies:
        assert found[agency.record.row] == list(marked_cells(rich.result, agency, "th"))


def test_our_columns_are_wide_and_seen_where_theirs_are_hidden(rich: Copy) -> None:
    columns = columns_of(ElementTree.fromstring(rich.after.read(SHEET)))
    for number in range(10, 10 + COUNT):
        assert "hidden" not in columns[number]
        assert float(columns[number]["width"]) >= 12
        assert columns[number]["customWidth"] == "1"
    assert columns[10 + COUNT]["hidden"] == "1"
    assert columns[16_384]["hidden"] == "1"


def test_the_spans_of_rows_take_our_columns_in(rich: Copy) -> None:
    sheet = ElementTree.fromstring(rich.after.read(SHEET))
    spans = {row.get("r"): row.get("spans") for row in sheet.iter(f"{MAIN}row")}
    assert spans["4"] == f"1:{9 + COUNT}"
    assert spans["1"] == "1:9", "no agency"


def test_comments_say_what_is_wrong_and_how_to_mend_it(rich: Copy) -> None:
    sheet = opened(rich.path)["รายชื่อ"]
    said = sheet["F9"].comment
    assert said.author == "saraban-check"
    assert "SB401" in said.text
    assert "@gmail.com" in said.text
    assert "วิธีแก้:" in said.text
    assert said.text.startswith("SB201 ")


def test_a_comment_that_is_there_is_left_alone(rich: Copy) -> None:
    sheet = opened(rich.path)["รายชื่อ"]
    assert sheet["F6"].comment.text == "ถามแล้วเมื่อวันจันทร์"
    assert sheet["F6"].comment.author == "เจ้าหน้าที่"
    assert sheet["F6"].fill.fgColor.rgb == "FFFFC7CE"
    assert sheet["A5"].comment.text == "สูตร"


def test_each_comment_has_a_box_of_its_own(rich: Copy) -> None:
    links = rich.after.read("xl/worksheets/_rels/sheet1.xml.rels").decode()
    drawing = re.search(r'"\.\./(drawings/vmlDrawing\d+\.vml)"', links)
    assert drawing is not None
    vml = rich.after.read("xl/" + drawing[1]).decode()
    ids = re.findall(r'<v:shape [^>]*id="(\w+)"', vml)
    sheet = opened(rich.path)["รายชื่อ"]
    places = {(c.row - 1, c.column - 1) for row in sheet for c in row if c.comment}
    boxes = {(int(r), int(c)) for r, c in re.findall(r"<x:Row>(\d+)</x:Row>\s*<x:Column>(\d+)</x:Column>", vml)}
    assert len(ids) == len(set(ids)) == len(places)
    assert boxes == places
    for anchor in re.findall(r"<x:Anchor>([^<]*)</x:Anchor>", vml)[2:]:
        left, _, top, _, right, _, bottom, _ = map(int, anchor.split(","))
        assert left < right
        assert top < bottom
    ElementTree.fromstring(vml)


def test_blank_cells_are_colored_in_the_look_of_their_row_or_column(tmp_path: Path) -> None:
    no_address, no_status = [*GOOD[:3], None, *GOOD[4:]], [*GOOD[:6], None]
    rows = [[f"0648019{code}", *row[1:]] for code, row in enumerate([no_address, no_status] * 2, start=1)]
    xml = re.sub('<row r="([45])"', r'<row r="\1" s="1" customFormat="1"', rows_xml([HEADINGS, *rows]))
    date = '<cols><col min="7" max="9" width="5" style="1"/></cols>'
    copy = mark(write_workbook(tmp_path / "list.xlsx", {"a": sheet_xml(xml, before=date)}))
    places = {"D2", "G3", "D4", "G5"}
    assert assert_only_added(copy, first=7) == {f"{column}{row}" for column in "DG" for row in (2, 3, 4, 5)}
    sheet = opened(copy.path).active
    assert {place for place in places if sheet[place].number_format == "mm-dd-yy"} == places - {"D2"}
    assert {sheet[place].fill.fgColor.rgb for place in ("D2", "D4")} == {"FFFFC7CE"}
    assert {sheet[place].fill.fgColor.rgb for place in ("G3", "G5")} == {"FFFFEB9C"}


def test_what_is_about_no_cell_is_shown_where_our_columns_begin(tmp_path: Path) -> None:
    copy = mark(by_hand(tmp_path, [HEADINGS[:6], GOOD[:6]]))
    sheet = opened(copy.path).active
    assert sheet["G2"].fill.fgColor.rgb == "FFFFEB9C", "the delivery is unknown, and there is no column for it"
    assert sheet["H2"].fill.fill_type is None
    assert not [c for row in sheet for c in row if c.comment]


def test_a_joint_column_is_where_notice_and_posting_are_wrong(tmp_path: Path) -> None:
    headings = ["อีเมลกลาง", "มีประกาศฯ ม.10 และลงใน info.go.th", "สถานะการส่งอีเมล"]
    copy = mark(by_hand(tmp_path, [headings, [GOOD[3], "✗ (ไม่ลงในระบบ info.go.th)", "✓"]]))
    assert assert_only_added(copy, first=3) == {"B2"}


def test_a_cell_that_is_hidden_under_a_merged_one_is_left_alone(tmp_path: Path) -> None:
    rows: list[Sequence[str | None]] = [HEADINGS, FREE, [*FREE[:6], None], [None] * 7, FREE]
    xml = rows_xml(rows).replace('<row r="4"></row>', "").replace(">✓</t></is></c></row>", ">✗</t></is></c></row>", 1)
    merged = '<mergeCells count="2"><mergeCell ref="G2:G4"/><mergeCell ref="B2:B4"/></mergeCells>'
    copy = mark(write_workbook(tmp_path / "list.xlsx", {"a": sheet_xml(xml, after=merged)}))
    colored = assert_only_added(copy, first=7)
    assert "G2" in colored
    assert not {"G3", "G4"} & colored
    assert [agency.record.row for agency in copy.result.agencies] == [2, 3, 5], "merged cells alone make no agency"
    sheet = opened(copy.path).active
    assert sheet["H3"].fill.fgColor.rgb == "FFFFC7CE", "the delivery failed"


HOSTILE = ["=1+1", "<b>&\"'", "_x0041_", "\x1b[31m", "บรรทัดหนึ่ง\r\nบรรทัดสอง", " ขอบ ", "a" * 32_767, "]]>", "&#0;"]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_texts_are_texts(tmp_path: Path, hostile: str) -> None:
    source = tmp_path / "list.xlsx"
    book = openpyxl.Workbook()
    book.worksheets[0].append(HEADINGS)
    book.worksheets[0].append([*GOOD[:3], "x", "✓", "✓", "PLACE"])
    book.save(source)
    result = classify(source)
    agency = result.agencies[0]
    finding = agency.findings[-1]._replace(parts={**agency.findings[-1].parts, "found": hostile, "column": hostile})
    result = type(result)(
        result.source, result.table, result.summary, (agency._replace(findings=(*agency.findings[:-1], finding)),)
    )
    data = marked_workbook(Report(result, "th", "x"), source.read_bytes())
    path = tmp_path / "marked.xlsx"
    path.write_bytes(data)
    sheet = opened(path).active
    for column, expected in enumerate(marked_cells(result, result.agencies[0], "th"), start=8):
        found = sheet.cell(2, column)
        assert found.value or expected.replace("\x1b", "\ufffd")[:32_767] == ""
        assert found.data_type in ("s", "inlineStr", "n")
    assert len(sheet["G2"].comment.text) <= 32_767


def test_a_text_that_looks_like_an_escape_is_one_letter_after_the_other() -> None:
    assert text("_x0041_ _x41_") == "_x005F_x0041_ _x41_", "Excel would read the first as A"


# Where the sheet is used, nothing is put


def place_of(path: Path) -> str:
    """The column in which our columns begin."""
    sheet = opened(mark(path).path).worksheets[0]
    heading = MARKED_HEADINGS[0].th
    found: str = next(cell.column_letter for row in sheet for cell in row if cell.value == heading)
    return found


def with_chart(list_: Any, book: Any) -> None:
    chart = book.add_chart({"type": "pie"})
    chart.add_series({"values": "=Sheet1!$A$1:$A$2"})
    list_.insert_chart("I2", chart)


BESIDE = [
    ("nothing", lambda s, b: None, "H"),
    ("a note far below", lambda s, b: s.write("K40", "หมายเหตุ"), "L"),
    ("a blank cell with a border", lambda s, b: s.write_blank("K3", None, b.add_format({"border": 1})), "L"),
    ("a merged title", lambda s, b: s.merge_range("A9:M9", "x"), "N"),
    ("a table without values", lambda s, b: s.add_table("J1:K4", {"header_row": False}), "L"),
    ("a comment on nothing", lambda s, b: s.write_comment("L3", "x"), "M"),
    ("a sparkline", lambda s, b: s.add_sparkline("J2", {"range": "A2:C2"}), "K"),
    ("a chart", with_chart, "Q"),
    (
        "a picture that moves with nothing",
        lambda s, b: s.insert_image("J2", "dot.png", {"image_data": BytesIO(PIXEL)}),
        "K",
    ),
]


@pytest.mark.parametrize(("what", "add", "expected"), BESIDE, ids=[case[0] for case in BESIDE])
def test_nothing_is_overwritten_or_covered(tmp_path: Path, what: str, add: Any, expected: str) -> None:
    path = tmp_path / "list.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    for number, row in enumerate([HEADINGS, *ROWS]):
        for column, value in enumerate(row):
            sheet.write_string(number, column, value)
    add(sheet, book)
    book.close()
    assert place_of(path) == expected


# Workbooks that others write


def with_prefix(xml: str) -> str:
    """The same sheet as some programs write it: every element with a prefix."""
    return re.sub(r"<(/?)(?=[a-zA-Z])", r"<\1x:", xml).replace("xmlns=", "xmlns:x=")


def without_places(xml: str) -> str:
    return re.sub(r' r="[A-Z]*[0-9]+"', "", xml)


PLAIN = sheet_xml(rows_xml([HEADINGS, *ROWS]))
SPELLINGS: dict[str, str | bytes] = {
    "prefixes": with_prefix(PLAIN),
    "no places": without_places(PLAIN),
    "UTF-16": PLAIN.replace("UTF-8", "UTF-16").encode("utf-16"),
    "single quotes": re.sub(r'(?<!version=)"(?![^<]*\?>)', "'", PLAIN),
    "a comment with a row in it": PLAIN.replace("<sheetData>", '<!-- <row r="9"> > --><sheetData>'),
    "an extension behind": PLAIN.replace("</worksheet>", "<extLst><ext uri='x'/></extLst></worksheet>"),
}


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_sheets_are_marked_however_they_are_spelled(tmp_path: Path, spelling: str) -> None:
    path = write_workbook(tmp_path / "list.xlsx", {"a": Sheet(SPELLINGS[spelling])})
    copy = mark(path)
    sheet = opened(copy.path).active
    rows = [[cell.value or "" for cell in row] for row in sheet]
    assert [row[:7] for row in rows] == [HEADINGS, *ROWS]
    assert rows[0][7:] == [heading.th for heading in MARKED_HEADINGS]
    for agency in copy.result.agencies:
        assert rows[agency.record.row - 1][7:] == list(marked_cells(copy.result, agency, "th"))
    assert sheet["D3"].comment is not None
    children = [re.sub("{.*}", "", e.tag) for e in ElementTree.fromstring(copy.after.read(SHEET))]
    assert children[:1] + children[-1:] != ["extLst", "legacyDrawing"]
    assert [c for c in children if c in ("cols", "sheetData", "legacyDrawing", "extLst")] == [
        *("cols", "sheetData", "legacyDrawing"),
        *(["extLst"] if "extension" in spelling else []),
    ]


def test_a_workbook_without_formats_gets_ours(tmp_path: Path) -> None:
    path = by_hand(tmp_path)
    bare = tmp_path / "bare.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(bare, "w") as new:
        for name in old.namelist():
            data = old.read(name).decode()
            if name != "xl/styles.xml":
                new.writestr(name, re.sub(r'<Relationship Id="rIdStyles"[^>]*/>', "", data))
    copy = mark(bare)
    assert_only_added(copy, first=7)
    assert opened(copy.path).active["D3"].fill.fgColor.rgb == "FFFFC7CE"


def test_a_fill_of_ours_is_never_one_that_excel_takes_for_gray(tmp_path: Path) -> None:
    """Excel reads the first two fills as none and gray, whatever they say; this workbook has only one."""
    styles = ElementTree.fromstring(mark(by_hand(tmp_path)).after.read("xl/styles.xml"))
    held, formats = styles.find(f"{MAIN}fills"), styles.find(f"{MAIN}cellXfs")
    assert held is not None
    assert formats is not None
    fills = [fill[0].get("patternType") for fill in held]
    assert fills[1:] == ["gray125", *["solid"] * (len(fills) - 2)]
    used = {int(xf.get("fillId", "0")) for xf in formats}
    assert max(used) == len(fills) - 1


def test_a_part_that_was_taken_out_but_is_still_declared_is_not_declared_twice(tmp_path: Path) -> None:
    path = by_hand(tmp_path)
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name).decode() for name in book.namelist()}
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
    stale = f'<Override PartName="/xl/comments.xml" ContentType="{kind}"/></Types>'
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace("</Types>", stale)
    path.write_bytes(zipped(parts))
    assert_only_added(mark(path), first=7)


def test_macros_stay_as_they_are(tmp_path: Path) -> None:
    macros = bytes(range(256)) * 40
    kind = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    path = write_workbook(tmp_path / "list.xlsm", {"a": PLAIN}, parts={"xl/vbaProject.bin": macros}, content_type=kind)
    copy = mark(path)
    assert copy.after.read("xl/vbaProject.bin") == macros
    assert kind in copy.after.read("[Content_Types].xml").decode()


@pytest.mark.parametrize(
    ("target", "source", "fits"),
    [
        ("m.xlsx", "a.xlsx", True),
        ("m.XLSX", "a.xlsx", True),
        ("m.xlsm", "a.xlsm", True),
        ("m.xlsx", "a.xlsm", False),
        ("m.xlsm", "a.xlsx", False),
        ("m.csv", "a.csv", False),
        ("m.xlsx", "-", True),
        ("m.xlsm", "-", True),
        ("m.csv", "-", False),
        ("m", "a.xlsx", False),
    ],
)
def test_the_name_of_the_copy_fits_its_kind(target: str, source: str, fits: bool) -> None:
    if fits:
        check_mark(Path(target), Path(source))
    else:
        with pytest.raises(RequestError, match="must end in"):
            check_mark(Path(target), Path(source))


@pytest.mark.parametrize("name", ["list.csv", "list.xlsx", "list.xls"])
def test_what_is_no_such_workbook_is_refused_before_it_is_read(tmp_path: Path, name: str) -> None:
    """By what the file holds, not by its name; what is missing or empty is left to whoever reads it."""
    path = tmp_path / name
    check_mark(tmp_path / "m.xlsx", path.with_suffix(".xlsx"))
    path.write_bytes(b"")
    if path.suffix == ".xlsx":
        check_mark(tmp_path / "m.xlsx", path)
    path.write_bytes(OTHERS["XLS"] if path.suffix == ".xls" else (DATA / "agencies.csv").read_bytes())
    with pytest.raises(RequestError, match=f"^--mark: {name} is no Excel workbook"):
        check_mark(tmp_path / "m.xlsx", path)
    done = run("classify", path, "--mark", tmp_path / "m.xlsx", "-o", tmp_path / "r.csv", "--lang", "en")
    assert done.returncode == 2
    assert done.stderr.startswith(f"error: --mark: {name} is no Excel workbook")
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "r.csv").exists(), "before any work is done"


def test_through_a_pipe_it_is_known_only_when_it_was_read(tmp_path: Path) -> None:
    copy = tmp_path / "m.xlsx"
    done = run("classify", "-", "--mark", copy, "--lang", "en", stdin=(DATA / "agencies.csv").read_bytes())
    assert done.returncode == 2
    assert "is no Excel workbook" in done.stderr
    done = run("classify", "-", "--mark", copy, stdin=(DATA / "agencies.xlsx").read_bytes())
    assert done.returncode == 0
    assert copy.read_bytes().startswith(b"PK")


# What is refused, in one sentence


def refusal(path: Path) -> str:
    with pytest.raises(RequestError) as caught:
        mark(path)
    for lang in ("th", "en"):
        assert caught.value.say(lang).startswith(f"--mark: {path.name}")
        assert "\n" not in caught.value.say(lang)
    return str(caught.value)


def test_a_text_file_is_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes((DATA / "agencies.csv").read_bytes())
    assert "no Excel workbook" in refusal(path)


LINK = '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>'
OTHERS = {
    "XLS": bytes.fromhex("d0cf11e0a1b11ae1"),
    "XLSB": zipped({"[Content_Types].xml": "<Types/>", "_rels/.rels": LINK, "xl/workbook.bin": ""}),
    "ODS": zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}),
}


@pytest.mark.parametrize("kind", OTHERS)
def test_other_workbooks_are_refused(tmp_path: Path, kind: str) -> None:
    """They are read where that is possible, but their insides are others."""
    with pytest.raises(RequestError, match="no Excel workbook"):
        marked_workbook(Report(classify(by_hand(tmp_path)), "th", "x"), OTHERS[kind])


def test_a_signature_would_break(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "list.xlsx", {"a": PLAIN}, parts={"_xmlsignatures/sig1.xml": "<x/>"})
    assert "digital signature" in refusal(path)


def test_there_must_be_room(tmp_path: Path) -> None:
    path = by_hand(tmp_path, after='<mergeCells><mergeCell ref="A9:XFC9"/></mergeCells>')
    assert f"as far as column XFC, which leaves no room for {COUNT} more" in refusal(path)


ODD = {
    "rows out of order": rows_xml([HEADINGS, *ROWS]) + rows_xml([GOOD], first=2),
    "cells out of order": rows_xml([HEADINGS, *ROWS]).replace('r="C2"', 'r="A2"'),
}


@pytest.mark.parametrize("what", ODD)
def test_what_is_out_of_order_is_not_guessed_at(tmp_path: Path, what: str) -> None:
    assert "not in order" in refusal(write_workbook(tmp_path / "list.xlsx", {"a": sheet_xml(ODD[what])}))


@pytest.mark.parametrize(
    ("part", "data"),
    [
        ("xl/styles.xml", "<styleSheet"),
        ("xl/styles.xml", '<!DOCTYPE a [<!ENTITY b "c">]><styleSheet>&b;</styleSheet>'),
        ("xl/_rels/workbook.xml.rels", None),
        ("xl/worksheets/sheet1.xml", PLAIN.replace('r="3"', 'r="x"')),
        ("xl/worksheets/sheet1.xml", PLAIN.replace("<sheetData>", '<cols><col min="x" max="y"/></cols><sheetData>')),
        ("xl/worksheets/sheet1.xml", PLAIN.replace("spreadsheetml/2006/main", "x")),
    ],
)
def test_damage_is_one_sentence(tmp_path: Path, part: str, data: str | None) -> None:
    """Also where the file changed after it was read."""
    path = by_hand(tmp_path)
    result, broken = classify(path), BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
            elif data is not None:
                new.writestr(name, data)
    with pytest.raises(RequestError, match="cannot be marked"):
        marked_workbook(Report(result, "th", "x"), broken.getvalue())
    with pytest.raises(RequestError, match="cannot be marked"):
        marked_workbook(Report(result, "th", "x"), path.read_bytes()[:-200])


DEEP = 3_000
NESTED = "<x>" * DEEP + "</x>" * DEEP
COLS = '<cols><col min="{}" max="{}" width="{}" style="{}"/></cols>'
STYLES = (
    f'<styleSheet xmlns="{MAIN[1:-1]}"><fonts><font/></fonts>'
    '<cellXfs><xf fontId="{}" borderId="{}"/></cellXfs></styleSheet>'
)
NUMBERS = ["1e999", "-1e999", "nan", "x", "", "-5", "8000000", "2000000000", "9" * 5_000, "1_0", "0.5"]


def sheet_with(before: str = "", after: str = "") -> str:
    return sheet_xml(rows_xml([HEADINGS, *ROWS]), before=before, after=after)


def replaced(path: Path, parts: Mapping[str, str | bytes]) -> bytes:
    """The workbook with other parts in place of some of its own, or beside them."""
    with zipfile.ZipFile(path) as old:
        return zipped({**{name: old.read(name) for name in old.namelist()}, **parts})


def marked_or_refused(path: Path, parts: Mapping[str, str | bytes]) -> str | None:
    """Mark a workbook that was changed after it was read; what was said against it, None where it was marked."""
    report, broken = Report(classify(path), "en", "x"), replaced(path, parts)
    try:
        data = marked_workbook(report, broken)
    except RequestError as error:
        return str(error)
    with zipfile.ZipFile(BytesIO(data)) as book:
        for name in book.namelist():
            if name.endswith((".xml", ".rels")) and name not in parts:
                ElementTree.fromstring(book.read(name))
    return None


HOSTILE_NUMBERS = {
    "a column's width": lambda number: {SHEET: sheet_with(COLS.format(1, 9, number, 0))},
    "a column's first": lambda number: {SHEET: sheet_with(COLS.format(number, 9, 9, 0))},
    "a column's last": lambda number: {SHEET: sheet_with(COLS.format(1, number, 9, 0))},
    "both": lambda number: {SHEET: sheet_with(COLS.format(number, number, 9, 0))},
    "a column's format": lambda number: {SHEET: sheet_with(COLS.format(1, 16_384, 9, number))},
    "the usual width": lambda number: {SHEET: sheet_with(f'<sheetFormatPr defaultColWidth="{number}"/>')},
    "the usual height": lambda number: {SHEET: sheet_with(f'<sheetFormatPr defaultRowHeight="{number}"/>')},
    "a row's height": lambda number: {SHEET: PLAIN.replace('<row r="2"', f'<row r="2" ht="{number}"')},
    "a row": lambda number: {SHEET: PLAIN.replace("</sheetData>", f'<row r="{number}"/></sheetData>')},
    "a row's format": lambda number: {SHEET: PLAIN.replace('<row r="4"', f'<row r="4" customFormat="1" s="{number}"')},
    "a cell's format": lambda number: {SHEET: PLAIN.replace('r="D2"', f'r="D2" s="{number}"')},
    "a format's typeface": lambda number: {"xl/styles.xml": STYLES.format(number, 0)},
    "a format's border": lambda number: {"xl/styles.xml": STYLES.format(0, number)},
}


@pytest.mark.parametrize("number", NUMBERS, ids=lambda number: number[:12])
@pytest.mark.parametrize("place", HOSTILE_NUMBERS)
def test_a_number_that_cannot_be_is_one_sentence_or_harmless(tmp_path: Path, place: str, number: str) -> None:
    said = marked_or_refused(by_hand(tmp_path), HOSTILE_NUMBERS[place](number))
    assert said is None or "cannot be marked (" in said
    if number in ("x", "nan"):
        assert said is not None


@pytest.mark.parametrize("number", NUMBERS, ids=lambda number: number[:12])
@pytest.mark.parametrize("place", ["col", "cx", "x"])
def test_a_drawing_that_lies_nowhere_is_one_sentence_or_harmless(tmp_path: Path, place: str, number: str) -> None:
    path = tmp_path / "list.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("a")
    for row, cells in enumerate([HEADINGS, *ROWS]):
        sheet.write_row(row, 0, cells)
    sheet.insert_image("C9", "dot.png", {"image_data": BytesIO(PIXEL), "object_position": 2})
    book.close()
    drawing = '<xdr:x xmlns:xdr="d"><xdr:a>{}<xdr:ext cx="{}"/><xdr:pos x="{}"/></xdr:a></xdr:x>'
    numbers = {"col": "1", "cx": "1", "x": "1", place: number}
    corner = f"<xdr:from><xdr:col>{numbers['col']}</xdr:col></xdr:from>"
    said = marked_or_refused(path, {"xl/drawings/drawing1.xml": drawing.format(corner, numbers["cx"], numbers["x"])})
    assert said is None or "cannot be marked (" in said or "no room" in said


DEEP_PARTS = {
    "the sheet": (SHEET, sheet_with(after=f"<extLst>{NESTED}</extLst>")),
    "sparklines": (SHEET, sheet_with(after="<sparkline>" * DEEP + "</sparkline>" * DEEP)),
    "a cell": (SHEET, PLAIN.replace("</c>", f"<extLst>{NESTED}</extLst></c>", 1)),
    "formats": ("xl/styles.xml", STYLES.format(0, 0).replace("<fonts>", NESTED + "<fonts>")),
    "the workbook": ("xl/workbook.xml", NESTED),
    "relationships": ("xl/_rels/workbook.xml.rels", NESTED),
    "content types": ("[Content_Types].xml", NESTED),
    "comments": ("xl/comments1.xml", f'<comments xmlns="{MAIN[1:-1]}"><commentList>{NESTED}</commentList></comments>'),
    "a table": ("xl/tables/table1.xml", NESTED),
}


@pytest.mark.parametrize("where", DEEP_PARTS)
def test_what_is_nested_deep_is_no_fault_of_ours(tmp_path: Path, where: str) -> None:
    part, data = DEEP_PARTS[where]
    links = "".join(
        f'<Relationship Id="r{kind}" Type="x/{kind}" Target="{target}"/>'
        for kind, target in (("comments", "../comments1.xml"), ("table", "../tables/table1.xml"))
        if target.endswith(part.removeprefix("xl"))
    )
    beside = {"xl/worksheets/_rels/sheet1.xml.rels": f"<Relationships>{links}</Relationships>"}
    path = by_hand(tmp_path)
    if "workbook.xml" in part:
        with zipfile.ZipFile(path) as book:
            xml = book.read(part).decode()
        data = re.sub("(?=<sheets>|</Relationships>)", NESTED, xml)
    elif part == "[Content_Types].xml":
        with zipfile.ZipFile(path) as book:
            data = book.read(part).decode().replace("</Types>", f"{NESTED}</Types>")
    assert marked_or_refused(path, {**beside, part: data}) is None


TWO = "</sheetData><sheetData>"
OUT_OF_PLACE = {
    "two lists of rows": PLAIN.replace("</row>", f"</row>{TWO}", 1),
    "an empty one before": PLAIN.replace("<sheetData>", "<sheetData></sheetData><sheetData>"),
    "one in another": PLAIN.replace("<sheetData>", "<sheetData><sheetData>").replace(
        "</sheetData>", "</sheetData></sheetData>"
    ),
    "one within another element": PLAIN.replace("</worksheet>", "<a><sheetData/></a></worksheet>"),
    "a row in a row": PLAIN.replace("</row>", '<row r="2"/></row>', 1),
    "a cell in no row": PLAIN.replace("<sheetData>", '<sheetData><c r="A1"/>'),
    "columns of no name": PLAIN.replace('r="B2"', f'r="{"A" * 1_000_000}2"'),
    "another encoding": PLAIN.replace("UTF-8", "punycode"),
    "not the encoding it names": PLAIN.replace("UTF-8", "UTF-16"),
}


@pytest.mark.parametrize("what", OUT_OF_PLACE)
def test_what_is_out_of_place_is_one_sentence(tmp_path: Path, what: str) -> None:
    assert "cannot be marked (" in str(marked_or_refused(by_hand(tmp_path), {SHEET: OUT_OF_PLACE[what]}))


def test_a_fault_of_ours_is_not_laid_to_the_workbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ValueError("ours")

    monkeypatch.setattr("saraban_check.files.marked.mark.add_marks", fail)
    with pytest.raises(ValueError, match="ours"):
        mark(by_hand(tmp_path))


def test_many_merged_cells_cost_little(tmp_path: Path) -> None:
    """Each reaches over all columns; a set of the columns of each would take a quarter of a second a thousand."""
    merged = "".join(f'<mergeCell ref="A{row}:XES{row}"/>' for row in range(10, 20_010))
    path = by_hand(tmp_path, after=f"<mergeCells>{merged}</mergeCells>")
    report = Report(classify(path), "th", "x")
    with at_most(5):
        marked_workbook(report, path.read_bytes())


# Other programs open it


def test_calamine_opens_it(rich: Copy) -> None:
    rows = CalamineWorkbook.from_path(rich.path).get_sheet_by_name("รายชื่อ").to_python(skip_empty_area=False)
    assert rows[3][9:] == [heading.th for heading in MARKED_HEADINGS]
    assert rows[4][2:9] == GOOD


@pytest.mark.parametrize("kind", ["pdf", "xlsx"])
def test_libreoffice_opens_it(rich: Copy, tmp_path: Path, kind: str) -> None:
    found = converted(rich.path, kind, tmp_path)
    if kind == "pdf":
        assert found.read_bytes().startswith(b"%PDF")
        return
    ours, sheet = opened(rich.path)["รายชื่อ"], opened(found)["รายชื่อ"]
    assert [cell.value for cell in sheet[6]][9 : 9 + COUNT] == [cell.value for cell in ours[6]][9 : 9 + COUNT]
    assert sheet["F9"].fill.fgColor.rgb == "FFFFC7CE"
    assert "SB401" in sheet["F9"].comment.text
    assert sheet["F6"].comment.text == "ถามแล้วเมื่อวันจันทร์"


# Any sheet

CELL = st.one_of(
    st.none(),
    st.integers(-5, 10**8),
    st.text(max_size=8),
    st.sampled_from([*GOOD, *FREE, "-", "✗", "x@y", '=HYPERLINK("x")', "ยกฐานะ"]),
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(st.lists(CELL, max_size=9), min_size=1, max_size=6),
    above=st.integers(0, 4),
    left=st.integers(0, 3),
    commented=st.sets(st.tuples(st.integers(1, 12), st.integers(1, 12)), max_size=3),
    widths=st.dictionaries(st.integers(1, 14), st.integers(1, 60), max_size=3),
)
def test_marking_any_sheet_only_adds(
    tmp_path: Path,
    rows: list[list[Any]],
    above: int,
    left: int,
    commented: set[tuple[int, int]],
    widths: dict[int, int],
) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for number, row in enumerate([HEADINGS, GOOD, *rows], start=above + 1):
        for column, value in enumerate(row, start=left + 1):
            if value is not None:
                cell = sheet.cell(number, column)
                cell.value = (
                    re.sub(r"[\x00-\x1f\ud800-\udfff\ufffe\uffff]", "", value) if isinstance(value, str) else value
                )
    for number, column in commented:
        sheet.cell(number, column).comment = Comment("ของเดิม", "ผู้ใช้")
    for column, width in widths.items():
        sheet.column_dimensions[letters(column - 1)].width = width
    path = tmp_path / "any.xlsx"
    book.save(path)
    copy = mark(path)
    last = max(sheet.max_column, left + 7)
    assert_only_added(copy, first=last)
    after = opened(copy.path).active
    for number, column in commented:
        assert after.cell(number, column).comment.text == "ของเดิม"
    rows_told = [agency.record.row for agency in copy.result.agencies] + [row.row for row in copy.result.set_aside]
    assert sorted(our_texts(copy, last)) == [above + 1, *sorted(rows_told)]

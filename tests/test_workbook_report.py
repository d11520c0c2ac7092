"""report.xlsx: five sheets, formulas with their values stored, charts; and cells that mean harm."""

import datetime
import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from python_calamine import CalamineWorkbook
from tests.outcomes import COLUMNS, EXPECTED, GROUPS, HOSTILE_GROUPS, ROWS, hostile_table, write_list, written
from tests.support import classified_list, csv_text, run

from saraban_check.checks.classification import Classification
from saraban_check.checks.classify import classify
from saraban_check.checks.cross_sections import built_in
from saraban_check.checks.judging import Judging
from saraban_check.files.workbook import document
from saraban_check.files.workbook.long_texts import texts_too_long
from saraban_check.files.workbook.splitting import split_list
from saraban_check.grouping.own_table import load_group_table
from saraban_check.intake.limits import Limits
from saraban_check.intake.options import ListOptions
from saraban_check.model.errors import RequestError
from saraban_check.model.finding import Severity
from saraban_check.model.policy import Policy
from saraban_check.model.record import FIELDS
from saraban_check.reference.our_columns import OUR_HEADINGS
from saraban_check.reference.steps import contacts
from saraban_check.report.escape import for_xlsx, is_cut_in_xlsx

DATA = Path(__file__).parent.parent / "data"
SHEETS = {
    "th": ["สรุป", "รายหน่วยงาน", "ต้องดำเนินการ", "รายจังหวัด", "คำอธิบาย"],
    "en": ["Summary", "Agencies", "To do", "Provinces", "Notes"],
}


def opened(raw: bytes, values: bool = False) -> Any:
    return openpyxl.load_workbook(io.BytesIO(raw), data_only=values)


def classified_text(folder: Path, *rows: list[str]) -> Classification:
    path = folder / "list.csv"
    path.write_text(csv_text(rows), encoding="utf-8")
    return classify(path)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_list(tmp_path_factory.mktemp("workbook"))


@pytest.fixture(scope="module")
def result(source: Path) -> Classification:
    return classify(source)


@pytest.fixture(scope="module")
def raw(result: Classification) -> bytes:
    return written(result, "xlsx")


@pytest.fixture(scope="module")
def agencies(raw: bytes) -> Any:
    return opened(raw)["รายหน่วยงาน"]


def said(result: Classification) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(written(result, "json"))
    return found


# The book


@pytest.mark.parametrize("lang", ["th", "en"])
def test_the_workbook_names_its_sheets_in_the_language_of_the_run(result: Classification, lang: Any) -> None:
    assert opened(written(result, "xlsx", lang)).sheetnames == SHEETS[lang]


def test_the_same_list_gives_the_same_bytes_in_every_process(source: Path, tmp_path: Path) -> None:
    found = []
    for seed in ("1", "2"):
        out = tmp_path / f"{seed}.xlsx"
        assert run("classify", source, "-q", "-o", out, env={"PYTHONHASHSEED": seed}).returncode == 0
        found.append(out.read_bytes())
    assert found[0] == found[1]
    assert opened(found[0]).properties.created.isoformat() == "2026-02-17T00:00:00"


def test_the_charts_are_excels_own_and_drawn_from_cells(raw: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        names = [name for name in archive.namelist() if re.fullmatch(r"xl/charts/chart[0-9]+\.xml", name)]
        groups, provinces = (archive.read(name).decode() for name in sorted(names))
        assert not [name for name in archive.namelist() if "media" in name], "no pictures"
    last = 4 + len(GROUPS) + 2
    assert f"<c:f>สรุป!$E$5:$E${last}</c:f>".replace("สรุป", "'สรุป'") in groups
    assert "จำนวนหน่วยงานแยกตามกลุ่ม" in groups
    assert len(set(re.findall('<c:dPt>.*?srgbClr val="([0-9A-F]{6})"', groups))) == 7, "a colour a letter, one for none"
    assert '<c:barDir val="bar"/>' in provinces
    assert "<c:v>นครพนม</c:v>" in provinces, "the names are stored with it"


def test_another_reader_shows_the_stored_values(raw: bytes) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
    ours = opened(raw, values=True)
    for name in SHEETS["th"]:
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        expected = [["" if value is None else value for value in row] for row in ours[name].iter_rows(values_only=True)]
        assert rows == [row[: len(rows[0])] for row in expected]
        assert not any(value for row in expected for value in row[len(rows[0]) :])


def test_a_list_too_long_for_a_sheet_is_refused(result: Classification, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "MOST_ROWS", len(ROWS) - 1)
    with pytest.raises(RequestError, match="11 rows"):
        written(result, "xlsx")


def test_a_long_list_is_written_row_by_row_and_holds_the_same(
    result: Classification, raw: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document, "_MANY", 1)
    long = written(result, "xlsx")
    assert long != raw
    for values in (False, True):
        short, other = opened(raw, values), opened(long, values)
        for name in SHEETS["th"]:
            assert list(other[name].iter_rows(values_only=True)) == list(short[name].iter_rows(values_only=True))
    with zipfile.ZipFile(io.BytesIO(raw)) as short, zipfile.ZipFile(io.BytesIO(long)) as other:
        for name in ("xl/charts/chart1.xml", "xl/charts/chart2.xml"):
            assert "<c:ptCount" in other.read(name).decode(), "the values are stored with it"
            assert other.read(name) == short.read(name)


def test_what_is_assumed_is_said_in_the_language_of_the_run(source: Path) -> None:
    assumed = classify(source, judging=Judging(assume="delivered"))
    assert "“ส่งได้”" in opened(written(assumed, "xlsx"))["สรุป"]["A3"].value
    assert "“delivered”" in opened(written(assumed, "xlsx", "en"))["Summary"]["A3"].value


def test_the_notes_show_the_severities_that_are_in_force(source: Path) -> None:
    policy = Policy({"SB401": Severity.INFO, "SB201": Severity.WARNING})
    rows = opened(written(classify(source, judging=Judging(policy=policy)), "xlsx", "en"))["Notes"].iter_rows(
        values_only=True
    )
    shown = {row[0]: row[2] for row in rows}
    assert {code: shown[code] for code in policy.severities} == {"SB401": "note", "SB201": "warning"}


EMOJI = "\U0001f600"
LONG = [
    ("ก" * 32_767, "ก" * 32_767),
    ("ก" * 32_768, "ก" * 32_766 + "…"),
    (EMOJI * 16_383, EMOJI * 16_383),
    (EMOJI * 16_384, EMOJI * 16_383 + "…"),
    ("a" + EMOJI * 16_383, "a" + EMOJI * 16_383),
    ("a" + EMOJI * 16_384, "a" + EMOJI * 16_382 + "…"),
    ("\r\n" * 32_767, "\n" * 32_767),
    ("\ud83d" * 20_000, "\ufffd" * 20_000),
]


@pytest.mark.parametrize(("text", "expected"), LONG, ids=range(len(LONG)))
def test_a_text_that_is_too_long_for_a_cell_is_cut_where_a_letter_ends(text: str, expected: str) -> None:
    assert for_xlsx(text) == expected
    assert is_cut_in_xlsx(text) is expected.endswith("…")


def test_texts_too_long_for_a_workbook_are_counted(tmp_path: Path) -> None:
    remark, names = "ก" * 40_000, EMOJI * 20_000
    path = tmp_path / "list.csv"
    rows = [[*COLUMNS, "หมายเหตุ"], *([*row, remark] for row in ROWS), [names, *ROWS[0][1:], "สั้น"]]
    path.write_text(csv_text(rows), encoding="utf-8")
    long = classify(path, reading=ListOptions(limits=Limits(cell=50_000)))
    assert texts_too_long(long) == len(ROWS) + 1
    sheet = opened(written(long, "xlsx"))["รายหน่วยงาน"]
    assert sheet.cell(2, len(COLUMNS) + 1).value == "ก" * 32_766 + "…"
    assert sheet.cell(len(ROWS) + 2, 1).value == EMOJI * 16_383 + "…"


# The agencies


def test_the_workbook_holds_the_original_rows_in_order_and_then_ours(agencies: Any) -> None:
    header, *rows = ([cell.value for cell in row] for row in agencies.iter_rows())
    assert header == COLUMNS + [heading.th for heading in OUR_HEADINGS]
    assert len(rows) == len(ROWS)
    for row, original in zip(rows, ROWS, strict=True):
        kept = ["" if value is None else value for value in row[: len(COLUMNS)]]
        assert kept == [re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "\ufffd", text) for text in original]


def test_our_columns_say_what_the_json_says(result: Classification, agencies: Any) -> None:
    group, possible, correct, _, codes, issued, suggested, _, province, found, evidence, row = range(
        len(COLUMNS), len(COLUMNS) + 12
    )
    names = {"outside": "นอกตาราง", "undetermined": "ยังระบุไม่ได้"}
    rows = list(agencies.iter_rows(values_only=True))[1:]
    for cells, agency in zip(rows, said(result)["agencies"], strict=True):
        assert cells[group] == names.get(agency["group"], agency["group"])
        candidates = [*agency["candidates"], *(["นอกตาราง"] if agency["may_be_outside"] else [])]
        assert cells[possible] == (" หรือ ".join(candidates) if agency["group"] == "undetermined" else None)
        assert cells[correct] == {True: "ถูกต้อง", False: "ไม่ถูกต้อง", None: "ไม่ทราบ"}[agency["address"]["correct"]]
        assert sorted((cells[codes] or "").split()) == sorted(finding["code"] for finding in agency["findings"])
        assert cells[issued] == {True: "ตรง", False: "ไม่ตรง", None: None}[agency["matches_issued"]]
        assert cells[suggested] == next((s["address"] for s in agency["suggestions"]), None)
        assert cells[province] == agency["province"]
        assert cells[found] is None, "no registry is loaded"
        assert cells[evidence] is None, "nothing but the list was asked"
        assert cells[row] == agency["row"]


def test_a_text_that_looks_like_a_formula_stays_a_text(agencies: Any) -> None:
    kinds = {cell.data_type for row in agencies.iter_rows() for cell in row if cell.value is not None}
    assert "f" not in kinds
    assert agencies["C4"].value == "=HYPERLINK(1)"
    assert agencies["C4"].data_type == "s"


def test_the_sheet_is_ready_to_work_with(agencies: Any) -> None:
    assert agencies.freeze_panes == "A2"
    assert agencies.print_title_rows == "$1:$1"
    assert (agencies.page_setup.orientation, agencies.page_setup.paperSize) == ("landscape", 9)
    last = get_column_letter(len(COLUMNS) + len(OUR_HEADINGS))
    assert agencies.auto_filter.ref == f"A1:{last}{len(ROWS) + 1}"
    widths = [agencies.column_dimensions[cell.column_letter].width for cell in agencies[1]]
    assert all(5 <= width <= 60 for width in widths)
    # a column is as wide as what stands in it, as far as that is sensible
    assert widths[COLUMNS.index("อีเมลกลาง")] >= len("saraban_06480191@dla.go.th")
    assert widths[COLUMNS.index("ลำดับ")] < 12


def test_groups_are_coloured_by_letter(agencies: Any) -> None:
    column = len(COLUMNS) + 1
    colours: dict[str, set[str]] = {}
    for row, group in enumerate(EXPECTED, start=2):
        cell = agencies.cell(row, column)
        assert cell.fill.patternType == "solid", group
        colours.setdefault(group[0] if group in GROUPS else "none", set()).add(cell.fill.start_color.rgb)
    assert all(len(found) == 1 for found in colours.values()), colours
    assert len({next(iter(found)) for found in colours.values()}) == len(colours), "no two letters alike"
    ruled = {}
    for area in agencies.conditional_formatting:
        assert str(area.sqref) == f"K2:K{len(ROWS) + 1}"
        for rule in area.rules:
            ruled[rule.formula[0]] = rule.dxf.fill.bgColor.rgb
    for letter in "ABCDEW":
        expected = colours.get(letter, {ruled[f'EXACT(LEFT($K2,1),"{letter}")']})
        assert {ruled[f'EXACT(LEFT($K2,1),"{letter}")']} == expected, "a corrected group takes the same colour"
    assert {ruled['$K2="นอกตาราง"'], ruled['$K2="ยังระบุไม่ได้"']} == colours["none"]


def test_who_corrects_a_group_chooses_among_those_that_are_counted(raw: bytes, agencies: Any) -> None:
    (offer,) = agencies.data_validations.dataValidation
    assert str(offer.sqref) == f"K2:K{len(ROWS) + 1}"
    assert offer.formula1 == f"'สรุป'!$A$5:$A${6 + len(GROUPS)}"
    names = [row[0] for row in opened(raw)["สรุป"].iter_rows(min_row=5, max_row=6 + len(GROUPS), values_only=True)]
    assert names == [*GROUPS, "นอกตาราง", "ยังระบุไม่ได้"]


def test_numbers_dates_and_truths_of_a_workbook_stay_what_they_are(tmp_path: Path) -> None:
    book = Workbook()
    sheet: Any = book.active
    sheet.append(["ลำดับ", "รหัส อปท.", "อีเมลกลาง", "วันที่ประกาศ", "หมายเหตุ", "เวลา", "นาน", "จริง", "ใหญ่", "เก่า"])
    moment, long = datetime.datetime.fromisoformat("2026-02-17T08:30"), datetime.timedelta(hours=30)
    sheet.append([1, 6480115, "x@gmail.com", datetime.date(2026, 2, 17), 12.5, moment, long, True, 10.0**300, -0.25])
    path = tmp_path / "a.xlsx"
    book.save(path)
    result = classify(path)
    assert result.agencies[0].record.code == "06480115"
    cells = opened(written(result, "xlsx"))["รายหน่วยงาน"][2]
    assert [cell.value for cell in cells[:3]] == [1, 6480115, "x@gmail.com"]
    assert (cells[3].value.isoformat(), cells[3].number_format) == ("2026-02-17T00:00:00", "yyyy-mm-dd")
    assert [cell.value for cell in cells[4:8]] == [12.5, moment, long, True]
    assert float(cells[8].value) == 10.0**300, "a number that a cell would cut is kept as a text"
    assert cells[9].value == -0.25


@pytest.mark.parametrize(
    "old", [datetime.datetime.fromisoformat("1899-12-31"), datetime.date(1700, 1, 1), -datetime.timedelta(1)]
)
def test_a_day_before_the_first_that_a_workbook_knows_is_kept_as_a_text(result: Classification, old: Any) -> None:
    first = result.agencies[0]
    cells = [old, float("nan"), float("inf"), 10**400, None, *first.record.cells[5:]]
    changed = first._replace(record=first.record._replace(cells=cells))
    row = opened(written(result.part([changed]), "xlsx"))["รายหน่วยงาน"][2]
    assert [cell.value for cell in row[:3]] == [str(old).removesuffix(" 00:00:00"), "nan", "inf"]
    assert row[3].value == str(10**400)
    assert row[4].value is None


def test_cells_beyond_the_last_heading_of_a_workbook_are_not_lost(tmp_path: Path) -> None:
    book = Workbook()
    sheet: Any = book.active
    sheet.append(["ชื่อ อปท.", "อีเมลกลาง"])
    sheet.append(["อบต.ก", "saraban_06480115@dla.go.th", "ไม่มีหัว"])
    path = tmp_path / "a.xlsx"
    book.save(path)
    found = opened(written(classify(path), "xlsx"))
    head, row = ([cell.value for cell in cells[:4]] for cells in found["รายหน่วยงาน"])
    assert head == ["ชื่อ อปท.", "อีเมลกลาง", None, "กลุ่ม"]
    assert row == ["อบต.ก", "saraban_06480115@dla.go.th", "ไม่มีหัว", "ยังระบุไม่ได้"]
    assert found["สรุป"]["E5"].value == "=COUNTIF('รายหน่วยงาน'!$D$2,$A5)", "exactly the rows, the right column"


def test_a_long_cell_breaks_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"ชื่อ อปท.,อีเมลกลาง\n{'ก' * 32767},{'x' * 30000}@gmail.com\n", encoding="utf-8")
    book = opened(written(classify(path), "xlsx"))
    assert book["รายหน่วยงาน"]["A2"].value == "ก" * 32767
    for sheet in book.worksheets:
        assert all(len(str(cell.value or "")) <= 32767 for row in sheet.iter_rows() for cell in row)
        assert all((dimension.height or 0) <= 409 for dimension in sheet.row_dimensions.values()), "the most there is"


@pytest.mark.parametrize("many", [50_000, 0], ids=["at once", "row by row"])
@pytest.mark.parametrize("markup", ["<r>&</r>", "<r><t>x</t></r>", "<r>" + "&" * 32_760 + "</r>", "<r></r>", "<r>"])
def test_the_writers_own_markup_in_a_cell_is_a_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, markup: str, many: int
) -> None:
    monkeypatch.setattr(document, "_MANY", many)
    header = ["ชื่อ อปท.", "อีเมลกลาง", "จังหวัด", markup[:9]]
    raw = written(classified_text(tmp_path, header, [markup, markup, "น่าน", ""]), "xlsx")
    assert [cell.value for cell in opened(raw)["รายหน่วยงาน"][2][:3]] == [markup, markup, "น่าน"]
    read = CalamineWorkbook.from_filelike(io.BytesIO(raw)).get_sheet_by_name("รายหน่วยงาน").to_python()
    assert read[1][:3] == [markup, markup, "น่าน"]
    listed = opened(raw)["ต้องดำเนินการ"][2]
    assert [listed[3].value, listed[7].value] == [markup, markup]


# The counts


def test_the_summary_has_the_figures_of_the_json_as_formulas(result: Classification, raw: bytes) -> None:
    rows = [list(row) for row in opened(raw, values=True)["สรุป"].iter_rows(values_only=True)]
    summary = said(result)["summary"]
    by_name = {row[0]: row for row in reversed(rows)}
    assert {group: by_name[group][4] for group in GROUPS} == summary["groups"]
    assert by_name["นอกตาราง"][4] == by_name["นอกตาราง"][5] == summary["outside_table"]
    assert by_name["ยังระบุไม่ได้"][4] == by_name["ยังระบุไม่ได้"][5] == summary["undetermined"]
    lines = {row[1]: row for row in reversed(rows)}
    assert lines["รวม"][4] == lines["รวม"][5] == summary["total"]
    follow_up = next(row for name, row in lines.items() if str(name).startswith("ต้องดำเนินการ"))
    assert follow_up[5] == summary["follow_up"]
    assert follow_up[6] == pytest.approx(summary["follow_up"] / summary["total"])
    letters = {group[0]: by_name[group][5] for group in GROUPS if by_name[group][5] is not None}
    assert letters == {letter: sum(n for g, n in summary["groups"].items() if g[0] == letter) for letter in "ABCDEW"}
    assert sum(by_name[name][6] for name in (*GROUPS, "นอกตาราง", "ยังระบุไม่ได้")) == pytest.approx(1)
    sheet = opened(raw)["สรุป"]
    figures = [cell for row in sheet["E5" : f"G{8 + len(GROUPS)}"] for cell in row if cell.value is not None]
    assert {cell.data_type for cell in figures} == {"f"}, "no figure is a mere number"


def test_the_table_has_the_marks_of_the_published_one(raw: bytes) -> None:
    rows = {row[0]: row[1:4] for row in opened(raw)["สรุป"].iter_rows(values_only=True) if row[0] in GROUPS}
    assert list(rows) == GROUPS
    assert rows["A2"] == ("✓", "✓", "✗ อีเมลเต็ม")
    assert rows["C"] == ("✗ ไม่ระบุอีเมลในประกาศฯ", "✗", "✗")
    assert rows["W"] == ("–", "–", "–")


def test_the_provinces_add_up(result: Classification, raw: bytes) -> None:
    head, *rows = opened(raw, values=True)["รายจังหวัด"].iter_rows(min_row=4, values_only=True)
    assert [row[:2] for row in rows] == [("47", "สกลนคร"), ("48", "นครพนม"), (None, "รวมทั้งหมด")], "in code order"
    total = head.index("รวม")
    for row in rows:
        assert sum(row[2:total]) == row[total]
        assert row[total + 1] == row[total] - row[head.index("A1")] - row[head.index("A2")]
        assert row[total + 2] == pytest.approx(1 - row[total + 1] / row[total])
    assert rows[-1][2:total] == tuple(EXPECTED.count(group) for group in (*GROUPS, "outside", "undetermined"))


def test_agencies_of_unknown_provinces_come_last_and_are_counted(tmp_path: Path) -> None:
    header = ["จังหวัด", "อีเมลกลาง"]
    result = classified_text(tmp_path, header, ["แอตแลนติส", "x@gmail.com"], ["", "y@gmail.com"], ["น่าน", "z@gmail.com"])
    book = opened(written(result, "xlsx"), values=True)
    rows = list(book["รายจังหวัด"].iter_rows(min_row=5, values_only=True))
    assert [row[:2] for row in rows] == [("55", "น่าน"), ("–", "ไม่ทราบจังหวัด"), (None, "รวมทั้งหมด")]
    assert [row[15] for row in rows] == [1, 2, 3]
    ranked = [row[:3] for row in book["สรุป"].iter_rows(values_only=True) if isinstance(row[0], int)]
    assert ranked == [(1, "น่าน", 1)], "unknown is no province"


def test_the_ten_provinces_are_those_with_most_left_and_of_equals_the_first() -> None:
    result = classify(DATA / "agencies.xlsx")
    left: dict[tuple[str, str], int] = {}
    for agency in result.agencies:
        if (province := agency.record.province) is not None:
            key = province.code, province.name.th
            left[key] = left.get(key, 0) + (agency.group not in ("A1", "A2"))
    expected = sorted(left, key=lambda key: (-left[key], key))[:10]
    rows = opened(written(result, "xlsx"), values=True)["สรุป"].iter_rows(values_only=True)
    assert [row[:3] for row in rows if isinstance(row[0], int)] == [
        (rank, key[1], left[key]) for rank, key in enumerate(expected, start=1)
    ]


def test_groups_of_a_users_own_are_counted_by_their_exact_names(source: Path, tmp_path: Path) -> None:
    result = classify(source, judging=Judging(table=load_group_table(hostile_table(tmp_path), replace=True)))
    sheet = opened(written(result, "xlsx"))["สรุป"]
    cells = {row[0].value: row[4] for row in sheet.iter_rows(min_row=5, max_row=6 + len(HOSTILE_GROUPS))}
    assert set(HOSTILE_GROUPS) < set(cells)
    by_pattern = {name for name, cell in cells.items() if cell.value.startswith("=COUNTIF(")}
    assert by_pattern == {"B1", "นอกตาราง", "ยังระบุไม่ได้"}, "A1 is not: there is an a1"
    assert sum(cell.value.startswith("=SUMPRODUCT(--EXACT(") for cell in cells.values()) == len(HOSTILE_GROUPS) - 1
    assert sheet.cell(5, 1).data_type == "s", "=1+1 is a name"


# The follow-up list


def test_the_follow_up_list_holds_every_agency_that_is_not_in_a1(result: Classification, raw: bytes) -> None:
    head, *rows = opened(raw)["ต้องดำเนินการ"].iter_rows(values_only=True)
    expected = [agency for agency in said(result)["agencies"] if agency["group"] != "A1"]
    assert [row[0] for row in rows] == [agency["row"] for agency in expected]
    assert [row[4] for row in rows] == [agency["code"] for agency in expected]
    assert [row[8] for row in rows] == [next((s["address"] for s in a["suggestions"]), None) for a in expected]
    assert head[8] == "ที่อยู่ที่แนะนำ (ยืนยันกับผู้ให้บริการก่อนใช้)"
    for row, agency in zip(rows, expected, strict=True):
        assert bool(row[8]) == bool(row[9]), "a suggestion says where it comes from"
        assert row[6], "what is wrong"
        assert row[10], "what to do"
        assert row[11], "whom to ask"
        for finding in agency["findings"]:
            assert finding["severity"] == "info" or finding["message"].replace("\x1b", "\ufffd") in row[6]


OFFICES = [
    ("1", "saraban_06480192@dla.go.th", ["✓", "✓", "อีเมลเต็ม", ""], "dla"),
    ("2", "saraban-samsommut@lgo.mail.go.th", ["✓", "✓", "อีเมลเต็ม", ""], "dga"),
    ("3", "saraban@samsommut.go.th", ["✓", "✓", "อีเมลเต็ม", ""], ""),
    ("4", "saraban_06480194@dia.go.th", ["✓", "✓", "✓", ""], "dla opdc token"),
    ("5", "sarabun-samsommut@lgo.mail.go.th", ["✓", "✓", "✓", ""], "dga opdc token"),
    ("6", "saraban_06480192@dla.go.th", ["✓", "✗", "✓", ""], "opdc token"),
    ("7", "saraban_06480192@dla.go.th", ["✓", "✓", "", ""], "opdc"),
    ("8", "saraban_06480192@dla.go.th", ["✓", "✓", "✗", ""], "dla opdc"),
    ("9", "saraban_06480192@dla.go.th", ["✓", "", "✓", ""], "opdc token"),
    ("10", "saraban_06480192@dla.go.th", ["✓", "✓", "✓", ""], ""),
]


@pytest.mark.parametrize(("number", "address", "statuses", "keys"), OFFICES)
def test_who_is_asked_goes_by_what_is_to_be_done(
    tmp_path: Path, number: str, address: str, statuses: list[str], keys: str
) -> None:
    row = [number, "", "อบต.สมมติ", "นครพนม", address, *statuses, ""]
    result = classified_text(tmp_path, COLUMNS, row)
    offices = result.agencies[0].offices
    assert [office.key for office in offices] == keys.split()
    assert set(offices) <= set(contacts())


def test_a_list_with_nothing_to_do_says_so(tmp_path: Path) -> None:
    result = classified_text(tmp_path, COLUMNS, ROWS[0])
    rows = list(opened(written(result, "xlsx"))["ต้องดำเนินการ"].iter_rows(values_only=True))
    assert rows[1][0] == "ทุกหน่วยงานอยู่กลุ่ม A1 แล้ว ไม่มีหน่วยงานที่ต้องดำเนินการ"


# The rules


def test_the_rules_that_fired_are_counted(result: Classification, raw: bytes) -> None:
    rows = list(opened(raw)["คำอธิบาย"].iter_rows(values_only=True))
    counted = {row[0]: row[3] for row in rows if re.fullmatch("SB[0-9]{3}", str(row[0]))}
    expected: dict[str, int] = {}
    for agency in said(result)["agencies"]:
        for finding in agency["findings"]:
            expected[finding["code"]] = expected.get(finding["code"], 0) + 1
    assert counted == expected
    assert list(counted) == sorted(counted, key=lambda code: (-counted[code], code))
    assert all(all(row[:7]) for row in rows if row[0] in counted)
    assert [row[0] for row in rows if row[0] in GROUPS] == GROUPS, "a legend of the groups"


def test_it_says_whose_table_it_is(source: Path, tmp_path: Path) -> None:
    def text(**options: Any) -> str:
        sheet = opened(written(classified_list(source, **options), "xlsx"))["คำอธิบาย"]
        return "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value)

    assert "ตารางที่สำนักงาน ก.พ.ร. เผยแพร่ ฉบับวันที่ 17 กุมภาพันธ์ 2569" in text()
    assert "ตารางที่ผู้ใช้กำหนดเอง" in text(table=load_group_table(hostile_table(tmp_path), replace=True))


# Read again


ONE_COLUMN = [["อีเมลกลาง"], ["saraban_06480115@dla.go.th"], ["x@gmail.com"], ["-"]]
"""Any other sheet that seemed to be a list would fit as well as this."""


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("which", ["sample", "outcomes", "one column"])
def test_our_own_report_is_read_as_the_list_that_it_was_made_from(
    source: Path, tmp_path: Path, which: str, lang: Any
) -> None:
    path = {"sample": DATA / "agencies.xlsx", "outcomes": source, "one column": tmp_path / "one.csv"}[which]
    if which == "one column":
        path.write_text(csv_text(ONE_COLUMN), encoding="utf-8")
    first = classify(path)
    report = tmp_path / "report.xlsx"
    report.write_bytes(written(first, "xlsx", lang))
    second = classify(report)
    assert second.source.sheet == SHEETS[lang][1]
    assert [agency.group for agency in second.agencies] == [agency.group for agency in first.agencies]
    own = {field: first.source.header.names[index] for field, index in first.source.header.columns.items()}
    read = {field: second.source.header.names[index] for field, index in second.source.header.columns.items()}
    assert read == own, "no column of ours is taken for one of theirs"
    assert set(read) <= set(FIELDS)


# A workbook a province


@pytest.mark.parametrize("source_name", ["agencies.xlsx", "agencies.csv"])
def test_the_parts_are_the_whole(source_name: str) -> None:
    whole = classify(DATA / source_name)
    parts = dict(split_list(whole, built_in("province")))
    assert list(parts) == sorted(parts)
    rows = [agency.record.row for part in parts.values() for agency in part.agencies]
    assert sorted(rows) == [agency.record.row for agency in whole.agencies], "each once"
    for name, part in parts.items():
        assert [a.record.row for a in part.agencies] == sorted(a.record.row for a in part.agencies), "in order"
        provinces = {agency.record.province and agency.record.province.code for agency in part.agencies}
        assert provinces == {None if name.startswith("00-") else name[:2]}
        assert part.summary.total == len(part.agencies)
    for group, count in whole.summary.groups.items():
        assert sum(part.summary.groups[group] for part in parts.values()) == count
    for figure in ("total", "outside", "undetermined", "follow_up"):
        assert sum(getattr(part.summary, figure) for part in parts.values()) == getattr(whole.summary, figure)
    for code, count in whole.summary.rules.items():
        assert sum(part.summary.rules[code] for part in parts.values()) == count


@pytest.mark.parametrize(
    ("lang", "names"),
    [
        ("th", ["00-ไม่ทราบจังหวัด.xlsx", "10-กรุงเทพมหานคร.xlsx", "48-นครพนม.xlsx"]),
        ("en", ["00-unknown province.xlsx", "10-Bangkok.xlsx", "48-Nakhon Phanom.xlsx"]),
    ],
)
def test_the_parts_are_named_by_number_and_province(tmp_path: Path, lang: Any, names: list[str]) -> None:
    rows = [[province, "x@gmail.com"] for province in ("นครพนม", "../../etc", "กทม.", "จ.นครพนม")]
    result = classified_text(tmp_path, ["จังหวัด", "อีเมลกลาง"], *rows)
    parts = list(split_list(result, built_in("province"), lang))
    assert [name for name, _ in parts] == names
    assert [len(part.agencies) for _, part in parts] == [1, 1, 2]
    title = opened(written(parts[2][1], "xlsx", lang))[SHEETS[lang][0]]["A1"].value
    assert title.endswith("จังหวัดนครพนม" if lang == "th" else "Nakhon Phanom province")


def test_a_part_keeps_what_only_the_whole_list_showed(tmp_path: Path) -> None:
    """SB903: the agency that states the same address is in another province, and so in another file."""
    rows = [["1", "น่าน", "saraban@samsommut.go.th"], ["2", "ตาก", "saraban@samsommut.go.th"]]
    result = classified_text(tmp_path, ["ลำดับ", "จังหวัด", "อีเมลกลาง"], *[[n, p, a] for n, p, a in rows])
    for _, part in split_list(result, built_in("province")):
        assert part.summary.rules["SB903"] == len(part.agencies) == 1

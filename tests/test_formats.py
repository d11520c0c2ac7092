"""The machine contract of JSON, and that CSV, XLSX and the screen say the same as it does."""

import csv
import datetime
import io
import json
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl import Workbook
from python_calamine import CalamineWorkbook
from tests.support import run

from saraban_check.api import Classification, classify
from saraban_check.reports.columns import OUR_HEADINGS
from saraban_check.reports.report import Report
from saraban_check.reports.writers import WRITERS

GROUPS = ["A1", "A2", "B1", "B2", "B3", "C", "D1", "D2", "D3", "E", "W"]
OUTCOMES = [*GROUPS, "outside", "undetermined"]
DATA = Path(__file__).parent.parent / "data"

COLUMNS = [
    *("ลำดับ", "รหัส อปท.", "ชื่อ อปท.", "จังหวัด", "อีเมลกลาง", "มีประกาศฯ ม.10", "ลงข้อมูลในระบบ info.go.th"),
    *("สถานะการส่งอีเมล", "ยกฐานะ", "หมายเหตุ"),
]
ROWS = [
    ["1", "06480191", "อบต.หนึ่งสมมติ", "นครพนม", "saraban_06480191@dla.go.th", "✓", "✓", "✓", "", "บรรทัดหนึ่ง\nบรรทัดสอง"],
    ["2", "06480192", "อบต.สองสมมติ", "นครพนม", "saraban_06480192@dla.go.th", "✓", "✓", "อีเมลเต็ม", "", "=1+1"],
    ["3", "06480193", "=HYPERLINK(1)", "นครพนม", "samsommut@gmail.com", "✓", "✓", "✓", "", "+66 2 241 9000"],
    ["4", "06480194", "อบต.สี่สมมติ", "นครพนม", "sarabun_06480194@dla.go.th", "✓", "✓", "✗", "", "-12.5"],
    ["5", "06480195", "อบต.ห้าสมมติ", "นครพนม", "-", "✓", "✓", "✗", "", "@cmd"],
    ["6", "06480196", "อบต.หกสมมติ", "นครพนม", " saraban_06480196@dla.go.th", "✓", "✗", "✓", "", "\tแท็บ"],
    ["7", "06480197", "อบต.เจ็ดสมมติ", "นครพนม", "saraban_06480197@dla.go.th", "✓", "✓", "", "", "＝เต็ม"],
    ["8", "06480198", "อบต.แปดสมมติ", "นครพนม", "saraban_06480198@dla.go.th", "✓", "✓", "✗", "", "<b>&\"'"],
    ["9", "06480199", "อบต.เก้าสมมติ", "นครพนม", "x@yahoo.com", "✗", "✗", "✗", "", "\x1b[31m"],
    ["10", "05480191", "ทต.สิบสมมติ", "นครพนม", "saraban_06480181@dla.go.th", "✓", "✓", "✓", "ยกฐานะ", "-"],
    ["11", "06480182", "อบต.สิบเอ็ดสมมติ", "สกลนคร", "#REF!", "รอ", "✓", "✓", "", "--1"],
]
EXPECTED = ["A1", "A2", "B1", "B3", "C", "D1", "undetermined", "outside", "E", "W", "undetermined"]


def csv_text(rows: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A CSV with every outcome that matters here, a cell of two lines, and a blank line between records."""
    path = tmp_path_factory.mktemp("formats") / "agencies.csv"
    path.write_text(csv_text([COLUMNS, *ROWS[:2]]) + "\r\n\r\n" + csv_text(ROWS[2:]), encoding="utf-8", newline="")
    return path


@pytest.fixture(scope="module")
def result(source: Path) -> Classification:
    return classify(source)


def written(result: Classification, format_: str, lang: Any = "th") -> bytes:
    return b"".join(WRITERS[format_].write(Report(result, lang, "agencies.csv")))


def document(result: Classification, lang: Any = "th") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(written(result, "json", lang))
    return found


# JSON


def test_json_has_the_keys_of_the_contract(result: Classification) -> None:
    found = document(result)
    assert list(found) == ["schema", "ruleset", "source", "summary", "agencies"]
    assert found["schema"] == "saraban-check/classify/1"
    assert found["ruleset"] == "2569-02-17"
    assert list(found["source"]) == ["file", "sheet", "header_row", "columns"]
    assert list(found["summary"]) == ["total", "groups", "undetermined", "outside_table", "follow_up"]


def test_json_names_the_source(result: Classification) -> None:
    source = document(result)["source"]
    assert source["file"] == "agencies.csv", "the name, not where it lies on somebody's disk"
    assert source["sheet"] is None
    assert source["header_row"] == 1
    assert source["columns"]["address"] == "อีเมลกลาง"
    assert source["columns"]["posted"] == "ลงข้อมูลในระบบ info.go.th"
    fields = {"number", "code", "name", "province", "address", "notice", "posted", "delivery", "upgraded", "remark"}
    assert set(source["columns"]) == fields


def test_the_summary_lists_all_groups_zeros_too(result: Classification) -> None:
    summary = document(result)["summary"]
    assert list(summary["groups"]) == GROUPS
    assert summary["groups"] == {group: EXPECTED.count(group) for group in GROUPS}
    assert summary["total"] == len(ROWS)
    assert summary["undetermined"] == 2
    assert summary["outside_table"] == 1
    assert summary["follow_up"] == 6
    assert sum(summary["groups"].values()) + summary["undetermined"] + summary["outside_table"] == summary["total"]


AGENCY: dict[str, tuple[type, ...]] = {
    "row": (int,),
    "name": (str, type(None)),
    "kind": (str, type(None)),
    "province": (str, type(None)),
    "code": (str, type(None)),
    "address": (dict,),
    "facts": (dict,),
    "group": (str,),
    "candidates": (list,),
    "findings": (list,),
    "suggestions": (list,),
    "steps": (list,),
}


def check_agency(agency: dict[str, Any]) -> None:
    """One agency has the keys and the types of the contract. Others may stand beside them."""
    for key, types in AGENCY.items():
        assert type(agency[key]) in types, (key, agency[key])
    address = agency["address"]
    assert set(address) >= {"raw", "value", "form", "correct", "meets"}
    assert type(address["raw"]) is str
    assert type(address["value"]) in (str, type(None))
    assert address["form"] in ("dla", "lgo", "own_domain", None)
    assert address["correct"] in (True, False, None)
    meets = address["meets"]
    assert (meets is None) == (address["value"] is None)
    if meets is not None:
        assert set(meets) == {"regulation", "methods"}
        assert all(type(value) is bool for value in meets.values())
        assert address["correct"] == all(meets.values())
    facts = agency["facts"]
    assert list(facts) == ["upgraded", "notice", "posted", "delivery"]
    assert type(facts["upgraded"]) is bool
    assert facts["notice"] in (True, False, None)
    assert facts["posted"] in (True, False, None)
    assert facts["delivery"] in ("delivered", "full", "failed", "unknown")
    assert agency["kind"] in ("pao", "city", "town", "subdistrict", "sao", "pattaya", "bangkok", "central", None)
    assert agency["code"] is None or re.fullmatch("[0-9]{8}", agency["code"])
    assert agency["group"] in OUTCOMES
    assert set(agency["candidates"]) <= set(GROUPS)
    if agency["group"] in GROUPS:
        assert agency["candidates"] == [agency["group"]]
    for finding in agency["findings"]:
        assert list(finding) == ["code", "severity", "message", "field"]
        assert re.fullmatch("SB[1-9][0-9]{2}", finding["code"])
        assert finding["severity"] in ("error", "warning", "info")
        assert finding["message"]
        assert type(finding["field"]) is str
    for suggestion in agency["suggestions"]:
        assert list(suggestion) == ["address", "origin"]
        assert suggestion["origin"] in ("issued", "registry", "record", "repair")
    assert all(type(step) is str and step for step in agency["steps"])


@pytest.mark.parametrize("lang", ["th", "en"])
def test_every_agency_has_the_keys_and_types_of_the_contract(result: Classification, lang: str) -> None:
    agencies = document(result, lang)["agencies"]
    for agency in agencies:
        check_agency(agency)
    assert [agency["group"] for agency in agencies] == EXPECTED


@pytest.mark.parametrize("name", ["agencies.csv", "agencies.xlsx"])
def test_the_sample_list_keeps_the_contract_too(name: str) -> None:
    for agency in document(classify(DATA / name))["agencies"]:
        check_agency(agency)


def test_the_values_of_an_agency(result: Classification) -> None:
    agency = document(result, "en")["agencies"][3]
    assert agency["name"] == "อบต.สี่สมมติ"
    assert agency["kind"] == "sao"
    assert agency["province"] == "นครพนม"
    assert agency["code"] == "06480194"
    address = "sarabun_06480194@dla.go.th"
    # the word is the regulation's; the domain, which the methods ask for, is right
    meets = {"regulation": False, "methods": True}
    assert agency["address"] == {"raw": address, "value": address, "form": None, "correct": False, "meets": meets}
    assert agency["facts"] == {"upgraded": False, "notice": True, "posted": True, "delivery": "failed"}
    assert [finding["code"] for finding in agency["findings"]] == ["SB202", "SB602"]
    assert agency["suggestions"][0] == {"address": "saraban_06480194@dla.go.th", "origin": "record"}
    assert len(agency["steps"]) == 3


def test_a_cleaned_address_keeps_what_was_typed(result: Classification) -> None:
    address = document(result)["agencies"][5]["address"]
    assert address["raw"] == " saraban_06480196@dla.go.th"
    assert address["value"] == "saraban_06480196@dla.go.th"
    assert address["form"] == "dla"


def test_without_an_address_nothing_is_met_and_without_a_readable_one_nothing_is_known(result: Classification) -> None:
    agencies = document(result)["agencies"]
    assert agencies[4]["address"] == {"raw": "-", "value": None, "form": None, "correct": False, "meets": None}
    assert agencies[10]["address"] == {"raw": "#REF!", "value": None, "form": None, "correct": None, "meets": None}


def test_what_is_unknown_leaves_several_groups_and_none_outside_is_forced_into_one(result: Classification) -> None:
    agencies = document(result)["agencies"]
    # not A1 or A2 alone: with a failed delivery it would be outside the table
    assert agencies[6]["candidates"] == ["A1", "A2"]
    assert agencies[6]["facts"]["delivery"] == "unknown"
    assert agencies[7]["group"] == "outside"
    assert agencies[7]["candidates"] == []


def test_json_is_utf_8_without_bom_and_holds_thai_as_it_is(result: Classification) -> None:
    raw = written(result, "json")
    assert not raw.startswith(b"\xef\xbb\xbf")
    text = raw.decode("utf-8")
    assert "อบต.หนึ่งสมมติ" in text
    assert "NaN" not in text
    assert text.endswith("}\n")


def test_json_lines_hold_the_same_agencies_one_a_line(result: Classification) -> None:
    raw = written(result, "jsonl")
    assert not raw.startswith(b"\xef\xbb\xbf")
    lines = raw.decode().split("\n")
    assert lines.pop() == ""
    assert [json.loads(line) for line in lines] == document(result)["agencies"]


def test_codes_and_keys_are_the_same_in_both_languages(result: Classification) -> None:
    def without_texts(found: dict[str, Any]) -> dict[str, Any]:
        for agency in found["agencies"]:
            agency["steps"] = len(agency["steps"])
            for finding in agency["findings"]:
                del finding["message"]
        return found

    assert without_texts(document(result, "th")) == without_texts(document(result, "en"))


# Row numbers


def test_rows_of_a_csv_are_the_lines_on_which_the_records_start(source: Path, result: Classification) -> None:
    rows = [agency["row"] for agency in document(result)["agencies"]]
    # line 2 and 3 are one record; 5 and 6 are blank
    assert rows == [2, 4, 7, 8, 9, 10, 11, 12, 13, 14, 15]
    lines = source.read_bytes().decode().split("\r\n")
    physical = source.read_text(encoding="utf-8").split("\n")
    assert len(lines) < len(physical)
    for row, cells in zip(rows, ROWS, strict=True):
        assert physical[row - 1].startswith(f"{cells[0]},{cells[1]},")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_rows_are_counted_alike_for_every_line_end(tmp_path: Path, end: str) -> None:
    text = end.join(["title", "", "อีเมลกลาง,หมายเหตุ", f'a@gmail.com,"x{end}y{end}{end}z"', "", "b@gmail.com,", ""])
    path = tmp_path / "a.csv"
    path.write_bytes(text.encode())
    result = classify(path)
    assert result.source.header_row == 3
    assert [agency.record.row for agency in result.agencies] == [4, 9]


def test_rows_of_a_workbook_are_those_that_the_spreadsheet_shows(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["B3"] = "ชื่อ อปท."
    sheet["C3"] = "อีเมลกลาง"
    sheet["B5"], sheet["C5"] = "อบต.ก", "saraban_06480115@dla.go.th"
    sheet["B9"], sheet["C9"] = "อบต.ข", "-"
    path = tmp_path / "a.xlsx"
    book.save(path)
    found = document(classify(path))
    assert found["source"]["header_row"] == 3
    assert [agency["row"] for agency in found["agencies"]] == [5, 9]


# CSV


def read_csv(raw: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def test_csv_has_a_bom_and_crlf(result: Classification) -> None:
    raw = written(result, "csv")
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\xef\xbb\xbf") == 1
    assert raw.endswith(b"\r\n")
    # inside a quoted cell a line feed alone stays
    outside_quotes = re.sub(rb'"[^"]*"', b"", raw.replace(b'""', b""))
    assert outside_quotes.count(b"\n") == outside_quotes.count(b"\r\n") == len(ROWS) + 1


@pytest.mark.parametrize("lang", ["th", "en"])
def test_csv_begins_with_the_original_columns_and_adds_ours(result: Classification, lang: Any) -> None:
    header, *rows = read_csv(written(result, "csv", lang))
    assert header[: len(COLUMNS)] == COLUMNS
    assert header[len(COLUMNS) :] == [heading.say(lang) for heading in OUR_HEADINGS]
    assert all(len(row) == len(header) for row in rows)
    for row, original in zip(rows, ROWS, strict=True):
        for cell, was in zip(row, original, strict=False):
            assert cell in (was, "'" + was)


def test_no_cell_of_the_csv_is_a_formula_but_plain_numbers_stay(result: Classification) -> None:
    _, *rows = read_csv(written(result, "csv"))
    for row in rows:
        for cell in row:
            assert not cell.startswith(("=", "+", "@", "\t", "\r", "＝", "＋", "－", "＠")), cell
            assert not cell.startswith("-") or re.fullmatch(r"-[0-9.]+", cell), cell
    remarks = [row[COLUMNS.index("หมายเหตุ")] for row in rows]
    assert remarks[1:7] == ["'=1+1", "'+66 2 241 9000", "-12.5", "'@cmd", "'\tแท็บ", "'＝เต็ม"]
    assert rows[2][2] == "'=HYPERLINK(1)"


def test_a_heading_that_looks_like_a_formula_is_neutralised_too(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("อีเมลกลาง,=cmd()\nsaraban_06480115@dla.go.th,x\n", encoding="utf-8")
    assert read_csv(written(classify(path), "csv"))[0][1] == "'=cmd()"


def test_ragged_rows_come_out_with_all_their_cells(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("ชื่อ อปท.,อีเมลกลาง\nก,a@gmail.com,มากไป\nข\n", encoding="utf-8")
    _, first, second = read_csv(written(classify(path), "csv"))
    assert first[:2] == ["ก", "a@gmail.com"]
    assert "มากไป" in first, "nothing is thrown away"
    assert second[:2] == ["ข", ""]


# XLSX


@pytest.fixture(scope="module")
def book_bytes(result: Classification) -> bytes:
    return written(result, "xlsx")


def test_the_workbook_holds_the_original_rows_in_order_and_then_ours(book_bytes: bytes) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(book_bytes)).worksheets[0]
    header, *rows = ([cell.value for cell in row] for row in sheet.iter_rows())
    assert header == COLUMNS + [heading.th for heading in OUR_HEADINGS]
    assert len(rows) == len(ROWS)
    for row, original in zip(rows, ROWS, strict=True):
        kept = ["" if value is None else value for value in row[: len(COLUMNS)]]
        assert kept == [re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "\ufffd", text) for text in original]


def test_another_reader_reads_the_same(book_bytes: bytes) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(book_bytes))
    rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    ours = openpyxl.load_workbook(io.BytesIO(book_bytes)).worksheets[0]
    assert rows == [["" if value is None else value for value in row] for row in ours.iter_rows(values_only=True)]


def test_a_text_that_looks_like_a_formula_stays_a_text(book_bytes: bytes) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(book_bytes)).worksheets[0]
    kinds = {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert "f" not in kinds
    assert sheet["C4"].value == "=HYPERLINK(1)"
    assert sheet["C4"].data_type == "s"


def test_the_workbook_is_ready_to_work_with(book_bytes: bytes) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(book_bytes)).worksheets[0]
    assert sheet.freeze_panes == "A2"
    last = openpyxl.utils.get_column_letter(len(COLUMNS) + len(OUR_HEADINGS))
    assert sheet.auto_filter.ref == f"A1:{last}{len(ROWS) + 1}"
    widths = [sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]]
    assert all(5 <= width <= 60 for width in widths)
    # a column is as wide as what stands in it, as far as that is sensible
    assert widths[COLUMNS.index("อีเมลกลาง")] >= len("saraban_06480191@dla.go.th")
    assert widths[COLUMNS.index("ลำดับ")] < 12


def test_groups_are_coloured_by_letter(book_bytes: bytes) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(book_bytes)).worksheets[0]
    column = len(COLUMNS) + 1
    colours = {}
    for row, group in enumerate(EXPECTED, start=2):
        cell = sheet.cell(row, column)
        assert cell.fill.patternType == "solid", group
        colours.setdefault(group[0] if group in GROUPS else "none", set()).add(cell.fill.start_color.rgb)
    assert all(len(found) == 1 for found in colours.values()), colours
    assert len({next(iter(found)) for found in colours.values()}) == len(colours), "no two letters alike"


def test_the_summary_sheet_has_the_figures_of_the_json(result: Classification, book_bytes: bytes) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(book_bytes)).worksheets[1]
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    summary = document(result)["summary"]
    figures = {row[0]: row[4] for row in rows if row[0] in GROUPS}
    assert figures == summary["groups"]
    by_name: dict[Any, list[Any]] = {}
    for row in rows:
        by_name.setdefault(row[1], row)  # further down the titles of rules stand in this column
    assert by_name["รวม"][4] == by_name["รวม"][5] == summary["total"]
    assert by_name["ไม่เข้ากลุ่มใดในตาราง"][4] == summary["outside_table"]
    assert by_name["ยังระบุกลุ่มไม่ได้"][4] == summary["undetermined"]
    assert next(row for name, row in by_name.items() if str(name).startswith("ต้องดำเนินการ"))[5] == summary["follow_up"]
    letters = {row[0][0]: row[5] for row in rows if row[0] in GROUPS and row[5] is not None}
    assert letters == {letter: sum(n for g, n in summary["groups"].items() if g[0] == letter) for letter in "ABCDEW"}
    counted = {row[0]: row[3] for row in rows if re.fullmatch("SB[0-9]{3}", str(row[0]))}
    assert counted == counts_of_rules(result)


def counts_of_rules(result: Classification) -> dict[str, int]:
    counts: dict[str, int] = {}
    for agency in document(result)["agencies"]:
        for finding in agency["findings"]:
            counts[finding["code"]] = counts.get(finding["code"], 0) + 1
    return counts


@pytest.mark.parametrize("lang", ["th", "en"])
def test_the_workbook_names_its_sheets_in_the_language_of_the_run(result: Classification, lang: Any) -> None:
    names = openpyxl.load_workbook(io.BytesIO(written(result, "xlsx", lang)), read_only=True).sheetnames
    assert names == (["รายหน่วยงาน", "สรุป"] if lang == "th" else ["Agencies", "Summary"])


def test_numbers_and_dates_of_a_workbook_stay_what_they_are(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["ลำดับ", "รหัส อปท.", "อีเมลกลาง", "วันที่ประกาศ", "หมายเหตุ"])
    sheet.append([1, 6480115, "saraban_06480115@dla.go.th", datetime.date(2026, 2, 17), 12.5])
    path = tmp_path / "a.xlsx"
    book.save(path)
    result = classify(path)
    assert result.agencies[0].record.code == "06480115"
    values = [
        cell.value for cell in openpyxl.load_workbook(io.BytesIO(written(result, "xlsx"))).worksheets[0]["A2":"E2"][0]
    ]
    assert values[:3] == [1, 6480115, "saraban_06480115@dla.go.th"]
    assert str(values[3]).startswith("2026-02-17")
    assert values[4] == 12.5
    assert read_csv(written(result, "csv"))[1][:5] == ["1", "6480115", values[2], "2026-02-17", "12.5"]


def test_cells_beyond_the_last_heading_of_a_workbook_are_not_lost(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["ชื่อ อปท.", "อีเมลกลาง"])
    sheet.append(["อบต.ก", "saraban_06480115@dla.go.th", "ไม่มีหัว"])
    path = tmp_path / "a.xlsx"
    book.save(path)
    result = classify(path)
    for format_ in ("csv", "xlsx"):
        (tmp_path / f"out.{format_}").write_bytes(written(result, format_))
    assert "ไม่มีหัว" in read_csv((tmp_path / "out.csv").read_bytes())[1]
    assert "ไม่มีหัว" in [c.value for c in openpyxl.load_workbook(tmp_path / "out.xlsx").worksheets[0][2]]


def test_a_long_reason_does_not_break_a_cell(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"ชื่อ อปท.,อีเมลกลาง\n{'ก' * 32767},{'x' * 30000}@gmail.com\n", encoding="utf-8")
    sheet = openpyxl.load_workbook(io.BytesIO(written(classify(path), "xlsx"))).worksheets[0]
    assert all(len(str(cell.value or "")) <= 32767 for cell in sheet[2])


# All formats together


@pytest.mark.parametrize("name", [None, "agencies.csv", "agencies.xlsx"])
@pytest.mark.parametrize("lang", ["th", "en"])
def test_counts_agree_in_all_formats(source: Path, name: str | None, lang: Any) -> None:
    result_path = DATA / name if name else source
    result = classify(result_path)
    summary = document(result, lang)["summary"]
    names = {group: group for group in GROUPS}
    names |= {"outside": "นอกตาราง", "undetermined": "ยังระบุไม่ได้"} if lang == "th" else {}
    names = {"outside": "outside the table", "undetermined": "undetermined", **names}
    wanted = {**summary["groups"], "outside": summary["outside_table"], "undetermined": summary["undetermined"]}

    lines = [json.loads(line) for line in written(result, "jsonl", lang).decode().splitlines()]
    assert counted(line["group"] for line in lines) == nonzero(wanted)

    header, *rows = read_csv(written(result, "csv", lang))
    column = header.index(OUR_HEADINGS[0].say(lang))
    assert counted(row[column].partition(":")[0] for row in rows) == nonzero({names[g]: n for g, n in wanted.items()})

    sheet = openpyxl.load_workbook(io.BytesIO(written(result, "xlsx", lang))).worksheets[0]
    cells = [cell.value for cell in sheet[openpyxl.utils.get_column_letter(column + 1)]][1:]
    assert [cell.partition(":")[0] for cell in cells] == [row[column].partition(":")[0] for row in rows]

    screen = run("classify", result_path, "-q", "--limit", "0", "--lang", lang).stdout
    # the last figure of a line may be the sum of the letter: the count stands before it
    for group, count in summary["groups"].items():
        line = next(line for line in screen.splitlines() if re.match(rf"{group}\s", line))
        assert str(count) in line.split(), line
    total = next(line for line in screen.splitlines() if line.split()[:1] == ["รวม" if lang == "th" else "Total"])
    assert total.split()[-2:] == [str(summary["total"])] * 2


def counted(groups: Any) -> dict[str, int]:
    found: dict[str, int] = {}
    for group in groups:
        found[group] = found.get(group, 0) + 1
    return found


def nonzero(counts: dict[str, int]) -> dict[str, int]:
    return {group: count for group, count in counts.items() if count}


def test_no_format_holds_a_time_of_day(result: Classification) -> None:
    """The same input gives the same bytes, today and tomorrow."""
    import time

    now = time.time()
    first = {name: written(result, name) for name in WRITERS}
    real = time.time
    try:
        time.time = lambda: now + 400_000  # type: ignore[assignment]
        later = {name: written(result, name) for name in WRITERS}
    finally:
        time.time = real
    assert first == later
    core = openpyxl.load_workbook(io.BytesIO(first["xlsx"])).properties
    assert core.created is None or core.created.year <= 2026


# `address --format json`


def test_addresses_as_json_have_the_keys_of_the_contract_in_order() -> None:
    from saraban_check.api import check_address
    from saraban_check.reports.json_report import address_objects

    asked = ["saraban_06480115@dla.go.th", "saraban_6820101@dla.go.th", "-", " x@gmail.com"]
    found = json.loads(address_objects([check_address(address) for address in asked], "th"))
    assert [one["input"] for one in found] == asked
    for one in found:
        assert list(one) == ["input", "value", "form", "correct", "meets", "findings", "suggestions"]
    assert found[0]["form"] == "dla"
    assert found[0]["findings"] == found[0]["suggestions"] == []
    assert found[1]["suggestions"] == [{"address": "saraban_06820101@dla.go.th", "origin": "repair"}]
    assert found[2]["meets"] is found[2]["value"] is None
    assert found[3]["value"] == "x@gmail.com"
    assert found[3]["meets"] == {"regulation": False, "methods": False}

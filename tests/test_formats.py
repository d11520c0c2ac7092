"""The machine contract of JSON, and that CSV, XLSX and the screen say the same as it does."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from tests.contract import by_contract
from tests.outcomes import COLUMNS, EXPECTED, GROUPS, OUTCOMES, ROWS, write_list, written
from tests.support import csv_text, run

from saraban_check.checks.classification import Classification
from saraban_check.checks.classify import classify
from saraban_check.formats import Result, writers_of
from saraban_check.intake.options import ListOptions
from saraban_check.intake.source import open_table
from saraban_check.reference.our_columns import OUR_COLUMNS, OUR_HEADINGS
from saraban_check.report.words.issued_texts import AGAINST_ISSUED, MATCHES, SAID

WRITERS = writers_of(Result.CLASSIFY)

DATA = Path(__file__).parent.parent / "data"


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_list(tmp_path_factory.mktemp("formats"))


@pytest.fixture(scope="module")
def result(source: Path) -> Classification:
    return classify(source)


def document(result: Classification, lang: Any = "th") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(written(result, "json", lang))
    return found


# JSON


def test_json_has_the_keys_of_the_contract(result: Classification) -> None:
    found = document(result)
    assert list(found) == ["schema", "ruleset", "as_of", "source", "summary", "set_aside", "agencies"]
    assert found["schema"] == "saraban-check/classify/1"
    assert found["ruleset"] == "2569-02-17"
    assert list(found["source"]) == ["file", "sheet", "header_row", "columns", "columns_unused"]
    ours = ["total", "groups", "undetermined", "outside_table", "follow_up"]
    assert list(found["summary"]) == [*ours, "findings", "ignored"]


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
    "matches_issued": (bool, type(None)),
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
    assert counted(row[column] for row in rows) == nonzero({names[g]: n for g, n in wanted.items()})

    sheet = openpyxl.load_workbook(io.BytesIO(written(result, "xlsx", lang))).worksheets[1]
    assert sheet.title == ("รายหน่วยงาน" if lang == "th" else "Agencies")
    assert [cell.value for cell in sheet[get_column_letter(column + 1)]][1:] == [row[column] for row in rows]

    screen = run("classify", result_path, "-q", "--limit", "0", "--lang", lang).stdout
    # the last figure of a line may be the sum of the letter: the count stands before it
    for group, count in summary["groups"].items():
        line = next(line for line in screen.splitlines() if re.match(rf"{group}\s", line))
        assert str(count) in line.split(), line
    total = next(line for line in screen.splitlines() if line.split()[:1] == ["รวม" if lang == "th" else "Total"])
    assert total.split()[-2:] == [str(summary["total"])] * 2


ISSUED = [
    ["อีเมลกลาง", "อีเมลที่หน่วยงานกลางออกให้แล้ว", "มีประกาศฯ ม.10", "ลงข้อมูลในระบบ info.go.th", "สถานะการส่งอีเมล"],
    ["saraban@songkhcity.go.th", "saraban_05471201@dla.go.th", "✓", "✓", "✓"],
    ["saraban_06480191@dla.go.th", "สถ.: saraban_06480191@dla.go.th\nสพร.: saraban-a@lgo.mail.go.th", "✓", "✓", "✓"],
    ["a@gmail.com", "A@gmail.com", "✓", "✓", "✓"],
    ["-", "saraban_06480193@dla.go.th", "✓", "✓", "✓"],
    ["saraban_06480194@dla.go.th", "ไม่มี", "✓", "✓", "✓"],
    ["saraban_06480195@dla.go.th", "", "✓", "✓", "✓"],
    ["#REF!", "saraban_06480196@dla.go.th", "✓", "✓", "✓"],
]
SAME = [False, True, True, False, None, None, None]


@pytest.mark.parametrize("lang", ["th", "en"])
def test_every_format_says_how_an_address_stands_to_the_issued_ones(tmp_path: Path, lang: Any) -> None:
    path = tmp_path / "list.csv"
    path.write_text(csv_text(ISSUED), encoding="utf-8", newline="")
    result = classify(path)
    told = document(result, lang)
    assert [agency["matches_issued"] for agency in told["agencies"]] == SAME
    assert told["summary"]["issued"] == {"match": 2, "differ": 2, "none": 3}
    by_contract("classify", told)
    lines = [json.loads(line) for line in written(result, "jsonl", lang).decode().splitlines()]
    assert [line["matches_issued"] for line in lines] == SAME

    words = {True: "ตรง", False: "ไม่ตรง", None: ""} if lang == "th" else {True: "same", False: "differs", None: ""}
    header, *rows = read_csv(written(result, "csv", lang))
    column = header.index(OUR_COLUMNS["issued"].heading.say(lang))
    assert [row[column] for row in rows] == [words[same] for same in SAME]
    summary, agencies, *_ = openpyxl.load_workbook(io.BytesIO(written(result, "xlsx", lang)), data_only=True)
    assert [row[column] or "" for row in agencies.iter_rows(min_row=2, values_only=True)] == [words[s] for s in SAME]
    counts = {row[1]: row[4] for row in summary.iter_rows(values_only=True)}
    assert [counts[MATCHES[same].say(lang)] for same in (True, False, None)] == [2, 2, 3]

    said = {"th": "ตรง 2 · ไม่ตรง 2 · ไม่มีให้เทียบ 3", "en": "2 the same · 2 differ · 3 not compared"}[lang]
    assert said in written(result, "md", lang).decode()
    assert said in written(result, "html", lang).decode(), "for browsers without scripts"
    screen = run("classify", path, "-q", "--lang", lang).stdout
    assert said in screen
    sentences = [SAID[same].say(lang) for same in (True, False)]  # of B1 and C; the others are in A1 or not compared
    assert [line.strip() for line in screen.splitlines() if line.strip() in sentences] == sentences
    for row, same in ((2, False), (3, True), (7, None)):
        page = run("explain", path, str(row), "-q", "--lang", lang).stdout
        line = next(
            line for line in page.splitlines() if line.startswith(f"  {OUR_COLUMNS['issued'].heading.say(lang)}")
        )
        fact = line.removeprefix(f"  {OUR_COLUMNS['issued'].heading.say(lang)}").split("  (")[0].strip()
        assert fact == MATCHES[same].say(lang)


def test_a_list_without_issued_addresses_has_nothing_to_say_of_them(source: Path, tmp_path: Path) -> None:
    blank = tmp_path / "blank.csv"
    blank.write_text(csv_text([ISSUED[0], *([row[0], "-", *row[2:]] for row in ISSUED[1:])]), encoding="utf-8")
    for path, counts in ((source, None), (blank, {"match": 0, "differ": 0, "none": 7})):
        result = classify(path)
        assert document(result)["summary"].get("issued") == counts
        assert {agency["matches_issued"] for agency in document(result)["agencies"]} == {None}
        title = AGAINST_ISSUED.th
        for said in (written(result, "md").decode(), run("classify", path, "-q").stdout):
            assert title not in said
        shown = openpyxl.load_workbook(io.BytesIO(written(result, "xlsx")))["สรุป"].iter_rows(values_only=True)
        assert title not in [cell for row in shown for cell in row]


def test_a_document_of_before_the_comparison_is_still_valid(result: Classification) -> None:
    told = document(result)
    for agency in told["agencies"]:
        del agency["matches_issued"]
    by_contract("classify", told)


@pytest.mark.parametrize(("issued", "same"), [("saraban_06480115@dla.go.th", True), ("x@gmail.com", False)])
def test_one_address_is_compared_with_what_was_issued(issued: str, same: bool) -> None:
    asked = ("address", "Saraban_06480115@dla.go.th", "--issued", issued)
    assert json.loads(run(*asked, "--format", "json").stdout)[0]["matches_issued"] is same
    assert f"  {SAID[same].th}\n" in run(*asked).stdout
    assert SAID[same].th not in run(*asked[:2]).stdout


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
        time.time = lambda: now + 400_000
        later = {name: written(result, name) for name in WRITERS}
    finally:
        time.time = real
    assert first == later
    core = openpyxl.load_workbook(io.BytesIO(first["xlsx"])).properties
    assert core.created is None or core.created.year <= 2026


# `address --format json`


def test_addresses_as_json_have_the_keys_of_the_contract_in_order() -> None:
    from saraban_check.checks.address_check import check_address
    from saraban_check.machine.json_list import address_objects

    asked = ["saraban_06480115@dla.go.th", "saraban_6820101@dla.go.th", "-", " x@gmail.com"]
    found = json.loads(address_objects([check_address(address) for address in asked], "th"))
    assert [one["input"] for one in found] == asked
    for one in found:
        keys = ["input", "value", "form", "correct", "meets", "matches_issued", "findings", "suggestions", "dns"]
        assert list(one) == keys
        assert one["matches_issued"] is None
    assert found[0]["form"] == "dla"
    assert found[0]["findings"] == found[0]["suggestions"] == []
    assert found[1]["suggestions"] == [{"address": "saraban_06820101@dla.go.th", "origin": "repair"}]
    assert found[2]["meets"] is found[2]["value"] is None
    assert found[3]["value"] == "x@gmail.com"
    assert found[3]["meets"] == {"regulation": False, "methods": False}


def test_a_row_of_zeros_is_a_row_and_a_blank_one_is_none(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("รหัส", "ชื่อ", "อีเมล"), (0, None, None), (None, None, None), (False, "", ""), ("", " ", None)):
        sheet.append(row)
    book.save(tmp_path / "list.xlsx")
    table = open_table(tmp_path / "list.xlsx", ListOptions())
    assert [row.number for row in table.rows()] == [2, 4, 5]

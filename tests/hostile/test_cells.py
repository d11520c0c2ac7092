"""Hostile cells: each is judged or marked, none is lost, none reaches the screen or a spreadsheet as a command."""

import csv
import re
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from tests.support import Xml, classified, codes, csv_text, refused, rows_xml, run, sheet_xml, write_workbook

GOOD = "saraban_06480115@dla.go.th"
HEADINGS = ["รหัส", "หน่วยงาน", "จังหวัด", "อีเมล", "ประกาศ ม.10", "ลงใน info.go.th", "สถานะการส่งอีเมล"]
PLAIN = ["06480115", "อบต.ตัวอย่าง", "นครพนม", GOOD, "✓", "✓", "✓"]
COLUMN = {"code": 0, "name": 1, "province": 2, "address": 3, "notice": 4, "posted": 5, "delivery": 6}
BELOW = ["06480116", "อบต.แถวถัดไป", "นครพนม", "saraban_06480116@dla.go.th", "✓", "✓", "✓"]
EVERY = "A,B,C,D,E,W,undetermined,outside"
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def row_with(field: str, cell: Any) -> list[Any]:
    """An ordinary row that holds this cell."""
    row: list[Any] = list(PLAIN)
    row[COLUMN[field]] = cell
    return row


def csv_file(folder: Path, *rows: list[str]) -> Path:
    path = folder / "agencies.csv"
    path.write_text(csv_text([HEADINGS, *rows]), encoding="utf-8", newline="")
    return path


def book(folder: Path, *rows: list[Any], after: str = "", parts: dict[str, str] | None = None) -> Path:
    xml = sheet_xml(rows_xml([HEADINGS, *rows]), after=after)
    return write_workbook(folder / "agencies.xlsx", {"รายชื่อ": xml}, parts=parts)


def first_of_two(path: Path) -> dict[str, Any]:
    """The agency of the hostile row; the ordinary one below it must not have suffered."""
    agencies = classified(path)["agencies"]
    assert len(agencies) == 2
    assert agencies[1]["address"]["raw"] == BELOW[3]
    assert agencies[1]["group"] == "A1"
    found: dict[str, Any] = agencies[0]
    return found


CLEANED = {
    "thai digits in the code": "saraban_๐๖๔๘๐๑๑๕@dla.go.th",
    "trailing newline": GOOD + "\n",
    "trailing carriage return": GOOD + "\r",
    "zero-width space": "saraban_\u200b06480115@dla.go.th",
    "zero-width joiner": "saraban_06480115@dla\u200d.go.th",
    "byte order mark": "\ufeff" + GOOD,
    "soft hyphen": "sara\u00adban_06480115@dla.go.th",
    "right-to-left override": "\u202e" + GOOD + "\u202c",
    "left-to-right mark": GOOD + "\u200e",
    "no-break space": "\u00a0" + GOOD + "\u00a0",
    "full-width at and dot": "saraban_06480115＠dla．go．th",
    "display name": f"งานสารบรรณ <{GOOD}>",
    "display name with a comma": f'"สารบรรณ, อบต.ตัวอย่าง" <{GOOD}>',
    "mailto": f"mailto:{GOOD}",
    "label": f"อีเมล : {GOOD}",
    "control character": "saraban_06480115@dla.go.th\x07",
}


@pytest.mark.parametrize("cell", CLEANED.values(), ids=CLEANED.keys())
def test_dirt_around_a_right_address_is_removed_and_said(tmp_path: Path, cell: str) -> None:
    agency = first_of_two(csv_file(tmp_path, row_with("address", cell), BELOW))
    assert agency["address"]["correct"] is True
    assert agency["address"]["value"] == GOOD
    assert agency["address"]["raw"] == cell
    assert "SB104" in codes(agency)
    assert agency["group"] == "A1"


FOREIGN = {
    "cyrillic a in the mailbox name": "s\u0430raban_06480115@dla.go.th",
    "cyrillic a in the domain": "saraban_06480115@dl\u0430.go.th",
    "greek o in the domain": "saraban_06480115@dla.g\u03bf.th",
    "combining mark": "saraban_06480115@dla\u0323.go.th",
    "mathematical letters": "saraban_06480115@\U0001d41d\U0001d425\U0001d41a.go.th",
    "superscript letter": "saraban_06480115@dl\u1d43.go.th",
    "long s": "\u017faraban_06480115@dla.go.th",
    "dotless i": "saraban_06480115@dla.go.th\u0131",
    "thai letters": "สารบรรณ@dla.go.th",
    "typed with the Thai keyboard on": "หฟพฟิฟื_06480115@dla.go.th",
}


@pytest.mark.parametrize("cell", FOREIGN.values(), ids=FOREIGN.keys())
def test_letters_that_look_right_are_never_correct(tmp_path: Path, cell: str) -> None:
    agency = first_of_two(csv_file(tmp_path, row_with("address", cell), BELOW))
    assert agency["address"]["correct"] is False
    assert "SB105" in codes(agency)
    assert agency["address"]["raw"] == cell


NOT_ADDRESSES = {
    "circled letters": "saraban_06480115@\u24d3\u24db\u24d0.go.th",
    "one dot leader": "saraban_06480115@dla\u2024go\u2024th",
    "fraction digits": "saraban_0648011\u2464@dla.go.th",
    "arabic digits": "saraban_\u0660\u0666\u0664\u0668\u0660\u0661\u0661\u0665@dla.go.th",
    "emoji": "saraban_06480115@dla.go.th\U0001f600",
    "doubled at": "saraban_06480115@@dla.go.th",
    "at at either end": "@saraban_06480115@dla.go.th@",
    "300 characters in the mailbox name": "saraban_" + "0" * 300 + "@dla.go.th",
    "300 characters in the domain": "saraban@" + "a" * 300 + ".go.th",
    "300 labels": "saraban@" + "a." * 300 + "go.th",
    "quoted mailbox name": '"saraban_06480115"@dla.go.th',
    "quoted mailbox name with a space": '"saraban 06480115"@dla.go.th',
    "ip literal": "saraban@[192.0.2.1]",
    "ip without brackets": "saraban@192.0.2.1",
    "ipv6 literal": "saraban@[IPv6:2001:db8::1]",
    "punycode": "saraban@xn--dl-7kc.go.th",
    "percent and braces": "%s{0}{found}@{reason}",
    "lone surrogate picture": "saraban_06480115@dla.go.th\ufffd",
    "10,000 at signs": "@" * 10_000,
    "10,000 addresses": "a@b.go.th " * 3_000,
    "10,000 brackets": "<" * 10_000 + "@",
    "10,000 quotes": '"' * 10_000 + "@",
}


@pytest.mark.parametrize("cell", NOT_ADDRESSES.values(), ids=NOT_ADDRESSES.keys())
def test_what_is_no_address_of_an_agency_is_judged_incorrect_in_good_time(tmp_path: Path, cell: str) -> None:
    agency = first_of_two(csv_file(tmp_path, row_with("address", cell), BELOW))
    assert agency["address"]["correct"] is False
    assert agency["address"]["raw"] == cell
    assert any(code.startswith(("SB1", "SB2", "SB3", "SB4")) for code in codes(agency))


@pytest.mark.parametrize(
    "cell",
    [
        f"thungsong103@gmail.com, {GOOD}",
        f"thungsong103@gmail.com\n{GOOD}",
        f"thungsong103@gmail.com หรือ {GOOD}",
        f"thungsong103@gmail.com ; {GOOD} / admin@tambon.go.th",
    ],
)
def test_of_several_addresses_the_first_correct_one_is_judged(tmp_path: Path, cell: str) -> None:
    agency = first_of_two(csv_file(tmp_path, row_with("address", cell), BELOW))
    assert agency["address"]["value"] == GOOD
    assert agency["address"]["correct"] is True
    assert "SB103" in codes(agency)
    assert agency["address"]["raw"] == cell


@pytest.mark.parametrize(("mark", "fact"), [("ü", True), ("P", True), ("û", False), ("O", False)])
def test_wingdings_ticks_are_read_as_excel_shows_them(tmp_path: Path, mark: str, fact: bool) -> None:
    agency = first_of_two(book(tmp_path, row_with("notice", mark), BELOW))
    assert agency["facts"]["notice"] is fact
    assert "SB901" not in codes(agency)


@pytest.mark.parametrize("cell", ["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"])
def test_an_error_typed_as_text_makes_the_address_unknown(tmp_path: Path, cell: str) -> None:
    agency = first_of_two(csv_file(tmp_path, row_with("address", cell), BELOW))
    assert agency["address"]["correct"] is None
    assert agency["address"]["meets"] is None
    assert "SB904" in codes(agency)
    assert "SB101" not in codes(agency)
    assert agency["group"] == "undetermined"


UNREADABLE = {
    "error": Xml(' t="e"', "<v>#REF!</v>"),
    "not available": Xml(' t="e"', "<v>#N/A</v>"),
    "formula that gave an error": Xml(' t="e"', "<f>VLOOKUP(A2,X!A:B,2,0)</f><v>#N/A</v>"),
    "formula without a stored value": Xml("", "<f>B2&amp;C2</f>"),
    "formula with an empty value": Xml("", "<f>B2&amp;C2</f><v></v>"),
    "formula with a self-closed value": Xml("", "<f>B2&amp;C2</f><v/>"),
    "text formula without a stored value": Xml(' t="str"', "<f>B2&amp;C2</f>"),
    "shared formula without a stored value": Xml("", '<f t="shared" si="0"/>'),
}


@pytest.mark.parametrize("cell", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_a_workbook_cell_without_a_readable_value_is_unknown_and_not_missing(tmp_path: Path, cell: Xml) -> None:
    agency = first_of_two(book(tmp_path, row_with("address", cell), BELOW))
    assert agency["address"]["correct"] is None
    assert "SB904" in codes(agency)
    assert "SB101" not in codes(agency)
    assert agency["group"] == "undetermined"
    assert {"A1", "B1"} <= set(agency["candidates"])


@pytest.mark.parametrize("field", ["notice", "posted", "delivery"])
def test_an_error_in_a_status_cell_is_unknown_and_not_no(tmp_path: Path, field: str) -> None:
    agency = first_of_two(book(tmp_path, row_with(field, Xml(' t="e"', "<v>#N/A</v>")), BELOW))
    assert agency["facts"][field] in (None, "unknown")
    assert "SB904" in codes(agency)
    assert agency["group"] == "undetermined"


def test_the_last_rows_of_formulas_without_values_are_not_lost(tmp_path: Path) -> None:
    # a reader that gives nothing for such cells ends the sheet above them
    unread: list[Any] = [Xml("", "<f>X!A1</f>") for _ in HEADINGS]
    agencies = classified(book(tmp_path, PLAIN, unread, unread))["agencies"]
    assert [agency["row"] for agency in agencies] == [2, 3, 4]
    assert all("SB904" in codes(agency) for agency in agencies[1:])


def test_a_formula_whose_result_is_an_empty_text_is_a_blank_cell(tmp_path: Path) -> None:
    blank: list[Any] = [*PLAIN]
    blank[COLUMN["address"]] = Xml(' t="str"', '<f>IF(TRUE,"","x")</f><v></v>')
    agency = classified(book(tmp_path, PLAIN, blank))["agencies"][1]
    assert agency["address"]["raw"] == ""
    assert "SB101" in codes(agency)
    assert "SB904" not in codes(agency)


def test_the_text_of_a_hyperlink_counts_and_not_its_target(tmp_path: Path) -> None:
    link = '<hyperlinks><hyperlink ref="D2" r:id="rId1"/></hyperlinks>'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    targets = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{kind}" Target="mailto:someone.else@gmail.com" TargetMode="External"/></Relationships>'
    )
    path = book(tmp_path, PLAIN, BELOW, after=link, parts={"xl/worksheets/_rels/sheet1.xml.rels": targets})
    agency = first_of_two(path)
    assert agency["address"]["value"] == GOOD
    assert agency["address"]["correct"] is True


@pytest.mark.parametrize("cell", ["5471201.0", "5471201", "05471201", "'05471201", "๐๕๔๗๑๒๐๑"])
def test_a_code_that_lost_its_zero_or_became_a_number_is_restored(tmp_path: Path, cell: str) -> None:
    row = [cell, "เทศบาลตำบลตัวอย่าง", "สกลนคร", "saraban_05471201@dla.go.th", "✓", "✓", "✓"]
    agency = first_of_two(csv_file(tmp_path, row, BELOW))
    assert agency["code"] == "05471201"
    assert agency["group"] == "A1"


def test_a_code_stored_as_a_number_in_a_workbook_is_restored(tmp_path: Path) -> None:
    row = [5471201.0, "เทศบาลตำบลตัวอย่าง", "สกลนคร", "saraban_05471201@dla.go.th", "✓", "✓", "✓"]
    agency = first_of_two(book(tmp_path, row, BELOW))
    assert agency["code"] == "05471201"
    assert agency["group"] == "A1"


def test_a_date_where_a_code_was_is_said_and_kept(tmp_path: Path) -> None:
    date = Xml(' s="1"', "<v>46070</v>")
    path = book(tmp_path, row_with("code", date), BELOW)
    agency = first_of_two(path)
    assert agency["code"] is None
    assert "SB901" in codes(agency)
    copied = run("classify", path, "--format", "csv", "-q").stdout
    assert "2026-02-17" in copied


@pytest.mark.parametrize("field", ["name", "address", "province", "delivery"])
def test_a_date_where_a_text_was_does_no_harm(tmp_path: Path, field: str) -> None:
    agency = first_of_two(book(tmp_path, row_with(field, Xml(' s="1"', "<v>46070</v>")), BELOW))
    if field == "address":
        assert agency["address"]["correct"] is False
        assert agency["address"]["raw"] == "2026-02-17"


@pytest.mark.parametrize(
    "value", ["99999999999", "-1", "1E400", "NaN", "inf", "1e15", "0.000000001"], ids=lambda value: f"number {value}"
)
@pytest.mark.parametrize("style", ["", ' s="1"'], ids=["number", "date"])
def test_numbers_and_dates_beyond_all_bounds_do_no_harm(tmp_path: Path, value: str, style: str) -> None:
    path = book(tmp_path, row_with("code", Xml(style, f"<v>{value}</v>")), BELOW)
    done = run("classify", path, "--format", "json", "--lang", "en", "-q")
    assert "Traceback" not in done.stderr
    if done.returncode == 2:  # what is no number at all may also be refused, in a sentence
        assert done.stderr.count("\n") == 1
    else:
        assert len(classified(path, "-o", tmp_path / "out.xlsx")["agencies"]) == 2


MARKUP = {
    "closing tag of a screen library": "[/red]",
    "opening tag of a screen library": "[bold]อบต.ตัวอย่าง[/bold]",
    "link tag": "[link=https://example.com]x[/link]",
    "script": "<script>alert(1)</script>",
    "html": '"><img src=x onerror=alert(1)>',
    "braces": "{found} {0} {} %s %(x)s",
    "lone brace": "{",
    "formula": '=HYPERLINK("https://example.com","x")',
    "at formula": "@SUM(1+1)",
    "plus formula": "+1+cmd|' /C calc'!A0",
    "full-width formula": "＝1+1",
    "markdown": "[x](https://example.com) | `y` | **z**",
}


@pytest.mark.parametrize("cell", MARKUP.values(), ids=MARKUP.keys())
def test_markup_stands_on_the_screen_as_it_was_typed(tmp_path: Path, cell: str) -> None:
    path = csv_file(tmp_path, *(row_with(field, cell) for field in ("name", "address", "province")))
    agencies = classified(path)["agencies"]
    assert len(agencies) == 3
    assert agencies[0]["name"] == cell
    assert agencies[1]["address"]["raw"] == cell
    done = run("classify", path, "--only", EVERY, "--color", "never", env={"COLUMNS": "120"})
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout.count(cell.split(maxsplit=1)[0]) >= 2


FORMULAS = [
    "=1+1",
    '=HYPERLINK("https://example.com","x")',
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "＝1",
    "＠x",
    "＋1x",
]


@pytest.mark.parametrize("cell", FORMULAS)
def test_no_cell_of_the_csv_report_becomes_a_formula(tmp_path: Path, cell: str) -> None:
    path = csv_file(tmp_path, row_with("name", cell), row_with("address", cell))
    done = run("classify", path, "--format", "csv", "-q")
    assert done.returncode == 0
    rows = list(csv.reader(StringIO(done.stdout.removeprefix("\ufeff"), newline="")))
    assert len(rows) == 3
    assert rows[1][COLUMN["name"]] == "'" + cell
    assert rows[2][COLUMN["address"]] == "'" + cell
    formula = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
    assert not [value for row in rows for value in row if value.startswith(formula)]


@pytest.mark.parametrize("cell", FORMULAS)
def test_no_cell_of_the_workbook_report_becomes_a_formula(tmp_path: Path, cell: str) -> None:
    import openpyxl

    path, out = csv_file(tmp_path, row_with("name", cell), row_with("address", cell)), tmp_path / "report.xlsx"
    classified(path, "-o", out)
    report = openpyxl.load_workbook(out)
    found = [c for sheet in report.worksheets for row in sheet.iter_rows() for c in row if c.value is not None]
    assert {c.data_type for c in found} <= {"s", "n", "f"}
    ours = re.compile(r"=(COUNTIFS?|SUM|IF|INDEX)\(.*|=[A-Z]+[0-9]+-.*")
    for formula in (c for c in found if c.data_type == "f"):
        assert formula.parent.title in ("Summary", "Provinces"), "the only sheets that calculate"
        assert isinstance(formula.value, str)
        assert ours.fullmatch(formula.value), formula.value
    shown = [str(c.value) for c in found if c.data_type == "s"]
    assert sum(value.replace("\n", "\r") == cell or value == cell for value in shown) >= 2


def test_a_heading_that_is_a_formula_is_neutralised_too(tmp_path: Path) -> None:
    import openpyxl

    path, out = tmp_path / "agencies.csv", tmp_path / "report.xlsx"
    path.write_text(csv_text([["=1+1", "อีเมล"], ["x", GOOD]]), encoding="utf-8")
    classified(path, "-o", out)
    assert run("classify", path, "--format", "csv", "-q").stdout.startswith("\ufeff'=1+1,")
    assert openpyxl.load_workbook(out)["Agencies"]["A1"].data_type == "s"


ESCAPES = {
    "colour": "\x1b[31mred\x1b[0m",
    "clear the screen": "\x1b[2J\x1b[H",
    "window title": "\x1b]0;owned\x07",
    "c1 introducer": "\x9b31mred",
    "carriage return": "wrong\rright",
    "backspace": "wrong\b\b\b\b\bright",
    "null": "a\x00b",
    "delete": "a\x7fb",
    "right-to-left override": "abc\u202edef",
    "isolate": "abc\u2066def",
    "line separator": "abc\u2028def",
}


@pytest.mark.parametrize("cell", ESCAPES.values(), ids=ESCAPES.keys())
def test_no_escape_sequence_reaches_the_terminal(tmp_path: Path, cell: str) -> None:
    path = csv_file(tmp_path, *(row_with(field, cell) for field in ("name", "address", "notice", "delivery")))
    rows = [agency["row"] for agency in classified(path)["agencies"]]
    assert len(rows) == 4
    for screen in (
        run("classify", path, "--only", EVERY, "--color", "never"),
        run("explain", path, str(rows[1]), "--color", "never"),
        run("explain", path, str(rows[2]), "--color", "never"),
    ):
        assert screen.returncode == 0, screen.stderr
        assert not CONTROL.search(screen.stdout)
        assert not CONTROL.search(screen.stderr)


def test_with_colours_on_only_our_own_escape_sequences_remain(tmp_path: Path) -> None:
    path = csv_file(tmp_path, row_with("name", "\x1b[5;41mX\x1b[2J"), row_with("address", "\x1b]0;owned\x07"))
    done = run("classify", path, "--only", "A,B,undetermined", "--color", "always")
    assert "\x1b[" in done.stdout
    assert "[5;41m" in done.stdout
    assert "\x1b[5;41m" not in done.stdout
    assert not CONTROL.search(re.sub(r"\x1b\[[0-9;]*m", "", done.stdout))


def test_escape_sequences_in_headings_and_in_addresses_given_by_hand_are_shown_as_pictures(tmp_path: Path) -> None:
    path = tmp_path / "agencies.csv"
    path.write_text(csv_text([["\x1b[2J", "อีเมล\x1b[31m"], ["x", GOOD]]), encoding="utf-8")
    done = run("classify", path, "--map", "address=อีเมล\x1b[31m")
    assert done.returncode == 0, done.stderr
    assert not CONTROL.search(done.stdout + done.stderr)
    judged = run("address", "\x1b[31msaraban\x9b@dla.go.th\u202e", "--color", "never")
    assert judged.returncode == 1
    assert not CONTROL.search(judged.stdout + judged.stderr)


def test_the_xlsx_report_holds_no_character_that_xml_forbids(tmp_path: Path) -> None:
    import openpyxl

    path, out = csv_file(tmp_path, *(row_with("name", cell) for cell in ESCAPES.values())), tmp_path / "report.xlsx"
    assert len(classified(path, "-o", out)["agencies"]) == len(ESCAPES)
    assert openpyxl.load_workbook(out)["Agencies"].max_row == len(ESCAPES) + 1


COMMANDS = ["::error::owned", "  ::warning file=x::owned", "##[group]owned", "a\n::error::owned", "a\r::error::owned"]
AS_COMMAND = re.compile(r"^\s*::|##\[")


def runner_lines(text: str) -> list[str]:
    """The lines that a GitHub runner would obey."""
    return [line for line in re.split(r"[\r\n]", text) if AS_COMMAND.search(line)]


@pytest.mark.parametrize("cell", COMMANDS)
def test_no_cell_becomes_a_workflow_command_on_github(tmp_path: Path, cell: str) -> None:
    path = csv_file(tmp_path, *(row_with(field, cell) for field in ("name", "address", "notice")))
    for screen in (
        run("classify", path, "--only", EVERY, env={"GITHUB_ACTIONS": "true"}),
        run("explain", path, "4", env={"GITHUB_ACTIONS": "true"}),
    ):
        assert screen.returncode == 0, screen.stderr
        assert not runner_lines(screen.stdout)
        assert not runner_lines(screen.stderr)


WRAPPED = ["ab " * (n // 3) + "x" * (n % 3) + " ::error::owned" for n in range(1, 100)]
"""Wherever the line breaks: one of these has the command just behind the break."""


@pytest.mark.parametrize("field", ["name", "address"])
def test_wrapping_a_line_does_not_make_a_workflow_command(tmp_path: Path, field: str) -> None:
    path = csv_file(tmp_path, *(row_with(field, cell) for cell in WRAPPED))
    done = run("classify", path, "--only", EVERY, "--limit", "100", env={"GITHUB_ACTIONS": "true"})
    assert done.returncode == 0, done.stderr
    assert "error" in done.stdout
    assert not runner_lines(done.stdout)


def test_wrapping_an_address_given_by_hand_does_not_make_a_workflow_command() -> None:
    done = run("address", *WRAPPED, env={"GITHUB_ACTIONS": "true"})
    assert done.returncode == 1, done.stderr
    assert "error" in done.stdout
    assert not runner_lines(done.stdout)


def test_headings_and_addresses_given_by_hand_are_no_workflow_commands(tmp_path: Path) -> None:
    path = tmp_path / "agencies.csv"
    path.write_text(csv_text([["::error::x", "อีเมล\n::error::y"], ["x", GOOD]]), encoding="utf-8")
    done = run("classify", path, "--map", "address=อีเมล\n::error::y", env={"GITHUB_ACTIONS": "true"})
    assert done.returncode == 0, done.stderr
    assert not runner_lines(done.stdout + "\n" + done.stderr)
    judged = run("address", "::error::x", "##[group]y@dla.go.th", env={"GITHUB_ACTIONS": "true"})
    assert judged.returncode == 1
    assert not runner_lines(judged.stdout + "\n" + judged.stderr)
    wrong = run("classify", tmp_path / "no\n::error::such.csv", env={"GITHUB_ACTIONS": "true"})
    assert wrong.returncode == 2
    assert not runner_lines(wrong.stderr)


@pytest.mark.parametrize("letter", ["ก", "ำ", "a", " a", "่"], ids=["thai", "sara am", "latin", "words", "tone marks"])
def test_an_agency_name_of_32767_characters_is_kept(tmp_path: Path, letter: str) -> None:
    import openpyxl

    name = ("อ" + letter * 32_767)[:32_767].rstrip() + "ก"
    name = name[:32_766] + "ก"
    path, out = csv_file(tmp_path, row_with("name", name), BELOW), tmp_path / "report.xlsx"
    found = classified(path, "-o", out)
    assert found["agencies"][0]["name"] == name
    assert openpyxl.load_workbook(out)["Agencies"]["B2"].value == name
    screen = run("classify", path, "--only", "A", timeout=30)
    assert screen.returncode == 0, screen.stderr


def test_a_longer_name_in_a_csv_is_refused_with_its_line_and_the_limit(tmp_path: Path) -> None:
    said = refused(csv_file(tmp_path, BELOW, row_with("name", "ก" * 32_768)))
    assert "agencies.csv" in said
    assert "line 3" in said
    assert "32,767" in said
    assert "--max cell=" in said


def test_a_longer_name_in_a_workbook_is_refused_with_its_row_the_limit_and_its_length(tmp_path: Path) -> None:
    said = refused(book(tmp_path, BELOW, row_with("name", "ก" * 32_800)))
    assert "agencies.xlsx" in said
    assert "row 3" in said
    assert "32,767" in said
    assert "32,800" in said


def test_a_raised_cell_limit_is_honoured(tmp_path: Path) -> None:
    for path in (
        csv_file(tmp_path, row_with("name", "ก" * 40_000), BELOW),
        book(tmp_path, row_with("name", "ก" * 40_000), BELOW),
    ):
        agencies = classified(path, "--max", "cell=50000")["agencies"]
        assert len(agencies[0]["name"]) == 40_000


def test_a_lowered_cell_limit_is_honoured(tmp_path: Path) -> None:
    for path in (csv_file(tmp_path, row_with("name", "ก" * 101)), book(tmp_path, row_with("name", "ก" * 101))):
        said = refused(path, "--max", "cell=100")
        assert "100" in said
        assert "2" in said

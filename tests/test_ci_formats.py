"""Formats for CI: concise, GitHub, GitLab, SARIF, JUnit, Markdown. Counts agree, and no cell breaks out of them."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from junitparser import JUnitXml
from tests.contract import by_contract
from tests.support import (
    CASES,
    HOSTILE_TEXTS,
    LIST_HEADER,
    classified_list,
    hostile_rows,
    rows_xml,
    run,
    sheet_xml,
    write_list,
    write_workbook,
)

from saraban_check.checks.classify import classify
from saraban_check.formats import Result, writers_of
from saraban_check.gating.baseline import load_baseline
from saraban_check.gating.gate import Judgement, judge, read_gate
from saraban_check.machine import sarif as sarif_report
from saraban_check.model.finding import Severity
from saraban_check.model.policy import Policy
from saraban_check.model.text import Text
from saraban_check.reference.column_letters import letters_of
from saraban_check.report.locating import locate
from saraban_check.report.run import Report
from saraban_check.rules.catalogue import RULES
from saraban_check.writing.location import location_of

WRITERS = writers_of(Result.CLASSIFY)

ROOT = CASES.parent.parent
DATA = ROOT / "data"
SCHEMA = ROOT.parent / "shared" / "schemas" / "sarif-schema-2.1.0.json"
FORMATS = ("concise", "github", "gitlab", "sarif", "junit", "md")
LEVELS = {"error": "error", "warning": "warning", "info": "note"}
few = settings(derandomize=True, database=None, deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))


def written(report: Report, format_: str) -> str:
    return b"".join(WRITERS[format_].write(report)).decode()


def reported(path: Path, location: str = "agencies.csv", **how: Any) -> Report:
    return Report(classified_list(path, **how), "th", location)


@pytest.fixture(scope="module")
def sample() -> Report:
    return reported(DATA / "agencies.xlsx", "data/agencies.xlsx")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """Every hostile text in every cell, under a hostile file name."""
    path = write_list(tmp_path_factory.mktemp("hostile") / "list.csv", hostile_rows())
    return reported(path, "a,line=1::b\n%0A##[group].csv")


@pytest.fixture(params=["sample", "hostile"])
def report(request: pytest.FixtureRequest) -> Report:
    found: Report = request.getfixturevalue(request.param)
    return found


# Counts


def counts_of_github(text: str) -> dict[str, int]:
    found = re.search(r"ข้อผิดพลาด ([0-9]+) คำเตือน ([0-9]+) ข้อสังเกต ([0-9]+)", text.splitlines()[-1])
    assert found
    return dict(zip(("error", "warning", "info"), map(int, found.groups()), strict=True))


def counts_of_markdown(text: str) -> dict[str, int]:
    names = {"ข้อผิดพลาด": "error", "คำเตือน": "warning", "ข้อสังเกต": "info"}
    counts = dict.fromkeys(names.values(), 0)
    for name, count in re.findall(r"^\| SB[0-9]{3} .* \| (\S+) \| ([0-9,]+) \|$", text, re.MULTILINE):
        counts[names[name]] += int(count.replace(",", ""))
    return counts


def test_counts_agree_in_all_formats(report: Report) -> None:
    document = json.loads(written(report, "json"))
    by_contract("classify", document)
    counts = document["summary"]["findings"]
    assert min(counts.values()) > 0

    agencies = document["agencies"]
    assert [json.loads(line) for line in written(report, "jsonl").split("\n") if line] == agencies
    assert Counter(f["severity"] for agency in agencies for f in agency["findings"]) == counts

    results = json.loads(written(report, "sarif"))["runs"][0]["results"]
    assert Counter(result["level"] for result in results) == {LEVELS[s]: n for s, n in counts.items()}
    entries = json.loads(written(report, "gitlab"))
    severities = {"error": "major", "warning": "minor", "info": "info"}
    assert Counter(entry["severity"] for entry in entries) == {severities[s]: n for s, n in counts.items()}

    suites = JUnitXml.fromstring(written(report, "junit").encode())
    assert suites.tests == len(agencies)
    results_of = [[type(found).__name__ for found in case.result] for suite in suites for case in suite]
    assert sum(map(len, results_of)) == counts["error"]
    assert suites.failures == sum(1 for found in results_of if found)

    assert counts_of_github(written(report, "github")) == counts
    assert counts_of_markdown(written(report, "md")) == counts

    rows = list(csv.reader(io.StringIO(written(report, "csv").lstrip("\ufeff"))))
    assert len(rows) - 1 == len(agencies)


def test_counts_agree_with_severities_and_ignores(tmp_path: Path) -> None:
    severities = {"SB602": Severity.WARNING, "SB104": Severity.ERROR, "SB902": Severity.ERROR}
    policy = Policy(severities, {"SB201": "ทดสอบ", "SB903": "ทดสอบ"})
    report = reported(DATA / "agencies.csv", policy=policy)
    test_counts_agree_in_all_formats(report)
    results = json.loads(written(report, "sarif"))["runs"][0]["results"]
    assert {r["level"] for r in results if r["ruleId"] == "SB602"} == {"warning"}
    assert {r["level"] for r in results if r["ruleId"] == "SB902"} == {"error"}
    assert not {"SB201", "SB903"} & {r["ruleId"] for r in results}
    assert "SB201 × 6 (ทดสอบ)" in written(report, "md")
    assert json.loads(written(report, "sarif"))["runs"][0]["properties"]["ignored"] == {"SB201": 6, "SB903": 2}


# On standard output and by -o


def test_every_format_by_o_and_on_standard_output_in_one_run(tmp_path: Path) -> None:
    named = {
        "concise": "a.concise.txt",
        "github": "a.github.txt",
        "gitlab": "a.gitlab.json",
        "sarif": "a.sarif",
        "junit": "a.xml",
        "md": "a.md",
        "json": "a.json",
    }
    targets = [*named.values(), *(f"{format_}={format_}.out" for format_ in named), "sarif=b.sarif.json"]
    outputs = [word for target in targets for word in ("-o", target)]
    done = run("classify", DATA / "agencies.csv", "--format", "sarif", "-q", *outputs, cwd=tmp_path)
    assert done.returncode == 0
    assert done.stderr == ""
    for format_, name in named.items():
        assert (tmp_path / name).read_bytes() == (tmp_path / f"{format_}.out").read_bytes()
    assert (tmp_path / "a.sarif").read_text(encoding="utf-8") == done.stdout
    assert (tmp_path / "b.sarif.json").read_text(encoding="utf-8") == done.stdout
    assert not done.stdout.startswith("\ufeff")
    for format_ in ("concise", "github", "md"):
        again = run("classify", DATA / "agencies.csv", "--format", format_, "-q", cwd=tmp_path)
        assert again.stdout == (tmp_path / named[format_]).read_text(encoding="utf-8")


def test_a_file_name_may_hold_an_equals_sign(tmp_path: Path) -> None:
    done = run("classify", DATA / "agencies.csv", "-q", "-o", "./md=x.json", "-o", "md=a=b.json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert json.loads((tmp_path / "md=x.json").read_text(encoding="utf-8"))
    assert (tmp_path / "a=b.json").read_text(encoding="utf-8").startswith("## ")
    for output in ("-", "json=-"):
        refused = run("classify", DATA / "agencies.csv", "-q", "-o", output, "--lang", "en", cwd=tmp_path)
        assert (refused.returncode, refused.stdout) == (2, "")
        assert refused.stderr == f"error: -o {output}: use --format for what goes to standard output\n"
    refused = run("classify", DATA / "agencies.csv", "-q", "-o", "gitlab=", "--lang", "en", cwd=tmp_path)
    assert refused.returncode == 2
    assert "-o gitlab=: no such kind of file; use " in refused.stderr


@pytest.mark.parametrize("format_", FORMATS)
def test_a_file_name_that_is_no_text_ends_no_format(tmp_path: Path, format_: str) -> None:
    try:
        path = Path(str(tmp_path).encode().decode() + "/x\udcff.csv")
        path.write_bytes((DATA / "agencies.csv").read_bytes())
    except OSError:
        pytest.skip("this file system takes no such name")
    assert location_of(path) == "x\ufffd.csv"
    assert written(Report(classify(path), "th", location_of(path)), format_)


# Where a finding stands


def test_the_location_is_relative_to_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR", "WORKSPACE"):
        monkeypatch.delenv(variable, raising=False)
    inner = tmp_path / "ส่งออก ใหม่"
    inner.mkdir()
    path = inner / "รายชื่อ 1.csv"
    path.touch()
    monkeypatch.chdir(inner)
    assert location_of(Path("-")) == "stdin"
    assert location_of(path) == "รายชื่อ 1.csv"
    (tmp_path / ".git").mkdir()
    assert location_of(Path("รายชื่อ 1.csv")) == "ส่งออก ใหม่/รายชื่อ 1.csv"
    monkeypatch.setenv("WORKSPACE", str(inner))
    assert location_of(path) == "รายชื่อ 1.csv"
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path / "elsewhere"))
    assert location_of(path) == "รายชื่อ 1.csv", "a folder in which it does not stand says nothing of it"
    monkeypatch.setenv("CI_PROJECT_DIR", str(tmp_path))
    assert location_of(path) == "ส่งออก ใหม่/รายชื่อ 1.csv"


def test_letters_of_columns() -> None:
    assert [letters_of(n) for n in (0, 25, 26, 51, 52, 701, 702, 16383)] == re.findall(
        "[A-Z]+", "A Z AA AZ BA ZZ AAA XFD"
    )


def sarif_of(report: Report) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(written(report, "sarif"))
    assert found["version"] == "2.1.0"
    run: dict[str, Any] = found["runs"][0]
    return run


def place_of(result: dict[str, Any]) -> tuple[str, int, str | None]:
    (location,) = result["locations"]
    physical = location["physicalLocation"]
    (logical,) = location.get("logicalLocations", [{"fullyQualifiedName": None}])
    return physical["artifactLocation"]["uri"], physical["region"]["startLine"], logical["fullyQualifiedName"]


def test_in_a_csv_the_line_is_the_one_on_which_the_record_starts(tmp_path: Path) -> None:
    rows = [
        ["06480191", "อบต.หนึ่ง\nสมมติ\nจริง", "", "นครพนม", "", "a@gmail.com", "✓", "✓", "✓"],
        ["06480192", "อบต.สอง", "", "นครพนม", "", "b@gmail.com", "✓", "✓", "✓"],
    ]
    report = reported(write_list(tmp_path / "a.csv", rows))
    places = {place_of(result) for result in sarif_of(report)["results"]}
    assert places == {("agencies.csv", 2, None), ("agencies.csv", 5, None)}
    assert {entry["location"]["lines"]["begin"] for entry in json.loads(written(report, "gitlab"))} == {2, 5}
    assert set(re.findall(r"line=([0-9]+)", written(report, "github"))) == {"2", "5"}


def test_in_a_workbook_it_is_the_row_and_the_cell_as_excel_shows_them(tmp_path: Path) -> None:
    blank: list[Any] = [None, None]
    header = [*blank, *LIST_HEADER]
    agency = [*blank, "06480191", "อบต.หนึ่ง", "", "นครพนม", "", "a@gmail.com", "✓", "✗", "รอ"]
    sheets = {"แผ่น 1": sheet_xml(rows_xml([header], 4) + rows_xml([agency], 15))}
    path = write_workbook(tmp_path / "บัญชี รายชื่อ.xlsx", sheets)
    report = Report(classify(path), "th", "ส่งออก/บัญชี รายชื่อ.xlsx")
    places = {result["ruleId"]: place_of(result) for result in sarif_of(report)["results"]}
    uri = "%E0%B8%AA%E0%B9%88%E0%B8%87%E0%B8%AD%E0%B8%AD%E0%B8%81/"
    assert {place[1] for place in places.values()} == {15}
    assert all(place[0].startswith(uri) and " " not in place[0] for place in places.values())
    assert all(unquote(place[0]) == report.location for place in places.values())
    assert places["SB401"][2] == "แผ่น 1!H15"
    assert places["SB502"][2] == "แผ่น 1!J15"
    assert places["SB901"][2] == "แผ่น 1!K15"


# SARIF


def test_sarif_is_valid_by_the_schema(report: Report, tmp_path: Path) -> None:
    if not SCHEMA.is_file():
        pytest.skip("the schema is not there")
    import jsonschema

    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    checker = jsonschema.validators.validator_for(schema)
    checker.check_schema(schema)
    validator = checker(schema)
    baseline = tmp_path / "known.json"
    baseline.write_text('{"schema": "saraban-check/baseline/1", "agencies": {}}', encoding="utf-8")
    gate = read_gate(None, report.result.table, baseline=load_baseline(baseline))
    with_baseline = report._replace(judgement=judge(gate, report.result))
    for each in (report, report._replace(lang="en"), with_baseline):
        document = json.loads(written(each, "sarif"))
        errors = [f"{list(error.absolute_path)}: {error.message[:200]}" for error in validator.iter_errors(document)]
        assert not errors
    document["runs"][0]["results"][0]["level"] = "fatal"
    assert not validator.is_valid(document), "the schema looks at the results"


def test_sarif_has_what_code_scanning_needs(report: Report) -> None:
    found = json.loads(written(report, "sarif"))
    assert found["$schema"].endswith("sarif-schema-2.1.0.json")
    (one,) = found["runs"]
    assert one["columnKind"] == "unicodeCodePoints"
    driver = one["tool"]["driver"]
    assert driver["name"] == "saraban-check"
    assert re.fullmatch(r"[0-9]+\.[0-9]+\.[0-9]+", driver["semanticVersion"])
    assert [rule["id"] for rule in driver["rules"]] == [rule.code for rule in RULES]
    for rule in driver["rules"]:
        assert all(rule[part]["text"] for part in ("shortDescription", "fullDescription", "help"))
        assert re.fullmatch("[a-z0-9-]+", rule["name"])
        assert re.fullmatch(r"[a-z]+:\S+", rule["helpUri"])
        assert rule["defaultConfiguration"]["level"] in LEVELS.values()
    for result in one["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"]
        uri, line, _ = place_of(result)
        assert line >= 1
        assert not re.search(r"[^A-Za-z0-9_.~/%-]", uri)
        assert not uri.startswith("/")
        assert list(result["partialFingerprints"]) == ["sarabanCheck/v1", "primaryLocationLineHash"]
        assert len(set(result["partialFingerprints"].values())) == 1
        assert "baselineState" not in result
    prints = [result["partialFingerprints"]["sarabanCheck/v1"] for result in one["results"]]
    assert len(set(prints)) == len(prints)


def test_more_results_than_github_takes_are_all_written_and_it_is_said(
    sample: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    from saraban_check.cli.writing import append_step_summary, write_reports

    count = sum(len(agency.findings) for agency in sample.result.agencies)
    target = [(tmp_path / "a.sarif", WRITERS["sarif"])]
    for most, said in ((count, ""), (count - 1, f"SARIF มี {count:,} รายการ แต่ GitHub รับไม่เกิน {count - 1:,} ")):
        monkeypatch.setattr(sarif_report, "MOST_ON_GITHUB", most)
        write_reports(sample, target)
        told = capfd.readouterr().err  # with the file's name, in which any number may stand
        assert said in told
        assert ("GitHub" in told) == bool(said)
        append_step_summary(sample, "sarif")
        told = capfd.readouterr().err
        assert told.startswith(said)
        assert bool(told) == bool(said)
        assert len(json.loads((tmp_path / "a.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]) == count


def test_github_takes_25000_results() -> None:
    assert sarif_report.MOST_ON_GITHUB == 25_000


# Fingerprints


def prints_of(path: Path, **how: Any) -> Counter[str]:
    return Counter(located.fingerprint for located in locate(reported(path, **how)))


ROWS = [
    ["06480191", "อบต.หนึ่ง", "", "นครพนม", "", "a@gmail.com", "✓", "✓", "✓"],
    ["06480191", "อบต.หนึ่ง", "", "นครพนม", "", "a@gmail.com", "✓", "✓", "✓"],
    ["06480192", "อบต.สอง", "", "นครพนม", "", "sarabun_06480192@dla.go.th", "✓", "✗", "เต็ม"],
    ["", "อบต.สาม", "เมือง", "สกลนคร", "", "a@gmail.com", "✗", "✗", "รอ"],
    ["", "อบต.สาม", "วานรนิวาส", "สกลนคร", "", "", "✓", "✓", "✗"],
    ["", "", "", "", "", "x@gmail.com", "✓", "✓", "✓"],
    ["", "", "", "", "", "", "✓", "✗", "✗"],
    ["06480193", "อบต.สี่", "", "สกลนคร", "www.four.go.th", "saraban@five.go.th", "✓", "✓", ""],
]


@few
@given(st.permutations(ROWS))
def test_fingerprints_know_no_order(tmp_path_factory: pytest.TempPathFactory, rows: Sequence[list[str]]) -> None:
    folder = tmp_path_factory.mktemp("prints")
    known = prints_of(write_list(folder / "a.csv", ROWS))
    assert set(known.values()) == {1}
    assert prints_of(write_list(folder / "b.csv", rows)) == known


def test_fingerprints_survive_new_rows_new_columns_and_another_kind_of_file(tmp_path: Path) -> None:
    known = prints_of(write_list(tmp_path / "a.csv", ROWS))
    good = ["06480195", "อบต.ใหม่", "", "นครพนม", "", "saraban_06480195@dla.go.th", "✓", "✓", "✓"]
    assert prints_of(write_list(tmp_path / "b.csv", [good, *ROWS[:3], good, *ROWS[3:]])) >= known

    wider = [["ลำดับ", *LIST_HEADER, "หมายเหตุ"], *([str(n), *row, f"ข้อ {n}"] for n, row in enumerate(ROWS))]
    assert prints_of(write_list(tmp_path / "c.csv", wider[1:], wider[0])) == known

    sheet = sheet_xml(rows_xml([["บัญชีรายชื่อ"], *wider]))
    assert prints_of(write_workbook(tmp_path / "d.xlsx", {"ข้อมูล": sheet})) == known


def test_the_sample_has_the_same_fingerprints_as_csv_and_as_workbook() -> None:
    assert prints_of(DATA / "agencies.csv") == prints_of(DATA / "agencies.xlsx")


def test_equal_findings_are_counted_and_a_changed_value_is_another(tmp_path: Path) -> None:
    first, second = ROWS[0], [*ROWS[0][:5], "b@gmail.com", *ROWS[0][6:]]
    one = prints_of(write_list(tmp_path / "a.csv", [first]))
    two = prints_of(write_list(tmp_path / "b.csv", [first, first]))
    assert one < two
    assert {f"{found}-2" for found in one} < set(two)
    assert not prints_of(write_list(tmp_path / "c.csv", [second])).keys() & one.keys()


def test_gitlab_fingerprints_are_unique(report: Report) -> None:
    entries = json.loads(written(report, "gitlab"))
    assert len({entry["fingerprint"] for entry in entries}) == len(entries) > 50
    for entry in entries:
        assert entry["description"].startswith("SB")
        assert entry["location"]["path"] == report.location
        assert entry["location"]["lines"]["begin"] >= 1
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}


# JUnit


def test_junit_names_each_agency_and_its_province(sample: Report) -> None:
    text = written(sample, "junit")
    cases = [case for suite in JUnitXml.fromstring(text.encode()) for case in suite]
    assert len(cases) == sample.result.summary.total
    for case, agency in zip(cases, sample.result.agencies, strict=True):
        record = agency.record
        assert case.name == " ".join(p for p in (record.code or "", " ".join(record.name.split())) if p)
        assert case.classname == (record.province.name.th if record.province else "ไม่ทราบจังหวัด")
        errors = [f for f in agency.findings if f.severity is Severity.ERROR]
        assert [(r.type, r.message) for r in case.result] == [(f.code, f.message("th")) for f in errors]
        assert case.system_out.splitlines()[0].startswith(f"{record.row}: ")


def test_junit_is_xml_whatever_the_cells_hold(hostile: Report) -> None:
    text = written(hostile, "junit")
    root = ET.fromstring(text)
    assert not re.search(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    for suite in root:
        cases = suite.findall("testcase")
        assert int(suite.get("tests", "")) == len(cases) > 0
        assert int(suite.get("failures", "")) == sum(1 for case in cases if case.find("failure") is not None)
    assert {child.tag for case in root.iter("testcase") for child in case} == {"failure", "system-out"}


def test_junit_has_a_suite_with_the_reasons_of_the_gate(sample: Report) -> None:
    reasons = (Text("เหตุ <1>", "reason <1>"), Text("เหตุ 2", "reason 2"))
    suites = JUnitXml.fromstring(written(sample._replace(judgement=Judgement(reasons)), "junit").encode())
    agencies, gate = suites
    assert [case.name for case in gate] == ["เหตุ <1>", "เหตุ 2"]
    assert (gate.tests, gate.failures) == (2, 2)
    assert suites.tests == agencies.tests + 2
    assert suites.failures == agencies.failures + 2


# GitHub

COMMAND = re.compile(r"::(error|warning|notice) ?([^:]*)::(.*)")
"""As the runner reads it: the command, up to the first space its name, up to the next `::` its properties."""


def decoded(line: str) -> tuple[str, dict[str, str], str]:
    """A workflow command as the runner understands it."""
    found = COMMAND.fullmatch(line)
    assert found, line
    properties = {}
    for given_ in filter(None, found[2].split(",")):
        name, _, value = given_.partition("=")
        for code, char in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
            value = value.replace(code, char)
        properties[name] = value
    message = found[3].replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
    return found[1], properties, message


def lines_of(text: str) -> list[str]:
    """As the runner's reader splits them."""
    *lines, rest = re.split("\r\n|\r|\n", text)
    assert rest == ""
    return lines


def many(path: Path, count: int) -> Report:
    """So many errors, warnings and notes: free mail, nothing known of delivery, and a capital letter."""
    rows = [
        [f"0648{n:04}", f"อบต.ที่ {n}", "", "นครพนม", "", f"Saraban_0648{n:04}@dla.go.th", "✓", "✗", ""]
        for n in range(count)
    ]
    return reported(write_list(path / "many.csv", rows))


def test_github_shows_ten_of_each_level_and_the_last_says_how_many_more(tmp_path: Path) -> None:
    report = many(tmp_path, 3000)
    counts = {severity.value: report.result.summary.findings_of(severity) for severity in Severity}
    assert min(counts.values()) >= 3000
    lines = lines_of(written(report, "github"))
    commands = [decoded(line) for line in lines[:-1]]
    assert counts_of_github("\n".join(lines)) == counts
    by_level = Counter(command for command, _, _ in commands)
    assert set(by_level) == {"error", "warning", "notice"}
    assert max(by_level.values()) <= 10
    for severity, level in (("error", "error"), ("warning", "warning"), ("info", "notice")):
        said = [message for command, _, message in commands if command == level]
        more = [re.search(r"และอีก ([0-9,]+) ", message) for message in said]
        assert more[-1]
        assert len(said) + sum(int(m[1].replace(",", "")) for m in more if m) == counts[severity]


def with_findings(report: Report, codes: Sequence[str], each: int) -> Report:
    """A report whose first agency has findings of many rules."""
    rules = [rule for rule in RULES if rule.code in codes]
    agency = report.result.agencies[0]
    first = agency.findings[0]
    found = tuple(first._replace(rule=rule._replace(message=first.rule.message)) for rule in rules for _ in range(each))
    return report._replace(result=replace(report.result, agencies=(agency._replace(findings=found),)))


@pytest.mark.parametrize("reasons", [0, 1, 9, 10, 12, 40])
@pytest.mark.parametrize("rules", [1, 9, 10, 11, 20])
@pytest.mark.parametrize("each", [1, 7])
def test_github_shows_never_more_than_ten_whatever_is_found(
    hostile: Report, reasons: int, rules: int, each: int
) -> None:
    codes = [rule.code for rule in RULES if rule.severity is Severity.ERROR][:rules]
    report = with_findings(hostile, codes, each)
    said = tuple(Text(f"เหตุ {n}", f"reason {n}") for n in range(reasons))
    report = report._replace(judgement=Judgement(said) if reasons else None)
    commands = [decoded(line) for line in lines_of(written(report, "github"))[:-1]]
    assert all(command == "error" for command, _, _ in commands)
    assert len(commands) <= 10
    assert all(any(f"เหตุ {n}" in message.split("\n") for _, _, message in commands) for n in range(reasons))
    found = [message for _, properties, message in commands if "ไม่ผ่าน" not in properties.get("title", "")]
    more = sum(int(m[1].replace(",", "")) for text in found if (m := re.search("และอีก ([0-9,]+) ", text)))
    of_rules = sum(1 for text in found if "step summary" not in text)
    assert of_rules + more == rules * each


def test_github_commands_say_what_was_meant_and_nothing_else(report: Report) -> None:
    *lines, last = lines_of(written(report, "github"))
    assert last.startswith("saraban-check: ")
    messages = {f.message("th") for agency in report.result.agencies for f in agency.findings}
    for line in lines:
        _, properties, message = decoded(line)
        if properties:
            assert set(properties) == {"file", "line", "title"}
            assert properties["file"] == report.location
            assert properties["line"].isdecimal()
            assert properties["title"].startswith("SB")
            text = re.sub(r" \(และอีก [0-9,]+ แห่งด้วยเหตุผล SB[0-9]+\)$", "", message)
            assert any(text.endswith(f": {found}") for found in messages)


@few
@given(st.lists(st.sampled_from(["::", "%", "0A", "\r", "\n", ",", ":", "=", "ก", "%25", "\u2028", "##["]), max_size=9))
def test_any_text_comes_back_from_a_command(parts: list[str]) -> None:
    from saraban_check.machine.github import _command
    from saraban_check.report.escape import for_page

    text = "".join(parts)
    line = _command("error", {"file": text, "title": text}, text)
    assert line.endswith("\n")
    seen = for_page(text)  # control characters as pictures: it goes to a log
    assert decoded(line[:-1]) == ("error", {"file": seen, "title": seen}, seen)


@pytest.mark.parametrize(
    "args", [(), ("--by", "rule"), ("--format", "md"), ("--format", "github"), ("--format", "concise")], ids=str
)
def test_no_cell_begins_a_workflow_command_on_standard_output(tmp_path: Path, args: tuple[str, ...]) -> None:
    path = write_list(tmp_path / "list.csv", hostile_rows())
    baseline = tmp_path / "known.json"
    baseline.write_text(
        json.dumps(
            {
                "schema": "saraban-check/baseline/1",
                "agencies": {t: {"name": t, "groups": {t: 1}, "findings": {t: 1}} for t in HOSTILE_TEXTS},
            }
        ),
        encoding="utf-8",
    )
    toml = (
        "ignore = "
        "["
        + ", ".join(
            f"{{ rule = {json.dumps(rule.code)}, reason = {json.dumps(text)} }}"
            for rule, text in zip(RULES[:12], HOSTILE_TEXTS, strict=False)
        )
        + "]"
    )
    (tmp_path / "saraban-check.toml").write_text(toml.replace("\\u007f", ""), encoding="utf-8")
    done = run(
        "classify",
        path,
        *args,
        "--limit=99",
        f"--baseline={baseline}",
        "--fail-on=error",
        env={"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md")},
        cwd=tmp_path,
    )
    assert done.returncode == 1, done.stderr
    ours = re.compile(r"::(error|warning|notice) (file=list\.csv,line=|title=saraban-check )")
    for line in re.split("[\r\n\u2028\u2029\x85\x0b\x0c]", done.stdout + done.stderr):
        if args[-1:] == ("github",) and ours.match(line):
            continue
        assert not line.lstrip().startswith("::"), line
        assert "##[" not in line
    assert "\x1b" not in done.stderr


def test_the_step_summary_is_appended_for_github_alone(tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("# ก่อนหน้า\n", encoding="utf-8")
    env = {"GITHUB_STEP_SUMMARY": str(summary), "GITHUB_ACTIONS": "true"}
    for format_ in ("md", "json", "screen"):
        run("classify", DATA / "agencies.csv", "--format", format_, "-o", tmp_path / "x.md", "-q", env=env)
        assert summary.read_text(encoding="utf-8") == "# ก่อนหน้า\n"
    done = run("classify", DATA / "agencies.csv", "--format", "github", "-q", env=env)
    assert done.returncode == 0
    text = summary.read_text(encoding="utf-8")
    assert text == "# ก่อนหน้า\n" + (tmp_path / "x.md").read_text(encoding="utf-8")
    broken = run("classify", DATA / "agencies.csv", "--format", "github", "-q", env={"GITHUB_STEP_SUMMARY": "/no/such"})
    assert (broken.returncode, broken.stdout) == (0, done.stdout)
    assert "step summary" in broken.stderr


def test_the_step_summary_of_a_whole_country_of_bad_rows_is_small_enough(tmp_path: Path) -> None:
    awkward = "<\u202e&" * 101
    worst = [awkward, awkward, "นครพนม", awkward, awkward, awkward, awkward, awkward]
    bad = ["ก", "", "", "", "a@gmail.com", "✗", "✗", "✗"]
    rows = [[f"0648{n:04}", *(worst if n < 60 else bad)] for n in range(7842)]
    report = reported(write_list(tmp_path / "a.csv", rows))
    size = len(written(report, "md").encode())
    assert 50_000 < size <= 1 << 20


# Concise

MATCHERS = json.loads((ROOT / "docs" / "problem-matcher.json").read_text(encoding="utf-8"))["problemMatcher"]


def problems(text: str) -> list[dict[str, str]]:
    """The lines as the problem matchers of `docs/` read them, each by one of them alone; the verdict by none."""
    *lines, verdict = lines_of(text)
    found = []
    for line in lines:
        fitting = [
            {"severity": matcher.get("severity", "error")}
            | {name: match[group] for name, group in pattern.items() if name != "regexp"}
            for matcher in MATCHERS
            for pattern in matcher["pattern"]
            if (match := re.search(pattern["regexp"], line))
        ]
        assert len(fitting) == 1, line
        found += fitting
    assert not any(re.search(matcher["pattern"][0]["regexp"], verdict) for matcher in MATCHERS)
    return found


def test_a_line_is_the_path_the_row_the_rule_the_severity_and_the_message(tmp_path: Path) -> None:
    rows = [
        ["06480191", "อบต.หนึ่ง\nสมมติ", "", "นครพนม", "", "a@gmail.com", "✓", "✓", "✓"],
        ["06480192", "อบต.สอง", "", "นครพนม", "", "saraban_06480192@dla.go.th", "✓", "✓", "✓"],
        ["06480193", "อบต.สาม", "", "นครพนม", "", "saraban_06480193@dla.go.th", "✓", "✗", "✓"],
    ]
    write_list(tmp_path / "a.csv", rows)
    done = run("classify", "a.csv", "--format", "concise", "--lang", "en", cwd=tmp_path)
    said = done.stdout.splitlines()
    assert [line.partition(": 0648")[0] for line in said] == [
        *("a.csv:2: SB201 error", "a.csv:2: SB401 error", "a.csv:5: SB502 error"),
        "saraban-check: passed: --fail-on was not given (errors and warnings: 3)",
    ]
    assert said[1].startswith("a.csv:2: SB401 error: 06480191 อบต.หนึ่ง สมมติ: @gmail.com is free private mail")
    done = run("classify", "a.csv", "--format", "concise", "-q", "--fail-on", "SB401,D", "--lang", "en", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert [line.partition(": 0648")[0] for line in done.stdout.splitlines()] == [
        *("a.csv:2: SB401 error", "a.csv:5: D1 error"),
        "saraban-check: failed: --fail-on SB401: found 1 · --fail-on D1: found 1",
    ]
    assert done.stdout.splitlines()[1].endswith(": 06480193 อบต.สาม: group D1 (SB502)")


@pytest.mark.parametrize("is_repository", [True, False])
def test_the_path_is_the_one_that_was_given(tmp_path: Path, is_repository: bool) -> None:
    """As compilers have it: an editor follows it from where the command was started. SARIF names the repository's."""
    (tmp_path / "exports" / "notices").mkdir(parents=True)
    (tmp_path / "here").mkdir()
    if is_repository:
        (tmp_path / ".git").mkdir()
    write_list(tmp_path / "exports" / "a.csv", ROWS[:1])
    (tmp_path / "exports" / "notices" / "b.txt").write_text("ประกาศ", encoding="utf-8")
    for folder in ("../exports", str(tmp_path / "exports")):
        listed = ("classify", f"{folder}/a.csv", "-o", "sarif=a.sarif")
        for asked, file in ((listed, "a.csv"), (("notice", f"{folder}/notices"), "notices/b.txt")):
            done = run(*asked, "--no-registry", "--format", "concise", cwd=tmp_path / "here")
            assert {one["file"] for one in problems(done.stdout)} == {f"{folder}/{file}"}
        sarif = json.loads((tmp_path / "here" / "a.sarif").read_text(encoding="utf-8"))
        places = {place_of(result)[0] for result in sarif["runs"][0]["results"]}
        assert places == {"exports/a.csv" if is_repository else "a.csv"}
    piped = run("classify", "-", "--format", "concise", stdin=(tmp_path / "exports" / "a.csv").read_bytes())
    assert {one["file"] for one in problems(piped.stdout)} == {"stdin"}


def test_no_cell_makes_a_problem_of_another_file_or_severity(tmp_path: Path) -> None:
    """What looks like a line of ours within one is read as its message, by each of the matchers."""
    forged = [f"x.csv:9: SB401 {severity}: y" for severity in ("error", "warning", "info")]
    rest = ["", "นครพนม", "", "Saraban_06480115@DLA.go.th", "✓", "✗", ""]
    rows = [[f"0648019{number}", text, *rest] for number, text in enumerate(forged)]
    report = reported(write_list(tmp_path / "a.csv", rows), "a.csv")
    judgement = Judgement(conditions=("error", "warning", *(rule.code for rule in RULES)))
    found = problems(written(report._replace(judgement=judgement), "concise"))
    assert {one["file"] for one in found} == {"a.csv"}
    assert {one["severity"] for one in found} >= {"error", "notice"}
    assert {one["line"] for one in found} == {"2", "3", "4"}


def test_of_a_workbook_the_row_is_the_one_that_excel_shows(sample: Report) -> None:
    rows = {str(agency.record.row) for agency in sample.result.agencies if agency.findings}
    found = problems(written(sample, "concise"))
    assert {one["file"] for one in found} == {"data/agencies.xlsx"}
    assert {one["line"] for one in found} <= rows


def test_without_a_gate_the_errors_and_warnings_are_the_lines(report: Report) -> None:
    counts = Counter(f.severity.value for agency in report.result.agencies for f in agency.findings)
    found = problems(written(report, "concise"))
    assert Counter(one["severity"] for one in found) == {name: counts[name] for name in ("error", "warning")}
    assert found[0]["message"].startswith(next(iter(locate(report))).whose[:8])


def test_a_note_is_a_line_where_the_gate_counts_it(sample: Report) -> None:
    gate = read_gate("SB104", sample.result.table)
    found = problems(written(sample._replace(judgement=judge(gate, sample.result)), "concise"))
    assert len(found) == sample.result.summary.rules["SB104"] > 0
    assert {(one["code"], one["severity"]) for one in found} == {("SB104", "notice")}


def test_with_a_baseline_the_lines_are_what_is_new(tmp_path: Path) -> None:
    write_list(tmp_path / "a.csv", ROWS[:3])
    with_baseline = ("classify", "a.csv", "--format", "concise", "--lang", "en", "--baseline", "known.json")
    passed = run(*with_baseline, "--update-baseline", cwd=tmp_path)
    said = re.fullmatch(
        r"saraban-check: passed: nothing new of error, warning \(known by the baseline: ([0-9]+)\)\n", passed.stdout
    )
    assert said
    assert int(said[1]) >= 6
    write_list(tmp_path / "a.csv", [ROWS[5], *ROWS[:3], ROWS[7]])
    failed = run(*with_baseline, cwd=tmp_path)
    assert failed.returncode == 1
    assert {one["line"] for one in problems(failed.stdout)} == {"2", "6"}
    counted = [int(n) for n in re.findall("--fail-on (?:error|warning): ([0-9]+) not", lines_of(failed.stdout)[-1])]
    assert sum(counted) == len(problems(failed.stdout))
    grouped = run(*with_baseline, "--fail-on", "B", cwd=tmp_path)
    assert {one["line"] for one in problems(grouped.stdout)} == {"2"}, "a known one counts neither for its group"


def test_an_undetermined_agency_says_what_it_may_be(tmp_path: Path) -> None:
    write_list(
        tmp_path / "a.csv", [["06480192", "อบต.สอง", "", "นครพนม", "", "saraban_06480192@dla.go.th", "✓", "✓", ""]]
    )
    done = run("classify", "a.csv", "--format", "concise", "--fail-on", "undetermined", "--lang", "en", cwd=tmp_path)
    line, verdict = done.stdout.splitlines()
    assert line.startswith("a.csv:2: undetermined error: 06480192 อบต.สอง: undetermined: A1 or ")
    assert verdict == "saraban-check: failed: --fail-on undetermined: found 1"


@pytest.mark.parametrize("args", [("--expect-rows", "9"), ("--max-follow-up", "0")], ids=" ".join)
def test_a_limit_that_is_not_kept_is_the_verdict(tmp_path: Path, args: tuple[str, ...]) -> None:
    write_list(tmp_path / "a.csv", ROWS[:3])
    done = run("classify", "a.csv", "--format", "concise", *args, "--lang", "en", cwd=tmp_path)
    assert done.returncode == 1
    assert lines_of(done.stdout)[-1].startswith(f"saraban-check: failed: {args[0]} {args[1]}: ")
    assert problems(done.stdout), "errors and warnings, as no condition was given"


def test_each_finding_is_one_whole_line_that_nothing_obeys(hostile: Report) -> None:
    """The same for every reader of lines, and on every machine: not only where the log is known to be GitHub's."""
    text = written(hostile, "concise")
    lines = text.split("\n")[:-1]
    assert text.splitlines() == lines
    counted = [
        *(f.message("th") for agency in hostile.result.agencies for f in agency.findings if f.severity.value != "info"),
    ]
    assert len(lines) == len(counted) + 1
    for line, message in zip(lines, counted, strict=False):
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", line)
        assert "##[" not in line
        assert len(line) > len(message), "never shortened"
    named = hostile._replace(location=" ::error file=a::b")
    assert all(not line.lstrip().startswith("::") for line in written(named, "concise").splitlines())


def test_the_same_list_gives_the_same_bytes_on_a_runner_and_at_home(
    hostile: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    at_home = written(hostile, "concise")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert written(hostile, "concise") == at_home


# Markdown


def test_markdown_says_how_much_is_left_out(tmp_path: Path) -> None:
    text = written(many(tmp_path, 80), "md")
    assert "แสดง 50 จาก 80" in text
    assert len(re.findall(r"^\| [0-9]+ \| ", text, re.MULTILINE)) == 50


def test_markdown_holds_each_table_together(report: Report) -> None:
    blocks = [block.splitlines() for block in written(report, "md").split("\n\n") if block.startswith("|")]
    assert len(blocks) >= 3
    for head, *rows in blocks:
        bars = [re.findall(r"(?<!\\)\|", row) for row in (head, *rows)]
        assert len({len(found) for found in bars}) == 1, head


def test_markdown_groups_agree_with_the_summary(report: Report) -> None:
    summary = report.result.summary
    text = written(report, "md")
    for group, count in summary.groups.items():
        assert f"| {group} | {count:,} |\n" in text
    assert f"\nหน่วยงาน {summary.total:,} แห่ง · ต้องดำเนินการเพิ่มเติม {summary.follow_up:,} · " in text

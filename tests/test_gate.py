"""The gate: what a list fails for, what its baseline knows, and that the order of the rows changes nothing of it."""

import json
import os
import random
import re
import subprocess
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.contract import by_contract
from tests.support import COMMAND, LIST_HEADER, environment, run, write_list

from saraban_check.checks.classification import Classification
from saraban_check.checks.classify import classify
from saraban_check.formats import Result, writers_of
from saraban_check.gating.baseline import Baseline, baseline_of, load_baseline, render_baseline
from saraban_check.gating.gate import Judgement, judge, read_gate, read_gate_share
from saraban_check.model.errors import InputError, RequestError
from saraban_check.report.run import Report

WRITERS = writers_of(Result.CLASSIFY)

few = settings(derandomize=True, database=None, deadline=None, max_examples=12, suppress_health_check=list(HealthCheck))

GOOD = ["06480199", "อบต.ดี", "", "นครพนม", "", "saraban_06480199@dla.go.th", "✓", "✓", "✓"]
FREE = ["06480191", "อบต.หนึ่ง", "", "นครพนม", "", "a@gmail.com", "✓", "✓", "✓"]
FULL = ["06480192", "อบต.สอง", "", "นครพนม", "", "sarabun_06480192@dla.go.th", "✓", "✗", "เต็ม"]
NAMED = ["", "อบต.สาม", "วานรนิวาส", "สกลนคร", "", "saraban@three.net", "✗", "✗", "✗"]
UNKNOWN = ["06480193", "อบต.สี่", "", "นครพนม", "", "saraban_06480193@dla.go.th", "✓", "✓", ""]
OUTSIDE = ["06480194", "อบต.ห้า", "", "นครพนม", "", "saraban_06480194@dla.go.th", "✓", "✓", "✗"]
NAMELESS = ["", "", "", "", "", "b@gmail.com", "✓", "✓", "✓"]
NOTHING = ["", "", "", "", "", "", "✓", "✓", "✗"]
ROWS = [FREE, [*FREE[:1], "องค์การบริหารส่วนตำบลหนึ่ง", *FREE[2:]], FULL, NAMED, UNKNOWN, OUTSIDE, NAMELESS, NOTHING, GOOD]
"""One agency twice under two names, one known by its name alone, two of which nothing is known."""


def of(folder: Path, rows: Sequence[Sequence[str]], header: Sequence[str] = LIST_HEADER) -> Classification:
    return classify(write_list(folder / "list.csv", rows, header))


def known(result: Classification) -> Baseline:
    return baseline_of(result.agencies)


def asked(result: Classification, fail_on: str | None = None, **how: Any) -> Judgement:
    return judge(read_gate(fail_on, result.table, **how), result)


def said(judgement: Judgement) -> list[str]:
    return [reason.say("en") for reason in judgement.reasons]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_list(tmp_path / "list.csv", ROWS)
    return tmp_path


def formats_of(folder: Path) -> dict[str, str]:
    """The list against `known.json` in every format of text."""
    result = classify(folder / "list.csv")
    judgement = asked(result, baseline=load_baseline(folder / "known.json"))
    report = Report(result, "en", "list.csv", judgement)
    return {name: b"".join(writer.write(report)).decode() for name, writer in WRITERS.items() if writer.is_text}


def gate(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return run("classify", "list.csv", "--lang", "en", "-q", *args, cwd=folder)


# The baseline: what is known passes, what is new fails


def test_what_is_known_passes_whatever_is_asked(tmp_path: Path) -> None:
    result = of(tmp_path, ROWS)
    baseline = known(result)
    for fail_on in (None, "error,warning", "B,C,D,E,W,outside,undetermined", "SB401,SB902"):
        assert said(asked(result, fail_on, baseline=baseline)) == []
        assert said(asked(result, fail_on or "error")) != []
    standing = asked(result, baseline=baseline).standing
    assert standing is not None
    assert standing.new == {}
    assert standing.fixed == ()
    assert standing.known == sum(len(agency.findings) for agency in result.agencies)


@few
@given(st.permutations(ROWS), st.integers(0, 9), st.booleans())
def test_sorting_inserting_and_further_columns_make_nothing_new(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]], place: int, wider: bool
) -> None:
    folder = tmp_path_factory.mktemp("gate")
    baseline = known(of(folder, ROWS))
    header = list(LIST_HEADER)
    rows = [
        *rows[:place],
        [f"0648018{place}", "อบต.ใหม่", "", "", "", f"saraban_0648018{place}@dla.go.th", *"✓✓✓"],
        *rows[place:],
    ]
    if wider:
        header, rows = ["ลำดับ", *header, "หมายเหตุ"], [[str(n), *row, f"ข้อ {n}"] for n, row in enumerate(rows)]
    result = of(folder, rows, header)
    judgement = asked(result, "error,warning,B,C,D,E,W,outside,undetermined", baseline=baseline)
    assert said(judgement) == []
    assert judgement.standing is not None
    assert judgement.standing.new == {}
    assert judgement.standing.fixed == ()
    assert render_baseline(known(result)) == render_baseline(baseline)


@pytest.mark.parametrize(
    ("new", "fail_on", "reasons"),
    [
        (["06480181", "อบต.ใหม่", "", "นครพนม", "", "x@gmail.com", "✓", "✓", "✓"], None, ["error: 2 not in"]),
        (["06480181", "อบต.ใหม่", "", "นครพนม", "", "x@gmail.com", "✓", "✓", "✓"], "SB401", ["SB401: 1 not in"]),
        (["06480181", "อบต.ใหม่", "", "นครพนม", "", "x@gmail.com", "✓", "✓", "✓"], "B1", ["B1: 1 not in"]),
        (["06480181", "อบต.ใหม่", "", "นครพนม", "", "x@gmail.com", "✓", "✓", "✓"], "D", []),
        (
            ["06480181", "อบต.ใหม่", "", "นครพนม", "", "saraban_06480181@dla.go.th", "✓", "✓", ""],
            "undetermined",
            ["und"],
        ),
        (
            ["06480181", "อบต.ใหม่", "", "นครพนม", "", "saraban_06480181@dla.go.th", "✓", "✓", "✗"],
            "outside",
            ["outside: 1"],
        ),
        (FREE, "SB401", ["SB401: 1 not in"]),
        (FREE, "B", ["B1: 1 not in"]),
        (NAMELESS, "SB401", ["SB401: 1 not in"]),
        (GOOD, None, ["warning: 2 not in"]),
    ],
)
def test_what_is_new_fails_with_its_count(
    tmp_path: Path, new: list[str], fail_on: str | None, reasons: list[str]
) -> None:
    baseline = known(of(tmp_path, ROWS))
    found = said(asked(of(tmp_path, [*ROWS[:4], new, *ROWS[4:]]), fail_on, baseline=baseline))
    assert len(found) == len(reasons) or fail_on is None
    for wanted in reasons:
        assert any(wanted in text and "the baseline" in text for text in found), found


def test_a_known_agency_with_another_problem_is_new_in_that_alone(tmp_path: Path) -> None:
    baseline = known(of(tmp_path, ROWS))
    worse = [*FREE[:8], "เต็ม"]
    result = of(tmp_path, [worse, *ROWS[1:]])
    judgement = asked(result, baseline=baseline)
    assert judgement.standing is not None
    assert [result.by_row[row].findings[p].code for row, ps in judgement.standing.new.items() for p in ps] == ["SB601"]
    assert said(judgement) == ["--fail-on error: 1 not in the baseline"]
    assert said(asked(result, "SB401", baseline=baseline)) == []
    assert said(asked(result, "B2", baseline=baseline)) == ["--fail-on B2: 1 not in the baseline"]
    assert said(asked(result, "B1", baseline=baseline)) == [], "one agency was known in B1 twice, and is there once"


BAD = "c@gmail.com", "✓", "✓", "✓"
HAT_YAI, RANOT = "หาดใหญ่", "ระโนด"


def _agency(code: str, name: str = "อบต.ท่าข้าม", amphoe: str = "", province: str = "สงขลา") -> list[str]:
    return [code, name, amphoe, province, "", *BAD]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (_agency(""), _agency("06900115")),
        (_agency("06900115"), _agency("")),
        (_agency("069001155"), _agency("06900115")),
        (_agency("06900116"), _agency("06900115")),
        (_agency("06900215", amphoe=HAT_YAI), _agency("06900115", amphoe="อ.หาดใหญ่")),
        (_agency("", amphoe=HAT_YAI), _agency("06900115")),
        (_agency(""), _agency("", amphoe=HAT_YAI)),
        (_agency("", "องค์การบริหารส่วนตำบล ท่าข้าม"), _agency("06900115")),
        (_agency("06900115", "อบต.ชื่อเดิม"), _agency("06900115", "อบต.ชื่อใหม่")),
    ],
)
def test_an_agency_is_known_again_as_compare_knows_it(tmp_path: Path, before: list[str], after: list[str]) -> None:
    unread = int(before[0] == "069001155")  # its code was not understood: that is mended
    (tmp_path / "known.json").write_text(render_baseline(known(of(tmp_path, [before, GOOD]))), encoding="utf-8")
    standing = asked(of(tmp_path, [GOOD, after]), baseline=load_baseline(tmp_path / "known.json")).standing
    assert standing is not None
    assert standing.problem_count == 0
    assert [(fixed.code, fixed.listed) for fixed in standing.fixed] == [("SB901", True)] * unread


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([_agency("", amphoe=HAT_YAI)], [_agency("06900115", amphoe=RANOT)]),
        ([_agency("06900115")], [_agency("06900215")]),
        ([_agency("06900115", amphoe=HAT_YAI)], [_agency("06900116", amphoe=RANOT)]),
        ([_agency("")], [_agency("06900115"), _agency("06900215")]),
        ([_agency(""), _agency("")], [_agency("06900115")]),
        ([_agency("")], [_agency("06900115", "อบต.ท่าขาม")]),
        ([_agency("")], [_agency("", "ทต.ท่าข้าม")]),
        ([_agency("")], [_agency("", province="ปัตตานี")]),
        ([_agency("", province="")], [_agency("06900115")]),
    ],
)
def test_what_could_be_two_agencies_is_not_known_again(
    tmp_path: Path, before: list[list[str]], after: list[list[str]]
) -> None:
    standing = asked(of(tmp_path, after), baseline=known(of(tmp_path, before))).standing
    assert standing is not None
    assert standing.known == 0
    assert not any(fixed.listed for fixed in standing.fixed)


CODED, UNCODED = _agency("06900115"), _agency("")


def test_an_agency_with_a_clean_namesake_is_not_known_again_by_its_name(tmp_path: Path) -> None:
    """The clean one, whose code is known, is no part of the baseline; its new problems are not the other's old ones."""
    clean = [*CODED[:5], "saraban_06900115@dla.go.th", *CODED[6:]]
    (tmp_path / "known.json").write_text(render_baseline(known(of(tmp_path, [clean, UNCODED]))), encoding="utf-8")
    standing = asked(of(tmp_path, [CODED]), baseline=load_baseline(tmp_path / "known.json")).standing
    assert standing is not None
    assert standing.known == 0
    assert standing.problem_count > 0


def test_what_is_fixed_is_reported_for_agencies_still_there_and_gone(folder: Path) -> None:
    assert gate(folder, "--baseline", "known.json", "--update-baseline").returncode == 0
    mended = [*FREE[:5], "saraban_06480191@dla.go.th", *FREE[6:]]
    write_list(folder / "list.csv", [mended, mended, *ROWS[3:]])
    done = run("classify", "list.csv", "--lang", "en", "--baseline", "known.json", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert re.search(r"against the baseline: 0 new problems · [0-9]+ known · [0-9]+ fixed", done.stderr)
    assert re.search(r"fixed: \S+หนึ่ง SB401 × 2\n", done.stderr)
    assert "  fixed: อบต.สอง SB202 (no longer in the list)\n" in done.stderr
    document = json.loads(gate(folder, "--baseline", "known.json", "--format", "json").stdout)
    fixed = document["gate"]["baseline"]["fixed"]
    assert {"agency": "06480191", "code": "SB401", "times": 2, "listed": True} in fixed
    assert {"agency": "06480192", "code": "SB202", "times": 1, "listed": False} in fixed
    assert document["gate"]["passed"] is True


# The file


def test_update_writes_it_sorted_an_agency_a_line_and_always_the_same(folder: Path) -> None:
    assert gate(folder, "--baseline", "known.json", "--update-baseline", "--fail-on", "error").returncode == 0
    first = (folder / "known.json").read_bytes()
    lines = first.decode().splitlines()
    assert lines[:3] == ["{", '  "schema": "saraban-check/baseline/1",', '  "agencies": {']
    keys = [json.loads("{" + line.strip().rstrip(",") + "}") for line in lines[3:-2]]
    assert next(iter(keys[0].values())).keys() == {"name", "groups", "findings"}
    names = [next(iter(key)) for key in keys]
    assert names == sorted(names)
    assert names == ["06480191", "06480192", "06480193", "06480194", "@", "@b@gmail.com", "sao/สาม/47/วานรนิวาส"]

    assert gate(folder, "--baseline", "known.json", "--fail-on", "error").returncode == 0
    assert gate(folder, "--baseline", "known.json", "--update-baseline").returncode == 0
    assert (folder / "known.json").read_bytes() == first
    shuffled = list(ROWS)
    random.Random(3).shuffle(shuffled)
    write_list(folder / "list.csv", shuffled)
    assert gate(folder, "--baseline", "other.json", "--update-baseline").returncode == 0
    assert (folder / "other.json").read_bytes() == first
    assert not list(folder.glob(".saraban-check-*"))


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    baseline = known(of(tmp_path, ROWS))
    (tmp_path / "known.json").write_text(render_baseline(baseline), encoding="utf-8")
    assert load_baseline(tmp_path / "known.json") == baseline
    (tmp_path / "empty.json").write_text("\ufeff" + render_baseline({}), encoding="utf-8")
    assert load_baseline(tmp_path / "empty.json") == {}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "it is not JSON"),
        ("<<<<<<< HEAD\n{}", "it is not JSON"),
        ("[" * 100_000, "it is not JSON"),
        ('{"agencies": ' + "1" * 5000 + "}", "it is not JSON"),
        ("[]", "its schema is not known"),
        ("{}", "its schema is not known"),
        ('{"schema": "saraban-check/baseline/2", "agencies": {}}', "its schema is not known"),
        ('{"schema": "saraban-check/baseline/1"}', "its schema is not known"),
        ('{"schema": "saraban-check/baseline/1", "agencies": []}', "its schema is not known"),
        ("E:null", "its entry “06480191” is malformed"),
        ("E:{}", "is malformed"),
        ('E:{"name": 1, "groups": {}, "findings": {}}', "is malformed"),
        ('E:{"name": "", "groups": [], "findings": {}}', "is malformed"),
        ('E:{"name": "", "groups": {}, "findings": {"SB401": -1}}', "is malformed"),
        ('E:{"name": "", "groups": {}, "findings": {"SB401": 0}}', "is malformed"),
        ('E:{"name": "", "groups": {}, "findings": {"SB401": true}}', "is malformed"),
        ('E:{"name": "", "groups": {}, "findings": {"SB401": 1.5}}', "is malformed"),
        ('E:{"name": "", "groups": {}, "findings": {"SB401": NaN}}', "is malformed"),
        ('E:{"name": "", "groups": {"B1": "1"}, "findings": {}}', "is malformed"),
    ],
    ids=range(19),
)
def test_a_file_that_is_no_baseline_is_refused(tmp_path: Path, content: str, says: str) -> None:
    if content.startswith("E:"):
        content = '{"schema": "saraban-check/baseline/1", "agencies": {"06480191": ' + content[2:] + "}}"
    path = tmp_path / "known.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_baseline(path)
    assert caught.value.say("en").startswith("known.json: not a baseline of saraban-check")
    assert says in caught.value.say("en")


def test_a_damaged_baseline_is_never_written_over_and_the_way_out_is_said(folder: Path) -> None:
    (folder / "known.json").write_text("{", encoding="utf-8")
    for more in ((), ("--update-baseline",)):
        done = gate(folder, "--baseline", "known.json", *more)
        assert (done.returncode, done.stdout) == (2, "")
        assert "delete it and use --update-baseline" in done.stderr
        assert (folder / "known.json").read_text(encoding="utf-8") == "{"
    (folder / "known.json").unlink()
    assert gate(folder, "--baseline", "known.json", "--update-baseline").returncode == 0


def test_a_missing_baseline_is_refused_unless_it_is_to_be_made(folder: Path) -> None:
    done = gate(folder, "--baseline", "known.json")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "error: --baseline known.json: there is no such file; check its name and folder\n"
    done = gate(folder, "--update-baseline")
    assert done.returncode == 2
    assert "--update-baseline needs the file's name: --baseline FILE" in done.stderr
    (folder / "bytes.json").write_bytes(b"\xff\xfe\x00")
    assert gate(folder, "--baseline", "bytes.json").returncode == 2
    assert gate(folder, "--baseline", ".").returncode == 2


def test_the_baseline_is_never_written_over_the_list_nor_a_report_over_the_baseline(folder: Path) -> None:
    before = (folder / "list.csv").read_bytes()
    done = gate(folder, "--baseline", "list.csv", "--update-baseline")
    assert done.returncode == 2
    assert "--baseline list.csv: this is the input, which is never written over" in done.stderr
    assert (folder / "list.csv").read_bytes() == before
    gate(folder, "--baseline", "known.json", "--update-baseline")
    before = (folder / "known.json").read_bytes()
    for more, says in (((), "never written over"), (("--update-baseline",), "the same file was named twice")):
        done = gate(folder, "--baseline", "known.json", "-o", "./known.json", *more)
        assert done.returncode == 2
        assert says in done.stderr
        assert (folder / "known.json").read_bytes() == before
    done = gate(folder, "--baseline", "none/known.json", "--update-baseline")
    assert done.returncode == 2
    assert "there is no folder none" in done.stderr


def test_nothing_of_a_hostile_baseline_reaches_the_terminal_or_breaks_a_format(folder: Path) -> None:
    entry = {"name": "\x1b[31mก\n::error::x", "groups": {"B1": 1}, "findings": {"\ud800SB\x1b": 2}}
    hostile = {"schema": "saraban-check/baseline/1", "agencies": {"\ud800\x1b[0m": entry}}
    (folder / "known.json").write_text(json.dumps(hostile), encoding="utf-8")
    done = run("classify", "list.csv", "--baseline", "known.json", cwd=folder, env={"GITHUB_ACTIONS": "true"})
    assert done.returncode == 1
    assert "\x1b" not in done.stderr + done.stdout
    assert "fixed: " in done.stderr or "แก้แล้ว: " in done.stderr
    assert not re.search(r"^\s*::", done.stderr, re.MULTILINE)
    for format_, text in formats_of(folder).items():
        assert "\x1b" not in text, format_


def test_new_and_fixed_are_shortened_on_the_screen_with_their_number(folder: Path) -> None:
    rows = [[f"0648{n:04}", f"อบต.ที่ {n}", "", "นครพนม", "", "x@gmail.com", "✓", "✓", "✓"] for n in range(25)]
    write_list(folder / "list.csv", rows)
    empty = '{"schema": "saraban-check/baseline/1", "agencies": {}}'
    (folder / "known.json").write_text(empty, encoding="utf-8")
    done = run("classify", "list.csv", "--baseline", "known.json", "--lang", "en", cwd=folder)
    assert done.returncode == 1
    assert done.stderr.count("  new: row ") == 10
    assert "  (shown 10 of 25)\n" in done.stderr
    assert "failed: --fail-on error: 50 not in the baseline\n" in done.stderr


# How many may be left, how many rows there must be


@pytest.mark.parametrize(
    "text", ["", " ", "x", "-1", "+1", "1.5", "1e3", "%", "101%", "100.1%", "1,000", "2 %", "๒", "9" * 10, "%2", "2%%"]
)
def test_a_share_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(RequestError) as caught:
        read_gate_share(text)
    assert "give a number of agencies, such as 20, or a share, such as 2%" in caught.value.say("en")


@given(st.integers(0, 100), st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 10**6))
def test_a_percentage_is_exact(whole: int, decimals: int, total: int, part: int) -> None:
    if whole == 100:
        decimals = 0
    exact = Fraction(whole) + Fraction(min(decimals, 999_999), 10**6)
    share = read_gate_share(f"{whole}.{min(decimals, 999_999):06}%")
    allowed = int(exact * total / 100)
    for count in (part % (total + 1), allowed, allowed + 1):
        assert share.is_exceeded(count, total) == (Fraction(100 * count, total) > exact)


def test_the_boundary_itself_passes() -> None:
    assert not read_gate_share("0.57%").is_exceeded(57, 10_000)
    assert read_gate_share("0.57%").is_exceeded(58, 10_000)
    assert not read_gate_share("0%").is_exceeded(0, 5)
    assert read_gate_share("0%").is_exceeded(1, 1_000_000)
    assert not read_gate_share("100%").is_exceeded(5, 5)
    assert not read_gate_share(" 20 ").is_exceeded(20, 1)
    assert read_gate_share("20").is_exceeded(21, 1000)
    assert read_gate_share("0").is_exceeded(1, 1)


@pytest.mark.parametrize(
    ("rows", "left"),
    [([GOOD], 0), ([GOOD, UNKNOWN], 1), ([GOOD, OUTSIDE], 1), ([GOOD, FREE, FULL], 2), ([NAMELESS, NOTHING], 2)],
)
def test_what_is_undetermined_or_outside_is_not_in_a(tmp_path: Path, rows: list[list[str]], left: int) -> None:
    result = of(tmp_path, rows)
    assert result.summary.not_done == left
    assert said(asked(result, max_follow_up=str(left))) == []
    if left:
        reason = f"--max-follow-up {left - 1}: {left} of {len(rows)} agencies are not in group A"
        assert said(asked(result, max_follow_up=str(left - 1))) == [reason]


def test_a_list_without_a_delivery_column_does_not_pass(tmp_path: Path) -> None:
    write_list(tmp_path / "list.csv", [GOOD[:8]], LIST_HEADER[:8])
    done = gate(tmp_path, "--max-follow-up", "99%")
    assert done.returncode == 1
    assert done.stderr == "failed: --max-follow-up 99%: 1 of 1 agencies are not in group A\n"
    assert gate(tmp_path, "--max-follow-up", "0", "--assume", "delivered").returncode == 0


@pytest.mark.parametrize(("wanted", "code"), [("9", 0), ("8", 1), ("10", 1), ("0", 1)])
def test_expect_rows(folder: Path, wanted: str, code: int) -> None:
    done = gate(folder, "--expect-rows", wanted)
    assert done.returncode == code
    assert done.stderr == (f"failed: --expect-rows {wanted}: there are 9 agencies\n" if code else "")


@pytest.mark.parametrize(
    "args",
    [
        *(("--max-follow-up", text) for text in ("", "x", "101%")),
        *(("--expect-rows", text) for text in ("", "x", "1.5")),
        ("--expect-rows=-1",),
        ("--max-follow-up=-1",),
        ("--fail-on", ""),
        ("--fail-on", "B9"),
        ("--fail-on", "SB999"),
        ("--fail-on", "info"),
    ],
    ids=" ".join,
)
def test_nonsense_is_refused_before_the_list_is_read(tmp_path: Path, args: tuple[str, ...]) -> None:
    done = run("classify", "none.csv", *args, "--lang", "en", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "none.csv" not in done.stderr
    assert args[0].partition("=")[0] in done.stderr


# Where the reasons stand


def test_every_reason_is_in_every_format_that_has_a_place_for_it(folder: Path) -> None:
    conditions = ("--fail-on", "SB401,outside", "--max-follow-up", "10%", "--expect-rows", "1000")
    reasons = [
        "--fail-on SB401: found 3",
        "--fail-on outside: found 1",
        "--max-follow-up 10%: 8 of 9 agencies are not in group A",
        "--expect-rows 1,000: there are 9 agencies",
    ]
    outputs = ("-o", "x.json", "-o", "x.xml", "-o", "x.md")
    done = gate(folder, *conditions, *outputs, "--format", "github")
    assert done.returncode == 1
    assert done.stderr.splitlines() == [f"failed: {reason}" for reason in reasons]

    document = json.loads((folder / "x.json").read_text(encoding="utf-8"))
    by_contract("classify", document)
    assert document["gate"] == {"passed": False, "reasons": reasons}
    root = ET.fromstring((folder / "x.xml").read_text(encoding="utf-8"))
    assert [failure.get("message") for failure in root.iter("failure") if failure.get("type") == "gate"] == reasons
    text = (folder / "x.md").read_text(encoding="utf-8")
    assert "The gate failed" in text
    said = [re.sub(r"\\", "", line[2:]) for line in text.splitlines() if line.startswith("- ")]
    assert [line for line in said if not line.startswith("columns")] == reasons
    first = done.stdout.splitlines()[0]
    assert first == "::error title=saraban-check failed::" + "%0A".join(
        reason.replace("%", "%25") for reason in reasons
    )

    assert gate(folder, "--expect-rows", "9", *outputs).returncode == 0
    assert "The gate passed" in (folder / "x.md").read_text(encoding="utf-8")
    passed = json.loads((folder / "x.json").read_text(encoding="utf-8"))
    assert passed["gate"] == {"passed": True, "reasons": []}
    assert "gate" not in json.loads(gate(folder, "--format", "json").stdout)


def test_an_empty_baseline_and_no_rows_at_all_are_asked_for_too(folder: Path) -> None:
    (folder / "known.json").write_text(render_baseline({}), encoding="utf-8")
    for asked_for in (("--baseline", "known.json"), ("--expect-rows", "0")):
        done = gate(folder, *asked_for, "--format", "json")
        assert done.returncode == 1
        assert json.loads(done.stdout)["gate"]["passed"] is False


def test_formats_tell_new_from_known(folder: Path) -> None:
    baseline = render_baseline(known(classify(folder / "list.csv")))
    (folder / "known.json").write_text(baseline, encoding="utf-8")
    new = ["06480181", "อบต.ใหม่", "", "นครพนม", "", "saraban_06480182@dla.go.th", "✓", "✓", "✓"]
    write_list(folder / "list.csv", [new, *ROWS])
    written = formats_of(folder)

    results = json.loads(written["sarif"])["runs"][0]["results"]
    states = Counter((result["baselineState"], result["ruleId"]) for result in results)
    assert [key for key in states if key[0] == "new"] == [("new", "SB303")]
    document = json.loads(written["json"])
    by_contract("classify", document)
    assert document["gate"]["baseline"] == {"new": 1, "known": len(results) - 1, "fixed": []}
    assert document["gate"]["passed"] is False
    root = ET.fromstring(written["junit"])
    assert [failure.get("type") for failure in root.iter("failure")] == ["SB303", "gate"]
    *commands, last = written["github"].splitlines()
    assert [command.partition(" ")[0] for command in commands] == ["::error", "::error"]
    assert last == f"saraban-check: 1 errors, 0 warnings, 0 notes (and {len(results) - 1} known by the baseline)"
    text = written["md"]
    assert f"1 new problems · {len(results) - 1} known · 0 fixed" in text
    assert "New problems (shown 1 of 1)" in text
    assert len(json.loads(written["gitlab"])) == len(results)


FREE_MAIL = ["06480195", "อบต.ห้า", "", "นครพนม", "", "samsommut@gmail.com", "✓", "✓", "✓"]


@pytest.mark.parametrize("format_", ["json", "csv", "junit"])
def test_a_reader_that_goes_away_opens_no_gate(tmp_path: Path, format_: str) -> None:
    path = write_list(tmp_path / "long.csv", [[f"06{number:06}", *FREE_MAIL[1:]] for number in range(4000)])
    process = subprocess.Popen(
        [*COMMAND, "classify", str(path), "--format", format_, "--fail-on", "SB401", "-q", "--lang", "en"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    assert process.stdout is not None
    process.stdout.read(1)
    process.stdout.close()
    assert process.stderr is not None
    said = process.stderr.read().decode()
    process.stderr.close()
    assert process.wait(timeout=60) == 1
    assert said == "failed: --fail-on SB401: found 4,000\n"


def test_a_condition_on_what_the_settings_ignore_is_refused(folder: Path) -> None:
    (folder / "saraban-check.toml").write_text('ignore = [{rule = "SB401", reason = "later"}]\n', encoding="utf-8")
    done = run("classify", "list.csv", "-q", "--fail-on", "E,SB401", "--lang", "en", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--fail-on SB401: the settings ignore this rule" in done.stderr


def test_what_is_ignored_is_not_fixed(folder: Path) -> None:
    run("classify", "list.csv", "-q", "--baseline", "known.json", "--update-baseline", cwd=folder)
    known_rules = {
        code
        for entry in json.loads((folder / "known.json").read_text())["agencies"].values()
        for code in entry["findings"]
    }
    ignored = ", ".join(f'{{rule = "{code}", reason = "later"}}' for code in sorted(known_rules))
    (folder / "saraban-check.toml").write_text(f"ignore = [{ignored}]\n", encoding="utf-8")
    done = run("classify", "list.csv", "--baseline", "known.json", "--lang", "en", cwd=folder)
    assert done.returncode == 0
    assert "0 new problems · 0 known · 0 fixed" in done.stderr


@pytest.mark.parametrize("name", ["error", "Warning", "info", "SB401", "outside"])
def test_no_group_may_be_called_like_a_condition(folder: Path, name: str) -> None:
    (folder / "own.csv").write_text(
        f"group,upgraded,notice,posted,address,delivery,published,steps\n{name},no,no,*,*,*,,\n", encoding="utf-8"
    )
    done = run("classify", "list.csv", "-q", "--table", "own.csv", "--lang", "en", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "is reserved" in done.stderr


def test_blank_settings_files_are_no_settings_files(folder: Path) -> None:
    done = run("classify", "list.csv", "-q", "--config", "", "--lang", "en", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such files here")
def test_a_link_is_followed_and_a_pipe_is_left_alone(folder: Path) -> None:
    os.mkfifo(folder / "pipe.json")
    refused = run("classify", "list.csv", "-q", "-o", "pipe.json", "--lang", "en", cwd=folder)
    assert refused.returncode == 2
    assert "pipe.json: not an ordinary file" in refused.stderr
    (folder / "real.json").write_text("", encoding="utf-8")
    (folder / "real.json").chmod(0o640)
    (folder / "link.json").symlink_to("real.json")
    assert run("classify", "list.csv", "-q", "-o", "link.json", cwd=folder).returncode == 0
    assert (folder / "link.json").is_symlink()
    assert json.loads((folder / "real.json").read_text(encoding="utf-8"))["schema"] == "saraban-check/classify/1"
    assert (folder / "real.json").stat().st_mode & 0o777 == 0o640


def test_the_folder_of_an_input_is_not_filled(folder: Path) -> None:
    before = (folder / "list.csv").read_bytes()
    done = run("classify", "list.csv", "-q", "--split", "province", ".", "--lang", "en", cwd=folder)
    assert done.returncode == 2
    assert "the input list.csv stands in this folder" in done.stderr
    assert (folder / "list.csv").read_bytes() == before

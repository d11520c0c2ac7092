"""Our own files read again: the same agencies, the same findings, as the list itself had."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.support import write_list

from saraban_check.checks.classification import Classification
from saraban_check.checks.classify import classify
from saraban_check.checks.cross_sections import built_in
from saraban_check.files.fixed.copy import fixed_copy
from saraban_check.files.marked.mark import marked_workbook
from saraban_check.files.workbook.splitting import split_list
from saraban_check.fixing.plan import plan_fixes
from saraban_check.formats import Result, writers_of
from saraban_check.intake.neutralised import as_it_was, looks_neutralised
from saraban_check.report.escape import for_csv
from saraban_check.report.run import Report

WRITERS = writers_of(Result.CLASSIFY)

DATA = Path(__file__).parent.parent / "data"
few = settings(derandomize=True, database=None, deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))

BLANKS = ["", "-", "–", "--", "ไม่มี", "."]
SIGNS = ["'-", "''-", "'=1", "=1+1", "+66 2", "-1", "'-1", "@x", "'มี'", "'", "−", "＝1", "'＋", "\tx", "-\n-"]
STATUSES = ["✓", "✗", "มี", "'✓", "0", "1.0", "15/1/2567", "กำลังดำเนินการ", "เต็ม", "ส่งได้", "-ไม่มี-", *BLANKS, *SIGNS]
NAMES = ["อบต.ท่าข้าม", "ทต.ท่าขาม", "'อบต.ก", "=อบต.ข", "- อบต.ค", *BLANKS, *SIGNS]
ADDRESSES = ["saraban_06900115@dla.go.th", "'saraban_06900115@dla.go.th", "a@gmail.com", "@dla.go.th", "- a@gmail.com"]
WEBSITES = ["www.thakham.go.th", *BLANKS, *SIGNS]
COLUMNS = (
    *(["06900115", "6900116", "'06900115", "-06900115", "ก", *BLANKS, *SIGNS], NAMES, [*BLANKS, *SIGNS, "หาดใหญ่"]),
    *([*BLANKS, *SIGNS, "สงขลา"], WEBSITES, [*ADDRESSES, *BLANKS, *SIGNS], STATUSES, STATUSES, STATUSES),
)


def findings_of(result: Classification, leave_out: Sequence[str] = ()) -> list[tuple[str, list[tuple[str, str]]]]:
    """Each agency's group and findings; what a finding says may name a row, which is another in a workbook."""
    return [
        (agency.group, [(f.code, f.field) for f in agency.findings if f.code not in leave_out])
        for agency in result.agencies
    ]


def read_again(content: Iterable[bytes], folder: str | Path, name: str) -> Classification:
    path = Path(folder) / name
    path.write_bytes(b"".join(content))
    return classify(path)


def report_of(result: Classification, name: str) -> Report:
    return Report(result, "th", name, None)


@pytest.mark.parametrize("source", ["agencies.csv", "agencies.xlsx", "addresses.csv"])
@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_our_report_read_again_finds_the_same(tmp_path: Path, source: str, suffix: str) -> None:
    result = classify(DATA / source)
    again = read_again(WRITERS[suffix].write(report_of(result, source)), tmp_path, f"again.{suffix}")
    assert findings_of(again) == findings_of(result)
    twice = read_again(WRITERS["csv"].write(report_of(again, source)), tmp_path, "twice.csv")
    assert findings_of(twice) == findings_of(result)


def test_a_marked_copy_read_again_finds_the_same(tmp_path: Path) -> None:
    source = DATA / "agencies.xlsx"
    result = classify(source)
    copy = marked_workbook(report_of(result, source.name), source.read_bytes())
    assert findings_of(read_again([copy], tmp_path, "marked.xlsx")) == findings_of(result)


@pytest.mark.parametrize("source", ["agencies.csv", "agencies.xlsx"])
def test_a_fixed_copy_read_again_finds_the_same_where_nothing_was_fixed(tmp_path: Path, source: str) -> None:
    path = DATA / source
    result = classify(path)
    plan = plan_fixes(result)
    again = read_again([fixed_copy(plan, result, path.read_bytes()).data], tmp_path, source)
    changed = {change.row for change in plan.changes}
    left = [number for number, agency in enumerate(result.agencies) if agency.record.row not in changed]
    assert changed
    assert left
    assert [findings_of(again)[number] for number in left] == [findings_of(result)[number] for number in left]


def test_the_workbooks_by_province_hold_what_the_list_held(tmp_path: Path) -> None:
    result = classify(DATA / "agencies.csv")
    for name, part in split_list(result, built_in("province")):
        content = WRITERS["xlsx"].write(report_of(part, name))
        together = ("SB902", "SB903")  # an agency twice, an address shared: the other may be in another part
        assert findings_of(read_again(content, tmp_path, name), together) == findings_of(part, together)


@few
@given(st.lists(st.tuples(*map(st.sampled_from, COLUMNS)), min_size=1, max_size=8))
def test_any_list_comes_back_from_our_files_with_the_same_findings(rows: list[tuple[str, ...]]) -> None:
    with TemporaryDirectory() as folder:
        result = classify(write_list(Path(folder) / "list.csv", [[*row] for row in rows if any(row)] or [["1"] * 9]))
        for suffix in ("csv", "xlsx"):
            again = read_again(WRITERS[suffix].write(report_of(result, "list.csv")), folder, f"again.{suffix}")
            assert findings_of(again) == findings_of(result)


@given(st.text(st.sampled_from("'=+-@ก1 \t"), max_size=6))
def test_a_cell_that_was_kept_from_being_a_formula_is_as_it_was(text: str) -> None:
    assert as_it_was(for_csv(text)) == text
    assert not text.startswith("'") or looks_neutralised(text) or as_it_was(text) == text

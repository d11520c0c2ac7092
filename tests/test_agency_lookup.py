"""`explain LIST WORDS`: which agencies are meant, which are offered, and what the screen says of one, several, none."""

import re
import shlex
from pathlib import Path

import pytest
from tests.support import CASES, read_cases, run, write_list

from saraban_check.checks.agency_lookup import MOST, look_up_agencies
from saraban_check.checks.agency_query import LONGEST, agency_query, row_asked
from saraban_check.intake.options import ListOptions

AGENCIES = [
    ["06480901", "อบต.หนองทราย", "ท่าสมมติ", "นครพนม", "", "saraban_06480901@dla.go.th", "✓", "✓", "✓"],
    ["05480902", "ทต.หนองทราย", "ท่าสมมติ", "นครพนม", "", "saraban_05480902@dla.go.th", "✓", "✓", "✓"],
    ["06900904", "องค์การบริหารส่วนตำบล หนองทราย", "นาสมมติ", "สงขลา", "", "saraban_06900904@dla.go.th", "✓", "✓", "✗"],
    ["05570905", "เทศบาลตำบลบึงสมมติ", "บึงสมมติ", "เชียงราย", "", "saraban_05480902@dla.go.th", "✓", "✗", "✓"],
    ["04900906", "ทม.คลองทดลอง", "เมือง", "สงขลา", "", "saraban@khlongthotlong.go.th", "✓", "✓", "✓"],
    ["06570907", "อบต.ดอนกล้า", "ดอนสมมติ", "เชียงราย", "", "saraban_06570907@dla.go.th", "✓", "✓", "✓"],
    ["06480908", "อบต.หนองทรายเหนือ", "ท่าสมมติ", "นครพนม", "", "saraban_06480908@dla.go.th", "✗", "✗", "✓"],
    ["", "รวมจังหวัดนครพนม", "", "", "", "3 แห่ง", "", "", ""],
]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_list(tmp_path_factory.mktemp("lookup") / "list.csv", AGENCIES)


@pytest.mark.parametrize(
    "case", read_cases(CASES / "agency_lookup.csv"), ids=lambda case: f"{case['line']} {case['query']}"
)
def test_a_query_means_these_rows(file: Path, case: dict[str, str]) -> None:
    found = look_up_agencies(file, ListOptions(), agency_query(case["query"]))
    assert sorted(found.rows) == [int(row) for row in case["rows"].split()]
    assert found.total == len(found.rows)
    assert sorted(record.row for record in found.near) == [int(row) for row in case["near"].split()]


def test_the_very_name_stands_before_those_that_hold_it(file: Path) -> None:
    swapped = write_list(file.with_name("swapped.csv"), AGENCIES[::-1][1:])
    assert look_up_agencies(swapped, ListOptions(), agency_query("อบต.หนองทราย นครพนม")).rows == (8, 2)


@pytest.mark.parametrize(
    ("typed", "row"),
    [("12", "12"), ("๑๒", "12"), ("-1", "-1"), ("06480901", None), ("๐๖๔๘๐๙๐๑", None), ("99999999", None), ("x", None)],
)
def test_a_number_is_a_row_unless_it_is_a_code(typed: str, row: str | None) -> None:
    assert row_asked(typed) == row


def test_one_agency_is_explained_as_by_its_row_and_said_to_be_found(file: Path) -> None:
    by_row = run("explain", file, "๒", "-q", "--lang", "en").stdout
    for query in ("06480901", "ท่าสมมติ อบต.หนองทราย saraban_06480901"):
        done = run("explain", file, query, "-q", "--lang", "en")
        assert done.returncode == 0, done.stderr
        said = f"“{query}”: one agency was found, in row 2\n\n"
        assert said in done.stdout
        assert done.stdout.replace(said, "") == by_row


def test_several_are_listed_with_their_group_and_a_command_that_works(file: Path) -> None:
    done = run("explain", "list.csv", "ท่าสมมติ", "--assume", "delivered", "-q", "--lang", "en", cwd=file.parent)
    assert done.returncode == 0
    assert "choose one (shown 3 of 3)" in done.stdout
    assert re.findall(r"^ +(\d) +(\S+) +ท่าสมมติ +Nakhon Phanom +(\S+)$", done.stdout, re.MULTILINE) == [
        ("2", "อบต.หนองทราย", "A1"),
        ("3", "ทต.หนองทราย", "A1"),
        ("8", "อบต.หนองทรายเหนือ", "E"),
    ]
    ready = shlex.split(" ".join(done.stdout.split()).partition("saraban-check ")[2])
    assert ready == ["explain", "list.csv", "--assume", "delivered", "2"]
    assert "Row 2: " in run(*ready, "-q", "--lang", "en", cwd=file.parent).stdout


def test_more_than_a_screen_are_counted_and_the_first_shown(tmp_path: Path) -> None:
    rows = [[f"064809{n:02}", f"อบต.สมมติ{n}", "", "นครพนม", "", "", "✓", "✓", ""] for n in range(30)]
    done = run("explain", write_list(tmp_path / "l.csv", rows), "นครพนม", "-q", "--lang", "en")
    assert f"shown {MOST} of 30" in done.stdout
    assert f"{30 - MOST} more are not shown" in done.stdout
    assert "สมมติ19" in done.stdout
    assert "สมมติ20" not in done.stdout


def test_none_is_a_sentence_that_offers_the_nearest_and_takes_none(file: Path) -> None:
    for lang, nearest in (
        ("en", "the nearest: row 2 อบต.หนองทราย ท่าสมมติ นครพนม, row"),
        ("th", "ใกล้เคียงที่สุด: แถว 2 อบต.หนองทราย"),
    ):
        done = run("explain", file, "อบต.หนองทลาย นครพนม", "-q", "--lang", lang)
        assert (done.returncode, done.stdout) == (2, "")
        assert nearest in done.stderr
        assert len(done.stderr.splitlines()) == 1
    assert "nearest" not in run("explain", file, "ท่าเรือใหญ่", "-q", "--lang", "en").stderr


def test_a_row_that_fits_but_is_no_agency_is_said_to_be_none(file: Path) -> None:
    alone = run("explain", file, "รวม", "-q", "--lang", "en")
    assert alone.returncode == 2
    assert "row 9 is no agency (a total)" in alone.stderr
    beside = run("explain", file, "นครพนม", "-q", "--lang", "en")
    assert beside.returncode == 0
    assert "row 9 fits too, but is no agency (a total)" in beside.stdout


def test_blank_and_endless_queries_are_refused(file: Path) -> None:
    for query in ("", "  ", "()", "ก" * (LONGEST + 1), "9" * 5000):
        done = run("explain", file, query, "-q", "--lang", "en")
        assert (done.returncode, done.stdout) == (2, ""), query
        assert len(done.stderr.splitlines()) == 1


def test_an_upgraded_agency_is_explained_with_its_day_and_steps(tmp_path: Path) -> None:
    path = tmp_path / "w.csv"
    row = "05480902,ทต.บึงทดลอง,นครพนม,saraban_06480902@dla.go.th,✓,✓,✓,ยกฐานะเมื่อ 1 ต.ค. 2568\n"
    path.write_text(
        "รหัส อปท.,ชื่อ อปท.,จังหวัด,อีเมลกลาง,มีประกาศฯ ม.10,ลงข้อมูลในระบบ info.go.th,สถานะการส่งอีเมล,ยกฐานะ\n" + row,
        encoding="utf-8",
    )
    shown = run("explain", path, "บึงทดลอง", "-q", "--lang", "en").stdout
    for said in (
        "group W",
        "yes, since 1 October 2025",
        "code of the new status",
        " 2. Issue the section-10 notice",
        " 3. Post",
    ):
        assert said in shown, said

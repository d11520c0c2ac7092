"""A list that two processes judge comes out as one that a single process judges."""

import csv
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saraban_check.checks import sharing
from saraban_check.checks.classification import Classification
from saraban_check.checks.classify import classify
from saraban_check.checks.duplicates import _number_of_address
from saraban_check.checks.judging import Judging, Watch
from saraban_check.checks.listing import Listing
from saraban_check.checks.selection import Selection
from saraban_check.checks.summary import Summary, Tallies
from saraban_check.grouping.table import published_table
from saraban_check.intake.helper import Helper
from saraban_check.intake.options import ListOptions
from saraban_check.intake.set_aside import _NAMED
from saraban_check.intake.source import open_table
from saraban_check.intake.text_rows import TextRows
from saraban_check.model.errors import InputError, RequestError
from saraban_check.model.finding import Severity
from saraban_check.model.policy import Policy
from saraban_check.model.record import SourceRow

HEADINGS = ("รหัส อปท.", "ชื่อ อปท.", "จังหวัด", "อีเมลกลาง", "มีประกาศฯ ม.10", "ลงข้อมูลในระบบ info.go.th", "สถานะการส่งอีเมล")
ROWS = 400
POLICY = Policy(severities={"SB401": Severity.WARNING}, ignored={"SB202": "known"})


def rows() -> Iterator[tuple[str, ...]]:
    """Agencies of all kinds: the same code and the same address again far below, totals and notes between them."""
    for number in range(ROWS):
        code = f"0690{40 + number % 53:02}{number % 5:02}"
        address = (
            f"saraban_{code}@dla.go.th",
            f"sarabun_{code}@dla.go.th",
            f"office{number % 31}@hotmail.com",
            f"SARABAN_{code}@dla.go.th ",
            "-",
        )[(number * 7) % 5]
        status = ("✓", "ส่งได้", "อีเมลเต็ม", "ตีกลับ", "?")[number % 5].replace("✓", "ได้")
        posted = ("ไม่มี", "มี")[number % 2]
        yield code if number % 11 else "", f"อบต.ตัวอย่าง{number % 89}", "สงขลา", address, "มี", posted, status
        if number % 30 == 29:
            yield "", f"รวม {number} แห่ง", "", "", "", "", ""


@pytest.fixture(scope="module", params=["a line each", "some of several lines", "old Macintosh", "Thai Windows"])
def path(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("sharing") / "list.csv"
    encoding = "cp874" if request.param == "Thai Windows" else "utf-8"
    with made.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, lineterminator="\r" if request.param == "old Macintosh" else "\r\n")
        writer.writerow(HEADINGS)
        for number, (code, name, *cells) in enumerate(rows()):
            is_long = request.param == "some of several lines" and number % 6 == 0 and "รวม" not in name
            writer.writerow((code, f"{name}\n(สำนักงาน)" if is_long else name, *cells))
            if number % 50 == 0:
                file.write("\n")
    return made


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """A list of some hundred rows is long here."""
    monkeypatch.setattr(sharing, "SHARED_FROM", 0)
    monkeypatch.setattr(sharing, "_STRETCH", 7)


def listing(limit: int = 10) -> Listing:
    return Listing(Selection(None, None, limit, published_table()))


def classified(path: Path, processes: int, limit: int = 10) -> tuple[Classification, Listing]:
    keep = listing(limit)
    reading = ListOptions(processes=processes)
    return classify(path, reading, Judging(policy=POLICY), keep=keep, keep_set_aside=False), keep


def seen_of(summary: Summary) -> tuple[object, ...]:
    return (
        *(summary.groups, summary.undetermined, summary.outside, summary.rules, summary.ignored, summary.actions),
        *(summary.missing.most_common(), summary.open, summary.noted, summary.noted_rows, summary.deliveries),
        *(summary.issued, summary.first_rows("undetermined"), summary.first_rows("outside")),
    )


@pytest.mark.parametrize("limit", [0, 3, 10, ROWS])
def test_two_processes_say_what_one_says(path: Path, limit: int, monkeypatch: pytest.MonkeyPatch) -> None:
    halves: list[bool] = []
    take_half = sharing._take_half

    def noted(*given: object, is_first: bool, **more: object) -> None:
        halves.append(is_first)
        take_half(*given, is_first=is_first, **more)  # type: ignore[arg-type]

    (one, its_listing), _ = classified(path, 1, limit), monkeypatch.setattr(sharing, "_take_half", noted)
    two, other_listing = classified(path, 2, limit)
    assert halves == [True], "half of it was judged by another process"
    assert other_listing.shown(two) == its_listing.shown(one)
    assert len(its_listing.shown(one)) >= min(limit, ROWS // 2)
    assert seen_of(two.summary) == seen_of(one.summary)
    assert two.summary.rules["SB902"] > 0 < two.summary.rules["SB903"], "rows of both halves were compared"
    assert (two.set_aside, two.set_aside_count) == (one.set_aside, one.set_aside_count)
    assert two.set_aside_count > _NAMED
    assert its_listing.selection.total == other_listing.selection.total > ROWS // 2


def test_a_list_that_is_held_whole_is_judged_by_one(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError("no process is needed")

    monkeypatch.setattr(Helper, "__init__", never)
    for keep in (Listing(listing().selection, whole=True), lambda _: True):
        assert classify(path, ListOptions(processes=2), keep=keep, keep_set_aside=False).summary.total == ROWS
    monkeypatch.setattr(sharing, "SHARED_FROM", path.stat().st_size)
    assert classified(path, 2)[0].summary.total == ROWS, "it is short"


def test_where_no_process_can_be_started_one_judges_all(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("saraban_check.intake.helper.subprocess.Popen", denied)
    assert classified(path, 2)[0].summary.total == ROWS


def test_where_the_process_ends_half_way_its_rows_are_judged_here(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (one, its_listing), halves = classified(path, 1), list[bool]()
    take_half = sharing._take_half

    def after_its_end(*given: object, is_first: bool, **more: object) -> None:
        halves.append(is_first)
        if is_first:
            helper._process.kill()  # type: ignore[union-attr]
        take_half(*given, is_first=is_first, **more)  # type: ignore[arg-type]

    helper = Helper("saraban_check.checks.sharing_process", memory_mb=1024)
    monkeypatch.setattr("saraban_check.intake.helper.Helper", lambda *_, **__: helper)
    monkeypatch.setattr(sharing, "_take_half", after_its_end)
    two, other_listing = classified(path, 2)
    assert halves == [True, False]
    assert seen_of(two.summary) == seen_of(one.summary)
    assert other_listing.shown(two) == its_listing.shown(one)


@pytest.mark.parametrize("is_gone", [False, True])
def test_a_file_that_changes_meanwhile_is_named(path: Path, is_gone: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody knows what of it either process has read."""
    changing = path.with_name("changing.csv")
    changing.write_bytes(path.read_bytes())
    take_half = sharing._take_half

    def after_a_change(*given: object, **named: bool) -> None:
        take_half(*given, **named)  # type: ignore[arg-type]
        if is_gone:
            changing.rename(path.with_name("gone.csv"))
        else:
            changing.write_bytes(path.read_bytes() + b"\n")

    monkeypatch.setattr(sharing, "_take_half", after_a_change)
    with pytest.raises(RequestError) as raised:
        classified(changing, 2)
    assert raised.value.text is sharing._CHANGED


def test_what_a_process_that_has_too_much_to_say_left_out_is_judged_here(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sharing, "_MOST_BYTES", 1000)
    assert seen_of(classified(path, 2)[0].summary) == seen_of(classified(path, 1)[0].summary)


def test_who_holds_much_of_a_list_reads_it_alone(path: Path) -> None:
    assert [listing(limit).can_join for limit in (0, 10_000, 10_001)] == [True, True, False]


def test_a_long_file_without_rows_is_no_list_of_agencies(tmp_path: Path) -> None:
    empty = tmp_path / "empty.csv"
    empty.write_text(",".join(HEADINGS) + "\n" * 1000, encoding="utf-8")
    said = []
    for processes in (1, 2):
        with pytest.raises(InputError) as raised:
            classified(empty, processes)
        said.append(raised.value.say("th"))
    assert said[0] == said[1]


@pytest.mark.parametrize("most", [100, ROWS - 1 + ROWS // 30])
def test_a_list_that_is_too_long_is_said_to_be_so(path: Path, most: int) -> None:
    """Also where neither process has too much; what is said is said of the file."""
    said = []
    for processes in (1, 2):
        reading = ListOptions(processes=processes)
        reading = reading._replace(limits=reading.limits._replace(rows=most))
        with pytest.raises(InputError) as raised:
            classify(path, reading, keep=listing(), keep_set_aside=False)
        said.append(raised.value.say("en"))
    assert said[0] == said[1]
    assert "--max rows" in said[0]
    enough = reading._replace(limits=reading.limits._replace(rows=ROWS + ROWS // 30))
    assert classify(path, enough, keep=listing(), keep_set_aside=False).summary.total == ROWS


def in_text(folder: Path, encoding: str, lines: list[str]) -> Path:
    made = folder / "list.csv"
    made.write_text("\n".join(lines) + "\n", encoding=encoding, newline="")
    return made


LONG, OVERLONG = f"06480115,อบต.{'ก' * 300},สงขลา,-,มี,มี,", ",".join("x" * 80) + "ก" * 300_000


@pytest.mark.parametrize(
    "faults", [{305: LONG, 311: LONG}, {299: LONG, 305: LONG}, {334: LONG}, {320: LONG, 390: OVERLONG}]
)
@pytest.mark.parametrize("most", [250, 1000])
def test_of_several_faults_the_first_is_told(tmp_path: Path, faults: dict[int, str], most: int) -> None:
    """In whichever half it stands, and though one process alone would have come to another."""
    lines = [faults.get(number, ",".join(row)) for number, row in enumerate([HEADINGS, *rows()], start=1)]
    made, said = in_text(tmp_path, "utf-8", lines), []
    for processes in (1, 2):
        reading = ListOptions(processes=processes)
        reading = reading._replace(limits=reading.limits._replace(cell=200, rows=most))
        with pytest.raises(InputError) as raised:
            classify(made, reading, keep=listing(), keep_set_aside=False)
        said.append(raised.value.say("en"))
    assert said[0] == said[1]


@pytest.mark.parametrize("encoding", ["utf-16", "cp037", "utf-7", "utf-8-sig"])
def test_a_quotation_mark_is_seen_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    """Of a cell of two lines that go over the end of a stretch; in UTF-7 it can be written as other letters are."""
    lines = ["code,name,province,email,notice,posted,delivery"]
    for number in range(ROWS):
        lines += (
            [f'06{number:06},Agency {number},x,-,yes,"a', f'{number}",ok'] if number % 5 else [f"06{number:06},b,,-,,,"]
        )
    made = in_text(tmp_path, encoding, lines)
    if encoding == "utf-7":
        made.write_bytes(made.read_bytes().replace(b'"', b"+ACI-"))
    one, two = (
        classify(made, ListOptions(processes=processes, encoding=encoding), keep=listing(), keep_set_aside=False)
        for processes in (1, 2)
    )
    assert seen_of(one.summary) == seen_of(two.summary)
    assert one.summary.total == ROWS


def test_how_far_it_is_is_told_of_both_halves(path: Path) -> None:
    told: list[int] = []
    classify(path, ListOptions(processes=2), keep=listing(), keep_set_aside=False, watch=Watch(on_rows=told.append))
    assert told == sorted(told)
    assert ROWS - 2 * 7 <= told[-1] <= 2 * ROWS


def test_of_lines_that_are_a_record_each_only_half_is_taken_apart(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line of another process's is not, unless a quotation mark may make it a part of a record."""
    taken: list[int] = []
    kept = TextRows._of

    def noted(rows: TextRows, lines: Iterable[str], start: int) -> Iterator[SourceRow]:
        return (taken.append(row.number) or row for row in kept(rows, lines, start))  # type: ignore[func-returns-value]

    source = open_table(path, ListOptions())
    assert source.text is not None
    monkeypatch.setattr(TextRows, "_of", noted)
    stretches = [source.text().every_second(7, is_first=is_first) for is_first in (True, False)]
    halves = [[row.number for rows in half for row in rows] for half in stretches]
    found = sorted(halves[0] + halves[1])
    assert len(taken) == len(found) * (2 if b'"' in path.read_bytes() else 1)
    assert found == [row.number for row in open_table(path, ListOptions()).rows()]


def test_tallies_that_are_put_together_are_those_of_all_rows(path: Path) -> None:
    agencies = classify(path).agencies
    whole, halves = Tallies(), (Tallies(), Tallies())
    for number, agency in enumerate(agencies):
        whole.add(agency)
        halves[number // 7 % 2].add(agency)
    halves[0].merge(halves[1])
    assert list(halves[0]) == list(whole)


codes = st.one_of(st.from_regex(r"0[0-9]{7}", fullmatch=True), st.text("0123456789๐๑²O", min_size=6, max_size=9))


def test_a_code_that_nobody_has_is_nobodys_address(tmp_path: Path) -> None:
    """Two agencies without a code share an address in which the word for that stands."""
    path = tmp_path / "list.csv"
    shared = "saraban_None@dla.go.th"
    path.write_text(f"ชื่อ อปท.,จังหวัด,อีเมลกลาง\nอบต.หนึ่ง,สงขลา,{shared}\nอบต.สอง,สงขลา,{shared}\n", encoding="utf-8")
    assert classify(path).summary.rules["SB903"] == 2


near: Callable[[str], str] = "saraban_{}@dla.go.th".format
addresses = st.one_of(codes.map(near), codes.map(lambda code: near(code)[1:]), st.text(max_size=30))


@given(addresses, addresses)
def test_different_addresses_have_different_numbers(one: str, other: str) -> None:
    assert (_number_of_address(one) == _number_of_address(other)) == (one == other)

"""Rounds compared by facts, addresses that only look the same, more than two rounds: read back from every format."""

import csv
import datetime
import io
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.contract import by_contract
from tests.documents import ADDRESS, NOTICE
from tests.support import CASES, csv_text, in_one_language, read_cases, run

from saraban_check.comparison.facts import KnownFacts, fact_moves
from saraban_check.comparison.lookalikes import marked_lookalikes
from saraban_check.comparison.moves import Change, Comparison, compare_rounds
from saraban_check.comparison.part import narrowed
from saraban_check.comparison.rounds import MOST_ROUNDS, compare_all
from saraban_check.comparison.series import figures_of
from saraban_check.comparison.standing import Round, Standing
from saraban_check.formats import Result, writers_of
from saraban_check.grouping.table import published_table
from saraban_check.model.delivery import Delivery
from saraban_check.model.errors import RequestError
from saraban_check.model.text import Lang
from saraban_check.reference.places import provinces
from saraban_check.report.render.screen import render_screen
from saraban_check.report.style import Style
from saraban_check.report.views.compare import CompareRun, compare_document
from saraban_check.report.views.compare_notes import comparison_notes
from saraban_check.report.words.shares import share_text

GROUPS = published_table().groups
OPPOSITE = {Change.IMPROVED: Change.WORSENED, Change.WORSENED: Change.IMPROVED}


def a_round(*standings: Standing, order: tuple[str, ...] = GROUPS, day: str | None = None) -> Round:
    as_of = None if day is None else datetime.date.fromisoformat(day)
    return Round("a.csv", None, "2569-02-17", order, None, None, standings, as_of=as_of)


def written(comparison: Comparison, name: str, lang: Lang = "en") -> bytes:
    return b"".join(writers_of(Result.COMPARE)[name].write(CompareRun(comparison, lang)))


# By facts

_KNOWN = {"correct": True, "incorrect": False, "yes": True, "no": False, "unknown": None}


def facts_of(text: str) -> KnownFacts:
    address, notice, posted, delivery = text.split()
    return KnownFacts(_KNOWN[address], _KNOWN[notice], _KNOWN[posted], Delivery(delivery))


def standing(group: str, facts: KnownFacts, address: str | None = "a@x.go.th") -> Standing:
    return Standing(1, "06900115", "อบต.ท่าข้าม", None, provinces()["90"], "", group, address, facts)


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize("case", read_cases(CASES / "fact_moves.csv"), ids=lambda case: case["case"])
def test_what_facts_say_of_an_agency(case: dict[str, str], swapped: bool) -> None:
    order = ("A1", "X", *GROUPS[1:]) if case["old_group"] == "X" else GROUPS
    other = ("A1", "X", *GROUPS[1:]) if case["new_group"] == "X" else GROUPS
    old = a_round(standing(case["old_group"], facts_of(case["old"])), order=order)
    new = a_round(standing(case["new_group"], facts_of(case["new"])), order=other)
    (entry,) = compare_rounds(*((new, old) if swapped else (old, new))).entries
    becomes = Change(case["becomes"])
    assert entry.change is (OPPOSITE.get(becomes, becomes) if swapped else becomes)
    signs = {1: "-", -1: "+"} if swapped else {1: "+", -1: "-"}
    assert " ".join(f"{move.fact.value}{signs.get(move.step, '?')}" for move in entry.moved) == case["moved"]


FACTS = st.builds(KnownFacts, *[st.sampled_from([True, False, None])] * 3, st.sampled_from(list(Delivery)))


@settings(deadline=None)
@given(FACTS, FACTS, st.sampled_from([*GROUPS, "outside", "undetermined"]), st.sampled_from([*GROUPS, "outside"]))
def test_the_other_way_round_a_better_fact_is_a_worse_one(
    before: KnownFacts, after: KnownFacts, was: str, now: str
) -> None:
    old, new = a_round(standing(was, before)), a_round(standing(now, after))
    (there,), (back,) = compare_rounds(old, new).entries, compare_rounds(new, old).entries
    assert back.change is OPPOSITE.get(there.change, there.change)
    assert [(one.fact, one.old, one.new, -one.step) for one in back.moved] == [
        (one.fact, one.new, one.old, one.step) for one in there.moved
    ]
    if there.change is Change.IMPROVED and not {was, now} <= set(GROUPS):
        assert {one.step for one in there.moved} >= {1}
        assert -1 not in {one.step for one in there.moved}
    if there.change is Change.UNCHANGED:
        assert was == now
    assert fact_moves(before, before) == ()


# Characters that look the same


@pytest.mark.parametrize("case", read_cases(CASES / "lookalikes.csv"), ids=lambda case: case["line"])
def test_an_address_that_only_looks_the_same(case: dict[str, str]) -> None:
    found, back = (marked_lookalikes(*pair) for pair in ((case["old"], case["new"]), (case["new"], case["old"])))
    assert (found and tuple(one.text for one in found)) == ((case["marked_old"], case["marked_new"]) if found else None)
    assert (found is None) == (back is None) == (not case["marked_old"])
    assert back is None or found is None or back == found[::-1]


def page_of(comparison: Comparison) -> str:
    return in_one_language(written(comparison, "html").decode(), "en")


def test_characters_that_look_the_same_are_shown_in_every_format() -> None:
    facts = KnownFacts(True, True, True, Delivery.DELIVERED)
    old = standing("A1", facts, "saraban_06900115@dla.go.th")
    new = standing("B1", facts._replace(correct=False), "s\u0430raban_06900115@dla.go.th")
    found = compare_rounds(a_round(old), a_round(new))
    shown = "s[\u0430]raban_06900115@dla.go.th"
    moved = "Address: correct → not correct"
    for text in (
        page_of(found),
        written(found, "csv").decode(),
        render_screen(compare_document(found), "en", Style(120)),
    ):
        assert "U+0430" in text
        assert moved in text
    assert shown in page_of(found)
    assert shown in render_screen(compare_document(found), "en", Style(120))
    assert shown.replace("[", r"\[").replace("]", r"\]").replace("_", r"\_") in written(found, "md").decode()
    assert moved in written(found, "md").decode()
    sheet = openpyxl.load_workbook(io.BytesIO(written(found, "xlsx")))["Agencies"]
    heads, cells = ([cell.value for cell in row] for row in sheet.iter_rows())
    record = dict(zip(heads, cells, strict=True))
    assert record["What changed"] == moved
    assert "U+0430" in str(record["Remark"])
    agency = json.loads(written(found, "json"))["agencies"][0]
    assert agency["lookalikes"] == {"old": "s[a]raban_06900115@dla.go.th", "new": shown}
    assert agency["moved"] == [{"fact": "address", "old": True, "new": False, "became": "worse"}]
    plain = compare_rounds(a_round(old), a_round(new._replace(address="x@gmail.com")))
    assert "lookalikes" not in json.loads(written(plain, "json"))["agencies"][0]


# More than two rounds

HEADER = ("รหัส อปท.", "ชื่อ อปท.", "จังหวัด", "อีเมลกลาง", "มีประกาศฯ ม.10", "ลงข้อมูลในระบบ info.go.th", "สถานะการส่งอีเมล")
DAYS = ("2026-01-15", "2026-01-31", "2026-02-17", "2026-03-04")


def rows_of(number: int) -> list[list[str]]:
    """A list of twelve in three provinces, of which two more are right each round."""
    rows = []
    for at in range(12):
        province = ("สงขลา", "นครพนม", "ปัตตานี")[at % 3]
        code = f"06{provinces_by_name()[province]}01{at + 1:02}"
        address = f"saraban_{code}@dla.go.th" if at < 3 + 2 * number else f"x{at}@gmail.com"
        rows.append([code, f"อบต.ทดสอบ{at}", province, address, "✓", "✓", "" if at == 11 else "✓"])
    return rows


def provinces_by_name() -> dict[str, str]:
    return {one.name.th: code for code, one in provinces().items()}


@pytest.fixture(scope="module")
def rounds(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Four rounds; the first and the third as earlier results, that know their days."""
    folder = tmp_path_factory.mktemp("rounds")
    found = []
    for number, day in enumerate(DAYS):
        path = folder / f"r{number + 1}.csv"
        path.write_text(csv_text([HEADER, *rows_of(number)]), encoding="utf-8", newline="")
        if number % 2 == 0:
            assert run("classify", path, "-q", "-o", path.with_suffix(".json")).returncode == 0
            path = path.with_suffix(".json")
            saved = json.loads(path.read_text(encoding="utf-8"))
            path.write_text(json.dumps(saved | {"as_of": day}), encoding="utf-8")
        found.append(path)
    return found


@pytest.fixture(scope="module")
def series(rounds: list[Path]) -> Comparison:
    return compare_all(rounds)


def test_the_figures_of_each_round_are_those_of_its_own_classification(series: Comparison, rounds: list[Path]) -> None:
    found = json.loads(written(series, "json"))
    by_contract("compare", json.dumps(found))
    assert found["old"] == found["rounds"][0]
    assert found["new"] == found["rounds"][-1]
    assert [one["as_of"] for one in found["rounds"]] == ["2026-01-15", None, "2026-02-17", None]
    for at, path in enumerate(rounds):
        done = run("classify", path.with_suffix(".csv"), "--format", "json", "-q")
        summary = json.loads(done.stdout)["summary"]
        assert {group: counts[at] for group, counts in found["series"]["groups"].items()} == summary["groups"]
        assert found["series"]["undetermined"][at] == summary["undetermined"]
        assert found["series"]["outside_table"][at] == summary["outside_table"]
        assert found["series"]["total"][at] == summary["total"] == 12
        assert found["series"]["done"][at] == summary["groups"]["A1"] + summary["groups"]["A2"]
    for figure in ("total", "done"):
        places = found["series"]["provinces"]
        assert [sum(place[figure][at] for place in places) for at in range(4)] == found["series"][figure]
    assert found["series"]["done"] == [3, 5, 7, 9]


def test_first_against_last_is_as_two_rounds_alone(series: Comparison, rounds: list[Path]) -> None:
    two = compare_all([rounds[0], rounds[-1]])
    assert series.entries == two.entries
    assert series.counts == two.counts
    assert [one.head.file for one in series.rounds] == ["r1.json", "r2.csv", "r3.json", "r4.csv"]
    assert not any(one.head.standings for one in series.rounds)


def test_every_report_shows_the_rounds_by_their_days(series: Comparison) -> None:
    names = ("round of 15 Jan 2026", "round r2", "round of 17 Feb 2026", "round r4")
    screen = render_screen(compare_document(series), "en", Style(120))
    page, digest = page_of(series), written(series, "md").decode()
    book = openpyxl.load_workbook(io.BytesIO(written(series, "xlsx")))
    cells = [str(cell.value) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    for text in (screen, page, digest, " ".join(cells)):
        assert "4 rounds of the list compared" in text or text is screen
        assert all(name in text for name in names)
    shares = [share_text(done, 12) for done in (3, 5, 7, 9)]
    for text in (screen, page, digest):
        assert all(share in text for share in shares)
    assert "█" in screen
    assert "<polyline" in page
    drawn = [chart for sheet in book.worksheets for chart in sheet._charts]  # type: ignore[attr-defined]
    assert [len(chart.series) for chart in drawn] == [1, 3]
    sheet = book["Provinces by round"]
    assert [cell.value for cell in next(sheet.iter_rows())] == ["Province", *names]
    assert [row[-1].value for row in sheet.iter_rows(min_row=2)] == [0.75, 0.75, 0.75]
    rows = list(csv.reader(io.StringIO(written(series, "csv").decode("utf-8-sig"))))
    assert len(rows) == 13


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("lang", ["th", "en"])
def test_many_rounds_fit_the_screen_the_page_and_the_workbook(width: int, lang: Lang) -> None:
    from saraban_check.report.escape import cell_width

    one = a_round(standing("A1", KnownFacts()))
    two = a_round(standing("B1", KnownFacts()))
    between = tuple(figures_of(two if at % 3 else one) for at in range(MOST_ROUNDS - 2))
    found = compare_rounds(one, two, between=between)
    screen = render_screen(compare_document(found), lang, Style(width), 10)
    assert max(map(cell_width, screen.splitlines())) <= width
    assert len(re.findall(r"rounds of 60|จาก 60 รอบ|of 60 rounds", screen)) == 1
    page = written(found, "html", lang).decode()
    assert page.count('class="mark"') == MOST_ROUNDS
    book = openpyxl.load_workbook(io.BytesIO(written(found, "xlsx", lang)))
    assert any(sheet.max_column == MOST_ROUNDS + 1 for sheet in book.worksheets)


def said(comparison: Comparison) -> list[str]:
    return [note.say("en") for note in comparison_notes(comparison)]


def test_rounds_are_never_put_in_another_order_and_it_is_said() -> None:
    one, two = (a_round(standing("A1", KnownFacts()), day=day) for day in DAYS[:2])
    unknown = figures_of(a_round(standing("A1", KnownFacts())))
    assert said(compare_rounds(one, two, between=(unknown,))) == []
    found = compare_rounds(two, one, between=(unknown,))
    (note,) = said(found)
    assert "round 1 (round of 31 Jan 2026) stands before round 3 (round of 15 Jan 2026)" in note
    assert [figures.head.as_of for figures in found.rounds] == [two.as_of, None, one.as_of]
    assert f'<p class="note">{note}</p>' in page_of(found)
    (note,) = said(compare_rounds(one, one))
    assert note == "the data of round 1 (round of 15 Jan 2026), round 2 (round of 15 Jan 2026) are of the same day"


def test_a_round_given_twice_is_said_once(rounds: list[Path]) -> None:
    first, *_, last = rounds
    (note,) = said(compare_all([first, last, first]))
    assert note == "round 1 (round of 15 Jan 2026) and round 3 (round of 15 Jan 2026) are one file, given twice"
    assert said(compare_all([first, last])) == []


def test_so_many_rounds_and_no_more(rounds: list[Path]) -> None:
    with pytest.raises(RequestError, match="60"):
        compare_all([rounds[0]] * (MOST_ROUNDS + 1))
    with pytest.raises(RequestError):
        compare_all(rounds[:1])
    done = run("compare", *rounds, "--format", "json", "-q")
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)["rounds"]) == 4
    assert run("compare", rounds[0], "-q").returncode == 2


@pytest.mark.parametrize("number", [1, 3])
def test_a_workbook_of_ours_is_a_round_as_its_list_is(rounds: list[Path], tmp_path: Path, number: int) -> None:
    assert run("classify", rounds[number], "-q", "-o", tmp_path / "result.xlsx").returncode == 0
    listed, ours = (compare_all([rounds[0], path]) for path in (rounds[number], tmp_path / "result.xlsx"))
    assert ours.counts == listed.counts
    assert ours.matrix == listed.matrix
    assert ours.rounds[1].provinces == listed.rounds[1].provinces


# Saved facts


def test_facts_of_an_earlier_result_are_those_of_its_list(rounds: list[Path]) -> None:
    saved, listed = (compare_all([rounds[1], path]) for path in (rounds[0], rounds[0].with_suffix(".csv")))
    assert [entry.new and entry.new.facts for entry in saved.entries] == [
        entry.new and entry.new.facts for entry in listed.entries
    ]
    assert Counter(entry.new.facts.correct for entry in saved.entries if entry.new) == {True: 3, False: 9}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"notice": True, "posted": True, "delivery": "lost"}, "delivered, full, failed, unknown"),
        ({"notice": "yes", "posted": True, "delivery": "full"}, "true, false or null"),
        ({"posted": True, "delivery": "full"}, "true, false or null"),
        ([], "an object"),
    ],
)
def test_facts_that_are_none_are_refused(rounds: list[Path], tmp_path: Path, facts: Any, expected: str) -> None:
    saved = json.loads(rounds[0].read_text(encoding="utf-8"))
    saved["agencies"][2]["facts"] = facts
    path = tmp_path / "old.json"
    path.write_text(json.dumps(saved), encoding="utf-8")
    done = run("compare", path, rounds[1], "-q", "--lang", "en")
    assert done.returncode == 2
    assert "agencies[2].facts" in done.stderr
    assert expected in done.stderr


# The same evidence as classify


def test_the_new_round_has_the_groups_that_classify_gives_it(rounds: list[Path], tmp_path: Path) -> None:
    notices = tmp_path / "notices"
    notices.mkdir()
    rows = rows_of(1)
    rows[10][3] = ""
    listed = tmp_path / "new.csv"
    listed.write_text(csv_text([HEADER, *rows]), encoding="utf-8", newline="")
    code = rows[10][0]
    notice = "\n".join(NOTICE).replace("น้ำใสสมมติ", "ทดสอบ10").replace(ADDRESS, f"saraban_{code}@dla.go.th")
    (notices / f"{code}.txt").write_text(notice, encoding="utf-8")
    delivery = tmp_path / "delivery.csv"
    delivery.write_text(f"address,status\n{rows[0][3]},failed\nx11@gmail.com,delivered\n", encoding="utf-8")
    given = ("--notices", notices, "--delivery", delivery, "--format", "json", "-q")
    classified, compared = run("classify", listed, *given), run("compare", rounds[0], listed, *given)
    assert classified.returncode == compared.returncode == 0, compared.stderr
    groups = {one["code"]: one["group"] for one in json.loads(classified.stdout)["agencies"]}
    entries = json.loads(compared.stdout)["agencies"]
    assert {one["new"]["code"]: one["new"]["group"] for one in entries} == groups
    plain = json.loads(run("classify", listed, "--format", "json", "-q").stdout)["agencies"]
    assert sum(groups[one["code"]] != one["group"] for one in plain) == 3


def test_a_page_says_the_share_of_all_once_in_a_table(series: Comparison) -> None:
    page = written(series, "html").decode()
    drawn = page[page.index("<svg") : page.index("<h2", page.index("<svg"))]
    assert "<table" not in drawn
    assert page.count("<svg") == 2
    assert "<table" in page[: page.index("<svg")]  # the rounds, with their shares


# One province of all


def in_place(row: int, name: str, province: str, group: str) -> Standing:
    return Standing(row, f"06{province}01{row:02}", name, None, provinces()[province], "", group, "a@x.go.th")


def test_narrowed_to_a_province_the_entries_are_those_of_the_whole() -> None:
    here, there = provinces_by_name()["นครพนม"], provinces_by_name()["สงขลา"]
    names = ("อบต.หนึ่ง", "อบต.สอง", "อบต.สาม", "อบต.สี่", "อบต.ห้า")
    old = [in_place(at, name, here if at in (1, 2, 5) else there, "B1") for at, name in enumerate(names, 1)]
    new = [one._replace(group="A1") for one in old[:4]]
    new[1] = new[1]._replace(province=provinces()[there])  # moved away, known by its code
    new[2] = new[2]._replace(province=provinces()[here])
    whole = compare_rounds(a_round(*old), a_round(*new))
    part = narrowed(whole, provinces()[here])
    assert part.entries == tuple(entry for entry in whole.entries if entry.latest.province == provinces()[here])
    assert [part.counts[change] for change in (Change.IMPROVED, Change.GONE, Change.NEW)] == [2, 1, 0]
    assert [(one.in_a.total, one.in_a.done) for one in part.rounds] == [(3, 0), (2, 2)]
    assert (part.moved_in, part.moved_out) == (1, 1)
    assert "1 in the old, 1 in the new" in " ".join(said(part))
    assert narrowed(whole, None) is whole


def test_every_report_of_a_province_is_of_it_alone_and_says_so(rounds: list[Path], tmp_path: Path) -> None:
    given = ("--province", "นครพนม", "-q")
    outputs = [tmp_path / f"c.{name}" for name in ("html", "md", "xlsx", "json", "csv")]
    done = run("compare", *rounds, *given, *(part for one in outputs for part in ("-o", one)))
    assert done.returncode == 0, done.stderr
    page, digest = (one.read_text(encoding="utf-8") for one in outputs[:2])
    book = openpyxl.load_workbook(outputs[2])
    cells = " ".join(str(cell.value) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)
    for text in (done.stdout, page, digest, cells):
        assert "จังหวัดนครพนม" in text
        assert "สงขลา" not in text
    found = by_contract("compare", outputs[3].read_text(encoding="utf-8"))
    assert found.province == {"code": "48", "name": "นครพนม"}
    assert found.series.total == [4, 4, 4, 4]
    assert [place.name for place in found.provinces] == ["นครพนม"]
    assert {one.new.province for one in found.agencies} == {"นครพนม"}
    assert len(list(csv.reader(io.StringIO(outputs[4].read_text(encoding="utf-8-sig"))))) == 5


def test_a_province_gates_its_own_changes_and_has_to_be_there(rounds: list[Path], tmp_path: Path) -> None:
    rows = rows_of(0)
    better = [*rows[:3], [*rows[3][:3], f"saraban_{rows[3][0]}@dla.go.th", *rows[3][4:]], *rows[4:]]  # in สงขลา
    paths = [tmp_path / "old.csv", tmp_path / "new.csv"]
    for path, listed in zip(paths, (rows, better), strict=True):
        path.write_text(csv_text([HEADER, *listed]), encoding="utf-8", newline="")
    gate: tuple[str | Path, ...] = ("compare", *paths, "-q", "--fail-on", "improved", "--province")
    assert [run(*gate, name).returncode for name in ("สงขลา", "นครพนม")] == [1, 0]
    for name, expected in (("เชียงใหม่", "เชียงใหม่"), ("นครพนน", "นครพนม")):
        done = run(*gate, name)
        assert done.returncode == 2
        assert expected in done.stderr
        assert len(done.stderr.strip().splitlines()) == 1


# A saved result takes no evidence


def test_evidence_for_a_saved_newest_round_is_said_to_have_no_effect(rounds: list[Path], tmp_path: Path) -> None:
    delivery = tmp_path / "delivery.csv"
    delivery.write_text("address,status\nx11@gmail.com,delivered\n", encoding="utf-8")
    done = run("compare", rounds[1], rounds[0], "--delivery", delivery, "--lang", "en")
    assert done.returncode == 0
    assert "--delivery has no effect: the newest round, r1.json, is a saved result" in done.stderr
    assert "has no effect" not in run("compare", rounds[0], rounds[1], "--delivery", delivery, "--lang", "en").stderr
    thai = run("compare", rounds[1], rounds[0], "--lang", "th").stderr
    assert "ตารางกลุ่มฉบับที่เผยแพร่ 17 ก.พ. 2569" in thai

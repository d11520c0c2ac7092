"""The day that the data are of: who says it, where it is shown, and what a round is called by it."""

import datetime
import json
from pathlib import Path

import pytest
from openpyxl import Workbook
from tests.support import CASES, read_cases, run

from saraban_check.checks.classification import Classification
from saraban_check.checks.classify import classify
from saraban_check.comparison.rounds import compare
from saraban_check.comparison.standing import Round
from saraban_check.intake.options import ListOptions
from saraban_check.intake.title_day_forms import Unread
from saraban_check.intake.title_days import _DIFFER, _WHY, told_day
from saraban_check.reference.days import abbreviated_day
from saraban_check.report.words.round_name import round_name, round_names

FEBRUARY, MARCH = datetime.date(2026, 2, 17), datetime.date(2026, 3, 4)


def a_round(file: str, as_of: datetime.date | None = None, sheet: str | None = None) -> Round:
    return Round(file, sheet, "2569-02-17", ("A1", "B1"), None, None, (), as_of=as_of)


@pytest.mark.parametrize(
    ("one", "th", "en"),
    [
        (a_round("x.csv", FEBRUARY), "รอบ 17 ก.พ. 2569", "round of 17 Feb 2026"),
        (a_round("x.csv", datetime.date(2025, 12, 1)), "รอบ 1 ธ.ค. 2568", "round of 1 Dec 2025"),
        (a_round("มีนาคม.xlsx"), "รอบ มีนาคม", "round มีนาคม"),
        (a_round("stdin"), "รอบ stdin", "round stdin"),
    ],
)
def test_a_round_is_called_by_the_day_of_its_data_else_by_its_file(one: Round, th: str, en: str) -> None:
    assert round_name(one) == (th, en)


def test_rounds_of_two_days_need_nothing_more() -> None:
    names = round_names([a_round("a.csv", FEBRUARY), a_round("a.csv", MARCH)])
    assert [name.th for name in names] == ["รอบ 17 ก.พ. 2569", "รอบ 4 มี.ค. 2569"]


@pytest.mark.parametrize(
    ("rounds", "named"),
    [
        ([a_round("a.csv", MARCH), a_round("b.csv", MARCH)], ["รอบ 4 มี.ค. 2569 (a.csv)", "รอบ 4 มี.ค. 2569 (b.csv)"]),
        ([a_round("a.csv"), a_round("a.xlsx")], ["รอบ a (a.csv)", "รอบ a (a.xlsx)"]),
        ([a_round("a.xlsx", None, "1"), a_round("a.xlsx", None, "2")], ["รอบ a (1)", "รอบ a (2)"]),
        ([a_round("1.csv"), a_round("1.csv"), a_round("c.csv")], ["รอบ 1 (1)", "รอบ 1 (2)", "รอบ c"]),
        ([a_round("a.csv", MARCH), a_round("a.csv", FEBRUARY), a_round("b.csv")],
         ["รอบ 4 มี.ค. 2569", "รอบ 17 ก.พ. 2569", "รอบ b"]),
    ],
)  # fmt: skip
def test_no_two_rounds_have_one_name(rounds: list[Round], named: list[str]) -> None:
    assert [name.th for name in round_names(rounds)] == named


def test_every_month_has_its_short_name() -> None:
    days = [abbreviated_day(datetime.date(2026, month, 9)) for month in range(1, 13)]
    assert len({day.th for day in days}) == len({day.en for day in days}) == 12
    assert days[4] == ("9 พ.ค. 2569", "9 May 2026")


TODAY = datetime.date(2026, 11, 29)
SAID = {"unread": _WHY[Unread.NO_DAY].th, "future": _WHY[Unread.FUTURE].th, "early": _WHY[Unread.EARLY].th}
SAID["differ"] = _DIFFER.th.partition("{")[0]


@pytest.mark.parametrize("case", read_cases(CASES / "title_days.csv"), ids=lambda case: case["line"])
def test_a_title_gives_the_day_of_the_data_and_no_other(case: dict[str, str]) -> None:
    titles = [[cell.strip() for cell in row.split("|")] for row in case["titles"].split("//")]
    told = told_day(titles, None, TODAY)
    assert (told.day.isoformat() if told.day else "") == case["day"]
    assert [SAID[case["said"]] in note.text.th for note in told.notes] == ([True] if case["said"] else [])


HEADER, ROW = "ชื่อหน่วยงาน,จังหวัด,อีเมล", "อบต.นาแขม,เลย,saraban_06420110@dla.go.th"


def a_list(folder: Path, *titles: str, name: str = "list.csv", rows: tuple[str, ...] = (ROW,)) -> Path:
    path = folder / name
    path.write_text("\n".join([*titles, HEADER, *rows]) + "\n", encoding="utf-8")
    return path


def classified(path: Path, as_of: datetime.date | None = None) -> Classification:
    return classify(path, ListOptions(as_of=as_of))


def test_a_text_file_tells_its_day_above_the_header(tmp_path: Path) -> None:
    assert classified(a_list(tmp_path, "อปท. จังหวัดเลย", "ข้อมูล ณ วันที่ 17 ก.พ. 2569,,")).as_of == FEBRUARY
    assert classified(a_list(tmp_path, '"as of February 17, 2026",,')).as_of == FEBRUARY
    assert classified(a_list(tmp_path, "ข้อมูล ณ วันที่,17/2/2569,")).as_of == FEBRUARY
    assert classified(a_list(tmp_path)).as_of is None


def test_rows_below_the_header_tell_no_day(tmp_path: Path) -> None:
    below = ("ข้อมูล ณ วันที่ 17 ก.พ. 2569,เลย,saraban_06420110@dla.go.th", ROW)
    assert classified(a_list(tmp_path, rows=below)).as_of is None


def test_a_workbook_tells_its_day_in_a_merged_title_or_in_a_cell_beside(tmp_path: Path) -> None:
    for title in (["ข้อมูล ณ วันที่ 17 กุมภาพันธ์ 2569"], ["ข้อมูล ณ วันที่", FEBRUARY], ["Data as of", "", FEBRUARY]):
        book = Workbook()
        sheet = book.worksheets[0]
        for row in (["บัญชีรายชื่อ"], title, HEADER.split(","), ROW.split(",")):
            sheet.append(row)
        sheet.merge_cells("A1:C1")
        if len(title) == 1:
            sheet.merge_cells("A2:C2")
        book.save(tmp_path / "list.xlsx")
        assert classified(tmp_path / "list.xlsx").as_of == FEBRUARY


def test_a_page_saved_as_a_workbook_tells_its_day(tmp_path: Path) -> None:
    rows = [["ข้อมูล ณ วันที่ ๑๗ ก.พ. ๒๕๖๙"], HEADER.split(","), ROW.split(",")]
    cells = ["".join(f"<td{' colspan=3' if len(row) == 1 else ''}>{cell}</td>" for cell in row) for row in rows]
    table = "".join(f"<tr>{row}</tr>" for row in cells)
    (tmp_path / "list.xls").write_text(f"<html><meta charset=utf-8><table>{table}</table></html>", encoding="utf-8")
    assert classified(tmp_path / "list.xls").as_of == FEBRUARY


def test_the_day_that_is_asked_for_wins_and_a_title_that_differs_is_named(tmp_path: Path) -> None:
    path = a_list(tmp_path, "ข้อมูล ณ วันที่ 17 ก.พ. 2569")
    result = classified(path, MARCH)
    assert result.as_of == MARCH
    assert any("17 ก.พ. 2569" in note.text.th for note in result.source.notes)
    assert not any("--as-of" in note.text.th for note in classified(path, FEBRUARY).source.notes)


def test_a_round_has_the_day_of_its_list_or_of_the_result_that_was_saved(tmp_path: Path) -> None:
    old = a_list(tmp_path, "ข้อมูล ณ วันที่ 17 ก.พ. 2569", name="old.csv")
    saved = run("classify", old, "--no-registry", "--format", "json", "-q").stdout
    (tmp_path / "old.json").write_text(saved, encoding="utf-8")
    new = a_list(tmp_path, name="new.csv")
    for file in ("old.csv", "old.json"):
        found = compare(tmp_path / file, new, ListOptions(as_of=MARCH))
        assert [one.as_of for one in (found.old, found.new)] == [FEBRUARY, MARCH]
    earlier = json.loads(saved)
    del earlier["as_of"]  # as 0.5.0 wrote it
    (tmp_path / "old.json").write_text(json.dumps(earlier), encoding="utf-8")
    assert compare(tmp_path / "old.json", new).old.as_of is None


@pytest.mark.parametrize(("asked", "said"), [("1/1/2600", "yet to come"), ("31/2/2569", "no date")])
@pytest.mark.parametrize(
    "command",
    [("classify",), ("explain",), ("fix", "--dry-run"), ("compare", "list.csv"), ("bounces", "m.eml", "--for")],
    ids=lambda command: command[0],
)
def test_a_day_yet_to_come_is_refused_by_every_command(
    tmp_path: Path, command: tuple[str, ...], asked: str, said: str
) -> None:
    a_list(tmp_path)
    found = run(*command, "list.csv", "--as-of", asked, "--lang", "en", cwd=tmp_path)
    assert found.returncode == 2
    assert found.stderr.count("\n") == 1
    assert f"--as-of {asked}: " in found.stderr
    assert said in found.stderr

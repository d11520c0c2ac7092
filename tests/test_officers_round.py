"""The whole round as an officer plays it: the circular's answers, the classification, each province's file, the
cabinet's paper, and what changed; every figure against the plan of the inputs (`officers_round`).
"""

import csv
import json
from collections import Counter
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document
from tests.officers_round import (
    DAY,
    EACH,
    PROVINCES,
    SENT,
    TOTAL,
    agencies,
    expected,
    write_lists,
    write_mails,
    write_notices,
)
from tests.support import run

EVIDENCE = ("--bounces", "inbox.mbox", "--since", SENT, "--sent-all", "--notices", "notices", "--no-registry")


def ok(folder: Path, *args: str) -> str:
    done = run(*args, cwd=folder, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


def groups_of(result: dict[str, Any]) -> Counter[str]:
    summary = result["summary"]
    found = {**summary["groups"], "undetermined": summary["undetermined"], "outside": summary["outside_table"]}
    return Counter({group: count for group, count in found.items() if count})


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The inputs, and what the officer writes of them, step by step."""
    path = tmp_path_factory.mktemp("round")
    write_lists(path)
    assert write_mails(path / "inbox.mbox") == 200
    assert write_notices(path / "notices") == 50
    ok(path, "classify", "round1.xlsx", "--no-registry", "-o", "round1.json", "-q")
    ok(path, "bounces", "inbox.mbox", "--for", "round2.xlsx", "--since", SENT, "--sent-all", "-o", "delivery.csv", "-q")
    names = ("round2.json", "report.xlsx", "report.html", "report.docx", "report.md")
    written = [word for name in names for word in ("-o", name)]
    parts = ("--since", "round1.json", "--split", "province", "provinces")
    ok(path, "classify", "round2.xlsx", *EVIDENCE, *written, *parts, "-q")
    return path


def read(folder: Path, name: str) -> Any:
    return json.loads((folder / name).read_text(encoding="utf-8"))


def test_every_agency_is_in_the_group_of_its_plan_in_both_rounds(folder: Path) -> None:
    before, now = read(folder, "round1.json"), read(folder, "round2.json")
    assert groups_of(before) == expected("before")
    assert groups_of(now) == expected("now")
    assert now["summary"]["total"] == TOTAL
    assert [agency["group"] for agency in now["agencies"]] == [one.plan.now for one in agencies()]


def test_what_came_back_of_the_circular_is_told_of_each_agency(folder: Path) -> None:
    with (folder / "delivery.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    told = {one["address"].casefold(): one["status"] for one in lines}
    for one in agencies():
        if one.plan.address != "none":
            wanted = {"": "delivered", "answer": "delivered"}.get(one.plan.mail, one.plan.mail.split(" ")[0])
            assert told[one.address(one.plan.address)] == wanted, one


def test_the_delivery_file_comes_to_the_same_groups_as_the_mails(folder: Path) -> None:
    args = ("classify", "round2.xlsx", "--delivery", "delivery.csv", "--notices", "notices", "--no-registry")
    found = json.loads(ok(folder, *args, "--format", "json", "-q"))
    changed = [
        (one.plan, agency["group"])
        for one, agency in zip(agencies(), found["agencies"], strict=True)
        if agency["group"] != one.plan.now and one.plan.address != "none"
    ]
    assert not changed


def test_what_changed_between_the_rounds_is_what_the_plan_says(folder: Path) -> None:
    found = json.loads(ok(folder, "compare", "round1.json", "round2.json", "--format", "json", "-q"))
    moved = Counter((one["old"]["group"], one["new"]["group"]) for one in found["agencies"])
    assert moved == Counter((one.plan.before, one.plan.now) for one in agencies())
    assert found["changes"]["improved"] == (4 + 9 + 2) * len(PROVINCES)
    assert found["changes"]["worsened"] == 3 * len(PROVINCES)
    assert found["changes"]["unclear"] == 5 * len(PROVINCES)


def paper_of(path: Path) -> str:
    """All texts of a Word document, its tables' too."""
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def cells_of(path: Path) -> list[str]:
    book = openpyxl.load_workbook(path, read_only=True)
    rows = [row for sheet in book.worksheets for row in sheet.iter_rows(values_only=True)]
    return [str(value) for row in rows for value in row if value is not None]


def test_every_paper_says_of_which_day_it_is(folder: Path) -> None:
    said = f"ข้อมูล ณ วันที่ {DAY}"
    assert read(folder, "round2.json")["as_of"] == "2026-11-17"
    assert said in (folder / "report.md").read_text(encoding="utf-8")
    assert said in paper_of(folder / "report.docx")
    assert any(said in cell for cell in cells_of(folder / "report.xlsx"))
    for province in (folder / "provinces").iterdir():
        assert any(said in cell for cell in cells_of(province)), province


def test_the_cabinet_reads_the_figures_of_the_plan_and_what_changed(folder: Path) -> None:
    paper = paper_of(folder / "report.docx")
    now = expected("now")
    done = now["A1"] + now["A2"]
    assert f"จำนวน {TOTAL} แห่ง" in paper
    assert f"มีจำนวน {done} แห่ง" in paper
    assert "เป็นการสมมติ" in paper  # no report tells of most of the deliveries
    assert str((4 + 9 + 2) * len(PROVINCES)) in paper


def test_each_province_gets_its_own_agencies_and_nobody_elses(folder: Path) -> None:
    files = sorted((folder / "provinces").iterdir())
    assert [path.name for path in files] == [f"{code}-{name}.xlsx" for code, name in PROVINCES.items()]
    for path, province in zip(files, PROVINCES.values(), strict=True):
        cells = set(cells_of(path))
        for one in agencies():
            assert (one.code in cells) == (one.province == province)


def test_what_is_the_state_of_one_province_is_answered_alike_everywhere(folder: Path) -> None:
    """A part of the list, a part of the comparison, and the workbook of the part."""
    args = ("classify", "round2.xlsx", *EVIDENCE, "--province", "นครพนม")
    part = json.loads(ok(folder, *args, "--format", "json", "-q"))
    assert groups_of(part) == expected("now", "นครพนม")
    assert part["summary"]["total"] == EACH
    moved = json.loads(
        ok(folder, "compare", "round1.json", "round2.json", "--province", "นครพนม", "--format", "json", "-q")
    )
    assert moved["changes"]["improved"] == 4 + 9 + 2
    assert ok(folder, *args, "-q").count("จังหวัดนครพนม") >= 1


def test_one_agency_is_found_by_its_words_and_a_team_by_its_column(folder: Path) -> None:
    one = next(agency for agency in agencies() if agency.province == "นครพนม")
    said = ok(folder, "explain", "round2.xlsx", f"{one.name} นครพนม", "--no-registry", "-q")
    assert one.name in said
    assert f"แถว {one.row}" in said
    by_team = ok(folder, "classify", "round2.xlsx", "--no-registry", "--by", "ผู้ติดตาม", "-q")
    assert "ทีมเหนือ" in by_team
    assert "ทีมใต้" in by_team
    team = ("--where", "ผู้ติดตาม=ทีมใต้", "--format", "json", "-q")
    found = json.loads(ok(folder, "classify", "round2.xlsx", "--no-registry", *team))
    assert found["summary"]["total"] == TOTAL // 2

"""The whole round as an officer plays it: the circular's answers, the classification, each province's file, the
cabinet's paper, and what changed; every figure against the plan of the inputs (`officers_round`).
"""

import csv
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from tests.officers_round import (
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
    written = ("-o", "round2.json", "-o", "report.xlsx", "-o", "report.html", "--split", "province", "provinces")
    ok(path, "classify", "round2.xlsx", *EVIDENCE, *written, "-q")
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

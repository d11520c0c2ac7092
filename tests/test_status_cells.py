"""Status cells as officers write them, each read as it should be, or not at all (decisions: Lists): wrong is worst."""

import datetime

import pytest
from tests.support import CASES, read_cases

from saraban_check.checks.assess import Assessor
from saraban_check.grouping.table import published_table
from saraban_check.intake import status_days
from saraban_check.intake.cells import is_answer
from saraban_check.intake.status_words import LONGEST
from saraban_check.intake.statuses import StatusReader
from saraban_check.model.record import AgencyRecord, Facts, ProblemKind
from saraban_check.reference.words import words
from saraban_check.rules.sb5_notice import notice_findings

CELLS = read_cases(CASES / "status_cells.csv")
FIELDS = {"joint": "notice_and_posted"}
READINGS = {"yes", "no", "not yet", "not both", "notice yes", "notice no", "posted no", "states none", "unknown"}


@pytest.fixture(autouse=True)
def _a_day_in_2026(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(status_days, "today", lambda: datetime.date(2026, 11, 28))


def reading(column: str, cell: str) -> tuple[str, bool]:
    """What a cell is read as in a column, in the words of the case file, and whether it was understood."""
    field = FIELDS.get(column, column)
    facts, problems = StatusReader({field: 0}, [field]).read(cell)
    return _said(column, facts), all(problem.kind is not ProblemKind.NOT_UNDERSTOOD for problem in problems)


NOTICE_CELLS: dict[tuple[bool | None, bool | None], str] = {
    (True, None): "yes",
    (False, None): "no",
    (True, False): "posted no",
}
"""What a cell on the notice reads as, by what it tells of the notice and of its posting."""


def _said(column: str, facts: Facts) -> str:
    if column == "delivery":
        return facts.delivery.value
    if column in ("posted", "upgraded"):
        value = facts.posted if column == "posted" else facts.upgraded
        return "not yet" if facts.under_way else {True: "yes", False: "no", None: "unknown"}[value]
    known = (facts.notice, facts.posted, facts.notice_and_posted)
    if facts.states_address is False:
        return "states none"
    if facts.under_way:
        return "not yet"
    if column == "notice":
        return NOTICE_CELLS.get((facts.notice, facts.posted), "unknown")
    return {
        (True, True, True): "yes",
        (True, None, None): "notice yes",
        (False, None, False): "notice no",
        (True, False, False): "posted no",
        (None, None, False): "not both",
    }.get(known, "unknown")


@pytest.mark.parametrize("case", CELLS, ids=lambda case: f"line{case['line']}-{case['column']}-{case['reads']}")
def test_status_cell_reads_as(case: dict[str, str]) -> None:
    said, understood = reading(case["column"], case["cell"])
    assert said == case["reads"], f"{case['cell']!r} {case['note']}"
    assert understood is (case["reads"] not in ("unknown", "notice yes")), f"{case['cell']!r} {case['note']}"


def test_case_file_covers_every_reading() -> None:
    delivery = {case["reads"] for case in CELLS if case["column"] == "delivery"}
    assert delivery == {"delivered", "full", "failed", "unknown"}
    assert {case["reads"] for case in CELLS if case["column"] != "delivery"} == READINGS


def test_what_is_under_way_is_said() -> None:
    cell, silent = "กำลังดำเนินการ", Facts(notice=True, posted=False)
    for facts in (Facts(notice=False, under_way=cell), silent._replace(under_way=cell)):
        (finding,) = notice_findings(facts, stated=True)
        assert f"“{cell}”" in finding.message("th")
        assert f"“{cell}”" in finding.message("en")
    assert "“" not in notice_findings(silent, stated=True)[0].message("en")


def test_what_is_under_way_in_the_joint_column_is_said_where_the_group_is_open() -> None:
    reader = StatusReader({"notice_and_posted": 0, "delivery": 1}, ["joint", "delivery"])
    facts, _ = reader.read(("อยู่ระหว่างดำเนินการ", "ส่งถึง"))
    record = AgencyRecord(address="saraban_06900115@dla.go.th", facts=facts)
    (finding,) = Assessor(published_table()).assess(record).findings
    assert finding.code == "SB802"
    assert "“อยู่ระหว่างดำเนินการ”" in finding.message("th")


@pytest.mark.parametrize("column", ["notice", "delivery"])
def test_many_words_take_no_long(column: str) -> None:
    words = ["มี", "แล้ว", "ไม่", "ไม่ได้", "ส่ง", "อีเมล", "ตีกลับ", "ลง", "ข้อมูล", "ระบบ", "ถูกต้อง", "/", "เต็ม", "550", "ผู้รับ"]
    for one in words:
        for other in words:
            assert reading(column, (one + other) * (LONGEST // len(one + other)))[0] in (
                "unknown",
                "failed",
                "full",
                "yes",
            )


def test_a_list_of_words_that_there_is_not_is_no_empty_one() -> None:
    """A guard that asked a list which had moved was silently off."""
    assert words("none").whole("ไม่มี")
    with pytest.raises(KeyError):
        words("delivered")


@pytest.mark.parametrize("text", ["มีประกาศ", "ลงในระบบ info.go.th", "ส่งไม่ได้", "ยกฐานะ", "✓", "550", "รอลงนาม"])
def test_an_answer_is_known_as_one(text: str) -> None:
    assert is_answer(text)


@pytest.mark.parametrize("text", ["", "-", "อีเมล", "ท่าข้าม", "หมายเหตุ", "ผู้ตรวจสอบ", "-1"])
def test_what_is_no_answer_is_known_as_none(text: str) -> None:
    assert not is_answer(text)

"""What each is told to do: an agency what it can do itself, the office what only it can find out."""

import datetime
import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests.support import CASES, csv_text, read_cases
from tests.test_cabinet import texts

from saraban_check.bounces.reasons import Reason
from saraban_check.checks.classification import Classification
from saraban_check.checks.classify import classify
from saraban_check.checks.judging import FurtherSources
from saraban_check.checks.open_tasks import open_tasks_of
from saraban_check.delivery.evidence import DeliveryEvidence
from saraban_check.files.cabinet.document import docx_document
from saraban_check.files.part.contents import PartContents
from saraban_check.files.part.document import part_document
from saraban_check.model.delivery import DeliveryReport, MailStatus
from saraban_check.report.run import Report
from saraban_check.report.views.todo import open_tasks

COLUMNS = ("รหัส", "ชื่อหน่วยงาน", "จังหวัด", "อีเมล", "มีประกาศฯ ม.10", "ลงใน info.go.th", "สถานะการส่ง")
TOLD = read_cases(CASES / "agency_told.csv")
DAY = datetime.datetime(2026, 11, 2, tzinfo=datetime.UTC)


def _report(case: dict[str, str]) -> DeliveryReport:
    told = case["bounce"]
    if told in Reason.__members__:
        status, said = MailStatus.UNKNOWN, Reason[told].say("550 5.7.1 no")
    else:
        status, said = MailStatus(told), "550 5.1.1 no such user"
    return DeliveryReport(case["address"], status, "5.1.1", "550", said, DAY, "กล่อง.mbox#7")


def _classified(folder: Path, *cases: dict[str, str]) -> Classification:
    path = folder / "list.csv"
    facts = ("notice", "posted", "delivery")
    rows = [("06480191", "อบต.ท่าสมมติ", "นครพนม", case["address"], *(case[fact] for fact in facts)) for case in cases]
    path.write_text(csv_text([COLUMNS, *rows]), "utf-8")
    evidence = DeliveryEvidence(_report(case) for case in cases if case["bounce"])
    return classify(path, sources=FurtherSources(delivery=evidence))


@pytest.mark.parametrize("case", TOLD, ids=[case["why"] for case in TOLD])
def test_each_is_told_what_it_can_do(case: dict[str, str], tmp_path: Path) -> None:
    result = _classified(tmp_path, case)
    (agency,) = result.agencies
    assert "|".join(step.key for step in agency.steps) == case["steps"]
    assert "|".join(open_tasks_of(agency)) == case["open"]
    assert len(list(open_tasks(result.summary))) == len(list(filter(None, case["open"].split("|"))))
    part = PartContents(result, "th")
    keys = part.keys_of(agency) if agency.group != "A1" else []
    assert ("|".join(keys) or "-") == case["told"]
    is_listed = case["told"] != "-"
    assert bool(part.tasks) is is_listed
    assert part.waiting == (not is_listed and agency.group != "A1")


@pytest.mark.parametrize("case", TOLD, ids=[case["why"] for case in TOLD])
def test_the_province_is_asked_nothing_that_only_the_office_knows(case: dict[str, str], tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(part_document(_classified(tmp_path, case), "th")))
    letter, tasks, agencies = ("\n".join(map(str, row)) for sheet in book for row in [_cells(sheet)])
    assert "mbox#" not in letter + tasks + agencies
    assert "สถานะการส่ง" not in letter + tasks
    rows = list(book.worksheets[1].iter_rows(min_row=2, values_only=True))
    assert [row[5] for row in rows if row[1]] == ([case["to_use"]] if case["told"] != "-" else [])
    is_a1 = case["told"] == "-" and not case["open"]
    assert ("ทุกหน่วยงานอยู่กลุ่ม A1" in letter) is is_a1


def _cells(sheet: Any) -> list[str]:
    return [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None]


def test_the_officer_still_sees_which_mail_it_was(tmp_path: Path) -> None:
    (case,) = (case for case in TOLD if case["bounce"] == "failed")
    result = _classified(tmp_path, case)
    assert any("กล่อง.mbox#7" in finding.message("th") for finding in result.agencies[0].findings)


def test_the_letter_counts_who_waits_beside_who_has_something_to_do(tmp_path: Path) -> None:
    waiting, failing = (next(case for case in TOLD if case["why"].startswith(why)) for why in ("only", "the mailbox"))
    book = openpyxl.load_workbook(io.BytesIO(part_document(_classified(tmp_path, waiting, failing, waiting), "th")))
    counts = {row[1]: row[2] for row in book.worksheets[0].iter_rows(values_only=True)}
    assert counts["หน่วยงานในแผ่นงาน “สิ่งที่ต้องทำ” ที่มีเรื่องต้องดำเนินการ"] == 1
    assert counts["รอสำนักงาน ก.พ.ร. ตรวจสอบผลการส่งอีเมล"] == 2


def test_the_summary_parts_what_was_refused_for_the_sender_from_what_is_missing(tmp_path: Path) -> None:
    names = ("refused for the sender", "the notice is not known")
    cases = [next(case for case in TOLD if case["why"] == why) for why in names]
    cases[1] = {**cases[1], "address": "saraban_06480292@dla.go.th"}
    result = _classified(tmp_path, *cases)
    (resend, first, _), (fill, second, _) = open_tasks(result.summary)
    assert "เซิร์ฟเวอร์อื่น" in resend.th
    assert "ขาด: ประกาศฯ ม.10 1)" in fill.th
    assert (first, second) == ((2,), (3,))


def test_the_paper_asks_agencies_and_the_office_apart(tmp_path: Path) -> None:
    cases = [case for case in TOLD if case["why"] in ("not posted", "only delivery is not known")]
    said = texts(docx_document(Report(_classified(tmp_path, *cases), "th", "list.csv")))
    asked, office = (next(at for at, text in enumerate(said) if word in text) for word in ("ขอให้หน่วยงาน", "ก.พ.ร. ต้อง"))
    assert any("info.go.th" in text for text in said[asked:office])
    assert not any("สถานะการส่ง" in text for text in said[asked:office])
    assert any("กรอกข้อมูลที่ขาด" in text for text in said[office:])
    alone = texts(docx_document(Report(_classified(tmp_path, cases[0]), "th", "list.csv")))
    assert not any("ก.พ.ร. ต้อง" in text for text in alone)

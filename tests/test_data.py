"""The folder `data/`: what the documents play their examples with, and what the program says of it."""

import re
from functools import partial
from pathlib import Path
from types import ModuleType

import openpyxl
import pytest
from tests.documents import needs_thai_ocr
from tests.support import ci_module, run

from saraban_check import (
    AgencyResult,
    Change,
    Classification,
    DeliveryEvidence,
    FurtherSources,
    Judging,
    NoticeContext,
    check_notices,
    classify,
    compare,
    load_agencies,
    load_registry,
    notices_of_list,
    read_bounces,
)
from saraban_check.documents.reading import DocumentReader

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"
LIST = DATA / "agencies.xlsx"
STATES = {  # each notice that is no picture, and the rules that it breaks
    "03900191.docx": ("correct", set()),
    "05530691.pdf": ("correct", set()),
    "06320205.docx": ("incorrect", {"SB521"}),
    "06480115.docx": ("correct", set()),
}
SCAN = "06380291-scan.pdf"


@pytest.fixture(scope="module")
def first() -> Classification:
    return classify(LIST)


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    return ci_module("data")


def test_each_notice_gives_what_it_is_there_for() -> None:
    files = sorted((DATA / "notices").iterdir())
    assert [file.name for file in files if file.name not in STATES] == [SCAN]
    found = {
        Path(notice.name).name: (notice.state.value, {finding.code for finding in notice.findings})
        for notice in check_notices(
            [file for file in files if file.name != SCAN],
            NoticeContext(agencies=load_agencies(LIST), registry=load_registry(DATA / "registry.csv")),
        )
    }
    assert found == STATES


def test_notices_and_bounces_beside_the_list_move_one_row_each(first: Classification) -> None:
    needs_thai_ocr()
    reports = list(read_bounces([DATA / "bounces.mbox"]))
    read = partial(notices_of_list, [DATA / "notices"])
    result = classify(LIST, sources=FurtherSources(DeliveryEvidence(reports), read_notices=read))
    groups = zip(first.agencies, result.agencies, strict=True)
    moved = {after.record.name: (before.group, after.group) for before, after in groups if before.group != after.group}
    assert moved == {
        "อบต.วังทองสมมติ": ("A1", "outside"),  # bounced, though the list says that mail arrives: in no group of the table
        "อบต.ปทุมจำลอง": ("undetermined", "A2"),  # its mailbox is full, of which the list says nothing
        "อบต.เซกาจำลอง": ("undetermined", "A1"),  # has a notice, which is a scan
    }
    assert {report.address for report in reports} <= {agency.verdict.value for agency in first.agencies}
    assert result.notices is not None


def test_the_second_round_has_every_kind_of_change() -> None:
    counts = compare(LIST, DATA / "round2.xlsx").counts
    assert {change: counts[change] for change in Change if counts[change]} == {
        Change.WORSENED: 3,
        Change.IMPROVED: 10,
        Change.UNCLEAR: 1,
        Change.UNCHANGED: 53,
        Change.NEW: 1,
        Change.GONE: 1,
        Change.UNMATCHED: 4,
    }


def test_the_registry_holds_the_agencies_of_the_list(first: Classification) -> None:
    result = classify(LIST, judging=Judging(registry=load_registry(DATA / "registry.csv")))
    moved = [
        after.record.name for before, after in zip(first.agencies, result.agencies) if before.outcome != after.outcome
    ]
    assert moved == []  # no group changes by a registry
    not_in_it = [agency.record.name for agency in result.agencies if not found(agency)]
    assert not_in_it == ["ทต.สวนจำลอง", "สำนักงานสาธิตจังหวัดลำปาง"]  # under its new code; no local agency


@pytest.mark.parametrize("name", ["agencies.xlsx", "round2.xlsx"])
def test_the_settings_of_the_folder_are_read_and_pass(name: str) -> None:
    done = run("classify", DATA / name, "--config", DATA / "saraban-check.toml", "-q")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "SB902" not in done.stdout
    stricter = run("classify", DATA / name, "--config", DATA / "saraban-check.toml", "-q", "--max-follow-up", "10%")
    assert stricter.returncode == 1


def test_the_folder_is_small_and_names_nobody() -> None:
    files = [path for path in DATA.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < 300_000
    with DocumentReader(ocr=False) as reader:
        texts = [reader.read(path).text for path in files if path.suffix in {".docx", ".pdf"}]
    texts += [path.read_text(encoding="utf-8-sig") for path in files if path.suffix in {".csv", ".toml", ".mbox"}]
    for text in texts:
        assert set(re.findall(r"(?:นาย|นาง|นางสาว)(?!ก)\S+ \S+?(?=\))", text)) <= {"นายสมมติ ตัวอย่างดี"}
        assert not re.search(r"(?<![\d๐-๙-])[0๐][689๖๘๙][\d๐-๙]?-?[\d๐-๙]{3,4}-?[\d๐-๙]{4}(?![\d๐-๙])", text)


def test_what_the_script_makes_is_what_is_there(maker: ModuleType, tmp_path: Path) -> None:
    maker.write_registry(tmp_path / "registry.csv")
    assert (tmp_path / "registry.csv").read_bytes() == (DATA / "registry.csv").read_bytes()
    maker.write_round2(tmp_path / "round2.xlsx")
    assert cells(tmp_path / "round2.xlsx") == cells(DATA / "round2.xlsx")
    assert {made.file for made in maker.NOTICES} == {*STATES, SCAN}


def found(agency: AgencyResult) -> bool:
    return agency.registry_match is not None and bool(agency.registry_match.entries)


def cells(path: Path) -> list[tuple[object, ...]]:
    return list(openpyxl.load_workbook(path).worksheets[0].values)

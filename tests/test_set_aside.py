"""Rows that are no agencies: which they are, and that they stand in every output and in no count (decisions: Lists)."""

import csv
import io
import json
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests.support import CASES, read_cases, run

from saraban_check import classify
from saraban_check.checks.deliveries import match_deliveries
from saraban_check.checks.judging import FurtherSources
from saraban_check.checks.notices import load_agencies
from saraban_check.comparison.rounds import compare
from saraban_check.delivery.evidence import load_delivery
from saraban_check.drafting.plan import plan_drafts
from saraban_check.fixing.plan import plan_fixes
from saraban_check.formats import Result, writers_of
from saraban_check.gating.baseline import baseline_of
from saraban_check.intake.headings import find_header
from saraban_check.intake.options import ListOptions
from saraban_check.intake.records import RecordReader
from saraban_check.model.errors import InputError
from saraban_check.model.record import AgencyRecord, ProblemKind, SetAside, SourceRow, UnreadableCell
from saraban_check.reference.days import today
from saraban_check.registry.files import import_registry

WRITERS = writers_of(Result.CLASSIFY)

FULL = "ลำดับ|รหัส อปท.|ชื่อหน่วยงาน|อำเภอ|จังหวัด|เว็บไซต์|อีเมลสารบรรณกลาง|มีประกาศฯ ม.10|สถานะการส่งอีเมล"
HEADERS = {
    "full": [FULL],
    "short": ["ชื่อหน่วยงาน|จังหวัด|อีเมล|ผลส่ง"],
    "english": ["No.|Agency|Province|E-mail|Delivery status"],
    "form": ["ที่|จังหวัด|อำเภอ|ประเภท|หน่วยงาน|อีเมล|หมายเหตุ"],
    "two": ["ที่|หน่วยงาน|จังหวัด|ช่องทาง||ประกาศฯ ม.10|", "|||อีเมล|เว็บไซต์|มีประกาศ|ลงใน info.go.th"],
    "hospital": ["หน่วยบริการ|มีประกาศ|ลงแล้ว|อีเมล"],
    "contact": ["ติดต่อ|ชื่อ อปท.|อีเมล"],
    "status": ["ลำดับ|ชื่อหน่วยงาน|จังหวัด|อีเมล|มีประกาศฯ ม.10|ลง info.go.th|สถานะการส่งอีเมล|หมายเหตุ"],
    "beside": ["|อีเมลกลาง||"],
}
"""The lists of `cases/set_aside.csv`; `hospital` and `contact` have columns that no field is known for,
`beside` some without a heading."""


def reader_of(rows: Sequence[str]) -> RecordReader:
    header = find_header([row.split("|") for row in rows], {})
    assert header is not None
    return RecordReader(header)


READERS = {name: reader_of(rows) for name, rows in HEADERS.items()}


def what_is(reader: RecordReader, cells: Sequence[Any]) -> str:
    """`agency`, `SB906`, or the kind of a row that is set aside."""
    width = len(reader.header.names)
    read = reader.read(SourceRow(2, [*cells, *[""] * (width - len(cells))]))
    if isinstance(read, SetAside):
        return read.kind.value
    doubted = any(problem.kind is ProblemKind.PERHAPS_NO_AGENCY for problem in read.problems)
    return "SB906" if doubted else "agency"


@pytest.mark.parametrize("case", read_cases(CASES / "set_aside.csv"), ids=lambda case: f"line{case['line']}")
def test_a_row_is_what_it_is(case: dict[str, str]) -> None:
    assert what_is(READERS[case["list"]], case["row"].split("|")) == case["is"], case["note"]


def test_the_cases_have_all_directions() -> None:
    found = [case["is"] for case in read_cases(CASES / "set_aside.csv")]
    assert set(found) == {"agency", "SB906", "header", "title", "page", "total", "note", "source", "author"}
    assert found.count("agency") > 70
    assert found.count("SB906") > 20


# The beginnings of names that there are or that there may be, with what a word of a total or a note begins with, too.
_FIRST = ("รวม", "ร่วม", "ยอด", "ที่", "ที่มา", "หมาย", "หน้า", "นาย", "นาง", "แหล่ง", "ข้อมูล", "ผู้", "โทร", "ต่อ", "สรุป", "ทั้ง")
_SECOND = ("ไทยพัฒนา", "ใจ", "ทราย", "เจริญ", "เหตุ", "อาม", "รอง", "โพธิ์", "ใหม่", "น้อย", "เก่า", "ทอง", "", "กลุ่ม", "แห่ง")
_KINDS = ("", "อบต.", "ทต.", "เทศบาลตำบล", "องค์การบริหารส่วนตำบล")
_FILLED = {
    "full": (
        "||{}",
        "7||{}",
        "||{}|เมือง|นครพนม",
        "||{}||||ไม่มี|✗|✗",
        "||{}||||saraban_06480191dla.go.th",
        "|06480191|{}",
    ),
    "short": ("{}", "{}|นครพนม", "{}||-|1", "{}|นครพนม|ไม่มี|0"),
    "contact": ("|{}", "042510000|{}|", "นายสมชาย ใจดี|{}|ไม่มี"),
    "form": ("|||อบต.|{}||", "|นครพนม|||{}||รวมกับแห่งอื่น", "5|นครพนม|||{}||หมายเหตุ: ยกฐานะ"),
}


@pytest.mark.parametrize("name", [first + second for first in _FIRST for second in _SECOND])
def test_no_name_is_set_aside(name: str) -> None:
    """Whatever a name begins with, bare or with its kind, alone in its row or not."""
    if name in ("รวม", "ที่มา", "ทั้งแห่ง", "หมายเหตุ"):
        pytest.skip("the word itself")
    for list_, rows in _FILLED.items():
        for row in rows:
            for kind in _KINDS:
                assert what_is(READERS[list_], row.format(kind + name).split("|")) in ("agency", "SB906"), (kind, row)


def test_a_sum_that_was_never_calculated_is_no_address() -> None:
    def formula(text: str) -> list[Any]:
        return ["", "รวม", "2 แห่ง", UnreadableCell(text)]

    assert what_is(READERS["status"], formula("=COUNTA(D4:D5)")) == "total"
    assert what_is(READERS["status"], formula('=COUNTIF(D4:D5,"*@*")')) == "total"
    assert what_is(READERS["status"], formula("=VLOOKUP(A4,ฐาน!A:B,2)")) == "SB906"
    assert what_is(READERS["status"], ["", "ผู้ตรวจสอบภายใน", "", UnreadableCell("=VLOOKUP(A4,B:C,2)")]) == "SB906"
    assert what_is(READERS["status"], ["", "ท่าเรือ", "", UnreadableCell("=VLOOKUP(A4,B:C,2)")]) == "agency"


def test_no_hostile_cell_is_slow_or_raises() -> None:
    reader = READERS["full"]
    for text in ("รวม", "1", ".", " ", "(", "*", "หน้า ", "=", "\t", "ก", "(นาย", "รวม 1 แห่ง ", "จำนวน", "a"):
        long = text * (32_767 // len(text))
        for cells in (["", "", long], [long] * 2):
            what_is(reader, cells)


LIST = f"""{FULL.replace("|", ",")}
1,06480191,อบต.ท่าข้าม,เมือง,นครพนม,,saraban_06480191@dla.go.th,✓,✓
2,06480192,อบต.ท่าเรือ,เมือง,นครพนม,,Saraban_06480192@dla.go.th,✓,✓
,,รวมจังหวัดนครพนม 2 แห่ง,,,,,,
{FULL.replace("|", ",")}
3,05160193,ทต.ท่าทราย,เมือง,ลพบุรี,,admin@gmail.com,✗,✗
,,=SUM(A1),,,,,,
,,รวมทั้งสิ้น,,,,3 แห่ง,2,2
หมายเหตุ: ::error::[bold] ข้อมูลอาจเปลี่ยนแปลง,,,,,,,,
ที่มา : กรมส่งเสริมฯ
"""
ASIDE = [(4, "total"), (5, "header"), (8, "total"), (9, "note"), (10, "source")]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "list.xlsx"
    workbook = openpyxl.Workbook()
    for row in csv.reader(io.StringIO(LIST.replace("=SUM(A1)", "ท่าหิน"))):
        workbook.worksheets[0].append(row)
    workbook.save(path)
    return path


def aside_of(rows: Sequence[SetAside]) -> list[tuple[int, str]]:
    return [(row.row, row.kind.value) for row in rows]


def test_rows_set_aside_enter_no_count(file: Path) -> None:
    result = classify(file)
    assert aside_of(result.set_aside) == ASIDE
    assert result.set_aside_count == len(ASIDE)
    assert result.summary.total == len(result.agencies) == 4  # the row of a formula's text is an agency's
    assert [agency.record.row for agency in result.agencies] == [2, 3, 6, 7]
    whole = classify(file.with_name(_without(file)))
    assert result.summary.groups == whole.summary.groups
    assert result.summary.rules == whole.summary.rules
    assert baseline_of(result.agencies) == baseline_of(whole.agencies)
    drafts, of_whole = plan_drafts(result, today()), plan_drafts(whole, today())
    assert [draft.file for draft in drafts.drafts] == [draft.file for draft in of_whole.drafts]
    assert len(drafts.not_drafted) == len(of_whole.not_drafted)
    assert {change.row for change in plan_fixes(result).changes} == {3}


def _without(file: Path) -> str:
    """The name of a copy of the list that has the agencies only."""
    lines = LIST.splitlines(keepends=True)
    kept = [line for number, line in enumerate(lines, start=1) if number not in dict(ASIDE)]
    file.with_name("whole.csv").write_text("".join(kept), encoding="utf-8")
    return "whole.csv"


def test_a_header_or_total_that_comes_twice_is_no_twin(tmp_path: Path) -> None:
    path = tmp_path / "twice.csv"
    head = "ชื่อหน่วยงาน,จังหวัด,อีเมล\n"
    path.write_text(
        head + "อบต.ท่าข้าม,นครพนม,saraban_06480191@dla.go.th\n" + f"{head}รวม,นครพนม,1 แห่ง\n" * 3, encoding="utf-8"
    )
    result = classify(path)
    assert result.summary.total == 1
    assert result.set_aside_count == 6
    assert not result.summary.rules["SB902"]
    assert not result.summary.rules["SB903"]


@pytest.mark.parametrize("total", ["รวม,2,2", "รวมทั้งสิ้น,2 แห่ง,", "หมายเหตุ,ข้อมูลอาจเปลี่ยนแปลง,", "ชื่อหน่วยงาน,จังหวัด,อีเมล"])
@pytest.mark.parametrize("rows", [2, 300])
def test_a_total_does_not_speak_for_its_columns(tmp_path: Path, total: str, rows: int) -> None:
    """Its 2 is no province, and the column of the provinces' numbers stays one; also behind the sample of a column."""
    path = tmp_path / "numbers.csv"
    lines = [f"อบต.ท่าที่{number},48,\n" for number in range(rows)]
    path.write_text("ชื่อหน่วยงาน,จังหวัด,อีเมล\n" + "".join(lines) + total + "\n", encoding="utf-8")
    result = classify(path)
    assert result.set_aside_count == 1
    assert {agency.record.province and agency.record.province.code for agency in result.agencies} == {"48"}
    path.write_text(path.read_text(encoding="utf-8") + "อบต.ท่าข้าม,2,\n", encoding="utf-8")
    assert {agency.record.province for agency in classify(path).agencies} == {None}


def test_every_reader_of_a_list_agrees(file: Path, tmp_path: Path) -> None:
    assert load_agencies(file).count == 4
    assert aside_of(load_agencies(file).set_aside) == ASIDE
    comparison = compare(file, file)
    assert comparison.new.total == 4
    assert aside_of(comparison.new.set_aside) == ASIDE
    report = tmp_path / "delivery.csv"
    report.write_text("address,status\n3 แห่ง,failed\n", encoding="utf-8")
    matched = match_deliveries(file, load_delivery(report))
    assert len(matched.agencies) == 4
    assert matched.set_aside_count == len(ASIDE)
    asked: list[str] = []

    def look_up(domains: Any) -> Any:
        asked.extend(domains)
        raise InterruptedError

    with pytest.raises(InterruptedError):
        classify(file, sources=FurtherSources(look_up=look_up))
    assert asked == ["dla.go.th", "gmail.com"]
    left_out = import_registry(file).left_out
    assert [(one.row, one.why.en) for one in left_out] == [
        (4, "no agency (a total)"),
        (5, "no agency (the header again)"),
        (7, "no code that can be read"),
        (8, "no agency (a total)"),
        (9, "no agency (a note)"),
        (10, "no agency (a source)"),
    ]


def written(path: Path, *formats: str, lang: str = "th") -> dict[str, bytes]:
    targets = [path.with_name(f"out-{lang}.{name}") for name in formats]
    options = [part for target in targets for part in ("-o", target)]
    done = run("classify", path, "--no-registry", "-q", "--lang", lang, *options)
    assert done.returncode == 0, done.stderr
    return {name: target.read_bytes() for name, target in zip(formats, targets, strict=True)}


def test_every_output_has_them_in_their_place(file: Path) -> None:
    made = written(file, "csv", "xlsx", "json", "jsonl", "md", "html", lang="en")
    rows = list(csv.reader(io.StringIO(made["csv"].decode("utf-8-sig"))))
    group = rows[0].index("Group")
    assert [(int(row[-1]), row[group]) for row in rows[1:] if row[group] == "not counted"] == [
        (n, "not counted") for n, _ in ASIDE
    ]
    assert [int(row[-1]) for row in rows[1:]] == [*range(2, 11)]
    sheet = openpyxl.load_workbook(io.BytesIO(made["xlsx"]))["Agencies"]
    marked = [row for row in sheet.iter_rows(min_row=2, values_only=True) if row[group] == "not counted"]
    assert [row[-1] for row in marked] == [number for number, _ in ASIDE]
    document = json.loads(made["json"])
    assert [(row["row"], row["kind"]) for row in document["set_aside"]] == ASIDE
    assert document["set_aside"][0]["text"] == "รวมจังหวัดนครพนม 2 แห่ง"
    assert document["summary"]["total"] == len(document["agencies"]) == 4
    assert len(made["jsonl"].splitlines()) == 4
    said = "Not counted as agencies, 5 rows: row 4 “รวมจังหวัดนครพนม 2 แห่ง” (a total) · row 5 (the header again)"
    assert said in made["md"].decode()
    assert said in made["html"].decode()
    assert said in _sheet_texts(made["xlsx"], "Summary")


def _sheet_texts(data: bytes, name: str) -> str:
    sheet = openpyxl.load_workbook(io.BytesIO(data))[name]
    return "\n".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None)


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("format_", ["csv", "xlsx"])
def test_our_own_report_is_read_back_alike(file: Path, lang: str, format_: str) -> None:
    again = file.with_name(f"again.{format_}")
    again.write_bytes(written(file, format_, lang=lang)[format_])
    sheet = None if format_ == "csv" else {"th": "รายหน่วยงาน", "en": "Agencies"}[lang]
    result = classify(again, reading=ListOptions(sheet=sheet))
    assert [row.kind.value for row in result.set_aside] == [kind for _, kind in ASIDE]
    assert result.summary.total == 4


def test_marked_and_fixed_copies_have_them(book: Path) -> None:
    marked, fixed = book.with_name("marked.xlsx"), book.with_name("fixed.xlsx")
    assert run("classify", book, "--no-registry", "-q", "--mark", marked).returncode == 0
    sheet = openpyxl.load_workbook(marked).worksheets[0]
    assert [row[9].value for row in sheet.iter_rows(min_row=2)].count("ไม่นับ") == len(ASIDE)
    assert sheet.cell(8, 10).value == "ไม่นับ"
    assert sheet.cell(8, 13).value == "ไม่ใช่หน่วยงาน จึงไม่นับ: ยอดรวม"
    assert run("fix", book, "--no-registry", "-q", "-o", fixed).returncode == 0
    assert openpyxl.load_workbook(fixed).worksheets[0].cell(8, 3).value == "รวมทั้งสิ้น"
    again = classify(marked)
    assert [row.kind.value for row in again.set_aside] == [kind for _, kind in ASIDE]


def test_no_part_of_a_split_has_them(book: Path, tmp_path: Path) -> None:
    folder = tmp_path / "parts"
    assert run("classify", book, "--no-registry", "-q", "--split", "province", folder).returncode == 0
    parts = sorted(path.name for path in folder.iterdir())
    assert parts == ["00-ไม่ทราบจังหวัด.xlsx", "16-ลพบุรี.xlsx", "48-นครพนม.xlsx"]
    for path in folder.iterdir():
        with zipfile.ZipFile(path) as archive:
            assert "ไม่นับ" not in archive.read("xl/sharedStrings.xml").decode()


def test_screen_and_standard_error_name_them(file: Path) -> None:
    done = run("classify", file, "--no-registry", env={"GITHUB_ACTIONS": "true", "COLUMNS": "80"})
    for text in (done.stdout, done.stderr):
        joined = " ".join(text.split())
        assert "ไม่นับเป็นหน่วยงาน 5 แถว: แถว 4 “รวมจังหวัดนครพนม 2 แห่ง” (ยอดรวม)" in joined
        assert "แถว 5 (หัวตารางซ้ำ)" in joined
    assert "ไม่นับ" not in run("classify", file, "--no-registry", "-q", "--format", "jsonl").stderr


def test_of_many_the_first_are_named(tmp_path: Path) -> None:
    path = tmp_path / "many.csv"
    path.write_text("ชื่อหน่วยงาน,อีเมล\nอบต.ท่าข้าม,\n" + "รวม,\n" * 25, encoding="utf-8")
    done = run("classify", path, "--no-registry", "--lang", "en")
    assert "row 12 “รวม” (a total) · and 15 more" in done.stderr
    short = classify(path, keep_set_aside=False)
    assert short.set_aside_count == 25
    assert [row.cells for row in short.set_aside] == [()] * 10


def test_the_gate_counts_agencies(file: Path) -> None:
    assert run("classify", file, "--no-registry", "-q", "--expect-rows", "4").returncode == 0
    done = run("classify", file, "--no-registry", "-q", "--expect-rows", "9", "--lang", "en")
    assert (done.returncode, done.stderr) == (1, "failed: --expect-rows 9: there are 4 agencies\n")


@pytest.mark.parametrize("read", [classify, load_agencies])
def test_a_list_of_nothing_but_such_rows_is_none(tmp_path: Path, read: Any) -> None:
    path = tmp_path / "empty.csv"
    path.write_text("ชื่อหน่วยงาน,อีเมล\nรวม,0 แห่ง\nหมายเหตุ: ยังไม่มีข้อมูล,\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read(path)
    assert "there are no agencies, but 2 rows" in caught.value.say("en")


def test_explain_says_that_a_row_is_none(file: Path) -> None:
    done = run("explain", file, "4", "--no-registry", "-q", "--lang", "en")
    assert done.returncode == 2
    assert "row 4 is no agency (a total)" in done.stderr


def test_an_uncertain_row_is_an_agency_with_sb906(tmp_path: Path) -> None:
    path = tmp_path / "doubt.csv"
    path.write_text("ชื่อหน่วยงาน,อีเมล\nอำเภอเมือง,\nรวม,saraban_06480191@dla.go.th\n", encoding="utf-8")
    result = classify(path)
    assert [[f.code for f in agency.findings if f.code == "SB906"] for agency in result.agencies] == [["SB906"]] * 2
    assert result.summary.noted_rows["SB906"] == [2, 3]
    assert isinstance(result.agencies[0].record, AgencyRecord)
    assert set(WRITERS)  # each format can say it: the rule is in the catalogue


def test_a_total_of_formulas_is_one_also_where_our_csv_is_read_back(tmp_path: Path) -> None:
    rows = [["จังหวัด", "ชื่อหน่วยงาน", "อีเมลกลาง"], ["ตาก", "อบต.ก", "saraban_06630101@dla.go.th"]]
    text = "\n".join(",".join(row) for row in [*rows, ["รวม ตาก", "'=COUNTA(B2:B2)", ""]])
    (tmp_path / "list.csv").write_text(text, encoding="utf-8")
    found = classify(tmp_path / "list.csv")
    assert [row.row for row in found.set_aside] == [3]
    assert found.summary.total == 1

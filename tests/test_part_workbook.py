"""`--split`: a workbook that can be sent as it is, and what earlier rounds left in its folder."""

import io
import json
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests.office import wrongly_stored
from tests.outcomes import COLUMNS, ROWS, write_list
from tests.support import csv_text, run

DATA = Path(__file__).parent.parent / "data"
LIST = DATA / "agencies.xlsx"
SHEETS = ["หนังสือแจ้ง", "สิ่งที่ต้องทำ", "รายหน่วยงาน"]


def split(source: Path, folder: Path, *more: str) -> Any:
    done = run("classify", source, "--no-registry", "--split", "province", folder, *more)
    assert done.returncode == 0, done.stderr
    return done


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("parts")
    split(LIST, out)
    return out


def book_of(path: Path, *, values: bool = True) -> Any:
    return openpyxl.load_workbook(io.BytesIO(path.read_bytes()), data_only=values)


def figures(book: Any) -> dict[str, int]:
    return {row[1]: row[2] for row in book[SHEETS[0]].iter_rows(values_only=True) if isinstance(row[2], int)}


def test_the_figures_of_the_letter_are_those_of_the_json(folder: Path) -> None:
    for path in sorted(folder.glob("[1-9]*.xlsx"))[::20]:
        done = run("classify", LIST, "--no-registry", "-q", "--province", path.name[:2], "--format", "json")
        summary, agencies = (json.loads(done.stdout)[key] for key in ("summary", "agencies"))
        book = book_of(path)
        assert book.sheetnames == SHEETS
        found, done_count = figures(book), summary["groups"]["A1"] + summary["groups"]["A2"]
        assert found["หน่วยงานทั้งหมด"] == summary["total"]
        assert found["อยู่ในกลุ่ม A แล้ว"] == done_count
        assert found["ยังไม่อยู่ในกลุ่ม A"] == summary["total"] - done_count
        tasks = [row for row in book[SHEETS[1]].iter_rows(min_row=2, values_only=True) if row[1:3] != (None, None)]
        expected = [(a["code"], a["name"]) for a in agencies if a["group"] != "A1"]
        assert [row[1:3] for row in tasks] == expected
        said = " ".join(str(row[0]) for row in book[SHEETS[0]].iter_rows(values_only=True))
        assert f"มีหน่วยงานในกลุ่ม A จำนวน {done_count} จาก {summary['total']} แห่ง" in said


def test_the_rows_of_all_files_are_the_list_once(folder: Path) -> None:
    whole = json.loads(run("classify", LIST, "--no-registry", "-q", "--format", "json").stdout)
    rows = []
    for path in folder.glob("*.xlsx"):
        head, *cells = book_of(path)["รายหน่วยงาน"].iter_rows(values_only=True)
        rows += [row[head.index("แถวในไฟล์ต้นทาง")] for row in cells]
    assert sorted(rows) == [agency["row"] for agency in whole["agencies"]]


def test_it_is_ready_for_paper_and_holds_no_chart(folder: Path) -> None:
    path = folder / "13-ปทุมธานี.xlsx"
    book = book_of(path)
    letter, tasks, agencies = (book[name] for name in SHEETS)
    assert not any(sheet._charts for sheet in book)
    assert [s.page_setup.orientation for s in (letter, tasks, agencies)] == ["portrait", "landscape", "landscape"]
    assert {sheet.page_setup.paperSize for sheet in book} == {9}
    assert tasks.print_title_rows == "$1:$1"
    assert "จังหวัดปทุมธานี" in tasks.oddHeader.center.text
    assert tasks.oddFooter.right.text == "&P / &N"
    (box,) = tasks.data_validations.dataValidation
    assert (str(box.sqref), box.formula1) == (f"H2:H{tasks.max_row}", '"☐,☑"')
    assert {row[7] for row in tasks.iter_rows(min_row=2, values_only=True)} == {"☐"}


def test_each_number_of_a_row_stands_once_in_the_letter(folder: Path) -> None:
    for path in folder.glob("*.xlsx"):
        book = book_of(path)
        labels = [row[0] for row in book[SHEETS[0]].iter_rows(values_only=True) if isinstance(row[2], int) and row[0]]
        assert len(labels) == len(set(labels))
        rows = [str(row[6]).split(", ") for row in book[SHEETS[1]].iter_rows(min_row=2, values_only=True) if row[6]]
        assert {label for row in rows for label in row} == set(labels)
        counts = {row[0]: row[2] for row in book[SHEETS[0]].iter_rows(values_only=True) if row[0] in labels}
        assert counts == {label: sum(label in row for row in rows) for label in labels}


def test_every_formula_gives_what_is_stored(tmp_path: Path) -> None:
    split(write_list(tmp_path), tmp_path / "out")
    assert wrongly_stored(tmp_path / "out" / "48-นครพนม.xlsx", tmp_path) == []


HOSTILE = ["=1+1 & <b>", "&D&[Tab]", "x" * 300]


def test_any_column_gives_a_workbook_that_opens(tmp_path: Path) -> None:
    source, rows = tmp_path / "list.csv", [["สังกัด", "จังหวัด", "อีเมลกลาง"]]
    source.write_text(csv_text([*rows, *([one, "น่าน", f"x{n}@gmail.com"] for n, one in enumerate(HOSTILE))]), "utf-8")
    done = run("classify", source, "--no-registry", "-q", "--split", "สังกัด", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    books = [book_of(path, values=False) for path in (tmp_path / "out").glob("*.xlsx")]
    assert len(books) == len(HOSTILE)
    for book in books:
        cells = [cell for row in book[SHEETS[0]].iter_rows() for cell in row if cell.data_type == "f"]
        assert all(cell.value.startswith(("=ROWS", "=SUMPRODUCT", "=COUNTIF", "=C")) for cell in cells)
        assert len(book[SHEETS[1]].oddHeader.center.text) <= 255


def test_a_part_with_nothing_to_do_says_so(tmp_path: Path) -> None:
    source = tmp_path / "list.csv"
    source.write_text(csv_text([COLUMNS, ROWS[0]]), "utf-8")
    split(source, tmp_path / "out")
    (path,) = (tmp_path / "out").glob("*.xlsx")
    said = " ".join(str(row[0]) for row in book_of(path)[SHEETS[0]].iter_rows(values_only=True))
    assert "ไม่มีเรื่องที่ต้องดำเนินการ" in said
    assert "อันดับ" not in said, "alone it has no rank"


# The source of a mail merge


def test_the_list_of_things_to_do_can_be_merged(tmp_path: Path) -> None:
    done = run("classify", LIST, "--no-registry", "-q", "-o", tmp_path / "r.xlsx")
    assert done.returncode == 0
    sheet = book_of(tmp_path / "r.xlsx")["ต้องดำเนินการ"]
    assert not sheet.merged_cells.ranges
    head, *rows = sheet.iter_rows(values_only=True)
    assert len(set(head)) == len(head)
    assert all(head)
    fields = ["ถึง", "เรื่องที่ต้องแก้ไข", "ที่อยู่ที่ให้ใช้", "ขั้นตอนที่ต้องดำเนินการ", "สอบถามได้ที่"]
    for row in rows:
        said = dict(zip(head, row, strict=True))
        assert not any("\n" in str(said[name]) for name in fields)
        assert said["เรื่องที่ต้องแก้ไข"]
        assert said["ขั้นตอนที่ต้องดำเนินการ"]
    to = [dict(zip(head, row, strict=True))["ถึง"] for row in rows]
    assert all(one is None or one.count("@") == 1 for one in to)
    assert None in to
    assert any(to)
    assert sheet.print_area.endswith(f"$H${len(rows) + 1}"), "the merge's columns are not printed"


# What earlier rounds left


def test_earlier_files_are_named_and_moved_only_where_they_are_ours(tmp_path: Path) -> None:
    out = tmp_path / "out"
    split(LIST, out)
    ours, edited, foreign = out / "97-เดิม.xlsx", out / "98-ทำแล้ว.xlsx", out / "99-งาน.xlsx"
    first = next(out.glob("11-*.xlsx"))
    shutil.copy(first, ours)
    book = openpyxl.load_workbook(first)
    book.save(edited)
    foreign.write_bytes(b"somebody's")
    run("classify", LIST, "--no-registry", "-q", "-o", out / "report.xlsx")
    said = split(LIST, out).stderr
    assert all(path.name in said for path in (ours, edited, foreign))
    said = split(LIST, out, "--clean").stderr
    assert [path.name for path in (out / "รอบก่อน").iterdir()] == [ours.name]
    assert not ours.exists()
    assert foreign.read_bytes() == b"somebody's"
    assert edited.exists()
    assert (out / "report.xlsx").exists(), "ours, and no part"
    assert edited.name in said
    shutil.copy(first, ours)
    split(LIST, out, "--clean")
    assert sorted(path.name for path in (out / "รอบก่อน").iterdir()) == ["97-เดิม (2).xlsx", ours.name]


def test_nothing_is_moved_where_the_run_fails(tmp_path: Path) -> None:
    out = tmp_path / "out"
    split(LIST, out)
    shutil.copy(next(out.glob("11-*.xlsx")), out / "97-เดิม.xlsx")
    next(out.glob("13-*.xlsx")).write_bytes(b"somebody's")
    done = run("classify", LIST, "--no-registry", "-q", "--split", "province", out, "--clean")
    assert done.returncode == 2
    assert (out / "97-เดิม.xlsx").exists()
    assert not (out / "รอบก่อน").exists()

"""The workbook in a real spreadsheet program: its formulas give what is stored, and follow what is corrected."""

import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests.office import converted, formulas, values, wrongly_stored
from tests.outcomes import HOSTILE_GROUPS, hostile_table, write_list, written
from tests.support import classified_list, csv_text

from saraban_check.checks.classify import classify
from saraban_check.checks.cross_sections import built_in
from saraban_check.files.workbook.splitting import split_list
from saraban_check.grouping.own_table import load_group_table

DATA = Path(__file__).parent.parent / "data"


def report(folder: Path, source: Path, **options: object) -> Path:
    path = folder / "report.xlsx"
    path.write_bytes(written(classified_list(source, **options), "xlsx"))
    return path


@pytest.mark.parametrize("source", ["agencies.xlsx", "agencies.csv"])
def test_every_formula_gives_the_value_that_is_stored(tmp_path: Path, source: str) -> None:
    path = report(tmp_path, DATA / source)
    assert len(list(formulas(path))) > 500
    assert wrongly_stored(path, tmp_path) == []


def test_a_wrong_stored_value_would_be_seen(tmp_path: Path) -> None:
    """Or else LibreOffice would only repeat what is stored, and the test above prove nothing."""
    path = report(tmp_path, write_list(tmp_path))
    wrong = tmp_path / "wrong.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(wrong, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                assert b"$A5)</f><v>1</v>" in text
                text = text.replace(b"$A5)</f><v>1</v>", b"$A5)</f><v>7</v>")
            new.writestr(name, text)
    seen = wrongly_stored(wrong, tmp_path)
    assert [(one.sheet, one.cell, one.value, value) for one, value in seen] == [("สรุป", "E5", 7, 1)]


def test_names_that_a_formula_could_misread_are_counted_as_they_are(tmp_path: Path) -> None:
    table = load_group_table(hostile_table(tmp_path), replace=True)
    path = report(tmp_path, write_list(tmp_path), table=table)
    shown = {row[0] for row in openpyxl.load_workbook(path)["สรุป"].iter_rows(values_only=True)}
    assert set(HOSTILE_GROUPS) <= shown
    assert wrongly_stored(path, tmp_path) == []


def test_one_province_one_row_or_none_known(tmp_path: Path) -> None:
    source = tmp_path / "one.csv"
    source.write_text(csv_text([["อีเมลกลาง"], ["x@gmail.com"]]), encoding="utf-8")
    assert wrongly_stored(report(tmp_path, source), tmp_path) == []
    for _, part in split_list(classify(write_list(tmp_path)), built_in("province")):
        path = tmp_path / "part.xlsx"
        path.write_bytes(written(part, "xlsx"))
        assert wrongly_stored(path, tmp_path) == []


def test_who_corrects_a_group_by_hand_sees_all_figures_follow(tmp_path: Path) -> None:
    path = report(tmp_path, write_list(tmp_path))
    book = openpyxl.load_workbook(path)
    sheet = book["รายหน่วยงาน"]
    column = next(cell.column for cell in sheet[1] if cell.value == "กลุ่ม")
    assert sheet.cell(4, column).value == "B1"
    sheet.cell(4, column).value = "A1"
    corrected = tmp_path / "corrected.xlsx"
    book.save(corrected)
    before, after = values(path), values(converted(corrected, "xlsx", tmp_path))

    def figures(name: str, key: int, value: int) -> list[dict[Any, Any]]:
        return [{row[key]: row[value] for row in reversed(b[name])} for b in (before, after)]

    was, now = figures("สรุป", 0, 4)
    assert (was["A1"], was["B1"]) == (1, 1)
    assert (now["A1"], now["B1"]) == (2, 0)
    was, now = figures("สรุป", 1, 5)
    follow_up = next(name for name in was if str(name).startswith("ต้องดำเนินการ"))
    assert now[follow_up] == was[follow_up] - 1
    assert now["รวม"] == was["รวม"]
    left = next(i for i, text in enumerate(before["รายจังหวัด"][3]) if text.startswith("ยังไม่อยู่"))
    was, now = figures("รายจังหวัด", 1, left)
    assert now["นครพนม"] == was["นครพนม"] - 1
    was, now = figures("สรุป", 1, 2)
    assert now["นครพนม"] == was["นครพนม"] - 1, "the table of ten too"


@pytest.mark.parametrize("lang", ["th", "en"])
def test_every_sheet_comes_out_on_paper(tmp_path: Path, lang: str) -> None:
    path = tmp_path / "report.xlsx"
    path.write_bytes(written(classify(DATA / "agencies.xlsx"), "xlsx", lang))
    paper = converted(path, "pdf", tmp_path)
    assert paper.read_bytes().startswith(b"%PDF")
    assert paper.read_bytes().count(b"/Type/Page/") >= 5, "a page a sheet at least"

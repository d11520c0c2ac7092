"""The report for the cabinet (DOCX): its figures are those of the JSON, whatever its digits, its list and its texts."""

import json
import re
from collections import Counter
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from tests.support import run

from saraban_check import Classification, classify
from saraban_check.checks.judging import Judging
from saraban_check.comparison.rounds import compare_since
from saraban_check.formats import Result, writers_of
from saraban_check.model.text import Text
from saraban_check.report.run import Report

LIST = Path(__file__).parent.parent / "data" / "agencies.csv"
TO_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
NARROWED = (Text("จังหวัดนครพนม", "province Nakhon Phanom"),)


def paper(result: Classification, lang: Any = "th", **more: Any) -> bytes:
    report = Report(result, lang, "x.csv", **more)
    return b"".join(writers_of(Result.CLASSIFY)["docx"].write(report))


def texts(data: bytes) -> list[str]:
    """All paragraphs and cells, in no order that matters; a cell over several columns counts once."""
    document = docx.Document(BytesIO(data))
    cells = [
        "".join(part.text or "" for part in cell.iter() if part.tag.endswith("}t"))
        for table in document.tables
        for cell in table._tbl.iter_tcs()  # type: ignore[no-untyped-call]
    ]
    return [text.replace("\u00a0", " ") for text in [*(one.text for one in document.paragraphs), *cells]]


def of_json(result: Classification) -> dict[str, Any]:
    report = Report(result, "th", "x.csv")
    found: dict[str, Any] = json.loads(b"".join(writers_of(Result.CLASSIFY)["json"].write(report)))
    return found


def rows(data: bytes, table: int) -> list[list[str]]:
    found = docx.Document(BytesIO(data)).tables[table]
    return [[cell.text for cell in row.cells] for row in found.rows]


@pytest.fixture(scope="module")
def result() -> Classification:
    return classify(LIST)


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("thai", [False, True])
def test_its_figures_are_those_of_the_json(result: Classification, lang: str, thai: bool) -> None:
    summary = of_json(result)["summary"]
    data = paper(result, lang, thai_digits=thai)
    said = [text.translate(TO_ARABIC) for text in texts(data)]
    table = [[cell.translate(TO_ARABIC) for cell in row] for row in rows(data, 0)]
    groups = {row[0]: int(row[5].replace(",", "")) for row in table[1:] if row[0] in summary["groups"]}
    assert groups == summary["groups"]
    state = max(said, key=lambda text: (str(summary["total"]) in text) * len(text))
    numbers = [int(found.replace(",", "")) for found in re.findall(r"(?<![.0-9])[0-9][0-9,]*(?![.0-9])", state)]
    letters = Counter[str]()
    for group, count in summary["groups"].items():
        letters[group[0]] += count
    done = letters.pop("A")
    wanted = {summary["total"], done, summary["follow_up"], *(count for count in letters.values() if count)}
    open_counts = {summary["undetermined"], summary["outside_table"]}
    wanted |= open_counts if any(open_counts) else set()
    assert set(numbers) - {10} == wanted - {10}
    assert table[-2][-1] == str(summary["total"])
    assert table[-1][-1] == str(summary["follow_up"])


def test_the_provinces_with_most_left_are_those_of_the_agencies(result: Classification) -> None:
    agencies = of_json(result)["agencies"]
    left = Counter(one["province"] for one in agencies if one["group"] not in ("A1", "A2") and one["province"])
    everybody = Counter(one["province"] for one in agencies)
    table = rows(paper(result), 3)[1:]
    assert [int(row[3]) for row in table] == [count for _, count in left.most_common(10)]
    assert all((int(row[2]), int(row[3])) == (everybody[row[1]], left[row[1]]) for row in table)


def test_thai_digits_change_digits_and_nothing_else(result: Classification) -> None:
    arabic, thai = texts(paper(result)), texts(paper(result, thai_digits=True))
    assert [text.translate(TO_ARABIC) for text in thai] == arabic
    assert thai != arabic
    words = " ".join(thai).split()
    assert all(not re.search("[๐-๙]", word) for word in words if re.search("[A-Za-z@]", word))
    assert texts(paper(result, "en", thai_digits=True)) == texts(paper(result, "en"))


def test_the_same_list_gives_the_same_bytes_that_name_title_and_maker(result: Classification) -> None:
    data = paper(result)
    assert data == paper(result)
    properties = docx.Document(BytesIO(data)).core_properties
    assert properties.author == "saraban-check"
    assert properties.title.startswith("รายงานผลการดำเนินการ")


def test_each_table_of_figures_has_a_heading_row_and_says_what_it_is(result: Classification) -> None:
    for table in docx.Document(BytesIO(paper(result))).tables:
        xml = table._tbl.xml
        assert "w:tblDescription w:val=" in xml
        assert "w:tblHeader" in xml or len(table.rows) == 1


def test_a_narrowed_list_says_so_and_has_no_counts_of_the_country(result: Classification) -> None:
    some = tuple(one for one in result.agencies if one.record.province == result.agencies[0].record.province)
    part = replace(result.part(some), narrowed=NARROWED)
    data = paper(part, since=compare_since(LIST, part))
    said = texts(data)
    assert "เฉพาะจังหวัดนครพนม" in said
    assert len(rows(data, 0)[0]) == 6
    assert not any("10 จังหวัด" in text for text in said)
    assert any(f"ดีขึ้น 0 แห่ง แย่ลง 0 แห่ง กลุ่มเดิม {len(some)} แห่ง" in text for text in said)
    assert not any("ไม่มีในรอบนี้" in text for text in said)


def test_what_changed_is_told_only_where_an_earlier_round_is_named(result: Classification) -> None:
    assert not any("การเปลี่ยนแปลงจากรอบก่อน" in text for text in texts(paper(result)))
    found = compare_since(LIST, result)
    assert any("การเปลี่ยนแปลงจากรอบก่อน" in text for text in texts(paper(result, since=found)))
    assert (found.old.total, found.new.total) == (result.summary.total, result.summary.total)


@pytest.mark.parametrize(("gone", "is_other"), [(20, False), (60, True)])
def test_figures_of_two_lists_that_differ_are_not_compared(
    result: Classification, tmp_path: Path, gone: int, is_other: bool
) -> None:
    earlier = tmp_path / "earlier.csv"
    lines = LIST.read_text(encoding="utf-8").splitlines()
    earlier.write_text("\n".join((*lines[:4], *lines[4 + gone :])), encoding="utf-8")
    data = paper(result, since=compare_since(earlier, result))
    said = " ".join(texts(data))
    assert ("เป็นคนละชุดกัน หน่วยงานทั้งสองรอบรวม 70 แห่ง มีอยู่เพียงรอบเดียวหรือจับคู่ไม่ได้ 60 แห่ง" in said) is is_other
    assert ("เมื่อเทียบกับรอบก่อน" in said) is not is_other


def test_none_in_a_and_a_table_of_the_users_own(tmp_path: Path) -> None:
    from saraban_check.grouping.own_table import load_group_table

    path = tmp_path / "own.csv"
    path.write_text("group,upgraded,notice,posted,address,delivery,published,steps\nก7,*,*,*,*,*,5,notice\n", "utf-8")
    result = classify(LIST, judging=Judging(table=load_group_table(path, replace=True)))
    data = paper(result, thai_digits=True)
    assert any("ยังไม่มีหน่วยงานใดอยู่ในกลุ่ม A" in text for text in texts(data))
    assert rows(data, 0)[1][0] == "ก7"
    assert not any("ที่เผยแพร่" in text for text in texts(data))


def test_texts_of_a_file_are_texts(result: Classification) -> None:
    hostile = "<w:br/>&amp;\x00\x1b[31m\u202e" + "ก" * 5000
    part = replace(result, narrowed=(Text(hostile, hostile),))
    said = [text for text in texts(paper(part)) if "<w:br/>&amp;" in text]
    assert said
    assert max(map(len, said)) < 1000
    assert not any(set("\x00\x1b\u202e") & set(text) for text in said)


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("--since", "yesterday"), 2, "--since yesterday: this is no date"),
        (("--since", "1/11/2569"), 2, "--since can be used only together with --delivery or --bounces"),
        (("--since", "r.json"), 2, "--since r.json is an earlier round, which only the report -o NAME.docx tells of"),
        (("--since", "r.json", "--since", "r.json", "-o", "a.docx"), 2, "--since takes one date and one earlier round"),
        (("--since", "r.json", "-o", "a.docx"), 0, "compared with the earlier round r.json"),
        (("--since", "r.json", "-o", "r.json", "-o", "a.docx"), 2, "r.json: this is the input"),
        (("--thai-digits",), 0, "--thai-digits has an effect on -o NAME.docx only"),
    ],
)
def test_since_takes_a_day_or_a_round_and_nothing_in_vain(
    tmp_path: Path, words: tuple[str, ...], code: int, message: str
) -> None:
    (tmp_path / "r.json").write_bytes(
        b"".join(writers_of(Result.CLASSIFY)["json"].write(Report(classify(LIST), "th", "x")))
    )
    done = run("classify", LIST, *words, "--lang", "en", cwd=tmp_path)
    assert (done.returncode, message in " ".join(done.stderr.split())) == (code, True), done.stderr

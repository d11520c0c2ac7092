"""`--province`, `--where`, `--by`, `--split`: a part of a list, by what was found out or by any column."""

import json
from pathlib import Path

import openpyxl
import pytest
from tests.support import csv_text, run

from saraban_check.checks.breakdown import break_down
from saraban_check.checks.classification import Classification
from saraban_check.checks.classify import classify
from saraban_check.checks.cross_sections import WORDS, CrossSection, built_in
from saraban_check.checks.named_column import cross_section
from saraban_check.checks.narrowing import Narrowing
from saraban_check.files.workbook.splitting import split_list
from saraban_check.model.errors import InputError, RequestError

HEADER = ["รหัส", "ชื่อ", "อำเภอ", "จังหวัด", "สังกัด", "อีเมลกลาง", "ทีม", "ทีม", "province"]
RIGHT = "saraban_{}@dla.go.th"
ROWS = [
    ["06480191", "อบต.หนึ่ง", "เมือง", "นครพนม", "CON", RIGHT.format("06480191"), "๑", "x", "ก"],
    ["06480192", "อบต.สอง", " เมือง ", "จ.นครพนม", "con.", "a@gmail.com", "1", "y", "ก"],
    ["06480193", "อบต.สาม", "ธาตุพนม", "48", "../up", "b@gmail.com", "2", "", ""],
    ["05470191", "ทต.สี่", "", "สกลนคร", "=cmd|x", "a@gmail.com", "", "", "ข"],
    ["", "หน่วยลับแล", "(ว่าง)", "เมืองลับแล", "ก" * 200, "", "", "", ""],
    ["06800191", "อบต.ห้า", "เ มือง", "นครศรีธรรมราช", "{x}", "saraban@lgo.mail.go.th", "", "", ""],
    ["", "รวม", "", "", "", "6", "", "", ""],
]
COLUMNS = ("อำเภอ", "สังกัด", "อีเมลกลาง", "col:province", "col:G", "ชื่อ")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("narrow") / "list.csv"
    found.write_text(csv_text([HEADER, *ROWS]), encoding="utf-8")
    return found


@pytest.fixture(scope="module")
def whole(path: Path) -> Classification:
    return classify(path)


def section(whole: Classification, name: str) -> CrossSection:
    return cross_section(name, whole.source.header, "--by")


def rows_of(path: Path, *args: str) -> list[int]:
    done = run("classify", path, "-q", "--format", "json", *args)
    assert done.returncode == 0, done.stderr
    return [agency["row"] for agency in json.loads(done.stdout)["agencies"]]


# The parts are the whole


@pytest.mark.parametrize("name", [*(word for word in WORDS if word != "rule"), *COLUMNS])
def test_the_parts_are_the_whole_and_where_is_one_of_them(path: Path, whole: Classification, name: str) -> None:
    parts = break_down(section(whole, name), whole.agencies).parts(whole.summary)
    assert sum(part.total for part in parts) == whole.summary.total
    seen = []
    for part in parts:
        narrowed = classify(path, narrowing=Narrowing(where=[f"{name}={part.name.th}"]))
        assert narrowed.narrowing is not None
        assert narrowed.summary.total == part.total == len(narrowed.agencies)
        assert narrowed.summary.total + narrowed.narrowing.left_out == whole.summary.total
        assert narrowed.narrowing.set_aside == whole.set_aside_count == 1
        assert narrowed.summary.rules == whole.part(narrowed.agencies).summary.rules, "what the whole list shows, too"
        seen += [agency.record.row for agency in narrowed.agencies]
    assert sorted(seen) == [agency.record.row for agency in whole.agencies]


@pytest.mark.parametrize("name", [*WORDS, *COLUMNS])
def test_each_agency_is_in_one_file_whose_name_is_safe(whole: Classification, name: str) -> None:
    parts = list(split_list(whole, section(whole, name)))
    rows = [agency.record.row for _, part in parts for agency in part.agencies]
    assert sorted(rows) == [agency.record.row for agency in whole.agencies]
    names = [file.casefold() for file, _ in parts]
    assert len(set(names)) == len(names)
    for file in names:
        assert not set(file) & set('<>:"/\\|?*'), file
        assert file[0] not in ".=-+~ "
        assert file.partition(".")[0].strip() not in ("con", "aux", "nul")
        assert len(file.encode()) <= 120


def test_too_many_files_are_refused_before_the_first(path: Path, tmp_path: Path) -> None:
    args = ("--split", "ชื่อ", str(tmp_path / "out"), "-o", str(tmp_path / "x.csv"))
    done = run("classify", path, "-q", *args, "--max", "split-files=5", "--lang", "en")
    assert done.returncode == 2
    assert "6 files" in done.stderr
    assert list(tmp_path.iterdir()) == []
    assert run("classify", path, "-q", *args, "--max", "split-files=6").returncode == 0
    assert len(list((tmp_path / "out").iterdir())) == 6


# What is asked


@pytest.mark.parametrize(
    ("args", "rows"),
    [
        (("--province", "นครพนม"), [2, 3, 4]),
        (("--province", "nakhon phanom"), [2, 3, 4]),
        (("--province", "ไม่ทราบ"), [6]),
        (("--where", "อำเภอ=เมือง"), [2, 3, 7]),
        (("--where", "อำเภอ=เมือง", "--where", "อำเภอ=ธาตุพนม"), [2, 3, 4, 7]),
        (("--where", "อำเภอ=เมือง", "--province", "48"), [2, 3]),
        (("--where", "อำเภอ="), [5, 6]),
        (("--where", "อำเภอ=(ว่าง)"), [5, 6]),
        (("--where", "col:G=1"), [2, 3]),
        (("--where", "col:province=ข"), [5]),
        (("--where", "amphoe=ธาตุพนม"), [4]),
        (("--where", "provider=gmail.com"), [3, 4, 5]),
        (("--where", "provider=สถ."), [2]),
        (("--where", "form=dla"), [2]),
        (("--where", "kind=ทต."), [5]),
        (("--where", "rule=SB401"), [3, 4, 5]),
        (("--where", "rule=sb903"), [3, 5]),
        (("--where", "rule=SB903", "--province", "สกลนคร"), [5]),
    ],
)
def test_what_is_asked_is_what_is_held(path: Path, args: tuple[str, ...], rows: list[int]) -> None:
    assert rows_of(path, *args) == rows


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--province", "ระนอง"), "Ranong"),
        (("--province", "นครพนน"), "did you mean นครพนม"),
        (("--province", ""), "no such province"),
        (("--where", "อำเภอ=เมอง"), "เมือง"),
        (("--where", "อำเภอ"), "HEADING=VALUE"),
        (("--where", "kind=x"), "sao"),
        (("--by", "อำเพอ"), "did you mean อำเภอ"),
        (("--by", "ทีม"), "G ทีม, H ทีม"),
        (("--split", "หัวที่ไม่มี", "."), "no such column"),
        (("--province", "นครพนม", "--where", "col:province=ข"), "no agency"),
        (("--province", "นครพนม", "--mark", "x.xlsx"), "--mark"),
    ],
)
def test_what_cannot_be_is_one_sentence(path: Path, args: tuple[str, ...], said: str, tmp_path: Path) -> None:
    done = run("classify", path, "-q", "--lang", "en", *args, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_narrowing_can_fail_by_itself(path: Path) -> None:
    with pytest.raises(RequestError):
        Narrowing(where=["=x"])
    with pytest.raises(InputError):
        classify(path, narrowing=Narrowing("ระนอง"))


# It says so, and everything is of it


def test_every_output_is_of_the_province_and_says_so(path: Path, tmp_path: Path) -> None:
    names = ("r.json", "r.csv", "r.jsonl", "r.xlsx", "r.md", "r.html")
    written = [word for name in names for word in ("-o", name)]
    done = run("classify", path, "--province", "นครพนม", *written, "-q", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.split("\n\n")[1].startswith("จังหวัดนครพนม")
    assert "อยู่นอกจังหวัดนครพนม 3 แห่ง (ไม่นับ) ในจำนวนนี้ไม่ทราบจังหวัด 1 แห่ง และแถวที่ไม่ใช่หน่วยงาน 1 แถว" in done.stdout
    found = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert found["summary"]["total"] == len(found["agencies"]) == 3
    condition = {"by": "province", "heading": None, "values": ["48"]}
    outside = {"left_out": 3, "left_out_without_province": 1, "left_out_set_aside": 1}
    found["selection"].pop("standing")
    assert found["selection"] == {"where": [condition], **outside}
    assert "จังหวัดนครพนม" in (tmp_path / "r.md").read_text(encoding="utf-8")
    sheet = openpyxl.load_workbook(tmp_path / "r.xlsx").worksheets
    cells = [str(value) for one in sheet for row in one.iter_rows(values_only=True) for value in row if value]
    for others in ("ทต.สี่", "หน่วยลับแล", "อบต.ห้า"):
        assert others not in cells
        for name in ("r.json", "r.csv", "r.jsonl", "r.md", "r.html"):
            assert others not in (tmp_path / name).read_text(encoding="utf-8"), name


def test_the_gate_and_the_baseline_are_of_the_part(path: Path, tmp_path: Path) -> None:
    known = tmp_path / "known.json"
    args = ("classify", path, "-q", "--lang", "en", "--baseline", str(known))
    assert run(*args, "--update-baseline").returncode == 0
    before = known.read_text(encoding="utf-8")
    done = run(*args, "--province", "นครพนม", "--format", "json")
    assert json.loads(done.stdout)["gate"]["baseline"]["fixed"] == []
    assert done.returncode == 0
    assert run(*args, "--province", "นครพนม", "--update-baseline").returncode == 0
    assert known.read_text(encoding="utf-8") == before, "what is known of the others stays"
    assert run("classify", path, "-q", "--where", "form=dla", "--fail-on", "SB401").returncode == 0
    assert run("classify", path, "-q", "--province", "นครพนม", "--fail-on", "SB401").returncode == 1


def test_a_bounce_of_another_province_is_not_nobodys(path: Path, tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_text("address,status\na@gmail.com,full\nnobody@x.go.th,failed\n", encoding="utf-8")
    done = run("classify", path, "-q", "--format", "json", "--where", "form=dla", "--delivery", str(tmp_path / "d.csv"))
    assert json.loads(done.stdout)["delivery"]["unlisted_addresses"] == 1


def test_a_screen_of_a_part_names_nothing_of_the_rest(path: Path, tmp_path: Path) -> None:
    """Neither addresses and notices of nobody, nor notices of others; what may be of the part stays."""
    (tmp_path / "d.csv").write_text("address,status\nnobody@x.go.th,failed\n", encoding="utf-8")
    notices = tmp_path / "notices"
    notices.mkdir()
    for name in ("แจ้งอบต.ไม่มีในรายชื่อ", "05470191", "06480193"):
        (notices / f"{name}.pdf").write_bytes(b"%PDF-1.4 broken")
    args = ("classify", path, "--lang", "th", "--delivery", str(tmp_path / "d.csv"), "--notices", str(notices))
    whole, part = run(*args, "-q").stdout, run(*args, "-q", "--province", "นครพนม").stdout
    for other in ("nobody@x.go.th", "ไม่มีในรายชื่อ.pdf"):
        assert other in whole
        assert other not in part
    assert "05470191.pdf" not in part
    assert "ไม่รู้ว่าเป็นของหน่วยงานใด" not in whole
    assert "ผลการส่งของที่อยู่นอกรายชื่อ 1 ที่อยู่" in " ".join(part.split())


def test_a_screen_says_how_what_is_missing_becomes_known(tmp_path: Path) -> None:
    listed, told = tmp_path / "list.csv", tmp_path / "d.csv"
    head = ["รหัส", "ชื่อ", "จังหวัด", "อีเมลกลาง", "ลง info"]
    rows = [
        [RIGHT.format(code)[8:16], "อบต.หนึ่ง", "นครพนม", RIGHT.format(code), "✓"] for code in ("06480191", "06480192")
    ]
    listed.write_text(csv_text([head, *rows]), encoding="utf-8")
    told.write_text(f"address,status\n{RIGHT.format('06480191')},full\n", encoding="utf-8")
    args = ("classify", listed, "-q", "--lang", "th", "--delivery", str(told))
    plain, used = (
        "".join(run(*args, *more).stdout.split()) for more in ((), ("--sent-all", "--map", "posted=ลง info"))
    )
    for said in ("เติม--sent-all", "อาจมีอยู่แล้วในคอลัมน์ที่ยังไม่ได้ใช้"):
        assert said in plain
        assert said not in used


def test_a_column_of_many_values_says_how_many_it_shows(tmp_path: Path) -> None:
    path = tmp_path / "many.csv"
    path.write_text(csv_text([["ชื่อ", "อีเมลกลาง"], *[[f"ก{n}", f"a{n}@x.go.th"] for n in range(130)]]), encoding="utf-8")
    shown = run("classify", path, "-q", "--lang", "en", "--by", "อีเมลกลาง").stdout
    assert "shown 100 of 130" in shown
    assert shown.count("@x.go.th") == 100
    assert run("classify", path, "-q", "--by", "อีเมลกลาง", "--limit", "200").stdout.count("@x.go.th") == 130


def test_a_word_is_no_column_unless_it_is_said(whole: Classification) -> None:
    assert section(whole, "province").key == built_in("province").key
    assert section(whole, "col:province").column == 8


@pytest.mark.parametrize(("args", "told"), [((), True), (("--where", "อำเภอ=เมือง"), False)])
def test_a_province_alone_is_said_beside_the_whole(path: Path, args: tuple[str, ...], told: bool) -> None:
    given: tuple[str | Path, ...] = ("classify", path, "-q", "--province", "นครพนม", *args)
    said = "จังหวัดนครพนม มีหน่วยงานในกลุ่ม A"
    assert (said in run(*given).stdout) is told
    assert (said in run(*given, "--format", "md").stdout) is told
    selection = json.loads(run(*given, "--format", "json").stdout)["selection"]
    assert ("standing" in selection) is told
    if told:
        standing = selection["standing"]
        assert (standing["total"], standing["whole_total"], standing["of"]) == (3, 6, 3)

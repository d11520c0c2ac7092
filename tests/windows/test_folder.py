"""The folder that is built for Windows, run under Wine as a clerk and an officer would: the same as here.

What it writes is compared with what the program of these tests writes; where that is the same, all other tests hold for
it as well.
"""

import csv
import json
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests import office
from tests.documents import simple_pdf, write_docx
from tests.support import run
from tests.windows.wine import Windows

from saraban_check import __version__

DATA = Path(__file__).parents[2] / "data"
NOTICE = "\n".join(f"{line} The central address is saraban_06480115@dla.go.th." for line in range(1, 12))
PAGE = "<html><table><tr><td>อีเมล</td></tr><tr><td>saraban_06480115@dla.go.th</td></tr></table></html>"
CLASSIFIED = ("json", "jsonl", "csv", "xlsx", "html", "md", "sarif", "github.txt", "gitlab.json", "xml", "docx")
NO_REGISTRY = "--no-registry"

Fill = Callable[[Path], object]


def copied(source: str, name: str) -> Fill:
    """Puts a file of `data/` into a folder."""
    return lambda folder: shutil.copy(DATA / source, folder / name)


def notices(folder: Path) -> None:
    """A notice as Word and as PDF."""
    write_docx(folder / "ประกาศ ม.10.docx")
    (folder / "ประกาศ.pdf").write_bytes(simple_pdf([NOTICE]))


def old_workbook(folder: Path) -> None:
    """A list as XLS."""
    shutil.copy(office.converted(DATA / "agencies.xlsx", "xls", folder.parent / f"{folder.name}-office"), folder)


def page(folder: Path) -> None:
    """A page that is called XLS, as some systems give lists away."""
    (folder / "หน้าเว็บ.xls").write_text(PAGE, encoding="utf-8")


def outputs(stem: str, endings: tuple[str, ...]) -> list[str]:
    """Options that write a file of each ending."""
    return [part for ending in endings for part in ("-o", f"{stem}.{ending}")]


def contents(path: Path) -> object:
    """What a file holds; of a workbook its parts, as its directory notes the system that it was written on."""
    if path.suffix != ".xlsx":
        return path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


RUNS: dict[str, tuple[list[Fill], list[str]]] = {
    "address": ([], ["address", "saraban_06480115@dla.go.th", "saraban@gmail.com"]),
    "bare address": ([], ["saraban_06480115@dla.go.th"]),
    "ascii": ([], ["explain", "B1", "--ascii"]),
    "dragged list": ([copied("agencies.xlsx", "รายชื่อ อปท.xlsx")], ["รายชื่อ อปท.xlsx"]),
    "dragged notice": ([notices], ["ประกาศ ม.10.docx"]),
    "dragged mail": ([copied("bounces.mbox", "ตีกลับ.mbox")], ["ตีกลับ.mbox"]),
    "workbook": (
        [copied("agencies.xlsx", "รายชื่อ อปท.xlsx")],
        ["classify", "รายชื่อ อปท.xlsx", *outputs("ผล รวม", CLASSIFIED)],
    ),
    "csv": ([copied("agencies.csv", "รายชื่อ.csv")], ["classify", "รายชื่อ.csv", "--format", "json"]),
    "xls": ([old_workbook], ["classify", "agencies.xls", "--format", "jsonl"]),
    "page": ([page], ["classify", "หน้าเว็บ.xls", "--format", "json"]),
    "notices": (
        [notices],
        ["notice", "ประกาศ ม.10.docx", "ประกาศ.pdf", *outputs("ผล", ("json", "html", "csv", "xlsx"))],
    ),
    "bounces": (
        [copied("bounces.mbox", "ตีกลับ.mbox"), copied("agencies.csv", "รายชื่อ.csv")],
        ["bounces", "ตีกลับ.mbox", "--for", "รายชื่อ.csv", *outputs("การส่ง", ("csv", "json"))],
    ),
    "fix": ([copied("agencies.xlsx", "รายชื่อ.xlsx")], ["fix", "รายชื่อ.xlsx", "-o", "แก้แล้ว.xlsx"]),
    "template": ([], ["template", "-o", "แบบ เปล่า.xlsx"]),
    "compare": (
        [copied("agencies.csv", "รอบ 1.csv"), copied("agencies.xlsx", "รอบ 2.xlsx")],
        ["compare", "รอบ 1.csv", "รอบ 2.xlsx", *outputs("เทียบ", ("json", "html", "xlsx"))],
    ),
}


@pytest.mark.parametrize("name", RUNS)
def test_it_says_and_writes_what_it_does_here(windows: Windows, tmp_path: Path, name: str) -> None:
    fills, command = RUNS[name]
    there, here = tmp_path / "บน วินโดวส์", tmp_path / "ที่ นี่"
    there.mkdir()
    for fill in fills:
        fill(there)
    shutil.copytree(there, here)  # not made twice: packages tell the second in which they were
    on_windows, expected = windows.run(*command, cwd=there), run(*command, cwd=here)
    assert on_windows.said == expected.stderr
    assert on_windows.out.replace(b"\r\n", b"\n") == expected.stdout.encode().replace(b"\r\n", b"\n")
    if "--format" in command:
        assert on_windows.out == expected.stdout.encode(), "what programs read has no other line ends"
    assert on_windows.code == expected.returncode
    files = sorted(path.name for path in here.iterdir())
    assert sorted(path.name for path in there.iterdir()) == files
    assert [file for file in files if contents(there / file) != contents(here / file)] == []


def test_it_says_its_version(windows: Windows) -> None:
    done = windows.run("--version")
    assert (done.code, done.out.strip(), done.err) == (0, f"saraban-check {__version__}".encode(), b"")


def test_nothing_of_the_folder_or_the_environment_runs(windows: Windows, tmp_path: Path) -> None:
    mark = tmp_path / "RAN"
    for module in ("python_calamine", "openpyxl", "json", "encodings", "sitecustomize", "runpy", "saraban_check"):
        (tmp_path / f"{module}.py").write_text(f"open({mark.name!r}, 'w')\nraise SystemExit(99)\n", encoding="utf-8")
    shutil.copy(DATA / "agencies.xlsx", tmp_path)
    variables = {"PYTHONPATH": ".", "PYTHONHOME": ".", "PYTHONSTARTUP": "json.py", "PYTHONINSPECT": "1"}
    done = windows.with_variables(variables).run("classify", "agencies.xlsx", "-q", NO_REGISTRY, cwd=tmp_path)
    assert (done.code, done.err) == (0, b"")
    assert not mark.exists()


def refused(windows: Windows, folder: Path, *args: str) -> str:
    """What it says in one sentence, having written nothing."""
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    done = windows.run(*args, "-q", cwd=folder)
    assert (done.code, done.out) == (2, b""), done
    assert "Traceback" not in done.said
    assert done.said.strip().count("\n") == 0
    assert done.said.startswith("ข้อผิดพลาด: ")
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == before
    return done.said


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """A folder with a list."""
    shutil.copy(DATA / "agencies.csv", tmp_path / "รายชื่อ.csv")
    return tmp_path


@pytest.mark.parametrize("name", ["CON", "CON.xlsx", "NUL.xlsx", "com1.json", "a:b.xlsx", "ผล.xlsx.", "ผล.xlsx "])
def test_a_name_that_windows_keeps_for_itself_is_refused(windows: Windows, listed: Path, name: str) -> None:
    assert name in refused(windows, listed, "classify", "รายชื่อ.csv", NO_REGISTRY, "-o", name)


def test_a_folder_that_nobody_writes_into_is_named(windows: Windows, listed: Path) -> None:
    """The system's own, as root may write into all others."""
    assert "ผล.xlsx" in refused(windows, listed, "classify", "รายชื่อ.csv", NO_REGISTRY, "-o", r"Z:\sys\kernel\ผล.xlsx")


def test_a_file_that_another_program_holds_is_named(windows: Windows, listed: Path) -> None:
    shutil.copy(DATA / "agencies.xlsx", listed / "เปิดอยู่.xlsx")
    with windows.holding("เปิดอยู่.xlsx", listed):
        assert "เปิดอยู่.xlsx" in refused(windows, listed, "classify", "เปิดอยู่.xlsx", NO_REGISTRY)
        writing = ("classify", "รายชื่อ.csv", NO_REGISTRY, "-o", "เปิดอยู่.xlsx", "--force")
        assert "เปิดอยู่.xlsx" in refused(windows, listed, *writing)


def test_ctrl_c_leaves_no_unfinished_file(windows: Windows, listed: Path) -> None:
    with (listed / "รายชื่อ.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    with (listed / "ยาว.csv").open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows + rows[-70:] * 40)
    before, result = set(listed.iterdir()), listed / "ผล.json"
    program = "Z:" + str(windows.folder / "saraban-check.exe").replace("/", "\\")
    done = windows.python("interrupt.py", listed, program, "classify", "ยาว.csv", "-q", NO_REGISTRY, "-o", result.name)
    assert re.match(rb"130\s", done.out), done
    assert b"Traceback" not in done.out
    left = set(listed.iterdir()) - before
    assert left <= {result}
    for path in left:  # it was complete before the key was heard
        json.loads(path.read_bytes())


def test_what_a_clerk_sees_on_top(built: Path) -> None:
    assert sorted(path.name for path in built.iterdir()) == [
        "data",
        "licences.txt",
        "python",
        "saraban-check.exe",
        "อ่านก่อนใช้.html",
    ]
    [packed] = built.parent.glob("saraban-check-*-win64.zip")
    assert packed.stat().st_size < 80 * 1000 * 1000
    longest = max(len(str(path.relative_to(built))) for path in built.rglob("*"))
    assert longest < 140, "Windows takes 260 characters, of which the folder that it is unpacked into needs many"

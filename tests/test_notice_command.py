"""`notice`: files and folders through the installed command: exit codes, formats, options; and drafts pass."""

import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from tests.contract import by_contract
from tests.documents import NOTICE, needs_thai_ocr, pdfs_of, scan_of, simple_pdf, write_docx
from tests.support import COMMAND, HOSTILE_TEXTS, LIST_HEADER, environment, run, write_list

DATA = Path(__file__).parent.parent / "data"
GOOD = (*NOTICE[:-1], "(นายสมมติ ตัวอย่างดี)", NOTICE[-1])
CODE, NAME, ADDRESS = "06480115", "องค์การบริหารส่วนตำบลน้ำใสสมมติ", "saraban_06480115@dla.go.th"
FREE = "namsaisommut@gmail.com"
FORMATS = ("screen", "json", "jsonl", "csv", "md", "concise", "github", "gitlab", "sarif", "junit")
OUTPUTS = {
    "a.xlsx": b"PK",
    "a.html": b"<!doctype html>",
    "a.csv": b"\xef\xbb\xbf",
    "a.json": b'{"schema"',
    "a.jsonl": b'{"file"',
    "a.md": b"#",
    "a.sarif": b"{",
    "a.xml": b"<?xml",
    "gitlab=a.quality.json": b"[",
    "github=a.log": b"",
    "a.concise.txt": b"",
}


def text_of(lines: tuple[str, ...] = GOOD, **instead: str) -> str:
    """The notice as text, with pieces of it in place of others: `address=…` and so on."""
    text = "\n".join(lines) + "\n"
    for part, piece in instead.items():
        old = {"address": ADDRESS, "day": "๑๗ กุมภาพันธ์ พ.ศ. ๒๕๖๙", "website": NOTICE[5] + "\n", "name": NAME}[part]
        assert old in text
        text = text.replace(old, piece)
    return text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a good notice, a wrong one, and one that cannot be used; and a list of their agencies."""
    (tmp_path / "good.txt").write_text(text_of(), encoding="utf-8")
    (tmp_path / "wrong.txt").write_text(text_of(address=FREE), encoding="utf-8")
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 this is no archive")
    write_list(tmp_path / "agencies.csv", [(CODE, "อบต.น้ำใสสมมติ", "", "นครพนม", "", "", "✓", "✓", "✓")])
    return tmp_path


def notice(folder: Path, *args: str | Path, **how: Any) -> subprocess.CompletedProcess[str]:
    """Run `notice` in English in a folder: no traceback, and nothing in the folder changes but by `-o`."""
    before = contents(folder)
    done = run("notice", "--lang", "en", *args, cwd=folder, **how)
    assert "Traceback" not in done.stdout + done.stderr
    after = contents(folder)
    assert {name: after.get(name) for name in before} == before or "-o" in args
    return done


def contents(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_fifo())
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def checked(folder: Path, *args: str | Path, code: int | None = None, **how: Any) -> Any:
    """The JSON of a run, which keeps to its contract and to its own counts."""
    done = notice(folder, *args, "--format", "json", **how)
    assert code is None or done.returncode == code, done.stderr
    found = by_contract("notice", done.stdout)
    states = [one.state for one in found.notices]
    summary = found.summary
    assert summary["total"] == len(states)
    assert {state: summary[state] for state in set(states)} == {state: states.count(state) for state in set(states)}
    return found


def one(folder: Path, *args: str | Path, **how: Any) -> Any:
    (only,) = checked(folder, *args, **how).notices
    return only


def codes(model: Any) -> list[str]:
    return [finding.code for finding in model.findings]


# Exit codes


def test_a_correct_notice_is_0_and_an_incorrect_one_1(folder: Path) -> None:
    assert one(folder, "good.txt", code=0).state == "correct"
    assert one(folder, "wrong.txt", code=1).state == "incorrect"
    assert [model.state for model in checked(folder, "good.txt", "wrong.txt", code=1).notices] == [
        "correct",
        "incorrect",
    ]


@pytest.mark.parametrize("format_", FORMATS)
def test_one_unusable_file_is_one_sentence_and_nothing_else(folder: Path, format_: str) -> None:
    done = notice(folder, "broken.docx", "--format", format_, "-o", "a.html", "-o", "a.jsonl")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("error: broken.docx: ")
    assert done.stderr.count("\n") == 1
    assert not (folder / "a.html").exists()
    alone = notice(folder, "broken.docx", "--format", format_)
    assert (alone.returncode, alone.stdout, alone.stderr) == (2, "", done.stderr)


@pytest.mark.parametrize("format_", FORMATS)
def test_of_several_the_others_are_shown_and_the_unusable_decides_the_code(folder: Path, format_: str) -> None:
    done = notice(folder, "wrong.txt", "broken.docx", "good.txt", "--format", format_, "-q")
    assert done.returncode == 2
    assert "wrong.txt" in done.stdout
    assert "broken.docx" in done.stdout
    assert done.stderr.startswith("error: broken.docx: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("none.txt",), "none.txt: there is no such file"),
        (("good.txt", "none.pdf"), "none.pdf: there is no such file"),
        (("empty",), "empty: there is no notice to read"),
        (("good.txt/x.txt",), "there is no such file"),
        (("good.txt", "--agency", "agencies.csv", "--code", CODE), "cannot both be given"),
        (("good.txt", "--agency", "agencies.csv", "--address", ADDRESS), "cannot both be given"),
        (("good.txt", "--agency", "none.csv"), "none.csv"),
        (("good.txt", "--agency", "header.csv"), "header.csv: there are no rows"),
        (("-", "--agency", "-"), "only one input can be -"),
        (("-", "-"), "only one input can be -"),
        (("good.txt", "--as-of", "garbage"), "garbage"),
        (("good.txt", "--as-of", "31/2/2569"), "31/2/2569"),
        (("good.txt", "--as-of", "2600-01-01"), "yet to come"),
        (("good.txt", "--upgraded", "x"), "x"),
        (("good.txt", "--code", "99999999"), "--code 99999999"),
        (("good.txt", "--province", "ไม่มีจังหวัดนี้"), "--province"),
        (("good.txt", "--kind", "ไม่มีประเภทนี้"), "--kind"),
        (("good.txt", "--fail-on", "B"), "--fail-on B: no such condition"),
        (("good.txt", "--fail-on", ""), "--fail-on"),
        (("good.txt", "--max", "pages=none"), "pages"),
        (("good.txt", "--max", "sides=1"), "sides"),
        (("good.txt", "-o", "a.pdf"), "-o a.pdf"),
        (("good.txt", "-o", "none/a.csv"), "there is no folder"),
        (("good.txt", "-o", "-"), "use --format"),
    ],
    ids=str,
)
def test_a_request_that_cannot_be_met_is_one_sentence(folder: Path, args: tuple[str, ...], says: str) -> None:
    (folder / "empty").mkdir()
    (folder / "empty" / "notes.xlsx").write_bytes(b"")
    write_list(folder / "header.csv", [])
    done = notice(folder, *args, "-q", stdin="")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("error: ")
    assert says in done.stderr
    assert done.stderr.count("\n") == 1


# What is written


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_is_the_same_bytes_twice_and_speaks_both_languages(folder: Path, format_: str) -> None:
    args = ("wrong.txt", "good.txt", "--format", format_)
    first = notice(folder, *args)
    assert first.returncode == 1, first.stderr
    assert "wrong.txt" in first.stdout
    assert first.stderr == ""
    assert notice(folder, *args).stdout == first.stdout
    thai = run("notice", *args, cwd=folder)
    assert thai.returncode == 1
    assert thai.stdout != first.stdout
    assert "SB521" in first.stdout
    assert "SB521" in thai.stdout


def test_outputs_of_every_kind_are_written_in_one_run(folder: Path) -> None:
    args = [word for name in OUTPUTS for word in ("-o", name)]
    done = notice(folder, "wrong.txt", "good.txt", *args, "--format", "json")
    assert done.returncode == 1
    assert by_contract("notice", done.stdout).summary.total == 2
    for name, begins in OUTPUTS.items():
        path = folder / name.rpartition("=")[2]
        assert path.read_bytes().lower().startswith(begins.lower()), name
        assert f"wrote {path.name}" in done.stderr
    assert (folder / "a.json").read_text(encoding="utf-8") == done.stdout
    first = contents(folder)
    assert notice(folder, "wrong.txt", "good.txt", *args, "-q").stderr == ""
    assert contents(folder) == first


@pytest.mark.parametrize(
    ("args", "output"),
    [
        (("x.html",), "x.html"),
        (("x.html",), "html=x.html"),
        (("x.html",), "./in/../x.html"),
        (("x.html",), "link.html"),
        (("in",), "in/x.html"),
        (("in",), "in/deep/x.html"),
        (("in",), "csv=in/x.txt"),
        (("in",), "to-inside.html"),
        (("good.txt", "--agency", "agencies.csv"), "agencies.csv"),
    ],
    ids=str,
)
def test_no_output_is_written_over_what_is_read(folder: Path, args: tuple[str, ...], output: str) -> None:
    (folder / "in" / "deep").mkdir(parents=True)
    for name in ("x.html", "in/x.html", "in/x.txt", "in/deep/x.html"):
        (folder / name).write_text(text_of(), encoding="utf-8")
    (folder / "link.html").symlink_to("x.html")
    (folder / "to-inside.html").symlink_to("in/x.html")
    before = contents(folder)
    done = notice(folder, *args, "-o", output, "-q")
    assert (done.returncode, done.stdout) == (2, "")
    assert "never written over" in done.stderr
    assert contents(folder) == before


def test_a_report_may_stand_beside_the_notices_and_be_written_again(folder: Path) -> None:
    (folder / "in").mkdir()
    (folder / "in" / "x.txt").write_text(text_of(), encoding="utf-8")
    for _ in range(2):
        assert notice(folder, "in", "-o", "in/report.xlsx", "-o", "report.html").returncode == 0


@pytest.mark.parametrize("lines", ["", "::error::x\n##[group]y\n"], ids=["plain", "hostile"])
def test_standard_input(folder: Path, lines: str) -> None:
    model = one(folder, "-", stdin=lines + text_of(), code=0)
    assert (model.file, model.state, model.kind) == ("-", "correct", "text")
    docx = write_docx(folder / "n.docx", GOOD).read_bytes()
    model = one(folder, "-", stdin=docx, code=0)
    assert (model.file, model.kind) == ("-", "docx")
    assert one(folder, "-", "--agency", "agencies.csv", stdin=docx).agency is not None
    done = notice(folder, "-", stdin="")
    assert done.returncode == 2
    assert done.stderr.startswith("error: -: ")


# Folders


def test_a_folder_is_read_in_order_and_what_is_left_out_is_named_and_counted(folder: Path) -> None:
    notices = folder / "notices"
    (notices / "b").mkdir(parents=True)
    for name in ("c.txt", "a.TXT", "b/z.txt", "b/y.html"):
        (notices / name).write_text(text_of(), encoding="utf-8")
    for name in (".DS_Store", ".hidden.txt", "~$lock.docx", "list.xlsx", "music.mp3", "b/Thumbs.db"):
        (notices / name).write_bytes(b"x")
    (notices / "elsewhere").symlink_to(folder, target_is_directory=True)
    (notices / "linked.txt").symlink_to(folder / "wrong.txt")
    os.mkfifo(notices / "pipe.txt")
    found = notice(folder, "notices", "--format", "json")
    assert found.returncode == 1, "the link to a file is followed"
    names = ["a.TXT", "b/y.html", "b/z.txt", "c.txt", "linked.txt"]
    assert [one["file"] for one in json.loads(found.stdout)["notices"]] == [f"notices/{name}" for name in names]
    left = dict(line.split(": ", 1) for line in found.stderr.splitlines())
    assert left["skipped 6 (no document by its name, or hidden)"].split(", ") == [
        *(".DS_Store", ".hidden.txt", "b/Thumbs.db", "list.xlsx", "music.mp3 …"),
    ]
    assert left["skipped 1 (a link to a folder)"] == "elsewhere"
    assert left["skipped 1 (not an ordinary file (a device or a pipe))"] == "pipe.txt"
    assert len(left) == 3
    assert notice(folder, "notices", "-q").stderr == ""
    lines = notice(folder, "notices", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["file"] for line in lines] == [f"notices/{name}" for name in names]


def test_a_file_that_is_named_is_read_whatever_it_is_called(folder: Path) -> None:
    (folder / ".hidden.jpg").write_text(text_of(), encoding="utf-8")
    assert one(folder, ".hidden.jpg", code=0).state == "correct"


# What is known besides


def test_each_notice_is_checked_against_its_agency_of_the_list(folder: Path) -> None:
    rows = [
        (CODE, "อบต.น้ำใสสมมติ", "", "นครพนม", "", "saraban@namsai-sommut.go.th", "✓", "✓", "✓"),
        ("06480191", "อบต.ดอนสมมติ", "", "นครพนม", "", "", "✓", "✓", "✓"),
    ]
    write_list(folder / "agencies.csv", rows)
    (folder / "06480191.txt").write_text(text_of(), encoding="utf-8")
    (folder / "nobody.txt").write_text(text_of(name="องค์การบริหารส่วนตำบลอื่นสมมติ"), encoding="utf-8")
    found = checked(folder, "good.txt", "06480191.txt", "nobody.txt", "broken.docx", "--agency", "agencies.csv", code=2)
    good, other, nobody, broken = found.notices
    assert found.list == "agencies.csv"
    assert good.agency is not None
    assert (good.agency.row, good.agency.code) == (2, CODE)
    assert "SB524" in codes(good), "the list has another address"
    assert other.agency is not None
    assert other.agency.row == 3
    assert "SB518" in codes(other), "the code in the file's name holds, and the title is another agency's"
    assert nobody.agency is None
    assert nobody.unmatched is not None
    assert "องค์การบริหารส่วนตำบลอื่นสมมติ" in nobody.unmatched
    assert broken.unmatched is not None
    screen = notice(folder, "nobody.txt", "--agency", "agencies.csv").stdout
    assert "no agency of the list is this one" in screen.replace("\n", " ")


def test_what_is_said_of_the_agency_counts(folder: Path) -> None:
    assert one(folder, "good.txt", "--code", CODE, "--name", "อบต.น้ำใสสมมติ", "--province", "นครพนม", code=0)
    assert "SB518" in codes(one(folder, "good.txt", "--name", "อบต.ดอนสมมติ", code=1))
    assert "SB521" in codes(one(folder, "good.txt", "--code", "06480191", code=1))
    assert one(folder, "good.txt", "--address", "saraban@namsai-sommut.go.th").findings


def test_the_day_of_the_check_decides_what_is_to_come(folder: Path) -> None:
    assert one(folder, "good.txt", "--as-of", "17/2/2569", code=0).date == "2026-02-17"
    found = checked(folder, "good.txt", "--as-of", "2026-02-16", code=1)
    assert codes(found.notices[0]) == ["SB532"]
    assert found.as_of == "2026-02-16"
    assert checked(folder, "good.txt").as_of is None


def test_a_notice_older_than_the_change_of_status(folder: Path) -> None:
    assert codes(one(folder, "good.txt", "--upgraded", "18/2/2569", code=1)) == ["SB533"]
    assert codes(one(folder, "good.txt", "--upgraded", "17/2/2569", code=0)) == []


def test_the_day_in_the_lists_own_cell_comes_first(folder: Path) -> None:
    header = (*LIST_HEADER, "ยกฐานะ")
    for cell, expected in (("ยกฐานะเมื่อวันที่ 1 ตุลาคม 2569", ["SB533"]), ("ยกฐานะเมื่อวันที่ 1 ตุลาคม 2567", [])):
        row = (CODE, "อบต.น้ำใสสมมติ", "", "นครพนม", "", "", "✓", "✓", "✓", cell)
        write_list(folder / "agencies.csv", [row], header)
        for more in ((), ("--upgraded", "2026-10-01" if not expected else "2024-10-01")):
            model = one(folder, "good.txt", "--agency", "agencies.csv", *more)
            assert [code for code in codes(model) if code == "SB533"] == expected, (cell, more)


# The gate, settings, limits


@pytest.mark.parametrize(
    ("file", "condition", "code"),
    [
        ("wrong.txt", "error", 1),
        ("wrong.txt", "incorrect", 1),
        ("wrong.txt", "unknown", 0),
        ("wrong.txt", "SB521", 1),
        ("wrong.txt", "SB530,SB521", 1),
        ("wrong.txt", "SB530", 0),
        ("wrong.txt", "notice-address-incorrect", 1),
        ("good.txt", "error,warning,incorrect,unknown", 0),
        ("bare.txt", "warning", 1),
        ("bare.txt", "error", 0),
        ("bare.txt", "SB525", 1),
    ],
)
def test_the_gate(folder: Path, file: str, condition: str, code: int) -> None:
    (folder / "bare.txt").write_text(text_of(website=""), encoding="utf-8")
    done = notice(folder, file, "--fail-on", condition, "--format", "json")
    assert done.returncode == code, done.stderr
    gate = json.loads(done.stdout)["gate"]
    assert gate["passed"] is (code == 0)
    assert bool(gate["reasons"]) is (code == 1)
    assert bool(done.stderr) is (code == 1)
    lines = notice(folder, file, "--fail-on", condition, "--format", "jsonl")
    assert lines.returncode == code


def test_a_gate_of_lists_in_the_settings_is_none_of_notices(folder: Path) -> None:
    (folder / "saraban-check.toml").write_text('fail-on = "B,C"\n', encoding="utf-8")
    assert one(folder, "good.txt", code=0).state == "correct"
    assert one(folder, "wrong.txt", code=1).state == "incorrect"
    assert "gate" not in checked(folder, "wrong.txt")


def test_the_teams_settings_weigh_and_ignore(folder: Path) -> None:
    (folder / "bare.txt").write_text(text_of(website=""), encoding="utf-8")
    plain = one(folder, "bare.txt", code=0)
    assert [(finding.code, finding.severity) for finding in plain.findings] == [("SB525", "warning")]
    settings = folder / "saraban-check.toml"
    settings.write_text('ignore = [{ rule = "SB525", reason = "ไม่มีเว็บไซต์" }]\n', encoding="utf-8")
    found = checked(folder, "bare.txt", code=0)
    assert codes(found.notices[0]) == []
    assert [finding.code for finding in found.notices[0].ignored] == ["SB525"]
    assert found.summary.ignored == {"SB525": 1}
    refused = notice(folder, "bare.txt", "--fail-on", "SB525")
    assert (refused.returncode, refused.stdout) == (2, ""), "a gate on an ignored rule could never close"
    assert "the settings ignore this rule" in refused.stderr
    assert notice(folder, "bare.txt", "--fail-on", "warning").returncode == 0
    settings.write_text('[severity]\nSB525 = "error"\n', encoding="utf-8")
    weighed = one(folder, "bare.txt")
    assert [(finding.code, finding.severity) for finding in weighed.findings] == [("SB525", "error")]
    assert weighed.state == "correct", "a severity of the team's does not change what the published rules say"
    assert notice(folder, "bare.txt", "--fail-on", "error").returncode == 1


def test_the_gate_sees_what_the_report_shows(folder: Path) -> None:
    """A finding of the address itself counts as any other, and one that lies behind another is told."""
    text = text_of(address="saraban@namsai-sommut.com").replace("namsai-sommut.go.th", "namsai-sommut.com")
    (folder / "com.txt").write_text(text, encoding="utf-8")
    (folder / "saraban-check.toml").write_text('[severity]\nSB405 = "error"\n', encoding="utf-8")
    for condition in ("error", "SB405", "error,SB405"):
        done = notice(folder, "com.txt", "--fail-on", condition, "--format", "github")
        assert "::error file=com.txt" in done.stdout
        assert done.returncode == 1, condition
    assert notice(folder, "wrong.txt", "--fail-on", "SB401").returncode == 1, "it lies behind SB521"
    (folder / "saraban-check.toml").write_text('ignore = [{ rule = "SB401", reason = "x" }]\n', encoding="utf-8")
    done = notice(folder, "wrong.txt", "--fail-on", "SB403")
    assert done.returncode == 0
    assert "SB401 × 1 (x)" in done.stdout
    assert notice(folder, "wrong.txt", "--fail-on", "SB401").returncode == 2, "it could never be met"


def test_the_limit_of_pages_is_named(folder: Path) -> None:
    (folder / "two.pdf").write_bytes(simple_pdf(["page one " * 30, "page two " * 30]))
    done = notice(folder, "two.pdf", "--max", "pages=1")
    assert (done.returncode, done.stdout) == (2, "")
    assert "two.pdf" in done.stderr
    assert "pages" in done.stderr
    assert one(folder, "two.pdf", "--max", "pages=2").pages == 2


# Surroundings


@pytest.mark.parametrize("format_", ["screen", "jsonl", "json", "csv"])
def test_a_closed_pipe_ends_quietly(folder: Path, format_: str) -> None:
    many = folder / "many"
    many.mkdir()
    for number in range(120):
        (many / f"{number:04}.txt").write_text(text_of(address=FREE), encoding="utf-8")
    command = [*COMMAND, "notice", "many", "--format", format_, "--limit", "200", "-q"]
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 1


def test_hostile_text_is_no_command_on_github_and_no_escape_on_a_terminal(folder: Path) -> None:
    hostile = folder / "hostile"
    hostile.mkdir()
    for number, text in enumerate(HOSTILE_TEXTS):
        whole = f"{text}\n" + text_of(address=f"x{text}@gmail.com").replace(NAME, f"{NAME}{text}")
        whole = whole.replace("\0", "")  # a byte that no text has: such a file is refused
        (hostile / f"::error::{number}##[group]%0A.txt").write_text(whole, encoding="utf-8", newline="")
    write_list(folder / "hostile.csv", [[CODE, *[text] * 8] for text in HOSTILE_TEXTS])
    env = {"GITHUB_ACTIONS": "true"}
    for more in (("--format", "github"), (), ("--format", "md"), ("--agency", "hostile.csv"), ("--limit", "99")):
        done = notice(folder, "hostile", *more, env=env)
        assert done.returncode == 1, done.stderr
        for line in (done.stdout + "\n" + done.stderr).splitlines():
            if "github" in more and line.startswith(("::error file=", "::warning file=", "::notice ")):
                assert "##[" not in line.split("::", 2)[2], "the message; the file's name is what it is"
                continue
            assert "##[" not in line
            assert not line.lstrip().startswith("::")
        assert "\x1b" not in done.stdout + done.stderr
        assert "\x00" not in done.stdout + done.stderr


@pytest.mark.parametrize("format_", FORMATS)
def test_odd_file_names_are_shown_and_obeyed_nowhere(folder: Path, format_: str) -> None:
    odd = folder / "odd"
    odd.mkdir()
    for name in (b"a\xff.txt", b"esc\x1b[31m.txt", b"new\nline.txt", b"=1+1.txt", "\u202egpj.txt".encode()):
        Path(os.fsdecode(os.fsencode(odd) + b"/" + name)).write_text(text_of(address=FREE), encoding="utf-8")
    done = notice(folder, "odd", "--format", format_)
    assert done.returncode == 1, done.stderr
    assert format_ == "csv" or "\x1b" not in done.stdout
    assert format_ == "csv" or "new\nline" not in done.stdout
    assert notice(folder, "odd", "-o", "odd.xlsx", "-o", "odd.html", "-q", "--format", format_).stdout == done.stdout


def test_a_console_that_knows_no_thai(folder: Path) -> None:
    plain = notice(folder, "wrong.txt", "--format", "json").stdout
    for env in ({"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}):
        assert notice(folder, "wrong.txt", "--format", "json", env=env).stdout == plain
        assert notice(folder, "wrong.txt", env=env).returncode == 1
    thai = folder / "ประกาศ อบต.น้ำใสสมมติ.txt"
    thai.write_text(text_of(), encoding="utf-8")
    assert one(folder, thai.name, code=0, env={"LC_ALL": "C"}).file == thai.name


_WATCH = """
import os, sys

def watch(event, arguments):
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg") or event.startswith(("socket.get", "urllib.")):
        if event not in ("socket.getservbyname", "socket.gethostname"):
            with open(os.environ["WATCH_LOG"], "a") as log:
                log.write(event + chr(10))

sys.addaudithook(watch)
"""


def test_nothing_leaves_the_machine(folder: Path) -> None:
    (folder / "sitecustomize.py").write_text(_WATCH, encoding="utf-8")
    (folder / "p.pdf").write_bytes(simple_pdf(["see http://www.example.com/ " * 20]))
    (folder / "p.html").write_text(
        '<img src="http://www.example.com/a.png"><link rel="stylesheet" href="http://www.example.com/a.css">'
        f"<p>{'</p><p>'.join(GOOD)}</p>",
        encoding="utf-8",
    )
    log = folder.parent / f"{folder.name}.log"
    log.write_text("", encoding="utf-8")
    path = os.pathsep.join(filter(None, (str(folder), os.environ.get("PYTHONPATH"))))
    env = {"PYTHONPATH": path, "WATCH_LOG": str(log)}
    done = notice(folder, "p.pdf", "p.html", "good.txt", "wrong.txt", "--agency", "agencies.csv", env=env)
    assert done.returncode == 1, done.stderr
    assert log.read_text(encoding="utf-8") == ""


# Kinds of documents


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The good notice and the wrong one as files of every kind."""
    folder = tmp_path_factory.mktemp("made")
    for name, text in (("good", text_of()), ("wrong", text_of(address=FREE))):
        lines = text.splitlines()
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        (folder / f"{name}.cp874.txt").write_bytes(text.encode("cp874"))
        (folder / f"{name}.html").write_text(f"<p>{'</p><p>'.join(lines)}</p>", encoding="utf-8")
        write_docx(folder / f"{name}.docx", lines, "Laksaman")
    if shutil.which("soffice"):
        pdfs_of([folder / "good.docx", folder / "wrong.docx"], folder)
        shutil.rmtree(folder / "profile", ignore_errors=True)
    return folder


@pytest.mark.parametrize("suffix", [".txt", ".cp874.txt", ".html", ".docx", ".pdf"])
def test_every_kind_of_document_says_the_same(made: Path, suffix: str) -> None:
    if suffix == ".pdf" and not shutil.which("soffice"):
        pdfs_of([], made)  # skips, or fails on CI
    good, wrong = one(made, f"good{suffix}", code=0), one(made, f"wrong{suffix}", code=1)
    assert (good.state, codes(good)) == ("correct", [])
    assert (wrong.state, codes(wrong)) == ("incorrect", ["SB521"])
    assert good.issuer == NAME
    assert [stated.address for stated in good.addresses] == [ADDRESS]
    assert good.websites == ["www.namsai-sommut.go.th"]
    assert good.date == "2026-02-17"
    assert good.law.section
    assert wrong.address is not None
    assert wrong.address.correct is False
    assert wrong.address.value == FREE


@pytest.fixture(scope="module")
def scans(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("scans")
    if not shutil.which("soffice"):
        pdfs_of([], made)
    for name in ("good", "wrong"):
        scan_of(made / f"{name}.pdf", folder / f"{name}.pdf")
    return folder


def test_with_ocr_no_finding_is_an_error(scans: Path) -> None:
    needs_thai_ocr()
    done = notice(scans, "good.pdf", "wrong.pdf", "--format", "json", timeout=120)
    found = by_contract("notice", done.stdout)
    assert all(model.ocr for model in found.notices)
    assert found.summary.findings["error"] == 0
    assert all(finding.severity != "error" for model in found.notices for finding in model.findings)
    assert {model.state for model in found.notices} <= {"correct", "unknown"}
    assert done.returncode == (0 if all(model.state == "correct" for model in found.notices) else 1)
    assert found.notices[1].state == "unknown", "what was wrong in a picture may be the reading's fault"
    assert "SB511" in codes(found.notices[0])


def test_without_ocr_a_scan_is_said_to_be_one(scans: Path) -> None:
    model = one(scans, "good.pdf", "--no-ocr", code=1)
    assert (model.state, codes(model), model.ocr) == ("unreadable", ["SB510"], False)
    assert "scan" in model.findings[0].message.lower()
    assert one(scans, "good.pdf", code=1, env={"SARABAN_CHECK_OCR": "0"}).state == "unreadable"
    assert notice(scans, "good.pdf", "--no-ocr", "--fail-on", "incorrect").returncode == 0


# What is drafted passes

AGENCIES = [
    ("อบต.วังทองสมมติ", "saraban@wangthong-sommut.go.th", "www.wangthong-sommut.go.th"),
    ("อบต.ดอนสมมติ", "saraban_06480191@dla.go.th", "www.donsommut.go.th"),
    ("อบจ.สมมติบุรี", "saraban@sommutburi-pao.go.th", "www.sommutburi-pao.go.th"),
    ("ทต.สวนจำลอง", "saraban@suanchamlong.go.th", "www.suanchamlong.go.th"),
    ("เทศบาลเมืองแก่งทดลอง", "saraban@kaengthotlong.go.th", "www.kaengthotlong.go.th"),
    ("เทศบาลนครสาธิต", "saraban@nakhonsathit.go.th", "www.nakhonsathit.go.th"),
    ("เมืองพัทยา", "saraban@pattaya.go.th", "www.pattaya.go.th"),
    ("กรุงเทพมหานคร", "saraban@bangkok.go.th", "www.bangkok.go.th"),
    ("กรมสาธิต", "saraban@sathit.go.th", "www.sathit.go.th"),
]


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A draft for an agency of each kind, as DOCX and TXT, and the DOCX as PDF."""
    folder = tmp_path_factory.mktemp("drafts")
    for number, (name, address, website) in enumerate(AGENCIES):
        args = ["--name", name, "--address", address, "--website", website, "--phone", "0-4200-0101"]
        if name.startswith("กรม"):
            args += ["--position", "อธิบดีกรมสาธิต"]
        done = run("draft", "notice", *args, "-o", f"{number}.docx", "-o", f"{number}.txt", cwd=folder)
        assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.parametrize("suffix", ["docx", "txt", "pdf"])
def test_what_is_drafted_passes(drafts: Path, suffix: str) -> None:
    if suffix == "pdf":
        pdfs_of([drafts / f"{number}.docx" for number in range(len(AGENCIES))], drafts)
    files = [f"{number}.{suffix}" for number in range(len(AGENCIES))]
    for model, (name, address, _) in zip(checked(drafts, *files, code=0).notices, AGENCIES, strict=True):
        assert model.state == "correct", name
        assert set(codes(model)) <= {"SB536"}, name
        assert [stated.address for stated in model.addresses] == [address]
    for file, (name, address, website) in zip(files, AGENCIES, strict=True):
        told = ("--name", name, "--website", website, "--address", address)
        assert notice(drafts, file, *told, "--fail-on", "error,warning").returncode == 0, name


def test_a_draft_with_blanks_does_not_pass_unseen(tmp_path: Path) -> None:
    done = run("draft", "notice", "--name", "อบต.วังทองสมมติ", "-o", "blank.docx", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert {"SB520", "SB525", "SB526"} <= set(codes(one(tmp_path, "blank.docx", code=1)))


def test_the_drafts_of_a_list_pass_but_for_their_blanks(tmp_path: Path) -> None:
    made = run("draft", "notice", "--from", DATA / "agencies.xlsx", "-o", tmp_path / "d", "--format", "json")
    assert made.returncode == 0, made.stderr
    drafted = {Path(draft["files"][0]).name: draft for draft in json.loads(made.stdout)["drafted"]}
    found = checked(tmp_path, "d")
    assert len(found.notices) == len(list((tmp_path / "d").iterdir())) == len(drafted) > 20
    for model in found.notices:
        draft = drafted[Path(model.file).name]
        stated = [one.address for one in model.addresses]
        if not stated:
            assert draft["address"] is None, model.file
            assert "SB520" in codes(model)
        else:
            assert stated == [draft["address"]]
            assert model.state == "correct", (model.file, codes(model))
            assert set(codes(model)) <= {"SB525", "SB526", "SB536"}, (model.file, codes(model))
            assert all(finding.severity != "error" for finding in model.findings)


def test_the_drafts_of_a_list_are_found_in_it_again(tmp_path: Path) -> None:
    run("draft", "notice", "--from", DATA / "agencies.xlsx", "-o", tmp_path / "d", "-q")
    found = checked(tmp_path, "d", "--agency", DATA / "agencies.xlsx")
    assert all(model.agency is not None for model in found.notices), [m.file for m in found.notices if not m.agency]
    for model in found.notices:
        assert model.agency is not None
        if (code := model.agency.code) and Path(model.file).name[0].isdigit():
            assert Path(model.file).name.startswith(code)


def test_a_photo_in_a_folder_is_not_lost(folder: Path) -> None:
    """Offices photograph their notices; a picture cannot be read, and every output says so."""
    notices = folder / "photos"
    notices.mkdir()
    (notices / "a.txt").write_text(text_of(), encoding="utf-8")
    (notices / "b.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    found = notice(folder, "photos", "--format", "json")
    assert found.returncode == 2
    states = {one["file"]: one["state"] for one in json.loads(found.stdout)["notices"]}
    assert states == {"photos/a.txt": "correct", "photos/b.png": "unreadable"}
    assert "b.png" in found.stderr

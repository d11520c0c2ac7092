"""Hostile surroundings: full disks, missing folders, Ctrl-C, closed pipes, poor consoles, no network."""

import errno
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.documents import simple_pdf
from tests.support import COMMAND, classified, csv_text, environment, heed_ctrl_c, run

HEADINGS = ["รหัส", "หน่วยงาน", "จังหวัด", "อีเมล", "ประกาศ ม.10", "ลงใน info.go.th", "สถานะการส่งอีเมล"]
OLD = b"the old report"
FORMATS = ["json", "jsonl", "csv", "xlsx"]
posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX devices, limits and signals")


def agency(number: int) -> list[str]:
    """An agency whose address is wrong, so that each row is judged on its own."""
    code = f"0648{number % 10_000:04}"
    return [code, f"อบต.ตัวอย่าง {number}", "นครพนม", f"sarabun_{code}@dla.go.th", "✓", "✓", "✓"]


def right_agency(number: int) -> list[str]:
    """One whose address is right, which takes hardly any time to judge."""
    kind, name = ("05", "ทต.ก") if number % 2 else ("06", "อบต.ก")
    code = f"{kind}{30 + number // 20_000}{number // 2 % 10_000:04}"
    return [code, name, "", f"saraban_{code}@dla.go.th", "✓", "✓", "✓"]


def agencies(folder: Path, count: int = 3, one: Callable[[int], list[str]] = agency) -> Path:
    path = folder / "agencies.csv"
    path.write_text(csv_text([HEADINGS, *map(one, range(1, count + 1))]), encoding="utf-8", newline="")
    return path


def assert_one_sentence(stderr: str) -> None:
    assert "Traceback" not in stderr
    assert stderr.startswith("error: "), stderr
    assert stderr.count("\n") == 1, stderr


def left_behind(folder: Path) -> list[str]:
    """Unfinished files."""
    return [path.name for path in folder.iterdir() if "part" in path.suffix or path.name.startswith(".")]


def file_size_limit(size: int) -> Callable[[], None]:
    """No file may grow beyond that: what a full disk does to a report, without a disk."""

    def set_limit() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return set_limit


# --- full disks and folders --------------------------------------------------------------------------------------


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has this device")
@pytest.mark.parametrize("format_", ["screen", "json", "jsonl", "csv"])
@pytest.mark.parametrize("count", [3, 1_000], ids=["small", "large"])  # large: far more than any buffer
def test_results_to_a_full_disk_end_in_one_sentence(tmp_path: Path, format_: str, count: int) -> None:
    path = agencies(tmp_path, count)
    before = path.read_bytes()
    with Path("/dev/full").open("wb") as full:
        command = [*COMMAND, "classify", str(path), "--format", format_, "--limit", "3000", "--lang", "en", "-q"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, env=environment(), timeout=60, check=False)
    assert done.returncode == 2
    assert_one_sentence(done.stderr.decode())
    assert os.strerror(errno.ENOSPC) in done.stderr.decode()
    assert path.read_bytes() == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has this device")
@pytest.mark.parametrize(
    "args", [["address", "saraban_06480115@dla.go.th"], ["rules"], ["explain", "SB402"], ["--help"], ["--version"]]
)
def test_every_command_says_that_the_disk_is_full(args: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, *args], stdout=full, stderr=subprocess.PIPE, env=environment(), timeout=60, check=False
        )
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr
    assert done.returncode == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has this device")
def test_messages_to_a_full_disk_do_not_spoil_the_results(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, "classify", str(agencies(tmp_path)), "--format", "json"],
            stdout=subprocess.PIPE,
            stderr=full,
            env=environment(),
            timeout=60,
            check=False,
        )
    # 1 would say that the check failed, and 3 that the program is broken: neither is so
    assert done.returncode in (0, 2)
    if done.returncode == 0:
        assert json.loads(done.stdout)["summary"]["total"] == 3


@posix
@pytest.mark.parametrize("format_", FORMATS)
def test_a_report_that_does_not_fit_on_the_disk_leaves_the_old_one_whole(tmp_path: Path, format_: str) -> None:
    path, out = agencies(tmp_path, 500), tmp_path / "out" / f"report.{format_}"
    before = path.read_bytes()
    out.parent.mkdir()
    out.write_bytes(OLD)
    done = run("classify", path, "-o", out, "--force", "--lang", "en", "-q", before=file_size_limit(4096))
    assert done.returncode == 2
    assert_one_sentence(done.stderr)
    assert f"report.{format_}" in done.stderr
    assert os.strerror(errno.EFBIG) in done.stderr
    assert out.read_bytes() == OLD
    assert [p.name for p in out.parent.iterdir()] == [out.name]
    assert path.read_bytes() == before


@pytest.mark.parametrize("format_", FORMATS)
def test_a_missing_output_folder_is_refused_before_any_work(tmp_path: Path, format_: str) -> None:
    done = run("classify", agencies(tmp_path), "-o", tmp_path / "nowhere" / f"report.{format_}", "--lang", "en", "-q")
    assert done.returncode == 2
    assert_one_sentence(done.stderr)
    assert "nowhere" in done.stderr
    assert done.stdout == ""
    assert not (tmp_path / "nowhere").exists()


def test_a_file_in_the_folders_place_is_refused(tmp_path: Path) -> None:
    path = agencies(tmp_path)
    before = path.read_bytes()
    done = run("classify", path, "-o", path / "report.csv", "--lang", "en", "-q")
    assert done.returncode == 2
    assert_one_sentence(done.stderr)
    assert path.read_bytes() == before


@pytest.mark.skipif(sys.platform != "linux", reason="Linux has a folder that not even root can write to")
def test_a_folder_that_cannot_be_written_to_is_refused(tmp_path: Path) -> None:
    done = run("classify", agencies(tmp_path), "-o", "/proc/self/report.csv", "--lang", "en", "-q")
    assert done.returncode == 2
    assert_one_sentence(done.stderr)
    assert "/proc/self/report.csv" in done.stderr


def test_a_folder_in_the_reports_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "report.csv").mkdir()
    done = run("classify", agencies(tmp_path), "-o", tmp_path / "report.csv", "--lang", "en", "-q")
    assert done.returncode == 2
    assert_one_sentence(done.stderr)
    assert "folder" in done.stderr


def test_a_report_name_that_is_too_long_is_refused(tmp_path: Path) -> None:
    done = run("classify", agencies(tmp_path), "-o", tmp_path / ("a" * 300 + ".csv"), "--lang", "en", "-q")
    assert done.returncode == 2
    assert_one_sentence(done.stderr)


def test_a_report_name_of_the_greatest_length_is_written(tmp_path: Path) -> None:
    # the unfinished file beside it has a longer name, which must not be too long
    out = tmp_path / ("a" * 251 + ".csv")
    classified(agencies(tmp_path), "-o", out)
    assert out.exists()
    assert not left_behind(tmp_path)


@pytest.mark.parametrize("how", ["same", "relative", "link", "hard link", "through a folder"])
def test_the_input_is_never_written_over(tmp_path: Path, how: str) -> None:
    path = agencies(tmp_path)
    before = path.read_bytes()
    (tmp_path / "folder").mkdir()
    other = tmp_path / "other.csv"
    if how == "link":
        other.symlink_to(path)
    elif how == "hard link":
        other.hardlink_to(path)
    out = {
        "same": path,
        "relative": Path("agencies.csv"),
        "through a folder": tmp_path / "folder" / ".." / "agencies.csv",
    }.get(how, other)
    done = run("classify", path, "-o", out, "--lang", "en", "-q", cwd=tmp_path)
    assert done.returncode == 2
    assert_one_sentence(done.stderr)
    assert path.read_bytes() == before


def test_one_output_named_twice_is_refused(tmp_path: Path) -> None:
    out = tmp_path / "report.csv"
    done = run("classify", agencies(tmp_path), "-o", out, "-o", tmp_path / "." / "report.csv", "--lang", "en", "-q")
    assert done.returncode == 2
    assert_one_sentence(done.stderr)
    assert not out.exists()


def test_input_that_cannot_be_used_leaves_the_old_report_whole(tmp_path: Path) -> None:
    out = tmp_path / "report.csv"
    out.write_bytes(OLD)
    path = tmp_path / "agencies.csv"
    path.write_text(csv_text([HEADINGS, agency(1)]) + '"never closed', encoding="utf-8")
    done = run("classify", path, "-o", out, "--lang", "en", "-q")
    assert done.returncode == 2
    assert_one_sentence(done.stderr)
    assert out.read_bytes() == OLD
    assert not left_behind(tmp_path)


# --- signals and closed pipes -------------------------------------------------------------------------------------


ENDINGS = [(signal.SIGINT, 130), (signal.SIGTERM, 143)]


@posix
@pytest.mark.parametrize(("sent", "code"), ENDINGS, ids=["ctrl-c", "sigterm"])
def test_a_run_ended_while_the_list_is_judged_leaves_the_old_report_whole(
    tmp_path: Path, sent: signal.Signals, code: int
) -> None:
    path, out = agencies(tmp_path, 20_000), tmp_path / "report.csv"
    before = path.read_bytes()
    out.write_bytes(OLD)
    process = subprocess.Popen(
        [*COMMAND, "classify", str(path), "-o", str(out), "--force", "--lang", "en"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        preexec_fn=heed_ctrl_c,  # noqa: PLW1509  (no threads here)
    )
    assert process.stderr is not None
    assert process.stderr.readline().startswith(b"read agencies.csv")  # from here on it is judging the rows
    process.send_signal(sent)
    stdout, stderr = process.communicate(timeout=60)
    assert process.returncode == code
    assert b"Traceback" not in stderr
    assert stdout == b""
    assert out.read_bytes() == OLD
    assert not left_behind(tmp_path)
    assert path.read_bytes() == before


@posix
@pytest.mark.parametrize(("sent", "code"), ENDINGS, ids=["ctrl-c", "sigterm"])
@pytest.mark.parametrize("format_", ["json", "csv"])
def test_a_run_ended_while_a_report_is_written_leaves_the_old_one_whole(
    tmp_path: Path, format_: str, sent: signal.Signals, code: int
) -> None:
    path, out = agencies(tmp_path, 40_000, right_agency), tmp_path / f"report.{format_}"
    out.write_bytes(OLD)
    process = subprocess.Popen(
        [*COMMAND, "classify", str(path), "-o", str(out), "--force", "--lang", "en", "-q"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        preexec_fn=heed_ctrl_c,  # noqa: PLW1509  (no threads here)
    )
    while process.poll() is None and not list(tmp_path.glob(".*.part")):
        pass  # the unfinished file shows that the writing has begun
    process.send_signal(sent)
    stdout, stderr = process.communicate(timeout=60)
    assert process.returncode == code
    assert b"Traceback" not in stderr
    assert stdout == b""
    assert out.read_bytes() == OLD
    assert not left_behind(tmp_path)


def children_of(process: int) -> list[int]:
    """The processes that a process has started and that are still there."""
    listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    return [int(pid) for pid, parent in map(str.split, listed.splitlines()) if int(parent) == process]


def has_ended(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return False


def wait_until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not is_so():
        assert time.monotonic() < deadline, "it did not come about"


@posix
@pytest.mark.parametrize(
    ("sent", "code", "times"),
    [(signal.SIGINT, 130, 1), (signal.SIGTERM, 143, 1), (signal.SIGTERM, 143, 2)],  # `timeout` sends it twice
    ids=["ctrl-c", "sigterm", "sigterm twice"],
)
def test_a_run_ended_while_a_scan_is_read_leaves_nothing_behind(
    tmp_path: Path, sent: signal.Signals, code: int, times: int
) -> None:
    programs, temporary, pid = tmp_path / "bin", tmp_path / "tmp", tmp_path / "pid"
    programs.mkdir()
    temporary.mkdir()
    tesseract = programs / "tesseract"
    tesseract.write_text(
        f"#!/bin/sh\n[ \"$1\" = --list-langs ] && exec echo tha\necho $$ > '{pid}.new'; mv '{pid}.new' '{pid}'\n"
        "exec sleep 600\n"
    )
    tesseract.chmod(0o755)
    scan, out = tmp_path / "scan.pdf", tmp_path / "report.csv"
    scan.write_bytes(
        simple_pdf([""]).replace(b"BT /F1 12 Tf 0 Tr 14 TL 50 780 Td () Tj ET", b"0 0 400 400 re f".ljust(43))
    )
    out.write_bytes(OLD)
    process = subprocess.Popen(
        [*COMMAND, "notice", str(scan), "-o", str(out), "--force", "--lang", "en"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment({"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "TMPDIR": str(temporary)}),
        preexec_fn=heed_ctrl_c,  # noqa: PLW1509  (no threads here)
    )
    wait_until(lambda: pid.exists() or process.poll() is not None)
    started = children_of(process.pid)
    assert int(pid.read_text()) in started
    assert list(temporary.iterdir())
    for _ in range(times):
        process.send_signal(sent)
    stdout, stderr = process.communicate(timeout=60)
    assert process.returncode == code
    assert (stdout, stderr) == (b"", b"")
    wait_until(lambda: all(map(has_ended, started)))
    assert not list(temporary.iterdir())
    assert out.read_bytes() == OLD
    assert not left_behind(tmp_path)


@posix
@pytest.mark.parametrize("format_", ["screen", "json", "jsonl", "csv"])
def test_a_closed_pipe_ends_quietly(tmp_path: Path, format_: str) -> None:
    path = agencies(tmp_path, 5_000)
    command = [*COMMAND, "classify", str(path), "--format", format_, "--limit", "5000", "-q"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline()
        process.stdout.close()
        stderr = process.stderr.read()
    assert stderr == b""
    # 1 would say that the check failed, and a script under `pipefail` would believe it
    assert process.returncode == 0


@posix
@pytest.mark.parametrize(
    "args", [["rules", "--format", "json"], ["explain", "B1"], ["address", "x@dla.go.th"], ["--help"]]
)
def test_a_pipe_that_nobody_reads_is_no_fault(args: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*COMMAND, *args], stdout=writing, stderr=subprocess.PIPE, env=environment(), timeout=60, check=False
    )
    os.close(writing)
    assert done.stderr == b""
    assert done.returncode == 0


@posix
def test_messages_to_a_closed_pipe_do_not_spoil_the_results(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*COMMAND, "classify", str(agencies(tmp_path)), "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=writing,
        env=environment(),
        timeout=60,
        check=False,
    )
    os.close(writing)
    assert done.returncode == 0
    assert json.loads(done.stdout)["summary"]["total"] == 3


# --- consoles ----------------------------------------------------------------------------------------------------


@posix
@pytest.mark.parametrize(
    "command",
    [
        ["classify", "agencies.csv"],
        ["classify", "missing.csv"],
        ["address", "x@gmail.com"],
        ["explain", "B1"],
        ["rules"],
    ],
)
@pytest.mark.parametrize("closed", [(0,), (1,), (2,), (0, 1, 2)], ids=["stdin", "stdout", "stderr", "all"])
def test_closed_streams_are_no_internal_error(tmp_path: Path, command: list[str], closed: tuple[int, ...]) -> None:
    agencies(tmp_path)

    def close() -> None:
        for number in closed:
            os.close(number)

    done = run(*command, "--lang", "en", before=close, cwd=tmp_path)
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    assert done.returncode in (0, 1, 2), done.stderr
    if command == ["classify", "missing.csv"]:
        assert done.returncode == 2
    elif command == ["classify", "agencies.csv"] and 1 not in closed:
        assert done.returncode == 0
        assert "B1" in done.stdout


POOR = {
    "C locale": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "plain C locale": {"LC_ALL": "C"},
    "ascii": {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"},
    "strict ascii": {"PYTHONIOENCODING": "ascii:strict"},
    "Western European": {"PYTHONIOENCODING": "cp1252"},
    "old code page": {"PYTHONIOENCODING": "cp437"},
    "Thai Windows": {"PYTHONIOENCODING": "cp874"},
    "dumb terminal": {"TERM": "dumb"},
    "no terminal kind": {"TERM": ""},
    "one column": {"COLUMNS": "1"},
    "no columns": {"COLUMNS": "0"},
    "odd columns": {"COLUMNS": "wide"},
    "endless columns": {"COLUMNS": "999999999999"},
    "columns in Thai digits": {"COLUMNS": "๘๐"},
}


@pytest.mark.parametrize("variables", POOR.values(), ids=POOR.keys())
def test_a_console_that_cannot_show_thai_loses_nothing_but_looks(tmp_path: Path, variables: dict[str, str]) -> None:
    path = agencies(tmp_path)
    machine = run("classify", path, "--format", "json", env=variables)
    assert machine.returncode == 0, machine.stderr
    assert json.loads(machine.stdout)["agencies"][0]["name"] == "อบต.ตัวอย่าง 1", "JSON is UTF-8 whatever the console"
    for command in (["classify", path], ["explain", "B1"], ["address", "สารบรรณ@gmail.com"], ["--help"]):
        done = run(*command, env=variables)
        assert "Traceback" not in done.stderr
        assert "UnicodeEncodeError" not in done.stderr
        assert done.returncode == (1 if command[0] == "address" else 0), done.stderr
        assert done.stdout


@pytest.mark.parametrize("variables", [POOR["C locale"], POOR["strict ascii"]], ids=["C locale", "strict ascii"])
def test_thai_file_names_and_errors_are_no_matter_for_a_poor_console(tmp_path: Path, variables: dict[str, str]) -> None:
    path = agencies(tmp_path).rename(tmp_path / "รายชื่อ.csv")
    out = tmp_path / "ผล.csv"
    done = run("classify", path, "-o", out, env=variables)
    assert done.returncode == 0, done.stderr
    assert out.exists()
    wrong = run("classify", tmp_path / "ไม่มี.csv", env=variables)
    assert wrong.returncode == 2
    assert wrong.stderr.count("\n") == 1


@posix
def test_a_file_name_that_is_no_text_is_read_and_shown(tmp_path: Path) -> None:
    # a name in Windows-874 bytes, as an old archive leaves it
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xc3\xd2\xc2.csv"))
    try:
        agencies(tmp_path).rename(path)
    except OSError:
        return  # a file system that takes only text (macOS)
    out = tmp_path / "report.xlsx"
    for args in (["--format", "json"], ["--format", "csv"], ["-o", out], []):
        done = run("classify", path, *args)
        assert "Traceback" not in done.stderr
        assert done.returncode == 0, done.stderr
    missing = run("classify", Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.csv")), "--lang", "en")
    assert missing.returncode == 2
    assert_one_sentence(missing.stderr)


def test_a_file_name_full_of_tricks_is_shown_as_pictures(tmp_path: Path) -> None:
    if sys.platform == "win32":
        names = ["{file} %s.csv"]
    else:
        names = [
            "\x1b[2J.csv",
            "a\nb.csv",
            "a\r\n::error::b.csv",
            "[red]x[b].csv",
            "{file} {0} %s.csv",
            "-q.csv",
            "=1+1.csv",
        ]
    for name in names:
        path = tmp_path / name
        path.write_text(csv_text([HEADINGS, agency(1)]), encoding="utf-8")
        done = run("classify", path, "--lang", "en", "--color", "never", env={"GITHUB_ACTIONS": "true"})
        assert done.returncode == 0, done.stderr
        for text in (done.stdout, done.stderr):
            assert "\x1b" not in text
            assert "\r" not in text
            assert not [line for line in text.split("\n") if line.lstrip().startswith("::")]
        path.write_bytes(b"")
        empty = run("classify", path, "--lang", "en", "-q")
        assert empty.returncode == 2
        assert_one_sentence(empty.stderr)


@posix
def test_without_a_terminal_there_is_no_progress_bar_and_no_colour(tmp_path: Path) -> None:
    path = agencies(tmp_path, 10_000)  # more than the second after which a bar would be drawn
    process = subprocess.run(
        [*COMMAND, "classify", str(path)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=environment({"TERM": "xterm-256color"}),
        start_new_session=True,  # no controlling terminal either
        timeout=60,
        check=False,
    )
    assert process.returncode == 0
    assert b"\x1b" not in process.stdout + process.stderr
    assert b"\r" not in process.stdout + process.stderr


def test_a_home_and_a_working_folder_that_are_gone_do_no_harm(tmp_path: Path) -> None:
    path = agencies(tmp_path)
    done = run("classify", path, "--format", "json", "-q", env={"HOME": str(tmp_path / "gone"), "TMPDIR": "/nowhere"})
    assert done.returncode == 0, done.stderr


# --- network -----------------------------------------------------------------------------------------------------

NO_NETWORK = """
import os, sys

def forbid(event, args):
    if event.startswith("socket."):
        os.write(2, ("network: " + event).encode())
        os._exit(99)

sys.addaudithook(forbid)
"""


@pytest.fixture
def no_network(tmp_path: Path) -> dict[str, str]:
    """Variables under which a Python process that so much as makes a socket ends with 99."""
    folder = tmp_path / "hook"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    found = {"PYTHONPATH": os.pathsep.join(filter(None, [str(folder), os.environ.get("PYTHONPATH", "")]))}
    probe = [sys.executable, "-c", "import socket; socket.socket()"]
    assert subprocess.run(probe, env=environment(found), capture_output=True, check=False).returncode == 99
    return found


def test_no_command_touches_the_network(tmp_path: Path, no_network: dict[str, str]) -> None:
    path, out = agencies(tmp_path), tmp_path / "report.xlsx"
    commands: list[list[str]] = [
        ["classify", str(path), "-o", str(out)],
        ["classify", str(out), "--format", "json"],
        ["address", "saraban@songkhcity.go.th", "--website", "www.songkhcity.go.th"],
        ["address", "thungsong103@gmail.com", "saraban@[192.0.2.1]", "saraban@xn--dl-7kc.go.th"],
        ["explain", str(path), "2"],
        ["rules"],
    ]
    for command in commands:
        done = run(*command, env=no_network)
        assert done.returncode in (0, 1), done.stderr
        assert "network:" not in done.stderr


def test_standard_input_that_never_was_text_is_refused() -> None:
    done = run("address", "-", "--lang", "en", stdin=b"saraban@dla.go.th\n\xff\xfe\n")
    assert done.returncode == 2
    assert "line 2" in done.stderr
    assert "Traceback" not in done.stderr
    none = run("address", "-", "--lang", "en", stdin=io.BytesIO().getvalue())
    assert none.returncode == 2

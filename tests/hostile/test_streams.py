"""Streams and side files without an end, numbers without measure, what a log or a terminal would obey."""

import io
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from tests.support import COMMAND, HOSTILE_TEXTS, LIST_HEADER, environment, hostile_rows, memory_limit, run, write_list

from saraban_check.bounces.reading import read_bounces
from saraban_check.cli import run as program
from saraban_check.cli import streams
from saraban_check.cli.outputs import write_file
from saraban_check.formats import Result, writers_of
from saraban_check.gating.baseline import load_baseline
from saraban_check.grouping.own_table import load_group_table
from saraban_check.intake.limits import read_limits
from saraban_check.intake.named_file import read_named
from saraban_check.intake.options import ListOptions
from saraban_check.intake.source import open_table
from saraban_check.intake.stream import read_stream
from saraban_check.model.errors import InputError, SarabanError
from saraban_check.registry.files import load_registry
from saraban_check.report.escape import for_ci_log, for_console
from saraban_check.writing import unfinished
from saraban_check.writing.whole import _tidied

WRITERS = writers_of(Result.CLASSIFY)

needs_posix = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such files here")
GOOD = ["06480191", "อบต.หนึ่งสมมติ", "", "นครพนม", "", "saraban_06480191@dla.go.th", "✓", "✓", "✓"]
DIGITS = "9" * 5000


def sentence(done: subprocess.CompletedProcess[str]) -> str:
    assert (done.returncode, done.stdout) == (2, ""), (done.returncode, done.stderr)
    assert done.stderr.startswith("error: ")
    assert done.stderr.count("\n") == 1
    return done.stderr


def device(name: str, *args: str) -> subprocess.CompletedProcess[str]:
    """A command whose standard input is a device."""
    with Path(name).open("rb") as opened:
        return subprocess.run(
            [*COMMAND, *args, "--lang", "en"],
            stdin=opened,
            capture_output=True,
            encoding="utf-8",
            env=environment(),
            timeout=30,
            check=False,
            preexec_fn=memory_limit(),
        )


# Standard input


@needs_posix
@pytest.mark.parametrize(
    "args",
    [
        ("classify", "-"),
        ("address", "-"),
        ("bounces", "-"),
        ("notice", "-"),
        ("fix", "-", "--dry-run"),
        ("registry", "import", "-", "--registry", "none-yet.bin"),
        ("explain", "-", "5"),
    ],
    ids=lambda args: args[0],
)
def test_a_device_on_standard_input_is_refused(args: tuple[str, ...]) -> None:
    said = sentence(device("/dev/zero", *args))
    assert "without an end" in said


@needs_posix
def test_nothing_on_standard_input_is_an_empty_file() -> None:
    assert "empty" in sentence(device("/dev/null", "classify", "-"))


class Endless(io.RawIOBase):
    """A stream that never ends, and counts what was taken of it."""

    taken = 0

    def read(self, size: int = -1) -> bytes:
        assert size > 0, "a stream without an end is not read whole"
        self.taken += size
        return b"x" * size


@pytest.mark.parametrize(("limit", "most"), [("text_mb", 3), ("file_mb", 2), (None, 3)])
def test_a_stream_stops_at_its_limit(limit: str | None, most: int) -> None:
    limits, stream = read_limits(["text-mb=3", "file-mb=2"]), Endless()
    with pytest.raises(InputError) as caught:
        for _ in read_stream(stream, limits, name="stdin", limit=limit):  # type: ignore[arg-type]
            pass
    assert stream.taken <= (most + 1) << 20
    name = (limit or "text_mb").replace("_", "-")
    assert f"is > {most} MB, above the limit of {most} MB" in caught.value.say("en")
    assert f"--max {name}=NUMBER" in caught.value.say("en")


def test_what_begins_as_a_workbook_has_the_limit_of_one() -> None:
    stream = io.BytesIO(b"PK\x03\x04" + bytes(3 << 20))
    with pytest.raises(InputError, match="file-mb"):
        list(read_stream(stream, read_limits(["file-mb=2"]), name="stdin"))


def test_addresses_without_an_end_are_refused(tmp_path: Path) -> None:
    assert "more than 10 MB" in sentence(run("address", "-", "--lang", "en", stdin=b"a\n" * (6 << 20)))
    long = run("address", "-", "--lang", "en", stdin=b"x@dla.go.th\n" + b"a" * 40_000)
    assert "standard input, line 2: 40,000 characters" in sentence(long)


def test_a_command_gives_the_limit_to_its_standard_input(tmp_path: Path) -> None:
    said = sentence(run("classify", "-", "--max", "text-mb=1", "--lang", "en", "-q", stdin=b"a,b\n" * (1 << 19)))
    assert "--max text-mb=NUMBER" in said


# Files that are named


def test_text_may_be_larger_than_a_workbook(tmp_path: Path) -> None:
    path = write_list(tmp_path / "list.csv", [GOOD])
    with path.open("a", encoding="utf-8") as file:
        file.writelines(["06480191,\n"] * (1 << 18))
    small = read_limits(["file-mb=1"])
    assert open_table(path, ListOptions(limits=small)).row_count is None
    with pytest.raises(InputError, match=r"size of the text is 2\.5 MB, above the limit of 2 MB"):
        open_table(path, ListOptions(limits=read_limits(["text-mb=2"])))


def test_a_mailbox_is_counted_while_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "mails.mbox"
    path.write_bytes(b"From a@b Mon Jan  5 10:00:00 2026\nSubject: x\n\nx\n\n" * 50_000)
    assert not list(read_bounces([path]))
    with pytest.raises(InputError, match="text-mb"):
        list(read_bounces([path], limits=read_limits(["text-mb=1"])))


@needs_posix
@pytest.mark.parametrize("load", [load_baseline, load_registry, load_group_table])
def test_a_side_file_is_a_file(tmp_path: Path, load: Callable[[Path], object]) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path, says in (
        (tmp_path / "pipe", "a pipe into which nobody writes"),
        (Path("/dev/zero"), "a device"),
        (tmp_path, "this is a folder"),
        (tmp_path / "none", "there is no such file"),
        (tmp_path / "no\0name", "cannot be opened"),
    ):
        with pytest.raises(InputError, match=says) as caught:
            load(path)
        assert "\n" not in caught.value.say("th")


@needs_posix
def test_a_pipe_that_gives_something_is_read_up_to_the_limit() -> None:
    for data in (b"{}", b"x" * (1 << 16)):
        read_end, write_end = os.pipe()
        os.write(write_end, data)
        os.close(write_end)
        try:
            assert read_named(Path(f"/dev/fd/{read_end}")) == data
        finally:
            os.close(read_end)


@needs_posix
def test_a_pipe_that_is_open_and_silent_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("saraban_check.intake.named_file._PATIENCE", 0.01)
    read_end, write_end = os.pipe()
    try:
        with pytest.raises(InputError, match="nothing came through"):
            read_named(Path(f"/dev/fd/{read_end}"))
    finally:
        os.close(read_end)
        os.close(write_end)


def test_a_file_is_measured_while_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x"
    with path.open("wb") as file:
        file.truncate(1 << 20)
        assert len(read_named(path, 1)) == 1 << 20
        file.truncate((1 << 20) + 1)
    with pytest.raises(InputError, match="larger than 1 MB"):
        read_named(path, 1)


@needs_posix
def test_settings_that_never_end_are_said_of_what_named_them(tmp_path: Path) -> None:
    path = write_list(tmp_path / "list.csv", [GOOD])
    os.mkfifo(tmp_path / "saraban-check.toml")
    args = ("classify", path, "-q", "--lang", "en")
    assert sentence(run(*args, "--config", "/dev/zero")).startswith("error: --config /dev/zero: ")
    named = run(*args, env={"SARABAN_CHECK_CONFIG": "/dev/zero"})
    assert sentence(named).startswith("error: SARABAN_CHECK_CONFIG /dev/zero: ")
    found = run(*args, cwd=tmp_path, timeout=30)
    assert "saraban-check.toml: a pipe into which nobody writes" in sentence(found)


# Tables and numbers


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("group,upgraded,notice,posted,address\nA1,*,*,*,*\n", "column delivery is missing"),
        ("group,upgraded,notice,posted,address,delivery,notice_th\nX,*,*,*,*,*,x\n", "column notice_en is missing"),
        ('group,upgraded,notice,posted,address,delivery\nX,"*,*,*,*,*\n', "not a readable CSV"),
        ('group,upgraded,notice,posted,address,delivery\nX,"*"*,*,*,*,*\n', "not a readable CSV"),
        ("group,upgraded,notice,posted,address,delivery\n,*,*,*,*,*\n", "the group has no name"),
        (f"group,upgraded,notice,posted,address,delivery,published\nX,*,*,*,*,*,{DIGITS}\n", "match the same facts"),
        ("", "column group is missing"),
    ],
)
def test_a_table_that_is_none_is_refused(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "own.csv"
    path.write_text(text, encoding="utf-8", newline="")
    with pytest.raises(SarabanError, match=says) as caught:
        load_group_table(path)
    assert caught.value.say("en").startswith("own.csv")


def test_a_table_needs_no_columns_for_show(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    head = "group,upgraded,notice,posted,address,delivery,published"
    path.write_text(f"{head}\nX,*,*,*,*,*,{DIGITS}\n", encoding="utf-8")
    assert load_group_table(path, replace=True).published_count("X") is None


@pytest.mark.parametrize("number", [DIGITS, "1e999", "-1", "[" * 5000, "NaN"])
def test_a_baseline_with_a_number_without_measure_is_refused(tmp_path: Path, number: str) -> None:
    path = tmp_path / "known.json"
    entry = f'{{"name": "", "groups": {{"A1": {number}}}, "findings": {{}}}}'
    path.write_text(f'{{"schema": "saraban-check/baseline/1", "agencies": {{"a": {entry}}}}}', encoding="utf-8")
    with pytest.raises(InputError, match="not a baseline"):
        load_baseline(path)


@pytest.mark.parametrize("number", [DIGITS, "1e999", '"x"', "null"])
def test_so_it_is_with_a_registry(tmp_path: Path, number: str) -> None:
    import zlib

    from saraban_check.registry.store import MAGIC

    head = f'{{"source": "x", "date": "2026-01-01", "rows": {number}, "left_out": 0, "is_file_date": false}}'
    path = tmp_path / "registry.bin"
    path.write_bytes(MAGIC + zlib.compress(f"{head}\n\n".encode().replace(b"\n\n", b"\n")))
    with pytest.raises(InputError, match="registry"):
        load_registry(path)


@pytest.mark.parametrize(
    "args",
    [
        ("--limit", DIGITS),
        ("--limit", "²"),
        ("--expect-rows", DIGITS),
        ("--max", f"text-mb={DIGITS}"),
        ("--max", "text-mb=²"),
        ("--max-follow-up", DIGITS),
        ("--concurrency", DIGITS),
    ],
)
def test_an_option_with_a_number_without_measure_is_refused(tmp_path: Path, args: tuple[str, str]) -> None:
    done = run("classify", write_list(tmp_path / "list.csv", [GOOD]), *args, "-q", "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("toml", [f"limit = {DIGITS}", f"limit = 0x{'f' * 5000}", f"[max]\nfile-mb = 0x{'f' * 5000}"])
def test_a_setting_with_a_number_without_measure_is_refused(tmp_path: Path, toml: str) -> None:
    (tmp_path / "saraban-check.toml").write_text(toml, encoding="utf-8")
    sentence(run("config", "--lang", "en", cwd=tmp_path))


@pytest.mark.parametrize("size", ["²", "٣", DIGITS, "", "-1", "x"])
def test_a_width_that_is_no_number_is_none(size: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", size)
    monkeypatch.setenv("LINES", size)
    streams.forget_odd_sizes()
    assert "COLUMNS" not in os.environ
    assert "LINES" not in os.environ


def test_the_command_uses_no_odd_width(tmp_path: Path) -> None:
    path = write_list(tmp_path / "list.csv", [GOOD])
    odd = run("classify", path, "-q", env={"COLUMNS": "²"})
    assert (odd.returncode, odd.stdout) == (0, run("classify", path, "-q").stdout)


@pytest.mark.parametrize(("error", "code"), [(MemoryError(), 2), (RecursionError(), 3)])
def test_too_little_memory_is_no_fault_of_ours(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: Exception, code: int
) -> None:
    def fail(_: object) -> None:
        raise error

    monkeypatch.setattr(program, "build_app", fail)
    monkeypatch.setattr(program, "check_variables", lambda: None)
    assert program._run() == code
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert ("หน่วยความจำไม่พอ" in said) == (code == 2)


# Logs that are obeyed, terminals that are drawn on

OURS = re.compile(r"::(error|warning|notice) (file=list\.csv,line=|title=saraban-check )")
LINE_ENDS = re.compile("[\r\n\u2028\u2029\x85\x0b\x0c]")
BEGINNINGS = ["::", " ::", "\u3000::", "\ufeff::", "\xa0\t::", "\x1f::"]


class Pipe(io.TextIOWrapper):
    """A standard output of Python's own, a terminal or none."""

    def __init__(self, *, terminal: bool) -> None:
        self._written = io.BytesIO()
        super().__init__(self._written, encoding="utf-8", newline="")
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal

    @property
    def text(self) -> str:
        self.flush()
        return self._written.getvalue().decode("utf-8", "surrogateescape")


def shown(monkeypatch: pytest.MonkeyPatch, pieces: list[bytes], *, terminal: bool = False, ours: bool = False) -> str:
    pipe = Pipe(terminal=terminal)
    monkeypatch.setattr(sys, "stdout", pipe)
    streams.write_bytes(pieces, commands=ours)
    return pipe.text


@pytest.mark.parametrize("beginning", BEGINNINGS)
@pytest.mark.parametrize("end", ["", "\n", "\r", "\r\n", "\x0b", "\x85", "\u2028"])
def test_no_line_begins_a_command(monkeypatch: pytest.MonkeyPatch, beginning: str, end: str) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    text = f"{'a' if end else ''}{end}{beginning}error::x\nb##[group]c::d\n"
    data = text.encode()
    broken = text.replace("::error", ": :error").replace("::e", ": :e").replace("##[", "## [")
    assert for_ci_log(text) == broken
    for cut in range(len(data) + 1):  # wherever the pieces end
        assert shown(monkeypatch, [data[:cut], data[cut:]]) == broken
    assert shown(monkeypatch, [data], ours=True) == text.replace("##[", "## [")
    monkeypatch.delenv("GITHUB_ACTIONS")
    assert shown(monkeypatch, [data]) == text


def test_a_terminal_gets_no_control_character(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    text = "\ufeffก,ข\r\n\x1b[31m\x9b2J\x07,\u202eabc\rdef\tg\x7f\r\n"
    seen = shown(monkeypatch, [text.encode()], terminal=True)
    assert seen == "\ufeffก,ข\r\n␛[31m\\u009b2J␇,\\u202eabc␍def\tg␡\r\n" == for_console(text)
    assert shown(monkeypatch, [text.encode()]) == text


FORMATS = ["screen", *(name for name, writer in WRITERS.items() if writer.is_text and name != "html")]


@pytest.mark.parametrize("format_", FORMATS)
def test_no_format_is_obeyed_by_a_log(tmp_path: Path, format_: str) -> None:
    write_list(tmp_path / "list.csv", hostile_rows(), header=[*LIST_HEADER[:2], "x\n::error::h", *LIST_HEADER[3:]])
    args = ("classify", "list.csv", "--format", format_, "--limit", "99")
    done = run(*args, cwd=tmp_path, env={"GITHUB_ACTIONS": "true"})
    assert done.returncode == 0, done.stderr
    for line in LINE_ENDS.split(done.stdout + done.stderr):
        if format_ == "github" and OURS.match(line):
            continue
        assert not line.lstrip().lstrip("\ufeff").startswith("::"), line
        assert "##[" not in line
    plain = run(*args, cwd=tmp_path).stdout
    assert len(re.sub(r"\s", "", done.stdout)) == len(re.sub(r"\s", "", plain)), "nothing is lost"
    if format_ in ("json", "sarif", "gitlab"):
        assert json.loads(done.stdout) == json.loads(plain)
    elif format_ == "junit":
        assert len(list(ElementTree.fromstring(done.stdout).iter())) == len(list(ElementTree.fromstring(plain).iter()))


def test_other_commands_are_not_obeyed_either(tmp_path: Path) -> None:
    write_list(tmp_path / "list.csv", hostile_rows())
    write_list(tmp_path / "old.csv", [GOOD])
    notice = "\n".join(["ประกาศ", *HOSTILE_TEXTS])
    (tmp_path / "notice.txt").write_text(notice.replace("\0", ""), encoding="utf-8")
    report = (
        "From: MAILER-DAEMON@x.go.th\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n"
        "Content-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nFinal-Recipient: rfc822; x@dla.go.th\n"
        "Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 a\n ::error::b ##[group]\n\n--b--\n"
    )
    (tmp_path / "m.eml").write_text(report, encoding="utf-8")
    commands = [
        *(("compare", "old.csv", "list.csv", "--format", name) for name in ("screen", "json", "md", "csv")),
        *(("fix", "list.csv", "--dry-run", "--format", name) for name in ("screen", "json")),
        *(("bounces", "m.eml", "--format", name) for name in ("screen", "json", "csv")),
        *(("notice", "notice.txt", "--format", name) for name in ("csv", "md", "junit", "jsonl")),
        ("explain", "list.csv", "2"),
        ("address", *(text.replace("\0", "") for text in HOSTILE_TEXTS), "--format", "json"),
        ("draft", "notice", "--name", "อบต.ทดสอบ", "--channel", "a\n::error::b ##[x]", "--format", "txt"),
    ]
    for words in commands:
        done = run(*words, cwd=tmp_path, env={"GITHUB_ACTIONS": "true"})
        assert done.returncode in (0, 1), (words, done.stderr)
        for line in LINE_ENDS.split(done.stdout + done.stderr):
            assert not line.lstrip().lstrip("\ufeff").startswith("::"), (words, line)
            assert "##[" not in line, (words, line)


# What a killed run leaves


def left_over(folder: Path, host: str = "", age: float = 0) -> Path:
    path = folder / f".saraban-check-{host}{'ab' * 8}.part"
    path.write_bytes(b"x")
    os.utime(path, (time.time() - age, time.time() - age))
    return path


def test_the_next_run_takes_away_what_a_killed_one_left(tmp_path: Path) -> None:
    ours, day = f"{unfinished._host()}-", 24 * 60 * 60
    gone = [left_over(tmp_path, ours), left_over(tmp_path, "01234567-", 2 * day), left_over(tmp_path, age=2 * day)]
    others = tmp_path / ".saraban-check-notes.part"
    others.write_text("x", encoding="utf-8")
    _tidied.cache_clear()
    write_file(tmp_path / "x.csv", [b"x"])
    assert not any(path.exists() for path in gone)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([others.name, "x.csv"])


def test_what_may_be_another_computers_is_left_while_it_is_young(tmp_path: Path) -> None:
    kept = [left_over(tmp_path, "01234567-"), left_over(tmp_path)]
    unfinished.remove_leftovers(tmp_path)
    assert all(path.exists() for path in kept)


def test_two_runs_at_once_leave_each_other_alone(tmp_path: Path) -> None:
    with unfinished.unfinished(tmp_path / "x.csv") as (beside, file):
        file.write(b"half")
        done = run("template", "-o", tmp_path / "t.xlsx", "-q")
        assert done.returncode == 0, done.stderr
        assert beside.exists()
        unfinished.remove_leftovers(tmp_path)
        assert beside.exists()
    assert [path.name for path in tmp_path.iterdir()] == ["t.xlsx"]


@needs_posix
def test_a_run_that_is_killed_while_it_writes_is_tidied_up_after(tmp_path: Path) -> None:
    script = (
        "import os, signal\nfrom pathlib import Path\nfrom saraban_check.cli.outputs import write_file\n"
        "def pieces():\n    yield b'half'\n    os.kill(os.getpid(), signal.SIGKILL)\n"
        f"write_file(Path({str(tmp_path / 'x.csv')!r}), pieces())\n"
    )
    subprocess.run([sys.executable, "-c", script], env=environment(), check=False, timeout=60)
    assert [path.suffix for path in tmp_path.iterdir()] == [".part"]
    assert run("template", "-o", tmp_path / "t.xlsx", "-q").returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == ["t.xlsx"]

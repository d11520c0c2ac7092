"""The installed command as a user meets it: what it prints where, in which language, and how it ends."""

import json
import os
import re
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.support import CASES, COMMAND, environment, run

COMMANDS = (
    *(
        "classify",
        "address",
        "notice",
        "draft",
        "compare",
        "fix",
        "bounces",
        "explain",
        "template",
        "rules",
        "registry",
    ),
    "schema",
    "config",
)
GROUPS = ("A1", "A2", "B1", "B2", "B3", "C", "D1", "D2", "D3", "E", "W")
RIGHT = "saraban_06480115@dla.go.th"
WRONG = "saraban_6820101@dla.go.th"
THAI = re.compile("[\u0e00-\u0e7f]")
ESCAPE = "\x1b["
DATA = Path(__file__).parent.parent / "data"

HEADER = "รหัส อปท.,ชื่อ อปท.,จังหวัด,อีเมลกลาง,มีประกาศฯ ม.10,ลงข้อมูลในระบบ info.go.th,สถานะการส่งอีเมล"
LIST = f"""{HEADER}
06480191,อบต.หนึ่งสมมติ,นครพนม,saraban_06480191@dla.go.th,✓,✓,✓
06470191,อบต.สองสมมติ,สกลนคร,saraban_06470191@dla.go.th,✓,✓,อีเมลเต็ม
06480192,อบต.สามสมมติ,นครพนม,samsommut@gmail.com,✓,✓,✓
06480193,อบต.สี่สมมติ,นครพนม,sarabun_06480193@dla.go.th,✓,✓,✗
06470192,อบต.ห้าสมมติ,สกลนคร,,✓,✓,✗
06480194,อบต.หกสมมติ,นครพนม,saraban_06480194@dla.go.th,✓,✗,✓
06480195,อบต.เจ็ดสมมติ,นครพนม,saraban_06480195@dla.go.th,✓,✓,
06480196,อบต.แปดสมมติ,นครพนม,saraban_06480196@dla.go.th,✓,✓,✗
"""
"""A1, A2, B1, B3, C, D1, undetermined, outside: in this order, rows 2 to 9."""


@pytest.fixture
def agencies(tmp_path: Path) -> Path:
    path = tmp_path / "agencies.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def write(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_text(text, encoding=encoding, newline="")
    return path


def summary_of(*args: str | Path, **how: object) -> dict[str, object]:
    done = run("classify", *args, "--format", "json", "-q", **how)  # type: ignore[arg-type]
    found: dict[str, object] = json.loads(done.stdout)["summary"]
    return found


def sentence(done: subprocess.CompletedProcess[str]) -> str:
    """The one sentence of a run that was refused; a pointer to the help may follow it."""
    assert done.returncode == 2, (done.returncode, done.stdout, done.stderr)
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    first, *rest = done.stderr.splitlines()
    assert all("--help" in line for line in rest), done.stderr
    assert len(rest) <= 1
    return first


def listed(screen: str) -> list[int]:
    """The rows that the screen of `classify` lists."""
    return [int(row) for row in re.findall(r"^(?:แถว|row) ([0-9]+)  ", screen, re.MULTILINE)]


# Version and help


def test_version_is_one_line_on_standard_output() -> None:
    done = run("--version")
    assert done.returncode == 0
    assert re.fullmatch(r"saraban-check [0-9]+\.[0-9]+\.[0-9]+\n", done.stdout)
    assert done.stderr == ""


@pytest.mark.parametrize("command", [(), *((c,) for c in COMMANDS)], ids=lambda c: " ".join(c) or "saraban-check")
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_in_thai_holds_no_english_but_names_and_values(command: tuple[str, ...], option: str) -> None:
    done = run(*command, option)
    assert done.returncode == 0
    assert done.stderr == ""
    assert "วิธีใช้" in done.stdout
    assert "ตัวอย่าง" in done.stdout
    for word in (
        "Usage",
        "Options",
        "Arguments",
        "Commands",
        "Show this",
        "show the",
        "nstall completion",
        "default",
        "required",
    ):
        assert word not in done.stdout, word
    assert "ตัวเลือก" in done.stdout


@pytest.mark.parametrize("command", [(), *((c,) for c in COMMANDS)], ids=lambda c: " ".join(c) or "saraban-check")
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_in_english_holds_no_thai_but_the_names_in_examples(command: tuple[str, ...], option: str) -> None:
    done = run(*command, option, env={"SARABAN_CHECK_LANG": "en"})
    assert done.returncode == 0
    assert done.stderr == ""
    assert "Usage: saraban-check" in done.stdout
    assert not THAI.search(
        re.sub(r'--province นครพนม|--name อบต\.[ก-๏]+|(?:show|explain agencies.xlsx) "[^"]*"', "", done.stdout)
    )


def test_help_shows_examples_before_the_usage_and_fits_80_columns() -> None:
    for command in ((), *((c,) for c in COMMANDS)):
        text = run(*command, "--help", "--lang", "en").stdout if command else run("--help").stdout
        assert text.index("saraban-check classify" if not command else f"saraban-check {command[0]}") < text.index(
            "วิธีใช้" if not command else "Usage"
        )
        assert max(len(line) for line in text.splitlines()) <= 80 + text.count("\u0e31") * 2


def test_help_of_the_program_names_every_command_and_the_version() -> None:
    text = run("--help", env={"SARABAN_CHECK_LANG": "en"}).stdout
    for name in COMMANDS:
        assert re.search(rf"^  {name} ", text, re.MULTILINE)
    assert "--version" in text


def test_every_example_of_the_help_is_a_request_that_is_understood(tmp_path: Path) -> None:
    for suffix in ("csv", "xlsx"):
        for name in ("agencies", "round1", "round2"):
            (tmp_path / f"{name}.{suffix}").write_bytes((DATA / f"agencies.{suffix}").read_bytes())
    rounds = [word for number in (1, 2, 3) for word in ("-o", f"round{number}.json")]
    assert run("classify", "agencies.csv", "-q", *rounds, cwd=tmp_path).returncode == 0
    (tmp_path / "team.toml").write_text("", encoding="utf-8")
    (tmp_path / "mails").mkdir()
    (tmp_path / "notices").mkdir()
    notice = (DATA / "notice.docx").read_bytes()
    for name in ("notice.docx", "notice.pdf", "notices/notice.docx"):  # what it holds decides, not what it is called
        (tmp_path / name).write_bytes(notice)
    for name in ("inbox.mbox", "mails/1.eml"):
        (tmp_path / name).write_text("From a Mon Jun 29 09:15:00 2026\nFrom: a@b.go.th\n\nhello\n", encoding="utf-8")
    assert run("bounces", "inbox.mbox", "-q", "-o", "delivery.csv", cwd=tmp_path).returncode == 0
    (tmp_path / "dlads_05_01.csv").write_bytes((CASES / "registry.csv").read_bytes())
    env = {"XDG_DATA_HOME": str(tmp_path / "data"), "SARABAN_CHECK_RESOLVER": "127.0.0.1:1"}
    assert run("registry", "import", "dlads_05_01.csv", cwd=tmp_path, env=env).returncode == 0
    for command in ((), *((c,) for c in COMMANDS)):
        for line in re.findall(r"^  (saraban-check .*)$", run(*command, "--help").stdout, re.MULTILINE):
            words = shlex.split(line.partition(" < ")[0])[1:]
            done = run(*words, stdin=RIGHT, cwd=tmp_path, env=env)
            assert done.returncode in (0, 1), (line, done.stderr)
            assert done.stdout or "-o" in words


@pytest.mark.parametrize("command", [(), ("classify",)])
def test_help_is_the_same_whatever_order_sets_have(command: tuple[str, ...]) -> None:
    seen = {run(*command, "--help", env={"PYTHONHASHSEED": str(seed)}).stdout for seed in (1, 2, 3, 4)}
    assert len(seen) == 1


def test_without_arguments_the_help_is_shown_as_a_wrong_request() -> None:
    done = run()
    assert done.returncode == 2
    assert done.stdout == ""
    assert "วิธีใช้" in done.stderr


@pytest.mark.parametrize(("shell", "mark"), [("bash", "complete "), ("zsh", "#compdef"), ("fish", "complete ")])
def test_the_completion_script_of_a_shell_is_printed(shell: str, mark: str) -> None:
    """By the variable that `--show-completion` sets too: that option looks which shell it was started from."""
    done = run(env={"_SARABAN_CHECK_COMPLETE": f"source_{shell}"})
    assert done.returncode == 0
    assert done.stderr == ""
    assert mark in done.stdout
    assert "saraban-check" in done.stdout


def test_completion_knows_rules_and_groups() -> None:
    asked = {"_SARABAN_CHECK_COMPLETE": "complete_bash", "COMP_WORDS": "saraban-check explain SB20", "COMP_CWORD": "2"}
    done = run(env=asked)
    assert done.stdout.split() == [f"SB20{n}" for n in range(1, 8)]


# Exit codes


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("address", RIGHT), 0),
        (("address", WRONG), 1),
        (("address", RIGHT, WRONG), 1),
        (("address", RIGHT, RIGHT), 0),
        (("address", ""), 1),
        (("address",), 2),
        (("address", RIGHT, "--code", "123"), 2),
        (("address", RIGHT, "--province", "ไม่มี"), 2),
        (("address", RIGHT, "--kind", "village"), 2),
        (("explain", "SB402"), 0),
        (("explain", "domain-mistyped"), 0),
        (("explain", "b2"), 0),
        (("explain", "SB999"), 2),
        (("explain",), 2),
        (("rules",), 0),
        (("rules", "--format", "json"), 0),
        (("rules", "extra"), 2),
        (("classify",), 2),
        (("classify", "no-such-file.csv"), 2),
        (("classify", "."), 2),
        (("nonsense",), 2),
        (("rules", "--nonsense"), 2),
        (("rules", "--lang", "de"), 2),
        (("rules", "--color", "red"), 2),
        (("rules", "--format", "xml"), 2),
    ],
)
def test_exit_codes_without_a_list(args: tuple[str, ...], code: int) -> None:
    done = run(*args)
    assert done.returncode == code, done.stderr
    assert (done.stdout == "") == (code == 2)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("args", "code"),
    [
        ((), 0),
        (("--only", "B"), 0),
        (("--only", "Z"), 2),
        (("--province", "Atlantis"), 2),
        (("--limit", "-1"), 2),
        (("--limit", "many"), 2),
        (("--fail-on", "Z"), 2),
        (("--assume", "maybe"), 2),
        (("--map", "address"), 2),
        (("--map", "adress=อีเมลกลาง"), 2),
        (("--map", "address=ไม่มีหัวนี้"), 2),
        (("--encoding", "nonsense"), 2),
        (("--encoding", "utf-16"), 2),
        (("--max", "rows=0"), 2),
        (("--max", "row=5"), 2),
        (("--max", "rows=3"), 2),
        (("--format", "xlsx"), 2),
        (("-o", "result.pdf"), 2),
        (("-o", "no-folder/result.csv"), 2),
        (("--table", "no-such-table.csv"), 2),
    ],
)
@pytest.mark.parametrize("lang", ["th", "en"])
def test_exit_codes_of_classify(agencies: Path, args: tuple[str, ...], code: int, lang: str) -> None:
    done = run("classify", agencies, *args, "-q", "--lang", lang, cwd=agencies.parent)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    if code == 2:
        assert done.stdout == ""
        word = sentence(done)
        assert word.startswith("ข้อผิดพลาด: " if lang == "th" else "error: ")
    assert list(agencies.parent.iterdir()) == [agencies]


@pytest.mark.parametrize(
    ("condition", "code"),
    [
        *((group, 1) for group in ("A1", "A2", "B1", "B3", "C", "D1")),
        *((group, 0) for group in ("B2", "D2", "D3", "E", "W")),
        ("error", 1),
        ("warning", 1),
        ("undetermined", 1),
        ("outside", 1),
        ("b2,w", 0),
        ("B2, c", 1),
        ("SB401", 1),
        ("free-mail", 1),
        ("sb902,SB301", 0),
    ],
)
def test_fail_on_each_condition(agencies: Path, condition: str, code: int) -> None:
    done = run("classify", agencies, "--fail-on", condition, "-q")
    assert done.returncode == code
    assert done.stdout, "the result is shown all the same"


@pytest.mark.parametrize("condition", ["error", "warning", "undetermined", "outside", "B1"])
def test_fail_on_is_not_met_by_a_faultless_list(tmp_path: Path, condition: str) -> None:
    path = write(tmp_path, "good.csv", "\n".join(LIST.splitlines()[:2]) + "\n")
    assert run("classify", path, "--fail-on", condition, "-q").returncode == 0


@pytest.mark.parametrize("narrowed", [("--only", "A1"), ("--limit", "0")])
def test_fail_on_looks_at_the_whole_list_whatever_the_screen_lists(agencies: Path, narrowed: tuple[str, str]) -> None:
    assert run("classify", agencies, *narrowed, "--fail-on", "D1", "-q").returncode == 1


def run_python(program: str, *argv: str) -> subprocess.CompletedProcess[str]:
    """A program that patches something and then runs the command line."""
    return subprocess.run(
        [sys.executable, "-c", program, *argv],
        capture_output=True,
        encoding="utf-8",
        env=environment({"PYTHONIOENCODING": "utf-8"}),
        timeout=60,
        check=False,
    )


BROKEN = """
import sys
sys.argv[0] = "saraban-check"
import saraban_check.cli.classify_command as command
from saraban_check.cli.run import run
def broken(*args, **kwargs):
    raise {error}
command.classify = broken
sys.exit(run())
"""


@pytest.mark.parametrize("lang", ["th", "en"])
def test_an_internal_error_is_exit_code_3_and_one_sentence(agencies: Path, lang: str) -> None:
    done = run_python(BROKEN.format(error="ZeroDivisionError('our fault')"), "classify", str(agencies), "--lang", lang)
    assert done.returncode == 3
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert "ZeroDivisionError" in done.stderr
    assert "-v" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("flag", ["-v", "--verbose", "-qv"])
def test_an_internal_error_shows_its_traceback_only_when_asked(agencies: Path, flag: str) -> None:
    done = run_python(BROKEN.format(error="ZeroDivisionError('our fault')"), "classify", str(agencies), flag)
    assert done.returncode == 3
    assert done.stdout == ""
    assert "Traceback" in done.stderr
    assert "our fault" in done.stderr


def test_ctrl_c_is_exit_code_130_and_silent(agencies: Path) -> None:
    done = run_python(BROKEN.format(error="KeyboardInterrupt"), "classify", str(agencies), "-q")
    assert done.returncode == 130
    assert done.stdout == done.stderr == ""


def test_ctrl_c_while_a_list_is_read_leaves_no_file_behind(agencies: Path) -> None:
    program = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored, where the tests run in the background
sys.argv[0] = "saraban-check"
import saraban_check.cli.outputs as outputs
from saraban_check.cli.run import run
def interrupted(number):
    os.kill(os.getpid(), signal.SIGINT)
outputs.os.fsync = interrupted
sys.exit(run())
"""
    result = agencies.with_name("result.csv")
    result.write_text("what stood there", encoding="utf-8")
    done = run_python(program, "classify", str(agencies), "-o", str(result), "-q", "--force")
    assert done.returncode == 130, done.stderr
    assert result.read_text(encoding="utf-8") == "what stood there"
    assert sorted(agencies.parent.iterdir()) == [agencies, result]


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="pipes of this kind are POSIX")
@pytest.mark.parametrize("format_", ["screen", "json", "csv"])
def test_a_closed_pipe_ends_quietly(tmp_path: Path, format_: str) -> None:
    row = LIST.splitlines()[3]
    path = write(tmp_path, "long.csv", HEADER + "\n" + (row + "\n") * 3000)
    command = [*COMMAND, "classify", str(path), "--format", format_, "--limit", "3000", "-q"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


# Wrong requests: one sentence, in the language of the run, naming what comes near


@pytest.mark.parametrize(
    ("args", "named", "near"),
    [
        (("rules", "--formt", "json"), "--formt", "--format"),
        (("classify", "x.csv", "--provnce", "x"), "--provnce", "--province"),
        (("clasify", "x.csv"), "clasify", "classify"),
        (("adress", RIGHT), "adress", "address"),
        (("explain", "SB4O2"), "SB4O2", "SB402"),
        (("explain", "domain-mistypd"), "domain-mistypd", "domain-mistyped"),
        (("explain", "A3"), "A3", "A1"),
    ],
)
@pytest.mark.parametrize("lang", ["th", "en"])
def test_what_does_not_exist_is_named_and_what_comes_near(
    args: tuple[str, ...], named: str, near: str, lang: str
) -> None:
    said = sentence(run(*args, env={"SARABAN_CHECK_LANG": lang}))
    assert named in said
    assert near in said
    assert bool(THAI.search(said)) == (lang == "th")


@pytest.mark.parametrize("option", ["--only", "--fail-on"])
@pytest.mark.parametrize("lang", ["th", "en"])
def test_an_unknown_group_is_named_as_typed_with_all_groups_there_are(agencies: Path, option: str, lang: str) -> None:
    said = sentence(run("classify", agencies, option, "B1,Zz", "-q", "--lang", lang))
    assert f"{option} Zz" in said
    for group in GROUPS:
        assert group in said


@pytest.mark.parametrize("text", ["", ",", " , "])
def test_only_without_any_group_does_not_hide_everything(agencies: Path, text: str) -> None:
    done = run("classify", agencies, "--only", text, "-q")
    assert done.returncode == 2 or listed(done.stdout)


@pytest.mark.parametrize(
    "args",
    [
        ("rules", "--format", "xml"),
        ("classify", "x.csv", "--limit", "x"),
        ("classify",),
        ("address", RIGHT, "--kind", "village"),
        ("rules", "a", "b"),
        ("classify", "missing.csv"),
        ("rules", "--quiet=yes"),
        ("rules", "--lang"),
        ("classify", "x.csv", "-o"),
        ("explain", "SB402", "many"),
    ],
    ids=" ".join,
)
def test_a_wrong_request_is_answered_in_the_language_of_the_run(args: tuple[str, ...]) -> None:
    thai, english = sentence(run(*args)), sentence(run(*args, env={"SARABAN_CHECK_LANG": "en"}))
    assert thai.startswith("ข้อผิดพลาด: ")
    # the parser's own English must not show through
    assert not re.search(r"Invalid|Missing|requires|unexpected|not a valid|does not take|No such", thai), thai
    assert english.startswith("error: ")
    assert not THAI.search(english), english


def test_a_hostile_file_name_cannot_steer_the_terminal() -> None:
    done = run("classify", "x\x1b[31m\n.csv")
    said = sentence(done)
    assert "\x1b" not in said
    assert "␛" in said


# Language


@pytest.mark.parametrize(
    ("args", "variable", "lang"),
    [
        ((), None, "th"),
        ((), "en", "en"),
        ((), "th", "th"),
        (("--lang", "en"), None, "en"),
        (("--lang", "en"), "th", "en"),
        (("--lang=th",), "en", "th"),
        (("--lang=en",), "th", "en"),
    ],
)
def test_the_option_comes_before_the_variable_and_thai_is_the_default(
    args: tuple[str, ...], variable: str | None, lang: str
) -> None:
    done = run("rules", *args, env={"SARABAN_CHECK_LANG": variable} if variable else None)
    assert done.returncode == 0
    assert ("เหตุผล" in done.stdout or "ที่อยู่" in done.stdout) == (lang == "th")
    assert ("Reading the address" in done.stdout) == (lang == "en")


def test_an_unknown_language_in_the_variable_is_an_error() -> None:
    assert run("rules", env={"SARABAN_CHECK_LANG": "fr"}).returncode == 2


# What is foreign to English and stays: menus of other programs, the words of the user's own file
_QUOTED = re.compile("“[^”]*”|[(]พบ[^)]*[)]")


@pytest.mark.parametrize(
    "args", [("rules",), ("explain", "SB402"), ("explain", "B2"), ("explain", "W"), ("address", WRONG)]
)
def test_english_output_holds_no_thai_but_what_is_quoted(args: tuple[str, ...]) -> None:
    done = run(*args, "--lang", "en")
    assert not THAI.search(_QUOTED.sub("", done.stdout).replace("ต่อ", "")), _QUOTED.sub("", done.stdout)


def test_every_rule_and_group_can_be_explained_in_both_languages() -> None:
    """In one process: the texts are the same, and 70 starts would take long."""
    program = """
import sys
from saraban_check.grouping.table import published_table
from saraban_check.report.render.screen import render_screen
from saraban_check.report.views.group import group_document
from saraban_check.report.views.rule import rule_document
from saraban_check.report.style import Style
from saraban_check.rules.catalogue import RULES
for lang in ("th", "en"):
    for rule in RULES:
        text = render_screen(rule_document(rule), lang, Style())
        assert rule.code in text and rule.name in text
        sys.stdout.write(text)
    for group in published_table().groups:
        text = render_screen(group_document(published_table(), group), lang, Style())
        assert group in text
        sys.stdout.write(text)
"""
    done = run_python(program)
    assert done.returncode == 0, done.stderr
    assert "None" not in done.stdout


# Colour


@pytest.mark.parametrize(
    ("args", "env", "colour"),
    [
        ((), {}, False),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": ""}, False),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
        (("--color", "always"), {}, True),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        (("--color", "always"), {"TERM": "dumb"}, True),
        ((), {"TERM": "dumb"}, False),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
        (("--color", "auto"), {"FORCE_COLOR": "1"}, True),
        ((), {"SARABAN_CHECK_COLOR": "always"}, True),
        (("--color", "never"), {"SARABAN_CHECK_COLOR": "always"}, False),
    ],
)
@pytest.mark.parametrize("what", ["address", "classify"])
def test_colour_is_decided_by_option_then_no_color_then_force_color(
    agencies: Path, what: str, args: tuple[str, ...], env: dict[str, str], colour: bool
) -> None:
    subject = RIGHT if what == "address" else agencies
    done = run(what, subject, *args, env={"TERM": "xterm", **env})
    assert done.returncode == 0
    assert (ESCAPE in done.stdout) == colour
    assert ESCAPE not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")
@pytest.mark.parametrize(("term", "colour"), [("xterm-256color", True), ("dumb", False)])
def test_a_terminal_gets_colour_unless_it_is_dumb(term: str, colour: bool) -> None:
    import pty

    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, "address", RIGHT], stdout=theirs, stderr=subprocess.PIPE, env=environment({"TERM": term})
    ) as process:
        os.close(theirs)
        shown = b""
        try:
            while piece := os.read(ours, 4096):
                shown += piece
        except OSError:  # Linux says so when the other side has closed
            pass
        os.close(ours)
        assert process.stderr is not None
        assert b"\x1b" not in process.stderr.read()
    assert (ESCAPE.encode() in shown) == colour


def test_colour_changes_nothing_but_the_colour(agencies: Path) -> None:
    plain = run("classify", agencies, "--color", "never", "-q").stdout
    coloured = run("classify", agencies, "--color", "always", "-q").stdout
    bare = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    # with colours a rule may stand between the letters' groups; the words and figures are the same
    assert [w for w in bare.split() if "─" not in w] == [w for w in plain.split() if "─" not in w]


def test_machine_formats_are_never_coloured(agencies: Path) -> None:
    for format_ in ("json", "jsonl", "csv"):
        done = run("classify", agencies, "--format", format_, "--color", "always", env={"FORCE_COLOR": "1"})
        assert ESCAPE not in done.stdout


# What goes where


def test_json_on_standard_output_is_one_object_and_nothing_else(agencies: Path) -> None:
    done = run("classify", agencies, "--format", "json")
    found = json.loads(done.stdout)
    assert found["schema"] == "saraban-check/classify/1"
    assert done.stdout.startswith("{")
    assert done.stdout.endswith("}\n")
    assert "\ufeff" not in done.stdout


def test_standard_error_names_file_header_and_columns_once(agencies: Path) -> None:
    done = run("classify", agencies, "--lang", "en")
    assert done.stderr.count("agencies.csv") == 1
    assert done.stderr.count("header in row 1") == 1
    assert done.stderr.count("columns: ") == 1
    assert "address = “อีเมลกลาง”" in done.stderr
    assert "utf-8" in done.stderr
    assert "Traceback" not in done.stderr


def test_standard_error_names_the_sheet_of_a_workbook(tmp_path: Path) -> None:
    done = run("classify", DATA / "agencies.xlsx", "--lang", "en")
    assert done.stderr.count("sheet “รายชื่อหน่วยงาน”") == 1
    assert "header in row 4" in done.stderr


@pytest.mark.parametrize("args", [(), ("--format", "json"), ("--format", "csv"), ("-o", "result.csv")])
def test_quiet_leaves_standard_error_empty(agencies: Path, args: tuple[str, ...]) -> None:
    for flag in ("-q", "--quiet"):
        assert run("classify", agencies, *args, flag, cwd=agencies.parent).stderr == ""


def test_quiet_does_not_swallow_errors() -> None:
    assert sentence(run("classify", "missing.csv", "-q"))


def test_no_progress_bar_is_drawn_where_standard_error_is_no_terminal(agencies: Path) -> None:
    done = run("classify", agencies)
    assert "\r" not in done.stderr
    assert "%" not in done.stderr


@pytest.mark.parametrize("format_", ["screen", "json", "jsonl", "csv"])
def test_the_same_input_gives_the_same_bytes(agencies: Path, format_: str) -> None:
    seen = {
        run("classify", agencies, "--format", format_, env={"PYTHONHASHSEED": str(seed)}).stdout for seed in (0, 1, 2)
    }
    assert len(seen) == 1


def test_the_same_input_gives_the_same_files(agencies: Path, tmp_path: Path) -> None:
    kinds = ("json", "jsonl", "csv", "xlsx")
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        outputs = [part for kind in kinds for part in ("-o", tmp_path / name / f"result.{kind}")]
        assert run("classify", agencies, *outputs, "-q").returncode == 0
    for kind in kinds:
        first, second = ((tmp_path / name / f"result.{kind}").read_bytes() for name in ("first", "second"))
        assert first == second, kind


def test_addresses_give_the_same_bytes_twice() -> None:
    assert run("address", WRONG, "--format", "json").stdout == run("address", WRONG, "--format", "json").stdout


# Narrowing the list


def test_the_screen_lists_what_needs_work_and_says_how_many_of_how_many(agencies: Path) -> None:
    done = run("classify", agencies, "-q", "--lang", "en")
    assert listed(done.stdout) == [3, 4, 5, 6, 7, 8, 9]
    assert "shown 7 of 7" in done.stdout


@pytest.mark.parametrize(
    ("args", "rows"),
    [
        (("--only", "B"), [4, 5]),
        (("--only", "b1"), [4]),
        (("--only", "A"), [2, 3]),
        (("--only", "A1"), [2]),
        (("--only", "B3, C"), [5, 6]),
        (("--only", "undetermined"), [8]),
        (("--only", "outside"), [9]),
        (("--only", "E"), []),
        (("--limit", "2"), [3, 4]),
        (("--limit", "0"), []),
        (("--limit", "1", "--only", "A,B"), [2]),
    ],
)
def test_what_the_screen_lists_never_changes_the_counts(agencies: Path, args: tuple[str, ...], rows: list[int]) -> None:
    whole, narrowed = (run("classify", agencies, *extra, "-q", "--lang", "en").stdout for extra in ((), args))
    assert listed(narrowed) == rows
    head = whole[: whole.index("Agencies that are not in A1")]
    assert narrowed.startswith(head)


def test_a_shortened_list_says_by_how_much(agencies: Path) -> None:
    assert "แสดง 2 จาก 7" in run("classify", agencies, "--limit", "2", "-q").stdout
    assert "shown 0 of 7" in run("classify", agencies, "--limit", "0", "-q", "--lang", "en").stdout


@pytest.mark.parametrize("args", [("--only", "C"), ("--limit", "1")])
def test_machine_formats_are_never_shortened(agencies: Path, args: tuple[str, ...]) -> None:
    found = json.loads(run("classify", agencies, *args, "--format", "json", "-q").stdout)
    assert [agency["row"] for agency in found["agencies"]] == list(range(2, 10))
    assert summary_of(agencies, *args) == summary_of(agencies)


def test_agencies_of_w_are_listed_also_where_nothing_else_is_to_be_said_of_them(tmp_path: Path) -> None:
    rows = [f"0548019{n},ทต.สมมติ{n},นครพนม,saraban_0548019{n}@dla.go.th,✓,✓,✓,ยกฐานะ" for n in range(5)]
    path = write(tmp_path, "w.csv", "\n".join([HEADER + ",ยกฐานะ", *rows]) + "\n")
    for args in ((), ("--only", "W")):
        done = run("classify", path, "-q", "--lang", "en", *args)
        assert listed(done.stdout) == [2, 3, 4, 5, 6]
        assert ": 5 (W 5)" in done.stdout


# Assumption, table, reading


def test_assume_stands_in_for_missing_delivery_only_and_is_said(agencies: Path) -> None:
    plain = summary_of(agencies)["groups"]
    delivered = summary_of(agencies, "--assume", "delivered")
    failed = summary_of(agencies, "--assume", "failed")
    assert isinstance(plain, dict)
    assert delivered["groups"] == {**plain, "A1": 2}
    assert delivered["undetermined"] == 0
    assert failed["outside_table"] == 2
    found = json.loads(run("classify", agencies, "--assume", "delivered", "--format", "json", "-q").stdout)
    assert found["assume"] == {"delivery": "delivered"}
    assert found["agencies"][6]["group"] == "A1"
    assert "“ส่งได้”" in run("classify", agencies, "--assume", "delivered", "-q").stdout


TABLE_HEAD = "group,upgraded,notice,posted,address,delivery\n"


def test_a_table_of_ones_own_extends_the_published_one(agencies: Path) -> None:
    table = write(agencies.parent, "more.csv", TABLE_HEAD + "A3,no,yes,yes,correct,failed\n")
    found = summary_of(agencies, "--table", table)
    groups = found["groups"]
    assert isinstance(groups, dict)
    assert list(groups) == ["A1", "A2", "A3", "B1", "B2", "B3", "C", "D1", "D2", "D3", "E", "W"]
    assert groups["A3"] == 1
    assert found["outside_table"] == 0
    assert listed(run("classify", agencies, "--table", table, "--only", "A3", "-q").stdout) == [9]
    assert run("classify", agencies, "--table", table, "--fail-on", "A3", "-q").returncode == 1
    assert "A3" in run("explain", "A3", "--table", table).stdout


def test_a_table_of_ones_own_replaces_the_published_one(agencies: Path) -> None:
    table = write(agencies.parent, "own.csv", TABLE_HEAD + "X,no,*,*,correct,*\nY,*,*,*,incorrect|missing,*\n")
    found = summary_of(agencies, "--table", table, "--table-mode", "replace")
    assert found["groups"] == {"X": 5, "Y": 3}
    assert found["outside_table"] == 0
    assert found["undetermined"] == 0
    assert run("classify", agencies, "--table", table, "--table-mode", "replace", "--only", "A1").returncode == 2


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("", "empty.csv"),
        ("group,upgraded,notice,posted,address\nX,no,yes,yes,correct\n", "delivery"),
        (TABLE_HEAD + "X,no,maybe,yes,correct,full\n", "maybe"),
        (TABLE_HEAD + ",no,yes,yes,correct,failed\n", "row 2"),
        (TABLE_HEAD + "X,no,yes,yes,correct,full\n", "A2"),
        (TABLE_HEAD + "X,no,yes,yes,correct,failed\nY,no,yes,yes,correct,failed\n", "X, Y"),
        (TABLE_HEAD + "X,no,yes,yes,missing,delivered\n", "X"),
        (TABLE_HEAD + '"X,no,yes,yes,correct,failed\n', "empty.csv"),
    ],
    ids=["empty", "no column", "bad value", "no name", "doubled with ours", "doubled", "unreachable", "open quote"],
)
@pytest.mark.parametrize("lang", ["th", "en"])
def test_an_unsound_table_is_refused_in_one_sentence(agencies: Path, text: str, named: str, lang: str) -> None:
    table = write(agencies.parent, "empty.csv", text)
    said = sentence(run("classify", agencies, "--table", table, "--lang", lang, "-q"))
    assert "empty.csv" in said
    if lang == "en":
        assert named in said
        assert not THAI.search(said)


def test_the_columns_can_be_named_by_hand(tmp_path: Path) -> None:
    path = write(tmp_path, "odd.csv", f"ชื่อ อปท.,ช่องลับ,สถานะการส่งอีเมล\nอบต.ก,{RIGHT},✓\n")
    assert "--map" in sentence(run("classify", path, "-q"))
    found = json.loads(run("classify", path, "--map", "address=ช่องลับ", "--format", "json", "-q").stdout)
    assert found["source"]["columns"]["address"] == "ช่องลับ"
    assert found["agencies"][0]["address"]["correct"] is True


def test_the_encoding_can_be_named_and_is_otherwise_found_out(tmp_path: Path) -> None:
    thai = write(tmp_path, "thai.csv", f"ชื่อ อปท.,อีเมลกลาง\nอบต.หนึ่งสมมติ,{RIGHT}\n", "cp874")
    for args in ((), ("--encoding", "cp874"), ("--encoding", "TIS-620"), ("--encoding", "windows-874")):
        done = run("classify", thai, *args, "--format", "json")
        assert json.loads(done.stdout)["agencies"][0]["name"] == "อบต.หนึ่งสมมติ"
        assert "cp874" in done.stderr
    assert "utf-8" in sentence(run("classify", thai, "--encoding", "utf-8", "-q"))


def test_the_sheet_can_be_named_by_name_or_number(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    first = book.worksheets[0]
    first.title = "หนึ่ง"
    for sheet, address in ((first, RIGHT), (book.create_sheet("สอง"), WRONG)):
        sheet.append(["ชื่อ อปท.", "อีเมลกลาง"])
        sheet.append(["อบต.ก", address])
    path = tmp_path / "two.xlsx"
    book.save(path)
    for wanted, correct in (("หนึ่ง", True), ("สอง", False), ("1", True), ("2", False)):
        found = json.loads(run("classify", path, "--sheet", wanted, "--format", "json", "-q").stdout)
        assert found["agencies"][0]["address"]["correct"] is correct
    said = sentence(run("classify", path, "--sheet", "สาม", "-q"))
    assert "สาม" in said
    assert "สอง" in said
    assert "สอง" in run("classify", path).stderr, "the other sheet that fits is named"


@pytest.mark.parametrize("source", ["csv", "xlsx"])
def test_a_dash_reads_the_list_from_standard_input(source: str) -> None:
    data = (DATA / f"agencies.{source}").read_bytes()
    done = run("classify", "-", "--format", "json", stdin=data)
    direct = json.loads(run("classify", DATA / f"agencies.{source}", "--format", "json", "-q").stdout)
    found = json.loads(done.stdout)
    assert found["summary"] == direct["summary"]
    assert found["agencies"] == direct["agencies"]


def test_nothing_on_standard_input_is_an_error() -> None:
    assert sentence(run("classify", "-", "-q", stdin=b""))
    assert sentence(run("address", "-", stdin=b""))


def test_a_dash_reads_addresses_one_a_line() -> None:
    lines = f"\ufeff{RIGHT}\r\n\n{WRONG}\n-\n"
    done = run("address", "-", "--format", "json", stdin=lines)
    assert done.returncode == 1
    assert [one["input"] for one in json.loads(done.stdout)] == [RIGHT, WRONG, "-"], "a blank line is no address"
    assert run("address", "-", stdin=f"{RIGHT}\n").returncode == 0


def test_a_line_that_is_no_text_is_named() -> None:
    assert "2" in sentence(run("address", "-", stdin=RIGHT.encode() + b"\n\xff\xfe\n"))


def test_what_is_known_of_the_agency_is_used() -> None:
    args = ("--code", "6480115", "--province", "นครพนม", "--kind", "อบต.", "--name", "อบต.สมมติ", "--format", "json")
    assert run("address", RIGHT, *args).returncode == 0
    other = run("address", "saraban_06480116@dla.go.th", *args)
    assert other.returncode == 1
    [found] = json.loads(other.stdout)
    assert [f["code"] for f in found["findings"]] == ["SB303"]
    assert found["suggestions"] == [{"address": RIGHT, "origin": "record"}]
    issued = run("address", WRONG, "--issued", "saraban_06820101@dla.go.th", "--format", "json")
    assert json.loads(issued.stdout)[0]["suggestions"][0]["origin"] == "issued"
    site = ("--website", "www.songkhcity.go.th")
    assert run("address", "saraban@songkhcity.go.th", *site).returncode == 0
    assert run("address", "saraban@other.go.th", *site).returncode == 1


# Several outputs


def test_several_files_and_a_format_in_one_run(agencies: Path, tmp_path: Path) -> None:
    names = [tmp_path / f"result.{kind}" for kind in ("xlsx", "csv", "json", "jsonl")]
    outputs = [part for name in names for part in ("-o", name)]
    done = run("classify", agencies, *outputs, "--format", "json")
    assert done.returncode == 0
    assert all(name.stat().st_size for name in names)
    assert names[2].read_bytes().decode() == done.stdout
    assert done.stderr.count("result.") == 4
    assert sorted(tmp_path.iterdir()) == sorted([agencies, *names]), "nothing half-written stays behind"


def test_the_screen_is_the_same_whether_or_not_files_are_written(agencies: Path, tmp_path: Path) -> None:
    plain = run("classify", agencies, "-q").stdout
    assert run("classify", agencies, "-q", "-o", tmp_path / "result.csv").stdout == plain


def test_an_output_never_is_the_input_nor_named_twice(agencies: Path, tmp_path: Path) -> None:
    before = agencies.read_bytes()
    assert "agencies.csv" in sentence(run("classify", agencies, "-o", agencies, "-q"))
    link = tmp_path / "link.csv"
    link.symlink_to(agencies)
    assert sentence(run("classify", agencies, "-o", link, "-q"))
    result = tmp_path / "r.csv"
    assert sentence(run("classify", agencies, "-o", result, "-o", tmp_path / "." / "r.csv", "-q"))
    assert not result.exists()
    assert agencies.read_bytes() == before


def test_a_result_that_cannot_be_written_is_one_sentence(agencies: Path) -> None:
    """By a name that no folder can hold, so that it does not matter who runs the tests."""
    name = "r" * 300 + ".csv"
    assert name in sentence(run("classify", agencies, "-o", agencies.with_name(name), "-q"))
    assert list(agencies.parent.iterdir()) == [agencies]


# Explain


def test_explain_a_rule_names_all_its_sections() -> None:
    done = run("explain", "sb402", "--lang", "en")
    for heading in ("SB402 domain-mistyped", "Why it matters", "Legal basis", "Wrong", "Right", "How to mend"):
        assert heading in done.stdout
    assert run("explain", "domain-mistyped", "--lang", "en").stdout == done.stdout


def test_explain_a_row_names_the_facts_the_table_row_and_what_to_do(agencies: Path) -> None:
    done = run("explain", agencies, "5", "--lang", "en")
    assert done.returncode == 0
    for said in ("Row 5: อบต.สี่สมมติ", "group B3", "SB202", "saraban_06480193@dla.go.th", "What to do"):
        assert said in done.stdout, said
    assert "agencies.csv" in done.stderr
    assert run("explain", agencies, "5", "-q").stderr == ""


@pytest.mark.parametrize("row", range(2, 10))
@pytest.mark.parametrize("lang", ["th", "en"])
def test_every_row_can_be_explained(agencies: Path, row: int, lang: str) -> None:
    done = run("explain", agencies, str(row), "--lang", lang, "-q")
    assert done.returncode == 0
    assert str(row) in done.stdout.split("\n\n")[1]


def test_explain_takes_the_same_assumptions_as_classify(agencies: Path) -> None:
    assert "A1" in run("explain", agencies, "8", "-q", "--assume", "delivered").stdout.split("\n\n")[1]


@pytest.mark.parametrize("row", ["1", "10", "0", "-1", "999999999999999999999"])
def test_a_row_that_holds_no_agency_is_named_with_those_that_do(agencies: Path, row: str) -> None:
    done = run("explain", agencies, "--lang", "en", "-q", "--", row)
    said = sentence(done)
    assert row in said
    assert "2" in said
    assert "9" in said


def test_a_file_without_a_row_is_told_what_is_missing(agencies: Path) -> None:
    assert "agencies.csv" in sentence(run("explain", agencies))


# Rules


def test_rules_are_listed_in_all_formats_alike() -> None:
    found = json.loads(run("rules", "--format", "json").stdout)
    codes = [rule["code"] for rule in found]
    assert codes == sorted(set(codes))
    screen, page = run("rules").stdout, run("rules", "--format", "md").stdout
    for rule in found:
        assert f"{rule['code']}  " in screen
        assert f"### {rule['code']} {rule['name']}" in page
        assert rule["severity"] in ("error", "warning", "info")
        assert all(rule[key] for key in ("title", "why", "basis", "wrong", "right", "mend", "standards"))


def test_rules_in_english_hold_english_texts() -> None:
    for rule in json.loads(run("rules", "--format", "json", "--lang", "en").stdout):
        assert not THAI.search(rule["title"] + rule["why"])


# Surroundings


@pytest.mark.parametrize("locale", ["C", "POSIX"])
def test_a_console_that_cannot_show_thai_does_not_end_the_program(agencies: Path, locale: str) -> None:
    env = {"LC_ALL": locale, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = run("classify", agencies, env=env)
    assert done.returncode == 0, done.stderr
    assert done.stdout.isascii()
    found = run("classify", agencies, "--format", "json", env=env)
    assert json.loads(found.stdout)["agencies"][0]["name"] == "อบต.หนึ่งสมมติ"


@pytest.mark.parametrize("columns", ["40", "80", "120", "100000", "x"])
def test_the_screen_fits_the_width_that_there_is(agencies: Path, columns: str) -> None:
    from saraban_check.report.escape import cell_width

    done = run("classify", agencies, "-q", env={"COLUMNS": columns})
    assert done.returncode == 0
    width = {"40": 40, "80": 80, "120": 120, "100000": 120, "x": 80}[columns]
    assert max(cell_width(line) for line in done.stdout.splitlines()) <= width


def test_on_github_no_cell_becomes_a_command_to_the_runner(tmp_path: Path) -> None:
    cells = ("::error::x", "##[group]x", " ::set-output name=a::b")
    rows = "".join(f"{cell},{cell}@gmail.com,✗\n" for cell in cells)
    path = write(tmp_path, "a.csv", "ชื่อ อปท.,อีเมลกลาง,สถานะการส่งอีเมล\n" + rows)
    env = {"GITHUB_ACTIONS": "true"}
    shown = [run("classify", path, env=env), *(run("explain", path, str(row), env=env) for row in (2, 3, 4))]
    shown.append(run("address", "::error::x@gmail.com", "##[group]@dla.go.th", env=env))
    for done in shown:
        for line in (done.stdout + done.stderr).splitlines():
            assert not re.match(r"\s*::", line), line
            assert "##[" not in line


def test_markup_and_escapes_in_cells_are_shown_and_never_obeyed(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", f"ชื่อ อปท.,อีเมลกลาง\nอบต.[/red][bold]ก\x1b[31m,{WRONG}\n")
    for done in (run("classify", path, "-q"), run("explain", path, "2", "-q")):
        assert done.returncode == 0
        assert "[/red][bold]ก␛[31m" in done.stdout
        assert "\x1b" not in done.stdout

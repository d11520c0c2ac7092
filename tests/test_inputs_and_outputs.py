"""No input is ever an output: every command, with each of its inputs named by each of its outputs."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import typer
from tests.support import COMMAND, environment, own_group, run, write_list

from saraban_check.checks.classify import classify
from saraban_check.cli import inputs
from saraban_check.cli.app import build_app
from saraban_check.gating.baseline import baseline_of, render_baseline
from saraban_check.model.errors import RequestError, SarabanError
from saraban_check.registry.files import import_registry, render_registry

ROW = ["06480191", "อบต.หนึ่งสมมติ", "", "นครพนม", "", "saraban_06480191@dla.go.th", "✓", "✓", "✓"]
MAIL = "From: a@b.go.th\nTo: c@d.go.th\nSubject: x\n\nx\n"


class Command(NamedTuple):
    """How it is called; its inputs, each by its parameter, as they are given and with the file that is read; and its
    outputs, with `{}` where the target goes."""

    words: tuple[str, ...]
    inputs: dict[str, tuple[str, str]]
    outputs: dict[str, str]


LIST, OTHER = "list.csv", "other.csv"
TABLE, REGISTRY, DELIVERY = ("--table own.csv", "own.csv"), ("--registry R", "R"), ("--delivery d.csv", "d.csv")
BOUNCES = ("--bounces mails", "mails/deep/one.eml")
COMMANDS = {
    "classify": Command(
        ("classify",),
        {
            "file": (LIST, LIST),
            "table": TABLE,
            "registry": REGISTRY,
            "delivery": DELIVERY,
            "bounces": BOUNCES,
            "notices": ("--notices notices", "notices/one.txt"),
            "baseline": ("--baseline known.json", "known.json"),
        },
        {
            "output": "-o json={}",
            "mark": "--mark {}",
            "baseline": "--update-baseline --baseline {}",
            "summary": "--format github {}",
        },
    ),
    "compare": Command(
        ("compare",),
        {
            "old": (LIST, LIST),
            "new": (OTHER, OTHER),
            "table": TABLE,
            "registry": REGISTRY,
            "delivery": DELIVERY,
            "bounces": BOUNCES,
            "notices": ("--notices notices", "notices/one.txt"),
        },
        {"output": "-o json={}"},
    ),
    "fix": Command(("fix",), {"file": (LIST, LIST), "registry": REGISTRY}, {"output": "-o {}"}),
    "bounces": Command(
        ("bounces",),
        {"paths": ("mails mails.mbox", "mails.mbox"), "list_": (f"--for {LIST}", LIST)},
        {"output": "-o json={}"},
    ),
    "notice": Command(
        ("notice",),
        {"files": ("notice.txt", "notice.txt"), "agency": (f"--agency {LIST}", LIST), "registry": REGISTRY},
        {"output": "-o json={}"},
    ),
    "draft notice": Command(
        ("draft", "notice"),
        {"from_": (f"--from {LIST}", LIST), "table": TABLE, "registry": REGISTRY},
        {"output": "--force --only A1 -o {folder}"},
    ),
    "template": Command(("template",), {"registry": REGISTRY}, {"output": "-o {}"}),
    "registry import": Command(
        ("registry", "import"), {"file": ("agencies.csv", "agencies.csv")}, {"registry": "--registry {}"}
    ),
}
READ_ONLY = {"address", "explain", "rules", "schema", "config", "registry show", "registry status"}
"""They write no file."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "here"
    for name in ("mails/deep", "notices"):
        (place / name).mkdir(parents=True)
    monkeypatch.chdir(place)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "nowhere"))
    for variable in ("GITHUB_STEP_SUMMARY", "GITHUB_ACTIONS", "SARABAN_CHECK_REGISTRY"):
        monkeypatch.delenv(variable, raising=False)
    write_list(place / LIST, [ROW])
    write_list(place / OTHER, [ROW])
    (place / "agencies.csv").write_text("รหัส อปท.,ชื่อ อปท.\n06480191,อบต.หนึ่งสมมติ\n", encoding="utf-8")
    (place / "R").write_bytes(render_registry(import_registry(place / "agencies.csv").registry))
    own_group(place, "X1").rename(place / "own.csv")
    (place / "d.csv").write_text("address,status\nx@dla.go.th,failed\n", encoding="utf-8")
    for name in ("mails/deep/one.eml", "mails.mbox"):
        (place / name).write_text(MAIL, encoding="utf-8")
    for name in ("notices/one.txt", "notice.txt"):
        (place / name).write_text("ประกาศ", encoding="utf-8")
    known = baseline_of(classify(place / LIST).agencies)
    (place / "known.json").write_text(render_baseline(known), encoding="utf-8")
    return place


def command_line(*words: str) -> None:
    """Run it in this process, whose language and settings are those of the tests."""
    build_app(words)(args=list(words), prog_name="saraban-check", standalone_mode=False)


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def pairs() -> Iterator[tuple[str, str, str]]:
    for name, command in COMMANDS.items():
        for output in command.outputs:
            yield from ((name, parameter, output) for parameter in command.inputs if parameter != output)


@pytest.mark.parametrize(("name", "parameter", "output"), list(pairs()))
@pytest.mark.parametrize("how", ["itself", "hard link", "link"])
def test_no_input_is_an_output(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, parameter: str, output: str, how: str
) -> None:
    command = COMMANDS[name]
    read = folder / command.inputs[parameter][1]
    target = folder / "out" / "A1.xlsx" if how != "itself" else folder / "notices" / ".." / read.relative_to(folder)
    if "{folder}" in command.outputs[output]:
        target = folder / "out" / "06480191-อบต.หนึ่งสมมติ.docx"
        how = "link" if how == "itself" else how
    if how != "itself":
        target.parent.mkdir()
        (target.hardlink_to if how == "hard link" else target.symlink_to)(read)
    words = list(command.words)
    for other, (given, _) in command.inputs.items():
        words += given.split() if other != output else []
    written = command.outputs[output].split()
    words += [word.replace("{folder}", str(target.parent)).replace("{}", str(target)) for word in written]
    if output == "summary":
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", words.pop())
    if name == "template" and how == "itself":
        pytest.skip("a template's name ends in .xlsx")
    before = bytes_of(folder)
    with pytest.raises(RequestError) as caught:
        command_line(*words)
    assert "this is the input, which is never written over" in caught.value.say("en"), caught.value.say("en")
    assert bytes_of(folder) == before


BAD = ["no such file", "folder", "/dev/zero", "pipe"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such files here")
@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize(("name", "parameter"), [(name, key) for name, one in COMMANDS.items() for key in one.inputs])
def test_what_cannot_be_read_is_said_of_the_option_that_names_it(
    folder: Path, name: str, parameter: str, bad: str
) -> None:
    """None of them hangs or fills the memory, and each is refused in a sentence."""
    (folder / "folder").mkdir()
    os.mkfifo(folder / "pipe")
    command = COMMANDS[name]
    words = list(command.words)
    for other, (given, _) in command.inputs.items():
        *before, path = given.split()
        words += [*before, bad.replace(" ", "-") if other == parameter else path]
    words += ["--province", "นครพนม"] if name == "template" else []
    target = command.outputs.get("output", "").format("out.xlsx", folder=folder / "out")
    with pytest.raises(SarabanError) as caught:
        command_line(*words, *target.split())
    said, option = caught.value.say("en"), command.inputs[parameter][0].split()[0]
    assert said.startswith(option + " " if option.startswith("--") else ("/", "no", "folder", "pipe")), said
    assert "\n" not in said


def test_every_path_of_every_command_is_among_those_that_are_tried() -> None:
    """An option that takes a path is an input unless it is declared an output: this knows both by name."""
    app: Any = typer.main.get_command(build_app(()))
    found: dict[str, Any] = {}
    for name, command in app.commands.items():
        subs = getattr(command, "commands", None)
        found |= {f"{name} {sub}": one for sub, one in subs.items()} if subs else {name: command}
    assert set(found) == set(COMMANDS) | READ_ONLY
    for name, command in COMMANDS.items():
        paths = {one.name for one in found[name].params if one.type.name == "path"} - inputs._OUTPUTS - {"config"}
        assert paths == set(command.inputs) | (set(command.outputs) - inputs._OUTPUTS - {"summary"}), name
        written = {one.name for one in found[name].params} & inputs._OUTPUTS
        assert written - {"split"} <= set(command.outputs), name


def test_what_is_found_without_being_named_is_an_input_too(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = tmp_path / "data" / "saraban-check" / "registry.bin"
    stored.parent.mkdir(parents=True)
    stored.write_bytes((folder / "R").read_bytes())
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    settings = folder / "saraban-check.toml"
    settings.write_text("", encoding="utf-8")
    monkeypatch.setattr(inputs, "own_files", lambda: [settings])
    for words in (["fix", LIST, "-o"], ["classify", LIST, "--mark"]):
        for target in (stored, settings):
            before = target.read_bytes()
            with pytest.raises(RequestError, match="never written over"):
                command_line(*words, str(target))
            assert target.read_bytes() == before
    with pytest.raises(RequestError, match="never written over"):
        command_line("registry", "import", str(stored))


def test_a_folder_that_holds_an_input_is_not_filled(folder: Path) -> None:
    for words in (
        ["classify", LIST, "--registry", "R", "--split", "province", "."],
        ["classify", OTHER, "--delivery", "d.csv", "--split", "province", "notices/.."],
        ["draft", "notice", "--from", LIST, "-o", "."],
    ):
        before = bytes_of(folder)
        with pytest.raises(RequestError, match="might be written over"):
            command_line(*words)
        assert bytes_of(folder) == before


def test_a_workbook_of_a_province_is_no_link_to_an_input(folder: Path) -> None:
    (folder / "out").mkdir()
    (folder / "out" / "48-นครพนม.xlsx").symlink_to(folder / "own.csv")
    before = bytes_of(folder)
    with pytest.raises(RequestError, match="never written over"):
        command_line("classify", LIST, "--table", "own.csv", "--split", "province", "out", "-q")
    assert bytes_of(folder) == before


def test_what_a_folder_is_not_read_for_may_be_written_there_again(folder: Path) -> None:
    for words in (
        ["bounces", "mails", "-o", "mails/deep/d.csv", "-q"],
        ["notice", "notices", "-o", "notices/r.csv", "-q"],
    ):
        for _ in range(2):
            command_line(*words)


def test_an_option_may_renew_what_it_names(folder: Path) -> None:
    command_line("classify", LIST, "--baseline", "known.json", "--update-baseline", "-q")
    command_line("registry", "import", "agencies.csv", "--registry", "R", "-q")
    done = run("classify", LIST, "--baseline", LIST, "--update-baseline", "--lang", "en", "-q", cwd=folder)
    assert done.returncode == 2
    assert (
        done.stderr == f"error: --baseline {LIST}: this is the input, which is never written over; use another name\n"
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such files here")
def test_a_step_summary_that_is_a_pipe_costs_no_result(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    done = run(
        "classify", LIST, "--format", "github", "-q", cwd=folder, env={"GITHUB_STEP_SUMMARY": "pipe"}, timeout=20
    )
    assert done.returncode == 0
    assert "step summary" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="it has no /dev/fd")
def test_a_file_that_comes_as_standard_input_is_an_input_too(tmp_path: Path) -> None:
    path = write_list(tmp_path / "list.csv", [])
    before = path.read_bytes()
    with path.open("rb") as file:
        done = subprocess.run(
            [*COMMAND, "classify", "-", "-o", str(path)],
            stdin=file,
            capture_output=True,
            env=environment(),
            check=False,
        )
    assert done.returncode == 2
    assert b"-o" in done.stderr
    assert path.read_bytes() == before

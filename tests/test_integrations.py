"""What other programs read of ours: the GitHub action, the pre-commit hook, and the snippets of the documents."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.documents import NOTICE
from tests.support import COMMAND, csv_text, environment

ROOT = Path(__file__).parent.parent
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step["id"]: step for step in ACTION["runs"]["steps"] if "id" in step}
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
"""Where examples stand."""
SNIPPETS = [
    found
    for page in PAGES
    for found in re.findall(r"```(yaml|groovy|toml)\n(.*?)```", page.read_text("utf-8"), re.DOTALL)
]

COLUMNS = ["รหัส", "ชื่อ", "จังหวัด", "อีเมล", "มีประกาศ", "ลงใน info.go.th", "สถานะการส่ง"]
GOOD = ["06480191", "อบต.หนึ่งสมมติ", "นครพนม", "saraban_06480191@dla.go.th", "✓", "✓", "✓"]
BAD = ["06480192", "อบต.สองสมมติ", "นครพนม", "songsommut@gmail.com", "✓", "✓", "✓"]

needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="the action's scripts are for bash")


class Workspace:
    """A repository and a runner's folders, as a step of the action finds them."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.temp = folder / "repository", folder / "temp folder"
        self.output, self.summary = folder / "output", folder / "summary.md"
        (self.folder / "exports").mkdir(parents=True)
        self.temp.mkdir()
        self.output.touch()

    def step(self, name: str = "check", **inputs: str) -> subprocess.CompletedProcess[str]:
        """A step of the action, its inputs put where GitHub would put them."""
        step = STEPS[name]
        given = {name: str(declared.get("default", "")) for name, declared in ACTION["inputs"].items()} | inputs
        known = {f"inputs.{name}": value for name, value in given.items()} | {
            "steps.python.outputs.python-path": sys.executable,
            "steps.install.outputs.python": sys.executable,
            "github.action_path": inputs.get("action_path", str(ROOT)),
        }
        variables = {
            name: re.sub(r"\$\{\{ ([a-z._-]+) \}\}", lambda found: known[found[1]], value)
            for name, value in step["env"].items()
        }
        runner = {
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_ACTIONS": "true",
            "GITHUB_OUTPUT": str(self.output),
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "GITHUB_WORKSPACE": str(self.folder),
        }
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.folder,
            env=environment(runner | variables),
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    @property
    def outputs(self) -> dict[str, str]:
        """What the steps handed on, as the runner reads it."""
        return dict(line.split("=", 1) for line in self.output.read_text(encoding="utf-8").split("\n")[:-1])


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path)


def write_list(workspace: Workspace, *rows: list[str], name: str = "agencies.csv") -> str:
    (workspace.folder / "exports" / name).write_text(csv_text([COLUMNS, *rows]), encoding="utf-8", newline="")
    return f"exports/{name}"


def write_notices(workspace: Workspace, **notices: str) -> str:
    folder = workspace.folder / "notices"
    folder.mkdir()
    for name, text in notices.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return "notices"


RIGHT = "\n".join((*NOTICE[:-1], "(นายสมมติ ตัวอย่างดี)", NOTICE[-1])) + "\n"
WRONG = RIGHT.replace("saraban_06480115@dla.go.th", "namsaisommut@gmail.com")


@needs_bash
def test_the_action_annotates_writes_the_summary_and_leaves_sarif_and_json(workspace: Workspace) -> None:
    done = workspace.step(file=write_list(workspace, GOOD, BAD), **{"fail-on": "error"})
    assert done.returncode == 1
    assert "::error file=exports/agencies.csv,line=3,title=SB401 " in done.stdout
    assert "songsommut" in workspace.summary.read_text(encoding="utf-8")
    outputs = workspace.outputs
    run = json.loads(Path(outputs.pop("sarif")).read_text(encoding="utf-8"))["runs"][0]
    assert {result["ruleId"] for result in run["results"]} == {"SB201", "SB401"}
    assert json.loads(Path(outputs.pop("result")).read_text(encoding="utf-8"))["summary"]["groups"]["B1"] == 1
    assert outputs == {"passed": "false", "errors": "2", "warnings": "0", "follow-up": "1"}


@needs_bash
def test_the_action_passes_where_nothing_is_asked_for(workspace: Workspace) -> None:
    assert workspace.step(file=write_list(workspace, GOOD, BAD)).returncode == 0
    assert workspace.outputs["passed"] == "true"


@needs_bash
def test_the_action_says_how_many_are_new(workspace: Workspace) -> None:
    known = '{"schema": "saraban-check/baseline/1", "agencies": {}}'
    (workspace.folder / "known.json").write_text(known, encoding="utf-8")
    assert workspace.step(file=write_list(workspace, GOOD, BAD), baseline="known.json").returncode == 1
    assert (workspace.outputs["passed"], workspace.outputs["new"]) == ("false", "2")


@needs_bash
def test_the_action_takes_what_is_known_of_delivery_and_of_notices(workspace: Workspace) -> None:
    """Several, a line each; the registry says what the code's name is."""
    unknown = [[*GOOD[:4], "", "✓", ""], ["06480115", "อบต.น้ำใสสมมติ", "นครพนม", "", "", "✓", ""]]
    listed = write_list(workspace, *unknown)
    delivery = "address,status\nsaraban_06480191@dla.go.th,failed\n"
    (workspace.folder / "one.csv").write_text(delivery, encoding="utf-8")
    (workspace.folder / "two.csv").write_text("address,status\nx@y.go.th,delivered\n", encoding="utf-8")
    (workspace.folder / "mail.eml").write_text("From: a@b.go.th\nSubject: x\n\ny\n", encoding="utf-8")
    (workspace.folder / "registry.csv").write_text(
        "รหัส อปท.,ชื่อ อปท.,จังหวัด\n06480191,อบต.หนึ่งสมมติ,นครพนม\n", encoding="utf-8"
    )
    done = workspace.step(
        file=listed,
        notices=write_notices(workspace, n06480115=RIGHT),
        delivery="one.csv\ntwo.csv\n",
        bounces="mail.eml",
        registry="registry.csv",
    )
    assert done.returncode == 0, done.stderr
    result = json.loads(Path(workspace.outputs["result"]).read_text(encoding="utf-8"))
    first, second = result["agencies"]
    assert first["facts"]["delivery"] == "failed"
    assert second["address"]["value"] == "saraban_06480115@dla.go.th"
    assert result["delivery"]["unlisted_addresses"] == 1
    assert result["registry"]


@needs_bash
@pytest.mark.parametrize(("fail_on", "code"), [("", 1), ("SB521", 1), ("unknown", 0)])
def test_the_action_checks_notices_alone(workspace: Workspace, fail_on: str, code: int) -> None:
    done = workspace.step(notices=write_notices(workspace, right=RIGHT, wrong=WRONG), **{"fail-on": fail_on})
    assert done.returncode == code
    assert "::error file=notices/wrong.txt,line=" in done.stdout
    assert "wrong.txt" in workspace.summary.read_text(encoding="utf-8")
    outputs = workspace.outputs
    found = json.loads(Path(outputs["result"]).read_text(encoding="utf-8"))["summary"]
    assert found["total"] == 2
    expected = {"passed": "false" if code else "true", "errors": str(found["findings"]["error"]), "follow-up": "1"}
    assert {name: outputs[name] for name in expected} == expected
    assert "new" not in outputs
    run = json.loads(Path(outputs["sarif"]).read_text(encoding="utf-8"))["runs"][0]
    assert run["properties"]["notices"]["incorrect"] == 1


@needs_bash
def test_only_a_line_feed_divides_the_lines_of_an_input(workspace: Workspace) -> None:
    """Names of files may hold whatever else some reader takes for the end of a line."""
    folder = Path(workspace.folder, write_notices(workspace, right=RIGHT))
    folder.rename(workspace.folder / "a\u2028b\x0cc")
    assert workspace.step(notices="a\u2028b\x0cc\r\n\n").returncode == 0
    assert workspace.outputs["passed"] == "true"


@needs_bash
@pytest.mark.parametrize(
    ("inputs", "said"),
    [
        ({}, "::error::give the input file (a list), or notices (a folder)"),
        ({"baseline": "known.json"}, "::error::the input baseline: name the list, as the input file"),
        ({"notices": "n", "delivery": "d", "expect-rows": "3"}, "::error::the inputs delivery, expect-rows: name the"),
    ],
    ids=str,
)
def test_the_action_says_what_is_missing(workspace: Workspace, inputs: dict[str, str], said: str) -> None:
    done = workspace.step(**inputs)
    assert done.returncode == 2
    assert said in done.stdout
    assert workspace.outputs == {"passed": "false"}


@needs_bash
def test_the_action_fails_and_leaves_nothing_to_upload_where_the_list_cannot_be_read(workspace: Workspace) -> None:
    done = workspace.step(file="exports/missing.csv")
    assert done.returncode == 2
    assert "missing.csv" in done.stderr
    assert workspace.outputs == {"passed": "false"}


@needs_bash
def test_no_module_of_the_repository_is_taken_for_one_of_ours(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    lend_modules(workspace, monkeypatch)
    done = workspace.step(file=write_list(workspace, GOOD))
    assert (done.returncode, workspace.outputs["passed"]) == (0, "true"), done.stderr


def lend_modules(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """The repository has modules that are called as those that the action imports, and its workflow a PYTHONPATH."""
    for name in ("saraban_check", "typer", "json", "pip", "venv"):
        (workspace.folder / f"{name}.py").write_text("raise SystemExit('taken')", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(workspace.folder))


@needs_bash
def test_the_action_installs_into_an_environment_of_its_own(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A package of one module in the place of ours: what it needs is not fetched."""
    wheel = workspace.folder / "stub-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("saraban_check.py", "said = 'stub'\n")
        archive.writestr("stub-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: stub\nVersion: 1.0\n")
        archive.writestr("stub-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr("stub-1.0.dist-info/RECORD", "")
    lend_modules(workspace, monkeypatch)
    program = ROOT / "packaging" / "action" / "install.py"
    runner = {"RUNNER_TEMP": str(workspace.temp), "GITHUB_OUTPUT": str(workspace.output), "ACTION_PATH": str(wheel)}
    command = [sys.executable, "-I", str(program)]
    done = subprocess.run(command, env=environment(runner), cwd=workspace.folder, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    python = Path(workspace.outputs["python"])
    assert python.is_relative_to(workspace.temp)
    asked = [str(python), "-I", "-c", "import saraban_check; print(saraban_check.said)"]
    assert subprocess.run(asked, capture_output=True, check=True, text=True).stdout == "stub\n"
    assert STEPS["install"]["run"] == '"$PYTHON" -I "$ACTION_PATH/packaging/action/install.py"'


@needs_bash
@pytest.mark.parametrize("name", ["$(touch injected).csv", "a;touch injected.csv", "`touch injected`.csv", "-o x.csv"])
def test_nothing_in_an_input_is_run(workspace: Workspace, name: str) -> None:
    done = workspace.step(file=write_list(workspace, GOOD, name=name).removeprefix("exports/"))
    assert done.returncode == 2  # there is no such file in this folder, and nothing else happened
    everywhere = {given: name for given in ACTION["inputs"] if given not in ("file", "notices", "lang")}
    assert workspace.step(file="exports/none.csv", notices="none", **everywhere).returncode == 2
    assert not list(workspace.folder.rglob("injected*"))


@needs_bash
def test_no_input_is_taken_for_another_option_or_writes_an_output(workspace: Workspace) -> None:
    listed = write_list(workspace, GOOD)
    done = workspace.step(file=listed, **{"fail-on": "--output=x.json\nerrors=9\npassed=true", "config": "--help"})
    assert done.returncode == 2
    assert workspace.outputs == {"passed": "false"}
    assert not (workspace.folder / "x.json").exists()


@needs_bash
def test_no_cell_writes_an_output(workspace: Workspace) -> None:
    row = [
        "06480192",
        'อบต."\npassed=true\n::set-output name=errors::9',
        "นครพนม",
        "a@gmail.com\nerrors=9",
        "✓",
        "✓",
        "✓",
    ]
    done = workspace.step(file=write_list(workspace, row), **{"fail-on": "error"})
    assert done.returncode == 1
    assert workspace.outputs["passed"] == "false"
    assert int(workspace.outputs["errors"]) < 9
    assert not any(line.lstrip().startswith("::set-output") for line in done.stdout.splitlines())


def test_the_action_runs_no_input_as_script() -> None:
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", ""), "inputs come in through the environment"


def test_every_input_of_the_action_is_used_and_every_used_one_declared() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"inputs\.([a-z-]+)", text)) == set(ACTION["inputs"])
    handed = {name.removeprefix("INPUT_") for name in STEPS["check"]["env"] if name.startswith("INPUT_")}
    check = (ROOT / "packaging" / "action" / "check.py").read_text(encoding="utf-8")
    assert {name.lower().replace("_", "-") for name in handed} == set(re.findall(r'"([a-z-]+)"', check)) & set(
        ACTION["inputs"]
    )
    assert ACTION["inputs"]["upload-sarif"]["default"] == "false"


def test_every_output_of_the_action_is_of_a_step_before() -> None:
    names = ("passed", "errors", "warnings", "new", "follow-up", "sarif", "result")
    assert {name: one["value"] for name, one in ACTION["outputs"].items()} == {
        name: f"${{{{ steps.check.outputs.{name} }}}}" for name in names
    }
    seen: set[str] = set()
    for step in ACTION["runs"]["steps"]:
        assert set(re.findall(r"steps\.([a-z]+)\.", str(step))) <= seen
        seen |= {step["id"]} if "id" in step else set()
        assert step.get("shell", "bash") == "bash"
        assert ("run" in step) == ("shell" in step)


def test_actions_are_pinned_by_commit_and_leave_the_callers_python_alone() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    used = re.findall(r"uses: (.*)", text)
    assert len(used) == 2
    for one in used:
        assert re.fullmatch(r"[a-z/-]+@[0-9a-f]{40} # v[0-9]+\.[0-9]+\.[0-9]+", one)
    assert STEPS["python"]["with"]["update-environment"] is False
    assert not re.search(r"GITHUB_(?:PATH|ENV)", text)


def test_the_hook_names_a_command_that_exists() -> None:
    (hook,) = HOOKS
    assert shlex.split(hook["entry"])[0] == "saraban-check"
    assert hook["language"] == "python"
    assert hook["pass_filenames"] is False  # `classify` takes one file, which `args` names
    assert re.search(hook["files"], "exports/agencies.csv")
    assert not re.search(hook["files"], "README.md")


@pytest.mark.parametrize("more", [(), ("--format", "screen")], ids=" ".join)
def test_the_hook_says_what_the_gate_counts_whatever_its_args(tmp_path: Path, more: tuple[str, ...]) -> None:
    """`args` come behind `entry`: they take nothing away from it, and may say otherwise."""
    (tmp_path / "agencies.csv").write_text(csv_text([COLUMNS, GOOD, BAD]), encoding="utf-8", newline="")
    words = [*shlex.split(HOOKS[0]["entry"])[1:], "agencies.csv", "--fail-on", "SB401", "--lang", "en", *more]
    done = subprocess.run([*COMMAND, *words], cwd=tmp_path, env=environment(), capture_output=True, check=False)
    assert done.returncode == 1
    lines = done.stdout.decode().splitlines()
    if more:
        assert not any(line.startswith("agencies.csv:") for line in lines)
        return
    assert [line.partition(": 06")[0] for line in lines] == [
        *("agencies.csv:3: SB401 error", "saraban-check: failed: --fail-on SB401: found 1")
    ]


def test_the_task_of_an_editor_reads_the_lines(tmp_path: Path) -> None:
    (task,) = json.loads((ROOT / "docs" / "vscode-tasks.json").read_text(encoding="utf-8"))["tasks"]
    (tmp_path / "exports").mkdir()
    (tmp_path / "exports" / "agencies.csv").write_text(csv_text([COLUMNS, GOOD, BAD]), encoding="utf-8", newline="")
    assert task["command"] == "saraban-check"
    done = subprocess.run(
        [*COMMAND, *task["args"]], cwd=tmp_path, env=environment(), capture_output=True, encoding="utf-8", check=False
    )
    *lines, verdict = done.stdout.splitlines()
    pattern = task["problemMatcher"]["pattern"]
    found = [re.search(pattern["regexp"], line) for line in lines]
    assert [(one[pattern["file"]], one[pattern["line"]], one[pattern["code"]]) for one in found if one] == [
        *(("exports/agencies.csv", "3", "SB201"), ("exports/agencies.csv", "3", "SB401"))
    ]
    assert not re.search(pattern["regexp"], verdict)


def test_every_example_names_this_version() -> None:
    """So that a release cannot forget one."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    named = [
        found
        for page in PAGES
        for found in re.findall(
            r"(?:saraban-check(?:\.git)?@|rev: |tag )`?v([0-9][0-9.]*[0-9])", page.read_text("utf-8")
        )
    ]
    assert len(named) >= 4
    assert set(named) == {version}


def commands(snippet: str) -> list[list[str]]:
    """The calls of saraban-check in a snippet, continued lines joined."""
    joined = re.sub(r"\\\n\s*", " ", snippet)
    found = re.findall(r"saraban-check (?:classify|compare|address|config|notice)[^'\n]*", joined)
    return [shlex.split(line) for line in found]


@pytest.mark.parametrize("snippet", [text for kind, text in SNIPPETS if commands(text)])
def test_the_commands_of_the_snippets_work(snippet: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    (tmp_path / "exports").mkdir()
    for name in ("agencies.csv", "agencies.previous.csv"):
        (tmp_path / "exports" / name).write_text(csv_text([COLUMNS, GOOD]), encoding="utf-8", newline="")
    for command in commands(snippet):
        if "--baseline" in command:
            known = command[command.index("--baseline") + 1]
            made = subprocess.run(
                [*COMMAND, "classify", "exports/agencies.csv", "-q", "--baseline", known, "--update-baseline"],
                cwd=tmp_path,
                env=environment(),
                capture_output=True,
                check=False,
            )
            assert made.returncode == 0, made.stderr
        done = subprocess.run(
            [*COMMAND, *command[1:]],
            cwd=tmp_path,
            env=environment({"CI": "true"}),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, (command, done.stderr)


@pytest.mark.parametrize(("kind", "snippet"), [(kind, text) for kind, text in SNIPPETS if kind == "yaml"])
def test_the_yaml_of_the_documents_is_yaml(kind: str, snippet: str) -> None:
    found = yaml.safe_load(snippet)
    assert isinstance(found, dict)
    for job in (found.get("jobs") or {}).values():
        for step in job["steps"]:
            if str(step.get("uses", "")).partition("@")[0].endswith("/saraban-check"):
                assert set(step["with"]) <= set(ACTION["inputs"])


@pytest.mark.parametrize("snippet", [text for kind, text in SNIPPETS if kind == "toml"])
def test_the_settings_of_the_documents_are_settings(snippet: str, tmp_path: Path) -> None:
    file = tmp_path / "saraban-check.toml"
    file.write_text(snippet, encoding="utf-8")
    done = subprocess.run([*COMMAND, "config"], cwd=tmp_path, env=environment(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert os.fsencode(file.name) in done.stdout

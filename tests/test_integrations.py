"""What other programs read of ours: the GitHub action, the pre-commit hook, and the snippets of the documents."""

import json
import os
import re
import shlex
import shutil
import stat
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.support import COMMAND, csv_text, environment

ROOT = Path(__file__).parent.parent
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
PAGES = [ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md"))]
DOCUMENTS = "\n".join(path.read_text(encoding="utf-8") for path in PAGES)
SNIPPETS = list(dict.fromkeys(re.findall(r"```(yaml|groovy|toml)\n(.*?)```", DOCUMENTS, re.DOTALL)))

COLUMNS = ["รหัส", "ชื่อ", "จังหวัด", "อีเมล", "มีประกาศ", "ลงใน info.go.th", "สถานะการส่ง"]
GOOD = ["06480191", "อบต.หนึ่งสมมติ", "นครพนม", "saraban_06480191@dla.go.th", "✓", "✓", "✓"]
BAD = ["06480192", "อบต.สองสมมติ", "นครพนม", "songsommut@gmail.com", "✓", "✓", "✓"]

needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="the action's scripts are for bash")


class Workspace:
    """A repository and a runner's folders, as a step of the action finds them."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.temp = folder / "repository", folder / "temp"
        self.output, self.summary = folder / "output", folder / "summary.md"
        (self.folder / "exports").mkdir(parents=True)
        self.temp.mkdir()
        self.output.touch()
        program = self.temp / "saraban-check" / "bin" / "saraban-check"  # where the install step puts it
        program.parent.mkdir(parents=True)
        program.write_text("#!/bin/sh\nexec " + shlex.join(COMMAND) + ' "$@"\n', encoding="utf-8")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)

    def step(self, **inputs: str) -> subprocess.CompletedProcess[str]:
        """The step `check` of the action, its inputs put where GitHub would put them."""
        step = next(step for step in ACTION["runs"]["steps"] if step.get("id") == "check")
        given = {name: str(declared.get("default", "")) for name, declared in ACTION["inputs"].items()} | inputs
        variables = {
            name: re.sub(r"\$\{\{ inputs\.([a-z-]+) \}\}", lambda found: given[found[1]], value)
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


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path)


def write_list(workspace: Workspace, *rows: list[str], name: str = "agencies.csv") -> str:
    (workspace.folder / "exports" / name).write_text(csv_text([COLUMNS, *rows]), encoding="utf-8", newline="")
    return f"exports/{name}"


@needs_bash
def test_the_action_annotates_writes_the_summary_and_leaves_sarif_and_json(workspace: Workspace) -> None:
    done = workspace.step(file=write_list(workspace, GOOD, BAD), **{"fail-on": "error"})
    assert done.returncode == 1
    assert "::error file=exports/agencies.csv,line=3,title=SB401 " in done.stdout
    assert "songsommut" in workspace.summary.read_text(encoding="utf-8")
    outputs = dict(line.split("=", 1) for line in workspace.output.read_text().splitlines())
    run = json.loads(Path(outputs["sarif"]).read_text(encoding="utf-8"))["runs"][0]
    assert {result["ruleId"] for result in run["results"]} == {"SB201", "SB401"}
    assert json.loads(Path(outputs["result"]).read_text(encoding="utf-8"))["summary"]["groups"]["B1"] == 1


@needs_bash
def test_the_action_passes_where_nothing_is_asked_for(workspace: Workspace) -> None:
    assert workspace.step(file=write_list(workspace, GOOD, BAD)).returncode == 0


@needs_bash
def test_the_action_fails_and_leaves_nothing_to_upload_where_the_list_cannot_be_read(workspace: Workspace) -> None:
    done = workspace.step(file="exports/missing.csv")
    assert done.returncode == 2
    assert "missing.csv" in done.stderr
    assert workspace.output.read_text() == ""


@needs_bash
@pytest.mark.parametrize("name", ["$(touch injected).csv", "a;touch injected.csv", "`touch injected`.csv", "-o x.csv"])
def test_nothing_in_an_input_is_run(workspace: Workspace, name: str) -> None:
    done = workspace.step(file=write_list(workspace, GOOD, name=name).removeprefix("exports/"))
    assert done.returncode == 2  # there is no such file in this folder, and nothing else happened
    assert not list(workspace.folder.rglob("injected*"))


def test_the_action_runs_no_input_as_script() -> None:
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", ""), "inputs come in through the environment"


def test_every_input_of_the_action_is_used_and_every_used_one_declared() -> None:
    used = set(re.findall(r"inputs\.([a-z-]+)", (ROOT / "action.yml").read_text(encoding="utf-8")))
    assert used == set(ACTION["inputs"])


def test_the_hook_names_a_command_that_exists() -> None:
    (hook,) = HOOKS
    assert shlex.split(hook["entry"])[0] == "saraban-check"
    assert hook["language"] == "python"
    assert hook["pass_filenames"] is False  # `classify` takes one file, which `args` names
    assert re.search(hook["files"], "exports/agencies.csv")
    assert not re.search(hook["files"], "README.md")


def commands(snippet: str) -> list[list[str]]:
    """The calls of saraban-check in a snippet, continued lines joined."""
    joined = re.sub(r"\\\n\s*", " ", snippet)
    found = re.findall(r"saraban-check (?:classify|compare|address|config)[^'\n]*", joined)
    return [shlex.split(line) for line in found]


@pytest.mark.parametrize("snippet", [text for kind, text in SNIPPETS if commands(text)])
def test_the_commands_of_the_snippets_work(snippet: str, tmp_path: Path) -> None:
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

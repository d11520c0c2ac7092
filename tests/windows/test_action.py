"""The script of the GitHub action under Wine, by the Python of the built folder: a list, and notices alone."""

import json
from pathlib import Path, PureWindowsPath

from tests.support import csv_text
from tests.test_integrations import BAD, COLUMNS, GOOD, RIGHT, ROOT, WRONG
from tests.windows.wine import Windows

_STARTED = """
import os, runpy
os.environ.update({variables!r})
runpy.run_path({script!r}, run_name="__main__")
"""


def on_windows(path: Path) -> str:
    """A path of this machine, as Windows names it: with a drive and backslashes."""
    return str(PureWindowsPath("Z:", path))


def check(windows: Windows, folder: Path, **inputs: str) -> tuple[int, str, dict[str, str]]:
    """The exit code, standard output and the outputs of the step, run in a folder as a runner does."""
    output, temp = folder / "output", folder / "temp folder"
    temp.mkdir()
    variables = {
        "RUNNER_TEMP": on_windows(temp),
        "GITHUB_ACTIONS": "true",
        "GITHUB_OUTPUT": on_windows(output),
        "GITHUB_STEP_SUMMARY": on_windows(folder / "summary.md"),
        "GITHUB_WORKSPACE": on_windows(folder),
        **{f"INPUT_{name}": value for name, value in inputs.items()},
    }
    script = on_windows(ROOT / "packaging" / "action" / "check.py")
    started = _STARTED.format(variables=variables, script=script)
    with windows.start("python/python.exe", "-c", started, cwd=folder) as process:
        out, err = process.communicate(timeout=300)
    assert b"Traceback" not in err
    told = dict(line.split("=", 1) for line in output.read_text(encoding="utf-8").split("\n")[:-1])
    return process.returncode, out.decode(), told


def of_this_machine(path: str) -> Path:
    """Where an output's path is here; it has no backslash, which a shell would take for its own."""
    assert path.startswith("Z:/")
    assert "\\" not in path
    return Path(path.removeprefix("Z:"))


def test_a_list_in_a_folder_with_a_thai_name(windows: Windows, tmp_path: Path) -> None:
    (tmp_path / "ส่งออก ใหม่").mkdir()
    (tmp_path / "ส่งออก ใหม่" / "รายชื่อ 1.csv").write_text(csv_text([COLUMNS, GOOD, BAD]), encoding="utf-8", newline="")
    inputs = {"FILE": "ส่งออก ใหม่\\รายชื่อ 1.csv", "FAIL_ON": "error", "REGISTRY": "none"}
    code, out, told = check(windows, tmp_path, **inputs)
    assert code == 1
    assert "::error file=ส่งออก ใหม่/รายชื่อ 1.csv,line=3,title=SB401 " in out
    sarif, result = (of_this_machine(told.pop(name)) for name in ("sarif", "result"))
    assert told == {"passed": "false", "errors": "2", "warnings": "0", "follow-up": "1"}
    (run,) = json.loads(sarif.read_text(encoding="utf-8"))["runs"]
    assert {one["ruleId"] for one in run["results"]} == {"SB201", "SB401"}
    assert json.loads(result.read_text(encoding="utf-8"))["summary"]["groups"]["B1"] == 1
    assert "songsommut" in (tmp_path / "summary.md").read_text(encoding="utf-8")


def test_notices_alone(windows: Windows, tmp_path: Path) -> None:
    (tmp_path / "notices").mkdir()
    for name, text in (("right", RIGHT), ("wrong", WRONG)):
        (tmp_path / "notices" / f"{name}.txt").write_text(text, encoding="utf-8")
    code, out, told = check(windows, tmp_path, NOTICES="notices", REGISTRY="none")
    assert code == 1
    assert "::error file=notices/wrong.txt,line=" in out
    assert (told["passed"], told["follow-up"]) == ("false", "1")
    assert "wrong.txt" in (tmp_path / "summary.md").read_text(encoding="utf-8")

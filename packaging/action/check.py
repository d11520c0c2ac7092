"""Second step of the action: run what the inputs ask for, and hand its outcome on as outputs.

Started by the interpreter that has saraban-check, on all three systems. Inputs arrive as INPUT_… variables, an empty
one counts as not given; each becomes one argument, so that nothing in it is run or taken for another option. Outputs
are numbers, `true` and `false`, and paths of ours: nothing in a list can write one.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

EITHER = ("registry", "fail-on", "config", "lang")
OF_A_LIST = ("notices", "delivery", "bounces", "baseline", "max-follow-up", "expect-rows")
"""Inputs that are options of `classify` by the same name. Without a list, `notices` are what is checked."""
SEVERAL = ("notices", "delivery", "bounces")
"""A line each, where there are several."""


def given(name: str) -> str:
    """An input, blank where it was not given."""
    return os.environ.get(f"INPUT_{name.upper().replace('-', '_')}", "").strip()


def values(name: str) -> list[str]:
    """The values of an input."""
    if name not in SEVERAL:
        return [given(name)] if given(name) else []
    return [line.strip() for line in given(name).split("\n") if line.strip()]


def command() -> list[str]:
    """The words of the command line; none where nothing was given to check, or something that needs a list."""
    if given("file"):
        return ["classify", *options(*EITHER, *OF_A_LIST), "--", given("file")]
    homeless = [name for name in OF_A_LIST if name != "notices" and given(name)]
    if given("notices") and not homeless:
        return ["notice", *options(*EITHER), "--", *values("notices")]
    wanting = f"the input{'s' if homeless[1:] else ''} {', '.join(homeless)}: name the list, as the input file"
    print(f"::error::{wanting if homeless else 'give the input file (a list), or notices (a folder)'}")
    return []


def options(*names: str) -> list[str]:
    """`--name=value`, in one word: a value that begins with a dash is no option."""
    return [f"--{name}={value}" for name in names for value in values(name)]


def outcome(result: Path) -> dict[str, str]:
    """The outputs that a result has: `new` only with a baseline; `follow-up` are agencies, or notices not correct."""
    said: dict[str, Any] = json.loads(result.read_text(encoding="utf-8"))
    summary, findings = said["summary"], said["summary"]["findings"]
    left = summary.get("follow_up", summary["total"] - summary.get("correct", 0))
    found = {"errors": findings.get("error", 0), "warnings": findings.get("warning", 0), "follow-up": left}
    if "baseline" in (gate := said.get("gate", {})):
        found["new"] = gate["baseline"]["new"]
    return {name: str(int(count)) for name, count in found.items()}


def hand_on(outputs: dict[str, str]) -> None:
    """Write the outputs of the step."""
    with Path(os.environ["GITHUB_OUTPUT"]).open("a", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{name}={value}\n" for name, value in outputs.items())


def main() -> int:
    """The exit code of the command."""
    words = command()
    folder = Path(tempfile.mkdtemp(prefix="saraban-check-results.", dir=os.environ["RUNNER_TEMP"]))
    sarif, result = folder / "findings.sarif", folder / "result.json"
    code = 2
    if words:
        written = ["--format=github", f"--output=sarif={sarif}", f"--output=json={result}"]
        # -I: no module of the caller's repository is taken for one of ours
        program = [sys.executable, "-I", "-X", "utf8", "-m", "saraban_check", words[0], *written, *words[1:]]
        code = subprocess.run(program, check=False).returncode
    outputs = {"passed": str(code == 0).lower()}
    if result.is_file():
        outputs |= outcome(result) | {"sarif": sarif.as_posix(), "result": result.as_posix()}
    hand_on(outputs)
    return code


if __name__ == "__main__":
    sys.exit(main())

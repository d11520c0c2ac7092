"""Write what the documentation takes from the program: help, the pages of the rules, the public names, JSON Schemas.

`python .ci/docs.py` writes, `python .ci/docs.py --check` only compares and exits with 1 where something differs.
"""

import inspect
import os
import re
import subprocess
import sys
from enum import Enum
from pathlib import Path
from typing import Any

import saraban_check
from saraban_check.contract import NAMES

ROOT = Path(__file__).resolve().parent.parent


def output(*arguments: str) -> str:
    """What the program prints, at 80 columns and without colour."""
    command = [sys.executable, "-m", "saraban_check", *arguments]
    environment = {
        **os.environ,
        "SARABAN_CHECK_REGISTRY": "none",
        "COLUMNS": "80",
        "NO_COLOR": "1",
        "PYTHONUTF8": "1",
    }
    run = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, cwd=ROOT, check=False)
    if run.returncode not in (0, 1):
        sys.exit(f"saraban-check {' '.join(arguments)} ended with {run.returncode}: {run.stderr}")
    return "\n".join(line.rstrip() for line in run.stdout.rstrip().splitlines()) + "\n"


def filled(text: str) -> str:
    """A document with each `<!-- saraban-check … -->` block filled with what that command prints."""

    def fill(match: re.Match[str]) -> str:
        return f"<!-- saraban-check {match[1]} -->\n```text\n{output(*match[1].split())}```\n<!-- end -->"

    return re.sub(r"<!-- saraban-check ([^\n]+?) -->\n.*?<!-- end -->", fill, text, flags=re.DOTALL)


def _kind_of(thing: Any) -> int:
    """The place of a public name in the page: functions, what they take and give, enumerations, errors."""
    if inspect.isfunction(thing):
        return 0
    return 3 if issubclass(thing, Exception) else 2 if issubclass(thing, Enum) else 1


def public_names() -> str:
    """A table of all public names, each with the first sentence of its docstring."""
    kinds = ("function", "value", "enumeration", "error")
    found = [(name, getattr(saraban_check, name)) for name in saraban_check.__all__ if name != "__version__"]
    rows = ["| name | | |", "|---|---|---|"]
    for name, thing in sorted(found, key=lambda one: (_kind_of(one[1]), one[0].casefold())):
        paragraph = " ".join(inspect.getdoc(thing).split("\n\n")[0].split())
        sentence = re.split(r"(?<=\.) (?=[A-Z])", paragraph)[0].replace("|", r"\|")
        sentence = re.sub(r"decisions[:] (\w+)", lambda at: f"[{at[0]}](decisions.md#{at[1].lower()})", sentence)
        rows.append(f"| `{name}` | {kinds[_kind_of(thing)]} | {sentence} |")
    return "\n".join(rows)


def with_names(page: str) -> str:
    """The page on Python with the table of names."""
    begin, end = "<!-- public names -->", "<!-- end -->"
    head, _, rest = page.partition(begin)
    return f"{head}{begin}\n{public_names()}\n{end}{rest.partition(end)[2]}"


def documents() -> dict[Path, str]:
    """Each generated document, as it should be."""
    readme, python = ROOT / "README.md", ROOT / "docs" / "python.md"
    return {
        readme: filled(readme.read_text(encoding="utf-8")),
        python: with_names(python.read_text(encoding="utf-8")),
        ROOT / "docs" / "rules.th.md": output("rules", "--format", "md", "--lang", "th"),
        ROOT / "docs" / "rules.en.md": output("rules", "--format", "md", "--lang", "en"),
        **{ROOT / "docs" / "schema" / f"{name}.json": output("schema", name) for name in (*NAMES, "settings")},
    }


def main() -> int:
    stale = []
    for path, text in documents().items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(path.relative_to(ROOT))
            if "--check" not in sys.argv:
                path.write_text(text, encoding="utf-8")
    if stale and "--check" in sys.argv:
        print("out of date, run `python .ci/docs.py`:", *stale)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Write what the documentation takes from the program: help in README.md, the pages of the rules, the JSON Schemas.

`python .ci/docs.py` writes, `python .ci/docs.py --check` only compares and exits with 1 where something differs.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

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


def documents() -> dict[Path, str]:
    """Each generated document, as it should be."""
    readme = ROOT / "README.md"
    return {
        readme: filled(readme.read_text(encoding="utf-8")),
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

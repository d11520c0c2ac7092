"""Write what the documentation takes from the program: output, all commands' help, rules, public names, JSON Schemas.

`python .ci/docs.py` writes, `python .ci/docs.py --check` only compares and exits with 1 where something differs.
"""

import inspect
import os
import re
import subprocess
import sys
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import Any

import saraban_check
from saraban_check.cli.app import COMMANDS
from saraban_check.contract import NAMES

ROOT = Path(__file__).resolve().parent.parent


def output(*arguments: str, lang: str = "th") -> str:
    """What the program prints, at 80 columns and without colour."""
    command = [sys.executable, "-m", "saraban_check", *arguments]
    environment = {
        **os.environ,
        "SARABAN_CHECK_REGISTRY": "none",
        "SARABAN_CHECK_LANG": lang,
        "COLUMNS": "80",
        "NO_COLOR": "1",
        "PYTHONUTF8": "1",
    }
    run = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, cwd=ROOT, check=False)
    if run.returncode not in (0, 1):
        sys.exit(f"saraban-check {' '.join(arguments)} ended with {run.returncode}: {run.stderr}")
    return "\n".join(line.rstrip() for line in run.stdout.rstrip().splitlines()) + "\n"


_BLOCK = re.compile(r"<!-- (?:(\d+) paragraphs of )?saraban-check ([^\n]+?) -->\n.*?<!-- end -->", re.DOTALL)


def filled(text: str) -> str:
    """A document with each `<!-- saraban-check … -->` block filled with what that command prints.

    `<!-- 3 paragraphs of saraban-check … -->` shows the beginning, and that more follows.
    """

    def fill(match: re.Match[str]) -> str:
        many, arguments = match.groups()
        said = output(*arguments.split())
        if many:
            said = "\n\n".join([*said.split("\n\n")[: int(many)], "…\n"])
        return f"{match[0].partition('-->')[0]}-->\n```text\n{said}```\n<!-- end -->"

    return _BLOCK.sub(fill, text)


_HELP = {
    "th": ("ภาษาไทย", "คำสั่ง ", "ทุกคำสั่งแสดงวิธีใช้เมื่อเติม `--help` เป็นภาษาอังกฤษเมื่อเติม `--lang en` ด้วย"),
    "en": ("English", "", "Every command shows its help with `--help`, in English with `--lang en` besides."),
}


def help_of_all() -> str:
    """The help of all commands, first in Thai, then in English."""
    found: list[list[str]] = [[]]
    for name in COMMANDS:
        module = import_module(f"saraban_check.cli.{name}_command")
        found += [[name], *([name, part] for part in getattr(module, "SUBCOMMANDS", ()))]
    pages = ["# คำสั่งทั้งหมด · All commands\n\n[ภาษาไทย](#ภาษาไทย) · [English](#english)\n"]
    for lang, (title, before, said) in _HELP.items():
        names = [" ".join(words) or "saraban-check" for words in found]
        links = " · ".join(f"[{name}](#{(before + name).replace(' ', '-')})" for name in names)
        pages.append(f"\n## {title}\n\n{said}\n\n{links}\n")
        for name, words in zip(names, found, strict=True):
            shown = output(*words, "--help", lang=lang)
            pages.append(f"\n### {before}{name}\n\n```text\n{shown}```\n")
    return "".join(pages)


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
    """A page with the table of names, where it has a place for it."""
    begin, end = "<!-- public names -->", "<!-- end -->"
    head, found, rest = page.partition(begin)
    if not found:
        return page
    return f"{head}{begin}\n{public_names()}\n{end}{rest.partition(end)[2]}"


def documents() -> dict[Path, str]:
    """Each generated document, as it should be."""
    docs = ROOT / "docs"
    written = [ROOT / "README.md", *docs.glob("*/*.md"), docs / "python.md"]
    return {
        **{page: with_names(filled(page.read_text(encoding="utf-8"))) for page in written},
        docs / "commands.md": help_of_all(),
        docs / "rules.th.md": output("rules", "--format", "md", "--lang", "th"),
        docs / "rules.en.md": output("rules", "--format", "md", "--lang", "en"),
        **{docs / "schema" / f"{name}.json": output("schema", name) for name in (*NAMES, "settings")},
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

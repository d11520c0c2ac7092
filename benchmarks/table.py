"""What was measured, as lines: every benchmark prints its lines here, and `--record` keeps them in README.md.

A kept row is one job of one commit on one machine. Of each job the first row stays, which says where it stood, and the
newest, which says where it stands: the rows between are in the history of the file.
"""

import argparse
import os
import platform
import re
import subprocess
import sys
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "benchmarks" / "README.md"
BEGIN, END = "<!-- measured: `python -m benchmarks --record` writes here -->", "<!-- end -->"
_LOAD = ", load "
_HEAD = "| job | against | figures | ratio | min – max | goal | |\n| - | - | - | - | - | - | - |"
_KEPT_HEAD = "| date | commit | machine | job | floor or peer | ratio | goal |\n| - | - | - | - | - | - | - |"


class Line(NamedTuple):
    """One thing measured. `ratio` is what the goal is about, a ratio or a figure of its own.

    `ok` is None where there is no goal, and where the peer is not installed: then `ratio` is empty. A line that is not
    `kept` is only shown.
    """

    job: str
    against: str
    ratio: str
    goal: str = ""
    ok: bool | None = None
    figures: str = ""
    spread: str = ""
    kept: bool = True


class Row(NamedTuple):
    """One row of README.md, as it stands there."""

    date: str
    commit: str
    machine: str
    job: str
    against: str
    ratio: str
    goal: str

    @property
    def place(self) -> tuple[str, ...]:
        """What a row that is measured again has in common with its former self; the load may be another."""
        return self.commit, self.machine.partition(_LOAD)[0], self.job, self.against


class DamagedTableError(Exception):
    """README.md has not both markers, or a row between them has not seven cells."""


def as_ratio(value: float, sign: str = "") -> str:
    """A ratio for people; below one as a fraction: 1/6.2."""
    return f"{sign}{value:.3g}" if value >= 1 or value <= 0 else f"{sign}1/{1 / value:.3g}"


# README.md


def read_rows(text: str) -> list[Row]:
    """The rows between the markers. Raises DamagedTableError where they cannot be read."""
    rows = []
    for line in _parts(text)[1].splitlines()[2:]:
        cells = [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if len(cells) != len(Row._fields):
            raise DamagedTableError(line)
        rows.append(Row(*cells))
    return rows


def with_rows(text: str, new: Iterable[Row]) -> str:
    """README.md with further rows, each in the place of its former self, else as the newest of its job.

    Raises DamagedTableError where the table cannot be read.
    """
    before, _, after = _parts(text)
    jobs: dict[tuple[str, str], list[Row]] = {}
    for row in (*read_rows(text), *new):
        akin = jobs.setdefault((row.job, row.against), [])
        same = [at for at, other in enumerate(akin) if other.place == row.place]
        if same:
            akin[same[0]] = row
        else:
            akin[1:] = [row]
    rows = chain.from_iterable(jobs.values())
    lines = ("| " + " | ".join(" ".join(cell.split()).replace("|", "\\|") for cell in row) + " |" for row in rows)
    return "\n".join((before + BEGIN, _KEPT_HEAD, *lines, END + after))


def _parts(text: str) -> tuple[str, str, str]:
    """What stands before the table, the table, and what stands behind it."""
    before, begun, rest = text.partition(BEGIN)
    table, ended, after = rest.partition(END)
    if not (begun and ended):
        raise DamagedTableError(f"no {END if begun else BEGIN}")
    return before, table.strip("\n"), after


# Where and what was measured


def machine() -> str:
    """The processor, how many cores there are for us, the Python, and how many processes want to run already."""
    model = ""
    with suppress(OSError):
        found = re.search(r"^model name\s*:\s*(.+)$", Path("/proc/cpuinfo").read_text(encoding="utf-8"), re.MULTILINE)
        model = found[1] if found else ""
    if sys.platform == "darwin":
        model = _said("sysctl", "-n", "machdep.cpu.brand_string") or ""
    model = " ".join(re.sub(r"\((?:R|TM)\)", " ", model or platform.machine()).split())
    affinity = getattr(os, "sched_getaffinity", None)
    cores = len(affinity(0)) if affinity else os.cpu_count()
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{model}, {cores} cores, {python}{_LOAD}{os.getloadavg()[0]:.0f}"


def commit() -> str:
    """The commit that is measured, with a + where code is changed since; – where there is no Git."""
    name = _said("git", "rev-parse", "--short=7", "HEAD")
    changed = _said("git", "status", "--porcelain", "--", "src", "benchmarks", ":!benchmarks/README.md")
    return f"{name}{'+' if changed else ''}" if name else "–"


def _said(*command: str) -> str | None:
    """What a program says; None where it cannot be asked."""
    try:
        return subprocess.run(command, cwd=ROOT, capture_output=True, check=True, encoding="utf-8").stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return None


# For every benchmark


def add_option(parser: argparse.ArgumentParser) -> None:
    """`--record`, which every benchmark has."""
    parser.add_argument("--record", action="store_true", help="keep what is measured in benchmarks/README.md")


def show(lines: Iterable[Line], record: bool, readme: Path = README) -> int:
    """Print each line as soon as it is measured, and keep it where that is asked for; 1 if anything falls short."""
    measured, where = commit(), machine()
    print(_HEAD, flush=True)
    short = False
    for line in lines:
        verdict = "not installed" if not line.ratio else "" if line.ok is None else "ok" if line.ok else "short"
        shown = (line.job, line.against, line.figures, line.ratio, line.spread, line.goal, verdict)
        print("|", " | ".join(shown), "|", flush=True)
        short = short or line.ok is False
        if record and line.kept and line.ratio:
            today = datetime.now(UTC).date().isoformat()
            ratio = f"{line.ratio} ({line.spread})" if line.spread else line.ratio
            row = Row(today, measured, where, line.job, line.against, ratio, line.goal)
            readme.write_text(with_rows(readme.read_text(encoding="utf-8"), [row]), encoding="utf-8")
    return 1 if short else 0

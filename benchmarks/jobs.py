"""What is compared with what: the jobs of the program, the floor and the peers of each, and what is to be reached.

A floor (`floor_*.py`) reads the same file and asks one pattern; a peer (`peer_*.py`) is another program at the job that
is nearest to ours. Processor time is compared, so that other work on the machine weighs on neither; by the clock where
ours has two processes, or a peer has threads.
"""

import os
import shutil
import sys
from enum import Enum
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from benchmarks.processes import ONE_PROCESS, Command, classify, ours, script

TIDY_BOOK, REAL_BOOK = "nationwide.xlsx", "nationwide-real.xlsx"
TIDY_MILLION, REAL_MILLION, REAL_TENTH = "million.csv", "million-real.csv", "hundred-thousand-real.csv"
MILLIONS = {TIDY_MILLION: "million rows", REAL_MILLION: "million real-like rows"}
OWN_DOMAINS = {"own-domains.csv": "own domains, no websites", "own-domains-websites.csv": "own domains, websites"}
OWN_DOMAIN_ROWS = 100_000


class By(Enum):
    """What is compared, as the line says it."""

    PROCESSOR = "of processor time"
    CLOCK = "by the clock"


class Rival(NamedTuple):
    """A floor or a peer: how the ratio to it is named, what to reach, and what is wished for beyond.

    `command` is None where it is not installed; `rounds` is how often it takes part, where it is too slow for all.
    """

    name: str
    command: Command | None
    reach: float | None = None
    wish: float | None = None
    rounds: int | None = None


class Job(NamedTuple):
    """A command of ours against its rivals, all in turn, so many rounds. `peak` names the line of its peak memory.

    A short one is `warm`: all run once before it counts, so that nothing is read from the disk then. One of so many
    `rows` has a line of its own: `us` microseconds a row are to be reached.
    """

    name: str
    job: str
    command: Command
    rivals: tuple[Rival, ...]
    rounds: int
    by: By = By.PROCESSOR
    warm: bool = True
    peak: str = ""
    rows: int = 0
    us: float = 0


def short_rounds(quick: bool) -> int:
    """How often a short job is measured."""
    return 3 if quick else 15


def jobs(quick: bool) -> list[Job]:
    """From the frequent to the long."""
    return [*_starting(short_rounds(quick)), *_books(3 if quick else 7), *_long(1 if quick else 3)]


def _starting(rounds: int) -> list[Job]:
    bare = Rival("bare interpreter", (sys.executable, "-c", "pass"), 1.2)
    found = [Job("version", "--version", ours("--version"), (bare,), rounds)]
    for address in ("saraban_06480115@dla.go.th", "saraband_06320205@dla.go.th"):
        floor = Rival("floor_typer", script("floor_typer.py", address), 1.5)
        found.append(Job("address", f"address {address}", ours("address", address), (floor,), rounds))
    return found


def _books(rounds: int) -> list[Job]:
    schema = ("--schema", "nationwide.schema.json", "--header-rows", "4", "--limit-errors", "1000000")
    found = []
    for book in (TIDY_BOOK, REAL_BOOK):
        frictionless = _installed("frictionless", "validate", book, *schema)
        rivals = (
            Rival("floor_workbook", script("floor_workbook.py", book), 4, 3),
            Rival("frictionless validate", frictionless, 1 / 6, rounds=min(rounds, 3)),
            Rival("pandera, polars", _peer("pandera", book)),
        )
        found.append(Job("workbook", f"classify {book}", classify(book), rivals, rounds))
    alone = Rival(f"classify {TIDY_BOOK}", classify(TIDY_BOOK), 1.25)
    registry = classify(TIDY_BOOK, "--registry", "registry.bin")
    compared = ours("compare", TIDY_BOOK, "nationwide-next.xlsx")
    return [
        *found,
        Job("registry", f"classify {TIDY_BOOK} --registry", registry, (alone,), rounds),
        Job("compare", f"compare {TIDY_BOOK}", compared, (alone._replace(reach=2.2),), rounds),
    ]


def _long(rounds: int) -> list[Job]:
    found = []
    for csv, rows in MILLIONS.items():
        floor = Rival("floor_csv", script("floor_csv.py", csv))
        peers = [
            Rival("pandera, polars", _peer("pandera", csv)),
            Rival("csvgrep of csvkit", _peer("csvkit", csv)),
        ]
        if csv == TIDY_MILLION:  # it takes a minute, on the other as on this
            peers.append(Rival("email-validator", script("peer_email_validator.py", csv), 1 / 4, rounds=1))
        alone, both = classify(csv, *ONE_PROCESS), classify(csv)
        in_one, in_two = (floor._replace(reach=5),), (floor._replace(reach=3.5), *peers)
        peak = f"{rows}, each of two processes"
        found += [
            Job("million", f"classify {csv}, one process", alone, in_one, rounds, warm=False, peak=rows),
            Job("million", f"classify {csv}", both, in_two, rounds, By.CLOCK, warm=False, peak=peak),
        ]
    for csv, what in OWN_DOMAINS.items():
        floor, alone = Rival("floor_csv", script("floor_csv.py", csv)), classify(csv, *ONE_PROCESS)
        job = f"classify 100,000 rows, {what}"
        found.append(Job("own", job, alone, (floor,), rounds, warm=False, rows=OWN_DOMAIN_ROWS, us=40))
    return found


def _installed(program: str, *arguments: str) -> Command | None:
    """A program of the same environment, or of the path."""
    found = shutil.which(program, path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")
    return (found, *arguments) if found else None


def _peer(library: str, *arguments: str) -> Command | None:
    return script(f"peer_{library}.py", *arguments) if find_spec(library) else None

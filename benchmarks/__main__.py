"""Measure the program against what its work costs at least, and against its peers: `python -m benchmarks`.

Whole processes are timed from outside, in alternating pairs (ours, theirs, ours, theirs, …) in one run, so that a
busy or a slow machine weighs on both; the ratio is the median over the pairs. A floor is measured in the same run
as the job, never taken from an earlier one, and modules are compiled beforehand, as pip leaves them.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.table import Line, add_option, as_ratio, show

HERE = Path(__file__).resolve().parent
OUT = HERE / "out"
OURS = Path(sys.executable).with_name("saraban-check")
_MAX_MB = 100
"""Above this the program asks for leave to read a file."""

Command = tuple[str, ...]


class Run(NamedTuple):
    """One process: how long it took, and its peak memory."""

    seconds: float
    mib: float


class Pair(NamedTuple):
    """A job, what it is compared with, and the ratio to reach; `theirs` is None where the peer is not installed."""

    name: str
    job: str
    against: str
    ours: Command
    theirs: Command | None
    reach: float
    times: int
    warm: bool = True


# Processes


def _environment() -> dict[str, str]:
    """Ours, without what would change the program's output, and with compiled modules, as pip installs them."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("SARABAN_CHECK_", "PYTHON"))}
    nowhere = str(OUT / "data")  # a registry that whoever measures has imported is not used
    return {
        **kept,
        "XDG_DATA_HOME": nowhere,
        "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
        "PYTHONPYCACHEPREFIX": str(OUT / "pycache"),
    }


def run(command: Command) -> Run:
    """Run one process to its end. Raises SystemExit where it fails; 1 is what a check says of a bad list."""
    with tempfile.TemporaryFile() as errors:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors, cwd=OUT, env=_environment()
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            errors.seek(0)
            said = errors.read().decode(errors="replace")
            raise SystemExit(f"{' '.join(command)}\nended with {process.returncode}:\n{said}")
    return Run(seconds, usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10))


# The work that loads much


def _make_inputs() -> None:
    from benchmarks.inputs import make_inputs

    make_inputs()


def _suggestion_lines(quick: bool) -> list[Line]:
    from benchmarks.suggestions import COUNT, lines

    return list(lines(count=COUNT // 10 if quick else COUNT))


# The table


def short_times(quick: bool) -> int:
    """How often a short job is measured."""
    return 3 if quick else 15


def pairs(quick: bool) -> list[Pair]:
    """What is compared, from the frequent to the long."""
    short, long = short_times(quick), 1 if quick else 3
    python = sys.executable

    def ours(*arguments: str) -> Command:
        return str(OURS), *arguments

    def floor(script: str, *arguments: str) -> Command:
        return python, str(HERE / script), *arguments

    book, million = "nationwide.xlsx", "million.csv"
    classify_book, classify_million = ours("classify", book), ours("classify", million, *_leave(OUT / million))
    frictionless = shutil.which("frictionless", path=f"{Path(python).parent}{os.pathsep}{os.environ.get('PATH', '')}")
    schema = ("--schema", "nationwide.schema.json", "--header-rows", "4", "--limit-errors", "1000000")
    peer = (frictionless, "validate", book, *schema) if frictionless else None
    with_registry = ours("classify", book, "--registry", "registry.bin")
    found = [
        Pair("version", "--version", "bare interpreter", ours("--version"), (python, "-c", "pass"), 1.5, short),
    ]
    for address in ("saraban_06480115@dla.go.th", "saraband_06320205@dla.go.th"):
        checked = ours("address", address)
        found.append(
            Pair("address", f"address {address}", "floor_typer", checked, floor("floor_typer.py", address), 1.6, short)
        )
    workbook, table = floor("floor_workbook.py", book), floor("floor_csv.py", million)
    comparison = ours("compare", book, "nationwide-next.xlsx")
    validator = floor("peer_email_validator.py", million)
    return [
        *found,
        Pair("workbook", f"classify {book}", "floor_workbook", classify_book, workbook, 3, short),
        Pair("frictionless", f"classify {book}", "frictionless validate", classify_book, peer, 1 / 6, min(short, 5)),
        Pair("million", f"classify {million}", "floor_csv", classify_million, table, 3.5, long, warm=False),
        Pair("registry", f"classify {book} --registry", f"classify {book}", with_registry, classify_book, 1.25, short),
        Pair("compare", f"compare {book}", f"classify {book}", comparison, classify_book, 2.2, min(short, 9)),
        Pair("email-validator", f"classify {million}", "email-validator", classify_million, validator, 1 / 4, 1, False),
    ]


def _leave(path: Path) -> tuple[str, ...]:
    return ("--max", "file-mb=300") if path.stat().st_size > _MAX_MB << 20 else ()


def measure_pair(pair: Pair) -> Line:
    """The median of the ratios of alternating pairs."""
    if pair.theirs is None:
        return Line(pair.job, pair.against, "", as_ratio(pair.reach, "<= "))
    if pair.warm:
        run(pair.ours), run(pair.theirs)
    both = []
    for number in range(1, pair.times + 1):
        _say(f"{pair.job} | {pair.against}: {number}/{pair.times}")
        both.append((run(pair.ours).seconds, run(pair.theirs).seconds))
    ratios = [ours / theirs for ours, theirs in both]
    ours, theirs = (median(times) for times in zip(*both))
    found = median(ratios)
    goal, figures = as_ratio(pair.reach, "<= "), f"{ours:.3f} s : {theirs:.3f} s"
    return Line(pair.job, pair.against, as_ratio(found), goal, found <= pair.reach, figures, _spread(ratios))


def report_line(times: int) -> Line:
    """A workbook of the list, against 1.5 screens and what XlsxWriter alone needs for the cells of that workbook."""
    book, screens = "nationwide.xlsx", 1.5
    screen, report = (str(OURS), "classify", book), (str(OURS), "classify", book, "-o", "report.xlsx")
    run(report), run(screen)
    ratios, seconds = [], []
    for number in range(1, times + 1):
        _say(f"report: {number}/{times}")
        written = subprocess.run(
            (sys.executable, str(HERE / "floor_xlsx.py"), "report.xlsx"), cwd=OUT, capture_output=True, check=True
        )
        allowed = screens * run(screen).seconds + float(written.stdout)
        ours = run(report).seconds
        ratios.append(ours / allowed)
        seconds.append((ours, allowed))
    ours, allowed = (median(found) for found in zip(*seconds))
    job, found = f"classify {book} to .xlsx", median(ratios)
    figures = f"{ours:.3f} s : {allowed:.3f} s"
    return Line(job, "floor_xlsx + 1.5 screens", as_ratio(found), "<= 1", found <= 1, figures, _spread(ratios))


def registry_line(times: int) -> Line:
    """What a registry costs a check of one address, in milliseconds."""
    checked = (str(OURS), "address", "saraban_06480115@dla.go.th")
    loaded = (*checked, "--registry", "registry.bin")
    run(checked), run(loaded)
    costs = []
    for number in range(1, times + 1):
        _say(f"registry, one address: {number}/{times}")
        costs.append(1000 * (run(loaded).seconds - run(checked).seconds))
    cost, spread = median(costs), f"{min(costs):.0f} – {max(costs):.0f} ms"
    return Line("address --registry", "address", f"+ {cost:.0f} ms", "<= + 30 ms", cost <= 30, "", spread)


def memory_lines() -> Iterator[Line]:
    """The peak on the million rows, and whether wide rows raise it."""
    peaks = {}
    for name in ("million.csv", "narrow.csv", "wide.csv"):
        _say(f"peak memory of {name}")
        peaks[name] = run((str(OURS), "classify", name, *_leave(OUT / name))).mib
    peak = peaks["million.csv"]
    yield Line("peak memory, million rows", "–", f"{peak:.0f} MiB", "<= 250 MiB", peak <= 250)
    narrow, wide = peaks["narrow.csv"], peaks["wide.csv"]
    figures = f"{wide:.0f} MiB : {narrow:.0f} MiB"
    job, ratio = "peak memory, 200,000 rows of 48 columns", wide / narrow
    yield Line(job, "of 8 columns", as_ratio(ratio), "<= 1.1", ratio <= 1.1, figures)


def _spread(ratios: list[float]) -> str:
    return f"{as_ratio(min(ratios))} – {as_ratio(max(ratios))}"


def _say(text: str) -> None:
    print(text, file=sys.stderr)


def lines(only: list[str], quick: bool) -> Iterator[Line]:
    """The lines asked for, as they are measured."""

    def wanted(name: str) -> bool:
        return not only or name in only

    with ProcessPoolExecutor(1, mp_context=get_context("fork")) as apart:
        # in a process of their own: what this one holds in memory would count as the peak of all that it starts
        _say("inputs")
        apart.submit(_make_inputs).result()
        for pair in pairs(quick):
            if wanted(pair.name):
                yield measure_pair(pair)
        if wanted("reports"):
            yield report_line(3 if quick else 7)
        if wanted("registry"):
            yield registry_line(short_times(quick))
        if wanted("memory"):
            yield from memory_lines()
        if wanted("suggestions"):
            _say("suggestions")
            yield from apart.submit(_suggestion_lines, quick).result()


NAMES = (
    *("version", "address", "workbook", "frictionless", "million", "email-validator", "compare", "reports"),
    *("registry", "memory", "suggestions"),
)


def main() -> int:
    """Print the table; the exit code is 1 if anything falls short."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer pairs: a first look")
    parser.add_argument("--only", action="append", default=[], choices=NAMES, help="only these (may be repeated)")
    add_option(parser)
    wanted = parser.parse_args()
    if wanted.quick and wanted.record:
        parser.error("a first look is not worth keeping: --record needs all pairs")
    if not OURS.exists():
        parser.error(f"there is no saraban-check beside {Path(sys.executable).name}; install it: pip install -e .")
    return show(lines(wanted.only, wanted.quick), wanted.record)


if __name__ == "__main__":
    sys.exit(main())

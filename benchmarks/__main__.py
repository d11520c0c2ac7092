"""Measure the program against what its work costs at least, and against its peers: `python -m benchmarks`.

Whole processes are timed from outside, ours and each rival in turn (ours, floor, peer, ours, floor, …) in one run, so
that a busy or a slow machine weighs on all; the ratio is the median over the rounds. A floor is measured in the same
run as the job, never taken from an earlier one, and modules are compiled beforehand, as pip leaves them.
"""

import argparse
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from benchmarks.growth import growth_lines
from benchmarks.jobs import jobs, short_rounds
from benchmarks.measuring import measure, registry_lines, report_line
from benchmarks.processes import OURS, say
from benchmarks.table import Line, add_option, show

NAMES = (
    *("version", "address", "workbook", "registry", "compare", "million", "own", "reports", "growth"),
    "suggestions",
)


# The work that loads much


def _make_inputs() -> None:
    from benchmarks.inputs import make_inputs

    make_inputs()


def _suggestion_lines(quick: bool) -> list[Line]:
    from benchmarks.suggestions import COUNT, lines

    return list(lines(count=COUNT // 10 if quick else COUNT))


# The table


def lines(only: list[str], quick: bool) -> Iterator[Line]:
    """The lines asked for, as they are measured."""

    def wanted(name: str) -> bool:
        return not only or name in only

    with ProcessPoolExecutor(1, mp_context=get_context("fork")) as apart:
        # in a process of their own: what this one holds in memory would count as the peak of all that it starts
        say("inputs")
        apart.submit(_make_inputs).result()
        for job in jobs(quick):
            if wanted(job.name):
                yield from measure(job)
        if wanted("registry"):
            yield from registry_lines(short_rounds(quick))
        if wanted("reports"):
            yield report_line(3 if quick else 7)
        if wanted("growth"):
            yield from growth_lines(1 if quick else 3)
        if wanted("suggestions"):
            say("suggestions")
            yield from apart.submit(_suggestion_lines, quick).result()


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

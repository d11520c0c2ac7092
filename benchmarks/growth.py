"""How time and memory grow: with the rows of a list they may, no faster; with its columns memory may not."""

from collections.abc import Iterator
from statistics import median

from benchmarks.jobs import REAL_MILLION, REAL_TENTH, By
from benchmarks.measuring import spread
from benchmarks.processes import ONE_PROCESS, classify, run, say
from benchmarks.table import Line, as_ratio

_REACH = 1.1


def growth_lines(rounds: int) -> Iterator[Line]:
    """Ten times the rows, and six times the columns."""
    yield _of_rows(rounds)
    yield _of_columns()


def _of_rows(rounds: int) -> Line:
    """What a row costs in a million, against a row in a hundred thousand; what a list of one row costs is no row's."""
    start, tenth, whole = (classify(name, *ONE_PROCESS) for name in ("one-row.csv", REAL_TENTH, REAL_MILLION))
    ratios, seconds = [], []
    for number in range(1, rounds + 1):
        say(f"growth with the rows: {number}/{rounds}")
        first = run(start).processor
        some, all_rows = run(tenth).processor - first, run(whole).processor - first
        ratios.append(all_rows / some / 10)
        seconds.append((all_rows, some))
    found, (most, least) = median(ratios), (median(times) for times in zip(*seconds))
    goal, figures = as_ratio(_REACH, "<= "), f"{most:.2f} us : {10 * least:.2f} us a row"
    ratio = f"{as_ratio(found)} {By.PROCESSOR.value}"
    return Line("a row of a million", "of 100,000", ratio, goal, found <= _REACH, figures, spread(ratios))


def _of_columns() -> Line:
    """Whether wide rows raise the peak."""
    say("peak memory of wide rows")
    narrow, wide = (run(classify(name)).mib for name in ("narrow.csv", "wide.csv"))
    job, ratio = "peak memory, 200,000 rows of 48 columns", wide / narrow
    figures = f"{wide:.0f} MiB : {narrow:.0f} MiB"
    return Line(job, "of 8 columns", as_ratio(ratio), as_ratio(_REACH, "<= "), ratio <= _REACH, figures)

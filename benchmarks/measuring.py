"""Ours and each rival run in turn in the same minutes; the ratio is the median over the rounds."""

import subprocess
from collections.abc import Iterator
from statistics import median

from benchmarks.jobs import By, Job, Rival
from benchmarks.processes import OUT, Run, ours, run, say, script
from benchmarks.table import Line, as_ratio

MOST_MIB = 250
"""What one process may take, however long the list is."""


def measure(job: Job) -> Iterator[Line]:
    """The lines of a job: one a rival, and what else it is to reach."""
    installed = [rival for rival in job.rivals if rival.command is not None]
    mine: list[Run] = []
    theirs: dict[str, list[Run]] = {rival.name: [] for rival in installed}
    if job.warm:
        for command in (job.command, *(rival.command for rival in installed if rival.rounds is None)):
            run(command or ())
    for number in range(1, job.rounds + 1):
        say(f"{job.job}: {number}/{job.rounds}")
        mine.append(run(job.command))
        for rival in installed:
            if rival.command and number <= (rival.rounds or job.rounds):
                theirs[rival.name].append(run(rival.command))
    for rival in job.rivals:
        yield _rival_line(job, rival, mine, theirs.get(rival.name, []))
    if job.peak:
        peak = max(ran.mib for ran in mine)
        yield Line(f"peak memory, {job.peak}", "–", f"{peak:.0f} MiB", f"<= {MOST_MIB} MiB", peak <= MOST_MIB)
    if job.rows:
        times = sorted(1e6 * _time(job.by, ran) / job.rows for ran in mine)
        a_row, spread = median(times), f"{times[0]:.0f} – {times[-1]:.0f} us"
        goal = f"<= {job.us:.0f} us"
        yield Line(job.job, "a row", f"{a_row:.0f} us {job.by.value}", goal, a_row <= job.us, "", spread)


def _time(by: By, ran: Run) -> float:
    return ran.seconds if by is By.CLOCK else ran.processor


def _rival_line(job: Job, rival: Rival, mine: list[Run], theirs: list[Run]) -> Line:
    goal = "" if rival.reach is None else as_ratio(rival.reach, "<= ")
    goal += "" if rival.wish is None else f" ({as_ratio(rival.wish)})"
    if not theirs:
        return Line(job.job, rival.name, "", goal)
    both = [(_time(job.by, ours), _time(job.by, its)) for ours, its in zip(mine, theirs)]
    ratios = [ours / its for ours, its in both]
    found, (our, its) = median(ratios), (median(times) for times in zip(*both))
    ok = None if rival.reach is None else found <= rival.reach
    ratio = f"{as_ratio(found)} {job.by.value}"
    return Line(job.job, rival.name, ratio, goal, ok, f"{our:.3f} s : {its:.3f} s", spread(ratios))


def spread(ratios: list[float]) -> str:
    """From the least to the most."""
    return f"{as_ratio(min(ratios))} – {as_ratio(max(ratios))}"


def registry_lines(rounds: int) -> Iterator[Line]:
    """What a registry costs a check of one address, in milliseconds: of an agency that stands there, as nearly all do,
    and of a code that does not, for which all rules are loaded."""
    for job, code, most in (
        ("address --registry", "06110151", 30),
        ("address --registry, code not there", "06480115", None),
    ):
        checked = ours("address", f"saraban_{code}@dla.go.th")
        loaded = (*checked, "--registry", "registry.bin")
        run(checked), run(loaded)
        costs = []
        for number in range(1, rounds + 1):
            say(f"registry, one address: {number}/{rounds}")
            costs.append(1000 * (run(loaded).processor - run(checked).processor))
        cost, least_most = median(costs), f"{min(costs):.0f} – {max(costs):.0f} ms"
        goal, ok = ("", None) if most is None else (f"<= + {most} ms", cost <= most)
        yield Line(job, "address", f"+ {cost:.0f} ms {By.PROCESSOR.value}", goal, ok, "", least_most)


def report_line(times: int) -> Line:
    """A workbook of the list, against 1.5 screens and what XlsxWriter alone needs for the cells of that workbook."""
    book, screens = "nationwide.xlsx", 1.5
    screen, report = ours("classify", book), ours("classify", book, "-o", "report.xlsx")
    run(report), run(screen)
    ratios, seconds = [], []
    for number in range(1, times + 1):
        say(f"report: {number}/{times}")
        written = subprocess.run(script("floor_xlsx.py", "report.xlsx"), cwd=OUT, capture_output=True, check=True)
        allowed = screens * run(screen).processor + float(written.stdout)
        taken = run(report).processor
        ratios.append(taken / allowed)
        seconds.append((taken, allowed))
    taken, allowed = (median(found) for found in zip(*seconds))
    job, found = f"classify {book} to .xlsx", median(ratios)
    figures = f"{taken:.3f} s : {allowed:.3f} s"
    ratio = f"{as_ratio(found)} {By.PROCESSOR.value}"
    return Line(job, "floor_xlsx + 1.5 screens", ratio, "<= 1", found <= 1, figures, spread(ratios))

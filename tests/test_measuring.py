"""How the benchmark compares: the rounds, the median, what is not installed, and how time grows with the rows."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks import growth, inputs, measuring
from benchmarks.__main__ import NAMES
from benchmarks.jobs import By, Job, Rival, jobs
from benchmarks.measuring import measure
from benchmarks.processes import HERE, Command, Run
from benchmarks.table import Line

OURS, FLOOR, SLOW = ("ours",), ("floor",), ("slow",)
JOB = Job("job", "a job", OURS, (Rival("floor", FLOOR, 4, 3), Rival("slow", SLOW, 1 / 6, rounds=1)), 3)


class Machine:
    """Takes the place of the processes: the nth run of a command takes as long as is told, the last for ever."""

    def __init__(self, times: dict[str, list[float]]) -> None:
        self.times = {name: iter(found) for name, found in times.items()}
        self.last: dict[str, float] = {}
        self.ran: list[str] = []

    def __call__(self, command: Command) -> Run:
        name = command[0] if len(command) == 1 else command[2]
        self.ran.append(name)
        self.last[name] = next(self.times[name], self.last.get(name, 0))
        return Run(10 * self.last[name], 100 + len(self.ran), self.last[name])


def on(monkeypatch: pytest.MonkeyPatch, module: object, **times: list[float]) -> Machine:
    machine = Machine(times)
    monkeypatch.setattr(module, "run", machine)
    return machine


@pytest.fixture(autouse=True)
def _quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (measuring, growth):
        monkeypatch.setattr(module, "say", lambda text: None)


def shown(lines: Iterator[Line]) -> list[tuple[str, str, str, bool | None]]:
    return [(line.against, line.ratio, line.goal, line.ok) for line in lines]


def test_all_run_in_turn_and_the_median_of_the_ratios_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = on(monkeypatch, measuring, ours=[3, 8, 9], floor=[1, 2, 1], slow=[12])
    assert shown(measure(JOB._replace(warm=False))) == [
        ("floor", "4 of processor time", "<= 4 (3)", True),
        ("slow", "1/4 of processor time", "<= 1/6", False),
    ]
    assert machine.ran == ["ours", "floor", "slow", "ours", "floor", "ours", "floor"]


def test_short_jobs_run_once_before_it_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = on(monkeypatch, measuring, ours=[0.4], floor=[0.1], slow=[1])
    list(measure(JOB))
    assert machine.ran == ["ours", "floor", "ours", "floor", "slow", "ours", "floor", "ours", "floor"]


def test_a_peer_that_is_not_installed_has_a_line_without_a_ratio(monkeypatch: pytest.MonkeyPatch) -> None:
    on(monkeypatch, measuring, ours=[1], floor=[1])
    rivals = (Rival("peer", None, 1 / 6), Rival("floor", FLOOR))
    assert shown(measure(JOB._replace(rivals=rivals, by=By.CLOCK))) == [
        ("peer", "", "<= 1/6", None),
        ("floor", "1 by the clock", "", None),
    ]


def test_memory_and_microseconds_a_row_have_lines_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    on(monkeypatch, measuring, ours=[4.2])
    assert shown(measure(JOB._replace(rivals=(), peak="a million", rows=100_000, us=40))) == [
        ("–", "104 MiB", "<= 250 MiB", True),
        ("a row", "42 us of processor time", "<= 40 us", False),
    ]


@pytest.mark.parametrize(("whole", "ratio", "ok"), [(10.2, "1", True), (13.2, "1.3", False)])
def test_what_starting_costs_is_no_rows(monkeypatch: pytest.MonkeyPatch, whole: float, ratio: str, ok: bool) -> None:
    lists = {"one-row.csv": [0.2], "hundred-thousand-real.csv": [1.2], "million-real.csv": [whole]}
    on(monkeypatch, growth, **lists, **{"narrow.csv": [1.0], "wide.csv": [1.0]})
    line = next(growth.growth_lines(3))
    assert (line.ratio, line.ok) == (f"{ratio} of processor time", ok)


def test_every_job_can_be_asked_for_and_every_script_stands_there() -> None:
    found = jobs(quick=False)
    assert {job.name for job in found} | {"reports", "growth", "suggestions"} == set(NAMES)
    commands = [command for job in found for command in (job.command, *(rival.command for rival in job.rivals))]
    scripts = {argument for command in commands if command for argument in command if argument.endswith(".py")}
    assert scripts >= {str(HERE / name) for name in ("floor_csv.py", "floor_typer.py", "floor_workbook.py")}
    assert all(Path(script).exists() for script in scripts)


def test_all_peers_look_for_the_same_addresses() -> None:
    texts = [(HERE / f"peer_{name}.py").read_text(encoding="utf-8") for name in ("csvkit", "pandera")]
    found = {pattern for text in texts for pattern in re.findall('^RIGHT = r"(.+)"$', text, re.MULTILINE)}
    [pattern] = found
    domains = ("dla.go.th", "lgo.mail.go.th", "abc.go.th", "abc.com", "abc.co.th", "abc.ac.th", "gmail.comm")
    for address in (f"{box}@{domain}" for box in ("saraban", "saraban_06480115", "saraban-abc") for domain in domains):
        assert bool(re.search(pattern, address)) is bool(re.fullmatch(inputs._RIGHT, address)), address

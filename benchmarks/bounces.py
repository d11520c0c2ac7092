"""How fast bounces are read, and in how much memory: `python -m benchmarks.bounces`.

Mailboxes of 100,000 mails (1.5 GB), tidy ones and such as real ones are, are written to a temporary folder, read by a
process of its own, and deleted; a smaller one is read by us and our peers in turn. What is told is processor time.
`--shapes` reads mails of 10 MB that are made to cost a careless reader minutes.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.bounce_mails import real_like, tidy
from benchmarks.bounce_shapes import MB, SHAPES
from benchmarks.table import Line, add_option, as_ratio, show

MOST_MIB = 200
"""What reading may take, however many messages there are."""
MOST_SECONDS = 5.0
"""What one mail of 10 MB may take."""
PAIRS = 3
MOST_PAIRED = 5_000
"""Messages of the mailbox that the peers read too."""
HERE = Path(__file__).resolve().parent
KINDS: dict[str, Callable[[int], Iterator[bytes]]] = {"tidy bounces": tidy, "real-like bounces": real_like}

_READ = """
import json, sys
from saraban_check import read_bounces
found = {}
bounces = read_bounces(sys.argv[1:])
for report in bounces:
    found[report.status.value] = found.get(report.status.value, 0) + 1
print(json.dumps({"messages": bounces.tally.messages, "found": found,
                  "kinds": {kind.value: count for kind, count in bounces.tally.kinds.items()}}))
"""


class Reading(NamedTuple):
    """What a process read, in which processor time and memory."""

    seconds: float
    mib: float
    said: str


def write_mbox(path: Path, mails: Iterable[bytes]) -> None:
    """Write mails, one after the other."""
    with path.open("wb") as file:
        file.writelines(mails)


def read(command: tuple[str, ...]) -> Reading:
    """Read a mailbox in a process of its own. Raises SystemExit where it fails."""
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(command, stdout=out)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{' '.join(command[-2:])} ended with {process.returncode}")
        mib = usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
        out.seek(0)
        return Reading(usage.ru_utime + usage.ru_stime, mib, out.read().decode())


def _ours(path: Path) -> tuple[str, ...]:
    return sys.executable, "-c", _READ, str(path)


def _peers(path: Path) -> dict[str, tuple[str, ...] | None]:
    """What reads the same mailbox, None where it is not installed."""
    flufl, sisimai = (str(HERE / name) for name in ("peer_flufl.py", "peer_sisimai.pl"))
    perl = shutil.which("perl")
    has_sisimai = perl and subprocess.run((perl, "-MSisimai", "-e1"), capture_output=True, check=False).returncode == 0
    return {
        "flufl.bounce": (sys.executable, flufl, str(path)) if find_spec("flufl") else None,
        "Sisimai": (str(perl), sisimai, str(path)) if has_sisimai else None,
    }


def measure_shapes(megabytes: int = 10) -> Iterator[tuple[str, float]]:
    """Each shape, and the seconds that reading it took."""
    from saraban_check import InputError, read_bounces

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "shape.eml"
        for name, shape in SHAPES.items():
            path.write_bytes(shape(megabytes * MB))
            started = time.perf_counter()
            with suppress(InputError):  # one of them is no mail at all
                for _ in read_bounces([path]):
                    pass
            yield name, time.perf_counter() - started


def lines(count: int, folder: Path | None) -> Iterator[Line]:
    """What reading mailboxes costs, and what the shapes cost; without a count the shapes alone, all of them."""
    if count:
        with tempfile.TemporaryDirectory(dir=folder) as made:
            for kind, mails in KINDS.items():
                yield from _mailbox_lines(Path(made) / "bounces.mbox", kind, mails, count)
    slowest = sorted(((seconds, name) for name, seconds in measure_shapes()), reverse=True)
    goal, (most, name) = f"<= {MOST_SECONDS:.0f} s", slowest[0]
    figures = f"{name}, the slowest of {len(slowest)}"
    yield Line("a mail of 10 MB made to cost much", "–", f"{most:.2f} s", goal, most <= MOST_SECONDS, figures)
    for seconds, name in slowest[1:5] if count else slowest[1:]:
        yield Line(f"10 MB: {name}", "–", f"{seconds:.2f} s", goal, seconds <= MOST_SECONDS, kept=False)


def _mailbox_lines(path: Path, kind: str, mails: Callable[[int], Iterator[bytes]], count: int) -> Iterator[Line]:
    """All mails by us, and some of them by us and each peer in turn."""
    job = f"read {count:,} {kind}"
    write_mbox(path, mails(count))
    size, found = path.stat().st_size, read(_ours(path))
    print(found.said, file=sys.stderr, end="")
    figures = f"{found.seconds:.1f} s, {size / found.seconds / MB:.0f} MB/s, {size / count / 1000:.1f} kB each"
    yield Line(job, "–", f"{count / found.seconds:,.0f} messages/s", figures=figures)
    yield Line(f"peak memory, {job}", "–", f"{found.mib:.0f} MiB", f"<= {MOST_MIB} MiB", found.mib <= MOST_MIB)
    some = min(count, MOST_PAIRED)
    write_mbox(path, mails(some))
    for peer, theirs in _peers(path).items():
        job = f"read {some:,} {kind}"
        if theirs is None:
            yield Line(job, peer, "")
            continue
        both = [(read(_ours(path)), read(theirs)) for _ in range(PAIRS)]
        print(f"{peer}: messages and those it recognises: {both[0][1].said}", file=sys.stderr, end="")
        ratios = [ours.seconds / its.seconds for ours, its in both]
        figures = f"{median(o.seconds for o, _ in both):.2f} s : {median(t.seconds for _, t in both):.2f} s"
        spread = f"{as_ratio(min(ratios))} – {as_ratio(max(ratios))}"
        yield Line(job, peer, as_ratio(median(ratios)), figures=figures, spread=spread)


def main() -> int:
    """Print what reading costs."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bounces", description=__doc__)
    parser.add_argument("--messages", type=int, default=100_000, metavar="N")
    parser.add_argument("--folder", type=Path, help="where the mailbox is written (the temporary folder)")
    parser.add_argument("--shapes", action="store_true", help="only the mails that are made to cost much")
    add_option(parser)
    wanted = parser.parse_args()
    return show(lines(0 if wanted.shapes else wanted.messages, wanted.folder), wanted.record)


if __name__ == "__main__":
    sys.exit(main())

"""Whole processes, timed from outside: what one took by the clock, of the processors, and at most of memory."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
OUT = HERE / "out"
OURS = Path(sys.executable).with_name("saraban-check")

Command = tuple[str, ...]

ONE_PROCESS = ("--jobs", "1")
"""What asks the program to take one process where it would take two; nothing as long as it takes one anyway."""


class Run(NamedTuple):
    """One process with its children: seconds by the clock, the peak of the largest, seconds of all processors."""

    seconds: float
    mib: float
    processor: float


def say(text: str) -> None:
    """Tell whoever waits what is measured now."""
    print(text, file=sys.stderr)


def ours(*arguments: str) -> Command:
    """The program itself."""
    return str(OURS), *arguments


def classify(name: str, *arguments: str) -> Command:
    """The program on a list, with leave to read one of more than 100 MB."""
    return ours("classify", name, "--max", "file-mb=300", *arguments)


def script(name: str, *arguments: str) -> Command:
    """A script that stands beside this one: a floor or a peer."""
    return sys.executable, str(HERE / name), *arguments


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
    mib = usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    return Run(seconds, mib, usage.ru_utime + usage.ru_stime)

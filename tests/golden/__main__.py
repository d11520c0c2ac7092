"""Pin bytes: run many jobs with a source tree, keep what each writes, and compare two trees.

    python -m tests.golden run --out OLD --src ../old/src
    python -m tests.golden run --out NEW
    python -m tests.golden diff OLD NEW --show 5

A job is one or more runs of the command in a folder of inputs; its exit codes, outputs and every file written are kept.
"""

import argparse
import difflib
import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from tests.golden.jobs import Job, jobs
from tests.prefork import Limits, Prefork

_ROOT = Path(__file__).parents[2]
_FORKER = """
import sys
from tests import prefork
prefork._play = lambda: None  # another commit may have its modules elsewhere
prefork.serve(int(sys.argv[1]))
"""
_OURS = ("SARABAN_CHECK_", "GITHUB_", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "CI", "PYTHON", "LC_", "LANG", "XDG_")
_TEXT = {".html", ".json", ".jsonl", ".md", ".csv", ".sarif", ".xml", ".txt", ""}


def main() -> int:
    parser = argparse.ArgumentParser(prog="golden", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("run", help="run the jobs and keep what they write")
    one.add_argument("--out", type=Path, required=True, help="the folder for what is written (replaced)")
    one.add_argument("--src", type=Path, default=_ROOT / "src", help="the source tree to import from")
    one.add_argument("--only", default="", help="only jobs with this in their name")
    one.add_argument("--inputs", type=Path, help="the folder of inputs (made there if it is not)")
    one.add_argument("--processes", type=int, default=2)
    two = commands.add_parser("diff", help="list the jobs whose bytes differ; exit code 1 if there are any")
    two.add_argument("a", type=Path)
    two.add_argument("b", type=Path)
    two.add_argument("--show", type=int, default=0, help="print the differences of the first N jobs")
    two.add_argument("--lines", type=int, default=60, help="how many lines to print of each file's difference")
    two.add_argument("--only", default="", help="only jobs with this in their name")
    commands.add_parser("list", help="list the jobs")
    asked = parser.parse_args()
    if asked.command == "list":
        for job in jobs():
            print(job.name, *(" ".join(step) for step in job.steps), sep="\t")
        return 0
    return run(asked) if asked.command == "run" else diff(asked)


# Run


def run(asked: argparse.Namespace) -> int:
    started = time.monotonic()
    src = asked.src.resolve()
    if not (src / "saraban_check").is_dir():
        raise SystemExit(f"no saraban_check in {src}")
    os.environ["PYTHONPATH"] = str(src)
    wanted = [job for job in jobs() if asked.only in job.name]
    out = asked.out.resolve()
    if out.exists():
        if not (out / "hashes.json").exists() and any(out.iterdir()):
            raise SystemExit(f"{out} is not a folder of golden results")
        shutil.rmtree(out)
    out.mkdir(parents=True)
    with tempfile.TemporaryDirectory(prefix="golden-") as scratch:
        inputs = (asked.inputs or Path(scratch) / "inputs").resolve()
        if not inputs.exists():
            _make_inputs(inputs, src)
        queue: SimpleQueue[Job] = SimpleQueue()
        for job in wanted:
            queue.put(job)
        found: dict[str, dict[str, str]] = {}
        workers = [
            threading.Thread(target=_work, args=(queue, inputs, Path(scratch) / f"w{at}", out, found))
            for at in range(asked.processes)
        ]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
    (out / "hashes.json").write_text(json.dumps(found, indent=1, sort_keys=True, ensure_ascii=False), encoding="utf-8")
    print(f"{len(found)} of {len(wanted)} jobs in {time.monotonic() - started:.0f} s: {out}")
    return 0 if len(found) == len(wanted) else 1


def _make_inputs(inputs: Path, src: Path) -> None:
    """In a process of its own, as the inputs' makers import the package too."""
    program = "import sys, pathlib; from tests.golden.inputs import make_inputs; make_inputs(pathlib.Path(sys.argv[1]))"
    unfinished = inputs.with_name(inputs.name + "-unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(src), str(_ROOT)])}
    subprocess.run([sys.executable, "-c", program, str(unfinished)], check=True, env=env, cwd=_ROOT)
    unfinished.rename(inputs)


def _work(queue: "SimpleQueue[Job]", inputs: Path, folder: Path, out: Path, found: dict[str, Any]) -> None:
    forker = Prefork(_FORKER)
    try:
        shutil.copytree(inputs, folder)
        before = _state(folder)
        while True:
            try:
                job = queue.get_nowait()
            except Empty:
                return
            _run(forker, job, folder, out / job.name)
            for path in _changed(before, folder):
                _keep(path.read_bytes(), path.suffix, out / job.name / "files" / path.relative_to(folder), folder)
            if _restore(before, inputs, folder):
                before = _state(folder)
            found[job.name] = {
                str(path.relative_to(out / job.name)): hashlib.sha256(path.read_bytes()).hexdigest()[:16]
                for path in sorted((out / job.name).rglob("*"))
                if path.is_file()
            }
    finally:
        forker.close()


def _run(forker: Prefork, job: Job, folder: Path, out: Path) -> None:
    out.mkdir(parents=True)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}
    env = {**kept, "XDG_DATA_HOME": str(folder / "xdg"), "XDG_CACHE_HOME": str(folder / "xdg"), "COLUMNS": "80"}
    env |= job.env
    for at, step in enumerate(job.steps, start=1):
        stdin = (folder / job.stdin).read_bytes() if job.stdin else b""
        try:
            code, output, errors = forker.run(list(step), stdin, env, str(folder), Limits(120))
        except subprocess.TimeoutExpired:
            code, output, errors = -99, b"", b"the job took too long\n"
        mark = f"{at}." if len(job.steps) > 1 else ""
        _keep(output, "", out / f"{mark}stdout", folder)
        _keep(errors, "", out / f"{mark}stderr", folder)
        (out / f"{mark}code").write_text(f"{code}\n")


def _keep(data: bytes, suffix: str, path: Path, folder: Path) -> None:
    """Write what a job wrote, without the name of its folder."""
    if suffix in _TEXT:
        data = data.replace(str(folder).encode(), b"<FOLDER>")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _state(folder: Path) -> dict[Path, tuple[int, int, int]]:
    found = {}
    for path in folder.rglob("*"):
        if path.is_file():
            stat = path.stat()
            found[path] = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
    return found


def _changed(before: dict[Path, tuple[int, int, int]], folder: Path) -> list[Path]:
    return sorted(path for path, state in _state(folder).items() if before.get(path) != state)


def _restore(before: dict[Path, tuple[int, int, int]], inputs: Path, folder: Path) -> bool:
    """Make the folder what it was; whether an input had to be copied again."""
    copied = False
    for path in _changed(before, folder):
        path.unlink()
    for path in before:
        if not path.exists():
            shutil.copy2(inputs / path.relative_to(folder), path)
            copied = True
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not (inputs / path.relative_to(folder)).exists():
            path.rmdir()
    return copied


# Diff


def diff(asked: argparse.Namespace) -> int:
    a, b = (json.loads((folder / "hashes.json").read_text(encoding="utf-8")) for folder in (asked.a, asked.b))
    common = sorted(name for name in a.keys() & b.keys() if asked.only in name)
    differing = [name for name in common if a[name] != b[name]]
    for at, name in enumerate(differing):
        files = sorted(file for file in a[name].keys() | b[name].keys() if a[name].get(file) != b[name].get(file))
        print(f"{name}: {', '.join(files)}")
        if at < asked.show:
            for file in files:
                _show(asked.a / name / file, asked.b / name / file, asked.lines)
    only = [name for name in a.keys() ^ b.keys() if asked.only in name]
    print(f"{len(differing)} of {len(common)} jobs differ" + (f"; {len(only)} jobs are in one only" if only else ""))
    return 1 if differing else 0


def _show(a: Path, b: Path, most: int) -> None:
    ours, theirs = _members(a), _members(b)
    for name in sorted(ours.keys() | theirs.keys()):
        old, new = ours.get(name), theirs.get(name)
        if old == new:
            continue
        label = f"{a.name}{'!' + name if name else ''}"
        lines = list(difflib.unified_diff(old or [], new or [], f"a/{label}", f"b/{label}", n=1, lineterm=""))
        if not lines:
            print(f"  {label}: {'is in one only' if None in (old, new) else 'differs in its line ends'}")
        for line in lines[:most]:
            print("  " + line[:400])
        if len(lines) > most:
            print(f"  … {len(lines) - most} lines more")


def _members(path: Path) -> dict[str, list[str]]:
    """The lines of a file, or of each member of an archive; XML with a tag a line."""
    if not path.exists():
        return {}
    data = path.read_bytes()
    if data[:2] == b"PK":
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                found = {name: list(_lines(archive.read(name), tags=True)) for name in archive.namelist()}
                packing = [
                    f"{i.filename} {i.date_time} {i.compress_type} {i.external_attr}" for i in archive.infolist()
                ]
                return {**found, "(packing)": packing}
        except zipfile.BadZipFile:
            pass
    return {"": list(_lines(data, tags=path.suffix in {".html", ".xml"}))}


def _lines(data: bytes, tags: bool) -> Iterator[str]:
    text = data.decode("utf-8", "backslashreplace")
    if tags:
        text = re.sub(r">(?=<)", ">\n", text)
    return iter(text.split("\n"))


if __name__ == "__main__":
    raise SystemExit(main())

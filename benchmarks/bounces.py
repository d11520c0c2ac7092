"""How fast bounces are read, and in how much memory: `python -m benchmarks.bounces`.

An mbox of 100,000 mails of 15 kB (1.5 GB) is written to a temporary folder, read by a process of its own, and
deleted. `--shapes` reads mails of 10 MB that are made to cost a careless reader minutes.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, NamedTuple

from benchmarks.bounce_shapes import MB, SHAPES
from benchmarks.table import Line, add_option, show

MOST_MIB = 200
"""What reading may take, however many messages there are."""
MOST_SECONDS = 5.0
"""What one mail of 10 MB may take."""
SIZE = 15_000

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
_OUTCOMES = (
    ("failed", "5.1.1", "smtp; 550 5.1.1 <{a}>: Recipient address rejected: User unknown in virtual mailbox table"),
    ("failed", "5.2.2", "smtp; 552 5.2.2 <{a}>: Quota exceeded (mailbox for user is full)"),
    ("failed", "4.4.1", "X-Postfix; connect to mx.example.go.th[203.0.113.5]:25: Connection timed out"),
    ("delayed", "4.7.1", "smtp; 451 4.7.1 Greylisting in action, please come back later"),
    ("delivered", "2.1.5", "smtp; 250 2.1.5 Ok"),
)


class Reading(NamedTuple):
    """What a process read, in which time and memory."""

    seconds: float
    mib: float
    said: str


def _filler(rng: random.Random, size: int) -> str:
    """The returned circular's attachment, as base64 looks."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    line = "".join(rng.choices(letters, k=76))
    return "".join(f"{line[at % 76 :]}{line[: at % 76]}\n" for at in range(size // 77))


def messages(count: int, size: int = SIZE, seed: int = 2569) -> Iterator[str]:
    """Mails as the circular of a round brings them back: of twenty three are free text, one an automatic reply, one
    ordinary, the others delivery status notifications."""
    rng = random.Random(seed)
    filler = _filler(rng, size)
    for number in range(count):
        address = f"saraban_06{rng.randrange(10, 97)}{rng.randrange(1, 25):02}{number % 100:02}@dla.go.th"
        returned = f"From: circular@opdc.example.go.th\nTo: {address}\nSubject: circular {number}\n\n"
        head = (
            f"From MAILER-DAEMON Mon Nov 23 08:15:30 2026\nReturn-Path: <>\n"
            f"Received: by mail.opdc.example.go.th (Postfix)\n\tid 4F{number:08X}; Mon, 23 Nov 2026 08:15:30 +0700\n"
            f"Date: Mon, 23 Nov 2026 08:15:{number % 60:02} +0700\nTo: circular@opdc.example.go.th\n"
        )
        sort = number % 20
        if sort < 3:
            mail = (
                f"{head}From: MAILER-DAEMON@mail.example.go.th\nSubject: failure notice\n\n"
                "Hi. This is the qmail-send program at mail.example.go.th.\n"
                "I'm afraid I wasn't able to deliver your message to the following addresses.\n\n"
                f"<{address}>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n"
                f"--- Below this line is a copy of the message.\n\n{returned}"
            )
        elif sort == 3:
            mail = (
                f"{head}From: {address}\nSubject: =?utf-8?b?4LiV4Lit4Lia4LiB4Lil4Lix4Lia?=\n"
                "Auto-Submitted: auto-replied\n\n"
            )
        elif sort == 4:
            head = head.replace("<>", f"<{address}>")
            mail = f"{head}From: {address}\nSubject: =?utf-8?b?4Liq4LmI4LiH4LmB4Lia4Lia?=\n\n"
        else:
            action, status, said = _OUTCOMES[number % 5]
            mail = (
                f"{head}From: MAILER-DAEMON@mail.opdc.example.go.th (Mail Delivery System)\n"
                "Subject: Undelivered Mail Returned to Sender\nMIME-Version: 1.0\n"
                'Content-Type: multipart/report; report-type=delivery-status;\n\tboundary="4F22.17/mail"\n\n'
                "This is a MIME-encapsulated message.\n\n--4F22.17/mail\nContent-Type: text/plain; charset=us-ascii\n\n"
                "This is the mail system at host mail.opdc.example.go.th.\n\nI'm sorry to have to inform you that your "
                f"message could not\nbe delivered.\n\n<{address}>: {said.format(a=address)}\n\n--4F22.17/mail\n"
                "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mail.opdc.example.go.th\n\n"
                f"Original-Recipient: rfc822;{address}\nFinal-Recipient: rfc822; {address}\nAction: {action}\n"
                f"Status: {status}\nDiagnostic-Code: {said.format(a=address)}\n\n--4F22.17/mail\n"
                f"Content-Type: message/rfc822\n\n{returned}"
            )
        yield mail + filler[: max(size - len(mail) - 2, 0)] + "\n\n"


def write_mbox(path: Path, count: int, size: int = SIZE) -> None:
    """Write so many mails, one after the other."""
    with path.open("w", encoding="ascii", newline="") as file:
        file.writelines(messages(count, size))


def read(path: Path) -> Reading:
    """Read a mailbox in a process of its own. Raises SystemExit where it fails."""
    with tempfile.TemporaryFile() as out:
        started = time.perf_counter()
        process = subprocess.Popen([sys.executable, "-c", _READ, path], stdout=out)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"reading {path.name} ended with {process.returncode}")
        mib = usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
        return Reading(seconds, mib, _text(out))


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode()


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
    """What reading a mailbox costs, and what the shapes cost; without a count the shapes alone, all of them."""
    if count:
        with tempfile.TemporaryDirectory(dir=folder) as made:
            path = Path(made) / "bounces.mbox"
            write_mbox(path, count)
            size, found = path.stat().st_size, read(path)
        job = f"{count:,} bounces of {SIZE // 1000} kB"
        figures = f"{found.seconds:.1f} s, {size / found.seconds / MB:.0f} MB/s"
        yield Line(f"read {job}", "–", f"{count / found.seconds:,.0f} messages/s", figures=figures)
        print(found.said, file=sys.stderr, end="")
        yield Line(f"peak memory, {job}", "–", f"{found.mib:.0f} MiB", f"<= {MOST_MIB} MiB", found.mib <= MOST_MIB)
    slowest = sorted(((seconds, name) for name, seconds in measure_shapes()), reverse=True)
    goal, (most, name) = f"<= {MOST_SECONDS:.0f} s", slowest[0]
    figures = f"{name}, the slowest of {len(slowest)}"
    yield Line("a mail of 10 MB made to cost much", "–", f"{most:.2f} s", goal, most <= MOST_SECONDS, figures)
    for seconds, name in slowest[1:5] if count else slowest[1:]:
        yield Line(f"10 MB: {name}", "–", f"{seconds:.2f} s", goal, seconds <= MOST_SECONDS, kept=False)


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

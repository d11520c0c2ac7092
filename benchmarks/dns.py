"""What asking DNS takes, against dnspython alone and email-validator: `python -m benchmarks.dns`.

All ask the same server on loopback (`dns_server.py`, a process of its own), which answers each question after 20 ms.
Runs alternate within one process, so that a busy machine weighs on all; the ratio is the median over the rounds.
Ours asks more: the canary before, SPF and DMARC besides MX, so `bare, MX` has one question a domain and `bare, all`
the same three. That it is no slower than a bare loop all the same is owed to our own reader of answers
(`dns_lookup/message.py`): with dnspython's in its place MX, SPF and DMARC took 2.25 times `bare, MX` (0.76 of
`bare, all`), MX alone 1.23 times, and the nationwide list 1/13 of email-validator.
"""

import argparse
import asyncio
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path
from statistics import median

import dns.asyncresolver
import dns.exception
import dns.resolver
from email_validator import EmailNotValidError, caching_resolver, validate_email

from benchmarks.nationwide import agencies
from benchmarks.table import Line, add_option, as_ratio, show
from saraban_check.checks.address_check import check_address
from saraban_check.dns_lookup.lookup import ask_dns
from saraban_check.dns_lookup.options import DnsOptions
from saraban_check.model.delivery import Reception

_HOST, _DELAY, _AT_A_TIME, _TIMEOUT = "127.0.0.1", 0.02, 50, 2.0
_REACH, _REACH_VALIDATOR = 1.3, 1 / 12


@contextmanager
def server(delay: float = _DELAY) -> Iterator[int]:
    """The port of a server that runs as long as the block."""
    command = [sys.executable, str(Path(__file__).with_name("dns_server.py")), str(delay)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield int(process.stdout.readline())
        process.stdin.close()


def names(count: int, silent: int = 0) -> list[str]:
    """So many names; of every ten the first `silent` are never answered."""
    return [f"{'silent' if index % 10 < silent else 'agency'}-{index}.go.th" for index in range(count)]


def ours(domains: Sequence[str], port: int, *, policies: bool = True) -> float:
    """How many seconds we take; all that can be answered must be."""
    options = DnsOptions(f"{_HOST}:{port}", _TIMEOUT, _AT_A_TIME, policies=policies)
    begun = time.perf_counter()
    answers = ask_dns(domains, options)
    took = time.perf_counter() - begun
    assert answers.not_checked is None
    for domain, answer in answers.by_domain.items():
        assert (answer.reception is Reception.CAN) is not domain.startswith("silent"), answer
    return took


def bare(domains: Sequence[str], port: int, *, policies: bool = False) -> float:
    """How many seconds dnspython's asynchronous resolver takes, so many domains at a time."""

    async def main() -> None:
        resolver = dns.asyncresolver.Resolver(configure=False)
        resolver.nameservers, resolver.port, resolver.lifetime = [_HOST], port, _TIMEOUT
        left = iter(domains)

        async def work() -> None:
            for domain in left:
                questions = [(domain, "MX")] + ([(domain, "TXT"), (f"_dmarc.{domain}", "TXT")] if policies else [])
                for name, kind in questions:
                    try:
                        await resolver.resolve(name, kind)
                    except dns.exception.Timeout:
                        break

        await asyncio.gather(*(work() for _ in range(_AT_A_TIME)))

    begun = time.perf_counter()
    asyncio.run(main())
    return time.perf_counter() - begun


def validator(addresses: Iterable[str], port: int) -> float:
    """How many seconds email-validator takes for the deliverability of addresses, with a cache."""
    asked = dns.resolver.Resolver(configure=False)
    asked.nameservers, asked.port = [_HOST], port
    resolver = caching_resolver(dns_resolver=asked)
    begun = time.perf_counter()
    for address in addresses:
        with suppress(EmailNotValidError):
            validate_email(address, check_deliverability=True, dns_resolver=resolver)
    return time.perf_counter() - begun


def rounds(times: int, *runs: Callable[[], float]) -> list[list[float]]:
    """The seconds of each run, taken in turn."""
    found: list[list[float]] = [[] for _ in runs]
    for _ in range(times):
        for took, run in zip(found, runs, strict=True):
            took.append(run())
    return found


def compared(job: str, mine: Sequence[float], floor: Sequence[float], against: str, reach: float | None = None) -> Line:
    """Medians and the median ratio, with the least and the greatest."""
    ratios = sorted(a / b for a, b in zip(mine, floor, strict=True))
    ratio, spread = median(ratios), f"{as_ratio(ratios[0])} – {as_ratio(ratios[-1])}"
    figures = f"{median(mine):.2f} s : {median(floor):.2f} s"
    goal, ok = ("", None) if reach is None else (as_ratio(reach, "<= "), ratio <= reach)
    return Line(job, against, as_ratio(ratio), goal, ok, figures, spread)


def measure_names(times: int, count: int) -> Iterator[Line]:
    domains = names(count)
    with server() as port:
        all_, mx, bare_mx, bare_all = rounds(
            times,
            lambda: ours(domains, port),
            lambda: ours(domains, port, policies=False),
            lambda: bare(domains, port),
            lambda: bare(domains, port, policies=True),
        )
    yield compared(f"DNS of {count:,} names: MX, SPF, DMARC", all_, bare_mx, "dnspython, MX", _REACH)
    yield compared(f"DNS of {count:,} names: MX", mx, bare_mx, "dnspython, MX", _REACH)
    yield compared(f"DNS of {count:,} names: MX, SPF, DMARC", all_, bare_all, "dnspython, all three")


def measure_nationwide(times: int) -> Iterator[Line]:
    rows = [row["address"] for row in agencies()]
    values = [check_address(address).verdict.value or "" for address in rows]
    domains = [value.rpartition("@")[2] for value in values if "@" in value]
    with server() as port:
        mine, theirs = rounds(times, lambda: ours(domains, port), lambda: validator(rows, port))
    job = f"DNS of {len(rows):,} addresses, {len(set(domains)):,} domains"
    yield compared(job, mine, theirs, "email-validator", _REACH_VALIDATOR)


def begun_all(domains: Sequence[str], port: int) -> tuple[float, float]:
    """After how many seconds the last domain was asked for, and after how many all is done."""
    begun, ends = time.perf_counter(), [0.0]

    def given() -> Iterator[str]:
        yield from domains
        ends[0] = time.perf_counter()

    ask_dns(given(), DnsOptions(f"{_HOST}:{port}", _TIMEOUT, _AT_A_TIME))
    return ends[0] - begun, time.perf_counter() - begun


def measure_silent(times: int, count: int) -> Iterator[Line]:
    """A tenth never answers: the rest may be later by no more than the time-out, which the last silent ones take."""
    rest, every, none = [], [], []
    with server() as port:
        for _ in range(times):
            last, end = begun_all(names(count, 1), port)
            rest.append(last)
            every.append(end)
            none.append(begun_all(names(count), port)[0])
    later = median(a - b for a, b in zip(rest, none, strict=True))
    whole = median(a - b for a, b in zip(every, none, strict=True))
    job, goal = f"DNS of {count:,} names, a tenth silent", f"<= + {_TIMEOUT:.0f} s"
    figures = f"{median(rest):.2f} s : {median(none):.2f} s"
    yield Line(f"{job}: the rest", "none silent", f"+ {later:.2f} s", goal, later <= _TIMEOUT, figures)
    figures = f"{median(every):.2f} s : {median(none):.2f} s"
    yield Line(f"{job}: all", "none silent", f"+ {whole:.2f} s", figures=figures)


def measure_memory(few: int, many: int) -> Iterator[Line]:
    """The peak of a process of its own for few and for many; what grows must be the answers alone."""
    peaks = []
    with server(0.0) as port:
        for count in (few, many):
            command = [sys.executable, "-m", "benchmarks.dns", "--peak", str(count), "--port", str(port)]
            peaks.append(float(subprocess.run(command, capture_output=True, check=True, encoding="ascii").stdout))
    each, figures = (peaks[1] - peaks[0]) * 1024 / (many - few), f"{peaks[1]:.0f} MiB : {peaks[0]:.0f} MiB"
    yield Line(f"peak memory, DNS of {many:,} names", f"of {few:,}", f"{each:.2f} KiB a name more", figures=figures)


def peak(count: int, port: int) -> None:
    """Ask for so many, and print the peak of this process in MiB."""
    answers = ask_dns((f"agency-{index}.go.th" for index in range(count)), DnsOptions(f"{_HOST}:{port}", 10.0))
    assert len(answers.by_domain) == count
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def main() -> int:
    """Print what asking takes."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.dns", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--names", type=int, default=5000)
    parser.add_argument("--only", choices=("names", "nationwide", "silent", "memory"))
    parser.add_argument("--peak", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, help=argparse.SUPPRESS)
    add_option(parser)
    wanted = parser.parse_args()
    if wanted.peak is not None:
        peak(wanted.peak, wanted.port)
        return 0
    parts = {
        "names": measure_names(wanted.rounds, wanted.names),
        "nationwide": measure_nationwide(wanted.rounds),
        "silent": measure_silent(wanted.rounds, wanted.names),
        "memory": measure_memory(wanted.names, 10 * wanted.names),
    }
    asked = parts if wanted.only is None else {wanted.only: parts[wanted.only]}
    return show(chain.from_iterable(asked.values()), wanted.record)


if __name__ == "__main__":
    sys.exit(main())

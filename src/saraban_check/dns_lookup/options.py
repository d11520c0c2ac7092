"""How DNS is to be asked."""

from pathlib import Path
from typing import NamedTuple

from ..model.errors import RequestError
from ..model.text import Text

LONGEST_TIMEOUT, MOST_CONCURRENCY = 60.0, 1000
_TIMEOUT = Text(
    "--timeout {found}: ใช้จำนวนวินาทีที่มากกว่า 0 ไม่เกิน 60", "--timeout {found}: give seconds, more than 0 and at most 60"
)
_CONCURRENCY = Text(
    "--concurrency {found}: ใช้จำนวนเต็ม 1 ถึง 1000", "--concurrency {found}: give a whole number, 1 to 1000"
)


class DnsOptions(NamedTuple):
    """`resolver` is HOST, HOST:PORT or [IPV6]:PORT; None for the system's. `timeout` is in seconds, for each question.

    `concurrency` is how many domains are asked for at a time: more than 50 only while answers come quickly; one that
    waits long hands its turn on. `cache` is the file in which answers are kept as long as they hold, made if need be;
    None for none. A file that is something else is left alone. With `policies` SPF and DMARC of the domains that can
    receive mail are asked for, too.
    """

    resolver: str | None = None
    timeout: float = 5.0
    concurrency: int = 50
    cache: Path | None = None
    policies: bool = True


class CacheNote(NamedTuple):
    """What became of the cache: it was damaged and thrown away, or else it cannot be used, or not all the time.

    With `is_other` the file is something else than a cache of ours, and was left alone.
    """

    thrown_away: bool
    file: Path
    is_other: bool = False


def read_dns_options(options: DnsOptions) -> DnsOptions:
    """The options, if they can be. Raises RequestError where one cannot."""
    if not 0 < options.timeout <= LONGEST_TIMEOUT:
        raise RequestError(_TIMEOUT, found=options.timeout)
    if not 1 <= options.concurrency <= MOST_CONCURRENCY:
        raise RequestError(_CONCURRENCY, found=options.concurrency)
    if options.resolver is not None:
        from .server import read_server

        read_server(options.resolver)
    return options

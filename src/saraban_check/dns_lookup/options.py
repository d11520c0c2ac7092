"""How DNS is to be asked."""

from pathlib import Path
from typing import NamedTuple


class DnsOptions(NamedTuple):
    """`resolver` is HOST, HOST:PORT or [IPV6]:PORT; None for the system's. `timeout` is in seconds, for each question.

    `concurrency` is how many domains are asked for at a time; one that waits long hands its turn on. `cache` is the
    file in which answers are kept as long as they hold; None for none. With `policies` SPF and DMARC of the domains
    that can receive mail are asked for, too.
    """

    resolver: str | None = None
    timeout: float = 5.0
    concurrency: int = 50
    cache: Path | None = None
    policies: bool = True


class CacheNote(NamedTuple):
    """What became of the cache, for the user; `is_detail`: only who wants to know everything need be told."""

    thrown_away: bool
    file: Path

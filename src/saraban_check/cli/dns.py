"""`--dns`: the options, the asking with its progress, and what is said of it on standard error.

Mail servers themselves are never probed (SMTP `RCPT TO`, `VRFY`): many accept everything and reject later, others
answer strangers with a lie, and whoever asks too often is put on a block list. DNS is all that is asked.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from ..dns_lookup.options import DnsOptions, read_dns_options
from ..model.delivery import DnsAnswers
from ..model.text import Text
from ..reports.escape import for_terminal
from .folders import PROGRAM, own_folder
from .language import LANG, t
from .progress import Progress
from .streams import say

if TYPE_CHECKING:
    from ..dns_lookup.options import CacheNote

_NAME = "dns-2.sqlite3"
"""The number goes up when what is kept changes: an older program must not take it for damage."""

_DAMAGED = Text(
    "{file}: คำตอบ DNS ที่เก็บไว้เสียหาย จึงลบทิ้ง ไม่มีผลต่อผลลัพธ์",
    "{file}: the answers of DNS kept there were damaged; they were thrown away, which changes no result",
)
_NOT_KEPT = Text(
    "{file}: เก็บคำตอบ DNS ไว้ที่นี่ไม่ได้ จึงถามใหม่ทั้งหมด", "{file}: answers of DNS cannot be kept here; all are asked anew"
)
_OTHER = Text(
    "{file}: ไม่ใช่ไฟล์ที่โปรแกรมนี้เก็บคำตอบ DNS จึงไม่แตะต้องและไม่เก็บคำตอบไว้ ย้ายหรือลบไฟล์นี้ หรือใช้ --no-cache",
    "{file}: this is no file of kept answers of DNS; it was left alone, and none are kept: move or delete it, or use "
    "--no-cache",
)


def dns_options(resolver: str | None, timeout: float, concurrency: int, no_cache: bool) -> DnsOptions:
    """What the options ask for. Raises RequestError where one cannot be."""
    return read_dns_options(DnsOptions(resolver, timeout, concurrency, None if no_cache else cache_file()))


def cache_file() -> Path | None:
    """Where answers are kept: in the platform's folder for what programs can do without; None where there is none."""
    try:
        return own_folder("XDG_CACHE_HOME", ".cache", platform_cache) / _NAME
    except RuntimeError:  # nobody's home
        return None


def platform_cache() -> Path:
    """The folder by platformdirs, which knows every platform."""
    from platformdirs import user_cache_path

    return user_cache_path(PROGRAM, appauthor=False)


def look_up_by(
    wanted: bool,
    resolver: str | None,
    timeout: float,
    concurrency: int,
    no_cache: bool,
    *,
    quiet: bool,
    verbose: bool,
    is_told: bool = False,
) -> Callable[[Iterable[str]], DnsAnswers] | None:
    """What is asked for the domains; None where `--dns` was not wanted.

    That DNS could not be checked is said on standard error, also with `--quiet`, as a gate may rest on it; not where
    the result itself tells it (`is_told`). Raises RequestError where an option cannot be, before anything is read.
    """
    if not wanted:
        return None
    options = dns_options(resolver, timeout, concurrency, no_cache)

    def ask(domains: Iterable[str]) -> DnsAnswers:
        answers = answers_of(domains, options, quiet=quiet, verbose=verbose)
        if answers.not_checked is not None and not is_told:
            say(for_terminal(answers.not_checked.say(LANG)))
        return answers

    return ask


def answers_of(domains: Iterable[str], options: DnsOptions, *, quiet: bool, verbose: bool) -> DnsAnswers:
    """Ask, and say what became of the cache, unless nothing is to be said."""
    wanted = dict.fromkeys(domain.lower() for domain in domains)

    def note(what: "CacheNote") -> None:
        if not quiet and (what.thrown_away or what.is_other or verbose):
            text = _DAMAGED if what.thrown_away else _OTHER if what.is_other else _NOT_KEPT
            say(for_terminal(text.say(LANG, file=what.file)))

    progress = Progress(quiet, t("กำลังถาม DNS", "asking DNS"))
    progress.total = len(wanted)
    progress.begin()  # the first answer may take a while
    try:
        from ..dns_lookup.lookup import ask_dns  # asyncio and dnspython take 60 ms

        return ask_dns(wanted, options, on_domains=progress.rows if progress.is_wanted else None, on_note=note)
    finally:
        progress.stop()

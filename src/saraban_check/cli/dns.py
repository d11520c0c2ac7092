"""`--dns`: the asking with its progress, and what is said of it on standard error.

Mail servers themselves are never probed (SMTP `RCPT TO`, `VRFY`): many accept everything and reject later, others
answer strangers with a lie, and whoever asks too often is put on a block list. DNS is all that is asked.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from ..dns_lookup.options import DnsOptions as LookupOptions
from ..dns_lookup.options import read_dns_options
from ..model.delivery import DnsAnswers
from ..model.text import Text
from ..reports.escape import for_terminal
from .folders import PROGRAM, own_folder
from .language import LANG, t
from .progress import Progress
from .streams import note, say

if TYPE_CHECKING:
    from ..dns_lookup.options import CacheNote
    from .options.dns import DnsOptions

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


def look_up_by(asked: "DnsOptions", *, verbose: bool, is_told: bool = False) -> Callable[[Iterable[str]], DnsAnswers]:
    """What is asked for the domains.

    That DNS could not be checked is said on standard error, also with `--quiet`, as a gate may rest on it; not where
    the result itself tells it (`is_told`). Raises RequestError where an option cannot be, before anything is read.
    """
    cache = None if asked.no_cache else cache_file()
    options = read_dns_options(LookupOptions(asked.resolver, asked.timeout, asked.concurrency, cache))

    def ask(domains: Iterable[str]) -> DnsAnswers:
        answers = _answers_of(domains, options, verbose=verbose)
        if answers.not_checked is not None and not is_told:
            say(for_terminal(answers.not_checked.say(LANG)))
        return answers

    return ask


def _answers_of(domains: Iterable[str], options: LookupOptions, *, verbose: bool) -> DnsAnswers:
    """Ask, and say what became of the cache."""
    wanted = dict.fromkeys(domain.lower() for domain in domains)

    def on_note(what: "CacheNote") -> None:
        if what.thrown_away or what.is_other or verbose:
            note(_DAMAGED if what.thrown_away else _OTHER if what.is_other else _NOT_KEPT, file=what.file)

    with Progress(t("กำลังถาม DNS", "asking DNS"), len(wanted)) as progress:
        progress.begin()  # the first answer may take a while
        from ..dns_lookup.lookup import ask_dns  # asyncio and dnspython take 60 ms

        return ask_dns(wanted, options, on_domains=progress.on_rows, on_note=on_note)

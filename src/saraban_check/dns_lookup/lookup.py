"""All domains of a run: the canary first, then each once, so many at a time, remembered as long as the answer holds."""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain

from ..model.delivery import DnsAnswers, DnsReason, DomainAnswer, Reception
from ..model.text import Text
from ..reference.domains import providers
from .asking import Asker
from .believed import believed_of
from .cache import Cache, open_cache
from .conclude import conclude, with_policies
from .names import name_to_ask
from .options import CacheNote, DnsOptions, read_dns_options
from .server import Server, read_server
from .servers import servers
from .turns import Turn, Turns

_NOT_CHECKED = Text("ไม่ได้ตรวจ DNS: เซิร์ฟเวอร์ DNS {odd}", "DNS was not checked: the DNS server {odd}")
_NO_SERVER = Text(
    "ไม่ได้ตรวจ DNS: เครื่องนี้ไม่ได้ตั้งเซิร์ฟเวอร์ DNS ระบุด้วย --resolver",
    "DNS was not checked: this machine has no DNS server set; name one with --resolver",
)
_NO_SUCH_SERVER = Text(
    "ไม่ได้ตรวจ DNS: ไม่พบเซิร์ฟเวอร์ DNS ชื่อ {server}", "DNS was not checked: there is no DNS server by the name {server}"
)
_NO_PROVIDER = Text(
    "ไม่ได้ตรวจ DNS: เซิร์ฟเวอร์ DNS ตอบว่า {domain} รับอีเมลไม่ได้ ซึ่งไม่น่าเป็นไปได้ ลองใช้เซิร์ฟเวอร์อื่นด้วย --resolver",
    "DNS was not checked: the DNS server says that {domain} receives no mail, which is not to be believed; try another "
    "with --resolver",
)
_PATIENCE, _LEAST_PATIENCE, _MOST_PATIENCE = 2.0, 0.05, 0.25
"""A turn lasts this many times as long as an answer usually takes, at least so many seconds, at most that share of
the time-out."""

_QUICK = 0.1
"""As long as a domain takes no more than this share of the time-out, more are asked for at a time."""


def ask_dns(
    domains: Iterable[str],
    options: DnsOptions | None = None,
    *,
    on_domains: Callable[[int], None] | None = None,
    on_note: Callable[[CacheNote], None] | None = None,
) -> DnsAnswers:
    """Ask DNS whether domains can receive mail, each domain once; what it says never proves delivery.

    The answers are by the domain in lower case, in the order of the domains. Before them the resolver is asked for a
    name that exists and for one that does not: where that goes wrong nothing else is asked, and `not_checked` says
    why. `on_domains` is told how many domains are done, `on_note` if the cache cannot be used.

    Raises RequestError where an option cannot be. Starts an event loop of its own, so it cannot be
    called from within one.
    """
    options = read_dns_options(options or DnsOptions())
    named = None if options.resolver is None else read_server(options.resolver)
    run = _Run(options, on_domains, on_note)
    asyncio.run(run.look_up(domains, named))  # returns nothing: asyncio writes a result out as text when it ends
    return _believable(run.answers)


def _believable(answers: DnsAnswers) -> DnsAnswers:
    """The answers, unless they would have it that a central provider receives no mail.

    Nearly all addresses are theirs. It is likelier that the server, in an office's own network, does not know them,
    and one wrong answer would fail thousands of agencies.
    """
    for domain in providers():
        answer = answers.by_domain.get(domain)
        if answer is not None and answer.receives_none:
            return DnsAnswers(not_checked=_NO_PROVIDER.fill(domain=domain))
    return answers


class _Run:
    def __init__(
        self,
        options: DnsOptions,
        on_domains: Callable[[int], None] | None,
        on_note: Callable[[CacheNote], None] | None,
    ) -> None:
        self._options = options
        self._on_domains = on_domains
        self._on_note = on_note
        self.answers = DnsAnswers()
        self._found: dict[str, DomainAnswer] = {}
        self._spelled: dict[str, str] = {}
        self._not_given: set[str] = set()
        self._done = 0
        self._asker: Asker
        self._cache: Cache | None = None
        self._deciding = Turns(options.concurrency, options.timeout * _QUICK)
        self._informing = Turns(options.concurrency, options.timeout * _QUICK)

    async def look_up(self, domains: Iterable[str], named: Server | None) -> None:
        """Ask, and keep the `answers`."""
        names = self._names(domains)
        first = next(names, None)
        if first is None:
            self.answers = self._answers()
            return
        chosen = await servers(named)
        if not chosen:
            self.answers = DnsAnswers(not_checked=_NO_SERVER if named is None else _NO_SUCH_SERVER.fill(server=named))
            return
        believed, odd = await believed_of(chosen, self._options.timeout)
        if not believed:
            self.answers = DnsAnswers(not_checked=_not_checked(odd))
            return
        self._asker = Asker(believed, self._options.timeout, self._options.concurrency)
        try:
            if self._options.cache is not None:
                self._cache = open_cache(self._options.cache, " ".join(map(str, believed)), self._on_note)
            await self._ask_all(chain((first,), names))
        finally:
            self._asker.close()
            if self._cache is not None:
                self._cache.close()
        self.answers = self._answers()

    async def _ask_all(self, names: Iterable[str]) -> None:
        async with asyncio.TaskGroup() as under_way:  # forgets each task when it is done
            for name in names:
                remembered = self._cache.get(name) if self._cache is not None else None
                if remembered is not None and not self._lacks_policies(remembered):
                    self._found[name] = remembered
                    self._count()
                    continue
                turn = await self._deciding.take(self._patience)
                under_way.create_task(self._ask_about(name, turn))

    def _names(self, domains: Iterable[str]) -> Iterator[str]:
        """The names to ask for, each once. Each domain gets its place here, so that the answers come in order."""
        spelled: dict[str, str] = {}
        not_given: set[str] = set()
        for given in domains:
            domain = given.lower()
            if domain in self._found:
                not_given.discard(domain)
                continue
            self._found[domain] = DomainAnswer(domain, Reception.UNKNOWN, DnsReason.NOT_A_NAME)
            name = name_to_ask(domain)
            if name == domain:
                yield name
            elif name is None:
                self._count()
            else:  # written with other letters than DNS has, or with the root's dot
                spelled[domain] = name
                if name not in self._found:
                    not_given.add(name)
                    self._found[name] = DomainAnswer(name, Reception.UNKNOWN, DnsReason.NOT_A_NAME)
                    yield name
        self._spelled, self._not_given = spelled, not_given

    async def _ask_about(self, name: str, turn: Turn) -> None:
        try:
            concluded = await conclude(self._asker, name)
            if self._options.policies and concluded.answer.reception is Reception.CAN:
                further = await self._informing.take(self._patience)
                turn.over()
                turn = further
                concluded = await with_policies(self._asker, concluded)
        finally:
            turn.over()
        self._found[name] = concluded.answer
        if self._cache is not None and concluded.ttl > 0:
            self._cache.put(concluded)
        self._count()

    def _lacks_policies(self, answer: DomainAnswer) -> bool:
        """Whether more is wanted of a domain than was asked for when the answer was remembered."""
        wanted = self._options.policies and answer.reception is Reception.CAN
        return wanted and (answer.spf is None or answer.dmarc is None)

    @property
    def _patience(self) -> float:
        """How long a turn lasts, in seconds."""
        most = self._options.timeout * _MOST_PATIENCE
        usual = self._asker.usual
        return most if usual is None else min(max(_PATIENCE * usual, _LEAST_PATIENCE), most)

    def _answers(self) -> DnsAnswers:
        for domain, name in self._spelled.items():
            self._found[domain] = self._found[name]._replace(domain=domain)
        for name in self._not_given:
            del self._found[name]
        return DnsAnswers(self._found)

    def _count(self) -> None:
        self._done += 1
        if self._on_domains is not None:
            self._on_domains(self._done)


def _not_checked(odd: Mapping[Server, Text]) -> Text:
    """Why no server can be asked, each named with what is odd about it; those with the same together."""
    by_text: dict[Text, list[str]] = {}
    for server, text in odd.items():
        by_text.setdefault(text, []).append(str(server))
    said = [(", ".join(named), text) for text, named in by_text.items()]
    return Text(
        _NOT_CHECKED.say("th", odd="; ".join(f"{named} {text.th}" for named, text in said)),
        _NOT_CHECKED.say("en", odd="; ".join(f"{named} {text.en}" for named, text in said)),
    )

"""DNS, asked of a real server on loopback: what it proves, what it does not, and what is never sent."""

import asyncio
import errno
import json
import os
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import dns.message
import dns.name
import dns.rcode
import dns.rdatatype
import dns.rrset
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.contract import by_contract
from tests.dns_server import RECEIVERS, Running, dns_server
from tests.support import CASES, read_cases, run

from saraban_check.cli.dns import cache_file, platform_cache
from saraban_check.dns_lookup.asking import Asker
from saraban_check.dns_lookup.cache import Cache, open_cache
from saraban_check.dns_lookup.connection import Socket, Waiting
from saraban_check.dns_lookup.lookup import ask_dns
from saraban_check.dns_lookup.names import name_to_ask
from saraban_check.dns_lookup.options import CacheNote, DnsOptions, read_dns_options
from saraban_check.dns_lookup.outcome import Concluded
from saraban_check.dns_lookup.question import question
from saraban_check.dns_lookup.reply import Kind, Reply, not_known, read_reply
from saraban_check.dns_lookup.server import Server, read_server
from saraban_check.dns_lookup.sockets import Sockets
from saraban_check.dns_lookup.turns import Turns
from saraban_check.model.delivery import DnsReason, DomainAnswer, Reception
from saraban_check.model.errors import RequestError

_CASES = CASES / "dns.csv"
_KNOWN = {True: "yes", False: "no", None: ""}
PATIENT, QUICK = 10.0, 0.4
"""Seconds that a question may take; quick where something never answers, and takes so long."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with dns_server(tmp_path_factory.mktemp("dns"), _CASES) as running:
        yield running


@pytest.fixture
def options(server: Running) -> DnsOptions:
    server.forget()
    return DnsOptions(server.address, timeout=PATIENT)


@pytest.fixture
def cached(options: DnsOptions, tmp_path: Path) -> DnsOptions:
    return options._replace(cache=tmp_path / "cache" / "dns.sqlite3")


def asked(server: Running) -> list[str]:
    """What the server was asked, without the canary."""
    canary = ("go.th NS ", *(f"{name} MX " for name in RECEIVERS))
    return [line for line in server.questions() if not line.startswith(canary) and len(line.partition(".")[0]) != 20]


# What is concluded


def test_what_dns_proves_of_each_domain(options: DnsOptions) -> None:
    cases = read_cases(_CASES)
    answers = ask_dns((case["domain"] for case in cases), options._replace(timeout=1.0))
    assert answers.not_checked is None
    for case in cases:
        answer = answers.by_domain[case["domain"].lower()]
        found = (answer.reception.value, answer.reason.value, " ".join(answer.mail_servers))
        assert found == (case["reception"], case["reason"], case["mail_servers"]), case["why"]
        assert (_KNOWN[answer.spf], _KNOWN[answer.dmarc]) == (case["spf"], case["dmarc"]), case["why"]
        assert answer.domain == case["domain"].lower()
    assert list(answers.by_domain) == [case["domain"].lower() for case in cases], "in the order of the domains"


def test_the_cases_have_every_outcome_and_every_reason() -> None:
    cases = read_cases(_CASES)
    assert {case["reception"] for case in cases} == {reception.value for reception in Reception}
    assert {case["reason"] for case in cases} == {reason.value for reason in DnsReason}


def test_each_domain_is_asked_for_once_however_it_is_written(server: Running, options: DnsOptions) -> None:
    done: list[int] = []
    spellings = ["ONE.go.th", "one.go.th", "one.go.th.", "ไทย.go.th", "xn--o3cw4h.go.th", "XN--O3CW4H.GO.TH"]
    answers = ask_dns(spellings, options, on_domains=done.append)
    assert [line for line in asked(server) if line.endswith(" MX udp")] == [
        "one.go.th MX udp",
        "xn--o3cw4h.go.th MX udp",
    ]
    assert list(answers.by_domain) == ["one.go.th", "one.go.th.", "ไทย.go.th", "xn--o3cw4h.go.th"]
    assert len({answer._replace(domain="") for answer in answers.by_domain.values()}) == 2
    assert done == [1, 2]


def test_where_there_is_nothing_to_ask_not_even_the_canary_is_sent(server: Running, options: DnsOptions) -> None:
    assert ask_dns([], options).by_domain == {}
    assert server.questions() == []


def test_what_is_not_given_is_not_answered(options: DnsOptions) -> None:
    assert list(ask_dns(["ไทย.go.th"], options).by_domain) == ["ไทย.go.th"]
    assert list(ask_dns(["ไทย.go.th", "xn--o3cw4h.go.th"], options).by_domain) == ["ไทย.go.th", "xn--o3cw4h.go.th"]


def test_spf_and_dmarc_are_asked_only_where_mail_can_be_received(server: Running, options: DnsOptions) -> None:
    ask_dns(["null.go.th", "silent.go.th", "gone.go.th"], options._replace(timeout=QUICK))
    assert not [line for line in asked(server) if " TXT " in line]
    answer = ask_dns(["one.go.th"], options._replace(policies=False)).by_domain["one.go.th"]
    assert answer.reception is Reception.CAN
    assert answer.spf is answer.dmarc is None
    assert not [line for line in asked(server) if " TXT " in line]


def test_what_no_public_dns_holds_is_never_sent(server: Running, options: DnsOptions) -> None:
    names = [
        "localhost",
        "a.local",
        "a.invalid",
        "a.test",
        "a.onion",
        "a.internal",
        "192.0.2.1",
        "::1",
        "",
        ".",
        "a..b.th",
    ]
    answers = ask_dns([*names, "x y.go.th", "a@b.th", "a\n.go.th", "a\0b.go.th", "é" * 300 + ".th"], options)
    assert {answer.reason for answer in answers.by_domain.values()} == {DnsReason.NOT_A_NAME}
    assert answers.not_checked is None
    assert server.questions() == [], "not even the canary"


def test_a_lost_packet_is_sent_again_and_a_long_answer_comes_over_tcp(server: Running, options: DnsOptions) -> None:
    ask_dns(["long.go.th"], options._replace(policies=False))
    assert asked(server) == ["long.go.th MX udp", "long.go.th MX tcp"]
    server.forget()
    ask_dns(["silent.go.th"], options._replace(timeout=QUICK))
    assert asked(server) == ["silent.go.th MX udp"] * 2


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_a_name_or_none(text: str) -> None:
    name = name_to_ask(text)
    if name is not None:
        assert name == name.lower()
        assert name.isascii()
        assert dns.name.from_text(name).to_text(omit_final_dot=True) == name
        assert name_to_ask(name) == name
        section = question(name, dns.rdatatype.MX).section
        assert section == dns.message.make_query(name, "MX").to_wire()[12:]


# The canary


@pytest.mark.parametrize(
    ("lies", "says"),
    [
        ("everything", "made up at random"),
        ("addresses", "made up at random"),
        ("nothing", "there is no go.th"),
        ("no-mail", "gmail.com has no mail server"),
        ("drop", "did not answer in time"),
        ("servfail", "SERVFAIL"),
        ("refused", "REFUSED"),
    ],
)
def test_who_cannot_be_believed_is_asked_nothing_else(tmp_path: Path, lies: str, says: str) -> None:
    with dns_server(tmp_path, _CASES, lies=lies) as liar:
        answers = ask_dns(["one.go.th"], DnsOptions(liar.address, QUICK, cache=tmp_path / "dns.sqlite3"))
        assert answers.not_checked is not None
        assert says in answers.not_checked.en
        assert liar.address in answers.not_checked.en
        assert liar.address in answers.not_checked.th
        assert answers.by_domain == {}
        assert asked(liar) == []
        assert not (tmp_path / "dns.sqlite3").exists()


def test_one_domain_that_has_mail_servers_is_enough(tmp_path: Path) -> None:
    """The other two are out of order, one of them without a word: nobody waits for it."""
    broken = dict(zip(RECEIVERS, ("!drop", "@", "!servfail"), strict=True))
    for good in RECEIVERS:
        cases = tmp_path / f"{good}.csv"
        zone = "".join(f"{name},,{how}\n" for name, how in broken.items() if name != good)
        cases.write_text("domain,asked,zone\none.go.th,,@ MX 10 mx.one.go.th.\n" + zone, encoding="utf-8")
        with dns_server(tmp_path, cases) as running:
            running.forget()
            answers = ask_dns(["one.go.th"], DnsOptions(running.address, PATIENT))
            assert answers.by_domain["one.go.th"].reason is DnsReason.MX
            assert len(running.questions()) == len(set(running.questions())), "nothing was sent again"


def test_where_none_of_them_answers_dns_is_not_checked(tmp_path: Path) -> None:
    cases = tmp_path / "cases.csv"
    zone = "".join(f"{name},,!servfail\n" for name in RECEIVERS)
    cases.write_text("domain,asked,zone\none.go.th,,@ MX 10 mx.one.go.th.\n" + zone, encoding="utf-8")
    with dns_server(tmp_path, cases) as running:
        not_checked = ask_dns(["one.go.th"], DnsOptions(running.address, PATIENT)).not_checked
    assert not_checked is not None
    assert "SERVFAIL" in not_checked.en


# Several servers


def among(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> None:
    """From here on these are the system's servers."""

    async def found(_: Server | None) -> tuple[Server, ...]:
        return tuple(map(read_server, addresses))

    monkeypatch.setattr("saraban_check.dns_lookup.lookup.servers", found)


@pytest.mark.parametrize("lies", ["nothing", "no-mail", "everything", "servfail", "drop"])
@pytest.mark.parametrize("is_first", [True, False])
def test_a_server_that_cannot_be_believed_is_not_asked_beside_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lies: str, is_first: bool
) -> None:
    """The good one loses the first question for each of these: the second is for whoever comes next."""
    names = [f"lost-{index}.go.th" for index in range(5)]
    cases = tmp_path / "cases.csv"
    zone = "".join(f"{name},,!drop-once | @ MX 10 mx.one.go.th.\n" for name in names)
    cases.write_text("domain,asked,zone\n" + zone, encoding="utf-8")
    (tmp_path / "liar").mkdir()
    with dns_server(tmp_path, cases) as good, dns_server(tmp_path / "liar", _CASES, lies=lies) as liar:
        both = (liar.address, good.address) if is_first else (good.address, liar.address)
        among(monkeypatch, *both)
        answers = ask_dns(names, DnsOptions(timeout=2.0, policies=False))
        assert answers.not_checked is None
        assert {answer.reason for answer in answers.by_domain.values()} == {DnsReason.MX}
        assert asked(liar) == []


def test_a_second_server_that_is_silent_holds_nobody_up(
    server: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with dns_server(tmp_path, _CASES, lies="drop") as silent:
        among(monkeypatch, server.address, silent.address)
        assert ask_dns(["one.go.th"], DnsOptions(timeout=PATIENT)).by_domain["one.go.th"].reason is DnsReason.MX
        assert len(silent.questions()) == 3 + len(RECEIVERS), "it was not waited for so long that they were sent again"


def test_where_none_can_be_believed_each_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "other").mkdir()
    with (
        dns_server(tmp_path, _CASES, lies="nothing") as one,
        dns_server(tmp_path / "other", _CASES, lies="drop") as two,
    ):
        among(monkeypatch, one.address, two.address)
        answers = ask_dns(["one.go.th"], DnsOptions(timeout=QUICK))
    assert answers.not_checked is not None
    assert answers.not_checked.en == (
        f"DNS was not checked: the DNS server {one.address} says that there is no go.th, which exists; "
        f"{two.address} did not answer in time"
    )
    assert one.address in answers.not_checked.th
    assert two.address in answers.not_checked.th
    assert answers.by_domain == {}


def test_answers_are_kept_under_the_servers_that_were_asked(
    server: Running, cached: DnsOptions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with dns_server(tmp_path, _CASES, lies="nothing") as liar:
        among(monkeypatch, liar.address, server.address)
        ask_dns(["one.go.th"], cached)
    server.forget()
    among(monkeypatch, server.address)
    assert ask_dns(["one.go.th"], cached).by_domain["one.go.th"].reason is DnsReason.MX
    assert asked(server) == []


def asker_of(*servers: str, timeout: float = PATIENT, concurrency: int = 4) -> Asker:
    return Asker(tuple(map(read_server, servers)), timeout, concurrency)


def test_who_waits_for_the_second_server_is_not_told_that_the_first_is_dead(tmp_path: Path) -> None:
    """Each refusal comes to a socket on which many others were sent, who are waiting for the second by then."""

    async def ask(address: str) -> list[Kind]:
        asker = asker_of("127.0.0.1:1", address)
        try:
            replies = await asyncio.gather(*(asker.ask("one.go.th", dns.rdatatype.MX) for _ in range(200)))
            more = [await asker.ask("one.go.th", dns.rdatatype.MX) for _ in range(5)]
        finally:
            asker.close()
        return [reply.kind for reply in (*replies, *more)]

    with dns_server(tmp_path, _CASES, delay=0.1) as good:
        assert set(asyncio.run(ask(good.address))) == {Kind.FOUND}


def test_a_late_refusal_of_the_first_server_does_not_end_the_waiting_for_the_second() -> None:
    async def main() -> None:
        first, second = Server("127.0.0.1", 1), Server("127.0.0.1", 2)
        refusal = not_known(DnsReason.SERVFAIL)
        waiting = Waiting(question("one.go.th", dns.rdatatype.MX))
        waiting.asking, waiting.reply = second, asyncio.get_running_loop().create_future()
        waiting.take(refusal, first)
        assert not waiting.reply.done()
        assert waiting.refusal == refusal, "it is what is known where the second says nothing at all"
        waiting.take(refusal, second)
        assert waiting.reply.result() == refusal
        waiting.reply = asyncio.get_running_loop().create_future()
        waiting.take(Reply(Kind.NO_NAME), first)
        assert waiting.reply.done(), "an answer is one, however late"

    asyncio.run(main())


@pytest.mark.parametrize("resolver", ["127.0.0.1:1", "[::1]:1", "no-such-host.invalid"])
def test_where_nobody_answers_dns_is_not_checked(resolver: str) -> None:
    answers = ask_dns(["one.go.th"], DnsOptions(resolver, QUICK))
    assert answers.not_checked is not None
    assert resolver in answers.not_checked.en
    assert answers.by_domain == {}


def test_without_any_resolver_dns_is_not_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    import dns.resolver

    def none(*_: Any, **__: Any) -> None:
        raise dns.resolver.NoResolverConfiguration

    monkeypatch.setattr(dns.resolver.Resolver, "__init__", none)
    answers = ask_dns(["one.go.th"], DnsOptions(timeout=QUICK))
    assert answers.not_checked is not None
    assert "--resolver" in answers.not_checked.th


# The options


@pytest.mark.parametrize(
    ("text", "server"),
    [
        ("9.9.9.9", Server("9.9.9.9", 53)),
        ("127.0.0.1:5353", Server("127.0.0.1", 5353)),
        ("::1", Server("::1", 53)),
        ("[2620:fe::fe]:5353", Server("2620:fe::fe", 5353)),
        ("[2620:fe::fe]", Server("2620:fe::fe", 53)),
        ("dns.example.go.th", Server("dns.example.go.th", 53)),
        (" dns:53 ", Server("dns", 53)),
    ],
)
def test_how_a_resolver_is_named(text: str, server: Server) -> None:
    assert read_server(text) == server
    assert read_server(str(server)) == server


_NO_RESOLVERS = ["", " ", ":53", "1.2.3.4:", "1.2.3.4:0", "1.2.3.4:65536", "1.2.3.4:๕๓", "1.2.3.4.5", "1.2.3.256", "-"]
_NO_RESOLVERS += ["[1.2.3.4]:53", "[::1", "a b", "https://9.9.9.9", "::1:99999999", "a/24", "1.2.3.0/24", "x:y", "a\nb"]


@pytest.mark.parametrize("text", _NO_RESOLVERS)
def test_what_no_resolver_can_be_is_refused(text: str) -> None:
    with pytest.raises(RequestError) as caught:
        ask_dns([], DnsOptions(text))
    assert "--resolver" in caught.value.say("th")


_NO_OPTIONS = [DnsOptions(timeout=seconds) for seconds in (0, -1, 61, float("nan"), float("inf"))]


@pytest.mark.parametrize("bad", [*_NO_OPTIONS, DnsOptions(concurrency=0), DnsOptions(concurrency=1001)])
def test_what_no_option_can_be_is_refused(bad: DnsOptions) -> None:
    with pytest.raises(RequestError):
        read_dns_options(bad)


@pytest.mark.parametrize("first", ["dead", "failing"])
def test_the_second_server_is_asked_where_the_first_cannot_answer(server: Running, tmp_path: Path, first: str) -> None:
    host, _, port = server.address.partition(":")
    good = Server(host, int(port))

    async def ask(bad: Server) -> Kind:
        asker = Asker((bad, good), 2.0, 4)
        try:
            return (await asker.ask("one.go.th", dns.rdatatype.MX)).kind
        finally:
            asker.close()

    if first == "dead":
        assert asyncio.run(ask(Server("127.0.0.1", 1))) is Kind.FOUND
        return
    with dns_server(tmp_path, _CASES, lies="servfail") as failing:
        assert asyncio.run(ask(Server(host, int(failing.address.partition(":")[2])))) is Kind.FOUND


def test_many_answers_are_never_written_out_as_text(options: DnsOptions, monkeypatch: pytest.MonkeyPatch) -> None:
    """asyncio does so with what a main task returns: as much memory again as the answers take."""

    def refuse(self: object) -> str:
        raise AssertionError("written out")

    with monkeypatch.context() as patched:
        patched.setattr(DomainAnswer, "__repr__", refuse)
        assert ask_dns(["one.go.th"], options).by_domain["one.go.th"].reason is DnsReason.MX


# Messages


_LABEL = st.sampled_from([b"a", b"bb", b"mail", b"go", b"th", b"A", b"x y", b"\xff\0", b"a" * 63])
_NAME = st.lists(_LABEL, min_size=0, max_size=3).map(lambda labels: dns.name.Name((*labels, b"")))
_ASKED = "one.go.th"


@st.composite
def messages(draw: st.DrawFn) -> tuple[str, bytes]:
    """A message as a server may send it, and the type that it was asked for."""
    kind = draw(st.sampled_from(["MX", "TXT", "A"]))
    query = dns.message.make_query(_ASKED, kind, use_edns=0)
    reply = dns.message.make_response(query)
    reply.set_rcode(dns.rcode.Rcode.make(draw(st.sampled_from([0, 0, 0, 3, 2, 5, 16]))))
    owners = st.one_of(st.just(dns.name.from_text(_ASKED)), _NAME)
    owner = dns.name.from_text(_ASKED)
    for _ in range(draw(st.integers(0, 2))):
        target = draw(owners)
        reply.answer.append(dns.rrset.from_text(owner, draw(st.integers(0, 9)), "IN", "CNAME", target.to_text()))
        if target == owner:
            break
        owner = target
    for _ in range(draw(st.integers(0, 2))):
        texts: dict[str, Callable[[], str]] = {
            "MX": lambda: f"{draw(st.integers(0, 65535))} {draw(_NAME).to_text()}",
            "TXT": lambda: " ".join(
                f'"{text}"' for text in draw(st.lists(st.sampled_from(["", "v=spf1", "x" * 200]), min_size=1))
            ),
            "A": lambda: "192.0.2.1",
        }
        data = texts[kind]()
        reply.answer.append(
            dns.rrset.from_text(draw(st.sampled_from([owner, draw(owners)])), draw(st.integers(0, 9)), "IN", kind, data)
        )
    if draw(st.booleans()):
        least = draw(st.integers(0, 9))
        reply.authority.append(
            dns.rrset.from_text("go.th.", draw(st.integers(0, 9)), "IN", "SOA", f"a. b. 1 2 3 4 {least}")
        )
    return kind, reply.to_wire(max_size=65535)


@settings(deadline=None)
@given(messages())
def test_an_answer_is_read_as_dnspython_reads_it(case: tuple[str, bytes]) -> None:
    kind, wire = case
    rdtype = dns.rdatatype.from_text(kind)
    reply = read_reply(wire, question(_ASKED, rdtype))
    message = dns.message.from_wire(wire)
    assert isinstance(message, dns.message.QueryMessage)
    assert reply is not None
    if message.rcode() not in (0, 3):
        assert reply.kind is Kind.NOT_KNOWN
        return
    try:
        chain = message.resolve_chaining()
    except dns.message.ChainTooLong:
        assert reply.kind is Kind.NOT_KNOWN
        return
    except dns.message.AnswerForNXDOMAIN:
        assert reply.kind is Kind.NOT_KNOWN
        return
    if chain.answer is None and chain.cnames and not message.rcode() and not message.authority:
        assert reply.kind is Kind.NOT_KNOWN, "nobody says that what the alias stands for has nothing"
        return
    if chain.answer is None:
        assert reply.kind is (Kind.NO_NAME if message.rcode() else Kind.NO_DATA)
        assert reply.ttl <= (chain.minimum_ttl if message.authority else 0)
        if message.authority and chain.canonical_name.is_subdomain(message.authority[0].name):
            assert reply.ttl == chain.minimum_ttl
        return
    assert reply.kind is Kind.FOUND
    if kind == "MX":
        hosts = {
            (mx.preference, mx.exchange.to_text(omit_final_dot=True).lower().removesuffix(".")) for mx in chain.answer
        }
        assert {(server.preference, server.host) for server in reply.servers} == hosts
    if kind == "TXT":
        assert set(reply.texts) == {b"".join(txt.strings) for txt in chain.answer}
    assert reply.ttl <= chain.minimum_ttl


@settings(deadline=None)
@given(messages(), st.data())
def test_a_damaged_message_never_raises(case: tuple[str, bytes], data: st.DataObject) -> None:
    kind, wire = case
    at = data.draw(st.integers(0, len(wire) - 1))
    spoiled = wire[:at] + data.draw(st.binary(max_size=4)) + wire[at + data.draw(st.integers(0, 4)) :]
    read_reply(spoiled, question(_ASKED, dns.rdatatype.from_text(kind)))


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_an_answer_or_none(data: bytes) -> None:
    asked = question(_ASKED, dns.rdatatype.MX)
    read_reply(data, asked)
    read_reply(b"\0\0\x81\x80\0\1\0\2\0\1\0\0" + asked.section + data, asked)


def test_a_name_that_points_at_itself_ends() -> None:
    asked = question(_ASKED, dns.rdatatype.MX)
    at = 12 + len(asked.section)
    loop = bytes((0xC0 | at >> 8, at & 0xFF))
    record = loop + b"\0\x0f\0\1\0\0\0\1\0\4\0\1" + loop
    assert read_reply(b"\0\0\x81\x80\0\1\0\1\0\0\0\0" + asked.section + record, asked) is None


# Turns


def test_who_waits_long_hands_its_turn_on_and_waits_on() -> None:
    async def main() -> list[str]:
        turns, done = Turns(1, 1.0), []

        async def wait(name: str, event: asyncio.Event) -> None:
            turn = await turns.take(0.01)
            await event.wait()
            turn.over()
            turn.over()
            done.append(name)

        never, at_once = asyncio.Event(), asyncio.Event()
        at_once.set()
        slow = asyncio.create_task(wait("slow", never))
        await asyncio.wait_for(wait("quick", at_once), 30)
        never.set()
        await slow
        first = await turns.take(30)
        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(turns.take(30), 0.05)
        first.over()
        return done

    assert asyncio.run(main()) == ["quick", "slow"]


def test_those_that_never_answer_do_not_hold_up_the_others(tmp_path: Path) -> None:
    """39 that never answer, two at a time: if each kept its turn, it would be asked for twice before the next but one.

    The order in the server's log tells: a busy machine changes it little, whatever time it takes.
    """
    names = [f"{'silent' if index % 10 else 'quick'}-{index}.go.th" for index in range(44)]
    cases = tmp_path / "cases.csv"
    zone = "".join(f"{name},,{'!drop' if 'silent' in name else '@ MX 1 mx.one.go.th.'}\n" for name in names)
    cases.write_text("domain,asked,zone\n" + zone, encoding="utf-8")
    with dns_server(tmp_path, cases) as running:
        answers = ask_dns(names, DnsOptions(running.address, 1.0, 2)).by_domain
        lines = [line.partition(" ")[0] for line in running.questions() if line.startswith("silent-")]
    assert {a.reason for d, a in answers.items() if "silent" in d} == {DnsReason.TIMEOUT}
    assert {a.reason for d, a in answers.items() if "quick" in d} == {DnsReason.MX}
    first = [at for at, name in enumerate(lines) if name not in lines[:at]]
    again = {name: at for at, name in enumerate(lines) if name in lines[:at]}
    assert len(first) == 39
    passed = [at < again.get(lines[earlier], 0) for earlier, at in zip(first, first[2:], strict=False)]
    assert passed.count(True) > 20


def test_more_are_asked_for_at_a_time_as_long_as_they_are_over_quickly() -> None:
    async def under_way(turns: Turns, patience: float) -> int:
        """How many turns can be had at once."""
        held = []
        try:
            while True:
                held.append(await asyncio.wait_for(turns.take(patience), 0.05))
        except TimeoutError:
            return len(held)
        finally:
            for turn in held:
                turn.over()

    async def main() -> None:
        turns = Turns(120, 60.0)
        assert [await under_way(turns, 60.0) for _ in range(4)] == [50, 100, 120, 120]
        slow = Turns(120, 0.0)
        assert [await under_way(slow, 60.0) for _ in range(2)] == [50, 50]
        few = Turns(3, 60.0)
        assert [await under_way(few, 60.0) for _ in range(2)] == [3, 3]

    asyncio.run(main())


# Sockets


def opened(monkeypatch: pytest.MonkeyPatch, most: int | None = None) -> list[int]:
    """How many sockets are open after each that is opened from here on; of more than `most` the system gives none."""
    counts, alive = [], [0]
    make, lose = Sockets._new, Socket.connection_lost

    async def new(self: Sockets) -> Socket:
        if most is not None and alive[0] >= most:
            await asyncio.sleep(0)
            raise OSError(errno.EMFILE, "Too many open files")
        alive[0] += 1
        counts.append(alive[0])
        return await make(self)

    def lost(self: Socket, error: Exception | None) -> None:
        alive[0] -= 1
        lose(self, error)

    monkeypatch.setattr(Sockets, "_new", new)
    monkeypatch.setattr(Socket, "connection_lost", lost)
    return counts


def ask_often(server: Running, times: int, concurrency: int) -> set[Kind]:
    """What came of questions, 50 at once: more would be lost in the server's buffer."""

    async def ask() -> set[Kind]:
        asker, kinds = asker_of(server.address, concurrency=concurrency), set()
        try:
            for _ in range(0, times, 50):
                for reply in await asyncio.gather(*(asker.ask("one.go.th", dns.rdatatype.MX) for _ in range(50))):
                    kinds.add(reply.kind)
        finally:
            asker.close()
        return kinds

    return asyncio.run(ask())


def test_however_many_ask_at_once_no_more_sockets_are_opened(server: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    counts = opened(monkeypatch)
    assert ask_often(server, 200, 20) == {Kind.FOUND}
    assert max(counts) <= 20
    counts.clear()
    assert ask_often(server, 200, 5) == {Kind.FOUND}
    assert max(counts) <= 5 + 5, "and those that were retired"


def test_a_port_is_used_for_about_a_hundred_questions(server: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    counts = opened(monkeypatch)

    async def ask() -> list[int]:
        sockets = Sockets(read_server(server.address), 2, choose=lambda _: 0)
        asked_by: dict[Socket, int] = {}
        for _ in range(450):
            socket = await sockets.socket(PATIENT)
            waiting = Waiting(question("one.go.th", dns.rdatatype.MX))
            waiting.asking, waiting.reply = sockets.server, asyncio.get_running_loop().create_future()
            socket.forget(socket.send(waiting))
            asked_by[socket] = asked_by.get(socket, 0) + 1
        sockets.close()
        return list(asked_by.values())

    assert max(asyncio.run(ask())) == 100
    assert len(counts) >= 5
    assert max(counts) <= 4, "and those that are about to close"


@pytest.mark.parametrize("most", [1, 3])
def test_where_the_system_gives_few_sockets_all_is_asked(
    server: Running, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    counts = opened(monkeypatch, most)
    assert ask_often(server, 250, 1000) == {Kind.FOUND}
    assert max(counts) == most


def test_where_the_system_gives_no_socket_nothing_is_concluded(
    server: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(monkeypatch, 0)
    answers = ask_dns(["one.go.th", "gone.go.th"], DnsOptions(server.address, QUICK))
    assert answers.not_checked is not None


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit")
def test_few_open_files_change_no_result(tmp_path: Path) -> None:
    def limit() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_NOFILE, (48, 48))

    names = [f"d{index}.go.th" for index in range(400)]
    cases = tmp_path / "cases.csv"
    zone = "".join(f"{name},,@ MX 1 mx.one.go.th.{' | !truncate MX' * (name[-1] == '7')}\n" for name in names)
    cases.write_text("domain,asked,zone\n" + zone, encoding="utf-8")
    with dns_server(tmp_path, cases) as running:
        asking = ("--dns", "--resolver", running.address, "--timeout", "10", "--concurrency", "100", "--no-cache")
        text = "".join(f"saraban@{name}\n" for name in names)
        done = run("address", "-", *asking, "--format", "json", stdin=text, before=limit)
    assert done.stderr == ""
    assert {one["dns"]["reason"] for one in json.loads(done.stdout)} == {"mx"}


# The cache


def test_a_second_run_asks_nothing_but_the_canary(server: Running, cached: DnsOptions) -> None:
    domains = ["one.go.th", "gone.go.th", "null.go.th", "nothing.go.th", "v4.go.th"]
    first = ask_dns(domains, cached)
    assert asked(server)
    server.forget()
    assert ask_dns(domains, cached) == first
    assert asked(server) == []
    assert 3 < len(server.questions()) <= 3 + len(RECEIVERS)


def test_what_is_not_known_or_does_not_hold_is_asked_anew(server: Running, cached: DnsOptions) -> None:
    domains = ["silent.go.th", "failing.go.th", "refusing.go.th", "garbled.go.th", "no-text.go.th", "short.go.th"]
    hasty = cached._replace(timeout=QUICK)
    ask_dns([*domains, "unsigned.go.th"], hasty)
    server.forget()
    ask_dns([*domains, "unsigned.go.th"], hasty)
    assert {line.partition(" ")[0] for line in asked(server) if " MX " in line} == {*domains, "unsigned.go.th"}


def test_answers_of_one_resolver_are_not_used_for_another(server: Running, cached: DnsOptions, tmp_path: Path) -> None:
    ask_dns(["one.go.th"], cached)
    cases = tmp_path / "other.csv"
    cases.write_text("domain,asked,zone\none.go.th,,@ MX 0 .\n", encoding="utf-8")
    with dns_server(tmp_path, cases) as other:
        answer = ask_dns(["one.go.th"], cached._replace(resolver=other.address)).by_domain["one.go.th"]
        assert answer.reason is DnsReason.NULL_MX
    assert ask_dns(["one.go.th"], cached).by_domain["one.go.th"].reason is DnsReason.MX


def test_more_is_asked_where_less_was_remembered(cached: DnsOptions) -> None:
    ask_dns(["one.go.th"], cached._replace(policies=False))
    assert ask_dns(["one.go.th"], cached).by_domain["one.go.th"].spf is True


def test_an_answer_holds_as_long_as_it_says_and_no_longer(cached: DnsOptions) -> None:
    assert cached.cache is not None
    ask_dns(["one.go.th", "gone.go.th"], cached)
    resolver = cached.resolver or ""

    now, at = time.time(), 0.0
    cache = Cache(cached.cache, resolver, clock=lambda: now + at)
    for at, holds in ((100, True), (400, False), (-100, False), (100, True)):  # noqa: B007  (the clock reads it)
        found = [cache.get(domain) is not None for domain in ("one.go.th", "gone.go.th")]
        assert found == [holds] * 2, "neither too old, nor from the future: then the clock was set back"
    cache.close()
    for later in (-100, 400):  # what does not hold is not even kept
        Cache(cached.cache, resolver, clock=lambda later=later: now + later).close()  # type: ignore[misc]
        with sqlite3.connect(cached.cache) as database:
            assert database.execute("SELECT count(*) FROM answers").fetchone() == (0,)
        database.close()


@pytest.mark.parametrize("how", ["cut", "empty", "columns", "values"])
def test_a_damaged_cache_is_thrown_away_with_a_note(server: Running, cached: DnsOptions, how: str) -> None:
    assert cached.cache is not None
    first = ask_dns(["one.go.th", "gone.go.th"], cached)
    if how == "cut":
        cached.cache.write_bytes(cached.cache.read_bytes()[:4096] + b"\xff" * 4096)
    elif how == "empty":
        cached.cache.write_bytes(b"")
    else:
        with sqlite3.connect(cached.cache) as database:
            if how == "columns":
                database.execute("DROP TABLE answers")
                database.execute("CREATE TABLE answers (x)")
            else:
                database.execute("UPDATE answers SET reason = 'nonsense', mail_servers = x'00ff'")
        database.close()
    notes: list[CacheNote] = []
    assert ask_dns(["one.go.th", "gone.go.th"], cached, on_note=notes.append) == first
    assert notes == ([] if how == "empty" else [CacheNote(True, cached.cache)])
    ask_dns(["one.go.th"], cached)
    server.forget()
    assert ask_dns(["one.go.th"], cached).by_domain["one.go.th"].reason is DnsReason.MX
    assert asked(server) == [], "it is whole again"


@pytest.mark.parametrize("size", [1, 5, 60, 99, 100, 5000])
def test_a_file_that_is_something_else_is_left_alone(options: DnsOptions, tmp_path: Path, size: int) -> None:
    file = tmp_path / "notes.txt"
    file.write_bytes(b"n" * size)
    other_is_left_alone(options, file)


@pytest.mark.parametrize("name", ["answers", "bookmarks"])
def test_a_database_of_another_program_is_left_alone(options: DnsOptions, tmp_path: Path, name: str) -> None:
    file = tmp_path / "bookmarks.sqlite"
    with sqlite3.connect(file) as database:
        database.execute(f"CREATE TABLE {name} (x)")
    database.close()
    other_is_left_alone(options, file)
    file.write_bytes(file.read_bytes()[:4000] + b"\xff" * 5000)  # nor is it thrown away where it is damaged
    other_is_left_alone(options, file)


def other_is_left_alone(options: DnsOptions, file: Path) -> None:
    held = file.read_bytes()
    notes: list[CacheNote] = []
    answers = ask_dns(["one.go.th"], options._replace(cache=file), on_note=notes.append)
    assert answers.by_domain["one.go.th"].reason is DnsReason.MX
    assert notes == [CacheNote(False, file, is_other=True)]
    assert file.read_bytes() == held
    assert [path.name for path in file.parent.iterdir() if path.name != "questions.log"] == [file.name]


def test_a_cache_that_somebody_else_holds_is_not_thrown_away(
    cached: DnsOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cached.cache is not None
    ask_dns(["one.go.th", "gone.go.th"], cached)
    held = cached.cache.read_bytes()
    monkeypatch.setattr("saraban_check.dns_lookup.cache._BUSY", 0.01)
    notes: list[CacheNote] = []
    cache = Cache(cached.cache, cached.resolver or "", notes.append)
    other = sqlite3.connect(cached.cache, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert cache.get("one.go.th") is None
    other.execute("ROLLBACK")
    assert cache.get("gone.go.th") is None, "it is waited for once, not for each domain"
    assert notes == [CacheNote(False, cached.cache)]
    cache.put(Concluded(DomainAnswer("v4.go.th", Reception.CAN, DnsReason.ADDRESS_ONLY), 300))
    cache.close()
    with sqlite3.connect(cached.cache) as database:
        assert database.execute("SELECT count(*) FROM answers").fetchone() == (3,), "what is new is kept all the same"
    database.close()

    other.execute("BEGIN EXCLUSIVE")
    notes.clear()
    assert open_cache(cached.cache, cached.resolver or "", notes.append) is None
    other.close()
    assert notes == [CacheNote(False, cached.cache)]
    assert cached.cache.read_bytes()[:100] != b""
    assert len(cached.cache.read_bytes()) == len(held)


def test_where_nothing_can_be_kept_all_is_asked(options: DnsOptions, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    (tmp_path / "folder" / "dns.sqlite3").mkdir(parents=True)
    for cache in (tmp_path / "file" / "dns.sqlite3", tmp_path / "folder" / "dns.sqlite3"):
        notes: list[CacheNote] = []
        answers = ask_dns(["one.go.th"], options._replace(cache=cache), on_note=notes.append)
        assert answers.by_domain["one.go.th"].reason is DnsReason.MX
        assert notes == [CacheNote(False, cache, is_other=cache.is_dir())]


def test_two_runs_at_once_keep_the_answers_of_both(server: Running, tmp_path: Path) -> None:
    import subprocess

    from tests.support import COMMAND, environment

    env = environment({"XDG_CACHE_HOME": str(tmp_path)})
    domains = ["one.go.th", "plain.go.th", "mixed.go.th", "v4.go.th", "null.go.th", "gone.go.th"]
    runs = [
        subprocess.Popen(
            [*COMMAND, "address", f"saraban@{domain}", "--dns", "--resolver", server.address, "-v", "--lang", "en"],
            env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8",
        )
        for domain in domains
    ]  # fmt: skip
    assert [process.communicate(timeout=60)[1] for process in runs] == [""] * len(domains)
    server.forget()
    ask_dns(domains, DnsOptions(server.address, QUICK, cache=tmp_path / "saraban-check" / "dns-2.sqlite3"))
    assert asked(server) == []


@pytest.mark.skipif(sys.platform != "linux", reason="the short way is taken on Linux only")
@pytest.mark.parametrize("base", ["", " ", "/tmp/x", "relative"])
def test_the_cache_is_where_platformdirs_says(monkeypatch: pytest.MonkeyPatch, base: str) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", base)
    assert cache_file() == platform_cache() / "dns-2.sqlite3"


# The command


@pytest.fixture
def address(server: Running) -> Callable[..., Any]:
    def check(domain: str, *args: str, **how: Any) -> Any:
        seconds = QUICK if domain == "silent.go.th" else PATIENT
        asking = ("--dns", "--resolver", server.address, "--timeout", str(seconds))
        return run("address", f"saraban@{domain}", *asking, "--lang", "en", *args, **how)

    return check


@pytest.mark.parametrize(
    ("domain", "code", "says"),
    [
        (
            "one.go.th",
            0,
            ["can receive mail", "which does not prove", "mx1.one.go.th, mx2.one.go.th", "SPF: yes · DMARC: yes"],
        ),
        ("v4.go.th", 0, ["can receive mail", "no MX, but an address", "SPF: no · DMARC: no"]),
        ("gone.go.th", 1, ["cannot receive mail", "no such domain", "To mend"]),
        ("null.go.th", 1, ["cannot receive mail", "null MX", "To mend"]),
        ("nothing.go.th", 1, ["cannot receive mail", "neither a mail server nor an address"]),
        ("silent.go.th", 0, ["not known whether", "did not answer in time"]),
        ("failing.go.th", 0, ["not known whether", "SERVFAIL"]),
    ],
)
def test_the_screen_says_what_dns_says_and_the_exit_code_what_it_proves(
    address: Callable[..., Any], domain: str, code: int, says: list[str]
) -> None:
    done = address(domain)
    assert done.returncode == code
    assert done.stderr == ""
    assert done.stdout.startswith("✗ correct, but" if code else "✓ can be used"), "what DNS says changes no verdict"
    for text in says:
        assert text in " ".join(done.stdout.split())
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_the_screen_in_thai(address: Callable[..., Any]) -> None:
    done = address("gone.go.th", "--lang", "th")
    assert "รับอีเมลไม่ได้ตามข้อมูล DNS: ไม่มีโดเมนนี้" in done.stdout


@pytest.mark.parametrize("domain", ["one.go.th", "gone.go.th", "silent.go.th"])
def test_the_json_has_what_dns_says(address: Callable[..., Any], domain: str) -> None:
    (found,) = by_contract("address", address(domain, "--format", "json").stdout)
    assert found.dns is not None
    assert found.dns.domain == domain
    assert found.correct is True
    (found,) = by_contract("address", run("address", f"saraban@{domain}", "--format", "json").stdout)
    assert found.dns is None


def test_several_addresses_are_asked_for_once_each(server: Running) -> None:
    server.forget()
    text = "saraban@one.go.th\nSARABAN@ONE.GO.TH\n-\nxyz\nsaraban@null.go.th\n"
    done = run("address", "-", "--dns", "--resolver", server.address, "--format", "json", "--no-cache", stdin=text)
    found = [None if one["dns"] is None else one["dns"]["reason"] for one in json.loads(done.stdout)]
    assert found == ["mx", "mx", None, None, "null-mx"]
    assert [line for line in asked(server) if " MX " in line] == ["one.go.th MX udp", "null.go.th MX udp"]


def test_a_resolver_that_lies_is_named_once_and_changes_nothing(tmp_path: Path) -> None:
    with dns_server(tmp_path, _CASES, lies="everything") as liar:
        asking = ("--dns", "--resolver", liar.address, "--lang", "en")
        done = run("address", "saraban@gone.go.th", "saraban@null.go.th", *asking)
        assert done.returncode == 0
        assert done.stderr.count("DNS was not checked") == 1
        assert liar.address in done.stderr
        assert "DNS" not in done.stdout
        assert "not checked" in run("address", "saraban@gone.go.th", *asking, "-q").stderr, "a gate may rest on it"


@pytest.mark.parametrize(
    "args", [("--resolver", "a b"), ("--timeout", "0"), ("--timeout", "x"), ("--concurrency", "0")]
)
def test_an_option_that_cannot_be_ends_with_one_sentence(args: tuple[str, str]) -> None:
    done = run("address", "saraban@one.go.th", "--dns", *args, "--lang", "en")
    assert done.returncode == 2
    assert args[0] in done.stderr
    assert "Traceback" not in done.stderr


def test_no_cache_neither_reads_nor_writes(address: Callable[..., Any], server: Running, tmp_path: Path) -> None:
    env = {"XDG_CACHE_HOME": str(tmp_path)}
    address("one.go.th", "--no-cache", env=env)
    assert list(tmp_path.iterdir()) == []
    address("one.go.th", env=env)
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["dns-2.sqlite3"]
    server.forget()
    address("one.go.th", env=env)
    assert asked(server) == []
    address("one.go.th", "--no-cache", env=env)
    assert asked(server)


def test_what_becomes_of_the_cache_is_said(address: Callable[..., Any], tmp_path: Path) -> None:
    file = tmp_path / "saraban-check" / "dns-2.sqlite3"
    file.parent.mkdir()
    file.write_text("a letter", encoding="utf-8")
    done = address("one.go.th", env={"XDG_CACHE_HOME": str(tmp_path)})
    assert done.returncode == 0
    assert str(file) in done.stderr
    assert "left alone" in done.stderr
    assert "--no-cache" in done.stderr
    assert done.stderr.count("\n") == 1
    assert file.read_text(encoding="utf-8") == "a letter"
    file.unlink()
    assert address("one.go.th", env={"XDG_CACHE_HOME": str(tmp_path)}).stderr == ""
    with file.open("r+b") as opened:
        opened.seek(100)
        opened.write(b"\xff" * 4000)
    done = address("one.go.th", env={"XDG_CACHE_HOME": str(tmp_path)})
    assert str(file) in done.stderr
    assert "thrown away" in done.stderr
    assert done.stderr.count("\n") == 1
    (tmp_path / "none").write_text("", encoding="utf-8")
    blocked = {"XDG_CACHE_HOME": str(tmp_path / "none")}
    assert address("one.go.th", env=blocked).stderr == ""
    assert "cannot be kept" in address("one.go.th", "-v", env=blocked).stderr


# What leaves the machine

_WATCH = """
import os, sys

def watch(event, arguments):
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg") or event.startswith(("socket.get", "urllib.")):
        if event not in ("socket.getservbyname", "socket.gethostname"):
            with open(os.environ["WATCH_LOG"], "a") as log:
                log.write(event + chr(10))

sys.addaudithook(watch)
"""
_LIST = """รหัส อปท.,ชื่อ อปท.,จังหวัด,อีเมลกลาง,เว็บไซต์,มีประกาศฯ ม.10,ลงข้อมูลในระบบ info.go.th,สถานะการส่งอีเมล
06480191,อบต.หนึ่งสมมติ,นครพนม,saraban@songkhcity.go.th,www.songkhcity.go.th,✓,✓,
06480192,อบต.สองสมมติ,นครพนม,samsommut@gmail.com,,✓,✓,✓
"""


@pytest.fixture
def watched(tmp_path: Path) -> Callable[..., list[str]]:
    """What a run did with the network; the watcher is in whatever processes it starts, too."""
    (tmp_path / "sitecustomize.py").write_text(_WATCH, encoding="utf-8")
    (tmp_path / "agencies.csv").write_text(_LIST, encoding="utf-8")
    log = tmp_path / "watch.log"

    def watch(*args: str) -> list[str]:
        log.write_text("", encoding="utf-8")
        path = os.pathsep.join(filter(None, (str(tmp_path), os.environ.get("PYTHONPATH"))))
        done = run(*args, env={"PYTHONPATH": path, "WATCH_LOG": str(log)}, cwd=tmp_path)
        assert done.returncode in (0, 1), done.stderr
        return log.read_text(encoding="utf-8").splitlines()

    return watch


@pytest.mark.parametrize(
    "args",
    [
        ("address", "saraban@songkhcity.go.th", "x@gmail.com"),
        ("address", "saraban@songkhcity.go.th", "--format", "json", "--no-dns", "--resolver", "9.9.9.9"),
        ("classify", "agencies.csv"),
        ("classify", "agencies.csv", "--format", "json", "-o", "report.xlsx", "-o", "report.html"),
        ("compare", "agencies.csv", "agencies.csv"),
        ("fix", "agencies.csv", "--dry-run"),
        ("explain", "agencies.csv", "2"),
        ("explain", "SB402"),
        ("rules",),
        ("config",),
        ("template", "-o", "new.xlsx"),
    ],
    ids=" ".join,
)
def test_without_being_asked_to_nothing_leaves_the_machine(
    watched: Callable[..., list[str]], args: tuple[str, ...]
) -> None:
    assert watched(*args) == []


def test_the_watcher_sees_what_leaves_the_machine(watched: Callable[..., list[str]], server: Running) -> None:
    assert "socket.connect" in watched("address", "saraban@one.go.th", "--dns", "--resolver", server.address)


def test_who_does_not_know_a_central_provider_is_not_believed(tmp_path: Path) -> None:
    """One wrong answer of an office's own server would fail nearly all agencies."""
    cases = tmp_path / "cases.csv"
    cases.write_text("domain,asked,zone\ndla.go.th,,@\none.go.th,,@ MX 10 mx.one.go.th.\n", encoding="utf-8")
    with dns_server(tmp_path, cases) as running:
        answers = ask_dns(["one.go.th", "dla.go.th"], DnsOptions(running.address, QUICK))
        assert answers.by_domain == {}
        assert answers.not_checked is not None
        assert "dla.go.th receives no mail" in answers.not_checked.en


def test_that_dns_was_not_checked_is_said_whatever_is_written(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("อีเมลกลาง\nsaraban_06480115@dla.go.th\n", encoding="utf-8")
    asked_for = ("classify", "a.csv", "--dns", "--resolver", "127.0.0.1:1", "--no-cache", "--lang", "en")
    for more in (("-q", "--format", "json"), ("-q", "--format", "github", "--fail-on", "SB604")):
        done = run(*asked_for, *more, cwd=tmp_path)
        assert (done.returncode, done.stderr.count("DNS was not checked")) == (0, 1)
    screen = run(*asked_for, cwd=tmp_path)
    assert screen.returncode == 0
    assert (screen.stdout + screen.stderr).count("DNS was not checked") == 1

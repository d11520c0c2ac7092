"""A real DNS server in a process of its own on loopback, over UDP and TCP: `python tests/dns_server.py CASES.csv`.

It answers from the `zone` cells of a case file, one a domain: records as in a zone file, separated by `|`, and
mischief. `@ MX 10 mx.one.go.th. | _dmarc TXT "v=DMARC1; p=none" | !drop A` has an MX record, a DMARC record, and never
answers the question for addresses. The mischief, for all questions or for those of one type: `!drop` (no answer),
`!drop-once` (none to the first), `!servfail`, `!refused`, `!wrong-id`, `!wrong-question`, `!garbage` (the right number
before bytes that are no message), `!truncate` (the whole answer over TCP only), `!truncate-all` (also there),
`!refer` (names other servers), `!no-soa` (nothing says how long there is nothing), `!unfollowed` (an alias alone). What
is in no cell does not exist, save what every server must know: `go.th` and RECEIVERS.

It prints its port, and writes each question into a log: `NAME TYPE udp|tcp`. It waits by its own clock, so that no
test has to.
"""

import argparse
import asyncio
import csv
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from dnslib import AAAA, CLASS, EDNS0, MX, NS, QTYPE, RCODE, RR, SOA, A, DNSLabel, DNSRecord

HOST = "127.0.0.1"
TTL = 300
RECEIVERS = ("gmail.com", "dla.go.th", "mail.go.th")
"""What a server must know, besides `go.th`."""

_SOA = RR("go.th", QTYPE.SOA, rdata=SOA("ns.go.th", "who.go.th", (1, 2, 3, 4, TTL)), ttl=TTL)


class Zone(NamedTuple):
    """What is known of all names; `mischief` by name and type, an empty type standing for all."""

    records: dict[str, list[RR]]
    mischief: dict[tuple[str, str], str]


def read_zone(path: Path) -> Zone:
    records: dict[str, list[RR]] = {"go.th": [RR("go.th", QTYPE.NS, rdata=NS("ns.go.th"), ttl=TTL)]}
    for name in RECEIVERS:
        records[name] = [RR(name, QTYPE.MX, rdata=MX(f"mx.{name}", 10), ttl=TTL)]
    mischief: dict[tuple[str, str], str] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for case in csv.DictReader(file):
            domain = case["asked"] or case["domain"]
            if domain in RECEIVERS:
                records[domain] = []  # the case says what there is instead
            for line in filter(None, map(str.strip, case["zone"].split("|"))):
                if line.startswith("!"):
                    what, _, kind = line[1:].partition(" ")
                    mischief[domain, kind] = what
                    records.setdefault(domain, [])
                    continue
                if line == "@":  # the name alone
                    records.setdefault(domain, [])
                    continue
                at, _, rest = line.partition(" ")
                name = domain if at == "@" else at.removesuffix(".") if at.endswith(".") else f"{at}.{domain}"
                ttl, rest = rest.split(" ", 1) if rest[:1].isdigit() else (str(TTL), rest)
                for record in RR.fromZone(f"{name}. {ttl} IN {rest}"):
                    records.setdefault(name, []).append(record)
    return Zone(records, mischief)


class Server:
    def __init__(self, zone: Zone, log: Path, delay: float, lies: str) -> None:
        self.zone, self.delay, self.lies = zone, delay, lies
        self.log = log.open("a", encoding="utf-8", buffering=1)
        self.dropped: set[tuple[str, str]] = set()

    def answer(self, data: bytes, way: str) -> bytes | None:
        """The answer to a message as it is sent; None for none."""
        query = DNSRecord.parse(data)
        name, kind = str(query.q.qname).removesuffix(".").lower(), QTYPE[query.q.qtype]
        self.log.write(f"{name} {kind} {way}\n")
        mischief = self._mischief(name, kind)
        reply = query.reply()
        if mischief == "drop" or (mischief == "drop-once" and (name, kind) not in self.dropped):
            self.dropped.add((name, kind))
            return None
        if mischief in ("servfail", "refused"):
            reply.header.rcode = getattr(RCODE, mischief.upper())
            return bytes(reply.pack())
        self._fill(reply, name, kind, mischief)
        reply.add_ar(EDNS0(udp_len=1232))
        packed = bytes(reply.pack())
        if mischief == "wrong-id":
            return bytes((packed[0] ^ 0xFF,)) + packed[1:]
        if mischief == "wrong-question":
            other = query.reply()
            other.questions[0].qname = DNSLabel("another.go.th")
            return bytes(other.pack())
        if mischief == "garbage":
            return packed[:12] + packed[12 : 12 + len(name) + 6] + b"\xc0\xff\x00" * 20
        too_long = way == "udp" and len(packed) > 1232
        if mischief == "truncate-all" or (way == "udp" and mischief == "truncate") or too_long:
            short = query.reply()
            short.header.tc = 1
            return bytes(short.pack())
        return packed

    def _mischief(self, name: str, kind: str) -> str:
        if self.lies in ("drop", "servfail", "refused"):
            return self.lies
        return self.zone.mischief.get((name, kind)) or self.zone.mischief.get((name, ""), "")

    def _fill(self, reply: DNSRecord, name: str, kind: str, mischief: str) -> None:
        if self.lies == "nothing":
            reply.header.rcode = RCODE.NXDOMAIN
            reply.add_auth(_SOA)
            return
        if self.lies and name not in self.zone.records:
            if self.lies == "everything" and kind in ("A", "AAAA", "MX"):
                made = {"A": A("198.51.100.1"), "AAAA": AAAA("2001:db8::1"), "MX": MX("liar.example.com")}[kind]
                reply.add_answer(RR(name, getattr(QTYPE, kind), rdata=made, ttl=TTL))
                return
            if self.lies == "addresses" and kind == "A":
                reply.add_answer(RR(name, QTYPE.A, rdata=A("198.51.100.1"), ttl=TTL))
                return
        if self.lies == "no-mail" and kind == "MX" and name in self.zone.records:
            reply.add_auth(_SOA)
            return
        at = name
        for _ in range(20):
            records = self.zone.records.get(at)
            if records is None and not any(known.endswith("." + at) for known in self.zone.records):
                reply.header.rcode = RCODE.NXDOMAIN
                break
            found = [record for record in records or () if QTYPE[record.rtype] == kind]
            alias = [record for record in records or () if QTYPE[record.rtype] == "CNAME"]
            reply.add_answer(*(found or alias))
            if found:
                return
            if alias and mischief == "unfollowed":
                return
            if not alias:
                break
            at = str(alias[0].rdata.label).removesuffix(".").lower()
        if mischief == "refer":
            reply.add_auth(RR("go.th", QTYPE.NS, rdata=NS("ns.go.th"), ttl=TTL))
        elif mischief != "no-soa":
            reply.add_auth(_SOA)


class Udp(asyncio.DatagramProtocol):
    def __init__(self, server: Server) -> None:
        self.server = server

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        answer = self.server.answer(data, "udp")
        if answer is not None:
            asyncio.get_running_loop().call_later(self.server.delay, self.transport.sendto, answer, addr)  # type: ignore[attr-defined]


async def _tcp(server: Server, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        size = int.from_bytes(await reader.readexactly(2), "big")
        answer = server.answer(await reader.readexactly(size), "tcp")
        await asyncio.sleep(server.delay)
        if answer is not None:
            writer.write(len(answer).to_bytes(2, "big") + answer)
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        pass
    finally:
        writer.close()


async def serve(server: Server) -> None:
    loop = asyncio.get_running_loop()
    transport, _ = await loop.create_datagram_endpoint(lambda: Udp(server), local_addr=(HOST, 0))
    port = transport.get_extra_info("sockname")[1]
    listening = await asyncio.start_server(lambda r, w: _tcp(server, r, w), HOST, port)
    print(port, flush=True)
    async with listening:
        await loop.run_in_executor(None, sys.stdin.read)  # until whoever started it goes away


class Running(NamedTuple):
    """A server that runs: its address, and what it was asked."""

    address: str
    log: Path

    def questions(self) -> list[str]:
        return self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []

    def forget(self) -> None:
        self.log.write_text("", encoding="utf-8")


@contextmanager
def dns_server(folder: Path, cases: Path, *, delay: float = 0.0, lies: str = "") -> Iterator[Running]:
    """A server that runs as long as the block."""
    log = folder / "questions.log"
    args = [str(cases), "--log", str(log), "--delay", str(delay), "--lies", lies]
    command = [sys.executable, str(Path(__file__)), *args]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="ascii") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield Running(f"{HOST}:{process.stdout.readline().strip()}", log)
        finally:
            process.stdin.close()
            process.terminate()
            process.wait(10)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("cases", type=Path)
    parser.add_argument("--log", type=Path, required=True)
    parser.add_argument("--delay", type=float, default=0.0, help="seconds before each answer")
    parser.add_argument("--lies", default="", help="drop, servfail, refused, nothing, everything, addresses or no-mail")
    wanted = parser.parse_args()
    assert CLASS.IN == 1
    asyncio.run(serve(Server(read_zone(wanted.cases), wanted.log, wanted.delay, wanted.lies)))


if __name__ == "__main__":
    main()

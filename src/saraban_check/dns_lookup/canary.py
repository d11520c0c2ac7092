"""Whether a server can be believed: it is asked for what exists, and for a name that does not.

`go.th` must have name servers: most addresses are below it, and who hides it would make all of them wrong. Some domain
must have mail servers: who withholds that type of record (some firewalls and VPNs do) would make each domain one that
receives no mail. Three that have long had some, of three operators who share nothing, so that the failure of one makes
no server look like a liar: any one suffices, and the first that answers so ends the waiting. A name made up at random
must not exist: who sells advertisements answers with addresses, or with mail servers.
"""

import asyncio
import secrets
import string

import dns.rdatatype

from ..model.delivery import DnsReason
from ..model.text import Text
from .asking import Asker
from .reply import Kind, Reply

_PARENT = "go.th"
_RECEIVERS = ("gmail.com", "dla.go.th", "mail.go.th")
_LENGTH = 20

_NO_ANSWER = {
    DnsReason.TIMEOUT: Text("ไม่ตอบภายในเวลาที่กำหนด", "did not answer in time"),
    DnsReason.SERVFAIL: Text("ตอบว่าขัดข้อง (SERVFAIL)", "answered that it failed (SERVFAIL)"),
    DnsReason.REFUSED: Text("ปฏิเสธคำถาม (REFUSED)", "refused the question (REFUSED)"),
    DnsReason.NO_ANSWER: Text("ติดต่อไม่ได้ หรือตอบในแบบที่ใช้ไม่ได้", "cannot be reached, or its answer cannot be used"),
}
_MISSING = Text(f"ตอบว่าไม่มี {_PARENT} ซึ่งมีอยู่จริง", f"says that there is no {_PARENT}, which exists")
_NO_RECEIVER = Text(
    f"ตอบว่า {_RECEIVERS[0]} ไม่มีเซิร์ฟเวอร์อีเมล ทั้งที่มีอยู่จริง",
    f"says that {_RECEIVERS[0]} has no mail server, which it has",
)
_INVENTED = Text("ตอบเหมือนมีชื่อที่สุ่มขึ้นมาและไม่มีอยู่จริง ({name})", "answers as if a name made up at random existed ({name})")


async def odd_of(asker: Asker) -> Text | None:
    """What is odd about the server's answers; None where they can be believed."""
    label = "".join(secrets.choice(string.ascii_lowercase) for _ in range(_LENGTH))
    invented = f"{label}.{_PARENT}"
    there, receiver, *absent = await asyncio.gather(
        asker.ask(_PARENT, dns.rdatatype.NS),
        _receiver(asker),
        asker.ask(invented, dns.rdatatype.A),
        asker.ask(invented, dns.rdatatype.MX),
    )
    for reply in (there, *absent):
        if reply.kind is Kind.NOT_KNOWN:
            return _obstacle(reply)
    if there.kind is not Kind.FOUND:
        return _MISSING
    if any(reply.kind is not Kind.NO_NAME for reply in absent):
        return _INVENTED.fill(name=invented)
    if receiver.kind is Kind.NOT_KNOWN:
        return _obstacle(receiver)
    return None if _receives(receiver) else _NO_RECEIVER


async def _receiver(asker: Asker) -> Reply:
    """The first answer that names a mail server, else what is said of the first domain."""
    asking = [asyncio.ensure_future(asker.ask(name, dns.rdatatype.MX)) for name in _RECEIVERS]
    try:
        for next_ in asyncio.as_completed(asking):
            reply = await next_
            if _receives(reply):
                return reply
        return asking[0].result()
    finally:
        for question in asking:
            question.cancel()


def _receives(reply: Reply) -> bool:
    return any(server.host for server in reply.servers)


def _obstacle(reply: Reply) -> Text:
    return _NO_ANSWER[reply.obstacle or DnsReason.NO_ANSWER]

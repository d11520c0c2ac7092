"""Whether the resolver can be believed: it is asked for a name that exists, and for one that does not."""

import asyncio
import secrets
import string

import dns.rdatatype

from ..model.delivery import DnsReason
from ..model.text import Text
from .asking import Asker
from .reply import Kind, Reply

_PARENT = "go.th"
_LENGTH = 20

_NO_ANSWER = {
    DnsReason.TIMEOUT: Text("ไม่ตอบภายในเวลาที่กำหนด", "did not answer in time"),
    DnsReason.SERVFAIL: Text("ตอบว่าขัดข้อง (SERVFAIL)", "answered that it failed (SERVFAIL)"),
    DnsReason.REFUSED: Text("ปฏิเสธคำถาม (REFUSED)", "refused the question (REFUSED)"),
    DnsReason.NO_ANSWER: Text("ติดต่อไม่ได้ หรือตอบในแบบที่ใช้ไม่ได้", "cannot be reached, or its answer cannot be used"),
}
_MISSING = Text(f"ตอบว่าไม่มี {_PARENT} ซึ่งมีอยู่จริง", f"says that there is no {_PARENT}, which exists")
_INVENTED = Text("ตอบเหมือนมีชื่อที่สุ่มขึ้นมาและไม่มีอยู่จริง ({name})", "answers as if a name made up at random existed ({name})")


async def odd_of(asker: Asker) -> Text | None:
    """What is odd about the resolver's answers; None where they can be believed."""
    label = "".join(secrets.choice(string.ascii_lowercase) for _ in range(_LENGTH))
    invented = f"{label}.{_PARENT}"
    there, *absent = await asyncio.gather(
        asker.ask(_PARENT, dns.rdatatype.NS),
        asker.ask(invented, dns.rdatatype.A),  # who lies to sell advertisements lies about addresses
        asker.ask(invented, dns.rdatatype.MX),
    )
    for reply in (there, *absent):
        if reply.kind is Kind.NOT_KNOWN:
            return _obstacle(reply)
    if there.kind is not Kind.FOUND:
        return _MISSING
    if any(reply.kind is not Kind.NO_NAME for reply in absent):
        return _INVENTED.fill(name=invented)
    return None


def _obstacle(reply: Reply) -> Text:
    return _NO_ANSWER[reply.obstacle or DnsReason.NO_ANSWER]

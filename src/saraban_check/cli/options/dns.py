"""Options of asking DNS."""

from typing import Annotated, NamedTuple

from ...model.text import Text
from .declaring import EVIDENCE, Option


class DnsOptions(NamedTuple):
    """Whether DNS is asked about the domains, whom, and how."""

    dns: Annotated[
        bool,
        Option(
            "--dns/--no-dns",
            help=Text(
                "ถาม DNS ว่าโดเมนรับอีเมลได้หรือไม่ (ใช้เครือข่าย ไม่ลองส่งอีเมล เพราะเชื่อถือไม่ได้และผู้ส่งถูกบล็อก)",
                "ask DNS whether the domains can receive mail (uses the network; no mail server is probed: that is "
                "unreliable, and gets the sender blocked)",
            ),
            heading=EVIDENCE,
            setting="dns",
        ),
    ] = False
    resolver: Annotated[
        str | None,
        Option(
            "--resolver",
            metavar=Text("เซิร์ฟเวอร์", "SERVER"),
            help=Text(
                "เซิร์ฟเวอร์ DNS เช่น 9.9.9.9 หรือ 127.0.0.1:5353 (ปกติใช้ของเครื่อง)",
                "the DNS server, such as 9.9.9.9 or 127.0.0.1:5353 (else the system's)",
            ),
            heading=EVIDENCE,
            setting="resolver",
            needs="dns",
        ),
    ] = None
    timeout: Annotated[
        float,
        Option(
            "--timeout",
            metavar=Text("วินาที", "SECONDS"),
            help=Text("รอคำตอบของแต่ละคำถามถึง DNS กี่วินาที", "how long to wait for each answer of DNS"),
            heading=EVIDENCE,
            setting="timeout",
            needs="dns",
        ),
    ] = 5.0
    concurrency: Annotated[
        int,
        Option(
            "--concurrency",
            metavar=Text("จำนวน", "NUMBER"),
            help=Text("ถาม DNS พร้อมกันกี่โดเมน", "how many domains to ask DNS for at a time"),
            heading=EVIDENCE,
            setting="concurrency",
            needs="dns",
        ),
    ] = 50
    no_cache: Annotated[
        bool,
        Option(
            "--no-cache/--cache",
            help=Text(
                "เก็บคำตอบ DNS ไว้ใช้รอบหน้าจนหมดอายุ (ปกติ) หรือไม่ใช้และไม่เก็บ",
                "keep answers of DNS as long as they hold, as usual, or neither use nor keep any",
            ),
            heading=EVIDENCE,
            setting="no-cache",
            needs="dns",
        ),
    ] = False

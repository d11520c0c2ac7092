"""A DNS server by its address, and how a user names one."""

import re
from ipaddress import ip_address
from typing import NamedTuple

from ..model.errors import RequestError
from ..model.lazy_pattern import lazy_pattern
from ..model.text import Text

PORT = 53

_BAD = Text(
    "--resolver {found}: ต้องเป็นชื่อหรือที่อยู่ของเซิร์ฟเวอร์ DNS เช่น 9.9.9.9, 127.0.0.1:5353 หรือ [2620:fe::fe]:53",
    "--resolver {found}: name a DNS server by its name or address, such as 9.9.9.9, 127.0.0.1:5353 or [2620:fe::fe]:53",
)
_HOST_PORT = lazy_pattern(r"(?:\[(?P<v6>[^\[\]]+)\]|(?P<host>[^\[\]:]+))(?::(?P<port>[0-9]{1,5}))?")
_HOST = lazy_pattern(r"(?=.*[a-z])[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*\.?", re.IGNORECASE)


class Server(NamedTuple):
    """A server by its name or address; a link-local address has its interface in it (`fe80::1%eth0`)."""

    address: str
    port: int = PORT

    def __str__(self) -> str:
        shown = f"[{self.address}]" if ":" in self.address else self.address
        return shown if self.port == PORT and shown == self.address else f"{shown}:{self.port}"


def read_server(text: str) -> Server:
    """HOST, HOST:PORT, an IPv6 address, or one in brackets with a port. Raises RequestError for anything else."""
    written = text.strip()
    if is_address(written):
        return Server(written)
    parts = _HOST_PORT.fullmatch(written)
    port = int(parts["port"] or PORT) if parts else 0
    if parts is None or not 0 < port < 1 << 16:
        raise RequestError(_BAD, found=text)
    if parts["v6"] is not None:
        if not is_address(parts["v6"]) or ":" not in parts["v6"]:
            raise RequestError(_BAD, found=text)
        return Server(parts["v6"], port)
    host = parts["host"]
    if not is_address(host) and not _HOST.fullmatch(host):
        raise RequestError(_BAD, found=text)
    return Server(host, port)


def is_address(text: str) -> bool:
    try:
        return str(ip_address(text)) != "" and "/" not in text
    except ValueError:
        return False

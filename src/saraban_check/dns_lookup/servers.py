"""Which DNS servers are asked: the one named, or the system's."""

import asyncio
import socket
from ipaddress import IPv6Address, ip_address

from .server import Server, is_address

_MOST = 3
"""As many of the system's servers as resolvers use (resolv.conf(5), MAXNS)."""


async def servers(named: Server | None) -> tuple[Server, ...]:
    """The servers to ask, in order; empty where there is none."""
    if named is None:
        return _systems()
    if is_address(named.address):
        return (named,)
    try:
        found = await asyncio.get_running_loop().getaddrinfo(named.address, named.port, type=socket.SOCK_DGRAM)
    except (OSError, UnicodeError):
        return ()
    return (Server(str(found[0][4][0]), named.port),) if found else ()


def _systems() -> tuple[Server, ...]:
    """The system's own: /etc/resolv.conf, or Windows' settings."""
    import dns.resolver

    try:
        found = dns.resolver.Resolver().nameservers
    except (dns.resolver.NoResolverConfiguration, OSError):
        return ()
    return tuple(Server(address) for address in map(str, found) if is_address(address))[:_MOST]


def family_of(server: Server) -> socket.AddressFamily:
    """IPv4 or IPv6."""
    return socket.AF_INET6 if isinstance(ip_address(server.address), IPv6Address) else socket.AF_INET

"""The domains of addresses, as DNS is asked for them."""

from collections.abc import Iterable, Iterator

from .cleaning import clean
from .syntax import is_plain_address


def domain_of(address: str) -> str:
    """What stands behind the @, in lower case."""
    return address.rpartition("@")[2].lower()


def domains_of(cells: Iterable[str]) -> Iterator[str]:
    """The domains of all addresses in cells, each once, in the order in which they first stand.

    What is no address has no domain to ask for.
    """
    seen: set[str] = set()
    for cell in cells:
        for value in clean(cell).values:
            domain = domain_of(value)
            if domain not in seen and is_plain_address(value):
                seen.add(domain)
                yield domain

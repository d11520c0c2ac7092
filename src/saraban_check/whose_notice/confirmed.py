"""Which addresses that OCR read the agency's own row confirms: only those may stand beside it (decisions: Notices).

A misread letter makes another address of one, and that may be right for another agency. So an address counts that the
row already holds: in its own cell, as issued, or built from its code or its website.
"""

from collections.abc import Iterable, Iterator

from ..address.cleaning import clean
from ..address.websites import read_website, stands_on
from ..model.record import AgencyRecord


def confirmed_by_row(addresses: Iterable[str], record: AgencyRecord) -> tuple[str, ...]:
    """Those of the addresses that the row confirms, in their order."""
    known = set(_known(record))
    host = read_website(record.website).host
    return tuple(one for one in addresses if any(_is_known(value, known, host) for value in clean(one).values))


def _known(record: AgencyRecord) -> Iterator[str]:
    if record.code is not None:
        yield f"saraban_{record.code}@dla.go.th"
    for cell in (record.address, record.issued):
        yield from (value.casefold() for value in clean(cell).values if "@" in value)


def _is_known(address: str, known: set[str], host: str | None) -> bool:
    name, _, domain = address.casefold().rpartition("@")
    return address.casefold() in known or (name == "saraban" and host is not None and stands_on(domain, host))

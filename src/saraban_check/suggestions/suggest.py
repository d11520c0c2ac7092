"""At most three addresses, best first: issued by สถ., other issued, from the record, repaired (SPEC section 4)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..address.keyboard import meant_by_keys
from ..address.nearness import edits
from ..address.shape import Shape, Zone, read_shape
from ..address.suffixes import has_accepted_suffix, registrable_domain
from ..address.websites import read_website
from ..model.policy import PUBLISHED, Domains
from ..model.record import AgencyRecord
from ..model.registry import RegistryEntry
from ..model.verdict import AddressState, AddressVerdict, Origin, Suggestion
from .issued import agrees, issued_addresses
from .repair import repairs

if TYPE_CHECKING:
    from ..registry.registry import Registry

_AT_MOST = 3
_NEAR = 4
_DIGITS = 5


def suggest(
    verdict: AddressVerdict, record: AgencyRecord, domains: Domains = PUBLISHED, registry: "Registry | None" = None
) -> tuple[Suggestion, ...]:
    """Addresses to use instead; each is itself correct and agrees with all that the record says.

    A correct address needs none, unless another was issued or the registry gives its code to another agency.
    Where a correct one was issued, only issued ones are offered: what differs from them would contradict the record.
    What the record does not say is taken from the registry, where the agency stands there beyond doubt.
    """
    if verdict.state is AddressState.UNKNOWN:
        return ()
    issued = issued_addresses(record, domains)
    typed = (verdict.value or "").casefold()
    value = meant_by_keys(typed) or typed
    if issued:
        if verdict.state is AddressState.CORRECT and value in issued:
            return ()
        return tuple(Suggestion(address, Origin.ISSUED) for address in issued[:_AT_MOST])
    if verdict.state is AddressState.CORRECT and (registry is None or not _is_doubted(verdict)):
        return ()
    found: dict[str, Origin] = {}
    entry = None if registry is None else _entry_of(record, registry)
    source = Origin.RECORD if record.code is not None or entry is None else Origin.REGISTRY
    record = record if entry is None else _completed(record, entry)
    host = read_website(record.website).host
    shape = read_shape(value, record.website, domains) if value else None
    typed_on = shape.domain if shape is not None and shape.zone is Zone.OWN else None
    central = record.kind is not None and record.kind.type_digits is None  # it can have no provider's address
    built = _from_record(None if central else _aim(value, shape), record, host, domains)
    for address in sorted(built, key=lambda a: (a.rpartition("@")[2] != typed_on, edits(value, a, _NEAR))):
        found.setdefault(address, source if address.endswith("@dla.go.th") else Origin.RECORD)
    repaired = [a for a in repairs(typed, record, domains) if a != typed and _is_known(a, registry)]
    repaired = [a for a in repaired if agrees(a, record, domains, registry)]
    if len(repaired) == 1:  # of two that could have been meant, none is offered
        found.setdefault(repaired[0], Origin.REPAIR)
    good = [Suggestion(a, origin) for a, origin in found.items() if a != typed and agrees(a, record, domains, registry)]
    return tuple(good[:_AT_MOST])


_DOUBTS = frozenset({"SB305", "SB306", "SB307"})
"""Findings of a correct address that say that its code may not be this agency's."""


def _is_doubted(verdict: AddressVerdict) -> bool:
    return any(f.rule.code in _DOUBTS and f.field == "address" for f in verdict.findings)


def _entry_of(record: AgencyRecord, registry: "Registry") -> RegistryEntry | None:
    """The agency in the registry: by its code, else by its name where that is one agency's only."""
    if record.code is not None:
        return registry.find(record.code)
    return registry.match(record).entry


def _completed(record: AgencyRecord, entry: RegistryEntry) -> AgencyRecord:
    """The record, and what the registry says where the record says nothing."""
    return record._replace(
        code=record.code or entry.code,
        kind=record.kind or entry.kind,
        province=record.province or entry.province,
        website=record.website if record.website.strip() else entry.website,
    )


def _is_known(address: str, registry: "Registry | None") -> bool:
    """Whether a repaired code is an agency's at all, as far as the registry tells."""
    local, _, domain = address.partition("@")
    return registry is None or domain != "dla.go.th" or registry.find(local.removeprefix("saraban_")) is not None


def _from_record(aim: Zone | None, record: AgencyRecord, host: str | None, domains: Domains) -> Iterator[str]:
    """Addresses built from the record's code and website; `aim` is the provider that was meant, if any."""
    if record.code is not None:
        yield f"saraban_{record.code}@dla.go.th"
    if host is None:
        return
    if aim is Zone.LGO:
        yield f"saraban-{(registrable_domain(host) or host).partition('.')[0]}@lgo.mail.go.th"
    if aim is None and (has_accepted_suffix(host) or domains.is_accepted(host)):
        yield f"saraban@{host}"


def _aim(value: str, shape: Shape | None) -> Zone | None:
    """The provider whose address was meant; where the domain is past telling, by how the text ends.

    Whoever typed a provider's address has none on the own domain, as far as anybody knows.
    """
    if shape is not None and shape.intended in (Zone.DLA, Zone.LGO):
        return shape.intended
    if _ends_near(value, "lgo.mail.go.th", 3):
        return Zone.LGO
    return Zone.DLA if sum(map(str.isdigit, value)) >= _DIGITS and _ends_near(value, "dla.go.th", 3) else None


def _ends_near(value: str, domain: str, slips: int) -> bool:
    lengths = range(len(domain) - slips, len(domain) + slips + 1)
    return any(edits(value[-length:], domain, slips) <= slips for length in lengths)

"""At most three addresses, best first: issued by สถ., other issued, from the record, repaired (decisions: Findings)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..address.codes import looks_like_code
from ..address.nearness import edits
from ..address.shape import Shape, Zone, read_shape
from ..address.suffixes import has_accepted_suffix, without_tail
from ..address.websites import hosted_label, name_of_site, read_website, stands_on
from ..model.policy import PUBLISHED, Domains
from ..model.record import AgencyRecord
from ..model.verdict import AddressState, AddressVerdict, Origin, Suggestion
from ..rules.sb3_registry import name_mismatch
from .issued import agrees, issued_addresses
from .repair import repairs

if TYPE_CHECKING:
    from ..model.registry import RegistryEntry
    from ..registry.registry import Registry

_AT_MOST = 3
_NEAR = 4
_DIGITS = 5
_SLIPS = 2


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
    value = typed if typed.isascii() else _meant_by_keys(typed) or typed
    if issued:
        if verdict.state is AddressState.CORRECT and value in issued:
            return ()
        return tuple(Suggestion(address, Origin.ISSUED) for address in issued[:_AT_MOST])
    if verdict.state is AddressState.CORRECT and (registry is None or not verdict.is_doubted):
        return ()
    found: dict[str, Origin] = {}
    entry, score = (None, 1.0) if registry is None else _entry_of(record, registry)
    known = record if entry is None else _completed(record, entry)
    host = read_website(known.website).host
    shape = read_shape(value, known.website, domains) if value else None
    typed_on = None
    if shape is not None:
        typed_on = shape.domain if shape.zone is Zone.OWN else without_tail(shape.domain)
    central = known.kind is not None and known.kind.type_digits is None  # it can have no provider's address
    own = typed_on if typed_on is not None and hosted_label(typed_on) and host and stands_on(typed_on, host) else host
    typed_name = "" if shape is None or looks_like_code(shape.mailbox.rest) else shape.mailbox.rest
    built = _from_record(None if central else _aim(value, shape), typed_name, known, own, domains)
    for address in sorted(built, key=lambda a: (a.rpartition("@")[2] != typed_on, edits(value, a, _NEAR))):
        found.setdefault(address, _origin(address, record, known))
    usable = [a for a in repairs(typed, known, domains) if a != typed and _is_known(a, record, registry)]
    usable = [a for a in usable if agrees(a, known, domains, registry)]
    if len(usable) == 1:  # of two that could have been meant, none is offered
        found.setdefault(usable[0], Origin.REPAIR)
    good = [
        Suggestion(a, origin, score if origin is Origin.REGISTRY else 1.0)
        for a, origin in found.items()
        if a != typed and _is_known(a, record, registry) and agrees(a, known, domains, registry)
    ]
    return tuple(good[:_AT_MOST])


def _meant_by_keys(typed: str) -> str | None:
    from ..address.keyboard import meant_by_keys

    return meant_by_keys(typed)


def _entry_of(record: AgencyRecord, registry: "Registry") -> tuple["RegistryEntry | None", float]:
    """The agency in the registry, and how like its name is: by its code, unless kind or name stand against it, else by
    its name where that is one agency's only.
    """
    if record.code is None:
        match = registry.match(record)
        return match.entry, match.score
    entry = registry.find(record.code)
    if entry is None or record.kind not in (None, entry.kind):
        return None, 1.0
    return (None if name_mismatch(registry, record.code, record, "code") else entry), 1.0


def _completed(record: AgencyRecord, entry: "RegistryEntry") -> AgencyRecord:
    """The record, and what the registry says where the record says nothing."""
    return record._replace(
        code=record.code or entry.code,
        kind=record.kind or entry.kind,
        province=record.province or entry.province,
        website=record.website if record.website.strip() else entry.website,
    )


def _origin(address: str, record: AgencyRecord, known: AgencyRecord) -> Origin:
    """Whether an address was built from what the record says itself, or from what the registry adds to it."""
    if address.endswith("@dla.go.th"):
        return Origin.RECORD if record.code == known.code else Origin.REGISTRY
    return Origin.RECORD if record.website == known.website else Origin.REGISTRY


def _is_known(address: str, record: AgencyRecord, registry: "Registry | None") -> bool:
    """Whether a code is an agency's at all, as far as the registry tells; it may lag behind an upgrade."""
    local, _, domain = address.partition("@")
    if registry is None or domain != "dla.go.th":
        return True
    code = local.removeprefix("saraban_")
    if registry.find(code) is not None:
        return True
    from ..registry.upgrades import is_newer_than

    return code == record.code and is_newer_than(registry, code, record)


def _may_be(typed: str, name: str) -> bool:
    """Whether a website's name can be what was typed: another name may be just as right, for สพร. gives them out."""
    slips = min(_SLIPS, len(name) // 2)
    return not typed or name in typed or edits(typed, name, slips) <= slips


def _from_record(
    aim: Zone | None, typed_name: str, record: AgencyRecord, host: str | None, domains: Domains
) -> Iterator[str]:
    """Addresses built from the record's code and website; `aim` is the provider that was meant, if any, `typed_name`
    the name that was typed for it.
    """
    if record.code is not None:
        yield f"saraban_{record.code}@dla.go.th"
    if host is None:
        return
    if aim is Zone.LGO and _may_be(typed_name, name_of_site(host)):
        yield f"saraban-{name_of_site(host)}@lgo.mail.go.th"
    if aim is None and (has_accepted_suffix(host) or domains.is_accepted(host)):
        yield f"saraban@{host}"


def _aim(value: str, shape: Shape | None) -> Zone | None:
    """The provider whose address was meant; where the domain is past telling, by how the text ends.

    Whoever typed a provider's address has none on the own domain, as far as anybody knows.
    """
    if shape is not None and shape.intended in (Zone.DLA, Zone.LGO):
        return shape.intended
    other = shape is not None and (shape.zone is Zone.NEAR_FREE or hosted_label(shape.domain) is not None)
    if not other and _ends_near(value, "lgo.mail.go.th", 3):
        return Zone.LGO
    return Zone.DLA if sum(map(str.isdigit, value)) >= _DIGITS and _ends_near(value, "dla.go.th", 3) else None


def _ends_near(value: str, domain: str, slips: int) -> bool:
    lengths = range(len(domain) - slips, len(domain) + slips + 1)
    return any(edits(value[-length:], domain, slips) <= slips for length in lengths)

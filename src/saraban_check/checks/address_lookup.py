"""No address, but an agency: the address that its code, the registry or its website lead to, and how sure that is."""

from typing import TYPE_CHECKING, NamedTuple, Unpack

from ..model.certainty import Certainty
from ..model.policy import PUBLISHED, Domains
from ..model.registry import Likeness
from ..model.verdict import Origin
from .address_check import AddressCheck, check_address
from .agency_record import ToldAgency

if TYPE_CHECKING:
    from ..registry.registry import Registry


class AddressLookup(NamedTuple):
    """What an agency's address is, best first in `check.suggestions`; none where `certainty` has none."""

    check: AddressCheck
    certainty: Certainty


def look_up_address(
    *, domains: Domains = PUBLISHED, registry: "Registry | None" = None, **told: Unpack[ToldAgency]
) -> AddressLookup:
    """The address of the agency that is told of, as `check_address` takes it.

    Raises RequestError where a code, province or kind cannot exist. Source: decisions: Addresses, Codes, Findings.
    """
    check = check_address("", domains=domains, registry=registry, **told)
    return AddressLookup(check, _certainty(check, registry))


def _certainty(check: AddressCheck, registry: "Registry | None") -> Certainty:
    record, match = check.record, check.registry_match
    if not check.suggestions:
        if record.kind is not None and record.kind.type_digits is None:
            return Certainty.NOT_LOCAL
        if match is not None and match.how is Likeness.AMBIGUOUS:
            return Certainty.SEVERAL
        if record.code is not None and (match is None or match.entry is not None):
            return Certainty.CONTRADICTED  # a code that can exist, and that alone, gives an address
        return Certainty.NO_REGISTRY if registry is None else Certainty.NOT_FOUND
    best = check.suggestions[0]
    if best.origin is Origin.ISSUED:
        return Certainty.ISSUED
    if not best.address.endswith("@dla.go.th"):
        return Certainty.WEBSITE
    if match is None or match.entry is None:
        return Certainty.CODE_ALONE
    return Certainty.REGISTRY if match.how is Likeness.EXACT else Certainty.NEAR_NAME

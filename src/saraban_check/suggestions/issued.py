"""The addresses that were issued centrally (สถ., สพร.), as far as they are correct for this agency."""

from typing import TYPE_CHECKING

from ..address.cleaning import clean
from ..model.policy import PUBLISHED, Domains
from ..model.record import AgencyRecord
from ..model.verdict import AddressState, Form
from ..rules.judge import judge_address

if TYPE_CHECKING:
    from ..registry.registry import Registry

CONTRADICTIONS = frozenset({"SB305", "SB307", "SB407"})
"""Findings that leave an address correct, but say that it does not agree with the record.

SB306 is none: an address that was issued, or a code that the record itself gives, is newer than a registry that lags.
"""


def agrees(
    address: str, record: AgencyRecord, domains: Domains = PUBLISHED, registry: "Registry | None" = None
) -> bool:
    """Whether an address is correct and nothing that the record says speaks against it."""
    verdict = judge_address(address, record, domains, registry)
    return verdict.state is AddressState.CORRECT and not any(f.rule.code in CONTRADICTIONS for f in verdict.findings)


def issued_addresses(
    record: AgencyRecord, domains: Domains = PUBLISHED, registry: "Registry | None" = None
) -> tuple[str, ...]:
    """The correct ones of the issued column, สถ.'s first ("ควรใช้อีเมลที่ สถ. ออกให้เป็นอันดับแรก")."""
    if not record.issued.strip():
        return ()
    plain = record._replace(issued="")
    good = [a.lower() for a in clean(record.issued).values if "@" in a and agrees(a.lower(), plain, domains, registry)]
    return tuple(sorted(good, key=lambda a: judge_address(a, plain, domains).form is not Form.DLA))

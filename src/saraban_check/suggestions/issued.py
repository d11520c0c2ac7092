"""The addresses that were issued centrally (สถ., สพร.): the correct ones, and whether the stated one is among all."""

from typing import TYPE_CHECKING

from ..address.cleaning import clean
from ..model.policy import PUBLISHED, Domains
from ..model.record import AgencyRecord, UnreadableCell
from ..model.verdict import AddressState, AddressVerdict, Form
from ..rules.judge import judge_address

if TYPE_CHECKING:
    from ..registry.registry import Registry


def agrees(
    address: str, record: AgencyRecord, domains: Domains = PUBLISHED, registry: "Registry | None" = None
) -> bool:
    """Whether an address is correct and nothing that the record says speaks against it.

    That its code is in no registry does not: what was issued is newer than a registry that lags.
    """
    verdict = judge_address(address, record, domains, registry)
    return verdict.state is AddressState.CORRECT and not any(f.rule.contradicts_record for f in verdict.findings)


def issued_addresses(record: AgencyRecord, domains: Domains = PUBLISHED) -> tuple[str, ...]:
    """The correct ones of the issued column, สถ.'s first ("ควรใช้อีเมลที่ สถ. ออกให้เป็นอันดับแรก").

    No registry is asked: it lags behind what was issued, and must not change what an agency has to do.
    """
    if not record.issued.strip():
        return ()
    plain = record._replace(issued="")
    good = [a.lower() for a in clean(record.issued).values if "@" in a and agrees(a.lower(), plain, domains)]
    return tuple(sorted(good, key=lambda a: judge_address(a, plain, domains).form is not Form.DLA))


def matches_issued(verdict: AddressVerdict, record: AgencyRecord) -> bool | None:
    """Whether the judged address is one of those in the issued column, as OPDC's dashboard compares them (ตรง / ไม่ตรง).

    None where there is nothing to compare: no address was issued, or the issued cell or the stated address cannot
    be read. No address where one was issued differs. All addresses of the issued cell count, but for letter case
    as they are written, also those that are not correct: this says what was announced, and not whether it is
    right. SB701 and SB702 count only correct ones, so SB701 can name a better one than the issued one that is stated.
    """
    if not record.issued or verdict.state is AddressState.UNKNOWN:
        return None
    issued = _all_issued(record)
    return (verdict.value or "").casefold() in issued if issued else None


def _all_issued(record: AgencyRecord) -> tuple[str, ...]:
    """All addresses of the issued cell, casefolded, in the order in which they stand."""
    if isinstance(record.issued, UnreadableCell):
        return ()
    return tuple(address.casefold() for address in clean(record.issued).values if "@" in address)

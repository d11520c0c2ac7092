"""An assessment becomes a finished result: what to use instead, whom to ask, what it was found as, worked out once."""

from typing import TYPE_CHECKING

from ..grouping.table import GroupTable
from ..grouping.todo import offices_for
from ..model.agency_result import AgencyResult
from ..model.assessment import Assessment
from ..model.delivery import DnsAnswers
from ..model.policy import PUBLISHED, Domains
from ..model.registry import Upgrade
from .address_check import in_registry, receiving, suggestions_for

if TYPE_CHECKING:
    from ..registry.registry import Registry


def finish(
    agency: Assessment,
    table: GroupTable,
    domains: Domains = PUBLISHED,
    registry: "Registry | None" = None,
    dns: DnsAnswers | None = None,
) -> AgencyResult:
    """All that any output may say of an agency that was judged by these.

    Addresses at domains of which `dns` proves that no mail can arrive are not suggested.
    """
    record, verdict, outcome = agency.record, agency.verdict, agency.outcome
    suggested = suggestions_for(verdict, record, domains, registry)
    if dns is not None and suggested:
        suggested = receiving(suggested, dns.by_domain)
    address = suggested[0].address if suggested else verdict.value or ""
    return AgencyResult(
        *agency,
        suggestions=suggested,
        offices=offices_for(outcome, agency.steps, address),
        registry_match=None if registry is None else in_registry(record, registry),
        upgrade=probable_upgrade(agency, registry),
        matched=None if outcome.row is None else table.rows[outcome.row],
    )


def probable_upgrade(agency: Assessment, registry: "Registry | None") -> Upgrade | None:
    """The upgrade (ยกฐานะ) that is probable of an agency, by its code, its address and the registry.

    None where there is no sign of one, or where the list says already that it was upgraded.
    """
    if agency.record.facts.upgraded:
        return None

    from ..registry.upgrades import probable_upgrade as probable

    return probable(registry, agency.verdict.dla_code, agency.record)

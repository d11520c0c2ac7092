"""What the delivery to an agency's address comes to, where several tell of it (decisions: Delivery).

The cell says something, a mail system's report is evidence, and DNS is proof that nothing can arrive. So a report
takes the place of the cell, and DNS that of both; that the user says all were sent, or takes an answer for delivered,
fills only what is not known.
Whoever is overruled is named: nothing is replaced in silence.
"""

from typing import TYPE_CHECKING, NamedTuple

from ..address.domains import domain_of
from ..address.syntax import why_malformed
from ..model.delivery import (
    Contradiction,
    Delivery,
    DeliveryReport,
    DeliverySource,
    DnsAnswers,
    DomainAnswer,
    Evidence,
    MailStatus,
)
from ..model.record import Facts
from ..model.verdict import AddressVerdict
from .evidence import SENT_ALL, delivery_of, source_of
from .keys import address_key

if TYPE_CHECKING:
    from .evidence import DeliveryEvidence


class DeliveryInForce(NamedTuple):
    """The facts with the delivery that is in force, what it rests on, and who says otherwise."""

    facts: Facts
    evidence: Evidence | None = None
    contradictions: tuple[Contradiction, ...] = ()


class DeliveryPrecedence:
    """Settles the delivery of one agency after the other.

    Equal facts are one object: what is decided on them can be kept.
    """

    def __init__(self, reports: "DeliveryEvidence | None" = None, dns: DnsAnswers | None = None) -> None:
        self._reports, self._dns = reports, dns
        self._facts: dict[Facts, Facts] = {}
        self._listed: set[str | None] = set()

    @property
    def unlisted(self) -> int:
        """How many addresses there are reports on that stand in no row."""
        return 0 if self._reports is None else self._reports.count - len(self._listed)

    @property
    def failed_elsewhere(self) -> tuple[str, ...]:
        """Those of them to which mail failed, or whose mailbox is full, as they are compared."""
        held = () if self._reports is None else self._reports.items()
        failed = (Delivery.FULL, Delivery.FAILED)
        return tuple(key for key, report in held if key not in self._listed and delivery_of(report) in failed)

    def apply(self, facts: Facts, verdict: AddressVerdict) -> DeliveryInForce:
        """The delivery to the address that was judged, where there is one that could be read."""
        for other in verdict.others:
            self._take_note(other)
        address = verdict.value
        if address is None:
            return DeliveryInForce(facts)
        report = self._take_note(address) or self._supposed(address)
        domain = None if self._dns is None else self._dns.by_domain.get(domain_of(address))
        answer = None if self._reports is None else self._reports.answer_of(address)
        if report is None and domain is None and answer is None:
            return DeliveryInForce(facts)
        delivery, source, contradictions = delivery_in_force(facts.delivery, report, domain)
        if (delivery, source) != (facts.delivery, facts.delivery_source):
            changed = facts._replace(delivery=delivery, delivery_source=source)
            facts = self._facts.setdefault(changed, changed)
        return DeliveryInForce(facts, Evidence(report, domain, answer), contradictions)

    def _take_note(self, address: str) -> DeliveryReport | None:
        """The report that holds for an address of the list, if there is any."""
        report = None if self._reports is None else self._reports.of(address)
        if report is not None:
            self._listed.add(address_key(address))
        return report

    def _supposed(self, address: str) -> DeliveryReport | None:
        """What stands for a report where none came, and the user says that all were sent."""
        if self._reports is None or not self._reports.sent_all or why_malformed(address) is not None:
            return None
        return DeliveryReport(address, MailStatus.DELIVERED, message=SENT_ALL)


def delivery_in_force(
    cell: Delivery, report: DeliveryReport | None, domain: DomainAnswer | None
) -> tuple[Delivery, DeliverySource, tuple[Contradiction, ...]]:
    """The delivery in force and where it came from.

    A report that concludes nothing (delayed, unknown) and an answer that proves nothing change nothing.
    """
    delivery, source = cell, DeliverySource.CELL
    contradictions: list[Contradiction] = []
    if report is not None and (told := delivery_of(report)) is not Delivery.UNKNOWN:
        told_by = source_of(report)
        if cell not in (Delivery.UNKNOWN, told):
            contradictions.append(Contradiction(told, told_by, cell, DeliverySource.CELL))
        if cell is Delivery.UNKNOWN or told_by is DeliverySource.BOUNCE:
            delivery, source = told, told_by
    if domain is not None and domain.receives_none and delivery is not Delivery.FAILED:
        if delivery is not Delivery.UNKNOWN and source is not DeliverySource.ASSUMED:
            contradictions.append(Contradiction(Delivery.FAILED, DeliverySource.DNS, delivery, source))
        delivery, source = Delivery.FAILED, DeliverySource.DNS
    return delivery, source, tuple(contradictions)

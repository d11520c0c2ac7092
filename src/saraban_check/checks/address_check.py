"""One address, checked: its verdict, what to use instead, the groups that remain possible.

>>> from saraban_check import check_address
>>> check_address("saraban_6820101@dla.go.th").suggestions[0].address
'saraban_06820101@dla.go.th'
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, Unpack

from ..grouping.decide import decide
from ..grouping.table import published_table
from ..model.assessment import Outcome
from ..model.delivery import Delivery, DeliverySource, DnsAnswers, DomainAnswer
from ..model.policy import PUBLISHED, Domains
from ..model.record import NO_FACTS, AgencyRecord
from ..model.verdict import AddressState, AddressVerdict, Suggestion
from ..rules.plain_dla import plain_dla
from .agency_record import ToldAgency, agency_record

if TYPE_CHECKING:
    from ..model.registry import NameMatch
    from ..registry.registry import Registry


class AddressCheck(NamedTuple):
    """One checked address: the verdict, what to use instead, and the groups that remain possible.

    The groups are those of an agency of which nothing else is known: delivery, notice and posting are unknown.
    `registry_match` is what the agency was found as in the registry; None where none is loaded, or nothing was given
    to look it up by. `domain` is what DNS says of the address's domain; None where it was not asked.
    """

    record: AgencyRecord
    verdict: AddressVerdict
    suggestions: tuple[Suggestion, ...]
    outcome: Outcome
    registry_match: "NameMatch | None" = None
    domain: DomainAnswer | None = None

    @property
    def passes(self) -> bool:
        """Whether the address is correct, and its domain not proved to receive no mail."""
        return self.verdict.state is AddressState.CORRECT and not self.receives_none

    @property
    def receives_none(self) -> bool:
        """Whether DNS was asked and proves that no mail can arrive at the address's domain."""
        return self.domain is not None and self.domain.receives_none

    @property
    def matches_issued(self) -> bool | None:
        """Whether it is one of the issued addresses; None where there is nothing to compare."""
        if not self.record.issued:
            return None

        from ..suggestions.issued import matches_issued

        return matches_issued(self.verdict, self.record)


def check_address(
    address: str,
    *,
    domains: Domains = PUBLISHED,
    registry: "Registry | None" = None,
    **told: Unpack[ToldAgency],
) -> AddressCheck:
    """Check one address, in the light of what is known of its agency.

    That is its `code`, `province`, `kind`, `website`, `name`, `amphoe`, as people write them, and `issued`: the
    addresses that were issued centrally, several separated by commas. `domains` are accepted or refused besides the
    published lists; in a `registry` the code and the name are looked up.
    Raises RequestError where a code, province or kind cannot exist. Source: decisions: Addresses to Lists.
    """
    record = agency_record(**told, address=address)
    verdict = plain_dla(address, record, registry)
    if verdict is None:
        from ..rules.judge import judge_address  # it loads all rules of addresses

        verdict = judge_address(address, record, domains, registry)
    if record.issued:
        from ..rules.sb7_issued import issued_finding
        from ..suggestions.issued import issued_addresses

        if (further := issued_finding(verdict, issued_addresses(record, domains))) is not None:
            verdict = verdict._replace(findings=(*verdict.findings, further))
    if registry is not None:
        from ..rules.sb3_registry import own_code_finding

        if (further := own_code_finding(registry, record, verdict)) is not None:
            verdict = verdict._replace(findings=(*verdict.findings, further))
    outcome = decide(published_table(), NO_FACTS, verdict.state)
    match = None
    if registry is not None and (record.code or record.name.strip() or verdict.dla_code):
        match = in_registry(
            record if record.name.strip() else record._replace(code=record.code or verdict.dla_code), registry
        )
    suggested = suggestions_for(verdict, record, domains, registry)
    return AddressCheck(record, verdict, suggested, outcome, match)


def suggestions_for(
    verdict: AddressVerdict, record: AgencyRecord, domains: Domains, registry: "Registry | None"
) -> tuple[Suggestion, ...]:
    """At most three addresses to use instead; of nine in ten there is nothing to say, and nothing to load for it."""
    if verdict.state is AddressState.CORRECT and not record.issued and (registry is None or not verdict.findings):
        return ()

    from ..suggestions.suggest import suggest  # its libraries take 20 ms

    return suggest(verdict, record, domains, registry)


def in_registry(record: AgencyRecord, registry: "Registry") -> "NameMatch":
    """An agency in the registry: by its code, else by its name."""
    from ..model.registry import NO_MATCH, Likeness, NameMatch

    if record.code is None:
        return registry.match(record)
    entry = registry.find(record.code)
    return NO_MATCH if entry is None else NameMatch(Likeness.EXACT, (entry,), 1.0)


def ask_for_domains(
    checks: Sequence[AddressCheck], look_up: Callable[[Iterable[str]], DnsAnswers]
) -> list[AddressCheck]:
    """The checks with what DNS says of their domains, and SB604 where that is that no mail can arrive.

    `look_up` is asked once for the domains of all addresses (`ask_dns`).
    """
    from ..address.domains import domain_of

    answers = look_up(dict.fromkeys(domain_of(check.verdict.value or "") for check in checks if _has_domain(check)))
    return [
        check
        if (answer := answers.by_domain.get(domain_of(check.verdict.value or ""))) is None
        else _with_domain(check, answer)
        for check in checks
    ]


def _with_domain(check: AddressCheck, answer: DomainAnswer) -> AddressCheck:
    """What a check comes to where DNS was asked: delivery to a domain that cannot receive mail is known to fail."""
    from ..rules.sb6_delivery import domain_finding

    if (finding := domain_finding(answer)) is None:
        return check._replace(domain=answer)
    verdict = check.verdict._replace(findings=(*check.verdict.findings, finding))
    facts = NO_FACTS._replace(delivery=Delivery.FAILED, delivery_source=DeliverySource.DNS)
    outcome = decide(published_table(), facts, verdict.state)
    kept = receiving(check.suggestions, {answer.domain: answer})
    return check._replace(verdict=verdict, domain=answer, outcome=outcome, suggestions=kept)


def receiving(suggested: tuple[Suggestion, ...], answers: Mapping[str, DomainAnswer]) -> tuple[Suggestion, ...]:
    """The suggestions but for those at domains of which it is proved that no mail can arrive."""
    from ..address.domains import domain_of

    def is_dead(address: str) -> bool:
        answer = answers.get(domain_of(address))
        return answer is not None and answer.receives_none

    return tuple(suggestion for suggestion in suggested if not is_dead(suggestion.address))


def _has_domain(check: AddressCheck) -> bool:
    return "@" in (check.verdict.value or "")

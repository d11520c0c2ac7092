"""A record becomes an assessment. Nothing here prints or knows of files.

record ──judge──▶ verdict ──decide──▶ outcome ──▶ assessment
"""

from typing import TYPE_CHECKING, NamedTuple

from ..delivery.precedence import DeliveryPrecedence
from ..grouping.decide import decide
from ..grouping.table import GroupTable
from ..grouping.todo import same_steps, steps_for
from ..model.assessment import Assessment, Outcome, Step, state_for_group
from ..model.delivery import NO_CONTRADICTIONS, Delivery, DeliverySource, Evidence
from ..model.finding import Finding
from ..model.notice import StatedNotice
from ..model.policy import NO_POLICY, Policy
from ..model.record import AgencyRecord, Facts
from ..model.text import Text
from ..model.verdict import AddressState, AddressVerdict, Form
from ..rules.judge import judge_address
from ..rules.sb3_registry import own_code_finding
from ..rules.sb5_notice import NOTHING_TOLD, notice_findings, under_way
from ..rules.sb6_delivery import delivery_findings
from ..rules.sb7_issued import issued_finding
from ..rules.sb8_table import table_finding
from ..rules.sb9_data import (
    address_though_none_stated,
    delivered_without_address,
    delivery_contradiction,
    problem_finding,
)
from ..suggestions.issued import issued_addresses, matches_issued

if TYPE_CHECKING:
    from ..registry.registry import Registry
    from ..whose_notice.notice_and_row import Reconciled
    from ..whose_notice.notices_of_list import NoticesOfList


class _Grouped(NamedTuple):
    """What follows from facts and an address's state; `steps` is None where their words differ by agency."""

    outcome: Outcome
    findings: tuple[Finding, ...]
    steps: tuple[Step, ...] | None


_REMEMBERED = 10_000


class Assessor:
    """Judges agencies one by one against a group table.

    `assume` stands in for the delivery that is not known of an address; where there is none, or where a message to it
    is delayed or nobody could tell what became of it, nothing is assumed.
    `policy` is what the team's settings add to the published rules. With a `registry`, codes are looked up in it.
    `precedence` knows what bounces and DNS say of the addresses, where they were asked; `notices` what the agencies'
    notices state, where they were read.

    A list has few different facts, so what was decided on them is kept.
    """

    def __init__(
        self,
        table: GroupTable,
        assume: Delivery | None = None,
        policy: Policy = NO_POLICY,
        registry: "Registry | None" = None,
        precedence: DeliveryPrecedence | None = None,
        notices: "NoticesOfList | None" = None,
    ) -> None:
        self.table, self.policy = table, policy
        self._registry, self._precedence, self._notices = registry, precedence, notices
        self._assume, self._domains = assume, policy.domains
        self._weighs = policy.touches_findings
        more = (registry, precedence, notices, assume)
        self.judges_by_row_only = not self._weighs and all(one is None for one in more)
        """Whether an agency is judged by its row and nothing else."""
        self._known: dict[tuple[Facts, AddressState, bool], _Grouped] = {}

    def assess(self, record: AgencyRecord) -> Assessment:
        """The assessment of one agency, but for what only the whole list can show (SB902, SB903)."""
        verdict = judge_address(record.address, record, self._domains, self._registry)
        facts = record.facts
        if self.judges_by_row_only and not (record.issued or record.problems or facts.states_address is False):
            kind = record.kind
            is_local = kind is not None and kind.type_digits is not None
            outcome, found, steps = self._grouped(facts, verdict.state, is_local)
            if steps is None:
                steps = steps_for(self.table, outcome.group, record, verdict, ())
            found = verdict.findings + found
            # as `Assessment(…)` makes it, in half the time: one is made of each of a million rows
            return tuple.__new__(Assessment, (record, verdict, outcome, found, (), None, None, (), None, steps))
        return self._assess(record, verdict)

    def of_all(self, facts: Facts) -> Assessment | None:
        """What is said of all agencies with these facts and a correct address; None where it is not the same of all."""
        if not self.judges_by_row_only or facts.states_address is False:
            return None
        outcome, found, steps = self._grouped(facts, AddressState.CORRECT)
        if steps is None:
            return None
        verdict = AddressVerdict("", "", Form.DLA, AddressState.CORRECT)
        return Assessment(AgencyRecord(facts=facts), verdict, outcome, found, steps=steps)

    def _assess(self, record: AgencyRecord, verdict: AddressVerdict) -> Assessment:
        """The same for any row, and for whatever is known besides it."""
        stated: StatedNotice | None = None
        said: tuple[Finding, ...] = ()
        unclear = NOTHING_TOLD
        if self._notices is not None:
            stated = self._notices.of(record.row)
            facts, verdict, said, unclear = self._beside_notice(record, verdict, stated, self._notices)
            record = record._replace(facts=facts)
        state = state_for_group(record, verdict)
        facts, evidence, contradictions = record.facts, None, NO_CONTRADICTIONS
        if self._precedence is not None:
            facts, evidence, contradictions = self._precedence.apply(facts, verdict)
        assume = None if evidence is not None and evidence.is_in_doubt else self._assume
        if assume is not None and facts.delivery is Delivery.UNKNOWN and state is not AddressState.MISSING:
            facts = facts._replace(delivery=assume, delivery_source=DeliverySource.ASSUMED)
        if facts is not record.facts:
            record = record._replace(facts=facts)
        if unclear is not NOTHING_TOLD or (evidence is not None and evidence.says_more_than(facts.delivery)):
            outcome, found, steps = self._decide(facts, state, evidence, unclear)
        else:
            outcome, found, steps = self._grouped(facts, state)
        if verdict.findings:
            found = verdict.findings + found
        issued: tuple[str, ...] = ()
        same = None
        if record.issued:
            issued, same = issued_addresses(record, self._domains), matches_issued(verdict, record)
            if (finding := issued_finding(verdict, issued)) is not None:
                found = (*found, finding)
        if state is not verdict.state and verdict.value is not None:
            found = (*found, address_though_none_stated(verdict.value))
        if record.problems:
            found = (*found, *map(problem_finding, record.problems))
        if said:
            found = found + said
        if contradictions:
            found = found + tuple(map(delivery_contradiction, contradictions))
        if self._registry is not None and (finding := own_code_finding(self._registry, record, verdict)) is not None:
            found = (*found, finding)
        ignored: tuple[Finding, ...] = ()
        if self._weighs and found:
            found, ignored = self.policy.part(found)
        if steps is None or state is not verdict.state:
            steps = steps_for(self.table, outcome.group, record, verdict, issued)
        return Assessment(record, verdict, outcome, found, ignored, evidence, stated, issued, same, steps)

    def _beside_notice(
        self, record: AgencyRecord, verdict: AddressVerdict, stated: StatedNotice | None, notices: "NoticesOfList"
    ) -> "Reconciled":
        from ..whose_notice.notice_and_row import Reconciled, beside_unclear_notice, reconcile_with_notice

        if (unclear := notices.unclear(record.row)) is not None:
            return beside_unclear_notice(record, verdict, unclear)
        if stated is not None:
            return reconcile_with_notice(record, verdict, stated, self._judge)
        return Reconciled(record.facts, verdict)

    def _judge(self, address: str, record: AgencyRecord) -> AddressVerdict:
        return judge_address(address, record, self._domains, self._registry)

    def _grouped(self, facts: Facts, state: AddressState, is_local: bool = False) -> _Grouped:
        """What is decided on facts that say all there is; `is_local`, of a local body to which nothing was issued."""
        known = self._known.get((facts, state, is_local))
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            known = self._known[facts, state, is_local] = self._decide(facts, state, is_local=is_local)
        return known

    def _decide(
        self,
        facts: Facts,
        state: AddressState,
        evidence: Evidence | None = None,
        unclear: Text = NOTHING_TOLD,
        *,
        is_local: bool = False,
    ) -> _Grouped:
        outcome = decide(self.table, facts, state)
        missing = state is AddressState.MISSING
        findings = list(notice_findings(facts, stated=not missing))
        if not missing:
            findings += delivery_findings(facts.delivery, evidence)
        elif facts.delivery in (Delivery.DELIVERED, Delivery.FULL):
            findings.append(delivered_without_address())
        told = under_way(facts) if facts.notice_and_posted is False else NOTHING_TOLD
        if "address" in outcome.missing:
            told = Text(told.th + unclear.th, told.en + unclear.en)
        if (finding := table_finding(outcome, told)) is not None:
            findings.append(finding)
        return _Grouped(
            outcome, tuple(findings), same_steps(self.table, outcome.group, facts, state, is_local=is_local)
        )

"""Records become assessments, and assessments a summary. Nothing here prints or knows of files.

    record ──judge──▶ verdict ──decide──▶ outcome ──▶ assessment ──count──▶ summary

Every record that goes in comes out as one assessment, in the same order; rows that are no agencies go beside it.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from ..delivery.precedence import DeliveryPrecedence
from ..grouping.decide import decide
from ..grouping.table import GroupTable
from ..grouping.todo import steps_for
from ..intake.records import RecordReader
from ..intake.set_aside import RowsSetAside
from ..model.assessment import OUTSIDE, Assessment, Outcome, state_for_group
from ..model.delivery import NO_CONTRADICTIONS, Delivery, DeliverySource, Evidence
from ..model.finding import Finding
from ..model.notice import StatedNotice
from ..model.policy import NO_POLICY, Policy
from ..model.record import AgencyRecord, Facts, SourceRow
from ..model.text import Text
from ..model.verdict import AddressState, AddressVerdict
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
from .duplicates import DuplicateFinder
from .summary import Summary

if TYPE_CHECKING:
    from ..registry.registry import Registry
    from ..whose_notice.notice_and_row import Reconciled
    from ..whose_notice.notices_of_list import NoticesOfList
    from .narrowing import Narrowing


class _Grouped(NamedTuple):
    outcome: Outcome
    findings: tuple[Finding, ...]


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
        self._has_steps = frozenset((OUTSIDE, *(group for group in table.groups if table.steps_of(group))))
        self._known: dict[tuple[Facts, AddressState], _Grouped] = {}

    def assess(self, record: AgencyRecord) -> Assessment:
        """The assessment of one agency, but for what only the whole list can show (SB902, SB903)."""
        verdict = judge_address(record.address, record, self._domains, self._registry)
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
            outcome, found = self._decide(facts, state, evidence, unclear)
        else:
            outcome, found = self._grouped(facts, state)
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
        steps = (
            steps_for(self.table, outcome.group, record, verdict, issued) if outcome.group in self._has_steps else ()
        )
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

    def _grouped(self, facts: Facts, state: AddressState) -> _Grouped:
        """What is decided on facts that say all there is."""
        known = self._known.get((facts, state))
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            known = self._known[facts, state] = self._decide(facts, state)
        return known

    def _decide(
        self, facts: Facts, state: AddressState, evidence: Evidence | None = None, unclear: Text = NOTHING_TOLD
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
        return _Grouped(outcome, tuple(findings))


class Classified(NamedTuple):
    """The summary of all agencies, those that were kept (all, unless the caller wanted fewer), and the other rows."""

    summary: Summary
    agencies: tuple[Assessment, ...]
    set_aside: RowsSetAside


def keep_all(assessment: Assessment) -> bool:
    return True


def classify_rows(
    rows: Iterable[SourceRow],
    reader: RecordReader,
    assessor: Assessor,
    keep: Callable[[Assessment], bool] = keep_all,
    *,
    keep_set_aside: bool = True,
    narrowing: "Narrowing | None" = None,
) -> Classified:
    """Judge all rows in one pass.

    `keep` says which assessments to hold on to: a screen that shows twenty rows of a million needs no more.
    Rows that are no agencies are only counted where `keep_set_aside` is False. `narrowing` says which agencies count;
    the others are judged for what only the whole list can show (SB902, SB903), and asked for no more.
    """
    assess, read, policy = assessor.assess, reader.read, assessor.policy
    summary, duplicates = Summary(assessor.table, policy), DuplicateFinder()
    kept: list[tuple[int, Assessment]] = []
    aside = RowsSetAside(whole=keep_set_aside)
    late = narrowing is not None and narrowing.asks_for_duplicates
    for row in rows:
        record = read(row)
        if not isinstance(record, AgencyRecord):
            aside.add(record)
            continue
        assessment = assess(record)
        counts = narrowing is None or late or narrowing.fits(assessment)
        position = duplicates.add(assessment, counts=counts)
        if counts and not late:
            summary.add(assessment)
        if counts and (late or keep(assessment)):
            kept.append((position, assessment))
    fired = duplicates.finish()
    agencies = [_with_duplicates(a, duplicates.findings(position), policy) for position, a in kept]
    if narrowing is not None and late:
        agencies = [agency for agency in agencies if narrowing.fits(agency)]
        for agency in agencies:
            summary.add(agency)
        agencies = [agency for agency in agencies if keep(agency)]
    else:
        summary.add_rules(fired)
    return Classified(summary, tuple(agencies), aside)


def _with_duplicates(assessment: Assessment, found: tuple[Finding, ...], policy: Policy) -> Assessment:
    if not found:
        return assessment
    counted, ignored = policy.part(found)
    return assessment._replace(findings=assessment.findings + counted, ignored=assessment.ignored + ignored)

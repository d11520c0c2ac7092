"""Records become assessments, and assessments a summary. Nothing here prints or knows of files.

    record ──judge──▶ verdict ──decide──▶ outcome ──▶ assessment ──count──▶ summary

Every record that goes in comes out as one assessment, in the same order; rows that are no agencies go beside it.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from ..delivery.precedence import DeliveryPrecedence
from ..grouping.decide import decide
from ..grouping.table import GroupTable
from ..intake.records import RecordReader
from ..intake.set_aside import RowsSetAside
from ..model.assessment import Assessment, Outcome
from ..model.delivery import NO_CONTRADICTIONS, Delivery, DeliverySource, Evidence
from ..model.finding import Finding
from ..model.policy import NO_POLICY, Domains, Policy
from ..model.record import AgencyRecord, Facts, SourceRow
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
from ..suggestions.issued import issued_addresses
from .duplicates import DuplicateFinder
from .plain import PlainRows
from .summary import Summary

if TYPE_CHECKING:
    from ..registry.registry import Registry
    from ..whose_notice.notices_of_list import NoticesOfList


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

    Facts that the reader has read before are the same object again, so what was decided on them is kept.
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
        self._registry, self._precedence, self._notices = registry, precedence, notices
        self._table, self._assume, self._policy, self._domains = table, assume, policy, policy.domains
        self._weighs = policy.touches_findings
        self._assumed: dict[Facts, Facts] = {}
        self._noticed: dict[Facts, Facts] = {}
        self._known: dict[int, tuple[Facts, dict[str, _Grouped]]] = {}

    def assess(self, record: AgencyRecord) -> Assessment:
        """The assessment of one agency, but for what only the whole list can show (SB902, SB903)."""
        verdict = judge_address(record.address, record, self._domains, self._registry)
        stated = None if self._notices is None else self._notices.of(record.row)
        said: tuple[Finding, ...] = ()
        if stated is not None:
            from ..whose_notice.notice_and_row import reconcile_with_notice  # few lists have notices beside them

            facts, verdict, said = reconcile_with_notice(record, verdict, stated, self._judge)
            if facts is not record.facts:
                record = record._replace(facts=self._noticed.setdefault(facts, facts))
        state, facts = verdict.state, record.facts
        unstated = facts.states_address is False and state is not AddressState.UNKNOWN
        stated_as = AddressState.MISSING if unstated else state
        evidence, contradictions = None, NO_CONTRADICTIONS
        if self._precedence is not None:
            facts, evidence, contradictions = self._precedence.apply(facts, verdict)
            if facts is not record.facts:
                record = record._replace(facts=facts)
        assume = None if evidence is not None and evidence.is_in_doubt else self._assume
        if assume is not None and facts.delivery is Delivery.UNKNOWN and stated_as is not AddressState.MISSING:
            facts = self._assumed.setdefault(
                facts, facts._replace(delivery=assume, delivery_source=DeliverySource.ASSUMED)
            )
            record = record._replace(facts=facts)
        if evidence is not None and evidence.says_more_than(facts.delivery):
            outcome, found = self._decide(facts, stated_as, evidence)
        else:
            outcome, found = self._grouped(facts, stated_as)
        if verdict.findings:
            found = verdict.findings + found
        if record.issued or record.problems or unstated:
            found = found + tuple(_further(record, verdict, unstated, self._domains))
        if said:
            found = found + said
        if contradictions:
            found = found + tuple(map(delivery_contradiction, contradictions))
        if self._registry is not None and (finding := own_code_finding(self._registry, record, verdict)) is not None:
            found = (*found, finding)
        if self._weighs and found:
            return Assessment(record, verdict, outcome, *self._policy.part(found), evidence, stated)
        return Assessment(record, verdict, outcome, found, evidence=evidence, notice=stated)

    def _judge(self, address: str, record: AgencyRecord) -> AddressVerdict:
        return judge_address(address, record, self._domains, self._registry)

    def _grouped(self, facts: Facts, state: AddressState) -> _Grouped:
        """What is decided on facts that say all there is."""
        known = self._known.get(id(facts))
        if known is None or known[0] is not facts:
            known = self._remember(facts)
        grouped = known[1].get(state._value_)
        if grouped is None:
            grouped = known[1][state._value_] = self._decide(facts, state)
        return grouped

    def _remember(self, facts: Facts) -> tuple[Facts, dict[str, _Grouped]]:
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        known = self._known[id(facts)] = (facts, {})
        return known

    def _decide(self, facts: Facts, state: AddressState, evidence: Evidence | None = None) -> _Grouped:
        outcome = decide(self._table, facts, state)
        missing = state is AddressState.MISSING
        findings = list(notice_findings(facts, stated=not missing))
        if not missing:
            findings += delivery_findings(facts.delivery, evidence)
        elif facts.delivery in (Delivery.DELIVERED, Delivery.FULL):
            findings.append(delivered_without_address())
        told = under_way(facts) if facts.notice_and_posted is False else NOTHING_TOLD
        if (finding := table_finding(outcome, told)) is not None:
            findings.append(finding)
        return _Grouped(outcome, tuple(findings))


def _further(record: AgencyRecord, verdict: AddressVerdict, unstated: bool, domains: Domains) -> Iterable[Finding]:
    if record.issued and (finding := issued_finding(verdict, issued_addresses(record, domains))) is not None:
        yield finding
    if unstated and verdict.value is not None:
        yield address_though_none_stated(verdict.value)
    for problem in record.problems:
        yield problem_finding(problem)


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
    table: GroupTable,
    keep: Callable[[Assessment], bool] = keep_all,
    *,
    keep_plain: bool = True,
    keep_set_aside: bool = True,
    assume: Delivery | None = None,
    policy: Policy = NO_POLICY,
    registry: "Registry | None" = None,
    precedence: DeliveryPrecedence | None = None,
    notices: "NoticesOfList | None" = None,
) -> Classified:
    """Judge all rows in one pass.

    `keep` says which assessments to hold on to: a screen that shows twenty rows of a million needs no more.
    Rows about which there is nothing to say are only counted where `keep_plain` is False, and rows that are no
    agencies where `keep_set_aside` is.
    `assume`, `policy`, `registry`, `precedence` and `notices` are those of `Assessor`.
    """
    assess, read = Assessor(table, assume, policy, registry, precedence, notices).assess, reader.read
    summary, duplicates = Summary(table, policy), DuplicateFinder()
    plain = (
        None
        if keep_plain or precedence is not None or notices is not None
        else PlainRows(reader.header, duplicates, registry)
    )
    kept: list[tuple[int, Assessment]] = []
    aside = RowsSetAside(whole=keep_set_aside)
    for row in rows if plain is None else plain.sift(rows):
        record = read(row)
        if not isinstance(record, AgencyRecord):
            aside.add(record)
            continue
        assessment = assess(record)
        summary.add(assessment)
        position = duplicates.add(assessment)
        if plain is not None and not table.steps_of(assessment.group):
            plain.learn(row, assessment)
        if keep(assessment):
            kept.append((position, assessment))
    if plain is not None:
        summary.add_plain(plain.counted)
    summary.add_rules(duplicates.finish())
    agencies = tuple(_with_duplicates(a, duplicates.findings(position), policy) for position, a in kept)
    return Classified(summary, agencies, aside)


def _with_duplicates(assessment: Assessment, found: tuple[Finding, ...], policy: Policy) -> Assessment:
    if not found:
        return assessment
    counted, ignored = policy.part(found)
    return assessment._replace(findings=assessment.findings + counted, ignored=assessment.ignored + ignored)

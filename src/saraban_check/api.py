"""The Python API: what the command line uses, and nothing else.

>>> from saraban_check import check_address
>>> check_address("saraban_6820101@dla.go.th").suggestions[0].address
'saraban_06820101@dla.go.th'
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal, NamedTuple

from .model.assessment import DONE, NOTHING_TO_DO, OUTSIDE, UNDETERMINED, Assessment, Outcome, Step
from .model.delivery import (
    Delivery,
    DeliveryReport,
    DeliverySource,
    DnsAnswers,
    DnsReason,
    DomainAnswer,
    Evidence,
    MailStatus,
    Reception,
)
from .model.errors import InputError, RequestError, SarabanError
from .model.finding import Finding, Rule, Severity, Standard
from .model.notice import Document, DocumentKind, Notice, NoticeCheck, NoticeState, Stated
from .model.policy import NO_POLICY, PUBLISHED, Domains, Policy
from .model.record import NO_FACTS, AgencyRecord, Facts, Kind, Province, RowKind, SetAside, SourceRow
from .model.registry import NO_MATCH, Likeness, NameMatch, RegistryEntry
from .model.text import Lang, Text
from .model.verdict import AddressState, AddressVerdict, Form, Origin, Suggestion
from .notice_api import (
    check_notice_text,
    check_notices,
    is_document,
    load_agencies,
    no_agencies,
    notices_of_list,
    today,
)

if TYPE_CHECKING:  # the rest is loaded where it is used: who checks one address needs no workbook reader
    import datetime

    from .bounces.kinds import MailKind
    from .bounces.reading import Bounces
    from .bounces.tally import BounceTally
    from .breakdown import Aspect, Breakdown, Part
    from .comparison.match import MatchedBy, WhyNot
    from .comparison.moves import Change, Comparison, Entry, ProvinceChanges
    from .comparison.standing import Round, Standing
    from .delivery.agencies import AgencyDeliveries, AgencyDelivery, Known
    from .delivery.evidence import DeliveryEvidence
    from .delivery.gathered import GatheredReports
    from .dns_lookup.options import CacheNote, DnsOptions
    from .drafting.choosing import ChosenAddress, NoAddress
    from .drafting.facts import DraftFacts, MissingFact
    from .drafting.plan import Draft, DraftPlan, NotDrafted, WhyNotDrafted
    from .drafting.wording import NoticeParagraph, NoticePiece, NoticeRole
    from .filing.agencies import Agencies
    from .filing.files import NoticeFile
    from .filing.stated import NoticesOfList
    from .fixing.changes import CellChange, ChangeKind, FixPlan, NotChanged, Obstacle
    from .gating.baseline import AgainstBaseline, Baseline, Fixed
    from .gating.gate import Gate, Judgement, Share
    from .grouping.change import Move
    from .grouping.table import GroupTable, TableRow
    from .intake.limits import Limits
    from .intake.table import Table
    from .reference.steps import Contact
    from .registry.differences import Differences
    from .registry.importing import Imported, LeftOut
    from .registry.registry import Registry
    from .registry.upgrades import Upgrade
    from .summary import Action, Summary

RULESET = "2569-02-17"
"""The date of the published table that the verdicts rest on (Buddhist era)."""

Assume = Literal["delivered", "failed"]

__all__ = [
    "DONE",
    "NOTHING_TO_DO",
    "NO_POLICY",
    "OUTSIDE",
    "PUBLISHED",
    "RULESET",
    "UNDETERMINED",
    "Action",
    "AddressCheck",
    "AddressState",
    "AddressVerdict",
    "AgainstBaseline",
    "Agencies",
    "AgencyDeliveries",
    "AgencyDelivery",
    "AgencyRecord",
    "Aspect",
    "Assessment",
    "Assume",
    "Baseline",
    "BounceTally",
    "Bounces",
    "Breakdown",
    "CacheNote",
    "CellChange",
    "Change",
    "ChangeKind",
    "ChosenAddress",
    "Classification",
    "Comparison",
    "Contact",
    "Delivery",
    "DeliveryEvidence",
    "DeliveryReport",
    "DeliverySource",
    "Differences",
    "DnsAnswers",
    "DnsOptions",
    "DnsReason",
    "Document",
    "DocumentKind",
    "DomainAnswer",
    "Domains",
    "Draft",
    "DraftFacts",
    "DraftPlan",
    "Entry",
    "Evidence",
    "Facts",
    "Finding",
    "FixPlan",
    "Fixed",
    "Form",
    "Gate",
    "GatheredReports",
    "GroupTable",
    "Imported",
    "InputError",
    "Judgement",
    "Kind",
    "Known",
    "Lang",
    "LeftOut",
    "Likeness",
    "Limits",
    "MailKind",
    "MailStatus",
    "MatchedBy",
    "MissingFact",
    "Move",
    "NameMatch",
    "NoAddress",
    "NotChanged",
    "NotDrafted",
    "Notice",
    "NoticeCheck",
    "NoticeFile",
    "NoticeParagraph",
    "NoticePiece",
    "NoticeRole",
    "NoticeState",
    "NoticesOfList",
    "Obstacle",
    "Origin",
    "Outcome",
    "Part",
    "Policy",
    "Province",
    "ProvinceChanges",
    "Reception",
    "Registry",
    "RegistryEntry",
    "RequestError",
    "Round",
    "RowKind",
    "Rule",
    "SarabanError",
    "SetAside",
    "Severity",
    "Share",
    "Standard",
    "Standing",
    "Stated",
    "Step",
    "Suggestion",
    "Summary",
    "TableRow",
    "Text",
    "Upgrade",
    "WhyNot",
    "WhyNotDrafted",
    "agency_key",
    "agency_record",
    "all_provinces",
    "all_rules",
    "ask_dns",
    "ask_for_domains",
    "baseline_of",
    "break_down",
    "check_address",
    "check_notice_text",
    "check_notices",
    "classify",
    "compare",
    "contacts",
    "day_of_notice",
    "delivery_of",
    "draft_facts",
    "find_agencies",
    "find_rule",
    "import_registry",
    "is_central_provider",
    "is_document",
    "is_doubt",
    "is_free_mail",
    "is_mail_file",
    "is_packed_registry",
    "judge",
    "load_agencies",
    "load_baseline",
    "load_delivery",
    "load_group_table",
    "load_registry",
    "match_deliveries",
    "may_be_marked",
    "met_by_notices",
    "met_condition",
    "notice_paragraphs",
    "notices_of_list",
    "plan_drafts",
    "plan_fixes",
    "probable_upgrade",
    "province_named",
    "published_group_table",
    "read_bounces",
    "read_day",
    "read_dns_options",
    "read_gate",
    "read_gate_share",
    "read_limits",
    "read_mapping",
    "read_notice_conditions",
    "read_required",
    "read_stream",
    "read_whole",
    "registry_differences",
    "registry_doubts",
    "render_baseline",
    "render_registry",
    "source_of",
    "today",
]


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
    registry_match: NameMatch | None = None
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
        from .suggestions.issued import matches_issued

        return matches_issued(self.verdict, self.record)


_BAD_CODE = Text(
    "--code {found}: ต้องเป็นรหัส อปท. 8 หลักที่มีอยู่จริง เช่น 06480115",
    "--code {found}: give an 8-digit DLA code that can exist, such as 06480115",
)
_BAD_PROVINCE = Text("--province {found}: ไม่รู้จักจังหวัดนี้{near}", "--province {found}: no such province{near}")
_BAD_KIND = Text("--kind {found}: ไม่รู้จักประเภทนี้ ใช้ {choices}", "--kind {found}: no such kind of agency; use {choices}")


def check_address(
    address: str,
    *,
    code: str | None = None,
    province: str | None = None,
    kind: str | None = None,
    website: str | None = None,
    name: str | None = None,
    amphoe: str | None = None,
    issued: str | None = None,
    domains: Domains = PUBLISHED,
    registry: "Registry | None" = None,
) -> AddressCheck:
    """Check one address, in the light of what is known of its agency.

    `issued` are the addresses that were issued centrally, several separated by commas; `domains` what
    is accepted or refused besides the published lists; in a `registry` the code and the name are looked up.
    Raises RequestError where a code, province or kind cannot exist. Source: decisions: Addresses to Lists.
    """
    from .grouping.decide import decide
    from .grouping.table import published_table
    from .rules.judge import judge_address

    record = agency_record(
        code=code,
        province=province,
        kind=kind,
        website=website,
        name=name,
        amphoe=amphoe,
        issued=issued,
        address=address,
    )
    verdict = judge_address(address, record, domains, registry)
    if record.issued:
        from .rules.sb7_issued import issued_finding
        from .suggestions.issued import issued_addresses

        if (further := issued_finding(verdict, issued_addresses(record, domains))) is not None:
            verdict = verdict._replace(findings=(*verdict.findings, further))
    if registry is not None:
        from .rules.sb3_registry import own_code_finding

        if (further := own_code_finding(registry, record, verdict)) is not None:
            verdict = verdict._replace(findings=(*verdict.findings, further))
    outcome = decide(published_table(), NO_FACTS, verdict.state)
    match = None
    if registry is not None and (record.code or record.name.strip() or verdict.dla_code):
        match = _in_registry(
            record if record.name.strip() else record._replace(code=record.code or verdict.dla_code), registry
        )
    suggested = _suggestions(verdict, record, domains, registry)
    return AddressCheck(record, verdict, suggested, outcome, match)


def agency_record(
    *,
    code: str | None = None,
    province: str | None = None,
    kind: str | None = None,
    website: str | None = None,
    name: str | None = None,
    amphoe: str | None = None,
    issued: str | None = None,
    address: str | None = None,
) -> AgencyRecord:
    """What is known of one agency, from texts as people write them. A kind that is not given is taken from the name.

    Raises RequestError where a code, province or kind cannot exist.
    """
    from .intake.cells import read_code
    from .reference.kinds import find_kind, kind_of_name, kinds
    from .reference.places import find_province

    read = read_code(code) if code else None
    if read is not None and read.value is None:
        raise RequestError(_BAD_CODE, found=code)
    place = find_province(province) if province else None
    if province and place is None:
        raise RequestError(_BAD_PROVINCE, found=province, near=_nearest_province(province))
    sort = find_kind(kind) if kind else kind_of_name(name) if name else None
    if kind and sort is None:
        raise RequestError(_BAD_KIND, found=kind, choices=", ".join(kinds()))
    return AgencyRecord(
        code=read.value if read else None,
        name=name or "",
        kind=sort,
        amphoe=amphoe or "",
        province=place,
        website=website or "",
        address=address or "",
        issued=issued or "",
    )


def _suggestions(
    verdict: AddressVerdict, record: AgencyRecord, domains: Domains, registry: "Registry | None"
) -> tuple[Suggestion, ...]:
    """At most three addresses to use instead; of nine in ten there is nothing to say, and nothing to load for it."""
    if verdict.state is AddressState.CORRECT and not record.issued and (registry is None or not verdict.findings):
        return ()
    from .suggestions.suggest import suggest

    return suggest(verdict, record, domains, registry)


def _in_registry(record: AgencyRecord, registry: "Registry") -> NameMatch:
    """An agency by its code, else by its name."""
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
    from .address.domains import domain_of

    answers = look_up(dict.fromkeys(domain_of(check.verdict.value or "") for check in checks if _has_domain(check)))
    return [
        check
        if (answer := answers.by_domain.get(domain_of(check.verdict.value or ""))) is None
        else _with_domain(check, answer)
        for check in checks
    ]


def _with_domain(check: AddressCheck, answer: DomainAnswer) -> AddressCheck:
    """What a check comes to where DNS was asked: delivery to a domain that cannot receive mail is known to fail."""
    from .grouping.decide import decide
    from .grouping.table import published_table
    from .rules.sb6_delivery import domain_finding

    if (finding := domain_finding(answer)) is None:
        return check._replace(domain=answer)
    verdict = check.verdict._replace(findings=(*check.verdict.findings, finding))
    facts = NO_FACTS._replace(delivery=Delivery.FAILED, delivery_source=DeliverySource.DNS)
    outcome = decide(published_table(), facts, verdict.state)
    kept = _receiving(check.suggestions, {answer.domain: answer})
    return check._replace(verdict=verdict, domain=answer, outcome=outcome, suggestions=kept)


def _receiving(suggested: tuple[Suggestion, ...], answers: Mapping[str, DomainAnswer]) -> tuple[Suggestion, ...]:
    """The suggestions but for those at domains of which it is proved that no mail can arrive."""
    from .address.domains import domain_of

    def is_dead(address: str) -> bool:
        answer = answers.get(domain_of(address))
        return answer is not None and answer.receives_none

    return tuple(suggestion for suggestion in suggested if not is_dead(suggestion.address))


def _has_domain(check: AddressCheck) -> bool:
    return "@" in (check.verdict.value or "")


@dataclass(frozen=True)
class Classification:
    """A classified list: where it came from, the summary, and the agencies in the order of their rows.

    `agencies` holds all of them, unless fewer were asked for. `unlisted` is how many addresses `delivery` tells of that
    are no agency's; `notices` are those that were set beside the list. `set_aside` are the rows that are no agencies
    (totals, notes, the header again): all `set_aside_count` of them with their cells, unless fewer were asked for.
    """

    source: "Table"
    table: "GroupTable"
    summary: "Summary"
    agencies: tuple[Assessment, ...]
    assume: Assume | None = None
    registry: "Registry | None" = None
    delivery: "DeliveryEvidence | None" = None
    dns: DnsAnswers | None = None
    unlisted: int = 0
    notices: "NoticesOfList | None" = None
    set_aside: tuple[SetAside, ...] = ()
    set_aside_count: int = 0
    _issued: dict[int, tuple[str, ...]] = field(default_factory=dict, repr=False)
    _suggestions: dict[int, tuple[Suggestion, ...]] = field(default_factory=dict, repr=False)

    @property
    def policy(self) -> Policy:
        """What the team's settings added to the published rules."""
        return self.summary.policy

    @property
    def has_own_table(self) -> bool:
        """Whether the groups rest on another table than the published one."""
        return self.table != published_group_table()

    def issued(self, agency: Assessment) -> tuple[str, ...]:
        """The correct addresses that were issued to an agency, สถ.'s first."""
        if not agency.record.issued:
            return ()
        from .suggestions.issued import issued_addresses

        row = agency.record.row
        if row not in self._issued:
            self._issued[row] = issued_addresses(agency.record, self.policy.domains)
        return self._issued[row]

    def matches_issued(self, agency: Assessment) -> bool | None:
        """Whether the judged address is one of those issued (ตรง / ไม่ตรง); None where there is nothing to compare."""
        if not agency.record.issued:
            return None
        from .suggestions.issued import matches_issued

        return matches_issued(agency.verdict, agency.record)

    def suggestions(self, agency: Assessment) -> tuple[Suggestion, ...]:
        """At most three addresses to use instead, best first."""
        verdict, row = agency.verdict, agency.record.row
        if verdict.state is AddressState.CORRECT and not agency.record.issued and not verdict.findings:
            return ()  # nine of ten
        if row not in self._suggestions:  # several reports of one run ask for them
            found = _suggestions(verdict, agency.record, self.policy.domains, self.registry)
            if self.dns is not None and found:
                found = _receiving(found, self.dns.by_domain)
            self._suggestions[row] = found
        return self._suggestions[row]

    def registry_match(self, agency: Assessment) -> NameMatch:
        """The agency in the registry: by its code, else by its name. `NO_MATCH` where none is loaded."""
        return NO_MATCH if self.registry is None else _in_registry(agency.record, self.registry)

    def steps(self, agency: Assessment) -> tuple[Step, ...]:
        """What the agency has to do."""
        if not self.table.steps_of(agency.group):
            return ()
        from .grouping.todo import steps_for

        return steps_for(self.table, agency, self.issued(agency))

    def group_steps(self, group: str) -> tuple[Step, ...]:
        """What an agency in a group has to do, as the table has it."""
        from .grouping.todo import steps_of_group

        return steps_of_group(self.table, group)

    def offices(self, agency: Assessment) -> "tuple[Contact, ...]":
        """Whom an agency asks about what it has to do, or somebody about what is not known of it."""
        from .grouping.todo import offices_for, step_keys

        suggested = self.suggestions(agency)
        address = suggested[0].address if suggested else agency.verdict.value or ""
        return offices_for(agency, step_keys(self.table, agency, self.issued(agency)), address)

    def part(self, agencies: Iterable[Assessment]) -> "Classification":
        """The classification of some of the agencies, with a summary of their own.

        What was found by comparing the whole list (SB902, SB903) stays with them; rows that are no agencies go.
        """
        from .summary import Summary

        chosen, summary = tuple(agencies), Summary(self.table, self.policy)
        for agency in chosen:
            summary.add(agency)
        return replace(self, summary=summary, agencies=chosen, set_aside=(), set_aside_count=0)

    def matched_row(self, agency: Assessment) -> "TableRow | None":
        """The row of the group table that the agency's facts matched."""
        return None if agency.outcome.row is None else self.table.rows[agency.outcome.row]

    def moves(self, agency: Assessment) -> "tuple[Move, ...]":
        """The smallest changes that would move the agency to another group, nearest first.

        Empty where a fact is unknown: then the first thing to do is to find it out.
        """
        from .grouping.change import smallest_moves
        from .grouping.decide import combinations

        facts = agency.record.facts
        state = agency.verdict.state
        if facts.states_address is False and state is not AddressState.UNKNOWN:
            state = AddressState.MISSING
        possible = list(dict.fromkeys(combinations(facts, state)))
        return smallest_moves(self.table, possible[0]) if len(possible) == 1 else ()

    def rows(self) -> Iterator[Assessment | SetAside]:
        """The agencies and the rows set aside, in the order in which they stand in the list."""
        from heapq import merge

        def place(row: Assessment | SetAside) -> int:
            return row.row if isinstance(row, SetAside) else row.record.row

        return merge(self.agencies, self.set_aside, key=place)

    @cached_property
    def by_row(self) -> dict[int, Assessment]:
        """The agencies by the number of their row."""
        return {agency.record.row: agency for agency in self.agencies}


def classify(
    path: str | Path,
    *,
    sheet: str | None = None,
    mapping: dict[str, str] | None = None,
    require: Sequence[str] = (),
    encoding: str | None = None,
    limits: "Limits | None" = None,
    assume: Assume | None = None,
    table: "GroupTable | None" = None,
    policy: Policy = NO_POLICY,
    registry: "Registry | None" = None,
    delivery: "DeliveryEvidence | None" = None,
    look_up: Callable[[Iterable[str]], DnsAnswers] | None = None,
    look_up_rows: Container[int] | None = None,
    read_notices: "Callable[[Agencies], NoticesOfList] | None" = None,
    keep: Callable[[Assessment], bool] | None = None,
    keep_plain: bool = True,
    keep_set_aside: bool = True,
    on_open: "Callable[[Table], None] | None" = None,
    on_rows: Callable[[int], None] | None = None,
) -> Classification:
    """Classify all agencies of a CSV or XLSX file.

    `mapping` gives headings by field where they are not recognised; `require` are the fields that must have a column;
    `assume` stands in for delivery facts that
    are missing; `policy` is what the team's settings add to the published rules; in the `registry` codes and names
    are looked up. `delivery` is what bounces say of the addresses (`load_delivery`, or `DeliveryEvidence` over
    `read_bounces`); `look_up`
    is asked once for the domains of all addresses (`ask_dns`), or of those in `look_up_rows`, for which the file is
    read twice. `read_notices` is given the list's agencies and reads their notices (`notices_of_list`), for which it is
    read twice, too: an address that the list lacks is then taken from the notice, and contradictions are SB905.
    `keep` and `keep_plain` narrow which assessments are held, never the counts; without `keep_set_aside` the rows that
    are no agencies are counted, and the first of them held without their cells. `on_open` is told of the table before
    it is read, `on_rows` every thousand rows how many were read.

    Raises InputError where the file cannot be used, RequestError where an option does not fit it. Source:
    decisions: Lists to Groups.
    """
    from .grouping.table import published_table
    from .intake.limits import DEFAULT_LIMITS
    from .intake.options import ReadOptions
    from .intake.records import RecordReader
    from .intake.set_aside import RowsSetAside
    from .intake.source import open_table
    from .pipeline import classify_rows, keep_all

    options = ReadOptions(sheet, mapping or {}, encoding, limits or DEFAULT_LIMITS, required=require)
    source = open_table(Path(path), options)
    if on_open is not None:
        on_open(source)
    groups = table or published_table()
    reader = RecordReader(source.header)
    supposed = Delivery(assume) if assume else None
    notices = None
    if read_notices is not None:
        from .filing.agencies import Agencies

        notices = read_notices(Agencies(reader.agencies(source.rows(), RowsSetAside(whole=False))))
    dns = None
    if look_up is not None:
        from .address.domains import domains_of

        asked = (row for row in source.rows() if look_up_rows is None or row.number in look_up_rows)
        dns = look_up(domains_of(_stated(reader.agencies(asked, RowsSetAside(whole=False)), notices)))
    settler = None
    if delivery is not None or dns is not None:
        from .delivery.settle import Settler

        settler = Settler(delivery, dns)
    rows = source.rows() if on_rows is None else _counted(source.rows(), on_rows)
    summary, agencies, aside = classify_rows(
        rows,
        reader,
        groups,
        keep or keep_all,
        keep_plain=keep_plain,
        keep_set_aside=keep_set_aside,
        assume=supposed,
        policy=policy,
        registry=registry,
        settler=settler,
        notices=notices,
    )
    if summary.total == 0:
        raise no_agencies(source.file, source.header_row, aside.count)
    unlisted = settler.unlisted if settler else 0
    evidence = (registry, delivery, dns, unlisted, notices)
    return Classification(source, groups, summary, agencies, assume, *evidence, tuple(aside.rows), aside.count)


def _stated(records: Iterable[AgencyRecord], notices: "NoticesOfList | None") -> Iterator[str]:
    """The addresses that the rows state, and those of their notices."""
    for record in records:
        yield record.address
        if notices is not None and (stated := notices.of(record.row)) is not None:
            yield from stated.addresses


_NO_GROUPS = Text("{file}: ไม่มีแถวของกลุ่มใดเลย เพิ่มอย่างน้อยหนึ่งแถว", "{file}: it names no group; add a row at least")


def _counted(rows: Iterator[SourceRow], on_rows: Callable[[int], None]) -> Iterator[SourceRow]:
    for count, row in enumerate(rows):
        if count % 1000 == 0:
            on_rows(count)
        yield row


def compare(
    old: str | Path,
    new: str | Path,
    *,
    old_sheet: str | None = None,
    sheet: str | None = None,
    mapping: dict[str, str] | None = None,
    require: Sequence[str] = (),
    encoding: str | None = None,
    limits: "Limits | None" = None,
    assume: Assume | None = None,
    table: "GroupTable | None" = None,
    policy: Policy = NO_POLICY,
    registry: "Registry | None" = None,
    delivery: "DeliveryEvidence | None" = None,
    on_open: "Callable[[Table], None] | None" = None,
    on_rows: Callable[[int], None] | None = None,
) -> "Comparison":
    """Compare two rounds, each a CSV or XLSX file or an earlier result as `classify --format json` writes it.

    A list is classified now, with these options; an earlier result is taken as it stands. Agencies are matched by
    code, else by kind, name and province, and by district where several share these; what could be several
    agencies is listed as unmatched. `old_sheet` is the sheet of `old`, where it is not `sheet`. `delivery` is what
    bounces say of the addresses of `new`, where that is a list.

    Raises InputError where a file cannot be used, RequestError where an option does not fit it.
    """
    from .comparison.moves import compare_rounds
    from .comparison.standing import Round, Standing, assessed, standing_of
    from .intake.limits import DEFAULT_LIMITS
    from .intake.saved_result import is_saved_result, read_saved_result

    def read(path: Path, sheet: str | None, delivery: "DeliveryEvidence | None" = None) -> Round:
        if is_saved_result(path, limits or DEFAULT_LIMITS):
            saved = read_saved_result(path, limits or DEFAULT_LIMITS)
            found = tuple(standing_of(agency.record, agency.group, agency.address) for agency in saved.agencies)
            told = (path.name, saved.sheet, saved.ruleset, saved.groups, saved.assume, saved.file)
            return Round(*told, found, saved.domains, saved.own_table)
        standings: list[Standing] = []

        def keep(agency: Assessment) -> bool:
            standings.append(assessed(agency))
            return False  # the assessment itself holds on to the row's cells

        result = classify(
            path,
            sheet=sheet,
            mapping=mapping,
            require=require,
            encoding=encoding,
            limits=limits,
            assume=assume,
            table=table,
            policy=policy,
            registry=registry,
            delivery=delivery,
            keep=keep,
            keep_set_aside=False,
            on_open=on_open,
            on_rows=on_rows,
        )
        source = result.source
        head = (source.file, source.sheet, RULESET, result.table.groups, assume, None)
        aside = (result.set_aside, result.set_aside_count)
        return Round(*head, tuple(standings), policy.domains, result.has_own_table, *aside)

    return compare_rounds(read(Path(old), old_sheet or sheet), read(Path(new), sheet, delivery))


def load_group_table(path: str | Path, *, replace: bool = False) -> "GroupTable":
    """A user's own group table: it extends the published one, or replaces it whole.

    A group that the file names again takes its rows in place of the published ones. Raises InputError or
    RequestError where the file is no such table, or where two rows match the same facts.
    """
    from .grouping.lint import require_sound
    from .grouping.table import GroupTable, extend, published_table, read_row
    from .intake.group_file import read_group_file

    path = Path(path)
    rows = [read_row(cells, path.name, line) for line, cells in read_group_file(path)]
    if not rows:
        raise RequestError(_NO_GROUPS, file=path.name)
    table = GroupTable(tuple(rows)) if replace else extend(published_table(), rows)
    require_sound(table, path.name)
    return table


def probable_upgrade(agency: Assessment, registry: "Registry | None") -> "Upgrade | None":
    """The upgrade (ยกฐานะ) that is probable of an agency, by its code, its address and the registry.

    None where there is no sign of one, or where the list says already that it was upgraded.
    """
    if agency.record.facts.upgraded:
        return None
    from .registry.upgrades import probable_upgrade as probable

    return probable(registry, agency.verdict.dla_code, agency.record)


def ask_dns(
    domains: Iterable[str],
    options: "DnsOptions | None" = None,
    *,
    on_domains: Callable[[int], None] | None = None,
    on_note: "Callable[[CacheNote], None] | None" = None,
) -> DnsAnswers:
    """Ask DNS whether domains can receive mail, each domain once; what it says never proves delivery.

    The answers are by the domain in lower case, in the order of the domains. Before them the resolver is asked for a
    name that exists and for one that does not: where that goes wrong nothing else is asked, and `not_checked` says
    why. `on_domains` is told how many domains are done, `on_note` if the cache cannot be used.

    Raises RequestError where an option cannot be. Starts an event loop of its own, so it cannot be
    called from within one.
    """
    from .dns_lookup.lookup import look_up
    from .dns_lookup.options import DnsOptions

    return look_up(domains, options or DnsOptions(), on_domains, on_note)


def read_dns_options(options: "DnsOptions") -> "DnsOptions":
    """The options for `ask_dns`, checked before there is anything to ask. Raises RequestError where one cannot be."""
    from .dns_lookup.options import read_dns_options as read

    return read(options)


def may_be_marked(path: Path) -> bool:
    """Whether a list may be a workbook of which a marked copy can be made, by its first bytes alone.

    Only what is certainly none is refused; a file that cannot be read may be one, and `classify` says what is wrong.
    """
    from .intake.source import may_be_archive

    return may_be_archive(path)


def published_group_table() -> "GroupTable":
    """The table as OPDC published it (decisions: Groups)."""
    from .grouping.table import published_table

    return published_table()


def load_registry(path: str | Path) -> "Registry":
    """A registry of local agencies: what `import_registry` packed, or a table that it would read.

    Raises InputError where the file is neither.
    """
    from .intake.named_file import read_named
    from .registry.store import MAGIC, unpack

    path = Path(path)
    data = read_named(path)
    return unpack(data, path.name) if data.startswith(MAGIC) else import_registry(path).registry


def import_registry(
    path: str | Path,
    *,
    as_of: str | None = None,
    sheet: str | None = None,
    mapping: dict[str, str] | None = None,
    encoding: str | None = None,
    limits: "Limits | None" = None,
    on_open: "Callable[[Table], None] | None" = None,
) -> "Imported":
    """Read DLA's open data (dataset `dlads_05_01`), or any table with code and name, and say which rows were left out.

    `as_of` is the day of the registry (`2026-06-30`, `30/6/2569`); without it, the day on which the file was
    last changed. Raises InputError where the file cannot be used, RequestError where an option does not fit it.
    """
    import datetime

    from .intake.dates import read_day
    from .intake.limits import DEFAULT_LIMITS
    from .intake.options import ReadOptions
    from .intake.source import open_table
    from .registry.importing import NEEDS, import_rows

    day = read_day(as_of) if as_of is not None else None
    if as_of is not None and (day is None or day > datetime.date.today()):  # noqa: DTZ011  (a day, wherever one is)
        raise RequestError(_BAD_DAY, found=as_of)
    path = Path(path)
    source = open_table(path, ReadOptions(sheet, mapping or {}, encoding, limits or DEFAULT_LIMITS, NEEDS))
    if on_open is not None:
        on_open(source)
    date = _day_of(path) if day is None else day.isoformat()
    found = import_rows(source.rows(), source.header, source.file, date, is_file_date=day is None)
    if not len(found.registry):
        raise InputError(_NO_AGENCIES, file=source.file, row=source.header_row)
    return found


def _day_of(path: Path) -> str:
    import datetime

    return datetime.datetime.fromtimestamp(path.stat().st_mtime, datetime.UTC).date().isoformat()


_BAD_DAY = Text(
    "--as-of {found}: ไม่ใช่วันที่ หรือเป็นวันในอนาคต ใช้รูปแบบ 30/6/2569 หรือ 2026-06-30",
    "--as-of {found}: this is no date, or one to come; write 30/6/2569 or 2026-06-30",
)
_NO_AGENCIES = Text(
    "{file}: ไม่มีแถวที่มีทั้งรหัสและชื่อ อปท. ใต้หัวตาราง (แถว {row}) ใช้ไฟล์ทะเบียน อปท. ของ สถ.",
    "{file}: no row below the header (row {row}) has a code and a name; use DLA's registry of local agencies",
)


def render_registry(registry: "Registry", before: "Registry | None" = None) -> bytes:
    """A registry as the bytes of its one file, with how it differs from the one before, if there was one."""
    from .registry.differences import NO_DIFFERENCES, differences
    from .registry.store import pack

    if before is not None and list(before) == list(registry):  # another date only: what is remembered stays so
        return pack(registry, registry_differences(before))
    return pack(registry, NO_DIFFERENCES if before is None else differences(before, registry))


def registry_doubts(before: "Registry", registry: "Registry") -> tuple[Text, ...]:
    """What speaks against a registry that is to take the place of another, in a few words each."""
    from .registry.doubts import doubts

    return tuple(doubts(before, registry))


def is_packed_registry(path: str | Path) -> bool:
    """Whether a file is a registry as `render_registry` writes it, by its first line, or an empty file."""
    from .intake.named_file import read_named
    from .registry.store import MAGIC

    data = read_named(Path(path))
    return data.startswith(MAGIC) or not data


def registry_differences(registry: "Registry") -> "Differences":
    """How a packed registry differs from the one before it. Raises InputError where that is damaged."""
    from .registry.store import differences_of

    return differences_of(registry)


_DLA_ADDRESS = re.compile(r"\S*?([0-9]{7,8})@dla\.go\.th", re.IGNORECASE)


def find_agencies(registry: "Registry", text: str) -> NameMatch:
    """The agency of a code, a DLA address or a name; a name may have its kind, district and province with it.

    Where there is none of that kind, those of the name that are of another kind come as ambiguous.
    """
    from .intake.cells import read_code

    typed = _DLA_ADDRESS.fullmatch(text.strip())
    entry = registry.find(read_code(typed[1] if typed else text).value)
    if entry is not None:
        return NameMatch(Likeness.EXACT, (entry,), 1.0)
    record = AgencyRecord(name=text)
    found = registry.match(record)
    if found.how is Likeness.NONE and (same := registry.same_name(record)):
        return NameMatch(Likeness.AMBIGUOUS, same, 1.0)  # of another kind: perhaps it was upgraded
    return found


def load_baseline(path: str | Path) -> "Baseline":
    """What was known of a list (`render_baseline` wrote it). Raises InputError where the file is none."""
    from .gating.baseline import read_baseline
    from .intake.named_file import read_named_text

    return read_baseline(read_named_text(Path(path)), Path(path).name)


def load_delivery(path: str | Path, *, limits: "Limits | None" = None) -> "DeliveryEvidence":
    """What is known of delivery, from the CSV that `bounces` writes, or from a workbook with the same columns.

    Raises InputError where the file cannot be used, or a status or a date in it cannot be read.
    """
    from .delivery.evidence import DeliveryEvidence
    from .intake.delivery_file import read_delivery_file

    return DeliveryEvidence(read_delivery_file(Path(path), limits))


def match_deliveries(
    path: str | Path,
    evidence: "DeliveryEvidence",
    *,
    sent_all: bool = False,
    sheet: str | None = None,
    mapping: dict[str, str] | None = None,
    encoding: str | None = None,
    limits: "Limits | None" = None,
    policy: Policy = NO_POLICY,
    on_open: "Callable[[Table], None] | None" = None,
    on_rows: Callable[[int], None] | None = None,
) -> "AgencyDeliveries":
    """The agencies of a list beside what is known of delivery, each by the address that it is judged by.

    The list is read now; the evidence may still grow until `agencies` is asked for. `sent_all` says that mail was sent
    to all of them and the waiting time is over: who has no bounce is then supposed to have got it. The other arguments
    are those of `classify`, which raises the same errors.
    """
    from .delivery.agencies import AgencyDeliveries

    found = AgencyDeliveries(evidence, sent_all=sent_all)

    def keep(agency: Assessment) -> bool:
        found.add(agency.record, agency.verdict)
        return False  # the assessment itself holds on to the row's cells

    result = classify(
        path,
        sheet=sheet,
        mapping=mapping,
        encoding=encoding,
        limits=limits,
        policy=policy,
        keep=keep,
        keep_set_aside=False,
        on_open=on_open,
        on_rows=on_rows,
    )
    found.set_aside, found.set_aside_count = result.set_aside, result.set_aside_count
    return found


def delivery_of(report: DeliveryReport) -> Delivery:
    """The fact that a report settles: delayed and unknown settle none."""
    from .delivery.evidence import delivery_of as settled

    return settled(report)


def source_of(report: DeliveryReport) -> DeliverySource:
    """Where that fact came from: a mail, or the user's word that all were sent (`bounces --sent-all`)."""
    from .delivery.evidence import source_of as found

    return found(report)


def break_down(aspect: "Aspect", agencies: Iterable[Assessment] = ()) -> "Breakdown":
    """Agencies by province, kind, group or rule; more can be added to it one by one."""
    from .breakdown import Breakdown

    found = Breakdown(aspect)
    for agency in agencies:
        found.add(agency)
    return found


def agency_key(record: AgencyRecord) -> str | None:
    """What knows an agency again in another list: its code, else kind, name, province and district."""
    from .identity import agency_key as key

    return key(record)


def baseline_of(agencies: Iterable[Assessment]) -> "Baseline":
    """All that is to be said of these agencies, to be known from now on."""
    from .gating.baseline import baseline_of as known

    return known(agencies)


def render_baseline(baseline: "Baseline") -> str:
    """A baseline as the text of its file: sorted, an agency a line."""
    from .gating.baseline import render_baseline as render

    return render(baseline)


def read_gate(
    fail_on: str | None,
    table: "GroupTable",
    *,
    baseline: "Baseline | None" = None,
    max_follow_up: str | None = None,
    expect_rows: int | None = None,
) -> "Gate":
    """What a gate asks for. Raises RequestError where a condition or a share cannot be read."""
    from .gating.conditions import read_conditions
    from .gating.gate import Gate

    most = None if max_follow_up is None else read_gate_share(max_follow_up)
    return Gate(read_conditions(fail_on, table), baseline, most, expect_rows)


def read_gate_share(text: str) -> "Share":
    """`20` agencies or `2%` of them. Raises RequestError for anything else."""
    from .gating.gate import read_share

    return read_share(text)


def judge(gate: "Gate", result: Classification) -> "Judgement":
    """Whether a classified list passes a gate; with a baseline the result must hold all agencies."""
    from .gating.gate import judge as ask

    return ask(gate, result.summary, result.agencies)


def met_condition(condition: str, count: int) -> Text:
    """The reason for failing where a condition of `--fail-on` is met so many times."""
    from .gating.gate import met

    return met(condition, count)


def is_free_mail(domain: str) -> bool:
    """Whether a domain belongs to a free private provider, as far as the published lists know."""
    from .reference.domains import free_mail

    return domain in free_mail()


def is_central_provider(domain: str) -> bool:
    """Whether a domain is one of the central providers' own (สถ., สพร.)."""
    from .reference.domains import providers

    return domain in providers()


def read_limits(settings: list[str]) -> "Limits":
    """Limits from `name=number` texts. Raises RequestError where one cannot be read."""
    from .intake.limits import read_limits as read

    return read(settings)


def is_mail_file(path: Path) -> bool:
    """Whether a file of a folder is read as a mail or a mailbox, by its name and place."""
    from .bounces.containers import named_as_mail

    return path.parent.name in ("cur", "new") or named_as_mail(path.name)


def read_stream(stream: BinaryIO, limits: "Limits", *, name: str, limit: str | None = None) -> Iterator[bytes]:
    """What a stream gives, piece by piece, for as long as it keeps within the limits.

    `name` is what to call it; `limit` is the limit that holds (`text_mb`), else that of what it begins as. Raises
    InputError as soon as it goes on beyond, and where it is a device that is no terminal.
    """
    from .intake.stream import read_stream as read

    return read(stream, limits, name=name, limit=limit)


def read_whole(path: Path, limits: "Limits") -> bytes:
    """All bytes of a list that was classified. Raises InputError where it is gone, or beyond a limit by now."""
    from .intake.named_file import read_named

    return read_named(path, max(limits.file_mb, limits.text_mb), limit="text_mb")


def read_mapping(settings: Sequence[str]) -> dict[str, str]:
    """Headings by field, from `field="heading"` texts. Raises RequestError for an unknown field."""
    from .intake.headings import read_mapping as read

    return read(settings)


def read_required(setting: str) -> tuple[str, ...]:
    """The fields of `--require FIELD,…`. Raises RequestError for an unknown one."""
    from .intake.headings import read_required as read

    return read(setting)


def read_day(text: str) -> "datetime.date":
    """A day as people write it, in either era. Raises RequestError where it is none."""
    from .intake.dates import read_day as read

    day = read(text)
    if day is None:
        raise RequestError(_NO_DAY, found=text)
    return day


_NO_DAY = Text(
    "{found}: ไม่ใช่วันที่ ใช้รูปแบบ 30/6/2569 หรือ 2026-06-30", "{found}: this is no date; write 30/6/2569 or 2026-06-30"
)


def read_notice_conditions(text: str | None) -> tuple[str, ...]:
    """What `notice --fail-on` asks for. Raises RequestError where a word is no condition."""
    from .gating.notice_conditions import read_notice_conditions as read

    return read(text)


def met_by_notices(conditions: Iterable[str], checks: Iterable[NoticeCheck]) -> tuple[Text, ...]:
    """The reasons for failing, of checked notices."""
    from .gating.notice_conditions import met_by_notices as ask

    return ask(conditions, checks)


def all_rules() -> tuple[Rule, ...]:
    """All rules, in the order of their codes (decisions: Findings)."""
    from .rules.catalogue import RULES

    return RULES


def is_doubt(finding: Finding) -> bool:
    """Whether a finding of a correct address says that its code may not be this agency's (SB305, SB306, SB307)."""
    from .rules.sb3_registry import DOUBTS

    return finding.code in DOUBTS


def find_rule(text: str) -> Rule | None:
    """A rule by its code or its name, in any case."""
    from .rules.catalogue import find_rule as find

    return find(text)


def contacts() -> "tuple[Contact, ...]":
    """The offices to ask, and their public lines (decisions: Steps)."""
    from .reference.steps import contacts as read

    return read()


def all_provinces() -> tuple[Province, ...]:
    """All 77 provinces, by number (ISO 3166-2:TH)."""
    from .reference.places import provinces

    return tuple(provinces().values())


def province_named(text: str) -> Province:
    """The province that a text names, Thai or English. Raises RequestError where there is none."""
    from .reference.places import find_province

    found = find_province(text)
    if found is None:
        raise RequestError(_BAD_PROVINCE, found=text, near=_nearest_province(text))
    return found


def _nearest_province(text: str) -> Text:
    from difflib import get_close_matches

    names = [name for province in all_provinces() for name in province.name]
    near = get_close_matches(text.strip().removeprefix("จังหวัด"), names, n=1)
    return Text(f" หมายถึง {near[0]} หรือไม่", f"; did you mean {near[0]}?") if near else Text("", "")


def plan_fixes(result: Classification, *, unsafe: bool = False) -> "FixPlan":
    """What may be mended in a classified list, which must hold all agencies.

    Safe changes leave every verdict and group as it is: cleaning, letter case, the lost zero of a code. `unsafe` also
    replaces an incorrect address where there is just one suggestion. Which cells of a workbook are formulas is found
    out when the copy is made.
    """
    from .fixing.plan import plan_changes
    from .rules.judge import judge_address

    def judge(address: str, record: AgencyRecord) -> AddressVerdict:
        return judge_address(address, record, result.policy.domains, result.registry)

    suggest = result.suggestions if unsafe else None
    return plan_changes(result.agencies, result.source.header.columns, judge, suggest)


def read_bounces(
    paths: Iterable[str | Path],
    *,
    limits: "Limits | None" = None,
    on_messages: Callable[[int], None] | None = None,
) -> "Bounces":
    """What bounce mails say of each recipient: an iterator of `DeliveryReport`, in the order of files and messages.

    Each path is an mbox, a Maildir, a folder of .eml, a single .eml, or a .zip of these, told by what it holds. They
    are read as the reports are taken; `tally` of the iterator counts messages by kind, and names files that were
    skipped. `on_messages` is told every thousand messages how many were read. Of the `limits` those count of a mailbox
    (`text_mb`) and of a .zip (`unpacked_mb`): only a piece of it is in memory at a time, and of each message
    the first 1 MiB is looked at and 2,000 recipients at most (`tally.cut` counts bounces that may name more).

    Raises InputError where a path is missing, cannot be opened, holds no mail, or is beyond a limit. Source:
    decisions: Delivery; RFC 3464, 6533.
    """
    from .bounces.reading import Bounces
    from .intake.limits import DEFAULT_LIMITS

    return Bounces([Path(path) for path in paths], limits or DEFAULT_LIMITS, on_messages)


def __getattr__(name: str) -> object:
    """The types that only some callers need, loaded when asked for."""
    from importlib import import_module

    if name not in _ELSEWHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_ELSEWHERE[name], __package__), name)


_ELSEWHERE = {
    "ChosenAddress": ".drafting.choosing",
    "NoAddress": ".drafting.choosing",
    "Draft": ".drafting.plan",
    "DraftPlan": ".drafting.plan",
    "NotDrafted": ".drafting.plan",
    "WhyNotDrafted": ".drafting.plan",
    "DraftFacts": ".drafting.facts",
    "MissingFact": ".drafting.facts",
    "NoticeParagraph": ".drafting.wording",
    "NoticePiece": ".drafting.wording",
    "NoticeRole": ".drafting.wording",
    "Agencies": ".filing.agencies",
    "NoticeFile": ".filing.files",
    "NoticesOfList": ".filing.stated",
    "CacheNote": ".dns_lookup.options",
    "DnsOptions": ".dns_lookup.options",
    "Action": ".summary",
    "AgainstBaseline": ".gating.baseline",
    "AgencyDeliveries": ".delivery.agencies",
    "AgencyDelivery": ".delivery.agencies",
    "Aspect": ".breakdown",
    "Baseline": ".gating.baseline",
    "Breakdown": ".breakdown",
    "BounceTally": ".bounces.tally",
    "Bounces": ".bounces.reading",
    "CellChange": ".fixing.changes",
    "ChangeKind": ".fixing.changes",
    "FixPlan": ".fixing.changes",
    "Fixed": ".gating.baseline",
    "Gate": ".gating.gate",
    "Change": ".comparison.moves",
    "Comparison": ".comparison.moves",
    "Contact": ".reference.steps",
    "DeliveryEvidence": ".delivery.evidence",
    "Entry": ".comparison.moves",
    "GatheredReports": ".delivery.gathered",
    "GroupTable": ".grouping.table",
    "Judgement": ".gating.gate",
    "Known": ".delivery.agencies",
    "Limits": ".intake.limits",
    "MailKind": ".bounces.kinds",
    "MatchedBy": ".comparison.match",
    "Move": ".grouping.change",
    "NotChanged": ".fixing.changes",
    "Obstacle": ".fixing.changes",
    "Part": ".breakdown",
    "Share": ".gating.gate",
    "ProvinceChanges": ".comparison.moves",
    "Differences": ".registry.differences",
    "Imported": ".registry.importing",
    "LeftOut": ".registry.importing",
    "Registry": ".registry.registry",
    "Upgrade": ".registry.upgrades",
    "Round": ".comparison.standing",
    "Standing": ".comparison.standing",
    "Summary": ".summary",
    "TableRow": ".grouping.table",
    "WhyNot": ".comparison.match",
}


def day_of_notice(text: str | None = None) -> "datetime.date":
    """The day that a notice is to bear, as people write one; today in Thailand where none is given.

    Raises RequestError where it is no day, or one before the act was published.
    """
    from .drafting.requested import day_of_notice as read

    return read(text)


def draft_facts(
    check: AddressCheck,
    day: "datetime.date",
    *,
    telephones: Sequence[str] = (),
    channels: Sequence[str] = (),
    position: str | None = None,
) -> "DraftFacts":
    """What a notice of one agency says: its name, kind and website as `check_address` was told them.

    The address stands in it only where it is correct. Raises RequestError where the name is none, a telephone holds no
    number, or a text is too long.
    """
    from .drafting.requested import requested_facts

    record, verdict = check.record, check.verdict
    address = verdict.value if verdict.state is AddressState.CORRECT else None
    told = (record.name, record.kind, address, record.website)
    return requested_facts(*told, telephones, channels, position, day)


def notice_paragraphs(facts: "DraftFacts") -> "tuple[NoticeParagraph, ...]":
    """A section-10 notice, paragraph by paragraph, with blanks for what is not known. Source: decisions: Notices."""
    from .drafting.wording import notice_paragraphs as write

    return write(facts)


def plan_drafts(result: Classification, day: "datetime.date") -> "DraftPlan":
    """A draft for each agency that a classified list holds, and which get none; no file is written."""
    from .drafting.plan import plan_drafts as plan

    return plan(result, result.agencies, day)

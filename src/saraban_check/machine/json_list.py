"""JSON and JSON Lines of a list and of addresses (decisions: Machines), field by field as the contract has them."""

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..checks.address_check import AddressCheck
from ..checks.classification import Classification
from ..grouping.table import RULESET
from ..model.agency_result import AgencyResult
from ..model.certainty import Certainty
from ..model.delivery import Delivery
from ..model.finding import Finding, Severity, Standard
from ..model.policy import NO_POLICY, Policy
from ..model.record import SetAside
from ..model.text import Lang
from ..model.verdict import AddressVerdict, Suggestion
from ..report.run import Report
from ..report.words.issued_texts import has_issued_column
from .json_evidence import delivery_object, dns_object, domain_object, evidence_object, notice_object, notices_object
from .json_registry import match_object, used_object
from .json_stream import dumped, streamed

if TYPE_CHECKING:  # what is written is checked against the contract; a run does not load it
    from ..checks.address_lookup import AddressLookup
    from ..checks.narrowing import Narrowed
    from ..contract.address import AddressJson
    from ..contract.agency import AgencyJson
    from ..contract.classify import ClassifyJson, PolicyJson, SelectionJson, SummaryJson, UpgradeJson
    from ..contract.finding import FindingJson, MeetsJson, SuggestionJson, VerdictJson
    from ..contract.gate import ListGateJson
    from ..contract.source import CheckedSourceJson, SetAsideJson, SourceJson, UnusedColumnJson
    from ..gating.gate import Judgement
    from ..intake.columns import UnusedColumn
    from ..intake.table import Table
    from ..model.registry import Upgrade

SCHEMA = "saraban-check/classify/1"


def finding_object(finding: Finding, lang: Lang) -> "FindingJson":
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message(lang),
        "field": finding.field,
    }


def suggestion_object(suggestion: Suggestion) -> "SuggestionJson":
    """An address to use instead."""
    found: SuggestionJson = {"address": suggestion.address, "origin": suggestion.origin.value}
    return found if suggestion.score == 1 else {**found, "score": round(suggestion.score, 3)}


def _meets(verdict: AddressVerdict) -> "MeetsJson | None":
    regulation, methods = verdict.meets(Standard.REGULATION), verdict.meets(Standard.METHODS)
    return None if regulation is None or methods is None else {"regulation": regulation, "methods": methods}


def verdict_object(verdict: AddressVerdict) -> "VerdictJson":
    """The verdict on one address, without its findings."""
    return {
        "value": verdict.value,
        "form": verdict.form.value if verdict.form else None,
        "correct": verdict.correct,
        "meets": _meets(verdict),
    }


def agency_object(agency: AgencyResult, lang: Lang) -> "AgencyJson":
    """One agency, as it stands in `agencies` and on a line of JSON Lines."""
    record, facts, outcome = agency.record, agency.record.facts, agency.outcome
    found: AgencyJson = {
        "row": record.row,
        "name": record.name.strip() or None,
        "kind": record.kind.key if record.kind else None,
        "amphoe": record.amphoe.strip() or None,
        "province": record.province.name.th if record.province else None,
        "code": record.code,
        "address": {"raw": agency.verdict.raw, **verdict_object(agency.verdict)},
        "matches_issued": agency.matches_issued,
        "facts": {
            "upgraded": facts.upgraded,
            "notice": facts.notice,
            "posted": facts.posted,
            "delivery": facts.delivery.value,
        },
        "delivery_source": None if facts.delivery is Delivery.UNKNOWN else facts.delivery_source.value,
        "group": outcome.group,
        "candidates": list(outcome.candidates),
        "may_be_outside": outcome.may_be_outside,
        "findings": [finding_object(finding, lang) for finding in agency.findings],
        "suggestions": [suggestion_object(suggestion) for suggestion in agency.suggestions],
        "steps": [step.text.say(lang) for step in agency.steps],
    }
    if agency.registry_match is not None:
        found["registry"] = match_object(agency.registry_match)
    if agency.evidence is not None:
        found["evidence"] = evidence_object(agency.evidence)
    if agency.notice is not None:
        found["notice"] = notice_object(agency.notice)
    return found


def source_object(source: "Table") -> "SourceJson":
    """The list that was read, and the headings of its columns."""
    return {
        "file": source.file,
        "sheet": source.sheet,
        "header_row": source.header_row,
        "columns": {field: source.header.names[index] for field, index in source.header.columns.items()},
    }


def _source(report: Report) -> "CheckedSourceJson":
    source = report.result.source
    notes = [note.text.say(report.lang) for note in source.notes if note.warns]
    found: CheckedSourceJson = {
        **source_object(source),
        "columns_unused": [unused_column_object(column) for column in source.unused],
        "notes": notes,
    }
    if not notes:
        del found["notes"]
    return found


def _summary(result: Classification) -> "SummaryJson":
    summary = result.summary
    found: SummaryJson = {
        "total": summary.total,
        "groups": summary.groups,
        "undetermined": summary.undetermined,
        "outside_table": summary.outside,
        "follow_up": summary.follow_up,
        "findings": {severity.value: summary.findings_of(severity) for severity in Severity},
        "ignored": dict(sorted(summary.ignored.items())),
    }
    if has_issued_column(result):
        found["issued"] = {
            "match": summary.issued.match,
            "differ": summary.issued.differ,
            "none": summary.issued.none,
        }
    return found


def _document(report: Report) -> "ClassifyJson":
    """The whole object, its agencies apart."""
    result = report.result
    head: ClassifyJson = {
        "schema": SCHEMA,
        "ruleset": RULESET,
        "as_of": result.as_of.isoformat() if result.as_of else None,
        "source": _source(report),
        "summary": _summary(result),
        "agencies": [],
    }
    if result.narrowing is not None:
        head["selection"] = _selection(result.narrowing)
        if (standing := result.standing) is not None:
            head["selection"]["standing"] = {
                "done": standing.own.done,
                "total": standing.own.total,
                "whole_done": standing.whole.done,
                "whole_total": standing.whole.total,
                "rank": standing.rank,
                "of": standing.of,
                "equal": standing.equal,
            }
    if result.has_own_table:
        head["table"] = "own"
    if result.assume:
        head["assume"] = {"delivery": result.assume}
    if result.delivery is not None:
        head["delivery"] = delivery_object(result)
    if result.dns is not None:
        head["dns"] = dns_object(result.dns, report.lang)
    if result.notices is not None:
        head["notices"] = notices_object(result.notices, report.lang)
    if result.policy != NO_POLICY:
        head["settings"] = _settings(result.policy)
    if result.registry is not None:
        head["registry"] = used_object(result.registry)
    if report.upgrades is not None:
        head["probable_upgrades"] = [
            _upgrade_object(agency.record.row, agency.upgrade) for agency in report.upgrades if agency.upgrade
        ]
    if report.judgement is not None:
        head["gate"] = _gate(report.judgement, report.lang)
    head["set_aside"] = [_set_aside_object(row) for row in result.set_aside]
    return head


def _selection(narrowed: "Narrowed") -> "SelectionJson":
    """The part of the list that all of the result is of, and how much is outside."""
    return {
        "where": [
            {
                "by": section.key,
                "heading": None if section.column is None else section.name.th,
                "values": [value.name.th if section.column is not None else value.key or None for value in values],
            }
            for section, values in narrowed.conditions
        ],
        "left_out": narrowed.left_out,
        "left_out_without_province": narrowed.unplaced,
        "left_out_set_aside": narrowed.set_aside,
    }


def unused_column_object(column: "UnusedColumn") -> "UnusedColumnJson":
    """A column that serves as no field, and the field that it probably is."""
    return {
        "heading": column.heading,
        "column": column.column,
        "probably": column.probably,
        "map": column.option,
        "why": column.why,
    }


def _set_aside_object(row: SetAside) -> "SetAsideJson":
    """A row that is no agency: where it stands, what it is, its first words."""
    return {"row": row.row, "kind": row.kind.value, "text": row.text}


def _upgrade_object(row: int, upgrade: "Upgrade") -> "UpgradeJson":
    return {
        "row": row,
        "old_code": upgrade.old_code,
        "new_code": upgrade.new_code,
        "new_kind": upgrade.new_kind.key,
        "evidence": upgrade.evidence.name.lower(),
    }


def _settings(policy: Policy) -> "PolicyJson":
    """What the team's settings added to the published rules."""
    return {
        "severity": {code: severity.value for code, severity in sorted(policy.severities.items())},
        "ignore": [{"rule": code, "reason": reason} for code, reason in sorted(policy.ignored.items())],
        "free_mail": sorted(policy.domains.free_mail),
        "accepted_domains": sorted(policy.domains.accepted),
    }


def _gate(judgement: "Judgement", lang: Lang) -> "ListGateJson":
    gate: ListGateJson = {"passed": not judgement.reasons, "reasons": [text.say(lang) for text in judgement.reasons]}
    if (standing := judgement.standing) is not None:
        gate["baseline"] = {
            "new": standing.problem_count,
            "known": standing.known,
            "fixed": [{"agency": f.key, "code": f.code, "times": f.times, "listed": f.listed} for f in standing.fixed],
        }
    return gate


def json_lines(result: Classification, lang: Lang) -> Iterator[str]:
    """JSON Lines: one agency a line, and nothing else; rows that are none are in the JSON's head."""
    for agency in result.agencies:
        yield dumped(agency_object(agency, lang)) + "\n"


def json_document(report: Report) -> Iterator[str]:
    """The JSON object of decisions: Machines, an agency a line so that two can be compared line by line."""
    agencies = (agency_object(agency, report.lang) for agency in report.result.agencies)
    return streamed(_document(report), agencies=agencies)


def _address_object(check: AddressCheck, lang: Lang, certainty: Certainty | None = None) -> "AddressJson":
    verdict, match, domain = check.verdict, check.registry_match, check.domain
    found: AddressJson = {
        "input": verdict.raw,
        **verdict_object(verdict),
        "matches_issued": check.matches_issued,
        "registry": None if match is None else match_object(match),
        "findings": [finding_object(finding, lang) for finding in verdict.findings],
        "suggestions": [suggestion_object(suggestion) for suggestion in check.suggestions],
        "dns": None if domain is None else domain_object(domain),
        "certainty": "" if certainty is None else certainty.value,
    }
    if match is None:  # there is no registry
        del found["registry"]
    if certainty is None:
        del found["certainty"]
    return found


def address_objects(checks: Sequence[AddressCheck], lang: Lang) -> str:
    """The list that `address --format json` writes, in the order of what was asked."""
    return _written([_address_object(check, lang) for check in checks])


def lookup_objects(found: "AddressLookup", lang: Lang) -> str:
    """The same list where no address was asked about: one object, with how sure its suggestions are."""
    return _written([_address_object(found.check, lang, found.certainty)])


def _written(found: "list[AddressJson]") -> str:
    return json.dumps(found, ensure_ascii=False, allow_nan=False, indent=2) + "\n"

"""SARIF 2.1.0 for code scanning: the rules with their documentation, and every finding that counts.

Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0"; GitHub, "SARIF support for code
scanning".
"""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from .. import __version__
from ..api import RULESET, Rule, Severity, all_rules
from ..model.text import Lang
from .escape import for_json
from .evidence_json import dns_object
from .locating import Located, locate, name_of
from .report import Report
from .rule_page import rule_sections

MOST_ON_GITHUB = 25_000
"""GitHub takes no more results of a run; all are written, and whoever asked is told."""
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_FINGERPRINT = "sarabanCheck/v1"
_GITHUBS = "primaryLocationLineHash"
"""The only fingerprint that GitHub goes by; without it GitHub makes one of the line, which sorting would change."""


def sarif_document(report: Report) -> Iterator[str]:
    """The document, a result a line."""
    run = _run(report)
    yield f'{{"$schema": {_dump(_SCHEMA)}, "version": "2.1.0", "runs": [{_dump(run)[:-1]}, "results": ['
    places = {rule.code: index for index, rule in enumerate(all_rules())}
    separator = "\n"
    for located in locate(report):
        yield separator + _dump(_result(report, located, places))
        separator = ",\n"
    yield "\n]}]}\n"


def _run(report: Report) -> dict[str, Any]:
    result = report.result
    standing = report.judgement.standing if report.judgement is not None else None
    properties: dict[str, Any] = {"ruleset": RULESET, "groups": result.summary.groups}
    if result.has_own_table:
        properties["table"] = "own"
    if result.assume:
        properties["assume"] = {"delivery": result.assume}
    if result.dns is not None:
        properties["dns"] = dns_object(result.dns, report.lang)
    if result.summary.ignored:
        properties["ignored"] = dict(sorted(result.summary.ignored.items()))
    if standing is not None:
        properties["known"] = standing.known
    return {
        "tool": {
            "driver": {
                "name": "saraban-check",
                "version": __version__,
                "semanticVersion": __version__,
                "language": report.lang,
                "rules": [_rule(rule, report.lang) for rule in all_rules()],
            }
        },
        "columnKind": "unicodeCodePoints",
        "properties": properties,
    }


def _rule(rule: Rule, lang: Lang) -> dict[str, Any]:
    sections = [f"{heading.say(lang)}: {text.say(lang)}" for heading, text in rule_sections(rule)]
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.title.say(lang)},
        "fullDescription": {"text": rule.why.say(lang)},
        "help": {"text": "\n".join(sections), "markdown": "\n".join(f"- {section}" for section in sections)},
        "helpUri": f"urn:saraban-check:rule:{rule.code}",  # an absolute URI, as SARIF wants; the page is in `help`
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [standard.value for standard in rule.standards]},
    }


def _result(report: Report, located: Located, places: dict[str, int]) -> dict[str, Any]:
    finding = located.finding
    location: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(report.location)},
            "region": {"startLine": located.line},
        }
    }
    if located.cell is not None:
        location["logicalLocations"] = [{"fullyQualifiedName": located.cell}]
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": places[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{name_of(located.agency)}: {finding.message(report.lang)}"},
        "locations": [location],
        "partialFingerprints": {_FINGERPRINT: located.fingerprint, _GITHUBS: located.fingerprint},
    }
    if located.is_new is not None:
        result["baselineState"] = "new" if located.is_new else "unchanged"
    return result


_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def _dump(value: Any) -> str:
    return for_json(_encode(value))

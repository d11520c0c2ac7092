"""SARIF 2.1.0 for code scanning: the rules with their documentation, and every finding that counts.

Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0"; GitHub, "SARIF support for code
scanning".
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from .. import __version__
from ..grouping.table import RULESET
from ..model.finding import Rule, Severity
from ..model.text import Lang
from ..report.escape import for_json
from ..report.located import Located, Unusable
from ..report.locating import locate
from ..report.run import Report
from ..report.views.rule_words import rule_parts
from ..rules.catalogue import RULES
from .ci_notes import list_notes
from .json_evidence import dns_object

MOST_ON_GITHUB = 25_000
"""GitHub takes no more results of a run; all are written, and whoever asked is told."""
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_FINGERPRINT = "sarabanCheck/v1"
_TOLD = "toolExecutionNotifications"
_GITHUBS = "primaryLocationLineHash"
"""The only fingerprint that GitHub goes by; without it GitHub makes one of the line, which sorting would change."""


def sarif_document(report: Report) -> Iterator[str]:
    """A classified list."""
    told = [_notification("note", report.location, note.say(report.lang)) for note in list_notes(report.result)]
    return _log(locate(report), _properties(report), report.lang, {"executionSuccessful": True, _TOLD: told})


def sarif_log(
    found: Iterable[Located], properties: Mapping[str, Any], lang: Lang, unusable: Sequence[Unusable] = ()
) -> Iterator[str]:
    """The document, a result a line. Files that could not be read are told as notifications of the run."""
    told = [_notification("error", file.file, file.message) for file in unusable]
    return _log(found, properties, lang, {"executionSuccessful": False, _TOLD: told} if told else None)


def _log(
    found: Iterable[Located], properties: Mapping[str, Any], lang: Lang, invocation: Mapping[str, Any] | None
) -> Iterator[str]:
    run = _run(properties, lang)
    if invocation is not None:
        run["invocations"] = [invocation]
    yield f'{{"$schema": {_dump(_SCHEMA)}, "version": "2.1.0", "runs": [{_dump(run)[:-1]}, "results": ['
    places = {rule.code: index for index, rule in enumerate(RULES)}
    separator = "\n"
    for located in found:
        yield separator + _dump(_result(located, places, lang))
        separator = ",\n"
    yield "\n]}]}\n"


def _properties(report: Report) -> dict[str, Any]:
    result = report.result
    standing = report.judgement.standing if report.judgement is not None else None
    properties: dict[str, Any] = {
        "ruleset": RULESET,
        "asOf": result.as_of.isoformat() if result.as_of else None,
        "groups": result.summary.groups,
    }
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
    return properties


def _run(properties: Mapping[str, Any], lang: Lang) -> dict[str, Any]:
    return {
        "tool": {
            "driver": {
                "name": "saraban-check",
                "version": __version__,
                "semanticVersion": __version__,
                "language": lang,
                "rules": [_rule(rule, lang) for rule in RULES],
            }
        },
        "columnKind": "unicodeCodePoints",
        "properties": properties,
    }


def _notification(level: str, file: str, said: str) -> dict[str, Any]:
    return {"level": level, "message": {"text": said}, "locations": [_location(file)]}


def _rule(rule: Rule, lang: Lang) -> dict[str, Any]:
    sections = [f"{heading.say(lang)}: {text.say(lang)}" for heading, text in rule_parts(rule)]
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


def _location(file: str, line: int | None = None) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(file)}}
    if line is not None:
        place["region"] = {"startLine": line}
    return {"physicalLocation": place}


def _result(located: Located, places: Mapping[str, int], lang: Lang) -> dict[str, Any]:
    finding = located.finding
    location = _location(located.file, located.line)
    if located.cell is not None:
        location["logicalLocations"] = [{"fullyQualifiedName": located.cell}]
    message = "\n".join((f"{located.whose}: {finding.message(lang)}", *located.details))
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": places[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [location],
        "partialFingerprints": {_FINGERPRINT: located.fingerprint, _GITHUBS: located.fingerprint},
    }
    if located.is_new is not None:
        result["baselineState"] = "new" if located.is_new else "unchanged"
    return result


_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def _dump(value: Any) -> str:
    return for_json(_encode(value))

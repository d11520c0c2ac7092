"""GitLab Code Quality: one JSON array, a finding a line. Source: GitLab, "Code Quality report format"."""

import json
from collections.abc import Iterator

from ..api import Severity
from .escape import for_json
from .locating import locate, name_of
from .report import Report

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def gitlab_document(report: Report) -> Iterator[str]:
    """The array; GitLab itself compares it with that of the target branch, so what is known is in it too."""
    yield "["
    separator = "\n"
    for located in locate(report):
        finding = located.finding
        message = f"{finding.code}: {name_of(located.agency)}: {finding.message(report.lang)}"
        entry = {
            "description": message,
            "check_name": finding.rule.name,
            "fingerprint": located.fingerprint,
            "severity": _SEVERITIES[finding.severity],
            "location": {"path": report.location, "lines": {"begin": located.line}},
        }
        yield separator + for_json(json.dumps(entry, ensure_ascii=False))
        separator = ",\n"
    yield "\n]\n"

"""GitLab Code Quality: one JSON array, a finding a line. Source: GitLab, "Code Quality report format"."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ..model.finding import Severity
from ..model.text import Lang
from ..report.escape import for_json
from ..report.located import Located, Unusable, fingerprint
from ..report.locating import locate
from ..report.run import Report

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}
_UNUSABLE = "file-unusable"


def gitlab_document(report: Report) -> Iterator[str]:
    """A classified list; GitLab itself compares it with that of the target branch, so what is known is in it too."""
    return gitlab_array(locate(report), report.lang)


def gitlab_array(found: Iterable[Located], lang: Lang, unusable: Sequence[Unusable] = ()) -> Iterator[str]:
    """The array; files that could not be read come first, under a name that is no rule's."""
    yield "["
    separator = "\n"
    for entry in _entries(found, lang, unusable):
        yield separator + for_json(json.dumps(entry, ensure_ascii=False))
        separator = ",\n"
    yield "\n]\n"


def _entries(found: Iterable[Located], lang: Lang, unusable: Sequence[Unusable]) -> Iterator[dict[str, Any]]:
    seen: Counter[str] = Counter()
    for file in unusable:
        known_by = fingerprint(_UNUSABLE, file.file, "", seen)
        yield _entry(file.message, _UNUSABLE, known_by, _SEVERITIES[Severity.ERROR], file.file, 1)
    for located in found:
        finding = located.finding
        message = f"{finding.code}: {located.whose}: {finding.message(lang)}"
        if located.details:
            message += " · " + " · ".join(located.details)
        severity = _SEVERITIES[finding.severity]
        yield _entry(message, finding.rule.name, located.fingerprint, severity, located.file, located.line)


def _entry(message: str, name: str, known_by: str, severity: str, path: str, line: int) -> dict[str, Any]:
    return {
        "description": message,
        "check_name": name,
        "fingerprint": known_by,
        "severity": severity,
        "location": {"path": path, "lines": {"begin": line}},
    }

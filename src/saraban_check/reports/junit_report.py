"""JUnit XML: a test case an agency, its class the province; each error that is new is a failure of it.

Source: the format that Jenkins and GitLab read; they count test cases, so `failures` is the number of failed ones.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from ..api import Assessment, Severity
from ..model.text import Text
from .columns import UNKNOWN_PROVINCE
from .escape import for_xml
from .group_names import group_name
from .locating import name_of
from .report import Report

_GATE = Text("เกณฑ์", "gate")


def junit_document(report: Report) -> Iterator[str]:
    """The document, a test case a line."""
    result, reasons = report.result, report.judgement.reasons if report.judgement is not None else ()
    failed = sum(1 for agency in result.agencies if any(True for _ in _failures(report, agency)))
    tests = len(result.agencies)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    counts = {"tests": tests + len(reasons), "failures": failed + len(reasons), "errors": 0, "skipped": 0}
    yield f"<testsuites{_attributes(name='saraban-check', **counts)}>\n"
    own = {"tests": tests, "failures": failed, "errors": 0, "skipped": 0}
    yield f"<testsuite{_attributes(name=report.location, **own)}>\n"
    seen: Counter[str] = Counter()
    for agency in result.agencies:
        yield _case(report, agency, seen)
    yield "</testsuite>\n"
    if reasons:
        count = {"tests": len(reasons), "failures": len(reasons), "errors": 0, "skipped": 0}
        yield f"<testsuite{_attributes(name=_GATE.say(report.lang), **count)}>\n"
        for reason in reasons:
            said = reason.say(report.lang)
            yield f"<testcase{_attributes(name=said, classname='saraban-check')}>"
            yield f"<failure{_attributes(type='gate', message=said)}>{_text(said)}</failure></testcase>\n"
        yield "</testsuite>\n"
    yield "</testsuites>\n"


def _failures(report: Report, agency: Assessment) -> Iterator[int]:
    """The positions of the errors that make an agency fail: all, or with a baseline the new ones."""
    standing = report.judgement.standing if report.judgement is not None else None
    for position, finding in enumerate(agency.findings):
        if finding.severity is Severity.ERROR and (standing is None or standing.is_new(agency.record.row, position)):
            yield position


def _case(report: Report, agency: Assessment, seen: Counter[str]) -> str:
    """One agency. Where its name was `seen` before, it gets its row: GitLab shows but the first of a name."""
    record, lang = agency.record, report.lang
    province = record.province.name if record.province else UNKNOWN_PROVINCE
    failing = set(_failures(report, agency))
    said = [f"{finding.code} {finding.severity.value}: {finding.message(lang)}" for finding in agency.findings]
    name = name_of(agency)
    seen[name] += 1
    if seen[name] > 1:
        name = f"{name} ({record.row})"
    parts = [f"<testcase{_attributes(name=name, classname=province.say(lang))}>"]
    for position in sorted(failing):
        finding = agency.findings[position]
        text = f"{finding.message(lang)}\n{finding.rule.mend.say(lang)}"
        parts.append(f"<failure{_attributes(type=finding.code, message=finding.message(lang))}>{_text(text)}</failure>")
    rest = [line for position, line in enumerate(said) if position not in failing]
    rest.insert(0, f"{record.row}: {group_name(agency.group, lang)}")
    parts.append("<system-out>" + _text("\n".join(rest)) + "</system-out></testcase>\n")
    return "".join(parts)


def _attributes(**values: Any) -> str:
    return "".join(f" {name}={_unobeyed(quoteattr(for_xml(str(value))))}" for name, value in values.items())


def _text(text: str) -> str:
    return _unobeyed(escape(for_xml(text)))


def _unobeyed(xml: str) -> str:
    """Without what a runner would take for a command of its own, should the XML go to its log."""
    return xml.replace("##[", "##&#91;")

"""JUnit XML: of a list a test case an agency, its class the province; each error that is new is a failure of it.

Source: the format that Jenkins and GitLab read; they count test cases, so `failures` is the number of failed ones.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from ..grouping.table import RULESET
from ..model.agency_result import AgencyResult
from ..model.finding import Finding, Severity
from ..model.text import Lang, Text
from ..report.escape import for_xml
from ..report.locating import name_of
from ..report.our_cells import UNKNOWN_PROVINCE
from ..report.run import Report
from ..report.words.group_names import group_name
from .ci_notes import list_notes

_GATE = Text("เกณฑ์", "gate")


class Case(NamedTuple):
    """One test case. `again` is set behind its name where that was there before: GitLab shows but the first of a name.

    `failures` are its findings that make it fail, `lines` what else is said of it; `error` says why nothing
    could be tested.
    """

    name: str
    class_: str
    again: str
    failures: Sequence[Finding]
    lines: Sequence[str]
    error: str | None = None


class Suite(NamedTuple):
    """The test cases and, as they come first in the document, how many there are, fail, and could not be tested.

    `lines` are what is said of the suite as a whole, `properties` what it rests on.
    """

    name: str
    cases: Iterable[Case]
    tests: int
    failures: int
    errors: int = 0
    lines: Sequence[str] = ()
    properties: Sequence[tuple[str, str]] = ()


def junit_document(report: Report) -> Iterator[str]:
    """A classified list."""
    agencies = report.result.agencies
    reasons = report.judgement.reasons if report.judgement is not None else ()
    failed = sum(1 for agency in agencies if any(True for _ in _failures(report, agency)))
    cases = (_agency_case(report, agency) for agency in agencies)
    lines = [note.say(report.lang) for note in list_notes(report.result)]
    as_of = report.result.as_of
    days = [("ruleset", RULESET), ("as_of", as_of.isoformat() if as_of else "unknown")]
    suite = Suite(report.location, cases, len(agencies), failed, lines=lines, properties=days)
    return junit_suites(suite, reasons, report.lang)


def junit_suites(suite: Suite, reasons: Sequence[Text], lang: Lang) -> Iterator[str]:
    """The document, a test case a line; each reason of a gate is a failed case of a suite of its own."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    own = {"tests": suite.tests, "failures": suite.failures, "errors": suite.errors, "skipped": 0}
    counts = {**own, "tests": suite.tests + len(reasons), "failures": suite.failures + len(reasons)}
    yield f"<testsuites{_attributes(name='saraban-check', **counts)}>\n"
    yield f"<testsuite{_attributes(name=suite.name, **own)}>\n"
    if suite.properties:
        told = (f"<property{_attributes(name=name, value=value)}/>" for name, value in suite.properties)
        yield f"<properties>{''.join(told)}</properties>\n"
    seen: Counter[str] = Counter()
    for case in suite.cases:
        yield _case(case, seen, lang)
    if suite.lines:
        yield f"{_said(suite.lines)}\n"
    yield "</testsuite>\n"
    if reasons:
        count = {"tests": len(reasons), "failures": len(reasons), "errors": 0, "skipped": 0}
        yield f"<testsuite{_attributes(name=_GATE.say(lang), **count)}>\n"
        for reason in reasons:
            said = reason.say(lang)
            yield f"<testcase{_attributes(name=said, classname='saraban-check')}>"
            yield f"<failure{_attributes(type='gate', message=said)}>{_text(said)}</failure></testcase>\n"
        yield "</testsuite>\n"
    yield "</testsuites>\n"


def _failures(report: Report, agency: AgencyResult) -> Iterator[int]:
    """The positions of the errors that make an agency fail: all, or with a baseline the new ones."""
    standing = report.judgement.standing if report.judgement is not None else None
    for position, finding in enumerate(agency.findings):
        if finding.severity is Severity.ERROR and (standing is None or standing.is_new(agency.record.row, position)):
            yield position


def _agency_case(report: Report, agency: AgencyResult) -> Case:
    record, lang = agency.record, report.lang
    province = record.province.name if record.province else UNKNOWN_PROVINCE
    failing = set(_failures(report, agency))
    lines = [f"{record.row}: {group_name(agency.group, lang)}"]
    lines += [said_of(finding, lang) for at, finding in enumerate(agency.findings) if at not in failing]
    failures = [agency.findings[position] for position in sorted(failing)]
    return Case(name_of(agency), province.say(lang), str(record.row), failures, lines)


def said_of(finding: Finding, lang: Lang) -> str:
    """`SB104 info: …`: a finding as a line of a case."""
    return f"{finding.code} {finding.severity.value}: {finding.message(lang)}"


def _case(case: Case, seen: Counter[str], lang: Lang) -> str:
    seen[case.name] += 1
    name = case.name if seen[case.name] == 1 else f"{case.name} ({case.again})"
    parts = [f"<testcase{_attributes(name=name, classname=case.class_)}>"]
    if case.error is not None:
        parts.append(f"<error{_attributes(type='unusable', message=case.error)}>{_text(case.error)}</error>")
    for finding in case.failures:
        text = f"{finding.message(lang)}\n{finding.mend.say(lang)}"
        parts.append(f"<failure{_attributes(type=finding.code, message=finding.message(lang))}>{_text(text)}</failure>")
    parts.append(f"{_said(case.lines)}</testcase>\n")
    return "".join(parts)


def _said(lines: Sequence[str]) -> str:
    return f"<system-out>{_text(chr(10).join(lines))}</system-out>"


def _attributes(**values: Any) -> str:
    return "".join(f" {name}={_unobeyed(quoteattr(for_xml(str(value))))}" for name, value in values.items())


def _text(text: str) -> str:
    return _unobeyed(escape(for_xml(text)))


def _unobeyed(xml: str) -> str:
    """Without what a runner would take for a command of its own, should the XML go to its log."""
    return xml.replace("##[", "##&#91;")

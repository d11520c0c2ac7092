"""The notices for CI: the writers of `classify`, given each finding of a notice with its place."""

from collections.abc import Iterator, Sequence
from typing import Any

from ..checks.notice_shown import one_line
from ..grouping.table import RULESET
from ..model.finding import Severity
from ..model.result import NoticeResult
from ..model.text import Lang, Text
from ..report.located import Unusable
from ..report.views.notices_run import NoticeRun
from ..report.views.notices_words import NO_AGENCY, STATES, agency_text, behind_texts, unmatched_text
from .github import github_commands
from .gitlab import gitlab_array
from .junit import Case, Suite, junit_suites, said_of
from .locate_notices import locate_notices, unusable_files
from .sarif import sarif_log

_MOST = 10
"""GitHub shows so many errors of a step."""
_SUITE = Text("ประกาศฯ ม.10", "section-10 notices")


def github_document(run: NoticeRun) -> Iterator[str]:
    """Workflow commands."""
    located, unusable = locate_notices(run), unusable_files(run)
    reasons = _reasons(run)
    lines = list(github_commands(located, reasons, run.lang, unusable))
    if len(unusable) > 1:  # there they are all one annotation, at the first of them
        at = 1 if reasons else 0
        left = _MOST + 1 - sum(line.startswith("::error") for line in lines)
        lines[at : at + 1] = _each_of(unusable, left, run.lang)
    return iter(lines)


def _each_of(unusable: Sequence[Unusable], most: int, lang: Lang) -> Iterator[str]:
    """An annotation a file, at that file; with more files than room, the last annotation names all that are left."""
    alone = len(unusable) if len(unusable) <= most else most - 1
    groups = [[file] for file in unusable[:alone]] + [list(unusable[alone:])]
    return (next(iter(github_commands((), (), lang, group))) for group in groups if group)


def gitlab_document(run: NoticeRun) -> Iterator[str]:
    """GitLab Code Quality."""
    return gitlab_array(locate_notices(run), run.lang, unusable_files(run))


def sarif_document(run: NoticeRun) -> Iterator[str]:
    """SARIF 2.1.0."""
    summary = run.summary
    properties: dict[str, Any] = {
        "ruleset": RULESET,
        "asOf": run.as_of.isoformat() if run.as_of else None,
        "notices": {state.value: count for state, count in summary.states.items()},
    }
    if run.list_file is not None:
        properties["list"] = run.list_file
    if summary.ignored:
        properties["ignored"] = dict(sorted(summary.ignored.items()))
    return sarif_log(locate_notices(run), properties, run.lang, unusable_files(run))


def junit_document(run: NoticeRun) -> Iterator[str]:
    """JUnit XML: a test case a file, its class the agency."""
    cases = [_case(result, number, run.lang) for number, result in enumerate(run.results, start=1)]
    failed = sum(1 for case in cases if case.failures)
    errors = sum(1 for case in cases if case.error is not None)
    suite = Suite(_SUITE.say(run.lang), cases, len(cases), failed, errors)
    return junit_suites(suite, _reasons(run), run.lang)


def _reasons(run: NoticeRun) -> tuple[Text, ...]:
    return tuple(Text(one_line(reason.th), one_line(reason.en)) for reason in run.reasons or ())


def _case(result: NoticeResult, number: int, lang: Lang) -> Case:
    lines = [STATES[result.state].say(lang)]
    if said := unmatched_text(result).say(lang):
        lines.append(f"? {said}")  # a name could begin a line as a command to a CI log
    for found in result.findings:
        if found.severity is not Severity.ERROR:
            lines.append(said_of(found.finding, lang))
        lines += behind_texts(found, lang)
    failures = [found.finding for found in result.findings if found.severity is Severity.ERROR]
    error = result.unread.say(lang) if result.error is not None and result.unread is not None else None
    return Case(result.name, agency_text(result).say(lang) or NO_AGENCY.say(lang), str(number), failures, lines, error)

"""GitHub annotations: workflow commands on standard output, so that each finding stands beside its line.

GitHub shows ten errors, ten warnings and ten notices a step. More than ten of a level are grouped by rule, an
annotation each at the rule's first row; the last one says what is left for the step summary.
Source: GitHub, "Workflow commands for GitHub Actions".
"""

from collections.abc import Iterator, Sequence

from ..api import Severity
from ..model.text import Lang, Text
from .escape import for_ci_log, for_page
from .locating import Located, locate, name_of
from .report import Report

_MOST = 10
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_TITLE = Text("saraban-check ไม่ผ่าน", "saraban-check failed")
_MORE_OF_RULE = Text("{message} (และอีก {count} แห่งด้วยเหตุผล {code})", "{message} (and {count} more with {code})")
_MORE = Text(
    "และอีก {count} รายการใน {rules} เหตุผล: {codes} ดูใน step summary หรือรายงาน",
    "and {count} more of {rules} rules: {codes}; see the step summary or a report",
)
_TOTALS = Text(
    "saraban-check: ข้อผิดพลาด {errors} คำเตือน {warnings} ข้อสังเกต {notes}{known}",
    "saraban-check: {errors} errors, {warnings} warnings, {notes} notes{known}",
)
_KNOWN = Text(" (รู้อยู่แล้วใน baseline อีก {count})", " (and {count} known by the baseline)")


def github_lines(report: Report) -> Iterator[str]:
    """The commands, a line each, and a last line with the counts."""
    reasons = report.judgement.reasons if report.judgement is not None else ()
    found = list(locate(report))
    counted = [located for located in found if located.is_new is not False]
    if reasons:  # in one annotation: they must leave room for what they are about
        said = "\n".join(reason.say(report.lang) for reason in reasons)
        yield _command("error", {"title": _TITLE.say(report.lang)}, said)
    for severity, command in _COMMANDS.items():
        level = [located for located in counted if located.finding.severity is severity]
        room = _MOST - (1 if reasons and severity is Severity.ERROR else 0)
        yield from _annotations(report, command, level, room)
    by_severity = {s: sum(1 for located in counted if located.finding.severity is s) for s in Severity}
    known = len(found) - len(counted)
    yield for_ci_log(
        _TOTALS.say(
            report.lang,
            errors=by_severity[Severity.ERROR],
            warnings=by_severity[Severity.WARNING],
            notes=by_severity[Severity.INFO],
            known=_KNOWN.fill(count=known) if known else "",
        )
        + "\n"
    )


def _annotations(report: Report, command: str, found: Sequence[Located], room: int) -> Iterator[str]:
    if len(found) <= room:
        for located in found:
            yield _annotation(report, command, located, located.finding.message(report.lang))
        return
    rules: dict[str, list[Located]] = {}
    for located in found:
        rules.setdefault(located.finding.code, []).append(located)
    groups = sorted(rules.values(), key=lambda group: (-len(group), group[0].finding.code))
    shown = groups if len(groups) <= room else groups[: room - 1]
    for group in shown:
        yield _annotation(report, command, group[0], _of_rule(group, report.lang))
    if left := groups[len(shown) :]:
        codes = ", ".join(sorted(group[0].finding.code for group in left))
        count = sum(len(group) for group in left)
        yield _command(command, {}, _MORE.say(report.lang, count=f"{count:,}", rules=len(left), codes=codes))


def _of_rule(group: Sequence[Located], lang: Lang) -> str:
    first = group[0].finding
    if len(group) == 1:
        return first.message(lang)
    return _MORE_OF_RULE.say(lang, message=first.message(lang), count=f"{len(group) - 1:,}", code=first.code)


def _annotation(report: Report, command: str, located: Located, message: str) -> str:
    finding = located.finding
    properties = {
        "file": report.location,
        "line": str(located.line),
        "title": f"{finding.code} {finding.rule.title.say(report.lang)}",
    }
    return _command(command, properties, f"{name_of(located.agency)}: {message}")


def _command(command: str, properties: dict[str, str], message: str) -> str:
    """One workflow command; nothing in it can end it or begin another."""
    said = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{command}{' ' if said else ''}{said}::{_data(message)}\n"


def _data(text: str) -> str:
    """A message as the runner reads it; control characters are pictures, for it goes to a log."""
    return for_page(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

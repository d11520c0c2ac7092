"""GitHub annotations: workflow commands on standard output, so that each finding stands beside its line.

GitHub shows ten errors, ten warnings and ten notices a step. More than ten of a level are grouped by rule, an
annotation each at the rule's first row; the last one says what is left for the step summary.
Source: GitHub, "Workflow commands for GitHub Actions".
"""

from collections.abc import Iterable, Iterator, Sequence

from ..model.finding import Severity
from ..model.text import Lang, Text
from ..report.escape import for_ci_log, for_page
from ..report.located import Located, Unusable
from ..report.locating import locate
from ..report.run import Report
from .ci_notes import list_doubts

_MOST = 10
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_TITLE = Text("saraban-check ไม่ผ่าน", "saraban-check failed")
_ABOUT_LIST = Text("แถวและคอลัมน์ที่ไม่ได้ใช้", "rows and columns not used")
_UNUSABLE = Text("อ่านไฟล์ไม่ได้", "unusable file")
_MORE_OF_RULE = Text("{message} (และอีก {count} แห่งด้วยเหตุผล {code})", "{message} (and {count} more with {code})")
_MORE = Text(
    "และอีก {count} รายการใน {rules} เหตุผล: {codes} ดูใน step summary หรือรายงาน",
    "and {count} more of {rules} rules: {codes}; see the step summary or a report",
)
_TOTALS = Text(
    "saraban-check: ข้อผิดพลาด {errors} คำเตือน {warnings} ข้อสังเกต {notes}{more}",
    "saraban-check: {errors} errors, {warnings} warnings, {notes} notes{more}",
)
_KNOWN = Text(" (รู้อยู่แล้วใน baseline อีก {count})", " (and {count} known by the baseline)")
_UNUSED = Text(" อ่านไม่ได้ {count} ไฟล์", ", {count} unusable files")


def github_lines(report: Report) -> Iterator[str]:
    """A classified list."""
    reasons = report.judgement.reasons if report.judgement is not None else ()
    notes, lang = list_doubts(report.result), report.lang
    properties = {
        "file": report.location,
        "line": str(report.result.source.header_row),
        "title": _ABOUT_LIST.say(lang),
    }
    about = _command("notice", properties, "\n".join(note.say(lang) for note in notes)) if notes else ""
    return github_commands(locate(report), reasons, lang, about=about)


def github_commands(
    found: Iterable[Located],
    reasons: Sequence[Text],
    lang: Lang,
    unusable: Sequence[Unusable] = (),
    about: str = "",
) -> Iterator[str]:
    """The commands, a line each, and a last line with the counts. `about` is a notice on the list as a whole.

    The reasons of a gate are in one annotation, files that could not be read in another: they must leave room for
    what was found.
    """
    found = list(found)
    counted = [located for located in found if located.is_new is not False]
    if reasons:
        yield _command("error", {"title": _TITLE.say(lang)}, "\n".join(reason.say(lang) for reason in reasons))
    if unusable:
        properties = {"file": unusable[0].file, "line": "1", "title": _UNUSABLE.say(lang)}
        yield _command("error", properties, "\n".join(file.message for file in unusable))
    for severity, command in _COMMANDS.items():
        level = [located for located in counted if located.finding.severity is severity]
        if severity is Severity.INFO and about:
            yield about
        taken = {Severity.ERROR: bool(reasons) + bool(unusable), Severity.INFO: bool(about)}
        room = _MOST - taken.get(severity, 0)
        yield from _annotations(lang, command, level, room)
    by_severity = {s: sum(1 for located in counted if located.finding.severity is s) for s in Severity}
    more = [_KNOWN.say(lang, count=known)] if (known := len(found) - len(counted)) else []
    more += [_UNUSED.say(lang, count=len(unusable))] if unusable else []
    yield for_ci_log(
        _TOTALS.say(
            lang,
            errors=by_severity[Severity.ERROR],
            warnings=by_severity[Severity.WARNING],
            notes=by_severity[Severity.INFO],
            more="".join(more),
        )
        + "\n"
    )


def _annotations(lang: Lang, command: str, found: Sequence[Located], room: int) -> Iterator[str]:
    if len(found) <= room:
        for located in found:
            yield _annotation(lang, command, located, located.finding.message(lang))
        return
    rules: dict[str, list[Located]] = {}
    for located in found:
        rules.setdefault(located.finding.code, []).append(located)
    groups = sorted(rules.values(), key=lambda group: (-len(group), group[0].finding.code))
    shown = groups if len(groups) <= room else groups[: room - 1]
    for group in shown:
        yield _annotation(lang, command, group[0], _of_rule(group, lang))
    if left := groups[len(shown) :]:
        codes = ", ".join(sorted(group[0].finding.code for group in left))
        count = sum(len(group) for group in left)
        yield _command(command, {}, _MORE.say(lang, count=f"{count:,}", rules=len(left), codes=codes))


def _of_rule(group: Sequence[Located], lang: Lang) -> str:
    first = group[0].finding
    if len(group) == 1:
        return first.message(lang)
    return _MORE_OF_RULE.say(lang, message=first.message(lang), count=f"{len(group) - 1:,}", code=first.code)


def _annotation(lang: Lang, command: str, located: Located, message: str) -> str:
    finding = located.finding
    properties = {
        "file": located.file,
        "line": str(located.line),
        "title": f"{finding.code} {finding.rule.title.say(lang)}",
    }
    return _command(command, properties, "\n".join((f"{located.whose}: {message}", *located.details)))


def _command(command: str, properties: dict[str, str], message: str) -> str:
    """One workflow command; nothing in it can end it or begin another."""
    said = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{command}{' ' if said else ''}{said}::{_data(message)}\n"


def _data(text: str) -> str:
    """A message as the runner reads it; control characters are pictures, for it goes to a log."""
    return for_page(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

"""The screen after `notice` for one file: the verdict, what was read, what is wrong, and what to do next."""

from collections.abc import Iterator

from ...model.finding import Severity
from ...model.text import Lang, Text
from ...model.verdict import Origin
from ...rules.sb52_channels import SB521
from ..escape import for_terminal
from ..finding_lines import finding_lines
from ..layout import pad, wrap
from ..style import Style
from ..suggestion_lines import CONFIRM, GET_ONE, USE_INSTEAD, suggestion_lines
from .entries import Entry, Told
from .figures import figures_of
from .next_steps import next_lines
from .notes import note_lines
from .outcomes import MARKS, Outcome
from .read import Row, rows_of
from .report import NoticeRun
from .words import BY_OCR, NOT_FOUND, kind_text

_READ = Text("สิ่งที่อ่านได้จากประกาศฯ ({kind})", "What the notice says ({kind})")
_FOUND = Text("สิ่งที่พบ", "What was found")
_NOTHING = Text("ไม่พบข้อผิดพลาด", "Nothing is wrong with it")
_NO_AGENCY = Text("ไม่พบหน่วยงานในรายชื่อ: {why}", "No agency of the list was found for it: {why}")
_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
_NARROW = 50


def render_page(run: NoticeRun, entry: Entry, style: Style) -> str:
    """All that is to be said of the one file of a run."""
    lang = run.lang
    parts = [_head(entry, lang, style), _read(entry, lang, style), _found(entry, lang, style)]
    parts += [
        _suggested(entry, lang, style),
        next_lines(entry, lang, style),
        note_lines(run, figures_of([entry]), style),
    ]
    return "\n\n".join("\n".join(lines) for part in parts if (lines := list(part))) + "\n"


def _head(entry: Entry, lang: Lang, style: Style) -> Iterator[str]:
    mark, color = MARKS[entry.outcome]
    head = f"{mark} {entry.outcome_text.say(lang)}  {for_terminal(entry.name)}"
    first, *rest = wrap(head, style.width, 2)
    yield style.paint(first, "bold", color)
    yield from (style.paint(line, "bold", color) for line in rest)
    notice, error = entry.check.notice, entry.check.error
    if notice is not None and notice.document.by_ocr:
        yield from (style.paint(line, "yellow") for line in wrap(f"  {BY_OCR.say(lang)}", style.width, 2))
    if error is not None:
        yield from wrap(f"  {for_terminal(' '.join(error.say(lang).split()))}", style.width, 2)
    elif notice is not None and notice.document.why_no_text is not None and not entry.told:
        yield from wrap(f"  {for_terminal(notice.document.why_no_text.say(lang))}", style.width, 2)
    if entry.check.unmatched is not None:
        said = _NO_AGENCY.say(lang, why=entry.check.unmatched)
        yield from (style.paint(line, "yellow") for line in wrap(f"  {for_terminal(said)}", style.width, 2))


def _read(entry: Entry, lang: Lang, style: Style) -> Iterator[str]:
    rows = list(rows_of(entry.check, lang))
    if not rows or entry.check.notice is None:
        return
    title = _READ.say(lang, kind=kind_text(entry.check.notice, lang))
    yield from (style.paint(line, "bold") for line in wrap(title, style.width, 2))
    for row in rows:
        yield from _row(row, lang, style)


def _row(row: Row, lang: Lang, style: Style) -> Iterator[str]:
    """Label and values beside each other; in a narrow window the values stand below the label."""
    labels = 16
    hanging = " " * (4 if style.width < _NARROW else labels + 2)
    room = style.width - len(hanging)
    lines = [line for value in row.values for line in wrap(for_terminal(value), room, 2)]
    if not lines:
        lines = [style.paint(f"– {NOT_FOUND.say(lang)}", "yellow")]
    if style.width < _NARROW:
        yield "  " + row.label.say(lang)
        yield from (hanging + line for line in lines)
        return
    yield f"  {pad(row.label.say(lang), labels)}{lines[0]}"
    yield from (hanging + line for line in lines[1:])


def _found(entry: Entry, lang: Lang, style: Style) -> Iterator[str]:
    if entry.outcome is Outcome.UNREADABLE and not entry.told:
        return
    yield style.paint((_FOUND if entry.told else _NOTHING).say(lang), "bold")
    for number, told in enumerate(sorted(entry.told, key=lambda one: _ORDER[one.finding.severity])):
        if number:
            yield ""
        said = told.finding.rule.title.say(lang) if _sums_up(told) else None  # what lies behind it follows
        yield from finding_lines(told.finding, told.address, lang, style, said=said)
        for fault in told.behind:
            yield from (
                style.paint(line, "bold") for line in wrap(" " * 11 + for_terminal(fault.value), style.width, 11)
            )
            for finding in fault.findings:
                yield from finding_lines(finding, fault.value, lang, style, indent=9)


def _sums_up(told: Told) -> bool:
    return bool(told.behind) and told.finding.breaks(SB521)


def _suggested(entry: Entry, lang: Lang, style: Style) -> Iterator[str]:
    suggestions = entry.check.suggestions
    if suggestions:
        yield from suggestion_lines(USE_INSTEAD, suggestions, lang, style)
        if any(suggestion.origin is not Origin.ISSUED for suggestion in suggestions):
            yield from wrap(CONFIRM.say(lang), style.width, 2)
    elif any(told.finding.rule.needs_address for told in entry.told):
        yield from wrap(GET_ONE.say(lang), style.width, 2)

"""The screen after `notice` for one file: the verdict, what was read, what is wrong, and what to do next."""

from collections.abc import Iterator

from ...checks.notice_steps import ADDRESS_RULES
from ...model.notice import NoticeState
from ...model.result import NoticeResult
from ...model.text import Lang, Text
from ...model.verdict import Origin
from ..escape import for_terminal
from ..finding_lines import finding_lines
from ..layout import pad, wrap
from ..style import Style
from ..suggestion_lines import CONFIRM, GET_ONE, USE_INSTEAD, suggestion_lines
from .next_steps import next_lines
from .notes import note_lines
from .read import Row, rows_of
from .report import NoticeRun
from .states import MARKS, state_text
from .words import BY_OCR, NOT_FOUND, kind_text

_READ = Text("สิ่งที่อ่านได้จากประกาศฯ ({kind})", "What the notice says ({kind})")
_FOUND = Text("สิ่งที่พบ", "What was found")
_NOTHING = Text("ไม่พบข้อผิดพลาด", "Nothing is wrong with it")
_NO_AGENCY = Text("ไม่พบหน่วยงานในรายชื่อ: {why}", "No agency of the list was found for it: {why}")
_NARROW = 50


def render_page(run: NoticeRun, result: NoticeResult, style: Style) -> str:
    """All that is to be said of the one file of a run."""
    lang = run.lang
    parts = [_head(result, lang, style), _read(result, lang, style), _found(result, lang, style)]
    parts += [
        _suggested(result, lang, style),
        next_lines(result, lang, style),
        note_lines(run, style),
    ]
    return "\n\n".join("\n".join(lines) for part in parts if (lines := list(part))) + "\n"


def _head(result: NoticeResult, lang: Lang, style: Style) -> Iterator[str]:
    mark, color = MARKS[result.state]
    head = f"{mark} {state_text(result).say(lang)}  {for_terminal(result.name)}"
    first, *rest = wrap(head, style.width, 2)
    yield style.paint(first, "bold", color)
    yield from (style.paint(line, "bold", color) for line in rest)
    if result.by_ocr:
        yield from (style.paint(line, "yellow") for line in wrap(f"  {BY_OCR.say(lang)}", style.width, 2))
    if result.unread is not None and not result.findings:
        yield from wrap(f"  {for_terminal(result.unread.say(lang))}", style.width, 2)
    if result.unmatched is not None:
        said = _NO_AGENCY.say(lang, why=result.unmatched)
        yield from (style.paint(line, "yellow") for line in wrap(f"  {for_terminal(said)}", style.width, 2))


def _read(result: NoticeResult, lang: Lang, style: Style) -> Iterator[str]:
    rows = list(rows_of(result, lang))
    if not rows or result.notice is None:
        return
    title = _READ.say(lang, kind=kind_text(result.notice, lang))
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


def _found(result: NoticeResult, lang: Lang, style: Style) -> Iterator[str]:
    if result.state is NoticeState.UNREADABLE and not result.findings:
        return
    yield style.paint((_FOUND if result.findings else _NOTHING).say(lang), "bold")
    for number, found in enumerate(result.by_weight):
        if number:
            yield ""
        said = found.rule.title.say(lang) if found.is_sum else None  # what lies behind it follows
        yield from finding_lines(found.finding, found.address, lang, style, said=said)
        for faults in found.behind:
            yield from (
                style.paint(line, "bold") for line in wrap(" " * 11 + for_terminal(faults.address), style.width, 11)
            )
            for finding in faults.findings:
                yield from finding_lines(finding, faults.address, lang, style, indent=9)


def _suggested(result: NoticeResult, lang: Lang, style: Style) -> Iterator[str]:
    suggestions = result.suggestions
    if suggestions:
        yield from suggestion_lines(USE_INSTEAD, suggestions, lang, style)
        if any(suggestion.origin is not Origin.ISSUED for suggestion in suggestions):
            yield from wrap(CONFIRM.say(lang), style.width, 2)
    elif ADDRESS_RULES & {found.code for found in result.findings}:
        yield from wrap(GET_ONE.say(lang), style.width, 2)

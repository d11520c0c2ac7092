"""The screen after `notice` for several files: how many are right, what to do, and the first that need work."""

from collections.abc import Callable, Iterator, Sequence

from ...model.notice import NoticeCheck
from ...model.text import Lang, Text
from ..escape import cell_width, for_terminal
from ..layout import pad, wrap
from ..style import MARKS as SEVERITY_MARKS
from ..style import Style
from .actions import actions_of
from .entries import Entry, main_reason
from .figures import Figures, figures_of
from .notes import note_lines
from .outcomes import MARKS, OUTCOMES, WITH_WARNINGS, Outcome
from .report import NoticeRun
from .words import (
    BY_OCR,
    CANNOT_USE,
    NO_MATCH,
    SHOWN,
    THE_LIST,
    TO_MEND,
    WHAT_TO_DO,
    agency_text,
    message_of,
    why_unmatched,
    why_unreadable,
)

_CHECKED = Text("ตรวจประกาศฯ ม.10 แล้ว {count} ไฟล์", "Section-10 notices checked: {count} files")
_ACTION = Text("{what} {count} ฉบับ ({codes})", "{what}: {count} ({codes})")
_NONE = Text("ไม่มีประกาศฯ ที่ต้องแก้", "No notice has to be mended")
_SEE_ONE = Text(
    "ดูฉบับเดียวอย่างละเอียด พร้อมวิธีแก้: saraban-check notice {file}",
    "All about one, and how to mend it: saraban-check notice {file}",
)
_SAVE = Text("บันทึกผลทุกฉบับเป็น Excel: เพิ่ม -o notices.xlsx", "All notices as a workbook: add -o notices.xlsx")
_ALL = Text("ดูทั้งหมด: เพิ่ม --limit {count}", "To see all: add --limit {count}")
_NAMED_FILES = 3
_FILE = Text("ไฟล์", "FILE")


_Why = Callable[[NoticeCheck, Lang], str]
"""What is to be said of a file in a list."""


def render_overview(run: NoticeRun, entries: Sequence[Entry], limit: int, style: Style) -> str:
    """The whole screen; each list is shortened to `limit` and says by how much."""
    lang, figures = run.lang, figures_of(entries)
    work = [entry for entry in entries if entry.outcome in (Outcome.INCORRECT, Outcome.UNKNOWN)]
    unreadable = [entry for entry in entries if entry.outcome is Outcome.UNREADABLE]
    unmatched = [entry for entry in entries if entry.check.unmatched is not None]
    list_ = Text(run.list_file, run.list_file) if run.list_file else THE_LIST
    parts = [
        _counts(figures, lang, style),
        note_lines(run, figures, style),
        _todo(entries, lang, style),
        _work(work, limit, lang, style),
        _listed(CANNOT_USE, unreadable, limit, why_unreadable, lang, style),
        _listed(NO_MATCH.fill(list=list_), unmatched, limit, why_unmatched, lang, style),
        _hints(max(len(work), len(unreadable), len(unmatched)), limit, lang, style),
    ]
    return "\n\n".join("\n".join(lines) for part in parts if (lines := list(part))) + "\n"


def _counts(figures: Figures, lang: Lang, style: Style) -> Iterator[str]:
    title = wrap(_CHECKED.say(lang, count=f"{figures.total:,}"), style.width, 2)
    yield from (style.paint(line, "bold") for line in title)
    names = max(cell_width(text.say(lang)) for text in OUTCOMES.values())
    for outcome, count in figures.outcomes.items():
        if count:
            mark, color = MARKS[outcome]
            said = f"{pad(OUTCOMES[outcome].say(lang), names)}  {count:>6,}"
            if outcome is Outcome.CORRECT and figures.warned:
                said += f" ({WITH_WARNINGS.say(lang, count=f'{figures.warned:,}')})"
            first, *rest = wrap(said, style.width - 4, 0)
            yield f"  {style.paint(mark, color)} {first}"
            yield from ("    " + line for line in rest)


def _todo(entries: Sequence[Entry], lang: Lang, style: Style) -> Iterator[str]:
    actions = actions_of(entries)
    if actions:
        yield from (style.paint(line, "bold") for line in wrap(WHAT_TO_DO.say(lang), style.width, 2))
    for number, action in enumerate(actions, start=1):
        said = _ACTION.say(lang, what=action.text, count=f"{len(action.files):,}", codes=", ".join(action.codes))
        yield from wrap(f"{number:2}. {said}", style.width, 4)
        files = for_terminal(action.named(_NAMED_FILES, lang))
        yield from (style.paint(line, "dim") for line in wrap(f"    {files}", style.width, 4))


def _work(work: Sequence[Entry], limit: int, lang: Lang, style: Style) -> Iterator[str]:
    if not work:
        yield style.paint(_NONE.say(lang), "bold")
        return
    yield _titled(TO_MEND, len(work), limit, lang, style)
    for entry in work[:limit]:
        yield ""
        yield from _entry(entry, lang, style)


def _entry(entry: Entry, lang: Lang, style: Style) -> Iterator[str]:
    mark, color = MARKS[entry.outcome]
    first, *rest = wrap(f"{mark} {for_terminal(entry.name)}", style.width, 2)
    yield style.paint(first, "bold", color)
    yield from rest
    notice = entry.check.notice
    if agency := agency_text(entry.check, lang):
        yield from wrap(f"    {for_terminal(agency)}", style.width, 6)
    if notice is not None and notice.document.by_ocr:
        yield from (style.paint(line, "yellow") for line in wrap(f"    {BY_OCR.say(lang)}", style.width, 6))
    if entry.told:
        told, more = main_reason(entry)
        mark, color = SEVERITY_MARKS[told.finding.severity]
        said = wrap(for_terminal(f"{message_of(told.finding, lang)}{more}"), style.width - 6, 0)
        yield f"    {style.paint(mark, color)} {said[0]}"
        yield from ("      " + line for line in said[1:])
    if entry.check.suggestions:
        said = wrap(f"    → {for_terminal(entry.check.suggestions[0].address)}", style.width, 6)
        yield from (style.paint(line, "green") for line in said)


def _listed(title: Text, found: Sequence[Entry], limit: int, why: _Why, lang: Lang, style: Style) -> Iterator[str]:
    if not found:
        return
    yield _titled(title, len(found), limit, lang, style)
    for entry in found[:limit]:
        first, *rest = wrap(for_terminal(why(entry.check, lang)), style.width - 4, 0)
        yield f"  {style.paint('?', 'yellow')} {first}"
        yield from ("    " + line for line in rest)


def _titled(title: Text, total: int, limit: int, lang: Lang, style: Style) -> str:
    """A title and how many of all are shown."""
    counted = SHOWN.say(lang, shown=f"{min(limit, total):,}", total=f"{total:,}")
    return "\n".join(
        style.paint(line, "bold") for line in wrap(f"{for_terminal(title.say(lang))} ({counted})", style.width, 2)
    )


def _hints(longest: int, limit: int, lang: Lang, style: Style) -> Iterator[str]:
    hints = [_SEE_ONE.say(lang, file=_FILE), _SAVE.say(lang)]
    hints += [_ALL.say(lang, count=longest)] if longest > limit else []
    for hint in hints:
        yield from (style.paint(line, "dim") for line in wrap(hint, style.width, 2))

"""The screen after `notice` for several files: how many are right, what to do, and the first that need work."""

from collections.abc import Iterator, Sequence

from ...checks.notice_summary import NoticeSummary
from ...model.notice import NoticeState
from ...model.result import NoticeResult
from ...model.text import Lang, Text
from ..escape import cell_width, for_terminal
from ..layout import pad, wrap
from ..style import MARKS as SEVERITY_MARKS
from ..style import Style
from .actions import actions_of
from .notes import note_lines
from .report import NoticeRun
from .states import MARKS, STATES, WITH_WARNINGS
from .words import (
    BY_OCR,
    CANNOT_USE,
    NO_MATCH,
    SHOWN,
    THE_LIST,
    TO_MEND,
    WHAT_TO_DO,
    Why,
    agency_text,
    main_reason,
    unmatched_text,
    unread_text,
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


def render_overview(run: NoticeRun, limit: int, style: Style) -> str:
    """The whole screen; each list is shortened to `limit` and says by how much."""
    lang, results = run.lang, run.results
    work = [result for result in results if result.state in (NoticeState.INCORRECT, NoticeState.UNKNOWN)]
    unreadable = [result for result in results if result.state is NoticeState.UNREADABLE]
    unmatched = [result for result in results if result.unmatched is not None]
    list_ = Text(run.list_file, run.list_file) if run.list_file else THE_LIST
    parts = [
        _counts(run.summary, lang, style),
        note_lines(run, style),
        _todo(results, lang, style),
        _work(work, limit, lang, style),
        _listed(CANNOT_USE, unreadable, limit, unread_text, lang, style),
        _listed(NO_MATCH.fill(list=list_), unmatched, limit, unmatched_text, lang, style),
        _hints(max(len(work), len(unreadable), len(unmatched)), limit, lang, style),
    ]
    return "\n\n".join("\n".join(lines) for part in parts if (lines := list(part))) + "\n"


def _counts(summary: NoticeSummary, lang: Lang, style: Style) -> Iterator[str]:
    title = wrap(_CHECKED.say(lang, count=f"{summary.total:,}"), style.width, 2)
    yield from (style.paint(line, "bold") for line in title)
    names = max(cell_width(text.say(lang)) for text in STATES.values())
    for state, count in summary.states.items():
        if count:
            mark, color = MARKS[state]
            said = f"{pad(STATES[state].say(lang), names)}  {count:>6,}"
            if state is NoticeState.CORRECT and summary.warned:
                said += f" ({WITH_WARNINGS.say(lang, count=f'{summary.warned:,}')})"
            first, *rest = wrap(said, style.width - 4, 0)
            yield f"  {style.paint(mark, color)} {first}"
            yield from ("    " + line for line in rest)


def _todo(results: Sequence[NoticeResult], lang: Lang, style: Style) -> Iterator[str]:
    actions = actions_of(results)
    if actions:
        yield from (style.paint(line, "bold") for line in wrap(WHAT_TO_DO.say(lang), style.width, 2))
    for number, action in enumerate(actions, start=1):
        said = _ACTION.say(lang, what=action.text, count=f"{len(action.files):,}", codes=", ".join(action.codes))
        yield from wrap(f"{number:2}. {said}", style.width, 4)
        files = for_terminal(action.named(_NAMED_FILES, lang))
        yield from (style.paint(line, "dim") for line in wrap(f"    {files}", style.width, 4))


def _work(work: Sequence[NoticeResult], limit: int, lang: Lang, style: Style) -> Iterator[str]:
    if not work:
        yield style.paint(_NONE.say(lang), "bold")
        return
    yield _titled(TO_MEND, len(work), limit, lang, style)
    for result in work[:limit]:
        yield ""
        yield from _entry(result, lang, style)


def _entry(result: NoticeResult, lang: Lang, style: Style) -> Iterator[str]:
    mark, color = MARKS[result.state]
    first, *rest = wrap(f"{mark} {for_terminal(result.name)}", style.width, 2)
    yield style.paint(first, "bold", color)
    yield from rest
    if agency := agency_text(result, lang):
        yield from wrap(f"    {for_terminal(agency)}", style.width, 6)
    if result.by_ocr:
        yield from (style.paint(line, "yellow") for line in wrap(f"    {BY_OCR.say(lang)}", style.width, 6))
    if result.findings:
        mark, color = SEVERITY_MARKS[result.by_weight[0].severity]
        said = wrap(for_terminal(main_reason(result, lang)), style.width - 6, 0)
        yield f"    {style.paint(mark, color)} {said[0]}"
        yield from ("      " + line for line in said[1:])
    if result.suggestions:
        said = wrap(f"    → {for_terminal(result.suggestions[0].address)}", style.width, 6)
        yield from (style.paint(line, "green") for line in said)


def _listed(
    title: Text, found: Sequence[NoticeResult], limit: int, why: Why, lang: Lang, style: Style
) -> Iterator[str]:
    if not found:
        return
    yield _titled(title, len(found), limit, lang, style)
    for result in found[:limit]:
        first, *rest = wrap(for_terminal(why(result, lang)), style.width - 4, 0)
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

"""Markdown for a pull request or `$GITHUB_STEP_SUMMARY` (1 MiB at most): the figures, and what needs work."""

from collections.abc import Iterator, Sequence

from ...grouping.table import RULESET
from ...model.notice import NoticeState
from ...model.result import NoticeResult
from ...model.text import Lang, Text
from ..markdown_parts import RULE, cell, gate_lines, rules_section, table
from .actions import actions_of
from .notes import notes_of
from .report import NoticeRun
from .states import MARKS, state_text
from .words import (
    CANNOT_USE,
    NO_MATCH,
    SHOWN,
    THE_LIST,
    TITLE,
    TO_MEND,
    WHAT_TO_DO,
    Why,
    agency_text,
    main_reason,
    unmatched_text,
    unread_text,
)

_LISTED = 50
"""Of each list: a step summary may hold 1 MiB."""
_HEADLINE = Text(
    "ประกาศฯ **{total}** ไฟล์ · ต้องแก้ **{incorrect}** · ถูกต้อง {correct} · ไม่แน่ชัด {unknown} · อ่านไม่ได้ {unreadable} "
    "(ตารางฉบับ {ruleset})",
    "**{total}** notices · to be mended **{incorrect}** · correct {correct} · uncertain {unknown} · unreadable "
    "{unreadable} (table of {ruleset})",
)
_ACTION = Text("{what}: {count} ฉบับ", "{what}: {count}")
_FILE, _OUTCOME, _AGENCY = Text("ไฟล์", "File"), Text("ผล", "Outcome"), Text("หน่วยงาน", "Agency")
_SUGGESTED = Text("ที่อยู่ที่แนะนำ", "Suggested address")


def md_document(run: NoticeRun) -> Iterator[str]:
    """The document, section by section."""
    results, lang = run.results, run.lang
    summary = run.summary
    yield f"## {TITLE.say(lang)}\n\n"
    counts = {state.value: f"{count:,}" for state, count in summary.states.items()}
    yield _HEADLINE.say(lang, total=f"{summary.total:,}", ruleset=RULESET, **counts) + "\n"
    if run.reasons is not None:
        yield from gate_lines(run.reasons, lang)
    for note in notes_of(run):
        yield f"\n{cell(note.say(lang))}\n"
    if actions := actions_of(results):
        yield f"\n### {WHAT_TO_DO.say(lang)}\n\n"
        for action in actions:
            yield f"1. {cell(_ACTION.say(lang, what=action.text, count=f'{len(action.files):,}'))}\n"
    yield from rules_section(((rule, rule.severity, count) for rule, count in summary.rules.items()), lang)
    yield from _work(
        [result for result in results if result.state in (NoticeState.INCORRECT, NoticeState.UNKNOWN)], lang
    )
    unreadable = [result for result in results if result.state is NoticeState.UNREADABLE]
    yield from _list(CANNOT_USE, unreadable, unread_text, lang)
    list_ = Text(run.list_file, run.list_file) if run.list_file else THE_LIST
    unmatched = [result for result in results if result.unmatched is not None]
    yield from _list(NO_MATCH.fill(list=list_), unmatched, unmatched_text, lang)


def _work(work: Sequence[NoticeResult], lang: Lang) -> Iterator[str]:
    if not work:
        return
    yield _title(TO_MEND, len(work), lang)
    headings = [heading.say(lang) for heading in (_FILE, _OUTCOME, _AGENCY, RULE, _SUGGESTED)]
    yield from table(headings, (_row(result, lang) for result in work[:_LISTED]), "lllll")


def _row(result: NoticeResult, lang: Lang) -> list[str]:
    state = f"{MARKS[result.state][0]} {state_text(result).say(lang)}"
    suggested = result.suggestions[0].address if result.suggestions else ""
    return [result.name, state, agency_text(result, lang), main_reason(result, lang), suggested]


def _list(title: Text, found: Sequence[NoticeResult], why: Why, lang: Lang) -> Iterator[str]:
    if found:
        yield _title(title, len(found), lang)
        yield from (f"- {cell(why(result, lang))}\n" for result in found[:_LISTED])


def _title(title: Text, total: int, lang: Lang) -> str:
    counted = SHOWN.say(lang, shown=f"{min(_LISTED, total):,}", total=f"{total:,}")
    return f"\n### {cell(title.say(lang))} ({counted})\n\n"

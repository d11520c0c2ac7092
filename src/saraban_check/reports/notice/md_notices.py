"""Markdown for a pull request or `$GITHUB_STEP_SUMMARY` (1 MiB at most): the figures, and what needs work."""

from collections.abc import Callable, Iterator, Sequence

from ...grouping.table import RULESET
from ...model.notice import NoticeCheck
from ...model.text import Lang, Text
from ..markdown_parts import RULE, cell, gate_lines, rules_section, table
from .actions import actions_of
from .entries import Entry, entries_of, main_reason
from .figures import figures_of
from .notes import notes_of
from .outcomes import MARKS, Outcome
from .report import NoticeRun
from .words import (
    CANNOT_USE,
    NO_MATCH,
    SHOWN,
    THE_LIST,
    TITLE,
    TO_MEND,
    WHAT_TO_DO,
    agency_text,
    message_of,
    why_unmatched,
    why_unreadable,
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
    entries, lang = list(entries_of(run)), run.lang
    figures = figures_of(entries)
    yield f"## {TITLE.say(lang)}\n\n"
    counts = {outcome.value: f"{count:,}" for outcome, count in figures.outcomes.items()}
    yield _HEADLINE.say(lang, total=f"{figures.total:,}", ruleset=RULESET, **counts) + "\n"
    if run.reasons is not None:
        yield from gate_lines(run.reasons, lang)
    for note in notes_of(run, figures):
        yield f"\n{cell(note.say(lang))}\n"
    if actions := actions_of(entries):
        yield f"\n### {WHAT_TO_DO.say(lang)}\n\n"
        for action in actions:
            yield f"1. {cell(_ACTION.say(lang, what=action.text, count=f'{len(action.files):,}'))}\n"
    yield from rules_section(((rule, rule.severity, count) for rule, count in figures.rules.items()), lang)
    yield from _work([entry for entry in entries if entry.outcome in (Outcome.INCORRECT, Outcome.UNKNOWN)], lang)
    unreadable = [entry for entry in entries if entry.outcome is Outcome.UNREADABLE]
    yield from _list(CANNOT_USE, unreadable, why_unreadable, lang)
    list_ = Text(run.list_file, run.list_file) if run.list_file else THE_LIST
    unmatched = [entry for entry in entries if entry.check.unmatched is not None]
    yield from _list(NO_MATCH.fill(list=list_), unmatched, why_unmatched, lang)


def _work(work: Sequence[Entry], lang: Lang) -> Iterator[str]:
    if not work:
        return
    yield _title(TO_MEND, len(work), lang)
    headings = [heading.say(lang) for heading in (_FILE, _OUTCOME, _AGENCY, RULE, _SUGGESTED)]
    yield from table(headings, (_row(entry, lang) for entry in work[:_LISTED]), "lllll")


def _row(entry: Entry, lang: Lang) -> list[str]:
    check = entry.check
    outcome = f"{MARKS[entry.outcome][0]} {entry.outcome_text.say(lang)}"
    reason = ""
    if entry.told:
        told, more = main_reason(entry)
        reason = message_of(told.finding, lang) + more
    suggested = check.suggestions[0].address if check.suggestions else ""
    return [entry.name, outcome, agency_text(check, lang), reason, suggested]


def _list(title: Text, found: Sequence[Entry], why: Callable[[NoticeCheck, Lang], str], lang: Lang) -> Iterator[str]:
    if found:
        yield _title(title, len(found), lang)
        yield from (f"- {cell(why(entry.check, lang))}\n" for entry in found[:_LISTED])


def _title(title: Text, total: int, lang: Lang) -> str:
    counted = SHOWN.say(lang, shown=f"{min(_LISTED, total):,}", total=f"{total:,}")
    return f"\n### {cell(title.say(lang))} ({counted})\n\n"

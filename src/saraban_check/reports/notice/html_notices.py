"""One page of the notices: nothing is loaded from anywhere, nothing runs, and it prints on A4."""

import base64
import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from ...checks.notice_shown import one_line
from ...model.notice import NoticeState
from ...model.result import NoticeResult
from ...model.text import Lang, Text
from .actions import actions_of
from .articles import article, html_line
from .notes import notes_of
from .report import NoticeRun
from .states import MARKS, STATES, WITH_WARNINGS, state_text
from .words import (
    CANNOT_USE,
    NO_MATCH,
    THE_LIST,
    TITLE,
    TO_MEND,
    WHAT_TO_DO,
    Why,
    agency_text,
    date_text,
    unmatched_text,
    unread_text,
)

_NAMED_FILES = 10
_PASSED, _FAILED = Text("ผ่านเกณฑ์", "The gate passed"), Text("ไม่ผ่านเกณฑ์", "The gate failed")
_DO, _COUNT, _FILES = Text("สิ่งที่ต้องทำ", "What to do"), Text("จำนวน", "Count"), Text("ไฟล์", "Files")
_ALL = Text("ประกาศฯ ทุกไฟล์", "All notices")
_FILE, _RESULT, _AGENCY = Text("ไฟล์", "File"), Text("ผล", "Outcome"), Text("หน่วยงาน", "Agency")
_ADDRESS, _DATE = Text("อีเมล", "E-mail"), Text("วันที่", "Date")


def html_document(run: NoticeRun) -> Iterator[str]:
    """The page, piece by piece."""
    results, lang = run.results, run.lang
    css = Path(__file__).with_name("page.css").read_text(encoding="utf-8")
    title = html_line(TITLE.say(lang))
    yield (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(css)}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
        f"<style>{css}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
    )
    yield from _top(run)
    yield from _todo(results, lang)
    work = [result for result in results if result.state in (NoticeState.INCORRECT, NoticeState.UNKNOWN)]
    if work:
        yield f"<h2>{html_line(TO_MEND.say(lang))} ({len(work):,})</h2>\n"
        for result in work:
            yield from article(result, lang)
    unreadable = [result for result in results if result.state is NoticeState.UNREADABLE]
    yield from _list(CANNOT_USE, unreadable, unread_text, lang)
    list_ = Text(run.list_file, run.list_file) if run.list_file else THE_LIST
    unmatched = [result for result in results if result.unmatched is not None]
    yield from _list(NO_MATCH.fill(list=list_), unmatched, unmatched_text, lang)
    yield from _table(results, lang)
    yield "</main>\n</body>\n</html>\n"


def _policy(css: str) -> str:
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _top(run: NoticeRun) -> Iterator[str]:
    """What the notices were checked against, what the gate said, and the summary."""
    lang, summary = run.lang, run.summary
    for note in notes_of(run):
        yield f'<p class="soft">{html_line(note.say(lang))}</p>\n'
    if run.reasons is not None:
        said = [(_FAILED if run.reasons else _PASSED).say(lang), *(reason.say(lang) for reason in run.reasons)]
        yield f'<p class="gate">{"<br>".join(map(html_line, said))}</p>\n'
    yield '<ul class="counts">\n'
    for state, count in summary.states.items():
        named = html_line(STATES[state].say(lang))
        if state is NoticeState.CORRECT and summary.warned:
            warned = WITH_WARNINGS.say(lang, count=f"{summary.warned:,}")
            named += f' <span class="soft">({html_line(warned)})</span>'
        yield f'<li class="{state.value}"><b>{count:,}</b>{named}</li>\n'
    yield "</ul>\n"


def _todo(results: Sequence[NoticeResult], lang: Lang) -> Iterator[str]:
    actions = actions_of(results)
    if not actions:
        return
    yield f"<h2>{html_line(WHAT_TO_DO.say(lang))}</h2>\n"
    yield from _open_table((_DO, _COUNT, _FILES), lang, "todo")
    for action in actions:
        what, files = html_line(action.text.say(lang)), html_line(action.named(_NAMED_FILES, lang))
        codes = f'<span class="soft">{", ".join(action.codes)}</span>'
        yield f'<tr><td>{what} {codes}</td><td class="n">{len(action.files):,}</td><td>{files}</td></tr>\n'
    yield _CLOSE


def _list(title: Text, found: Sequence[NoticeResult], why: Why, lang: Lang) -> Iterator[str]:
    if found:
        yield f"<h2>{html_line(title.say(lang))} ({len(found):,})</h2>\n<ul>\n"
        yield from (f"<li>{html_line(why(result, lang))}</li>\n" for result in found)
        yield "</ul>\n"


def _table(results: Sequence[NoticeResult], lang: Lang) -> Iterator[str]:
    yield f"<h2>{html_line(_ALL.say(lang))} ({len(results):,})</h2>\n"
    yield from _open_table((_FILE, _RESULT, _AGENCY, _ADDRESS, _DATE), lang, "list")
    for result in results:
        state = f"{MARKS[result.state][0]} {state_text(result).say(lang)}"
        address = one_line(result.address.value or "") if result.address is not None else ""
        day = date_text(result.notice, lang) if result.notice is not None else ""
        cells = [html_line(text) for text in (result.name, agency_text(result, lang), address, day)]
        yield (
            f'<tr><td>{cells[0]}</td><td class="{result.state.value}">{html_line(state)}</td>'
            f"<td>{cells[1]}</td><td>{cells[2]}</td><td>{cells[3]}</td></tr>\n"
        )
    yield _CLOSE


def _open_table(headings: Sequence[Text], lang: Lang, kind: str) -> Iterator[str]:
    """A table that may be wider than the page."""
    heads = "".join(f'<th scope="col">{html_line(heading.say(lang))}</th>' for heading in headings)
    yield f'<div class="scroll" tabindex="0">\n<table class="{kind}">\n<thead><tr>{heads}</tr></thead>\n<tbody>\n'


_CLOSE = "</tbody>\n</table>\n</div>\n"

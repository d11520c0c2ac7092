"""One notice on the page: what was read, what was found and how to mend it, and the address to use."""

from collections.abc import Iterable, Iterator

from ...checks.notice_shown import one_line
from ...model.finding import Finding
from ...model.result import NoticeFinding, NoticeResult
from ...model.text import Lang, Text
from ..escape import for_html
from ..style import MARKS as SEVERITY_MARKS
from ..suggestion_lines import USE_INSTEAD, origin_text
from .read import rows_of
from .states import MARKS, state_text
from .words import BY_OCR, NOT_FOUND

_MEND = Text("วิธีแก้", "To mend")


def html_line(text: str) -> str:
    """A text on one line of a page, which a CI log takes for no command, should the page go there."""
    return for_html(one_line(text)).replace("##[", "##&#91;")


def article(result: NoticeResult, lang: Lang) -> Iterator[str]:
    """The notice as an article of its own."""
    head = f"{MARKS[result.state][0]} {state_text(result).say(lang)}  {result.name}"
    yield f'<article class="{result.state.value}">\n<h3>{html_line(head)}</h3>\n'
    if result.by_ocr:
        yield f'<p class="none">{html_line(BY_OCR.say(lang))}</p>\n'
    missing = f'<span class="none">– {html_line(NOT_FOUND.say(lang))}</span>'
    yield "<dl>\n"
    for row in rows_of(result, lang):
        values = "<br>".join(map(html_line, row.values)) or missing
        yield f"<dt>{html_line(row.label.say(lang))}</dt><dd>{values}</dd>\n"
    yield '</dl>\n<ul class="found">\n'
    for found in result.by_weight:
        yield from _told(found, lang)
    yield "</ul>\n"
    if result.suggestions:
        yield f"<p>{html_line(USE_INSTEAD.say(lang))}</p>\n"
        for one in result.suggestions:
            origin = html_line(origin_text(one).say(lang))
            yield f'<p>→ <span class="use">{html_line(one.address)}</span> ({origin})</p>\n'
    yield "</article>\n"


def _told(found: NoticeFinding, lang: Lang) -> Iterator[str]:
    said = found.rule.title.say(lang) if found.is_sum else found.message(lang)
    yield f"<li>{_sentence(found.finding, said, lang)}"
    for faults in found.behind:
        yield f"<ul><li><b>{html_line(faults.address)}</b></li>"
        yield from _items(faults.findings, lang)
        yield "</ul>"
    yield "</li>\n"


def _items(findings: Iterable[Finding], lang: Lang) -> Iterator[str]:
    for finding in findings:
        yield f"<li>{_sentence(finding, finding.message(lang), lang)}</li>"


def _sentence(finding: Finding, said: str, lang: Lang) -> str:
    """`✗ SB521 …`, and how to mend it."""
    mark = SEVERITY_MARKS[finding.severity][0]
    head = f'<span class="{finding.severity.value}">{mark} {finding.code}</span> {html_line(said)}'
    mend = f"{_MEND.say(lang)}: {finding.rule.mend.say(lang)}"
    return f'{head}<br><span class="soft">{html_line(mend)}</span>'

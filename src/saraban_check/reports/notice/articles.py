"""One notice on the page: what was read, what was found and how to mend it, and the address to use."""

from collections.abc import Iterable, Iterator

from ...model.finding import Finding, Severity
from ...model.text import Lang, Text
from ...rules.sb52_channels import SB521
from ..style import MARKS as SEVERITY_MARKS
from ..suggestion_lines import USE_INSTEAD, origin_text
from .entries import Entry, Told
from .outcomes import MARKS
from .read import rows_of
from .shown import html_line
from .words import BY_OCR, NOT_FOUND

_MEND = Text("วิธีแก้", "To mend")
_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def article(entry: Entry, lang: Lang) -> Iterator[str]:
    """The notice as an article of its own."""
    check = entry.check
    head = f"{MARKS[entry.outcome][0]} {entry.outcome_text.say(lang)}  {entry.name}"
    yield f'<article class="{entry.outcome.value}">\n<h3>{html_line(head)}</h3>\n'
    if check.notice is not None and check.notice.document.by_ocr:
        yield f'<p class="none">{html_line(BY_OCR.say(lang))}</p>\n'
    missing = f'<span class="none">– {html_line(NOT_FOUND.say(lang))}</span>'
    yield "<dl>\n"
    for row in rows_of(check, lang):
        values = "<br>".join(map(html_line, row.values)) or missing
        yield f"<dt>{html_line(row.label.say(lang))}</dt><dd>{values}</dd>\n"
    yield '</dl>\n<ul class="found">\n'
    for told in sorted(entry.told, key=lambda one: _ORDER[one.finding.severity]):
        yield from _told(told, lang)
    yield "</ul>\n"
    if check.suggestions:
        yield f"<p>{html_line(USE_INSTEAD.say(lang))}</p>\n"
        for one in check.suggestions:
            origin = html_line(origin_text(one).say(lang))
            yield f'<p>→ <span class="use">{html_line(one.address)}</span> ({origin})</p>\n'
    yield "</article>\n"


def _told(told: Told, lang: Lang) -> Iterator[str]:
    sums_up = bool(told.behind) and told.finding.breaks(SB521)  # what lies behind it follows
    said = told.finding.rule.title.say(lang) if sums_up else told.finding.message(lang)
    yield f"<li>{_sentence(told.finding, said, lang)}"
    for fault in told.behind:
        yield f"<ul><li><b>{html_line(fault.value)}</b></li>"
        yield from _items(fault.findings, lang)
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

"""The counts as markup, for a browser in which no script runs."""

from collections.abc import Iterator

from ...model.text import Lang
from ...report.escape import for_html
from ...report.run import Report
from ...report.words.data_day import data_day, days_line
from ...report.words.issued_texts import issued_counts
from .gate_notes import gate_notes
from .lists_data import settings
from .texts import PAGE_TEXTS


def counts_markup(report: Report) -> str:
    """Where the figures come from, and how many agencies are in each group."""
    return "\n".join(_lines(report, report.lang))


def _lines(report: Report, lang: Lang) -> Iterator[str]:
    result, summary, source = report.result, report.result.summary, report.result.source

    def said(name: str, **parts: object) -> str:
        return for_html(PAGE_TEXTS[name].say(lang, **parts))

    yield f"<h1>{said('title')}</h1>"
    yield from (f"<h2>{for_html(name.say(lang))}</h2>" for name in result.narrowed)
    yield f"<p>{said('file', file=source.file)} · {for_html(days_line(data_day(result.as_of)).say(lang))}</p>"
    yield from (f"<p>{for_html(text.say(lang))}</p>" for text in gate_notes(report))
    yield f"<p><strong>{said('noscript')}</strong></p>"
    yield f"<table><caption>{said('groups')}</caption>"
    for group, count in summary.groups.items():
        yield _row(for_html(group), count)
    for name in ("undetermined", "outside"):
        yield _row(said(name), getattr(summary, name))
    yield _row(said("all"), summary.total)
    yield _row(said("follow_up"), summary.follow_up)
    yield "</table>"
    if (compared := issued_counts(summary)) is not None:
        yield f"<p>{for_html(compared.say(lang))}</p>"
    if notes := settings(result):
        yield f"<details><summary>{said('settings', count=f'{len(notes):,}')}</summary>"
        yield from (f"<p>{for_html(note.say(lang))}</p>" for note in notes)
        yield "</details>"


def _row(name: str, count: int) -> str:
    """One line; the name is markup already."""
    return f'<tr><th scope="row">{name}</th><td>{count:,}</td></tr>'

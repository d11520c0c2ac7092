"""Markdown of a comparison, for a pull request or a step summary: at most a mebibyte, whatever the lists hold."""

from collections.abc import Iterable, Iterator

from ...comparison.moves import Change, Comparison, Entry
from ...comparison.standing import Round
from ...model.text import Lang, Text
from ..escape import for_markdown
from ..shares import share_text
from .notes import comparison_notes
from .tables import PROVINCE, PROVINCE_HEADINGS, changed_provinces, matrix_of, province_figures, province_name
from .words import (
    ADDRESS_CHANGED,
    CHANGES,
    COUNT,
    FILE,
    GROUP,
    IN_A,
    LIST_HEADINGS,
    MATRIX,
    MATRIX_NOTE,
    NEW,
    OLD,
    PROVINCES,
    ROUND,
    SHOWN,
    TITLE,
    TOTAL,
    WHAT,
    list_cells,
    listed,
)

_MOST_ROWS, _MOST_BYTES = 200, 100_000
"""Of each of the seven lists; the tables beside them take less than the rest of a mebibyte."""


def md_document(comparison: Comparison, lang: Lang) -> Iterator[str]:
    """The page, piece by piece."""
    yield f"## {TITLE.say(lang)}\n\n"
    rounds = ((OLD, comparison.old), (NEW, comparison.new))
    yield from _table((ROUND, FILE, TOTAL, IN_A), (_round(which, one, lang) for which, one in rounds), lang, 2)
    for text in comparison_notes(comparison):
        yield f"\n> {for_markdown(text.say(lang))}\n"
    counts = [(CHANGES[change], comparison.counts[change]) for change in Change]
    counts.append((ADDRESS_CHANGED, len(comparison.address_changed)))
    yield "\n"
    yield from _table((WHAT, COUNT), ((text.say(lang), f"{count:,}") for text, count in counts), lang, 1)
    matrix = matrix_of(comparison)
    yield f"\n### {MATRIX.say(lang)}\n\n{MATRIX_NOTE.say(lang)}\n\n"
    rows = ((name.say(lang), *map(_figure, figures)) for name, figures in matrix.rows)
    yield from _table((GROUP, *matrix.columns), rows, lang, 1)
    for title, entries in listed(comparison):
        yield from _list(title, entries, lang)
    if places := changed_provinces(comparison):
        yield f"\n### {PROVINCES.say(lang)}\n\n"
        figures = ((province_name(place).say(lang), *map(_figure, province_figures(place))) for place in places)
        yield from _table((PROVINCE, *PROVINCE_HEADINGS), figures, lang, 1)


def _round(which: Text, one: Round, lang: Lang) -> tuple[str, ...]:
    return which.say(lang), one.file, f"{one.total:,}", f"{one.done:,} ({share_text(one.done, one.total)})"


def _list(title: Text, entries: list[Entry], lang: Lang) -> Iterator[str]:
    rows: list[str] = []
    room = _MOST_BYTES
    for entry in entries[:_MOST_ROWS]:
        row = _line(list_cells(entry, lang))
        room -= len(row.encode("utf-8", "replace"))
        if room < 0:
            break
        rows.append(row)
    said = SHOWN.say(lang, shown=f"{len(rows):,}", total=f"{len(entries):,}")
    yield f"\n### {title.say(lang)} ({said})\n\n"
    yield from _table(LIST_HEADINGS, (), lang, len(LIST_HEADINGS))
    yield from rows


def _figure(count: int) -> str:
    return f"{count:,}" if count else "·"


def _table(headings: Iterable[Text], rows: Iterable[Iterable[str]], lang: Lang, texts: int) -> Iterator[str]:
    """A table whose first columns, `texts` in number, hold text and the others figures."""
    heads = [heading.say(lang) for heading in headings]
    yield _line(heads)
    yield "|" + "".join(" --- |" if column < texts else " ---: |" for column in range(len(heads))) + "\n"
    for row in rows:
        yield _line(row)


def _line(cells: Iterable[str]) -> str:
    return "|" + "".join(f" {for_markdown(cell)} |" for cell in cells) + "\n"

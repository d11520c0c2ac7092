"""One page of a comparison: nothing is loaded from anywhere, nothing runs, and it prints on A4."""

import base64
import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from ...comparison.moves import Change, Comparison, Entry
from ...comparison.standing import Round
from ...model.text import Lang, Text
from ..escape import for_html
from ..shares import share_text
from .notes import comparison_notes
from .tables import PROVINCE, PROVINCE_HEADS, Matrix, changed_provinces, matrix_of, province_figures, province_name
from .words import (
    ADDRESS_CHANGED,
    CHANGES,
    FILE,
    GROUP,
    IN_A,
    LIST_HEADINGS,
    MATRIX,
    MATRIX_NOTE,
    NEW,
    NOTHING,
    OLD,
    PROVINCES,
    ROUND,
    SHARE,
    TITLE,
    TOTAL,
    list_cells,
    listed,
)

_COUNT = Text("{count} แห่ง", "{count}")


def html_document(comparison: Comparison, lang: Lang) -> Iterator[str]:
    """The page, piece by piece."""
    css = Path(__file__).with_name("page.css").read_text(encoding="utf-8")
    title = for_html(TITLE.say(lang))
    yield (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(css)}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
        f"<style>{css}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
    )
    yield from _rounds(comparison, lang)
    for text in comparison_notes(comparison):
        yield f'<p class="note">{for_html(text.say(lang))}</p>\n'
    yield from _counts(comparison, lang)
    yield f"<h2>{MATRIX.say(lang)}</h2>\n<p>{MATRIX_NOTE.say(lang)}</p>\n"
    yield from _matrix(matrix_of(comparison), lang)
    lists = list(listed(comparison))
    for title_of, entries in lists:
        yield from _list(title_of, entries, lang)
    if not lists:
        yield f"<p>{NOTHING.say(lang)}</p>\n"
    yield from _provinces(comparison, lang)
    yield "</main>\n</body>\n</html>\n"


def _policy(css: str) -> str:
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _rounds(comparison: Comparison, lang: Lang) -> Iterator[str]:
    yield from _open_table((ROUND, FILE, TOTAL, IN_A, SHARE), 2, lang, "")
    for which, one in ((OLD, comparison.old), (NEW, comparison.new)):
        figures = "".join(f'<td class="n">{text}</td>' for text in _figures(one))
        yield f'<tr><th scope="row">{which.say(lang)}</th><td>{for_html(one.file)}</td>{figures}</tr>\n'
    yield _CLOSE


def _figures(one: Round) -> tuple[str, ...]:
    return f"{one.total:,}", f"{one.done:,}", share_text(one.done, one.total)


def _counts(comparison: Comparison, lang: Lang) -> Iterator[str]:
    yield '<ul class="counts">\n'
    counts = [(change.value, CHANGES[change], comparison.counts[change]) for change in Change]
    for name, text, count in (*counts, ("address", ADDRESS_CHANGED, len(comparison.address_changed))):
        yield f'<li class="{name}"><b>{count:,}</b>{for_html(text.say(lang))}</li>\n'
    yield "</ul>\n"


def _matrix(matrix: Matrix, lang: Lang) -> Iterator[str]:
    yield from _open_table((GROUP, *matrix.heads), 1, lang, "")
    last = len(matrix.rows) - 1
    for row, (name, figures) in enumerate(matrix.rows):
        cells = []
        for column, count in enumerate(figures):
            kind = (
                "sum"
                if row == last or column == len(figures) - 1
                else "better"
                if (row, column) in matrix.better
                else "worse"
                if (row, column) in matrix.worse
                else ""
                if count
                else "zero"
            )
            cells.append(f'<td class="n {kind}">{_figure(count)}</td>')
        yield f'<tr><th scope="row">{for_html(name.say(lang))}</th>{"".join(cells)}</tr>\n'
    yield _CLOSE


def _provinces(comparison: Comparison, lang: Lang) -> Iterator[str]:
    places = changed_provinces(comparison)
    if not places:
        return
    yield f"<details open>\n<summary>{PROVINCES.say(lang)}</summary>\n"
    yield from _open_table((PROVINCE, *PROVINCE_HEADS), 1, lang, "")
    for place in places:
        cells = "".join(
            f'<td class="n{"" if count else " zero"}">{_figure(count)}</td>' for count in province_figures(place)
        )
        yield f'<tr><th scope="row">{for_html(province_name(place).say(lang))}</th>{cells}</tr>\n'
    yield _CLOSE + "</details>\n"


def _list(title: Text, entries: list[Entry], lang: Lang) -> Iterator[str]:
    count = _COUNT.say(lang, count=f"{len(entries):,}")
    yield f"<details open>\n<summary>{for_html(title.say(lang))} ({count})</summary>\n"
    yield from _open_table(LIST_HEADINGS, len(LIST_HEADINGS), lang, "list")
    for entry in entries:
        yield "<tr>" + "".join(f"<td>{for_html(text)}</td>" for text in list_cells(entry, lang)) + "</tr>\n"
    yield _CLOSE + "</details>\n"


def _open_table(headings: Iterable[Text], texts: int, lang: Lang, kind: str) -> Iterator[str]:
    """A table that may be wider than the page; its first columns, `texts` in number, hold text."""
    label = f' class="{kind}"' if kind else ""
    yield f'<div class="scroll" tabindex="0">\n<table{label}>\n<thead><tr>'
    for column, heading in enumerate(headings):
        right = "" if column < texts else ' class="n"'
        lines = "<br>".join(map(for_html, heading.say(lang).split("\n")))
        yield f'<th scope="col"{right}>{lines}</th>'
    yield "</tr></thead>\n<tbody>\n"


_CLOSE = "</tbody>\n</table>\n</div>\n"


def _figure(count: int) -> str:
    return f"{count:,}" if count else "·"

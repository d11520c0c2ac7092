"""Texts and tables of a page: everything from a file is escaped, and each value has the class of its tone."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import get_args

from ...model.text import Lang, Text
from ..document import Cell, Column, Kind, Line, Mark, Row, Table, Tone, Value, cell_of
from ..escape import for_html
from ..thai_words import breakable
from .words import in_table, said

_WIDEST = 30
"""Pieces of more letters have to be broken on a phone."""
_NARROW, _BROAD = 13, 28
"""Widths of columns in a workbook: what is less is not broken, what is more gets room."""


def text_of(value: Value, lang: Lang) -> str:
    return in_both(lambda one: said(value, one), lang)


def in_both(say: Callable[[Lang], str], lang: Lang) -> str:
    """A text in both languages, the page's own first; the page shows one of them at a time, see `page.js`."""
    languages = (lang, *(other for other in get_args(Lang) if other != lang))
    texts = {one: say(one) for one in languages}
    if len(set(texts.values())) == 1:
        return escaped(texts[lang])
    return "".join(f'<span lang="{one}">{escaped(text)}</span>' for one, text in texts.items())


@lru_cache(maxsize=4096)
def escaped(text: str) -> str:
    """A text whose lines stand below each other; no line of the page begins with it, which a CI log could obey.

    Thai may break where it does on a screen, and so prints and fits a phone.
    """
    lines = text.splitlines() or [""]
    return "<br>".join(map(_line, lines)).replace("##[", "##&#91;")


def _line(line: str) -> str:
    """Thai in pieces that stay whole, as a browser's own dictionary would cut ถูก|ต้อง; all else breaks as it may."""
    if line.isascii():
        return for_html(line)
    runs = groupby(breakable(line), _is_thai)
    return "".join(_whole(list(run)) if is_thai else for_html("".join(run)) for is_thai, run in runs)


def _is_thai(piece: str) -> bool:
    return not piece.isascii() and len(piece) < _WIDEST


def _whole(pieces: Sequence[str]) -> str:
    """Pieces between which alone a line may end; what a line should be has room for one of them anywhere."""
    return f'<span class="w">{"<wbr>".join(map(for_html, pieces))}</span><wbr>'


def toned(cell: Cell, lang: Lang) -> str:
    """A value between the tags of its tone."""
    text = text_of(cell.value, lang)
    if cell.tone is not Tone.PLAIN:
        text = f'<span class="{cell.tone.value}">{text}</span>'
    return f"<b>{text}</b>" if cell.strong else text


def sign_of(mark: Mark | None) -> str:
    return f'<span class="{mark.tone.value}">{for_html(mark.sign)}</span> ' if mark else ""


def line_of(one: Line, lang: Lang) -> str:
    return sign_of(one.mark) + " ".join(toned(cell, lang) for cell in one.cells)


def opened(title: Text | None, total: int | None, lang: Lang) -> tuple[str, str]:
    """What stands before and behind a list: one whose length is told can be folded away."""
    if title is None:
        return "", ""
    if total is None:
        return f"<h2>{text_of(title, lang)}</h2>\n", ""
    head = f'{text_of(title, lang)} (<span class="shown">{total:,}</span>)'
    return f"<details open>\n<summary>{head}</summary>\n", "</details>\n"


def table_pieces(block: Table, lang: Lang) -> Iterator[str]:
    """A table that may be wider than the page."""
    before, behind = opened(block.title, len(block.rows) if block.counted else None, lang)
    note = f'<p class="quiet">{text_of(block.note, lang)}</p>\n' if block.note else ""
    full = "" if any(column.kind.is_number for column in block.columns) else ' class="full"'
    heads = "".join(_head(column, lang) for column in block.columns)
    yield f'{before}{note}<div class="scroll" tabindex="0">\n<table{full}>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n'
    for row in block.rows:
        yield f"<tr>{''.join(_cells(row, block, lang))}</tr>\n"
    if block.totals is not None:
        yield f'<tr class="sum">{"".join(_cells(block.totals, block, lang))}</tr>\n'
    yield f"</tbody>\n</table>\n</div>\n{behind}"


def _head(column: Column, lang: Lang) -> str:
    short = column.short
    heading = in_both(lambda one: (short.say(one) if short is not None else "") or column.heading.say(one), lang)
    style = ' class="n"' if column.kind.is_number else ""
    return f'<th scope="col"{style}>{heading}</th>'


def _cells(row: Row, block: Table, lang: Lang) -> Iterator[str]:
    for at, (value, column) in enumerate(zip(row, block.columns, strict=True)):
        cell = cell_of(value)
        text = _cell_text(cell, column, lang)
        style = _style(column.kind, column.width, cell.tone, cell.strong, cell.value == 0)
        yield f'<th scope="row"{style}>{text}</th>' if at < block.names else f"<td{style}>{text}</td>"


def _cell_text(cell: Cell, column: Column, lang: Lang) -> str:
    if isinstance(cell.value, str):
        return escaped(cell.value)
    return in_both(lambda one: in_table(cell.value, column, one), lang)


@lru_cache(maxsize=1024)
def _style(kind: Kind, width: float | None, tone: Tone, strong: bool, is_zero: bool) -> str:
    """The classes of a cell: how it stands, what it means, whether it stands out."""
    classes = []
    if kind.is_number:
        classes += ["n", "zero"] if is_zero else ["n"]
    elif width is not None and not _NARROW < width < _BROAD:
        classes.append("short" if width <= _NARROW else "long")
    classes += [] if tone is Tone.PLAIN else [tone.value]
    classes += ["strong"] if strong else []
    return f' class="{" ".join(classes)}"' if classes else ""

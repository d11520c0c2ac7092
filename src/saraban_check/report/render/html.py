"""A document as one page: nothing is loaded from anywhere, nothing runs, and it prints on A4."""

import base64
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import assert_never

from ...model.text import Lang, Text
from ...reports.escape import for_html
from ..document import (
    MARKS,
    Block,
    Cell,
    Column,
    Document,
    Field,
    Fields,
    Figures,
    Findings,
    Found,
    Heading,
    Hint,
    Items,
    Line,
    Mark,
    Medium,
    Note,
    Row,
    Section,
    Table,
    Tone,
    Value,
    cell_of,
)
from .words import MEND, in_table, said

_WIDE = 8
"""A page with a table of so many columns is printed on its side."""
_NARROW, _BROAD = 13, 28
"""Widths of columns in a workbook: what is less is not broken, what is more gets room."""


def html_pieces(document: Document, lang: Lang) -> Iterator[str]:
    """The page, piece by piece."""
    css = Path(__file__).with_name("page.css").read_text(encoding="utf-8")
    title = _text(document.title, lang)
    sections = list(document.on(Medium.PAGE))
    tables = (block for section in sections for block in section if isinstance(block, Table))
    wide = ' class="wide"' if any(len(table.columns) >= _WIDE for table in tables) else ""
    yield (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(css)}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
        f"<style>{css}</style>\n</head>\n<body{wide}>\n<main>\n<h1>{title}</h1>\n"
    )
    for section in sections:
        yield from _section(section, lang)
    yield "</main>\n</body>\n</html>\n"


def _policy(css: str) -> str:
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _section(section: Section, lang: Lang) -> Iterator[str]:
    """One thing among several is a box in the colour of its tone; all else stands on the page itself."""
    first = section[0]
    box = first.tone.value if isinstance(first, Heading) and first.level > 2 else None
    if box is not None:
        yield f'<article class="{box}">\n'
    for block in section:
        yield from _block(block, lang)
    if box is not None:
        yield "</article>\n"


def _block(block: Block, lang: Lang) -> Iterator[str]:
    match block:
        case Heading(text=text, mark=mark, note=note, level=level):
            yield f"<h{level}>{_sign(mark)}{_text(text, lang)}</h{level}>\n"
            if note is not None:
                yield f'<p class="quiet">{_text(note, lang)}</p>\n'
        case Note(text=text, tone=tone, mark=mark):
            style = "note" if tone is Tone.DOUBT else tone.value
            yield f'<p class="{style}">{_sign(mark)}{_text(text, lang)}</p>\n'
        case Figures():
            yield from _figures(block, lang)
        case Fields(fields=fields, missing=missing):
            yield "<dl>\n"
            yield from (_field(one, missing, lang) for one in fields)
            yield "</dl>\n"
        case Table():
            yield from _table(block, lang)
        case Items():
            yield from _items(block, lang)
        case Findings(found=found):
            yield '<ul class="found">\n'
            yield from (_found(one, lang) for one in found)
            yield "</ul>\n"
        case Hint(text=text):
            yield f'<p class="quiet">{_text(text, lang)}</p>\n'
        case _:
            assert_never(block)


def _text(value: Value, lang: Lang) -> str:
    return _html(said(value, lang))


def _html(text: str) -> str:
    """A text whose lines stand below each other; no line of the page begins with it, which a CI log could obey."""
    lines = text.splitlines() or [""]
    return "<br>".join(map(for_html, lines)).replace("##[", "##&#91;")


def _cell(cell: Cell, lang: Lang) -> str:
    """A value between the tags of its tone."""
    text = _text(cell.value, lang)
    if cell.tone is not Tone.PLAIN:
        text = f'<span class="{cell.tone.value}">{text}</span>'
    return f"<b>{text}</b>" if cell.strong else text


def _sign(mark: Mark | None) -> str:
    return f'<span class="{mark.tone.value}">{for_html(mark.sign)}</span> ' if mark else ""


def _line(one: Line, lang: Lang) -> str:
    return _sign(one.mark) + " ".join(_cell(cell, lang) for cell in one.cells)


def _figures(block: Figures, lang: Lang) -> Iterator[str]:
    yield '<ul class="counts">\n'
    for one in block.figures:
        note = f' <span class="quiet">({_text(one.note, lang)})</span>' if one.note else ""
        yield f'<li class="{one.label.tone.value}"><b>{one.number:,}</b>{_text(one.label.value, lang)}{note}</li>\n'
    yield "</ul>\n"


def _field(one: Field, missing: Text, lang: Lang) -> str:
    values = one.values or (Cell(missing, Tone.DOUBT),)
    note = f' <span class="quiet">({_text(one.note, lang)})</span>' if one.note else ""
    return f"<dt>{_text(one.label, lang)}</dt><dd>{'<br>'.join(_cell(cell, lang) for cell in values)}{note}</dd>\n"


def _found(found: Found, lang: Lang) -> str:
    """`✗ SB521 …`, how to mend it, and what lies behind it."""
    mark = MARKS[found.severity]
    code = f'<span class="{mark.tone.value} code">{mark.sign} {for_html(found.code)}</span>'
    mend = f'<br><span class="quiet">{_html(MEND.say(lang, how=found.mend))}</span>' if found.mend else ""
    behind = "".join(
        f"<ul><li><b>{_html(one.value)}</b></li>{''.join(_found(each, lang) for each in one.found)}</ul>"
        for one in found.behind
    )
    return f"<li>{code} {_text(found.message, lang)}{mend}{behind}</li>\n"


def _opened(title: Text | None, total: int | None, lang: Lang) -> tuple[str, str]:
    """What stands before and behind a list: one whose length is told can be folded away."""
    if title is None:
        return "", ""
    if total is None:
        return f"<h2>{_text(title, lang)}</h2>\n", ""
    return f"<details open>\n<summary>{_text(title, lang)} ({total:,})</summary>\n", "</details>\n"


def _items(block: Items, lang: Lang) -> Iterator[str]:
    before, behind = _opened(block.title, len(block.items) if block.counted and not block.whole else None, lang)
    tag = "ol" if block.numbered else "ul"
    yield f'{before}<{tag} class="items">\n'
    for item in block.items:
        details = "".join(f"<br>{_line(detail, lang)}" for detail in item.details)
        yield f"<li>{_line(item.head, lang)}{details}</li>\n"
    yield f"</{tag}>\n{behind}"


def _table(block: Table, lang: Lang) -> Iterator[str]:
    """A table that may be wider than the page."""
    before, behind = _opened(block.title, len(block.rows) if block.counted else None, lang)
    note = f'<p class="quiet">{_text(block.note, lang)}</p>\n' if block.note else ""
    full = "" if any(column.kind.is_number for column in block.columns) else ' class="full"'
    heads = "".join(_head(column, lang) for column in block.columns)
    yield f'{before}{note}<div class="scroll" tabindex="0">\n<table{full}>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n'
    for row in block.rows:
        yield f"<tr>{''.join(_cells(row, block, lang))}</tr>\n"
    if block.totals is not None:
        yield f'<tr class="sum">{"".join(_cells(block.totals, block, lang))}</tr>\n'
    yield f"</tbody>\n</table>\n</div>\n{behind}"


def _head(column: Column, lang: Lang) -> str:
    heading = column.short.say(lang) if column.short is not None else ""
    style = ' class="n"' if column.kind.is_number else ""
    return f'<th scope="col"{style}>{_html(heading or column.heading.say(lang))}</th>'


def _cells(row: Row, block: Table, lang: Lang) -> Iterator[str]:
    for at, (value, column) in enumerate(zip(row, block.columns, strict=True)):
        cell = cell_of(value)
        styles = list(_styles(cell, column))
        style = f' class="{" ".join(styles)}"' if styles else ""
        text = _html(in_table(cell.value, column, lang))
        yield f'<th scope="row"{style}>{text}</th>' if at < block.names else f"<td{style}>{text}</td>"


def _styles(cell: Cell, column: Column) -> Iterator[str]:
    if column.kind.is_number:
        yield "n"
        if cell.value == 0:
            yield "zero"
    elif column.width is not None and not _NARROW < column.width < _BROAD:
        yield "short" if column.width <= _NARROW else "long"
    if cell.tone is not Tone.PLAIN:
        yield cell.tone.value
    if cell.strong:
        yield "strong"

"""A document as Markdown, for a pull request or `$GITHUB_STEP_SUMMARY`: what is long is cut, and says by how much.

A step summary holds a mebibyte: a cell is cut after 300 characters, a list after the rows that it names (`most`), and
any table after 100 kB.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import assert_never

from ...model.text import Lang, Text
from ..document import (
    MARKS,
    Block,
    Chart,
    Column,
    Document,
    Fields,
    Figures,
    Findings,
    Found,
    Heading,
    Hint,
    Items,
    Kind,
    Line,
    Medium,
    Note,
    Row,
    Table,
    Tone,
    Value,
    cell_of,
)
from ..escape import for_markdown
from ..marks import TEXT_MARK
from .words import MEND, in_table, said, shown_of

_LONGEST = 300
_MOST_BYTES = 100_000
_MOST_ITEMS = 50


def markdown_pieces(document: Document, lang: Lang, top: int = 2) -> Iterator[str]:
    """The document, block by block, each below a blank line. `top`: the level of its title, 1 in a file of its own."""
    yield f"{'#' * top} {for_markdown(document.title.say(lang))}\n"
    for section in document.on(Medium.DIGEST):
        for block in section:
            yield "\n"
            yield from _block(block, lang, top)
    yield f"\n{TEXT_MARK}\n"


def _block(block: Block, lang: Lang, top: int) -> Iterator[str]:
    match block:
        case Heading(text=text, mark=mark, note=note, level=level, then=then):
            said_of = f" {_text(then.value, lang)}" if then else ""
            said_of += f" ({for_markdown(note.say(lang))})" if note else ""
            sign = f"{mark.sign} " if mark else ""
            yield f"{'#' * (top + level - 1)} {sign}{_text(text, lang)}{said_of}\n"
        case Note(text=text, tone=tone, mark=mark):
            sign = f"{mark.sign} " if mark else ""
            yield f"{'> ' if tone is Tone.DOUBT else ''}{sign}{_text(text, lang)}\n"
        case Figures():
            yield from _figures(block, lang)
        case Fields(fields=fields, missing=missing):
            for field in fields:
                values = ", ".join(_text(cell.value, lang) for cell in field.values) or _text(missing, lang)
                source = f" ({_text(field.note, lang)})" if field.note else ""
                yield f"- {_text(field.label, lang)}: {values}{source}\n"
        case Table():
            yield from _table(block, lang, top)
        case Chart():
            yield from _table(block.table(), lang, top)
        case Items():
            yield from _items(block, lang, top)
        case Findings(found=found):
            for one in found:
                yield from _found(one, "", lang)
        case Hint(text=text):
            yield f"{_text(text, lang)}\n"
        case _:
            assert_never(block)


def _text(value: Value, lang: Lang) -> str:
    return for_markdown(said(value, lang))


def _cut(text: str) -> str:
    return for_markdown(text if len(text) <= _LONGEST else text[:_LONGEST] + " …")


def _titled(title: Text | None, counted: str, note: Text | None, lang: Lang, top: int) -> Iterator[str]:
    if title is not None:
        yield f"{'#' * (top + 1)} {_text(title, lang)}{f' ({counted})' if counted else ''}\n\n"
    if note is not None:
        yield f"{_text(note, lang)}\n\n"


def _figures(block: Figures, lang: Lang) -> Iterator[str]:
    yield from _head((block.label, block.number._replace(kind=Kind.COUNT)), lang)
    for one in block.figures:
        behind = f" ({_text(one.note, lang)})" if one.note else ""
        yield f"| {_text(one.label.value, lang)}{behind} | {one.number:,} |\n"


def _table(block: Table, lang: Lang, top: int) -> Iterator[str]:
    rows: list[str] = []
    room = _MOST_BYTES
    for row in islice(block.rows, block.most if block.counted else None):
        text = _row(row, block.columns, lang)
        room -= len(text.encode("utf-8", "replace"))
        if room < 0:
            break
        rows.append(text)
    is_cut = len(rows) < len(block.rows)
    counted = shown_of(len(rows), len(block.rows), lang) if block.counted or is_cut else ""
    yield from _titled(block.title, counted, block.note, lang, top)
    yield from _head(block.columns, lang)
    yield from rows
    if block.totals is not None:
        yield _row(block.totals, block.columns, lang)
    if is_cut and block.title is None:
        yield f"\n({counted})\n"


def _head(columns: Sequence[Column], lang: Lang) -> Iterator[str]:
    yield "| " + " | ".join(_text(column.heading, lang) for column in columns) + " |\n"
    yield "|" + "|".join("---:" if column.kind.is_number else "---" for column in columns) + "|\n"


def _row(row: Row, columns: Sequence[Column], lang: Lang) -> str:
    cells = (in_table(cell_of(value).value, column, lang) for value, column in zip(row, columns, strict=True))
    return "| " + " | ".join(map(_cut, cells)) + " |\n"


def _items(block: Items, lang: Lang, top: int) -> Iterator[str]:
    total = len(block.items)
    shown = total if block.whole else min(total, _MOST_ITEMS)
    counted = shown_of(shown, total, lang) if block.counted or shown < total else ""
    yield from _titled(block.title, counted if not block.whole else "", None, lang, top)
    for item in islice(block.items, shown):
        sign = "1. " if block.numbered else "- "
        yield f"{sign}{_line(item.head, lang, whole=block.whole)}\n"
        below = " " * len(sign)  # a list nests where the text above it begins
        yield from (f"{below}- {_line(detail, lang, whole=block.whole)}\n" for detail in item.details)
    if shown < total and block.title is None:
        yield f"\n({counted})\n"


def _line(one: Line, lang: Lang, *, whole: bool) -> str:
    sign = f"{one.mark.sign} " if one.mark else ""
    shown = for_markdown if whole else _cut
    return sign + " ".join(shown(said(cell.value, lang)) for cell in one.cells)


def _found(found: Found, indent: str, lang: Lang) -> Iterator[str]:
    yield f"{indent}- {MARKS[found.severity].sign} **{found.code}** {_text(found.message, lang)}\n"
    if found.mend is not None:
        yield f"{indent}  - {for_markdown(MEND.say(lang, how=found.mend))}\n"
    for behind in found.behind:
        yield f"{indent}  - {_text(behind.value, lang)}\n"
        for one in behind.found:
            yield from _found(one, indent + "    ", lang)

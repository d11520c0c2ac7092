"""A document on the screen: as wide as the terminal, each list as long as was asked for, and it says of how many."""

from collections.abc import Iterator
from itertools import islice
from typing import assert_never

from ...model.text import Lang, Text
from ..document import (
    Block,
    Cell,
    Chart,
    Document,
    Field,
    Fields,
    Figures,
    Findings,
    Heading,
    Hint,
    Item,
    Items,
    Line,
    Mark,
    Medium,
    Note,
    Section,
    Table,
    Tone,
    line,
)
from ..escape import cell_width
from ..layout import pad
from ..style import Style
from .screen_findings import found_lines
from .screen_lines import Lines
from .screen_table import table_lines
from .words import shown_of

_LABELS, _NARROW = 16, 50


def render_screen(document: Document, lang: Lang, style: Style, limit: int | None = None) -> str:
    """The whole screen; each list is shortened to `limit` (None: whole)."""
    screen = _Screen(lang, style, limit)
    parts = (list(screen.section(section)) for section in document.on(Medium.SCREEN))
    return "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n"


class _Screen:
    """The lines of blocks, in one language, at one width."""

    def __init__(self, lang: Lang, style: Style, limit: int | None) -> None:
        self._lines, self._limit = Lines(lang, style), limit
        self._longest_cut = 0

    def section(self, section: Section) -> Iterator[str]:
        """The lines of blocks that belong together."""
        for block in section:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading(text=text, tone=tone, mark=mark, note=note, then=then):
                cells = [Cell(text, tone, strong=True), *([then._replace(strong=True)] if then else [])]
                cells += [Cell(f"({self._lines.said(note)})")] if note else []
                yield from self._lines.of(Line(tuple(cells), mark), 0, gap=" ")
            case Note(text=text, tone=tone, mark=mark):
                yield from self._lines.of(Line((Cell(text, tone),), mark), 2 if mark else 0)
            case Figures():
                yield from self._figures(block)
            case Fields(fields=fields, missing=missing, prose=True):
                for number, field in enumerate(fields):
                    yield from [""] if number else []
                    yield from self._prose(field, missing)
            case Fields(fields=fields, missing=missing):
                width = max((cell_width(self._lines.said(one.label)) + 2 for one in fields), default=0)
                for field in fields:
                    yield from self._field(field, missing, max(width, _LABELS))
            case Table():
                yield from self._table(block)
            case Chart():
                yield from self._table(block.table(bars=True))
            case Items():
                yield from self._items(block)
            case Findings(found=found):
                for number, one in enumerate(found):
                    if number and one.mend is not None:
                        yield ""
                    yield from found_lines(one, self._lines)
            case Hint(text=text, if_cut=if_cut):
                if not if_cut or self._longest_cut:
                    hint = text.fill(count=self._longest_cut) if if_cut else text
                    yield from self._lines.of(line(hint, tone=Tone.QUIET), 0)
            case _:
                assert_never(block)

    def _titled(self, title: Text | None, counted: str, note: Text | None = None) -> Iterator[str]:
        if title is not None:
            text = self._lines.said(title) + (f" ({counted})" if counted else "")
            cells = [Cell(text, strong=True), *([Cell(f"({self._lines.said(note)})")] if note else [])]
            yield from self._lines.of(Line(tuple(cells)), 0, gap=" ")

    def _shown(self, shown: int, total: int, *, counted: bool) -> str:
        """How many of all are shown, where that is to be said; it is noted that a list was cut."""
        if shown < total:
            self._longest_cut = max(self._longest_cut, total)
        return shown_of(shown, total, self._lines.lang) if counted or shown < total else ""

    def _figures(self, block: Figures) -> Iterator[str]:
        if block.line is not None:
            for one in block.figures:
                sentence = block.line.fill(label=one.label.value, number=f"{one.number:,}")
                tone = one.label.tone if one.number else Tone.PLAIN
                yield from self._lines.of(line(sentence, tone=tone, strong=tone is not Tone.PLAIN), 2)
            return
        some = [(one, self._lines.said(one.label.value), f"{one.number:,}") for one in block.figures if one.number]
        names = max((cell_width(name) for _, name, _ in some), default=0)
        counts = max((len(count) for _, _, count in some), default=0)
        for one, name, count in some:
            note = f" ({self._lines.said(one.note)})" if one.note else ""
            text = f"{pad(name, names)}  {pad(count, counts, right=True)}{note}"
            yield from self._lines.of(line(text, mark=one.mark), 2)

    def _field(self, one: Field, missing: Text, width: int) -> Iterator[str]:
        """Label and values beside each other; in a narrow window the values stand below the label."""
        is_narrow = self._lines.style.width < _NARROW
        indent = 4 if is_narrow else 2 + width
        values = one.values or (Cell(missing, Tone.DOUBT),)
        lines = [text for cell in values for text in self._lines.of(Line((cell,)), indent)]
        if one.note is not None:
            beside = indent + cell_width(f"{self._lines.said(values[0].value)}  ({self._lines.said(one.note)})")
            note = list(self._lines.of(line(f"({self._lines.said(one.note)})", tone=Tone.QUIET), indent))
            if len(lines) == 1 and beside <= self._lines.style.width:
                lines[0] += "  " + note[0].lstrip()
            else:
                lines += note
        if is_narrow:
            yield from self._lines.of(line(one.label), 2, 0)
        else:
            lines[0] = "  " + pad(self._lines.said(one.label), width) + lines[0][indent:]
        yield from lines

    def _prose(self, one: Field, missing: Text) -> Iterator[str]:
        """A label as a heading, and the sentences below it."""
        note = [Cell(f"({self._lines.said(one.note)})", Tone.QUIET)] if one.note is not None else []
        yield from self._lines.of(Line((Cell(one.label, strong=True), *note)), 0, gap=" ")
        for cell in one.values or (Cell(missing, Tone.DOUBT),):
            yield from self._lines.of(Line((cell,)), 2, 0)

    def _table(self, block: Table) -> Iterator[str]:
        total = len(block.rows)
        if not total:
            return
        rows = list(islice(block.rows, self._limit if block.counted else None))
        counted = self._shown(len(rows), total, counted=True) if block.counted else ""
        if not rows:  # a head alone says nothing
            return
        yield from self._titled(block.title, counted, block.note)
        yield from table_lines(block, rows, self._lines)

    def _items(self, block: Items) -> Iterator[str]:
        total = len(block.items)
        if not total:
            return
        items = list(islice(block.items, None if block.whole else self._limit))
        counted = "" if block.whole else self._shown(len(items), total, counted=block.counted)
        yield from self._titled(block.title, counted)
        for number, item in enumerate(items, start=1):
            if block.spaced and (number > 1 or block.title is not None):
                yield ""
            yield from self._item(item, number if block.numbered else None, 0 if block.spaced else 2)

    def _item(self, item: Item, number: int | None, indent: int) -> Iterator[str]:
        """Head and details, which stand under its text."""
        head = item.head
        if number is not None:
            head, indent = head._replace(mark=Mark(f"{number:2}.")), 0
        yield from self._lines.of(head, indent, 4)
        deep = max(4, indent + (4 if head.mark is None else 2))
        for detail in item.details:
            yield from self._lines.of(detail, deep)

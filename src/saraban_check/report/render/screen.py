"""A document on the screen: as wide as the terminal, each list as long as was asked for, and it says of how many."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import assert_never

from ...model.text import Lang, Text
from ...reports.escape import cell_width, for_terminal
from ...reports.layout import pad, wrap
from ...reports.style import Style
from ..document import (
    MARKS,
    Block,
    Cell,
    Document,
    Field,
    Fields,
    Figures,
    Findings,
    Found,
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
    Value,
    line,
)
from .screen_table import table_lines
from .words import MEND, said, shown_of

COLORS = {
    Tone.PLAIN: (),
    Tone.GOOD: ("green",),
    Tone.BAD: ("red",),
    Tone.DOUBT: ("yellow",),
    Tone.INFO: ("blue",),
    Tone.ACTION: ("cyan",),
    Tone.QUIET: ("dim",),
}
_LABELS, _NARROW = 16, 50
_HANGING = 11
"""How far the lines below the first of a finding are indented: they stand under the sentence."""


def render_screen(document: Document, lang: Lang, style: Style, limit: int | None = None) -> str:
    """The whole screen; each list is shortened to `limit` (None: whole)."""
    screen = _Screen(lang, style, limit)
    parts = (list(screen.section(section)) for section in document.on(Medium.SCREEN))
    return "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n"


def paint(style: Style, text: str, tone: Tone, *, strong: bool = False) -> str:
    """A text in the colour of its tone."""
    names = (*COLORS[tone], *(["bold"] if strong else []))
    return style.paint(text, *names) if names else text


class _Screen:
    """The lines of blocks, in one language, at one width."""

    def __init__(self, lang: Lang, style: Style, limit: int | None) -> None:
        self._lang, self._style, self._limit = lang, style, limit
        self._longest_cut = 0

    def section(self, section: Section) -> Iterator[str]:
        """The lines of blocks that belong together."""
        for block in section:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading(text=text, tone=tone, mark=mark, note=note):
                cells = [Cell(text, tone, strong=True), *([Cell(f"({self._said(note)})")] if note else [])]
                yield from self._lines(Line(tuple(cells), mark), 0, gap=" ")
            case Note(text=text, tone=tone, mark=mark):
                yield from self._lines(Line((Cell(text, tone),), mark), 2 if mark else 0)
            case Figures():
                yield from self._figures(block)
            case Fields(fields=fields, missing=missing):
                width = max((cell_width(self._said(one.label)) + 2 for one in fields), default=0)
                for field in fields:
                    yield from self._field(field, missing, max(width, _LABELS))
            case Table():
                yield from self._table(block)
            case Items():
                yield from self._items(block)
            case Findings(found=found):
                for number, one in enumerate(found):
                    if number and one.mend is not None:
                        yield ""
                    yield from self._found(one, 0)
            case Hint(text=text, if_cut=if_cut):
                if not if_cut or self._longest_cut:
                    hint = text.fill(count=self._longest_cut) if if_cut else text
                    yield from self._lines(line(hint, tone=Tone.QUIET), 0)
            case _:
                assert_never(block)

    def _said(self, value: Value) -> str:
        return for_terminal(said(value, self._lang))

    def _lines(self, one: Line, indent: int, hang: int = 2, gap: str = "  ") -> Iterator[str]:
        """Cells beside each other, wrapped. Lines below the first stand `hang` further in, those behind a mark under
        the first."""
        texts = [self._said(cell.value) for cell in one.cells]
        if one.mark is None:
            begin, deep = "", indent + hang
            whole, wide = " " * indent, 0
        else:
            begin = " " * indent + paint(self._style, one.mark.sign, one.mark.tone) + " "
            deep = indent + cell_width(one.mark.sign) + 1
            whole, wide = "", deep
        spans: list[tuple[int, int, Cell]] = []
        for number, (text, cell) in enumerate(zip(texts, one.cells, strict=True)):
            whole += gap if number else ""
            spans.append((len(whole), len(whole) + len(text), cell))
            whole += text
        position = 0
        for number, shown in enumerate(wrap(whole, self._style.width - wide, deep - wide)):
            content = shown[deep - wide :] if number else shown
            position = whole.index(content, position)
            yield (" " * deep if number else begin) + self._painted(content, position, spans)
            position += len(content)

    def _painted(self, content: str, position: int, spans: Sequence[tuple[int, int, Cell]]) -> str:
        """A part of a line, each cell of it in its colour."""
        painted, at = "", 0
        for begin, end, cell in spans:
            first, last = max(begin - position, 0), min(end - position, len(content))
            if first < last:
                part = paint(self._style, content[first:last], cell.tone, strong=cell.strong)
                painted += content[at:first] + part
                at = last
        return painted + content[at:]

    def _titled(self, title: Text | None, counted: str, note: Text | None = None) -> Iterator[str]:
        if title is not None:
            text = self._said(title) + (f" ({counted})" if counted else "")
            cells = [Cell(text, strong=True), *([Cell(f"({self._said(note)})")] if note else [])]
            yield from self._lines(Line(tuple(cells)), 0, gap=" ")

    def _shown(self, total: int, *, counted: bool) -> str:
        """How many of all are shown, where that is to be said; it is noted that a list was cut."""
        shown = total if self._limit is None else min(total, self._limit)
        if shown < total:
            self._longest_cut = max(self._longest_cut, total)
        return shown_of(shown, total, self._lang) if counted or shown < total else ""

    def _figures(self, block: Figures) -> Iterator[str]:
        if block.line is not None:
            for one in block.figures:
                sentence = block.line.fill(label=one.label.value, number=f"{one.number:,}")
                tone = one.label.tone if one.number else Tone.PLAIN
                yield from self._lines(line(sentence, tone=tone, strong=tone is not Tone.PLAIN), 2)
            return
        some = [(one, self._said(one.label.value), f"{one.number:,}") for one in block.figures if one.number]
        names = max((cell_width(name) for _, name, _ in some), default=0)
        counts = max((len(count) for _, _, count in some), default=0)
        for one, name, count in some:
            note = f" ({self._said(one.note)})" if one.note else ""
            text = f"{pad(name, names)}  {pad(count, counts, right=True)}{note}"
            yield from self._lines(line(text, mark=one.mark), 2)

    def _field(self, one: Field, missing: Text, width: int) -> Iterator[str]:
        """Label and values beside each other; in a narrow window the values stand below the label."""
        is_narrow = self._style.width < _NARROW
        indent = 4 if is_narrow else 2 + width
        values = one.values or (Cell(missing, Tone.DOUBT),)
        lines = [text for cell in values for text in self._lines(Line((cell,)), indent)]
        if one.note is not None:
            note = paint(self._style, f"({self._said(one.note)})", Tone.QUIET)
            if len(lines) == 1 and cell_width(lines[0] + self._said(one.note)) + 4 <= self._style.width:
                lines[0] += "  " + note
            else:
                lines += self._lines(line(f"({self._said(one.note)})", tone=Tone.QUIET), indent)
        label = self._said(one.label)
        if is_narrow:
            yield "  " + label
        else:
            lines[0] = "  " + pad(label, width) + lines[0][indent:]
        yield from lines

    def _table(self, block: Table) -> Iterator[str]:
        total = len(block.rows)
        if not total:
            return
        counted = self._shown(total, counted=True) if block.counted else ""
        yield from self._titled(block.title, counted, block.note)
        rows = islice(block.rows, self._limit if block.counted else None)
        yield from table_lines(block, rows, self._lang, self._style.width, self._paint_cell)

    def _paint_cell(self, text: str, cell: Cell) -> str:
        return paint(self._style, text, cell.tone, strong=cell.strong)

    def _items(self, block: Items) -> Iterator[str]:
        total = len(block.items)
        if not total:
            return
        counted = "" if block.whole else self._shown(total, counted=block.counted)
        yield from self._titled(block.title, counted)
        for number, item in enumerate(islice(block.items, None if block.whole else self._limit), start=1):
            if block.spaced and (number > 1 or block.title is not None):
                yield ""
            yield from self._item(item, number if block.numbered else None, 0 if block.spaced else 2)

    def _item(self, item: Item, number: int | None, indent: int) -> Iterator[str]:
        """Head and details, which stand under its text."""
        head = item.head
        if number is not None:
            head, indent = head._replace(mark=Mark(f"{number:2}.")), 0
        yield from self._lines(head, indent, 4)
        deep = max(4, indent + (4 if head.mark is None else 2))
        for detail in item.details:
            yield from self._lines(detail, deep)

    def _found(self, found: Found, indent: int) -> Iterator[str]:
        """Sign, code and sentence, the offending part pointed at, how to mend it, and what lies behind it."""
        mark = MARKS[found.severity]
        hanging = indent + _HANGING
        room = self._style.width - hanging
        first, *more = wrap(self._said(found.message), room - 1, 0)
        code = paint(self._style, found.code, Tone.PLAIN, strong=True)
        yield f"{' ' * indent}  {paint(self._style, mark.sign, mark.tone)} {code}  {first}"
        yield from (" " * hanging + text for text in more)
        if found.span is not None and found.value is not None:
            yield from self._pointer(found.value, found.span, mark.tone, hanging)
        if found.mend is not None:
            yield from (" " * hanging + text for text in wrap(self._said(MEND.fill(how=found.mend)), room, 0))
        for behind in found.behind:
            yield from self._lines(line(behind.value, strong=True), hanging, 0)
            for one in behind.found:
                yield from self._found(one, indent + 9)

    def _pointer(self, value: str, span: tuple[int, int], tone: Tone, hanging: int) -> Iterator[str]:
        """The address with the offending part underlined, where it fits."""
        before, part, after = (for_terminal(text) for text in (value[: span[0]], value[slice(*span)], value[span[1] :]))
        if cell_width(before + part + after) > self._style.width - hanging:
            return
        yield " " * hanging + before + paint(self._style, part, tone, strong=True) + after
        under = paint(self._style, "^" * max(1, cell_width(part)), tone)
        yield " " * (hanging + cell_width(before)) + under

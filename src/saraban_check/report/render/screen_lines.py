"""Lines of a screen: cells beside each other, wrapped where a reader would break them, each in its colour."""

from collections.abc import Iterator, Sequence

from ...model.text import Lang
from ..document import Cell, Line, Tone, Value
from ..escape import cell_width, for_terminal
from ..layout import wrap
from ..style import Style
from .words import said

COLORS = {
    Tone.PLAIN: (),
    Tone.GOOD: ("green",),
    Tone.BAD: ("red",),
    Tone.DOUBT: ("yellow",),
    Tone.INFO: ("blue",),
    Tone.ACTION: ("cyan",),
    Tone.QUIET: ("dim",),
}


class Lines:
    """How lines are made, in one language, at one width."""

    def __init__(self, lang: Lang, style: Style) -> None:
        self.lang, self.style = lang, style

    def said(self, value: Value) -> str:
        """A value, as `shown`."""
        return self.shown(said(value, self.lang))

    def shown(self, text: str) -> str:
        """A text, harmless in a terminal, and with what stands for signs that it lacks: some are wider than those."""
        return for_terminal(text).translate(self.style.glyphs)

    def paint(self, text: str, tone: Tone, *, strong: bool = False) -> str:
        """A text in the colour of its tone; what is quiet is not strong too."""
        names = (*COLORS[tone], *(["bold"] if strong and tone is not Tone.QUIET else []))
        return self.style.paint(text, *names) if names else text

    def paint_cell(self, text: str, cell: Cell) -> str:
        """A text as that of a cell."""
        return self.paint(text, cell.tone, strong=cell.strong)

    def of(self, one: Line, indent: int, hang: int = 2, gap: str = "  ") -> Iterator[str]:
        """Cells beside each other, wrapped. Lines below the first stand `hang` further in, those behind a mark under
        the first. A command that stands alone is never broken: it is there to be copied."""
        texts = [self.said(cell.value) for cell in one.cells]
        if [cell.tone for cell in one.cells] == [Tone.ACTION]:
            yield " " * indent + self.paint(texts[0], Tone.ACTION)
            return
        if one.mark is None:
            begin, wide, deep = " " * indent, indent, indent + hang
        else:
            sign = self.shown(one.mark.sign)
            begin = " " * indent + self.paint(sign, one.mark.tone) + " "
            wide = deep = indent + cell_width(sign) + 1
        whole = ""
        spans: list[tuple[int, int, Cell]] = []
        for number, (text, cell) in enumerate(zip(texts, one.cells, strict=True)):
            whole += gap if number else ""
            spans.append((len(whole), len(whole) + len(text), cell))
            whole += text
        position = 0
        for number, shown in enumerate(wrap(whole, self.style.width - wide, deep - wide)):
            content = shown[deep - wide :] if number else shown
            position = whole.index(content, position)
            yield ((" " * deep if number else begin) + self._painted(content, position, spans)).rstrip()
            position += len(content)

    def _painted(self, content: str, position: int, spans: Sequence[tuple[int, int, Cell]]) -> str:
        """A part of a line, each cell of it in its colour."""
        painted, at = "", 0
        for begin, end, cell in spans:
            first, last = max(begin - position, 0), min(end - position, len(content))
            if first < last:
                painted += content[at:first] + self.paint_cell(content[first:last], cell)
                at = last
        return painted + content[at:]

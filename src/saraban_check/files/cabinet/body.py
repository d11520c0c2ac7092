"""The blocks of the paper as the body of a Word document (Office Open XML, ECMA-376 part 1)."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from .blocks import Align, Block, Cell, Grid, Paragraph, Style
from .saying import Saying
from .styles import MARGINS, PAPER, style_id

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
)
_TWIPS = 1440 / 25.4
_LINE = "808080"
_BAR_EDGE = (
    '<w:tcBorders><w:top w:val="single" w:sz="24" w:space="0" w:color="FFFFFF"/><w:left w:val="nil"/>'
    '<w:bottom w:val="single" w:sz="24" w:space="0" w:color="FFFFFF"/><w:right w:val="nil"/></w:tcBorders>'
)
"""Between bars there is paper, and no line."""
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def body_xml(blocks: Iterable[Block], say: Saying) -> str:
    """The document's main part."""
    return "".join((_HEAD, *_pieces(blocks, say), _section(), "</w:body></w:document>"))


def _pieces(blocks: Iterable[Block], say: Saying) -> Iterator[str]:
    after_grid = False
    for block in blocks:
        if isinstance(block, Grid):
            if after_grid:
                yield _paragraph(Paragraph(Style.GAP, ""), say)  # or else the two would be one table
            yield from _grid(block, say)
        else:
            yield _paragraph(block, say)
        after_grid = isinstance(block, Grid)
    if after_grid:
        yield _paragraph(Paragraph(Style.GAP, ""), say)  # a body ends with a paragraph


def _paragraph(one: Paragraph, say: Saying) -> str:
    holds = "<w:keepNext/>" if one.holds else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(one.style)}"/>{holds}</w:pPr>{_run(say(one.text))}</w:p>'


def _run(text: str, look: str = "") -> str:
    if not text:
        return ""
    look = f"<w:rPr>{look}</w:rPr>" if look else ""
    lines = (f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r>{look}{'<w:br/>'.join(lines)}</w:r>"


def _grid(grid: Grid, say: Saying) -> Iterator[str]:
    widths = [round(width * _TWIPS) for width in grid.widths]
    kind, color = ("single", _LINE) if grid.ruled else ("nil", "auto")
    lines = "".join(f'<w:{side} w:val="{kind}" w:sz="4" w:space="0" w:color="{color}"/>' for side in _SIDES)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    yield (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{lines}'
        '</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="60" w:type="dxa"/>'
        '<w:right w:w="60" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblLook w:val="0020" w:firstRow="{int(grid.heads > 0)}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
        ' w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblCaption w:val={quoteattr(say(grid.told))}/><w:tblDescription w:val={quoteattr(say(grid.told))}/>"
        f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
    )
    last = len(grid.rows) - 1
    for at, row in enumerate(grid.rows):
        head = "<w:tblHeader/>" if at < grid.heads else ""
        yield f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{''.join(_cells(row, widths, say, at < last))}</w:tr>"
    yield "</w:tbl>"


def _cells(row: Iterable[Cell], widths: list[int], say: Saying, holds: bool) -> Iterator[str]:
    """The cells of a row; `holds` keeps it on the page of the row below."""
    at = 0
    for cell in row:
        wide = sum(widths[at : at + cell.span])
        at += cell.span
        span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.fill}"/>' if cell.fill else ""
        align = "" if cell.align is Align.LEFT else f'<w:jc w:val="{cell.align.value}"/>'
        look = ("<w:b/><w:bCs/>" if cell.strong else "") + (f'<w:color w:val="{cell.ink}"/>' if cell.ink else "")
        keep = "<w:keepNext/>" if holds else ""
        edge = _BAR_EDGE if cell.is_bar else ""
        yield (
            f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{span}{edge}{fill}<w:vAlign w:val="center"/></w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="{style_id(Style.CELL)}"/>{keep}{align}</w:pPr>'
            f"{_run(say(cell.text, is_name=cell.is_name), look)}</w:p></w:tc>"
        )


def _section() -> str:
    (width, height), (top, right, bottom, left) = ([round(mm * _TWIPS) for mm in one] for one in (PAPER, MARGINS))
    return (
        f'<w:sectPr><w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" '
        f'w:left="{left}" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>'
    )

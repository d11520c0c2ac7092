"""The paper's styles: those of a Thai official paper (TH SarabunPSK, 16 points), its tables smaller.

Source: ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖, and its explanation of typing with a computer
(นร ๐๑๐๖/ว ๒๐๑๙, ๒๘ กันยายน ๒๕๕๓): margins 3 cm left and 2 cm right, single lines, a first line indented by 2.5 cm.
"""

from collections.abc import Iterator
from typing import NamedTuple

from ..docx_package import FONT
from .blocks import Style

PAPER = (210, 297)
MARGINS = (20, 20, 18, 30)
"""Top, right, bottom, left; in mm."""
WIDE = PAPER[0] - MARGINS[1] - MARGINS[3]
"""How wide a line is."""
_TWIPS = 1440 / 25.4


class _Look(NamedTuple):
    """Points, boldness, alignment, indents in mm, spaces before and behind in points."""

    points: int
    align: str = "left"
    is_bold: bool = False
    left: float = 0
    first: float = 0
    before: int = 0
    behind: int = 0


_LOOKS = {
    Style.TITLE: _Look(18, "center", is_bold=True),
    Style.DAY: _Look(16, "center", behind=2),
    Style.HEADING: _Look(16, is_bold=True, before=6, behind=2),
    Style.BODY: _Look(16, "thaiDistribute", first=25, behind=2),
    Style.ITEM: _Look(16, left=8, first=-8),
    Style.NOTE: _Look(13, before=2),
    Style.CAPTION: _Look(14, "center", is_bold=True, before=6, behind=2),
    Style.CELL: _Look(13),
    Style.GAP: _Look(4),
}


def style_id(style: Style) -> str:
    """How paragraphs name a style."""
    return style.value.replace(" ", "")


def styles_xml() -> str:
    """The document's part of styles. Thai is a complex script to Word: it has a size and a boldness of its own."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults>'
        f'<w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
        '<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="th-TH"/></w:rPr>'
        '</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        f"{''.join(_styles())}</w:styles>"
    )


def _styles() -> Iterator[str]:
    for style, look in _LOOKS.items():
        outline = {Style.TITLE: "0", Style.HEADING: "1"}.get(style)
        level = f'<w:outlineLvl w:val="{outline}"/>' if outline else ""
        left, first = round(look.left * _TWIPS), round(look.first * _TWIPS)
        indent = f'w:firstLine="{first}"' if first >= 0 else f'w:hanging="{-first}"'
        bold = "<w:b/><w:bCs/>" if look.is_bold else ""
        keep = "<w:keepNext/><w:keepLines/>" if style in (Style.TITLE, Style.HEADING, Style.CAPTION) else ""
        yield (
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id(style)}">'
            f'<w:name w:val="{style.value}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{keep}<w:widowControl/>'
            f'<w:spacing w:before="{20 * look.before}" w:after="{20 * look.behind}"/><w:ind w:left="{left}" {indent}/>'
            f'<w:jc w:val="{look.align}"/>{level}</w:pPr>'
            f'<w:rPr>{bold}<w:sz w:val="{2 * look.points}"/><w:szCs w:val="{2 * look.points}"/></w:rPr></w:style>'
        )

"""The paper and the styles of a drafted notice: those of a Thai official announcement (ประกาศ, แบบที่ ๗).

Source: ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖, ข้อ ๒๕ and แบบที่ ๗, and its explanation of typing with a
computer (นร ๐๑๐๖/ว ๒๐๑๙, ๒๘ กันยายน ๒๕๕๓): margins 3 cm left and 2 cm right, single lines, a first line indented by
2.5 cm; the Garuda 3 cm high, 1.5 cm from the edge.
"""

from typing import TYPE_CHECKING, Any

from ...drafting.wording import NoticeRole
from ..docx_package import FONT
from .page_fit import GARUDA, MARGINS, PAPER, SETTINGS

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle

_POINTS = 16

NAMES = {
    NoticeRole.TITLE: "Notice Title",
    NoticeRole.PREAMBLE: "Notice Preamble",
    NoticeRole.CLAUSE: "Notice Clause",
    NoticeRole.ITEM: "Notice Item",
    NoticeRole.DAY: "Notice Day",
    NoticeRole.SIGNATURE: "Notice Signature",
}

GARUDA_STYLE = "Notice Garuda"
_ALIGNED = {
    NoticeRole.TITLE: "CENTER",
    NoticeRole.PREAMBLE: "THAI_JUSTIFY",
    NoticeRole.CLAUSE: "THAI_JUSTIFY",
    NoticeRole.ITEM: "LEFT",  # an address stretched out is not read as one
    NoticeRole.DAY: "LEFT",
    NoticeRole.SIGNATURE: "CENTER",
}
_HELD_TOGETHER = (NoticeRole.TITLE, NoticeRole.DAY, NoticeRole.SIGNATURE)


def set_paper(document: "Document") -> None:
    """A4 and its margins: the upper one is that of the Garuda."""
    from docx.shared import Cm

    section = document.sections[0]
    section.page_width, section.page_height = map(Cm, PAPER)
    margins = map(Cm, MARGINS)
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = margins


def set_styles(document: "Document") -> None:
    """The styles of what paragraphs are for; those of python-docx's template that are not used are gone."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
    from docx.shared import Cm, Pt

    for style in list(document.styles):
        if not style.element.get(_qn("w:default")):
            style.delete()
    _set_defaults(document.styles.element)
    garuda = _added(document, GARUDA_STYLE).paragraph_format
    garuda.alignment, garuda.keep_with_next = WD_ALIGN_PARAGRAPH.CENTER, True
    garuda.line_spacing, garuda.line_spacing_rule = Cm(GARUDA), WD_LINE_SPACING.AT_LEAST
    for role, name in NAMES.items():
        style, setting = _added(document, name), SETTINGS[role]
        form = style.paragraph_format
        form.left_indent, form.first_line_indent = Cm(setting.left), Cm(setting.first)
        form.space_before, form.space_after = Pt(setting.before), Pt(setting.behind)
        form.alignment = getattr(WD_ALIGN_PARAGRAPH, _ALIGNED[role])
        form.widow_control = True
        if role in _HELD_TOGETHER:
            form.keep_together = form.keep_with_next = True
        style.font.bold = style.font.cs_bold = role is NoticeRole.TITLE or None


def _added(document: "Document", name: str) -> "ParagraphStyle":
    from docx.enum.style import WD_STYLE_TYPE

    style: ParagraphStyle = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    return style


def _set_defaults(styles: Any) -> None:
    """Font, size and language of all text, and no space between paragraphs.

    Thai is a complex script to Word: its font, size and language have settings of their own, which python-docx does
    not reach.
    """
    from docx.oxml import OxmlElement

    run = styles.find(f"{_qn('w:docDefaults')}/{_qn('w:rPrDefault')}/{_qn('w:rPr')}")
    paragraph = styles.find(f"{_qn('w:docDefaults')}/{_qn('w:pPrDefault')}/{_qn('w:pPr')}")
    for old in (*run, *paragraph):
        old.getparent().remove(old)
    for parent, name, values in (
        (run, "w:rFonts", dict.fromkeys(("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"), FONT)),
        (run, "w:sz", {"w:val": str(2 * _POINTS)}),
        (run, "w:szCs", {"w:val": str(2 * _POINTS)}),
        (run, "w:lang", {"w:val": "en-US", "w:eastAsia": "en-US", "w:bidi": "th-TH"}),
        (paragraph, "w:spacing", {"w:before": "0", "w:after": "0", "w:line": "240", "w:lineRule": "auto"}),
    ):
        element = OxmlElement(name)
        for attribute, value in values.items():
            element.set(_qn(attribute), value)
        parent.append(element)


def _qn(name: str) -> str:
    from docx.oxml.ns import qn

    return qn(name)

"""The paper and the styles of a drafted notice: those of a Thai official announcement (ประกาศ, แบบที่ ๗).

Source: ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖, and its appendix on typing official letters.
"""

from typing import TYPE_CHECKING, Any

from ...drafting.wording import NoticeRole

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle

FONT = "TH SarabunPSK"
ALSO_NAMED = "TH SarabunIT๙"
"""The same letters under the name that other computers of the government have them by."""
_POINTS = 16

NAMES = {
    NoticeRole.TITLE: "Notice Title",
    NoticeRole.PREAMBLE: "Notice Preamble",
    NoticeRole.CLAUSE: "Notice Clause",
    NoticeRole.ITEM: "Notice Item",
    NoticeRole.DAY: "Notice Day",
    NoticeRole.SIGNATURE: "Notice Signature",
}


def set_paper(document: "Document") -> None:
    """A4, 3 cm at the left, where it is bound."""
    from docx.shared import Cm

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(2)
    section.top_margin, section.bottom_margin = Cm(2.5), Cm(2)


def set_styles(document: "Document") -> "dict[NoticeRole, ParagraphStyle]":
    """The styles, by what a paragraph is for; those of python-docx's template that are not used are gone."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt

    styles = document.styles
    for style in list(styles):
        if not style.element.get(_qn("w:default")):
            style.delete()
    _set_defaults(styles.element)
    found = {}
    for role, name in NAMES.items():
        style = found[role] = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        style.quick_style = True
    for role in (NoticeRole.PREAMBLE, NoticeRole.CLAUSE, NoticeRole.ITEM, NoticeRole.DAY):
        form = found[role].paragraph_format
        form.alignment = WD_ALIGN_PARAGRAPH.THAI_JUSTIFY
        form.first_line_indent = Cm(2.5)
        form.space_before = Pt(6)
        form.widow_control = True
    title = found[NoticeRole.TITLE]
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.keep_with_next = True
    title.font.bold = title.font.cs_bold = True
    item, day, signature = (
        found[role].paragraph_format for role in (NoticeRole.ITEM, NoticeRole.DAY, NoticeRole.SIGNATURE)
    )
    item.alignment = WD_ALIGN_PARAGRAPH.LEFT  # an address stretched out is not read as one
    item.left_indent, item.first_line_indent, item.space_before = Cm(3.9), Cm(-0.8), Pt(0)
    day.alignment = WD_ALIGN_PARAGRAPH.LEFT
    day.first_line_indent, day.space_before, day.space_after = Cm(5), Pt(12), Pt(30)  # room to sign in
    day.keep_with_next = True
    signature.alignment = WD_ALIGN_PARAGRAPH.CENTER
    signature.left_indent = Cm(8)
    signature.keep_together = signature.keep_with_next = True
    return found


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

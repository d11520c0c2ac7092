"""A drafted notice as a Word document, the same bytes for the same words.

python-docx's template is read and styled once; each notice is then a new body in it, packed with fixed times.
"""

import zipfile
from collections.abc import Sequence
from functools import cache
from io import BytesIO
from itertools import zip_longest
from typing import TYPE_CHECKING

from ...drafting.wording import NoticeParagraph, NoticePiece, NoticeRole
from ...model.lazy_pattern import lazy_pattern
from ...report.escape import for_xml
from ..docx_package import BODY_PART, FONT_PART, FONT_TABLE, SETTINGS, SETTINGS_PART, packed
from .docx_styles import GARUDA_STYLE, NAMES, set_paper, set_styles
from .page_fit import broken_before, line_height, signature_indent

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.font import Font
    from docx.text.paragraph import Paragraph

_GARUDA = "(ตราครุฑ)"
"""What stands in its place until the emblem does: no copy of it goes out with this program."""
_BEFORE_NUMERAL = lazy_pattern(" (?=[๐-๙ๆ])")
"""A space at which no line ends: พ.ศ. ๒๕๖๕, มาตรา ๑๐, ใด ๆ."""
_NEEDED = ("styles", "settings", "fontTable")
"""The parts of the template that a notice has need of: nothing else goes into it, no author, no time, no picture."""


def docx_document(words: Sequence[NoticeParagraph]) -> bytes:
    """The document of these words."""
    return _writer().write(words)


@cache
def _writer() -> "DocxWriter":
    return DocxWriter()


class DocxWriter:
    """Writes notices one after the other; what they share is made once."""

    def __init__(self) -> None:
        import docx

        self._document = docx.Document()
        _drop_parts(self._document)
        set_paper(self._document)
        set_styles(self._document)
        self._parts = _parts(self._document)

    def write(self, paragraphs: Sequence[NoticeParagraph]) -> bytes:
        """The document. Nothing in a text can be mark-up; what XML forbids is replaced."""
        from docx.shared import Cm, Pt

        self._document.element.body.clear_content()
        _add_run(self._document.add_paragraph(style=GARUDA_STYLE), _GARUDA, NoticePiece(_GARUDA, is_blank=True))
        height, indent = line_height(paragraphs), Cm(signature_indent(paragraphs))
        for paragraph, following in zip_longest(paragraphs, paragraphs[1:]):
            added = self._document.add_paragraph(style=NAMES[paragraph.role])
            if height is not None:
                added.paragraph_format.line_spacing = Pt(height)
            if paragraph.role is NoticeRole.SIGNATURE:
                added.paragraph_format.left_indent = indent
            if following is not None and following.role is NoticeRole.DAY:
                added.paragraph_format.keep_with_next = True  # no signature on a page of its own
            broken, text = broken_before(paragraph), _BEFORE_NUMERAL.sub("\u00a0", paragraph.text)
            for piece in paragraph.pieces:
                if piece is broken:
                    added.add_run().add_break()
                font = _add_run(added, text[: len(piece.text)], piece)
                text = text[len(piece.text) :]
                if piece.is_whole and paragraph.role is NoticeRole.ITEM:
                    font.no_proof = True  # an address is no word to be corrected or hyphenated
        return packed({**self._parts, BODY_PART: self._document.part.blob})


def _add_run(paragraph: "Paragraph", text: str, piece: NoticePiece) -> "Font":
    from docx.enum.text import WD_COLOR_INDEX

    font = paragraph.add_run(for_xml(text)).font
    if piece.is_blank:  # not a style: Word's own highlighter is what takes it away again
        font.highlight_color = WD_COLOR_INDEX.YELLOW
    return font


def _drop_parts(document: "Document") -> None:
    for holder in (document.part.package, document.part):
        for key, link in list(holder.rels.items()):
            if link.reltype.rpartition("/")[2] not in ("officeDocument", *_NEEDED):
                del holder.rels[key]


def _parts(document: "Document") -> dict[str, bytes]:
    """What every notice is packed with: types, links, styles, settings, fonts; the body's place is kept."""
    held = BytesIO()
    document.save(held)
    with zipfile.ZipFile(held) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return {**parts, FONT_PART: FONT_TABLE.encode(), SETTINGS_PART: SETTINGS.encode()}

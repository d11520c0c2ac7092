"""DOCX: all the text that Word would show, and no other.

python-docx opens the package and knows the sections; the text is gathered from its elements, as its own `.text` leaves
out text boxes, tracked insertions and content controls.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from ..intake.limits import Limits, too_much
from .docx_package import damaged
from .docx_words import Words, hidden_styles, lines_of

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_NOTES = ("footnotes", "endnotes")
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def docx_text(package: BytesIO, name: str, limits: Limits) -> str:
    """The text of a package that docx_package has looked through: headers, body, notes, footers; a paragraph, or the
    row of a table, is a line. Raises InputError where it is damaged or has too many characters.
    """
    try:
        found = _gathered(package, limits)
    except Exception as error:  # python-docx raises whatever comes, for what no Word would write
        raise damaged(name, error if str(error) else type(error).__name__) from None
    if found is None:
        raise too_much(name, "characters", f"> {limits.characters:,}", limits.characters)
    return found


def _gathered(package: BytesIO, limits: Limits) -> str | None:
    """The text; None where it has too many characters."""
    import docx

    document = docx.Document(package)
    words = Words(hidden_styles(document.styles.element))
    size, found = 0, []
    for element in _in_order(document):
        for line in lines_of(element, words):
            size += len(line) + 1
            if size > limits.characters:
                return None
            found.append(line)
    return "\n".join(found)


def _in_order(document: "WordDocument") -> Iterator[Any]:
    """The elements that hold blocks: headers, body, notes, footers."""
    yield from _margins(document, ("first_page_header", "even_page_header", "header"))
    yield document.element.body
    yield from _notes(document)
    yield from _margins(document, ("first_page_footer", "even_page_footer", "footer"))


def _margins(document: "WordDocument", sorts: tuple[str, ...]) -> Iterator[Any]:
    """The headers or footers that are in use; one that is the section's before it comes once."""
    for section in document.sections:
        for sort in sorts:
            if sort.startswith("first") and not section.different_first_page_header_footer:
                continue
            if sort.startswith("even") and not document.settings.odd_and_even_pages_header_footer:
                continue
            margin = getattr(section, sort)
            if not margin.is_linked_to_previous:
                yield margin._element  # python-docx has no other way to it


def _notes(document: "WordDocument") -> Iterator[Any]:
    """The footnotes and endnotes, which python-docx keeps as bytes."""
    from docx.oxml.parser import parse_xml

    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.removeprefix(_RELATIONS) in _NOTES:
            yield parse_xml(relation.target_part.blob)

"""The elements of WordprocessingML as lines of text (ECMA-376, part 1, section 17)."""

from collections.abc import Iterator
from typing import Any, NamedTuple

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_LEFT_OUT = frozenset(
    f"{_W}{tag}"
    for tag in (
        *("del", "moveFrom", "delText", "instrText", "delInstrText", "rPr", "pPr", "sectPr", "sdtPr", "sdtEndPr"),
        *("tblPr", "tblGrid", "trPr", "tcPr", "rt", "fldData", "pgNum", "separator", "continuationSeparator"),
    )
)
"""What is no text, or none that is shown: deleted text, field codes, properties."""
_OFF = ("0", "false", "off")
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_SIGN_FOR = {f"{_W}{tag}": sign for tag, sign in _SIGNS.items()}
_P, _R, _T, _TBL, _TR, _TC = (f"{_W}{tag}" for tag in ("p", "r", "t", "tbl", "tr", "tc"))
_BOX = f"{_W}txbxContent"
_ART = "{urn:schemas-microsoft-com:vml}textpath"
"""WordArt, such as a watermark: its text is an attribute."""
_NOTES = (f"{_W}footnote", f"{_W}endnote")


class Words(NamedTuple):
    """What has to be known of a document to read its text: the styles whose text is hidden."""

    hidden: frozenset[str]


def hidden_styles(styles: Any) -> frozenset[str]:
    """The ids of the styles that hide their text, also by the style they are based on."""
    own: dict[str, bool | None] = {}
    base: dict[str, str] = {}
    for style in styles.iter(f"{_W}style"):
        style_id = style.get(f"{_W}styleId", "")
        own[style_id] = _says_hidden(style.find(f"{_W}rPr"))
        based = style.find(f"{_W}basedOn")
        if based is not None:
            base[style_id] = based.get(f"{_W}val", "")
    found = set()
    for style_id in own:
        at, seen = style_id, {style_id}
        while own.get(at) is None and base.get(at, at) not in seen:
            at = base[at]
            seen.add(at)
        if own.get(at):
            found.add(style_id)
    return frozenset(found)


def lines_of(holder: Any, words: Words) -> Iterator[str]:
    """The lines of what holds paragraphs and tables: a body, a cell, a text box, a header, a note."""
    for child in _shown(holder):
        if child.tag == _P:
            yield from _paragraph(child, words)
        elif child.tag == _TBL:
            for row in _below(child, _TR):
                yield from _row(row, words)
        else:
            yield from lines_of(child, words)


def _paragraph(paragraph: Any, words: Words) -> Iterator[str]:
    """Its own lines, then those of the text boxes that are anchored in it."""
    found: list[str] = []
    boxes: list[Any] = []
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    hidden = style is not None and style.get(f"{_W}val") in words.hidden
    _inline(paragraph, hidden, words, found, boxes)
    text = "".join(found)
    if text or not boxes:
        yield from text.split("\n")
    for box in boxes:
        yield from lines_of(box, words)


def _inline(holder: Any, hidden: bool, words: Words, found: list[str], boxes: list[Any]) -> None:
    for child in _shown(holder):
        tag = child.tag
        if tag == _R:
            _inline(child, _is_hidden(child, hidden, words), words, found, boxes)
        elif tag == _BOX:
            if not hidden:
                boxes.append(child)
        elif tag in (_T, f"{_M}t"):
            if not hidden:
                found.append((child.text or "").replace("\n", " "))
        elif tag in _SIGN_FOR:
            if not hidden:
                found.append(_SIGN_FOR[tag])
        elif tag == _ART:
            if not hidden:
                found.append(f"\n{child.get('string', '')}\n")
        elif tag == f"{_W}sym":
            if not hidden:
                found.append(_symbol(child))
        else:
            _inline(child, hidden, words, found, boxes)


def _row(row: Any, words: Words) -> Iterator[str]:
    """A row is a line, its cells separated by tabs; where one cell alone has text, its lines stay as they are.

    Notices are laid out with tables: a frame around everything, the signature in the right one of two cells.
    """
    cells = [[line for line in lines_of(cell, words) if line.strip()] for cell in _below(row, _TC)]
    filled = [cell for cell in cells if cell]
    if len(filled) == 1:
        yield from filled[0]
    elif filled:
        yield "\t".join(" ".join(cell) for cell in cells)


def _below(holder: Any, tag: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, also those in content controls and insertions."""
    for child in _shown(holder):
        if child.tag == tag:
            yield child
        elif child.tag not in (_P, _TBL):
            yield from _below(child, tag)


def _shown(holder: Any) -> Iterator[Any]:
    """The children that are shown; of alternatives (mc:AlternateContent) the first, which is the newest way."""
    for child in holder:
        if not isinstance(child.tag, str) or child.tag in _LEFT_OUT or _is_no_text(child):
            continue
        if child.tag == f"{_MC}AlternateContent":
            yield from list(child)[:1]
        else:
            yield child


def _is_no_text(child: Any) -> bool:
    """Whether it is a deleted row, or the line that is drawn above notes."""
    if child.tag == _TR:
        return child.find(f"{_W}trPr/{_W}del") is not None
    return child.tag in _NOTES and child.get(f"{_W}type", "normal") != "normal"


def _symbol(element: Any) -> str:
    """The character of a symbol font, where its number can be read."""
    try:
        return chr(int(element.get(f"{_W}char", ""), 16))
    except (ValueError, OverflowError):
        return "\ufffd"


def _is_hidden(run: Any, hidden: bool, words: Words) -> bool:
    """Whether a run is hidden: by its own word, else by its style's, else as its paragraph is."""
    properties = run.find(f"{_W}rPr")
    own = _says_hidden(properties)
    if own is not None:
        return own
    style = properties.find(f"{_W}rStyle") if properties is not None else None
    return hidden or (style is not None and style.get(f"{_W}val") in words.hidden)


def _says_hidden(properties: Any) -> bool | None:
    """What run properties say of hidden text; None where they say nothing."""
    found = properties.find(f"{_W}vanish") if properties is not None else None
    return None if found is None else found.get(f"{_W}val", "1") not in _OFF

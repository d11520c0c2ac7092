"""HTML as the text that a reader of the page sees. Nothing is loaded from anywhere."""

import re
from pathlib import Path
from typing import Any

from ..intake.encoding import find_encoding
from ..intake.limits import Limits
from ..intake.named_file import read_named
from ..intake.page_encoding import page_encodings
from ..model.errors import InputError
from ..model.lazy_pattern import lazy_pattern
from ..model.text import Text
from .plain_text import check_size, checked, not_in_encoding, undecodable

_OUT = {"script", "style", "template", "head", "title", "noscript", "object", "iframe", "svg"}
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir"),
        *("div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("header", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary"),
        *("table", "tbody", "tfoot", "thead", "tr", "ul"),
    )
)
_CELLS = {"td", "th"}
_HIDDEN = lazy_pattern(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLANK = lazy_pattern(r"[ \t\n\r\f]+")
_DAMAGED = Text(
    "{file}: หน้าเว็บนี้อ่านไม่ได้ ({reason}) บันทึกประกาศเป็น PDF หรือ DOCX แล้วลองอีกครั้ง",
    "{file}: the page cannot be read ({reason}); save the notice as PDF or DOCX and try again",
)


def read_html(path: Path, name: str, limits: Limits, encoding: str | None) -> str:
    """The visible text: a block or <br> begins a line, the cells of a row are separated by tabs.

    Raises InputError where bytes cannot be decoded or a limit is exceeded, RequestError where there is no such
    encoding.
    """
    check_size(path, name, limits)
    data = read_named(path, limits.file_mb, name=name, limit="file_mb")
    markup = checked(_decoded(path, data, name, encoding), name, limits)
    from lxml import etree
    from lxml.html import HTMLParser

    # its length is known to be bounded: huge_tree only lets it nest 2,048 deep, and not 256
    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = etree.fromstring(_XML_DECLARATION.sub("", markup).encode(), parser)
    except (etree.LxmlError, ValueError) as error:
        raise InputError(_DAMAGED, file=name, reason=str(error)[:80] or "?") from None
    for fault in parser.error_log.filter_from_fatals():  # the parser goes no further, and says nothing
        raise InputError(_DAMAGED, file=name, reason=fault.message[:80])
    return "" if root is None else _text(root)


_XML_DECLARATION = lazy_pattern(r"\A\s*<\?xml[^>]*>")


def _decoded(path: Path, data: bytes, name: str, wanted: str | None) -> str:
    """By the BOM, then what the page states, then as UTF-8, then as Windows-874."""
    if wanted is not None:
        try:
            encoding = find_encoding(path, wanted, data)
        except InputError as error:
            if "byte" not in error.parts:
                raise
            raise not_in_encoding(data, _first_bad(data, wanted), wanted, name) from None
        return data.decode(encoding)
    encodings = page_encodings(data)
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as error:
            at = error.start
        except UnicodeError:  # some codecs refuse a whole page without saying where
            at = 0
    if len(encodings) == 1:
        raise not_in_encoding(data, at, encodings[0], name)
    raise undecodable(data, at, name)


def _first_bad(data: bytes, encoding: str) -> int:
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        return error.start
    except (LookupError, UnicodeError):
        pass
    return 0


def _text(root: Any) -> str:
    """The text of a tree, walked without recursion: a page may nest as deep as it likes."""
    from lxml import etree

    found: list[str] = []
    out = kept = 0  # how many elements that are left out, and how many <pre>, stand around
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        starts = event == "start"
        left_out = tag in _OUT or _is_hidden(element)
        if tag == "pre":
            kept += 1 if starts else -1
        if left_out:
            out += 1 if starts else -1
        if not out and not left_out:
            if tag in _BLOCKS or (tag == "br" and starts):
                found.append("\n" if tag == "br" else "\0")
            elif tag in _CELLS and not starts:
                found.append("\t")
        text = element.text if starts else element.tail
        if text and not out and element is not (None if starts else root):
            found.append(text if kept else _BLANK.sub(" ", text))
    return _joined(found)


def _is_hidden(element: Any) -> bool:
    return "hidden" in element.attrib or _HIDDEN.search(element.get("style", "")) is not None


_BREAKS = lazy_pattern(r"(?:(?<![ \t])[ \t]+)?\0[\0 \t]*")
_AROUND = lazy_pattern(r"(?:(?<! ) +)?([\n\t]) *")
_SPACES = lazy_pattern(r" {2,}")


def _joined(found: list[str]) -> str:
    """The pieces as lines; where several blocks begin or end at once (NUL), it is one line break."""
    return _SPACES.sub(" ", _AROUND.sub(r"\1", _BREAKS.sub("\n", "".join(found)))).strip("\n")

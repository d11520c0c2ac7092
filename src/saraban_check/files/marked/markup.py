"""XML changed where it stands: every byte that is not changed on purpose stays as it was.

To read a part into a tree and to write that out again would spell it anew: prefixes, spaces, quotation marks. So
the parser only tells where things stand, and what is added is spliced in there.
"""

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.parsers import expat
from xml.sax.saxutils import escape

from ...model.lazy_pattern import lazy_pattern
from ...model.text import Text
from ...report.escape import for_xlsx

_TAG = lazy_pattern(rb"""<[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>""")
_ATTRIBUTE = lazy_pattern(rb"""(?<!\s)\s++([^\s=/>]++)\s*=\s*("[^"]*"|'[^']*')""")
_NAME = lazy_pattern(rb"</?([^\s/>]+)")
_DECLARATION = lazy_pattern(r"^\s*<\?xml[^>]*\?>")
_ENCODING = lazy_pattern(rb"""^\s*<\?xml[^>]*\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_LOOKS_ESCAPED = lazy_pattern(r"_(?=x[0-9A-Fa-f]{4}_)")

_BAD_XML = Text("XML ไม่ถูกต้อง: {reason}", "its XML is not well formed: {reason}")
_DOCTYPE = Text("มีการประกาศ DOCTYPE", "it holds a DOCTYPE declaration")
_BAD_ENCODING = Text("ถอดรหัสอักขระไม่ได้ ({encoding})", "its characters cannot be read ({encoding})")


class UnusualError(Exception):
    """Something in the workbook that Excel does not write, and that is not to be changed by guessing."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.en)
        self.reason = reason


@dataclass(slots=True)
class Node:
    """An element and where it stands, in bytes: at its `<`, after its start tag, at its end tag, and behind it.

    In `<x/>` the last three are the same. `name` is without its prefix; qualified attributes are named
    `namespace name`.
    """

    name: str
    attributes: dict[str, str]
    start: int
    inside: int
    end: int = 0
    after: int = 0
    children: list["Node"] = field(default_factory=list)

    def child(self, name: str) -> "Node | None":
        return next((node for node in self.children if node.name == name), None)

    def every(self, name: str) -> "Iterator[Node]":
        """The elements of that name at any depth, in order."""
        left = self.children[::-1]  # no calls within calls: a part may be nested deeper than Python's stack
        while left:
            node = left.pop()
            if node.name == name:
                yield node
            left += reversed(node.children)


class Edit(NamedTuple):
    """Put `new` in place of what stands between two places."""

    start: int
    end: int
    new: bytes


class Reader:
    """Reads an XML part into nodes. `prefix` is the root's, with its colon, and `namespace` its namespace."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.namespace = self.prefix = ""
        self._open: list[Node] = []
        self.parser = expat.ParserCreate("utf-8", namespace_separator=" ")  # whatever the part says: see as_utf8
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.StartDoctypeDeclHandler = self._refuse_doctype
        self.root = Node("", {}, 0, 0)
        try:
            self.parser.Parse(data, True)
        except expat.ExpatError as error:
            raise UnusualError(_BAD_XML.fill(reason=error)) from None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        at = self.parser.CurrentByteIndex
        namespace, _, local = name.rpartition(" ")
        node = Node(local, attributes, at, tag_end(self.data, at))
        if self._open:
            self._open[-1].children.append(node)
        else:
            self.root, self.namespace = node, namespace
            self.prefix = "".join(qualified_name(self.data, at).rpartition(":")[:2])
        self._open.append(node)

    def end(self, name: str) -> None:
        node = self._open.pop()
        node.end = self.parser.CurrentByteIndex
        node.after = node.end if is_closed(self.data, node.inside) else self.data.index(b">", node.end) + 1

    def _refuse_doctype(self, *_: object) -> None:
        raise UnusualError(_DOCTYPE)


def as_utf8(data: bytes) -> bytes:
    """The same part in UTF-8, so that what is added can be too; almost all are already.

    Nothing else is allowed but UTF-16 (ISO/IEC 29500-2), and some of Python's other codecs take their time.
    """
    declared = _ENCODING.match(data)
    encoding = declared[1].decode("ascii") if declared else "utf-8"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    elif encoding.lower() in ("utf-8", "utf8", "us-ascii"):
        return data
    elif not encoding.lower().startswith("utf-16"):
        raise UnusualError(_BAD_ENCODING.fill(encoding=encoding))
    try:
        text = data.decode(encoding)
    except (LookupError, UnicodeError):
        raise UnusualError(_BAD_ENCODING.fill(encoding=encoding)) from None
    return _DECLARATION.sub('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>', text, count=1).encode()


def tag_end(data: bytes, start: int) -> int:
    """Where the tag that begins there ends: a `>` within quotation marks is none."""
    found = _TAG.match(data, start)
    assert found is not None, "the parser saw a tag here"
    return found.end()


def qualified_name(data: bytes, start: int) -> str:
    """The name in the tag that begins there, as it is spelled."""
    found = _NAME.match(data, start)
    assert found is not None, "the parser saw a tag here"
    return found[1].decode()


def is_closed(data: bytes, inside: int) -> bool:
    """Whether the tag that ends there is of the kind `<x/>`."""
    return data[inside - 2 : inside] == b"/>"


def with_attributes(tag: bytes, **values: str) -> bytes:
    """A start tag with some attributes set, the others as they were spelled."""
    left = {name.encode(): value for name, value in values.items()}

    def replace(match: re.Match[bytes]) -> bytes:
        value = left.pop(match[1], None)
        return match[0] if value is None else b' %s="%s"' % (match[1], attribute(value).encode())

    tag = _ATTRIBUTE.sub(replace, tag)
    added = b"".join(b' %s="%s"' % (name, attribute(value).encode()) for name, value in left.items())
    cut = len(tag) - (2 if tag.endswith(b"/>") else 1)
    return tag[:cut] + added + tag[cut:]


def grown(data: bytes, start: int, inside: int, end: int, new: str, **values: str) -> list[Edit]:
    """The edits that set attributes of an element, and add `new` as the last thing in it."""
    tag = data[start:inside]
    named = with_attributes(tag, **values) if values else tag
    if is_closed(data, inside) and new:
        return [Edit(start, inside, named[:-2] + b">" + new.encode() + f"</{qualified_name(data, start)}>".encode())]
    found = [] if named == tag else [Edit(start, inside, named)]
    return [*found, Edit(end, end, new.encode())] if new else found


def spliced(data: bytes, edits: Iterable[Edit]) -> bytes:
    """The bytes with the edits made; those of one place stay in their order."""
    pieces: list[bytes] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        assert at <= edit.start, "two edits of the same bytes"
        pieces += (data[at : edit.start], edit.new)
        at = edit.end
    return b"".join((*pieces, data[at:]))


def text(value: str) -> str:
    """A text for an element of a workbook: what XML forbids replaced, and no `_x0041_` taken for an escape."""
    return escape(_LOOKS_ESCAPED.sub("_x005F_", for_xlsx(value)), {"\r": "&#13;"})


def attribute(value: str) -> str:
    """A text for an attribute, between double quotation marks."""
    return escape(value, {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})

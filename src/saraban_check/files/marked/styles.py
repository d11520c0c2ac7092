"""The workbook's cell formats: ours are added behind theirs, and none of theirs is changed."""

from functools import cache

from ...model.text import Text
from .markup import Edit, Node, Reader, UnusualError, grown, spliced, tag_end, with_attributes
from .numbers import whole
from .package import MAIN

_MOST_FORMATS = 65_490
"""Excel's own limit."""
_TOO_MANY = Text("มีรูปแบบเซลล์มากเกินกว่าที่ Excel รับได้", "it has more cell formats than Excel takes")
_EMPTY = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="{MAIN}">'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
_ORDER = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs")
_FIRST = {
    "fonts": ('<{p}font><{p}sz val="11"/><{p}name val="Calibri"/></{p}font>',),
    "fills": tuple(f'<{{p}}fill><{{p}}patternFill patternType="{kind}"/></{{p}}fill>' for kind in ("none", "gray125")),
    "borders": ("<{p}border/>",),
    "cellXfs": ('<{p}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',),
}
"""What must stand first in a list, or ours would be taken for it: Excel reads the first two fills as none and gray."""
_FACE = ("name", "family", "charset", "scheme")


def style_number(text: str) -> int:
    """The number of a format, a typeface or a border, as parts name them; one that is too high is there for nobody."""
    return whole(text, _MOST_FORMATS)


class Styles:
    """The styles part (None where the workbook has none), to which formats are added.

    `colored` and `ours` return the number of a format, for a cell's `s`.
    """

    def __init__(self, data: bytes | None) -> None:
        self._part = Reader(data or _EMPTY.encode())
        if not self._part.root.children:
            self._part = Reader(_EMPTY.encode())
        self._p = self._part.prefix
        self._there: dict[str, list[Node]] = {}
        self._added: dict[str, dict[str, int]] = {}
        for name, first in _FIRST.items():
            found = self._part.root.child(name)
            self._there[name], self._added[name] = found.children if found else [], {}
            for item in first[len(self._there[name]) :]:
                self._add(name, item.format(p=self._p))
        self.colored = cache(self._colored)

    def _colored(self, base: int, color: str) -> int:
        """The format `base` with a fill of one colour (six hexadecimal digits), and else the same."""
        xml = self._xml(base)
        end = tag_end(xml, 0)
        tag = with_attributes(xml[:end], fillId=str(self._fill(color)), applyFill="1")
        return self._add("cellXfs", (tag + xml[end:]).decode())

    def ours(self, base: int, *, color: str | None = None, heading: bool = False) -> int:
        """A format of our own for texts, in the typeface, size and borders of `base`: wrapped, from the top.

        `color` is its fill; a heading is bold, white and centred.
        """
        p, there = self._p, self._there["cellXfs"]
        like = there[base].attributes if base < len(there) else {}
        font, border = style_number(like.get("fontId", "0")), style_number(like.get("borderId", "0"))
        place = 'horizontal="center" vertical="center"' if heading else 'vertical="top"'
        style = ' xfId="0"' if self._part.root.child("cellStyleXfs") else ""
        return self._add(
            "cellXfs",
            f'<{p}xf numFmtId="0" fontId="{self._font(font, heading)}" fillId="{self._fill(color) if color else 0}" '
            f'borderId="{border}"{style} applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">'
            f'<{p}alignment {place} wrapText="1"/></{p}xf>',
        )

    def _font(self, like: int, heading: bool) -> int:
        p, there = self._p, self._there["fonts"]
        traits = (
            {node.name: node.attributes.get("val", "") for node in there[like].children} if like < len(there) else {}
        )

        def trait(name: str) -> str:
            return with_attributes(f"<{p}{name}/>".encode(), val=traits[name]).decode() if name in traits else ""

        bold, white = (f"<{p}b/>", f'<{p}color rgb="FFFFFFFF"/>') if heading else ("", "")
        return self._add("fonts", f"<{p}font>{bold}{trait('sz')}{white}{''.join(map(trait, _FACE))}</{p}font>")

    def _fill(self, color: str) -> int:
        p = self._p
        return self._add(
            "fills",
            f'<{p}fill><{p}patternFill patternType="solid"><{p}fgColor rgb="FF{color}"/><{p}bgColor indexed="64"/>'
            f"</{p}patternFill></{p}fill>",
        )

    def _xml(self, number: int) -> bytes:
        """A format as it stands; that of number 0 where there is no such number."""
        there, added = self._there["cellXfs"], list(self._added["cellXfs"])
        if number >= len(there) + len(added):
            number = 0
        if number < len(there):
            return self._part.data[there[number].start : there[number].after]
        return added[number - len(there)].encode()

    def _add(self, name: str, item: str) -> int:
        added = self._added[name]
        number = added.setdefault(item, len(self._there[name]) + len(added))
        if name == "cellXfs" and number >= _MOST_FORMATS:
            raise UnusualError(_TOO_MANY)
        return number

    def data(self) -> bytes:
        """The part with what was added."""
        root, edits, place = self._part.root, list[Edit](), self._part.root.inside
        for name in _ORDER:
            node, added = root.child(name), self._added.get(name, {})
            new, count = "".join(added), str(len(self._there.get(name, ())) + len(added))
            if node is None and added:
                edits.append(Edit(place, place, f'<{self._p}{name} count="{count}">{new}</{self._p}{name}>'.encode()))
            elif node is not None:
                edits += grown(self._part.data, node.start, node.inside, node.end, new, count=count) if added else []
                place = node.after
        return spliced(self._part.data, edits)

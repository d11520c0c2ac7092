"""The boxes in which Excel shows comments: VML, an old drawing language that it still asks for."""

from ...model.lazy_pattern import lazy_pattern
from ...model.text import Text
from .comments import Note
from .geometry import Ruler
from .markup import UnusualError

_NAMESPACES = (
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_EMPTY = '<xml{namespaces}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{blocks}"/></o:shapelayout></xml>'
_TYPE = (
    '<v:shapetype{namespaces} id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_SHAPE = (
    '<v:shape{namespaces} id="_x0000_s{id}" type="#_x0000_t202" style="position:absolute;visibility:hidden"'
    ' fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
    '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div>'
    '</v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>'
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)
_END = lazy_pattern(rb"</xml\s*>\s*$")
_ID = lazy_pattern(rb"_x0000_s([0-9]{1,9})")
_IDS_PER_BLOCK = 1024
_WIDTH, _LINE, _MARGIN, _HIGHEST = 340, 16, 14, 480
_LETTERS_PER_LINE = 58  # Thai marks above and below counted, which take no room
_BROKEN = Text("ส่วนรูปวาด VML ไม่สมบูรณ์", "its VML drawing is incomplete")


def boxes_part(data: bytes | None, notes: list[Note], columns: Ruler, rows: Ruler) -> bytes:
    """The VML part with a box for each comment added behind what is there; a new one for None."""
    first = _IDS_PER_BLOCK + 1
    if data is None:
        blocks = ",".join(str(1 + block) for block in range(1 + len(notes) // (_IDS_PER_BLOCK - 1)))
        data, declared = _EMPTY.format(namespaces=_NAMESPACES, blocks=blocks).encode(), ""
    else:
        first = max((int(found) + 1 for found in _ID.findall(data)), default=first)
        declared = _NAMESPACES  # whatever prefixes stand around it
    end = _END.search(data)
    if end is None:
        raise UnusualError(_BROKEN)
    new = [] if b'id="_x0000_t202"' in data else [_TYPE.format(namespaces=declared)]
    for number, note in enumerate(notes, start=first):
        anchor = _anchor(note, columns, rows)
        new.append(_SHAPE.format(namespaces=declared, id=number, anchor=anchor, row=note.row - 1, column=note.column))
    return data[: end.start()] + "".join(new).encode() + data[end.start() :]


def _anchor(note: Note, columns: Ruler, rows: Ruler) -> str:
    """Where a box begins and ends: column, pixels into it, row, pixels into it, twice."""
    left, top = columns.start(note.column + 1) + 15, max(0, rows.start(note.row - 1) - 7)
    spots = (
        columns.spot(left),
        rows.spot(top),
        columns.spot(left + _WIDTH),
        rows.spot(top + _height(note)),
    )
    return ", ".join(f"{spot.number}, {spot.offset}" for spot in spots)


def _height(note: Note) -> int:
    """High enough for the text, up to a limit; Excel lets one draw the box larger."""
    lines = [line for bold, plain in note.paragraphs for line in f"{bold} {plain}".split("\n")]
    return min(_HIGHEST, _MARGIN + _LINE * sum(1 + len(line) // _LETTERS_PER_LINE for line in lines))

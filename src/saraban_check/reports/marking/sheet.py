"""The sheet with our cells at the right and the offending cells in another format."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ...reference.column_letters import letters_of
from .markup import Edit, Node, grown, spliced, tag_end, text, with_attributes
from .package import TRANSITIONAL
from .references import Area, area_of, named
from .survey import Survey

_BEHIND_LEGACY_DRAWING = frozenset(
    (
        *(
            "legacyDrawingHF",
            "drawingHF",
            "picture",
            "oleObjects",
            "controls",
            "webPublishItems",
            "tableParts",
            "extLst",
        ),
        "AlternateContent",  # around oleObjects or controls
    )
)


class OurCell(NamedTuple):
    """A cell of ours: its text, and the number of its format."""

    text: str
    style: int


class Additions(NamedTuple):
    """What is added to a sheet: our cells by row, from column `first` (0 = A) on; the widths of our columns; the
    formats of offending cells by row and column; the relationship of the comments' boxes, where it is new."""

    first: int
    rows: Mapping[int, Sequence[OurCell]]
    widths: Sequence[float]
    formats: Mapping[tuple[int, int], int]
    boxes: str | None


def style_of(survey: Survey, row: int, column: int) -> int:
    """The format of a cell, also where it is not there: then its row's or its column's."""
    cell = survey.cells.get((row, column))
    if cell is not None and cell.style is not None:
        return cell.style
    place = survey.rows.get(row)
    if place is not None and place.style is not None:
        return place.style
    return survey.column_style(column)


def marked_sheet(survey: Survey, additions: Additions) -> bytes:
    """The sheet's XML with the additions; all else is as it was."""
    behind: dict[int, list[str]] = {}
    edits = _formats(survey, additions.formats, behind)
    edits += _rows(survey, additions, behind)
    edits += _columns(survey, additions)
    edits += _dimension(survey, additions)
    if additions.boxes is not None:
        edits.append(_boxes(survey, additions.boxes))
    return spliced(survey.data, edits)


def _formats(survey: Survey, formats: Mapping[tuple[int, int], int], behind: dict[int, list[str]]) -> list[Edit]:
    """Other formats for cells that are there, new cells for those that are not; some belong behind all others."""
    edits = []
    for (row, column), style in sorted(formats.items()):
        place = survey.cells.get((row, column))
        new = f'<{survey.prefix}c r="{letters_of(column)}{row}" s="{style}"/>'
        if place is None:
            behind.setdefault(row, []).append(new)
        elif place.style is None:
            edits.append(Edit(place.start, place.start, new.encode()))
        else:
            end = tag_end(survey.data, place.start)
            edits.append(Edit(place.start, end, with_attributes(survey.data[place.start : end], s=str(style))))
    return edits


def _rows(survey: Survey, additions: Additions, behind: Mapping[int, list[str]]) -> list[Edit]:
    """Our cells as the last ones of their rows; a row that is not there is added."""
    edits = []
    p, letters = survey.prefix, [letters_of(additions.first + index) for index in range(len(additions.widths))]
    last = additions.first + len(letters)
    for number, cells in sorted(additions.rows.items()):
        new = "".join(behind.get(number, ()))
        new += "".join(_cell(p, f"{letter}{number}", cell) for letter, cell in zip(letters, cells, strict=True))
        row = survey.rows.get(number)
        if row is None:
            place = survey.gaps[number]
            edits.append(Edit(place, place, f'<{p}row r="{number}">{new}</{p}row>'.encode()))
        else:
            spans = {} if row.spans is None else {"spans": f"{row.spans.partition(':')[0]}:{last}"}
            edits += grown(survey.data, row.start, row.inside, row.end, new, **spans)
    return edits


def _cell(p: str, place: str, cell: OurCell) -> str:
    """A cell that holds its text itself, so that the shared strings stay as they are; never a formula."""
    if not cell.text:
        return f'<{p}c r="{place}" s="{cell.style}"/>'
    held = f'<{p}is><{p}t xml:space="preserve">{text(cell.text)}</{p}t></{p}is>'
    return f'<{p}c r="{place}" s="{cell.style}" t="inlineStr">{held}</{p}c>'


def _columns(survey: Survey, additions: Additions) -> list[Edit]:
    """The widths of our columns; a definition of theirs that reaches over ours is cut there and goes on behind."""
    p, first = survey.prefix, additions.first + 1
    last = first + len(additions.widths) - 1
    cols = survey.root.child("cols")
    theirs = [place for place in survey.columns if place.last >= first]
    over = [place for place in theirs if place.first <= last]
    ours = "".join(
        f'<{p}col min="{column}" max="{column}" width="{width:g}" customWidth="1"'
        + (f' style="{style}"/>' if (style := survey.column_style(column - 1)) else "/>")
        for column, width in enumerate(additions.widths, start=first)
    )
    if cols is None:
        place = _child(survey, "sheetData").start
        return [Edit(place, place, f"<{p}cols>{ours}</{p}cols>".encode())]
    if not over:
        if not theirs:
            return grown(survey.data, cols.start, cols.inside, cols.end, ours)
        return [Edit(theirs[0].node.start, theirs[0].node.start, ours.encode())]
    edits = []
    for node, low, high, _ in over:
        tag = survey.data[node.start : node.inside].removesuffix(b"/>").removesuffix(b">") + b"/>"
        before = with_attributes(tag, max=str(first - 1)) if low < first else b""
        after = with_attributes(tag, min=str(last + 1)) if high > last else b""
        edits.append(Edit(node.start, node.after, before + (ours.encode() if node is over[0].node else b"") + after))
    return edits


def _dimension(survey: Survey, additions: Additions) -> list[Edit]:
    """The area that the sheet says it uses, with ours in it; where it says none, none is said."""
    node = survey.root.child("dimension")
    if node is None or not additions.rows:
        return []
    theirs = area_of(node.attributes.get("ref", "A1"))
    right = additions.first + len(additions.widths) - 1
    area = Area(
        min(theirs.top, *additions.rows),
        min(theirs.left, additions.first),
        max(theirs.bottom, *additions.rows),
        max(theirs.right, right),
    )
    tag = survey.data[node.start : node.inside]
    return [Edit(node.start, node.inside, with_attributes(tag, ref=named(area)))]


def _boxes(survey: Survey, relationship: str) -> Edit:
    """The element that names the comments' boxes, where the schema wants it."""
    seen = survey.root.children.index(_child(survey, "sheetData"))
    behind = (node.start for node in survey.root.children[seen:] if node.name in _BEHIND_LEGACY_DRAWING)
    place = next(behind, survey.root.end)
    return Edit(
        place, place, f'<{survey.prefix}legacyDrawing xmlns:r="{TRANSITIONAL}" r:id="{relationship}"/>'.encode()
    )


def _child(survey: Survey, name: str) -> Node:
    found = survey.root.child(name)
    assert found is not None, "the survey has seen to it"
    return found

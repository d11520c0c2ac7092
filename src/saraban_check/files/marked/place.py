"""How far to the right a sheet is used: our columns overwrite nothing, and nothing lies over them."""

from collections.abc import Iterator

from .markup import Node, Reader
from .numbers import whole
from .package import Package
from .references import MOST_COLUMNS, Area, area_of
from .survey import Survey

_EMU_PER_COLUMN = 609_600
"""A column of the usual width, in the units of drawings: where a drawing tells only its size."""
_FARTHEST = MOST_COLUMNS * _EMU_PER_COLUMN
_AREAS = frozenset(("mergeCell", "hyperlink"))
_WITH_AREA = ("table", "pivotTable", "comments")


def merged_areas(survey: Survey) -> list[Area]:
    """The merged cells of the sheet."""
    found = survey.root.child("mergeCells")
    return [area_of(node.attributes.get("ref", "")) for node in found.children] if found else []


def last_used_column(package: Package, part: str, survey: Survey) -> int:
    """The last column (0 = A) that cells, merged cells, tables, comments, sparklines or drawings reach."""
    return max((survey.last_column, *_beside_cells(survey), *_in_other_parts(package, part)))


def _beside_cells(survey: Survey) -> Iterator[int]:
    for name in _AREAS:
        for node in survey.root.every(name):
            yield area_of(node.attributes.get("ref", "")).right
    for line in survey.root.every("sparkline"):
        if (place := line.child("sqref")) is not None:
            yield area_of(_content(survey, place)).right


def _in_other_parts(package: Package, part: str) -> Iterator[int]:
    for kind, other in dict.fromkeys((link.kind, link.part.lower()) for link in package.relationships(part)):
        if kind in _WITH_AREA:
            root = Reader(package.read_xml(other)).root
            for node in (root, *root.every("location"), *root.every("comment")):
                if "ref" in node.attributes:
                    yield area_of(node.attributes["ref"]).right
        elif kind == "drawing":
            yield from _drawings(Reader(package.read_xml(other)))


def _drawings(drawing: Reader) -> Iterator[int]:
    """The last columns over which charts and pictures lie."""
    for anchor in drawing.root.children:
        corner = anchor.child("to") or anchor.child("from")
        column = corner.child("col") if corner else None
        last = whole(_content(drawing, column), MOST_COLUMNS) if column else 0
        if anchor.name != "twoCellAnchor":
            size, place = anchor.child("ext"), anchor.child("pos")
            reach = whole(size.attributes.get("cx", "0"), _FARTHEST) if size else 0
            reach += whole(place.attributes.get("x", "0"), _FARTHEST, -_FARTHEST) if place else 0
            last += reach // _EMU_PER_COLUMN
        yield last


def _content(reader: Reader, node: Node) -> str:
    return reader.data[node.inside : node.end].decode("utf-8", "replace").strip()

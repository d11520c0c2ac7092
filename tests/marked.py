"""What a marked-up copy is held against: the workbook that it was made from."""

import re
import warnings
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import openpyxl
from tests.support import classified_list, letters

from saraban_check.checks.classification import Classification
from saraban_check.files.marked.mark import marked_workbook
from saraban_check.model.text import Lang
from saraban_check.report.our_cells import MARKED_HEADINGS
from saraban_check.report.run import Report

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
COUNT = len(MARKED_HEADINGS)
SHEET = "xl/worksheets/sheet1.xml"
_ADDED_ELEMENTS = {f"{MAIN}{name}" for name in ("dimension", "cols", "sheetData", "legacyDrawing")}


class Copy(NamedTuple):
    """A workbook, its copy, what was said of it, and where they lie."""

    source: Path
    before: zipfile.ZipFile
    after: zipfile.ZipFile
    result: Classification
    path: Path


def mark(path: Path, lang: Lang = "th", **how: Any) -> Copy:
    """Classify a workbook and mark up a copy of it beside it; the input stays as it was."""
    result, original = classified_list(path, **how), path.read_bytes()
    data = marked_workbook(Report(result, lang, path.name), original)
    copy = path.with_name(f"marked-{path.name}")
    copy.write_bytes(data)
    assert path.read_bytes() == original
    return Copy(path, zipfile.ZipFile(BytesIO(original)), zipfile.ZipFile(BytesIO(data)), result, copy)


def opened(path: Path) -> Any:
    """The workbook by openpyxl, which warns of all that it would lose."""
    with warnings.catch_warnings(action="ignore"):
        return openpyxl.load_workbook(path)


def frozen(element: Element) -> tuple[Any, ...]:
    """All that an element says, for comparing."""
    return element.tag, element.attrib, element.text or "", [frozen(child) for child in element]


def columns_of(sheet: Element) -> dict[int, dict[str, str]]:
    """What is said of each column, 1 = A."""
    found = {}
    for col in sheet.iterfind(f"{MAIN}cols/{MAIN}col"):
        said = {name: value for name, value in col.attrib.items() if name not in ("min", "max")}
        for number in range(int(col.attrib["min"]), int(col.attrib["max"]) + 1):
            assert number not in found, "Excel mends a file in which definitions of columns overlap"
            found[number] = said
    return found


def cells_of(sheet: Element) -> dict[str, tuple[Element, Element]]:
    """The rows and cells by place; for sheets that name all of them."""
    return {
        cell.attrib["r"]: (row, cell)
        for row in sheet.iterfind(f"{MAIN}sheetData/{MAIN}row")
        for cell in row.iterfind(f"{MAIN}c")
    }


def assert_only_added(copy: Copy, first: int, sheet: str = SHEET) -> set[str]:
    """All that was there is there as it was; what is new are our columns, from `first` on (0 = A), and formats.

    The places of the cells with another format.
    """
    assert copy.after.testzip() is None
    names = copy.before.namelist()
    assert copy.after.namelist()[: len(names)] == names
    dates = [[part.date_time for part in book.infolist()] for book in (copy.before, copy.after)]
    assert dates[1][: len(names)] == dates[0]
    types = [kind.get("PartName", kind.get("Extension")) for kind in _content_types(copy.after)]
    assert len(types) == len(set(types)), "each is said once"
    for name in set(copy.after.namelist()) - set(names):
        assert "/" + name in types or (name.endswith((".vml", ".rels")) and name.rpartition(".")[2] in types), name
    styles = next(name for name in copy.after.namelist() if name.startswith("xl/styles"))
    may_change = {sheet, styles, "[Content_Types].xml", "xl/_rels/workbook.xml.rels"}
    may_change |= {
        name for name in copy.after.namelist() if re.search(r"comments?\d*\.xml|\.vml|worksheets/_rels/", name)
    }
    for name in names:
        if name not in may_change:
            assert copy.after.read(name) == copy.before.read(name), name
    assert set(copy.after.namelist()) - set(names) <= may_change
    _assert_lists_grew(copy)
    formats = (_formats(copy.before, styles), _formats(copy.after, styles))
    for old, new in zip(*formats, strict=False):
        assert old == new, "no format of theirs is changed"
    return _assert_sheet_grew(copy, sheet, first, formats)


def _content_types(book: zipfile.ZipFile) -> Element:
    return ElementTree.fromstring(book.read("[Content_Types].xml"))


def _formats(book: zipfile.ZipFile, part: str) -> list[tuple[Any, ...]]:
    if part not in book.namelist():
        return []
    styles = ElementTree.fromstring(book.read(part))
    assert all(int(part.get("count", len(part))) == len(part) for part in styles)
    return [frozen(xf) for xf in styles.iterfind(f"{MAIN}cellXfs/{MAIN}xf")]


def _assert_lists_grew(copy: Copy) -> None:
    """Content types, relationships and comments: the old ones first and unchanged."""
    for name in copy.before.namelist():
        if name.endswith((".rels", "[Content_Types].xml")) or re.search(r"comments?\d*\.xml$", name):
            old, new = (ElementTree.fromstring(book.read(name)) for book in (copy.before, copy.after))
            in_two_lists = old.tag == f"{MAIN}comments"
            for before, after in zip(old, new, strict=True) if in_two_lists else [(old, new)]:
                kept = [frozen(child) for child in before]
                assert [frozen(child) for child in after][: len(kept)] == kept, name


def _assert_sheet_grew(copy: Copy, part: str, first: int, formats: tuple[list[Any], list[Any]]) -> set[str]:
    before, after = (ElementTree.fromstring(book.read(part)) for book in (copy.before, copy.after))
    rest = [[frozen(part) for part in sheet if part.tag not in _ADDED_ELEMENTS] for sheet in (before, after)]
    assert rest[0] == rest[1]
    assert before.find(f"{MAIN}legacyDrawing") is None or [e.tag for e in before] == [
        e.tag for e in after if e.tag != f"{MAIN}cols" or before.find(f"{MAIN}cols") is not None
    ]
    ours = {letters(column) for column in range(first, first + COUNT)}
    old_columns, new_columns = columns_of(before), columns_of(after)
    for number in set(old_columns) | set(new_columns):
        if letters(number - 1) not in ours:
            assert new_columns.get(number) == old_columns.get(number), number
    old, new = cells_of(before), cells_of(after)
    assert list(new) == sorted(new, key=_place), "in the order that Excel asks for"
    colored = set()
    for place, (row, cell) in old.items():
        other_row, other = new[place]
        assert _but(row, "spans") == _but(other_row, "spans")
        assert _but(cell, "s") == _but(other, "s")
        assert frozen(cell)[2:] == frozen(other)[2:], place
        if cell.get("s", "0") != other.get("s", "0"):
            colored.add(place)
            _assert_only_fill_differs(formats[0], formats[1], int(cell.get("s", "0")), int(other.get("s", "0")))
    for place in set(new) - set(old):
        if place.rstrip("0123456789") not in ours:
            assert len(new[place][1]) == 0, place
            colored.add(place)
    return colored


def _assert_only_fill_differs(old: list[Any], new: list[Any], was: int, is_: int) -> None:
    (tag, said, text, inside), (other_tag, other, other_text, other_inside) = (old or new)[was], new[is_]
    fill = {"fillId", "applyFill"}
    assert (tag, text, inside) == (other_tag, other_text, other_inside)
    assert {k: v for k, v in said.items() if k not in fill} == {k: v for k, v in other.items() if k not in fill}
    assert other["applyFill"] == "1"


def _but(element: Element, *names: str) -> dict[str, str]:
    return {name: value for name, value in element.attrib.items() if name not in names}


def _place(reference: str) -> tuple[int, int, str]:
    column = reference.rstrip("0123456789")
    return int(reference[len(column) :]), len(column), column


def our_texts(copy: Copy, first: int) -> dict[int, list[str]]:
    """Our cells by row, as they stand in the copy's XML."""
    found: dict[int, list[str]] = {}
    cells = cells_of(ElementTree.fromstring(copy.after.read(SHEET)))
    for column in range(first, first + COUNT):
        for place, (_, cell) in cells.items():
            if place.rstrip("0123456789") == letters(column):
                assert cell.get("t") in ("inlineStr", None)
                assert cell.find(f"{MAIN}f") is None
                found.setdefault(int(place[len(letters(column)) :]), []).append("".join(cell.itertext()))
    return found

"""The tables of a web page as sheets: what many a system of the state exports as .xls is one HTML table.

Spans are those of the HTML standard (4.9.11, 4.9.12): `colspan` at most 1,000, `rowspan` at most 65,534, 0 to the end
of its group. A table within a cell is a sheet of its own. Nothing is loaded, run or resolved, and no tree is kept.
"""

import re
from collections.abc import Mapping

from ...model.errors import InputError
from ...model.lazy_pattern import lazy_pattern
from ...model.text import Text
from ..damage import damaged
from ..limits import Limits
from ..page_encoding import page_encodings
from .grid import FoundSheet, Grid

_MOST_ACROSS, _MOST_DOWN = 1_000, 65_534
_DEEPEST = 256
"""As deep as the parser itself lets XML nest."""
_OUT = {"script", "style", "template", "head", "title", "noscript", "object", "iframe", "svg"}
_BREAKS = {"br", "p", "div", "li"}
_GROUPS = {"thead", "tbody", "tfoot"}
_HIDDEN = lazy_pattern(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLANK, _AROUND = lazy_pattern(r"[ \t\n\r\f\xa0]+"), lazy_pattern(" ?\0[\0 ]*")
_DECLARATION = lazy_pattern(r"\A[\s\ufeff\0]*<\?xml[^>]*>")

_NO_TABLE = Text(
    "{file}: เป็นหน้าเว็บ (HTML) ที่ไม่มีตาราง อาจเป็นหน้าเข้าสู่ระบบหรือหน้าแจ้งข้อผิดพลาด ดาวน์โหลดใหม่ หรือขอไฟล์ XLSX",
    "{file}: this is a web page (HTML) without a table, perhaps one for signing in or of an error; download it again, "
    "or ask for an XLSX",
)
_UNDECODABLE = Text(
    "{file}: หน้าเว็บนี้มีไบต์ที่อ่านไม่ได้ เปิดใน Excel แล้วบันทึกเป็น XLSX",
    "{file}: the page holds bytes that cannot be read; open it in Excel and save it as XLSX",
)


def html_sheets(data: bytes, file: str, limits: Limits, encoding: str | None = None) -> list[FoundSheet]:
    """The tables of a page, in the order in which they begin. `encoding` is what the user asked for.

    Raises InputError where the page holds no table, cannot be decoded, nests too deep or is beyond a limit.
    """
    from lxml import etree

    tables = _Tables(file, limits)
    parser = etree.HTMLParser(target=tables, encoding="utf-8", no_network=True, huge_tree=False)
    try:
        etree.fromstring(_DECLARATION.sub("", _decoded(data, file, encoding), count=1).encode(), parser)
    except (etree.LxmlError, ValueError) as error:
        raise damaged(file, error) from None
    for fault in parser.error_log.filter_from_fatals():  # the parser goes no further, and says nothing
        raise damaged(file, fault.message)
    found = [grid for grid in tables.found if any(grid.rows)]
    if not found:
        raise InputError(_NO_TABLE, file=file)
    return [FoundSheet(f"table {number}", grid.rows, grid.merged()) for number, grid in enumerate(found, start=1)]


def _decoded(data: bytes, file: str, wanted: str | None) -> str:
    for encoding in page_encodings(data) if wanted is None else (wanted,):
        try:
            return data.decode(encoding)
        except UnicodeError:
            continue
    raise InputError(_UNDECODABLE, file=file)


class _Open:
    """A table whose end has not come: its grid, and the cell that is being read."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.text: list[str] | None = None
        self.across = self.down = 1

    def end_cell(self) -> None:
        if self.text is not None:
            lines = _AROUND.sub("\n", _BLANK.sub(" ", "".join(self.text))).strip()
            self.grid.put(lines, self.across, self.down)
            self.text = None


class _Tables:
    """What the parser tells of tags and text."""

    def __init__(self, file: str, limits: Limits) -> None:
        self.found: list[Grid] = []
        self._file, self._limits = file, limits
        self._open: list[_Open] = []
        self._out: list[str] = []  # elements that are not shown, one within the other
        self._depth = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise damaged(self._file, f"> {_DEEPEST} nested tags")
        if self._out or tag in _OUT or (tag not in _GRID and _is_hidden(attributes)):
            if tag not in _VOID:
                self._out.append(tag)
        elif tag == "table":
            self.found.append(Grid(self._file, self._limits))
            self._open.append(_Open(self.found[-1]))
        elif self._open:
            self._start_within(self._open[-1], tag, attributes)

    def _start_within(self, table: _Open, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "tr":
            table.end_cell()
            table.grid.start_row()
        elif tag in ("td", "th"):
            table.end_cell()
            if not table.grid.rows:
                table.grid.start_row()
            table.text = []
            table.across = max(_number(attributes.get("colspan", "1"), _MOST_ACROSS), 1)
            table.down = _number(attributes.get("rowspan", "1"), _MOST_DOWN) or _MOST_DOWN
        elif tag in _BREAKS and table.text is not None:
            table.text.append("\0")

    def end(self, tag: str) -> None:
        self._depth -= 1
        if self._out:
            if tag == self._out[-1]:
                self._out.pop()
        elif self._open:
            table = self._open[-1]
            if tag in ("td", "th", "tr", "table"):
                table.end_cell()
            elif tag in _BREAKS and table.text is not None:
                table.text.append("\0")
            if tag in _GROUPS:
                table.grid.end_group()
            elif tag == "table":
                self._open.pop()

    def data(self, text: str) -> None:
        if self._open and not self._out and (cell := self._open[-1].text) is not None:
            cell.append(text.replace("\0", ""))

    def close(self) -> None:
        while self._open:
            self._open.pop().end_cell()


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    return "hidden" in attributes or _HIDDEN.search(attributes.get("style", "")) is not None


_GRID = {"table", "thead", "tbody", "tfoot", "tr", "td", "th"}
"""What is hidden of these is read as the hidden rows and columns of a workbook are: the others keep their places."""
_VOID = {"br", "hr", "img", "input", "meta", "link", "col", "wbr", "area", "base", "embed", "source", "track", "param"}


def _number(text: str, most: int) -> int:
    """A span as the standard reads it: digits at the beginning; 1 where there are none."""
    found = re.match(r"\s*\+?0*([0-9]*)", text)
    digits = found[1] if found else ""
    if not digits:
        return 0 if found and "0" in found[0] else 1
    return most if len(digits) > 6 else min(int(digits), most)

"""XML Spreadsheet 2003 as sheets (SpreadsheetML of Office 2003: the XML Spreadsheet Reference of Microsoft).

No entity is expanded and nothing is loaded; a document type, which Excel never writes, is refused.
"""

import math
import re
from contextlib import suppress
from io import BytesIO
from typing import Any

from ...model.errors import InputError
from ...model.lazy_pattern import lazy_pattern
from ...model.text import Text
from ..damage import damaged
from ..encoding import THAI
from ..limits import Limits, too_much
from .grid import FoundSheet, Grid, Value

_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_VISIBLE = "{urn:schemas-microsoft-com:office:excel}Visible"
_DIGITS = 7
_MIDNIGHT = lazy_pattern(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T00:00:00(?:\.0*)?")
_STATED = lazy_pattern(rb"<\?xml[^>]*?encoding\s*=", re.IGNORECASE)
_BACKWARDS = "ss:Index < previous"
_DECLARES = Text(
    "{file}: มีการประกาศ DOCTYPE ซึ่ง Excel ไม่เคยเขียน จึงไม่เปิดเพื่อความปลอดภัย",
    "{file}: it holds a DOCTYPE declaration, which Excel never writes; it is not opened, for safety",
)


def xml2003_sheets(data: bytes, file: str, limits: Limits) -> list[FoundSheet]:
    """The sheets of a workbook. Raises InputError where it is damaged, hostile or beyond a limit."""
    from lxml import etree

    sheets: list[FoundSheet] = []
    reader: _Sheet | None = None
    events = etree.iterparse(
        BytesIO(_readable(data)),
        events=("start", "end"),
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for event, element in events:
            if event == "start":
                if element.getparent() is None and element.getroottree().docinfo.doctype:
                    raise InputError(_DECLARES, file=file)
                if element.tag == f"{_SS}Worksheet":
                    reader = _Sheet(element.get(f"{_SS}Name", str(len(sheets) + 1)), file, limits)
                elif element.tag == f"{_SS}Row" and reader is not None:
                    reader.start_row(element)
                continue
            if element.tag == f"{_SS}Cell" and reader is not None:
                reader.read(element)
            elif element.tag == _VISIBLE and reader is not None:
                reader.visible = element.text == "SheetVisible"
            elif element.tag == f"{_SS}Worksheet" and reader is not None:
                sheets.append(reader.found())
                reader = None
            if element.tag in (f"{_SS}Cell", f"{_SS}Row", f"{_SS}Worksheet", f"{_SS}Styles"):
                element.clear()
                while element.getprevious() is not None:  # what was read is not kept
                    del element.getparent()[0]
    except etree.LxmlError as error:
        raise damaged(file, error) from None
    return sheets


def _readable(data: bytes) -> bytes:
    """From the first tag on; as UTF-8 where it states no encoding and is Windows-874."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")):
        return data
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\0 \t\r\n")
    if not _STATED.match(data):
        for encoding in ("utf-8", THAI):
            with suppress(UnicodeDecodeError):
                return data.decode(encoding).encode()
    return data  # the parser says what is wrong with it


class _Sheet:
    """A worksheet that is being read."""

    def __init__(self, name: str, file: str, limits: Limits) -> None:
        self.visible = True
        self._name, self._file, self._limits = name, file, limits
        self._grid, self._column = Grid(file, limits), 0
        self._formulas: dict[tuple[int, int], str] = {}

    def start_row(self, element: Any) -> None:
        number = self._number(element, "Index", "rows", len(self._grid.rows) + 1)
        if number <= len(self._grid.rows):
            raise damaged(self._file, _BACKWARDS)
        self._grid.start_row(number)
        self._column = 0

    def read(self, element: Any) -> None:
        column = self._number(element, "Index", "columns", self._column + 1) - 1
        if column < self._column or not self._grid.rows:
            raise damaged(self._file, _BACKWARDS)
        across = self._number(element, "MergeAcross", "columns", 0) + 1
        down = self._number(element, "MergeDown", "rows", 0) + 1
        place = self._grid.put(_value(element.find(f"{_SS}Data")), across, down, column)
        if (formula := element.get(f"{_SS}Formula")) is not None and column < self._limits.columns:
            self._formulas[place] = formula
        self._column = column + across

    def found(self) -> FoundSheet:
        return FoundSheet(self._name, self._grid.rows, self._grid.merged(), self.visible, self._formulas)

    def _number(self, element: Any, name: str, limit: str, default: int) -> int:
        text = element.get(_SS + name)
        if text is None:
            return default
        if not re.fullmatch(r"[0-9]+", text):
            raise damaged(self._file, f"ss:{name}={text[:20]}")
        if len(text) > _DIGITS:
            raise too_much(self._file, limit, f"> {'9' * _DIGITS}", getattr(self._limits, limit))
        return int(text)


def _value(data: Any) -> Value:
    """What a cell holds, by its type; a date at midnight is a day, and what does not fit its type stays text."""
    if data is None:
        return None
    text, kind = "".join(data.itertext()), data.get(f"{_SS}Type")
    if kind == "Boolean" and text in ("0", "1"):
        return text == "1"
    if kind == "DateTime" and (day := _MIDNIGHT.fullmatch(text)) is not None:
        return day[1]
    if kind == "Number":
        try:
            number = float(text)
        except ValueError:
            return text
        return number if math.isfinite(number) else text
    return text

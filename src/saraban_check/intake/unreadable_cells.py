"""Which cells of a sheet hold an error or a formula without a stored value: readers give nothing for them."""

import re
import zipfile
from pathlib import Path
from xml.etree.ElementTree import Element

from defusedxml import ElementTree

from ..model.record import UnreadableCell
from .guard import MAIN, column_number

_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]+)")


def find_unreadable(path: Path, part: str) -> dict[tuple[int, int], UnreadableCell]:
    """Such cells by row and column (0 = first), each with what stands there (`#REF!`, `=B2&C2`)."""
    found = {}
    with zipfile.ZipFile(path) as archive, archive.open(part) as stream:
        for _, element in ElementTree.iterparse(stream):
            if element.tag == f"{MAIN}c":
                cell = _unreadable(element)
                place = _REFERENCE.fullmatch(element.get("r", ""))
                if cell is not None and place is not None:
                    found[int(place[2]) - 1, column_number(place[1].encode()) - 1] = cell
            elif element.tag == f"{MAIN}row":
                element.clear()
    return found


def _unreadable(element: Element) -> UnreadableCell | None:
    value, formula = element.find(f"{MAIN}v"), element.find(f"{MAIN}f")
    if element.get("t") == "e":
        return UnreadableCell(value.text if value is not None and value.text else "#ERROR!")
    is_empty_text = value is not None and element.get("t") == "str"  # the result is a text, and that text is empty
    if formula is not None and (value is None or value.text is None) and not is_empty_text:
        return UnreadableCell("=" + (formula.text or "…"))
    return None

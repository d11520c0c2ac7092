"""The list's own columns that are worth a filter: what stands in them, and which agency has which value."""

from collections import Counter
from typing import Any

from ...checks.classification import Classification
from ...intake.cells import as_text
from ...report.escape import for_page
from .texts import PAGE_TEXTS

MOST_VALUES = 1_000
MOST_COLUMNS = 12
_MOST_LETTERS = 100
_HAVE_FILTERS = ("name", "address", "province", "kind", "code", "issued")
"""Fields whose columns have a filter of their own, or as many values as there are agencies."""


def columns_data(result: Classification) -> list[dict[str, Any]]:
    """Heading, values and each agency's value by number, of at most `MOST_COLUMNS` columns with 2 to `MOST_VALUES`.

    A column in which nearly every agency has a value of its own divides nothing, and is left out.
    """
    found: list[dict[str, Any]] = []
    taken = {index for name, index in result.source.header.columns.items() if name in _HAVE_FILTERS}
    for at, heading in enumerate(result.source.header.names):
        if at in taken or not heading.strip() or len(found) == MOST_COLUMNS:
            continue
        texts = [_text(agency.record.cells, at) for agency in result.agencies]
        values = sorted(Counter(texts))
        if 2 <= len(values) <= min(MOST_VALUES, max(2, len(texts) // 2)):
            numbers = {text: number for number, text in enumerate(values)}
            said = [for_page(text) if text else PAGE_TEXTS["blank"] for text in values]
            name = for_page(" ".join(heading.split()))[:_MOST_LETTERS]
            found.append({"name": name, "values": said, "of": [numbers[text] for text in texts]})
    return found


def _text(cells: Any, at: int) -> str:
    """A cell without needless spaces; a long one is cut, for a list to choose from."""
    return " ".join(as_text(cells[at]).split())[:_MOST_LETTERS] if at < len(cells) else ""

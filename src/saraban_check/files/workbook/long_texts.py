"""The user's own texts that are longer than a cell of a workbook may be, and so end in “…” there."""

from ...checks.classification import Classification
from ...report.escape import is_cut_in_xlsx
from ...report.our_cells import cells_of, original_headings


def texts_too_long(result: Classification) -> int:
    """How many cells of the list, its headings included, a workbook cannot hold whole."""
    headings = sum(map(is_cut_in_xlsx, original_headings(result)))
    return headings + sum(
        isinstance(cell, str) and is_cut_in_xlsx(cell) for row in result.rows() for cell in cells_of(row)
    )

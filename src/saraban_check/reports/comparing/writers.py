"""The formats that a comparison can be written in: by name for standard output, by suffix for a file."""

from collections.abc import Iterable
from typing import NamedTuple

from ...comparison.moves import Comparison
from ...model.text import Lang
from ..writers import Writer, encoded


class ComparisonReport(NamedTuple):
    """One comparison, ready to be written in any format."""

    comparison: Comparison
    lang: Lang


def _json(report: ComparisonReport) -> Iterable[bytes]:
    from .json_comparison import json_document

    return encoded(json_document(report.comparison))


def _md(report: ComparisonReport) -> Iterable[bytes]:
    from .md_comparison import md_document

    return encoded(md_document(*report))


def _csv(report: ComparisonReport) -> Iterable[bytes]:
    from .csv_comparison import csv_document

    return encoded(csv_document(*report))


def _html(report: ComparisonReport) -> Iterable[bytes]:
    from .html_comparison import html_document

    return encoded(html_document(*report))


def _xlsx(report: ComparisonReport) -> Iterable[bytes]:
    from .xlsx_comparison import xlsx_document

    yield xlsx_document(*report)  # only when asked for: its writer may find the disk full


COMPARISON_WRITERS: dict[str, Writer[ComparisonReport]] = {
    "json": Writer(_json, (".json",)),
    "md": Writer(_md, (".md",)),
    "csv": Writer(_csv, (".csv",)),
    "html": Writer(_html, (".html",)),
    "xlsx": Writer(_xlsx, (".xlsx",), is_text=False),
}
"""Each is loaded only when it is used."""

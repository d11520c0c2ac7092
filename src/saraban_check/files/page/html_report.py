"""HTML: the report as one page that needs nothing but itself."""

import json
from collections.abc import Iterator
from string import Template
from typing import Any

from ...report.escape import for_html, for_script_data
from ...report.run import Report
from .agency_data import FIELDS, AgencyRows
from .assets import assets
from .counts_markup import counts_markup
from .lists_data import lists_data
from .texts import PAGE_TEXTS

_DATA = "$data"
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
"""One for all rows: `json.dumps` makes a new one each time that it is not used as it comes."""


def html_document(report: Report) -> Iterator[str]:
    """The page in parts; together they are one HTML document in UTF-8. Source: the issue on reports; CSP level 3."""
    files = assets()
    head, _, tail = files.page.partition(_DATA)
    yield Template(head).substitute(
        lang=report.lang,
        title=for_html(PAGE_TEXTS["title"].say(report.lang)),
        policy=for_html(files.policy),
        style=files.style,
        counts=counts_markup(report),
    )
    yield from _data(report)
    yield Template(tail).substitute(script=files.script)


def _data(report: Report) -> Iterator[str]:
    """The page's data as JSON, an agency a line so that two pages can be compared line by line."""
    yield _dump(lists_data(report))[:-1] + f', "fields": {_dump(FIELDS)}, "agencies": ['
    rows = AgencyRows(report.result)
    separator = "\n"
    for agency in report.result.agencies:
        yield separator + _dump(rows.row(agency))
        separator = ",\n"
    yield f'\n], "rules": {_dump(rows.rules)}, "facts": {_dump(rows.facts)}}}'


def _dump(value: Any) -> str:
    return for_script_data(_ENCODER.encode(value))

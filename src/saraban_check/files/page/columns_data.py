"""The ways to divide the list that are worth a filter: its own columns, the form of the address, its provider."""

from collections.abc import Iterator
from typing import Any

from ...checks.classification import Classification
from ...checks.cross_sections import CrossSection, Value, built_in, by_column
from ...model.text import Text
from ...report.escape import for_page

MOST_VALUES = 1_000
MOST_COLUMNS = 12
_HAVE_FILTERS = ("name", "address", "province", "kind", "code", "issued")
"""Fields whose columns have a filter of their own, or as many values as there are agencies."""


def columns_data(result: Classification) -> list[dict[str, Any]]:
    """Heading, values and each agency's value by number; first the list's columns, then the form and the provider."""
    columns = [one for section in _columns(result) if (one := _divided(section, result)) is not None]
    ours = (built_in(word, domains=result.policy.domains) for word in ("form", "provider"))
    return columns[:MOST_COLUMNS] + [one for section in ours if (one := _divided(section, result)) is not None]


def _columns(result: Classification) -> Iterator[CrossSection]:
    header = result.source.header
    taken = {at for field, at in header.columns.items() if field in _HAVE_FILTERS}
    for at, heading in enumerate(header.names):
        if at not in taken and heading.strip():
            yield by_column(at, heading)


def _divided(section: CrossSection, result: Classification) -> dict[str, Any] | None:
    """None where there is nothing to choose: one value alone, too many, or nearly as many as agencies."""
    found: dict[str, Value] = {}
    keys = []
    most = min(MOST_VALUES, max(2, len(result.agencies) // 2))
    for agency in result.agencies:
        (value,) = section.of(agency)
        found.setdefault(value.key, value)
        if len(found) > most:
            return None
        keys.append(value.key)
    if len(found) < 2:
        return None
    values = sorted(found.values(), key=lambda value: value.key)
    numbers = {value.key: number for number, value in enumerate(values)}
    return {
        "name": _shown(section.name),
        "values": [_shown(value.name) for value in values],
        "of": [numbers[key] for key in keys],
    }


def _shown(text: Text) -> Any:
    th, en = for_page(text.th), for_page(text.en)
    return th if th == en else [th, en]

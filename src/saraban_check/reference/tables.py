"""Read the CSV files of this folder."""

import csv
from pathlib import Path

DATA = Path(__file__).with_name("data")

_LONGEST = 1 << 17


def rows(name: str) -> list[dict[str, str]]:
    """The rows of `data/<name>.csv`, each a dict by column heading."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        before = csv.field_size_limit(_LONGEST)  # whoever reads a user's file may have set a small one, for all
        try:
            reader = csv.reader(file)  # a DictReader takes twice the time
            headings = next(reader)
            return [dict(zip(headings, row, strict=True)) for row in reader]
        finally:
            csv.field_size_limit(before)


def several(cell: str) -> tuple[str, ...]:
    """The parts of a cell that holds several values, separated by `|`."""
    return tuple(part for part in cell.split("|") if part)

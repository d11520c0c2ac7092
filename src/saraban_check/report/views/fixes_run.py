"""What a run of `fix` has to show, and where each change stands."""

from typing import NamedTuple

from ...checks.classification import Classification
from ...fixing.changes import CellChange, FixPlan, NotChanged
from ...model.text import Lang
from ...reference.column_letters import letters_of


class FixReport(NamedTuple):
    """What was planned for a list, ready to be shown. `file` and `target` are the files as they were named, `target`
    None where nothing is written; `again` are the options that a ready command repeats."""

    plan: FixPlan
    result: Classification
    file: str
    target: str | None
    lang: Lang
    again: str = ""


def cell_name(result: Classification, found: CellChange | NotChanged) -> str | None:
    """The cell as Excel names it; None for a text file, which has no letters, and for a whole row."""
    if result.source.sheet is None or found.column is None:
        return None
    return f"{letters_of(found.column)}{found.row}"


def heading(result: Classification, found: CellChange | NotChanged) -> str | None:
    """The heading of the cell's column, as it stands; None for a whole row."""
    return None if found.column is None else result.source.header.names[found.column]

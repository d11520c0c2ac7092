"""The changes as JSON: all of them, in the order of rows."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..fixing.changes import CellChange, NotChanged
from ..grouping.table import RULESET
from ..report.views.fixes_run import FixReport, cell_name, heading
from .json_stream import streamed

if TYPE_CHECKING:  # what is written is checked against the contract; a run does not load it
    from ..contract.fix import CellChangeJson, FixJson, NotChangedJson

SCHEMA = "saraban-check/fix/1"


def json_document(report: FixReport) -> Iterator[str]:
    """The object, a change a line. `output` is null where nothing was written."""
    plan, source = report.plan, report.result.source
    kinds = Counter(_key(kind.name) for change in plan.changes for kind in change.kinds)
    document: FixJson = {
        "schema": SCHEMA,
        "ruleset": RULESET,
        "source": {"file": source.file, "sheet": source.sheet, "header_row": source.header_row},
        "output": report.target,
        "unsafe": plan.unsafe,
        "as_of": report.result.as_of.isoformat() if report.result.as_of else None,
        "summary": {
            "changed_cells": len(plan.changes),
            "changed_rows": len({change.row for change in plan.changes}),
            "not_changed": len(plan.not_changed),
            "kinds": dict(sorted(kinds.items())),
        },
        "changes": [],
        "not_changed": [],
    }
    return streamed(
        document,
        changes=(_change_object(change, report) for change in plan.changes),
        not_changed=(_left_object(found, report) for found in plan.not_changed),
    )


def _change_object(change: CellChange, report: FixReport) -> "CellChangeJson":
    return {
        "row": change.row,
        "cell": cell_name(report.result, change),
        "column": report.result.source.header.names[change.column],
        "field": change.field,
        "before": change.before,
        "after": change.after,
        "kinds": [_key(kind.name) for kind in change.kinds],
        "safe": change.safe,
        "origin": change.origin.value if change.origin else None,
        "why": change.why.say(report.lang),
    }


def _left_object(found: NotChanged, report: FixReport) -> "NotChangedJson":
    return {
        "row": found.row,
        "cell": cell_name(report.result, found),
        "column": heading(report.result, found),
        "field": found.field,
        "found": found.found,
        "reason": _key(found.obstacle.name),
        "why": found.why.say(report.lang),
    }


def _key(name: str) -> str:
    return name.lower().replace("_", "-")

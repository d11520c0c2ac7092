"""The changes as JSON: all of them, in the order of rows."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from ...fixing.changes import CellChange, NotChanged
from ...grouping.table import RULESET
from ..escape import for_json
from .report import FixReport, cell_name, heading

SCHEMA = "saraban-check/fix/1"


def json_document(report: FixReport) -> Iterator[str]:
    """The object, a change a line. `output` is null where nothing was written."""
    plan, source = report.plan, report.result.source
    kinds = Counter(_key(kind.name) for change in plan.changes for kind in change.kinds)
    head = {
        "schema": SCHEMA,
        "ruleset": RULESET,
        "source": {"file": source.file, "sheet": source.sheet, "header_row": source.header_row},
        "output": report.target,
        "unsafe": plan.unsafe,
        "summary": {
            "changed_cells": len(plan.changes),
            "changed_rows": len({change.row for change in plan.changes}),
            "not_changed": len(plan.not_changed),
            "kinds": dict(sorted(kinds.items())),
        },
    }
    yield _dumped(head)[:-1] + ', "changes": ['
    yield from _lines(_change_object(change, report) for change in plan.changes)
    yield '\n], "not_changed": ['
    yield from _lines(_left_object(found, report) for found in plan.not_changed)
    yield "\n]}\n"


def _place(found: CellChange | NotChanged, report: FixReport) -> dict[str, Any]:
    named = heading(report.result, found)
    return {"row": found.row, "cell": cell_name(report.result, found), "column": named, "field": found.field}


def _change_object(change: CellChange, report: FixReport) -> dict[str, Any]:
    return {
        **_place(change, report),
        "before": change.before,
        "after": change.after,
        "kinds": [_key(kind.name) for kind in change.kinds],
        "safe": change.safe,
        "origin": change.origin.value if change.origin else None,
        "why": change.why.say(report.lang),
    }


def _left_object(found: NotChanged, report: FixReport) -> dict[str, Any]:
    said = {"found": found.found, "reason": _key(found.obstacle.name), "why": found.why.say(report.lang)}
    return {**_place(found, report), **said}


def _key(name: str) -> str:
    return name.lower().replace("_", "-")


def _lines(objects: Iterator[dict[str, Any]]) -> Iterator[str]:
    separator = "\n"
    for found in objects:
        yield separator + _dumped(found)
        separator = ",\n"


def _dumped(found: Any) -> str:
    return for_json(json.dumps(found, ensure_ascii=False, allow_nan=False))

"""The drafts as JSON: every agency drafted and every one left out, and why. The notices' own text is not repeated."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from ...drafting.facts import DraftFacts
from ...drafting.plan import Draft, NotDrafted
from ...grouping.table import RULESET
from ...model.verdict import AddressState
from ..escape import for_json
from ..json_report import finding_object
from .run import ORIGIN_KEYS, BatchRun, NotAskedFor, SingleRun, origin_key

SCHEMA = "saraban-check/draft/1"


def batch_document(run: BatchRun) -> Iterator[str]:
    """The object of a list: a draft a line, then an agency left out a line."""
    source, plan = run.result.source, run.plan
    origins = Counter(origin_key(draft) for draft in plan.drafts)
    head = {
        "schema": SCHEMA,
        "ruleset": RULESET,
        "source": {
            "file": source.file,
            "sheet": source.sheet,
            "header_row": source.header_row,
            "columns": {field: source.header.names[index] for field, index in source.header.columns.items()},
        },
        "date": run.day.isoformat(),
        "summary": {
            "total": run.result.summary.total,
            "drafted": len(plan.drafts),
            "not_drafted": len(plan.not_drafted),
            "not_asked_for": run.result.summary.total - run.asked_for,
            "addresses": {**{key: origins[key] for key in ORIGIN_KEYS}, "blank": origins[None]},
        },
    }
    yield _dumped(head)[:-1] + ', "drafted": ['
    yield from _lines(_draft_object(draft, run) for draft in plan.drafts)
    yield '\n], "left_out": ['
    yield from _lines(_in_order(run))
    yield "\n]}\n"


def _draft_object(draft: Draft, run: BatchRun) -> dict[str, Any]:
    record = draft.record
    return {
        "row": record.row,
        "code": record.code,
        "name": record.name.strip() or None,
        "kind": record.kind.key if record.kind else None,
        "province": record.province.name.th if record.province else None,
        "group": draft.group,
        "agency": draft.facts.agency,
        "address": draft.facts.address,
        "origin": origin_key(draft),
        "blanks": _blanks(draft.facts),
        "files": list(run.files(draft)),
        "findings": [],
    }


def _in_order(run: BatchRun) -> Iterator[dict[str, Any]]:
    """All that were left out, by their rows."""
    left: list[NotDrafted | NotAskedFor] = [*run.plan.not_drafted, *(run.not_asked_for or ())]
    for one in sorted(left, key=lambda one: one.row if isinstance(one, NotAskedFor) else one.record.row):
        if isinstance(one, NotAskedFor):
            yield _left_object(one.row, one.code, one.name, one.province, one.group, "not-asked-for")
            continue
        record = one.record
        province = record.province.name.th if record.province else None
        yield _left_object(record.row, record.code, record.name, province, one.group, one.why.value)


def _left_object(
    row: int | None, code: str | None, name: str, province: str | None, group: str | None, reason: str
) -> dict[str, Any]:
    found = {"row": row, "code": code, "name": name.strip() or None, "province": province, "group": group}
    return {**found, "reason": reason, "findings": []}


def single_document(run: SingleRun) -> Iterator[str]:
    """The object of one agency: it is drafted, or left out because its address is not correct."""
    record, verdict = run.check.record, run.check.verdict
    province = record.province.name.th if record.province else None
    given = verdict.state is not AddressState.MISSING
    findings = [finding_object(finding, run.lang) for finding in verdict.findings] if given else []
    drafted, left = [], []
    if run.facts is None:
        one = _left_object(None, record.code, record.name, province, None, "address-not-correct")
        left.append({**one, "findings": findings})
    else:
        drafted.append(
            {
                "row": None,
                "code": record.code,
                "name": record.name.strip() or None,
                "kind": record.kind.key if record.kind else None,
                "province": province,
                "group": None,
                "agency": run.facts.agency,
                "address": run.facts.address,
                "origin": "given" if run.facts.address else None,
                "blanks": _blanks(run.facts),
                "files": list(run.files),
                "findings": findings,
            }
        )
    head = {"schema": SCHEMA, "ruleset": RULESET, "source": None, "date": run.day.isoformat(), "summary": None}
    yield _dumped({**head, "drafted": drafted, "left_out": left}) + "\n"


def _blanks(facts: DraftFacts) -> list[str]:
    return [missing.name.lower() for missing in facts.missing]


def _lines(objects: Iterable[dict[str, Any]]) -> Iterator[str]:
    separator = "\n"
    for found in objects:
        yield separator + _dumped(found)
        separator = ",\n"


def _dumped(found: Any) -> str:
    return for_json(json.dumps(found, ensure_ascii=False, allow_nan=False))

"""The drafts as JSON: every agency drafted and every one left out, and why. The notices' own text is not repeated."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..drafting.facts import DraftFacts
from ..drafting.plan import Draft, NotDrafted
from ..grouping.table import RULESET
from ..model.record import AgencyRecord
from ..model.verdict import AddressState
from ..report.views.drafts_run import BatchRun, NotAskedFor, SingleRun, origin_key
from .json_list import finding_object, source_object
from .json_stream import dumped, streamed

if TYPE_CHECKING:  # what is written is checked against the contract; a run does not load it
    from ..contract.draft import DraftJson, DraftsJson, LeftOutJson
    from ..contract.finding import FindingJson

SCHEMA = "saraban-check/draft/1"


def batch_document(run: BatchRun) -> Iterator[str]:
    """The object of a list: a draft a line, then an agency left out a line."""
    plan = run.plan
    origins = Counter(origin_key(draft) for draft in plan.drafts)
    document: DraftsJson = {
        "schema": SCHEMA,
        "ruleset": RULESET,
        "source": source_object(run.result.source),
        "date": run.day.isoformat(),
        "summary": {
            "total": run.result.summary.total,
            "drafted": len(plan.drafts),
            "not_drafted": len(plan.not_drafted),
            "not_asked_for": run.result.summary.total - run.asked_for,
            "addresses": {
                "stated": origins["stated"],
                "issued": origins["issued"],
                "registry": origins["registry"],
                "record": origins["record"],
                "repair": origins["repair"],
                "blank": origins[None],
            },
        },
        "drafted": [],
        "left_out": [],
    }
    return streamed(document, drafted=(_of_list(draft, run) for draft in plan.drafts), left_out=_in_order(run))


def _of_list(draft: Draft, run: BatchRun) -> "DraftJson":
    found = _draft_object(draft.record, draft.facts, origin_key(draft), run.files(draft))
    return {**found, "row": draft.record.row, "group": draft.group}


def _draft_object(record: AgencyRecord, facts: DraftFacts, origin: str | None, files: Sequence[str]) -> "DraftJson":
    return {
        "row": None,
        "code": record.code,
        "name": record.name.strip() or None,
        "kind": record.kind.key if record.kind else None,
        "province": record.province.name.th if record.province else None,
        "group": None,
        "agency": facts.agency,
        "address": facts.address,
        "origin": origin,
        "blanks": [missing.name.lower() for missing in facts.missing],
        "files": list(files),
        "findings": [],
    }


def _in_order(run: BatchRun) -> "Iterator[LeftOutJson]":
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
) -> "LeftOutJson":
    return {
        "row": row,
        "code": code,
        "name": name.strip() or None,
        "province": province,
        "group": group,
        "reason": reason,
        "findings": [],
    }


def single_document(run: SingleRun) -> Iterator[str]:
    """The object of one agency: it is drafted, or left out because its address is not correct."""
    record, verdict = run.check.record, run.check.verdict
    findings: list[FindingJson] = []
    if verdict.state is not AddressState.MISSING:
        findings = [finding_object(finding, run.lang) for finding in verdict.findings]
    document: DraftsJson = {
        "schema": SCHEMA,
        "ruleset": RULESET,
        "source": None,
        "date": run.day.isoformat(),
        "summary": None,
        "drafted": [],
        "left_out": [],
    }
    if run.facts is None:
        province = record.province.name.th if record.province else None
        left = _left_object(None, record.code, record.name, province, None, "address-not-correct")
        document["left_out"] = [{**left, "findings": findings}]
    else:
        origin = "given" if run.facts.address else None
        document["drafted"] = [{**_draft_object(record, run.facts, origin, run.files), "findings": findings}]
    yield dumped(document) + "\n"

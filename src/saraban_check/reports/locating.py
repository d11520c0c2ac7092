"""Every finding of a list with its place in the file, and a fingerprint that knows it again in the next round."""

from collections import Counter
from collections.abc import Iterator

from ..checks.classification import Classification
from ..checks.identity import agency_key
from ..intake.cells import as_text
from ..model.agency_result import AgencyResult
from ..reference.column_letters import letters_of
from .located import Located, fingerprint
from .report import Report

_JOINT = {"notice": "notice_and_posted", "posted": "notice_and_posted"}
"""What the published table tells in one column, where a list has no column of its own for it."""


def locate(report: Report) -> Iterator[Located]:
    """All findings that count, in the order of the rows."""
    result = report.result
    standing = report.judgement.standing if report.judgement is not None else None
    seen: Counter[str] = Counter()
    for agency in result.agencies:
        if not agency.findings:
            continue
        row, whose, who = agency.record.row, name_of(agency), agency_key(agency.record) or ""
        for position, finding in enumerate(agency.findings):
            is_new = None if standing is None else standing.is_new(row, position)
            known_by = fingerprint(finding.code, who, _value(result, agency, finding.field), seen)
            yield Located(whose, finding, report.location, row, known_by, cell_of(result, row, finding.field), is_new)


def column_of(result: Classification, field: str) -> int | None:
    """The column (0 = first) in which a field of the list stands; None where it stands in no single one."""
    columns = result.source.header.columns
    return columns.get(field, columns.get(_JOINT.get(field, "")))


def cell_of(result: Classification, row: int, field: str) -> str | None:
    """`Sheet!C15`; None in a text file, and for what stands in no single column."""
    index = column_of(result, field)
    if result.source.sheet is None or index is None:
        return None
    return f"{result.source.sheet}!{letters_of(index)}{row}"


def _value(result: Classification, agency: AgencyResult, field: str) -> str:
    """The value that the finding is about, as far as it stands in one cell."""
    if field == "address":
        return (agency.verdict.value or agency.verdict.raw).strip().lower()
    index, cells = column_of(result, field), agency.record.cells
    return " ".join(as_text(cells[index]).split()) if index is not None and index < len(cells) else ""


def name_of(agency: AgencyResult) -> str:
    """`06480115 อบต.…`: the code and the name, as far as they are known; else the address."""
    record = agency.record
    known = " ".join(part for part in (record.code or "", " ".join(record.name.split())) if part)
    return known or agency.verdict.raw.strip() or "–"

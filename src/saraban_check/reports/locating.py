"""Every finding with its place in the file, and a fingerprint that knows it again in the next round."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from ..api import Assessment, Classification, Finding, agency_key
from ..intake.cells import as_text
from .places import column_of, letters_of
from .report import Report


class Located(NamedTuple):
    """One finding. `line` is the row as the spreadsheet shows it, or the line on which the record starts; `cell` its
    cell in a workbook (`Sheet!C15`); `is_new` is None without a baseline."""

    agency: Assessment
    finding: Finding
    line: int
    cell: str | None
    is_new: bool | None
    fingerprint: str


def locate(report: Report) -> Iterator[Located]:
    """All findings that count, in the order of the rows."""
    result = report.result
    standing = report.judgement.standing if report.judgement is not None else None
    seen: Counter[str] = Counter()
    for agency in result.agencies:
        row = agency.record.row
        for position, finding in enumerate(agency.findings):
            is_new = None if standing is None else standing.is_new(row, position)
            fingerprint = fingerprint_of(result, agency, finding, seen)
            yield Located(agency, finding, row, cell_of(result, row, finding.field), is_new, fingerprint)


def cell_of(result: Classification, row: int, field: str) -> str | None:
    """`Sheet!C15`; None in a text file, and for what stands in no single column."""
    index = column_of(result, field)
    if result.source.sheet is None or index is None:
        return None
    return f"{result.source.sheet}!{letters_of(index)}{row}"


def fingerprint_of(result: Classification, agency: Assessment, finding: Finding, seen: Counter[str]) -> str:
    """Rule, agency and value, never the row: sorting or adding rows makes no new findings. Equal ones get a counter.

    `seen` counts what was handed out so far.
    """
    who = agency_key(agency.record) or ""
    text = "\x1f".join((finding.code, who, _value(result, agency, finding.field)))
    print_ = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]
    seen[print_] += 1
    return print_ if seen[print_] == 1 else f"{print_}-{seen[print_]}"


def _value(result: Classification, agency: Assessment, field: str) -> str:
    """The value that the finding is about, as far as it stands in one cell."""
    if field == "address":
        return (agency.verdict.value or agency.verdict.raw).strip().lower()
    index, cells = column_of(result, field), agency.record.cells
    return " ".join(as_text(cells[index]).split()) if index is not None and index < len(cells) else ""


def name_of(agency: Assessment) -> str:
    """`06480115 อบต.…`: the code and the name, as far as they are known; else the address."""
    record = agency.record
    known = " ".join(part for part in (record.code or "", " ".join(record.name.split())) if part)
    return known or agency.verdict.raw.strip() or "–"

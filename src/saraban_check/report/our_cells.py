"""The columns that CSV and XLSX add at the right of the original ones."""

from collections.abc import Sequence
from typing import Any

from ..checks.classification import Classification
from ..model.agency_result import AgencyResult
from ..model.assessment import UNDETERMINED
from ..model.finding import Severity
from ..model.record import SetAside
from ..model.text import Lang, Text
from ..reference.our_columns import OUR_COLUMNS, OUR_HEADINGS, OurCells
from .words.evidence_texts import delivery_used
from .words.group_names import candidates_text, group_name
from .words.issued_texts import MATCHES
from .words.registry_notes import registered
from .words.set_aside_texts import MARK, why_set_aside

SUGGESTED = OUR_COLUMNS["suggested"].heading
MARKED_HEADINGS = OUR_HEADINGS[:-1]
"""Those of a marked copy of the user's workbook: its rows are the source's own."""
UNKNOWN_PROVINCE = Text("ไม่ทราบจังหวัด", "unknown province")
_CORRECT = {
    True: Text("ถูกต้อง", "correct"),
    False: Text("ไม่ถูกต้อง", "not correct"),
    None: Text("ไม่ทราบ", "unknown"),
}
_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def original_headings(result: Classification) -> list[str]:
    """The headings of the original columns; blank ones for cells that stand beyond the last heading."""
    headings = result.source.header.names
    widest = max((len(cells_of(row)) for row in result.rows()), default=0)
    return [*headings, *[""] * (widest - len(headings))]


def cells_of(row: AgencyResult | SetAside) -> Sequence[Any]:
    """The cells of a row as they stood in the file."""
    return row.cells if isinstance(row, SetAside) else row.record.cells


def our_cells(result: Classification, agency: AgencyResult | SetAside, lang: Lang) -> OurCells:
    """What is said of one agency, or of a row that is none."""
    if isinstance(agency, SetAside):
        return OurCells(MARK.say(lang), reasons=why_set_aside(agency).say(lang), row=agency.row)
    record, verdict, outcome, findings = agency.record, agency.verdict, agency.outcome, agency.findings
    suggestions, same = agency.suggestions, agency.matches_issued
    if len(findings) > 1:
        findings = tuple(sorted(findings, key=lambda finding: _ORDER[finding.rule.severity]))
    return OurCells(
        group=group_name(outcome.group, lang),
        possible=possible_groups(agency, lang),
        correct=_CORRECT[verdict.correct].say(lang),
        reasons="\n".join([finding.message(lang) for finding in findings]),
        codes=" ".join([finding.rule.code for finding in findings]),
        issued="" if same is None else MATCHES[same].say(lang),
        suggested=suggestions[0].address if suggestions else "",
        steps="\n".join([step.text.say(lang) for step in agency.steps]),
        province=province_name(agency, lang),
        registered=registered_as(agency, lang),
        delivery=delivery_used(result, agency, lang),
        row=record.row,
    )


def registered_as(agency: AgencyResult, lang: Lang) -> str:
    """Blank without a registry, and for agencies that cannot be in it."""
    kind = agency.record.kind
    if agency.registry_match is None or (kind is not None and kind.type_digits is None):
        return ""
    return registered(agency.registry_match, lang)


def marked_cells(result: Classification, agency: AgencyResult | SetAside, lang: Lang) -> tuple[str, ...]:
    """Our cells in a marked copy, in the order of `MARKED_HEADINGS`."""
    return our_cells(result, agency, lang)[:-1]


def possible_groups(agency: AgencyResult, lang: Lang) -> str:
    """`A1 หรือ A2` where the group is undetermined, else blank."""
    outcome = agency.outcome
    if outcome.group != UNDETERMINED:
        return ""
    return candidates_text(outcome.candidates, outcome.may_be_outside, lang)


def province_name(agency: AgencyResult, lang: Lang) -> str:
    """The province that was read, or that it is unknown."""
    province = agency.record.province
    return (province.name if province else UNKNOWN_PROVINCE).say(lang)

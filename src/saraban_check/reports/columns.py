"""The columns that CSV and XLSX add at the right of the original ones."""

from ..api import Assessment, Classification, Severity
from ..model.text import Lang, Text
from .group_names import candidates_text, group_name

OUR_HEADINGS = (
    Text("กลุ่ม", "Group"),
    Text("อีเมลถูกต้อง", "Address correct"),
    Text("เหตุผล", "Reasons"),
    Text("รหัสเหตุผล", "Reason codes"),
    Text("ที่อยู่ที่แนะนำ", "Suggested address"),
    Text("สิ่งที่ต้องทำ", "What to do"),
)
_CORRECT = {
    True: Text("ถูกต้อง", "correct"),
    False: Text("ไม่ถูกต้อง", "not correct"),
    None: Text("ไม่ทราบ", "unknown"),
}


def original_headings(result: Classification) -> list[str]:
    """The headings of the original columns; blank ones for cells that stand beyond the last heading."""
    headings = result.source.header.names
    widest = max((len(agency.record.cells) for agency in result.agencies), default=0)
    return [*headings, *[""] * (widest - len(headings))]


def our_cells(result: Classification, agency: Assessment, lang: Lang) -> tuple[str, ...]:
    """Group, correct?, reasons, their codes, suggestion, steps; one text each."""
    outcome = agency.outcome
    group = group_name(outcome.group, lang)
    if outcome.candidates and outcome.group not in outcome.candidates:
        group += f": {candidates_text(outcome.candidates, outcome.may_be_outside, lang)}"
    order = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
    findings = sorted(agency.findings, key=lambda finding: order[finding.severity])
    suggestions = result.suggestions(agency)
    return (
        group,
        _CORRECT[agency.verdict.correct].say(lang),
        "\n".join(finding.message(lang) for finding in findings),
        " ".join(finding.code for finding in findings),
        suggestions[0].address if suggestions else "",
        "\n".join(step.text.say(lang) for step in result.steps(agency)),
    )

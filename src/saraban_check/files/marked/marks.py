"""Which cells findings are about, how much they weigh, and what is said of them."""

from collections.abc import Iterator
from typing import NamedTuple

from ...checks.classification import Classification
from ...model.finding import Finding, Severity
from ...model.text import Lang, Text
from ...report.locating import column_of

COLORS = {Severity.ERROR: "FFC7CE", Severity.WARNING: "FFEB9C", Severity.INFO: "DDEBF7"}
"""Light enough for dark text, in the tones of Excel's own "bad" and "neutral"."""
ORDER = list(COLORS)
_MOST_CHARACTERS = 32_767
_MEND = Text("วิธีแก้: {mend}", "How to mend it: {mend}")


class Marks(NamedTuple):
    """The findings by the row (1 = first) and column (0 = A) of their cell; `rows` are the severities of those
    that are about no cell of the list, by row."""

    cells: dict[tuple[int, int], list[Finding]]
    rows: dict[int, Severity]


def marks_of(result: Classification) -> Marks:
    """What there is to mark, in the order of the rows."""
    marks = Marks({}, {})
    for agency in result.agencies:
        for finding in agency.findings:
            column = column_of(result, finding.field)
            if column is None:
                mark_row(marks, agency.record.row, finding)
            else:
                marks.cells.setdefault((agency.record.row, column), []).append(finding)
    return marks


def mark_row(marks: Marks, row: int, finding: Finding) -> None:
    """Let a finding be shown where our columns begin."""
    marks.rows[row] = min(finding.severity, marks.rows.get(row, finding.severity), key=ORDER.index)


def heaviest(findings: list[Finding]) -> Severity:
    return min((finding.severity for finding in findings), key=ORDER.index)


def paragraphs(findings: list[Finding], lang: Lang) -> Iterator[tuple[str, str]]:
    """The code of each finding, heaviest first, and what is said of it; for errors also how to mend it.

    All in all no more than a comment may hold; an ellipsis says that there is more.
    """
    left = _MOST_CHARACTERS
    for finding in sorted(findings, key=lambda finding: ORDER.index(finding.severity)):
        said = finding.message(lang)
        if finding.severity is Severity.ERROR:
            said += "\n" + _MEND.say(lang, mend=finding.mend)
        room = left - len(finding.code) - 2
        if len(said) > room:
            yield finding.code, said[: room - 1] + "…"
            return
        yield finding.code, said
        left = room - len(said)

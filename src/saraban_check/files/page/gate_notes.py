"""What the gate said of the list, for the top of the page."""

from ...model.text import Text
from ...report.escape import for_page
from ...report.run import Report
from .texts import PAGE_TEXTS


def gate_notes(report: Report) -> list[Text]:
    """Whether the list passed, or each reason why not, and how it stands against the baseline; nothing without a gate.

    A reason may name a group of the user's own, so it is escaped.
    """
    judgement = report.judgement
    if judgement is None:
        return []
    said = [PAGE_TEXTS["gate_failed"].fill(reason=_shown(reason)) for reason in judgement.reasons]
    if not said:
        said.append(PAGE_TEXTS["gate_passed"])
    if (standing := judgement.standing) is not None:
        new, fixed = sum(map(len, standing.new.values())), sum(found.times for found in standing.fixed)
        said.append(PAGE_TEXTS["baseline"].fill(new=f"{new:,}", known=f"{standing.known:,}", fixed=f"{fixed:,}"))
    return said


def _shown(text: Text) -> Text:
    return Text(for_page(text.th), for_page(text.en))

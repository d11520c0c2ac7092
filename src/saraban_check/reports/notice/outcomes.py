"""What came of a notice, as reports count it: each is of exactly one outcome."""

from enum import Enum

from ...api import NoticeCheck, NoticeState
from ...model.text import Text


class Outcome(Enum):
    """The states of a notice, with those that could not be read apart from those that leave a doubt."""

    CORRECT = "correct"
    INCORRECT = "incorrect"
    UNKNOWN = "unknown"
    UNREADABLE = "unreadable"


OUTCOMES = {
    Outcome.CORRECT: Text("ถูกต้อง", "correct"),
    Outcome.INCORRECT: Text("ต้องแก้", "to be mended"),
    Outcome.UNKNOWN: Text("ไม่แน่ชัด", "uncertain"),
    Outcome.UNREADABLE: Text("อ่านไม่ได้", "unreadable"),
}
MARKS = {
    Outcome.CORRECT: ("✓", "green"),
    Outcome.INCORRECT: ("✗", "red"),
    Outcome.UNKNOWN: ("?", "yellow"),
    Outcome.UNREADABLE: ("?", "yellow"),
}
"""The sign of each and its colour; with the word behind it the sign needs no colour."""


_BUT = Text("{outcome} แต่ควรแก้ {count} เรื่อง", "{outcome}, but {count} to be mended")


def outcome_text(outcome: Outcome, warnings: int) -> Text:
    """The outcome in words; a correct notice that is warned of says so."""
    text = OUTCOMES[outcome]
    return _BUT.fill(outcome=text, count=warnings) if outcome is Outcome.CORRECT and warnings else text


def outcome_of(check: NoticeCheck) -> Outcome:
    """A file that cannot be used and a scan that nothing could read are unreadable; else it is the notice's state."""
    if check.notice is None or check.notice.document.why_no_text is not None:
        return Outcome.UNREADABLE
    return _OF_STATE[check.state]


_OF_STATE = {
    NoticeState.CORRECT: Outcome.CORRECT,
    NoticeState.INCORRECT: Outcome.INCORRECT,
    NoticeState.UNKNOWN: Outcome.UNKNOWN,
}

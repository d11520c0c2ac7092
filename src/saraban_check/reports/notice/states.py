"""The states of a notice in words and signs."""

from ...model.notice import NoticeState
from ...model.result import NoticeResult
from ...model.text import Text

STATES = {
    NoticeState.CORRECT: Text("ถูกต้อง", "correct"),
    NoticeState.INCORRECT: Text("ต้องแก้", "to be mended"),
    NoticeState.UNKNOWN: Text("ไม่แน่ชัด", "uncertain"),
    NoticeState.UNREADABLE: Text("อ่านไม่ได้", "unreadable"),
}
MARKS = {
    NoticeState.CORRECT: ("✓", "green"),
    NoticeState.INCORRECT: ("✗", "red"),
    NoticeState.UNKNOWN: ("?", "yellow"),
    NoticeState.UNREADABLE: ("?", "yellow"),
}
"""The sign of each and its colour; with the word behind it the sign needs no colour."""


_BUT = Text("{outcome} แต่ควรแก้ {count} เรื่อง", "{outcome}, but {count} things should be mended")
_BUT_ONE = Text(_BUT.th, "{outcome}, but {count} thing should be mended")
WITH_WARNINGS = Text("มีคำเตือน {count}", "{count} with warnings")
"""Said behind the number of correct notices: how many of them something should be mended in."""


def state_text(result: NoticeResult) -> Text:
    """What came of it, in words; a correct notice that is warned of says so."""
    text, warnings = STATES[result.state], result.warnings
    but = _BUT_ONE if warnings == 1 else _BUT
    return but.fill(outcome=text, count=warnings) if result.state is NoticeState.CORRECT and warnings else text

"""What to do next about one notice, on the screen: the steps, the command that drafts a new one, the offices to ask."""

from collections.abc import Iterator

from ...model.result import NoticeResult
from ...model.text import Lang, Text
from ..layout import wrap
from ..style import Style
from ..suggestion_lines import contact_lines

_NEXT = Text("ต้องทำต่อ", "What to do next")


def next_lines(result: NoticeResult, lang: Lang, style: Style) -> Iterator[str]:
    """The steps to take, each with the command that does it, and whom to ask."""
    yield style.paint(_NEXT.say(lang), "bold")
    for number, step in enumerate(result.steps, start=1):
        yield from wrap(f" {number}. {step.text.say(lang)}", style.width, 4)
        if step.command is not None:
            yield style.paint(f"    {step.command.say(lang)}", "cyan")  # on one line, however long: to be copied
    yield from contact_lines(result.offices, lang, style)

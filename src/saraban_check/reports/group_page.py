"""The page of one group: its row of the table, its steps."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..grouping.table import CONDITIONS
from ..grouping.todo import steps_of_group
from ..model.text import Lang, Text
from ..reference.steps import contacts
from .fact_texts import ANY, FACTS, VALUES
from .group_names import GROUP_COLORS
from .layout import pad, wrap
from .style import Style

if TYPE_CHECKING:
    from ..grouping.table import GroupTable
    from ..model.group_row import TableRow


_GROUP = Text("กลุ่ม {group}", "Group {group}")
_CONDITIONS = Text("เงื่อนไขในตาราง", "Its row of the table")
_COUNT = Text("จำนวนที่เผยแพร่ (17 ก.พ. 2569): {count} แห่ง", "Published count (17 Feb 2569): {count}")
_STEPS = Text("สิ่งที่ต้องทำ", "What to do")
_ASK = Text("สอบถาม", "Whom to ask")
_NONE = Text("ไม่ต้องทำอะไรเพิ่ม", "Nothing more")


def condition_lines(row: "TableRow", lang: Lang) -> Iterator[str]:
    """Each condition of a row and what it allows."""
    for (name, choices), allowed in zip(CONDITIONS.items(), row.allowed, strict=True):
        if allowed == set(choices):
            said = ANY.say(lang)
        else:
            joint = " หรือ " if lang == "th" else " or "
            said = joint.join(VALUES[name, value].say(lang) for value in choices if value in allowed)
        yield f"{pad(FACTS[name].say(lang), 18)} {said}"


def render_group(table: "GroupTable", group: str, lang: Lang, style: Style) -> str:
    """One group's page."""
    from ..reference.steps import steps

    color = GROUP_COLORS.get(group[:1], "blue")
    lines = [style.paint(_GROUP.say(lang, group=group), "bold", color), "", style.paint(_CONDITIONS.say(lang), "bold")]
    for row in table.rows:
        if row.group == group:
            lines += ["  " + line for line in condition_lines(row, lang)]
    if (count := table.published_count(group)) is not None:
        lines += ["", _COUNT.say(lang, count=f"{count:,}")]
    lines += ["", style.paint(_STEPS.say(lang), "bold")]
    todo = steps_of_group(table, group)
    said = [step.text.say(lang) for step in todo] or [_NONE.say(lang)]
    for text in [*said, steps()["keep"].text.say(lang)]:
        lines += [("  • " if i == 0 else "    ") + line for i, line in enumerate(wrap(text, style.width - 4, 0))]
    if todo:
        lines += ["", style.paint(_ASK.say(lang), "bold")]
        for contact in contacts():
            lines += [
                "  " + line for line in wrap(f"{contact.name.say(lang)}: {contact.line.say(lang)}", style.width - 2, 4)
            ]
    return "\n".join(lines) + "\n"

"""The published table, in its own layout and headings, with the counts of this list."""

from io import StringIO
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.table import Table

from ..model.text import Lang, Text
from .group_names import GROUP_COLORS
from .style import Style

_HEADINGS = (
    Text("กลุ่ม", "Group"),
    Text("มีประกาศฯ ม.10\nและลงใน info.go.th", "Notice, and\nin info.go.th"),
    Text("รูปแบบอีเมล\nถูกต้อง*", "Address\ncorrect*"),
    Text("สถานะ\nการส่งอีเมล", "Delivery"),
    Text("จำนวน", "Count"),
    Text("รวม", "Sum"),
)

if TYPE_CHECKING:
    from ..checks.summary import Summary

_TOTAL = Text("รวม", "Total")
_FOLLOW_UP = Text("ต้องดำเนินการเพิ่มเติม", "To be followed up")
_OUTSIDE = Text("ไม่เข้ากลุ่มใดในตาราง", "Outside the table")
_UNDETERMINED = Text("ยังระบุกลุ่มไม่ได้", "Undetermined")
_FOOTNOTE = Text("* ถูกต้องทั้งตามวิธีการฯ และตามระเบียบฯ", "* under the methods and the regulation alike")


def render_group_table(summary: "Summary", lang: Lang, style: Style) -> str:
    """The table as text."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, collapse_padding=True, show_edge=False)
    for index, heading in enumerate(_HEADINGS):
        right = index >= 4
        table.add_column(heading.say(lang), justify="right" if right else "left", no_wrap=right or index == 0)
    letters, seen = summary.letters, set()
    rows = {row.group: row for row in summary.table.rows}
    counts = list(summary.groups.items())
    for position, (group, count) in enumerate(counts):
        letter = group[:1]
        total = "" if letter in seen else f"{letters[letter]:,}"
        seen.add(letter)
        notice, address, delivery = (cell.say(lang) for cell in rows[group].shown)
        last = position + 1 == len(counts) or counts[position + 1][0][:1] != letter
        color = GROUP_COLORS.get(letter, "default") if count else "bright_black"
        table.add_row(
            group, notice, address, delivery, f"{count:,}", total, style=color, end_section=last and style.color
        )
    table.add_section()
    for text, number in ((_OUTSIDE, summary.outside), (_UNDETERMINED, summary.undetermined)):
        if number:
            table.add_row("–", text.say(lang), "", "", f"{number:,}", f"{number:,}", style="red")
    table.add_row("", _TOTAL.say(lang), "", "", f"{summary.total:,}", f"{summary.total:,}", style="bold")
    table.add_row("", _FOLLOW_UP.say(lang), "", "", "", f"{summary.follow_up:,}", style="bold")
    out = StringIO()
    console = Console(
        file=out,
        width=style.width,
        force_terminal=style.color,
        color_system="standard" if style.color else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    console.print(table)
    lines = [line.rstrip() for line in out.getvalue().splitlines()]
    return "\n".join([*lines, style.paint(_FOOTNOTE.say(lang), "dim")])

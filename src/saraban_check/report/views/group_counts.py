"""The published table, in its own layout and headings, with the counts of a list."""

from ...checks.summary import Summary
from ...model.text import Text
from ..document import SCREEN, Block, Cell, Column, Kind, Note, Row, Table, Tone
from .group_words import group_tone

_COLUMNS = (
    Column(Text("กลุ่ม", "Group")),
    Column(
        Text("มีประกาศฯ ม.10 และลงใน info.go.th", "Notice, and in info.go.th"),
        Text("มีประกาศฯ ม.10\nและลงใน info.go.th", "Notice, and\nin info.go.th"),
    ),
    Column(Text("รูปแบบอีเมลถูกต้อง*", "Address correct*"), Text("รูปแบบอีเมล\nถูกต้อง*", "Address\ncorrect*")),
    Column(Text("สถานะการส่งอีเมล", "Delivery"), Text("สถานะ\nการส่งอีเมล", "Delivery")),
    Column(Text("จำนวน", "Count"), kind=Kind.COUNT),
    Column(Text("รวม", "Sum"), kind=Kind.COUNT),
)
_TOTAL = Text("รวม", "Total")
_FOLLOW_UP = Text("ต้องดำเนินการเพิ่มเติม", "To be followed up")
_OUTSIDE = Text("ไม่เข้ากลุ่มใดในตาราง", "Outside the table")
_UNDETERMINED = Text("ยังระบุกลุ่มไม่ได้", "Undetermined")
_FOOTNOTE = Text("* ถูกต้องทั้งตามวิธีการฯ และตามระเบียบฯ", "* under the methods and the regulation alike")


def group_counts(summary: Summary) -> tuple[Block, ...]:
    """The table, and what its asterisk says."""
    shown = {row.group: row.shown for row in summary.table.rows}
    sums = summary.letters
    rows: list[Row] = []
    for group, count in summary.groups.items():
        tone = group_tone(group) if count else Tone.QUIET
        letter = sums.pop(group[:1], None)
        rows.append(_row(tone, group, *shown[group], f"{count:,}", "" if letter is None else f"{letter:,}"))
    groups = len(rows)
    for name, count in ((_OUTSIDE, summary.outside), (_UNDETERMINED, summary.undetermined)):
        if count:
            rows.append(_row(Tone.BAD, "–", name, "", "", f"{count:,}", f"{count:,}"))
    total = f"{summary.total:,}"
    rows += (
        tuple(Cell(value, strong=True) for value in row)
        for row in (("", _TOTAL, "", "", total, total), ("", _FOLLOW_UP, "", "", "", f"{summary.follow_up:,}"))
    )
    table = Table(_COLUMNS, rows, ruled=True, parted=(groups,), on=SCREEN)
    return table, Note(_FOOTNOTE, Tone.QUIET, on=SCREEN)


def _row(tone: Tone, *values: str | Text) -> Row:
    return tuple(Cell(value, tone) for value in values)

"""The table of `--by`: each value of a cross-section (a province, a rule, what stands in a column) with its counts and
a bar."""

from collections.abc import Sequence

from ...checks.breakdown import Breakdown, Part
from ...checks.classification import Classification
from ...checks.summary import Summary
from ...model.text import Text
from ...rules.catalogue import BY_CODE
from ..document import MARKS, Block, Cell, Column, Document, Heading, Kind, Note, Share, Table, Tone
from ..words.narrowed_texts import left_out_notes, titled
from .group_words import group_text, group_tone

_BY_SHARE = Text("แยกตาม{name} (เรียงตามจำนวนที่ยังไม่อยู่กลุ่ม A)", "By {name} (most left to do first)")
_BY_GROUP = Text("แยกตาม{name}", "By {name}")
_BY_RULE = Text("แยกตาม{name} (เรียงตามจำนวนที่พบ)", "By {name} (most often first)")
_MOST = 100
_SHOWN = Text(
    "แสดง {shown} จาก {total} ค่า เพิ่มได้ด้วย --limit (แถวรวมนับทุกค่า)",
    "shown {shown} of {total} values; --limit shows more (the total counts all)",
)
_NAME, _BAR = Column(Text("", "")), Column(Text("", ""), kind=Kind.BAR)
_SHARES = (
    _NAME,
    Column(Text("ทั้งหมด", "all"), kind=Kind.COUNT),
    Column(Text("ยังไม่ A", "not A"), kind=Kind.COUNT),
    Column(Text("อยู่ใน A", "in A"), kind=Kind.SHARE),
    _BAR,
)
_COUNTS = (_NAME, Column(Text("จำนวน", "count"), kind=Kind.COUNT), _BAR)
_TOTAL = Text("รวม", "total")
_NOTHING = Text("ไม่มีหน่วยงานตามเงื่อนไขที่เลือก", "No agency fits the selection")
_RULE = Text("{mark} {code} {title}", "{mark} {code} {title}")


def breakdown_document(breakdown: Breakdown, result: Classification, most: int = _MOST) -> Document:
    """The table: every part in it, but of a column of the list no more than `most`, or a hundred if that is more."""
    section, summary = breakdown.section, result.summary
    parts = breakdown.parts(summary)
    said = {"group": _BY_GROUP, "rule": _BY_RULE}.get(section.key, _BY_SHARE)
    title = titled(said.fill(name=section.name), result)
    blocks: tuple[Block, ...]
    if not parts:
        blocks = (Note(_NOTHING),)
    elif section.key == "rule":
        most_first = sorted(parts, key=lambda part: -part.total)
        blocks = (_by_count(most_first, [_rule_label(part, summary) for part in most_first]),)
    elif section.key == "group":
        blocks = (_by_count(parts, [Cell(group_text(part.key), group_tone(part.key)) for part in parts]),)
    else:
        most = len(parts) if section.column is None else max(most, _MOST)
        blocks = (_by_share(sorted(parts, key=lambda part: -part.left), most),)
        if len(parts) > most:
            blocks += (Note(_SHOWN.fill(shown=f"{most:,}", total=f"{len(parts):,}")),)
    notes = tuple(Note(text) for text in left_out_notes(result))
    return Document(title, ((Heading(title), *blocks), *((note,) for note in notes)))


def _by_share(parts: Sequence[Part], most: int) -> Table:
    def row(name: Text, total: int, done: int) -> tuple[Text | int | Share | Cell, ...]:
        return name, total, total - done, Share(done, total), Cell(Share(done, total), Tone.GOOD)

    total, done = sum(part.total for part in parts), sum(part.done for part in parts)
    return Table(
        _SHARES, [row(part.name, part.total, part.done) for part in parts[:most]], totals=row(_TOTAL, total, done)
    )


def _by_count(parts: Sequence[Part], labels: Sequence[Cell]) -> Table:
    most = max(part.total for part in parts)
    rows = [
        (label.value, part.total, Cell(Share(part.total, most), label.tone))
        for part, label in zip(parts, labels, strict=True)
    ]
    return Table(_COUNTS, rows)


def _rule_label(part: Part, summary: Summary) -> Cell:
    mark = MARKS[summary.in_force(BY_CODE[part.key]).severity]
    return Cell(_RULE.fill(mark=mark.sign, code=part.key, title=part.name), mark.tone)

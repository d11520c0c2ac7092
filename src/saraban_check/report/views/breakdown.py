"""The table of `--by`: each province, kind, group or rule with its counts and a bar."""

from collections.abc import Sequence

from ...checks.breakdown import Breakdown, Part
from ...checks.summary import Summary
from ...model.text import Text
from ...rules.catalogue import BY_CODE
from ..document import MARKS, Block, Cell, Column, Document, Heading, Kind, Note, Share, Table, Tone
from .group_words import group_text, group_tone

_TITLES = {
    "province": Text("แยกตามจังหวัด (เรียงตามจำนวนที่ยังไม่อยู่กลุ่ม A)", "By province (most left to do first)"),
    "kind": Text("แยกตามประเภท (เรียงตามจำนวนที่ยังไม่อยู่กลุ่ม A)", "By kind (most left to do first)"),
    "group": Text("แยกตามกลุ่ม", "By group"),
    "rule": Text("แยกตามเหตุผล (เรียงตามจำนวนที่พบ)", "By rule (most often first)"),
}
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


def breakdown_document(breakdown: Breakdown, summary: Summary) -> Document:
    """The table, every part in it."""
    title = _TITLES[breakdown.aspect]
    parts = breakdown.parts(summary)
    table: Block
    if not parts:
        table = Note(_NOTHING)
    elif breakdown.aspect in ("province", "kind"):
        table = _by_share(sorted(parts, key=lambda part: -part.left))
    elif breakdown.aspect == "rule":
        most_first = sorted(parts, key=lambda part: -part.total)
        table = _by_count(most_first, [_rule_label(part, summary) for part in most_first])
    else:
        table = _by_count(parts, [Cell(group_text(part.key), group_tone(part.key)) for part in parts])
    return Document(title, ((Heading(title), table),))


def _by_share(parts: Sequence[Part]) -> Table:
    def row(name: Text, total: int, done: int) -> tuple[Text | int | Share | Cell, ...]:
        return name, total, total - done, Share(done, total), Cell(Share(done, total), Tone.GOOD)

    total, done = sum(part.total for part in parts), sum(part.done for part in parts)
    return Table(_SHARES, [row(part.name, part.total, part.done) for part in parts], totals=row(_TOTAL, total, done))


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

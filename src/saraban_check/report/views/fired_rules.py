"""The rules that fired, each with its weight and how often."""

from collections.abc import Iterable

from ...model.finding import Rule
from ...model.text import Text
from ..document import MARKS, PAGE, Cell, Column, Kind, Media, Table
from .rule_words import SEVERITIES

_RULES, _RULE = Text("เหตุผลที่พบ", "Reasons found"), Text("เหตุผล", "Reason")
_COLUMNS = (
    Column(_RULE),
    Column(Text("ระดับ", "Severity"), width=13),
    Column(Text("จำนวน", "Count"), kind=Kind.COUNT),
)


def rules_table(fired: Iterable[tuple[Rule, int]], on: Media = PAGE) -> Table:
    """The table, in the order that is given."""
    rows = [(rule_text(rule), weight(rule), count) for rule, count in fired]
    return Table(_COLUMNS, rows, _RULES, on=on)


def rule_text(rule: Rule) -> Text:
    """`SB402 โดเมนพิมพ์ผิด`."""
    return Text(f"{rule.code} {rule.title.th}", f"{rule.code} {rule.title.en}")


def weight(rule: Rule) -> Cell:
    """How heavy a rule is, in the tone of its mark."""
    return Cell(SEVERITIES[rule.severity], MARKS[rule.severity].tone)

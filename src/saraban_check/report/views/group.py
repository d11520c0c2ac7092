"""One group: its row of the table, and what is to be done in it."""

from collections.abc import Iterator

from ...grouping.table import CONDITIONS, GroupTable
from ...grouping.todo import steps_of_group
from ...model.group_row import TableRow
from ...model.text import Text
from ...reference.steps import contacts, steps
from ..document import Cell, Document, Field, Fields, Heading, Item, Items, Mark, Note, Section, line
from ..words.fact_texts import ANY, FACTS, VALUES
from .group_words import group_tone

_GROUP = Text("กลุ่ม {group}", "Group {group}")
_CONDITIONS = Text("เงื่อนไขในตาราง", "Its row of the table")
_COUNT = Text("จำนวนที่เผยแพร่ (17 ก.พ. 2569): {count} แห่ง", "Published count (17 Feb 2569): {count}")
_STEPS = Text("สิ่งที่ต้องทำ", "What to do")
_ASK = Text("สอบถาม", "Whom to ask")
_CONTACT = Text("{name}: {line}", "{name}: {line}")
_NONE = Text("ไม่ต้องทำอะไรเพิ่ม", "Nothing more")
_OR = Text(" หรือ ", " or ")
_STEP = Mark("•")


def group_document(table: GroupTable, group: str) -> Document:
    """One group of a table."""
    return Document(_GROUP.fill(group=group), tuple(_sections(table, group)))


def _sections(table: GroupTable, group: str) -> Iterator[Section]:
    yield (Heading(_GROUP.fill(group=group), group_tone(group)),)
    yield Heading(_CONDITIONS), *(conditions(row) for row in table.rows if row.group == group)
    if (count := table.published_count(group)) is not None:
        yield (Note(_COUNT.fill(count=f"{count:,}")),)
    todo = steps_of_group(table, group)
    said = [*([step.text for step in todo] or [_NONE]), steps()["keep"].text]
    yield (Items(tuple(Item(line(text, mark=_STEP)) for text in said), _STEPS, whole=True),)
    if todo:
        asked = tuple(Item(line(_CONTACT.fill(name=one.name, line=one.line))) for one in contacts())
        yield (Items(asked, _ASK, whole=True),)


def conditions(row: TableRow) -> Fields:
    """Each condition of a row of the table and what it allows."""
    return Fields(
        tuple(
            Field(FACTS[name], (Cell(_allowed(name, choices, allowed)),))
            for (name, choices), allowed in zip(CONDITIONS.items(), row.allowed, strict=True)
        )
    )


def _allowed(name: str, choices: tuple[str, ...], allowed: frozenset[str]) -> Text:
    if allowed == set(choices):
        return ANY
    said = [VALUES[name, value] for value in choices if value in allowed]
    return Text(*(joint.join(texts) for joint, texts in zip(_OR, zip(*said, strict=True), strict=True)))

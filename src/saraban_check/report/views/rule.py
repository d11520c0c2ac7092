"""One rule, and the catalogue of all: the same texts for the screen and for the documentation."""

from collections.abc import Iterable, Iterator

from ...model.finding import Rule, Severity
from ...model.text import Text
from ..document import (
    MARKS,
    PAGE,
    PEOPLE,
    SCREEN,
    Block,
    Document,
    Field,
    Fields,
    Heading,
    Hint,
    Item,
    Items,
    Media,
    Note,
    Section,
    Tone,
    cell_of,
    line,
)
from .rule_words import SEVERITIES, families, rule_parts, weight_text

_TITLE = Text("เหตุผลที่ saraban-check แจ้ง", "The rules of saraban-check")
_MADE = Text(
    "หน้านี้สร้างจากโค้ดด้วยคำสั่ง saraban-check rules --format md อย่าแก้ด้วยมือ",
    "This page is made from the code by saraban-check rules --format md --lang en; do not edit it by hand.",
)


def rule_document(rule: Rule) -> Document:
    """One rule: its code, its sentence, and what it says of itself."""
    heading = Heading(_name(rule), mark=MARKS[rule.severity])
    return Document(rule.title, ((heading, *_sentence(rule, PEOPLE)), (_parts(rule, PEOPLE),)))


def rules_document(rules: Iterable[Rule]) -> Document:
    """The rules by family: a screen has a line a rule, a page the whole of each."""
    return Document(_TITLE, tuple(_sections({rule.code for rule in rules})))


def _sections(wanted: set[str]) -> Iterator[Section]:
    yield (Note(_MADE, on=PAGE),)
    for title, members in families():
        rules = [rule for rule in members if rule.code in wanted]
        if not rules:
            continue
        yield Items(tuple(map(_item, rules)), title, whole=True, on=SCREEN), Heading(title, on=PAGE)
        for rule in rules:
            heading = Heading(_name(rule), MARKS[rule.severity].tone, level=3, on=PAGE)
            yield heading, *_sentence(rule, PAGE), _parts(rule, PAGE)
    signs = (Text(*(f"{MARKS[one].sign} {name}" for name in SEVERITIES[one])) for one in Severity)
    yield (Hint(Text(*("  ".join(said) for said in zip(*signs, strict=True)))),)


def _item(rule: Rule) -> Item:
    return Item(line(rule.code, rule.title, mark=MARKS[rule.severity]))


def _name(rule: Rule) -> str:
    return f"{rule.code} {rule.name}"


def _sentence(rule: Rule, on: Media) -> tuple[Block, ...]:
    return Note(rule.title, on=on), Note(weight_text(rule), Tone.QUIET, on=on)


def _parts(rule: Rule, on: Media) -> Fields:
    return Fields(tuple(Field(name, (cell_of(text),)) for name, text in rule_parts(rule)), prose=True, on=on)

"""Suggested addresses, each with where it comes from."""

from collections.abc import Iterable

from ...model.text import Text
from ...model.verdict import Origin, Suggestion
from ..document import PEOPLE, Cell, Item, Items, Mark, Media, Tone, line

ORIGINS = {
    Origin.ISSUED: Text("หน่วยงานกลางออกให้แล้ว", "issued centrally"),
    Origin.REGISTRY: Text("จากทะเบียน อปท.", "from the registry"),
    Origin.RECORD: Text("สร้างจากรหัสหรือเว็บไซต์ของหน่วยงาน", "built from the agency's code or website"),
    Origin.REPAIR: Text("แก้ส่วนที่ผิดในที่อยู่เดิม", "the address as it was, without its faults"),
}
USE_INSTEAD = Text("ใช้ที่อยู่นี้แทน", "Use this instead")
_FROM_CODE = Text("สร้างจากรหัสของหน่วยงาน", "built from the agency's code")
_FROM_WEBSITE = Text("สร้างจากเว็บไซต์ของหน่วยงาน", "built from the agency's website")
_NEAR = Text(
    "จากทะเบียน อปท. ชื่อใกล้เคียง {score} ตรวจว่าเป็นหน่วยงานเดียวกัน", "from the registry, by a name {score} alike: check it"
)
_ORIGIN = Text("({origin})", "({origin})")
_USE = Mark("→", Tone.GOOD)


def origin_text(suggestion: Suggestion) -> Text:
    """Where a suggestion comes from: from code or website; by a near name, and how near."""
    if suggestion.score < 1:
        return _NEAR.fill(score=f"{suggestion.score:.0%}")
    if suggestion.origin is Origin.RECORD:
        return _FROM_CODE if suggestion.address.endswith("@dla.go.th") else _FROM_WEBSITE
    return ORIGINS[suggestion.origin]


def suggested_items(suggestions: Iterable[Suggestion], title: Text | None = None, on: Media = PEOPLE) -> Items:
    """The suggestions, the best first."""
    items = [
        Item(line(Cell(one.address, Tone.GOOD), _ORIGIN.fill(origin=origin_text(one)), mark=_USE))
        for one in suggestions
    ]
    return Items(items, title, whole=True, on=on)

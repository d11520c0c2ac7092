"""Suggested addresses, each with where it comes from, and whom to ask."""

from collections.abc import Iterable, Iterator

from ...model.assessment import Contact
from ...model.text import Text
from ...model.verdict import Origin, Suggestion
from ..document import PEOPLE, Cell, Item, Items, Mark, Media, Note, Tone, line

ORIGINS = {
    Origin.ISSUED: Text("หน่วยงานกลางออกให้แล้ว", "issued centrally"),
    Origin.REGISTRY: Text("จากทะเบียน อปท.", "from the registry"),
    Origin.RECORD: Text("สร้างจากรหัสหรือเว็บไซต์ของหน่วยงาน", "built from the agency's code or website"),
    Origin.REPAIR: Text("แก้จากที่พิมพ์มา", "repaired from what was typed"),
}
USE_INSTEAD = Text("ใช้ที่อยู่นี้แทน", "Use this instead")
CONFIRM = Text(
    "ก่อนใช้ ยืนยันกับผู้ให้บริการว่ามีบัญชีนี้แล้ว ถ้ายังไม่มี ขอของ สถ. ได้ฟรีที่ info.dla.go.th → เมนู “ลงทะเบียนผู้รับผิดชอบ e-mail กลาง”",
    "First see with the provider that the account exists; if not, DLA opens one free of charge: info.dla.go.th → menu "
    "“ลงทะเบียนผู้รับผิดชอบ e-mail กลาง”",
)
GET_ONE = Text(
    "ขออีเมลที่ถูกต้องจาก สถ. ได้ฟรี: info.dla.go.th → เมนู “ลงทะเบียนผู้รับผิดชอบ e-mail กลาง”",
    "Get a correct address from DLA, free of charge: info.dla.go.th → menu “ลงทะเบียนผู้รับผิดชอบ e-mail กลาง”",
)
_NEAR = Text(
    "จากทะเบียน อปท. ชื่อใกล้เคียง {score} ตรวจว่าเป็นหน่วยงานเดียวกัน", "from the registry, by a name {score} alike: check it"
)
_ORIGIN = Text("({origin})", "({origin})")
_ASK = Text("สอบถาม {office}: {line}", "Ask {office}: {line}")
_USE = Mark("→", Tone.GOOD)


def origin_text(suggestion: Suggestion) -> Text:
    """Where a suggestion comes from; one that rests on a near name says how near."""
    if suggestion.score < 1:
        return _NEAR.fill(score=f"{suggestion.score:.0%}")
    return ORIGINS[suggestion.origin]


def suggested_items(suggestions: Iterable[Suggestion], title: Text | None = None, on: Media = PEOPLE) -> Items:
    """The suggestions, the best first."""
    items = [
        Item(line(Cell(one.address, Tone.GOOD), _ORIGIN.fill(origin=origin_text(one)), mark=_USE))
        for one in suggestions
    ]
    return Items(items, title, whole=True, on=on)


def ask_notes(offices: Iterable[Contact], on: Media = PEOPLE) -> Iterator[Note]:
    """Offices and their public lines."""
    return (Note(_ASK.fill(office=office.name, line=office.line), on=on) for office in offices)

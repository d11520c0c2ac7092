"""Suggested addresses on the screen, each with where it comes from, and whom to ask."""

from collections.abc import Iterable, Iterator

from ..model.assessment import Contact
from ..model.text import Lang, Text
from ..model.verdict import Origin, Suggestion
from .escape import cell_width, for_terminal
from .layout import wrap
from .style import Style

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
_ASK = Text("สอบถาม", "Ask")


def origin_text(suggestion: Suggestion) -> Text:
    """Where a suggestion comes from; one that rests on a near name says how near."""
    if suggestion.score < 1:
        return _NEAR.fill(score=f"{suggestion.score:.0%}")
    return ORIGINS[suggestion.origin]


def suggestion_lines(title: Text, suggestions: Iterable[Suggestion], lang: Lang, style: Style) -> Iterator[str]:
    """The suggestions under a title, the best first."""
    yield style.paint(title.say(lang), "bold")
    for suggestion in suggestions:
        origin = origin_text(suggestion).say(lang)
        address = for_terminal(suggestion.address)
        is_short = cell_width(f"  → {address}  ({origin})") <= style.width
        if is_short:
            yield f"  → {style.paint(address, 'green')}  ({origin})"
            continue
        yield from (style.paint(line, "green") for line in wrap(f"  → {address}", style.width, 4))
        yield from wrap(f"    ({origin})", style.width, 5)


def contact_lines(contacts: Iterable[Contact], lang: Lang, style: Style) -> Iterator[str]:
    """Offices and their public lines."""
    for contact in contacts:
        yield from wrap(f"{_ASK.say(lang)} {contact.name.say(lang)}: {contact.line.say(lang)}", style.width, 2)

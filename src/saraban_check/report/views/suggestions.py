"""Suggested addresses, each with where it comes from, and whom to ask."""

from collections.abc import Iterable, Iterator

from ...model.assessment import Contact
from ...model.text import Text
from ...model.verdict import Form, Origin, Suggestion
from ...reference.steps import contacts
from ..document import PEOPLE, Cell, Item, Items, Mark, Media, Note, Tone, line

ORIGINS = {
    Origin.ISSUED: Text("หน่วยงานกลางออกให้แล้ว", "issued centrally"),
    Origin.REGISTRY: Text("จากทะเบียน อปท.", "from the registry"),
    Origin.RECORD: Text("สร้างจากรหัสหรือเว็บไซต์ของหน่วยงาน", "built from the agency's code or website"),
    Origin.REPAIR: Text("แก้จากที่พิมพ์มา", "repaired from what was typed"),
}
DLA, LGO = "@dla.go.th", "@lgo.mail.go.th"
USE_INSTEAD = Text("ใช้ที่อยู่นี้แทน", "Use this instead")
_CONFIRM_DLA = Text(
    "ก่อนใช้ ยืนยันกับ สถ. ว่ามีบัญชีนี้แล้ว ถ้ายังไม่มี ขอได้ฟรีที่ info.dla.go.th → เมนู “ลงทะเบียนผู้รับผิดชอบ e-mail กลาง”",
    "First see with DLA that the account exists; if not, DLA opens one free of charge: info.dla.go.th → menu "
    "“ลงทะเบียนผู้รับผิดชอบ e-mail กลาง”",
)
_CONFIRM_LGO = Text(
    "ก่อนใช้ ยืนยันกับ สพร. ว่ามีบัญชีนี้แล้ว ถ้ายังไม่มี ขอจาก สพร. ได้ฟรี",
    "First see with DGA that the account exists; if not, DGA opens one free of charge",
)
_CONFIRM_OWN = Text(
    "ก่อนใช้ ยืนยันกับผู้ดูแลโดเมนของหน่วยงานว่ามีบัญชีนี้แล้ว ถ้ายังไม่มี ให้เปิดบัญชีก่อน",
    "First see with who looks after the agency's domain that the account exists; if not, have it opened",
)
GET_ONE = Text(
    "ขออีเมลที่ถูกต้องจาก สถ. ได้ฟรี: info.dla.go.th → เมนู “ลงทะเบียนผู้รับผิดชอบ e-mail กลาง”",
    "Get a correct address from DLA, free of charge: info.dla.go.th → menu “ลงทะเบียนผู้รับผิดชอบ e-mail กลาง”",
)
GET_OWN = Text(
    "ขออีเมลกลาง saraban@ บนโดเมนของหน่วยงานจากผู้ดูแลโดเมน หรือขอจาก สพร.",
    "Get an address saraban@ on the agency's own domain from whoever minds that, or one from DGA",
)
_FROM_CODE = Text("สร้างจากรหัสของหน่วยงาน", "built from the agency's code")
_FROM_WEBSITE = Text("สร้างจากเว็บไซต์ของหน่วยงาน", "built from the agency's website")
_NEAR = Text(
    "จากทะเบียน อปท. ชื่อใกล้เคียง {score} ตรวจว่าเป็นหน่วยงานเดียวกัน", "from the registry, by a name {score} alike: check it"
)
_ORIGIN = Text("({origin})", "({origin})")
_ASK = Text("สอบถาม {office}: {line}", "Ask {office}: {line}")
_USE = Mark("→", Tone.GOOD)


def origin_text(suggestion: Suggestion) -> Text:
    """Where a suggestion comes from: from code or website; by a near name, and how near."""
    if suggestion.score < 1:
        return _NEAR.fill(score=f"{suggestion.score:.0%}")
    if suggestion.origin is Origin.RECORD:
        return _FROM_CODE if suggestion.address.endswith(DLA) else _FROM_WEBSITE
    return ORIGINS[suggestion.origin]


def suggested_items(suggestions: Iterable[Suggestion], title: Text | None = None, on: Media = PEOPLE) -> Items:
    """The suggestions, the best first."""
    items = [
        Item(line(Cell(one.address, Tone.GOOD), _ORIGIN.fill(origin=origin_text(one)), mark=_USE))
        for one in suggestions
    ]
    return Items(items, title, whole=True, on=on)


def confirm_text(address: str) -> Text:
    """How to see that there is such an account: by its provider, or on the agency's own domain."""
    return _CONFIRM_DLA if address.endswith(DLA) else _CONFIRM_LGO if address.endswith(LGO) else _CONFIRM_OWN


def offices_for(address: str | None, *, is_local: bool | None = None) -> tuple[Contact, ...]:
    """The provider of an address; where it is neither's, or there is none, those that issue one to such an agency."""
    both = {Form.DLA: DLA, Form.LGO: LGO}
    offices = tuple(office for office in contacts() if office.form in both)
    if is_local is False:
        offices = tuple(office for office in offices if office.form is not Form.DLA)
    return tuple(o for o in offices if o.form and (address or "").endswith(both[o.form])) or offices


def ask_notes(offices: Iterable[Contact], on: Media = PEOPLE) -> Iterator[Note]:
    """Offices and their public lines."""
    return (Note(_ASK.fill(office=office.name, line=office.line), on=on) for office in offices)

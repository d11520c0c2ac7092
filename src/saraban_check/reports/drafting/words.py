"""What is said of drafts: where an address comes from, what is left to fill in, and what to do next."""

from collections.abc import Iterator

from ...drafting.choosing import ChosenAddress, NoAddress
from ...drafting.facts import DraftFacts, MissingFact
from ...drafting.plan import Draft
from ...model.text import Lang, Text
from ...model.verdict import Origin
from ..suggestion_lines import ORIGINS, origin_text

STATED = Text("ที่หน่วยงานใช้อยู่ และถูกต้องแล้ว", "stated in the list, and correct")
BLANK = Text("เว้นว่าง", "left blank")
ADDRESS_ORIGINS = {"stated": STATED, **{origin.value: ORIGINS[origin] for origin in Origin}}
_NO_ADDRESS = {
    NoAddress.NONE_KNOWN: Text("เว้นอีเมลไว้: ยังไม่มีที่อยู่ที่ใช้ได้", "no address: none is known that may be used"),
    NoAddress.NEW_STATUS: Text(
        "เว้นอีเมลไว้: ยกฐานะแล้ว ต้องใช้อีเมลของสถานะใหม่", "no address: it was upgraded and needs one of its new status"
    ),
}
_FILL = Text("ต้องกรอก: {blanks}", "To fill in: {blanks}")
CONFIRM = Text(
    "ยืนยันกับผู้ให้บริการว่ามีบัญชีอีเมลในร่างแล้ว ก่อนออกประกาศฯ",
    "See with the provider that the account of each draft exists, before the notice is issued",
)
_GET_ONE = Text(
    "ขออีเมลของ สถ. ให้แห่งที่เว้นว่างไว้ (ฟรี): info.dla.go.th → เมนู “ลงทะเบียนผู้รับผิดชอบ e-mail กลาง”",
    "Get an address from DLA where it was left blank, free of charge: info.dla.go.th → menu "
    "“ลงทะเบียนผู้รับผิดชอบ e-mail กลาง”",
)
_COMPLETE = Text(
    "กรอกช่องว่างที่ระบายสีเหลือง และเพิ่มช่องทางอื่น (เช่น LINE) ถ้ามี",
    "Fill in the blanks marked yellow, and add further channels (such as LINE) if there are any",
)
_COMPLETE_TXT = Text(
    "กรอกช่องว่าง (…) และเพิ่มช่องทางอื่น (เช่น LINE) ถ้ามี",
    "Fill in the blanks (…), and add further channels (such as LINE) if there are any",
)
_SIGN = Text(
    "ใส่ตราครุฑ พิมพ์ชื่อผู้ลงนามในวงเล็บ แล้วเสนอลงนาม",
    "Add the Garuda emblem (ตราครุฑ), type the signatory's name in the brackets, and have it signed",
)
_POST = Text(
    "นำประกาศฯ ที่ลงนามแล้วลงระบบ info.go.th แทนฉบับเดิม", "Post the signed notice in info.go.th in place of the old"
)


def address_text(draft: Draft, lang: Lang) -> str:
    """The address and where it comes from, or why there is none."""
    chosen = draft.address
    if not isinstance(chosen, ChosenAddress):
        return _NO_ADDRESS[chosen].say(lang)
    origin = STATED if chosen.suggestion is None else origin_text(chosen.suggestion)
    return f"{chosen.address} ({origin.say(lang)})"


def blanks_text(facts: DraftFacts, lang: Lang, *besides: MissingFact) -> str:
    """`ต้องกรอก: เว็บไซต์ · โทรศัพท์`; empty where nothing is, but for what is said `besides`."""
    blanks = [missing.value.say(lang) for missing in facts.missing if missing not in besides]
    return _FILL.say(lang, blanks=" · ".join(blanks)) if blanks else ""


def next_steps(*, has_address: bool, has_blank_address: bool, is_docx: bool) -> Iterator[Text]:
    """What is left to do, in its order."""
    if has_blank_address:
        yield _GET_ONE
    if has_address:
        yield CONFIRM
    yield _COMPLETE if is_docx else _COMPLETE_TXT
    yield _SIGN
    yield _POST

"""An agency's address, looked up: which it is, how sure that is, and how to confirm it."""

from collections.abc import Iterator

from ...address.codes import province_of
from ...checks.address_lookup import AddressLookup
from ...model.certainty import Certainty
from ...model.registry import NameMatch
from ...model.text import Text
from ...model.verdict import Form
from ...reference.steps import contacts
from ...registry.registry import kind_of_code
from ..document import Block, Document, Heading, Item, Items, Mark, Note, Section, Tone, line
from .registry import match_section
from .suggestions import ask_notes, origin_text

_TITLE = Text("อีเมลกลางของหน่วยงาน", "The agency's central address")
_WHOSE = Text("ในทะเบียน อปท.: {code} {name} {place}", "In the registry: {code} {name} {place}")
_OR = Text("หรือ {address} ({origin})", "or {address} ({origin})")
_HOW_SURE = {
    Certainty.ISSUED: Text(
        "ความแน่ใจ: สูง ระบุมาว่าหน่วยงานกลางออกให้แล้ว", "Certainty: high; it was issued centrally, as was said"
    ),
    Certainty.REGISTRY: Text(
        "ความแน่ใจ: สูง ทะเบียน อปท. มีหน่วยงานนี้แห่งเดียว และที่อยู่สร้างจากรหัสของหน่วยงาน แต่ทะเบียนไม่ได้บอกว่าเปิดบัญชีแล้ว",
        "Certainty: high; the registry has just one such agency, and the address is made of its code. Whether the "
        "account is open the registry does not say",
    ),
    Certainty.NEAR_NAME: Text(
        "ความแน่ใจ: ปานกลาง ชื่อในทะเบียน อปท. ใกล้เคียงแต่ไม่ตรง ดูให้แน่ว่าเป็นหน่วยงานเดียวกันก่อนใช้",
        "Certainty: medium; the registry has nearly this name. See that it is the same agency before you use it",
    ),
    Certainty.CODE_ALONE: Text(
        "ความแน่ใจ: ปานกลาง สร้างจากรหัสที่ระบุ โดยไม่ได้เทียบกับทะเบียน อปท.",
        "Certainty: medium; made of the code that was given, which was compared with no registry",
    ),
    Certainty.WEBSITE: Text(
        "ความแน่ใจ: ต่ำ สร้างจากเว็บไซต์เท่านั้น ไม่มีแหล่งใดบอกว่ามีบัญชีนี้",
        "Certainty: low; made of the website alone, and nothing says that there is such an account",
    ),
}
_WHY_NOT = {
    Certainty.SEVERAL: Text("มีหลายหน่วยงานที่อาจเป็นชื่อนี้", "Several agencies may be meant by this name"),
    Certainty.CONTRADICTED: Text(
        "รหัส {code} ไม่ใช่ของหน่วยงานที่ระบุ: เป็นรหัสของ{whose}",
        "Code {code} is not that of this agency: it is that of {whose}",
    ),
    Certainty.NOT_FOUND: Text(
        "ไม่พบหน่วยงานนี้ในทะเบียน อปท. ที่ใช้ ตรวจตัวสะกดของชื่อ ประเภท และจังหวัด หรือนำเข้าทะเบียนฉบับใหม่",
        "The registry does not have this agency; look at the spelling, the kind and the province, or import a "
        "newer registry",
    ),
    Certainty.NO_REGISTRY: Text(
        "หาจากชื่อได้เมื่อมีทะเบียน อปท. เท่านั้น นำเข้าด้วย saraban-check registry import ไฟล์ของ สถ. หรือระบุ --code",
        "A name can be looked up in a registry only; import one with saraban-check registry import FILE, or give "
        "--code",
    ),
    Certainty.NOT_LOCAL: Text(
        "หน่วยงานนี้ไม่ใช่ อปท. จึงไม่มีรหัสและไม่มีอีเมลของ สถ. ใช้ saraban@โดเมนของหน่วยงานเอง ระบุ --website เพื่อดูที่อยู่",
        "This is no local agency, so it has neither a code nor an address of DLA; it uses saraban@ and its own domain: "
        "give --website",
    ),
}
_NARROW = Text(
    "ระบุ --province --amphoe หรือ --kind เพิ่ม หรือระบุ --code ตามรายการ",
    "Add --province, --amphoe or --kind, or give --code as listed",
)
_ANY = Text("{kind}ในจังหวัด{province}", "a {kind} in {province}")
_ONE = Text(" {name} {place}", "{name} {place}")
_CONFIRM = Text("วิธียืนยันก่อนใช้", "How to confirm it before it is used")
_ASK_DLA = Text(
    "ถาม สถ. โทร {line} แจ้งชื่อหน่วยงานและรหัส {code} ว่าเปิดบัญชี {address} แล้วหรือยัง และใครดูแล",
    "Ask DLA at {line}: give the agency's name and the code {code}, and ask whether {address} is open, and who looks "
    "after it",
)
_APPLY = Text(
    "ถ้ายังไม่เปิด ขอได้ฟรีที่ info.dla.go.th → เมนู “ลงทะเบียนผู้รับผิดชอบ e-mail กลาง”",
    "If not, apply for it free of charge at info.dla.go.th → menu “ลงทะเบียนผู้รับผิดชอบ e-mail กลาง”",
)
_ASK_AGENCY = Text(
    "ถามผู้ดูแลเว็บไซต์ของหน่วยงานว่ามีบัญชี {address} และใครเปิดอ่าน",
    "Ask who looks after the agency's website whether {address} exists, and who reads it",
)
_THEN = Text(
    "เมื่อเข้าใช้บัญชีได้แล้ว ออกประกาศฯ ม.10 ที่ระบุที่อยู่นี้ และนำลงระบบ info.go.th",
    "Once somebody can log in, issue a section-10 notice that states it, and post it in info.go.th",
)
_GOOD, _DOUBT = Mark("→", Tone.GOOD), Mark("?", Tone.DOUBT)


def lookup_document(found: AddressLookup) -> Document:
    """The address with what it rests on and the steps to confirm it; else why there is none and what would tell."""
    return Document(_TITLE, tuple(_led_to(found) if found.certainty.has_address else _not_led(found)))


def _led_to(found: AddressLookup) -> Iterator[Section]:
    best, *others = found.check.suggestions
    is_sure = found.certainty in (Certainty.ISSUED, Certainty.REGISTRY)
    yield Heading(best.address, Tone.GOOD if is_sure else Tone.DOUBT, _GOOD if is_sure else _DOUBT), *_agency(found)
    yield (
        Note(_HOW_SURE[found.certainty]),
        *(Note(_OR.fill(address=one.address, origin=origin_text(one))) for one in others),
    )
    yield (Items([Item(line(step)) for step in _steps(best.address)], _CONFIRM, numbered=True, whole=True),)


def _agency(found: AddressLookup) -> Iterator[Block]:
    match = found.check.registry_match
    if match is not None and match.entry is not None:
        entry = match.entry
        yield Note(_WHOSE.fill(code=entry.code, name=entry.full_name, place=entry.place))


def _steps(address: str) -> Iterator[Text]:
    local, _, domain = address.partition("@")
    if domain == "dla.go.th":
        dla = next(contact for contact in contacts() if contact.form is Form.DLA)
        yield _ASK_DLA.fill(line=dla.line, code=local.removeprefix("saraban_"), address=address)
        yield _APPLY
    else:
        yield _ASK_AGENCY.fill(address=address)
    yield _THEN


def _not_led(found: AddressLookup) -> Iterator[Section]:
    why = _WHY_NOT[found.certainty]
    record, match = found.check.record, found.check.registry_match
    if found.certainty is Certainty.CONTRADICTED and record.code is not None:
        why = why.fill(code=record.code, whose=_whose(record.code, match))
    yield (Heading(why, Tone.DOUBT, _DOUBT),)
    if found.certainty is Certainty.SEVERAL and match is not None:
        yield *match_section(match, record.name.strip()), Note(_NARROW)
    if found.certainty is not Certainty.NOT_LOCAL:
        yield tuple(ask_notes(contacts()[:1]))


def _whose(code: str, match: NameMatch | None) -> Text:
    if match is not None and match.entry is not None:
        return _ONE.fill(name=match.entry.full_name, place=match.entry.place)
    return _ANY.fill(kind=kind_of_code(code).name, province=province_of(code).name)

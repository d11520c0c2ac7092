"""An agency's address, looked up: which it is, how sure that is, and how to confirm it."""

from collections.abc import Iterator

from ...address.codes import province_of
from ...checks.address_lookup import AddressLookup, district_told, is_in_district
from ...model.certainty import Certainty
from ...model.registry import Likeness, NameMatch
from ...model.text import Text
from ...reference.steps import contacts
from ...registry.registry import kind_of_code
from ..document import Block, Document, Heading, Item, Items, Mark, Note, Section, Tone, line
from .registry import match_section
from .suggestions import ask_notes, offices_for, origin_text

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
        "ความแน่ใจ: ปานกลาง ชื่อหรืออำเภอในทะเบียน อปท. ใกล้เคียงแต่ไม่ตรง ดูให้แน่ว่าเป็นหน่วยงานเดียวกันก่อนใช้",
        "Certainty: medium; the registry has nearly this name or district. See that it is the same agency before you "
        "use it",
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
        "หาจากชื่อได้เมื่อมีทะเบียน อปท. เท่านั้น ดาวน์โหลดชุดข้อมูล dlads_05_01 ของ สถ. (data.go.th) แล้วใช้ saraban-check registry "
        "import ไฟล์ หรือระบุ --code",
        "A name can be looked up in a registry only; download DLA's dataset dlads_05_01 (data.go.th), then use "
        "saraban-check registry import FILE, or give --code",
    ),
    Certainty.NOT_LOCAL: Text(
        "หน่วยงานนี้ไม่มีรหัส อปท. จึงไม่มีอีเมลของ สถ. ใช้ saraban@โดเมนของหน่วยงานเอง ระบุ --website เพื่อดูที่อยู่",
        "This agency has no DLA code, so no address of DLA either; it uses saraban@ and its own domain: give --website",
    ),
}
_NO_CODE = Text(
    "ไม่มีรหัส {code} ในทะเบียน อปท. ที่ใช้ ตรวจรหัสกับ สถ. หรือหาจาก --name กับ --province โดยไม่ระบุ --code",
    "The registry has no code {code}; check it with DLA, or look the agency up by --name and --province without --code",
)
_TOO_LITTLE = Text(
    "ที่ระบุมายังบอกที่อยู่ไม่ได้ ระบุ --code หรือ --name กับ --province",
    "What was given tells no address; give --code, or --name and --province",
)
_NO_SITE = Text(
    "เว็บไซต์ “{website}” ใช้บอกที่อยู่ไม่ได้: ต้องเป็นโดเมนของหน่วยงานเอง ไม่ใช่หน้าบนเว็บไซต์ของผู้อื่น",
    "The website “{website}” tells no address: it has to be the agency's own domain, no page on another's site",
)
_ONE_LIKE_IT = Text(
    "มีหน่วยงานเดียวที่ชื่อคล้าย แต่ยังบอกไม่ได้ว่าเป็นหน่วยงานนี้",
    "One agency has a name like it, but it may not be the one that is meant",
)
_OTHER_KIND = Text(
    "ไม่พบหน่วยงานประเภทนี้ในทะเบียน อปท. ที่ใช้ แต่มีชื่อเดียวกันที่เป็นประเภทอื่น",
    "The registry has no such agency of this kind, but the same name as another kind",
)
_OTHER_DISTRICT = Text(
    "อำเภอที่ระบุ “{told}” ไม่มีหน่วยงานชื่อนี้", "In the district given, “{told}”, there is no agency of this name"
)
_NEARLY_DISTRICT = Text(
    "อำเภอที่ระบุ “{told}” ไม่ตรงกับทะเบียน (อ.{amphoe})",
    "The district given, “{told}”, is not quite the registry's (อ.{amphoe})",
)
_IF_IT = Text("ถ้าเป็นหน่วยงานในรายการ ระบุ --code ตามรายการ", "If it is one of these, give --code as listed")
_LONGEST = 80
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
_ASK_DGA = Text(
    "ถาม สพร. ทาง {line} แจ้งชื่อหน่วยงานและเว็บไซต์ ว่าเปิดบัญชี {address} แล้วหรือยัง และใครดูแล ถ้ายังไม่เปิด ขอจาก สพร. ได้ฟรี",
    "Ask DGA at {line}: give the agency's name and website, and ask whether {address} is open, and who looks after it; "
    "if it is not, DGA opens it free of charge",
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
        told = district_told(found.check.record)
        if told and not is_in_district(entry, told):
            yield Note(_NEARLY_DISTRICT.fill(told=told[:_LONGEST], amphoe=entry.amphoe), Tone.DOUBT)


def _steps(address: str) -> Iterator[Text]:
    local, _, domain = address.partition("@")
    if domain == "dla.go.th":
        yield _ASK_DLA.fill(line=offices_for(address)[0].line, code=local.removeprefix("saraban_"), address=address)
        yield _APPLY
    elif domain == "lgo.mail.go.th":
        yield _ASK_DGA.fill(line=offices_for(address)[0].line, address=address)
    else:
        yield _ASK_AGENCY.fill(address=address)
    yield _THEN


def _not_led(found: AddressLookup) -> Iterator[Section]:
    record, match = found.check.record, found.check.registry_match
    yield (Heading(_why_not(found), Tone.DOUBT, _DOUBT),)
    if match is not None and match.how is Likeness.AMBIGUOUS:
        several = found.certainty is Certainty.SEVERAL and len(match.entries) > 1
        yield *match_section(match, record.name.strip()), Note(_NARROW if several else _IF_IT)
    if record.website.strip() and found.certainty is not Certainty.CONTRADICTED:
        yield (Note(_NO_SITE.fill(website=record.website.strip()[:_LONGEST]), Tone.DOUBT),)
    if found.certainty is not Certainty.NOT_LOCAL:
        yield tuple(ask_notes(contacts()[:1]))


def _why_not(found: AddressLookup) -> Text:
    record, match = found.check.record, found.check.registry_match
    is_listed = match is not None and match.how is Likeness.AMBIGUOUS
    if found.certainty is Certainty.CONTRADICTED:
        if record.code is None:
            return _OTHER_DISTRICT.fill(told=district_told(record)[:_LONGEST])
        return _WHY_NOT[found.certainty].fill(code=record.code, whose=_whose(record.code, match))
    if found.certainty is Certainty.NOT_FOUND and is_listed:
        return _OTHER_KIND
    if found.certainty is Certainty.NOT_FOUND and record.code is not None:
        return _NO_CODE.fill(code=record.code)
    if found.certainty is Certainty.NO_REGISTRY and not record.name.strip():
        return _TOO_LITTLE
    if found.certainty is Certainty.SEVERAL and match is not None and len(match.entries) == 1:
        return _ONE_LIKE_IT
    return _WHY_NOT[found.certainty]


def _whose(code: str, match: NameMatch | None) -> Text:
    if match is not None and match.entry is not None:
        return _ONE.fill(name=match.entry.full_name, place=match.entry.place)
    return _ANY.fill(kind=kind_of_code(code).name, province=province_of(code).name)

"""An agency's address, looked up: which it is, how sure that is, and how to confirm it."""

from collections.abc import Iterator

from ...address.codes import province_of
from ...checks.address_lookup import AddressLookup, district_told, is_in_district
from ...model.certainty import Certainty
from ...model.registry import Likeness, NameMatch
from ...model.text import Text
from ...reference.steps import contacts
from ...registry.registry import kind_of_code
from ..document import Block, Document, Heading, Item, Mark, Note, Section, Tone
from .address_answer import is_local
from .address_steps import (
    command_item,
    get_one,
    give_code,
    give_website,
    numbered,
    providers_of,
    step_item,
    steps_to_use,
)
from .registry import match_section
from .suggestions import origin_text

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
    Certainty.SEVERAL: Text("มีหลายหน่วยงานที่อาจเป็นชื่อนี้", "several agencies may be meant by this name"),
    Certainty.CONTRADICTED: Text(
        "รหัส {code} ไม่ใช่ของหน่วยงานที่ระบุ เป็นรหัสของ{whose}",
        "code {code} is not that of this agency, but that of {whose}",
    ),
    Certainty.NOT_FOUND: Text("ไม่พบหน่วยงานนี้ในทะเบียน อปท. ที่ใช้", "the registry does not have this agency"),
    Certainty.NO_REGISTRY: Text(
        "หาจากชื่อได้เมื่อมีทะเบียน อปท. เท่านั้น", "a name can be looked up in a registry of local bodies only"
    ),
    Certainty.NOT_LOCAL: Text(
        "ค้นหาจากชื่อได้เฉพาะ อปท. หน่วยงานนี้ไม่ใช่ อปท. จึงไม่มีรหัสและไม่ได้อีเมลจาก สถ.",
        "only local bodies (อปท.) can be looked up by name; this is none, so it has no DLA code and no address of DLA",
    ),
}
_WHAT_THEN = {
    Certainty.SEVERAL: Text(
        "พิมพ์ต่อท้ายคำสั่งเดิมว่าแห่งใด: --province จังหวัด --amphoe อำเภอ หรือ --kind ประเภท หรือใช้รหัสตามรายการข้างบน",
        "Add to the command which is meant: --province, --amphoe or --kind; or give --code as listed above",
    ),
    Certainty.CONTRADICTED: Text(
        "ตรวจรหัส ชื่อ อำเภอ และจังหวัดที่ระบุ แล้วหาใหม่", "Look at the code, name, district and province given, and try again"
    ),
    Certainty.NOT_FOUND: Text(
        "ตรวจตัวสะกดของชื่อ ประเภท และจังหวัด หรือนำเข้าทะเบียนฉบับใหม่",
        "Look at the spelling, the kind and the province, or import a newer registry",
    ),
}
_IMPORT = Text(
    "หรือหาจากชื่อ: ดาวน์โหลดชุดข้อมูล dlads_05_01 ของ สถ. (data.go.th) แล้วใช้ saraban-check registry import ไฟล์",
    "Or look it up by name: download DLA's dataset dlads_05_01 (data.go.th), then use saraban-check registry import "
    "FILE",
)
_NO_CODE = Text("ไม่มีรหัส {code} ในทะเบียน อปท. ที่ใช้", "the registry has no code {code}")
_BY_NAME = Text(
    "ตรวจรหัสอีกครั้ง หรือหาจากชื่อ โดยพิมพ์ชื่อและจังหวัดของท่านแทน",
    "Look at the code again, or look the agency up by its name and province: put your own",
)
_TOO_LITTLE = Text("ที่ระบุมายังไม่พอ", "what was given tells no address")
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
_IF_IT = Text("ถ้าเป็นหน่วยงานในรายการ ใช้รหัสตามรายการ", "If it is one of these, give its code as listed")
_LONGEST = 80
_ANY = Text("{kind}ในจังหวัด{province}", "a {kind} in {province}")
_ONE = Text(" {name} {place}", "{name} {place}")
_ANSWER, _PROBABLY = Text("ใช้ {address}", "use {address}"), Text("น่าจะใช้ {address}", "probably {address}")
_NOT_TOLD = Text("ยังบอกไม่ได้: {why}", "cannot be told yet: {why}")
_ASK_FOR_IT = Text(
    "ถ้ายังไม่แน่ใจ ให้ สถ. บอกรหัสและที่อยู่ของหน่วยงาน", "If in doubt, let DLA tell the agency's code and address"
)
_GOOD, _DOUBT = Mark("→", Tone.GOOD), Mark("?", Tone.DOUBT)


def lookup_document(found: AddressLookup) -> Document:
    """The address with what it rests on and the steps to confirm it; else why there is none and what would tell."""
    return Document(_TITLE, tuple(_led_to(found) if found.certainty.has_address else _not_led(found)))


def _led_to(found: AddressLookup) -> Iterator[Section]:
    best, *others = found.check.suggestions
    is_sure = found.certainty in (Certainty.ISSUED, Certainty.REGISTRY)
    answer, mark = (_ANSWER, _GOOD) if is_sure else (_PROBABLY, _DOUBT)
    yield Heading(answer.fill(address=best.address), mark.tone, mark), *_agency(found)
    yield (
        Note(_HOW_SURE[found.certainty]),
        *(Note(_OR.fill(address=one.address, origin=origin_text(one))) for one in others),
    )
    yield (steps_to_use(best, is_local=is_local(found.check)),)


def _agency(found: AddressLookup) -> Iterator[Block]:
    match = found.check.registry_match
    if match is not None and match.entry is not None:
        entry = match.entry
        yield Note(_WHOSE.fill(code=entry.code, name=entry.full_name, place=entry.place))
        told = district_told(found.check.record)
        if told and not is_in_district(entry, told):
            yield Note(_NEARLY_DISTRICT.fill(told=told[:_LONGEST], amphoe=entry.amphoe), Tone.DOUBT)


def _not_led(found: AddressLookup) -> Iterator[Section]:
    record, match = found.check.record, found.check.registry_match
    yield (Heading(_NOT_TOLD.fill(why=_why_not(found)), Tone.DOUBT, _DOUBT),)
    if match is not None and match.how is Likeness.AMBIGUOUS:
        yield match_section(match, record.name.strip())
    if record.website.strip() and found.certainty is not Certainty.CONTRADICTED:
        yield (Note(_NO_SITE.fill(website=record.website.strip()[:_LONGEST]), Tone.DOUBT),)
    yield (numbered(*_what_then(found)),)


def _what_then(found: AddressLookup) -> Iterator[Item]:
    """What would tell the address, and who knows it; who is no local body gets one elsewhere."""
    record, match = found.check.record, found.check.registry_match
    if found.certainty is Certainty.NOT_LOCAL:
        if not record.website.strip():
            yield give_website()
        yield step_item(get_one(is_local=False), providers_of(None, is_local=False))
        return
    is_listed = match is not None and match.how is Likeness.AMBIGUOUS
    if match is not None and is_listed and (found.certainty is not Certainty.SEVERAL or len(match.entries) == 1):
        yield command_item(_IF_IT, "--code", match.entries[0].code)
    elif found.certainty is Certainty.NOT_FOUND and record.code is not None:
        yield command_item(_BY_NAME, "--name อบต.โพธิ์ตาก --province นครพนม")
    elif found.certainty is Certainty.NO_REGISTRY:
        yield give_code()
    else:
        yield step_item(_WHAT_THEN[found.certainty])
    yield step_item(_ASK_FOR_IT, contacts()[:1])
    if found.certainty is Certainty.NO_REGISTRY and record.name.strip():
        yield step_item(_IMPORT)


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

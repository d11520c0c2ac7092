"""SB3: the 8-digit DLA code in the address."""

from ..address.codes import can_have_type_of, has_type_of, is_eight_digits, is_possible, province_of, restore_zero
from ..model.finding import Finding, Rule, Severity, Standard
from ..model.text import Text
from ..reference.kinds import dla_type_digits, kinds, kinds_of_one
from .basis import FORMS, same
from .case import Case
from .sb3_registry import former_status_hint, name_mismatch, registry_finding, whose_hint

_REGULATION = (Standard.REGULATION,)
_DIGITS = 8

SB301 = Rule(
    code="SB301",
    name="code-not-8-digits",
    severity=Severity.ERROR,
    standards=_REGULATION,
    title=Text("รหัสไม่ครบ 8 หลัก", "The code has not 8 digits"),
    message=Text(
        "รหัสต้องเป็นตัวเลข 8 หลัก: พบ “{found}” ({count} ตัว){hint}",
        "The code must be 8 digits: found “{found}” ({count} characters){hint}",
    ),
    why=Text(
        "รหัส อปท. ของ สถ. มี 8 หลักและขึ้นต้นด้วย 0 โปรแกรมตารางคำนวณมักตัด 0 ตัวหน้าทิ้ง",
        "A DLA code has 8 digits and begins with 0, which spreadsheets like to drop.",
    ),
    mend=Text(
        "ตรวจรหัสแล้วเขียนเป็นตัวเลขให้ครบ 8 หลัก ติดกัน รวม 0 ตัวหน้า",
        "Look the code up and write its 8 digits in one piece, the leading 0 too, with no letter for a digit.",
    ),
    basis=FORMS,
    wrong=same("saraban_6820101@dla.go.th"),
    right=same("saraban_06820101@dla.go.th"),
)

SB302 = Rule(
    code="SB302",
    name="code-impossible",
    severity=Severity.ERROR,
    standards=_REGULATION,
    title=Text("ไม่มีรหัสแบบนี้", "No such code can exist"),
    message=Text("รหัส {code} เป็นไปไม่ได้: {reason}", "Code {code} cannot exist: {reason}"),
    why=Text(
        "สองหลักแรกคือประเภท (02-06) สองหลักถัดมาคือจังหวัด",
        "The first two digits are the type (02 to 06), the next two the province.",
    ),
    mend=Text("ตรวจรหัส 8 หลักของหน่วยงานกับ สถ.", "Check the agency's 8-digit code with DLA."),
    basis=FORMS,
    wrong=same("saraban_09480115@dla.go.th"),
    right=same("saraban_06480115@dla.go.th"),
)

SB303 = Rule(
    code="SB303",
    name="code-of-another-agency",
    severity=Severity.ERROR,
    standards=_REGULATION,
    title=Text("รหัสของหน่วยงานอื่น", "Another agency's code"),
    message=Text(
        "รหัส {code} ในที่อยู่ไม่ตรงกับรหัสของหน่วยงาน ({own}){hint}",
        "Code {code} in the address is not the agency's own ({own}){hint}",
    ),
    why=Text(
        "อีเมลที่มีรหัสของหน่วยงานอื่น หนังสือจะไปถึงหน่วยงานนั้นแทน",
        "With another agency's code, letters go to that agency.",
    ),
    mend=Text("ใช้รหัสของหน่วยงานเอง", "Use the agency's own code."),
    basis=FORMS,
    wrong=Text("saraban_06480116@dla.go.th ของหน่วยงานรหัส 06480115", "saraban_06480116@dla.go.th of agency 06480115"),
    right=same("saraban_06480115@dla.go.th"),
)

SB304 = Rule(
    code="SB304",
    name="code-of-another-province",
    severity=Severity.ERROR,
    standards=_REGULATION,
    title=Text("รหัสของจังหวัดอื่น", "Another province's code"),
    message=Text(
        "รหัส {code} เป็นของจังหวัด{found} แต่หน่วยงานอยู่จังหวัด{own}{hint}",
        "Code {code} belongs to {found}, but the agency is in {own}{hint}",
    ),
    why=Text("หลักที่ 3-4 ของรหัสคือจังหวัด", "Digits 3 and 4 of the code are the province."),
    mend=Text("ตรวจรหัสกับ สถ. หรือแก้จังหวัดของหน่วยงาน", "Check the code with DLA, or mend the province."),
    basis=FORMS,
    wrong=Text(
        "saraban_06480115@dla.go.th ของหน่วยงานในจังหวัดเชียงใหม่", "saraban_06480115@dla.go.th of an agency in Chiang Mai"
    ),
    right=Text(
        "saraban_06480115@dla.go.th ของหน่วยงานในจังหวัดนครพนม", "saraban_06480115@dla.go.th of an agency in Nakhon Phanom"
    ),
)

SB305 = Rule(
    code="SB305",
    name="code-of-former-status",
    severity=Severity.WARNING,
    standards=_REGULATION,
    title=Text("รหัสของสถานะเดิม", "The former status's code"),
    message=Text(
        "รหัส {code} เป็นรหัสของ{found} แต่หน่วยงานเป็น{own}{hint}",
        "Code {code} is that of a {found}, but the agency is a {own}{hint}",
    ),
    why=Text(
        "อปท. ที่ยกฐานะได้รหัสใหม่ ที่อยู่เดิมยังมีเลขประเภทเดิม",
        "An upgraded agency gets a new code; the old address still bears the old type digit.",
    ),
    mend=Text(
        "ถ้ายกฐานะแล้ว ขออีเมลใหม่ด้วยรหัสใหม่และทำประกาศใหม่",
        "If it was upgraded: get a new address with the new code, and issue a new notice.",
    ),
    basis=FORMS,
    wrong=Text("saraban_06130408@dla.go.th ของเทศบาลตำบล", "saraban_06130408@dla.go.th of a subdistrict municipality"),
    right=Text("saraban_05130408@dla.go.th ของเทศบาลตำบล", "saraban_05130408@dla.go.th of a subdistrict municipality"),
    doubts_address=True,
    contradicts_record=True,
    is_noted=True,
)

_LOST_ZERO = (
    Text(" ขาด 0 ตัวหน้า", "; the leading 0 is missing"),
    Text("เติม 0 หน้ารหัสให้ครบ 8 หลัก", "Add the 0 in front, so that it has 8 digits."),
)
_OTHER_LOST = (
    Text(" ขึ้นต้นด้วย 0 อยู่แล้ว จึงขาดเลขตัวอื่นไปหนึ่งตัว", "; the leading 0 is there, so another digit is missing"),
    Text("ตรวจรหัสของหน่วยงานแล้วเติมหลักที่ขาดไป", "Look the code up and put in the digit that is missing."),
)
_TOO_MANY = (
    Text(" เกินมา {count} ตัว", "; {count} too many"),
    Text("ตรวจรหัสของหน่วยงานแล้วตัดหลักที่เกินออก", "Look the code up and take out what is too many."),
)
_LETTERS = (
    Text(" มีตัวอักษรปนอยู่", "; a letter stands among them"),
    Text("ใช้ตัวเลข 8 หลักเท่านั้น ไม่ใช้ตัวอักษรแทนตัวเลข", "Use 8 digits only, and no letter in place of a digit."),
)
_MARKS = (
    Text(" มีเครื่องหมายอื่นปนอยู่", "; something else stands among them"),
    Text("เขียนตัวเลข 8 หลักติดกัน ไม่มีเครื่องหมายคั่น", "Write the 8 digits in one piece, with no mark among them."),
)
_TOO_FEW = (
    Text("", ""),
    Text("ตรวจรหัสของหน่วยงานแล้วเขียนให้ครบ 8 หลัก", "Look the code up and write all its 8 digits."),
)
_NONE = Text("", "")
_BAD_TYPE = Text("ไม่มีประเภท {found} (ต้องเป็น 02-06)", "there is no type {found} (02 to 06)")
_BAD_PROVINCE = Text("ไม่มีจังหวัดรหัส {found}", "there is no province {found}")
_NO_CODE = Text("หน่วยงานประเภทนี้ไม่มีรหัส", "this kind of agency has none")
_NEVER = Text(
    "รหัสของ{kind}ขึ้นต้นด้วย {own} และไม่เคยหรือจะขึ้นต้นด้วย {found}",
    "that of a {kind} begins with {own}, and never with {found}",
)
_THE_ONLY = Text("เป็นรหัสเดียวของ{kind}", "it is the only one of {kind}")
_FORMER = Text(" อาจเป็นรหัสก่อนยกฐานะ", "; perhaps the code before an upgrade")


def code_finding(case: Case) -> Finding | None:
    """SB301 … SB307: the first that fits; each takes for granted what the ones before it have ruled out."""
    code = case.code_text
    if code is None:
        return None
    if not is_eight_digits(code):
        return _not_8_digits(case, code)
    if not is_possible(code):
        return _impossible(case, code)
    return (
        _of_another_agency(case, code)
        or _of_another_province(case, code)
        or _of_former_status(case, code)
        or _by_registry(case, code)
    )


def _not_8_digits(case: Case, text: str) -> Finding:
    span = case.span_of(text)
    as_typed = case.shape.value[slice(*span)] if span else text
    hint, mend = _what_is_wrong(text)
    parts = {"found": as_typed, "count": len(text), "hint": hint, "mend": mend}
    return Finding(SB301, "address", parts, span)


def _what_is_wrong(text: str) -> tuple[Text, Text]:
    """What is wrong with a text in the code's place, and how to mend just that."""
    if not text.isdigit():
        return _LETTERS if any(c.isalpha() for c in text) else _MARKS
    if restore_zero(text):
        return _LOST_ZERO
    if len(text) == _DIGITS - 1 and text.startswith("0"):
        return _OTHER_LOST
    if len(text) < _DIGITS:
        return _TOO_FEW
    return _TOO_MANY[0].fill(count=len(text) - _DIGITS), _TOO_MANY[1]


def _impossible(case: Case, code: str) -> Finding:
    if code[:2] not in dla_type_digits():
        reason = Text(_BAD_TYPE.th.format(found=code[:2]), _BAD_TYPE.en.format(found=code[:2]))
    else:
        reason = Text(_BAD_PROVINCE.th.format(found=code[2:4]), _BAD_PROVINCE.en.format(found=code[2:4]))
    return Finding(SB302, "address", {"code": code, "reason": reason}, case.span_of(code))


def _of_another_agency(case: Case, code: str) -> Finding | None:
    own, kind = case.record.code, case.record.kind
    if kind is not None and kind.type_digits is None and own is None:  # whoever has a code may be called สำนักท้อน
        return Finding(SB303, "address", {"code": code, "own": _NO_CODE, "hint": _NONE}, case.span_of(code))
    own = own or (kind.only_code if kind is not None else None)
    if own is None and kind is not None and not has_type_of(code, kind) and not can_have_type_of(code, kind):
        other = kinds_of_one().get(code)
        never = _NEVER.fill(kind=kind.name, own=kind.type_digits, found=code[:2])
        parts = {"code": code, "own": never if other is None else _THE_ONLY.fill(kind=other.name)}
        return Finding(SB303, "address", {**parts, "hint": whose_hint(case.registry, code)}, case.span_of(code))
    if own is None or code == own:
        return None
    hint = _FORMER if code[:2] != own[:2] and code[2:6] == own[2:6] else whose_hint(case.registry, code)
    return Finding(SB303, "address", {"code": code, "own": own, "hint": hint}, case.span_of(code))


def _of_another_province(case: Case, code: str) -> Finding | None:
    province = case.record.province
    if province is None or code[2:4] == province.code:
        return None
    hint = whose_hint(case.registry, code)
    parts = {"code": code, "found": province_of(code).name, "own": province.name, "hint": hint}
    return Finding(SB304, "address", parts, case.span_of(code))


def _of_former_status(case: Case, code: str) -> Finding | None:
    kind = case.record.kind
    if kind is None or has_type_of(code, kind):
        return None
    span = case.span_of(code)
    if case.registry is not None and (other := name_mismatch(case.registry, code, case.record, "address", span)):
        return other
    former = next(k for k in kinds().values() if k.type_digits == code[:2])
    hint = former_status_hint(case.registry, code, case.record)
    parts = {"code": code, "found": former.name, "own": kind.name, "hint": hint}
    return Finding(SB305, "address", parts, span)


def _by_registry(case: Case, code: str) -> Finding | None:
    if case.registry is None:
        return None
    return registry_finding(case.registry, code, case.record, "address", case.span_of(code))


RULES = (SB301, SB302, SB303, SB304, SB305)

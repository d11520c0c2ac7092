"""SB306, SB307: the code looked up in the registry of local agencies, where one is loaded."""

from typing import TYPE_CHECKING

from ..model.finding import Finding, Rule, Severity, Standard
from ..model.record import AgencyRecord
from ..model.text import Text
from ..model.verdict import AddressVerdict, Form
from .basis import DATA, same

if TYPE_CHECKING:
    from ..model.registry import RegistryEntry
    from ..registry.registry import Registry

_DATA = (Standard.DATA,)

SB306 = Rule(
    code="SB306",
    name="code-not-in-registry",
    severity=Severity.WARNING,
    standards=_DATA,
    title=Text("ไม่มีรหัสนี้ในทะเบียน อปท.", "The registry does not hold the code"),
    message=Text("ไม่มีรหัส {code} ในทะเบียน อปท. ที่ใช้{hint}", "Code {code} is not in the registry{hint}"),
    why=Text(
        "รหัสอาจพิมพ์ผิด หรือหน่วยงานยกฐานะแล้วและได้รหัสใหม่ แต่ทะเบียนอาจยังไม่ทันสมัย จึงเป็นเพียงข้อควรตรวจ",
        "It may be mistyped, or the agency was upgraded and has a new code; but registries lag, so it is a hint only.",
    ),
    mend=Text("ตรวจรหัสกับ สถ. และนำเข้าทะเบียนฉบับล่าสุด", "Check the code with DLA, and import the latest registry."),
    basis=DATA,
    wrong=Text(
        "saraban_06489999@dla.go.th เมื่อทะเบียนไม่มีรหัส 06489999",
        "saraban_06489999@dla.go.th where the registry has no 06489999",
    ),
    right=Text(
        "saraban_06480115@dla.go.th เมื่อทะเบียนมีรหัสนี้", "saraban_06480115@dla.go.th where the registry has that code"
    ),
    doubts_address=True,
    is_noted=True,
)

SB307 = Rule(
    code="SB307",
    name="code-name-mismatch",
    severity=Severity.WARNING,
    standards=_DATA,
    title=Text("รหัสนี้ในทะเบียนเป็นของชื่ออื่น", "The registry gives the code another name"),
    message=Text(
        "รหัส {code} ในทะเบียนเป็นของ {owner} ไม่ใช่ “{name}”{hint}",
        "By the registry code {code} is that of {owner}, not of “{name}”{hint}",
    ),
    why=Text(
        "ถ้าเป็นรหัสของหน่วยงานอื่น หนังสือจะไปถึงหน่วยงานนั้น แต่ชื่ออาจเพิ่งเปลี่ยน จึงเป็นเพียงข้อควรตรวจ",
        "If the code is another agency's, letters go there; but a name may have changed lately, so it is a hint only.",
    ),
    mend=Text("ตรวจว่ารหัสหรือชื่อของหน่วยงาน ข้อใดผิด", "See which is wrong, the code or the name."),
    basis=DATA,
    wrong=Text(
        "saraban_06480115@dla.go.th ในแถวของ อบต.บ้านใหม่ เมื่อทะเบียนให้รหัสนี้แก่ อบต.อื่น",
        "saraban_06480115@dla.go.th in the row of อบต.บ้านใหม่, where the registry gives that code to another อบต.",
    ),
    right=Text("รหัสและชื่อตรงกับทะเบียน", "code and name are as in the registry"),
    doubts_address=True,
    contradicts_record=True,
    is_noted=True,
)

RULES = (SB306, SB307)

_NO_HINT = Text("", "")
_UPGRADED = Text(
    " แต่มี{new} รหัส {code}: อาจยกฐานะแล้ว (กลุ่ม W)", ", which has {new}, code {code}: perhaps upgraded (group W)"
)
_ITS_CODE = Text(" (ทะเบียนมี {name} รหัส {code})", " (the registry has {name}, code {code})")
_FORMER = Text(": อาจยกฐานะแล้ว (กลุ่ม W)", ": probably upgraded (group W)")
_FROM_TO = Text(
    ": อาจยกฐานะแล้ว (กลุ่ม W) รหัสเดิม {old} รหัสใหม่ {new} ({name})",
    ": probably upgraded (group W), old code {old}, new code {new} ({name})",
)
_SAME_CODE = Text(
    ": อาจยกฐานะแล้ว (กลุ่ม W) แต่ทะเบียนยังใช้รหัสเดิมนี้กับ {owner}",
    ": probably upgraded (group W), but the registry still has this old code for {owner}",
)
_OWN_CODE = Text(
    ": ทะเบียนมี {owner} ด้วยรหัส {code} ตรวจเลขประเภทในที่อยู่",
    ": the registry has {owner} with code {code}; check the digits",
)
_LIVING = Text(
    ": ในทะเบียนรหัสนี้เป็นของ {owner} ตรวจประเภทหรือรหัส", ": by the registry this is the code of {owner}; check kind or code"
)
_WHOSE = Text(" (ในทะเบียน {code} เป็นของ {owner})", " (by the registry {code} is that of {owner})")


def owner_text(entry: "RegistryEntry") -> Text:
    """`อบต.ท่าข้าม อ.หาดใหญ่ จ.สงขลา`."""
    return same(f"{entry.full_name} {entry.place}")


def registry_finding(
    registry: "Registry", code: str, record: AgencyRecord, field: str, span: tuple[int, int] | None = None
) -> Finding | None:
    """SB306 or SB307 of a possible 8-digit code that nothing in the record contradicts."""
    if registry.confirms(code, record.name):
        return None
    entry = registry.find(code)
    if entry is None:
        new = _new_status(registry, code, record)
        hint = _NO_HINT if new is None else _UPGRADED.fill(new=new.full_name, code=new.code)
        return Finding(SB306, field, {"code": code, "hint": hint}, span)
    return name_mismatch(registry, code, record, field, span)


def name_mismatch(
    registry: "Registry", code: str, record: AgencyRecord, field: str, span: tuple[int, int] | None = None
) -> Finding | None:
    """SB307 of a code that the registry holds."""
    entry = registry.find(code)
    if entry is None or not record.name.strip() or _is_english(record.name):
        return None
    named = registry.same_name(record)
    if entry in named or (not named and _is_named(entry, record)):
        return None
    hint = _ITS_CODE.fill(name=named[0].full_name, code=named[0].code) if len(named) == 1 else _NO_HINT
    parts = {"code": code, "owner": owner_text(entry), "name": record.name.strip(), "hint": hint}
    return Finding(SB307, field, parts, span)


def _is_english(name: str) -> bool:
    from ..reference.folding import is_english  # only with a registry, which most runs have none of

    return is_english(name)


def _is_named(entry: "RegistryEntry", record: AgencyRecord) -> bool:
    from ..registry.agreement import is_named  # only a name that is not written as usual needs it

    return is_named(entry, record.name, record.kind)


def _new_status(registry: "Registry", code: str, record: AgencyRecord) -> "RegistryEntry | None":
    from ..registry.upgrades import new_status  # only a code that is not there needs it

    return new_status(registry, code, record)


def former_status_hint(registry: "Registry | None", code: str, record: AgencyRecord) -> Text:
    """What follows from a code that bears another type digit than the agency's kind (SB305), and what the registry
    says of it.
    """
    if registry is None:
        return _FORMER
    entry = registry.find(code)
    if entry is not None:
        return (_SAME_CODE if entry.kind == record.kind else _LIVING).fill(owner=owner_text(entry))
    new = _new_status(registry, code, record)
    if new is not None:
        return _FROM_TO.fill(old=code, new=new.code, name=new.full_name)
    own = [one for one in registry.same_name(record) if one.kind == record.kind]
    return _OWN_CODE.fill(owner=owner_text(own[0]), code=own[0].code) if len(own) == 1 else _FORMER


def whose_hint(registry: "Registry | None", code: str) -> Text:
    """Whose the code is that stands in another agency's address (SB303, SB304)."""
    entry = None if registry is None else registry.find(code)
    return _NO_HINT if entry is None else _WHOSE.fill(code=code, owner=owner_text(entry))


def own_code_finding(registry: "Registry", record: AgencyRecord, verdict: AddressVerdict) -> Finding | None:
    """SB306 or SB307 of the record's own code, where the address does not bear it and so was not asked about it."""
    code = record.code
    if code is None or (verdict.form is Form.DLA and code in (verdict.value or "")):
        return None
    if any(f.rule in RULES and f.parts["code"] == code for f in verdict.findings):
        return None  # said of the address already
    return registry_finding(registry, code, record, "code")

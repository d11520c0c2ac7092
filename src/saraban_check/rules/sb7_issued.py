"""SB7: the stated address against the ones issued centrally (สถ., สพร.)."""

from ..model.finding import Finding, Rule, Severity, Standard
from ..model.text import Text
from ..model.verdict import AddressState, AddressVerdict
from .basis import FORMS, same

_METHODS = (Standard.METHODS,)

SB701 = Rule(
    code="SB701",
    name="differs-from-issued",
    severity=Severity.WARNING,
    standards=_METHODS,
    title=Text("ไม่ตรงกับอีเมลที่หน่วยงานกลางออกให้", "Differs from the issued address"),
    message=Text(
        "“{stated}” ถูกรูปแบบ แต่ไม่ตรงกับที่หน่วยงานกลางออกให้: {issued}",
        "“{stated}” is correct in form, but another was issued centrally: {issued}",
    ),
    why=Text("ควรใช้อีเมลที่ สถ. ออกให้เป็นอันดับแรก", "The address that DLA issued comes first."),
    mend=Text("ตรวจว่าใช้บัญชีใดอยู่จริง และประกาศบัญชีนั้น", "See which account is in use, and announce that one."),
    basis=FORMS,
    wrong=Text(
        "ประกาศ saraban@donkhueang.go.th แต่ สถ. ออก saraban_05471201@dla.go.th",
        "saraban@donkhueang.go.th is stated, saraban_05471201@dla.go.th was issued",
    ),
    right=same("saraban_05471201@dla.go.th"),
)

SB702 = Rule(
    code="SB702",
    name="issued-address-available",
    severity=Severity.INFO,
    standards=_METHODS,
    title=Text("มีอีเมลที่ออกให้แล้ว ใช้ได้เลย", "An issued address exists"),
    message=Text(
        "หน่วยงานกลางออกอีเมลให้แล้ว ใช้ได้เลย: {issued}",
        "An address was already issued centrally; use it: {issued}",
    ),
    why=Text(
        "นำอีเมลที่ออกให้แล้วไปจัดทำประกาศฯ ม.10 ได้เลย ไม่ต้องขอใหม่",
        "The issued address can go straight into the notice; nothing has to be applied for.",
    ),
    mend=Text("ใช้ที่อยู่นั้น ของ สถ. ก่อน", "Use it, DLA's first."),
    basis=FORMS,
    wrong=Text(
        "ระบุ thungsong103@gmail.com แต่ สถ. ออก saraban_04801201@dla.go.th ให้แล้ว",
        "thungsong103@gmail.com is stated, saraban_04801201@dla.go.th was issued",
    ),
    right=same("saraban_04801201@dla.go.th"),
)

RULES = (SB701, SB702)


def issued_finding(verdict: AddressVerdict, issued: tuple[str, ...]) -> Finding | None:
    """How the judged address stands to the correct ones that were issued (best first)."""
    if not issued or verdict.state is AddressState.UNKNOWN:
        return None
    named = " ".join(issued)
    if verdict.state is not AddressState.CORRECT:
        return Finding(SB702, "issued", {"issued": named})
    value = (verdict.value or "").casefold()
    if value in (address.casefold() for address in issued):
        return None
    return Finding(SB701, "issued", {"stated": verdict.value, "issued": named})

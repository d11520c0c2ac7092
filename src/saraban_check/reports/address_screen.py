"""The screen after `address`: the verdict, each finding with the offending part pointed at, and what to use."""

from collections.abc import Iterator

from ..checks.address_check import AddressCheck
from ..model.delivery import DomainAnswer, Reception
from ..model.finding import Severity
from ..model.registry import Likeness
from ..model.text import Lang, Text
from ..model.verdict import AddressState, Form, Origin
from ..reference.our_columns import OUR_COLUMNS
from ..reference.steps import contacts
from .escape import for_terminal
from .finding_lines import finding_lines
from .group_names import candidates_text
from .layout import wrap
from .style import Style
from .suggestion_lines import (
    CONFIRM,
    GET_ONE,
    ORIGINS,
    USE_INSTEAD,
    contact_lines,
    origin_text,
    suggestion_lines,
)

__all__ = ["ORIGINS", "origin_text", "render_address_check"]  # others know the first two from here

_VERDICTS = {
    AddressState.CORRECT: (Text("✓ ถูกต้อง", "✓ correct"), "green"),
    AddressState.INCORRECT: (Text("✗ ไม่ถูกต้อง", "✗ not correct"), "red"),
    AddressState.MISSING: (Text("✗ ไม่มีที่อยู่อีเมล", "✗ no address"), "red"),
    AddressState.UNKNOWN: (Text("? อ่านไม่ได้", "? cannot be read"), "yellow"),
}
_RECEIVES_NONE = (Text("✗ ถูกต้อง แต่โดเมนรับอีเมลไม่ได้", "✗ correct, but the domain cannot receive mail"), "red")
_FORMS = {
    Form.DLA: Text("รูปแบบของ สถ. (saraban_รหัส 8 หลัก@dla.go.th)", "DLA's form (saraban_CODE@dla.go.th)"),
    Form.LGO: Text("รูปแบบของ สพร. (saraban-ชื่อ@lgo.mail.go.th)", "DGA's form (saraban-NAME@lgo.mail.go.th)"),
    Form.OWN_DOMAIN: Text("บนโดเมนของหน่วยงานเอง (saraban@โดเมน)", "on the agency's own domain (saraban@DOMAIN)"),
}
_USE_ISSUED = Text("หน่วยงานกลางออกที่อยู่นี้ให้แล้ว", "This one was issued centrally")
_PERHAPS = Text("ถ้ารหัสผิด ที่อยู่ที่ตรงกับทะเบียนคือ", "If the code is wrong, this is the one of the registry")
_MEND = Text("วิธีแก้", "To mend")
_SERVERS = Text("เซิร์ฟเวอร์อีเมล", "Mail servers")
_RECEPTION_MARKS = {Reception.CAN: ("✓", "green"), Reception.UNKNOWN: ("?", "yellow")}
_POSSIBLE = Text("กลุ่มที่ยังเป็นไปได้: {groups}", "Groups that remain possible: {groups}")
_DEPENDS = Text("ขึ้นกับประกาศฯ ม.10 การลง info.go.th และสถานะการส่ง", "depends on the notice, its posting and delivery")
_THEN = Text(
    "จากนั้น ออกประกาศฯ ม.10 ที่ระบุที่อยู่ที่ถูกต้อง แล้วนำลงระบบ info.go.th",
    "Then issue a section-10 notice that states the correct address, and post it in info.go.th",
)
_NEXT = Text(
    "ขั้นต่อไป: ตรวจว่าประกาศฯ ม.10 ระบุที่อยู่นี้ และลงในระบบ info.go.th แล้ว",
    "Next: see that the section-10 notice states this address, and that it is posted in info.go.th",
)
_MAKE_IT_RECEIVE = Text(
    "ขั้นต่อไป: ทำให้โดเมนรับอีเมลได้ หรือใช้ที่อยู่อื่นที่ถูกต้อง ก่อนออกประกาศฯ ม.10 ที่ระบุที่อยู่",
    "Next: have the domain receive mail, or use another correct address, before the section-10 notice states it",
)
_DEPENDS_LESS = Text("ขึ้นกับประกาศฯ ม.10 และการลง info.go.th", "depends on the notice and its posting")
_NARROW = Text(
    "ระบุ --province --amphoe หรือ --kind เพิ่ม เพื่อให้ได้ที่อยู่ที่แนะนำ",
    "Add --province, --amphoe or --kind, and an address can be suggested",
)
_FIRST = Text(
    "ก่อนอื่น ตรวจรหัสกับ สถ. ที่อยู่ถูกรูปแบบ แต่อาจไม่ใช่ของหน่วยงานนี้",
    "First check the code with DLA: the address is correct in form, but may not be this agency's",
)
_FILL = Text(
    "ถ้ารู้รหัสหรือเว็บไซต์ของหน่วยงาน ใส่ --code หรือ --website เพื่อให้ได้คำแนะนำที่แม่นขึ้น",
    "With --code or --website of the agency the suggestion gets better",
)


def render_address_check(check: AddressCheck, lang: Lang, style: Style) -> str:
    """What is to be said of one address, and of its domain if DNS was asked."""
    return "\n".join(_lines(check, lang, style)) + "\n"


def _lines(check: AddressCheck, lang: Lang, style: Style) -> Iterator[str]:
    verdict = check.verdict
    receives_none = check.receives_none
    is_useless = receives_none and verdict.state is AddressState.CORRECT
    text, color = _RECEIVES_NONE if is_useless else _VERDICTS[verdict.state]
    shown = for_terminal(verdict.value if verdict.value is not None else verdict.raw.strip())
    yield f"{style.paint(text.say(lang), 'bold', color)}  {style.paint(shown, 'bold')}"
    if verdict.form is not None and verdict.state is AddressState.CORRECT:
        yield "  " + _FORMS[verdict.form].say(lang)
    if (same := check.matches_issued) is not None:
        from .issued_texts import SAID

        yield "  " + SAID[same].say(lang)
    for finding in verdict.findings:
        yield ""
        mends = finding.severity is Severity.ERROR or finding.rule.doubts_address
        yield from finding_lines(finding, verdict.value, lang, style, mends=mends)
    if check.suggestions:
        yield ""
        title = (
            USE_INSTEAD if verdict.state is not AddressState.CORRECT else _USE_ISSUED if _is_issued(check) else _PERHAPS
        )
        yield from suggestion_lines(title, check.suggestions, lang, style)
    yield from _by_name(check, lang, style)
    if check.domain is not None and not receives_none:  # else SB604 says all
        yield ""
        yield from _dns(check.domain, lang, style)
    if verdict.state in (AddressState.INCORRECT, AddressState.MISSING):
        yield from _help(check, lang, style)
    else:
        yield ""
        doubted = any(finding.rule.doubts_address for finding in verdict.findings)
        follows = _MAKE_IT_RECEIVE if receives_none else _FIRST if doubted else _NEXT
        yield from wrap(follows.say(lang), style.width, 2)
    yield ""
    groups = candidates_text(check.outcome.candidates, check.outcome.may_be_outside, lang)
    yield from wrap(
        f"{_POSSIBLE.say(lang, groups=groups)} ({(_DEPENDS_LESS if receives_none else _DEPENDS).say(lang)})",
        style.width,
        2,
    )


def _is_issued(check: AddressCheck) -> bool:
    return check.suggestions[0].origin is Origin.ISSUED


def _by_name(check: AddressCheck, lang: Lang, style: Style) -> Iterator[str]:
    """What the agency is in the registry, by its code, its name, or the code in the address."""
    match = check.registry_match
    if match is None:
        return
    from ..report.render.screen import render_screen
    from ..report.views.registry import match_document
    from .registry_notes import registered

    yield ""
    if match.how is not Likeness.AMBIGUOUS:
        place = f" {match.entries[0].place}" if match.how is Likeness.EXACT else ""
        said = for_terminal(f"{OUR_COLUMNS['registered'].heading.say(lang)}: {registered(match, lang)}{place}")
        yield from wrap(said, style.width, 2)
        return
    yield render_screen(match_document(match, check.record.name.strip()), lang, style).rstrip("\n")
    yield from wrap(_NARROW.say(lang), style.width, 2)


def _dns(answer: DomainAnswer, lang: Lang, style: Style) -> Iterator[str]:
    """What DNS says of a domain that it does not rule out; mail servers and policies are information."""
    from .dns_texts import domain_text, policies_text, what_to_do

    mark, color = _RECEPTION_MARKS[answer.reception]
    first, *rest = wrap(f"DNS: {for_terminal(domain_text(answer).say(lang))}", style.width - 4, 0)
    yield f"  {style.paint(mark, color)} {first}"
    further = list(rest)
    if answer.mail_servers:
        further += wrap(f"{_SERVERS.say(lang)}: {for_terminal(', '.join(answer.mail_servers))}", style.width - 4, 2)
    if (policies := policies_text(answer)) is not None:
        further.append(policies.say(lang))
    if (help_ := what_to_do(answer)) is not None:
        further += wrap(f"{_MEND.say(lang)}: {help_.say(lang)}", style.width - 4, 2)
    yield from (" " * 4 + line for line in further)


def _help(check: AddressCheck, lang: Lang, style: Style) -> Iterator[str]:
    yield ""
    if any(suggestion.origin is not Origin.ISSUED for suggestion in check.suggestions):
        yield from wrap(CONFIRM.say(lang), style.width, 2)
    if not check.suggestions:
        yield from wrap(GET_ONE.say(lang), style.width, 2)
        if not check.record.code and not check.record.website:
            yield from wrap(_FILL.say(lang), style.width, 2)
    yield from wrap(_THEN.say(lang), style.width, 2)
    yield from contact_lines(contacts()[:2], lang, style)

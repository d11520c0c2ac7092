"""One checked address: whether it can be used, what to use instead, what is wrong with it, and what to do now."""

from collections.abc import Iterator, Sequence

from ...checks.address_check import AddressCheck
from ...model.delivery import DomainAnswer, Reception
from ...model.finding import Family, Finding, Severity
from ...model.lazy_pattern import lazy_pattern
from ...model.text import Text
from ...model.verdict import AddressState, Form
from ...reference.steps import steps
from ..document import Block, Document, Findings, Hint, Item, Items, Mark, Note, Section, Tone, both, line
from ..words.group_names import candidates_text
from ..words.issued_texts import SAID
from .address_answer import answer_heading, is_local
from .address_steps import (
    WEBSITE,
    command_item,
    give_code,
    give_website,
    log_in,
    numbered,
    providers_of,
    step_item,
    steps_to_use,
)
from .findings import found_of
from .suggestions import origin_text

_TITLE = Text("ที่อยู่อีเมล", "E-mail address")
_ORIGIN = Text("({origin})", "({origin})")
_OR = Text("หรือ {address} ({origin})", "or {address} ({origin})")
_REGISTERED = Text("{heading}: {found}{place}", "{heading}: {found}{place}")
_DNS = Text("DNS: {said}", "DNS: {said}")
_FORMS = {
    Form.DLA: Text("รูปแบบของ สถ. (saraban_รหัส 8 หลัก@dla.go.th)", "DLA's form (saraban_CODE@dla.go.th)"),
    Form.LGO: Text("รูปแบบของ สพร. (saraban-ชื่อ@lgo.mail.go.th)", "DGA's form (saraban-NAME@lgo.mail.go.th)"),
    Form.OWN_DOMAIN: Text("บนโดเมนของหน่วยงานเอง (saraban@โดเมน)", "on the agency's own domain (saraban@DOMAIN)"),
}
_MEND = Text("วิธีแก้: {how}", "To mend: {how}")
_SERVERS = Text("เซิร์ฟเวอร์อีเมล: {names}", "Mail servers: {names}")
_RECEPTION_MARKS = {Reception.CAN: Mark("✓", Tone.GOOD), Reception.UNKNOWN: Mark("?", Tone.DOUBT)}
_POSSIBLE = Text("กลุ่มที่ยังเป็นไปได้: {groups} ({depends})", "Groups that remain possible: {groups} ({depends})")
_DEPENDS = Text("ขึ้นกับประกาศฯ ม.10 การลง info.go.th และสถานะการส่ง", "depends on the notice, its posting and delivery")
_DEPENDS_LESS = Text("ขึ้นกับประกาศฯ ม.10 และการลง info.go.th", "depends on the notice and its posting")
_SEE_NOTICE = Text(
    "ตรวจว่าประกาศฯ ม.10 ระบุที่อยู่นี้ และลงในระบบ info.go.th แล้ว",
    "See that the section-10 notice states this address, and that it is posted in info.go.th",
)
_SEE_RIGHT = Text(
    "ตรวจว่าประกาศฯ ม.10 ระบุที่อยู่ที่ถูกต้อง และลงในระบบ info.go.th แล้ว",
    "See that the section-10 notice states the correct address, and that it is posted in info.go.th",
)
_MEND_DOMAIN = Text(
    "ทำให้โดเมนรับอีเมลได้ หรือใช้ที่อยู่อื่นที่ถูกต้อง ก่อนออกประกาศฯ ม.10 ที่ระบุที่อยู่",
    "Have the domain receive mail, or use another correct address, before the section-10 notice states it",
)
_CHECK_CODE = Text(
    "ตรวจรหัสกับ สถ. ที่อยู่ถูกรูปแบบ แต่อาจไม่ใช่ของหน่วยงานนี้",
    "Check the code with DLA: the address is correct in form, but may not be this agency's",
)
_NARROW = Text(
    "มีหลายแห่งที่ชื่อนี้ พิมพ์ต่อท้ายคำสั่งเดิมว่าแห่งใด: --province จังหวัด --amphoe อำเภอ หรือ --kind ประเภท",
    "There are several; add to the command which is meant: --province, --amphoe or --kind",
)
_IS_CODE = Text("ที่พิมพ์มาเป็นรหัส อปท. ให้โปรแกรมบอกที่อยู่จากรหัสนี้", "This is a DLA code; have its address told")
_IS_WEBSITE = Text("ที่พิมพ์มาเป็นเว็บไซต์ ให้โปรแกรมบอกที่อยู่บนโดเมนนี้", "This is a website; have the address on its domain told")
_SEE_DOMAIN = Text(
    "ให้โปรแกรมดูว่าเป็นโดเมนของหน่วยงานเอง โดยพิมพ์เว็บไซต์ของท่านแทน {website}",
    "To see that it is the agency's own domain, put your website in place of {website}",
)
_PLAIN = lazy_pattern("[A-Za-z0-9@._+-]{1,64}")
"""What can stand in a command to copy, whatever reads it."""
_SEE_STEPS = Text("ดูขั้นตอนของที่อยู่หนึ่ง: saraban-check address ที่อยู่", "What to do about one: saraban-check address ADDRESS")


def address_document(check: AddressCheck, *, has_groups: bool = False) -> Document:
    """What is to be said of one address, and of its domain if DNS was asked; `has_groups`: the possible groups too."""
    return Document(_TITLE, tuple(_sections(check, has_groups=has_groups)))


def addresses_document(checks: Sequence[AddressCheck]) -> Document:
    """Several addresses: the answer to each, and what is wrong with it."""
    told: Iterator[Section] = (
        (answer_heading(check, is_alone=False), *_origins(check), *_found(check), *_asked_dns(check))
        for check in checks
    )
    return Document(_TITLE, (*told, (Hint(_SEE_STEPS),)))


def _sections(check: AddressCheck, *, has_groups: bool) -> Iterator[Section]:
    yield answer_heading(check, is_alone=True), *_origins(check)
    yield from ((findings,) for findings in _found(check))
    yield tuple(_by_name(check))
    yield tuple(_asked_dns(check))
    yield tuple(_todo(check))
    yield tuple(_more(check))
    if has_groups or check.receives_none:
        outcome = check.outcome
        groups = both(lambda lang: candidates_text(outcome.candidates, outcome.may_be_outside, lang))
        yield (Note(_POSSIBLE.fill(groups=groups, depends=_DEPENDS_LESS if check.receives_none else _DEPENDS)),)


def _origins(check: AddressCheck) -> Iterator[Items]:
    """Which form a usable one has, and where the suggestions come from, those that stand behind the best as well."""
    verdict = check.verdict
    said = [
        (_OR if number else _ORIGIN).fill(address=one.address, origin=origin_text(one))
        for number, one in enumerate(check.suggestions)
    ]
    if verdict.form is not None and verdict.state is AddressState.CORRECT:
        said.append(_FORMS[verdict.form])
    if (same := check.matches_issued) is not None:
        said.append(SAID[same])
    yield Items([Item(line(text, tone=Tone.QUIET)) for text in said], whole=True)


def _found(check: AddressCheck) -> Iterator[Findings]:
    """The findings; how to mend the main one is said only where there is nothing to use instead."""
    found = check.verdict.findings
    mended = None if check.suggestions or check.verdict.state is AddressState.MISSING else _main(found)
    for finding in found:
        yield Findings((found_of(finding, check.verdict.value, mends=finding is mended),))


def _main(found: Sequence[Finding]) -> Finding | None:
    """The error that says most: who is at gmail.com need not mend the name."""
    errors = [finding for finding in found if finding.severity is Severity.ERROR]
    return next((one for one in errors if one.rule.family is Family.DOMAIN), errors[0] if errors else None)


def _by_name(check: AddressCheck) -> Iterator[Block]:
    """What the agency is in the registry, by its code, its name, or the code in the address."""
    match = check.registry_match
    if match is None:
        return
    from ...model.registry import Likeness  # few have a registry
    from ...reference.our_columns import OUR_COLUMNS
    from ..words.registry_notes import registered

    if match.how is Likeness.AMBIGUOUS:
        from .registry import match_section

        yield from match_section(match, check.record.name.strip())
        yield Note(_NARROW)
        return
    place = f" {match.entries[0].place}" if match.how is Likeness.EXACT else ""
    found = both(lambda lang: registered(match, lang))
    yield Note(_REGISTERED.fill(heading=OUR_COLUMNS["registered"].heading, found=found, place=place))


def _asked_dns(check: AddressCheck) -> Iterator[Items]:
    if check.domain is not None and not check.receives_none:  # else SB604 says all
        yield Items((_domain(check.domain),), whole=True)


def _domain(answer: DomainAnswer) -> Item:
    """What DNS says of a domain that it does not rule out; mail servers and policies are information."""
    from ..words.dns_texts import domain_text, policies_text, what_to_do

    details = []
    if answer.mail_servers:
        details.append(_SERVERS.fill(names=", ".join(answer.mail_servers)))
    if (policies := policies_text(answer)) is not None:
        details.append(policies)
    if (help_ := what_to_do(answer)) is not None:
        details.append(_MEND.fill(how=help_))
    head = line(_DNS.fill(said=domain_text(answer)), mark=_RECEPTION_MARKS[answer.reception])
    return Item(head, tuple(map(line, details)))


def _todo(check: AddressCheck) -> Iterator[Block]:
    """The steps, at most three, in the order in which they are done; and what would tell more."""
    verdict = check.verdict
    best = check.suggestions[0] if check.suggestions else None
    value = verdict.value or ""
    if check.receives_none and best is None:
        yield numbered(step_item(_MEND_DOMAIN, providers_of(value)), step_item(_SEE_NOTICE))
    elif check.verdict.is_doubted:
        yield numbered(step_item(_CHECK_CODE, providers_of(value)), step_item(_SEE_RIGHT))
    elif best is not None or verdict.state in (AddressState.INCORRECT, AddressState.MISSING):
        yield steps_to_use(best, is_local=is_local(check))
    elif verdict.state is AddressState.CORRECT:
        yield numbered(log_in(value), step_item(_SEE_NOTICE), step_item(steps()["keep"].what))


def _more(check: AddressCheck) -> Iterator[Block]:
    """What would tell more, with its command: the website of who is on a domain, and what would lead to an address."""
    record, verdict, typed = check.record, check.verdict, check.verdict.raw.strip()
    if check.suggestions or record.code or record.website:
        return
    value = verdict.value or typed
    words = (value,) if _PLAIN.fullmatch(value) else ()
    if verdict.state is AddressState.CORRECT:
        if verdict.form is Form.OWN_DOMAIN and words and not check.receives_none:
            told = command_item(_SEE_DOMAIN.fill(website=WEBSITE), *words, "--website", WEBSITE)
            yield Items([told], whole=True)
    elif is_local(check) is False:
        yield Items([give_website(*words)], whole=True)
    else:
        yield Items(_leading_there(typed, words), whole=True)


def _leading_there(typed: str, words: tuple[str, ...]) -> list[Item]:
    """What leads to an address where what was typed is none: it may be what it is told by."""
    from ...address.codes import meant_code
    from ...address.mailbox import Word, read_mailbox
    from ...address.websites import read_website

    if (code := meant_code(typed)) is not None:
        return [command_item(_IS_CODE, "--code", code)]
    if "@" not in typed and read_mailbox(typed).word is Word.ABSENT and (host := read_website(typed).host):
        return [command_item(_IS_WEBSITE, "--website", host)]
    return [give_code(*words), give_website(*words)]

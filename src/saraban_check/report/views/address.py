"""One checked address: the verdict, each finding with the offending part pointed at, and what to use."""

from collections.abc import Iterator

from ...address.codes import meant_code
from ...address.mailbox import Word, read_mailbox
from ...address.websites import read_website
from ...checks.address_check import AddressCheck
from ...model.delivery import DomainAnswer, Reception
from ...model.finding import Severity
from ...model.registry import Likeness
from ...model.text import Text
from ...model.verdict import AddressState, Form, Origin
from ...reference.local_bodies import is_local_body
from ...reference.our_columns import OUR_COLUMNS
from ..document import Block, Document, Findings, Heading, Item, Items, Mark, Note, Section, Tone, both, line
from ..words.dns_texts import domain_text, policies_text, what_to_do
from ..words.group_names import candidates_text
from ..words.issued_texts import SAID
from ..words.registry_notes import registered
from .findings import found_of
from .suggestions import GET_ONE, GET_OWN, USE_INSTEAD, ask_notes, confirm_text, offices_for, suggested_items

_TITLE = Text("ที่อยู่อีเมล", "E-mail address")
_VERDICTS = {
    AddressState.CORRECT: (Text("ถูกต้อง", "correct"), Mark("✓", Tone.GOOD)),
    AddressState.INCORRECT: (Text("ไม่ถูกต้อง", "not correct"), Mark("✗", Tone.BAD)),
    AddressState.MISSING: (Text("ไม่มีที่อยู่อีเมล", "no address"), Mark("✗", Tone.BAD)),
    AddressState.UNKNOWN: (Text("อ่านไม่ได้", "cannot be read"), Mark("?", Tone.DOUBT)),
}
_RECEIVES_NONE = (
    Text("ถูกต้อง แต่โดเมนรับอีเมลไม่ได้", "correct, but the domain cannot receive mail"),
    Mark("✗", Tone.BAD),
)
_DOUBTED = (
    Text("ถูกรูปแบบ แต่อาจไม่ใช่ของหน่วยงานนี้", "correct in form, but perhaps not this agency's"),
    Mark("?", Tone.DOUBT),
)
_HEAD = Text("{verdict}  {address}", "{verdict}  {address}")
_REGISTERED = Text("{heading}: {found}{place}", "{heading}: {found}{place}")
_DNS = Text("DNS: {said}", "DNS: {said}")
_FORMS = {
    Form.DLA: Text("รูปแบบของ สถ. (saraban_รหัส 8 หลัก@dla.go.th)", "DLA's form (saraban_CODE@dla.go.th)"),
    Form.LGO: Text("รูปแบบของ สพร. (saraban-ชื่อ@lgo.mail.go.th)", "DGA's form (saraban-NAME@lgo.mail.go.th)"),
    Form.OWN_DOMAIN: Text("บนโดเมนของหน่วยงานเอง (saraban@โดเมน)", "on the agency's own domain (saraban@DOMAIN)"),
}
_USE_ISSUED = Text("หน่วยงานกลางออกที่อยู่นี้ให้แล้ว", "This one was issued centrally")
_PERHAPS = Text("ถ้ารหัสผิด ที่อยู่ที่ตรงกับทะเบียนคือ", "If the code is wrong, this is the one of the registry")
_MEND = Text("วิธีแก้: {how}", "To mend: {how}")
_SERVERS = Text("เซิร์ฟเวอร์อีเมล: {names}", "Mail servers: {names}")
_RECEPTION_MARKS = {Reception.CAN: Mark("✓", Tone.GOOD), Reception.UNKNOWN: Mark("?", Tone.DOUBT)}
_POSSIBLE = Text("กลุ่มที่ยังเป็นไปได้: {groups} ({depends})", "Groups that remain possible: {groups} ({depends})")
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
    "ระบุ --name กับ --province (ต้องมีทะเบียน อปท.) หรือ --code หรือ --website ของหน่วยงาน เพื่อให้ได้ที่อยู่ที่แนะนำ",
    "Give --name and --province (with a registry), --code or --website of the agency, and an address can be suggested",
)
_IS_CODE = Text(
    "ที่ระบุเป็นรหัส อปท. หาที่อยู่จากรหัสด้วย saraban-check address --code {code}",
    "This is a DLA code; look its address up with saraban-check address --code {code}",
)
_IS_WEBSITE = Text(
    "ที่ระบุเป็นเว็บไซต์ หาที่อยู่ด้วย saraban-check address --website {host} หรือด้วย --name กับ --province",
    "This is a website; look the address up with saraban-check address --website {host}, or with --name and --province",
)


def address_document(check: AddressCheck) -> Document:
    """What is to be said of one address, and of its domain if DNS was asked."""
    return Document(_TITLE, tuple(_sections(check)))


def _sections(check: AddressCheck) -> Iterator[Section]:
    verdict = check.verdict
    yield tuple(_head(check))
    for finding in verdict.findings:
        mends = finding.severity is Severity.ERROR or finding.rule.doubts_address
        yield (Findings((found_of(finding, verdict.value, mends=mends),)),)
    if check.suggestions:
        yield Heading(_title(check)), suggested_items(check.suggestions)
    yield tuple(_by_name(check))
    if check.domain is not None and not check.receives_none:  # else SB604 says all
        yield (Items((_domain(check.domain),), whole=True),)
    if verdict.state in (AddressState.INCORRECT, AddressState.MISSING):
        yield tuple(_help(check))
    else:
        yield (Note(_MAKE_IT_RECEIVE if check.receives_none else _FIRST if _is_doubted(check) else _NEXT),)
    outcome = check.outcome
    groups = both(lambda lang: candidates_text(outcome.candidates, outcome.may_be_outside, lang))
    yield (Note(_POSSIBLE.fill(groups=groups, depends=_DEPENDS_LESS if check.receives_none else _DEPENDS)),)


def _head(check: AddressCheck) -> Iterator[Block]:
    verdict = check.verdict
    text, mark = _headline(check)
    address = verdict.value if verdict.value is not None else verdict.raw.strip()
    yield Heading(_HEAD.fill(verdict=text, address=address), mark.tone, mark)
    said = []
    if verdict.form is not None and verdict.state is AddressState.CORRECT:
        said.append(_FORMS[verdict.form])
    if (same := check.matches_issued) is not None:
        said.append(SAID[same])
    yield Items([Item(line(text)) for text in said], whole=True)


def _headline(check: AddressCheck) -> tuple[Text, Mark]:
    """What the address comes to; of a correct one also what speaks against its use."""
    if check.verdict.state is AddressState.CORRECT and (check.receives_none or _is_doubted(check)):
        return _RECEIVES_NONE if check.receives_none else _DOUBTED
    return _VERDICTS[check.verdict.state]


def _is_doubted(check: AddressCheck) -> bool:
    """Whether its code may be another agency's."""
    return any(finding.rule.doubts_address and finding.field == "address" for finding in check.verdict.findings)


def _title(check: AddressCheck) -> Text:
    if check.verdict.state is not AddressState.CORRECT:
        return USE_INSTEAD
    return _USE_ISSUED if check.suggestions[0].origin is Origin.ISSUED else _PERHAPS


def _by_name(check: AddressCheck) -> Iterator[Block]:
    """What the agency is in the registry, by its code, its name, or the code in the address."""
    match = check.registry_match
    if match is None:
        return
    if match.how is Likeness.AMBIGUOUS:
        from .registry import match_section  # few have a registry, and it takes 40 ms

        yield from match_section(match, check.record.name.strip())
        yield Note(_NARROW)
        return
    place = f" {match.entries[0].place}" if match.how is Likeness.EXACT else ""
    found = both(lambda lang: registered(match, lang))
    yield Note(_REGISTERED.fill(heading=OUR_COLUMNS["registered"].heading, found=found, place=place))


def _domain(answer: DomainAnswer) -> Item:
    """What DNS says of a domain that it does not rule out; mail servers and policies are information."""
    details = []
    if answer.mail_servers:
        details.append(_SERVERS.fill(names=", ".join(answer.mail_servers)))
    if (policies := policies_text(answer)) is not None:
        details.append(policies)
    if (help_ := what_to_do(answer)) is not None:
        details.append(_MEND.fill(how=help_))
    head = line(_DNS.fill(said=domain_text(answer)), mark=_RECEPTION_MARKS[answer.reception])
    return Item(head, tuple(map(line, details)))


def _help(check: AddressCheck) -> Iterator[Block]:
    best = check.suggestions[0] if check.suggestions else None
    is_local = is_local_body(check.record.name, check.record.kind)
    if best is None:
        yield Note(GET_OWN if is_local is False else GET_ONE)
        yield from _more(check)
    elif best.origin is not Origin.ISSUED:
        yield Note(confirm_text(best.address))
    yield Note(_THEN)
    yield from ask_notes(offices_for(best and best.address, is_local=is_local))


def _more(check: AddressCheck) -> Iterator[Block]:
    """What would lead to an address; a code and a website are more than nothing."""
    record, typed = check.record, check.verdict.raw.strip()
    if record.code or record.website:
        return
    if (code := meant_code(typed)) is not None:
        yield Note(_IS_CODE.fill(code=code))
    elif "@" not in typed and read_mailbox(typed).word is Word.ABSENT and (host := read_website(typed).host):
        yield Note(_IS_WEBSITE.fill(host=host))
    else:
        yield Note(_FILL)

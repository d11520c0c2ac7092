"""The steps that lead to an address in use, at most three, in the order in which they are done, and whom to ask."""

from collections.abc import Iterable, Iterator

from ...model.assessment import Contact
from ...model.text import Text
from ...model.verdict import Form, Origin, Suggestion
from ...reference.steps import contacts, steps
from ..document import Item, Items, Line, Tone, line

_DOMAINS = {Form.DLA: "@dla.go.th", Form.LGO: "@lgo.mail.go.th"}
_CONFIRM_DLA = Text(
    "ก่อนใช้ ยืนยันกับ สถ. ว่ามีบัญชีนี้แล้ว ถ้ายังไม่มี ขอได้ฟรีที่ info.dla.go.th → เมนู “ลงทะเบียนผู้รับผิดชอบ e-mail กลาง”",
    "First see with DLA that the account exists; if not, DLA opens one free of charge: info.dla.go.th → menu "
    "“ลงทะเบียนผู้รับผิดชอบ e-mail กลาง”",
)
_CONFIRM_LGO = Text(
    "ก่อนใช้ ยืนยันกับ สพร. ว่ามีบัญชีนี้แล้ว ถ้ายังไม่มี ขอจาก สพร. ได้ฟรี",
    "First see with DGA that the account exists; if not, DGA opens one free of charge",
)
_CONFIRM_OWN = Text(
    "ก่อนใช้ ยืนยันกับผู้ดูแลโดเมน (เว็บไซต์) ของหน่วยงานว่ามีบัญชีนี้แล้ว ถ้ายังไม่มี ให้เปิดบัญชีก่อน",
    "First see with who looks after the agency's domain that the account exists; if not, have it opened",
)
_LOG_IN = Text(
    "ดูว่าเข้าใช้บัญชีนี้ได้ ถ้าเข้าไม่ได้หรือยังไม่มีบัญชี ให้ติดต่อผู้ให้บริการ",
    "See that you can log in to the account; if not, or if there is none, ask its provider",
)
_LOG_IN_OWN = Text(
    "ดูว่าเข้าใช้บัญชีนี้ได้ ถ้าเข้าไม่ได้หรือยังไม่มีบัญชี ให้ติดต่อผู้ดูแลโดเมน (เว็บไซต์) ของหน่วยงาน",
    "See that you can log in to the account; if not, or if there is none, ask who looks after the agency's domain "
    "(its website)",
)
_GIVE_CODE = Text(
    "ถ้ารู้รหัส อปท. 8 หลัก ให้โปรแกรมบอกที่อยู่ที่ควรใช้ โดยพิมพ์รหัสของท่านแทน {code}",
    "If you know the 8-digit code, have the address told: put your own code in place of {code}",
)
_GIVE_WEBSITE = Text(
    "ถ้ามีเว็บไซต์บนโดเมนของหน่วยงานเอง ให้โปรแกรมบอกที่อยู่บนโดเมนนั้น โดยพิมพ์เว็บไซต์ของท่านแทน {website}",
    "If the agency has a website on a domain of its own, have the address on it told: put your own website in place of "
    "{website}",
)
_COMMAND = Text("saraban-check address {words}", "saraban-check address {words}")
_CODE, WEBSITE = "06480115", "www.example.go.th"
"""What stands in a command for what the reader knows: an agency that there is, and a website that is nobody's."""
_ASK = Text("สอบถาม {office}: {line}", "Ask {office}: {line}")


def steps_to_use(best: Suggestion | None, *, is_local: bool | None) -> Items:
    """The steps to an address: see that the account is there, or get one, then announce it and post the notice."""
    if best is None:
        first = step_item(get_one(is_local=is_local), providers_of(None, is_local=is_local))
    else:
        is_open = best.origin is Origin.ISSUED
        first = log_in(best.address) if is_open else step_item(confirm_text(best.address), providers_of(best.address))
    return numbered(first, *(step_item(steps()[key].what) for key in ("notice", "post")))


def numbered(*items: Item) -> Items:
    """Steps, in their order."""
    return Items(items, numbered=True, whole=True)


def step_item(text: Text, offices: Iterable[Contact] = ()) -> Item:
    """A step, and below it the offices that help with it."""
    return Item(line(text), tuple(ask_lines(offices)))


def command_item(text: Text, *words: str) -> Item:
    """What can be found out with the program, and the command that does it, to be copied as it stands."""
    return Item(line(text), (line(_COMMAND.fill(words=" ".join(words)), tone=Tone.ACTION),))


def give_code(*typed: str) -> Item:
    """How the code tells the address; `typed` is what is to be checked with it."""
    return command_item(_GIVE_CODE.fill(code=_CODE), *typed, "--code", _CODE)


def give_website(*typed: str) -> Item:
    """How the website tells the address; `typed` is what is to be checked with it."""
    return command_item(_GIVE_WEBSITE.fill(website=WEBSITE), *typed, "--website", WEBSITE)


def log_in(address: str) -> Item:
    """To see that an account is open, and whom to ask where it is not."""
    offices = tuple(providers_of(address))
    return step_item(_LOG_IN if offices else _LOG_IN_OWN, offices)


def get_one(*, is_local: bool | None) -> Text:
    """How an agency gets an address: who is no local body does not get one from สถ."""
    return steps()["address_own" if is_local is False else "address"].what


def confirm_text(address: str) -> Text:
    """How to see that there is such an account: by its provider, or on the agency's own domain."""
    if address.endswith(_DOMAINS[Form.DLA]):
        return _CONFIRM_DLA
    return _CONFIRM_LGO if address.endswith(_DOMAINS[Form.LGO]) else _CONFIRM_OWN


def providers_of(address: str | None, *, is_local: bool | None = None) -> Iterator[Contact]:
    """The provider of an address, none where it is on the agency's own domain; without one, those that issue them."""
    for office in contacts():
        if office.form in _DOMAINS:
            is_asked = is_local is not False or office.form is not Form.DLA
            if is_asked if address is None else address.lower().endswith(_DOMAINS[office.form]):
                yield office


def ask_lines(offices: Iterable[Contact]) -> Iterator[Line]:
    """Offices and their public lines."""
    return (line(_ASK.fill(office=office.name, line=office.line)) for office in offices)

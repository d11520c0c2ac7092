"""The short answer to one address: `✗ ใช้ไม่ได้ → ใช้ saraban_06480115@dla.go.th`."""

from ...checks.address_check import AddressCheck
from ...model.text import Text
from ...model.verdict import AddressState, Origin
from ...reference.local_bodies import is_local_body
from ..document import Cell, Heading, Mark, Tone

_GOOD, _BAD, _DOUBT = Mark("✓", Tone.GOOD), Mark("✗", Tone.BAD), Mark("?", Tone.DOUBT)
_USABLE, _NOT_USABLE = Text("ใช้ได้", "can be used"), Text("ใช้ไม่ได้", "cannot be used")
_NO_ADDRESS, _NOT_KNOWN = Text("ไม่มีที่อยู่อีเมล", "no address"), Text("ยังบอกไม่ได้", "cannot be told yet")
_CALLED = Text("{answer}  {address}", "{answer}  {address}")
_THEN = Text("→ {instead}", "→ {instead}")
_USE = Text("ใช้ {address}", "use {address}")
_PERHAPS = Text("อาจเป็น {address}", "perhaps {address}")
_RATHER = Text("แต่ควรใช้ {address}", "but rather use {address}")
_GET_ONE = Text("ขอที่อยู่ใหม่จาก สถ. หรือ สพร. (ฟรี)", "get one from DLA or DGA (free of charge)")
_GET_OWN = Text(
    "ขอ saraban@ บนโดเมนของหน่วยงาน หรือขอจาก สพร.", "get saraban@ on the agency's own domain, or one from DGA"
)
_BUT_UNREACHED = Text("ที่อยู่ถูกต้อง แต่โดเมนรับอีเมลไม่ได้", "correct, but its domain cannot receive mail")
_MAKE_IT_RECEIVE = Text("ต้องแก้โดเมนก่อน", "mend the domain first")


def answer_heading(check: AddressCheck, *, is_alone: bool) -> Heading:
    """The short answer in one line; one of several names its address, and so does one that leads to no other."""
    answer, mark = _verdict(check)
    instead = _instead(check)
    typed = check.verdict.value if check.verdict.value is not None else check.verdict.raw.strip()
    if instead is None or (not is_alone and typed):
        answer = _CALLED.fill(answer=answer, address=typed) if typed else answer
    then = None if instead is None else instead._replace(value=_THEN.fill(instead=instead.value))
    return Heading(answer, mark.tone, mark, then=then)


def _verdict(check: AddressCheck) -> tuple[Text, Mark]:
    """Whether it can be used; of a correct one what speaks against that counts too."""
    state = check.verdict.state
    if state is AddressState.CORRECT:
        if check.receives_none:
            return _BUT_UNREACHED, _BAD  # what DNS says changes no verdict
        return (_NOT_KNOWN, _DOUBT) if check.verdict.is_doubted else (_USABLE, _GOOD)
    if state is AddressState.UNKNOWN:
        return _NOT_KNOWN, _DOUBT
    return (_NO_ADDRESS if state is AddressState.MISSING else _NOT_USABLE), _BAD


def _instead(check: AddressCheck) -> Cell | None:
    """What to use instead, green where that is sure; else how to get one; None where it can be used, or nobody can
    tell."""
    state = check.verdict.state
    if check.suggestions:
        best = check.suggestions[0]
        if state is AddressState.CORRECT and not check.receives_none:
            words = _RATHER if best.origin is Origin.ISSUED else _PERHAPS
        else:
            words = _PERHAPS if best.score < 1 else _USE
        return Cell(words.fill(address=best.address), Tone.DOUBT if words is _PERHAPS else Tone.GOOD)
    if check.receives_none and state is AddressState.CORRECT:
        return Cell(_MAKE_IT_RECEIVE)
    if state in (AddressState.INCORRECT, AddressState.MISSING):
        return Cell(_GET_OWN if is_local(check) is False else _GET_ONE)
    return None


def is_local(check: AddressCheck) -> bool | None:
    return is_local_body(check.record.name, check.record.kind)

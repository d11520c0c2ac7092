"""SB2: the mailbox name, the part before the @."""

from functools import cache

from ..address.codes import looks_like_code
from ..address.mailbox import Word
from ..address.shape import Zone
from ..model.finding import Finding, Rule, Severity, Standard
from ..model.lazy_pattern import lazy_pattern
from ..model.text import Text
from ..model.verdict import Form
from ..reference.domains import domain_of
from .basis import FORMS, REGULATION, same
from .case import Case, is_name

_REGULATION = (Standard.REGULATION,)
_EXPECTED = {
    Zone.DLA: Text("saraban_รหัส 8 หลัก (ขีดล่าง)", "saraban_ and the 8-digit code (underscore)"),
    Zone.LGO: Text("saraban-ชื่อภาษาอังกฤษ (ขีดกลาง)", "saraban- and the English name (hyphen)"),
}
_MARK = {Zone.DLA: "_", Zone.LGO: "-"}
_WRONG = Text("คั่นหลังคำว่า saraban ผิด", "Wrong separator after saraban")
_MISSING = {
    Zone.DLA: Text("ขาดขีดล่าง (_) หลังคำว่า saraban", "The underscore (_) after saraban is missing"),
    Zone.LGO: Text("ขาดขีดกลาง (-) หลังคำว่า saraban", "The hyphen (-) after saraban is missing"),
}
_NOT_IN_FRONT = Text("คำว่า saraban ไม่ได้อยู่หน้าสุด", "saraban does not stand in front")
_IN_NAME = Text("มีเครื่องหมายผิดในชื่อ", "A wrong mark within the name")
_TO_FRONT = Text(
    "ย้ายคำว่า saraban มาไว้หน้าสุด และตัดสิ่งที่อยู่หน้าคำนี้ออก: {expected}",
    "Put saraban in front, with nothing before it: {expected}.",
)
_ONE_MARK = Text("คั่นด้วยเครื่องหมายเดียวคือ {mark} ให้เป็น {expected}", "Put just one {mark} after saraban: {expected}.")
_PLAIN_NAME = Text(
    "เขียนชื่อด้วย a-z 0-9 และขีดกลาง (-) ทีละตัวระหว่างคำเท่านั้น",
    "Write the name with nothing but a-z 0-9 and single hyphens between its words.",
)
_NOT_IN_A_NAME = lazy_pattern(r"[^a-z0-9.]{2,}|[^a-z0-9.-]|-\Z")
_A_CODE = Text("เป็นรหัส", "is a code")
_A_NAME = Text("เป็นชื่อ", "is a name")
# bound to names, as they are asked for each address: CPython 3.11 finds a member of an Enum in 0.15 us
_ABSENT, _NEAR, _INSIDE = Word.ABSENT, Word.NEAR, Word.INSIDE
_DLA, _LGO, _OWN, _UNACCEPTED = Zone.DLA, Zone.LGO, Zone.OWN, Zone.UNACCEPTED

SB201 = Rule(
    code="SB201",
    name="saraban-missing",
    severity=Severity.ERROR,
    standards=_REGULATION,
    title=Text("ไม่มีคำว่า saraban", "No word saraban"),
    message=Text("หน้า @ ไม่มีคำว่า saraban: พบ “{found}”", "There is no word saraban before the @: found “{found}”"),
    why=Text("ระเบียบฯ ให้ใช้ชื่ออีเมลกลางว่า saraban", "The regulation names the central account saraban."),
    mend=Text(
        "ใช้ที่อยู่ที่ขึ้นต้นด้วย saraban ในรูปแบบใดรูปแบบหนึ่งในสามแบบ",
        "Use an address that begins with saraban, in one of the three forms.",
    ),
    basis=REGULATION,
    wrong=same("04520101@dla.go.th"),
    right=same("saraban_04520101@dla.go.th"),
)

SB202 = Rule(
    code="SB202",
    name="saraban-misspelled",
    severity=Severity.ERROR,
    standards=_REGULATION,
    title=Text("สะกด saraban ผิด", "saraban is misspelled"),
    message=Text("สะกด saraban ผิด: พบ “{found}”", "saraban is misspelled: found “{found}”"),
    why=Text(
        "ชื่อบัญชีต้องสะกดว่า saraban ตรงทุกตัวอักษร มิฉะนั้นเป็นคนละบัญชี",
        "The account must be spelled saraban to the letter; otherwise it is another account.",
    ),
    mend=Text("แก้ตัวสะกดเป็น saraban", "Spell it saraban."),
    basis=REGULATION,
    wrong=same("Sarabun_06770206@dla.go.th"),
    right=same("saraban_06770206@dla.go.th"),
)

SB203 = Rule(
    code="SB203",
    name="wrong-separator",
    severity=Severity.ERROR,
    standards=_REGULATION,
    title=Text("เครื่องหมายคั่นผิด", "Wrong separator"),
    message=Text(
        "{fault}: พบ “{found}” ต้องเป็น {expected}",
        "{fault}: found “{found}”, should be {expected}",
    ),
    why=Text(
        "สถ. ใช้ขีดล่าง (_) หน้ารหัส สพร. ใช้ขีดกลาง (-) หน้าชื่อ สลับกันแล้วเป็นคนละบัญชี",
        "DLA puts an underscore before the code, DGA a hyphen before the name; the other way is another account.",
    ),
    mend=Text(
        "คั่นด้วยเครื่องหมายของผู้ให้บริการเพียงตัวเดียว: _ สำหรับ dla.go.th และ - สำหรับ lgo.mail.go.th",
        "Put the provider's own separator, and one only: _ for dla.go.th, - for lgo.mail.go.th.",
    ),
    basis=FORMS,
    wrong=same("saraban-06480115@dla.go.th"),
    right=same("saraban_06480115@dla.go.th"),
)

SB204 = Rule(
    code="SB204",
    name="extra-name",
    severity=Severity.ERROR,
    standards=_REGULATION,
    title=Text("ชื่อบนโดเมนตนเองต้องเป็น saraban เท่านั้น", "On the own domain, nothing but saraban"),
    message=Text(
        "บนโดเมนของหน่วยงานเอง หน้า @ ต้องเป็น saraban เท่านั้น: พบ “{found}”",
        "On the agency's own domain the part before the @ must be just saraban: found “{found}”",
    ),
    why=Text(
        "โดเมนบอกชื่อหน่วยงานอยู่แล้ว ระเบียบฯ จึงให้ใช้ saraban คำเดียว",
        "The domain already names the agency, so the regulation asks for the one word.",
    ),
    mend=Text("ตัดส่วนที่ต่อท้ายหรือนำหน้าคำว่า saraban ออก", "Remove what stands beside the word saraban."),
    basis=FORMS,
    wrong=same("saraban_songkh@songkhcity.go.th"),
    right=same("saraban@songkhcity.go.th"),
)

SB205 = Rule(
    code="SB205",
    name="letter-case",
    severity=Severity.INFO,
    standards=_REGULATION,
    title=Text("มีตัวพิมพ์ใหญ่", "Capital letters"),
    message=Text(
        "มีตัวพิมพ์ใหญ่หน้า @ (“{found}”): ใช้ได้ แต่ควรพิมพ์เล็กทั้งหมด",
        "Capitals before the @ (“{found}”): they work, but small letters are the norm",
    ),
    why=Text(
        "ระบบอีเมลถือว่าตัวพิมพ์เล็กและใหญ่เหมือนกัน จึงเป็นเพียงข้อสังเกต",
        "Mail systems treat both alike, so this is only a note.",
    ),
    mend=Text("พิมพ์เป็นตัวเล็กทั้งหมด", "Write it in small letters."),
    basis=REGULATION,
    wrong=same("Saraban_06240907@dla.go.th"),
    right=same("saraban_06240907@dla.go.th"),
    is_cleaned=True,
)

SB206 = Rule(
    code="SB206",
    name="name-missing",
    severity=Severity.ERROR,
    standards=_REGULATION,
    title=Text("ไม่มีรหัสหรือชื่อหลังเครื่องหมายคั่น", "No code or name after the separator"),
    message=Text(
        "หลัง “{found}” ไม่มีรหัสหรือชื่อหน่วยงาน ต้องเป็น {expected}",
        "After “{found}” the code or name is missing; should be {expected}",
    ),
    why=Text(
        "โดเมนของ สถ. และ สพร. ใช้ร่วมกันทุก อปท. จึงต้องมีรหัสหรือชื่อบอกว่าเป็นของใคร",
        "All agencies share the provider's domain, so a code or name must tell them apart.",
    ),
    mend=Text("เติมรหัส 8 หลัก หรือชื่อภาษาอังกฤษ", "Add the 8-digit code, or the English name."),
    basis=FORMS,
    wrong=same("saraban_@dla.go.th"),
    right=same("saraban_06480115@dla.go.th"),
)

SB207 = Rule(
    code="SB207",
    name="wrong-provider",
    severity=Severity.ERROR,
    standards=_REGULATION,
    title=Text("ใช้รหัสหรือชื่อกับผู้ให้บริการผิดราย", "Code or name at the wrong provider"),
    message=Text(
        "“{found}” {what} ซึ่งใช้กับ @{other} ไม่ใช่ @{domain} ที่ต้องเป็น {expected}",
        "“{found}” {what}, which belongs at @{other}, and not at @{domain}; there it should be {expected}",
    ),
    why=Text(
        "dla.go.th ใช้รหัส 8 หลัก ส่วน lgo.mail.go.th ใช้ชื่อภาษาอังกฤษ",
        "dla.go.th uses the 8-digit code, lgo.mail.go.th the English name.",
    ),
    mend=Text(
        "ตรวจว่าอีเมลออกให้โดย สถ. หรือ สพร. แล้วใช้รูปแบบของผู้ให้บริการรายนั้น",
        "See whether DLA or DGA issued the address, and use that provider's form.",
    ),
    basis=FORMS,
    wrong=same("saraban_06480115@lgo.mail.go.th"),
    right=same("saraban_06480115@dla.go.th"),
)


def word_finding(case: Case) -> Finding | None:
    """SB201 or SB202: how the word saraban stands in the mailbox name."""
    mailbox, local = case.shape.mailbox, case.shape.local
    if mailbox.word is _ABSENT:
        return Finding(SB201, "address", {"found": local}, (0, len(local)))
    if mailbox.word is _NEAR:
        return Finding(SB202, "address", {"found": local[: len(mailbox.text)]}, (0, len(mailbox.text)))
    return None


def tail_finding(case: Case) -> Finding | None:
    """SB203, SB204, SB206 or SB207: what follows the word; the first that fits is the most specific."""
    mailbox, zone = case.shape.mailbox, case.shape.intended
    if mailbox.word is _ABSENT:
        return None
    if zone is _OWN or zone is _UNACCEPTED:
        return _extra_name(case)
    if zone is not _DLA and zone is not _LGO:
        return None
    if mailbox.separator and not mailbox.rest:
        parts = {"found": case.shape.local, "expected": _EXPECTED[zone]}
        return Finding(SB206, "address", parts, (0, len(case.shape.local)))
    return _wrong_provider(case) or _wrong_separator(case)


def _extra_name(case: Case) -> Finding | None:
    mailbox, local = case.shape.mailbox, case.shape.local
    if mailbox.word is not _INSIDE and not mailbox.separator and not mailbox.rest:
        return None
    return Finding(SB204, "address", {"found": local}, (0, len(local)))


def _wrong_provider(case: Case) -> Finding | None:
    mailbox, zone = case.shape.mailbox, case.shape.intended
    if mailbox.word is _INSIDE or not mailbox.rest:
        return None
    if zone is _LGO:
        wrong, what, other = looks_like_code(mailbox.rest), _A_CODE, Form.DLA
    else:
        wrong, what, other = is_name(mailbox.rest), _A_NAME, Form.LGO
    if not wrong:
        return None
    parts: dict[str, object] = {"found": mailbox.rest, "what": what, "other": domain_of(other)}
    parts |= {"domain": case.shape.meant, "expected": _EXPECTED[zone]}
    return Finding(SB207, "address", parts, case.span_of(mailbox.rest))


def _wrong_separator(case: Case) -> Finding | None:
    mailbox, zone, local = case.shape.mailbox, case.shape.intended, case.shape.local
    expected = _EXPECTED[zone]
    if mailbox.word is _INSIDE:
        parts = {"fault": _NOT_IN_FRONT, "found": local, "expected": expected, "mend": _to_front(zone)}
        return Finding(SB203, "address", parts, (0, len(local)))
    if not mailbox.rest or mailbox.separator == _MARK[zone]:
        return _wrong_mark_in_name(case) if zone is _LGO else None
    parts = {"expected": expected, "mend": _one_mark(zone)}
    end = len(mailbox.text)
    if not mailbox.separator:
        return Finding(SB203, "address", {**parts, "fault": _MISSING[zone], "found": local}, (end, end + 1))
    found = mailbox.text + mailbox.separator
    return Finding(SB203, "address", {**parts, "fault": _WRONG, "found": found}, (end, len(found)))


@cache
def _to_front(zone: Zone) -> Text:
    return _TO_FRONT.fill(expected=_EXPECTED[zone])


@cache
def _one_mark(zone: Zone) -> Text:
    return _ONE_MARK.fill(mark=_MARK[zone], expected=_EXPECTED[zone])


def _wrong_mark_in_name(case: Case) -> Finding | None:
    """Only letters, digits and single hyphens between them are a name; whether dots are, nobody has said."""
    found = _NOT_IN_A_NAME.search(case.shape.mailbox.rest)
    if found is None:
        return None
    parts = {"fault": _IN_NAME, "found": found[0], "expected": _EXPECTED[Zone.LGO], "mend": _PLAIN_NAME}
    return Finding(SB203, "address", parts, case.span_of(found[0]))


def letter_case(case: Case) -> Finding | None:
    """SB205: capitals, where nothing else is wrong with the name."""
    local = case.shape.local
    return None if local == local.lower() else Finding(SB205, "address", {"found": local}, (0, len(local)))


RULES = (SB201, SB202, SB203, SB204, SB205, SB206, SB207)

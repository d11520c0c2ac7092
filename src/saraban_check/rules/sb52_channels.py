"""SB520 to SB526: the channels that a notice opens: the e-mail address, the website, the telephone."""

from collections.abc import Iterator
from typing import NamedTuple

from ..address.cleaning import clean
from ..address.websites import stands_on
from ..model.finding import Finding, Rule, Severity, Standard
from ..model.notice import Notice, NoticePart
from ..model.record import AgencyRecord
from ..model.text import Text
from ..model.verdict import AddressState, AddressVerdict, Form
from .basis import BOTH, FORMS, MODEL_NOTICE
from .judge import judge_address
from .notice_case import NoticeCase
from .sb4_domain import SB404, SB408

_METHODS = (Standard.METHODS,)
_ADDRESS = (Standard.REGULATION, Standard.METHODS)

SB520 = Rule(
    code="SB520",
    name="notice-address-missing",
    severity=Severity.ERROR,
    standards=_METHODS,
    title=Text("ประกาศฯ ไม่ระบุที่อยู่อีเมล", "The notice states no e-mail address"),
    message=Text("ประกาศฯ ไม่ระบุที่อยู่อีเมล{blank}", "The notice states no e-mail address{blank}"),
    why=Text(
        "ประกาศฯ ที่ไม่ระบุอีเมลทำให้หน่วยงานอยู่กลุ่ม C และประชาชนไม่มีช่องทางหลักให้ใช้",
        "Without an address the agency is in group C, and citizens have no main channel.",
    ),
    mend=Text(
        "ระบุอีเมลกลางในข้อ ๑ (๑) แล้วออกประกาศฯ ใหม่", "State the central address in ข้อ ๑ (๑), and issue the notice anew."
    ),
    basis=MODEL_NOTICE,
    wrong=Text("(๑) ที่อยู่ไปรษณีย์อิเล็กทรอนิกส์ ………", "(๑) ที่อยู่ไปรษณีย์อิเล็กทรอนิกส์ ……… (left blank)"),
    right=Text(
        "(๑) ที่อยู่ไปรษณีย์อิเล็กทรอนิกส์ saraban_06480115@dla.go.th",
        "(๑) ที่อยู่ไปรษณีย์อิเล็กทรอนิกส์ saraban_06480115@dla.go.th (an address in its place)",
    ),
    action=Text("ระบุที่อยู่อีเมลกลางในประกาศฯ", "state the central address in the notice"),
    needs_address=True,
)

SB521 = Rule(
    code="SB521",
    name="notice-address-incorrect",
    severity=Severity.ERROR,
    standards=_ADDRESS,
    title=Text("ที่อยู่อีเมลในประกาศฯ ไม่ถูกต้อง", "The address in the notice is not correct"),
    message=Text("“{address}” ไม่ถูกต้อง: {reasons}", "“{address}” is not correct: {reasons}"),
    why=Text(
        "ที่อยู่ในประกาศฯ คือที่อยู่ที่ใช้จำแนกกลุ่ม ถ้าไม่ถูกต้อง หน่วยงานอยู่กลุ่ม B",
        "The address in the notice is the one that the group rests on; where it is wrong, the agency is in B.",
    ),
    mend=Text(
        "ใช้อีเมลที่ถูกต้องแทน แล้วออกประกาศฯ ใหม่และลง info.go.th แทนฉบับเดิม",
        "State a correct address instead, issue the notice anew, and post it in place of the old.",
    ),
    basis=FORMS,
    wrong=Text("ระบุ thungsong103@gmail.com", "thungsong103@gmail.com is stated"),
    right=Text("ระบุ saraban_06480115@dla.go.th", "saraban_06480115@dla.go.th is stated"),
    action=Text("แก้ที่อยู่อีเมลในประกาศฯ ให้ถูกต้อง", "correct the address in the notice"),
    needs_address=True,
)

SB522 = Rule(
    code="SB522",
    name="notice-address-off-website",
    severity=Severity.ERROR,
    standards=_ADDRESS,
    title=Text("อีเมลไม่ได้อยู่บนโดเมนของเว็บไซต์ในประกาศฯ", "The address is not on the notice's own website's domain"),
    message=Text(
        "“{address}” ไม่ได้อยู่บนโดเมนของเว็บไซต์ที่ประกาศฯ ระบุ ({website})",
        "“{address}” does not stand on the domain of the website that the notice states ({website})",
    ),
    why=Text(
        "อีเมลที่สร้างเองต้องสะกดตรงกับเว็บไซต์ของหน่วยงาน",
        "An address on an own domain must be spelled as the agency's website is.",
    ),
    mend=Text("ตรวจว่าอีเมลหรือเว็บไซต์สะกดผิด แล้วแก้ให้ตรงกัน", "See which of the two is misspelled, and make them agree."),
    basis=FORMS,
    wrong=Text(
        "saraban@songkhcity.go.th กับเว็บไซต์ www.songkhlacity.go.th",
        "saraban@songkhcity.go.th beside www.songkhlacity.go.th",
    ),
    right=Text(
        "saraban@songkhcity.go.th กับเว็บไซต์ www.songkhcity.go.th", "saraban@songkhcity.go.th beside www.songkhcity.go.th"
    ),
    action=Text("ใช้อีเมลบนโดเมนเดียวกับเว็บไซต์ของหน่วยงาน", "use an address on the domain of the agency's website"),
    needs_address=True,
)

SB523 = Rule(
    code="SB523",
    name="several-addresses-stated",
    severity=Severity.WARNING,
    standards=_METHODS,
    title=Text("ประกาศฯ ระบุหลายที่อยู่อีเมล", "The notice states several addresses"),
    message=Text(
        "ประกาศฯ ระบุ {count} ที่อยู่: {addresses} (ที่ตรวจคือ {chosen})",
        "The notice states {count} addresses: {addresses}; judged is {chosen}",
    ),
    why=Text(
        "อีเมลกลางมีหนึ่งเดียว ถ้าระบุหลายที่อยู่ ประชาชนไม่รู้ว่าควรส่งไปที่ใด และเรื่องอาจตกค้าง",
        "There is one central address; with several, citizens do not know which to use, and letters go astray.",
    ),
    mend=Text(
        "ระบุเฉพาะอีเมลกลางที่ใช้จริงหนึ่งเดียว (ถ้ามีของ สถ. ใช้ของ สถ.) แล้วลบที่อยู่อื่น",
        "State the one central address that is in use (DLA's, if there is one), and take the others out.",
    ),
    basis=BOTH,
    wrong=Text(
        "saraban_06480115@dla.go.th และ thungsong103@gmail.com", "saraban_06480115@dla.go.th and thungsong103@gmail.com"
    ),
    right=Text("ระบุเฉพาะ saraban_06480115@dla.go.th", "saraban_06480115@dla.go.th alone"),
    action=Text("ระบุอีเมลกลางเพียงที่อยู่เดียว", "state one central address only"),
)

SB524 = Rule(
    code="SB524",
    name="notice-address-differs",
    severity=Severity.WARNING,
    standards=_METHODS,
    title=Text("อีเมลในประกาศฯ ไม่ตรงกับในรายชื่อ", "The notice states another address than the list"),
    message=Text(
        "ประกาศฯ ระบุ “{stated}” แต่รายชื่อมี “{listed}”",
        "The notice states “{stated}”, the agency's record “{listed}”",
    ),
    why=Text("อย่างใดอย่างหนึ่งเป็นของเก่า หรือพิมพ์ผิด", "One of the two is old, or mistyped."),
    mend=Text("ตรวจว่าใช้บัญชีใดอยู่จริง แล้วแก้อีกแห่งให้ตรงกัน", "See which account is in use, and mend the other place."),
    basis=BOTH,
    wrong=Text(
        "ประกาศฯ ระบุ saraban@wang-thong.go.th รายชื่อมี saraban_06480115@dla.go.th",
        "saraban@wang-thong.go.th in the notice, saraban_06480115@dla.go.th in the list",
    ),
    right=Text("ที่อยู่เดียวกันทั้งสองแห่ง", "the same address in both"),
    action=Text("ทำที่อยู่ในประกาศฯ กับในบัญชีรายชื่อให้ตรงกัน", "bring the notice and the list to the same address"),
    needs_address=True,
)

SB525 = Rule(
    code="SB525",
    name="website-missing",
    severity=Severity.WARNING,
    standards=_METHODS,
    title=Text("ประกาศฯ ไม่ระบุเว็บไซต์", "The notice states no website"),
    message=Text("ประกาศฯ ไม่ระบุเว็บไซต์ของหน่วยงาน{blank}", "The notice states no website of the agency{blank}"),
    why=Text("ตัวอย่างประกาศฯ มีเว็บไซต์เป็นช่องทาง (๒)", "The model notice has the website as its second channel."),
    mend=Text("ระบุเว็บไซต์ในข้อ ๑ (๒) ถ้ามี", "State the website in ข้อ ๑ (๒), if there is one."),
    basis=MODEL_NOTICE,
    wrong=Text("มีแต่อีเมล", "an e-mail address alone"),
    right=Text("(๒) เว็บไซต์ www.wang-thong.go.th", "(๒) เว็บไซต์ www.wang-thong.go.th (a website in its place)"),
    action=Text("เพิ่มเว็บไซต์ของหน่วยงาน", "add the agency's website"),
)

SB526 = Rule(
    code="SB526",
    name="telephone-missing",
    severity=Severity.WARNING,
    standards=_METHODS,
    title=Text("ประกาศฯ ไม่ระบุหมายเลขโทรศัพท์", "The notice states no telephone number"),
    message=Text(
        "ประกาศฯ ไม่ระบุหมายเลขโทรศัพท์สำหรับสอบถามว่าได้รับเรื่องแล้ว{blank}",
        "The notice states no telephone number for confirming receipt{blank}",
    ),
    why=Text(
        "ตัวอย่างประกาศฯ ข้อ ๒ ให้ประชาชนโทรศัพท์สอบถามหรือขอคำยืนยันในเวลาราชการได้",
        "By clause 2 of the model notice citizens can call in office hours to have receipt confirmed.",
    ),
    mend=Text("ระบุหมายเลขโทรศัพท์ของสำนักงานในข้อ ๒", "State the office's number in ข้อ ๒."),
    basis=MODEL_NOTICE,
    wrong=Text("มีแต่โทรสาร", "a fax number alone"),
    right=Text("โทร. ๐-๓๖๗๗-๖๕๔๓", "โทร. ๐-๓๖๗๗-๖๕๔๓ (an office line)"),
    action=Text("เพิ่มหมายเลขโทรศัพท์ของสำนักงาน", "add the office's telephone number"),
)

RULES = (SB520, SB521, SB522, SB523, SB524, SB525, SB526)

_BLANK = Text(": ยังเว้นว่างไว้ “{place}”", ": its place is blank, “{place}”")
_NOTHING = Text("", "")


class JudgedAddresses(NamedTuple):
    """The verdicts on the addresses of a notice: the one that counts, and the others.

    `off_website` is the notice's own website where the address should stand on it, and does not.
    """

    chosen: AddressVerdict | None
    others: tuple[AddressVerdict, ...] = ()
    off_website: str | None = None


def judge_addresses(case: NoticeCase) -> JudgedAddresses:
    """All addresses, each in the light of the record; the first correct one is chosen, else the first."""
    record = case.agency
    verdicts = [_judged(stated.text, record, case) for stated in case.notice.addresses]
    if not verdicts:
        return JudgedAddresses(None)
    best = next((i for i, verdict in enumerate(verdicts) if verdict.state is AddressState.CORRECT), 0)
    chosen = verdicts[best]
    return JudgedAddresses(chosen, tuple(verdicts[:best] + verdicts[best + 1 :]), _off_website(chosen, case))


def _judged(address: str, record: AgencyRecord, case: NoticeCase) -> AddressVerdict:
    """The verdict on one address; that no website is known is no matter of the address, but SB525 or nothing."""
    verdict = judge_address(address, record, case.domains, case.registry)
    if case.record.website.strip():
        return verdict
    return verdict._replace(findings=tuple(finding for finding in verdict.findings if finding.rule is not SB408))


def _off_website(verdict: AddressVerdict, case: NoticeCase) -> str | None:
    """The website that an address on an own domain should stand on; None where it stands on one of those stated."""
    is_own = verdict.form is Form.OWN_DOMAIN or any(finding.rule is SB404 for finding in verdict.findings)
    hosts = case.websites
    if not hosts or not is_own or verdict.value is None:
        return None
    domain = verdict.value.rpartition("@")[2].lower()
    return None if any(stands_on(domain, host) for host in hosts) else hosts[0]


def channel_findings(case: NoticeCase, judged: JudgedAddresses) -> Iterator[Finding]:
    """What is to be said of the address, the website and the telephone."""
    notice, chosen = case.notice, judged.chosen
    if chosen is None:
        yield Finding(
            SB520,
            NoticePart.ADDRESS.value,
            {"blank": _blank(notice, NoticePart.ADDRESS), **_line(notice, NoticePart.ADDRESS)},
        )
    else:
        yield from _address_findings(case, chosen, judged)
    if not notice.websites and (notice.blanks_in(NoticePart.WEBSITE) or not _says_the_site(chosen)):
        yield Finding(
            SB525,
            NoticePart.WEBSITE.value,
            {"blank": _blank(notice, NoticePart.WEBSITE), **_line(notice, NoticePart.WEBSITE)},
        )
    if not notice.telephones and not notice.mobiles:
        parts = {"blank": _blank(notice, NoticePart.TELEPHONE), **_line(notice, NoticePart.TELEPHONE)}
        yield Finding(SB526, NoticePart.TELEPHONE.value, parts)


def _says_the_site(chosen: AddressVerdict | None) -> bool:
    """Whether the address stands on a domain of the agency's own, whose site that is."""
    return chosen is not None and chosen.state is AddressState.CORRECT and chosen.form is Form.OWN_DOMAIN


def _address_findings(case: NoticeCase, chosen: AddressVerdict, judged: JudgedAddresses) -> Iterator[Finding]:
    where = {"line": next((s.line for s in case.notice.addresses if s.text == chosen.raw), 1)}
    shown = chosen.value or chosen.raw
    reasons = [finding for finding in chosen.findings if finding.severity is Severity.ERROR]
    if judged.off_website is not None:
        yield Finding(SB522, NoticePart.ADDRESS.value, {"address": shown, "website": judged.off_website, **where})
        reasons = [finding for finding in reasons if finding.rule is not SB404]  # the same mistake
    if reasons:
        said = Text(*("; ".join(f"{f.code} {f.message(lang)}" for f in reasons) for lang in ("th", "en")))
        yield Finding(SB521, NoticePart.ADDRESS.value, {"address": shown, "reasons": said, **where})
    if judged.others:
        every = [stated.text for stated in case.notice.addresses]
        parts = {"count": len(every), "addresses": ", ".join(every), "chosen": shown}
        yield Finding(SB523, NoticePart.ADDRESS.value, {**parts, **where})
    listed = clean(case.record.address).values
    if any("@" in value for value in listed) and shown.casefold() not in (value.casefold() for value in listed):
        yield Finding(SB524, NoticePart.ADDRESS.value, {"stated": shown, "listed": " ".join(listed), **where})


def _blank(notice: Notice, part: NoticePart) -> Text:
    blanks = notice.blanks_in(part)
    return _BLANK.fill(place=blanks[0].text) if blanks else _NOTHING


def _line(notice: Notice, part: NoticePart) -> dict[str, int]:
    blanks = notice.blanks_in(part)
    return {"line": blanks[0].line} if blanks else {}

"""SB4: the domain, the part after the @."""

from collections.abc import Callable, Mapping
from functools import cache, lru_cache

from ..address.codes import looks_like_code
from ..address.mailbox import Word
from ..address.shape import Zone
from ..address.suffixes import registrable_domain, without_tail
from ..address.websites import Unreadable, name_of_site, stands_on
from ..model.finding import Finding, Rule, Severity, Standard
from ..model.policy import Domains
from ..model.text import Text
from ..reference.domains import accepted_suffixes, providers
from .basis import BOTH, FORMS, METHODS, REGULATION, same
from .case import Case

_BOTH = (Standard.REGULATION, Standard.METHODS)

SB401 = Rule(
    code="SB401",
    name="free-mail",
    severity=Severity.ERROR,
    standards=_BOTH,
    title=Text("อีเมลฟรีของเอกชน", "Free private mail"),
    message=Text(
        "@{found} เป็นอีเมลฟรีของเอกชน ห้ามใช้เป็นอีเมลกลาง{hint}",
        "@{found} is free private mail, which is forbidden as a central address{hint}",
    ),
    why=Text(
        "ระเบียบฯ ห้ามใช้อีเมลฟรีของเอกชน เช่น Gmail Yahoo Hotmail Outlook เป็นอีเมลกลาง",
        "The regulation forbids free private mail (Gmail, Yahoo, Hotmail, Outlook) as the central address.",
    ),
    mend=Text("ใช้อีเมลที่ สถ. หรือ สพร. ออกให้ หรือโดเมนของหน่วยงาน", "Use DLA's or DGA's address, or the own domain."),
    basis=REGULATION,
    wrong=same("saraban@gmail.com"),
    right=same("saraban_04801201@dla.go.th"),
)

SB402 = Rule(
    code="SB402",
    name="domain-mistyped",
    severity=Severity.ERROR,
    standards=_BOTH,
    title=Text("พิมพ์โดเมนผิด", "The domain is mistyped"),
    message=Text(
        "พิมพ์โดเมนผิด: พบ “{found}” น่าจะเป็น “{meant}”",
        "The domain is mistyped: found “{found}”, probably “{meant}”",
    ),
    why=Text(
        "โดเมนที่ผิดแม้ตัวเดียวคือที่อยู่อื่น อีเมลจะตีกลับหรือไปถึงผู้อื่น",
        "One wrong letter is another domain: mail bounces, or reaches somebody else.",
    ),
    mend=Text(
        "แก้โดเมนให้ตรงกับของผู้ที่ออกอีเมลให้: สถ. ใช้ dla.go.th (รหัส 8 หลัก) สพร. ใช้ lgo.mail.go.th (ชื่อ)",
        "Write the domain of whoever issued the address: DLA's dla.go.th (a code) or DGA's lgo.mail.go.th (a name).",
    ),
    basis=FORMS,
    wrong=same("saraban_06440905@dia.go.th"),
    right=same("saraban_06440905@dla.go.th"),
)

SB403 = Rule(
    code="SB403",
    name="suffix-not-accepted",
    severity=Severity.ERROR,
    standards=(Standard.METHODS,),
    title=Text("นามสกุลโดเมนใช้ไม่ได้", "The domain's suffix is not accepted"),
    message=Text(
        "โดเมน “{found}” {problem} (ใช้ได้เฉพาะ {accepted})",
        "Domain “{found}” {problem} (accepted: {accepted})",
    ),
    why=Text("วิธีการฯ ให้ใช้โดเมนของหน่วยงานของรัฐ", "The methods ask for the domain of a government agency."),
    mend=Text("ใช้อีเมลของ สถ. หรือ สพร. หรือจดโดเมน .go.th", "Use DLA's or DGA's address, or register a .go.th domain."),
    basis=METHODS,
    wrong=same("saraban@songkhcity.net"),
    right=same("saraban@songkhcity.go.th"),
)

SB404 = Rule(
    code="SB404",
    name="not-own-domain",
    severity=Severity.ERROR,
    standards=_BOTH,
    title=Text("ไม่ใช่โดเมนของหน่วยงาน", "Not the agency's own domain"),
    message=Text(
        "โดเมน “{found}” ไม่ตรงกับเว็บไซต์ของหน่วยงาน (“{own}”)",
        "Domain “{found}” is not that of the agency's website (“{own}”)",
    ),
    why=Text(
        "อีเมลที่สร้างเองต้องอยู่บนโดเมนของหน่วยงาน สะกดตรงกับเว็บไซต์",
        "An own address must stand on the agency's own domain, spelled as its website.",
    ),
    mend=Text("แก้โดเมนให้ตรงกับเว็บไซต์ หรือแก้เว็บไซต์ที่ระบุ", "Make domain and website agree; one of them is wrong."),
    basis=BOTH,
    wrong=Text(
        "saraban@songkcity.go.th เมื่อเว็บไซต์คือ www.songkhcity.go.th",
        "saraban@songkcity.go.th with website www.songkhcity.go.th",
    ),
    right=same("saraban@songkhcity.go.th"),
)

SB405 = Rule(
    code="SB405",
    name="com-domain",
    severity=Severity.INFO,
    standards=(Standard.METHODS,),
    title=Text("ใช้โดเมน .com", "A .com domain"),
    message=Text("“{found}” ใช้ได้ แต่ควรย้ายไปใช้ .go.th", "“{found}” is accepted; moving to .go.th is advised"),
    why=Text("สไลด์ของสำนักงาน ก.พ.ร. ยอมรับ .com", "OPDC's slides accept .com."),
    mend=Text("เมื่อสะดวก จดโดเมน .go.th", "When convenient, register a .go.th domain."),
    basis=METHODS,
    wrong=same("saraban@songkhcity.com"),
    right=same("saraban@songkhcity.go.th"),
)

SB406 = Rule(
    code="SB406",
    name="providers-own-address",
    severity=Severity.ERROR,
    standards=(Standard.REGULATION,),
    title=Text("ที่อยู่ของผู้ให้บริการเอง", "The provider's own address"),
    message=Text(
        "“{found}” เป็นที่อยู่ของ {owner} เอง ไม่ใช่ของหน่วยงาน",
        "“{found}” is the address of the {owner} itself, not the agency's",
    ),
    why=Text("ที่อยู่นี้ไม่มีรหัสหรือชื่อของ อปท.", "It bears neither code nor name of an agency."),
    mend=Text("เติมรหัส 8 หลัก หรือชื่อหน่วยงาน", "Add the 8-digit code, or the agency's name."),
    basis=FORMS,
    wrong=same("saraban@dla.go.th"),
    right=same("saraban_06480115@dla.go.th"),
)

SB407 = Rule(
    code="SB407",
    name="lgo-name-mismatch",
    severity=Severity.INFO,
    standards=(Standard.REGULATION,),
    title=Text("ชื่อไม่ตรงกับเว็บไซต์", "The name differs from the website's"),
    message=Text(
        "ชื่อ “{found}” ไม่ตรงกับเว็บไซต์ (“{own}”) โปรดตรวจว่า สพร. ออกให้ตามนี้",
        "Name “{found}” differs from the website's (“{own}”); see that DGA issued it so",
    ),
    why=Text(
        "ชื่อควรสะกดตามเว็บไซต์ แต่ สพร. เป็นผู้ออก จึงเป็นเพียงข้อสังเกต",
        "The name should be spelled as the website's, but DGA issued it, so it is only a note.",
    ),
    mend=Text("ตรวจสอบกับ สพร.", "Ask DGA."),
    basis=FORMS,
    wrong=Text(
        "saraban-phothan@lgo.mail.go.th เมื่อเว็บไซต์คือ www.photan.go.th",
        "saraban-phothan@lgo.mail.go.th with website www.photan.go.th",
    ),
    right=same("saraban-photan@lgo.mail.go.th"),
    contradicts_record=True,
)

SB408 = Rule(
    code="SB408",
    name="website-unreadable",
    severity=Severity.INFO,
    standards=(Standard.DATA,),
    title=Text("ตรวจโดเมนกับเว็บไซต์ไม่ได้", "The domain could not be checked against the website"),
    message=Text(
        "ยังไม่ได้ตรวจว่าโดเมนตรงกับเว็บไซต์ เพราะ{reason}",
        "The domain was not checked against the website: {reason}",
    ),
    why=Text(
        "โดเมนของอีเมลต้องตรงกับเว็บไซต์ ถ้าไม่รู้เว็บไซต์ก็ตรวจไม่ได้",
        "The domain must be the website's; without a website that cannot be checked.",
    ),
    mend=Text("ระบุเว็บไซต์ของหน่วยงานให้ถูกต้อง", "Give the agency's website."),
    basis=FORMS,
    wrong=Text(
        "saraban@songkhcity.go.th เมื่อเว็บไซต์ที่ระบุเป็นหน้า Facebook",
        "saraban@songkhcity.go.th with a Facebook page as website",
    ),
    right=Text(
        "saraban@songkhcity.go.th เมื่อเว็บไซต์คือ www.songkhcity.go.th",
        "saraban@songkhcity.go.th with website www.songkhcity.go.th",
    ),
)

SB409 = Rule(
    code="SB409",
    name="www-in-domain",
    severity=Severity.ERROR,
    standards=_BOTH,
    title=Text("มี www. ในโดเมน", "www. in the domain"),
    message=Text(
        "หลัง @ มี “{found}” ของเว็บไซต์: โดเมนของอีเมลคือ “{domain}”",
        "After the @ stands a website's “{found}”: the domain of the address is “{domain}”",
    ),
    why=Text(
        "www. เป็นส่วนของชื่อเว็บไซต์ ไม่ใช่ของโดเมนอีเมล อีเมลที่ส่งไปจะตีกลับ",
        "www. belongs to the name of a website and not to a mail domain: mail to it bounces.",
    ),
    mend=Text("ตัด www. หลัง @ ออก", "Remove the www. after the @."),
    basis=FORMS,
    wrong=same("saraban@www.songkhcity.go.th"),
    right=same("saraban@songkhcity.go.th"),
)

_MISTYPED = Text(" (น่าจะเป็น {meant} ที่พิมพ์ผิด)", " (probably {meant}, mistyped)")
_NONE = Text("", "")
_TAIL = Text("มีข้อความต่อท้าย “{whole}”", "has something behind “{whole}”")
_ONLY_SUFFIX = Text("มีแต่นามสกุล ไม่มีชื่อหน่วยงาน", "is nothing but a suffix")
_BAD_SUFFIX = Text("ลงท้ายด้วยนามสกุลที่ใช้ไม่ได้", "has a suffix that is not accepted")
_WHY_UNREADABLE = {
    Unreadable.UNKNOWN: Text("ไม่มีข้อมูลเว็บไซต์", "the website is not known"),
    Unreadable.ADDRESS: Text(
        "เว็บไซต์ที่ระบุเป็นที่อยู่อีเมล (“{cell}”)", "the website that is given is an e-mail address (“{cell}”)"
    ),
    Unreadable.SOCIAL: Text(
        "เว็บไซต์ที่ระบุเป็นหน้าบนเว็บไซต์ของผู้อื่น (“{cell}”)", "the website is a page on another's site (“{cell}”)"
    ),
    Unreadable.GARBLED: Text("อ่านเว็บไซต์ที่ระบุไม่ออก (“{cell}”)", "the website that is given cannot be read (“{cell}”)"),
}


def domain_finding(case: Case) -> Finding | None:
    """SB401, SB402, SB403, SB404 or SB406: each kind of domain can break one of them."""
    return _BROKEN_IN[case.shape.zone](case)


def domain_findings(case: Case) -> list[Finding]:
    """That one, then SB405, SB407 and SB408: what is worth knowing of a domain that is accepted; and SB409."""
    found = [finding for ask in _ASKED[case.shape.zone] if (finding := ask(case)) is not None]
    if case.shape.www and (www := _www(case)) is not None:
        found.append(www)
    return found


def _www(case: Case) -> Finding | None:
    """SB409; a provider's own address is that also with `www.` in front (SB406)."""
    shape = case.shape
    if _providers_own_address(case) is not None:
        return None
    start = len(shape.local) + 1
    parts = {"found": shape.www, "domain": shape.domain}
    return Finding(SB409, "address", parts, (start, start + len(shape.www)))


def _free_mail(case: Case) -> Finding:
    shape = case.shape
    hint = _mistyped(shape.meant or "") if shape.zone is Zone.NEAR_FREE else _NONE
    return case.of_domain(SB401, hint=hint)


@lru_cache(maxsize=64)
def _mistyped(meant: str) -> Text:
    return _MISTYPED.fill(meant=meant)


def _near_provider(case: Case) -> Finding:
    return case.of_domain(SB402, meant=case.shape.meant)


def _suffix_not_accepted(case: Case) -> Finding:
    domain = case.shape.domain
    whole = without_tail(domain)
    problem = _TAIL.fill(whole=whole) if whole else _BAD_SUFFIX if registrable_domain(domain) else _ONLY_SUFFIX
    return case.of_domain(SB403, problem=problem, accepted=_accepted(case.domains))


@cache
def _accepted(domains: Domains) -> str:
    return " ".join("." + suffix for suffix in (*accepted_suffixes(), *sorted(domains.accepted)))


def _providers_own_address(case: Case) -> Finding | None:
    shape = case.shape
    if not shape.mailbox.only_saraban or (provider := providers().get(shape.domain)) is None:
        return None
    return Finding(SB406, "address", {"found": shape.value, "owner": provider.name}, (0, len(shape.value)))


def _not_own_domain(case: Case) -> Finding | None:
    domain, host = case.shape.domain, case.website.host
    if host is None or stands_on(domain, host):
        return None
    return case.of_domain(SB404, own=host)


def _com_domain(case: Case) -> Finding | None:
    if not case.shape.domain.endswith(".com"):
        return None
    return case.of_domain(SB405)


def _lgo_name_mismatch(case: Case) -> Finding | None:
    mailbox, name = case.shape.mailbox, case.shape.mailbox.rest
    if mailbox.word is not Word.EXACT or not name or looks_like_code(name) or (host := case.website.host) is None:
        return None
    own = name_of_site(host)
    if name == own:
        return None
    return Finding(SB407, "address", {"found": name, "own": own}, case.span_of(name))


def _website_unreadable(case: Case) -> Finding | None:
    why = case.website.why_not
    if why is None or (case.shape.zone is Zone.OWN and not case.shape.mailbox.only_saraban):
        return None
    if why is Unreadable.UNKNOWN:
        return None if case.shape.zone is Zone.LGO else _WEBSITE_UNKNOWN
    return Finding(SB408, "website", {"reason": _WHY_UNREADABLE[why].fill(cell=case.record.website.strip())})


_WEBSITE_UNKNOWN = Finding(SB408, "website", {"reason": _WHY_UNREADABLE[Unreadable.UNKNOWN]})

_BROKEN_IN: Mapping[Zone, Callable[[Case], Finding | None]] = {
    Zone.FREE: _free_mail,
    Zone.NEAR_FREE: _free_mail,
    Zone.NEAR_PROVIDER: _near_provider,
    Zone.UNACCEPTED: _suffix_not_accepted,
    Zone.OWN: _not_own_domain,
    **dict.fromkeys((Zone.DLA, Zone.LGO, Zone.PROVIDER, Zone.BROKEN), _providers_own_address),
}
_NOTED_IN: Mapping[Zone, tuple[Callable[[Case], Finding | None], ...]] = {
    Zone.OWN: (_com_domain, _website_unreadable),
    Zone.LGO: (_lgo_name_mismatch, _website_unreadable),
}
"""What can be said of a domain of each kind besides."""
_ASKED = {zone: (broken, *_NOTED_IN.get(zone, ())) for zone, broken in _BROKEN_IN.items()}
"""All that can be."""

RULES = (SB401, SB402, SB403, SB404, SB405, SB406, SB407, SB408, SB409)

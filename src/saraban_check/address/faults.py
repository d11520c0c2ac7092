"""What is wrong with a text that is no e-mail address, and how to mend just that (decisions: Findings)."""

import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from ..model.lazy_pattern import lazy_pattern
from ..model.text import Text
from ..reference.words import lookalikes


class Fault(NamedTuple):
    """Why a text is no address, and what to do about it."""

    reason: Text
    mend: Text


_TYPE_AGAIN = Text("พิมพ์ใหม่โดยใช้เฉพาะ a-z 0-9 . _ -", "Type it again with nothing but a-z 0-9 . _ -")
_WHOLE_DOMAIN = Text("พิมพ์โดเมนให้ครบ เช่น dla.go.th", "Type the whole domain, such as dla.go.th.")
_SHORTER = Text("ตรวจกับต้นฉบับแล้วพิมพ์ใหม่", "Compare it with the original and type it again.")
_ONE_DOT = Text("แก้จุดให้เหลือเฉพาะที่คั่นระหว่างคำ", "Keep only the dots between two words.")
_NO_HYPHEN = Text("ตัดขีดที่อยู่ติดกับจุดหรือเครื่องหมาย @", "Remove the hyphen beside the dot or the @.")

_NO_AT = Fault(
    Text("ไม่มีเครื่องหมาย @", "there is no @"),
    Text("เติม @ ระหว่างชื่อบัญชีกับโดเมน", "Put an @ between the account's name and the domain."),
)
_MANY_AT = Fault(
    Text("มี @ {count} ตัว", "there are {count} @"),
    Text("เหลือ @ ไว้เพียงตัวเดียว", "Keep just one @."),
)
_SPACE = Fault(
    Text("มีช่องว่างอยู่ภายใน", "there is a space within"),
    Text("ตัดช่องว่าง หรือใส่เครื่องหมายที่ถูกต้องแทน", "Remove the space, or put the right mark in its place."),
)
_BESIDE_SIGN = Fault(
    Text("มี “{sign}” คั่นอยู่ และข้างหนึ่งไม่ใช่ที่อยู่อีเมล", "“{sign}” divides it, and one side is no e-mail address"),
    Text(
        "ถ้าเป็นสองที่อยู่ แยกให้ครบทั้งสอง ถ้าเป็นที่อยู่เดียว แก้ “{sign}” ให้ถูกต้อง",
        "If these are two addresses, write both in full; if it is one, put the right mark for “{sign}”.",
    ),
)
_NOTHING_BEFORE = Fault(
    Text("ไม่มีข้อความหน้าเครื่องหมาย @", "there is nothing before the @"),
    Text("เติมชื่อบัญชี เช่น saraban หน้า @", "Put the account's name, such as saraban, before the @."),
)
_NOTHING_AFTER = Fault(
    Text("ไม่มีโดเมนหลังเครื่องหมาย @", "there is no domain after the @"),
    Text("เติมโดเมน เช่น dla.go.th หลัง @", "Put the domain, such as dla.go.th, after the @."),
)
_IP_NUMBER = Fault(Text("ใช้เลข IP แทนโดเมนไม่ได้", "an IP number is no domain"), _WHOLE_DOMAIN)
_SIGNS_BEFORE = Fault(
    Text("หน้า @ มีอักขระที่ใช้ไม่ได้: {signs}", "before the @ there is what may not stand there: {signs}"), _TYPE_AGAIN
)
_SIGNS_AFTER = Fault(
    Text("โดเมนหลัง @ มีอักขระที่ใช้ไม่ได้: {signs}", "in the domain there is what may not stand there: {signs}"), _TYPE_AGAIN
)
_TWO_DOTS = Fault(Text("มีจุด (.) ติดกันสองจุด", "there are two dots in a row"), _ONE_DOT)
_DOT_AT = Fault(Text("มีจุด (.) ติดกับเครื่องหมาย @", "there is a dot beside the @"), _ONE_DOT)
_DOT_FIRST = Fault(Text("ขึ้นต้นด้วยจุด (.)", "it begins with a dot"), _ONE_DOT)
_DOT_LAST = Fault(Text("ลงท้ายด้วยจุด (.)", "it ends with a dot"), _ONE_DOT)
_HYPHEN = Fault(
    Text(
        "ในโดเมนมีขีด (-) ติดกับเครื่องหมาย @ หรือจุด หรืออยู่ท้ายสุด",
        "in the domain a hyphen stands beside the @, beside a dot, or at the end",
    ),
    _NO_HYPHEN,
)
_NO_DOT = Fault(Text("โดเมนหลัง @ ไม่มีจุด (.)", "there is no dot in the domain"), _WHOLE_DOMAIN)
_LONG = Fault(Text("ยาวเกินกว่าที่อยู่อีเมลจะเป็นได้", "it is longer than an address can be"), _SHORTER)
_NO_SUFFIX = Fault(
    Text("โดเมนหลัง @ ลงท้ายด้วยนามสกุลที่ไม่มีอยู่จริง", "the domain ends in a suffix that does not exist"), _WHOLE_DOMAIN
)
_NO_DOMAIN = Fault(Text("โดเมนหลัง @ ใช้รับอีเมลไม่ได้", "the part after the @ cannot be a mail domain"), _WHOLE_DOMAIN)

_SIGN = lazy_pattern(r"[,;:/|]")
_NOT_BEFORE = lazy_pattern(r"[^A-Za-z0-9!#$%&'*+=?^_`{|}~./-]")
_NOT_AFTER = lazy_pattern(r"[^A-Za-z0-9.-]")
_EDGE_HYPHEN = lazy_pattern(r"(?:\A|\.)-|-(?:\.|\Z)")
_LETTERS_LAST = lazy_pattern(r"\.[A-Za-z]{2,63}\Z")
_MOST_BEFORE, _MOST_LABEL, _MOST = 64, 63, 254
"""RFC 5321 section 4.5.3.1, RFC 1035 section 2.3.4."""
_MOST_NAMED = 8

_OF_ALL: tuple[tuple[Callable[[str, str], bool], Fault], ...] = (
    (lambda local, domain: not local, _NOTHING_BEFORE),
    (lambda local, domain: not domain, _NOTHING_AFTER),
    (lambda local, domain: domain.startswith("["), _IP_NUMBER),
    (lambda local, domain: " " in local + domain, _SPACE),
)
_OF_MARKS: tuple[tuple[Callable[[str, str], bool], Fault], ...] = (
    (lambda local, domain: ".." in local or ".." in domain, _TWO_DOTS),
    (lambda local, domain: local.endswith(".") or domain.startswith("."), _DOT_AT),
    (lambda local, domain: local.startswith("."), _DOT_FIRST),
    (lambda local, domain: domain.endswith("."), _DOT_LAST),
    (lambda local, domain: _EDGE_HYPHEN.search(domain) is not None, _HYPHEN),
    (lambda local, domain: "." not in domain, _NO_DOT),
    (
        lambda local, domain: (
            len(local) > _MOST_BEFORE or len(local + domain) >= _MOST or max(map(len, domain.split("."))) > _MOST_LABEL
        ),
        _LONG,
    ),
    (lambda local, domain: _LETTERS_LAST.search(domain) is None, _NO_SUFFIX),
)


def fault_of(value: str) -> Fault:
    """The first fault of a text that is no address; what is said of it is true of any such text.

    Source: RFC 5321 section 4.1.2 for the part before the @, RFC 1035 section 2.3.1 for the domain.
    """
    count = value.count("@")
    if count == 0:
        return _NO_AT
    if count > 1:
        return Fault(_MANY_AT.reason.fill(count=count), _MANY_AT.mend)
    local, _, domain = value.partition("@")
    if fault := next((fault for is_so, fault in _OF_ALL if is_so(local, domain)), None):
        return fault
    if sign := _SIGN.search(value):
        return Fault(_BESIDE_SIGN.reason.fill(sign=sign[0]), _BESIDE_SIGN.mend.fill(sign=sign[0]))
    for pattern, part, fault in ((_NOT_BEFORE, local, _SIGNS_BEFORE), (_NOT_AFTER, domain, _SIGNS_AFTER)):
        if signs := dict.fromkeys(pattern.findall(part)):
            return Fault(fault.reason.fill(signs=named(signs)), fault.mend)
    return next((fault for is_so, fault in _OF_MARKS if is_so(local, domain)), _NO_DOMAIN)


def named(characters: dict[str, None]) -> Text:
    """Characters for a message: what cannot be seen for what it is with its number and what it looks like."""
    chosen = list(characters)[:_MOST_NAMED]
    th, en = (" ".join(_named(c, instead) for c in chosen) for instead in (" แทน “{}”", " for “{}”"))
    more = " …" if len(characters) > _MOST_NAMED else ""
    return Text(th + more, en + more)


def _named(char: str, instead: str) -> str:
    if char.isascii():
        return f"“{char}”"
    ascii_ = lookalikes().get(ord(char))
    shown = f"“{char}” " if unicodedata.category(char)[0] != "C" else ""
    return f"{shown}(U+{ord(char):04X})" + (instead.format(ascii_) if ascii_ else "")

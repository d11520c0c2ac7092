"""What people write around an address and is no part of it: labels, list marks, brackets, websites (decisions: Lists).

Each step takes off one layer and changes nothing else; `Change` says to the user what it was.
"""

import re
from collections.abc import Callable
from enum import Enum

from ..model.lazy_pattern import lazy_pattern
from ..model.text import Text
from .characters import THAI_DIGITS, WIDE, drop_invisible, plain_spaces
from .joining import closed_up, unwrapped, with_spoken_at, without_thai_between


class Change(Enum):
    """What cleaning did; the value says it to the user."""

    SPACES = Text("ตัดช่องว่าง", "spaces removed")
    INVISIBLE = Text("ตัดอักขระที่มองไม่เห็น", "invisible characters removed")
    WIDE = Text("เปลี่ยนอักขระเต็มความกว้างเป็นอักขระปกติ", "full-width characters made plain")
    THAI_DIGITS = Text("เปลี่ยนเลขไทยเป็นเลขอารบิก", "Thai digits made Arabic")
    LIST_MARK = Text("ตัดเลขข้อหรือเครื่องหมายนำหน้า", "a number or mark in front removed")
    LABEL = Text("ตัดคำนำหน้า เช่น “อีเมล:” หรือ “mailto:”", "a label such as “E-mail:” or “mailto:” removed")
    DISPLAY_NAME = Text("ตัดชื่อที่แสดงและวงเล็บมุม", "a display name and angle brackets removed")
    BRACKETS = Text("ตัดวงเล็บ", "brackets removed")
    QUOTES = Text("ตัดเครื่องหมายคำพูด", "quotation marks removed")
    TRAILING = Text("ตัดเครื่องหมายวรรคตอนท้ายที่อยู่", "punctuation at the end removed")
    AT_SIGN = Text("เปลี่ยน (at) เป็น @", "(at) replaced by @")
    SITE = Text("อ่าน http:// หลัง @ เป็น www. ของเว็บไซต์", "http:// after the @ read as a website's www.")
    OTHER_TEXT = Text("ไม่นำข้อความอื่นมาพิจารณา", "other text set aside")
    REPEATED = Text("เขียนที่อยู่เดียวกันซ้ำ", "the same address stood there twice")


_QUOTES = "\"'`“”‘’„«»"
_BRACKETS = "()[]{}<>【】「」『』〔〕‹›"
AROUND = _QUOTES + _BRACKETS
TRAILING = ".,;:\u037e\u2024\u00b7"

_EDGE = r"(?<![^\s,;/|<(\[{【“«\"'])"
_THAI_MAIL = r"(?:ที่อยู่)?(?:อี\s?(?:-\s?)?เมล์?ล?์?|ไปรษณีย์อิเล็กทรอนิกส์)(?:(?:งาน)?สารบรรณ|กลาง|(?:ของ)?หน่วยงาน)*+"
_MAIL = r"(?:e\s*+(?:[-‐-―]\s*+)?)?mail(?:\s?address)?"
_ADDRESS_NEXT = r"(?=[(\[{【<“«\"' ]*+[A-Za-z0-9._+-]++@)"
_LABEL = lazy_pattern(
    rf"{_EDGE}(?:"
    rf"(?:mailto\s*:|{_THAI_MAIL}\s*[:=]?|{_MAIL}(?:\s*[:=]|\s++{_ADDRESS_NEXT})|https?\s?:\s?/*+{_ADDRESS_NEXT})"
    r"\s*)+",
    re.IGNORECASE,
)
_MAILTO_QUERY = lazy_pattern(r"\?(?:subject|body|cc|bcc)=[^@<>\s?]*+(?![^\s<>])", re.IGNORECASE)
"""RFC 6068 section 2: a `?` cannot stand within it, so each of them is gone through once."""
WEBSITE = lazy_pattern(
    rf"{_EDGE}(?:https?:/{{1,3}}(?:www\.)?|www\.)[a-z0-9-]++(?:\.[a-z0-9-]++)++(?:/[^\s@/]*+(?=[\s/]|$))*+(?=[\s,;|/)]|$)",
    re.IGNORECASE,
)
_NUMBER = (
    r"[(\[]?(?:[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,3})*+|[ก-ฮ])\.?[)\]]\.?\s*+|[0-9๐-๙]{1,3}\.\s++"
    r"|[ก-ฮ]\.\s*+(?=[!-/:-~“«【]|อี|ที่|ไปรษณีย์)"
)
_LIST_MARK = lazy_pattern(
    r"\A[\s,;:/|=]+(?=\S)"
    rf"|(?<![^\n])(?:{_NUMBER})(?=\S)|(?<!\S)(?:{_NUMBER}){_ADDRESS_NEXT}"
    r"|(?<![^\n,;|]) *+(?:[-–—*+>]\s++|[•▪●○◦■□◆◇►▶➢✓✔·∙]\s*+)++"
    r"|(?:(?<!\S)[0-9๐-๙]{1,3}(?:(?:\.[0-9๐-๙]{1,3})++\.?+|\.)\s*+|(?<![^\n,;|]) *+[-–—*+>])(?=(?i:saraban))"
)
"""A number stands at the start of a line or right before an address; behind one, `(042)` is a telephone's. No address
begins with a digit and a dot, or with a dash: right before the word itself they are marks too."""
_AT = lazy_pattern(r"(?:(?<!\s)\s+)?[(\[{]\s*(?:at|@)\s*[)\]}]\s*", re.IGNORECASE)
_BROKEN_AT = lazy_pattern(r"(?<=[\x21-\x7E])@ *+\n\s*+(?=[\x21-\x7E])")
_ANGLES = lazy_pattern(r"<([^<>@]*+@[^<>]*+)>(?!@)")
_BRACKETED = lazy_pattern(
    r"(?<![A-Za-z0-9._+-])[(\[{【「『〔‹]([^()\[\]{}【】「」『』〔〕‹›@]*+@[^()\[\]{}【】「」『』〔〕‹›]*+)"
    r"[)\]}】」』〕›](?![A-Za-z0-9_@-])"
)
_SITE_BEHIND = lazy_pattern(r"(?<=@) *+https?:/*+(?:www\.)?([a-z0-9.-]++)(?:/[^\s@]*+)?", re.IGNORECASE)


def without_label(text: str) -> str:
    """Without the label in front of the first address."""
    found = _LABEL.match(text)
    return text[found.end() :] if found else text


def trim(piece: str) -> tuple[str, list[Change]]:
    """Without quotes and brackets around it and punctuation behind it, in whatever order they stand."""
    changes: list[Change] = []
    while True:
        before = piece
        piece = piece.strip()
        cut = None
        if len(piece) > 1 and piece[0] in AROUND and piece[-1] in AROUND:
            cut, piece = piece[0], piece[1:-1]
        elif piece[:1] and piece[0] in AROUND and not any(c in AROUND for c in piece[1:]):
            cut, piece = piece[0], piece[1:]
        elif piece[-1:] and piece[-1] in AROUND and not any(c in AROUND for c in piece[:-1]):
            cut, piece = piece[-1], piece[:-1]
        elif piece[-1:] and piece[-1] in TRAILING:
            piece = piece[:-1]
            changes.append(Change.TRAILING)
        if cut is not None:
            changes.append(Change.QUOTES if cut in _QUOTES else Change.BRACKETS)
        if piece == before:
            return piece, changes


def _at_signs(text: str) -> str:
    text = _BROKEN_AT.sub("@", _AT.sub("@", text))
    return text if "@" in text else with_spoken_at(text)


def _out_of_angles(text: str) -> str:
    inside = [address.strip() for address in _ANGLES.findall(text)]
    if not inside:
        return text
    outside = _ANGLES.sub(" ", text)
    return " , ".join([outside, *inside] if "@" in outside else inside)


def _where_addressed(step: Callable[[str], str]) -> Callable[[str], str]:
    """A step that is taken only in a text that holds an address."""
    return lambda text: step(text) if "@" in text else text


def _by_letter(letters: dict[int, str]) -> Callable[[str], str]:
    """A step that puts other letters for some that are not ASCII."""
    return lambda text: text if text.isascii() else text.translate(letters)


STEPS: tuple[tuple[Change, Callable[[str], str]], ...] = (
    (Change.INVISIBLE, drop_invisible),
    (Change.WIDE, _by_letter(WIDE)),
    (Change.SPACES, lambda text: plain_spaces(text).strip()),
    (Change.AT_SIGN, _at_signs),
    (Change.SPACES, _where_addressed(unwrapped)),
    (Change.SITE, lambda text: _SITE_BEHIND.sub(r"www.\1", text)),
    (Change.LIST_MARK, _where_addressed(lambda text: _LIST_MARK.sub("", text))),
    (Change.THAI_DIGITS, _by_letter(THAI_DIGITS)),
    (Change.DISPLAY_NAME, _out_of_angles),
    (Change.OTHER_TEXT, _where_addressed(lambda text: WEBSITE.sub("\n", text).strip())),
    (Change.LABEL, _where_addressed(lambda text: _MAILTO_QUERY.sub("", _LABEL.sub("\n", text)).strip())),
    (Change.BRACKETS, _where_addressed(lambda text: _BRACKETED.sub(r"\n\1\n", text).strip())),
    (Change.SPACES, closed_up),
    (Change.OTHER_TEXT, _where_addressed(without_thai_between)),
)
"""In this order; what one takes away may have hidden more of another, so they are all taken again."""

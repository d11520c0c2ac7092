"""An address cell becomes the addresses in it (decisions: Lists), and says what was changed.

Cleaning twice is cleaning once: each result comes back unchanged when it is cleaned again.
"""

import re
from enum import Enum
from typing import NamedTuple

from ..model.text import Text
from .characters import THAI_DIGITS, WIDE, drop_invisible, plain_spaces


class Change(Enum):
    """What cleaning did; the value says it to the user."""

    SPACES = Text("ตัดช่องว่าง", "spaces removed")
    INVISIBLE = Text("ตัดอักขระที่มองไม่เห็น", "invisible characters removed")
    WIDE = Text("เปลี่ยนอักขระเต็มความกว้างเป็นอักขระปกติ", "full-width characters made plain")
    THAI_DIGITS = Text("เปลี่ยนเลขไทยเป็นเลขอารบิก", "Thai digits made Arabic")
    LABEL = Text("ตัดคำนำหน้า เช่น “อีเมล:” หรือ “mailto:”", "a label such as “E-mail:” or “mailto:” removed")
    DISPLAY_NAME = Text("ตัดชื่อที่แสดงและวงเล็บมุม", "a display name and angle brackets removed")
    QUOTES = Text("ตัดเครื่องหมายคำพูด", "quotation marks removed")
    TRAILING = Text("ตัดเครื่องหมายวรรคตอนท้ายที่อยู่", "punctuation at the end removed")
    AT_SIGN = Text("เปลี่ยน (at) เป็น @", "(at) replaced by @")
    OTHER_TEXT = Text("ไม่นำข้อความอื่นในเซลล์มาพิจารณา", "other text in the cell set aside")
    REPEATED = Text("ที่อยู่เดียวกันเขียนซ้ำในเซลล์", "the same address stood twice in the cell")


class Cleaned(NamedTuple):
    """The addresses of a cell, in the order in which they stand, and what was changed to read them."""

    values: tuple[str, ...]
    changes: tuple[Change, ...] = ()


_CLEAN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._+-]*[A-Za-z0-9_+-])?@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")
_LABEL = re.compile(
    r"(?<![^\s,;/|<(])"
    r"(?:(?:mailto\s*:|(?:อีเมล์?ล?์?(?:กลาง)?|(?:ที่อยู่)?ไปรษณีย์อิเล็กทรอนิกส์)\s*[:=]?|e-?mail\s*[:=]|mail\s*[:=])\s*)+",
    re.IGNORECASE,
)
_AT = re.compile(r"(?:(?<!\s)\s+)?[(\[]\s*at\s*[)\]]\s*", re.IGNORECASE)
_BRACKETED = re.compile(r"<([^<>@]*+@[^<>]*+)>")
_BESIDE = re.compile(r"(?:(?<! ) +)?([@._\-]) *")
_STRONG_BREAK = re.compile(r"[,;/|\n]|และ|หรือ")
_QUOTES = "\"'`“”‘’„«»"
_TRAILING = ".,;:"
_MOST_ROUNDS = 20
"""Wrappings one in the other, as `"mailto:<a@b>"` has three; what has so many is no address that anybody wrote."""
_ASCII_WORD = re.compile(r"[\x21-\x7E]+")


def clean(cell: str) -> Cleaned:
    """The addresses that a cell holds; a cell that holds none comes back as its tidied text, or empty.

    One that is wrapped in more layers than are taken off comes back as it stands.
    """
    if _CLEAN.fullmatch(cell):
        return Cleaned((cell,))
    values, changes = _clean_once(cell)
    for _ in range(_MOST_ROUNDS):  # what was taken away may have hidden more of the same
        again = [_clean_once(value) for value in values]
        found = tuple(dict.fromkeys(value for cleaned in again for value in cleaned.values))
        changes += tuple(change for cleaned in again for change in cleaned.changes)
        if found == values:
            return Cleaned(values, tuple(dict.fromkeys(changes)))
        values = found
    return Cleaned((cell,))


def _clean_once(cell: str) -> Cleaned:
    changes: list[Change] = []
    text = cell
    for change, step in _STEPS:
        after = step(text)
        if after != text:
            changes.append(change)
            text = after
    if text[-1:] in _TRAILING:
        changes.append(Change.TRAILING)
    pieces = [piece for part in _STRONG_BREAK.split(text) for piece in _pieces(part, changes)]
    values = [_trim(piece, changes) for piece in pieces]
    values = [v for v in values if v]
    if any("@" in v for v in values) and not all("@" in v for v in values):
        changes.append(Change.OTHER_TEXT)
        values = [v for v in values if "@" in v]
    distinct = list({v.casefold(): v for v in reversed(values)}.values())[::-1]
    if len(distinct) < len(values):
        changes.append(Change.REPEATED)
    if distinct and not any("@" in v for v in distinct):
        distinct = [" ".join(distinct)]
    return Cleaned(tuple(distinct), tuple(dict.fromkeys(changes)))


def _out_of_brackets(text: str) -> str:
    inside = [address.strip() for address in _BRACKETED.findall(text)]
    if not inside:
        return text
    outside = _BRACKETED.sub(" ", text)
    return " , ".join([outside, *inside] if "@" in outside else inside)


def without_label(text: str) -> str:
    """Without the label in front of the first address."""
    found = _LABEL.match(text)
    return text[found.end() :] if found else text


def _without_labels(text: str) -> str:
    return _LABEL.sub(" ", text).strip() if "@" in text else text


def _pieces(part: str, changes: list[Change]) -> list[str]:
    """A part between strong breaks, split on spaces where it holds several addresses or other words."""
    part = _BESIDE.sub(r"\1", part)
    words = part.split()
    if part.count("@") > 1:
        return words
    if "@" not in part or len(words) < 2:
        return [" ".join(words)]
    at = next(i for i, word in enumerate(words) if "@" in word)
    start, end = at, at + 1
    while start > 0 and _ASCII_WORD.fullmatch(words[start - 1]):
        start -= 1
    while end < len(words) and _ASCII_WORD.fullmatch(words[end]) and words[end][0] != "(":
        end += 1
    if (start, end) != (0, len(words)):
        changes.append(Change.OTHER_TEXT)
    return [" ".join(words[start:end])]


def _trim(piece: str, changes: list[Change]) -> str:
    """Quotes around it and punctuation behind it go, in whatever order they stand."""
    while True:
        before = piece
        piece = piece.strip()
        if len(piece) > 1 and piece[0] in _QUOTES and piece[-1] in _QUOTES:
            piece = piece[1:-1]
            changes.append(Change.QUOTES)
        elif piece[:1] and piece[0] in _QUOTES and not any(q in piece[1:] for q in _QUOTES):
            piece = piece[1:]
            changes.append(Change.QUOTES)
        elif piece[-1:] and piece[-1] in _QUOTES and not any(q in piece[:-1] for q in _QUOTES):
            piece = piece[:-1]
            changes.append(Change.QUOTES)
        elif piece[-1:] and piece[-1] in _TRAILING:
            piece = piece[:-1]
            changes.append(Change.TRAILING)
        if piece == before:
            return piece


_STEPS = (
    (Change.INVISIBLE, drop_invisible),
    (Change.WIDE, lambda text: text.translate(WIDE)),
    (Change.THAI_DIGITS, lambda text: text.translate(THAI_DIGITS)),
    (Change.SPACES, lambda text: plain_spaces(text).strip()),
    (Change.AT_SIGN, lambda text: _AT.sub("@", text)),
    (Change.DISPLAY_NAME, _out_of_brackets),
    (Change.LABEL, _without_labels),
    (Change.SPACES, lambda text: _BESIDE.sub(r"\1", text)),
)

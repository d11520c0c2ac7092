"""What a cell of a row says that is no agency's: a total, a figure, a note, its source, its author, a page's number.

One cell at a time, and without its row; `intake.set_aside` puts them together. The words are `data/row_words.csv`.
A name that merely begins like one of the words (รวมใจ, ที่มาเจริญ, หมายขันธ์, นายายอาม) is none of these.
"""

import re
from functools import cache
from typing import NamedTuple

from ..model.lazy_pattern import lazy_pattern
from ..model.record import RowKind
from ..model.text import Text
from .kinds import kind_of_name, kinds, without_prefix
from .places import find_province
from .tables import rows

NAMES = {
    RowKind.HEADER: Text("หัวตารางซ้ำ", "the header again"),
    RowKind.TITLE: Text("ชื่อตาราง", "a title"),
    RowKind.PAGE: Text("เลขหน้า", "a page number"),
    RowKind.TOTAL: Text("ยอดรวม", "a total"),
    RowKind.NOTE: Text("หมายเหตุ", "a note"),
    RowKind.SOURCE: Text("ที่มาของข้อมูล", "a source"),
    RowKind.AUTHOR: Text("ผู้จัดทำ", "its author"),
    RowKind.GROUP: Text("หัวข้อกลุ่ม", "the heading of a group"),
}
"""What each kind of row is called."""


class Line(NamedTuple):
    """What a cell begins like, and whether it can be nothing else (else it may be a name)."""

    kind: RowKind
    is_sure: bool


_MOST = 200
"""No more letters than these decide: a longer text is no total, and a note says so at its beginning."""
_SENTENCE = 20
"""So many letters are no name that happens to hold a word of a remark (อบต.เปลี่ยน)."""
_AROUND = " -–—_=*:;.()[]\"'"
_NO_LETTER = r"(?![^\W\d_])"


@cache
def _listed(match: str) -> tuple[str, ...]:
    """The words of one sort, the longest first."""
    found = (r["text"].casefold() for r in rows("row_words") if r["match"] == match)
    return tuple(sorted(found, key=len, reverse=True))


def _any_of(words: tuple[str, ...]) -> str:
    """A pattern of words; what is ASCII ends where no letter follows."""
    return "|".join(re.escape(word) + (_NO_LETTER if word.isascii() else "") for word in words)


@cache
def _total() -> re.Pattern[str]:
    return re.compile(_any_of(_listed("total")))


@cache
def _count() -> re.Pattern[str]:
    return re.compile(_any_of(_listed("count")))


@cache
def _no_figure() -> re.Pattern[str]:
    """A character that is part of no figure, once the units are gone."""
    return re.compile(r"[^\s0-9.,/%()+=:;<>≥≤–-]")


@cache
def _units() -> re.Pattern[str]:
    return re.compile(_any_of(_listed("unit")))


_PAGE = lazy_pattern(r"(?:หน้าที่|หน้า|แผ่นที่|page|p\.) ?[0-9]{1,5}(?: ?(?:/|จาก|of) ?[0-9]{1,5})?|- ?[0-9]{1,5} ?-|\(ต่อ\)")
_PERSON = lazy_pattern(r"\( ?(?:นาย|นาง|น\.ส\.|ว่าที่|ร้อย|พัน|สิบ|จ่า|ดาบ|ดร\.|mr\.?|mrs\.?|ms\.?)[^ ()]{0,40} [^()]{2,80}\)")
_DATE_LINE = lazy_pattern(r"วันที่ ?(?:[0-9.…/]|เดือน)")
_MEANING = lazy_pattern(r"[^\s=]{1,4} ?= ?[^\s=]")
_DIGIT = lazy_pattern(r"[0-9]")


def comparable(text: str) -> str:
    """A tidied cell for comparing: one space between words, `ร ว ม` as a word, no capitals; its beginning only."""
    parts = text[:_MOST].casefold().split()
    if len(parts) > 2 and all(len(part) == 1 for part in parts):
        return "".join(parts)
    return " ".join(parts)


def is_figure(text: str) -> bool:
    """Whether a plain text is a number, or several, with units at most: `25 แห่ง`, `(12/25)`, `72.00%`."""
    return bool(_DIGIT.search(text)) and not _no_figure().search(_units().sub("", text))


def has_counted(text: str) -> bool:
    """Whether a plain text tells how many there are of something: `ส่งได้ 20 แห่ง`, `75%`."""
    return bool(_DIGIT.search(text)) and ("%" in text or _units().search(text) is not None)


def is_total(text: str) -> bool:
    """Whether a plain text says that its row is a sum: `รวมทั้งสิ้น`, `รวมจังหวัดนครพนม 12 แห่ง`, `นครพนม ผลรวม`."""
    text = text.strip(_AROUND)
    found = _total().match(text)
    if found is not None:
        rest = text[found.end() :].strip(_AROUND)
        if not rest or is_figure(rest) or is_scope(rest):
            return True
        place, unit = _without_figure(rest)
        for word in _listed("count"):
            place = place.removesuffix(word).rstrip(_AROUND)
        return is_scope(place) or (bool(place) and unit)
    found = _count().match(text)
    if found is not None:
        rest = text[found.end() :].strip(_AROUND)
        return is_figure(rest) or _without_figure(rest)[1]
    name, counted = _without_figure(text)
    for candidate in {text, name} if counted else {text}:
        for word in _listed("total"):
            before = candidate.removesuffix(word)
            if before != candidate and before[-1:] == " " and (before := before.strip(_AROUND)):
                return is_scope(before) or is_figure(before)
    return False


def is_count_word(text: str) -> bool:
    """Whether a plain text is a word of how many there are, which beside figures says that they are a sum: `ทั้งสิ้น`."""
    return text.strip(_AROUND) in _listed("count")


def is_scope(text: str) -> bool:
    """Whether a plain text says of what something is the sum: a province, a district, a kind of agency, a group."""
    if text in _listed("scope") or _is_place(text) or find_province(text) is not None:
        return True
    kind = kind_of_name(text) or kind_of_name(text + ".")
    return (kind is not None and not without_prefix(text + ".", kind).strip(_AROUND)) or _is_named_group(text)


def _is_place(text: str) -> bool:
    """`จังหวัด…`, `อ.เมือง`, `กลุ่มที่ 1`; but not the abbreviation อ.ต.ก."""
    return text.startswith(_listed("group")) and "." not in text[2:5]


def _is_named_group(text: str) -> bool:
    """`กลุ่ม b1`, but not กลุ่มพัฒนา."""
    rest = text.removeprefix("กลุ่ม").strip()
    return rest != text and len(rest) < 4 and rest.isascii() and bool(rest)


def _without_figure(text: str) -> tuple[str, bool]:
    """A text without the figure at its end, and whether there was one that has a unit: `(12 แห่ง)`."""
    text, counted = text.rstrip(_AROUND), False
    for unit in _listed("unit"):
        if text.endswith(unit):
            text, counted = text.removesuffix(unit).rstrip(_AROUND), True
            break
    place = text.rstrip("0123456789.,/%")
    return place.rstrip(_AROUND), counted and place != text


def may_be_line(text: str) -> bool:
    """Whether a name begins like what may be no name: one look at a cell, before it is looked at with care."""
    return _beginning().match(text) is not None


@cache
def line_beginnings() -> tuple[str, ...]:
    """The words that a line begins with, the longest first, without capitals."""
    found = (r["text"].casefold() for r in rows("row_words") if r["match"] not in ("unit", "phrase", "inside", "scope"))
    return tuple(sorted(set(found), key=len, reverse=True))


@cache
def _beginning() -> re.Pattern[str]:
    words = "|".join(map(re.escape, line_beginnings()))
    return re.compile(rf"[\s*:;.()\[\]\"'=_–-]*(?:{words})", re.IGNORECASE)


def is_page(text: str) -> bool:
    """Whether a plain text is the number of a page, or says that the table goes on."""
    return _PAGE.fullmatch(text) is not None


def line_of(text: str) -> Line | None:
    """The line under a list that a plain text is, or begins like: note, source, author, title; else None."""
    if is_page(text):
        return Line(RowKind.PAGE, True)
    starred = text.lstrip("*†‡# ")
    if starred != text and starred:
        return _starred(starred)
    if _is_signature(text):
        return Line(RowKind.AUTHOR, True)
    bare = text.lstrip(_AROUND)
    for kind, match, word in _beginnings():
        if bare.startswith(word):
            sure = _is_sure(match, bare[len(word) :])
            if sure is not None:
                return Line(kind, sure)
    if (not text.isascii() and _MEANING.match(text)) or any(word in text for word in _listed("inside")):
        return Line(RowKind.NOTE, True)
    return None


@cache
def _beginnings() -> tuple[tuple[RowKind, str, str], ...]:
    found = [
        (RowKind(r["kind"]), r["match"], r["text"].casefold())
        for r in rows("row_words")
        if r["match"] in ("starts", "word", "label")
    ]
    return tuple(sorted(found, key=lambda entry: -len(entry[2])))


def _is_sure(match: str, rest: str) -> bool | None:
    """Whether what follows a word leaves no doubt; None where the word is but the beginning of another.

    `starts`: nothing else begins so. `word`: it stands alone. `label`: it is all there is, or what it tells of
    follows after a colon, or is an office or a link.
    """
    if match == "starts":
        return True
    if match == "word":
        return not rest[:1].isalpha()
    said = rest.strip(_AROUND)
    if not said or rest.lstrip()[:1] in (":", "：", "=", ".", "-", "("):
        return True
    if rest[:1] != " " or said.isascii():
        return None
    return kind_of_name(said) is not None or said.startswith(("แบบ", "ระบบ", "ข้อมูล", "เว็บ", "http", "www"))


def _starred(text: str) -> Line | None:
    """A line with an asterisk: a remark, where its words are those of one; an agency may have an asterisk, too."""
    if (line := line_of(text)) is not None:
        return line
    if kind_of_name(text) is not None or not text[:1].isalpha():
        return None
    return Line(RowKind.NOTE, len(text) >= _SENTENCE and any(word in text for word in _listed("phrase")))


def _is_signature(text: str) -> bool:
    """Dots to sign on, a day to fill in, or a person's name in brackets (นายสมชาย ใจดี), which (นายายอาม) is not."""
    if text.count(".") + 3 * text.count("…") > 5 and not text.strip(" .…_()/"):
        return True
    if _DATE_LINE.match(text):
        return True
    return _PERSON.fullmatch(text) is not None and find_province(text.rstrip(")").rpartition(" ")[2]) is None


def is_group(text: str) -> bool:
    """Whether a plain text may be the heading above a group of agencies: a place, a kind, a group."""
    text = _without_figure(text)[0] if _DIGIT.search(text[-12:]) and not text.startswith("กลุ่ม") else text
    if _is_place(text) or _is_named_group(text):
        return True
    bare = text.partition("(")[0].strip(_AROUND)
    return any(
        bare in (kind.name.th, kind.short.rstrip("."))
        for kind in kinds().values()
        if kind.type_digits and not kind.only_code
    )
